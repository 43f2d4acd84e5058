"""Python's number functions around a Series, or around one value of each group."""

from __future__ import annotations

from translator.rulekit import NUMBERS, Column, Decline, Value, column_by_rule, given, rule


@rule("builtins.round")
def rounded(number: Column, ndigits: Value) -> Column:
    """Round a Series, or one value of each group: NumPy's numbers bring their own rounding.

    Example:
        df.groupby("k").apply(lambda g: round(g["v"].mean(), 1))
    Becomes:
        F.avg("v")
    """
    if not given(ndigits) and number.within is not None:
        raise Decline("a number rounded to no digits becomes an int of Python", code="T312")
    return column_by_rule("Series.round", number, *([ndigits] if given(ndigits) else []))


@rule("builtins.float")
def as_float(x: Column) -> Column:
    """One value of each group as a float.

    Example:
        df.groupby("k").apply(lambda g: float(g["n"].sum()))
    Becomes:
        F.sum("n").cast("double")
    """
    number = _of_group(x)
    if number.dtype == "float64":
        return number
    return number.then(number.code.cast("double"), dtype="float64")


@rule("builtins.int")
def as_int(x: Column) -> Column:
    """One whole number of each group as an int; a missing one raises in Python.

    Example:
        df.groupby("k").apply(lambda g: int(g["n"].max()))
    Becomes:
        F.max("n")
    """
    number = _of_group(x)
    if number.dtype != "int64" or number.nullable:
        raise Decline(f"{number.dtype} values that may be missing are not made whole numbers", code="T312")
    return number


def _of_group(value: Column) -> Column:
    if value.within is None or value.within.groups is None or value.dtype not in NUMBERS:
        raise Decline("only one number of each group is translated", code="T310")
    return value.settled_column
