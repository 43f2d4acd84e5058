"""Functions of the program: what their text is, and the scope that they close over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import libcst as cst

from translator.documents import syntax
from translator.frames.values import Column, Const, Function, Scalar, Value
from translator.interpret.environment import Env, Place
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

    def applied(self, args: Sequence[Value]) -> Value | None:
        """The value of the body for these arguments; None where they do not fit.

        The body of a function may name values before it returns an expression, no more.
        """
        parameters = self.node.params
        names = [p.name.value for p in (*parameters.posonly_params, *parameters.params)]
        plain = isinstance(parameters.star_arg, cst.MaybeSentinel) and parameters.star_kwarg is None
        steps = _steps(self.node)
        if not steps or not plain or parameters.kwonly_params or len(names) != len(args) or self.run.depth >= MAX_DEPTH:
            return None
        env = Env(self.env)
        for text, value in zip(names, args, strict=True):
            env.bind(text, value, self.place)
        with self.run.scoped(cell=self.cell, env=env, depth=self.run.depth + 1):
            return self._evaluated(steps, env)

    def _evaluated(self, steps: Sequence[tuple[str, cst.BaseExpression]], env: Env) -> Value | None:
        from translator.interpret import expressions

        *named, (_, result) = steps
        for text, expression in named:
            value = expressions.evaluate(self.run, expression)
            if not isinstance(value, (Column, Const, Scalar)):  # its code stands in for the name
                return None
            env.bind(text, value, self.place)
        return expressions.evaluate(self.run, result)


def _steps(node: cst.FunctionDef | cst.Lambda) -> list[tuple[str, cst.BaseExpression]]:
    """The names that the body sets and what it returns, as (name, expression); empty if it does more."""
    if isinstance(node, cst.Lambda):
        return [("", node.body)]
    if not isinstance(node.body, cst.IndentedBlock) or node.decorators or node.asynchronous is not None:
        return []
    steps: list[tuple[str, cst.BaseExpression]] = []
    lines = list(node.body.body)
    if node.get_docstring() is not None:
        lines = lines[1:]
    for line in lines:
        match line:
            case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=text))], value=v)]):
                steps.append((text, v))
            case cst.SimpleStatementLine(body=[cst.Return(value=cst.BaseExpression() as v)]) if line is lines[-1]:
                return [*steps, ("", v)]
            case _:
                return []
    return []


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
