"""Comments that suppress findings: ``# translate: ignore[T301] why``.

A comment at the end of a line is about the statement on that line, one that stands alone about the
next line. It needs a code and a reason, and is itself reported when it suppresses nothing.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from translator.diagnostics import CODES, Span
from translator.documents.document import Cell, Document

_COMMENT = re.compile(r"#\s*translate:\s*ignore\b(?:\s*\[(?P<codes>[^\]]*)\])?\s*:?\s*(?P<reason>.*)")
MARK = b"translate:"


@dataclass(frozen=True)
class Suppression:
    """One comment.

    Attributes:
        span: its place, as positions of the cell's Python source.
        first, last: the lines it is about, in the file (or within the cell of a notebook).
        problem: what is wrong with it; empty where it is `sound`.
    """

    span: Span
    cell: int | None
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str
    problem: str = ""

    @property
    def sound(self) -> bool:
        return not self.problem

    def covers(self, code: str, cell: int | None, line: int, end_line: int) -> bool:
        """Whether a finding over some lines is suppressed."""
        return self.sound and code in self.codes and cell == self.cell and line <= self.last and end_line >= self.first


def suppressions(document: Document) -> Iterator[Suppression]:
    """The suppression comments of a document, in order."""
    for cell in document.cells:
        if "translate:" not in cell.source:
            continue
        for token in _comments(cell.source):
            match = _COMMENT.match(token.string)
            if match is not None:
                yield _suppression(document, cell, token, match)


def _comments(source: str) -> Iterator[tokenize.TokenInfo]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield token
    except (tokenize.TokenError, SyntaxError):
        return


def _suppression(document: Document, cell: Cell, token: tokenize.TokenInfo, match: re.Match[str]) -> Suppression:
    line, column = token.start
    alone = not token.line[:column].strip()
    codes = tuple(code.strip().upper() for code in (match["codes"] or "").split(",") if code.strip())
    reason = match["reason"].strip()
    unknown = [code for code in codes if code not in CODES]
    problem = ""
    if not codes:
        problem = "the comment names no code"
    elif unknown:
        problem = f"{unknown[0]} is no code"
    elif not reason:
        problem = f"the comment gives no reason for ignoring {', '.join(codes)}"
    span = Span(line, column + 1, token.end[0], token.end[1] + 1, cell.number)
    about = _next_line(cell.source, line) if alone else line
    shift = cell.first_line - 1 if document.kind == "databricks" else 0
    number = None if document.kind == "databricks" else cell.number
    return Suppression(span, number, about + shift, about + shift, codes, reason, problem)


def _next_line(source: str, line: int) -> int:
    """The next line that is neither empty nor a comment."""
    lines = source.split("\n")
    for number in range(line, len(lines)):
        text = lines[number].strip()
        if text and not text.startswith("#"):
            return number + 1
    return line + 1
