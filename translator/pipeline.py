"""The stages in order: read, interpret, complete, check that it compiles; outcome per file."""

from __future__ import annotations

import ast
import gc
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import libcst as cst

from translator import reuse
from translator.config import Config
from translator.diagnostics import Diagnostic, Span
from translator.documents import modules
from translator.documents.discovery import mentions_pandas
from translator.documents.document import Document, DocumentError
from translator.documents.syntax import syntax_error
from translator.emission.idle import without_idle
from translator.emission.imports import SUPPORT_PACKAGE, complete
from translator.emission.reserved import reserving
from translator.emission.uncalled import without_uncalled
from translator.inputs.sightings import named_in
from translator.interpret.program import CellInput, DocumentInput, Interpretation, interpret
from translator.registry import load_rules
from translator.rerun import stamps
from translator.results import Outcome, Translation, skipped


@dataclass(frozen=True)
class Part:
    """A document of a program and its name in reports."""

    document: Document
    source: str


def translate_program(
    parts: Sequence[Part], config: Config, files: dict[str, Any] | None = None, kept: frozenset[str] = frozenset()
) -> tuple[list[Translation], dict[str, Any]]:
    """Translate documents that import each other, as one program.

    Where that fails, each is translated by itself, so that a fault costs one file.

    Args:
        files: facts of data files that earlier programs write.
        kept: paths of pickles that have to stay pickles.

    Returns:
        a translation for each document, and the facts of data files after it. Never raises for
        user code: a syntax error or a fault of the translator becomes the outcome ``failed``.
    """
    load_rules(config.rules)
    with reserving(cell for part in parts for cell in part.document.cells), _collecting_afterwards(parts):
        return _translated(parts, config, {} if files is None else files, kept)


@contextmanager
def _collecting_afterwards(parts: Sequence[Part]) -> Iterator[None]:
    """The garbage collector rests: a tree lives until its program is done, and looking for what
    might be gone of it again and again takes a fifth of the time. Large programs cannot wait.
    """
    size = sum(len(cell.source) for part in parts for cell in part.document.cells)
    rests = gc.isenabled() and size < _LARGE
    if rests:
        gc.disable()
    try:
        yield
    finally:
        if rests:
            gc.enable()


_LARGE = 300_000
"""Characters of source beyond which what one pass leaves behind is too much to keep until the end."""


