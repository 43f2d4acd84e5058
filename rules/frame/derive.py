"""New columns and frames from functions of the frame: ``assign`` and ``pipe``."""

from __future__ import annotations

from rules.frame.attach import attached, is_list
from translator.rulekit import (
    Column,
    Decline,
    Elements,
    Frame,
    Function,
    Label,
    Value,
    call_lambda,
    items,
    names,
    new_column,
    rule,
    with_fields,
)


@rule("DataFrame.assign")
def assign(df: Frame, kwargs: Value) -> Frame:
    """Add columns; a lambda sees the columns that were assigned before it.

    Example:
        df.assign(x=df["v"] * 2, y=lambda d: d["x"] + 1)
    Becomes:
        df.withColumn("x", F.col("v") * 2).withColumn("y", F.col("x") + 1)
    """
    if not isinstance(kwargs, Elements):
        return df
    done, pending = df, dict[Label, Column]()
    seen = df
    for key, value in items(kwargs):
        [label] = names(key)
        if is_list(value):
            done, pending = attached(seen, label, value), {}
            seen = done
            continue
        if isinstance(value, Function):
            column = _result(call_lambda(value, [seen]), seen)
            if not _reads(column, done):
                done, pending = seen, {}
        else:
            column = new_column(done, value)
        pending[label] = column
        seen = with_fields(done, pending)
    return seen


def _result(value: Value, frame: Frame) -> Column:
    return new_column(frame, value)


def _reads(column: Column, frame: Frame) -> bool:
    physical = frame.physical
    return all(c in physical and physical[c].version == v for c, v in column.refs.items())


@rule("DataFrame.pipe")
def pipe(df: Frame, func: Value) -> Value:
    """Apply a lambda to the frame.

    Example:
        df.pipe(lambda d: d[d["b"]])
    Becomes:
        df.filter(F.col("b"))
    """
    result = call_lambda(func, [df])
    if not isinstance(result, (Frame, Column)):
        raise Decline("the lambda does not give a frame", code="T311")
    return result
