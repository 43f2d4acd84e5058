"""What a run wrote: the difference between its working copy before and after."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import pickle
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from translator.harness.capture import capture, from_arrow, object_column
from translator.harness.job import Written
from translator.harness.values import (
    MISSING,
    Captured,
    Column,
    Failure,
    Opaque,
    Table,
)

Stamp = tuple[int, int, int]
_NOISE = re.compile(
    r"(^|/)(__pycache__|\.ipynb_checkpoints|spark-warehouse|metastore_db|\.git)(/|$)"
    r"|\.pyc$|(^|/)derby\.log$|\.crc$|(^|/)_(started|committed)_"
)
_PART = re.compile(r"(^|/)part-[^/]*$|(^|/)_SUCCESS$")
_NUMBER = re.compile(r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$|^[-+]?inf$")
_TEXT = frozenset({"txt", "md", "html", "htm", "log", "xml", "yaml", "yml", "tex", "sql", "svg"})
TEXT_LIMIT = 5_000_000


def snapshot(root: Path) -> dict[str, Stamp]:
    """Return every file below a folder with what changes when it is written."""
    stamps: dict[str, Stamp] = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            if _NOISE.search(relative):
                continue
            status = path.lstat()
            stamps[relative] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return stamps


def changed(root: Path, before: dict[str, Stamp], datasets: Collection[str] = ()) -> list[str]:
    """Return what was written since: files, and directories of part files as one.

    `datasets` are the (absolute) paths that Spark is known to have written to.
    """
    after = snapshot(root)
    known = {Path(path).relative_to(root).as_posix() for path in datasets if _below(path, root)}
    found = {dataset(root, name, known) for name, stamp in after.items() if before.get(name) != stamp}
    return sorted(found)


def _below(path: str, root: Path) -> bool:
    """Tell whether a path lies in a folder."""
    return Path(path) != root and Path(path).is_relative_to(root)


def dataset(root: Path, name: str, known: Collection[str] = ()) -> str:
    """Return the dataset to which a file belongs (`out/k=1/part-0.csv` is part of `out`)."""
    parts = name.split("/")
    for depth in range(1, len(parts)):
        if "/".join(parts[:depth]) in known:
            return "/".join(parts[:depth])
        if "=" in parts[depth] and depth < len(parts) - 1:
            return "/".join(parts[:depth])
    for depth in range(len(parts) - 1, 0, -1):
        folder = "/".join(parts[:depth])
        if parts[depth] == "_delta_log" or (root / folder / "_delta_log").is_dir():
            return folder
    if _PART.search(name) and len(parts) > 1:
        return "/".join(parts[:-1])
    return name


def read(root: Path, name: str) -> Written:
    """Return what a run wrote under a name, in neutral form."""
    path = root / name
    format_name = _format(path)
    written = Written(name, format_name, digest=_digest(path))
    try:
        _fill(written, path, format_name)
    except MemoryError:
        raise
    except Exception as error:
        written.value = Failure(type(error).__name__, str(error)[:300])
    return written


def _format(path: Path) -> str:
    """Return the format of a file, or of a directory of part files."""
    if path.is_dir():
        if (path / "_delta_log").is_dir():
            return "delta"
        parts = _parts(path)
        return _format(parts[0]) if parts else "empty"
    suffixes = [s.lower().lstrip(".") for s in path.suffixes]
    while suffixes and suffixes[-1] in ("gz", "bz2", "snappy", "zst", "xz", "zip"):
        suffixes.pop()
    last = suffixes[-1] if suffixes else ""
    known = {"pq": "parquet", "pickle": "pkl", "p": "pkl", "jsonl": "json", "ndjson": "json"}
    return known.get(last, last)


def _parts(folder: Path) -> list[Path]:
    """Return the part files of a dataset in their order."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name[0] not in "._" and p.stat().st_size)


