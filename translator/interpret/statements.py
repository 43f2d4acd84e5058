"""Carries the environment through statements and records their edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.diagnostics import Decline
from translator.documents.syntax import target_names
from translator.emission import layout
from translator.emission.emit import name, needs
from translator.frames import handles
from translator.frames.joining import join
from translator.frames.values import Column, Const, Frame, Instance, Local, Value, is_spark
from translator.frames.variables import variable, written
from translator.interpret import (
    assignments,
    attempts,
    augmented,
    branching,
    bridges,
    class_bodies,
    classes,
    decorators,
    driver_views,
    expressions,
    giving_back,
    handover,
    holding,
    idioms,
    importing,
    instances,
    loops,
    mutation,
    only_read,
    passing,
    pickle_blocks,
    returning,
    row_loops,
    sequences,
)
from translator.interpret.bridges import Refusal
from translator.interpret.environment import one_of
from translator.interpret.run import Run


def execute_body(run: Run, body: cst.BaseSuite | Sequence[cst.BaseStatement]) -> bool:
    """Interpret a suite; True when control never leaves it at the end (return, raise, break)."""
    statements: Sequence[cst.CSTNode] = body if isinstance(body, (list, tuple)) else body.body  # type: ignore[union-attr]
    done = -1
    for position, statement in enumerate(statements):
        if position <= done:
            continue
        if further := sequences.taken(run, statements, position):
            done = position + further
            continue
        if isinstance(statement, cst.SimpleStatementLine):
            ended = [execute_simple(run, small) for small in statement.body]
            if any(ended):
                if position + 1 < len(statements):
                    run.skip(statements[position + 1], statements[-1])
                return True
        elif isinstance(statement, cst.BaseSmallStatement):
            if execute_simple(run, statement):
                return True
        elif _guarded(run, statement):
            if position + 1 < len(statements):
                run.skip(statements[position + 1], statements[-1])
            return True
    return False


def _guarded(run: Run, statement: cst.CSTNode) -> bool:
    """A compound statement; where its own header cannot be bridged, what it uses stays pandas."""
    before = dict(run.env.names)
    run.unshared.clear()
    try:
        return _compound(run, statement)
    except Decline as decline:
        _give_up(run, statement, decline, before)
    except Refusal as refusal:
        refuse(run, statement, refusal.decline, before)
    return False


# --- simple statements ------------------------------------------------------------------------------


def execute_simple(run: Run, node: cst.BaseSmallStatement) -> bool:
    """Interpret one simple statement; True when control leaves the block."""
    run.statement, run.statement_place = node, run.place(node)
    run.context.latest = None
    before = dict(run.env.names)
    try:
        bring_demanded(run, node)
        ended = _simple(run, node)
        holding.keep_changed_containers(run)
        driver_views.keep_changed(run, node)
        handover.forget_changed(run, node)
        return ended
    except Refusal as refusal:
        refuse(run, node, refusal.decline, before)
    except Decline as decline:
        _give_up(run, node, decline, before)
    return False


def _give_up(run: Run, node: cst.CSTNode, decline: Decline, before: Mapping[str, object]) -> None:
    """No bridge serves the statement: the objects it uses stay pandas from where they were bound."""
    known = len(run.context.requested)
    cause = run.diagnose(node, decline.code, decline.message, decline.hint)
    for text in loops.names_in(node):
        binding = run.env.lookup(text)
        if binding is not None and is_spark(binding.value):
            mutation.keep_local(run, binding.value)
            run.env.bind(text, Local(name(text), was_spark=True, cause=cause), binding.place, binding.ref)
    if len(run.context.requested) == known:
        refuse(run, node, decline, before)


def bring_demanded(run: Run, node: cst.CSTNode) -> None:
    """Bring variables to the driver in front of a statement that changes them in pandas."""
    place = run.place(node)
    wanted = current().brought.get(place, ())
    for text in [held for held in run.env.names if held in wanted] if wanted else ():
        binding = run.env.names[text]
        if not is_spark(binding.value):
            continue
        code = bridges.to_driver(run, binding.value).code
        run.mutated.add(binding.ref)
        source = run.cell.source
        start, _ = source.span(node)
        indent = source.indent_of(start)
        line = f"{text} = {layout.render(code, indent, len(text) + 3)}\n{' ' * indent}"
        cause = current().causes.get(("local_here", (place, text)))
        aliases = mutation.now_on_driver(run, text, cause)
        line += "".join(f"{alias} = {text}\n{' ' * indent}" for alias in aliases if alias != text)
        run.insert(start, line, needs(code))


def refuse(run: Run, node: cst.CSTNode, decline: Decline, before: Mapping[str, object]) -> None:
    """Leave a statement as it was, with a comment that says why."""
    source = run.cell.source
    start, end = source.span(node)
    run.drop_edits(start, end)
    indent = source.indent_of(start)
    text = f"# TODO(translate): {decline.code} {decline.message}\n{' ' * indent}"
    run.insert(start, text)
    cause = run.diagnose(node, decline.code, decline.message, decline.hint, refused=True)
    run.refuse_sites(node)
    for text_ in set(run.env.names) - set(before):
        run.env.bind(text_, Local(name(text_), why=decline.message, cause=cause), run.statement_place)


def _simple(run: Run, node: cst.BaseSmallStatement) -> bool:
    match node:
        case cst.Assign():
            assignments.assign(run, node)
        case cst.AnnAssign():
            assignments.annotated(run, node)
        case cst.AugAssign():
            augmented.augmented(run, node)
        case cst.Expr():
            expression_statement(run, node)
            return attempts.ends_program(run, node)
        case cst.Del():
            assignments.delete(run, node)
        case cst.Return():
            _return(run, node)
            return True
        case cst.Import() | cst.ImportFrom():
            importing.bind_imported(run, node)
        case cst.Break() | cst.Continue():
            if run.loop_exits is not None:
                exits = run.loop_breaks if isinstance(node, cst.Break) else run.loop_exits
                exits.append(run.env.fork())
            return True
        case cst.Raise():
            commit_children(run, node)
            return True
        case cst.Global() | cst.Nonlocal():
            for item in node.names:
                run.outer_names[item.name.value] = isinstance(node, cst.Global)
        case _:
            commit_children(run, node)
    return False


def commit(run: Run, node: cst.BaseExpression, value: Value | None = None) -> None:
    """An expression whose value leaves to ordinary Python code: write it out, bridged if Spark."""
    known = expressions.evaluate(run, node) if value is None else value
    run.replace_node(node, bridges.escape(run, node, known).code)


def commit_children(run: Run, node: cst.CSTNode) -> None:
    for child in expressions.expressions_in(node):
        commit(run, child)


def expression_statement(run: Run, node: cst.Expr) -> None:
    """An expression evaluated for its effect, or the last one of a cell for its display."""
    expression = node.value
    earlier = run.edit_of(node)
    for_effect = node is not run.displayed or isinstance(expression, cst.Call) and _is_in_place(expression)
    with run.scoped(effect_call=expression if for_effect else None):
        value = expressions.evaluate(run, expression)
    if run.edit_of(node) is not earlier:
        return  # an in-place call has already become an assignment
    shown = node is run.displayed
    if isinstance(value, Instance) and not (shown and classes.shows_attributes(value)):
        pass
    elif shown or not isinstance(value, (Frame, Column)):
        value = bridges.escape(run, expression, value)
    run.replace_node(expression, value.code)


def _is_in_place(node: cst.Call) -> bool:
    return any(a.keyword is not None and a.keyword.value == "inplace" for a in node.args)


def _return(run: Run, node: cst.Return) -> None:
    if node.value is None:
        run.exits.append(run.env.fork())
        giving_back.return_nothing(run, node)
        return
    return_value(run, node.value)


def return_value(run: Run, node: cst.BaseExpression, of: cst.Lambda | None = None) -> None:
    """The expression that a ``return`` or a lambda gives."""
    value = expressions.evaluate(run, node)
    run.exits.append(run.env.fork())
    run.returned_refs.append(giving_back.object_of(run, node))
    if run.pandas_only:
        commit(run, node, value)
        run.returns.append(Local(value.code))
        return
    if returning.gives_pandas(run):
        value = bridges.escape(run, node, value)
    value = returning.returned(run, value)
    run.replace_node(node, written(value), within=None if of is None else run.cell.source.span(of))
    run.returns.append(value)


def return_of_lambda(run: Run, node: cst.Lambda) -> None:
    """Interpret the expression of a lambda, which no statement holds."""
    run.statement, run.statement_place = node, run.place(node)
    with run.scoped(effect_call=None):
        return_value(run, node.body, of=node)


# --- compound statements ----------------------------------------------------------------------------


def _compound(run: Run, node: cst.CSTNode) -> bool:
    run.statement, run.statement_place = node, run.place(node)
    match node:
        case cst.If():
            return branching.if_statement(run, node)
        case cst.For() | cst.While():
            with loops.around(run, node):
                _loop(run, node)
        case cst.Try() | cst.TryStar():
            return branching.try_statement(run, node)
        case cst.With():
            return _with(run, node)
        case cst.FunctionDef():
            _define(run, node)
        case cst.ClassDef():
            class_bodies.class_statement(run, node)
        case cst.Match():
            commit(run, node.subject)
            branching.match_statement(run, node)
    return False


def _loop(run: Run, node: cst.For | cst.While) -> None:
    if isinstance(node, cst.While):
        loops.while_loop(run, node)
    elif not row_loops.changed(run, node):
        loops.for_loop(run, node)


def _with(run: Run, node: cst.With) -> bool:
    if pickle_blocks.pickle_block(run, node):
        return False
    for item in node.items:
        value = expressions.evaluate(run, item.item)
        commit(run, item.item, value)
        if item.asname is not None:
            for text in target_names(item.asname.name):
                uses = idioms.uses_below(node.body, text)
                entered = handles.entered(value, uses)
                run.env.bind(text, Local(name(text), specimen=entered), run.statement_place)
    return execute_body(run, node.body)


def _define(run: Run, node: cst.FunctionDef) -> None:
    commit_defaults(run, node)
    run.env.bind(node.name.value, decorators.decorated(run, node), run.statement_place)


def commit_defaults(run: Run, node: cst.FunctionDef) -> None:
    """Write out the default arguments, which are evaluated where the function is defined."""
    for parameter in (*node.params.posonly_params, *node.params.params, *node.params.kwonly_params):
        if parameter.default is not None:
            commit(run, parameter.default)
            holding.hold(run, parameter.default)


def bind_variable(run: Run, text: str, value: Value, ref: int | None = None) -> None:
    """Bind a variable or attribute whose statement has been written out."""
    if isinstance(value, Instance) and value.held not in (None, text):
        value = instances.second_name(run, value)
    held = variable(value, text)
    known = value.specimen if isinstance(value, Local) else None
    if known is not None and known.learned and isinstance(held, Local):
        once = isinstance(known.value, handles.Once)
        held = replace(held, specimen=known if only_read.only_read(run, text, once) else None)
    if text in run.outer_names and run.env.parent is not None:
        _bind_outside(run, text, held, ref)
        return
    run.env.bind(text, held, run.statement_place, ref)


def _bind_outside(run: Run, text: str, value: Value, ref: int | None) -> None:
    """Bind a name that the function declares ``global`` or ``nonlocal``; in a branch it may keep its value."""
    scopes = list(run.env.chain())[1:]
    scope = scopes[-1] if run.outer_names[text] else next((s for s in scopes if text in s.names), scopes[-1])
    ref = None if ref is None else passing.outside(run, ref)
    before = scope.names.get(text)
    sure = not run.env.forked and run.loop_exits is None
    if before is None or sure or isinstance(before.value, Const) and before.value.value is None:
        scope.bind(text, value, run.statement_place, ref)
        return
    joined = join(before.value, value)
    if joined is None:
        for side, place in ((before.value, before.place), (value, run.statement_place)):
            if is_spark(side):
                current().demand("local", place)
        joined = Local(name(text), was_spark=True)
    new = one_of(before.ref) if ref is None else one_of(before.ref, ref)
    scope.bind(text, variable(joined, text), run.statement_place, new)
