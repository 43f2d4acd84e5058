"""Shrinks generated inputs to the few rows that still tell original and translation apart."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping

Files = dict[str, bytes]


def shrink(files: Mapping[str, bytes], differs: Callable[[Files], bool], budget: int = 30) -> Files:
    """Return smaller files on which `differs` still holds, after at most `budget` trials.

    Rows are taken out in halves, quarters and so on, file by file; a file that is not text with
    one record a line (or CSV) stays whole.
    """
    best = dict(files)
    trials = 0
    progress = True
    while progress and trials < budget:
        progress = False
        for name in sorted(best, key=lambda n: -len(best[n])):
            head, records = _records(name, best[name])
            size = max(1, len(records) // 2)
            while records and size >= 1 and trials < budget:
                position, removed = 0, False
                while position < len(records) and trials < budget:
                    fewer = records[:position] + records[position + size :]
                    candidate = {**best, name: head + b"".join(fewer)}
                    trials += 1
                    if differs(candidate):
                        best, records, removed, progress = candidate, fewer, True, True
                    else:
                        position += size
                size = size if removed and size == 1 else size // 2
    return best


def _records(name: str, content: bytes) -> tuple[bytes, list[bytes]]:
    """Return what comes before the records of a file, and its records."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        return b"", content.splitlines(keepends=True)
    if not name.lower().endswith((".csv", ".tsv")):
        return content, []
    delimiter = max(",\t;|", key=content.split(b"\n", 1)[0].decode("utf-8", "replace").count)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter))
    lines = []
    for row in rows:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow(row)
        lines.append(stream.getvalue().encode())
    return (lines[0], lines[1:]) if lines else (content, [])
