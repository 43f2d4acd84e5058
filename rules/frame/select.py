"""Selecting columns and rows: ``df[...]``, ``df.c``, and setting columns."""

from __future__ import annotations

from translator.rulekit import (
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Label,
    Value,
    column_like,
    constant,
    given,
    names,
    rule,
    select_all,
    text,
    with_column,
)
from translator.rulekit import filtered as keep_rows


@rule("DataFrame.__getitem__")
def getitem(df: Frame, key: Value) -> Value:
    """Select a column by name, columns by a list of names, or rows by a condition.

    pandas treats a comparison with a missing value as False; a Spark filter drops null the
    same way, so a positive condition needs no rewriting.

    Example:
        df[df["v"] > 1]
    Becomes:
        df.filter(F.col("v") > 1)
    """
    if isinstance(key, Column):
        return keep_rows(df, key)
    if isinstance(key, Const) and isinstance(key.value, str):
        label = key.value if isinstance(key.value, Label) else Label(key.value, key.code)
        return df.column(label)
    if isinstance(key, (Const, Elements)) and isinstance(getattr(key, "value", []), list):
        return select_all(df, names(key))
    raise Decline("this kind of selection is not translated", code="T311")


@rule("DataFrame.__setitem__")
def setitem(df: Frame, key: Value, value: Value) -> Frame:
    """Set one column from a constant or from a column of the same rows.

    Example:
        df["w"] = df["v"] * 2
    Becomes:
        df = df.withColumn("w", F.col("v") * 2)
    """
    label = Label(text(key, "the column name"), key.code)
    return with_column(df, label, column_like(value, df))


@rule("DataFrame.get")
def get(df: Frame, key: Value, default: Value) -> Value:
    """A column by name; a name that does not exist gives the default.

    Example:
        df.get("v")
    Becomes:
        F.col("v")
    """
    known = text(key, "the column name")
    if known in df.fields:
        return df.column(Label(known, key.code))
    if given(default):
        return default
    return Const(default.code, constant(default))
