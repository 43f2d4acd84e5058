"""What a Parquet file at hand holds: the columns that pandas sees, and how they lie in the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from translator.evidence.pandas_api import fields_of
from translator.frames.fields import Field


@dataclass(frozen=True)
class ParquetProbe:
    """Facts of a Parquet file or directory.

    Attributes:
        fields: facts of the data columns, in pandas' order.
        levels: the column in the file and the pandas name of each stored index level.
        level_fields: facts of the levels, by the column in the file.
        problems: columns that Spark cannot hold with the same meaning, and why.
        nanoseconds: columns whose timestamps are stored in nanoseconds, which Spark reads on request only.
        one_file: whether it is a single file, whose rows have positions.
    """

    fields: Mapping[str, Field]
    levels: tuple[tuple[str, str | None], ...]
    level_fields: Mapping[str, Field]
    problems: Mapping[str, str]
    nanoseconds: tuple[str, ...]
    one_file: bool

    def alike(self, other: ParquetProbe) -> bool:
        """Whether another file has the same columns and types."""
        known, others = ([(c, f.dtype, f.nullable) for c, f in one.fields.items()] for one in (self, other))
        return known == others and self.levels == other.levels


def look(file: Path, limit: int) -> ParquetProbe:
    """Read a Parquet file's metadata and rows; of a file larger than `limit` bytes only the head.

    Raises:
        ValueError: when Spark would read the file in another way than pandas.
        Exception: whatever pyarrow raises for a file that is none.
    """
    part = next(iter(sorted(file.rglob("*.parquet"))), file) if file.is_dir() else file
    schema = pq.read_schema(part)
    _require_readable(part, schema)
    levels = _levels(schema)
    whole = file.is_dir() or file.stat().st_size <= limit
    data = pd.read_parquet(file) if whole else next(pq.ParquetFile(file).iter_batches(100_000)).to_pandas()
    fields, problems = fields_of(data, whole=whole, written=False)
    objects = [c for c in fields if data[c].dtype == object]
    fields |= {c: replace(fields[c], none=True) for c in objects}  # Arrow's nulls become None in columns of objects
    level_fields: dict[str, Field] = {}
    if levels:
        table = data.index.to_frame()
        table.columns = [column for column, _ in levels]
        level_fields, trouble = fields_of(table, whole=whole, written=False)
        problems |= trouble
    both = {**fields, **level_fields}
    problems |= {c: "it holds time spans" for c, f in both.items() if f.dtype == "timedelta"}
    nanoseconds = tuple(f.name for f in schema if str(f.type) == "timestamp[ns]" and f.name in both)
    return ParquetProbe(fields, levels, level_fields, problems, nanoseconds, not file.is_dir())


def _levels(schema: Any) -> tuple[tuple[str, str | None], ...]:
    """The stored index levels; a default index is metadata only.

    Raises:
        ValueError: for row numbers that do not start at 0, which no column holds.
    """
    metadata = json.loads((schema.metadata or {}).get(b"pandas", b"{}"))
    names = {c["field_name"]: c["name"] for c in metadata.get("columns", ())}
    found = []
    for level in metadata.get("index_columns", ()):
        if isinstance(level, dict):
            if (level.get("start"), level.get("step"), level.get("name")) != (0, 1, None):
                raise ValueError("its row labels are not stored and do not start at 0")
            continue
        found.append((level, names.get(level)))
    return tuple(found)


def _require_readable(part: Path, schema: Any) -> None:
    columns = pq.ParquetFile(part).schema
    for number in range(len(columns)):
        if columns.column(number).physical_type == "INT96":
            raise ValueError(f"column {columns.column(number).name!r} holds timestamps in an old form")
    for field in schema:
        if str(field.type) in ("halffloat", "uint64"):
            raise ValueError(f"column {field.name!r} holds {field.type} numbers")
