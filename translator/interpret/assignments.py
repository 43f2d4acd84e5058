"""Assignments: names, columns, ``loc`` targets, attributes, tuples; and deletions."""

from __future__ import annotations

import functools
from typing import Any

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents.syntax import target_names
from translator.emission.emit import literal, name, name_of
from translator.evidence import at_hand
from translator.frames.values import (
    Accessor,
    Column,
    Const,
    Elements,
    Frame,
    Grouped,
    Labels,
    Local,
    Membership,
    Module,
    Scalar,
    Value,
    Windowed,
    is_spark,
)
from translator.frames.variables import written
from translator.interpret import (
    application,
    bridges,
    calls,
    columns_set,
    containers,
    driver_views,
    expressions,
    forgetting,
    giving_back,
    handover,
    holding,
    instances,
    local_objects,
    mutation,
    paths,
    scoring,
    shared_labels,
    statements,
    storing,
)
from translator.interpret.findings import because, declined
from translator.interpret.run import Run


def assign(run: Run, node: cst.Assign) -> None:
    """``target = value``, also with several targets."""
    if len(node.targets) > 1:
        _assign_many(run, node)
        return
    target = node.targets[0].target
    match target:
        case cst.Name():
            _assign_name(run, target.value, node.value)
        case cst.Subscript():
            _assign_item(run, target, node.value)
        case cst.Attribute():
            _assign_attribute(run, target, node.value)
        case cst.Tuple() | cst.List():
            _assign_tuple(run, target, node.value)
        case _:
            statements.commit_children(run, node)


def annotated(run: Run, node: cst.AnnAssign) -> None:
    if node.value is None:
        return
    match node.target:
        case cst.Name():
            _assign_name(run, node.target.value, node.value)
        case cst.Attribute():
            _assign_attribute(run, node.target, node.value)
        case _:
            statements.commit(run, node.value)


def _assign_name(run: Run, text: str, node: cst.BaseExpression) -> None:
    stays = current().is_demanded("local", run.statement_place)
    value = _pandas_only(run, node) if stays else expressions.evaluate(run, node)
    if stays and is_spark(value):
        if isinstance(value, Elements):  # a change of what it holds has to show in it
            holding.hold(run, node)
        value = bridges.to_driver(run, value)
    if stays:
        value = because(value, current().causes.get(("local", run.statement_place)))
    ref = _object(run, node)
    value = handover.handed_over(run, node, value, run.statement_place)
    if "." in text and not instances.is_kept(run, value):
        holding.hold(run, node)
        value = bridges.escape(run, node, value)
    value = storing.stored(run, value, text)
    if not isinstance(value, (Const, Module)):
        run.replace_node(node, written(value), before=len(text) + 3)
    else:
        run.replace_node(node, value.code)
    handed = run.giving.pop(id(node), None)
    if handed is not None:
        giving_back.take_back(run, text, handed, value)
        return
    statements.bind_variable(run, text, value, ref)
    driver_views.note(run, text, node)
    if isinstance(node, cst.Subscript) and isinstance(value, Frame) and (new := run.env.names.get(text)) is not None:
        holding.taken(run, node, new.ref)


def _object(run: Run, node: cst.BaseExpression) -> int | None:
    """The identity of the object that an expression is, where a variable holds it or a call has given it."""
    held = run.variable(node)
    if held is not None:
        binding = run.env.lookup(held)
        return binding.ref if binding else None
    given = run.objects.get(id(node))
    return given if isinstance(given, int) else None


def _pandas_only(run: Run, node: cst.BaseExpression) -> Value:
    """Evaluate a right-hand side that has to stay pandas: sources are not translated."""
    with run.scoped(pandas_only=True):
        return expressions.evaluate(run, node)


def _assign_many(run: Run, node: cst.Assign) -> None:
    names = [text for t in node.targets if (text := _target(run, t.target)) is not None]
    value = expressions.evaluate(run, node.value)
    stays = current().is_demanded("local", run.statement_place)
    lazy = isinstance(value, (Grouped, Windowed, Accessor, Membership, Elements, Labels))
    if stays or lazy or len(names) < len(node.targets):
        value = bridges.escape(run, node.value, value)
    value = storing.stored(run, value, next((text for text in names if "." in text), ""))
    run.replace_node(node.value, written(value))
    first = _object(run, node.value)
    for text in names:
        statements.bind_variable(run, text, value, first)
        binding = run.env.lookup(text)
        first = binding.ref if first is None and binding is not None else first


