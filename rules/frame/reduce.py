"""Whole-frame reductions: down the columns (one aggregate) and along the rows (expressions)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rules.column.statistics import SHAPES
from translator.rulekit import (
    FLOATS,
    INTEGERS,
    NUMBERS,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Frame,
    Local,
    Value,
    constant,
    flag,
    given,
    is_odd,
    listed_codes,
    literal,
    parity,
    parts_of,
    replace,
    rule,
    showing,
)

NUMERIC = NUMBERS | {"bool"}


def _total(column: Column) -> Code:
    if column.dtype == "bool":
        return F.count_if(column.settled)
    return F.coalesce(F.sum(_plain(column)), F.lit(0))


def _truth(column: Column) -> Code:
    """Each value's truth as pandas sees it: missing numbers are skipped."""
    return column.settled if column.dtype == "bool" else column.code != 0


def _extreme(column: Column, build: Code) -> Code:
    return parity.extreme_text(column.settled, build) if column.dtype == "str" and column.nullable else build(_plain(column))


def _plain(column: Column) -> Code | str:
    return column.plain if column.plain is not None and not is_odd(column.plain) else column.settled


def _of_code(build: Callable[[Code], Code]) -> Callable[[Column], Code]:
    return lambda column: build(column.code)


AGGREGATES: dict[str, Callable[[Column], Code]] = {
    "sum": _total,
    "count": lambda c: F.count(_plain(c)),
    "nunique": lambda c: F.countDistinct(_plain(c)),
    "mean": lambda c: F.avg(c.code.cast("int") if c.dtype == "bool" else _plain(c)),
    "max": lambda c: _extreme(c, F.max),
    "min": lambda c: _extreme(c, F.min),
    "median": lambda c: F.median(_plain(c)),
    "std": lambda c: F.stddev_samp(_plain(c)),
    "var": lambda c: F.var_samp(_plain(c)),
    **{function: _of_code(build) for function, build in SHAPES.items()},
    "any": lambda c: F.coalesce(F.bool_or(_truth(c)), F.lit(False)),
    "all": lambda c: F.coalesce(F.bool_and(_truth(c)), F.lit(True)),
}


@rule("DataFrame.sum", "DataFrame.mean", "DataFrame.max", "DataFrame.min", keeps_columns=True)
def reduction(df: Frame, axis: Value, skipna: Value, numeric_only: Value, at: CallSite) -> Value:
    """Sum, mean, largest or smallest of every column, or of every row with ``axis=1``.

    Missing values are skipped; a sum of nothing is 0.

    Example:
        df[["v", "n"]].sum()
    Becomes:
        column_values(
            df.select("v", "n")
            .agg(
                F.coalesce(F.sum("v"), F.lit(0)).alias("v"), F.coalesce(F.sum("n"), F.lit(0)).alias("n")
            ),
        )
    """
    method = at.api.rpartition(".")[2]
    if not flag(skipna):
        raise Decline("missing values are not skipped", code="T310")
    chosen = _numbers(df) if flag(numeric_only) else df
    if given(axis) and constant(axis) in (1, "columns"):
        return _along_rows(chosen, method)
    return _down_columns(chosen, method)


@rule(
    "DataFrame.median", "DataFrame.std", "DataFrame.var", "DataFrame.skew", "DataFrame.kurt", "DataFrame.kurtosis",
    "DataFrame.sem",
)  # fmt: skip
def spread(df: Frame, axis: Value, numeric_only: Value, at: CallSite) -> Value:
    """Median, standard deviation, variance, skewness, kurtosis or standard error of every column.

    Example:
        df[["v", "w"]].median()
    Becomes:
        column_values(
            df.select("v", "w").agg(F.median("v").alias("v"), F.median("w").alias("w"))
        )
    """
    if given(axis) and constant(axis) not in (0, "index"):
        raise Decline("a statistic along the rows", code="T310")
    chosen = _numbers(df) if flag(numeric_only) else df
    if any(f.dtype not in NUMBERS for f in chosen.fields.values()):
        raise Decline("not all columns are numbers", code="T312")
    return _down_columns(chosen, at.api.rpartition(".")[2])


@rule("DataFrame.count", "DataFrame.nunique", keeps_columns=True)
def counted(df: Frame, axis: Value, at: CallSite) -> Value:
    """Number of values, or of different values, of every column; missing ones do not count.

    Example:
        df[["k", "v"]].count()
    Becomes:
        column_values(
            df.select("k", "v").agg(F.count("k").alias("k"), F.count("v").alias("v"))
        )
    """
    method = at.api.rpartition(".")[2]
    if constant(axis) in (1, "columns"):
        if method == "nunique":
            raise Decline("different values along the rows", code="T310")
        return _along_rows(df, method)
    return _down_columns(df, method)


@rule("DataFrame.any", "DataFrame.all")
def truth(df: Frame, axis: Value, at: CallSite) -> Value:
    """Whether any value, or every value, is true; down the columns or along the rows.

    Example:
        df[df.isna().any(axis=1)]
    Becomes:
        df.filter(F.col("k").isNull() | F.col("v").isNull() |
    """
    method = at.api.rpartition(".")[2]
    if any(f.dtype not in NUMERIC for f in df.fields.values()):
        raise Decline("the truth of text and times", code="T312")
    if any(f.nullable and f.dtype == "bool" for f in df.fields.values()):
        raise Decline("the truth of missing values", code="T312")
    if constant(axis) in (1, "columns"):
        return _along_rows(df, method)
    if constant(axis) is None:
        raise Decline("one answer for the whole frame", code="T310")
    return _down_columns(df, method)


