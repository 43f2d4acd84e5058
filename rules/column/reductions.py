"""A column reduced to one value, counted, or made distinct."""

from __future__ import annotations

from collections.abc import Callable

from rules.groupby.listing import of_group
from translator.rulekit import (
    CATEGORICAL,
    INTEGERS,
    MASKED,
    NUMBERS,
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Index,
    Item,
    Level,
    Local,
    Order,
    Scalar,
    SortKey,
    Value,
    Window,
    at_hand,
    col,
    flag,
    fresh,
    is_odd,
    listed_categories,
    literal,
    magnitudes,
    masked,
    materialised,
    missing_if_nan,
    name,
    number,
    one_of,
    ordered,
    parity,
    place_of,
    reduced,
    replace,
    rule,
    series_frame,
    sort_key,
    unselected,
    unsettled_column,
    values_on_driver,
    with_unique,
    without_missing,
)


def _source(column: Column) -> Code | str:
    plain = column.plain
    return plain if plain is not None and not is_odd(plain) else column.settled


def _certain(column: Column) -> None:
    if unsettled_column(column):
        raise Decline("whether this column is int or float depends on the data", code="T312")


def _scalar(
    column: Column, code: Code, dtype: str, nullable: bool | None = None, empty: float | bool | None = None,
    python: bool = False,
) -> Value:  # fmt: skip
    """The reduced value.

    Args:
        nullable: whether some group has none.
        empty: pandas' answer where there is no value.
        python: a number of Python's own, not of NumPy, which prints differently in lists and dicts.
    """
    if column.within is not None:
        certain = dtype == "bool" or dtype in INTEGERS or empty is not None
        value = reduced(column, code, dtype, not certain and (column.nullable if nullable is None else nullable))
        if nullable is None and column.missing is False:  # of values that are all there, and no group is empty
            value = replace(value, missing=False)
        if empty is not None and column.nullable:
            value = value.then(F.coalesce(value.code, F.lit(empty)), nullable=False)
        if dtype == "float64" and at_hand.may_be_infinite(column):
            value = value.then(missing_if_nan(value.code), nullable=True)
        return value
    code = code if empty is None else F.coalesce(code, F.lit(empty))
    frame = materialised(column, "_value").frame if column.shape == "window" else column.frame
    row = unselected(frame.code).agg(code)
    na = column.dtype in MASKED and column.nullable and empty is None
    missing = {"missing": name("pd", "import pandas as pd").NA} if na else {}
    return Scalar(Item(row.first(), literal(0)) if python else parity.scalar(row, **missing), dtype=dtype)


def _number(column: Column) -> Code | str:
    if column.shape == "window":
        column = materialised(column, "_value")
    if column.dtype == "bool":
        return column.settled.cast("int")
    if column.dtype not in NUMBERS or column.dtype == "float32":
        raise Decline(f"a {column.dtype} column is not a number", code="T312")
    return _source(column)


def _statistic(build: Callable[[Code | str], Code]) -> Callable[[Column], Value]:
    return lambda column: _scalar(column, build(_number(column)), "float64")


MEAN = _statistic(F.avg)


@rule("Series.sum", "builtins.sum")
def total(column: Value, at: CallSite) -> Value:
    """Sum of a column; the sum of nothing is 0, where Spark gives null.

    Example:
        df["v"].sum()
    Becomes:
        scalar(df.agg(F.coalesce(F.sum("v"), F.lit(0.0))))
    """
    source = _column(column)
    if at.api == "Series.sum" and (chosen := masked(source)) is not source:
        source = replace(chosen, missing=source.missing if source.nullable else False)
    if _is_length(source) and at.api == "Series.sum":
        return _of_lengths(source, "sum")
    if source.dtype == "bool" and (not source.nullable or source.null_means is not None):
        return _scalar(source, F.count_if(_boolean(source)), "int64", python=at.api == "builtins.sum")
    if at.api == "builtins.sum" and source.nullable:
        raise Decline("Python's sum of missing values is missing", code="T312")
    _certain(source)
    code = F.sum(_number(source))
    zero = 0.0 if source.dtype.startswith(("float", "Float")) else 0
    dtype = "float64" if isinstance(zero, float) else "int64"
    return _scalar(source, code, dtype, empty=zero, python=at.api == "builtins.sum")


