"""Applies one rule: finds it by key, binds, calls, and accounts for the site.

Refusal is one exception, `Decline`, caught in `ruled`; the caller's fallback is then a bridge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import libcst as cst

from translator.binding import bind
from translator.context import CallSite, current
from translator.diagnostics import Decline, DiagnosticKey
from translator.emission.emit import Attribute, Code, Label, needs
from translator.evidence import at_hand, magnitudes, names_at_hand, pandas_api, settling
from translator.frames import groups
from translator.frames.columns import unsettled, unsettled_column, unsettled_truth
from translator.frames.dtypes import SHOWN
from translator.frames.fields import OBJECTS, Field, Nones
from translator.frames.labels import TAKEN
from translator.frames.rows import sort_key
from translator.frames.values import (
    Accessor,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Labels,
    Local,
    Membership,
    Scalar,
    Value,
    Windowed,
    is_spark,
)
from translator.interpret import handover, optional, own_columns
from translator.interpret.findings import because, cause_of, declined
from translator.interpret.run import Run
from translator.registry import GAPS, RULES, Rule, rule_for

Facts = TypeVar("Facts", Field, Column)

NUMBERED = re.compile(
    r"Series\.((str|dt)\b.*|__\w+__|fillna|astype|isna|isnull|notna|notnull|isin|where|mask|replace|map|apply|rename|name"
    r"|unique|nunique|tolist|to_list|to_numpy|values|any|all|sum|count|max|min|mean|copy)|numpy\..*|pandas\.to_(numeric|datetime)"
    r"|pandas\.(isna|isnull|notna|notnull)|DataFrame\.(loc\.)?__(set|get)item__|DataFrame\.(assign|insert)|builtins\..*"
)
"""Rules by which a Series whose name is a number is no column of that name in Spark: they go by cells."""


def ruled(
    run: Run, node: cst.CSTNode, key: str, args: Sequence[Value], kwargs: Mapping[str, Value],
    fallback: Callable[[], Value], spliced: Callable[[], Code] | None = None,
) -> Value:  # fmt: skip
    """Apply the rule for `key`; on refusal say why and take the fallback (a bridge)."""
    site = CallSite(run.origin(node), key, run.original(node), spliced, args, kwargs)
    lambdas = any(isinstance(v, (Function, Elements)) for v in (*args, *kwargs.values()))
    before = (dict(run.sites), dict(run.diagnostics)) if lambdas else None
    with run.context.at(site):
        try:
            result = apply(key, args, kwargs, site)
        except Decline as decline:
            if before is not None:  # a lambda's body may have been followed some way
                run.sites, run.diagnostics = before
            cause = declined(run, node, key, decline, [*args, *kwargs.values()])
            handover.keep_apart(run, (site.origin, key))
            second = _otherwise(run, node, site)
            if second is not None:
                run.record(node, key, "driver", site, (decline.code,))
                return second
            result = because(fallback(), cause)
            run.record(node, key, _fallback_status(args, kwargs), None, (decline.code,))
            return result
    result = own_columns.noted(run, node, key, result)
    handover.used(run, [*args, *kwargs.values()])
    for code, message, hint in site.notes:
        run.diagnose(node, code, message, hint, key)
    run.record(node, key, site.status or _status(result, args, kwargs), site)
    return result


def _is_numbered(value: Value) -> bool:
    return isinstance(value, Column) and isinstance(value.name, int)


def _otherwise(run: Run, node: cst.CSTNode, site: CallSite) -> Value | None:
    """What the rule does where it declines (reads by pandas that go on in Spark), if that works."""
    rule = RULES.get(site.api)
    if rule is None or rule.otherwise is None:
        return None
    try:
        result = _nameable(rule.otherwise(site))
        at_hand.result_of(site.api, site.args, site.kwargs, result)
        return result
    except Decline as decline:
        run.diagnose(node, decline.code, f"{site.api}: {decline.message}", decline.hint, site.api)
        return None


def _fallback_status(args: Sequence[Value], kwargs: Mapping[str, Value]) -> Any:
    values = [*args, *kwargs.values()]
    spark = any(is_spark(v) or (isinstance(v, Local) and v.was_spark) for v in values)
    return "driver" if spark else "local"


def apply(key: str, args: Sequence[Value], kwargs: Mapping[str, Value], site: CallSite) -> Value:
    """The rule's result.

    Raises:
        Decline: when there is no rule, or the rule refuses; also for a fault inside the rule
            (T901), so that one bad rule costs one site and never the file.
    """
    rule = rule_for(key, args[0] if args else None)
    if rule is None and isinstance(args[0] if args else None, Membership):
        raise Decline("whether values are among those of other rows is known to joins only", code="T311")
    if rule is None:
        raise _gap(key)
    labelled = not rule.any_columns and any(map(_has_tuples, [*args, *kwargs.values()]))
    if labelled and not rule.keeps_columns:
        raise Decline("the columns have labels of several levels", "name them first", code="T202")
    if not rule.unused_groups and any(map(_by_categories, [*args, *kwargs.values()])):
        raise Decline("groups of categories have an order of their own, and some may have no rows", code="T310")
    if not NUMBERED.fullmatch(key) and any(map(_is_numbered, [*args, *kwargs.values()])):
        raise Decline("the name of the Series is a number", "name it first", code="T202")
    if current().is_demanded("apart", (site.origin, key)):
        raise Decline("somebody tells apart what Spark holds alike: None and NaN, or sorted labels and others", code="T312")
    optional.require_there(key, args, kwargs, rule.is_method)
    magnitudes.require_moderate(key, args, kwargs)
    by = _whatever_labels if labelled else _by
    try:
        result = by(rule, args, kwargs, site)
    except Decline as decline:
        told = names_at_hand.told(args, kwargs) if decline.code == "T311" and key in names_at_hand.METHODS else None
        settled = told if told or decline.code == "T901" else settling.settled_call(args, kwargs)
        if settled is None:
            raise
        result = by(rule, *settled, site)
    if isinstance(result, Frame) and not result.fields:
        raise Decline("a frame without columns has no rows in Spark", code="T202")
    if isinstance(result, Scalar) and result.dtype in SHOWN:
        raise Decline("a single period or interval is an object of pandas, not the text that Spark holds", code="T312")
    if rule.caveat:
        site.note(rule.caveat, f"{key}")
    result = _plainly_named(_nameable(result))
    result = _with_place(result, args[1:] if rule.is_method else args, ("apart", (site.origin, key)))
    result = _with_maker(result, (site.origin, key))
    at_hand.result_of(key, args, kwargs, result)
    at_hand.require_like(result, site.origin, key)
    return result


def _by(rule: Rule, args: Sequence[Value], kwargs: Mapping[str, Value], site: CallSite) -> Value:
    receiver, rest = (args[:1], args[1:]) if rule.is_method else ([], args)
    bound: dict[str, Any] = dict(bind(rule, rest, kwargs))
    within = groups.shared_group([*args, *kwargs.values()])
    if rule.takes_site:
        bound["at"] = site
    try:
        result = rule.function(*receiver, **bound)
        if within is not None:
            groups.check_stays(result, within)
    except Decline:
        raise
    except Exception as fault:
        raise Decline(f"internal error in the rule: {type(fault).__name__}: {fault}", code="T901") from fault
    _require_settled(receiver, result)
    return result


def _whatever_labels(rule: Rule, args: Sequence[Value], kwargs: Mapping[str, Value], site: CallSite) -> Value:
    """The result of a rule that goes by no names, applied to columns whose labels are not plain texts.

    Raises:
        Decline: T202 where columns are named after all, or the result is labelled by them.
    """
    receiver = args[0].base if isinstance(args[0], Accessor) else args[0]
    tuples = receiver.tuples if isinstance(receiver, Frame) else {}
    for value in (*args[1:], *kwargs.values()):
        named = isinstance(value, Const) and isinstance(value.value, (dict, list, tuple)) and not rule.key.endswith("item__")
        other = isinstance(value, Frame) and value.tuples != tuples
        if named or other or not isinstance(value, (Const, Scalar, Column, Frame)):
            raise Decline("the columns have labels of several levels", "name them first", code="T202")
    result = _by(rule, [_plain(v) for v in args], {k: _plain(v) for k, v in kwargs.items()}, site)
    if isinstance(result, Frame) and set(result.fields) <= set(tuples):
        return replace(result, tuples={c: tuples[c] for c in result.fields})
    if isinstance(result, Column) and (result.name is None or result.name in tuples):
        label = tuples.get(result.name or "", (None,))
        named_so: Any = label if len(label) > 1 else label[0]
        kept = {c: tuples[c] for c in result.frame.fields if c in tuples}
        return replace(result, name=named_so, frame=replace(result.frame, tuples=kept))
    raise Decline("the result is labelled by labels of several levels", code="T202")


def _plain(value: Value) -> Value:
    if isinstance(value, Accessor):
        return replace(value, base=_plain(value.base))
    return replace(value, tuples={}) if isinstance(value, Frame) and value.tuples else value


def _nameable(result: Value) -> Value:
    """The result, unless a column of it has a name of another meaning in Spark."""
    taken = TAKEN & result.fields.keys() if isinstance(result, Frame) else ()
    if taken:
        raise Decline(f"a column has the name {min(taken)!r}, which means something else in Spark", "rename it", code="T202")
    return result


def _plainly_named(result: Value) -> Value:
    """The result, whose columns no longer go by the variable of a loop: that one names another column soon."""
    if not isinstance(result, Frame) or not any(isinstance(c, Label) for c in result.physical):
        return result
    fields, hidden = ({str(c): f for c, f in part.items()} for part in (result.fields, result.hidden))
    return replace(result, fields=fields, hidden=hidden)


def _with_place(result: Value, others: Sequence[Value], call: Nones) -> Value:
    """The result, in which missing cells that may be None or NaN know the call that made them so."""
    if isinstance(result, Frame):
        fields, hidden = ({c: _placed(f, call) for c, f in part.items()} for part in (result.fields, result.hidden))
        same = all(f is result.physical[c] for c, f in {**hidden, **fields}.items())
        return result if same else replace(result, fields=fields, hidden=hidden)
    if not isinstance(result, Column):
        return result
    unsure = result.dtype in OBJECTS and result.nullable and result.null_means is None and not result.none
    if unsure and any(isinstance(v, Column) and v.none and v.missing is not False for v in _flat(others)):
        return replace(result, none=call)
    return _placed(result, call)


def _with_maker(result: Value, call: object) -> Value:
    """The result, whose several index levels know the call that made them: what is missing there is NaN, never None."""
    frame = result.frame if isinstance(result, Column) else result
    if not isinstance(frame, Frame) or len(frame.index.levels) < 2 or all(level.made for level in frame.index.levels):
        return result
    levels = tuple(level if level.made else replace(level, made=call) for level in frame.index.levels)
    hidden = {**frame.hidden, **{lv.column: replace(frame.hidden[lv.column], none=False) for lv in levels}}
    frame = replace(frame, index=replace(frame.index, levels=levels), hidden=hidden)
    return replace(result, frame=frame) if isinstance(result, Column) else frame


def _placed(fact: Facts, call: Nones) -> Facts:
    return replace(fact, none=call) if fact.none == "either" else fact


def _flat(values: Sequence[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, Elements):
            yield from _flat(value.items)
        else:
            yield value


def _has_tuples(value: Value) -> bool:
    """Whether a frame among these has columns whose labels are tuples."""
    if isinstance(value, Elements):
        return any(map(_has_tuples, value.items))
    base = value.base if isinstance(value, Accessor) else value
    return isinstance(base, Frame) and bool(base.tuples)


def _by_categories(value: Value) -> bool:
    """Whether these are groups of which some may have no rows, or whose order is not that of the keys' texts."""
    physical = value.frame.physical if isinstance(value, Grouped) else {}
    return isinstance(value, Grouped) and (value.unused or any(sort_key(physical[k], k).among is not None for k in value.keys))


