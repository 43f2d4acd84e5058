"""Rolling and expanding windows of a number of rows."""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import (
    Code,
    Column,
    Decline,
    F,
    Frame,
    Value,
    Window,
    Windowed,
    at_hand,
    constant,
    each,
    given,
    number,
    one_of,
    parity,
    recomputed,
    replace,
    rule,
    select_all,
    text,
)

from .windows import numeric, rows_of, source


@rule("Series.rolling", "DataFrame.rolling")
def rolling(column: Column | Frame, window: Value, min_periods: Value, center: Value, closed: Value) -> Windowed:
    """A window of a fixed number of rows.

    Example:
        df["n"].rolling(2).mean()
    Becomes:
        F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        )
    """
    size = constant(window, "the window")
    if not isinstance(size, int) or isinstance(size, bool) or size < 1:
        raise Decline("only windows of a number of rows are translated", code="T310")
    least = int(number(min_periods)) if given(min_periods) else None
    ahead = (size - 1) // 2 if one_of(center, False, True) else 0
    side = one_of(closed, "right", "left", "both", "neither") if given(closed) else "right"
    start = ahead + 1 - size - (side in ("left", "both"))
    end = ahead - (side in ("left", "neither"))
    if start > end:
        raise Decline("the window is empty", code="T310")
    options = {"bounds": (start, end), "size": size, "least": least}
    return Windowed(column.code, base=column, kind="Rolling", options=options)


@rule("Series.expanding", "DataFrame.expanding")
def expanding(column: Column | Frame, min_periods: Value) -> Windowed:
    """A window from the first row to the current one."""
    bounds = (Window.unboundedPreceding, Window.currentRow)
    options = {"bounds": bounds, "size": None, "least": int(number(min_periods))}
    return Windowed(column.code, base=column, kind="Expanding", options=options)


def _rolled(
    windowed: Windowed, build: Callable[[Code | str], Code], whole: bool = False, nothing: float | None = None
) -> Value:
    """`build` over the window of each row.

    Args:
        whole: it may be a whole number, unlike pandas'.
        nothing: its value for windows without values.
    """

    def over(column: Column) -> Column:
        rows = numeric(rows_of(column, "a rolling window"))
        window = rows.window().rowsBetween(*windowed.options["bounds"])
        values = source(rows.column)
        if at_hand.may_be_infinite(rows.column):
            values = parity.finite(rows.column.code)
        value = build(values).over(window)
        if windowed.options["least"] == 0:
            if nothing is None:
                raise Decline("min_periods=0 is translated for sums only", code="T310")
            return rows.then(F.coalesce(value.cast("double"), F.lit(nothing)), dtype="float64", nullable=False)
        enough = F.count(values).over(window) >= _least(windowed)
        return rows.then(F.when(enough, value.cast("double") if whole else value), dtype="float64")

    return _each(windowed, over)


def _each(windowed: Windowed, over: Callable[[Column], Column]) -> Value:
    if isinstance(windowed.base, Column):
        return over(windowed.base)
    if not isinstance(windowed.base, Frame):
        raise Decline("only windows of frames and columns are translated", code="T312")
    return each(windowed.base, over)


def _least(windowed: Windowed) -> int:
    size, least = windowed.options["size"], windowed.options["least"]
    least = size if least is None else least
    if least < 1 or size is not None and least > size:
        raise Decline("min_periods is not between 1 and the size of the window", code="T310")
    return int(least)


STATISTICS: dict[str, tuple[Code, bool]] = {
    "mean": (F.avg, False), "sum": (F.sum, True), "min": (F.min, True), "max": (F.max, True),
    "std": (F.stddev_samp, False), "var": (F.var_samp, False),
}  # fmt: skip
"""Spark's function for each statistic of a window, and whether it may give whole numbers."""


@rule("Rolling.mean", "Expanding.mean", ignores=("engine", "engine_kwargs"))
def rolling_mean(windowed: Windowed, numeric_only: Value) -> Value:
    """Mean of the window."""
    one_of(numeric_only, False)
    return _rolled(windowed, *STATISTICS["mean"])


@rule("Rolling.sum", "Expanding.sum", ignores=("engine", "engine_kwargs"))
def rolling_sum(windowed: Windowed, numeric_only: Value) -> Value:
    """Sum of the window, as a float."""
    one_of(numeric_only, False)
    return _rolled(windowed, *STATISTICS["sum"], nothing=0.0)


@rule("Rolling.min", "Expanding.min", ignores=("engine", "engine_kwargs"))
def rolling_min(windowed: Windowed, numeric_only: Value) -> Value:
    """Smallest value of the window, as a float."""
    one_of(numeric_only, False)
    return _rolled(windowed, *STATISTICS["min"])