def _assign_tuple(run: Run, target: cst.Tuple | cst.List, node: cst.BaseExpression) -> None:
    value = expressions.evaluate(run, node)
    if current().is_demanded("local", run.statement_place):
        holding.keep_displayed(run, node)  # the new names hold the very objects
        value = bridges.escape(run, node, value)
    if columns_set.together(run, [element.value for element in target.elements], value):
        return
    names = [text for e in target.elements if (text := _target(run, e.value)) is not None]
    plain = len(names) == len(target.elements)
    if isinstance(value, Const) and isinstance(value.value, (list, tuple)) and plain and len(value.value) == len(names):
        run.replace_node(node, value.code)
        for text, item in zip(names, value.value, strict=True):
            statements.bind_variable(run, text, Const(name(text), item))
        return
    if isinstance(value, Elements) and value.kind != "dict" and plain and len(value.items) == len(names):
        items = [storing.stored(run, _kept(run, node, item, text), text) for text, item in zip(names, value.items, strict=True)]
        if isinstance(node, (cst.Tuple, cst.List)):
            for element, item in zip(node.elements, items, strict=True):
                run.replace_node(element.value, written(item))
        else:
            run.replace_node(node, value.code)
        given = run.objects.get(id(node))
        refs = [binding.ref if (binding := run.env.lookup(name_of(item.code) or "")) else None for item in items]
        if isinstance(given, tuple) and len(given) == len(refs):
            refs = [known if known is not None else ref for known, ref in zip(given, refs, strict=True)]
        for text, item, ref in zip(names, items, refs, strict=True):
            statements.bind_variable(run, text, item, ref)
            if isinstance(item, Frame) and (new := run.env.names.get(text)) is not None:
                holding.taken(run, node, new.ref)
        return
    statements.commit(run, node, value)
    if isinstance(value, Local) and value.labels and plain and len(value.labels) == len(names):
        for position, text in enumerate(names):
            number = Scalar(name(text), dtype=value.dtype)
            at_hand.made_by(number, functools.partial(_part_at_hand, value, position))
            statements.bind_variable(run, text, number)
        return
    for text in dict.fromkeys([*target_names(target), *names]):
        run.env.bind(text, Local(name(text)), run.statement_place)
    for element in target.elements:
        if isinstance(element.value, (cst.Subscript, cst.Attribute)) and run.variable(element.value) is None:
            spoil(run, element.value)


def _part_at_hand(value: Value, position: int) -> Any:
    return at_hand.known(value).iloc[position]


def _target(run: Run, node: cst.BaseExpression) -> str | None:
    """The variable, or the attribute of an object that is followed, that an assignment binds."""
    return instances.assigned(run, node) if isinstance(node, cst.Attribute) else run.variable(node)


def _kept(run: Run, node: cst.BaseExpression, value: Value, text: str) -> Value:
    return value if "." not in text or instances.is_kept(run, value) else bridges.escape(run, node, value)


# --- df[...] = value ------------------------------------------------------------------------------------


def _assign_item(run: Run, target: cst.Subscript, node: cst.BaseExpression) -> None:
    base = expressions.evaluate(run, target.value)
    parts: expressions.Parts = []
    key = expressions.subscript_key(run, target.slice, parts)
    value = (scoring.scored(run, node) if isinstance(base, Frame) else None) or _value_of_item(run, node)
    holder = target.value.value if isinstance(base, Accessor) and isinstance(target.value, cst.Attribute) else target.value
    frame = base.base if isinstance(base, Accessor) else base
    if isinstance(frame, Frame) and run.variable(holder) is not None:
        rule_key = f"{calls.owner(base)}.__setitem__"
        apply_change(run, target, holder, frame, rule_key, [base, key, paths.as_text(value)], node, parts)
        return
    if _set_in_column(run, target, base, key, value, node, parts) or containers.put(run, target, node, key, value, parts):
        return
    held = run.variable(target.value)
    if held is not None and forgetting.is_known(base):
        forgetting.forget(run, held)
    if is_spark(base):
        mutation.keep_local(run, base)
    elif isinstance(base, Local) and base.type in local_objects.PANDAS_TYPES:
        run.record(target, f"{base.type}.__setitem__", bridges.driver_status([(target.value, base)]))
        handover.could_go_on(run, target.value, base, f"{base.type}.__setitem__")
    spoil(run, target)
    holding.hold(run, node)
    commit_within(run, target, base, parts)
    statements.commit(run, node, value)
    within = target.value.value if isinstance(target.value, cst.Attribute) else target.value
    if isinstance(base, Local) and isinstance(within, (cst.Subscript, cst.Call)):  # variables may hold the object, too
        shared_labels.forget_names(run)
    handover.changed_by_item(run, target, base, key, value)


