"""Dicts that are filled with frames one by one: ``tables[name] = pd.read_parquet(...)``, also as a cache.

As long as every key is known, the dict is known by its parts. A frame in it that no variable holds is an object
of its own, which whoever takes it out may change for all.
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.frames.fields import fresh
from translator.frames.values import Const, Elements, Frame, Value, held_by
from translator.frames.variables import variable, written
from translator.interpret import expressions, passing, statements
from translator.interpret.environment import Binding, Env
from translator.interpret.run import Run

KEYS = (str, int, tuple)


def put(
    run: Run, target: cst.Subscript, node: cst.BaseExpression, key: Value, value: Value, parts: expressions.Parts
) -> bool:
    """``d[key] = frame``; False where the dict, the key or the value is none that is followed."""
    text = target.value.value if isinstance(target.value, cst.Name) else None
    binding = None if text is None else run.env.lookup(text)
    if binding is None or not isinstance(value, Frame) or not isinstance(key, Const) or not isinstance(key.value, KEYS):
        return False
    known = _known(binding.value)
    holders = _holders(run, binding)
    outside = all(scope is not run.env for scope, _ in holders)
    unsure = outside and (run.env.forked or run.loop_exits is not None and not run.unrolling)
    given = binding.is_parameter
    stays = run.pandas_only or current().is_demanded("local", run.statement_place)
    if known is None or unsure or given or stays:
        return False
    ref = _object(run, node, value)
    entries = zip(known.keys, known.items, known.refs, strict=True)
    pairs = [(k, v, r) for k, v, r in entries if not _is_same(k, key)] + [(key, value, ref)]
    keys, items, refs = zip(*pairs, strict=True)
    for part, part_value in parts:
        statements.commit(run, part, part_value)
    run.replace_node(node, written(value))
    new = replace(known, items=items, keys=keys, refs=refs)
    for scope, alias in holders:
        scope.bind(alias, variable(new, alias), run.statement_place, binding.ref)
    return True


def _known(value: Value) -> Elements | None:
    """The dict by its parts, each of them an object by its identity."""
    match value:
        case Const(value=dict() as entries) if not entries:
            return Elements(value.code, "dict")
        case Elements(kind="dict") if all(isinstance(k, Const) for k in value.keys):
            refs = value.refs if len(value.refs) == len(value.items) else tuple(None for _ in value.items)
            return replace(value, refs=refs)
    return None


def _holders(run: Run, binding: Binding) -> list[tuple[Env, str]]:
    scopes = [*run.env.chain(), *(d.env for d in run.documents.values()), *run.callers]
    return [(scope, alias) for scope in dict.fromkeys(scopes) for alias in scope.aliases(binding.ref)]


def _object(run: Run, node: cst.BaseExpression, value: Frame) -> int:
    """The identity of the frame that the dict holds from now on."""
    held = run.env.lookup(run.variable(node) or held_by(value) or "")
    given = run.objects.get(id(node))
    ref = held.ref if held is not None else given if isinstance(given, int) else fresh()
    run.capture(passing.behind(run, ref))
    return ref


def part_of(run: Run, node: cst.BaseExpression) -> int | None:
    """The object that ``d[key]`` gives, where the dict is followed."""
    if not isinstance(node, cst.Subscript) or not isinstance(node.value, cst.Name):
        return None
    binding = run.env.lookup(node.value.value)
    base = binding.value if binding is not None else None
    if not isinstance(base, Elements) or base.kind != "dict" or len(base.refs) != len(base.items):
        return None
    key = expressions.subscript_key(run, node.slice, [])
    return next((ref for k, ref in zip(base.keys, base.refs, strict=True) if _is_same(k, key)), None)


def _is_same(a: Value, b: Value) -> bool:
    return isinstance(a, Const) and isinstance(b, Const) and bool(a.value == b.value)
