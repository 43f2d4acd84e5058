"""Everything a rule may import: values, emitted code, and converters from arguments to facts.

Converters raise `Decline` with a message that names the argument, so a rule reads as if its
arguments were always known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from translator import pandas_api
from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.emit import (
    Argument,
    Code,
    F,
    Label,
    Raw,
    Window,
    all_of,
    any_of,
    binary,
    literal,
    name,
    parity,
    spark,
    star,
)
from translator.pandas_api import MISSING, binary_dtype, literal_dtype
from translator.registry import elementwise, never, not_yet, rule
from translator.values import (
    BOOLEANS,
    FLOATS,
    INTEGERS,
    LOST,
    MASKED,
    NUMBERS,
    POSITION,
    RANGE,
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    SPARK_TYPES,
    TEXTS,
    Accessor,
    Column,
    Const,
    Elements,
    Field,
    Frame,
    Function,
    Grouped,
    Index,
    Level,
    Local,
    Module,
    Order,
    Scalar,
    SortKey,
    Value,
    Windowed,
    col,
    fresh,
    stored_index,
)

__all__ = [
    "BOOLEANS", "FLOATS", "INTEGERS", "LOST", "MASKED", "MISSING", "NUMBERS", "POSITION", "RANGE",
    "ROW", "ROW_INDEX", "ROW_ORDER", "SPARK_TYPES", "TEXTS", "Accessor", "Argument", "CallSite",
    "Code", "Column", "Const", "Decline", "Elements", "F", "Field", "Frame", "Function", "Grouped",
    "Index", "Label", "Level", "Local", "Module", "Order", "Raw", "Scalar", "SortKey", "Value",
    "Window", "Windowed", "aligned", "all_of", "any_of", "binary", "binary_dtype", "by_order", "col",
    "column_like", "combined", "constant", "current", "elementwise", "filtered", "flag", "flags", "fresh", "fresh_rows", "given",
    "items", "lit", "literal_frame", "literal", "literal_dtype", "materialised", "name", "names", "never", "not_yet",
    "number", "numbered", "one_of", "order_keys", "ordered", "pandas_api", "parity", "replace", "rule",
    "select_all", "series_frame", "sort_code", "spark", "star", "stored_index", "text", "with_column",
    "with_fields", "with_labels", "with_order",
]  # fmt: skip


# --- converters: from argument values to Python facts -------------------------------------------


def given(value: Value) -> bool:
    """Whether an argument was passed and is not None."""
    return not (isinstance(value, Const) and (value.value is MISSING or value.value is None))


def constant(value: Value, what: str = "the argument") -> Any:
    """The Python value of an argument known at translation time.

    Raises:
        Decline: T311 when it is computed at run time.
    """
    if isinstance(value, Const):
        return value.value
    if isinstance(value, Elements) and value.kind != "dict":
        parts = [constant(item, what) for item in value.items]
        return parts if value.kind == "list" else tuple(parts)
    raise Decline(f"{what} is not known at translation time", "use a constant", code="T311")


def flag(value: Value, what: str = "the flag") -> bool:
    known = constant(value, what)
    if not isinstance(known, (bool, int)):
        raise Decline(f"{what} is {known!r}, not True or False", code="T310")
    return bool(known)


def flags(value: Value, count: int, what: str = "the flags") -> list[bool]:
    """One bool or a list of bools, as a list of `count`."""
    known = constant(value, what)
    if isinstance(known, (list, tuple)):
        if len(known) != count:
            raise Decline(f"{what} has {len(known)} entries for {count} keys", code="T310")
        return [bool(k) for k in known]
    return [bool(known)] * count


def one_of(value: Value, *allowed: Any) -> Any:
    """The argument's value, which must be one of `allowed`."""
    known = constant(value)
    if known not in allowed:
        raise Decline(f"the value {known!r} is not supported here", code="T310")
    return known


def number(value: Value, what: str = "the number") -> int | float:
    known = constant(value, what)
    if isinstance(known, bool) or not isinstance(known, (int, float)):
        raise Decline(f"{what} is not a number", code="T310")
    return known


def text(value: Value, what: str = "the text") -> str:
    known = constant(value, what)
    if not isinstance(known, str):
        raise Decline(f"{what} is not text", code="T310")
    return str(known)


def names(value: Value, what: str = "the column names") -> list[Label]:
    """One column name or a list of them, each remembering how the source wrote it."""
    if isinstance(value, Elements) and value.kind != "dict":
        return [_label(item, what) for item in value.items]
    known = constant(value, what)
    if isinstance(known, str):
        return [_label(value, what)]
    if isinstance(known, (list, tuple, set)) and all(isinstance(k, str) for k in known):
        return [k if isinstance(k, Label) else Label(k) for k in known]
    raise Decline(f"{what} are not text", code="T311")


