"""Operators: on Spark operands they are rules, on constants they are folded, else they stay."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator.diagnostics import Decline
from translator.emission.emit import literal
from translator.evidence import at_hand, likeness, pandas_times, sizes, specimens
from translator.evidence.pandas_api import ConstantMask
from translator.evidence.stand_ins import Specimen
from translator.frames.values import Column, Const, Elements, Frame, Labels, Local, Membership, Scalar, Value, is_spark
from translator.interpret import bridges, calls, expressions, mutation, optional, passing, paths, scalars
from translator.interpret.run import Run

BINARY_METHODS = {
    cst.Add: "__add__", cst.Subtract: "__sub__", cst.Multiply: "__mul__", cst.Divide: "__truediv__",
    cst.FloorDivide: "__floordiv__", cst.Modulo: "__mod__", cst.Power: "__pow__",
    cst.BitAnd: "__and__", cst.BitOr: "__or__", cst.BitXor: "__xor__",
}  # fmt: skip
COMPARE_METHODS = {
    cst.Equal: "__eq__", cst.NotEqual: "__ne__", cst.LessThan: "__lt__", cst.LessThanEqual: "__le__",
    cst.GreaterThan: "__gt__", cst.GreaterThanEqual: "__ge__",
}  # fmt: skip
UNARY_METHODS = {cst.Minus: "__neg__", cst.BitInvert: "__invert__", cst.Plus: "__pos__"}
MIRRORED = {"__eq__": "__eq__", "__ne__": "__ne__", "__lt__": "__gt__", "__le__": "__ge__",
            "__gt__": "__lt__", "__ge__": "__le__"}  # fmt: skip
PANDAS_OPERANDS = (Frame, Column, Membership, Labels)


def binary(run: Run, node: cst.BinaryOperation) -> Value:
    method = BINARY_METHODS.get(type(node.operator))
    left, right = expressions.evaluate(run, node.left), expressions.evaluate(run, node.right)
    parts: expressions.Parts = [(node.left, left), (node.right, right)]
    if method is None:
        return expressions.splice(run, node, parts)
    if isinstance(left, Const) and isinstance(right, Const):
        folded = _fold(method, left.value, right.value)
        if folded is None and method == "__truediv__":
            folded = paths.joined(left.value, right.value)
        if folded is not None:
            return Const(expressions.splice(run, node, parts).code, folded)
    if isinstance(left, PANDAS_OPERANDS):
        return calls.operator(run, node, left, method, [right], parts)
    if isinstance(right, PANDAS_OPERANDS) and not is_spark(left):
        return calls.operator(run, node, right, "__r" + method[2:], [left], parts)
    return local_operation(run, node, parts, method)


def _fold(method: str, left: Any, right: Any) -> Any:
    """Arithmetic on constants: text, numbers, lists and times; None where it is not plain."""
    moments = all(isinstance(v, pandas_times.MOMENT_TYPES) for v in (left, right))
    if moments and method in ("__add__", "__sub__"):
        return pandas_times.moments(method, left, right)
    plain = (str, int, float, list, tuple)
    if not isinstance(left, plain) or not isinstance(right, plain):
        return None
    whole = [v for v in (left, right) if isinstance(v, int)]
    if method in ("__pow__", "__mul__") and any(abs(v) >= 10_000 for v in whole):
        return None
    if sizes.grows(method, left, right):
        return None
    functions_ = {"__add__": operator.add, "__sub__": operator.sub, "__mul__": operator.mul,
                  "__truediv__": operator.truediv, "__floordiv__": operator.floordiv,
                  "__mod__": operator.mod, "__pow__": operator.pow}  # fmt: skip
    try:
        return functions_[method](left, right)
    except Exception:  # the program itself raises here; leave that to it
        return None


def local_operation(run: Run, node: cst.CSTNode, parts: expressions.Parts, method: str) -> Value:
    """An operator between driver-side objects: a pandas site when one of them is pandas."""
    number = scalars.operation(method, [v for _, v in parts])
    if number is not None:
        return _calculated(method, [v for _, v in parts], Scalar(expressions.splice(run, node, parts).code, dtype=number))
    statistics = scalars.statistics(method, [v for _, v in parts])
    if statistics is not None:
        run.record(node, f"Series.{method}", "native")
        labels, dtype = statistics
        like = likeness.operated(method, [v for _, v in parts])
        return replace(expressions.splice(run, node, parts, "Series"), labels=labels, dtype=dtype, likeness=like)
    kinds = [v.type for _, v in parts if isinstance(v, Local)]
    type_ = next((k for k in ("DataFrame", "Series", "Index") if k in kinds), None)
    known = specimens.operated(method, parts[0][1], parts[1][1]) if len(parts) == 2 else None
    if known is None and len(parts) == 2:
        known = paths.likely_operation(method, parts[0][1], parts[1][1])
    result = replace(expressions.splice(run, node, parts, type_), specimen=known)
    if type_ is not None:
        result = replace(result, likeness=likeness.operated(method, [v for _, v in parts]))
        run.record(node, f"{type_}.{method}", bridges.driver_status(parts))
    return result


def _calculated(method: str, operands: Sequence[Value], result: Scalar) -> Scalar:
    """The number, which is calculated from those of the data at hand as well."""
    at_hand.made_by(result, lambda: getattr(operator, method)(*map(at_hand.known, operands)))
    return result


def comparison(run: Run, node: cst.Comparison) -> Value:
    left = expressions.evaluate(run, node.left)
    parts: expressions.Parts = [(node.left, left)]
    values = [expressions.evaluate(run, target.comparator) for target in node.comparisons]
    parts += [(t.comparator, v) for t, v in zip(node.comparisons, values, strict=True)]
    if len(node.comparisons) == 1:
        method = COMPARE_METHODS.get(type(node.comparisons[0].operator))
        right = values[0]
        folded = _compared(method, left, right) if method is not None else None
        if folded is not None:
            return Const(expressions.splice(run, node, parts).code, folded)
        if method is not None:
            if isinstance(left, PANDAS_OPERANDS):
                return calls.operator(run, node, left, method, [right], parts)
            if isinstance(right, PANDAS_OPERANDS) and not is_spark(left):
                return calls.operator(run, node, right, MIRRORED[method], [left], parts)
            answer = specimens.decided(getattr(operator, method.strip("_")), left, right)
            return _answered(local_operation(run, node, parts, method), answer)
        if isinstance(node.comparisons[0].operator, (cst.Is, cst.IsNot)):
            if isinstance(left, Frame) and isinstance(right, Frame):
                return _same_object(run, node, left, right, parts)
            known = _is_none(run, node, left, right)
            if known is not None and run.variable(node.left) is not None:
                return Const(run.original(node), known)
            if known is None and optional.is_optional(left) and run.variable(node.left) is not None:
                return Local(run.original(node))
            whole = expressions.splice(run, node, parts)
            return whole if known is None else Const(whole.code, known)
        member = isinstance(node.comparisons[0].operator, (cst.In, cst.NotIn))
        if member:
            right = expressions.listed(right)
            parts = [parts[0], (node.comparisons[0].comparator, right)]
        if member and isinstance(right, Elements) and isinstance(left, Const) and (among := _is_among(left, right)) is not None:
            is_in = isinstance(node.comparisons[0].operator, cst.In)
            return Const(run.original(node), among is is_in)
        if member and isinstance(right, Const) and isinstance(left, Const):
            try:
                found = left.value in right.value
            except TypeError:
                return expressions.splice(run, node, parts)
            if isinstance(node.comparisons[0].operator, cst.NotIn):
                found = not found
            return Const(expressions.splice(run, node, parts).code, found)
        if member and (found_ := specimens.decided(operator.contains, right, left)) is not None:
            answer = specimens.known(bool(found_.value) == isinstance(node.comparisons[0].operator, cst.In))
            return _answered(expressions.splice(run, node, parts), answer)
        if member and isinstance(right, Frame) and not right.tuples:
            return _member(run, node, left, right, parts)
    return expressions.splice(run, node, parts)


def _is_among(left: Const, right: Elements) -> bool | None:
    """Whether a constant is one of the keys of a dict that is known by its parts."""
    if right.kind != "dict" or not all(isinstance(key, Const) for key in right.keys):
        return None
    return any(key.value == left.value for key in right.keys if isinstance(key, Const))


def _is_none(run: Run, node: cst.Comparison, left: Value, right: Value) -> bool | None:
    """``x is None``, where `x` is a constant, or a variable with a frame or a column, which is none."""
    if not isinstance(right, Const) or right.value is not None:
        return None
    held = isinstance(left, (Frame, Column)) and run.variable(node.left) is not None and not optional.is_optional(left)
    if not held and not isinstance(left, Const):
        return None
    negated = isinstance(node.comparisons[0].operator, cst.IsNot)
    return (isinstance(left, Const) and left.value is None) is not negated


def _same_object(run: Run, node: cst.Comparison, left: Frame, right: Frame, parts: expressions.Parts) -> Value:
    """``a is b`` of two frames: Spark has no such objects, but it is known which variables hold one and the same."""
    sides = (node.left, node.comparisons[0].comparator)
    names = [run.variable(side) for side in sides]
    held = [run.env.lookup(name) for name in names if name is not None]
    refs = [binding.ref for binding in held if binding is not None and isinstance(binding.value, Frame)]
    named = len(refs) == len(sides)
    is_same = passing.are_one(run, *refs) if named else None
    if is_same is None:
        of_callers = any(run.stands_for.get(ref) for ref in refs) or run.following and not named
        if of_callers:  # what is brought to the driver for a call is no longer the caller's
            raise bridges.Refusal(Decline("which frames callers give is not known", "compare columns instead", "T311"))
        for frame in (left, right):
            mutation.keep_local(run, frame)
        return expressions.splice(run, node, parts)
    answer = is_same is isinstance(node.comparisons[0].operator, cst.Is)
    return Const(literal(answer), answer)


def _answered(value: Value, answer: Specimen | None) -> Value:
    """A test whose answer is known when the program is translated."""
    return replace(value, specimen=answer) if answer is not None and isinstance(value, Local) else value


def _compared(method: str, left: Value, right: Value) -> bool | None:
    """A comparison of constants of one plain type; None where it is anything else."""
    if not isinstance(left, Const) or not isinstance(right, Const):
        return None
    a, b = left.value, right.value
    numbers = all(isinstance(v, (int, float)) for v in (a, b))
    if not numbers and not all(isinstance(v, str) for v in (a, b)):
        return None
    return bool(getattr(operator, method.strip("_"))(a, b))


def _member(run: Run, node: cst.Comparison, left: Value, frame: Frame, parts: expressions.Parts) -> Value:
    """``"c" in df`` asks for a column name."""
    run.record(node, "DataFrame.__contains__", "native")
    code = literal(list(frame.fields))
    return expressions.splice(run, node, [parts[0], (node.comparisons[0].comparator, Local(code))])


def unary(run: Run, node: cst.UnaryOperation) -> Value:
    value = expressions.evaluate(run, node.expression)
    method = UNARY_METHODS.get(type(node.operator))
    if isinstance(value, Const) and isinstance(value.value, (int, float)) and method == "__neg__":
        return Const(expressions.splice(run, node, [(node.expression, value)]).code, -value.value)
    if isinstance(value, Const) and isinstance(value.value, ConstantMask) and method == "__invert__":
        return Const(expressions.splice(run, node, [(node.expression, value)]).code, ConstantMask(not v for v in value.value))
    if method is not None and isinstance(value, PANDAS_OPERANDS):
        return calls.operator(run, node, value, method, [], [(node.expression, value)])
    if isinstance(node.operator, cst.Not) and isinstance(value, Const):
        return Const(expressions.splice(run, node, [(node.expression, value)]).code, not value.value)
    result = local_operation(run, node, [(node.expression, value)], method or "__bool__")
    known = specimens.truth(value) if isinstance(node.operator, cst.Not) else None
    return result if known is None else _answered(result, specimens.known(not known))
