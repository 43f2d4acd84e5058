"""Decorators and partial functions.

Those of ``functools`` keep what a function does; the program's own are followed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.emission.emit import Argument, Call, Code, Raw, name
from translator.emission.layout import flat
from translator.frames.values import Const, Frame, Function, Local, Module, Value
from translator.interpret import command_line, expressions, functions, holding, mutation, parameters, statements
from translator.interpret.changes import may_change_arguments
from translator.interpret.definitions import Definition
from translator.interpret.expressions import Parts
from translator.interpret.run import Run

KEEPING = frozenset({"functools.wraps", "functools.lru_cache", "functools.cache"})
"""Decorators after which a call gives what it gave before."""

CACHES = frozenset({"functools.lru_cache", "functools.cache"})


def decorated(run: Run, node: cst.FunctionDef) -> Value:
    """The value of a function once its decorators have been applied."""
    text = node.name.value
    kinds = [_keeping(run, decorator.decorator) for decorator in node.decorators]
    cached = bool(kinds) and kinds[-1] in CACHES
    definition = Definition.of(run, node, parameters.defaults(run, node), cached)
    run.definitions[definition.place] = definition
    value: Value = Function(name(text), definition)
    options = _options(run, node)
    if options is not None:
        return Function(name(text), definition, named=options)
    for position, decorator in reversed(list(enumerate(node.decorators))):
        innermost = position == len(kinds) - 1
        if kinds[position] is not None and (innermost or kinds[position] not in CACHES):
            continue
        value = _applied(run, node, decorator.decorator, value)
    return replace(value, code=name(text))


def _options(run: Run, node: cst.FunctionDef) -> dict[str, Value] | None:
    """What click passes to a command of one function; None for any other function."""
    calls = [d.decorator for d in node.decorators if isinstance(d.decorator, cst.Call)]
    targets = [expressions.evaluate(run, call.func) for call in calls]
    kinds = [target.name if isinstance(target, Module) else "" for target in targets]
    if not calls or len(calls) < len(node.decorators) or kinds[0] != "click.command":
        return None
    if not all(kind in ("click.option", "click.argument") for kind in kinds[1:]):
        return None
    return command_line.passed(calls[1:])


def _keeping(run: Run, node: cst.BaseExpression) -> str | None:
    """The name of a decorator that keeps what the function does; None for any other."""
    target = node.func if isinstance(node, cst.Call) else node
    if not isinstance(target, (cst.Name, cst.Attribute)):
        return None
    value = expressions.evaluate(run, target)
    return value.name if isinstance(value, Module) and value.name in KEEPING else None


def _applied(run: Run, node: cst.FunctionDef, decorator: cst.BaseExpression, function: Value) -> Value:
    """What a decorator makes of a function: what the program's own one returns, else something unknown."""
    target = expressions.evaluate(run, decorator)
    if isinstance(target, Function) and isinstance(function, Function):
        call = cst.Call(func=decorator, args=[cst.Arg(node.name)])
        result = functions.follow(run, call, target, [function], {}, [(node.name, function)])
        if isinstance(result, Function):
            return result
        functions.keep_pandas(target)
    if isinstance(function, Function):
        functions.keep_pandas(function)
    statements.commit(run, decorator)
    own = isinstance(target, Function) or isinstance(target, Local) and target.changes
    return Local(name(node.name.value), changes=own or may_change_arguments(node))


def partial(
    run: Run, node: cst.Call, function: Function, given: Sequence[Value], named: Mapping[str, Value], parts: Parts
) -> Value:
    """``functools.partial(f, ...)``: the function with some arguments filled in, which it holds from now on."""
    for argument in node.args[1:]:
        holding.hold(run, argument.value)
    values = [*given, *named.values()]
    whole = len(values) + 1 == len(node.args) and all(a.star == "" for a in node.args)
    stays = current().is_demanded("function", function.definition.place)
    if stays or not whole or not all(isinstance(v, (Const, Frame, Function, Local)) for v in values):
        mutation.keep_given(run, parts)
        return replace(expressions.splice(run, node, parts), changes=True)
    return replace(
        function, code=_shown(run, node, [function, *values]), given=(*function.given, *given),
        named={**function.named, **named},
    )  # fmt: skip


def _shown(run: Run, node: cst.Call, values: Sequence[Value]) -> Code:
    """The call as it was written, unless an argument is written otherwise now."""
    if all(flat(value.code) == run.cell.source.text_of(a.value) for a, value in zip(node.args, values, strict=True)):
        return run.original(node)
    return Call(Raw(run.cell.source.text_of(node.func)), tuple(
        Argument(value.code, a.keyword.value if a.keyword is not None else "")
        for a, value in zip(node.args, values, strict=True)
    ))  # fmt: skip
