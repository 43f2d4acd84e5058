"""Missing values of columns."""

from __future__ import annotations

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    NUMBERS,
    TEXTS,
    Column,
    Const,
    Decline,
    F,
    Scalar,
    Value,
    by_rule,
    column_like,
    current,
    elementwise,
    given,
    literal_dtype,
    one_of,
    parity,
    rule,
    unsettled_column,
)

elementwise(
    {key: lambda code: code.isNull() for key in ("Series.isna", "Series.isnull")}, dtype="bool", nullable=False
)
elementwise(
    {key: lambda code: code.isNotNull() for key in ("Series.notna", "Series.notnull")}, dtype="bool", nullable=False
)


@rule("pandas.isna", "pandas.isnull")
def isna(obj: Value) -> Column:
    """Whether each value is missing.

    Example:
        df[pd.isna(df["v"])]
    Becomes:
        df.filter(F.col("v").isNull())
    """
    if not isinstance(obj, Column):
        raise Decline("only columns are translated", code="T312")
    return obj.then(obj.settled.isNull(), dtype="bool", nullable=False)


@rule("pandas.notna", "pandas.notnull")
def notna(obj: Value) -> Column:
    """Whether each value is there.

    Example:
        df[pd.notna(df["v"])]
    Becomes:
        df.filter(F.col("v").isNotNull())
    """
    if not isinstance(obj, Column):
        raise Decline("only columns are translated", code="T312")
    return obj.then(obj.settled.isNotNull(), dtype="bool", nullable=False)


@rule("Series.fillna")
def fillna(column: Column, value: Value, method: Value, limit: Value) -> Value:
    """Replace missing values by a constant, a computed number or another column.

    Example:
        df["v"].fillna(0)
    Becomes:
        F.coalesce(F.col("v"), F.lit(0))
    """
    if given(method):
        ahead = one_of(method, "ffill", "pad", "bfill", "backfill") in ("ffill", "pad")
        return by_rule("Series.ffill" if ahead else "Series.bfill", column, limit=limit)
    if given(limit):
        raise Decline("a limit on filled values", code="T310")
    return filled(column, value)


def filled(column: Column, value: Value) -> Column:
    """The column with its missing values replaced."""
    if not column.nullable or column.null_means is not None:
        return column
    if unsettled_column(column):
        raise Decline("whether this column is int or float depends on the data", code="T312")
    alike = current().alike and isinstance(value, Scalar) and column.plain is not None
    if column.dtype in INTEGERS - MASKED and not alike and not (isinstance(value, Const) and type(value.value) is int):
        return column  # no value is missing: a filling of another type would not change that of the column
    if isinstance(value, Scalar):
        if value.dtype not in FLOATS and value.dtype != column.dtype or column.dtype not in NUMBERS | TEXTS | {"datetime"}:
            raise Decline(f"{column.dtype} is not filled with {value.dtype}", code="T312")
        filling = parity.lit(value.code)
        if alike:
            filling = filling.try_cast(column.frame.code.schema[column.plain].dataType)
        return column.then(F.coalesce(column.code, filling))
    if column.dtype == "datetime" and isinstance(value, Const) and type(value.value).__name__ in ("Timestamp", "datetime"):
        if getattr(value.value, "tzinfo", None) is not None:
            raise Decline("times without a zone are filled with one that has one", code="T312")
        return column.then(F.coalesce(column.code, column_like(value, column.frame).code), nullable=False)
    if isinstance(value, Const) and value.value == value.value:
        dtype = literal_dtype(type(value.value))
        if dtype == "bool" and column.dtype == "bool?":  # of objects that are all truth values pandas makes a bool column
            return column.then(F.coalesce(column.code, F.lit(value.code)), dtype="bool", nullable=False, none=False)
        fits = dtype == column.dtype or (dtype in TEXTS and column.dtype in TEXTS) or (
            dtype == "int64" and column.dtype in FLOATS)  # fmt: skip
        if not fits or dtype == "float64" and column.dtype == "float32":
            raise Decline(f"{column.dtype} is not filled with {value.value!r}", code="T312")
        return column.then(F.coalesce(column.code, F.lit(value.code)), nullable=False)
    other = column_like(value, column.frame, "the filling")
    widened = column.dtype == "float64" and other.dtype == "int64"
    if other.dtype != column.dtype and not widened:
        raise Decline(f"{column.dtype} is not filled with {other.dtype}", code="T312")
    filling = other.settled.cast("double") if widened else other.settled
    return column.then(
        F.coalesce(column.code, filling), nullable=other.nullable, refs={**column.refs, **other.refs},
        shape="window" if "window" in (column.shape, other.shape) else "row",
    )  # fmt: skip


@rule("Series.combine_first")
def combine_first(column: Column, other: Value) -> Column:
    """This column's values, and the other's where they are missing.

    Example:
        df["v"].combine_first(df["w"])
    Becomes:
        F.coalesce(F.col("v"), F.col("w"))
    """
    if not isinstance(other, Column):
        raise Decline("only columns of the same rows are combined", code="T313")
    column_like(other, column.frame, "the other values")  # of other rows pandas adds those with other labels
    return filled(column, other)
