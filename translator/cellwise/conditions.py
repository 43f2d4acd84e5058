"""Truth in Python: comparisons, membership, truth values of objects, and what a test tells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator.cellwise.cells import NUMBERS, TIMES, Absent, Cell, Kind, Operand, absent, cell_of_value
from translator.cellwise.scope import Facts, Raises, Scope
from translator.diagnostics import Decline
from translator.emission.emit import Code, F, literal, name, name_of, needs
from translator.frames.delegation import column_by_rule
from translator.frames.values import Column, Const

NOTHING = Facts()
MIRRORED = {"__eq__": "__eq__", "__ne__": "__ne__", "__lt__": "__gt__", "__le__": "__ge__",
            "__gt__": "__lt__", "__ge__": "__le__"}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Test:
    """A test of each row, or one answer for all rows; and what is known where it holds or not."""

    column: Column | bool
    true: Facts = NOTHING
    false: Facts = NOTHING

    @property
    def opposite(self) -> Test:
        if isinstance(self.column, bool):
            return Test(not self.column)
        return Test(column_by_rule("Series.__invert__", self.column), self.false, self.true)


def both(left: Test, right: Test) -> Test:
    """``left and right``."""
    if isinstance(left.column, bool):
        return right if left.column else left
    if isinstance(right.column, bool):
        return Test(left.column, left.true) if right.column else right
    if _may_raise(right.column):  # Spark may evaluate both sides of &
        guarded = F.when(when(left.column), right.column.settled).otherwise(False)
        return Test(_settled(left.column, right.column, guarded), left.true | right.true)
    return Test(column_by_rule("Series.__and__", left.column, right.column), left.true | right.true)


def either(left: Test, right: Test) -> Test:
    """``left or right``."""
    if isinstance(left.column, bool):
        return left if left.column else right
    if isinstance(right.column, bool):
        return right if right.column else Test(left.column, NOTHING, left.false)
    if _may_raise(right.column):
        guarded = F.when(when(left.column), True).otherwise(right.column.settled)
        return Test(_settled(left.column, right.column, guarded), NOTHING, left.false | right.false)
    return Test(column_by_rule("Series.__or__", left.column, right.column), NOTHING, left.false | right.false)


def _may_raise(column: Column) -> bool:
    return any(need in needs(column.code) for need in RAISING)


RAISING = ("parity.present", "parity.true_divide")


def when(column: Column) -> Code:
    """The test within ``F.when``, where null counts as false."""
    return column.settled if column.null_means else column.code


def _settled(left: Column, right: Column, code: Code) -> Column:
    joined = column_by_rule("Series.__and__", left, right)
    return joined.then(code, dtype="bool", nullable=False)


# --- truth of objects ------------------------------------------------------------------------------------


def truth(scope: Scope, operand: Operand) -> Test:
    """``if operand:``; missing numbers and times are true, None is not."""
    match operand:
        case Const():
            return Test(bool(operand.value))
        case Absent():
            if operand.missing == "unclear":
                raise Decline("whether a missing text is None or NaN is not known", code="T312")
            return Test(operand.missing != "none")
        case Cell():
            return _truth_of(operand)
    raise Decline("only scalars are tested", code="T310")


def _truth_of(cell: Cell) -> Test:
    if cell.kind == "bool":
        return Test(cell.column)
    if cell.missing == "unclear":
        raise Decline("whether a missing text is None or NaN is not known", code="T312")
    if cell.kind in ("int", "float", "str"):
        empty = Const(literal("" if cell.kind == "str" else 0), "" if cell.kind == "str" else 0)
        if cell.missing == "none":
            filled = column_by_rule("Series.__ne__", cell.certain.column, empty)
            return Test(replace(filled, nullable=True, null_means=False, negated=None), Facts(present=frozenset([cell.key])))
        test = column_by_rule("Series.__ne__", cell.column, empty)
        certain = frozenset([cell.key])
        nonzero = certain if cell.kind != "str" else frozenset[str]()
        return Test(test, Facts(nonzero=nonzero), Facts(present=certain))
    if cell.missing == "none":
        return is_missing(cell).opposite
    return Test(True)


def is_missing(operand: Operand) -> Test:
    """``pd.isnull(operand)``."""
    match operand:
        case Absent():
            return Test(True)
        case Const():
            return Test(absent(operand.value) is not None)
        case Cell() if operand.column.nullable:
            code, key = operand.column.code, frozenset([operand.key])
            found = operand.column.then(code.isNull(), dtype="bool", nullable=False, negated=code.isNotNull())
            return Test(found, Facts(absent=key), Facts(present=key))
        case Cell():
            return Test(False)
    raise Decline("only scalars are tested for being missing", code="T310")


def is_none(operand: Operand) -> Test:
    """``operand is None``."""
    match operand:
        case Absent() if operand.missing != "unclear":
            return Test(operand.missing == "none")
        case Const():
            return Test(operand.value is None)
        case Cell() if operand.missing == "none":
            return is_missing(operand)
        case Cell() if operand.missing != "unclear":
            return Test(False)
    raise Decline("whether a missing value is None or NaN is not known", code="T312")


# --- comparisons --------------------------------------------------------------------------------------------


def compare(scope: Scope, method: str, left: Operand, right: Operand) -> Test:
    """``left <operator> right`` of scalars."""
    if isinstance(left, Const) and isinstance(right, Const):
        return _constants(method, left, right)
    if isinstance(left, Absent) or isinstance(right, Absent):
        return _with_absent(method, left, right)
    if isinstance(left, Const) and isinstance(right, Cell):
        return compare(scope, MIRRORED[method], right, left)
    if not isinstance(left, Cell) or not isinstance(right, (Cell, Const)):
        raise Decline("only scalars are compared", code="T310")
    other = right if isinstance(right, Cell) else cell_of_value(right, scope.reader.frame)
    ordering = method not in ("__eq__", "__ne__")
    if isinstance(right, Cell) and left.key == right.key and not ordering:
        return _with_itself(left, method)
    if not _comparable(left.kind, other.kind):
        return _unlike(method, left, right, other)
    if ordering and left.kind not in NUMBERS | TIMES:
        left, other = scope.present(left, "TypeError"), scope.present(other, "TypeError")
    elif ordering:
        left, other = (scope.present(c, "TypeError") if c.missing in ("none", "unclear") else c for c in (left, other))
    elif left.missing and other.missing and {left.missing, other.missing} & {"none", "unclear"}:
        raise Decline("None may be compared with None, which is equal to itself", code="T312")
    return _compared(left, method, right if isinstance(right, Const) else other)


def _unlike(method: str, left: Cell, right: Operand, other: Cell) -> Test:
    """Operands of kinds that are never equal, or whose comparison is not modelled."""
    equality = method in ("__eq__", "__ne__")
    if left.kind == "bool" and isinstance(right, Const) and isinstance(right.value, bool) and equality:
        same = Test(left.column)
        return same if right.value == (method == "__eq__") else same.opposite
    if left.kind == other.kind or {left.kind, other.kind} & {"bool", "date", "datetime"}:
        raise Decline(f"{left.kind} and {other.kind} are compared", code="T312")
    if equality:
        return Test(method == "__ne__")
    raise Raises("TypeError")


def _constants(method: str, left: Const, right: Const) -> Test:
    import operator

    try:
        return Test(bool(getattr(operator, method.strip("_"))(left.value, right.value)))
    except TypeError:
        raise Raises("TypeError") from None


def _with_absent(method: str, left: Operand, right: Operand) -> Test:
    """A comparison with a value that is missing for certain: equal to nothing, except None to None."""
    kinds = {o.missing for o in (left, right) if isinstance(o, Absent)}
    other = [o for o in (left, right) if not isinstance(o, Absent)]
    if "unclear" in kinds or "none" in kinds:
        if method not in ("__eq__", "__ne__"):
            raise Raises("TypeError")
        alone = other[0] if other else None
        if alone is None or (isinstance(alone, Cell) and alone.missing in ("none", "unclear")):
            raise Decline("None may be compared with None", code="T312")
    return Test(method == "__ne__")


def _comparable(left: Kind, right: Kind) -> bool:
    return left == right and left not in ("date", "bool") or {left, right} == NUMBERS


def _compared(left: Cell, method: str, right: Cell | Const) -> Test:
    other = right.compared if isinstance(right, Cell) else right
    test = column_by_rule(f"Series.{method}", left.compared, other)
    keys = frozenset([left.key, *([right.key] if isinstance(right, Cell) else [])])
    value = right.value if isinstance(right, Const) else None
    zero = frozenset([left.key]) if isinstance(value, (int, float)) else frozenset[str]()
    if method == "__ne__":
        same = Facts(present=keys, nonzero=zero if value else frozenset())
        return Test(test, Facts(nonzero=zero if value == 0 else frozenset()), same)
    away = isinstance(value, (int, float)) and _excludes_zero(method, value)
    opposite = Facts(nonzero=zero) if method == "__eq__" and value == 0 else NOTHING
    if not left.column.nullable and isinstance(value, (int, float)) and _excludes_zero(NEGATED.get(method, ""), value):
        opposite = Facts(nonzero=zero)
    return Test(test, Facts(present=keys, nonzero=zero if away else frozenset()), opposite)


def _with_itself(cell: Cell, method: str) -> Test:
    """``x == x`` and ``x != x`` ask whether x is NaN or NaT; None is equal to itself."""
    if cell.missing == "unclear":
        raise Decline("whether a missing text is None or NaN is not known", code="T312")
    if cell.missing == "none":
        return Test(method == "__eq__")
    missing = is_missing(cell)
    return missing if method == "__ne__" else missing.opposite


NEGATED = {"__lt__": "__ge__", "__le__": "__gt__", "__gt__": "__le__", "__ge__": "__lt__"}


def _excludes_zero(method: str, value: float) -> bool:
    """Whether a number that compares so with the constant cannot be zero."""
    return {"__gt__": value >= 0, "__ge__": value > 0, "__lt__": value <= 0, "__le__": value < 0,
            "__eq__": value != 0}.get(method, False)  # fmt: skip


# --- membership ------------------------------------------------------------------------------------------------


def contains(scope: Scope, item: Operand, container: Operand) -> Test:
    """``item in container``: of a text, or of a constant collection."""
    if isinstance(container, (Cell, Absent)):
        return _within_text(scope, item, container)
    if not isinstance(container, Const):
        raise Decline("the collection is not known at translation time", code="T311")
    if isinstance(item, Const):
        return Test(item.value in container.value)
    if isinstance(container.value, str):
        return _within_text(scope, item, container)
    if isinstance(item, Absent):
        if any(absent(m) for m in container.value):
            raise Decline("a missing value is looked for among missing ones", code="T312")
        return Test(False)
    if not isinstance(item, Cell):
        raise Decline("only scalars are looked for", code="T310")
    return _among(item, container)


def _within_text(scope: Scope, item: Operand, container: Operand) -> Test:
    if not isinstance(item, (Cell, Const)) or not isinstance(container, (Cell, Const, Absent)):
        raise Raises("TypeError")
    parts = []
    for operand in (item, container):
        if isinstance(operand, Const):
            if not isinstance(operand.value, str):
                raise Raises("TypeError")
            parts.append(cell_of_value(operand, scope.reader.frame))
            continue
        found = scope.present(operand, "TypeError")
        if found.kind != "str":
            raise Raises("TypeError")
        parts.append(found)
    needle, text = parts
    code = text.column.code.contains(item.code if isinstance(item, Const) else needle.column.code)
    base = text.column if isinstance(container, Cell) else needle.column
    refs = {**text.column.refs, **needle.column.refs}
    return Test(base.then(code, dtype="bool", nullable=False, refs=refs))


def _among(item: Cell, container: Const) -> Test:
    members = list(container.value)
    if any(absent(m) for m in members):
        raise Decline("the collection holds missing values", code="T312")
    wanted = {"int": (int, float), "float": (int, float), "str": (str,), "bool": (bool,)}.get(item.kind)
    if wanted is None or any(isinstance(m, bool) for m in members) and item.kind != "bool":
        raise Decline(f"a {item.kind} is looked for in a collection", code="T312")
    same = [m for m in members if isinstance(m, wanted)]
    if not same:
        return Test(False)
    if len(same) < len(members) or item.kind == "bool":
        raise Decline("the collection holds several kinds of objects", code="T312")
    key = Facts(present=frozenset([item.key]))
    if not isinstance(container.value, list):
        named = name_of(container.code) is not None
        container = Const(name("list")(container.code) if named else literal(sorted(same)), same)
    return Test(column_by_rule("Series.isin", item.compared, container), key)


def as_column(test: Test, frame_column: Column) -> Column:
    """The answer of a test as a column of conditions."""
    if isinstance(test.column, bool):
        return frame_column.then(F.lit(test.column), dtype="bool", nullable=False, refs={})
    return test.column