def _boolean(column: Column) -> Code:
    column = materialised(column, "_value") if column.shape == "window" else column
    return column.code if not column.null_means else column.settled


def _column(value: Value) -> Column:
    if not isinstance(value, Column):
        raise Decline("only columns are reduced", code="T312")
    return value


@rule("Series.mean")
def mean(column: Value) -> Value:
    """Mean of the values that are there.

    Example:
        df["v"].mean()
    Becomes:
        scalar(df.agg(F.avg("v")))

    Example:
        df["t"].diff().mean()
    Becomes:
        length_of(
    """
    source = masked(_column(column))
    return _of_lengths(source, "mean") if _is_length(source) else MEAN(source)


def _is_length(column: Column) -> bool:
    """Whether these are lengths of time of the whole frame; those of a group have nanoseconds, which Spark has not."""
    return column.dtype == "timedelta" and column.within is None


def _of_lengths(column: Column, statistic: str) -> Scalar:
    if statistic != "median":
        magnitudes.require_exact_sum(column)
    own = materialised(column, "_value") if column.shape == "window" else column
    return Scalar(parity.length_of(own.frame.code, own.code, statistic), dtype="timedelta")


@rule("Series.median")
def median(column: Value) -> Value:
    """Exact median.

    Example:
        df["v"].median()
    Becomes:
        scalar(df.agg(F.median("v")))
    """
    source = masked(_column(column))
    if _is_length(source):
        return _of_lengths(source, "median")
    return _scalar(source, F.median(_number(source)), "float64")


@rule("Series.std")
def std(column: Column, ddof: Value) -> Value:
    """Sample standard deviation.

    Example:
        df["v"].std()
    Becomes:
        scalar(df.agg(F.stddev_samp("v")))
    """
    column, build = masked(column), F.stddev_samp if one_of(ddof, 0, 1) == 1 else F.stddev_pop
    return _scalar(column, build(_number(column)), "float64", nullable=True)


@rule("Series.var")
def var(column: Column, ddof: Value) -> Value:
    """Sample variance.

    Example:
        df["v"].var()
    Becomes:
        scalar(df.agg(F.var_samp("v")))
    """
    build = F.var_samp if one_of(ddof, 0, 1) == 1 else F.var_pop
    return _scalar(column, build(_number(column)), "float64", nullable=True)


@rule("Series.min", "Series.max", "builtins.min", "builtins.max")
def extreme(column: Value, at: CallSite) -> Value:
    """Smallest or largest value that is there.

    Example:
        df["v"].max()
    Becomes:
        scalar(df.agg(F.max("v")))

    pandas does not compare texts with missing values, and neither does this.

    Example:
        df["k"].min()
    Becomes:
        scalar(df.agg(extreme_text(F.col("k"), F.min)))
    """
    source = _column(column)
    text = source.dtype == "str" and source.nullable
    if source.dtype not in NUMBERS | {"str", "datetime", "timedelta", "string"} or text and source.within is not None:
        raise Decline(f"the extreme of a {source.dtype} column is not translated", code="T312")
    if at.api.startswith("builtins.") and source.nullable:
        raise Decline("Python's min and max depend on where values are missing", code="T312")
    _certain(source)
    source = materialised(source, "_value") if source.shape == "window" else source
    build = F.min if at.api.endswith("min") else F.max
    python = at.api.startswith("builtins.") and source.dtype in NUMBERS
    code = parity.extreme_text(source.settled, build) if text else build(_source(source))
    value = _scalar(source, code, source.dtype, python=python)
    return replace(value, extreme=(build, source)) if isinstance(value, Scalar) and not text else value


@rule("Series.count")
def count(column: Column) -> Value:
    """Number of values that are there.

    Example:
        df["v"].count()
    Becomes:
        scalar(df.agg(F.count("v")))
    """
    column = masked(materialised(column, "_value") if column.shape == "window" else column)
    return _scalar(column, F.count(_source(column)), "int64")


