"""Facts of one column: its pandas dtype, and what is missing in it and how."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from translator.frames.dtypes import DType

Origin = tuple[int, int, int, int, int]
"""Where rows got their default labels: cell, line, column and end (line, column) of the creating expression."""

Nones = bool | Literal["either"] | tuple[Literal["apart", "kept"], object]
"""Whether missing cells of an object column are None and not NaN, which print differently.

Where a rule does not know it is ``either``, from then on the demand that keeps in pandas what
brought both together; it is made if somebody looks at the cells.
"""

OBJECTS = frozenset({"str", "bool", "bool?", "date", "list"})
"""Dtypes that pandas holds as objects where something is missing."""

_serial = itertools.count(1)


def fresh() -> int:
    """A number never used before, for row sets and column versions."""
    return next(_serial)


def number_from(first: int) -> None:
    """Go on with other numbers: facts made by several processes must not share any."""
    global _serial
    _serial = itertools.count(first)


@dataclass(frozen=True)
class Field:
    """Facts of one column.

    An ``int64`` or ``bool`` field with `nullable` is "int64, or float64/object once something is
    missing", which is how pandas decides after a left join; Spark's nullable BIGINT shows the
    same face through ``toPandas``.
    """

    dtype: DType
    nullable: bool = True
    version: int = field(default_factory=fresh)
    categories: tuple[object, ...] | None = None
    missing: bool | None = None
    """Whether the data at hand have missing values; decides int or float, never null safety."""
    none: Nones = False
    numbers: DType | None = None
    """What ``to_numeric`` makes of the texts at hand, where what is no number becomes missing."""
    distinct: tuple[Any, ...] | None = None
    """The few values in the data at hand, sorted; only what ``require_values`` checks may rest on them."""
    increasing: bool = False
    """Whether the data at hand never decrease in the order that the rows were made in; to be checked likewise."""
    infinite: bool = False
    """Whether it was computed in a way that may give infinities."""
    summed: object = None
    """The call that made sums of floats, whose last digits depend on the order of adding: they may differ the next time."""
    unit: str | None = None
    """The unit in which a constant that was put in counts time; where the data at hand are known, they tell it."""
    dates: tuple[str | None, str | None] = (None, None)
    """The formats in which ``pd.to_datetime`` reads the texts at hand, month first and day first."""

    @property
    def none_beside_nan(self) -> Nones:
        """`none` of the column once rows without a match miss a value in it, which is NaN there."""
        return "either" if self.none and self.missing is not False else False


@dataclass(frozen=True)
class Owner:
    """The object whose own column a Series is.

    Attributes:
        ref: its identity.
        label: what it calls the column.
        fields: its columns at the time.
    """

    ref: int
    label: str
    fields: Mapping[str, Field]

    def has_kept(self, fields: Mapping[str, Field]) -> bool:
        """Whether these are its columns still, and none has been changed meanwhile."""
        return all(label in fields and fields[label].version == fact.version for label, fact in self.fields.items())


class Missing(Protocol):
    """Facts of what is missing, as fields and columns have them."""

    @property
    def nullable(self) -> bool: ...
    @property
    def missing(self) -> bool | None: ...
    @property
    def none(self) -> Nones: ...


def nones(facts: Iterable[Missing]) -> Nones:
    """`none` of a column that has the cells of several."""
    marks = {f.none for f in facts if f.nullable and f.missing is not False}
    return "either" if len(marks) > 1 else next(iter(marks), False)
