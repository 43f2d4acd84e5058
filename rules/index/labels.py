"""The index of a frame's rows: its values, its parts, and what it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from translator.rulekit import (
    Accessor,
    CallSite,
    Column,
    Const,
    Decline,
    Frame,
    Labels,
    Level,
    Local,
    Scalar,
    Value,
    by_rule,
    column_by_rule,
    constant,
    given,
    index_on_driver,
    label_column,
    label_on_driver,
    literal,
    name,
    pandas_api,
    replace,
    rule,
    series_on_driver,
    with_labels,
)


@rule("DataFrame.index", "Series.index", any_columns=True)
def index(obj: Value) -> Labels:
    """The row labels; what is read of them decides whether they are stored.

    Example:
        df.index
    Becomes:
        pd.RangeIndex(df.count())
    """
    frame = obj if isinstance(obj, Frame) else obj.frame if isinstance(obj, Column) and not obj.array else None
    if frame is None:
        raise Decline("an array has no index", code="T312")
    return Labels(frame.code, frame=frame)


def label_values(value: Value) -> Column:
    """The labels as a column of their rows, for rules that read them one by one."""
    if isinstance(value, Labels):
        return label_column(value)
    if isinstance(value, Column):
        return value
    raise Decline("these are the names of columns, not labels of rows", code="T301")


def _as_series(value: Value) -> Column:
    return replace(label_values(value), array=False, labels=False)


def _as_index(column: Column) -> Column:
    return replace(column, array=True, labels=True)


def _as_array(column: Column) -> Column:
    return replace(column, array=True, labels=False)


def text_part(accessor: Accessor, method: str, *args: Value, **kwargs: Value) -> Column:
    """What a method of ``Index.str`` makes of the labels of rows."""
    base = _as_series(accessor.base)
    view = Accessor(base.code, base=base, name="str")
    result = by_rule(f"Series.str.{method}", view, *args, **kwargs)
    if not isinstance(result, Column):
        raise Decline(f"{method} does not give one value for each label", code="T312")
    return _as_array(result) if result.dtype.startswith("bool") else _as_index(result)


@rule("Index.values", "Index.to_numpy", "Index.array")
def values(index: Value) -> Value:
    """The labels as an array; those of columns are known.

    Example:
        df["z"] = df.index.values
    Becomes:
        df = df.withColumn("z", F.col("_row"))
    """
    if isinstance(index, Const) and any(isinstance(label, tuple) for label in index.value):
        return Const(index.code.values, list(index.value))
    if isinstance(index, Const):
        listed = getattr(index.value, "listed", None)
        if listed is None:
            return Local(index.code.values, "ndarray")
        return Const(name("np", "import numpy as np").array(listed, dtype=name("object")), _array_of(index.value))
    return _as_array(label_values(index))


def _array_of(names: Sequence[str]) -> pandas_api.ConstantIndex:
    """An array of names does what an Index of them does, with each of them."""
    array = pandas_api.ConstantIndex(names)
    array.listed = literal(list(names))
    return array


DATE_PARTS = ("year", "month", "day", "hour", "minute", "quarter", "dayofyear", "day_of_year", "dayofweek",
              "day_of_week", "weekday")  # fmt: skip


@rule(*(f"Index.{part}" for part in DATE_PARTS))
def date_part(index: Value, at: CallSite) -> Column:
    """A part of dates that are labels.

    Example:
        by = df[df["n"] > 0].dropna().set_index("t")
        by["y"] = by.index.year
    Becomes:
        by = by.withColumn("y", F.year(F.col("t")))
    """
    return _as_index(_of_dates(index, at.api.rpartition(".")[2]))


@rule("Index.date")
def date(index: Value) -> Column:
    """The days of dates that are labels, as an array."""
    return _as_array(_of_dates(index, "date"))


@rule("Index.normalize", "Index.day_name", "Index.month_name")
def date_text(index: Value, at: CallSite) -> Column:
    """Another form of dates that are labels."""
    return _as_index(_of_dates(index, at.api.rpartition(".")[2]))


@rule("Index.to_period", "Index.to_timestamp")
def period_of_labels(index: Value, freq: Value, at: CallSite) -> Column:
    """Dates that are labels as periods, or periods by the moment at which they begin."""
    options = {"freq": freq} if given(freq) else {}
    base = _as_series(index)
    view = Accessor(base.code, base=base, name="dt")
    return _as_index(_column(by_rule(f"Series.dt.{at.api.rpartition('.')[2]}", view, **options)))


@rule("Index.astype")
def astype(index: Value, dtype: Value) -> Column:
    """The labels in another type.

    Example:
        by = df.dropna().set_index("n")
        by["z"] = by.index.astype(str)
    Becomes:
        by = by.withColumn("z", F.col("n").cast("string"))
    """
    return _as_index(_column(by_rule("Series.astype", _as_series(index), dtype)))


def _column(value: Value) -> Column:
    if not isinstance(value, Column):
        raise Decline("there is not one value for each label", code="T312")
    return value


@rule("Index.strftime")
def strftime(index: Value, date_format: Value) -> Column:
    """Dates that are labels, as text."""
    return _as_index(_of_dates(index, "strftime", date_format))


def _of_dates(index: Value, part: str, *args: Value) -> Column:
    base = _as_series(index)
    result = by_rule(f"Series.dt.{part}", Accessor(base.code, base=base, name="dt"), *args)
    if not isinstance(result, Column):
        raise Decline(f"{part} does not give one value for each label", code="T312")
    return result


@rule("Index.isin")
def isin(index: Value, values: Value) -> Column:
    """Which labels are among the values.

    Example:
        df[df.index.isin([2, 3])]
    Becomes:
        df.filter(F.col("_row").isin([2, 3]))
    """
    return _as_array(column_by_rule("Series.isin", _as_series(index), values))


COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
OPERATORS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "radd", "rsub", "rmul")


@rule(*(f"Index.__{o}__" for o in (*COMPARISONS, *OPERATORS)))
def operate(index: Value, other: Value, at: CallSite) -> Column:
    """An operator on every label.

    Example:
        df[df.index > 2]
    Becomes:
        df.filter(F.col("_row") > 2)
    """
    method = at.api.rpartition(".")[2]
    result = column_by_rule(f"Series.{method}", _as_series(index), other)
    return _as_array(result) if method.strip("_") in COMPARISONS else _as_index(result)


@rule("Index.min", "Index.max", "Index.nunique", "Index.is_unique", "Index.is_monotonic_increasing",
      "Index.is_monotonic_decreasing", "Index.hasnans")  # fmt: skip
def reduced_labels(index: Value, at: CallSite) -> Value:
    """One fact of all labels.

    Example:
        df.set_index("n").index.max()
    Becomes:
        scalar(df.agg(F.max("n")))
    """
    found = by_rule("Series." + at.api.rpartition(".")[2], _as_series(index))
    if at.api in ("Index.min", "Index.max") and isinstance(index, Labels) and isinstance(found, Scalar):
        return label_on_driver(found, index.frame, none=True)
    return found


@rule("Index.size")
def size(index: Value) -> Value:
    """How many labels there are."""
    return by_rule("builtins.len", index)


@rule("Index.name")
def name_of_labels(index: Value) -> Const:
    """The name of the index, or of the column axis."""
    if isinstance(index, Labels):
        levels = index.frame.index.levels
        known = levels[0].name if len(levels) == 1 else None
        return Const(literal(known), known)
    if isinstance(index, Column):
        return Const(literal(index.name), index.name)
    raise Decline("the name of the column axis is read by pandas", code="T301")


@rule("Index.names")
def names_of_levels(index: Value) -> Local:
    """The names of all levels."""
    if not isinstance(index, Labels):
        raise Decline("the name of the column axis is read by pandas", code="T301")
    names = [level.name for level in index.frame.index.levels] or [None]
    return Local(literal(names), specimen=None)


@rule("Index.nlevels")
def nlevels(index: Value) -> Const:
    """How many levels the index has."""
    count = max(1, len(index.frame.index.levels)) if isinstance(index, Labels) else 1
    return Const(literal(count), count)


@rule("Index.get_level_values")
def get_level_values(index: Value, level: Value) -> Value:
    """The labels of one level.

    Example:
        by = df.set_index(["k", "n"])
        by["z"] = by.index.get_level_values("n")
    Becomes:
        by = by.withColumn("z", F.col("n"))
    """
    if isinstance(index, Const):
        return _level_of_names(index, level)
    if not isinstance(index, Labels):
        raise Decline("the index has one level only", code="T301")
    return label_column(index, level_of(index.frame, level))


def _level_of_names(index: Const, level: Value) -> Const:
    wanted = constant(level, "the level")
    known = [label if isinstance(label, tuple) else (label,) for label in index.value]
    if not isinstance(wanted, int) or any(not -len(t) <= wanted < len(t) for t in known):
        raise Decline("the column labels have no such level", code="T314")
    values = pandas_api.ConstantIndex(t[wanted] for t in known)
    values.listed = literal(list(values))
    return Const(name("pd", "import pandas as pd").Index(values.listed), values)


def level_of(frame: Frame, level: Value) -> Level:
    """The index level that a number or name means."""
    wanted, levels = constant(level, "the level"), with_labels(frame, "an index level").index.levels
    found = [lv for n, lv in enumerate(levels) if wanted in (n, n - len(levels)) and not isinstance(wanted, bool)]
    found = [lv for lv in levels if lv.name == wanted and wanted is not None] or found
    if len(found) != 1:
        raise Decline(f"the index has no single level {wanted!r}", code="T314")
    return found[0]


def listed_labels(index: Value) -> Local:
    """The labels as a list on the driver."""
    if isinstance(index, Labels):
        return Local(index_on_driver(index.frame).tolist(), was_spark=True)
    return Local(series_on_driver(label_values(index)).tolist(), was_spark=True)


@rule("Index.unique")
def unique(index: Value) -> Local:
    """The distinct labels in order of appearance."""
    column = label_values(index)
    distinct = by_rule("Series.unique", replace(column, array=False, labels=False))
    pd = name("pd", "import pandas as pd")
    named = {} if column.name is None else {"name": column.name}
    return Local(pd.Index(distinct.code, **named), "Index", was_spark=True)