def _require_settled(receiver: Sequence[Value], result: Value) -> None:
    """Integers among which some were missing are floats in pandas, truth values are objects, also once those rows are gone.

    Raises:
        Decline: T312 when rows go away that may have been the ones.
    """
    before, after = [next(map(_frame_of, values), None) for values in (receiver, [result])]
    if before is None or after is None or after.rows[-1] == before.rows[-1]:
        return
    if before.rows[-1] in after.rows and isinstance(receiver[0], Column) and unsettled_column(receiver[0]):
        raise Decline("whether the values are int or float depends on the rows that are dropped", code="T312")
    if before.rows[-1] in after.rows:
        labels = list(after.fields) if isinstance(result, Frame) else [str(getattr(result, "plain", None))]
    elif isinstance(receiver[0], Grouped):  # their labels may have names of their own
        labels = list(receiver[0].keys) if receiver[0].dropna else []
    else:
        physical = after.physical
        labels = [c for c in _keys(receiver[0], after) if c in physical and not physical[c].nullable]
    for fact, label in ((before.physical[label], label) for label in labels if label in before.physical):
        if unsettled(fact) or unsettled_truth(fact):
            kinds = "bool or object" if fact.dtype == "bool" else "int or float"
            raise Decline(f"whether {label!r} is {kinds} depends on the rows that are dropped", code="T312")


