"""Assignments: names, columns, ``loc`` targets, attributes, tuples; and deletions."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator import at_hand, membership, pandas_api
from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.emit import Item, Name, Raw, literal, name, name_of
from translator.interpret import (
    application,
    bridges,
    calls,
    expressions,
    giving_back,
    handover,
    holding,
    local_objects,
    mutation,
    statements,
)
from translator.interpret.expressions import target_names
from translator.interpret.findings import because, declined
from translator.interpret.run import Run
from translator.rulekit import label_column, series_frame
from translator.values import (
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
from translator.variables import written


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
    if isinstance(node.target, cst.Name):
        _assign_name(run, node.target.value, node.value)
    else:
        statements.commit(run, node.value)


def _assign_name(run: Run, text: str, node: cst.BaseExpression) -> None:
    stays = current().is_demanded("local", run.statement_place)
    value = _pandas_only(run, node) if stays else expressions.evaluate(run, node)
    if stays and is_spark(value):
        value = bridges.to_driver(run, value)
    if stays:
        value = because(value, current().causes.get(("local", run.statement_place)))
    ref = None
    if isinstance(node, cst.Name):
        binding = run.env.lookup(node.value)
        ref = binding.ref if binding else None
    elif isinstance(given := run.objects.get(id(node)), int):
        ref = given
    value = stored(run, handover.handed_over(run, node, value, run.statement_place))
    if not isinstance(value, (Const, Module)):
        run.replace_node(node, written(value), before=len(text) + 3)
    else:
        run.replace_node(node, value.code)
    handed = run.giving.pop(id(node), None)
    if handed is not None:
        giving_back.take_back(run, text, handed, value)
        return
    statements.bind_variable(run, text, value, ref)


def _pandas_only(run: Run, node: cst.BaseExpression) -> Value:
    """Evaluate a right-hand side that has to stay pandas: sources are not translated."""
    outer, run.pandas_only = run.pandas_only, True
    try:
        return expressions.evaluate(run, node)
    finally:
        run.pandas_only = outer


def stored(run: Run, value: Value) -> Value:
    """The value in the form in which a variable can hold it."""
    match value:
        case Labels():
            return _stored_labels(run, value)
        case Column():
            anchored = name_of(value.frame.code) is not None
            if value.own or anchored and not current().is_demanded("own", run.statement_place):
                return at_hand.carried(value.settled_column, value)
            frame, label = series_frame(value)
            own = replace(frame.column(label), name=value.name, array=value.array, own=True)
            return at_hand.carried(own, value)
        case Membership():
            kept = None if current().is_demanded("own", run.statement_place) else membership.kept(value)
            return bridges.to_driver(run, value) if kept is None else kept
        case Elements() if is_spark(value):
            for item in value.items:
                held = name_of(item.code)
                binding = run.env.lookup(held) if held else None
                if binding is not None:
                    run.captured.add(binding.ref)
    return value


def _stored_labels(run: Run, value: Labels) -> Value:
    """Labels in columns of a frame that a variable holds are an expression over it, others a pandas Index."""
    if name_of(value.frame.code) is None or len(value.frame.index.levels) != 1:
        return bridges.to_driver(run, value)
    return label_column(value)


def _assign_many(run: Run, node: cst.Assign) -> None:
    names = [t.target.value for t in node.targets if isinstance(t.target, cst.Name)]
    value = expressions.evaluate(run, node.value)
    stays = current().is_demanded("local", run.statement_place)
    lazy = isinstance(value, (Grouped, Windowed, Accessor, Membership, Elements, Labels))
    if stays or lazy or len(names) < len(node.targets):
        value = bridges.escape(run, node.value, value)
    value = stored(run, value)
    run.replace_node(node.value, written(value))
    first: int | None = None
    for text in names:
        statements.bind_variable(run, text, value, first)
        binding = run.env.lookup(text)
        first = binding.ref if first is None and binding is not None else first


def _assign_tuple(run: Run, target: cst.Tuple | cst.List, node: cst.BaseExpression) -> None:
    value = expressions.evaluate(run, node)
    if current().is_demanded("local", run.statement_place):
        value = bridges.escape(run, node, value)
    names = [e.value.value for e in target.elements if isinstance(e.value, cst.Name)]
    plain = len(names) == len(target.elements)
    if isinstance(value, Const) and isinstance(value.value, (list, tuple)) and plain and len(value.value) == len(names):
        run.replace_node(node, value.code)
        for text, item in zip(names, value.value, strict=True):
            statements.bind_variable(run, text, Const(name(text), item))
        return
    if isinstance(value, Elements) and value.kind != "dict" and plain and len(value.items) == len(names):
        items = [stored(run, item) for item in value.items]
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
        return
    statements.commit(run, node, value)
    if isinstance(value, Local) and value.labels and plain and len(value.labels) == len(names):
        for text in names:
            statements.bind_variable(run, text, Scalar(name(text), dtype=value.dtype))
        return
    for text in target_names(target):
        run.env.bind(text, Local(name(text)), run.statement_place)
    for element in target.elements:
        if isinstance(element.value, (cst.Subscript, cst.Attribute)):
            _spoil(run, element.value)


# --- df[...] = value ------------------------------------------------------------------------------------


def _assign_item(run: Run, target: cst.Subscript, node: cst.BaseExpression) -> None:
    base = expressions.evaluate(run, target.value)
    parts: expressions.Parts = []
    key = expressions.subscript_key(run, target.slice, parts)
    value = expressions.evaluate(run, node)
    holder = target.value.value if isinstance(base, Accessor) and isinstance(target.value, cst.Attribute) else target.value
    frame = base.base if isinstance(base, Accessor) else base
    if isinstance(frame, Frame) and isinstance(holder, cst.Name):
        rule_key = f"{calls.owner(base)}.__setitem__"
        _apply_change(run, target, holder, frame, rule_key, [base, key, value], node, parts)
        return
    changed = isinstance(base, (Const, Elements)) or isinstance(base, Local) and base.labels
    if changed and isinstance(target.value, cst.Name):
        mutation.forget_constant(run, target.value.value)
    if is_spark(base):
        mutation.keep_local(run, base)
    elif isinstance(base, Local) and base.type in local_objects.PANDAS_TYPES:
        run.record(target, f"{base.type}.__setitem__", bridges.driver_status([(target.value, base)]))
        handover.could_go_on(run, target.value, base, f"{base.type}.__setitem__")
    _spoil(run, target)
    holding.hold(run, node)
    for part, part_value in parts:
        statements.commit(run, part, part_value)
    statements.commit(run, node, value)
    handover.changed_by_item(run, target, base, key, value)


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


def _apply_change(
    run: Run, target: cst.BaseExpression, holder: cst.Name, frame: Frame, rule_key: str,
    args: list[Value], node: cst.BaseExpression, parts: expressions.Parts,
) -> None:  # fmt: skip
    """A change of a frame held by a variable: the rule's result is assigned to the variable."""
    if rule_key.startswith(CELLS) or len(args) > 1 and isinstance(args[1], Column):
        mutation.keep_views(run, holder.value, frame, _columns_set(args[1]))
    site = CallSite(run.origin(target), rule_key, run.original(target))
    run.context.sites.append(site)
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
        if len(args) == 3 and isinstance(target, cst.Subscript):
            handover.changed_by_item(run, target, run.env.names[holder.value].value, args[1], args[2])
        return
    finally:
        run.context.sites.pop()
    handover.used(run, args)
    for code, message, hint in site.notes:
        run.diagnose(target, code, message, hint, rule_key)
    run.record(target, rule_key, application.change_status(result, frame, args), site)
    mutation.rebind(run, holder.value, result)


