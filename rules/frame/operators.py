"""Operators on whole frames, also as methods, and window functions of every column."""

from __future__ import annotations

from translator.rulekit import (
    INTEGERS,
    NUMBERS,
    CallSite,
    Column,
    Const,
    Decline,
    Frame,
    Local,
    Scalar,
    Value,
    by_statistic,
    column_by_rule,
    column_like,
    constant,
    each,
    flag,
    given,
    one_of,
    part,
    recomputed,
    replace,
    rule,
    select_all,
    wider,
)

OPERATORS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow",
             "radd", "rsub", "rmul", "rtruediv")  # fmt: skip
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
ALIASES = {"subtract": "sub", "multiply": "mul", "div": "truediv", "divide": "truediv", "rdiv": "rtruediv"}


@rule(*(f"DataFrame.__{name}__" for name in (*OPERATORS, *COMPARISONS, "and", "or")), keeps_columns=True)
def operate(df: Frame, other: Value, at: CallSite) -> Frame:
    """An operator with a constant, a frame of the same rows, or statistics of its columns.

    Example:
        df[["v", "w"]] - df[["v", "w"]].mean()
    Becomes:
        df.select("v", "w").withColumns({
            c: F.col(c) - lit(value)
            for c, value in column_values(df.select("v", "w").agg(F.avg("v").alias("v"), F.avg("w").alias("w")))
            .items()
        })
    """
    return _operated(df, other, "Series." + at.api.rpartition(".")[2])


def _operated(df: Frame, other: Value, key: str) -> Frame:
    if isinstance(other, Frame):
        if list(other.fields) != list(df.fields):
            raise Decline("the frames have different columns", code="T313")
        others: dict[str, Value] = {c: column_like(part(other, c), df) for c in df.fields}
        return recomputed(df, {c: column_by_rule(key, df.column(c), others[c]) for c in df.fields})
    if isinstance(other, Local) and other.labels == tuple(df.fields):
        return by_statistic(df, other, lambda c, m: column_by_rule(key, c, m), df.fields)
    if not isinstance(other, (Const, Scalar)):
        raise Decline("a Series is aligned with the column names", code="T313")
    return each(df, lambda c: column_by_rule(key, c, other))


@rule("DataFrame.__invert__", "DataFrame.__neg__", keeps_columns=True)
def unary(df: Frame, at: CallSite) -> Frame:
    """Negation of every value.

    Example:
        -df[["v"]]
    Becomes:
        df.select("v").withColumn("v", -F.col("v"))
    """
    key = "Series." + at.api.rpartition(".")[2]
    return each(df, lambda c: column_by_rule(key, c))


METHODS = (*OPERATORS, *COMPARISONS, *ALIASES)


@rule(*(f"DataFrame.{name}" for name in METHODS), keeps_columns=True)
def named(df: Frame, other: Value, axis: Value, at: CallSite) -> Frame:
    """An operator as a method; with ``axis=0`` every column meets the same Series, row by row.

    Example:
        df[["v", "w"]].div(df["n"], axis=0)
    Becomes:
        df.withColumns({"v": divide(F.col("v"), F.col("n")), "w": divide(F.col("w"), F.col("n"))})
        .select("v", "w")
    """
    method = at.api.rpartition(".")[2]
    key = f"Series.__{ALIASES.get(method, method)}__"
    by_rows = given(axis) and constant(axis) in (0, "index")
    if isinstance(other, Column) and by_rows:
        whole = wider(df, other)
        if whole is not None:
            made = {c: column_by_rule(key, whole.column(c), other) for c in df.fields}
            return select_all(recomputed(whole, made), df.fields)
        return each(df, lambda c: column_by_rule(key, c, column_like(other, c.frame, "the Series")))
    if isinstance(other, Local) and by_rows:
        raise Decline("a driver-side Series is aligned with the rows", code="T313")
    return _operated(df, other, key)


# --- every column of a frame over its rows ------------------------------------------------------------------


def _down(axis: Value) -> None:
    if given(axis) and constant(axis) not in (0, "index"):
        raise Decline("along the rows", code="T310")


@rule("DataFrame.cumsum", "DataFrame.cummax", "DataFrame.cummin", "DataFrame.cumprod", keeps_columns=True)
def cumulative(df: Frame, axis: Value, skipna: Value, at: CallSite) -> Frame:
    """Running totals and extremes of every column.

    Example:
        df[["n"]].cumsum()
    Becomes:
        df.select("_row", "n").withColumn(
            "n",
            F.sum("n").over(
                Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
        )
    """
    _down(axis)
    if given(skipna) and not flag(skipna):
        raise Decline("missing values are not skipped", code="T310")
    return each(df, lambda c: column_by_rule("Series." + at.api.rpartition(".")[2], c))


@rule("DataFrame.shift", "DataFrame.diff", keeps_columns=True)
def shifted(df: Frame, periods: Value, axis: Value, at: CallSite) -> Frame:
    """Values of earlier rows, or the differences to them, in every column.

    Example:
        df[["v"]].shift(1)
    Becomes:
        df.select("_row", "v").withColumn("v", F.lag("v", 1).over(Window.orderBy("_row")))
    """
    _down(axis)
    if any(fact.dtype in INTEGERS for fact in df.fields.values()):  # which they stay without any row
        at.assume("A111")
    return each(df, lambda c: column_by_rule("Series." + at.api.rpartition(".")[2], c, periods))


@rule("DataFrame.pct_change", keeps_columns=True)
def pct_change(df: Frame, periods: Value, fill_method: Value) -> Frame:
    """Relative change to an earlier row, in every column."""
    options = {} if fill_method is None or not isinstance(fill_method, Const) else {"fill_method": fill_method}
    return each(df, lambda c: column_by_rule("Series.pct_change", c, periods, **options))


@rule("DataFrame.rank", keeps_columns=True)
def rank(
    df: Frame, axis: Value, method: Value, numeric_only: Value, na_option: Value, ascending: Value, pct: Value
) -> Frame:
    """Ranks within every column.

    Example:
        df[["n"]].rank(method="dense")
    Becomes:
        df.select("n").withColumn("n", F.dense_rank().over(Window.orderBy("n")).cast("double"))
    """
    _down(axis)
    if flag(numeric_only):
        df = replace(df, fields={c: f for c, f in df.fields.items() if f.dtype in NUMBERS})
    options = {"method": method, "na_option": na_option, "ascending": ascending, "pct": pct}
    one_of(na_option, "keep")
    return each(df, lambda c: column_by_rule("Series.rank", c, **options))
