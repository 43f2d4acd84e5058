"""Follows the program's own functions: the body is interpreted with the facts of each call.

One text must serve every call. When a body comes out differently for different calls the
function is left as pandas and its callers bridge their arguments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import libcst as cst

from translator import syntax
from translator.context import current
from translator.dtypes import BOOLEANS, INTEGERS
from translator.emit import Argument, Code, Display, Item, literal, name, name_of
from translator.fields import Field
from translator.interpret import bridges, giving_back, statements
from translator.interpret.environment import Env, Place, signature
from translator.interpret.run import CellState, Run
from translator.joining import join
from translator.rulekit import series_frame
from translator.values import (
    Accessor,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Labels,
    Local,
    Membership,
    Scalar,
    Value,
    Windowed,
    is_spark,
)
from translator.variables import written

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

    @classmethod
    def of(cls, run: Run, node: cst.FunctionDef | cst.Lambda) -> Definition:
        text = node.name.value if isinstance(node, cst.FunctionDef) else "<lambda>"
        return cls(node, run.cell, run.env, run.place(node), run, text)

    def closed_over(self, text: str) -> Value | None:
        """What a name of the body that is not its own stands for; None for a builtin."""
        binding = _global(self.run, self).lookup(text)
        return None if binding is None else binding.value

    def sees(self, text: str) -> bool:
        """Whether the name means the same where the program is now."""
        return self.run.env.lookup(text) is _global(self.run, self).lookup(text)

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
        outer = self.run.cell, self.run.env
        env = Env(self.env)
        for text, value in zip(names, args, strict=True):
            env.bind(text, value, self.place)
        self.run.cell, self.run.env = self.cell, env
        self.run.depth += 1
        try:
            return self._evaluated(steps, env)
        finally:
            self.run.cell, self.run.env = outer
            self.run.depth -= 1

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


def follow(
    run: Run, node: cst.Call, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value],
    receiver: cst.BaseExpression | None = None,
) -> Value | None:  # fmt: skip
    """The value of a call of one of the program's functions; None to treat it as unknown.

    Args:
        receiver: for ``receiver.pipe(function, ...)``, what stands for the first argument.
    """
    nodes = [a.value for a in node.args]
    nodes = nodes if receiver is None else [receiver, *nodes[1:]]
    definition: Definition = function.definition
    if not isinstance(definition.node, cst.FunctionDef) or run.depth >= MAX_DEPTH:
        return None
    if definition.cell.document.on_spark and not run.cell.document.on_spark:
        return None
    if current().is_demanded("function", definition.place) or _is_generator(definition.node):
        return None
    args = [v.settled_column if isinstance(v, Column) else v for v in args]
    kwargs = {k: v.settled_column if isinstance(v, Column) else v for k, v in kwargs.items()}
    bound = _bind(run, definition, args, kwargs)
    if bound is None or any(isinstance(v, (Grouped, Windowed, Accessor, Membership, Labels)) for v in bound.values()):
        return None
    if current().is_demanded("general", definition.place):
        bound = {text: _general(value) for text, value in bound.items()}
    key = (id(definition.node), tuple((n, _exact(v)) for n, v in bound.items()))
    if key in run.memo and not any(is_spark(v) for v in bound.values()):
        result, touched = run.memo[key]
    else:
        run.memo[key] = (None, False)  # a recursive call finds this and stays unknown
        result, touched = _interpret(run, definition, bound)
        run.memo[key] = (result, touched)
    if result is None:
        return None
    if not touched and not is_spark(result):
        return None
    seen = _result(run, node, function, result, bound, args, kwargs)
    giving_back.settle(run, node, definition, seen, lambda text: _variable(nodes, definition, text, args, kwargs))
    return seen


def _variable(
    nodes: Sequence[cst.BaseExpression], definition: Definition, text: str, args: Sequence[Value], kwargs: Mapping[str, Value]
) -> Value | None:
    """The argument of a parameter, if a variable is what stands there; ``df.copy()`` is another object."""
    value = _argument(definition, text, args, kwargs)
    named = {id(v) for v, a in zip([*args, *kwargs.values()], nodes, strict=False) if isinstance(a, cst.Name)}
    return value if id(value) in named else None


def piped(
    run: Run, node: cst.Call, frame: Frame, function: Function, args: Sequence[Value], kwargs: Mapping[str, Value]
) -> Frame | None:
    """``df.pipe(f, ...)``, which is ``df.transform(f, ...)`` in Spark where the function gives a frame."""
    receiver = node.func.value if isinstance(node.func, cst.Attribute) else None
    result = follow(run, node, function, [frame, *args], kwargs, receiver)
    if not isinstance(result, Frame):
        return None
    named = {k: v.code for k, v in kwargs.items()}
    return replace(result, code=frame.code.transform(function.code, *(a.code for a in args), **named))


def _argument(
    definition: Definition, text: str, args: Sequence[Value], kwargs: Mapping[str, Value]
) -> Value | None:
    positional = [p.name.value for p in (*definition.node.params.posonly_params, *definition.node.params.params)]
    return {**dict(zip(positional, args, strict=False)), **kwargs}.get(text)


def keep_pandas(function: Function) -> None:
    """A function that code which is not followed may call has to take and give pandas objects."""
    definition: Definition = function.definition
    if isinstance(definition.node, cst.FunctionDef):
        current().demand("function", definition.place)


def _exact(value: Value) -> object:
    if isinstance(value, Const):
        return repr(value.value)
    return signature(value)


def _is_generator(node: cst.FunctionDef) -> bool:
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


def _bind(
    run: Run, definition: Definition, args: Sequence[Value], kwargs: Mapping[str, Value]
) -> dict[str, Value] | None:
    parameters = definition.node.params
    if not isinstance(parameters.star_arg, cst.MaybeSentinel) or parameters.star_kwarg is not None:
        return None
    positional = [*parameters.posonly_params, *parameters.params]
    if len(args) > len(positional):
        return None
    names = [p.name.value for p in (*positional, *parameters.kwonly_params)]
    if any(k not in names for k in kwargs):
        return None
    bound: dict[str, Value] = dict(zip(names, args, strict=False))
    bound.update(kwargs)
    for parameter in (*positional, *parameters.kwonly_params):
        text = parameter.name.value
        if text not in bound:
            if parameter.default is None:
                return None
            bound[text] = _default(run, definition, parameter.default)
    return {text: _as_parameter(value, text) for text, value in bound.items()}


def _default(run: Run, definition: Definition, node: cst.BaseExpression) -> Value:
    from translator.interpret import expressions

    outer = run.cell, run.env
    run.cell, run.env = definition.cell, definition.env
    try:
        return expressions.evaluate(run, node)
    finally:
        run.cell, run.env = outer


def _as_parameter(value: Value, text: str) -> Value:
    """The argument as the parameter holds it inside the function."""
    code = name(text)
    match value:
        case Frame() | Const() | Scalar() | Local() | Function():
            return replace(value, code=code)
        case Column():
            return replace(value, code=code, plain=None, null_means=None, negated=None, own=False)
        case Elements():
            return replace(value, code=code, items=tuple(
                replace(v, code=Item(code, literal(i))) for i, v in enumerate(value.items)
            )) if value.kind != "dict" else Local(code)  # fmt: skip
    return value


def _interpret(run: Run, definition: Definition, bound: Mapping[str, Value]) -> tuple[Value | None, bool]:
    """The joined return value, and whether the body was changed or touches Spark."""
    outer = (run.cell, run.env, run.returns, run.depth, run.statement, run.statement_place,
             run.returned_refs, run.gives_back)  # fmt: skip
    run.leave()
    env = Env(_global(run, definition))
    for text, value in bound.items():
        env.bind(text, value, ("parameter", definition.place))  # type: ignore[arg-type]
    run.cell, run.env, run.returns, run.depth = definition.cell, env, [], run.depth + 1
    run.returned_refs, run.gives_back = [], giving_back.given_back(definition)
    conflicts = len(run.conflicts)
    refs = {text: env.names[text].ref for text in bound}
    body = definition.node.body
    assert isinstance(body, cst.BaseSuite)
    try:
        with run.round(body, again=definition.place in run.followed):
            ended = statements.execute_body(run, body)
        if not ended:
            giving_back.fall_off(run, definition)
        result = _joined(run, definition, run.returns)
        giving_back.note(run, definition, refs)
    finally:
        (run.cell, run.env, run.returns, run.depth, run.statement, run.statement_place,
         run.returned_refs, run.gives_back) = outer  # fmt: skip
    run.followed.add(definition.place)
    run.changed_parameters[definition.place] = [t for t, ref in refs.items() if ref in run.mutated]
    if len(run.conflicts) > conflicts:
        if _no_one_text(definition):
            return None, True
    start, end = definition.cell.source.span(definition.node)
    touched = any(
        start <= e.start and e.end <= end and e.text != definition.cell.source.text[e.start : e.end]
        for e in definition.cell.edits.values()
    )
    return result, touched or any(is_spark(v) for v in bound.values())


def _no_one_text(definition: Definition) -> bool:
    """The body came out differently for different calls: next time with fewer facts, then as pandas.

    Returns:
        whether nothing is left but pandas.
    """
    known = current().is_demanded("general", definition.place)
    current().demand("function" if known else "general", definition.place)
    return known


def _general(value: Value) -> Value:
    """An argument without the facts in which calls often differ: what is missing, and which values occur."""
    match value:
        case Frame():
            return replace(value, fields={c: _general_field(f) for c, f in value.fields.items()}, parts={}, steps=None)
        case Column():
            frame = _general(value.frame)
            assert isinstance(frame, Frame)
            sure = value.dtype in INTEGERS or value.dtype in BOOLEANS
            return replace(value, frame=frame, nullable=value.nullable or not sure)
    return value


def _general_field(fact: Field) -> Field:
    sure = fact.dtype in INTEGERS or fact.dtype in BOOLEANS
    return replace(fact, nullable=fact.nullable or not sure, distinct=None)


def _global(run: Run, definition: Definition) -> Env:
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


def _joined(run: Run, definition: Definition, values: Sequence[Value]) -> Value | None:
    if not values:  # the body always raises
        return Local(name("None"))
    result = values[0]
    for value in values[1:]:
        joined = join(result, value)
        if joined is None:
            current().demand("function", definition.place)
            return None
        result = joined
    return result


def _result(
    run: Run, node: cst.Call, function: Function, result: Value, bound: Mapping[str, Value],
    args: Sequence[Value], kwargs: Mapping[str, Value],
) -> Value | None:  # fmt: skip
    """The returned value as the caller sees it: its code is the call."""
    for value in [*args, *kwargs.values()]:
        if isinstance(value, (Grouped, Windowed, Membership, Labels)) or isinstance(value, Elements) and is_spark(value):
            return None
    code = _call_code(function, args, kwargs)
    arguments: dict[str, Value] = {}
    definition: Definition = function.definition
    positional = [p.name.value for p in (*definition.node.params.posonly_params, *definition.node.params.params)]
    arguments.update(zip(positional, args, strict=False))
    arguments.update(kwargs)
    return _seen_by_caller(result, code, arguments)


def _call_code(function: Function, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Code:
    return function.code(*(a.code for a in args), **{keyword: value.code for keyword, value in kwargs.items()})


def _seen_by_caller(result: Value, code: Code, arguments: Mapping[str, Value]) -> Value:
    match result:
        case Column():
            if result.own:
                return replace(result, frame=replace(result.frame, code=code))
            anchor = name_of(result.frame.code)
            given = arguments.get(anchor or "")
            if isinstance(given, Frame):
                return replace(result, code=code, frame=given, plain=None, null_means=None, negated=None)
            for argument in arguments.values():
                if isinstance(argument, Column) and argument.frame.rows == result.frame.rows:
                    return replace(result, code=code, frame=argument.frame, plain=None, null_means=None, negated=None)
            return Local(code)
        case Elements() if result.kind != "dict":
            items = tuple(_seen_by_caller(v, Item(code, literal(i)), arguments) for i, v in enumerate(result.items))
            return replace(result, code=code, items=items)
        case Elements() | Grouped() | Windowed() | Membership() | Labels():
            return Local(code)
    return replace(result, code=code)


def returned(run: Run, value: Value) -> Value:
    """A returned value in the form in which the caller can hold it."""
    match value:
        case Column():
            anchor = name_of(value.frame.code)
            binding = run.env.names.get(anchor) if anchor else None
            own = binding is not None and binding.place[0] == "parameter"  # type: ignore[comparison-overlap]
            if own or anchor is None and name_of(value.code) is not None:
                return value.settled_column
            frame, label = series_frame(value)
            return replace(frame.column(label), name=value.name, own=True)
        case Elements() if value.kind != "dict":
            items = tuple(returned(run, item) for item in value.items)
            brackets = "[]" if value.kind == "list" else "()"
            if any(is_spark(i) for i in items):
                code = Display(brackets, tuple(Argument(written(i)) for i in items))
                return replace(value, code=code, items=items)
            return value
        case Elements() | Grouped() | Windowed() | Accessor() | Membership() | Labels() if is_spark(value):
            return Local(bridges.escape(run, run.statement or cst.Pass(), value).code, was_spark=True)
    return value


def interpret_uncalled(run: Run, definition: Definition) -> None:
    """Interpret a function that nobody called: its callers are elsewhere and expect pandas."""
    if definition.place in run.followed or isinstance(definition.node, cst.Lambda):
        return
    unknown: dict[str, Value] = {}
    parameters = definition.node.params
    for parameter in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params):
        unknown[parameter.name.value] = Local(name(parameter.name.value))
    for star in (parameters.star_arg, parameters.star_kwarg):
        if isinstance(star, cst.Param):
            unknown[star.name.value] = Local(name(star.name.value))
    outer, run.pandas_only = run.pandas_only, True
    try:
        _interpret(run, definition, unknown)
    finally:
        run.pandas_only = outer
