"""Compares what pandas gave with what Spark gave, and says where they differ.

Rows compare as an ordered list where the order is defined (`ordered_by`, or both sides are pandas),
else as a multiset. Missing values are one kind, floats have a tolerance, dtypes agree by family,
labels and the order of columns have to agree, and the index has to be somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from translator.harness.capture import capture
from translator.harness.matching import (
    COARSE,
    Row,
    Tolerance,
    Varied,
    same_cell,
    same_plain,
    same_row,
    unmatched,
)
from translator.harness.values import (
    MISSING,
    Bundle,
    Captured,
    Column,
    Failure,
    Opaque,
    Plain,
    Table,
    label,
)
from translator.harness.wording import describe, show, show_cell

SHOWN = 5
"""How many rows a difference shows."""

OrderedBy = Sequence[str | Sequence[str]]


@dataclass(frozen=True)
class Difference:
    """One way in which two values differ, with up to five rows that show it.

    `kind` is one of: value, rows, order, columns, dtype, index, name, type, text, error, fact.
    `left` is the pandas side, `right` the Spark side; the rows of both are listed in step, None
    where a row has no partner.
    """

    kind: str
    message: str
    left: tuple[dict[str, str] | None, ...] = ()
    right: tuple[dict[str, str] | None, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.kind}: {self.message}"]
        for old, new in zip(self.left, self.right, strict=True):
            lines += [f"    pandas {old}", f"    spark  {new}"]
        return "\n".join(lines)


@dataclass(frozen=True)
class Terms:
    """How two values are to be compared."""

    index: tuple[str, ...] = ()
    levels: tuple[str | None, ...] = ()
    """The names of the index levels, where they are not those of the columns that hold them."""
    ordered_by: tuple[str, ...] = ()
    names: bool = True
    ordered: bool = False
    ignore_index: bool = False
    tolerance: Tolerance = field(default_factory=Tolerance)


def _both_nan(left: Any, right: Any) -> bool:
    """Tell whether two names are both NaN, which is not equal to itself."""
    return isinstance(left, float) and isinstance(right, float) and left != left and right != right


def keys_of(ordered_by: OrderedBy) -> tuple[str, ...]:
    """Return the key names of an `ordered_by` entry, which may carry directions."""
    return tuple(key if isinstance(key, str) else str(key[0]) for key in ordered_by)


def compare_values(
    pandas_object: Any,
    spark_object: Any,
    index: Sequence[str] = (),
    ordered_by: OrderedBy = (),
    *,
    names: bool = True,
    tolerance: Tolerance | None = None,
    levels: Sequence[str | None] = (),
) -> list[Difference]:
    """Compare a pandas object (or scalar) with its Spark counterpart; [] means equal.

    `index` names the Spark columns that hold the pandas index, level by level; `ordered_by` the
    keys by which the rows are ordered (empty: the order does not count); `levels` the names of the
    levels, where they differ from those of the columns. With `names=False` the
    name of a Series is not compared, as for a column expression that has none yet. Either side may
    also be what `capture` returned.
    """
    terms = Terms(tuple(index), tuple(levels), keys_of(ordered_by), names, tolerance=tolerance or Tolerance())
    return compare(capture(pandas_object), capture(spark_object), terms)


def compare(left: Captured, right: Captured, terms: Terms | None = None) -> list[Difference]:
    """Compare two captured values."""
    terms = terms or Terms()
    if isinstance(right, Failure):
        return [Difference("error", f"evaluating it raised {right.type_name}: {right.message}")]
    if isinstance(left, Table) and isinstance(right, Table):
        return _Tables(left, right, terms).differences()
    if isinstance(left, Plain) and isinstance(right, Plain):
        return _compare_plain(left, right, terms.tolerance)
    if isinstance(left, Bundle) and isinstance(right, Bundle):
        return _compare_bundles(left, right, terms)
    if isinstance(left, Opaque) and isinstance(right, Opaque):
        return []
    return [Difference("type", f"{describe(left)} became {describe(right)}")]


def _compare_bundles(left: Bundle, right: Bundle, terms: Terms) -> list[Difference]:
    """Compare two containers of frames item by item."""
    if left.family != right.family or len(left.items) != len(right.items):
        return [Difference("type", f"{describe(left)} became {describe(right)}")]
    found: list[Difference] = []
    for key, old, other, new in zip(left.keys, left.items, right.keys, right.items, strict=True):
        if not same_plain(key, other, terms.tolerance):
            found.append(Difference("value", f"key {show(key)} became {show(other)}"))
            continue
        for difference in compare(old, new, terms):
            message = f"item {show(key)}: {difference.message}"
            found.append(replace(difference, message=message))
    return found


def comparable(value: Captured) -> bool:
    """Tell whether a captured value can be compared at all."""
    if isinstance(value, Bundle):
        return any(comparable(item) for item in value.items)
    return not isinstance(value, Opaque | Failure)


def is_empty(value: Captured) -> bool:
    """Tell whether equality of this value would say next to nothing."""
    return isinstance(value, Table) and (value.rows == 0 or not value.columns)


def _compare_plain(left: Plain, right: Plain, tolerance: Tolerance) -> list[Difference]:
    """Compare two scalars or containers."""
    if same_plain(left, right, tolerance):
        return []
    kind = "value"
    if left.family != right.family and MISSING not in (left.family, right.family):
        kind = "dtype"
    return [Difference(kind, f"{describe(left)} became {describe(right)}")]


class _Tables:
    """One comparison of two tables."""

    def __init__(self, left: Table, right: Table, terms: Terms) -> None:
        self.left, self.right, self.terms = left, right, terms
        self.local = right.origin != "spark"
        self.found: list[Difference] = []
        self.pairs: list[tuple[str, Column, Column]] = []
        self.tolerances: list[Tolerance] = []

    def differences(self) -> list[Difference]:
        """Return everything that differs: labels, dtypes, then rows."""
        if self.local and self.left.form != self.right.form:
            message = f"{describe(self.left)} became {describe(self.right)}"
            return [Difference("type", message)]
        self._pair_columns(self._pair_index())
        self._check_dtypes()
        if self.pairs or self.left.rows != self.right.rows:
            self._compare_rows()
        return self.found

    def add(self, kind: str, message: str) -> None:
        """Record a difference without rows."""
        self.found.append(Difference(kind, message))

    def _pair_index(self) -> list[Column]:
        """Pair the index levels; return the columns of the right side that are data."""
        ours = self.left.index
        if self.local:
            self._pair_local_index()
            return self.right.columns
        if ours is None or self.terms.ignore_index:
            return [c for c in self.right.columns if c.name not in self.terms.index]
        wanted = self.terms.index
        by_name = {column.name: column for column in self.right.columns}
        absent = [name for name in wanted if name not in by_name]
        if absent:
            self.add("index", f"index column {', '.join(absent)} is not in the Spark frame")
        if not wanted and not self.left.default_index:
            names = ", ".join(str(level.name) for level in ours)
            self.add("index", f"the pandas index ({names}) is lost")
        if wanted and len(wanted) < len(ours):
            self.add("index", f"{len(ours)} index levels became {len(wanted)}")
        for level, name, told in zip(ours, wanted, self.terms.levels or wanted, strict=False):
            if name in by_name:
                if level.name is not None and label(level.name) != told:
                    self.add("index", f"index level {level.name} is called {told}")
                self.pairs.append((f"index {name}", level, by_name[name]))
        return [column for column in self.right.columns if column.name not in wanted]

    def _pair_local_index(self) -> None:
        """Pair the index levels of two pandas objects."""
        ours, theirs = self.left.index, self.right.index
        if ours is None or theirs is None or self.terms.ignore_index:
            return
        if len(ours) != len(theirs):
            self.add("index", f"{len(ours)} index levels became {len(theirs)}")
            return
        for position, (old, new) in enumerate(zip(ours, theirs, strict=True)):
            if old.name != new.name:
                self.add("index", f"index level {position} is called {new.name}, not {old.name}")
            self.pairs.append((f"index {label(old.name)}", old, new))

    def _pair_columns(self, theirs: list[Column]) -> None:
        """Pair the data columns by name, or by position where one side has no names."""
        ours = self.left.columns
        if self.left.form != "frame" and len(ours) == 1 and len(theirs) == 1:
            old, new = ours[0], theirs[0]
            named = self.left.form == "series" and self.terms.names and old.name is not None
            if named and label(old.name) != label(new.name):
                self.add("name", f"the series {label(old.name)} is called {label(new.name)}")
            elif self.local and self.terms.names and old.name != new.name and not _both_nan(old.name, new.name):
                self.add("name", f"the series {old.name} is called {new.name}")
            self.pairs.append((label(old.name if old.name is not None else new.name), old, new))
            return
        names, others = [label(c.name) for c in ours], [label(c.name) for c in theirs]
        if names == others:
            self.pairs += [(n, a, b) for n, a, b in zip(names, ours, theirs, strict=True)]
            return
        lost = [name for name in names if name not in others]
        extra = [name for name in others if name not in names]
        if lost:
            self.add("columns", f"column {', '.join(lost)} is missing in the translation")
        if extra:
            self.add("columns", f"column {', '.join(extra)} is not in the original")
        if not lost and not extra:
            self.add("columns", f"columns are ordered {others}, not {names}")
        by_name = dict(zip(others, theirs, strict=True))
        once = dict(zip(names, ours, strict=True))
        self.pairs += [(name, old, by_name[name]) for name, old in once.items() if name in by_name]

    def _check_dtypes(self) -> None:
        """Report families that clash and bring the others to a common form."""
        agreed: list[tuple[str, Column, Column]] = []
        for name, old, new in self.pairs:
            if self.right.origin == "spark" and old.family in ("period", "interval") and new.family == "string":
                new = replace(new, family=old.family)  # Spark holds them as the texts that pandas shows
            if clash(old, new):
                self.add("dtype", f"column {name} is {_kind(new)}, was {_kind(old)}")
                if {old.family, new.family} != {"int", "float"}:
                    continue
            if "float" in (old.family, new.family) and {old.family, new.family} <= {"int", "float"}:
                old, new = _as_float(old), _as_float(new)
            agreed.append((name, old, new))
            self.tolerances.append(COARSE if old.coarse or new.coarse else self.terms.tolerance)
        self.pairs = agreed

    def _compare_rows(self) -> None:
        """Compare the rows: ordered, ordered but for ties, or as a multiset."""
        ours = _rows(self.left.rows, [old for _, old, _ in self.pairs])
        theirs = _rows(self.right.rows, [new for _, _, new in self.pairs])
        keys = self.terms.ordered_by
        same_length = len(ours) == len(theirs)
        if not same_length:
            self.add("rows", f"{len(ours)} rows became {len(theirs)}")
        wrong = [
            i
            for i, (a, b) in enumerate(zip(ours, theirs, strict=False))
            if not same_row(a, b, self.tolerances)
        ]
        if not wrong and same_length:
            return
        lost, extra = unmatched(ours, theirs, self.tolerances)
        strict = self.local or self.terms.ordered
        if lost or extra:
            if strict and same_length:
                self._show_rows(ours, theirs, wrong, wrong)
            else:
                self._show_rows(ours, theirs, lost, extra)
        elif strict:
            self._show_rows(ours, theirs, wrong, wrong, "order")
        elif keys and wrong:
            self._compare_order(ours, theirs, wrong)

    def _compare_order(self, ours: list[Row], theirs: list[Row], wrong: list[int]) -> None:
        """Same rows in another order: only rows with equal keys may have changed places."""
        places = {name.removeprefix("index "): i for i, (name, _, _) in enumerate(self.pairs)}
        known = [places[key] for key in self.terms.ordered_by if key in places]
        tolerances = [self.tolerances[i] for i in known]
        misplaced = [
            i for i in wrong if not same_row(_pick(ours[i], known), _pick(theirs[i], known), tolerances)
        ]
        if misplaced:
            self._show_rows(ours, theirs, misplaced, misplaced, "order")
        elif len(known) < len(self.terms.ordered_by):
            absent = [key for key in self.terms.ordered_by if key not in places]
            self._show_rows(ours, theirs, wrong, wrong, "order", f"; no sort key {absent} to judge by")

    def _show_rows(
        self,
        ours: list[Row],
        theirs: list[Row],
        lost: list[int],
        extra: list[int],
        kind: str = "rows",
        hint: str = "",
    ) -> None:
        """Record differing rows, the nearest ones side by side."""
        count = max(len(lost), len(extra))
        what = "in another order" if kind == "order" else "differ"
        partners: list[tuple[int | None, int | None]]
        if lost == extra:
            partners = list(zip(lost, extra, strict=True))
        else:
            partners = self._nearest(ours, theirs, lost, extra)
        chosen = partners[:SHOWN]
        left = tuple(None if a is None else self._show(ours[a], 0) for a, _ in chosen)
        right = tuple(None if b is None else self._show(theirs[b], 1) for _, b in chosen)
        self.found.append(Difference(kind, f"{count} of {len(ours)} rows {what}{hint}", left, right))

    def _nearest(
        self, ours: list[Row], theirs: list[Row], lost: list[int], extra: list[int]
    ) -> list[tuple[int | None, int | None]]:
        """Pair each of the first lost rows with the extra row most like it."""
        rest = list(extra)
        partners: list[tuple[int | None, int | None]] = []
        for position in lost[:SHOWN]:
            best, score = None, 0
            for other in rest[:500]:
                equal = sum(
                    same_cell(a, b, t)
                    for a, b, t in zip(ours[position], theirs[other], self.tolerances, strict=True)
                )
                if equal > score:
                    best, score = other, equal
            if best is not None:
                rest.remove(best)
            partners.append((position, best))
        used = {other for _, other in partners}
        return partners + [(None, other) for other in extra if other not in used]

    def _show(self, row: Row, side: int) -> dict[str, str]:
        """Return a row for a reader."""
        shown = {}
        for value, (name, old, new) in zip(row, self.pairs, strict=True):
            column = new if side else old
            shown[name] = show_cell(value, column.family)
        return shown


def clash(old: Column, new: Column) -> bool:
    """Tell whether the dtype families of two columns may not stand for each other."""
    if old.family == new.family:
        return False
    if old.family == MISSING or (new.family == MISSING and all(c is None for c in old.cells)):
        return False
    if old.family == "float" and new.family == "int":
        return not any(c is None for c in old.cells)
    return True


def _kind(column: Column) -> str:
    """Return family and dtype of a column for a message."""
    return column.family if column.family == column.dtype else f"{column.family} ({column.dtype})"


def _as_float(column: Column) -> Column:
    """Return a numeric column as floats."""
    cells = [c if c is None or isinstance(c, Varied) else float(c) for c in column.cells]
    return Column(column.name, "float", cells, column.dtype, column.coarse, column.nan)


def _rows(count: int, columns: list[Column]) -> list[Row]:
    """Return the rows of a list of columns."""
    if not columns:
        return [()] * count
    return list(zip(*(column.cells for column in columns), strict=True))


def _pick(row: Row, places: Iterable[int]) -> Row:
    """Return some cells of a row."""
    return tuple(row[place] for place in places)