def _spoil(run: Run, target: cst.BaseExpression) -> None:
    """A change somewhere inside an object that the rules do not follow."""
    holding.changed_within(run, target)
    base: cst.BaseExpression = target
    while isinstance(base, (cst.Subscript, cst.Attribute)):
        base = base.value
    if isinstance(base, cst.Name):
        binding = run.env.lookup(base.value)
        if binding is not None and is_spark(binding.value):
            if isinstance(binding.value, Frame):
                mutation.keep_views(run, base.value, binding.value, None)
            mutation.keep_local_here(run, base, binding.value)


# --- df.attr = value ------------------------------------------------------------------------------------


def _assign_attribute(run: Run, target: cst.Attribute, node: cst.BaseExpression) -> None:
    base = expressions.evaluate(run, target.value)
    value = expressions.evaluate(run, node)
    attribute = target.attr.value
    if isinstance(base, Frame) and isinstance(target.value, cst.Name):
        parts: expressions.Parts = []
        if attribute in base.fields and not base.tuples:
            key = Const(literal(attribute), attribute)
            _apply_change(run, target, target.value, base, "DataFrame.__setitem__", [base, key, value], node, parts)
        else:
            rule_key = f"DataFrame.{attribute}.__set__"
            _apply_change(run, target, target.value, base, rule_key, [base, value], node, parts)
        return
    if _named_axis(run, target, node, value):
        return
    if is_spark(base):
        mutation.keep_local(run, base)
    elif isinstance(base, Local) and base.type in local_objects.PANDAS_TYPES:
        run.record(target, f"{base.type}.{attribute}", bridges.driver_status([(target.value, base)]))
    _spoil(run, target)
    holding.hold(run, node)
    statements.commit(run, node, value)


