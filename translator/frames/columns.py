"""Columns over frames: alignment, materialising, setting, and operands of two-column operations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import (
    Code,
    Comprehension,
    F,
    Label,
    Raw,
    all_of,
    is_odd,
    literal,
    name,
    name_of,
    needs,
    parity,
    star,
)
from translator.evidence.pandas_api import binary_dtype, literal_dtype
from translator.frames.demanded import label_column
from translator.frames.dtypes import FLOATS, INTEGERS, MASKED, NUMBERS, SPARK_TYPES, TEXTS
from translator.frames.fields import Field
from translator.frames.values import ROW, Column, Const, Frame, Labels, Local, Order, Scalar, Value, col, held_by, row_set


def lit(value: Value) -> Code:
    """The argument as it stands beside a column: a plain literal, or ``F.lit`` of a variable."""
    if isinstance(value, Const) and isinstance(value.value, (str, int, float, bool)):
        kept = isinstance(value.code, Raw) or name_of(value.code) is not None or not isinstance(value.value, float)
        return value.code if kept else literal(value.value)
    return F.lit(value.code)


def family(dtype: str) -> str:
    """Kinds of values that compare with each other."""
    if dtype in NUMBERS or dtype in ("bool", "category[int]"):
        return "number"
    return "text" if dtype in TEXTS or dtype == "category" else dtype


def aligned(column: Column, frame: Frame) -> bool:
    """Whether the column's expression means the same on `frame`, row by row.

    True when the frame holds the rows that the column was taken from, or some of them, and every
    column that the expression reads is still the version that it read. An expression over
    several rows (a window) moves only to exactly the same rows.
    """
    source = column.frame.rows
    if column.array and source[-1] != frame.rows[-1]:
        return False  # an array has no labels: position decides
    same_rows = row_set(source[-1]) == row_set(frame.rows[-1])
    subset = row_set(source[-1]) in map(row_set, frame.rows) and column.shape == "row"
    if not (same_rows or subset):
        return False
    physical = frame.physical  # labels that this run only demands have no column yet
    return all(c == ROW and c not in physical or c in physical and physical[c].version == v for c, v in column.refs.items())


def column_like(value: Value, frame: Frame, what: str = "the value") -> Column:
    """A scalar or an aligned column, as a column of `frame`.

    Raises:
        Decline: T313 when pandas would align rows by label.
    """
    if isinstance(value, Labels):
        return _labels_of(value, frame, what)
    if isinstance(value, Column):
        if value.own and value.taken is not None and not aligned(value, frame):
            value = value.taken
        if not aligned(value, frame):
            raise Decline(f"{what} comes from other rows, which pandas aligns by index", code="T313")
        return replace(value, frame=frame)
    if isinstance(value, Const):
        if value.value is None or value.value != value.value:
            return Column(F.lit(None), frame=frame, dtype="null", nullable=True, none=value.value is None)
        dtype = literal_dtype(type(value.value))
        if dtype is not None:
            return Column(F.lit(value.code), frame=frame, dtype=dtype, nullable=False)
        dtype = {"Timestamp": "datetime", "datetime": "datetime", "Timedelta": "timedelta",
                 "timedelta": "timedelta", "date": "date"}.get(type(value.value).__name__)  # fmt: skip
        if dtype == "datetime":  # as text, so that no time zone of the driver comes in
            moment = F.lit(_moment(value)).cast("timestamp_ntz")
            return Column(moment, frame=frame, dtype=dtype, nullable=False)
        if type(value.value).__name__ == "timedelta64":
            length = name("pd", "import pandas as pd").Timedelta(value.code)
            return Column(F.lit(length), frame=frame, dtype="timedelta", nullable=False)
        if dtype is not None:
            return Column(F.lit(value.code), frame=frame, dtype=dtype, nullable=False)
    number = value.specimen.value if isinstance(value, Local) and value.specimen and value.specimen.exact else None
    if isinstance(number, (int, float)) and not isinstance(number, bool):
        number_dtype = "float64" if isinstance(number, float) else "int64"
        return Column(parity.lit(value.code), frame=frame, dtype=number_dtype, nullable=number != number)
    if isinstance(value, Scalar):
        return Column(parity.lit(value.code), frame=frame, dtype=value.dtype, nullable=True)
    raise Decline(f"{what} is not a column or a constant", code="T311")


_TIMESTAMP = re.compile(r"""pd\.Timestamp\((["'])(\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?)\1\)""")


def _moment(value: Const) -> Code:
    """The code of a point in time as text: that which the program makes it of, where that stands there."""
    written = _TIMESTAMP.fullmatch(layout.flat(value.code))
    return literal(written[2]) if written is not None else name("str")(value.code)


def _labels_of(value: Labels, frame: Frame, what: str) -> Column:
    if value.frame.rows[-1] != frame.rows[-1]:
        raise Decline(f"{what} is the index of other rows", code="T313")
    return replace(label_column(replace(value, frame=frame)), frame=frame)


def staged(frame: Frame, column: Value) -> Frame | None:
    """The column's frame, where that is `frame` with working columns, as windows over windows need them."""
    if not isinstance(column, Column) or column.array:
        return None
    whole, physical = column.frame, frame.physical
    same = whole.rows[-1] == frame.rows[-1] and whole.index == frame.index and len(whole.physical) > len(physical)
    covered = all(c in whole.physical and whole.physical[c].version == f.version for c, f in physical.items())
    if not same or not covered or aligned(column, frame):
        return None
    fields = {c: whole.physical[c] for c in frame.fields}
    return replace(whole, fields=fields, hidden={c: f for c, f in whole.physical.items() if c not in fields})


def materialised(column: Column, as_name: str) -> Column:
    """The column as a plain physical column of its frame, adding it if it is an expression.

    Needed where Spark takes no expression over several rows (filters, group keys).
    """
    if column.plain is not None and column.plain in column.frame.physical:
        return column
    frame = column.frame
    fact = Field(column.dtype, column.nullable, missing=column.missing, categories=column.categories,
                 infinite=made_infinite(column))  # fmt: skip
    code = frame.code.withColumn(as_name, column.settled)
    still = frame.sorted and column.shape == "row"
    target = replace(frame, code=code, hidden={**frame.hidden, as_name: fact}, sorted=still)
    return replace(column.settled_column, code=col(as_name), frame=target, plain=as_name,
                   refs={as_name: fact.version}, shape="row", negated=None)  # fmt: skip


def without_missing(code: Code, labels: Sequence[str]) -> Code:
    """The rows of a Spark frame in which none of the columns is missing.

    ``dropna`` itself cannot be told names with a dot: Spark and Sail want them written differently.
    """
    if any(is_odd(label) for label in labels):
        return code.filter(all_of(col(label).isNotNull() for label in labels))
    return code.dropna(subset=list(labels))


def unsettled(fact: Field) -> bool:
    """Whether the column is one of integers, or of floats once something is missing."""
    return fact.dtype in INTEGERS - MASKED and fact.nullable and fact.missing is not False


def unsettled_truth(fact: Field) -> bool:
    """Whether the column is one of truth values, or of objects once something is missing."""
    return fact.dtype == "bool" and fact.nullable and fact.missing is not False


def unsettled_column(column: Column) -> bool:
    """`unsettled`, for an expression."""
    return column.dtype in INTEGERS - MASKED and column.nullable and column.missing is not False


INFINITE = frozenset(f"parity.{name}" for name in ("divide", "true_divide", "log", "log2", "log10", "log1p"))
"""Functions of the support package that give infinities."""


CHECKS = frozenset(f"parity.require_{what}" for what in ("filled", "increasing", "names", "parts", "unique", "values"))
"""Functions of the support package that hold data against what the program was translated for."""


def is_checked(code: Code) -> bool:
    """Whether the code of a frame checks its data: it has to run for what follows from the check."""
    return bool(needs(code) & CHECKS)


def made_infinite(column: Column) -> bool:
    """Whether the code of a column, or of one that it reads, may give infinities."""
    if column.dtype not in FLOATS:
        return False
    physical = column.frame.physical
    return bool(needs(column.code) & INFINITE) or any(physical[c].infinite for c in column.refs if c in physical)


def with_column(frame: Frame, label: Label | str, column: Column) -> Frame:
    """``df[label] = column``: the frame with one data column set, in pandas' column order."""
    return with_fields(frame, {label: column})


def projected(frame: Frame, columns: Mapping[str, Column]) -> Frame:
    """The rows with these data columns instead of the old ones; index and order stay.

    Raises:
        Decline: T202 or T316 where a name is taken by another column, or a value cannot be held.
    """
    names = [*frame.hidden, *columns]
    twice = next((n for i, n in enumerate(names) if n.lower() in {m.lower() for m in names[:i]}), None)
    if twice is not None:
        raise Decline(f"column {twice!r} would have the name of another column, in another case or as the index", code="T202")
    if not_held := next((c.dtype for c in columns.values() if c.dtype not in SPARK_TYPES), None):
        raise Decline(f"a {not_held} column is not held in Spark with the same meaning", code="T202")
    kept = {label for label, column in columns.items() if column.plain == label}
    order, aside = order_aside(frame, [c for c in frame.fields if c not in kept])
    hidden = {**frame.hidden, **{new: frame.fields[c] for c, new in aside.items()}}
    values = [label if label in kept else column.settled.alias(label) for label, column in columns.items()]
    code = frame.code.select(*frame.hidden, *(col(c).alias(new) for c, new in aside.items()), *values)
    fields = {str(n): frame.fields[n] if n in kept else _field_of(column) for n, column in columns.items()}
    still = frame.sorted and all(column.shape == "row" for column in columns.values())
    return replace(frame, code=code, fields=fields, hidden=hidden, order=order, sorted=still, tuples={}, columns_name=None)


def _field_of(column: Column) -> Field:
    """What is known of a column that holds the values of an expression."""
    return Field(column.dtype, column.nullable and column.null_means is None, categories=column.categories,
                 missing=column.missing, none=column.none, infinite=made_infinite(column))  # fmt: skip


def with_fields(frame: Frame, columns: dict[Any, Column]) -> Frame:
    """The frame with several data columns set at once from expressions over its old columns."""
    fields = dict(frame.fields)
    for label, column in columns.items():
        if str(label) in frame.hidden:
            raise Decline(f"column {str(label)!r} would overwrite a stored index", code="T316")
        if column.dtype not in SPARK_TYPES:
            raise Decline(f"a {column.dtype} column is not held in Spark with the same meaning", code="T202")
        clash = next((c for c in frame.physical if c.lower() == label.lower() and c != label), None)
        if clash is not None:
            raise Decline(f"columns {clash!r} and {str(label)!r} differ only in case", code="T202")
        fields[str(label)] = _field_of(column)
    codes = {label: column.settled for label, column in columns.items()}
    order, aside = order_aside(frame, [str(label) for label in columns])
    hidden = {**frame.hidden, **{new: frame.fields[c] for c, new in aside.items()}}
    codes = {**{new: col(c) for c, new in aside.items()}, **codes}
    if len(codes) == 1:
        [(label, value)] = codes.items()
        code = frame.code.withColumn(label, value)
    else:
        code = frame.code.withColumns(_mapped_codes(frame, codes))
    still = frame.sorted and all(column.shape == "row" for column in columns.values())
    return replace(frame, code=code, fields=fields, hidden=hidden, order=order, sorted=still)


MANY = 4
"""From so many columns on, equal expressions are written as one comprehension."""


def _template(codes: Mapping[str, Code]) -> str | None:
    """The one expression in ``c`` that all the codes are, or None."""
    texts = {layout.flat(code).replace(layout.quoted(label, '"'), "c") for label, code in codes.items()}
    plain = all(label.isidentifier() and type(label) is str and label != "c" for label in codes)
    if len(codes) < MANY or len(texts) != 1 or not plain:
        return None
    [text] = texts
    return text if re.search(r"\bc\b", text) else None


def _source(frame: Frame, labels: Iterable[str]) -> Code:
    whole = list(labels) == list(frame.physical) and held_by(frame)
    return Raw(f"{held_by(frame)}.columns") if whole else literal(list(labels))


def _imports(codes: Mapping[str, Code]) -> frozenset[str]:
    return frozenset().union(*(needs(code) for code in codes.values()))


def listed_codes(frame: Frame, codes: Mapping[str, Code]) -> list[Any]:
    """Arguments that are the codes, as ``*[... for c in columns]`` where they are all alike."""
    template = _template(codes)
    if template is None:
        return list(codes.values())
    return [star(_comprehension(frame, codes, None, template))]


def _mapped_codes(frame: Frame, codes: Mapping[str, Code]) -> Any:
    template = _template(codes)
    if template is None:
        return codes
    return _comprehension(frame, codes, name("c"), template)


def _comprehension(frame: Frame, codes: Mapping[str, Code], key: Code | None, template: str) -> Code:
    return Comprehension(key, Raw(template, needs=_imports(codes)), "c", _source(frame, codes))


def order_aside(frame: Frame, gone: Iterable[str]) -> tuple[Order | None, dict[str, str]]:
    """The order once some data columns are gone: sort keys among them live on under a hidden name.

    Returns:
        the order, and the new name of each sort key that has to be kept aside.
    """
    order, taken = frame.order, set(gone)
    lost = [c for c in order.columns() if c in taken and c in frame.fields] if order is not None else []
    if order is None or not lost:
        return order, {}
    if not order.total:  # nobody has asked for the order yet; who does makes it total
        return None, {}
    names = {c: f"_sort_{c}" for c in lost}
    keys = tuple(replace(k, column=names.get(k.column, k.column)) for k in order.keys)
    return replace(order, keys=keys), names


def of_both(left: Column, right: Value) -> dict[str, Any]:
    """Name of what an operator makes of two, and whether it is an array: beside a Series an array has no say."""
    if isinstance(right, Labels):
        levels = right.frame.index.levels
        return {"name": left.name if len(levels) == 1 and levels[0].name == left.name else None}
    if not isinstance(right, Column):
        return {"name": left.name}
    named = [c for c in (left, right) if c.labels or not c.array]
    names = {c.name for c in named}
    return {"name": names.pop() if len(names) == 1 else None, "array": all(c.array for c in named or (left, right))}


def combined(left: Column, right: Value, operator: str, swap: bool = False) -> tuple[Code, Code, Column]:
    """Both operands' code, and the facts of ``left <operator> right`` by asking pandas for its dtype.

    With `swap` the operands change places (``1 - s``). The returned column has the facts of the
    result; the caller gives it its code with ``then``.

    Raises:
        Decline: T312 when pandas itself refuses the dtypes or the result is not held in Spark.
    """
    left = replace(left, frame=staged(left.frame, right) or left.frame)
    other = column_like(right, left.frame, "the other operand")
    kind = "int32" if left.dtype == "int32" and _fits_int32(right) else other.dtype
    dtypes = (kind, left.dtype) if swap else (left.dtype, kind)
    dtype = binary_dtype(operator, *dtypes)
    if dtype is None:
        raise Decline(f"{dtypes[0]} {operator} {dtypes[1]} has no faithful Spark form", code="T312")
    own = left.settled
    beside = lit(right) if isinstance(right, (Const, Scalar)) and not isinstance(right, Scalar) else other.settled
    codes = (beside, own) if swap else (own, beside)
    result = left.then(
        own, dtype=dtype, nullable=left.nullable or other.nullable, refs={**left.refs, **other.refs},
        shape="window" if "window" in (left.shape, other.shape) else "row",
        **of_both(left, right),
    )  # fmt: skip
    return codes[0], codes[1], result


def _fits_int32(value: Value) -> bool:
    """Whether a Python number leaves whole numbers of 32 bits, as parts of dates are, what they are."""
    known = value.value if isinstance(value, Const) else None
    return isinstance(known, int) and not isinstance(known, bool) and -(2**31) <= known < 2**31


def missing_if_nan(code: Code) -> Code:
    """A number, missing where it is NaN, which pandas takes for the same."""
    return F.nanvl(code, F.lit(None))


def has_missing(column: Column) -> bool | None:
    """Whether the column holds missing values, as far as the data at hand tell; None if unclear.

    pandas decides by it whether a whole-number result is int or float. Rows that were selected
    meanwhile may have left the missing ones out.
    """
    if not column.nullable or column.null_means is not None or column.missing is False:
        return False
    return True if column.missing and len(column.frame.rows) == 1 else None
