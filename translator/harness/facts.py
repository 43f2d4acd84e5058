"""Holds what the interpreter claimed of a variable against what came out of the run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cmp_to_key
from itertools import groupby
from typing import Any

from translator.frames.dtypes import SPARK_TYPES
from translator.harness.compare import SHOWN, Difference
from translator.harness.matching import Tolerance, unmatched
from translator.harness.values import MISSING, Captured, Column, Plain, Table, label
from translator.harness.wording import show_cell

BOUND = 100_000
"""A frame that is small by construction has no more rows than this."""

ARROW = {
    "BIGINT": ("int64",), "INT": ("int32",), "SMALLINT": ("int16",), "TINYINT": ("int8",),
    "DOUBLE": ("double",), "FLOAT": ("float",), "BOOLEAN": ("bool",), "DATE": ("date32[day]",),
    "STRING": ("string", "large_string"), "TIMESTAMP_NTZ": ("timestamp[us]", "timestamp[us, tz=UTC]"),
    "INTERVAL DAY TO SECOND": ("duration[us]",),
}  # fmt: skip
"""How each Spark type arrives through Arrow; times have no zone, or that of the session, which is UTC."""

_FAMILIES = {
    "BIGINT": "int", "INT": "int", "SMALLINT": "int", "TINYINT": "int", "DOUBLE": "float", "FLOAT": "float",
    "BOOLEAN": "bool", "DATE": "date", "STRING": "string", "TIMESTAMP_NTZ": "datetime",
    "INTERVAL DAY TO SECOND": "timedelta",
}  # fmt: skip

Claim = Sequence[Any]
"""A column as translation.json claims it: name, dtype, whether it may be missing."""


def broken(
    old: Captured, new: Captured, facts: Mapping[str, Any] | None, *, widths: bool = True
) -> list[Difference]:
    """Return every claim about a variable that does not hold for what pandas and Spark gave.

    Without `widths` any whole number will do (Sail gives some of another width than Spark).
    """
    if not facts:
        return []
    if isinstance(new, Plain):
        return list(_scalar(new, facts["columns"]))
    if not isinstance(new, Table) or new.origin != "spark":
        return []
    if not facts["index"]:
        return list(_cells(facts["columns"], {facts["columns"][0][0]: new.columns[-1]}, widths))
    found = [*_schema(new, facts, widths)]
    if isinstance(old, Table):
        found += _labels(old, facts)
        found += _order(old, new, facts)
    if facts["bounded"] and new.rows > BOUND:
        found.append(_fact(f"it is said to be small, and has {new.rows} rows"))
    return found


def _fact(message: str) -> Difference:
    return Difference("fact", message)


def _scalar(new: Plain, claims: Sequence[Claim]) -> Iterable[Difference]:
    """Check the type of a scalar; pandas makes floats of whole numbers once something is missing."""
    (_, dtype, _) = claims[0]
    family = _FAMILIES.get(SPARK_TYPES.get(dtype, ""), "")
    if not family or new.family in (family, MISSING) or {family, new.family} == {"int", "float"}:
        return
    yield _fact(f"it is said to be {dtype}, and is {new.family}")


def _schema(new: Table, facts: Mapping[str, Any], widths: bool) -> Iterable[Difference]:
    """Check names, types and missing values of all columns."""
    claims = [*facts["hidden"], *facts["columns"]]
    names, there = [claim[0] for claim in claims], set(new.names)
    if lost := [name for name in names if name not in there]:
        yield _fact(f"column {', '.join(lost)} is said to be there")
    if extra := [name for name in new.names if name not in names]:
        yield _fact(f"column {', '.join(extra)} is not known")
    yield from _cells(claims, {label(column.name): column for column in new.columns}, widths)


def _cells(claims: Sequence[Claim], columns: Mapping[str, Column], widths: bool) -> Iterable[Difference]:
    for name, dtype, nullable in claims:
        column = columns.get(name)
        if column is None:
            continue
        expected = ARROW.get(SPARK_TYPES.get(dtype, ""))
        whole = not widths and column.family == "int" and expected and "int" in expected[0]
        if expected and dtype != "null" and column.dtype not in expected and not whole:
            yield _fact(f"column {name} is said to be {dtype}, and is {column.dtype}")
        if not nullable and (gone := sum(cell is None for cell in column.cells)):
            yield _fact(f"column {name} is said to have no missing values, and has {gone}")
        if column.nan:
            yield _fact(f"column {name} holds NaN, where missing is null")


def _labels(old: Table, facts: Mapping[str, Any]) -> Iterable[Difference]:
    """Check what is claimed of default row labels."""
    if old.index is None or old.form not in ("frame", "series"):
        return
    labels = old.index[0].cells
    if facts["index"] == "range" and (len(old.index) > 1 or labels != list(range(old.rows))):
        yield _fact(f"its labels are said to be 0 to {old.rows - 1}, and are {labels[:SHOWN]} …")
    elif facts["unique"] and len(old.index) == 1 and len(set(labels)) < len(labels):
        yield _fact("its labels are said not to repeat, and do")


def _order(old: Table, new: Table, facts: Mapping[str, Any]) -> Iterable[Difference]:
    """Sort the Spark rows by the claimed keys: tie by tie they must be pandas' rows in order."""
    columns = {label(column.name): column for column in new.columns}
    keys = [(columns[name], up, nulls) for name, up, nulls in facts["order"] if name in columns]
    pairs = [(c, columns[label(c.name)]) for c in old.columns if label(c.name) in columns]
    pairs = [(a, b) for a, b in pairs if a.family == b.family]
    if len(keys) < len(facts["order"]) or not keys or not pairs or old.rows != new.rows:
        return
    ours = list(zip(*(a.cells for a, _ in pairs), strict=True))
    theirs = list(zip(*(b.cells for _, b in pairs), strict=True))
    tolerances = [Tolerance()] * len(pairs)
    if any(unmatched(ours, theirs, tolerances)):
        return  # other rows altogether, which is reported as such

    def compared(left: int, right: int) -> int:
        return _compared(keys, left, right)

    before = cmp_to_key(compared)
    ranked = sorted(range(new.rows), key=before)
    start = 0
    for _, tied in groupby(ranked, key=before):
        group = list(tied)
        if facts["total"] and len(group) > 1:
            yield _fact(f"rows are said not to tie in {_names(keys)}, and do")
            return
        here = ours[start : start + len(group)]
        lost, _ = unmatched(here, [theirs[row] for row in group], tolerances)
        if lost:
            cells = {label(a.name): show_cell(v, a.family) for (a, _), v in zip(pairs, here[lost[0]], strict=True)}
            yield _fact(f"{_names(keys)} is said to give the order of its rows; pandas has {cells} as row {start + lost[0]}")
            return
        start += len(group)


def _names(keys: Sequence[tuple[Column, str, str]]) -> str:
    return ", ".join(f"{column.name} {up}" for column, up, _ in keys)


def _compared(keys: Sequence[tuple[Column, str, str]], left: int, right: int) -> int:
    """Compare two rows by sort keys, each with its direction and its place for missing values."""
    for column, up, nulls in keys:
        a, b = column.cells[left], column.cells[right]
        if a is None or b is None:
            if a is not b:
                return -1 if (a is None) == (nulls == "first") else 1
        elif a != b:
            return -1 if (a < b) == (up == "asc") else 1
    return 0
