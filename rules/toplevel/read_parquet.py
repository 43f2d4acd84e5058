"""Parquet files: columns and types stand in the file, what pandas adds to them is restored."""

from __future__ import annotations

import glob
from typing import Any

from rules.toplevel.read_by_pandas import read_by_pandas
from translator.rulekit import (
    RANGE,
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    CallSite,
    Code,
    Decline,
    Field,
    Frame,
    Index,
    Level,
    Raw,
    Value,
    constant,
    current,
    given,
    parity,
    places,
    probe,
    rule,
    star,
)


@rule("pandas.read_parquet", ignores=("engine",), otherwise=read_by_pandas)
def read_parquet(path: Value, columns: Value, at: CallSite) -> Frame:
    """Read a Parquet file or directory.

    Columns and types come from the file; NaN, which Parquet keeps apart from null, becomes null.
    The index that pandas has stored stays the index, and timestamps in nanoseconds, which Spark
    does not read by default, are read in microseconds.

    Example:
        pd.read_parquet("data/sales.parquet")
    """
    written = _written(path)
    known_path, known = written or (text := _path(path), probe.parquet(text))
    chosen = {c: known.fields[c] for c in constant(columns)} if given(columns) else dict(known.fields)
    fields = {**chosen, **known.level_fields}
    _require_representable({c: why for c, why in known.problems.items() if c in fields or c not in known.fields}, fields)
    if at.wants_order:
        current().opened.add(glob.escape(current().key(known_path)))
    if at.wants_order and not known.one_file:
        if written is not None:
            current().demand("in_order", current().key(known_path))
        raise Decline("the order of the rows of several files is not kept", code="T316")
    at.assume("A103")
    current().reads(known_path)
    current().inputs[known_path] = "parquet"
    listed = columns.code if current().several and given(columns) else None
    return _framed(at, path, known_path, known, chosen, listed)


def _written(path: Value) -> tuple[str, probe.ParquetProbe] | None:
    """What this program, or one before it, has written there as a folder."""
    place = places.likely_path(path)
    known = None if place is None else current().files.get(current().key(str(place)))
    return (str(place), known) if isinstance(known, probe.ParquetProbe) else None


def _path(path: Value) -> str:
    text = places.path_of(path)
    if "://" in text:
        raise Decline("a file behind a URL is read by pandas", code="T201")
    return text


def _require_representable(problems: dict[str, str], fields: dict[str, Field]) -> None:
    if problems:
        label, why = next(iter(problems.items()))
        raise Decline(f"column {label!r} cannot be held in Spark: {why}", code="T202")
    lowered = [c.lower() for c in fields]
    if len(set(lowered)) != len(lowered) or ROW in lowered:
        raise Decline("column names are not distinct in Spark", code="T202")
    if any("`" in c for c in fields):
        raise Decline("a column name contains a back quote", code="T202")


def _framed(
    at: CallSite, path: Value, known_path: str, known: probe.ParquetProbe, chosen: dict[str, Field], listed: Code | None
) -> Frame:
    """The frame of a read: the row position and stored index levels first, then the chosen columns.

    Where one text serves several files, what differs is looked up by the file, and `listed` is the list of columns.
    """
    options: dict[str, Any] = {"row": ROW} if at.wants_order else {}
    nanoseconds = [c for c in known.nanoseconds if c in chosen or c in known.level_fields]
    if current().several:
        options["nanoseconds"] = current().by_file("NANOSECONDS", known_path, nanoseconds)
    elif nanoseconds:
        options["nanoseconds"] = nanoseconds
    hidden = {**({ROW: Field("int64", False)} if at.wants_order else {}), **known.level_fields}
    index = Index("stored", tuple(Level(column, name) for column, name in known.levels)) if known.levels else RANGE
    times = any(f.dtype == "datetime" for f in {**chosen, **hidden}.values())
    reader = Raw("read_parquet", needs=frozenset({"parity.read_parquet", "utc"})) if times else parity.read_parquet
    code = reader(path.code, **options)
    physical = [*([ROW] if at.wants_order else []), *known.fields, *known.level_fields]
    if listed is not None:
        code = code.select(*hidden, star(listed))
    elif [*hidden, *chosen] != physical:
        code = code.select(*hidden, *chosen)
    origins = frozenset([at.origin])
    if at.wants_order:
        index = index if known.levels else ROW_INDEX
        return Frame(code, fields=chosen, hidden=hidden, index=index, order=ROW_ORDER, origins=origins)
    return Frame(code, fields=chosen, hidden=hidden, index=index, origins=origins)
