"""From what a function gives on each path to one column, with the dtype that pandas infers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translator.cellwise.cells import DTYPES, NUMBERS, Absent, Cell, Missing, Operand, absent, cell_of_value
from translator.cellwise.choice import chosen, together
from translator.cellwise.conditions import when
from translator.cellwise.scope import Facts, Raises, Scope
from translator.cellwise.statements import Branch, Leaf, Tree
from translator.diagnostics import Decline
from translator.emission.emit import Code, F, literal
from translator.frames.values import Column, Const


def as_operand(scope: Scope, tree: Tree) -> Operand:
    """The result of a call within a function.

    Raises:
        Raises: when it raises on every path.
        Decline: when it raises on some.
    """
    if isinstance(tree, Leaf):
        if tree.value is None:
            raise Raises(tree.error)
        return tree.value
    sides: list[Operand] = []
    for side, facts in ((tree.true, tree.test.true), (tree.false, tree.test.false)):
        try:
            sides.append(scope.fork(facts).refined(as_operand(scope, side)))
        except Raises as error:
            raise Decline(f"a function that is called raises {error.error} for some rows", code="T310") from None
    return chosen(scope, tree.test, *sides)


@dataclass(frozen=True, eq=False)
class _Ending:
    """A leaf: its value as a cell, a missing value or an error, and how it is written in the program."""

    side: Cell | Absent | None
    constant: Const | None
    error: str


def as_column(scope: Scope, tree: Tree, like: Column) -> Column:
    """One column for all paths.

    pandas looks at the objects that came back: whole numbers and floats make floats, None and NaN
    among numbers make floats, among other objects they stay.

    Raises:
        Decline: T312 where the dtype is not sure, or objects of several kinds come back.
    """
    endings = {id(leaf): _ending(scope, leaf, facts) for leaf, facts in _leaves(tree, Facts())}
    found = [e for e in endings.values() if e.side is not None]
    cells = [e.side for e in found if isinstance(e.side, Cell)]
    if not cells:
        raise Decline("the function gives nothing but missing values or errors", code="T312")
    kinds = {c.kind for c in cells}
    if len(kinds) > 1 and kinds != NUMBERS:
        raise Decline(f"the function gives objects of the types {' and '.join(sorted(kinds))}", code="T312")
    kind = "float" if kinds == NUMBERS else cells[0].kind
    if kinds == NUMBERS or any(c.mixed for c in cells):
        scope.reader.assumed.add("A107")
    missing = {e.side.missing for e in found if isinstance(e.side, (Cell, Absent)) and e.side.missing is not None}
    dtype = _dtype(kind, missing)
    code = _folded(tree, endings, kind, len(cells) == len(found))
    if code is None:
        code = _code(tree, endings, kind)
        if kind == "int" and all(e.constant is not None or isinstance(e.side, Absent) for e in found):
            code = code.cast("bigint")
    columns = [*(c.column for c in cells), *_tests(tree)]
    return together(columns, like).then(
        code, dtype=dtype, nullable=bool(missing), none=missing == {"none"} and kind in ("str", "bool", "date"),
    )  # fmt: skip


def _dtype(kind: str, missing: set[Missing]) -> str:
    if missing and kind in ("str", "date") and (len(missing) > 1 or "unclear" in missing):
        if missing != {"unclear"}:
            raise Decline("both None and NaN come back among objects", code="T312")
    return "bool?" if kind == "bool" and missing else DTYPES[kind]


def leaves(tree: Tree) -> list[Leaf]:
    """The ends of all paths."""
    return [leaf for leaf, _ in _leaves(tree, Facts())]


def _leaves(tree: Tree, facts: Facts) -> Iterator[tuple[Leaf, Facts]]:
    if isinstance(tree, Leaf):
        yield tree, facts
        return
    yield from _leaves(tree.true, facts | tree.test.true)
    yield from _leaves(tree.false, facts | tree.test.false)


def _tests(tree: Tree) -> Iterator[Column]:
    if isinstance(tree, Branch):
        if isinstance(tree.test.column, Column):
            yield tree.test.column
        yield from _tests(tree.true)
        yield from _tests(tree.false)


def _ending(scope: Scope, leaf: Leaf, facts: Facts) -> _Ending:
    match leaf.value:
        case None:
            return _Ending(None, None, leaf.error)
        case Const() as constant:
            gone = absent(constant.value)
            if gone is not None:
                return _Ending(gone, None, "")
            return _Ending(cell_of_value(constant, scope.reader.frame), constant, "")
        case Cell() as cell:
            return _Ending(scope.fork(facts).known(cell), None, "")
        case Absent() as gone:
            return _Ending(gone, None, "")
    raise Decline("the function gives something else than a scalar", code="T310")


def _folded(tree: Tree, endings: dict[int, _Ending], kind: str, certain: bool) -> Code | None:
    """``True if test else False`` is the test; a tree of one leaf is its code."""
    if isinstance(tree, Leaf):
        ending = endings[id(tree)]
        assert isinstance(ending.side, Cell)
        if ending.constant is None:
            return ending.side.column.settled
        code = F.lit(ending.constant.code)
        return code.cast("bigint") if kind == "int" else code
    ends = [endings.get(id(side)) for side in (tree.true, tree.false)]
    values = [e.constant.value if e is not None and e.constant is not None else None for e in ends]
    if kind != "bool" or not certain or sorted(map(str, values)) != ["False", "True"]:
        return None
    test = tree.test if values[0] else tree.test.opposite
    assert isinstance(test.column, Column)
    return test.column.settled


def _code(tree: Tree, endings: dict[int, _Ending], kind: str) -> Code:
    """``F.when(...).when(...).otherwise(...)``."""
    if isinstance(tree, Leaf):
        return _written(endings[id(tree)], kind)
    code = F
    rest: Tree = tree
    while isinstance(rest, Branch):
        assert isinstance(rest.test.column, Column)
        code = code.when(when(rest.test.column), _code(rest.true, endings, kind))
        rest = rest.false
    last = endings[id(rest)]
    return code if isinstance(last.side, Absent) else code.otherwise(_written(last, kind))


def _written(ending: _Ending, kind: str) -> Code:
    if ending.side is None:
        return F.raise_error(F.lit(ending.error))
    if isinstance(ending.side, Absent):
        return literal(None)
    whole = kind == "float" and ending.side.kind == "int"
    if ending.constant is not None:
        plain = isinstance(ending.constant.value, (str, int, float))
        return literal(float(ending.constant.value)) if whole else ending.constant.code if plain else ending.side.column.code
    return ending.side.column.code.cast("double") if whole else ending.side.column.settled
