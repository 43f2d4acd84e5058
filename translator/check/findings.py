"""Findings: diagnostics of a file at their places in it, with an excerpt and a fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from translator.check.suppressions import Suppression, suppressions
from translator.diagnostics import CODES, CodeEntry, Diagnostic, Site, Span
from translator.documents.discovery import SourceFile
from translator.documents.document import Document
from translator.documents.text import DocumentError
from translator.settings import Settings

State = Literal["new", "known", "suppressed"]

ALWAYS = frozenset({"T001", "T002", "T103"})
PICKLES = frozenset({"pickle", "cPickle", "joblib", "dill", "cloudpickle", "shelve"})


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Attributes:
        file: the path as a person would open it from the working directory, with forward slashes.
        name: the path below the repository, which does not depend on the working directory.
        line, column, end_line, end_column: 1-based, in the file, or within `cell` of a notebook.
        message: what was found.
        step: the one next step.
        excerpt: the source line.
        level: ``error`` for what stays untranslated, ``warning`` for what would be bridged, ``note``.
        consequences: how many later sites of the file depend on it.
        fingerprint: the same for the same finding after lines were moved.
        reason: why a comment suppresses it.
    """

    file: str
    name: str
    code: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: int | None
    message: str
    step: str
    excerpt: str
    level: Literal["error", "warning", "note"]
    api: str | None = None
    consequences: int = 0
    fingerprint: str = ""
    state: State = "new"
    reason: str = ""

    @property
    def entry(self) -> CodeEntry:
        return CODES[self.code]

    @property
    def place(self) -> str:
        """``file:line:column``, with the cell of a notebook between."""
        cell = "" if self.cell is None else f" cell {self.cell}"
        return f"{self.file}{cell}:{self.line}:{self.column}"


def relative(path: Path, base: Path) -> str:
    """A path as seen from a folder, with forward slashes; unchanged where it lies elsewhere."""
    try:
        return path.absolute().relative_to(base).as_posix()
    except ValueError:
        return path.as_posix()


def repository(path: Path) -> Path:
    """The folder of the repository that a file lies in, or the working directory."""
    for folder in path.absolute().parents:
        if (folder / ".git").exists():
            return folder
    return Path.cwd()


def findings(
    file: SourceFile, diagnostics: Sequence[Diagnostic], sites: Sequence[Site], settings: Settings, *,
    strict: bool = False, only: frozenset[str] = frozenset(), document: Document | None = None,
) -> list[Finding]:  # fmt: skip
    """The findings of one file, in order; those that a comment suppresses are among them.

    Args:
        strict: whether what would be bridged is a finding.
        only: codes that are findings whatever their level, in place of those that the level tells.
        document: the content, where it is not that of the file (an editor has it unsaved).
    """
    document = document or _read(file.path)
    # in a notebook without pandas nothing depends on what a cell that cannot be parsed may assign
    matter = [d for d in diagnostics if sites or d.code != "T103"]
    everything = [_finding(file, document, d) for d in (*matter, *_pickles(sites))]
    comments = list(suppressions(document)) if document is not None else []
    used: set[Suppression] = set()
    found = []
    for one in everything:
        comment = next((c for c in comments if c.covers(one.code, one.cell, one.line, one.end_line)), None)
        if comment is not None:
            used.add(comment)
            one = replace(one, state="suppressed", reason=comment.reason)
        if (one.code in only if only else _counts(one, strict)) and one.code not in settings.ignore:
            found.append(one)
    found += [_about(file, document, comment) for comment in comments if comment not in used]
    return _fingerprinted(sorted(found, key=lambda f: (f.cell or 0, f.line, f.column, f.code)))


def _read(path: Path) -> Document | None:
    try:
        return Document.read(path)
    except (DocumentError, OSError):
        return None


def _counts(finding: Finding, strict: bool) -> bool:
    if finding.code == "T204":  # a matter of taste until it is asked for
        return False
    if (finding.api or "").partition(".")[0] in PICKLES and not finding.consequences and finding.level != "error":
        return False  # whether it is pandas data that is pickled is not known
    return finding.level == "error" or strict and finding.level == "warning" or finding.code in ALWAYS


def _pickles(sites: Iterable[Site]) -> Iterator[Diagnostic]:
    for site in sites:
        module, _, attribute = site.api.rpartition(".")
        if module.partition(".")[0] in PICKLES or attribute in ("to_pickle", "read_pickle"):
            yield Diagnostic("T204", f"{site.api}: data are kept in a pickle", site.span, api=site.api)


def _finding(file: SourceFile, document: Document | None, diagnostic: Diagnostic) -> Finding:
    span, excerpt = _located(document, diagnostic.span)
    level = "error" if diagnostic.refused else diagnostic.severity
    return Finding(
        relative(file.path, Path.cwd()), relative(file.path, repository(file.path)), diagnostic.code,
        span.line, span.column, span.end_line, span.end_column, span.cell, diagnostic.message, diagnostic.next_step,
        excerpt, level, diagnostic.api, diagnostic.consequences,
    )  # fmt: skip


def _located(document: Document | None, span: Span) -> tuple[Span, str]:
    """Where a span stands in the file, and its first line; cells of Databricks sources are in the file."""
    if document is None or not document.cells:
        return span, ""
    cell = next((c for c in document.cells if c.number == span.cell), document.cells[0])
    lines = cell.masked.source.split("\n") if cell.masked.source else cell.source.split("\n")
    if not 0 < span.line <= len(lines):
        return span, ""
    excerpt = cell.text().split("\n")
    shown = excerpt[span.line - 1] if span.line <= len(excerpt) else lines[span.line - 1]
    if document.kind != "databricks":
        return span, shown
    line, column = cell.position(span.line, span.column)
    end_line, end_column = cell.position(span.end_line, span.end_column)
    return Span(line, column, end_line, end_column), shown


def _about(file: SourceFile, document: Document | None, comment: Suppression) -> Finding:
    """A finding on a suppression comment itself."""
    if comment.sound:
        message = f"nothing to suppress here: {', '.join(comment.codes)}"
        code = "T001"
    else:
        code, message = "T002", comment.problem
    diagnostic = Diagnostic(code, message, comment.span)
    return _finding(file, document, diagnostic)


def _fingerprinted(found: Sequence[Finding]) -> list[Finding]:
    """With fingerprints of file, code, name and the text of the line, numbered where these are equal."""
    counts: Counter[tuple[str, ...]] = Counter()
    result = []
    for one in found:
        key = (one.name, one.code, one.api or "", " ".join(one.excerpt.split()))
        counts[key] += 1
        text = "\0".join((*key, str(counts[key])))
        result.append(replace(one, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:32]))
    return result
