"""Operators written as methods: ``s.add(other, fill_value=0)``, ``s.rsub(1)``."""

from __future__ import annotations

from rules.frame.attach import together
from translator.rulekit import (
    CallSite,
    Column,
    Const,
    Decline,
    F,
    Value,
    column_by_rule,
    column_like,
    constant,
    given,
    rule,
)

ALIASES = {"subtract": "sub", "multiply": "mul", "div": "truediv", "divide": "truediv", "rdiv": "rtruediv"}
METHODS = ("add", "sub", "subtract", "mul", "multiply", "div", "divide", "truediv", "floordiv", "mod", "pow",
           "radd", "rsub", "rmul", "rdiv", "rtruediv")  # fmt: skip


def operator_of(method: str) -> str:
    """``__add__`` for ``add``: the operator that a method stands for."""
    return f"__{ALIASES.get(method, method)}__"


@rule(*(f"Series.{name}" for name in METHODS))
def named(column: Column, other: Value, fill_value: Value, axis: Value, at: CallSite) -> Column:
    """An operator as a method; `fill_value` stands in where one of two sides is missing.

    Example:
        df["v"].add(df["w"], fill_value=0)
    Becomes:
        F.when(
            F.col("v").isNotNull() | F.col("w").isNotNull(),
            F.coalesce(F.col("v"), F.lit(0.0)) + F.coalesce(F.col("w"), F.lit(0.0)),
        )
    """
    key = f"Series.{operator_of(at.api.rpartition('.')[2])}"
    column, other = together(column, other)
    if not given(fill_value):
        return column_by_rule(key, column, other)
    if column.dtype != "float64" or not isinstance(constant(fill_value, "the filling"), (int, float)):
        raise Decline("only floats are filled with a number first", code="T312")
    filling = Const(F, float(constant(fill_value)))
    if not isinstance(other, Column):
        return column_by_rule(key, _filled(column, filling), other)
    beside = column_like(other, column.frame, "the other column")
    if beside.dtype != "float64":
        raise Decline("only floats are filled with a number first", code="T312")
    result = column_by_rule(key, _filled(column, filling), _filled(beside, filling))
    there = [side.settled.isNotNull() for side in (column, beside)]
    if not (column.nullable and beside.nullable):
        return result
    return result.then(F.when(there[0] | there[1], result.code), nullable=True)


def _filled(column: Column, filling: Const) -> Column:
    if not column.nullable:
        return column
    return column.then(F.coalesce(column.code, F.lit(filling.value)), nullable=False)

