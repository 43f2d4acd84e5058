"""Arithmetic between columns and with constants."""

from __future__ import annotations

from translator.rulekit import (
    INTEGERS,
    NUMBERS,
    Code,
    Column,
    Const,
    Decline,
    F,
    Scalar,
    Value,
    binary,
    column_like,
    combined,
    is_call,
    literal_dtype,
    parity,
    rule,
)


def _operate(left: Column, right: Value, operator: str, swap: bool = False) -> Column:
    first, second, result = combined(left, right, operator, swap)
    dtypes = {left.dtype, _dtype(right, left)}
    if result.dtype in ("str", "string") and operator == "+":
        return result.then(F.concat(_as_column(first), _as_column(second)))
    if (dtypes == {"datetime"} and operator == "-") or (dtypes == {"datetime", "timedelta"} and operator in "+-"):
        beside = _as_moment(right, left)
        pair = (beside, left.settled) if swap else (left.settled, beside)
        return result.then(binary(operator, *pair))
    if not dtypes <= NUMBERS:
        raise Decline(f"{' and '.join(sorted(dtypes))} with {operator} is not translated", code="T312")
    if operator == "/":
        return result.then(_quotient(first, second, right, swap))
    if operator in ("//", "%"):
        return result.then(_whole(first, second, right, swap, operator))
    if operator == "**":
        if not isinstance(right, Const) or swap or right.value == 0:
            raise Decline("a power of 0 is 1 even for missing values", code="T312")
        return result.then(_power(first, second, result.dtype))
    return result.then(binary(operator, first, second))


def _dtype(value: Value, beside: Column) -> str:
    if isinstance(value, Column):
        return value.dtype
    if isinstance(value, Const):
        return str(literal_dtype(type(value.value)) or column_like(value, beside.frame).dtype)
    return value.dtype if isinstance(value, Scalar) else beside.dtype


def _as_moment(value: Value, beside: Column) -> Code:
    return column_like(value, beside.frame).settled


def _as_column(code: Code) -> Code:
    return code if is_call(code) else F.lit(code)


def _whole(first: Code, second: Code, right: Value, swap: bool, operator: str) -> Code:
    """Floor division and remainder follow the divisor's sign in pandas, and Spark's do not."""
    constant = isinstance(right, Const) and isinstance(right.value, int) and not isinstance(right.value, bool)
    if swap or not constant or not isinstance(right, Const) or right.value <= 0:
        raise Decline(f"{operator} needs a positive whole number on the right", code="T312")
    if operator == "%":
        return F.pmod(first, F.lit(second))
    return parity.floor_divide(first, second)


def _power(first: Code, second: Code, dtype: str) -> Code:
    power = F.pow(first, second)
    return power.cast("bigint") if dtype == "int64" else F.nanvl(power, F.lit(None))


def _quotient(first: Code, second: Code, right: Value, swap: bool) -> Code:
    """Division: a divisor known to be non-zero needs no guard."""
    if not swap and isinstance(right, Const) and isinstance(right.value, (int, float)) and right.value != 0:
        return first / second
    return parity.divide(_as_column(first), _as_column(second))


@rule("Series.__add__")
def add(column: Column, other: Value) -> Column:
    """Add a number or a column; missing stays missing.

    Example:
        df["v"] + 1
    Becomes:
        F.col("v") + 1
    """
    return _operate(column, other, "+")


@rule("Series.__sub__")
def subtract(column: Column, other: Value) -> Column:
    """Subtract a number or a column.

    Example:
        df["v"] - df["w"]
    Becomes:
        F.col("v") - F.col("w")
    """
    return _operate(column, other, "-")


@rule("Series.__mul__")
def multiply(column: Column, other: Value) -> Column:
    """Multiply by a number or a column.

    Example:
        df["v"] * 2
    Becomes:
        F.col("v") * 2
    """
    return _operate(column, other, "*")


@rule("Series.__truediv__")
def divide(column: Column, other: Value) -> Column:
    """Divide; pandas gives ±inf for x/0 and missing for 0/0, where Spark raises.

    Example:
        df["v"] / 2
    Becomes:
        F.col("v") / 2
    """
    return _operate(column, other, "/")


@rule("Series.__radd__")
def reflected_add(column: Column, other: Value) -> Column:
    """``constant + column``.

    Example:
        1 + df["v"]
    Becomes:
        1 + F.col("v")
    """
    return _operate(column, other, "+", swap=True)


@rule("Series.__rsub__")
def reflected_subtract(column: Column, other: Value) -> Column:
    """``constant - column``.

    Example:
        1 - df["v"]
    Becomes:
        1 - F.col("v")
    """
    return _operate(column, other, "-", swap=True)


@rule("Series.__rmul__")
def reflected_multiply(column: Column, other: Value) -> Column:
    """``constant * column``.

    Example:
        2 * df["v"]
    Becomes:
        2 * F.col("v")
    """
    return _operate(column, other, "*", swap=True)


@rule("Series.__rtruediv__")
def reflected_divide(column: Column, other: Value) -> Column:
    """``constant / column``; a zero below gives ±inf in pandas.

    Example:
        1 / df["v"]
    Becomes:
        divide(F.lit(1), F.col("v"))
    """
    return _operate(column, other, "/", swap=True)


@rule("Series.__floordiv__")
def floor_divide(column: Column, other: Value) -> Column:
    """Floor division by a positive whole number.

    Example:
        df["n"] // 2
    Becomes:
        floor_divide(F.col("n"), 2)
    """
    if column.dtype not in INTEGERS:
        raise Decline("floor division of floats keeps the type float", code="T312")
    return _operate(column, other, "//")


@rule("Series.__mod__")
def modulo(column: Column, other: Value) -> Column:
    """Remainder with the divisor's sign.

    Example:
        df["n"] % 3
    Becomes:
        F.pmod(F.col("n"), F.lit(3))
    """
    return _operate(column, other, "%")


@rule("Series.__pow__")
def power(column: Column, other: Value) -> Column:
    """Power of a float column.

    Example:
        df["v"] ** 2
    Becomes:
        F.nanvl(F.pow(F.col("v"), 2), F.lit(None))
    """
    if column.dtype in INTEGERS:
        raise Decline("a power of whole numbers stays whole in pandas", code="T312")
    return _operate(column, other, "**")


@rule("Series.__neg__")
def negative(column: Column) -> Column:
    """The negative of every value.

    Example:
        -df["v"]
    Becomes:
        -F.col("v")
    """
    if column.dtype not in NUMBERS:
        raise Decline(f"the negative of {column.dtype} is not translated", code="T312")
    return column.then(-column.settled)
