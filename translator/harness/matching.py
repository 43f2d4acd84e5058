"""Matching of rows: cells within a tolerance, and multisets of rows.

Rounding before comparing would let two equal numbers fall into different buckets, and sorting by
floats would mispair rows whose floats differ in the last digit. So rows are grouped by what must be
exactly equal and then matched as a bipartite graph.
"""

from __future__ import annotations

import bisect
import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from translator.harness.values import MISSING, Plain

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Tolerance:
    """How far two floats may lie apart and still count as equal."""

    relative: float = 1e-9
    absolute: float = 1e-12

    def close(self, left: float, right: float) -> bool:
        """Tell whether two floats are equal within the tolerance."""
        if left == right:
            return True
        if math.isinf(left) or math.isinf(right):
            return False
        limit = max(self.relative * max(abs(left), abs(right)), self.absolute)
        return abs(left - right) <= limit

    def reach(self, value: float) -> float:
        """Return how far away a match of this value can lie."""
        return 2 * max(self.relative * abs(value), self.absolute)


COARSE = Tolerance(1e-6, 1e-9)


@dataclass(frozen=True)
class Varied:
    """A cell that several runs have differently (`halfway`): it is equal to what any of them has."""

    value: Any
    others: tuple[Any, ...]


def same_cell(left: Any, right: Any, tolerance: Tolerance) -> bool:
    """Tell whether two normalised cells are equal."""
    if isinstance(left, Varied):
        return any(same_cell(value, right, tolerance) for value in (left.value, *left.others))
    if left is None or right is None:
        return left is None and right is None
    if isinstance(left, float) or isinstance(right, float):
        if isinstance(left, int | float) and isinstance(right, int | float):
            return tolerance.close(left, right) or (left != left and right != right)
        return False
    if isinstance(left, Plain) and isinstance(right, Plain):
        return same_plain(left, right, tolerance)
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(
            same_cell(a, b, tolerance) for a, b in zip(left, right, strict=True)
        )
    return type(left) is type(right) and bool(left == right)


def same_plain(left: Plain, right: Plain, tolerance: Tolerance) -> bool:
    """Tell whether two scalars or containers are equal, families included."""
    if left.family == MISSING or right.family == MISSING:
        return left.family == right.family
    if left.family != right.family:
        return False
    if left.family == "dict":
        return len(left.value) == len(right.value) and all(
            any(same_cell(pair, other, tolerance) for other in right.value) for pair in left.value
        )
    return same_cell(left.value, right.value, tolerance)


def same_row(left: Row, right: Row, tolerances: Sequence[Tolerance]) -> bool:
    """Tell whether two rows are equal cell by cell."""
    return all(same_cell(a, b, tolerance) for a, b, tolerance in zip(left, right, tolerances, strict=True))


def unmatched(
    left: Sequence[Row], right: Sequence[Row], tolerances: Sequence[Tolerance]
) -> tuple[list[int], list[int]]:
    """Match two multisets of rows; return the positions that found no partner on each side."""
    spare: dict[Any, list[int]] = defaultdict(list)
    for position in range(len(right) - 1, -1, -1):
        spare[_exact(right[position])].append(position)
    open_left: list[int] = []
    for position, row in enumerate(left):
        partners = spare.get(_exact(row))
        if partners:
            partners.pop()
        else:
            open_left.append(position)
    open_right = sorted(position for rest in spare.values() for position in rest)
    if not open_left or not open_right:
        return open_left, open_right
    return _match_near(left, right, open_left, open_right, tolerances)


def _exact(row: Row) -> Any:
    """Return a key under which equal rows meet (True and 1 must not)."""
    return tuple((type(value).__name__, value) for value in row)


def _match_near(
    left: Sequence[Row],
    right: Sequence[Row],
    open_left: list[int],
    open_right: list[int],
    tolerances: Sequence[Tolerance],
) -> tuple[list[int], list[int]]:
    """Match the rows that are equal only within the tolerance, group by group."""
    groups: dict[Any, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    varied = {place for position in open_left for place, value in enumerate(left[position]) if isinstance(value, Varied)}
    for position in open_left:
        groups[_rigid(left[position], varied)][0].append(position)
    for position in open_right:
        groups[_rigid(right[position], varied)][1].append(position)
    lost_left: list[int] = []
    lost_right: list[int] = []
    for ours, theirs in groups.values():
        if not ours or not theirs:
            lost_left += ours
            lost_right += theirs
            continue
        partner = _augment(left, right, ours, theirs, tolerances)
        taken = set(partner.values())
        lost_left += [position for position in ours if position not in partner]
        lost_right += [position for position in theirs if position not in taken]
    return sorted(lost_left), sorted(lost_right)


def _soft(value: Any) -> bool:
    """Tell whether a cell may be equal without being identical."""
    return isinstance(value, float | Plain | tuple)


def _rigid(row: Row, varied: Collection[int]) -> Any:
    """Return the part of a row that has to agree exactly."""
    soft = ("~" if place in varied or _soft(value) else (type(value).__name__, value) for place, value in enumerate(row))
    return tuple(soft)


def _augment(
    left: Sequence[Row],
    right: Sequence[Row],
    ours: list[int],
    theirs: list[int],
    tolerances: Sequence[Tolerance],
) -> dict[int, int]:
    """Return a largest matching (left position to right position) by augmenting paths."""
    pivot = _pivot(right, theirs)
    ordered = sorted(theirs, key=lambda p: right[p][pivot]) if pivot is not None else theirs
    marks = [right[p][pivot] for p in ordered] if pivot is not None else []

    def candidates(position: int) -> list[int]:
        near = ordered
        if pivot is not None and isinstance(left[position][pivot], float) and not math.isinf(left[position][pivot]):
            value = left[position][pivot]
            reach = tolerances[pivot].reach(value)
            low = bisect.bisect_left(marks, value - reach)
            near = ordered[low : bisect.bisect_right(marks, value + reach)]
        row = left[position]
        return [p for p in near if same_row(row, right[p], tolerances)]

    edges = {position: candidates(position) for position in ours}
    matching = _Matching(edges)
    for start in ours:
        matching.extend(start)
    return matching.partner


class _Matching:
    """A bipartite matching that grows by augmenting paths."""

    def __init__(self, edges: dict[int, list[int]]) -> None:
        self.edges = edges
        self.partner: dict[int, int] = {}
        self.holder: dict[int, int] = {}

    def extend(self, start: int) -> None:
        """Look for an augmenting path from an open position (no recursion: paths get long)."""
        came_from: dict[int, int] = {}
        waiting = [start]
        while waiting:
            position = waiting.pop()
            for target in self.edges[position]:
                if target in came_from:
                    continue
                came_from[target] = position
                if target not in self.holder:
                    self._flip(target, came_from)
                    return
                waiting.append(self.holder[target])

    def _flip(self, target: int, came_from: dict[int, int]) -> None:
        """Exchange the edges along the path that ends in a free target."""
        free: int | None = target
        while free is not None:
            position = came_from[free]
            previous = self.partner.get(position)
            self.partner[position] = free
            self.holder[free] = position
            free = previous


def _pivot(rows: Sequence[Row], positions: list[int]) -> int | None:
    """Return the float column with the most distinct values; candidates are looked up by it."""
    first = rows[positions[0]]
    floats = [i for i, value in enumerate(first) if isinstance(value, float)]
    if not floats:
        return None
    return max(floats, key=lambda i: len({rows[p][i] for p in positions}))
