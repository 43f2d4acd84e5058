"""Files as pandas writes them, from rows that need not fit on the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from os import PathLike, fspath
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any

import pandas as pd
from pyspark.sql import DataFrame

from .driver import restored, to_pandas

AT_ONCE = 250_000
"""Rows that are brought to the driver in one go; more come batch by batch."""

CELLS = 100_000
"""Cells that pandas formats together: whether times of a column are written as dates is decided for each such part."""

COMPRESSED = (".gz", ".bz2", ".zip", ".xz", ".zst", ".tar")


def write_csv(
    frame: DataFrame,
    path: str | PathLike[str],
    index: Sequence[str] | bool = True,
    names: Sequence[str | None] | None = None,
    dtypes: Mapping[str, Any] | None = None,
    **options: Any,
) -> None:
    """Write one CSV file, letter by letter what ``DataFrame.to_csv`` writes.

    The driver holds some hundred thousand rows at a time, except where the file is compressed or
    lies behind a URL.

    Args:
        frame: the rows, already in the wanted order.
        path: the file.
        index: columns with the row labels; True numbers the rows, False writes no labels.
        names: index names, where they differ from the column names.
        dtypes: dtypes that Spark does not carry, as in :func:`to_pandas`.
        options: arguments of ``DataFrame.to_csv``.
    """
    columns = list(index) if not isinstance(index, bool) else []
    labels: dict[str, Any] = {"index": columns, "names": names, "dtypes": dtypes}
    if index is False:
        options["index"] = False
    first = to_pandas(frame.limit(AT_ONCE + 1), **labels)
    if len(first) <= AT_ONCE:
        first.to_csv(path, **options)
    elif _in_parts(path, options):
        _write_parts(frame, path, first.dtypes, labels, options)
    else:
        to_pandas(frame, **labels).to_csv(path, **options)


def _in_parts(path: str | PathLike[str], options: Mapping[str, Any]) -> bool:
    """Whether the file can be written one part after the other."""
    if hasattr(path, "write"):
        return False
    text = fspath(path)
    plain = "compression" not in options and "://" not in text and not text.endswith(COMPRESSED)
    return plain and (options.get("mode", "w") == "w" or "encoding" not in options)  # a mark stands at the start only


def _write_parts(
    frame: DataFrame, path: str | PathLike[str], kinds: pd.Series, labels: Mapping[str, Any], options: dict[str, Any]
) -> None:
    """Write beside the file first, which may be the one that the rows are read from."""
    mode = options.pop("mode", "w")
    rows = options.pop("chunksize", None) or max(1, CELLS // max(1, len(options.get("columns", kinds))))
    letters = {"encoding": options.get("encoding") or "utf-8", "errors": options.get("errors", "strict")}
    with TemporaryFile("w+", newline="", **letters) as parts:
        for part in _parts(frame, rows, kinds, labels):
            part.to_csv(parts, **options)
            options["header"] = False
        parts.flush()
        parts.buffer.seek(0)
        with open(path, f"{mode}b") as file:
            copyfileobj(parts.buffer, file)


def _parts(frame: DataFrame, size: int, kinds: pd.Series, labels: Mapping[str, Any]) -> Iterator[pd.DataFrame]:
    """The rows as pandas frames of `size` rows, with the dtypes that they have as a whole."""
    rows = frame.toLocalIterator()
    start = 0
    for row in rows:
        part = pd.DataFrame.from_records(list(chain([row], islice(rows, size - 1))), columns=frame.columns)
        stop = start + len(part)
        part.index = pd.RangeIndex(start, stop)
        part = restored(part, **labels)
        yield part.astype(kinds.to_dict())
        start = stop
