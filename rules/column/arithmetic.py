"""Arithmetic between columns and with constants."""

from __future__ import annotations

import math

from rules.frame.attach import together
from translator.rulekit import (
    INTEGERS,
    MASKED,
    NUMBERS,
    Code,
    Column,
    Const,
    Decline,
    F,
    Scalar,
    Value,
    at_hand,
    binary,
    column_by_rule,
    column_like,
    combined,
    is_call,
    literal_dtype,
    missing_if_nan,
    parity,
    rule,
    settling,
)

from .durations import divided
from .offsets import moved


def _operate(left: Column, right: Value, operator: str, swap: bool = False) -> Column:
    left, right = together(left, right)
    in_time = moved(left, right, operator) if not swap or operator == "+" else None
    in_time = in_time or (divided(left, right, operator) if not swap else None)
    if in_time is not None:
        return in_time
    if left.dtype == "bool" and isinstance(right, Column) and right.dtype == "bool" and operator in "+*":
        return column_by_rule("Series.__or__" if operator == "+" else "Series.__and__", left, right)
    counted, right = _counted(left, right), _counted(right, left)
    assert isinstance(counted, Column)
    left = counted
    if operator in ("*", "**"):
        wide, right = _wide(left), _wide(right)
        assert isinstance(wide, Column)
        left = wide
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
    if operator == "/" and dtypes & MASKED and not (isinstance(right, Const) and right.value != 0 and not swap):
        raise Decline("0 / 0 is NaN beside NA in pandas", code="T312")
    if operator == "/":
        divisor = right.value if isinstance(right, Const) else 0  # 0 / 0 is missing
        quotient = _quotient(first, second, right, swap)
        narrow = quotient.cast("float") if result.dtype == "float32" else quotient  # Spark divides in double
        return result.then(narrow, nullable=result.nullable or divisor == 0)
    if operator in ("//", "%"):
        return result.then(_whole(first, second, right, swap, operator, result.dtype))
    if operator == "**" and _is_root(right) and left.dtype in MASKED:
        raise Decline("the root of a negative number is NaN beside NA in pandas", code="T312")
    if operator == "**":
        power = _power(first, second, None if swap else right, result.dtype)
        return result.then(power, nullable=result.nullable or _is_root(right))
    if at_hand.may_be_infinite(left) or at_hand.may_be_infinite(right):  # inf - inf and 0 * inf are missing
        return result.then(missing_if_nan(binary(operator, first, second)), nullable=True)
    return result.then(binary(operator, first, second))


def _counted(value: Value, beside: Value) -> Value:
    """A condition among numbers as 0 and 1."""
    if not isinstance(value, Column) or value.dtype != "bool":
        return value
    if _dtype(beside, value) not in ("int64", "float64") or (value.nullable and value.null_means is None):
        return value
    return value.then(value.settled.cast("bigint"), dtype="int64", nullable=False)


def _wide(value: Value) -> Value:
    """Narrow whole numbers that pandas makes floats where some are missing, and which then do not overflow."""
    return settling.settled(value) if isinstance(value, Column) and value.dtype in NARROW else value


NARROW = frozenset({"int8", "int16", "int32"})


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


def _whole(first: Code, second: Code, right: Value, swap: bool, operator: str, dtype: str) -> Code:
    """Floor division and remainder follow the divisor's sign in pandas, and Spark's do not."""
    divisor = right.value if isinstance(right, Const) else None
    if swap or isinstance(divisor, bool) or not isinstance(divisor, (int, float)) or not 0 < divisor < math.inf:
        raise Decline(f"{operator} needs a positive number on the right", code="T312")
    if dtype in INTEGERS:
        if dtype not in ("int64", "Int64", "int32"):
            raise Decline(f"{operator} of {dtype} numbers is not translated", code="T312")
        if operator == "%":
            return F.pmod(first, F.lit(second))
        quotient = parity.floor_divide(first, second)
        return quotient.cast("int") if dtype == "int32" else quotient
    if operator == "%":
        return missing_if_nan(F.pmod(first, F.lit(second)))
    return parity.floor_quotient(first, second)


MOST_FACTORS = 4


def _power(base: Code, exponent: Code, value: Value | None, dtype: str) -> Code:
    """A power with a constant exponent; of whole numbers it is a product, which stays exact."""
    known = value.value if isinstance(value, Const) else None
    if isinstance(known, bool) or not isinstance(known, (int, float)) or known == 0:
        raise Decline("a power of 0 is 1 even for missing values", code="T312")
    if dtype == "int32":
        raise Decline("a power of numbers of 32 bits overflows silently in pandas", code="T312")
    if dtype in INTEGERS:
        if not 1 <= known <= MOST_FACTORS:
            raise Decline("a high power of whole numbers overflows silently in pandas", code="T312")
        product = base
        for _ in range(int(known) - 1):
            product = product * base
        return product
    power = F.pow(base, exponent)
    return missing_if_nan(power) if _is_root(value) else power


def _is_root(exponent: Value | None) -> bool:
    """Whether a power with this exponent of a negative number is none."""
    return isinstance(exponent, Const) and not float(exponent.value).is_integer()


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
    """Power with a constant exponent; whole numbers stay whole.

    Example:
        df["v"] ** 2
    Becomes:
        F.pow(F.col("v"), 2)
    """
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


@rule("Series.__pos__")
def positive(column: Column) -> Column:
    """The values as they are.

    Example:
        +df["v"]
    Becomes:
        F.col("v")
    """
    if column.dtype not in NUMBERS:
        raise Decline(f"the sign of {column.dtype} is not translated", code="T312")
    return column
