"""Methods and items of driver-side objects: their code stays, and what is known of the results."""

from __future__ import annotations

import datetime
from dataclasses import replace

import libcst as cst

from translator.diagnostics import DiagnosticKey
from translator.evidence import estimators, likeness, pandas_api, specimens
from translator.evidence.stand_ins import Specimen
from translator.frames import handles
from translator.frames.values import Const, Elements, Local, Module, Scalar, Value, is_spark
from translator.interpret import (
    as_files,
    bridges,
    collecting,
    command_line,
    expressions,
    folding,
    forgetting,
    frames_of_files,
    handover,
    holding,
    known_parts,
    mutation,
    paths,
)
from translator.interpret.application import report_missing_rule, ruled
from translator.interpret.changes import is_result_changed
from translator.interpret.findings import because, cause_of
from translator.interpret.run import Run

PANDAS_TYPES = frozenset({"DataFrame", "Series", "Index", "GroupBy", "Rolling", "Expanding", "Ewm",
                          "Resampler", "Accessor", "Windowed"})  # fmt: skip

LIST_MUTATORS = frozenset({"append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse",
                           "update", "add", "discard", "setdefault", "popitem"})  # fmt: skip


def method(
    run: Run, node: cst.Call, receiver: Value, text: str, args: list[Value] | None,
    kwargs: dict[str, Value], parts: expressions.Parts,
) -> Value:  # fmt: skip
    listed = None if args is None else known_parts.view(run, node, receiver, text, args)
    if listed is not None:
        return listed
    if text == "append" and args is not None and not kwargs:
        collected = collecting.appended(run, node, receiver, args)
        if collected is not None:
            return collected
    base = node.func.value if isinstance(node.func, cst.Attribute) else node.func
    held = run.variable(base)
    as_files.note_method(receiver, text, args or [])
    if held is not None and text in LIST_MUTATORS and forgetting.is_known(receiver):
        changed = None if kwargs else _changed_list(run, node, receiver, held, text, args)
        forgetting.forget(run, held)
        if changed is not None:
            forgetting.know_again(run, held, changed)
    if held is not None and text in LIST_MUTATORS and args is not None:
        _blame(run, held, cause_of(args))
    foldable = (str, dict, list, tuple, datetime.date)
    if isinstance(receiver, Const) and isinstance(receiver.value, foldable) and args is not None:
        folded = folding.method(receiver.value, text, args, kwargs)
        if folded is not None:
            return Const(expressions.splice(run, node, parts).code, folded)
    if isinstance(receiver, Const) and args is not None and not kwargs:
        known = paths.method_value(receiver.value, text, args)
        if known is not None:
            return Const(expressions.splice(run, node, parts).code, known)
    if text == "parse" and args is not None and isinstance(handles.handle_of(receiver), handles.Workbook):
        sheet = expressions.splice(run, node, parts)
        return ruled(run, node, "pandas.read_excel", [receiver, *args], kwargs, lambda: sheet, lambda: sheet.code)
    if text in holding.STORING:
        for argument in node.args:
            holding.hold(run, argument.value)
    type_ = receiver.type if isinstance(receiver, Local) else None
    changes = isinstance(receiver, Local) and receiver.changes
    if changes:
        mutation.keep_given(run, parts[1:])
    if isinstance(receiver, Elements) and is_spark(receiver) and not bridges.ask_for_pandas(receiver):
        # ``{"a": a, "b": b}.items()`` hands its frames on
        mutation.keep_local(run, receiver)
    if isinstance(receiver, Elements):  # ``frames.append(df)``
        mutation.keep_given(run, parts[1:])
    result = expressions.splice(run, node, parts[1:] if isinstance(receiver, Elements) else parts)
    known = None if args is None else specimens.method(receiver, text, args, kwargs)
    if text == "fit" and isinstance(receiver, Local) and receiver.model is not None:
        model = None if args is None else estimators.fitted(receiver.model, args, kwargs)
        result = replace(result, model=model)
        if held is not None and (binding := run.env.names.get(held)) is not None:
            run.env.bind(held, replace(receiver, model=model), binding.place, binding.ref)
    if text == "add_argument":
        run.option_defaults |= command_line.declared_defaults(node, parts)
    if text in ("parse_args", "parse_known_args") and known is None:
        known = command_line.parsed((cell.source.module for cell in run.cells), run.option_defaults)
    if args is not None:
        known = known or handles.method(receiver, text, args, kwargs)
    if args is not None and not kwargs:
        known = known or paths.likely_method(receiver, text, args) or paths.listing_of_folder(receiver, text, args)
    like = None if args is None else likeness.method(receiver, text, args, kwargs)
    if type_ in PANDAS_TYPES:
        report_missing_rule(run, node, f"{type_}.{text}", receiver)
        handover.could_go_on(run, base, receiver, f"{type_}.{text}")
        run.record(node, f"{type_}.{text}", bridges.driver_status(parts))
        result_type = pandas_api.result_type(type_ or "", text)
    else:
        result_type = result.type
    return replace(result, type=result_type, changes=changes, specimen=known, likeness=like)


