"""numpy's reductions of a column, which call the Series' own methods."""

from __future__ import annotations

from translator.rulekit import CallSite, Column, Decline, Value, by_rule, rule


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
