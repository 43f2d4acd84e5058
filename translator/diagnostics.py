"""What the translator has to say: one table of codes, diagnostics, sites and refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
Status = Literal["native", "helper", "udf", "driver", "local", "refused"]


@dataclass(frozen=True)
class CodeEntry:
    """One row of the code table; the docs page and ``translate explain`` print it.

    Attributes:
        effort: points a person needs for the site: 0, 1, 3, 5, 7 or 13.
    """

    code: str
    name: str
    severity: Severity
    title: str
    explanation: str
    hint: str
    effort: int = 1


def _table(*entries: CodeEntry) -> dict[str, CodeEntry]:
    return {entry.code: entry for entry in entries}


CODES = _table(
    CodeEntry("T101", "syntax-error", "error", "The file is not valid Python 3",
              "The parser stopped; the file is copied as it is.",
              "Convert Python 2 code with a tool such as 2to3 first, or fix the syntax error.", 3),
    CodeEntry("T102", "unreadable-file", "error", "The file could not be read",
              "Not text, wrong encoding, a broken notebook, too large, or no permission.",
              "Repair the file or exclude it.", 1),
    CodeEntry("T103", "unparsed-cell", "warning", "A notebook cell is not valid Python",
              "The cell is kept as it is; names that it may assign are treated as unknown.",
              "Fix the cell or delete it.", 1),
    CodeEntry("T201", "schema-not-known", "warning", "The columns and types of the data are not known",
              "A faithful translation depends on the column types: '+', comparisons and sums mean "
              "different things for text, numbers and missing values. The read stays pandas.",
              "Run with --data-root where the file lies, or give its columns with --schema.", 1),
    CodeEntry("T202", "type-not-supported", "warning", "A column has a type without a faithful Spark form",
              "Columns of mixed Python objects, lists, time zones or unsigned 64-bit numbers cannot "
              "be held in a Spark column with the same meaning. The data stays pandas.",
              "Clean the column first, or drop it.", 3),
    CodeEntry("T203", "path-not-known", "warning", "The path is computed at run time",
              "Without the file its columns are not known, so the read stays pandas.",
              "Use a constant path or give the columns with --schema.", 1),
    CodeEntry("T301", "not-yet", "warning", "There is no rule for this call yet",
              "The call runs as pandas behind a bridge.", "Rewrite it by hand or add a rule.", 3),
    CodeEntry("T302", "never", "warning", "The call has no distributed form",
              "It needs the whole table in one process, or a desktop.", "Keep it on the driver, or remove it.", 3),
    CodeEntry("T310", "argument-not-supported", "warning", "An argument is not honoured by the rule",
              "The rule mirrors only the arguments that it gives pandas' answer for.",
              "Drop the argument if it is not needed.", 1),
    CodeEntry("T311", "value-not-known", "warning", "A value must be known at translation time",
              "Column names, orders and modes decide what is emitted; this one is computed at run time.",
              "Use a constant.", 1),
    CodeEntry("T312", "type-not-handled", "warning", "The rule does not handle this type",
              "The form that is right for this column type is not known or does not exist.", "Cast first.", 1),
    CodeEntry("T313", "alignment", "warning", "Two objects would be aligned by index",
              "pandas matches rows by label; these rows do not come from the same frame.",
              "Join the frames on a key instead.", 5),
    CodeEntry("T314", "column-unknown", "warning", "The column does not exist in the known schema",
              "pandas would raise, or the schema at hand is not the real one.", "Check the name.", 1),
    CodeEntry("T315", "frame-on-driver", "note", "The rows are brought to the driver",
              "A driver library or Python code reads the whole object.",
              "Aggregate or limit it first where the data is large.", 1),
    CodeEntry("T316", "order-or-index", "warning", "The row order or index is not known here",
              "The call depends on row positions or labels that cannot be rebuilt.", "Sort or set an index first.", 3),
    CodeEntry("T317", "shapes-differ", "warning", "The code would come out differently each time it runs",
              "A function or loop body meets frames of different shapes, so one text cannot serve all.",
              "Split the function, or translate it by hand.", 5),
    CodeEntry("T318", "statement-not-supported", "warning", "This statement form is not translated",
              "The statement changes a frame in a way without a faithful Spark form.", "Rewrite it.", 3),
    CodeEntry("T401", "tie-order", "note", "Equal sort keys have no defined order in pandas",
              "pandas' default sort is not stable; the translation keeps the earlier row first.",
              "Add a key that breaks ties.", 0),
    CodeEntry("T402", "unpartitioned-window", "note", "A window without partition runs in one task",
              "Row numbers over the whole frame need all rows in one place.", "Partition where possible.", 1),
    CodeEntry("T403", "not-comparable", "note", "The result cannot be equal",
              "Random draws or the clock decide it.", "Seeded results differ between the engines.", 0),
    CodeEntry("T901", "internal-error", "error", "The translator failed on this code",
              "A fault of the translator; the code is left as it was.", "Please report it.", 1),
)  # fmt: skip


ASSUMPTIONS: dict[str, str] = {
    "A101": "file order is row order",
    "A102": "join keys have no missing values",
    "A103": "the file keeps the columns and types that it had at translation time",
    "A104": "index labels are unique",
    "A105": "text columns hold text or missing values only",
}


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
    """One message about one place."""

    code: str
    message: str
    span: Span
    hint: str = ""
    api: str | None = None

    @property
    def name(self) -> str:
        return CODES[self.code].name

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity


@dataclass(frozen=True)
class Site:
    """One use of pandas, numpy on pandas, pickle or the file system, and what became of it."""

    span: Span
    api: str
    status: Status
    assumptions: tuple[str, ...] = ()
    diagnostics: tuple[str, ...] = ()


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
