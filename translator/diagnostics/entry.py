"""The row of the code table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class CodeEntry:
    """One row of the code table; the reference pages and ``translate explain`` print it.

    Attributes:
        code: stable once released; a code that is no longer issued is not given away again.
        name: what it is called in reports, with hyphens.
        title: one line.
        explanation: what was found, and what became of the code.
        pandas: what pandas does there.
        spark: why Spark differs.
        hint: the one next step.
        before, after: the change by hand, as code; empty where there is none to show.
        effort: points a person needs for the site: 0, 1, 3, 5, 7 or 13.
    """

    code: str
    name: str
    severity: Severity
    title: str
    explanation: str
    pandas: str
    spark: str
    hint: str
    before: str = ""
    after: str = ""
    effort: int = 1
