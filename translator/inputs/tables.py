"""Frames in tables that stand in place of the program's files, as ``--layout`` and the conversion tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator.context import current
from translator.diagnostics import Decline
from translator.frames.dtypes import SPARK_TYPES
from translator.frames.fields import Field
from translator.frames.values import ROW, ROW_INDEX, Index, Level
from translator.inputs import layout
from translator.inputs.places import PICKLED


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


def require_table(path: str) -> None:
    """That a pickle may be a table.

    Raises:
        Decline: T205 where programs look at it as a file.
    """
    if current().is_demanded("pickle", current().key(path)):
        reason = "programs may open this pickle as a file, look into the folder of its table, or make the same table of another"
        raise Decline(reason, "it stays a pickle", code="T205")
    place = location_of(path)
    found = current().root / place
    if "://" not in place and taken(found):
        raise Decline(f"{place!r}, where its table would be, is there and no table", "it stays a pickle", code="T205")


def taken(place: Path) -> bool:
    """Whether something other than a table lies at a path."""
    current().consult(str(place.absolute()))
    return place.exists() and not Path(place, "_delta_log").is_dir()


def place_of(path: str) -> str | None:
    """Where the layout has the table in place of a file; None for a file of which it tells none."""
    known = _entry(path)
    return None if known is None else known[0].place_of(known[1], current().root)


def location_of(pickle: str) -> str:
    """Where the table in place of a pickle is: where the layout has it, or beside where the pickle was."""
    return place_of(pickle) or PICKLED.sub("", pickle)


def note_table(pickle: str) -> None:
    """Note that a table stands in place of a pickle."""
    current().saved[current().key(pickle)] = current().key(location_of(pickle))


def _entry(path: str) -> tuple[layout.Layout, str] | None:
    """The layout, and the table that it tells for a file."""
    source = current().config.layout
    known = layout.load(source) if source is not None else None
    table = known.table_of(path, current().root) if known is not None else None
    return None if known is None or table is None else (known, table)


def converted(path: str) -> Table | None:
    """The table that a file was converted to; None for a file that stays one.

    Raises:
        Decline: T201 where nothing was converted yet; T202 where the table does not hold what the file holds.
    """
    entry = _entry(path)
    if entry is None:
        return None
    known, table = entry
    current().consult(str(known.log))
    facts = known.facts_of(table)
    if facts is None:
        raise Decline(f"{path!r} was not converted to the table {table!r} yet", "run 'translate data convert --layout'",
                      code="T201")  # fmt: skip
    told = facts["facts"]
    if told["kind"] != "DataFrame":
        raise Decline(f"the file holds a {told['kind']}", "it stays a pickle", code="T202")
    columns = {name: _field(name, column) for name, column in told["columns"].items()}
    levels = {name: _field(str(name), column) for name, column in told["levels"]}
    index = Index("stored", tuple(Level(name, label) for (name, _), label in zip(told["levels"], told["labels"], strict=True)))
    return Table(known.place_of(table, current().root), columns, levels, index if levels else ROW_INDEX, facts["renames"])


def known(path: str) -> Table | None:
    """The table that a file was converted to, if it was and the table holds what the file holds."""
    try:
        return converted(path)
    except Decline:
        return None


def _field(name: str, told: Mapping[str, Any]) -> Field:
    dtype = told["dtype"]
    if dtype not in SPARK_TYPES:
        raise Decline(f"the table holds column {name!r} ({told['pandas']}) in another form", code="T202")
    if name == ROW:
        raise Decline(f"a column is called {ROW!r}", code="T202")
    sure = (dtype.startswith("int") or dtype == "bool") and not told["missing"]
    return Field(dtype, nullable=not sure, missing=told["missing"], none=told["none"])
