"""Where a function's code is: its names, what is known on this path, and who catches errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import libcst as cst

from translator.cellwise.cells import Absent, Cell, Operand
from translator.diagnostics import Decline
from translator.emission.emit import parity
from translator.frames.columns import has_missing
from translator.frames.values import Column, Frame

MOST_STEPS = 400
"""Statements and branches that one function may unfold to."""


class Raises(Exception):
    """The function raises here, whatever the row holds."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


@dataclass(frozen=True)
class Facts:
    """What a test that came out some way tells about expressions."""

    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    nonzero: frozenset[str] = frozenset()

    def __or__(self, other: Facts) -> Facts:
        return Facts(self.present | other.present, self.absent | other.absent, self.nonzero | other.nonzero)


@dataclass
class Reader:
    """What one translation of a function shares: the rows, and what its result relies on."""

    frame: Frame
    gives: Callable[[cst.CSTNode], cst.BaseExpression | None] = lambda step: None
    """The expression that a statement gives as the result of a row (for loops that collect results)."""
    nothing: Any = None
    """What a row gives on a path without such a statement."""
    steps: int = 0
    depth: int = 0
    assumed: set[str] = field(default_factory=set)

    def step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise Decline("the function has too many paths for one expression", code="T310")


@dataclass
class Scope:
    """One place in a function.

    Attributes:
        definition: the function (`interpret.functions.Definition`), for names that it closes over.
        catching: inside ``try``, what may raise so far: the error's name and when it happens.
    """

    reader: Reader
    definition: Any
    names: dict[str, Operand]
    facts: Facts = Facts()
    catching: list[tuple[str, Column]] | None = None

    def fork(self, facts: Facts | None = None) -> Scope:
        return replace(self, names=dict(self.names), facts=self.facts | (facts or Facts()))

    def known(self, cell: Cell) -> Cell | Absent:
        """The cell with what this path knows of it."""
        if cell.key in self.facts.present:
            return cell.certain
        if cell.key in self.facts.absent and cell.missing is not None:
            return Absent(cell.missing)
        return cell

    def refined(self, operand: Operand) -> Operand:
        return self.known(operand) if isinstance(operand, Cell) else operand

    def nonzero(self, cell: Cell) -> bool:
        return cell.key in self.facts.nonzero

    def present(self, operand: Cell | Absent, error: str) -> Cell:
        """The operand where Python raises `error` for a missing one.

        Raises:
            Raises: when it is missing for certain.
        """
        if isinstance(operand, Absent):
            raise Raises(error)
        if not operand.column.nullable:
            return operand
        if has_missing(operand.column) is False:
            self.reader.assumed.add("A106")
            return operand.certain
        return self.checked(operand, error)

    def checked(self, cell: Cell, error: str) -> Cell:
        """A cell whose null means that Python raised."""
        column = cell.column
        if self.catching is not None:
            self.catching.append((error, column.then(column.code.isNull(), dtype="bool", nullable=False)))
            return cell.certain
        self.reader.assumed.add("A121")
        return replace(cell.certain, column=cell.certain.column.then(parity.present(column.code), nullable=False))

    @contextmanager
    def branch(self) -> Iterator[None]:
        """Inside an expression that is evaluated only for some rows: errors there cannot be caught as one."""
        before = len(self.catching) if self.catching is not None else 0
        yield
        if self.catching is not None and len(self.catching) > before:
            raise Decline("an error that is caught may happen within a condition", code="T310")