def _label(value: Value, what: str) -> Label:
    known = constant(value, what)
    if isinstance(known, Label):
        return known
    if not isinstance(known, str):
        raise Decline(f"{what} are not text", code="T311")
    return Label(known, value.code)


def items(value: Value, what: str = "the mapping") -> list[tuple[Value, Value]]:
    """Keys and values of a dict argument."""
    if isinstance(value, Elements) and value.kind == "dict":
        return list(zip(value.keys, value.items, strict=True))
    known = constant(value, what)
    if not isinstance(known, dict):
        raise Decline(f"{what} is not a dict", code="T310")
    return [(Const(literal(k), k), _const_of(v)) for k, v in known.items()]


def _const_of(value: Any) -> Const:
    try:
        return Const(literal(value), value)
    except TypeError:
        return Const(Raw(repr(value)), value)


# --- columns -------------------------------------------------------------------------------------


def lit(value: Value) -> Code:
    """The argument as it stands beside a column: a plain literal, or ``F.lit`` of a variable."""
    if isinstance(value, Const) and isinstance(value.value, (str, int, float, bool)):
        return value.code if isinstance(value.code, Raw) or not isinstance(value.value, float) else literal(value.value)
    return F.lit(value.code)


def aligned(column: Column, frame: Frame) -> bool:
    """Whether the column's expression means the same on `frame`, row by row.

    True when the frame holds the rows that the column was taken from, or some of them, and every
    column that the expression reads is still the version that it read. An expression over
    several rows (a window) moves only to exactly the same rows.
    """
    source = column.frame.rows
    same_rows = source[-1] == frame.rows[-1]
    subset = source[-1] in frame.rows and column.shape == "row" and not column.array
    if not (same_rows or subset):
        return False
    physical = frame.physical
    return all(c in physical and physical[c].version == v for c, v in column.refs.items())


def column_like(value: Value, frame: Frame, what: str = "the value") -> Column:
    """A scalar or an aligned column, as a column of `frame`.

    Raises:
        Decline: T313 when pandas would align rows by label.
    """
    if isinstance(value, Column):
        if not aligned(value, frame):
            raise Decline(f"{what} comes from other rows, which pandas aligns by index", code="T313")
        return replace(value, frame=frame)
    if isinstance(value, Const):
        if value.value is None or value.value != value.value:
            return Column(F.lit(None), frame=frame, dtype="null", nullable=True)
        dtype = literal_dtype(type(value.value))
        if dtype is not None:
            return Column(F.lit(value.code), frame=frame, dtype=dtype, nullable=False)
        dtype = {"Timestamp": "datetime", "datetime": "datetime", "Timedelta": "timedelta",
                 "timedelta": "timedelta", "date": "date"}.get(type(value.value).__name__)  # fmt: skip
        if dtype is not None:
            return Column(F.lit(value.code), frame=frame, dtype=dtype, nullable=False)
    if isinstance(value, Scalar):
        return Column(parity.lit(value.code), frame=frame, dtype=value.dtype, nullable=True)
    raise Decline(f"{what} is not a column or a constant", code="T311")


def materialised(column: Column, as_name: str) -> Column:
    """The column as a plain physical column of its frame, adding it if it is an expression.

    Needed where Spark takes no expression over several rows (filters, group keys).
    """
    if column.plain is not None and column.plain in column.frame.physical:
        return column
    frame = column.frame
    fact = Field(column.dtype, column.nullable)
    code = frame.code.withColumn(as_name, column.settled)
    target = replace(frame, code=code, hidden={**frame.hidden, as_name: fact})
    return replace(column.settled_column, code=col(as_name), frame=target, plain=as_name,
                   refs={as_name: fact.version}, shape="row", negated=None)  # fmt: skip


def with_column(frame: Frame, label: Label | str, column: Column) -> Frame:
    """``df[label] = column``: the frame with one data column set, in pandas' column order."""
    return with_fields(frame, {label: column})


def with_fields(frame: Frame, columns: dict[Any, Column]) -> Frame:
    """The frame with several data columns set at once from expressions over its old columns."""
    fields = dict(frame.fields)
    for label, column in columns.items():
        if str(label) in frame.hidden:
            raise Decline(f"column {str(label)!r} would overwrite a stored index", code="T316")
        clash = next((c for c in frame.physical if c.lower() == label.lower() and c != label), None)
        if clash is not None:
            raise Decline(f"columns {clash!r} and {str(label)!r} differ only in case", code="T202")
        fields[str(label)] = Field(column.dtype, column.nullable and column.null_means is None,
                                   categories=column.categories)  # fmt: skip
    codes = {label: column.settled for label, column in columns.items()}
    if len(codes) == 1:
        [(label, value)] = codes.items()
        code = frame.code.withColumn(label, value)
    else:
        code = frame.code.withColumns(codes)
    order = frame.order
    if order is not None and any(str(label) in order.columns() for label in columns):
        order = None
    return replace(frame, code=code, fields=fields, order=order)