def commit_within(run: Run, target: cst.Subscript, base: Value, parts: expressions.Parts) -> None:
    """Write out what stands inside a target that ordinary Python code sets: ``data.loc[rows]["v"] = 1``."""
    for part, value in parts:
        statements.commit(run, part, value)
    if isinstance(base, Local) and run.variable(target.value) is None:
        run.replace_node(target.value, base.code)


def _set_in_column(
    run: Run, target: cst.Subscript, column: Value, key: Value, value: Value, node: cst.BaseExpression,
    parts: expressions.Parts,
) -> bool:  # fmt: skip
    """``df["v"][condition] = value``, which is ``df.loc[condition, "v"] = value``: the frame keeps the Series of a column."""
    if not isinstance(target.value, (cst.Subscript, cst.Attribute)) or not isinstance(column, Column) or column.plain is None:
        return False
    binding = run.env.lookup(run.variable(target.value.value) or "")
    frame = binding.value if binding is not None else None
    label = str(column.plain)
    tests = isinstance(key, Column) and key.dtype == "bool" and isinstance(value, (Const, Scalar))
    copies = any("copy_on_write" in cell.source.text for cell in run.cells)  # then the Series is a copy of the column
    if not tests or copies or not isinstance(frame, Frame) or column.frame is not frame or label not in frame.fields:
        return False
    rows_and_column = Elements(key.code, "tuple", (key, Const(literal(label), label)))
    args = [Accessor(frame.code.loc, base=frame, name="loc"), rows_and_column, value]
    apply_change(run, target, target.value.value, frame, "DataFrame.loc.__setitem__", args, node, parts)
    return True


def _value_of_item(run: Run, node: cst.BaseExpression) -> Value:
    """The value that an item gets; a statement that has to stay pandas reads nothing by Spark."""
    stays = current().is_demanded("local", run.statement_place)
    return _pandas_only(run, node) if stays else expressions.evaluate(run, node)


def _columns_set(key: Value) -> list[str] | None:
    """The columns that ``loc[rows, columns] = ...`` sets, where they are known."""
    columns: object = None
    if isinstance(key, Elements) and key.kind == "tuple" and len(key.items) == 2:
        columns = getattr(key.items[1], "value", None)
    elif isinstance(key, Const) and isinstance(key.value, tuple) and len(key.value) == 2:
        columns = key.value[1]
    return [columns] if isinstance(columns, str) else list(columns) if isinstance(columns, list) else None


CELLS = ("DataFrame.loc.", "DataFrame.iloc.", "DataFrame.at.", "DataFrame.iat.")
"""Accessors that set cells of the columns that are there, which a Series taken before shares."""


def apply_change(
    run: Run, target: cst.BaseExpression, holder: cst.BaseExpression, frame: Frame, rule_key: str,
    args: list[Value], node: cst.BaseExpression, parts: expressions.Parts,
) -> None:  # fmt: skip
    """A change of a frame held by a variable: the rule's result is assigned to the variable."""
    text = run.variable(holder)
    assert text is not None
    if rule_key.startswith(CELLS) or len(args) > 1 and isinstance(args[1], Column):
        mutation.keep_views(run, text, frame, _columns_set(args[1]))
    site = CallSite(run.origin(target), rule_key, run.original(target))
    with run.context.at(site):
        try:
            result = application.apply(rule_key, args, {}, site)
            if not isinstance(result, Frame):
                raise Decline("the rule for a change must return a frame", code="T901")
        except Decline as decline:
            cause = declined(run, target, rule_key, decline, args)
            handover.keep_apart(run, (site.origin, rule_key))
            run.record(target, rule_key, "driver", None, (decline.code,))
            mutation.keep_local_here(run, holder, frame, cause)
            for part, value in parts:
                statements.commit(run, part, value)
            statements.commit(run, node, args[-1])
            if len(args) == 3 and isinstance(target, cst.Subscript) and (held := run.env.lookup(text)) is not None:
                handover.changed_by_item(run, target, held.value, args[1], args[2])
            return
    handover.used(run, args)
    for code, message, hint in site.notes:
        run.diagnose(target, code, message, hint, rule_key)
    run.record(target, rule_key, application.change_status(result, frame, args), site)
    mutation.rebind(run, text, result)