def _keys(grouped: Value, result: Frame) -> Sequence[str]:
    """The columns by whose values rows came together."""
    return [str(grouped.plain)] if isinstance(grouped, Column) else [level.column for level in result.index.levels]


def _frame_of(value: Value) -> Frame | None:
    """The frame whose rows a value has."""
    if isinstance(value, Accessor):
        return _frame_of(value.base)
    return value if isinstance(value, Frame) else value.frame if isinstance(value, (Column, Grouped)) else None


def _gap(key: str) -> Decline:
    gap = GAPS.get(key)
    if gap is None:
        return Decline("there is no rule for this yet", code="T301")
    return Decline(gap.because, gap.instead, code="T302" if gap.never else "T301")


def report_missing_rule(run: Run, node: cst.CSTNode, key: str, receiver: Value) -> None:
    """A name without a rule is a finding of its own, also on what an earlier refusal keeps in pandas.

    So is what measures an object that came out of Spark: another one than that of the program.
    """
    measured = key in MEASURES and isinstance(receiver, Local) and receiver.was_spark
    if (measured or cause_of([receiver]) is not None) and key not in RULES and pandas_api.callable_of(key) is not None:
        gap = _gap(key)
        run.diagnose(node, gap.code, f"{key}: {gap.message}", gap.hint, key)


