"""Python functions called for every cell of a column."""

from __future__ import annotations

from collections.abc import Mapping

from translator.rulekit import Column, Const, Decline, Elements, Value, cellwise, constant, given, items, literal, rule, text


@rule("Series.apply")
def apply(column: Column, func: Value, args: Value, kwargs: Value) -> Column:
    """Call a function for every cell; its paths become conditions.

    Example:
        df["n"].apply(lambda x: "many" if x > 2 else "few")
    Becomes:
        F.when(F.col("n") > 2, "many").otherwise("few")
    """
    if not given(args):
        extra: list[Value] = []
    elif isinstance(args, Elements):
        extra = list(args.items)
    else:
        known = constant(args, "args")
        extra = [Const(literal(v), v) for v in known]
    return cellwise.of_cells(column, func, extra, _named(kwargs))


def _named(kwargs: Value) -> Mapping[str, Value]:
    return {text(k): v for k, v in items(kwargs)} if isinstance(kwargs, Elements) else {}


@rule("Series.transform")
def transform(column: Column, func: Value) -> Column:
    """Call a function for every cell, as ``apply`` does.

    Example:
        df["n"].transform(lambda x: x + 1)
    Becomes:
        F.col("n") + 1
    """
    if isinstance(func, Const):
        raise Decline("a function named by text is not translated", code="T310")
    return cellwise.of_cells(column, func)
