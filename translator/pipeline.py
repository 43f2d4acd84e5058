"""The stages in order: read, interpret, complete, check that it compiles; outcome per file."""

from __future__ import annotations

import ast
import traceback
import warnings
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import libcst as cst

from translator.config import Config
from translator.diagnostics import Diagnostic, Span
from translator.discovery import mentions_pandas
from translator.document import Document, DocumentError
from translator.imports import SUPPORT_PACKAGE, complete
from translator.interpret.program import CellInput, Interpretation, interpret
from translator.registry import load_rules
from translator.results import Outcome, Translation, skipped


def translate_document(
    document: Document, source: str, config: Config, files: Mapping[str, Any] | None = None
) -> tuple[Translation, Mapping[str, Any]]:
    """Translate one document.

    Args:
        document: what was read.
        source: its name in reports.
        files: facts of data files that earlier programs write.

    Returns:
        the translation, and the facts of data files after it. Never raises for user code: a
        syntax error or a fault of the translator becomes the outcome ``failed``.
    """
    load_rules(config.rules)
    known = files or {}
    try:
        found = _interpret(document, config, known)
    except cst.ParserSyntaxError as error:
        message = f"not valid Python 3: {error.message}"
        return _failed(document, source, "T101", message, error.raw_line), known
    except RecursionError:
        return _failed(document, source, "T901", "the code is nested too deeply", 1), known
    except Exception as fault:  # a fault of ours must cost one file, not the run
        where = traceback.extract_tb(fault.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        return _failed(document, source, "T901", f"{type(fault).__name__}: {fault} ({place})", 1), known
    texts = complete(found.cells, found.needs)
    changed = {
        cell.index: text
        for cell, text in zip(document.cells, texts, strict=True)
        if text != cell.source
    }
    problem = _compile_problem(changed)
    if problem is not None:
        return _failed(document, source, "T901", f"the output would not compile: {problem}", 1), known
    translated = document.with_sources(changed)
    try:
        content = translated.to_bytes()
    except DocumentError as error:
        return _failed(document, source, "T102", str(error), 1), known
    return _translation(document, source, content, found), found.files


def _interpret(document: Document, config: Config, files: Mapping[str, Any]) -> Interpretation:
    cells = [CellInput(c.source, c.number, c.displays) for c in document.cells]
    return interpret(cells, document.path.parent, config, files)


def _compile_problem(cells: Mapping[int, str]) -> str | None:
    for text in cells.values():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(text)
        except (SyntaxError, ValueError) as error:
            return str(error)
    return None


def _translation(document: Document, source: str, content: bytes, found: Interpretation) -> Translation:
    refused = any(site.status == "refused" for site in found.sites) or any(
        d.severity == "error" for d in found.diagnostics
    )
    outcome: Outcome = "partial" if refused else "translated"
    if content == document.raw and not found.sites:
        outcome = "unchanged"
    return Translation(
        source, source, document.kind, content, outcome, tuple(found.sites),
        tuple(found.diagnostics), tuple(found.variables), found.inputs, found.outputs,
        uses_support=f"from {SUPPORT_PACKAGE} import".encode() in content, consulted=found.consulted,
    )  # fmt: skip


def _failed(document: Document, source: str, code: str, message: str, line: int) -> Translation:
    diagnostic = Diagnostic(code, message, Span(line, 1, line, 1))
    return Translation(source, source, document.kind, document.raw, "failed", diagnostics=(diagnostic,))


def translate_file(
    path: Path, source: str, config: Config, files: Mapping[str, Any] | None = None
) -> tuple[Translation, Mapping[str, Any]]:
    """Translate one file; never raises for what the file holds."""
    try:
        document = Document.read(path)
    except DocumentError as error:
        raw = path.read_bytes() if path.is_file() and path.stat().st_size < 100_000_000 else b""
        return skipped(source, raw, error.message, error.hint, error.line), files or {}
    except OSError as error:
        return skipped(source, b"", f"cannot be read: {error.strerror}", "check its permissions"), files or {}
    if not mentions_pandas(document.raw):
        return Translation(source, source, document.kind, document.raw, "unchanged"), files or {}
    return translate_document(document, source, config, files)


def translate_text(text: str, config: Config, name: str = "<text>.py", folder: Path | None = None) -> Translation:
    """Translate source text; `folder` is where its relative data paths are looked up."""
    path = (folder or Path()) / PurePosixPath(name).name
    document = Document.parse(path, text.encode())
    return translate_document(document, name, config)[0]
