"""Which documents of a program import which: a directory is one program, not a heap of files."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from translator.document import Document


def resolve(name: str, level: int, importer: Path, known: Collection[Path]) -> Path | None:
    """The document that an import statement names, if it is one of the program.

    Absolute names are looked up in the folder of the importing document and in those above it,
    as far as documents lie there: one of them is where the program is started.

    Args:
        name: the dotted name; empty for ``from . import x``.
        level: the number of leading dots.
        known: paths of the program's documents.
    """
    folder = importer.parent
    for _ in range(level - 1):
        folder = folder.parent
    roots = [folder] if level else _roots(folder, known)
    parts = name.split(".") if name else []
    for root in roots:
        module = root.joinpath(*parts)
        for candidate in (module.with_suffix(".py") if parts else None, module / "__init__.py"):
            if candidate is not None and candidate != importer and candidate in known:
                return candidate
    return None


def _roots(folder: Path, known: Collection[Path]) -> list[Path]:
    """The folder, those above it that hold documents, and their ``src`` folders."""
    tops = {path.parent for path in known}
    above = [f for f in (folder, *folder.parents) if any(f == top or f in top.parents for top in tops)]
    last = next((i for i, f in enumerate(above) if all(f == top or f in top.parents for top in tops)), len(above))
    kept = above[: last + 1]
    return [*kept, *(f / "src" for f in kept)]


def imported(document: Document, known: Collection[Path]) -> set[Path]:
    """The documents of the program that a document imports anywhere."""
    found: set[Path] = set()
    for name, level, member in _imports(document):
        for dotted in (f"{name}.{member}".strip(".") if member else name, name):
            target = resolve(dotted, level, document.path, known) if dotted or level else None
            if target is not None:
                found.add(target)
                break
    return found


def _imports(document: Document) -> Iterator[tuple[str, int, str]]:
    for cell in document.cells:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(cell.source)
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, 0, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", node.level, alias.name) for alias in node.names)


def programs(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents in groups that imports connect, each in the order given."""
    known = {document.path for document in documents}
    group: dict[Path, set[Path]] = {path: {path} for path in known}
    for document in documents:
        for target in imported(document, known):
            joined = group[document.path] | group[target]
            for path in joined:
                group[path] = joined
    done: set[Path] = set()
    result = []
    for document in documents:
        if document.path in done:
            continue
        members = group[document.path]
        done |= members
        result.append([d for d in documents if d.path in members])
    return result


def entries(documents: Sequence[Document]) -> list[Document]:
    """The documents that no other one imports; all of them where they import each other."""
    known = {document.path for document in documents}
    targets: Mapping[Path, set[Path]] = {d.path: imported(d, known) for d in documents}
    used = {target for path, found in targets.items() for target in found if target != path}
    return [d for d in documents if d.path not in used]