@rule("Series.nunique")
def nunique(column: Column, dropna: Value) -> Value:
    """Number of distinct values, missing left out.

    Example:
        df["k"].nunique()
    Becomes:
        df.agg(F.countDistinct("k")).first()[0]
    """
    one_of(dropna, True)
    if column.within is not None and column.within.groups is None:
        raise Decline("distinct values are not counted over windows", code="T310")
    column = masked(column)
    column = materialised(column, "_value") if column.shape == "window" else column
    return _scalar(column, F.countDistinct(_source(column)), "int64", python=True)


@rule("Series.any")
def any_(column: Column) -> Value:
    """Whether any condition holds; False for no rows.

    Example:
        (df["v"] > 1).any()
    Becomes:
        scalar(df.agg(F.coalesce(F.bool_or(F.col("v") > 1), F.lit(False))))
    """
    return _truth(column, F.bool_or, False)


@rule("Series.all")
def all_(column: Column) -> Value:
    """Whether all conditions hold; True for no rows.

    Example:
        (df["n"] > 1).all()
    Becomes:
        scalar(df.agg(F.coalesce(F.bool_and(F.col("n") > 1), F.lit(True))))
    """
    return _truth(column, F.bool_and, True)


def _truth(column: Column, build: Code, empty: bool) -> Value:
    if column.dtype != "bool" or column.nullable and column.null_means is None:
        raise Decline(f"the truth of a {column.dtype} column is not translated", code="T312")
    if column.shape == "window" and column.within is None:
        column = materialised(column, "_value")
    test = column.settled if empty else _boolean(column)
    return _scalar(column, build(test), "bool", empty=empty)


@rule("Series.quantile")
def quantile(column: Column, q: Value, interpolation: Value) -> Value:
    """Exact quantile, interpolated linearly.

    Example:
        df["v"].quantile(0.9)
    Becomes:
        scalar(df.agg(F.percentile("v", 0.9)))

    Example:
        result = df["v"].quantile([0.25, 0.75])
    Becomes:
        result = quantiles(df, ["v"], [0.25, 0.75])["v"]
    """
    one_of(interpolation, "linear")
    if isinstance(q, Const) and isinstance(q.value, (list, tuple)):
        return _quantiles(column, q)
    share = number(q, "q")
    return _scalar(column, F.percentile(_number(column), share), "float64")


def _quantiles(column: Column, q: Const) -> Local:
    """A Series of one quantile for each share."""
    _number(column)
    frame, label = (column.frame, column.plain) if column.plain in column.frame.fields else series_frame(column)
    shares = [share for share in q.value if isinstance(share, (int, float)) and 0 <= share <= 1]
    if len(shares) < len(q.value) or not shares:
        raise Decline("a share is not a number from 0 to 1", code="T310")
    found = Item(parity.quantiles(frame.code, [label], q.code), literal(label))
    code = found if column.name == label else found.rename(column.name)
    return Local(code, type="Series", was_spark=True, labels=tuple(map(float, shares)), dtype="float64")


# --- distinct values -------------------------------------------------------------------------------------


def _appearance(column: Column, why: str) -> tuple[Column, Frame, Code]:
    """The column as a plain one, over rows in a known order, and the place at which a value first appears."""
    stored = materialised(column, "_value")
    frame = ordered(stored.frame, why)
    return stored, frame, F.min(ROW if frame.order == ROW_ORDER else place_of(frame)).alias(ROW)


@rule("Series.unique")
def unique(column: Column) -> Value:
    """The distinct values in order of first appearance, as an array on the driver.

    Example:
        df["k"].unique()
    Becomes:
        to_pandas(
            df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"]
        )["k"].to_numpy()
    """
    if column.within is not None:
        return of_group(column, "distinct")
    stored, frame, first = _appearance(column, "the order of distinct values")
    assert stored.plain is not None
    label = stored.plain
    if label != ROW:
        code = frame.code.groupBy(label).agg(first).orderBy(ROW).select(label)
    elif frame.order == ROW_ORDER:
        code = frame.code.select(ROW).distinct().orderBy(ROW)
    else:
        raise Decline("the labels are in an order of their own", code="T313")
    may_miss = column.nullable and column.missing is not False
    if column.dtype in CATEGORICAL | MASKED | {"bool?"} or column.dtype.startswith("int") and may_miss:
        raise Decline(f"distinct values of a {column.dtype} column are not translated", code="T312")
    each = column.dtype if column.dtype in ("str", "int64", "float64") else None
    return Local(values_on_driver(code, label, column), "ndarray", was_spark=True, each=each)


