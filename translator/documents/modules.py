"""Which documents of a program import which: a directory is one program, not a heap of files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translator.documents.document import Document, DocumentError

_STATEMENT = re.compile(r"(?:^|[;:])[ \t\f]*(?:from[ \t]+([\w.]*)|import[ \t]+([^\n#;(]*))", re.MULTILINE)
"""What may be an import, with the names of the modules; in a text it is none, which costs a parse."""


class Tree:
    """The places of a program's documents, and which of them an import statement means.

    Absolute names are looked up in the folder of the importing document and in those above it,
    as far as documents lie there, and beside a package of that name which holds it (as in
    ``python -m package.module``): one of them is where the program is started.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = frozenset(paths)
        lines = [{home, *home.parents} for home in {path.parent for path in self._paths}]
        self._holding = set[Path]().union(*lines)
        self._around_all = set.intersection(*lines) if lines else set()
        self._names = {path.stem for path in self._paths} | {folder.name for folder in self._holding}
        self._roots: dict[Path, list[Path]] = {}

    def resolve(self, name: str, level: int, importer: Path) -> Path | None:
        """The document that an import statement names, if it is one of the program.

        Args:
            name: the dotted name; empty for ``from . import x``.
            level: the number of leading dots.
        """
        parts = name.split(".") if name else []
        if len(self._paths) < 2 or parts and not level and parts[0] not in self._names:
            return None
        folder = importer.parent
        for _ in range(level - 1):
            folder = folder.parent
        beside = [f.parent for f in (folder, *folder.parents) if parts and f.name == parts[0]]
        for root in [folder] if level else [*self._looked_up_in(folder), *beside]:
            module = root.joinpath(*parts)
            for candidate in (module.with_suffix(".py") if parts else None, module / "__init__.py"):
                if candidate is not None and candidate != importer and candidate in self._paths:
                    return candidate
        return None

    def may_be_named(self, text: str) -> bool:
        """Whether a source can import one of the documents: told from its text, which spares most files a parse."""
        for found in _STATEMENT.finditer(text):
            module, modules = found[1], found[2]
            if module is None and "\\" in modules:
                return True
            for name in (modules.split(",") if module is None else [module]):
                first = name.strip().split(" ")[0].split(".")[0]
                if not first or first in self._names:
                    return True
        return False

    def _looked_up_in(self, folder: Path) -> list[Path]:
        """The folder, those above it that hold documents, and their ``src`` folders."""
        if folder not in self._roots:
            above = [f for f in (folder, *folder.parents) if f in self._holding]
            last = next((i for i, f in enumerate(above) if f in self._around_all), len(above))
            kept = above[: last + 1]
            self._roots[folder] = [*kept, *(f / "src" for f in kept)]
        return self._roots[folder]

    def imported(self, document: Document) -> set[Path]:
        """The documents of the program that a document imports anywhere."""
        found: set[Path] = set()
        for name, level, member in self._imports(document):
            for dotted in (f"{name}.{member}".strip(".") if member else name, name):
                target = self.resolve(dotted, level, document.path) if dotted or level else None
                if target is not None:
                    found.add(target)
                    break
        return found

    def _imports(self, document: Document) -> Iterator[tuple[str, int, str]]:
        if len(self._paths) < 2:
            return
        for cell in document.cells:
            tree = cell.tree if self.may_be_named(cell.source) else None
            yield from () if tree is None else _imports_in(tree)


def _imports_in(tree: ast.AST) -> Iterator[tuple[str, int, str]]:
    """Module, number of leading dots and member of what a source imports anywhere."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, 0, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", node.level, alias.name) for alias in node.names)


def imported_names(path: Path) -> set[str]:
    """The first parts of the names of all modules that a file imports; none where it cannot be read."""
    try:
        trees = [cell.tree for cell in Document.read(path).cells]
    except (DocumentError, OSError):
        return set()
    imports = [found for tree in trees if tree is not None for found in _imports_in(tree)]
    return {(name or member).partition(".")[0] for name, _, member in imports} - {""}


def programs(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents in groups that imports connect, each in the order given."""
    tree = Tree(document.path for document in documents)
    group = {document.path: {document.path} for document in documents}
    for document in documents:
        for target in tree.imported(document):
            smaller, larger = sorted((group[document.path], group[target]), key=len)
            if smaller is not larger:
                larger |= smaller
                group.update(dict.fromkeys(smaller, larger))
    together: dict[int, list[Document]] = {}
    for document in documents:
        together.setdefault(id(group[document.path]), []).append(document)
    return list(together.values())


def entries(documents: Sequence[Document]) -> list[Document]:
    """The documents that no other one imports; all of them where they import each other."""
    tree = Tree(document.path for document in documents)
    used = {target for d in documents for target in tree.imported(d) if target != d.path}
    return [d for d in documents if d.path not in used]