def _fill(written: Written, path: Path, format_name: str) -> None:
    """Read value or text of what was written."""
    if format_name in ("csv", "tsv"):
        written.value = _read_csv(path)
    elif format_name == "json":
        written.value = _read_json(path)
    elif format_name == "parquet":
        written.value = _read_parquet(path)
    elif format_name == "delta":
        written.value = _read_delta(path)
    elif format_name == "pkl":
        with path.open("rb") as stream:
            written.value = capture(pickle.load(stream))
    elif format_name in ("xlsx", "xls"):
        import pandas as pd

        written.value = capture(pd.read_excel(path))
    elif format_name == "npy":
        import numpy as np

        written.value = capture(np.load(path, allow_pickle=True))
    elif format_name in _TEXT and path.stat().st_size <= TEXT_LIMIT:
        written.text = path.read_text(encoding="utf-8", errors="replace")


def _digest(path: Path) -> str:
    """Return a digest of a single file."""
    if path.is_dir():
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _open_text(path: Path) -> Any:
    """Open a text file, compressed or not."""
    if path.suffix == ".gz":
        import gzip

        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _read_csv(path: Path) -> Table:
    """Read CSV as text; a column of numbers with a fraction compares as floats."""
    header: list[str] | None = None
    rows: list[list[str]] = []
    for part in _parts(path) if path.is_dir() else [path]:
        with _open_text(part) as stream:
            first = stream.readline()
            stream.seek(0)
            marks = {mark: first.count(mark) for mark in ",\t;|"}
            lines = list(csv.reader(stream, delimiter=max(marks, key=lambda m: marks[m])))
        if header is None:
            header, lines = (lines[0], lines[1:]) if lines else ([], [])
        elif lines and lines[0] == header:
            lines = lines[1:]
        rows += lines
    width = max([len(header or []), *map(len, rows)])
    names = (header or []) + [f"column {i}" for i in range(len(header or []), width)]
    columns = [
        _text_column(name, [row[i] if i < len(row) else "" for row in rows]) for i, name in enumerate(names)
    ]
    return Table(columns, len(rows), None, form="frame", origin="csv")


def _text_column(name: str, texts: list[str]) -> Column:
    """Return a column of a text file: floats where they are spelled as such, else text."""
    filled = [text for text in texts if text != ""]
    if not filled:
        return Column(name, MISSING, [None] * len(texts))
    numeric = all(_NUMBER.match(text) for text in filled)
    if numeric and any("." in text or "e" in text.lower() for text in filled):
        return Column(name, "float", [float(text) if text else None for text in texts])
    return Column(name, "string", [text if text else None for text in texts])


def _read_json(path: Path) -> Captured:
    """Read a JSON document, or JSON lines as a table."""
    texts = [p.read_text(encoding="utf-8") for p in (_parts(path) if path.is_dir() else [path])]
    try:
        document = json.loads("".join(texts))
    except ValueError:
        lines = (line for text in texts for line in text.splitlines())
        document = [json.loads(line) for line in lines if line.strip()]
    else:
        document = [document] if path.is_dir() else document
    if isinstance(document, list) and all(isinstance(item, dict) for item in document):
        return _records(document)
    return capture(document)


def _records(records: list[dict[str, Any]]) -> Table:
    """Return records as a table; a field that is left out is a missing value."""
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record))
    columns = [object_column(name, [r.get(name) for r in records], "object") for name in names]
    return Table(columns, len(records), None, form="frame", origin="json")


def _read_parquet(path: Path) -> Captured:
    """Read Parquet: what pandas wrote with its index, what Spark wrote by its schema."""
    import pandas as pd
    import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

    if path.is_dir():
        return from_arrow(pq.read_table(path))
    if b"pandas" in (pq.read_schema(path).metadata or {}):
        return capture(pd.read_parquet(path))
    return from_arrow(pq.read_table(path))


def _read_delta(path: Path) -> Captured:
    """Read the newest version of a Delta table."""
    try:
        from deltalake import DeltaTable
    except ImportError:
        return Opaque("delta", "the package deltalake is not installed")
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    return from_arrow(pa.table(DeltaTable(str(path)).to_pyarrow_table()))