def _translated(
    parts: Sequence[Part], config: Config, known: dict[str, Any], kept: frozenset[str]
) -> tuple[list[Translation], dict[str, Any]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas' own, on data that are looked at
            found, after = _interpret([part.document for part in parts], config, known, kept)
    except Exception as error:
        if len(parts) == 1:
            return [_fault(parts[0], error)], known
        done = []
        for part in parts:
            alone, known = translate_program([part], config, known, kept)
            done += alone
        return done, known
    sources = [cell.source for part in parts for cell in part.document.cells]
    for one, cells in zip(found, without_uncalled([one.cells for one in found], sources), strict=True):
        one.cells = cells
    if len(parts) > 1:
        members = {key: stamps.stamp(key) for key in (str(part.document.path.absolute()) for part in parts)}
        for one in found:
            one.consulted.update(members)
    return [_completed(part, one) for part, one in zip(parts, found, strict=True)], after


def _fault(part: Part, error: Exception) -> Translation:
    match error:
        case cst.ParserSyntaxError():
            return _failed(part.document, part.source, "T101", *_syntax_problem(part.document, error))
        case RecursionError():
            return _failed(part.document, part.source, "T102", "the code is nested too deeply to be parsed", 1)
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    return _failed(part.document, part.source, "T901", f"{type(error).__name__}: {error} ({place})", 1)


def _completed(part: Part, found: Interpretation) -> Translation:
    document, source = part.document, part.source
    cells = [without_idle(text, cell.source) for text, cell in zip(found.cells, document.cells, strict=True)]
    texts = reuse.cached(complete(*reuse.together(cells, found.needs))) if found.needs else cells
    changed = {
        cell.index: text
        for cell, text in zip(document.cells, texts, strict=True)
        if text != cell.source
    }
    problem = _compile_problem(changed)
    if problem is not None:
        return _failed(document, source, "T901", f"the output would not compile: {problem}", 1)
    try:
        content = document.with_sources(changed).to_bytes()
    except DocumentError as error:
        return _failed(document, source, "T102", str(error), 1)
    return _translation(document, source, content, found)


def _interpret(
    documents: Sequence[Document], config: Config, files: dict[str, Any], kept: frozenset[str]
) -> tuple[list[Interpretation], dict[str, Any]]:
    started = {document.path for document in modules.entries(documents)}
    inputs = [
        DocumentInput(
            d.path, [CellInput(c.source, c.number, c.displays) for c in d.cells], d.path in started, _named_elsewhere(d)
        )
        for d in documents
    ]
    return interpret(inputs, config, files, kept)


def _named_elsewhere(document: Document) -> frozenset[str]:
    """Patterns of the pickles that commands and cells in other languages name."""
    commands = [magic.text for cell in document.cells for magic in cell.magics]
    return frozenset().union(*map(named_in, [*commands, *(cell.source for cell in document.foreign)]))


def _syntax_problem(document: Document, error: cst.ParserSyntaxError) -> tuple[str, int]:
    """What is wrong in the first cell that cannot be parsed, and the line."""
    for cell in document.cells:
        found = syntax_error(cell.source)
        if found is not None:
            return f"not valid Python 3: {found[0]}", found[1]
    return f"not valid Python 3: {error.message}", error.raw_line


def _compile_problem(cells: Mapping[int, str]) -> str | None:
    for text in cells.values():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return str(error)
    return None


def _translation(document: Document, source: str, content: bytes, found: Interpretation) -> Translation:
    refused = any(site.status == "refused" for site in found.sites) or any(
        d.refused or d.severity == "error" for d in found.diagnostics
    )
    outcome: Outcome = "partial" if refused else "translated"
    if content == document.raw and not found.sites:
        outcome = "unchanged"
    return Translation(
        source, source, document.kind, content, outcome, tuple(found.sites),
        tuple(found.diagnostics), tuple(found.variables), found.inputs, found.outputs,
        uses_support=f"from {SUPPORT_PACKAGE} import".encode() in content, consulted=found.consulted,
        looked_at=found.looked_at, tables=found.tables, opened=found.opened, folders=found.folders,
    )  # fmt: skip


def _failed(document: Document, source: str, code: str, message: str, line: int) -> Translation:
    diagnostic = Diagnostic(code, message, Span(line, 1, line, 1))
    return Translation(source, source, document.kind, document.raw, "failed", diagnostics=(diagnostic,))


def read(path: Path, source: str) -> Part | Translation:
    """The document of a file; what became of it, where there is nothing to translate.

    Never raises for what the file holds.
    """
    try:
        document = Document.read(path)
    except DocumentError as error:
        return skipped(source, _raw(path), error.message, error.hint, error.line)
    except OSError as error:
        return skipped(source, b"", f"cannot be read: {error.strerror}", "check its permissions")
    return Part(document, source)


def unchanged(part: Part) -> Translation:
    """The translation of a document that has nothing to do with pandas."""
    raw = part.document.raw
    named = named_in(raw.decode("utf-8", errors="replace"))
    return Translation(part.source, part.source, part.document.kind, raw, "unchanged", looked_at=named)


def translate_file(
    path: Path, source: str, config: Config, files: dict[str, Any] | None = None
) -> tuple[Translation, dict[str, Any]]:
    """Translate one file by itself; never raises for what the file holds."""
    part = read(path, source)
    if isinstance(part, Translation):
        return part, files or {}
    if not mentions_pandas(part.document.raw):
        return unchanged(part), files or {}
    [translation], known = translate_program([part], config, files)
    return translation, known


def _raw(path: Path) -> bytes:
    """What can be copied of a file that is no document."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size < 100_000_000 else b""
    except OSError:
        return b""


def translate_text(text: str, config: Config, name: str = "<text>.py", folder: Path | None = None) -> Translation:
    """Translate source text; `folder` is where its relative data paths are looked up."""
    path = (folder or Path()) / PurePosixPath(name).name
    raw = text.encode("utf-8", "surrogatepass")
    try:
        document = Document.parse(path, raw)
    except DocumentError as error:
        return skipped(name, raw, error.message, error.hint, error.line)
    [translation], _ = translate_program([Part(document, name)], config)
    return translation
