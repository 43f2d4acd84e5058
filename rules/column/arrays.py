"""Arrays of numpy that were taken from a column: values by position, and their statistics."""

from __future__ import annotations

from translator.rulekit import CallSite, Column, Const, Decline, Elements, Value, by_rule, has_missing, literal, replace, rule


@rule("ndarray.__getitem__")
def getitem(array: Column, key: Value) -> Value:
    """Values by position, slice or condition.

    Example:
        df["v"].values[0]
    Becomes:
        scalar(df.select("_row", "v").orderBy("_row").limit(1).select("v"))
    """
    if array.dtype in ("datetime", "timedelta", "date", "category"):
        raise Decline("single values of the array are numpy's own objects", code="T312")
    listed = isinstance(key, Elements) or isinstance(key, Const) and not isinstance(key.value, (int, slice))
    if listed or isinstance(key, Column) and key.dtype != "bool":
        raise Decline("values are chosen by a list of positions", code="T310")
    result = by_rule("Series.iloc.__getitem__", replace(array, array=False), key)
    return replace(result, array=True) if isinstance(result, Column) else result


@rule("ndarray.sum", "ndarray.mean", "ndarray.min", "ndarray.max", "ndarray.std", "ndarray.var")
def reduced(array: Column, at: CallSite) -> Value:
    """A statistic of all values, of which none is missing: numpy does not skip them.

    Example:
        df["n"].values.std()
    Becomes:
        scalar(df.agg(F.stddev_pop("n")))
    """
    if has_missing(array) is not False or array.dtype == "datetime":
        raise Decline("numpy does not skip missing values", code="T312")
    method = at.api.rpartition(".")[2]
    options = {"ddof": Const(literal(0), 0)} if method in ("std", "var") else {}
    return by_rule(f"Series.{method}", replace(array, array=False), **options)
