"""Records what a reader of a run would have seen: printed text, displayed values."""

from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Callable
from typing import Any

from translator.harness.capture import capture, is_spark_column, is_spark_frame
from translator.harness.values import Bundle, Captured, Failure, Opaque, Plain, Shown, Table

Namespace = dict[str, Any]


class Recorder:
    """Collects text and values in the order in which they were shown.

    A pandas object that is printed or displayed is recorded both as a value, whose rows and types can
    be told apart, and as the text that is read. A Spark frame has no such text: platforms lay its rows
    out as they like. Anything else that is printed is text.
    """

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self.cell = self.line = 0
        self.namespace: Namespace = {}
        self._print = builtins.print

    def text(self, text: str) -> None:
        """Record printed text, joined to what was printed just before."""
        if not text:
            return
        last = self.shown[-1] if self.shown else None
        if last is not None and last.kind == "text" and (last.cell, last.line) == (self.cell, self.line):
            last.text += text
        else:
            self.shown.append(Shown(self.cell, "text", text, line=self.line))

    def value(self, value: Any, kind: str = "display") -> None:
        """Record a displayed value, and the text as which it is read."""
        extras = {"name": name} if (name := self._name_of(value)) else {}
        captured = bring(value)
        text = repr(value) if is_told(captured) else ""
        self.shown.append(Shown(self.cell, kind, text, captured, extras, self.line))

    def _name_of(self, value: Any) -> str:
        """Return the module-level name of an object, if it has one."""
        if not is_tabular(value):
            return ""
        return next((name for name, item in self.namespace.items() if item is value), "")

    def print(
        self, *values: Any, sep: str | None = None, end: str | None = None,
        file: Any = None, flush: bool = False,
    ) -> None:  # fmt: skip
        """Stand in for the builtin `print`."""
        if file is not None and file is not sys.stdout:
            self._print(*values, sep=sep, end=end, file=file, flush=flush)
            return
        joint = " " if sep is None else sep
        for position, value in enumerate(values):
            if position:
                self.text(joint)
            if is_tabular(value) and not is_spark_frame(value):
                self.value(value, "print")
            else:
                self.text(str(value))
        self.text("\n" if end is None else end)

    def display(self, *values: Any, **_: Any) -> None:
        """Stand in for `display` of notebooks."""
        for value in values:
            self.value(value)

    def result(self, value: Any) -> None:
        """Record the value of a cell's last expression."""
        if value is not None:
            self.value(value)

    def install(self) -> None:
        """Take over `print` and standard output."""
        builtins.print = self.print
        sys.stdout = _Stream(self.text)

    def install_display(self) -> None:
        """Offer `display` as notebooks do."""
        builtins.display = self.display  # type: ignore[attr-defined]
        module = sys.modules.get("IPython.display")
        if module is not None:
            module.display = self.display  # type: ignore[attr-defined]


class _Stream(io.TextIOBase):
    """Standard output of a run."""

    encoding = "utf-8"

    def __init__(self, sink: Callable[[str], None]) -> None:
        self._sink = sink

    def write(self, text: str) -> int:
        self._sink(text)
        return len(text)

    def writable(self) -> bool:
        return True


def is_tabular(value: Any) -> bool:
    """Tell whether a value is a frame, a series or an index, of pandas or of Spark."""
    if is_spark_frame(value):
        return True
    kind = type(value)
    return kind.__module__.startswith("pandas.") and hasattr(value, "dtypes" if
        kind.__name__ == "DataFrame" else "dtype")  # fmt: skip


def bring(value: Any) -> Captured:
    """Capture a value; what cannot be evaluated is an observable too."""
    if is_spark_column(value):
        return Failure("NoFrame", "a column expression is no rows by itself")
    try:
        return capture(value)
    except MemoryError:
        raise
    except Exception as error:
        return Failure(type(error).__name__, first_line(str(error)))


def first_line(text: str) -> str:
    """Return the part of an error message that fits on a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    line = lines[0] if lines else ""
    return line if len(line) <= 300 else line[:297] + "..."


def is_told(value: Captured) -> bool:
    """Tell whether the text of a displayed value says what it holds (of a plot, it is an address)."""
    match value:
        case Table():
            return value.origin != "spark"
        case Bundle():
            return all(is_told(item) for item in value.items)
    return isinstance(value, Plain)


def is_silent(value: Captured | None) -> bool:
    """Tell whether a displayed value says nothing that could be compared (a plot, a widget)."""
    return isinstance(value, Opaque) or (isinstance(value, Plain) and value.value is None)
