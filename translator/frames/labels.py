"""Facts of rows: what their labels are, which order they stand in, and where both are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from translator.frames.fields import Field, fresh

ROW = "_row"
"""Column that holds pandas' default index label, and with it the original row order."""

TAKEN = frozenset({ROW, "*"})
"""Names that no column can have: that of the rows' numbers, and what means all columns."""

_order_of: dict[int, int] = {}


def reordered(rows: tuple[int, ...]) -> tuple[int, ...]:
    """Row-set ids of the same rows in another order: labels agree, positions do not."""
    new = fresh()
    _order_of[new] = row_set(rows[-1])
    return (*rows, new)


_labelled_by: dict[tuple[int, tuple[int, ...]], int] = {}


def labelled_by(rows: int, columns: Iterable[Field]) -> int:
    """The id of the same rows in the same order under labels taken from columns: one for the same labels."""
    return _labelled_by.setdefault((rows, tuple(fact.version for fact in columns)), fresh())


def row_set(rows: int) -> int:
    """The id of a row set whatever its order."""
    return _order_of.get(rows, rows)


@dataclass(frozen=True)
class Level:
    """One index level: the Spark column that stores it and its pandas name.

    `made` is the call that made it, beside others. Among several levels pandas lists the labels
    sorted, unless they may come in order of appearance (`seen`), and ``unstack`` follows that list.
    `freq` is the frequency of an index of times, which pandas keeps (and shows) while rows follow each
    other without gaps.
    """

    column: str
    name: str | None
    made: object = field(default=None, compare=False)
    seen: bool = field(default=False, compare=False)
    freq: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Places:
    """Labels that were row numbers before a sort: each is its row's place by the earlier order, among all these rows.

    Attributes:
        rows: id of the row set that was numbered, whatever its order.
        keys: versions of the columns that told the earlier order, all ascending and missing last.
    """

    rows: int
    keys: tuple[int, ...]


@dataclass(frozen=True)
class Index:
    """What is known of the pandas index.

    ``range``: default labels 0..n-1 in row order, nothing stored. ``stored``: kept in columns.
    ``lost``: labels exist in pandas but no column stores them (until somebody demands them). Who
    takes all rows to the driver may still find them there, by their `places`.
    """

    kind: Literal["range", "stored", "lost"]
    levels: tuple[Level, ...] = ()
    places: Places | None = field(default=None, compare=False)

    @property
    def is_default(self) -> bool:
        """Whether the labels derive from default row numbers rather than from data."""
        return self.kind != "stored" or [level.column for level in self.levels] == [ROW]


RANGE = Index("range")
LOST = Index("lost")
ROW_INDEX = Index("stored", (Level(ROW, None),))


def stored_index(*names: str) -> Index:
    """An index kept in columns of the same names."""
    return Index("stored", tuple(Level(n, n) for n in names))


@dataclass(frozen=True)
class SortKey:
    """A column that rows are sorted by; `among` are its categories where these have an order of their own."""

    column: str
    ascending: bool = True
    nulls_last: bool = True
    among: tuple[str | int, ...] | None = None


@dataclass(frozen=True)
class Order:
    """Row order: sort keys, and whether they leave no ties (`total`).

    Of the keys so many are pandas' own (`defined`, None for all); the rest settles ties whose order
    pandas leaves open.
    """

    keys: tuple[SortKey, ...]
    total: bool = False
    defined: int | None = None

    def columns(self) -> tuple[str, ...]:
        return tuple(key.column for key in self.keys)


ROW_ORDER = Order((SortKey(ROW),), total=True)
