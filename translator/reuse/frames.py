"""Variables that hold frames, what they read, and which of them to cache."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(eq=False)
class Held:
    """A variable that holds a frame, from one assignment to the next.

    Attributes:
        cell: number of its cell.
        value: the expression that is assigned; None for what a caller gives.
        made: what that expression reads and does.
        depth: how many loops it stands in.
        jobs: jobs that need its rows directly.
        children: variables computed from it, each with the number of times.
        runs: how many times its rows are computed as long as it is not cached.
        files: paths that its rows come from by readers other than the support package's.
    """

    cell: int
    value: ast.expr | None
    made: Made
    depth: int
    jobs: int = 0
    children: list[tuple[Held, int]] = field(default_factory=list)
    runs: int = 0
    cached: bool = False
    files: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.files = self.made.files.union(*(parent.files for parent in self.made.parents))

    @property
    def is_step(self) -> bool:
        """Whether it is but a step on the way to one other variable, which would be cached in its place."""
        return self.value is not None and not self.jobs and len(self.children) == 1


@dataclass(eq=False)
class Made:
    """What an expression that gives a frame, or groups of one, reads and does."""

    parents: tuple[Held, ...] = ()
    shuffles: bool = False
    parses: bool = False
    grouped: bool = False
    files: frozenset[str] = frozenset()

    def together(self, others: Iterable[Made], shuffles: bool = False, grouped: bool = False) -> Made:
        parts = [self, *others]
        parents = tuple(dict.fromkeys(parent for part in parts for parent in part.parents))
        files = frozenset[str]().union(*(part.files for part in parts))
        return Made(parents, shuffles or any(p.shuffles for p in parts), any(p.parses for p in parts), grouped, files)


def decide(frames: Sequence[Held]) -> None:
    """Which of the frames, in the order in which they are made, to cache."""
    costs: dict[Held, tuple[bool, bool]] = {}
    for held in frames:
        before = [costs[p] for p in held.made.parents if p.is_step and p in costs]
        shuffles = held.made.shuffles or any(shuffles for shuffles, _ in before)
        costs[held] = shuffles, held.made.parses or any(parses for _, parses in before)
    for held in reversed(frames):
        runs = held.jobs + sum(times * (min(c.runs, 1) if c.cached else c.runs) for c, times in held.children)
        held.runs = min(runs, MANY)
        shuffles, parses = costs[held]
        held.cached = held.value is not None and (held.runs >= 2 if shuffles else parses and held.runs >= 3)


def unfolded(made: Made) -> Made:
    """The same with what its variables were made of, as far as the parameters."""
    shuffles, parses, files = made.shuffles, made.parses, made.files
    todo, parents = list(made.parents), dict[Held, None]()
    while todo:
        held = todo.pop()
        if held in parents:
            continue
        parents[held] = None
        shuffles, parses, files = shuffles or held.made.shuffles, parses or held.made.parses, files | held.files
        todo += held.made.parents
    return Made(tuple(parents), shuffles, parses, False, files)


MANY = 100
"""Runs beyond which it is all the same how many there are."""