# --- order and labels -----------------------------------------------------------------------------


def ordered(frame: Frame, why: str) -> Frame:
    """The frame, whose row order somebody observes: its `order` is known and total.

    Where it is not yet, order is demanded at the frame's origins and this run goes on as if it
    were there; the next run has it.

    Raises:
        Decline: T316 when no origin can provide the order.
    """
    if frame.order is not None and frame.order.total:
        return frame
    if not current().demand_rows(frame, "order"):
        raise Decline(f"{why} depends on the row order, which is not known here", code="T316")
    return _provisional(frame)


def with_labels(frame: Frame, why: str) -> Frame:
    """The frame with its pandas index stored in columns.

    Raises:
        Decline: T316 when the labels cannot be rebuilt.
    """
    if frame.index.kind == "stored":
        return frame
    if not current().demand_rows(frame, "labels"):
        raise Decline(f"{why} depends on index labels, which are not known here", code="T316")
    return replace(_provisional(frame), index=ROW_INDEX)


def _provisional(frame: Frame) -> Frame:
    hidden = {**frame.hidden, ROW: frame.hidden.get(ROW, Field("int64", False))}
    return replace(frame, hidden=hidden, order=ROW_ORDER)


def order_keys(frame: Frame) -> list[Code]:
    """Sort expressions for the frame's known order."""
    assert frame.order is not None
    return [sort_code(key) for key in frame.order.keys]


def sort_code(key: SortKey, nullable: bool = True) -> Code:
    """A sort expression with pandas' place for missing values written out."""
    column = col(key.column)
    if not nullable:
        plain = key.column.replace(".", "`") == key.column
        return (literal(key.column) if plain else column) if key.ascending else column.desc()
    if key.ascending:
        return column.asc_nulls_last() if key.nulls_last else column.asc_nulls_first()
    return column.desc_nulls_last() if key.nulls_last else column.desc_nulls_first()


def by_order(frame: Frame, partition: Sequence[Code] = (), reverse: bool = False) -> Code:
    """``Window[.partitionBy(...)].orderBy(<the frame's order>)``."""
    assert frame.order is not None
    keys = frame.order.keys
    if reverse:
        keys = tuple(replace(k, ascending=not k.ascending, nulls_last=not k.nulls_last) for k in keys)
    physical = frame.physical
    codes = [sort_code(k, physical[k.column].nullable if k.column in physical else True) for k in keys]
    if partition:
        return Window.partitionBy(*partition).orderBy(*codes)
    return Window.orderBy(*codes)


def with_order(frame: Frame) -> Code:
    """The frame's code, sorted by its known order (for a consumer that reads rows in order)."""
    assert frame.order is not None
    physical = frame.physical
    return frame.code.orderBy(*(sort_code(k, physical[k.column].nullable) for k in frame.order.keys))


def numbered(frame: Frame, code: Code, start_order: Order) -> Frame:
    """Give the rows fresh default labels 0..n-1 in `start_order`, stored in the row column."""
    physical = {**frame.physical}
    keys = [sort_code(k, physical[k.column].nullable if k.column in physical else True) for k in start_order.keys]
    number = F.row_number().over(Window.orderBy(*keys)).cast("bigint") - 1
    hidden = {c: f for c, f in frame.hidden.items() if c != ROW}
    hidden[ROW] = Field("int64", False)
    return replace(frame, code=code.withColumn(ROW, number), hidden=hidden, index=ROW_INDEX, order=ROW_ORDER)


def fresh_rows(at: CallSite, frame: Frame, drop: Iterable[str] = ()) -> Frame:
    """Give a frame a new default index (``reset_index(drop=True)``, ``ignore_index=True``).

    `frame.order` is the order in which pandas would number the rows. Labels are stored only if
    somebody demands them; columns in `drop` and the old row column go away.
    """
    dropped = [c for c in dict.fromkeys([*drop, ROW]) if c in frame.hidden]
    origins = frozenset([at.origin])
    if at.wants_labels or (at.wants_order and (frame.order is None or any(c in dropped for c in frame.order.columns()))):
        source = ordered(frame, "a new default index")
        assert source.order is not None
        result = numbered(source, source.code, source.order)
        gone = [c for c in dropped if c != ROW]
        if gone:
            hidden = {c: f for c, f in result.hidden.items() if c not in gone}
            result = replace(result, code=result.code.drop(*gone), hidden=hidden)
        return replace(result, origins=origins)
    order = frame.order
    if order is not None and any(c in dropped for c in order.columns()):
        order = None
    code = frame.code.drop(*dropped) if dropped else frame.code
    hidden = {c: f for c, f in frame.hidden.items() if c not in dropped}
    return replace(frame, code=code, hidden=hidden, index=RANGE, order=order, origins=origins)