@rule("Rolling.max", "Expanding.max", ignores=("engine", "engine_kwargs"))
def rolling_max(windowed: Windowed, numeric_only: Value) -> Value:
    """Largest value of the window, as a float."""
    one_of(numeric_only, False)
    return _rolled(windowed, *STATISTICS["max"])


@rule("Rolling.std", "Expanding.std", ignores=("engine", "engine_kwargs"))
def rolling_std(windowed: Windowed, ddof: Value, numeric_only: Value) -> Value:
    """Standard deviation of the window."""
    one_of(numeric_only, False)
    return _rolled(windowed, F.stddev_samp if one_of(ddof, 0, 1) else F.stddev_pop)


@rule("Rolling.var", "Expanding.var", ignores=("engine", "engine_kwargs"))
def rolling_var(windowed: Windowed, ddof: Value, numeric_only: Value) -> Value:
    """Variance of the window."""
    one_of(numeric_only, False)
    return _rolled(windowed, F.var_samp if one_of(ddof, 0, 1) else F.var_pop)


@rule("Rolling.median", "Expanding.median", ignores=("engine", "engine_kwargs"))
def rolling_median(windowed: Windowed, numeric_only: Value) -> Value:
    """Exact median of the window.

    Example:
        df["n"].expanding().median()
    Becomes:
        F.percentile("n", 0.5).over(
    """
    one_of(numeric_only, False)
    return _rolled(windowed, lambda value: F.percentile(value, 0.5))


@rule("Rolling.quantile", "Expanding.quantile")
def rolling_quantile(windowed: Windowed, q: Value, interpolation: Value, numeric_only: Value) -> Value:
    """Exact quantile of the window, interpolated linearly."""
    one_of(numeric_only, False)
    one_of(interpolation, "linear")
    share = number(q, "q")
    return _rolled(windowed, lambda value: F.percentile(value, share))


@rule("Rolling.count", "Expanding.count")
def rolling_count(windowed: Windowed, numeric_only: Value) -> Value:
    """Number of values in the window that are not missing, as a float.

    Example:
        df["v"].rolling(2).count()
    Becomes:
        F.when(
            F.count("*").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.count("v").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double"),
        )
    """
    one_of(numeric_only, False)
    least = _least(windowed) if windowed.options["least"] != 0 else 0

    def over(column: Column) -> Column:
        rows = numeric(rows_of(column, "a rolling window"))
        window = rows.window().rowsBetween(*windowed.options["bounds"])
        code = F.count(source(rows.column)).over(window).cast("double")
        if least == 0 or windowed.kind == "Expanding" and least <= 1:
            return rows.then(code, nullable=False, dtype="float64")
        return rows.then(F.when(F.count("*").over(window) >= least, code), dtype="float64")  # missing ones fill it too

    return _each(windowed, over)


@rule("Rolling.agg", "Rolling.aggregate", "Expanding.agg", "Expanding.aggregate")
def rolling_agg(windowed: Windowed, func: Value) -> Value:
    """Statistics of the window by name: one, several of a column, or one for each column of a frame.

    Example:
        df["n"].rolling(2).agg("max")
    Becomes:
        F.max("n").over(Window.orderBy("_row").rowsBetween(-1, 0)).cast("double")
    """
    known = constant(func, "the function")
    if isinstance(known, str):
        return _statistic(windowed, known)
    base = windowed.base
    if isinstance(known, list) and isinstance(base, Column):
        made = {str(name): _statistic(windowed, name) for name in known}
    elif isinstance(known, dict) and isinstance(base, Frame):
        made = {str(c): _statistic(replace(windowed, base=base.column(c)), name) for c, name in known.items()}
    else:
        raise Decline("the result has columns of two levels", code="T312")
    columns = {label: column for label, column in made.items() if isinstance(column, Column)}
    frames = {id(column.frame): column.frame for column in columns.values()}
    if len(columns) != len(known) or len(frames) != 1:
        raise Decline("the statistics are not of the same rows", code="T313")
    return select_all(recomputed(next(iter(frames.values())), columns), columns)


def _statistic(windowed: Windowed, name: object) -> Value:
    if not isinstance(name, str) or name not in STATISTICS:
        raise Decline(f"the function {name!r} is not translated here", code="T310")
    return _rolled(windowed, *STATISTICS[name])


@rule("Rolling.__getitem__", "Expanding.__getitem__")
def getitem(windowed: Windowed, key: Value) -> Windowed:
    """One column or some columns of the windows of a frame."""
    base = windowed.base
    if not isinstance(base, Frame):
        raise Decline("a column of windows of a column", code="T310")
    label = text(key, "the column")
    return replace(windowed, base=base.column(label), as_pandas=None)