def _named_axis(run: Run, target: cst.Attribute, node: cst.BaseExpression, value: Value) -> bool:
    """``df.index.name = ...`` and ``df.columns.name = ...``, which change the frame."""
    axis, what = target.value, target.attr.value
    if not isinstance(axis, cst.Attribute) or not isinstance(axis.value, cst.Name) or what not in ("name", "names"):
        return False
    binding = run.env.lookup(axis.value.value)
    frame = binding.value if binding is not None else None
    if axis.attr.value not in ("index", "columns") or not isinstance(frame, Frame):
        return False
    key = f"DataFrame.{axis.attr.value}.{what}.__set__"
    _apply_change(run, target, axis.value, frame, key, [frame, value], node, [])
    return True


# --- augmented assignment and deletion --------------------------------------------------------------------


AUGMENTED = {
    cst.AddAssign: "__add__", cst.SubtractAssign: "__sub__", cst.MultiplyAssign: "__mul__",
    cst.DivideAssign: "__truediv__", cst.FloorDivideAssign: "__floordiv__", cst.ModuloAssign: "__mod__",
    cst.PowerAssign: "__pow__", cst.BitAndAssign: "__and__", cst.BitOrAssign: "__or__",
}  # fmt: skip


def augmented(run: Run, node: cst.AugAssign) -> None:
    """``target += value``; on a column it is an assignment of the operator's result."""
    method = AUGMENTED.get(type(node.operator))
    target = node.target
    if isinstance(target, (cst.Subscript, cst.Attribute)) and isinstance(target.value, cst.Name) and method:
        column = expressions.evaluate(run, target)
        if isinstance(column, Column) and column.plain is not None:
            binding = run.env.lookup(target.value.value)
            frame = binding.value if binding else None
            if isinstance(frame, Frame):
                value = expressions.evaluate(run, node.value)
                pair: expressions.Parts = [(target, column), (node.value, value)]
                result = calls.operator(run, node, column, method, [value], pair)
                mutation.keep_views(run, target.value.value, frame, [column.plain])  # the Series itself changes
                key = Const(literal(column.plain), column.plain)
                _apply_change(run, target, target.value, frame, "DataFrame.__setitem__", [frame, key, result], node.value, [])
                return
    value = expressions.evaluate(run, node.value)
    if isinstance(target, cst.Name):
        _augmented_name(run, target, node, value)
        return
    _spoil(run, target)
    statements.commit(run, node.value, value)


def _augmented_name(run: Run, target: cst.Name, node: cst.AugAssign, value: Value) -> None:
    held = expressions.evaluate(run, target)
    if is_spark(held):
        mutation.keep_local_here(run, target, held)
        run.env.bind(target.value, Local(name(target.value), "Series", was_spark=True), run.statement_place)
    elif isinstance(held, (Const, Elements)):
        if isinstance(held, Const) and isinstance(held.value, (list, dict, set)):
            mutation.forget_constant(run, target.value)
        run.env.bind(target.value, Local(name(target.value)), run.statement_place)
    statements.commit(run, node.value, value)