# --- frames ---------------------------------------------------------------------------------------


def select_all(frame: Frame, columns: Iterable[Any]) -> Frame:
    """``df[[...]]``: the named data columns, with the index and order columns kept."""
    chosen = list(columns)
    if len(set(chosen)) != len(chosen):
        raise Decline("a column is selected twice, and Spark columns need distinct names", code="T202")
    fields = frame.keeping(chosen)
    kept = [c for c in frame.hidden]
    order_data = [c for c in (frame.order.columns() if frame.order else ()) if c not in fields and c in frame.fields]
    hidden = {**frame.hidden, **{c: frame.fields[c] for c in order_data}}
    code = frame.code.select(*kept, *order_data, *chosen)
    return replace(frame, code=code, fields={str(c): fields[c] for c in chosen}, hidden=hidden)


def series_frame(column: Column) -> tuple[Frame, str]:
    """A Series as a Spark DataFrame of its own: index columns plus one value column.

    Returns:
        the frame, and the name of its value column.
    """
    frame = column.frame
    label = column.plain or column.name or "value"
    if column.plain and list(frame.fields) == [column.plain]:
        return frame, column.plain
    while label in frame.hidden:
        label += "_value"
    keep = list(frame.hidden)
    order_data = [c for c in (frame.order.columns() if frame.order else ()) if c in frame.fields and c != label]
    overwritten = frame.order is not None and label in frame.order.columns() and column.plain != label
    hidden = {**frame.hidden, **{c: frame.fields[c] for c in order_data}}
    value: Any = label if column.plain == label else column.settled.alias(label)
    code = frame.code.select(*keep, *order_data, value)
    fact = Field(column.dtype, column.nullable and column.null_means is None, categories=column.categories)
    order = None if overwritten else frame.order
    return replace(frame, code=code, fields={label: fact}, hidden=hidden, order=order), label


def filtered(frame: Frame, condition: Column) -> Frame:
    """``df[condition]``: the rows where a condition on the same rows is true."""
    if condition.dtype not in ("bool", "boolean"):
        raise Decline(f"rows are selected by a {condition.dtype} column, not a condition", code="T312")
    test = column_like(condition, frame, "the condition")
    if test.shape == "row":
        code = test.settled if test.null_means else test.code
        return frame.subset(frame.code.filter(code))
    kept = materialised(test, "_keep")
    result = kept.frame.code.filter(kept.code).drop("_keep")
    return replace(frame.subset(result), hidden=frame.hidden)


def combined(left: Column, right: Value, operator: str, swap: bool = False) -> tuple[Code, Code, Column]:
    """Both operands' code, and the facts of ``left <operator> right`` by asking pandas for its dtype.

    With `swap` the operands change places (``1 - s``). The returned column has the facts of the
    result; the caller gives it its code with ``then``.

    Raises:
        Decline: T312 when pandas itself refuses the dtypes or the result is not held in Spark.
    """
    other = column_like(right, left.frame, "the other operand")
    dtypes = (other.dtype, left.dtype) if swap else (left.dtype, other.dtype)
    dtype = binary_dtype(operator, *dtypes)
    if dtype is None:
        raise Decline(f"{dtypes[0]} {operator} {dtypes[1]} has no faithful Spark form", code="T312")
    own = left.settled
    beside = lit(right) if isinstance(right, (Const, Scalar)) and not isinstance(right, Scalar) else other.settled
    codes = (beside, own) if swap else (own, beside)
    result = left.then(
        own, dtype=dtype, nullable=left.nullable or other.nullable, refs={**left.refs, **other.refs},
        shape="window" if "window" in (left.shape, other.shape) else "row",
        name=left.name if not isinstance(right, Column) or other.name == left.name else None,
    )  # fmt: skip
    return codes[0], codes[1], result


def literal_frame(at: CallSite, data: Any) -> Frame:
    """A Spark frame from the original pandas constructor call, whose content is known as `data`.

    Raises:
        Decline: T202 when a column cannot be held in Spark.
    """
    fields, problems = pandas_api.fields_of(data)
    if problems:
        label, why = next(iter(problems.items()))
        raise Decline(f"column {label!r} cannot be held in Spark: {why}", code="T202")
    if not pandas_api.has_default_index(data):
        raise Decline("a literal frame with an index of its own is not translated yet", code="T301")
    pandas_code = at.original
    origins = frozenset([at.origin])
    if at.wants_order:
        code = spark.createDataFrame(pandas_code.reset_index(names=ROW))
        return Frame(code, fields=fields, hidden={ROW: Field("int64", False)}, index=ROW_INDEX,
                     order=ROW_ORDER, origins=origins, bounded=True)  # fmt: skip
    return Frame(spark.createDataFrame(pandas_code), fields=fields, origins=origins, bounded=True)
