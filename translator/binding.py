"""Binds a call's arguments to a rule's parameters through the pandas signature.

An argument that the rule does not mirror is refused unless it equals pandas' default, so no rule
has to check for options that it does not honour. A rule that mirrors a ``**kwargs`` parameter gets
all further keywords as one dict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translator.diagnostics import Decline
from translator.emission.emit import DictDisplay, Raw, literal
from translator.evidence import pandas_api
from translator.evidence.pandas_api import MISSING
from translator.frames.values import Const, Elements, Value
from translator.registry import Rule


def default(value: Any) -> Const:
    """A default value as a `Const`; `MISSING` for "not given"."""
    if value is MISSING:
        return Const(Raw("..."), MISSING)
    try:
        return Const(literal(value), value)
    except TypeError:
        return Const(Raw(repr(value)), value)


def bind(rule: Rule, args: Sequence[Value], kwargs: Mapping[str, Value]) -> dict[str, Value]:
    """Arguments by the rule's parameter names, defaults filled in.

    Raises:
        Decline: T310 for an argument that the rule does not honour.
    """
    if "*" in rule.ignores:
        return {}
    described = pandas_api.parameters_of(rule.key)
    generic = described is not None and [kind for _, _, kind in described] == ["*", "**"]
    if described is None or generic:  # C functions, and accessors that delegate
        described = tuple((p, MISSING, "positional") for p in rule.parameters)
    given = _assign(rule, described, args, kwargs)
    defaults = {name: default for name, default, _ in described}
    bound: dict[str, Value] = {}
    for parameter, value in given.items():
        if parameter in rule.parameters:
            bound[parameter] = value
        elif parameter not in rule.ignores and not _is_default(value, defaults.get(parameter, MISSING)):
            raise Decline(
                f"the argument {parameter}={_shown(value)} is not honoured",
                code="T310",
            )
    for parameter in rule.parameters:
        bound.setdefault(parameter, default(defaults.get(parameter, MISSING)))
    return bound


def _assign(
    rule: Rule,
    described: Sequence[tuple[str, Any, str]],
    args: Sequence[Value],
    kwargs: Mapping[str, Value],
) -> dict[str, Value]:
    positional = [name for name, _, kind in described if kind == "positional"]
    variadic = next((name for name, _, kind in described if kind == "*"), None)
    open_keywords = next((name for name, _, kind in described if kind == "**"), None)
    extra: dict[str, Value] = {}
    if len(args) > len(positional) and variadic is None:
        raise Decline(f"{rule.key} takes {len(positional)} positional arguments", code="T310")
    given = dict(zip(positional, args, strict=False))
    known = {name for name, _, kind in described if kind in ("positional", "keyword")}
    if open_keywords and "kwargs" in rule.parameters:
        named = {k: v for k, v in kwargs.items() if k not in known}
        if named:
            given["kwargs"] = _named(named)
        kwargs = {k: v for k, v in kwargs.items() if k in known}
    for keyword, value in kwargs.items():
        if keyword not in known and open_keywords in rule.parameters:
            extra[keyword] = value
            continue
        if keyword not in known and not (open_keywords and keyword in rule.parameters):
            raise Decline(f"{rule.key} has no argument {keyword!r} in this pandas version", code="T310")
        given[keyword] = value
    if extra and open_keywords is not None:
        keys = tuple(Const(literal(k), k) for k in extra)
        given[open_keywords] = Elements(Raw("..."), "dict", tuple(extra.values()), keys)
    if len(args) > len(positional):
        raise Decline(f"{rule.key} is not translated with extra positional arguments", code="T310")
    return given


def _named(values: Mapping[str, Value]) -> Elements:
    """Further keyword arguments as one dict value, for a rule with a parameter ``kwargs``."""
    keys = tuple(Const(literal(k), k) for k in values)
    items = tuple(values.values())
    return Elements(DictDisplay(tuple((k.code, v.code) for k, v in zip(keys, items, strict=True))), "dict", items, keys)


def _shown(value: Value) -> str:
    text = repr(value.value) if isinstance(value, Const) else "..."
    return text if len(text) <= 40 else text[:37] + "..."


def _is_default(value: Value, default: Any) -> bool:
    if not isinstance(value, Const) or default is MISSING:
        return False
    return value.value is default or (type(value.value) is type(default) and value.value == default)
