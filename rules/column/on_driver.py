"""Series whose values a program takes into Python: one column comes to the driver, in order."""

from __future__ import annotations

from translator.rulekit import CallSite, Column, Local, Value, by_rule, listed_on_driver, rule, series_on_driver, with_labels


def _noted(at: CallSite, column: Column) -> None:
    size = "bounded" if column.frame.bounded else "unbounded"
    at.note("T315", f"the values of one column are brought to the driver here ({size})")


@rule("Series.tolist", "Series.to_list", "ndarray.tolist")
def tolist(column: Column, at: CallSite) -> Value:
    """The values as a list of Python objects.

    Example:
        df["n"].tolist()
    Becomes:
        to_pandas(df.orderBy("_row").select("n"))["n"].tolist()
    """
    if column.within is not None:
        return by_rule("Series.of_group.list", column)
    _noted(at, column)
    return Local(listed_on_driver(column).tolist(), was_spark=True)


@rule("Series.to_dict")
def to_dict(column: Column, at: CallSite) -> Local:
    """The values by their labels, as a dict.

    Example:
        df["n"].to_dict()
    Becomes:
        to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].to_dict()
    """
    _noted(at, column)
    [*levels] = with_labels(column.frame, "the labels of a Series").index.levels
    labels = column.frame.physical.get(levels[0].column) if len(levels) == 1 else None
    each = labels.dtype if labels is not None and not labels.nullable else None
    return Local(series_on_driver(column).to_dict(), was_spark=True, each=each, dtype=column.dtype)


@rule("Series.items", "Series.iteritems")
def items(column: Column, at: CallSite) -> Local:
    """Pairs of label and value, to be walked through.

    Example:
        list(df["n"].items())
    Becomes:
        list(to_pandas(df.select("_row", "n").orderBy("_row"), index=["_row"])["n"].items())
    """
    _noted(at, column)
    return Local(series_on_driver(column).items(), was_spark=True)


@rule("pandas.unique")
def unique_of(values: Value) -> Value:
    """The distinct values of a column in order of first appearance.

    Example:
        pd.unique(df["k"])
    Becomes:
        to_pandas(
            df.groupBy("k").agg(F.min("_row").alias("_row")).orderBy("_row").select("k"), none=["k"]
        )["k"].to_numpy()
    """
    return by_rule("Series.unique", values)


@rule("pandas.value_counts")
def value_counts_of(values: Value) -> Value:
    """How often each value of a column occurs, as the method tells it.

    Example:
        pd.value_counts(df["k"])
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.count("*").alias("count"))
    """
    return by_rule("Series.value_counts", values)