MEASURES = frozenset(f"{owner}.{text}" for owner in ("DataFrame", "Series") for text in ("info", "memory_usage"))
"""Methods that tell how much memory an object takes."""


def explain_gap(run: Run, node: cst.CSTNode, key: str, values: Sequence[Value]) -> DiagnosticKey:
    return declined(run, node, key, _gap(key), values)


def _status(result: Value, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Any:
    """``helper`` when the rule put a support function in, ``native`` otherwise."""
    if isinstance(result, Local) and not isinstance(result.code, Attribute):
        values = [*args, *kwargs.values()]
        if not any(is_spark(v) for v in values) and not needs(result.code):
            return "local"
    if isinstance(result, (Grouped, Windowed, Accessor, Membership, Labels)):
        return "native"
    brought: frozenset[str] = frozenset()
    for value in [*args, *kwargs.values()]:
        brought |= needs(value.code)
        if isinstance(value, Column):
            brought |= needs(value.frame.code)
    own = needs(result.code) | (needs(result.frame.code) if isinstance(result, Column) else frozenset())
    new = own - brought
    if new & BY_PYTHON:
        return "udf"
    return "helper" if any(n.startswith("parity.") for n in new) else "native"


BY_PYTHON = frozenset({"parity.map_values", "parity.map_rows", "parity.exponential"})
"""Support functions with which Spark calls Python functions on its workers."""


def change_status(result: Frame, frame: Frame, args: Sequence[Value]) -> Any:
    """Status of a change of a frame: ``helper`` when a support function came in."""
    return _status(result, [frame, *args], {})
