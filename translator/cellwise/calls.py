"""What a function calls: builtins, numpy, math, pandas, methods of scalars, the program's functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator.cellwise import moments, numbers, texts
from translator.cellwise.cells import KINDS, Absent, Cell, Kind, Missing, Operand, Pieces, Row, absent, cell_of_value
from translator.cellwise.choice import together
from translator.cellwise.conditions import Test, is_missing, truth
from translator.cellwise.scope import Raises, Reader, Scope
from translator.diagnostics import Decline
from translator.emission.emit import Attribute, F, literal, name_of, parity
from translator.evidence import pandas_api, pandas_times
from translator.frames.constants import MODULE_CONSTANTS, PURE_METHODS
from translator.frames.values import Const, Function, Local, Module

MISSING_TESTS = {"pandas.isnull": True, "pandas.isna": True, "pandas.notnull": False, "pandas.notna": False}
NUMBER_TESTS = frozenset({"numpy.isnan", "math.isnan"})
TYPES = {"str": str, "float": float, "int": int, "bool": bool}
MOST_CALLS = 20


# --- attributes and methods ----------------------------------------------------------------------------------


def attribute(scope: Scope, base: Operand, name: str) -> Operand:
    """``base.name``."""
    match base:
        case Row():
            if name not in base.frame.fields or hasattr(pandas_api.callable_of("pandas.Series"), name):
                raise Decline(f"the attribute {name!r} of a row is not translated", code="T310")
            return scope.refined(base.cell(name))
        case Module():
            return _member(base, name)
        case Cell():
            return moments.attribute(scope, base, name)
        case Absent() if base.missing == "nat" and name in moments.PARTS:
            return Absent("nan")
        case Local() if name_of(base.code) in ("str", "float", "int"):
            return Local(Attribute(base.code, name))
    raise Decline(f"the attribute {name!r} is not translated", code="T310")


def _member(base: Module, name: str) -> Operand:
    qualified = f"{base.name}.{name}"
    if qualified == "pandas.NaT":
        return Absent("nat")
    if qualified in MODULE_CONSTANTS:
        value = MODULE_CONSTANTS[qualified]
        return absent(value) or Const(literal(value), value)
    return Module(Attribute(base.code, name), qualified)


def method(scope: Scope, base: Operand, name: str, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    """``base.name(...)``."""
    match base:
        case Module():
            return called(scope, _member(base, name), args, named)
        case Row() if name == "get" and args and isinstance(args[0], Const):
            if args[0].value in base.frame.fields:
                return scope.refined(base.cell(args[0].value))
            return args[1] if len(args) > 1 else Absent("none")
        case Const(value=dict()) if name == "get" and args and not isinstance(args[0], Const):
            return looked_up(scope, base, args[0], args[1] if len(args) > 1 else Absent("none"))
        case Const(value=str()) if name == "format" and not named:
            return texts.formatted_by_method(scope, base.value, args)
        case Const():
            return _constant_method(base, name, args, named)
        case Cell() if base.kind == "str":
            return texts.method(scope, base, name, args, named)
        case Cell():
            return moments.method(scope, base, name, args)
        case Absent() if base.missing in ("nan", "none"):
            raise Raises("AttributeError")
    raise Decline(f"the method {name} is not translated", code="T310")


def _constant_method(base: Const, name: str, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    if name not in PURE_METHODS or named or not all(isinstance(a, Const) for a in args):
        raise Decline(f"the method {name} is not translated", code="T310")
    found = folded(lambda: getattr(base.value, name)(*(a.value for a in args if isinstance(a, Const))))
    return Const(literal(list(found.value)), list(found.value)) if name in ("keys", "values", "items") else found


def folded(build: Callable[[], Any]) -> Const:
    """What an expression of constants gives.

    Raises:
        Raises: the error that it raises.
    """
    try:
        value = build()
    except Exception as error:
        raise Raises(type(error).__name__) from None
    plain = value if not hasattr(value, "keys") or isinstance(value, dict) else list(value)
    try:
        return Const(literal(plain), plain)
    except TypeError:
        return Const(literal(list(plain)), list(plain))


# --- tests ---------------------------------------------------------------------------------------------------


def tested(scope: Scope, node: cst.Call, evaluate: Callable[[cst.BaseExpression], Operand]) -> Test | None:
    """A call that asks something: ``pd.isnull(x)``, ``isinstance(x, str)``, ``bool(x)``; None for others."""
    function = _qualified(scope, node.func)
    if function is None or any(a.keyword or a.star for a in node.args):
        return None
    if function in MISSING_TESTS and len(node.args) == 1:
        found = is_missing(evaluate(node.args[0].value))
        return found if MISSING_TESTS[function] else found.opposite
    if function in NUMBER_TESTS and len(node.args) == 1:
        operand = evaluate(node.args[0].value)
        gone = isinstance(operand, Absent) and operand.missing == "nan"
        if gone or isinstance(operand, Cell) and operand.kind in ("int", "float"):
            return is_missing(operand)
        raise Decline("only numbers are tested for NaN", code="T312")
    if function == "builtins.isinstance" and len(node.args) == 2:
        return _of_type(evaluate(node.args[0].value), node.args[1].value)
    if function in texts.MATCHING and len(node.args) == 2:
        return Test(texts.matched(scope, function, *(evaluate(a.value) for a in node.args)).column)
    if function == "builtins.bool" and len(node.args) == 1:
        return truth(scope, evaluate(node.args[0].value))
    return None


def _qualified(scope: Scope, node: cst.BaseExpression) -> str | None:
    match node:
        case cst.Name(value=text) if text not in scope.names:
            found = scope.definition.closed_over(text)
            if found is None:
                return f"builtins.{text}"
            return found.name if isinstance(found, Module) else None
        case cst.Attribute(value=cst.Name(value=text), attr=cst.Name(value=member)) if text not in scope.names:
            found = scope.definition.closed_over(text)
            return f"{found.name}.{member}" if isinstance(found, Module) else None
    return None


def type_compared(
    scope: Scope, node: cst.Comparison, evaluate: Callable[[cst.BaseExpression], Operand]
) -> Test | None:
    """``type(x) == float``, which tells a missing text from others; None for other comparisons."""
    match node:
        case cst.Comparison(cst.Call(func=cst.Name("type") as function, args=[cst.Arg(value=asked, keyword=None, star="")]),
                            [cst.ComparisonTarget(operator, cst.Name() as named)]):  # fmt: skip
            if _qualified(scope, function) != "builtins.type" or not isinstance(operator, (*_SAME, *_OTHER)):
                return None
            operand = evaluate(asked)
            if isinstance(operand, Cell) and (operand.numpy or operand.kind == "bool"):
                raise Decline("cells of this column have a type of numpy or of Python, by the way they are read", code="T312")
            found = _of_type(operand, named)
            return found if isinstance(operator, _SAME) else found.opposite
    return None


_SAME, _OTHER = (cst.Equal, cst.Is), (cst.NotEqual, cst.IsNot)


def _of_type(operand: Operand, node: cst.BaseExpression) -> Test:
    """``isinstance(operand, node)``: a missing text is a float, or None."""
    named = [e.value for e in node.elements] if isinstance(node, cst.Tuple) else [node]
    types = {n.value if isinstance(n, cst.Name) else "?" for n in named}
    if not types <= set(TYPES):
        raise Decline("the type asked for is not one of Python's plain types", code="T310")
    match operand:
        case Cell() if operand.missing == "unclear" and "float" in types:
            raise Decline("whether a missing text is None or NaN is not known", code="T312")
        case Cell() if operand.numpy and operand.kind == "int" or operand.mixed:
            raise Decline("the type of these numbers is not the same for all rows", code="T312")
        case Cell():
            own = operand.kind in types or operand.kind == "bool" and "int" in types
            gone = "float" in types and operand.missing == "nan"
            if not operand.column.nullable or own == gone:
                return Test(own)
            return is_missing(operand) if gone else is_missing(operand).opposite
        case Absent() if operand.missing != "unclear":
            return Test("float" in types and operand.missing == "nan")
        case Const():
            return Test(isinstance(operand.value, tuple(TYPES[t] for t in types)))
    raise Decline("only scalars are asked for their type", code="T310")


# --- functions -----------------------------------------------------------------------------------------------


def called(scope: Scope, target: Operand, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    """A call of a builtin, a library's function or one of the program's own.

    Raises:
        Decline: when it is not modelled.
    """
    if isinstance(target, Function):
        return _own(scope, target, args, named)
    if isinstance(target, Module) and target.name in pandas_times.MAKERS:
        return _moment(target, args, named)
    if isinstance(target, Module) and target.name == "re.sub" and len(args) == 3 and not named:
        return texts.substituted(scope, *args)
    if isinstance(target, Module):
        return numbers.library(scope, target.name, args, named)
    text = name_of(target.code) if isinstance(target, Local) else None
    if named and text != "round":
        raise Decline("a builtin is called with named arguments", code="T310")
    if text == "str" and len(args) == 1:
        return texts.text_of(scope, args[0])
    if text == "len" and len(args) == 1 and isinstance(args[0], Pieces):
        return texts.counted(args[0])
    if text == "len" and len(args) == 1 and isinstance(args[0], (Cell, Absent)):
        found = scope.present(args[0], "TypeError")
        if found.kind != "str":
            raise Raises("TypeError")
        return found.counted(F.char_length(found.column.code))
    if text is not None and args and all(isinstance(a, Const) for a in args) and text in numbers.FOLDED:
        return folded(lambda: numbers.FOLDED[text](*(a.value for a in args if isinstance(a, Const))))
    if text in numbers.BUILTINS:
        return numbers.BUILTINS[text](scope, list(args))
    raise Decline(f"calls of {text or 'this function'} are not translated", code="T310")


def _moment(target: Module, args: Sequence[Operand], named: Mapping[str, Operand]) -> Const:
    """A point or length of time made of constants."""
    constants = [a for a in args if isinstance(a, Const)]
    keywords = {k: a for k, a in named.items() if isinstance(a, Const)}
    if len(constants) < len(args) or len(keywords) < len(named):
        raise Decline(f"{target.name} of values of the row is not translated", code="T310")
    value = pandas_times.moment(target.name, [a.value for a in constants], {k: a.value for k, a in keywords.items()})
    if value is None:
        raise Decline(f"{target.name} with these arguments is not known", code="T311")
    return Const(target.code(*(a.code for a in constants), **{k: a.code for k, a in keywords.items()}), value)


def _own(scope: Scope, target: Function, args: Sequence[Operand], named: Mapping[str, Operand]) -> Operand:
    """A call of another function of the program, in place."""
    from translator.cellwise.outcome import as_operand
    from translator.cellwise.statements import body_of, follow

    inner = enter(scope.reader, target, args, named)
    inner.facts, inner.catching = scope.facts, scope.catching
    scope.reader.depth += 1
    if scope.reader.depth > MOST_CALLS:
        raise Decline("the function calls itself", code="T310")
    try:
        return as_operand(inner, follow(inner, body_of(target.definition.node)))
    finally:
        scope.reader.depth -= 1


def enter(reader: Reader, function: Function, args: Sequence[Operand], named: Mapping[str, Operand]) -> Scope:
    """The scope of a function called with these arguments.

    Raises:
        Decline: when they do not fit its parameters.
    """
    definition = function.definition
    parameters = definition.node.params
    if not isinstance(parameters.star_arg, cst.MaybeSentinel) or parameters.star_kwarg is not None:
        raise Decline("the function takes any number of arguments", code="T310")
    positional = [*parameters.posonly_params, *parameters.params]
    known = {p.name.value for p in (*positional, *parameters.kwonly_params)}
    names: dict[str, Operand] = dict(zip((p.name.value for p in positional), args, strict=False))
    if len(args) > len(positional) or not set(named) <= known or set(named) & set(names):
        raise Decline("the arguments do not fit the function", code="T310")
    names.update(named)
    scope = Scope(reader, definition, {})
    for parameter in (*positional, *parameters.kwonly_params):
        if parameter.name.value not in names:
            names[parameter.name.value] = _default(scope, parameter)
    scope.names = names
    return scope


def _default(scope: Scope, parameter: cst.Param) -> Operand:
    from translator.cellwise import expressions

    if parameter.default is None:
        raise Decline(f"the parameter {parameter.name.value!r} is not given", code="T310")
    return expressions.evaluate(scope, parameter.default)


# --- dicts ---------------------------------------------------------------------------------------------------


def looked_up(scope: Scope, table: Const, key: Operand, default: Operand | None = None) -> Operand:
    """``table[key]``, or ``table.get(key, default)`` where a default is given.

    Raises:
        Decline: when keys or values are of several kinds.
    """
    if isinstance(key, Absent):
        raise Decline("a missing value is looked up", code="T312")
    if not isinstance(key, Cell) or not table.value:
        raise Decline("only scalars are looked up", code="T310")
    kinds = {type(k) for k in table.value}
    wanted: dict[str, set[type]] = {"str": {str}, "int": {int}, "float": {int, float}}
    if not kinds <= wanted.get(key.kind, set()) or any(absent(v) for v in table.value.values()):
        raise Decline(f"a {key.kind} is looked up in a dict of other keys, or missing values", code="T312")
    values = [cell_of_value(Const(literal(v), v), scope.reader.frame) for v in table.value.values()]
    found_kinds = {v.kind for v in values}
    if len(found_kinds) > 1 and found_kinds != {"int", "float"}:
        raise Decline("the values of the dict are of several kinds", code="T312")
    kind: Kind = "float" if len(found_kinds) > 1 else values[0].kind
    code = parity.lookup(key.column.code, table.code)
    found = key.then(code.cast("bigint") if kind == "int" else code, kind, "none")
    found = replace(found, numpy=False, mixed=len(found_kinds) > 1)
    if default is None:
        return scope.checked(found, "KeyError")
    return _or_default(scope, found, default)


def _or_default(scope: Scope, found: Cell, default: Operand) -> Operand:
    other = default if isinstance(default, (Cell, Absent)) else _constant_default(scope, default)
    if isinstance(other, Absent):
        return replace(found, missing=other.missing)
    if other.kind != found.kind:
        raise Decline("the default is of another kind than the values", code="T312")
    column = together([found.column, other.column], found.column)
    missing: Missing | None = other.missing
    code = F.coalesce(found.column.code, F.lit(default.code) if isinstance(default, Const) else other.column.code)
    dtype = found.column.dtype
    if KINDS.get(dtype, "int") == "int":
        code = code.cast("bigint") if isinstance(default, Const) else code
    nullable = missing is not None
    return replace(found, column=column.then(code, dtype=dtype, nullable=nullable), missing=missing)


def _constant_default(scope: Scope, default: Operand) -> Cell | Absent:
    if not isinstance(default, Const):
        raise Decline("the default is no scalar", code="T310")
    return absent(default.value) or cell_of_value(default, scope.reader.frame)
