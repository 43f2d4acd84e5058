"""Shrinks generated inputs to the few rows that still tell original and translation apart."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Files = dict[str, bytes]


def shrink(files: Mapping[str, bytes], differs: Callable[[Files], bool], budget: int = 30) -> Files:
    """Return smaller files on which `differs` still holds, after at most `budget` trials.

    Rows are taken out in halves, quarters and so on, file by file; a file without rows that could
    be told apart (CSV, JSON records, Parquet) stays whole.
    """
    best = dict(files)
    rows = {name: _rows(name, content) for name, content in files.items()}
    kept = {name: list(range(found.count)) for name, found in rows.items()}
    trials = 0
    progress = True
    while progress and trials < budget:
        progress = False
        for name in sorted(best, key=lambda n: -len(best[n])):
            size = max(1, len(kept[name]) // 2)
            while kept[name] and size >= 1 and trials < budget:
                position, removed = 0, False
                while position < len(kept[name]) and trials < budget:
                    fewer = kept[name][:position] + kept[name][position + size :]
                    candidate = {**best, name: rows[name].content(fewer)}
                    trials += 1
                    if differs(candidate):
                        best, kept[name], removed, progress = candidate, fewer, True, True
                    else:
                        position += size
                size = size if removed and size == 1 else size // 2
    return best


@dataclass(frozen=True)
class _Rows:
    """How many rows a file has, and what it would be with some of them only."""

    count: int
    content: Callable[[Sequence[int]], bytes]


def _rows(name: str, content: bytes) -> _Rows:
    """Take a file apart by its format."""
    suffix = name.lower().rpartition(".")[2]
    lines = content.splitlines(keepends=True)
    if suffix in ("jsonl", "ndjson") or suffix == "json" and content.lstrip()[:1] == b"{" and len(lines) > 1:
        return _joined(b"", lines)
    if suffix == "json":
        return _array(content)
    if suffix in ("parquet", "pq"):
        return _parquet(content)
    return _separated(content) if suffix in ("csv", "tsv") else _Rows(0, lambda _: content)


def _joined(head: bytes, records: list[bytes]) -> _Rows:
    return _Rows(len(records), lambda kept: head + b"".join(records[i] for i in kept))


def _array(content: bytes) -> _Rows:
    """The records of a JSON array."""
    document = json.loads(content)
    if not isinstance(document, list):
        return _Rows(0, lambda _: content)
    return _Rows(len(document), lambda kept: json.dumps([document[i] for i in kept], ensure_ascii=False).encode())


def _parquet(content: bytes) -> _Rows:
    """The rows of a Parquet file; types and pandas' own description of them stay."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

    table = pq.read_table(io.BytesIO(content))

    def some(kept: Sequence[int]) -> bytes:
        stream = io.BytesIO()
        pq.write_table(table.take(list(kept)) if kept else table.slice(0, 0), stream)
        return stream.getvalue()

    return _Rows(table.num_rows, some)


def _separated(content: bytes) -> _Rows:
    """The records of CSV, each of which may be of several lines."""
    delimiter = max(",\t;|", key=content.split(b"\n", 1)[0].decode("utf-8", "replace").count)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter))
    records = []
    for row in rows:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow(row)
        records.append(stream.getvalue().encode())
    return _joined(records[0], records[1:]) if records else _Rows(0, lambda _: content)