def delete(run: Run, node: cst.Del) -> None:
    """``del name``, ``del df["c"]``."""
    targets = [e.value for e in node.target.elements] if isinstance(node.target, (cst.Tuple, cst.List)) else [node.target]
    for target in targets:
        if isinstance(target, cst.Name):
            run.env.forget(target.value)
        elif isinstance(target, cst.Subscript) and isinstance(target.value, cst.Name):
            base = expressions.evaluate(run, target.value)
            if isinstance(base, (Const, Elements)):
                mutation.forget_constant(run, target.value.value)
            if isinstance(base, Frame) and len(targets) == 1:
                parts: expressions.Parts = []
                key = expressions.subscript_key(run, target.slice, parts)
                _apply_change(run, target, target.value, base, "DataFrame.__delitem__", [base, key], target.value, parts)
            elif is_spark(base):
                mutation.keep_local_here(run, target.value, base)


# --- with open(...) as f: pickle.dump(df, f) -----------------------------------------------------------------


def pickle_block(run: Run, node: cst.With) -> bool:
    """The block that pickles one frame into a file, or loads one, as a single statement.

    True when the block was replaced.
    """
    opened = _opened_path(run, node)
    if opened is None or run.pandas_only:
        return False
    path_node, handle = opened
    body = node.body.body
    if len(body) != 1 or not isinstance(body[0], cst.SimpleStatementLine) or len(body[0].body) != 1:
        return False
    small = body[0].body[0]
    call = small.value if isinstance(small, (cst.Expr, cst.Assign)) else None
    if not isinstance(call, cst.Call) or not isinstance(call.func, (cst.Attribute, cst.Name)):
        return False
    function = expressions.evaluate(run, call.func)
    if not isinstance(function, Module) or not any(_is_name(a.value, handle) for a in call.args):
        return False
    path = expressions.evaluate(run, path_node)
    site = CallSite(run.origin(call), function.name, run.original(call))
    run.context.sites.append(site)
    try:
        if function.name in ("pickle.dump", "joblib.dump") and isinstance(small, cst.Expr):
            value = expressions.evaluate(run, call.args[0].value)
            if not isinstance(value, Frame):
                return False
            result = application.apply(function.name, [value, path], {}, site)
            _replace_block(run, node, "", result)
            run.record(call, function.name, "native", site)
            return True
        if function.name in ("pickle.load", "joblib.load") and isinstance(small, cst.Assign) and len(small.targets) == 1:
            target = small.targets[0].target
            if not isinstance(target, cst.Name):
                return False
            result = application.apply(function.name, [path], {}, site)
            if not isinstance(result, Frame):
                return False
            _replace_block(run, node, target.value, result)
            run.record(call, function.name, "native", site)
            statements.bind_variable(run, target.value, result)
            return True
    except Decline as decline:
        run.diagnose(call, decline.code, f"{function.name}: {decline.message}", decline.hint, function.name)
    finally:
        run.context.sites.pop()
    return False


def _is_name(node: cst.BaseExpression, text: str) -> bool:
    return isinstance(node, cst.Name) and node.value == text


def _opened_path(run: Run, node: cst.With) -> tuple[cst.BaseExpression, str] | None:
    if len(node.items) != 1 or node.items[0].asname is None:
        return None
    item, handle = node.items[0].item, node.items[0].asname.name
    if not isinstance(item, cst.Call) or not isinstance(handle, cst.Name) or not _is_name(item.func, "open"):
        return None
    if not item.args or item.args[0].keyword is not None or run.env.lookup("open") is not None:
        return None
    return item.args[0].value, handle.value


def _replace_block(run: Run, node: cst.With, target: str, result: Value) -> None:
    from translator import layout
    from translator.emit import needs

    start, end = run.cell.source.span(node)
    body_end = run.cell.source.span(node.body.body[-1])[1]
    indent = run.cell.source.indent_of(start)
    prefix = f"{target} = " if target else ""
    text = prefix + layout.render(result.code, indent, len(prefix))
    run.edit(start, max(end, body_end) if end <= body_end else body_end, text, needs(result.code))


__all__ = ["Item", "Name", "Raw", "assign", "pandas_api"]
