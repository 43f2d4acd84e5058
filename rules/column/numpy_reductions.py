"""numpy's reductions of a column, which call the Series' own methods."""

from __future__ import annotations

from translator.rulekit import (
    NUMBERS,
    CallSite,
    Column,
    Const,
    Decline,
    F,
    Local,
    Scalar,
    Value,
    by_rule,
    column_like,
    given,
    literal,
    number,
    parity,
    reduced,
    replace,
    rule,
)


def _series(value: Value) -> Column:
    """A Series, which numpy hands its own method; an array has no notion of missing values."""
    if not isinstance(value, Column):
        raise Decline("only columns are reduced", code="T312")
    if value.array and value.nullable:
        raise Decline("numpy answers missing when an array holds missing values", code="T312")
    return value


@rule("numpy.sum", "numpy.mean", "numpy.min", "numpy.max", "numpy.amin", "numpy.amax")
def reduce(a: Value, at: CallSite) -> Value:
    """The Series' own method.

    Example:
        np.mean(df["v"])
    Becomes:
        scalar(df.agg(F.avg("v")))
    """
    method = at.api.rpartition(".")[2].removeprefix("a")
    return by_rule(f"Series.{method}", _series(a))


@rule("numpy.median")
def median(a: Value) -> Value:
    """The median; numpy does not skip missing values here.

    Example:
        np.median(df["n"])
    Becomes:
        scalar(df.agg(F.median("n")))
    """
    column = _series(a)
    if column.nullable:
        raise Decline("np.median of missing values is missing", code="T312")
    return by_rule("Series.median", column)


@rule("numpy.std", "numpy.var")
def std(a: Value, ddof: Value, at: CallSite) -> Value:
    """Standard deviation or variance, over all values unless ddof says otherwise.

    Example:
        np.std(df["v"])
    Becomes:
        scalar(df.agg(F.stddev_pop("v")))
    """
    method = at.api.rpartition(".")[2]
    return by_rule(f"Series.{method}", _series(a), ddof=ddof)


@rule("numpy.round", "numpy.around")
def round_(a: Value, decimals: Value) -> Value:
    """Round half to even.

    Example:
        np.round(df["v"], 1)
    Becomes:
        F.bround(F.col("v") * 10) / 10
    """
    return by_rule("Series.round", _series(a), decimals)


SKIPPING = {"nansum": "sum", "nanmean": "mean", "nanmedian": "median", "nanmin": "min", "nanmax": "max"}


@rule(*(f"numpy.{name}" for name in SKIPPING))
def skipping(a: Value, at: CallSite) -> Value:
    """Statistics that leave missing values out, as the Series' own methods do.

    Example:
        np.nanmean(df["v"])
    Becomes:
        scalar(df.agg(F.avg("v")))
    """
    column = _series(replace(a, array=False) if isinstance(a, Column) else a)
    return by_rule(f"Series.{SKIPPING[at.api.rpartition('.')[2]]}", column)


@rule("numpy.nanstd", "numpy.nanvar")
def skipping_spread(a: Value, ddof: Value, at: CallSite) -> Value:
    """Spread of the values that are there, over all of them unless ddof says otherwise.

    Example:
        np.nanstd(df["v"])
    Becomes:
        scalar(df.agg(F.stddev_pop("v")))
    """
    column = _series(replace(a, array=False) if isinstance(a, Column) else a)
    return by_rule(f"Series.{at.api.removeprefix('numpy.nan')}", column, ddof=ddof)


@rule("numpy.percentile", "numpy.quantile", "numpy.nanpercentile", "numpy.nanquantile")
def percentile(a: Value, q: Value, at: CallSite) -> Value:
    """An exact quantile, interpolated linearly; numpy does not skip missing values.

    Example:
        np.percentile(df["n"], 90)
    Becomes:
        scalar(df.agg(F.percentile("n", 0.9)))
    """
    skips = "nan" in at.api
    column = _series(replace(a, array=False) if skips and isinstance(a, Column) else a)
    if column.nullable and not skips:
        raise Decline("a percentile of missing values is missing", code="T312")
    share = number(q, "q") / 100 if at.api.endswith("percentile") else number(q, "q")
    return by_rule("Series.quantile", column, Const(literal(share), share))


@rule("numpy.any", "numpy.all", "numpy.prod")
def truth(a: Value, at: CallSite) -> Value:
    """Whether any, or every, condition holds; the product of all values.

    Example:
        np.any(df["n"] > 5)
    Becomes:
        scalar(df.agg(F.coalesce(F.bool_or(F.col("n") > 5), F.lit(False))))
    """
    return by_rule(f"Series.{at.api.rpartition('.')[2]}", _series(a))


@rule("numpy.allclose")
def allclose(a: Value, b: Value, rtol: Value, atol: Value) -> Scalar:
    """Whether all values of two columns are nearly equal; a missing one is not.

    Example:
        np.allclose(df["v"], df["w"])
    Becomes:
        all_close(df, F.col("v"), F.col("w"))
    """
    first = _series(replace(a, array=False) if isinstance(a, Column) else a)
    second = column_like(b, first.frame, "the other values")
    if {first.dtype, second.dtype} - (NUMBERS - {"float32"}) or "window" in (first.shape, second.shape):
        raise Decline("only columns of numbers are compared", code="T312")
    bounds = {k: number(v) for k, v, usual in (("rtol", rtol, 1e-5), ("atol", atol, 1e-8)) if number(v) != usual}
    return Scalar(parity.all_close(first.frame.code, first.code, second.code, **bounds), dtype="bool")


@rule("numpy.average")
def average(a: Value, weights: Value) -> Value:
    """The mean of values that are all there, or their weighted mean; numpy raises where the weights come to nothing.

    Example:
        np.average(df["n"], weights=df["n"] + 1)
    Becomes:
        scalar(df.agg(F.sum(F.col("n") * (F.col("n") + 1)) / F.sum(F.col("n") + 1)))
    """
    column = _all_there(a)
    if not given(weights):
        return by_rule("Series.mean", column)
    product = by_rule("Series.__mul__", column, _all_there(weights))
    assert isinstance(product, Column) and isinstance(weights, Column)
    if "window" in (product.shape, weights.shape):
        raise Decline("values that are computed from several rows", code="T310")
    code = F.sum(product.code) / F.sum(weights.code)
    if product.within is not None:
        return reduced(product, code, "float64", nullable=False)
    return Scalar(parity.scalar(product.frame.code.agg(code)), dtype="float64")


@rule("numpy.corrcoef")
def corrcoef(x: Value, y: Value) -> Local:
    """The correlations of two columns as a matrix; numpy does not skip missing values.

    Example:
        np.corrcoef(df["n"], df["n"] + 1)[0, 1]
    Becomes:
        correlations(df.select(F.col("n").alias("x"), (F.col("n") + 1).alias("y")), ["x", "y"]).to_numpy()
    """
    first = _all_there(x)
    second = column_like(_all_there(y), first.frame, "the other column")
    if first.within is not None or "window" in (first.shape, second.shape):
        raise Decline("values that are computed from several rows", code="T310")
    pair = first.frame.code.select(first.settled.alias("x"), second.settled.alias("y"))
    return Local(parity.correlations(pair, ["x", "y"]).to_numpy(), "ndarray", was_spark=True)


def _all_there(value: Value) -> Column:
    if not isinstance(value, Column) or value.dtype not in ("int64", "float64"):
        raise Decline("only columns of numbers are reduced", code="T312")
    if value.nullable and value.missing is not False:
        raise Decline("numpy answers missing where a value is missing", code="T312")
    return value
