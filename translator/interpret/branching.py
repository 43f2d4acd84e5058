"""Statements of which control takes one branch or another: what is true after them is true after either."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from translator.emission.emit import name
from translator.evidence import specimens
from translator.frames.values import Class, Instance, Local, is_spark
from translator.interpret import attempts, classes, decided, expressions, mutation, optional, statements
from translator.interpret.environment import Env, merge
from translator.interpret.run import Run


def if_statement(run: Run, node: cst.If) -> bool:
    """``if``; True when control leaves both branches before their ends."""
    if run.env.parent is None and node.orelse is None and run.cell.source.once(decided.is_main, node.test):
        statements.execute_body(run, node.body)
        return False
    test = expressions.evaluate(run, node.test)
    truth = specimens.truth(test) if run.unrolling or decided.is_of_parameters(run, node.test, test) else None
    if truth is None or run.rounds is None:
        statements.commit(run, node.test, test)
    if truth is not None:
        if run.rounds is not None:
            run.rounds.decided(run, node.test, test, truth)
        return _taken(run, node, truth)
    if run.rounds is not None:
        run.rounds.undecided(node.test)
    start = run.env
    run.env = start.fork()
    optional.narrow(run, node.test, truth=True)
    ended_then = statements.execute_body(run, node.body)
    after_then, run.env = run.env, start.fork()
    optional.narrow(run, node.test, truth=False)
    ended_else = False
    if isinstance(node.orelse, cst.If):
        ended_else = if_statement(run, node.orelse)
    elif node.orelse is not None:
        ended_else = statements.execute_body(run, node.orelse.body)
    after_else = run.env
    if ended_then or ended_else:
        run.env = after_else if ended_then else after_then
        _adopt(start, run)
        return ended_then and ended_else
    join_branches(run, start, after_then, after_else)
    return False


def _taken(run: Run, node: cst.If, truth: bool) -> bool:
    """The branch that a loop over known items takes in this round."""
    if truth:
        if node.orelse is not None:
            run.skip(node.orelse)
        return statements.execute_body(run, node.body)
    run.skip(node.body)
    if isinstance(node.orelse, cst.If):
        return if_statement(run, node.orelse)
    return node.orelse is not None and statements.execute_body(run, node.orelse.body)


def _adopt(start: Env, run: Run) -> None:
    """Continue in the original scope object, which functions may have closed over."""
    start.names, run.env = run.env.names, start


def join_branches(run: Run, start: Env, left: Env, right: Env) -> None:
    """Continue with what is true after either branch; settle names that differ in kind."""
    merged, conflicts = merge(left, right)
    for text in conflicts:
        for side in (left, right):
            binding = side.names[text]
            if isinstance(binding.value, (Class, Instance)):
                classes.keep_pandas(run, binding.value, "a name holds other things too")
            elif is_spark(binding.value):
                mutation.keep_from_loop(run, text, binding, side)
    start.names, run.env = merged.names, start


def match_statement(run: Run, node: cst.Match) -> None:
    """``match``; control may come to none of its cases."""
    start = run.env
    ends = [start.fork()]
    for body in [case.body for case in node.cases]:
        run.env = start.fork()
        if not statements.execute_body(run, body):
            ends.append(run.env)
    run.env = start
    first, *rest = ends
    _continue_with(run, start, first, rest)


def _continue_with(run: Run, start: Env, first: Env, rest: Sequence[Env]) -> None:
    target = start
    target.names, run.env = first.names, target
    for other in rest:
        join_branches(run, target, target.fork(), other)


def try_statement(run: Run, node: cst.Try | cst.TryStar) -> bool:
    """``try``; True when control comes to no end of it."""
    start = run.env
    before = start.fork()
    attempts.keep_attempted(run, node)
    with run.context.scoped(attempted=run.context.attempted or bool(node.handlers)):
        ended = statements.execute_body(run, node.body)
    if not ended and node.orelse is not None:
        ended = statements.execute_body(run, node.orelse.body)
    after = run.env.fork()
    ends = [] if ended else [after]
    partial, torn = merge(before, after)
    halfway = {text: partial.names[text] for text in torn}
    for handler in node.handlers:
        run.env = start
        start.names = partial.names
        if handler.name is not None and isinstance(handler.name.name, cst.Name):
            run.env.bind(handler.name.name.value, Local(name(handler.name.name.value)), run.statement_place)
        leaves = statements.execute_body(run, handler.body)
        attempts.keep_torn(run, handler, {} if leaves else run.env.names, halfway, (before, after))
        if not leaves:
            ends.append(run.env.fork())
    if ends:
        first, *rest = ends
        _continue_with(run, start, first, rest)
    if node.finalbody is not None:
        ended_finally = statements.execute_body(run, node.finalbody.body)
        return ended_finally or not ends
    return not ends