def _blame(run: Run, held: str, cause: DiagnosticKey | None) -> None:
    """A list of what stays pandas stays so for the same reason."""
    binding = run.env.names.get(held)
    if binding is not None and isinstance(binding.value, Local) and binding.value.cause is None:
        run.env.bind(held, because(binding.value, cause), binding.place, binding.ref)


def _changed_list(
    run: Run, node: cst.Call, receiver: Value, held: str, text: str, args: list[Value] | None
) -> list[object] | None:
    """A list of known values after ``names.remove("id")`` as a statement of its own; None where that is not known.

    In a loop that is followed round by round ``rows.append({...})`` to a list that was empty is such a statement, too.
    """
    known = receiver.value if isinstance(receiver, Const) else None
    binding = run.env.names.get(held)
    once = run.loop is None or text == "append" and not run.repeats and not run.env.forked and _began_empty(run, held)
    stands_alone = isinstance(run.statement, cst.Expr) and run.statement.value is node and once
    if type(known) not in (list, pandas_api.ConstantIndex) or not stands_alone or binding is None or binding.is_parameter:
        return None
    given = (new_value(part.value, arg) for part, arg in zip(node.args, args or (), strict=False))
    constants = [found.value for found in given if found is not None]
    if args is None or len(constants) < len(args) or text not in LISTED:
        return None
    changed = [*known]  # type: ignore[misc]
    try:
        getattr(changed, text)(*constants)
    except Exception:  # the program itself raises here; leave that to it
        return None
    return changed


def _began_empty(run: Run, text: str) -> bool:
    """Whether a list held nothing before the outermost loop, which thus does not go over it."""
    before = run.loop[1].get(text) if run.loop is not None else None
    return before is None or isinstance(before.value, Const) and before.value.value == []


_HELD = (cst.Name, cst.Attribute, cst.Subscript, cst.BooleanOperation, cst.IfExp, cst.NamedExpr, cst.Await)
"""Expressions that may give an object which a variable holds."""


def new_value(node: cst.BaseExpression, value: Value) -> Specimen | None:
    """What an expression gives, if that is known and no variable holds an object through which it may change later."""
    found = specimens.specimen_of(value)
    held = isinstance(node, _HELD) and not isinstance(value, Const)
    return found if found is not None and found.exact and not found.learned and not held else None


LISTED = frozenset({"append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse"})


def item(run: Run, node: cst.Subscript, base: Value, key: Value, parts: expressions.Parts) -> Value:
    type_ = base.type if isinstance(base, Local) else None
    if isinstance(base, Elements) and is_spark(base) and is_result_changed(run):  # one of its very objects
        mutation.keep_local(run, base)
    known, like = specimens.item(base, key), likeness.item(base, key)
    if isinstance(base, Module) and base.name == "os.environ":
        known = paths.likely_call("os.environ.get", [key], {})
    if type_ not in PANDAS_TYPES:
        if known is None and type_ is None and isinstance(key, Const) and isinstance(key.value, int):
            place = key.value
            known = frames_of_files.one_of(base, lambda files: files[place])
        return replace(expressions.splice(run, node, parts), specimen=known, likeness=like)
    if isinstance(base, Local) and isinstance(key, Const) and key.value in base.labels:
        run.record(node, "Series.__getitem__", "native")
        return Scalar(expressions.splice(run, node, parts).code, dtype=base.dtype)
    handover.could_go_on(run, node.value, base, f"{type_}.__getitem__")
    run.record(node, f"{type_}.__getitem__", bridges.driver_status(parts))
    result = expressions.splice(run, node, parts, pandas_api.subscript_type(type_ or "", node))
    return replace(result, specimen=known, likeness=like)