@rule("Series.value_counts")
def value_counts(
    column: Column, normalize: Value, sort: Value, ascending: Value, dropna: Value, at: CallSite
) -> Column:
    """How often each value occurs, most frequent first; ties in order of first appearance.

    Example:
        df["k"].value_counts()
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("count"))
    """
    if column.dtype in CATEGORICAL:
        return _counted_categories(column, flag(normalize), flag(sort), flag(ascending), flag(dropna))
    if not flag(sort):
        raise Decline("unsorted counts are not translated", code="T310")
    wants_order = at.wants_order
    if wants_order:
        stored, frame, first = _appearance(column, "the order of equal counts")
    else:
        stored = materialised(column, "_value")
        frame, first = stored.frame, F.col(ROW)
    key = stored.plain or ""
    label = "proportion" if flag(normalize) else "count"
    source = without_missing(frame.code, [key]) if flag(dropna) and column.nullable else frame.code
    if column.name == label:
        raise Decline(f"the values and their counts would both be called {label!r}", code="T202")
    named = key if key != "_value" or not column.name else column.name
    alias = named if named not in (label, ROW) else f"{named}_value"
    grouping = col(key).alias(alias) if alias != key else key
    parts = [F.count("*").alias("count" if label == "count" else "_count")]
    if wants_order:
        parts.append(first)
    code = source.groupBy(grouping).agg(*parts)
    counted = Field("int64", False)
    if label == "proportion":
        share = F.col("_count") / F.sum("_count").over(Window.partitionBy())
        code = code.withColumn(label, share).drop("_count")
        counted = Field("float64", False)
    hidden = {alias: Field(column.dtype, column.nullable and not flag(dropna), none=column.none)}
    order = None
    if wants_order:
        hidden[ROW] = Field("int64" if frame.order == ROW_ORDER else "place", False)
        order = Order((SortKey(label, ascending=flag(ascending)), SortKey(ROW)), total=True, defined=1)
        at.note("T401", "equal counts have no defined order in pandas")
        code = code.orderBy(label if flag(ascending) else F.col(label).desc(), ROW)
    result = Frame(code, fields={label: counted}, hidden=hidden, order=order, sorted=wants_order,
                   rows=(fresh(),), bounded=True,
                   index=Index("stored", (Level(alias, column.name),)), origins=frozenset([at.origin]))  # fmt: skip
    return replace(with_unique(result, [alias]).column(label), name=label)




def _counted_categories(column: Column, normalize: bool, sort: bool, ascending: bool, dropna: bool) -> Column:
    """How often each category occurs, those that do not as well; unsorted in the order of the categories."""
    stored = materialised(column, "_value")
    key, label = stored.plain or "", "proportion" if normalize else "count"
    if column.nullable and not dropna:
        raise Decline("the place of missing values among categories is not translated", code="T312")
    if label in (key, column.name):
        raise Decline(f"the values and their counts would both be called {label!r}", code="T202")
    fact = Field(column.dtype, False, categories=column.categories)
    source = without_missing(stored.frame.code, [key]) if column.nullable else stored.frame.code
    alias = column.name or key
    number = "_count" if alias == "count" else "count"
    counts = source.groupBy(key if alias == key else col(key).alias(alias)).agg(F.count("*").alias(number))
    every = [] if column.categories is None else listed_categories(column.categories)
    code = parity.every_category(counts, {alias: every}, fill={number: 0})
    if normalize:
        share = F.col(number) / F.nullif(F.sum(number).over(Window.partitionBy()), F.lit(0))
        code = code.withColumn(label, share).drop(number)
    by_category = sort_key(fact, alias)
    by_count = Order((SortKey(label, ascending), by_category), total=True, defined=1)
    order = by_count if sort else Order((by_category,), total=True)
    result = Frame(code, fields={label: Field("float64" if normalize else "int64", normalize)}, hidden={alias: fact},
                   order=order, index=Index("stored", (Level(alias, column.name),)), bounded=True)  # fmt: skip
    return replace(with_unique(result, {alias: fact}).column(label), name=label)
