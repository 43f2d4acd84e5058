"""What the interpreter claims of a variable, in the plain form in which translation.json tells it.

Emitted code rests on these claims, so the harness holds each of them against what came out.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translator.frames.fields import Field
from translator.frames.values import Column, Frame, Scalar, SortKey


@dataclass(frozen=True)
class ColumnFact:
    """One column: its pandas dtype (as in `dtypes`) and whether values may be missing."""

    name: str
    dtype: str
    nullable: bool


@dataclass(frozen=True)
class Facts:
    """Claims about one variable.

    Attributes:
        columns: the data columns in pandas' order; of a scalar, one without a name.
        hidden: further columns of the Spark frame: index levels and sort keys.
        index: ``range``, ``stored`` or ``lost`` (see `values.Index`); "" where it is no frame.
        unique: the default row labels do not repeat.
        order: sort keys (column, direction, place of missing values) that give pandas' row order.
        total: no two rows tie in these keys.
        bounded: small by construction.
    """

    columns: tuple[ColumnFact, ...]
    hidden: tuple[ColumnFact, ...] = ()
    index: str = ""
    unique: bool = False
    order: tuple[tuple[str, str, str], ...] = ()
    total: bool = False
    bounded: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The claims as they stand in translation.json."""
        return {
            "columns": [[c.name, c.dtype, c.nullable] for c in self.columns],
            "hidden": [[c.name, c.dtype, c.nullable] for c in self.hidden],
            "index": self.index, "unique": self.unique, "order": [list(key) for key in self.order],
            "total": self.total, "bounded": self.bounded,
        }  # fmt: skip


def of_frame(frame: Frame) -> Facts:
    """What is claimed of a frame."""
    keys: tuple[tuple[str, str, str], ...] = ()
    if frame.order is not None:
        defined = itertools.takewhile(lambda k: _by_value(frame, k), frame.order.keys[: frame.order.defined])
        keys = tuple((k.column, "asc" if k.ascending else "desc", "last" if k.nulls_last else "first") for k in defined)
    known = frame.order is not None and all(_by_value(frame, k) for k in frame.order.keys)
    total = known and frame.order is not None and frame.order.total and frame.order.defined is None
    unique = frame.index.is_default and not frame.repeats
    return Facts(
        _columns(frame.fields), _columns(frame.hidden), frame.index.kind, unique, keys, total, frame.bounded
    )


def _by_value(frame: Frame, key: SortKey) -> bool:
    """Whether rows are sorted by the plain values of a column."""
    fact = frame.physical.get(key.column)
    return key.among is None and (fact is None or fact.dtype != "place")


def of_column(column: Column) -> Facts:
    """What is claimed of an expression over a frame."""
    nullable = column.nullable and column.null_means is None
    return Facts((ColumnFact(column.name or "", column.dtype, nullable),))


def of_scalar(scalar: Scalar) -> Facts:
    """What is claimed of a number, text or time."""
    return Facts((ColumnFact("", scalar.dtype, True),))


def _columns(fields: Mapping[str, Field]) -> tuple[ColumnFact, ...]:
    return tuple(ColumnFact(str(name), field.dtype, field.nullable) for name, field in fields.items())
