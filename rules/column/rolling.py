"""Rolling and expanding windows: of a number of rows, or of a length of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rules.groupby.functions import function_name
from translator.rulekit import (
    Accessor,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    F,
    Frame,
    Grouped,
    SortKey,
    Value,
    Window,
    Windowed,
    all_of,
    at_hand,
    by_rule,
    col,
    constant,
    each,
    flag,
    given,
    literal,
    number,
    one_of,
    pandas_times,
    parity,
    recomputed,
    reordered,
    replace,
    rule,
    select_all,
    text,
    without_missing,
)

from .windows import Rows, numeric, rows_of, source


@rule("Series.rolling", "DataFrame.rolling")
def rolling(
    column: Column | Frame, window: Value, min_periods: Value, center: Value, on: Value, closed: Value
) -> Windowed:
    """A window of a fixed number of rows, or of a fixed length of time before each row.

    Times have to rise from row to row: where two rows have one time, pandas goes by their order. The
    emitted program raises an error there.

    Example:
        df["n"].rolling(2).mean()
    Becomes:
        F.when(
            F.count("n").over(Window.orderBy("_row").rowsBetween(-1, 0)) >= 2,
            F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0)),
        )
    """
    length = _length(window)
    if length is None:
        if given(on):
            raise Decline("windows of rows by a column", code="T310")
        return Windowed(column.code, base=column, kind="Rolling", options=_of_rows(window, min_periods, center, closed))
    if one_of(center, False, True):
        raise Decline("windows of time around each row", code="T310")
    time = _times(column if isinstance(column, Frame) else column.frame, on)
    options = {**_of_time(length, min_periods, closed), "time": time, "on": text(on) if given(on) else None}
    return Windowed(column.code, base=column, kind="Rolling", options=options)


@rule("GroupBy.rolling")
def rolling_in_groups(
    grouped: Grouped, window: Value, min_periods: Value, center: Value, win_type: Value, on: Value, axis: Value, closed: Value
) -> Windowed:
    """A window within the group of each row.

    The result has the keys above the labels of the rows; it is followed where they are taken off again.

    Example:
        df["z"] = df.groupby("n")["v"].rolling(2).sum().reset_index(level=0, drop=True)
    Becomes:
        F.sum("v").over(Window.partitionBy("n").orderBy("_row").rowsBetween(-1, 0))
    """
    if any(given(option) and not (isinstance(option, Const) and option.value == 0) for option in (win_type, axis)):
        raise Decline("weighted windows, or windows over columns", code="T310")
    center = center if given(center) else Const(literal(False), False)
    length = _length(window)
    if length is not None:
        if one_of(center, False, True):
            raise Decline("windows of time around each row", code="T310")
        options = {**_of_time(length, min_periods, closed), "time": _times(grouped.frame, on), "on": None}
    elif given(on):
        raise Decline("windows of rows by a column", code="T310")
    else:
        options = _of_rows(window, min_periods, center, closed)
    return Windowed(grouped.code, base=grouped, kind="Rolling", options=options)


def _length(window: Value) -> float | None:
    """Seconds of a window of time; None for a number of rows."""
    known = constant(window, "the window")
    if isinstance(known, str):
        seconds = pandas_times.seconds_of(known)
    elif type(known).__name__ in ("Timedelta", "timedelta"):
        seconds = known.total_seconds()
    else:
        return None
    if seconds is None or seconds <= 0:
        raise Decline(f"{known!r} is not a fixed length of time", code="T310")
    return seconds


def _side(closed: Value) -> str:
    return str(one_of(closed, "right", "left", "both", "neither")) if given(closed) else "right"


def _of_rows(window: Value, min_periods: Value, center: Value, closed: Value) -> dict[str, Any]:
    size = constant(window, "the window")
    if not isinstance(size, int) or isinstance(size, bool) or size < 1:
        raise Decline("only windows of a number of rows are translated", code="T310")
    ahead = (size - 1) // 2 if one_of(center, False, True) else 0
    side = _side(closed)
    start = ahead + 1 - size - (side in ("left", "both"))
    end = ahead - (side in ("left", "neither"))
    if start > end:
        raise Decline("the window is empty", code="T310")
    return {"bounds": (start, end), "size": size, "least": int(number(min_periods)) if given(min_periods) else None}


def _of_time(seconds: float, min_periods: Value, closed: Value) -> dict[str, Any]:
    least = int(number(min_periods)) if given(min_periods) else 1
    if least < 1:
        raise Decline("min_periods=0 is not translated for windows of time", code="T310")
    shown = int(seconds) if seconds == int(seconds) else seconds
    return {"seconds": shown, "closed": _side(closed), "size": None, "least": least}


def _times(frame: Frame, on: Value) -> str:
    """The column of the times that windows go by."""
    if given(on):
        label = text(on, "on")
        frame.field(label)
    else:
        index = frame.index
        if index.kind != "stored" or index.is_default or len(index.levels) != 1:
            raise Decline("the index is not known to be one of times", code="T316")
        label = index.levels[0].column
    if frame.physical[label].dtype != "datetime":
        raise Decline("windows of time need times", code="T312")
    return label


@rule("Series.expanding", "DataFrame.expanding", "GroupBy.expanding")
def expanding(column: Column | Frame | Grouped, min_periods: Value) -> Windowed:
    """A window from the first row to the current one."""
    bounds = (Window.unboundedPreceding, Window.currentRow)
    least = int(number(min_periods)) if given(min_periods) else 1
    return Windowed(column.code, base=column, kind="Expanding", options={"bounds": bounds, "size": None, "least": least})


def _rolled(
    windowed: Windowed, build: Callable[[Code | str], Code], whole: bool = False, nothing: float | None = None
) -> Value:
    """`build` over the window of each row.

    Args:
        whole: it may be a whole number, unlike pandas'.
        nothing: its value for windows without values.
    """

    def over(column: Value) -> Column:
        rows = numeric(rows_of(column, "a rolling window"))
        if "time" in windowed.options:
            base = windowed.base
            frame = base.frame if isinstance(base, (Column, Grouped)) else base
            if isinstance(frame, Frame) and at_hand.stands_still(frame, windowed.options["time"], rows.keys):
                raise Decline("several rows have one time, of which pandas takes those up to each row", code="T312")
            return _over_time(rows, windowed.options, build, whole)
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


def _over_time(rows: Rows, options: Mapping[str, Any], build: Any, whole: bool) -> Column:
    if not isinstance(build, Code):
        raise Decline("this statistic of a window of time is not translated", code="T310")
    if at_hand.may_be_infinite(rows.column):
        raise Decline("infinite numbers in a window of time", code="T312")
    time = options["time"]
    beside: dict[str, Any] = {}
    if options["least"] != 1:
        beside["least"] = options["least"]
    if options["closed"] != "right":
        beside["closed"] = options["closed"]
    if rows.keys:
        beside["keys"] = list(rows.keys)
    code = parity.over_time(build, source(rows.column), time, rows.window(), options["seconds"], **beside)
    facts = rows.column.frame.physical[time]
    result = rows.then(code.cast("double") if whole else code, dtype="float64")
    return replace(result, refs={**result.refs, time: facts.version})


def _each(windowed: Windowed, over: Callable[[Value], Column]) -> Value:
    base = windowed.base
    if isinstance(base, Column):
        return over(base)
    if isinstance(base, Grouped):
        return by_groups(base, over)
    if not isinstance(base, Frame):
        raise Decline("only windows of frames and columns are translated", code="T312")
    return each(base, over, [c for c in base.fields if c != windowed.options.get("on")])


def by_groups(grouped: Grouped, over: Callable[[Value], Column]) -> Value:
    """What has the keys above the labels of the rows, until they are taken off."""
    if not grouped.single or not grouped.as_index:
        raise Decline("the result of windows within groups is a frame", code="T312")
    keys = grouped.keys
    result = over(replace(grouped, frame=_with_keys(grouped)))
    base = replace(result, within=None, grouped_by=keys)
    return Accessor(result.code, base=base, name="by_groups", options={"keys": keys, "sort": grouped.sort})


def _with_keys(grouped: Grouped) -> Frame:
    """The rows without those whose key is missing, which belong to no group."""
    frame, physical = grouped.frame, grouped.frame.physical
    gone = [k for k in grouped.keys if physical[k].nullable] if grouped.dropna else []
    if not gone:
        return frame
    test = all_of(col(k).isNotNull() for k in gone)
    condition = Column(test, frame=frame, dtype="bool", nullable=False, refs={k: physical[k].version for k in gone})
    rows = frame.subset(without_missing(frame.code, gone))
    sure = {k: replace(physical[k], nullable=False, missing=False) for k in gone}
    result = replace(
        rows, condition=(rows.rows[-1], condition), hidden={c: sure.get(c, f) for c, f in rows.hidden.items()},
        fields={c: sure.get(c, f) for c, f in rows.fields.items()},
    )  # fmt: skip
    at_hand.made_by(result, lambda: at_hand.known(frame).dropna(subset=gone))
    return result


@rule("Series.by_groups.reset_index", "Series.by_groups.droplevel")
def without_keys(result: Accessor, level: Value, drop: Value, at: CallSite) -> Column:
    """The result of a window within groups by the labels of its rows alone, group after group."""
    column = result.base
    assert isinstance(column, Column)
    keys = result.options["keys"]
    wanted = constant(level, "the level")
    levels = list(wanted) if isinstance(wanted, list) else [wanted]
    numbers = [keys.index(one) if isinstance(one, str) and one in keys else one for one in levels]
    if numbers != list(range(len(keys))) or at.api.endswith("reset_index") and not (given(drop) and flag(drop)):
        raise Decline("the keys of the groups stay", code="T316")
    frame = column.frame
    if frame.order is None or not result.options["sort"]:
        raise Decline("groups are not in the order of their keys", code="T316")
    order = replace(frame.order, keys=(*(SortKey(k) for k in keys if k not in frame.order.columns()), *frame.order.keys))
    rows = reordered(frame.rows)
    condition = None if frame.condition is None else (rows[-1], frame.condition[1])
    return replace(column, frame=replace(frame, order=order, rows=rows, condition=condition, sorted=False))


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

    def over(column: Value) -> Column:
        rows = numeric(rows_of(column, "a rolling window"))
        if "time" in windowed.options:
            raise Decline("counts in windows of time are not translated", code="T310")
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


@rule("Rolling.apply", ignores=("raw", "engine", "engine_kwargs"))
def rolling_apply(windowed: Windowed, func: Value) -> Value:
    """A statistic that is given as a function of numpy or Python, over windows without missing values.

    Example:
        df["n"].rolling(2).apply(np.mean)
    Becomes:
        F.avg("n").over(Window.orderBy("_row").rowsBetween(-1, 0))
    """
    if "time" in windowed.options or windowed.options["least"] not in (None, windowed.options["size"]):
        raise Decline("the function is called for windows with missing values too", code="T310")
    known = function_name(func)
    if known in ("std", "var"):  # of numpy, whose functions divide by the number of values
        return _rolled(windowed, F.stddev_pop if known == "std" else F.var_pop)
    if known == "median":
        return _rolled(windowed, lambda value: F.percentile(value, 0.5))
    return _statistic(windowed, known)


@rule("Rolling.__getitem__", "Expanding.__getitem__")
def getitem(windowed: Windowed, key: Value) -> Windowed:
    """One column or some columns of the windows of a frame."""
    base = windowed.base
    if isinstance(base, Grouped):
        return replace(windowed, base=by_rule("GroupBy.__getitem__", base, key), as_pandas=None)
    if not isinstance(base, Frame):
        raise Decline("a column of windows of a column", code="T310")
    label = text(key, "the column")
    return replace(windowed, base=base.column(label), as_pandas=None)
