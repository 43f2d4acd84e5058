"""Python functions that pandas calls once per cell or row, read as column expressions.

The function is followed for one row with symbolic scalars and Python's own meaning of operators,
comparisons, truth values and errors; each of its paths ends with a value, and the tests between
them become ``F.when``. What is not modelled declines, so that pandas runs the function itself.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import libcst as cst

from translator import pythonic
from translator.cellwise import calls, records, texts
from translator.cellwise.cells import Absent, Cell, Operand, Row, cell_of, record_of, row_of
from translator.cellwise.conditions import Test, both, either, is_missing
from translator.cellwise.outcome import as_column, leaves
from translator.cellwise.scope import Raises, Reader, Scope
from translator.cellwise.statements import Branch, Leaf, Tree, body_of, follow
from translator.context import current
from translator.diagnostics import Decline
from translator.emission.layout import flat
from translator.frames.values import Column, Const, Frame, Function, Local, Module, Value


def of_cells(
    column: Column, function: Value, args: Sequence[Value] = (), named: Mapping[str, Value] | None = None,
    skip_missing: bool = False,
) -> Column:  # fmt: skip
    """What ``Series.map(function)`` and ``Series.apply(function)`` give.

    With `skip_missing` the function is not called for missing cells.

    Raises:
        Decline: when the function is not modelled, or the dtype of the result depends on the data.
    """
    cell = cell_of(column)
    try:
        scope, tree = _followed(column.frame, function, cell, args, named or {}, skip_missing)
        return _result(scope, tree, column)
    except Decline as decline:
        return _by_python(decline, function, lambda f: pythonic.of_cells(column, f, args, skip_missing), bool(named))


def of_rows(frame: Frame, function: Value, args: Sequence[Value] = (), named: Mapping[str, Value] | None = None) -> Column:
    """What ``DataFrame.apply(function, axis=1)`` gives where the function returns a scalar.

    Raises:
        Decline: when the function is not modelled, or the dtype of the result depends on the data.
    """
    if not frame.fields:
        raise Decline("there is no column", code="T310")
    row = row_of(frame)
    try:
        scope, tree = _followed(frame, function, row, args, named or {}, False)
        return _result(scope, tree, _any_column(frame))
    except Decline as decline:
        return _by_python(decline, function, lambda f: pythonic.of_rows(frame, f, args), bool(named))


def records_of_rows(
    frame: Frame, function: Value, args: Sequence[Value], named: Mapping[str, Value], expanded: bool
) -> dict[str | int, Column] | None:  # fmt: skip
    """What ``DataFrame.apply(function, axis=1)`` gives where the function returns several values, by label.

    The values of one row are a Series, in which whole numbers beside floats are floats; None where the function
    gives one value.

    Raises:
        Decline: when the function is not modelled, or the dtype of the result depends on the data.
    """
    functions = records.values_of(function, expanded)
    if functions is None:
        return None
    if not frame.fields:
        raise Decline("there is no column", code="T310")
    found = {}
    for label, one in functions.items():
        scope, tree = _followed(frame, one, row_of(frame), args, named, False)
        found[label] = _result(scope, tree, _any_column(frame))
    dtypes = {column.dtype for column in found.values()}
    if dtypes == {"int64", "float64"}:
        found = {n: c.then(c.code.cast("double"), dtype="float64") if c.dtype == "int64" else c for n, c in found.items()}
    return found


def _by_python(decline: Decline, function: Value, build: Callable[[Function], Column], named: bool) -> Column:
    """The column by calls of the function itself, where its text tells the type of what it gives.

    Raises:
        Decline: why the function has no expression, or why it is not called on the workers.
    """
    if not isinstance(function, Function) or named or decline.code == "T901":
        raise decline
    try:
        result = build(function)
    except Decline as other:
        raise Decline(f"{decline.message}; {other.message}", decline.hint, code=decline.code) from other
    current().site.assume("A111")
    return result


def of_loop(
    frame: Frame, row: str, body: cst.BaseSuite, place: Any, gives: Gives, otherwise: Column | None,
    records: bool = False, some: bool = False,
) -> Column:  # fmt: skip
    """The column of what a loop over the rows gives for each of them.

    Args:
        row: the loop's variable for a row.
        place: tells what names around the loop stand for (`closed_over`, `sees`).
        gives: the expression that a statement gives as the result, if it is such a statement.
        otherwise: the column that holds where the loop gives nothing; without it that is refused.
        records: rows are records of Python's own objects, not Series.
        some: the frame has only the rows for which the loop gives something (`given_by_loop`).

    Raises:
        Decline: when the loop does anything else, or the dtype of the result depends on the data.
    """
    nothing = Leaf(None, NOTHING) if otherwise is None else Leaf(cell_of(otherwise))
    scope, tree = _loop(frame, row, body, place, gives, nothing, records)
    if some:
        tree = _without_nothing(tree)
    if any(leaf.error for leaf in leaves(tree)):
        raise Decline("the loop gives nothing for some rows, or raises", code="T310")
    result = as_column(scope, tree, _any_column(frame))
    if otherwise is not None and otherwise.dtype == "float64":
        scope.reader.assumed.discard("A107")  # whole numbers become floats in a column of floats
    if otherwise is not None and "A107" in scope.reader.assumed:
        raise Decline("the type of the results is not sure", code="T312")
    for code in sorted(scope.reader.assumed):
        current().site.assume(code)
    return result


def given_by_loop(
    frame: Frame, row: str, body: cst.BaseSuite, place: Any, is_result: Callable[[cst.CSTNode], bool], records: bool
) -> Column | None:
    """For which rows a loop gives something; None where it does for all.

    Raises:
        Decline: when the loop does anything else.
    """
    def gives(step: cst.CSTNode) -> cst.BaseExpression | None:
        return cst.Name("True") if is_result(step) else None

    _, tree = _loop(frame, row, body, place, gives, Leaf(None, NOTHING), records)
    found = _given(tree).column
    if isinstance(found, Column):
        return found
    if not found:
        raise Decline("the loop gives nothing", code="T310")
    return None


def _given(tree: Tree) -> Test:
    """Whether a path ends with a result.

    Raises:
        Decline: where one raises an error.
    """
    if isinstance(tree, Leaf):
        if tree.error not in ("", NOTHING):
            raise Decline(f"the loop raises {tree.error} for some rows", code="T310")
        return Test(not tree.error)
    true, false = _given(tree.true), _given(tree.false)
    if true.column is False:
        return both(tree.test.opposite, false)
    if false.column is False:
        return both(tree.test, true)
    if true.column is True:
        return either(tree.test, false)
    return either(both(tree.test, true), both(tree.test.opposite, false))


def _loop(
    frame: Frame, row: str, body: cst.BaseSuite, place: Any, gives: Gives, nothing: Leaf, records: bool
) -> tuple[Scope, Tree]:
    reader = Reader(frame, gives)
    reader.nothing = nothing
    scope = Scope(reader, place, {row: record_of(frame) if records else row_of(frame)})
    return scope, follow(scope, list(body.body))


def _any_column(frame: Frame) -> Column:
    like = frame.column(next(iter(frame.fields)))
    return like.then(like.code, refs={}, name=None, dtype=like.dtype)


def _without_nothing(tree: Tree) -> Tree:
    """The tree for the rows that get to an end with a result: the tests that tell are not asked again."""
    if isinstance(tree, Leaf):
        return tree
    true, false = _without_nothing(tree.true), _without_nothing(tree.false)
    for side, other in ((true, false), (false, true)):
        if isinstance(side, Leaf) and side.error == NOTHING:
            return other
    if isinstance(true, Leaf) and isinstance(false, Leaf) and _same(true.value, false.value):
        return true
    return replace(tree, true=true, false=false)


def _same(first: Operand | None, second: Operand | None) -> bool:
    """Whether two ends give the same cell, of which the tests told nothing."""
    if not isinstance(first, Cell) or not isinstance(second, Cell):
        return False
    return (first.key, first.kind, first.missing, first.mixed) == (second.key, second.kind, second.missing, second.mixed)


Gives = Callable[[cst.CSTNode], "cst.BaseExpression | None"]
NOTHING = "nothing"


def _followed(
    frame: Frame, function: Value, first: Cell | Row, args: Sequence[Value], named: Mapping[str, Value], skip: bool
) -> tuple[Scope, Tree]:
    reader = Reader(frame)
    extra = [_argument(a) for a in args]
    keywords = {k: _argument(v) for k, v in named.items()}
    known: Operand = first
    if skip and isinstance(first, Cell):
        known = first.certain
    if isinstance(function, Function):
        scope = calls.enter(reader, function, [known, *extra], keywords)
        tree = follow(scope, body_of(function.definition.node))
    else:
        scope = Scope(reader, _Nowhere(), {})
        try:
            tree = Leaf(_builtin(scope, function, known, extra, keywords))
        except Raises as error:
            tree = Leaf(None, error.error)
    if skip and isinstance(first, Cell) and first.missing is not None:
        tree = Branch(is_missing(first), Leaf(Absent(first.missing)), tree)
    return scope, tree


def _builtin(scope: Scope, function: Value, first: Operand, args: list[Operand], named: dict[str, Operand]) -> Operand:
    """A builtin, a library's function, or ``str.strip``, that is passed by its name."""
    if isinstance(function, Module):
        return calls.called(scope, function, [first, *args], named)
    text = flat(function.code) if isinstance(function, Local) else ""
    if text.startswith("str.") and isinstance(first, Cell) and first.kind == "str":
        if first.column.nullable:
            raise Decline("a method of str is called for missing texts", code="T312")
        return calls.method(scope, first, text.removeprefix("str."), args, named)
    template = _template(text)
    if template is not None:
        return texts.formatted_by_method(scope, template, [first, *args])
    if text.isidentifier() and current().lookup(text) is None:
        return calls.called(scope, function, [first, *args], named)  # type: ignore[arg-type]
    raise Decline("the function is not one of the program", code="T311")


def _template(text: str) -> str | None:
    """The text of ``"{:.2f}".format``."""
    tree = ast.parse(text, mode="eval").body if text.endswith(".format") else None
    text_of = tree.value if isinstance(tree, ast.Attribute) else None
    return text_of.value if isinstance(text_of, ast.Constant) and isinstance(text_of.value, str) else None


class _Nowhere:
    """Stands for the definition of a builtin, which closes over nothing."""

    def closed_over(self, text: str) -> None:
        return None

    def sees(self, text: str) -> bool:
        return False


def _argument(value: Value) -> Operand:
    if isinstance(value, (Const, Function, Module)):
        return value
    raise Decline("an argument of the function is not constant", code="T311")


def _result(scope: Scope, tree: Tree, like: Column) -> Column:
    result = as_column(scope, tree, like)
    scope.reader.assumed.add("A111")
    for code in sorted(scope.reader.assumed):
        current().site.assume(code)
    return result


__all__ = ["given_by_loop", "of_cells", "of_loop", "of_rows", "records_of_rows"]
