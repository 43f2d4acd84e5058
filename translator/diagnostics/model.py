"""The types of what is said of a program: places, diagnostics, sites and refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from translator.diagnostics.codes import CODES
from translator.diagnostics.entry import CodeEntry, Severity

Status = Literal["native", "helper", "udf", "driver", "local", "refused"]


DiagnosticKey = tuple[int, int, int, str, str]
"""What tells one diagnostic of a program from another: cell, line, column, code and name."""


@dataclass(frozen=True)
class Span:
    """1-based positions; `cell` is the notebook cell number or None in a script."""

    line: int
    column: int
    end_line: int
    end_column: int
    cell: int | None = None


@dataclass(frozen=True)
class Diagnostic:
    """One message about one place.

    Attributes:
        message: what was found, naming the construct and the missing fact.
        hint: a next step of its own; `next_step` falls back to the one of the code.
        consequences: how many later sites stay pandas only because of this.
        refused: the statement was left as it was (else it is bridged, or translated with a note).
    """

    code: str
    message: str
    span: Span
    hint: str = ""
    api: str | None = None
    consequences: int = 0
    refused: bool = False

    @property
    def entry(self) -> CodeEntry:
        return CODES[self.code]

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def severity(self) -> Severity:
        return self.entry.severity

    @property
    def next_step(self) -> str:
        """The one thing to do about it, as a sentence."""
        text = self.hint or self.entry.hint
        if not text.partition(" ")[0].rstrip(",").isalpha():  # a name such as str.find keeps its case
            text = f"use {text}"
        return text[:1].upper() + text[1:].rstrip(".") + "."


@dataclass(frozen=True)
class Site:
    """One use of pandas, numpy on pandas, pickle or the file system, and what became of it.

    `evidence` is what was learned for it from the data at hand ("A110: n is float64").
    """

    span: Span
    api: str
    status: Status
    assumptions: tuple[str, ...] = ()
    diagnostics: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Decline(Exception):
    """Raised by rules and converters when no faithful form can be emitted; caught in one place.

    Args:
        message: what is in the way, naming the construct and the missing fact.
        hint: one next step for the user.
        code: a key of `CODES`.
    """

    def __init__(self, message: str, hint: str = "", code: str = "T312") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
