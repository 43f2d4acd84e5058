"""What a Python function sees of one row: scalars of Python, each as a column expression.

A null in Spark stands for whatever object pandas hands to the function there: NaN in a column of
floats, NaT among times, None or NaN among objects. Python treats these unlike each other, so a cell
knows which one it is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import Code, F
from translator.frames.columns import column_like, has_missing
from translator.frames.dtypes import CATEGORICAL, INTEGERS, MASKED
from translator.frames.values import Column, Const, Frame, Function, Local, Module, Scalar

Kind = Literal["int", "float", "str", "bool", "datetime", "date", "timedelta"]
Missing = Literal["nan", "none", "nat", "unclear"]
"""The object that a null stands for; "unclear" when it may be one or another."""

NUMBERS = frozenset({"int", "float"})
TIMES = frozenset({"datetime", "timedelta"})
DTYPES: Mapping[str, str] = {
    "int": "int64", "float": "float64", "str": "str", "bool": "bool",
    "datetime": "datetime", "date": "date", "timedelta": "timedelta",
}  # fmt: skip
KINDS: Mapping[str, Kind] = {
    "float64": "float", "str": "str", "bool": "bool", "datetime": "datetime", "date": "date",
    "timedelta": "timedelta",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Cell:
    """One scalar of each row.

    Attributes:
        column: its expression, with the facts that rules ask for.
        missing: the object that a null stands for; None where there is no null.
        numpy: a NumPy scalar, which divides by zero without an error.
        mixed: some of these floats are whole numbers of Python.
        narrow: the code without a cast to 64 bits, which comparisons do not need.
        cases: for a value that tests choose, the tests with their values and the last value.
        constants: all of these values are constants, which Spark holds in 32 bits where they are whole numbers.
    """

    column: Column
    kind: Kind
    missing: Missing | None = None
    numpy: bool = False
    mixed: bool = False
    narrow: Code | None = None
    cases: tuple[tuple[Code, ...], ...] = ()
    constants: bool = False

    @property
    def key(self) -> str:
        """The expression, by which facts about it are known on a path through the function."""
        return layout.flat(self.column.code)

    @property
    def compared(self) -> Column:
        """The column as comparisons read it."""
        return self.column if self.narrow is None else replace(self.column, code=self.narrow)

    @property
    def certain(self) -> Cell:
        """The cell where it is known not to be missing."""
        if not self.column.nullable:
            return self
        return replace(self, column=replace(self.column, nullable=False, missing=False), missing=None)

    def counted(self, code: Code, missing: Missing | None = None) -> Cell:
        """A whole number that Spark computes with 32 bits."""
        return replace(self.then(code.cast("bigint"), "int", missing), narrow=code, numpy=False)

    def then(self, code: Code, kind: Kind, missing: Missing | None = None) -> Cell:
        """A scalar computed from this one."""
        nullable = missing is not None
        column = self.column.then(code, dtype=DTYPES[kind], nullable=nullable)
        return Cell(column, kind, missing, self.numpy)


@dataclass(frozen=True, eq=False)
class Absent:
    """A missing value for certain: None, NaN or NaT."""

    missing: Missing


@dataclass(frozen=True, eq=False)
class Row:
    """The argument of a function called per row: a Series with the cells of the row.

    NumPy makes one array of a row where all columns are numbers, and of objects elsewhere.
    """

    frame: Frame
    numeric: str | None

    def cell(self, label: object) -> Cell:
        """One cell of the row.

        Raises:
            Decline: for a label that is no column, or a column whose cells are not modelled.
        """
        if type(label) is int and not self.frame.tuples and -len(self.frame.fields) <= label < len(self.frame.fields):
            label = list(self.frame.fields)[label]  # texts are the labels, so that a number is a position
        if not isinstance(label, str):
            raise Decline("a row is read by something else than the name of a column", code="T310")
        column = self.frame.column(label)
        if column.dtype == "category":  # among columns of other types its cells are plain texts
            column = replace(column, dtype="str", categories=None, none=False, missing=column.nullable)
        found = cell_of(column, numpy=self.numeric is not None)
        if self.numeric == "float64" and found.kind == "int":
            return found.then(found.column.code.cast("double"), "float")
        return found


@dataclass(frozen=True, eq=False)
class Pieces:
    """``text.split(separator)``: a list of texts.

    Split into words (at any white space) there may be none.
    """

    column: Column
    words: bool = False


Operand = Cell | Absent | Row | Pieces | Const | Module | Function | Local


def row_of(frame: Frame) -> Row:
    """The row that ``DataFrame.apply(axis=1)`` hands to a function.

    Raises:
        Decline: for columns that make rows of extension arrays.
    """
    dtypes = {f.dtype for f in frame.fields.values()}
    if dtypes & MASKED or dtypes <= CATEGORICAL or "null" in dtypes:
        raise Decline("rows with columns of extension types are not translated", code="T312")
    numbers = dtypes <= {"int64", "float64"}
    if not numbers and all(d in INTEGERS or d.startswith("float") for d in dtypes):
        raise Decline("rows of numbers of several widths are not translated", code="T312")
    if dtypes == {"bool"}:
        raise Decline("rows of conditions only are not translated", code="T312")
    floats = any(cell_of(frame.column(c)).kind == "float" for c in frame.fields) if numbers else False
    return Row(frame, ("float64" if floats else "int64") if numbers else None)


def record_of(frame: Frame) -> Row:
    """The row that ``itertuples`` and ``to_dict("records")`` give: scalars of Python, each of the type of its column.

    Raises:
        Decline: for columns whose scalars are of extension types.
    """
    dtypes = {f.dtype for f in frame.fields.values()}
    if dtypes & MASKED or "null" in dtypes:
        raise Decline("rows with columns of extension types are not translated", code="T312")
    return Row(frame, None)


def cell_of(column: Column, numpy: bool = False) -> Cell:
    """The scalars of a column as Python functions get them.

    Raises:
        Decline: T312 for types whose scalars are not modelled, or that depend on the data.
    """
    column = column.settled_column
    dtype = column.dtype
    if dtype in INTEGERS - MASKED:
        absent = has_missing(column)
        if absent is None:
            raise Decline("whether the values are int or float depends on the data", code="T312")
        if absent:
            return Cell(column.then(column.code.cast("double"), dtype="float64"), "float", "nan", numpy)
        code = column.code if dtype == "int64" else column.code.cast("bigint")
        plain = replace(column, code=code, nullable=False, dtype="int64", missing=False)
        return Cell(plain, "int", None, numpy)
    if dtype == "float32":
        column, dtype = column.then(column.code.cast("double"), dtype="float64"), "float64"
    if dtype not in KINDS:
        raise Decline(f"functions of the cells of a {dtype} column are not translated", code="T312")
    kind = KINDS[dtype]
    if kind == "bool" and column.nullable:
        raise Decline("the conditions may be missing", code="T312")
    return Cell(column, kind, _missing(column, kind), numpy)


def _missing(column: Column, kind: Kind) -> Missing | None:
    if not column.nullable:
        return None
    if kind == "float":
        return "nan"
    if kind in TIMES:
        return "nat"
    if column.none is True:
        return "none"
    return "nan" if column.missing is not None and not column.none else "unclear"


def cell_of_value(value: Const | Scalar, frame: Frame) -> Cell:
    """A constant, or a number of the driver, as a cell of a frame.

    Raises:
        Decline: when it has no form as a column.
    """
    column = column_like(value, frame)
    found = cell_of(column, numpy=isinstance(value, Scalar))
    if isinstance(value, Scalar) and found.kind not in NUMBERS:
        raise Decline("only numbers of the driver are used in functions", code="T311")
    return found


def absent(value: object) -> Absent | None:
    """Whether a Python constant is a missing value."""
    if value is None:
        return Absent("none")
    return Absent("nan") if isinstance(value, float) and math.isnan(value) else None


def null() -> Code:
    return F.lit(None)
