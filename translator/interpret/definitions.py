"""Functions of the program: what their text is, and the scope that they close over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

import libcst as cst

from translator.documents import syntax
from translator.frames.delegation import by_rule
from translator.frames.values import Column, Const, Elements, Frame, Function, Scalar, Value
from translator.interpret import group_choices
from translator.interpret.environment import Binding, Env, Place
from translator.interpret.run import CellState, Run

MAX_DEPTH = 12


@dataclass(frozen=True, eq=False)
class Definition:
    """A function or lambda: its node, where its text stands, and the scope it closes over."""

    node: cst.FunctionDef | cst.Lambda
    cell: CellState
    env: Env
    place: Place
    run: Run
    name: str = "<lambda>"
    defaults: Mapping[str, Value] = field(default_factory=dict)
    cached: bool = False
    """It gives the same object again for the same arguments (``functools.cache``)."""
    is_method: bool = False
    above: Any = None
    """For a method, the class that its own class inherits from (`classes.ClassDefinition`)."""

    @classmethod
    def of(
        cls, run: Run, node: cst.FunctionDef | cst.Lambda, defaults: Mapping[str, Value] | None = None, cached: bool = False
    ) -> Definition:
        text = node.name.value if isinstance(node, cst.FunctionDef) else "<lambda>"
        return cls(node, run.cell, run.env, run.place(node), run, text, defaults or {}, cached)

    @property
    def identity(self) -> object:
        """What tells it from other functions, also from those that the same text made elsewhere."""
        return id(self.node), id(self.env)

    def closed_over(self, text: str) -> Value | None:
        """What a name of the body that is not its own stands for; None for a builtin."""
        binding = global_scope(self.run, self).lookup(text)
        return None if binding is None else binding.value

    def sees(self, text: str) -> bool:
        """Whether the name means the same where the program is now."""
        return self.run.env.lookup(text) is global_scope(self.run, self).lookup(text)

    def applied(self, args: Sequence[Value], named: Mapping[str, Value]) -> Value | None:
        """The value of the body for these arguments; None where they do not fit.

        The body of a function may name values, and set columns of the rows of a group, before it returns an
        expression, and choose by a value of its group what it returns, no more.
        """
        parameters = self.node.params
        names = [p.name.value for p in (*parameters.posonly_params, *parameters.params)]
        plain = isinstance(parameters.star_arg, cst.MaybeSentinel) and parameters.star_kwarg is None
        body = _body(self.node)
        fixed = {text: value for text, value in self.defaults.items() if isinstance(value, Const)}
        values = {**fixed, **dict(zip(names, args, strict=False)), **named}
        fitting = len(args) <= len(names) and set(values) == set(names) and not set(named) & set(names[: len(args)])
        if body is None or not plain or parameters.kwonly_params or not fitting or self.run.depth >= MAX_DEPTH:
            return None
        env = Env(self.env)
        for text, value in values.items():
            env.bind(text, value, self.place)
        with self.run.scoped(cell=self.cell, env=env, depth=self.run.depth + 1):
            return self._evaluated(body, env)

    def _evaluated(self, body: Body, env: Env) -> Value | None:
        from translator.interpret import expressions

        for text, key, expression in body.steps:
            value = expressions.evaluate(self.run, expression)
            if key is not None:
                changed = _with_item(env.names.get(text), expressions.evaluate(self.run, key), value)
                if changed is None:
                    return None
                value = changed
            elif not isinstance(value, (Column, Const, Scalar)) and not _is_own(value, expression):
                return None  # its code does not stand in for the name, or another name would show changes
            env.bind(text, value, self.place)
        result = expressions.evaluate(self.run, body.result)
        return result if body.branches is None else self._chosen(result, *body.branches)

    def _chosen(self, test: Value, first: Body, second: Body) -> Value | None:
        """What the body returns where it goes on in one of two ways."""
        if isinstance(test, Const):
            return self._evaluated(first if test.value else second, self.run.env)
        if not group_choices.is_of_group(test):
            return None
        results = []
        for branch in (first, second):
            env = Env(self.run.env)
            with self.run.scoped(env=env):
                results.append(self._evaluated(branch, env))
        one, other = results
        return None if one is None or other is None else group_choices.chosen(test, one, other)


def _is_of_group(value: Value | None) -> TypeGuard[Frame]:
    """Whether the value is rows of one group, which nothing else sees: pandas makes such a frame for each call."""
    return isinstance(value, Frame) and value.within is not None and value.within.groups is None


def _is_own(value: Value, expression: cst.BaseExpression) -> bool:
    """Whether only one name can hold the value, which is rows of a group or a dict, so that it may be changed."""
    rows = isinstance(value, Frame) and value.within is not None
    made = rows or isinstance(value, Elements) and value.kind == "dict"
    return made and not isinstance(expression, cst.Name)


def _with_item(held: Binding | None, key: Value, item: Value) -> Value | None:
    """What a name stands for after ``name[key] = item``: rows of a group with a column, or a dict with an item."""
    value = None if held is None else held.value
    if _is_of_group(value):
        assert value.within is not None
        if isinstance(key, Const) and key.value in value.within.keys:
            return None  # what follows goes by the key
        return by_rule("DataFrame.__setitem__", value, key, item)
    if isinstance(value, Const) and value.value == {} and type(value.value) is dict:
        value = Elements(value.code, "dict")
    if not isinstance(value, Elements) or value.kind != "dict" or not isinstance(key, Const):
        return None
    items = {k.value: (k, i) for k, i in zip(value.keys, value.items, strict=True) if isinstance(k, Const)}
    items[key.value] = (items.get(key.value, (key,))[0], item)
    keys, values = zip(*items.values(), strict=True)
    return replace(value, keys=keys, items=values, refs=())


Step = tuple[str, "cst.BaseExpression | None", cst.BaseExpression]
"""The name that is set, the key of its column where one is set, and the value."""


@dataclass(frozen=True)
class Body:
    """What a body sets and, last of all, returns; with `branches` the result is what these are chosen by."""

    steps: Sequence[Step]
    result: cst.BaseExpression
    branches: tuple[Body, Body] | None = None


def _body(node: cst.FunctionDef | cst.Lambda) -> Body | None:
    """What a function does; None if it is more."""
    if isinstance(node, cst.Lambda):
        return Body((), node.body)
    if not isinstance(node.body, cst.IndentedBlock) or node.decorators or node.asynchronous is not None:
        return None
    lines = node.body.body
    return _of_lines(lines[1:] if node.get_docstring() is not None else lines)


def _of_lines(lines: Sequence[cst.CSTNode]) -> Body | None:
    steps: list[Step] = []
    for place, line in enumerate(lines):
        match line:
            case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=text))], value=v)]):
                steps.append((text, None, v))
            case cst.SimpleStatementLine(
                body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript(
                    value=cst.Name(value=text), slice=[cst.SubscriptElement(slice=cst.Index(value=key, star=None))]
                ))], value=v)]
            ):  # fmt: skip
                steps.append((text, key, v))
            case cst.SimpleStatementLine(body=[cst.Return(value=cst.BaseExpression() as v)]):
                return Body(steps, v)
            case cst.If(body=cst.IndentedBlock(body=then)):
                first, second = _of_lines(then), _of_lines(_otherwise(line, lines[place + 1 :]))
                return None if first is None or second is None else Body(steps, line.test, (first, second))
            case _:
                return None
    return None


def _otherwise(line: cst.If, following: Sequence[cst.CSTNode]) -> Sequence[cst.CSTNode]:
    """What comes where the test fails and the branch always returns."""
    match line.orelse:
        case cst.Else(body=cst.IndentedBlock(body=lines)):
            return [*lines, *following]
        case cst.If() as other:
            return [other, *following]
    return following if line.orelse is None else []


def is_generator(node: cst.FunctionDef) -> bool:
    if node.asynchronous is not None:
        return True
    found: list[cst.CSTNode] = [node.body]
    while found:
        item = found.pop()
        if isinstance(item, cst.Yield):
            return True
        if not isinstance(item, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            found.extend(syntax.children(item))
    return False


def global_scope(run: Run, definition: Definition) -> Env:
    """The scope a body reads from, as it is at the time of the call.

    Branches work on copies of the environment, so a module-level function reads the caller's
    module scope as it stands now, not the copy that was current at its definition.
    """
    document = definition.cell.document
    if definition.env.parent is None and document is not run.cell.document:
        return document.env
    if definition.env.parent is None:
        scope = run.env
        while scope.parent is not None:
            scope = scope.parent
        return scope
    return definition.env


def functions_of(definition: Definition) -> list[Function]:
    """The functions that a function closes over, apart from those of its module."""
    found = []
    scope: Env | None = definition.env
    while scope is not None and scope.parent is not None:
        found += [b.value for b in scope.names.values() if isinstance(b.value, Function)]
        scope = scope.parent
    return found
