"""The keys of ``groupby``: a column of the grouped frame itself goes by its name."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator.emission.emit import literal
from translator.frames.values import Column, Const, Elements, Frame, Value
from translator.interpret import bridges, own_columns
from translator.interpret.expressions import Parts
from translator.interpret.run import Run


def by_name(
    run: Run, grouped: cst.BaseExpression, receiver: Value,
    args: list[Value] | None, kwargs: dict[str, Value], parts: Parts,
) -> tuple[list[Value] | None, dict[str, Value], Parts]:  # fmt: skip
    """The arguments of a call, with the columns of the grouped frame among them by name.

    pandas recognises ``df.groupby(df["k"])`` by the identity of the Series, which Spark has not and a bridge loses.
    """
    if not isinstance(receiver, Frame):
        return args, kwargs, parts
    new = {id(value): _named(run, grouped, value) for _, value in parts}
    return (
        None if args is None else [new.get(id(value), value) for value in args],
        {key: new.get(id(value), value) for key, value in kwargs.items()},
        [(node, new[id(value)]) for node, value in parts],
    )


def _named(run: Run, grouped: cst.BaseExpression, value: Value) -> Value:
    if isinstance(value, Elements):
        items = tuple(_named(run, grouped, item) for item in value.items)
        if all(new is old for new, old in zip(items, value.items, strict=True)):
            return value
        return replace(value, items=items, code=bridges.display(value, (item.code for item in items)))
    label = own_columns.label_in(run, grouped, value) if isinstance(value, Column) else None
    return value if label is None else Const(literal(label), label)
