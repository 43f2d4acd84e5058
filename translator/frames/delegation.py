"""Rules that use other rules: a frame-wide method is the column's method on each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator.binding import bind
from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import settling
from translator.frames.values import Column, Function, Value
from translator.registry import Rule, rule_for


def by_rule(key: str, receiver: Value, *args: Value, **kwargs: Value) -> Value:
    """What the rule for another name makes of these values.

    Raises:
        Decline: when there is no such rule, or it refuses.
    """
    rule = rule_for(key, receiver)
    if rule is None:
        raise Decline(f"there is no rule for {key} yet", code="T301")
    try:
        return _bound(rule, receiver, args, kwargs)
    except Decline:
        settled = settling.settled_call([receiver, *args], kwargs)
        if settled is None:
            raise
        positional, named = settled
        return _bound(rule, positional[0], positional[1:], named)


def _bound(rule: Rule, receiver: Value, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Value:
    bound: dict[str, Any] = dict(bind(rule, args, kwargs))
    if rule.takes_site:
        bound["at"] = replace(current().site, api=rule.key)
    return rule.function(receiver, **bound)


def column_by_rule(key: str, receiver: Column, *args: Value, **kwargs: Value) -> Column:
    """As `by_rule`, for a result that has to be a column of the same rows."""
    result = by_rule(key, receiver, *args, **kwargs)
    if not isinstance(result, Column) or result.frame.rows[-1] != receiver.frame.rows[-1]:
        raise Decline(f"{key} does not give a column of the same rows", code="T312")
    return result


def function_by_rule(key: str, *args: Value, **kwargs: Value) -> Column:
    """What the rule for a function of a library makes of these arguments.

    Raises:
        Decline: when there is no such rule, it refuses, or gives no column.
    """
    rule = rule_for(key, *args[:1])
    if rule is None:
        raise Decline(f"there is no rule for {key} yet", code="T301")
    bound: dict[str, Any] = dict(bind(rule, args, kwargs))
    if rule.takes_site:
        bound["at"] = replace(current().site, api=key)
    result = rule.function(**bound)
    if not isinstance(result, Column):
        raise Decline(f"{key} does not give a column", code="T312")
    return result


def call_lambda(function: Value, args: list[Value]) -> Value:
    """The value of a lambda, or of a function that only returns an expression, for these arguments.

    Raises:
        Decline: T311 when it is none, or its body needs something that is not translated.
    """
    if not isinstance(function, Function):
        raise Decline("the function is not one of the program", code="T311")
    result = function.definition.applied([*function.given, *args], function.named)
    if not isinstance(result, Value):
        raise Decline("only a lambda or plain expression with as many parameters as arguments is translated", code="T311")
    return result