def _numbers(df: Frame) -> Frame:
    return showing(df, [c for c, f in df.fields.items() if f.dtype in NUMERIC])


def _down_columns(df: Frame, method: str) -> Local:
    base, parts = parts_of(df)
    if not parts:
        raise Decline("there are no columns to aggregate", code="T310")
    for label, column in parts.items():
        checked(method, label, column)
    if any(c.shape == "window" for c in parts.values()):
        base, parts = df, {c: df.column(c) for c in df.fields}
    codes = {label: AGGREGATES[method](c).alias(label) for label, c in parts.items()}
    values = parity.column_values(base.code.agg(*listed_codes(base, codes)))
    if df.columns_name is not None:
        values = values.rename_axis(literal(df.columns_name))
    result = Local(values, "Series", was_spark=True)
    dtype = _statistic_dtype(method, parts.values())
    return replace(result, labels=tuple(parts), dtype=dtype) if dtype is not None else result


def _statistic_dtype(method: str, columns: Iterable[Column]) -> str | None:
    """The dtype of a Series of one number for each column, where it is plain."""
    dtypes = {c.dtype for c in columns}
    if method in ("count", "nunique"):
        return "int64"
    if not dtypes <= {"int64", "float64", "bool"} or method in ("any", "all"):
        return None
    return "int64" if method in ("sum", "min", "max") and "float64" not in dtypes else "float64"


def checked(method: str, label: str, column: Column) -> None:
    if method in ("count", "nunique"):
        return
    numbers = column.dtype in NUMERIC
    if method in ("max", "min") and column.dtype == "datetime":
        return
    text = method in ("max", "min") and column.dtype == "str"
    unsure = column.nullable and column.dtype in INTEGERS | {"bool"} and column.null_means is None
    if (not numbers and not text) or (unsure and method in ("max", "min", "sum")):
        raise Decline(f"{method} of the {column.dtype} column {label!r}", code="T312")
    if column.dtype == "bool" and method in ("max", "min"):
        raise Decline(f"{method} of the bool column {label!r}", code="T312")


def _along_rows(df: Frame, method: str) -> Column:
    base, parts = parts_of(df)
    columns = list(parts.values())
    if not columns:
        raise Decline("there are no columns to aggregate", code="T310")
    if method in ("any", "all"):
        code, dtype, nullable = _truths(columns, method), "bool", False
    elif method == "count":
        code, dtype, nullable = _row_count(columns).cast("bigint"), "int64", False
    else:
        if any(c.dtype not in NUMERIC for c in columns):
            raise Decline(f"{method} of values that are not all numbers", code="T312")
        code, dtype, nullable = _row_statistic(columns, method)
    refs = {k: v for c in columns for k, v in c.refs.items()}
    window = any(c.shape == "window" for c in columns)
    return Column(
        code, frame=base, dtype=dtype, nullable=nullable, refs=refs, shape="window" if window else "row"
    )


def _truths(columns: list[Column], method: str) -> Code:
    result = _truth(columns[0])
    for column in columns[1:]:
        result = result | _truth(column) if method == "any" else result & _truth(column)
    return result


def _number(column: Column) -> Code:
    return column.settled.cast("bigint") if column.dtype == "bool" else column.code


def _or_zero(column: Column) -> Code:
    return F.coalesce(_number(column), F.lit(0)) if column.nullable else _number(column)


def _row_count(columns: list[Column]) -> Code:
    sure = sum(not c.nullable for c in columns)
    counts = [c.code.isNotNull().cast("int") for c in columns if c.nullable]
    if not counts:
        return F.lit(sure)
    total = counts[0]
    for count in counts[1:]:
        total = total + count
    return total + sure if sure else total


def _row_statistic(columns: list[Column], method: str) -> tuple[Code, str, bool]:
    floats = any(c.dtype in FLOATS for c in columns)
    if any(c.nullable and c.dtype not in FLOATS for c in columns):
        raise Decline("the type of the result depends on the data", code="T312")
    if any(c.dtype not in ("int64", "float64", "bool") for c in columns):
        raise Decline("numbers of other widths", code="T312")
    dtype = "float64" if floats else "int64"
    if method in ("max", "min"):
        if any(c.dtype == "bool" for c in columns):
            raise Decline(f"{method} of truth values", code="T312")
        build = F.greatest if method == "max" else F.least
        code = build(*(c.code for c in columns)) if len(columns) > 1 else columns[0].code
        return code, dtype, all(c.nullable for c in columns)
    total = _or_zero(columns[0])
    for column in columns[1:]:
        total = total + _or_zero(column)
    if method == "sum":
        return total, dtype, False
    if not any(c.nullable for c in columns):
        return (total) / len(columns), "float64", False
    sure = not all(c.nullable for c in columns)
    count = _row_count(columns)
    return total / (count if sure else F.nullif(count, F.lit(0))), "float64", not sure
