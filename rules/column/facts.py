"""What a column is: its size, whether it repeats or misses values, where its extremes stand."""

from __future__ import annotations

from translator.rulekit import (
    INTEGERS,
    NUMBERS,
    SPARK_TYPES,
    CallSite,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Local,
    Scalar,
    SortKey,
    Specimen,
    Value,
    Window,
    by_order,
    col,
    current,
    flag,
    has_missing,
    is_odd,
    label_on_driver,
    literal,
    name,
    one_of,
    ordered,
    pandas_api,
    parity,
    replace,
    rule,
    series_frame,
    sort_code,
    time_units,
    with_labels,
)


@rule("Series.empty")
def empty(column: Column) -> Scalar:
    """Whether there are no rows.

    Example:
        df["v"].empty
    Becomes:
        df.isEmpty()
    """
    return Scalar(column.frame.code.isEmpty(), dtype="bool")


@rule("Series.ndim")
def ndim(column: Column) -> Const:
    """Always 1.

    Example:
        df["v"].ndim
    Becomes:
        1
    """
    return Const(literal(1), 1)


@rule("Series.shape")
def shape(column: Column) -> Elements:
    """Number of rows, as a tuple of one.

    Example:
        df["v"].shape
    Becomes:
        (df.count(),)
    """
    rows = Scalar(column.frame.code.count(), dtype="int64")
    return Elements(literal((rows.code,)), "tuple", (rows,))


DTYPES = {
    "BIGINT": "int64", "INT": "int32", "SMALLINT": "int16", "TINYINT": "int8", "DOUBLE": "float64", "FLOAT": "float32",
    "BOOLEAN": "bool", "STRING": "object", "DATE": "object", "TIMESTAMP_NTZ": "datetime64[ns]",
}  # fmt: skip
"""What most columns of a Spark type are in pandas, which one text for columns of several types can look up."""


@rule("Series.dtype", "Series.dtypes")
def dtype(column: Column) -> Local:
    """The pandas type, which is known at translation time.

    Example:
        df["v"].dtype
    Becomes:
        np.dtype("float64")
    """
    unsure = column.nullable and column.dtype.islower() and column.dtype in INTEGERS | {"bool"}
    if unsure and column.null_means is None and has_missing(column) is not False:
        raise Decline("the type depends on the data", code="T312")
    known = time_units.of_column(column) or pandas_api.numpy_name(column.dtype)
    if known is None:
        raise Decline(f"the type of a {column.dtype} column is an object of pandas", code="T312")
    np = name("np", "import numpy as np")
    code = np.dtype(known)
    if current().several and column.plain is not None and known == DTYPES.get(SPARK_TYPES[column.dtype]):
        code = parity.dtype_of(column.frame.code, column.plain)
    return Local(code, specimen=Specimen(pandas_api.numpy_dtype(known), True, "nothing"))


@rule("Series.is_monotonic_increasing", "Series.is_monotonic_decreasing")
def is_monotonic(column: Column, at: CallSite) -> Scalar:
    """Whether every value is at least (at most) the one before; a missing value makes it False.

    Example:
        df["n"].is_monotonic_increasing
    Becomes:
        is_monotonic(df, F.col("n"), ["_row"])
    """
    if column.dtype not in NUMBERS | {"str", "datetime"} or column.shape == "window":
        raise Decline(f"the order of a {column.dtype} column", code="T312")
    frame = ordered(column.frame, "whether the values increase")
    assert frame.order is not None
    keys = [sort_code(k, frame.physical[k.column].nullable) for k in frame.order.keys]
    falling = [False] if at.api.endswith("decreasing") else []
    return Scalar(parity.is_monotonic(frame.code, column.code, keys, *falling), dtype="bool")


@rule("Series.duplicated")
def duplicated(column: Column, keep: Value) -> Column:
    """Whether the value was there before (``keep="first"``), comes again, or exists twice at all.

    Example:
        df["k"].duplicated()
    Becomes:
        F.row_number().over(Window.partitionBy("k").orderBy("_row")) > 1
    """
    kept = one_of(keep, "first", "last", False)
    frame = column.frame if kept is False else ordered(column.frame, "which value is the duplicate")
    if column.shape == "window" or column.within is not None:
        raise Decline("a window within a window", code="T312")
    parts = [literal(column.plain) if column.plain and not is_odd(column.plain) else column.settled]
    if kept is False:
        times = F.count("*").over(Window.partitionBy(*parts))
    else:
        times = F.row_number().over(by_order(frame, parts, reverse=kept == "last"))
    order = frame.order.columns() if kept and frame.order else ()
    refs = {**column.refs, **{c: frame.physical[c].version for c in order}}
    return replace(column.then(times > 1, dtype="bool", nullable=False, refs=refs, shape="window"), frame=frame)


@rule("Series.is_unique")
def is_unique(column: Column) -> Scalar:
    """Whether no value repeats; missing counts as one value.

    Example:
        df["k"].is_unique
    Becomes:
        df.select("k").distinct().count() == df.count()
    """
    frame = column.frame
    value = column.plain if column.plain is not None and not is_odd(column.plain) else column.settled
    return Scalar(frame.code.select(value).distinct().count() == frame.code.count(), dtype="bool")


@rule("Series.hasnans")
def hasnans(column: Column) -> Value:
    """Whether a value is missing.

    Example:
        df["v"].hasnans
    Becomes:
        df.filter(F.col("v").isNull()).count() > 0
    """
    if column.shape == "window":
        raise Decline("a filter on a window", code="T312")
    return Scalar(column.frame.code.filter(column.settled.isNull()).count() > 0, dtype="bool")


@rule("Series.idxmax", "Series.idxmin")
def extreme_label(column: Column, skipna: Value, at: CallSite) -> Scalar:
    """Label of the first largest (smallest) value.

    Example:
        df["n"].idxmax()
    Becomes:
        scalar(df.select("_row", "n").orderBy(F.col("n").desc(), "_row").limit(1).select("_row"))
    """
    if not flag(skipna):
        raise Decline("missing values are not skipped", code="T310")
    if column.dtype not in NUMBERS | {"datetime"} or column.array:
        raise Decline(f"the extreme of a {column.dtype} column", code="T312")
    frame, label = series_frame(column)
    frame = with_labels(ordered(frame, "the first extreme"), "idxmax")
    if len(frame.index.levels) != 1:
        raise Decline("labels of several levels", code="T312")
    level = frame.index.levels[0].column
    value, fact = col(label), frame.fields[label]
    up = at.api.endswith("idxmin")
    key = sort_code(SortKey(label, ascending=up), fact.nullable)
    assert frame.order is not None
    ties = [sort_code(k, frame.physical[k.column].nullable) for k in frame.order.keys if k.column != label]
    first = frame.code.orderBy(key, *ties).limit(1)
    answer = F.when(value.isNotNull(), col(level)) if fact.nullable else level
    found = Scalar(parity.scalar(first.select(answer)), dtype=frame.physical[level].dtype)
    return label_on_driver(found, frame)