def spoil(run: Run, target: cst.BaseExpression) -> None:
    """A change somewhere inside an object that the rules do not follow."""
    holding.changed_within(run, target)
    base: cst.BaseExpression = target
    while isinstance(base, (cst.Subscript, cst.Attribute)) and (run.variable(base) is None or base is target):
        base = base.value
    text = run.variable(base)
    if text is not None:
        binding = run.env.lookup(text)
        if binding is not None and is_spark(binding.value):
            if isinstance(binding.value, Frame):
                mutation.keep_views(run, text, binding.value, None)
            elif isinstance(binding.value, Column) and binding.value.plain is not None:
                mutation.keep_views(run, text, binding.value.frame, [binding.value.plain])
            mutation.keep_local_here(run, base, binding.value)


# --- df.attr = value ------------------------------------------------------------------------------------


def _assign_attribute(run: Run, target: cst.Attribute, node: cst.BaseExpression) -> None:
    own = instances.assigned(run, target)
    if own is not None:
        _assign_name(run, own, node)
        return
    base = expressions.evaluate(run, target.value)
    value = expressions.evaluate(run, node)
    attribute = target.attr.value
    if isinstance(base, Frame) and run.variable(target.value) is not None:
        parts: expressions.Parts = []
        if attribute in base.fields and attribute not in ("index", "columns") and not base.tuples:
            key = Const(literal(attribute), attribute)
            apply_change(run, target, target.value, base, "DataFrame.__setitem__", [base, key, value], node, parts)
        else:
            rule_key = f"DataFrame.{attribute}.__set__"
            apply_change(run, target, target.value, base, rule_key, [base, value], node, parts)
        return
    if _named_axis(run, target, base, node, value):
        return
    if is_spark(base):
        mutation.keep_local(run, base)
    elif isinstance(base, Local) and base.type in local_objects.PANDAS_TYPES:
        run.record(target, f"{base.type}.{attribute}", bridges.driver_status([(target.value, base)]))
    spoil(run, target)
    holding.hold(run, node)
    statements.commit(run, node, value)


def _named_axis(run: Run, target: cst.Attribute, base: Value, node: cst.BaseExpression, value: Value) -> bool:
    """``df.index.name = ...`` and ``df.columns.name = ...``, which change the frame."""
    held = shared_labels.axis_of(run, target.value)
    if target.attr.value not in ("name", "names"):
        return False
    if held is None:
        if _is_index(base):
            shared_labels.keep_labelled_alike(run, at_hand.of(base))
        return False
    text, axis = held
    binding = run.env.lookup(text)
    frame = binding.value if binding is not None else None
    if isinstance(frame, Local):
        shared_labels.keep_brought(run, text, axis)
        shared_labels.keep_labelled_alike(run, getattr(at_hand.of(frame), axis, None))
    if not isinstance(frame, Frame) or not isinstance(target.value, cst.Attribute):
        return False
    shared_labels.keep_namesakes(run, text, frame, axis)
    key = f"DataFrame.{axis}.{target.attr.value}.__set__"
    apply_change(run, target, target.value.value, frame, key, [frame, value], node, [])
    return True


def _is_index(value: Value) -> bool:
    """Whether a value is, or may be, an Index of the driver."""
    return isinstance(value, Local) and value.was_spark and value.type in (None, "Index")


# --- deletion ----------------------------------------------------------------------------------------


def delete(run: Run, node: cst.Del) -> None:
    """``del name``, ``del df["c"]``."""
    targets = [e.value for e in node.target.elements] if isinstance(node.target, (cst.Tuple, cst.List)) else [node.target]
    for target in targets:
        text = run.variable(target)
        held = run.variable(target.value) if isinstance(target, cst.Subscript) else None
        if text is not None:
            run.env.forget(text)
        elif isinstance(target, cst.Subscript) and held is not None:
            base = expressions.evaluate(run, target.value)
            if forgetting.is_known(base):
                forgetting.forget(run, held)
            if isinstance(base, Frame) and len(targets) == 1:
                parts: expressions.Parts = []
                key = expressions.subscript_key(run, target.slice, parts)
                apply_change(run, target, target.value, base, "DataFrame.__delitem__", [base, key], target.value, parts)
            elif is_spark(base):
                mutation.keep_local_here(run, target.value, base)
        elif isinstance(target, cst.Subscript) and is_spark(base := expressions.evaluate(run, target.value)):
            mutation.keep_local(run, base)
