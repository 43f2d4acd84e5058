"""Frames of one column as Series."""

from __future__ import annotations

from translator.rulekit import Column, Frame, Value, one_of, rule


@rule("DataFrame.squeeze")
def squeeze(df: Frame, axis: Value) -> Frame | Column:
    """The only column as a Series; a frame of several stays one.

    Example:
        df[["v"]].squeeze("columns")
    """
    one_of(axis, "columns", 1)
    return df if len(df.fields) > 1 else df.column(next(iter(df.fields)))
