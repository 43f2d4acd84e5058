"""Follows the statements of a function to what it returns: a tree of tests with values at its ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import libcst as cst

from translator.cellwise import expressions
from translator.cellwise.arithmetic import operate
from translator.cellwise.cells import Operand
from translator.cellwise.choice import chosen
from translator.cellwise.conditions import Test, either
from translator.cellwise.scope import Raises, Scope
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission.emit import literal
from translator.frames.values import Const


@dataclass(frozen=True, eq=False)
class Leaf:
    """What the function gives here: a value, or the error that it raises."""

    value: Operand | None
    error: str = ""


@dataclass(frozen=True, eq=False)
class Branch:
    test: Test
    true: Tree
    false: Tree


Tree = Leaf | Branch


@dataclass(frozen=True, eq=False)
class Bind:
    """Sets the variable of a loop over known items to one of them."""

    target: str
    value: Const


Step = cst.CSTNode | Bind
NONE = Leaf(Const(literal(None), None))
ABOVE = {"ZeroDivisionError": {"ArithmeticError"}, "KeyError": {"LookupError"}, "IndexError": {"LookupError"}}


def body_of(node: cst.FunctionDef | cst.Lambda) -> list[Step]:
    """The statements of a function; a lambda returns its expression.

    Raises:
        Decline: for generators, coroutines and decorated functions.
    """
    if isinstance(node, cst.Lambda):
        return [cst.Return(value=node.body)]
    if node.decorators or node.asynchronous is not None:
        raise Decline("the function is decorated or asynchronous", code="T311")
    return list(node.body.body)


def follow(scope: Scope, steps: Sequence[Step]) -> Tree:
    """What the function gives from here on; falling off its end gives None."""
    rest = list(steps)
    nothing: Tree | None = None if scope.reader.depth else scope.reader.nothing  # in the loop itself
    while rest:
        step = rest.pop(0)
        scope.reader.step()
        try:
            given = None if isinstance(step, Bind) or scope.reader.depth else scope.reader.gives(step)
            if given is not None:
                if rest:
                    raise Decline("the loop goes on after the result of a row", code="T310")
                return Leaf(expressions.evaluate(scope, given))
            match step:
                case Bind():
                    scope.names[step.target] = step.value
                case cst.SimpleStatementLine():
                    rest = [*step.body, *rest]
                case cst.Return():
                    if nothing is not None:
                        raise Decline("the loop ends before the last row", code="T310")
                    return _returned(scope, step.value)
                case cst.Continue() if nothing is not None:
                    rest = []
                case cst.If():
                    found = _if(scope, step, rest)
                    if found is not None:
                        return found
                case cst.Try():
                    return _try(scope, step, rest)
                case cst.For():
                    rest = [*_unrolled(scope, step), *rest]
                case cst.Raise():
                    raise Raises(_error_name(step))
                case _:
                    _simple(scope, step)
        except Raises as error:
            if scope.catching is not None:
                raise
            return Leaf(None, error.error)
    return NONE if nothing is None else nothing


def _returned(scope: Scope, node: cst.BaseExpression | None) -> Tree:
    match node:
        case None:
            return NONE
        case cst.IfExp():
            test = expressions.test(scope, node.test)
            if isinstance(test.column, bool):
                return _returned(scope, node.body if test.column else node.orelse)
            with scope.branch():
                then, other = (
                    _returned_safely(scope.fork(facts), side)
                    for facts, side in ((test.true, node.body), (test.false, node.orelse))
                )
            return Branch(test, then, other)
    return Leaf(expressions.evaluate(scope, node))


def _returned_safely(scope: Scope, node: cst.BaseExpression) -> Tree:
    try:
        return _returned(scope, node)
    except Raises as error:
        if scope.catching is not None:
            raise Decline("an error that is caught may happen within a condition", code="T310") from None
        return Leaf(None, error.error)


def _simple(scope: Scope, node: Step) -> None:
    match node:
        case cst.Pass():
            return
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
            return  # a docstring
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=text))], value=value):
            scope.names[text] = expressions.evaluate(scope, value)
        case cst.AnnAssign(target=cst.Name(value=text), value=cst.BaseExpression() as value):
            scope.names[text] = expressions.evaluate(scope, value)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple(elements=targets))], value=cst.Tuple(elements=values)) if (
            len(targets) == len(values)
        ):
            found = [expressions.evaluate(scope, e.value) for e in values]
            for target, operand in zip(targets, found, strict=True):
                if not isinstance(target.value, cst.Name):
                    raise Decline("the function sets more than names", code="T310")
                scope.names[target.value.value] = operand
        case cst.AugAssign(target=cst.Name() as changed, operator=operator, value=value):
            method = expressions.AUGMENTED.get(type(operator))
            left = expressions.evaluate(scope, changed)
            scope.names[changed.value] = operate(scope, method, left, expressions.evaluate(scope, value))
        case cst.FunctionDef(name=cst.Name(value=text)):
            scope.names[text] = expressions.nested(scope, node)
        case _:
            raise Decline("the function has a statement that is no expression of the row", code="T310")


# --- if ------------------------------------------------------------------------------------------------------


def _if(scope: Scope, node: cst.If, rest: list[Step]) -> Tree | None:
    """The branch; None where both sides only set names and the function goes on after them."""
    test = expressions.test(scope, node.test)
    then = list(node.body.body)
    other: list[Step] = [node.orelse] if isinstance(node.orelse, cst.If) else list(node.orelse.body.body if node.orelse else ())
    if isinstance(test.column, bool):
        taken = then if test.column else other
        rest[:0] = taken
        return None
    if not _leaves(scope, then) and not _leaves(scope, other):
        _set_names(scope, test, then, other)
        return None
    with scope.branch():
        sides = [
            follow(scope.fork(facts), [*steps, *rest]) for facts, steps in ((test.true, then), (test.false, other))
        ]
    return Branch(test, *sides)


def _leaves(scope: Scope, steps: Sequence[Step]) -> bool:
    """Whether a suite may return, raise or catch."""
    found: list[Any] = list(steps)
    while found:
        item = found.pop()
        if scope.reader.gives(item) is not None:
            return True
        if isinstance(item, (cst.Return, cst.Raise, cst.Try, cst.Break, cst.Continue)):
            return True
        if not isinstance(item, (cst.FunctionDef, cst.Lambda)):
            found.extend(syntax.children(item))
    return False


def _set_names(scope: Scope, test: Test, then: Sequence[Step], other: Sequence[Step]) -> None:
    """Both sides set names only: afterwards each holds what the test chooses."""
    first, second = scope.fork(test.true), scope.fork(test.false)
    with scope.branch():
        for side, steps in ((first, then), (second, other)):
            ended = follow(side, steps)
            if isinstance(ended, Leaf) and ended.error:
                raise Decline("a side of a condition raises an error", code="T310")
    for text in dict.fromkeys([*first.names, *second.names]):
        left, right = first.names.get(text), second.names.get(text)
        if left is right:
            continue
        if left is None or right is None:
            scope.names.pop(text, None)  # using it is an error for some rows
            continue
        scope.names[text] = chosen(scope, test, first.refined(left), second.refined(right))


# --- try -----------------------------------------------------------------------------------------------------


def _try(scope: Scope, node: cst.Try, rest: list[Step]) -> Tree:
    """``try`` around a conversion: a test of what would raise, the handler, else what follows."""
    if node.orelse is not None or node.finalbody is not None or scope.catching is not None:
        raise Decline("only a plain try is translated", code="T310")
    inner = replace(scope.fork(), catching=[])
    body = list(node.body.body)
    returns = isinstance(_last(body), cst.Return)
    shared = _names(body) & _names([*node.handlers]) if len(body) > 1 else set()
    if _leaves(scope, body[:-1]) or _leaves(scope, body) and not returns or shared:
        raise Decline("a try with branches is not translated", code="T310")
    try:
        done: Tree | None = follow(inner, body)
    except Raises as error:
        return follow(scope.fork(), [*_handler(node, error.error), *rest])
    caught = inner.catching or []
    after = scope.fork()
    after.names = inner.names
    tree = done if returns and done is not None else follow(after, rest)
    for names in reversed(list(dict.fromkeys(error for error, _ in caught))):
        tests = [Test(column) for error, column in caught if error == names]
        test = tests[0]
        for other in tests[1:]:
            test = either(test, other)
        tree = Branch(test, follow(scope.fork(), [*_handler(node, names), *rest]), tree)
    return tree


def _names(nodes: Sequence[Any]) -> set[str]:
    """Names that suites set or read."""
    found: set[str] = set()
    for node in nodes:
        found |= {node.value} if isinstance(node, cst.Name) else _names(syntax.children(node))
    return found


def _last(body: Sequence[Step]) -> object:
    line = body[-1]
    return line.body[-1] if isinstance(line, cst.SimpleStatementLine) else line


def _handler(node: cst.Try, error: str) -> list[Step]:
    """The statements of the handler that catches an error; raising it where none does."""
    for handler in node.handlers:
        names = _caught(handler.type)
        if names & {"", "Exception", "BaseException", error} | names & ABOVE.get(error, set()):
            return list(handler.body.body)
    return [cst.Raise(exc=cst.Name(error))]


def _caught(node: cst.BaseExpression | None) -> set[str]:
    match node:
        case None:
            return {""}
        case cst.Name():
            return {node.value}
        case cst.Tuple():
            return {e.value.value for e in node.elements if isinstance(e.value, cst.Name)}
    raise Decline("which errors are caught is not known", code="T311")


def _error_name(node: cst.Raise) -> str:
    call = node.exc.func if isinstance(node.exc, cst.Call) else node.exc
    if isinstance(call, cst.Name):
        return call.value
    raise Decline("which error is raised is not known", code="T311")


# --- for -----------------------------------------------------------------------------------------------------


def _unrolled(scope: Scope, node: cst.For) -> list[Step]:
    """A loop over known items, one round after the other."""
    items = expressions.evaluate(scope, node.iter)
    if not isinstance(items, Const) or node.orelse is not None or _jumps(node.body):
        raise Decline("only loops over constants are translated", code="T311")
    steps: list[Step] = []
    for item in list(items.value):
        steps += [*_bindings(node.target, item), *node.body.body]
    return steps


def _bindings(target: cst.BaseExpression, item: Any) -> list[Bind]:
    names = [target] if isinstance(target, cst.Name) else [e.value for e in getattr(target, "elements", ())]
    parts = [item] if isinstance(target, cst.Name) else list(item)
    if len(names) != len(parts) or not all(isinstance(n, cst.Name) for n in names):
        raise Decline("the items of the loop do not fit its variables", code="T310")
    return [Bind(n.value, Const(literal(p), p)) for n, p in zip(names, parts, strict=True) if isinstance(n, cst.Name)]


def _jumps(node: cst.CSTNode) -> bool:
    found = [node]
    while found:
        item = found.pop()
        if isinstance(item, (cst.Break, cst.Continue)):
            return True
        found.extend(syntax.children(item))
    return False


