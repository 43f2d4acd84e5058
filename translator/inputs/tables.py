"""Frames in tables that stand in place of the program's files, as ``--layout`` and the conversion tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translator.context import current
from translator.diagnostics import Decline
from translator.frames.dtypes import SPARK_TYPES
from translator.frames.fields import Field
from translator.frames.values import ROW, ROW_INDEX, Index, Level
from translator.inputs import layout


@dataclass(frozen=True)
class Table:
    """What a table in place of a file holds.

    Attributes:
        place: where it is for the program.
        fields: facts of the data columns, by pandas' names.
        levels: facts of the columns with row labels.
        index: the row labels.
        renames: pandas' names of columns, by those in the table.
    """

    place: str
    fields: Mapping[str, Field]
    levels: Mapping[str, Field]
    index: Index
    renames: Mapping[str, str]


def place_of(path: str) -> str | None:
    """Where the table in place of a file is; None for a file that stays one."""
    source = current().config.layout
    if source is None:
        return None
    found = layout.load(source)
    table = found.table_of(path, current().root)
    return None if table is None else found.place_of(table, current().root)


def converted(path: str) -> Table | None:
    """The table that a file was converted to; None for a file that stays one.

    Raises:
        Decline: T201 where nothing was converted yet; T202 where the table does not hold what the file holds.
    """
    place, source = place_of(path), current().config.layout
    if place is None or source is None:
        return None
    known = layout.load(source)
    current().consult(str(known.log))
    table = known.table_of(path, current().root)
    facts = known.facts_of(table) if table is not None else None
    if facts is None:
        raise Decline(f"{path!r} was not converted to the table {table!r} yet", "run 'translate data convert --layout'",
                      code="T201")  # fmt: skip
    told = facts["facts"]
    if told["kind"] != "DataFrame":
        raise Decline(f"the file holds a {told['kind']}", "it stays a pickle", code="T202")
    columns = {name: _field(name, column) for name, column in told["columns"].items()}
    levels = {name: _field(str(name), column) for name, column in told["levels"]}
    index = Index("stored", tuple(Level(name, label) for (name, _), label in zip(told["levels"], told["labels"], strict=True)))
    return Table(place, columns, levels, index if levels else ROW_INDEX, facts["renames"])


def _field(name: str, told: Mapping[str, Any]) -> Field:
    dtype = told["dtype"]
    if dtype not in SPARK_TYPES:
        raise Decline(f"the table holds column {name!r} ({told['pandas']}) in another form", code="T202")
    if name == ROW:
        raise Decline(f"a column is called {ROW!r}", code="T202")
    sure = (dtype.startswith("int") or dtype == "bool") and not told["missing"]
    return Field(dtype, nullable=not sure, missing=told["missing"], none=told["none"])
