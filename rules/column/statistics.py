"""Statistics of a column, or of two, that are more than one of Spark's aggregates."""

from __future__ import annotations

from rules.groupby.functions import function_name, named_functions
from translator.rulekit import (
    NUMBERS,
    RANGE,
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Item,
    Local,
    Order,
    Scalar,
    SortKey,
    Value,
    by_name,
    by_rule,
    call_lambda,
    column_like,
    flag,
    fresh,
    is_odd,
    literal,
    materialised,
    numbered,
    one_of,
    parity,
    reduced,
    replace,
    rule,
    series_frame,
    showing,
    unsettled_column,
    whole,
)


def numbers(column: Column) -> Column:
    if column.dtype not in NUMBERS or column.dtype == "float32" or column.within is not None:
        raise Decline(f"a {column.dtype} column is not a number", code="T312")
    return materialised(column, "_value") if column.shape == "window" else column


def alone(column: Column) -> tuple[Code, str]:
    """The column as a Spark frame of its own, without index, and its name there."""
    frame, label = column.frame, column.plain or column.name or "value"
    if list(frame.physical) == [column.plain]:
        return frame.code, label
    return frame.code.select(label if column.plain and not is_odd(label) else column.settled.alias(label)), label


@rule("Series.mode")
def mode(column: Column, dropna: Value, at: CallSite) -> Value:
    """The most frequent values, in order of size.

    Example:
        df["k"].mode()
    Becomes:
        most_frequent(df.select("k"), "k").orderBy("k")
    """
    if not flag(dropna):
        raise Decline("missing values are counted as well", code="T310")
    if column.dtype not in NUMBERS | {"str", "string", "datetime", "bool"} or column.dtype == "float32":
        raise Decline(f"the mode of a {column.dtype} column", code="T312")
    if unsettled_column(column):
        raise Decline("whether the values are int or float depends on the data", code="T312")
    if column.within is not None:
        return Accessor(column.code, column, "modes")
    code, label = alone(column)
    result = Frame(
        parity.most_frequent(code, label).orderBy(by_name(label)),
        fields={label: Field(column.dtype, False)}, index=RANGE, order=Order((SortKey(label),), total=True), sorted=True,
        rows=(fresh(),), origins=frozenset([at.origin]), bounded=True,
    )  # fmt: skip
    if at.wants_labels:
        assert result.order is not None
        result = numbered(result, result.code, result.order)
    return replace(result.column(label), name=column.name)


SHAPES = {"skew": parity.skew, "kurt": parity.kurtosis, "kurtosis": parity.kurtosis, "sem": parity.sem}


@rule("Series.skew", "Series.kurt", "Series.kurtosis", "Series.sem")
def shape_of_distribution(column: Column, at: CallSite) -> Scalar:
    """Skewness and kurtosis without bias, and the standard error of the mean.

    Example:
        df["v"].skew()
    Becomes:
        scalar(df.agg(skew(F.col("v"))))
    """
    own = numbers(column)
    build = SHAPES[at.api.rpartition(".")[2]]
    return Scalar(parity.scalar(own.frame.code.agg(build(own.code))), dtype="float64")


@rule("Series.prod", "Series.product")
def product(column: Column) -> Scalar:
    """Product of the values that are there; 1 for none.

    Example:
        df["v"].prod()
    Becomes:
        scalar(df.agg(F.coalesce(F.product(F.col("v")), F.lit(1.0))))
    """
    own = numbers(column)
    if own.dtype != "float64":
        raise Decline("a product of whole numbers is exact in pandas up to 2**63", code="T312")
    return Scalar(parity.scalar(own.frame.code.agg(F.coalesce(F.product(own.code), F.lit(1.0)))), dtype="float64")


@rule("Series.corr")
def corr(column: Column, other: Value, method: Value) -> Value:
    """Pearson's correlation over the rows where both values are there; missing for a constant column.

    Example:
        df["v"].corr(df["w"])
    Becomes:
        scalar(df.agg(correlation(F.col("v"), F.col("w"))))
    """
    one_of(method, "pearson")
    if column.within is not None:
        if not isinstance(other, Column) or {column.dtype, other.dtype} - NUMBERS or column.array or other.array:
            raise Decline("only two columns of numbers of the same group are compared", code="T312")
        if other.shape == "window" or other.frame.rows[-1] != column.frame.rows[-1]:
            raise Decline("only two columns of numbers of the same group are compared", code="T312")
        return reduced(column, parity.correlation(column.code, other.code), "float64", nullable=True)
    first, second = _pair(column, other)
    return Scalar(parity.scalar(first.frame.code.agg(parity.correlation(first.code, second.code))), dtype="float64")


@rule("Series.cov")
def cov(column: Column, other: Value, ddof: Value) -> Scalar:
    """Sample covariance over the rows where both values are there.

    Example:
        df["v"].cov(df["w"])
    Becomes:
        scalar(df.agg(F.covar_samp("v", "w")))
    """
    build = F.covar_samp if one_of(ddof, 0, 1) == 1 else F.covar_pop
    first, second = _pair(column, other)
    codes = [c.plain if c.plain and not is_odd(c.plain) else c.code for c in (first, second)]
    return Scalar(parity.scalar(first.frame.code.agg(build(*codes))), dtype="float64")


def _pair(column: Column, other: Value) -> tuple[Column, Column]:
    first = numbers(column)
    if not isinstance(other, Column) or other.shape == "window":
        raise Decline("only two columns of the same rows are compared", code="T313")
    second = column_like(other, first.frame, "the other column")
    return first, numbers(second)


@rule("Series.autocorr")
def autocorr(column: Column, lag: Value) -> Scalar:
    """Correlation of a column with the values of earlier rows.

    Example:
        df["v"].autocorr()
    Becomes:
        F.lag("v", 1).over(Window.orderBy("_row"))
    """
    if whole(lag) == 0 or column.within is not None:
        raise Decline("a correlation with the same rows, or within groups", code="T310")
    own = numbers(column)
    before = by_rule("Series.shift", own, lag)
    assert isinstance(before, Column)
    earlier = materialised(replace(before, plain=None), own.frame.free("_earlier"))
    return Scalar(parity.scalar(earlier.frame.code.agg(parity.correlation(own.code, earlier.code))), dtype="float64")


@rule("Series.agg", "Series.aggregate")
def agg(column: Column, func: Value) -> Value:
    """One statistic by its name, or several as a Series.

    Example:
        df["v"].agg("max")
    Becomes:
        scalar(df.agg(F.max("v")))

    Example:
        df["v"].agg(["mean", "max"])
    Becomes:
        statistics_table(
            df.agg(F.avg("v").alias("0"), F.max("v").alias("1")), ["mean", "max"], ["v"]
        )["v"]
    """
    if named_functions(func) is None:
        return by_rule(f"Series.{function_name(func)}", column)
    if column.within is not None:
        raise Decline("several statistics of the rows of a group", code="T310")
    frame, label = (column.frame, column.plain) if column.plain in column.frame.fields else series_frame(column)
    table = by_rule("DataFrame.agg", showing(frame, [str(label)]), func)
    found = Item(table.code, literal(label))
    return Local(found if column.name == label else found.rename(column.name), "Series", was_spark=True)


@rule("Series.pipe")
def pipe(column: Column, func: Value) -> Value:
    """A function of the program applied to the whole Series.

    Example:
        df["v"].pipe(lambda s: s + 1)
    Becomes:
        F.col("v") + 1
    """
    return call_lambda(func, [column])

