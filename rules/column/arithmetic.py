"""Arithmetic between columns and with constants."""

from __future__ import annotations

from translator.rulekit import (
    Code,
    Column,
    Const,
    Value,
    binary,
    combined,
    parity,
    rule,
)


def _operate(left: Column, right: Value, operator: str, swap: bool = False) -> Column:
    first, second, result = combined(left, right, operator, swap)
    if operator == "/":
        return result.then(_quotient(first, second, right, swap))
    return result.then(binary(operator, first, second))


def _quotient(first: Code, second: Code, right: Value, swap: bool) -> Code:
    """Division: a divisor known to be non-zero needs no guard."""
    if not swap and isinstance(right, Const) and isinstance(right.value, (int, float)) and right.value != 0:
        return first / second
    return parity.divide(first, second)


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
