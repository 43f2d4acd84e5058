"""Generated input files: the files at hand with other rows, which pandas reads with the same dtypes.

A translation is made for the columns and dtypes of the files at hand, so that these stay; the
values are chosen to break it. Columns of the same name in several files draw from one pool, so that
merges find partners.
"""

from __future__ import annotations

import csv
import glob
import io
import json
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.harness.pools import Drawn, Profile, date_format, draw, profile

FORMATS = {
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet", ".json": "json",
    ".jsonl": "json", ".ndjson": "json",
}  # fmt: skip
FILE_LIMIT = 20 * 2**20
ROW_LIMIT = 2000


@dataclass
class Source:
    """One input file as it is at hand."""

    path: str
    format: str
    columns: list[Drawn]
    frame: Any
    delimiter: str = ","
    lines: bool = False


@dataclass
class Inputs:
    """The input files of a unit that can be generated anew."""

    sources: list[Source] = field(default_factory=list)


def read_inputs(cwd: Path, entry: Mapping[str, Any] | None, data_roots: Sequence[Path] = ()) -> Inputs:
    """Read the input files named in the entry, or every data file if it names none."""
    inputs = Inputs()
    for root in (cwd, *data_roots):
        for path in _paths(root, entry):
            if path.suffix.lower() not in FORMATS or path.stat().st_size > FILE_LIMIT:
                continue
            try:
                source = _read(path, path.relative_to(root).as_posix())
            except Exception:
                # A file that pandas cannot read plainly keeps its content in every data set.
                continue
            if source.columns:
                inputs.sources.append(source)
    _link_keys(inputs)
    return inputs


def _paths(root: Path, entry: Mapping[str, Any] | None) -> list[Path]:
    """Return the input files below a folder."""
    found: dict[Path, None] = {}
    for item in (entry or {}).get("inputs") or ():
        pattern = str(item.get("path") or "")
        for name in sorted(glob.glob(str(root / pattern), recursive=True)) if pattern else ():
            place = Path(name)
            files = sorted(place.rglob("*")) if place.is_dir() else [place]
            found.update(dict.fromkeys(f for f in files if f.is_file()))
    if not found:
        known = (p for p in sorted(root.rglob("*")) if p.suffix.lower() in FORMATS and p.is_file())
        found.update(dict.fromkeys(list(known)[:40]))
    return [path for path in found if path.is_relative_to(root)]


def _read(path: Path, name: str) -> Source:
    """Read one file and describe its columns."""
    import pandas as pd

    form = FORMATS[path.suffix.lower()]
    if form == "parquet":
        frame = pd.read_parquet(path)
        columns = [_typed(str(label), frame.iloc[:, i]) for i, label in enumerate(frame.columns)]
        plain = isinstance(frame.index, pd.RangeIndex)
        return Source(name, form, columns if plain else [], frame)
    if form == "json":
        text = path.read_text(encoding="utf-8")
        lines = not text.lstrip().startswith("[")
        records = [json.loads(x) for x in text.splitlines() if x.strip()] if lines else json.loads(text)
        flat = isinstance(records, list) and all(isinstance(record, dict) for record in records)
        frame = pd.DataFrame(records) if flat else pd.DataFrame()
        columns = [_typed(str(label), frame[label]) for label in frame.columns]
        return Source(name, form, columns, frame, lines=lines)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
    delimiter = max(",\t;|", key=first.count)
    frame = pd.read_csv(path, sep=delimiter, nrows=ROW_LIMIT)
    texts = pd.read_csv(path, sep=delimiter, nrows=ROW_LIMIT, dtype=str)
    if list(frame.columns) != next(csv.reader([first], delimiter=delimiter)):
        return Source(name, form, [], frame)
    columns = [_text(str(label), frame[label], texts[label]) for label in frame.columns]
    return Source(name, form, columns, frame, delimiter)


def _text(name: str, series: Any, texts: Any) -> Drawn:
    """Describe a column of a CSV file; its values stay spelled as they are."""
    kind = _kind(series.dtype)
    seen = texts.dropna().tolist()
    nullable = bool(series.isna().any()) or kind in ("float", "string")
    if kind == "string" and (pattern := date_format(seen)):
        return Drawn(name, "date", nullable, seen, format=pattern)
    return Drawn(name, kind, nullable, seen)


def _typed(name: str, series: Any) -> Drawn:
    """Describe a column of a typed file."""
    kind = _kind(series.dtype)
    values = series.dropna().tolist()
    if kind == "string" and not all(isinstance(value, str) for value in values):
        kind = "other"
    nullable = bool(series.isna().any()) or kind in ("float", "string", "datetime")
    return Drawn(name, kind, nullable, values)


def _kind(dtype: Any) -> str:
    """Return the kind of values that a pandas dtype stands for."""
    import pandas as pd

    types = pd.api.types
    if types.is_bool_dtype(dtype):
        return "bool"
    if types.is_integer_dtype(dtype):
        return "int"
    if types.is_float_dtype(dtype):
        return "float"
    if isinstance(dtype, pd.DatetimeTZDtype) or not types.is_datetime64_dtype(dtype):
        return "string" if types.is_string_dtype(dtype) else "other"
    return "datetime"


def _link_keys(inputs: Inputs) -> None:
    """Let columns of the same name in files of different columns draw from one another."""
    shared: dict[str, list[tuple[frozenset[str], Drawn]]] = defaultdict(list)
    for source in inputs.sources:
        header = frozenset(column.name for column in source.columns)
        for column in source.columns:
            shared[column.name].append((header, column))
    for columns in shared.values():
        if len({header for header, _ in columns}) < 2:
            continue
        pool = [value for _, column in columns for value in list(column.seen)[:50]]
        for _, column in columns:
            column.key = True
            column.extra = pool


def example(inputs: Inputs, *, seed: int, number: int, rows: int) -> dict[str, bytes]:
    """Return the nth generated data set: file name to content."""
    files = {}
    for source in inputs.sources:
        dice = random.Random(f"{seed}/{number}/{source.path}")
        shape = profile(number, rows, dice)
        files[source.path] = _write(source, _columns(source, shape, dice))
    return files


def _columns(source: Source, shape: Profile, dice: random.Random) -> dict[str, list[Any]]:
    """Draw the columns of a file; some rows are repeated as a whole."""
    columns = {column.name: draw(column, shape.rows, shape, dice) for column in source.columns}
    for row in range(1, shape.rows):
        if dice.random() < shape.duplicate / 2:
            other = dice.randrange(row)
            for values in columns.values():
                values[row] = values[other]
    return columns


def _write(source: Source, columns: dict[str, list[Any]]) -> bytes:
    """Return the content of a file with these columns, whose dtypes stay those at hand."""
    writers: dict[str, Callable[[Source, dict[str, list[Any]]], bytes]] = {
        "csv": _write_csv,
        "json": _write_json,
        "parquet": _write_parquet,
    }
    return writers[source.format](source, columns)


def _write_csv(source: Source, columns: dict[str, list[Any]]) -> bytes:
    """Write CSV; a column that pandas would read with another dtype falls back to known values."""
    import pandas as pd

    content = _csv_bytes(source, columns)
    if not next(iter(columns.values()), []):
        return content
    frame = pd.read_csv(io.BytesIO(content), sep=source.delimiter)
    for column in source.columns:
        was, now = source.frame[column.name].dtype, frame[column.name].dtype
        if was != now and column.seen:
            columns[column.name] = _settle(column, columns[column.name])
            content = _csv_bytes(source, columns)
    return content


def _settle(column: Drawn, values: list[Any]) -> list[Any]:
    """Return values of the kind at hand: a telling one first, no missing ones where none were."""
    telling = list(column.seen)
    if column.kind == "float":
        telling = [v for v in telling if "." in str(v)] or telling
    kept = [v if v in column.seen or (v is None and column.nullable) else None for v in values]
    rest = [telling[i % len(telling)] if v is None else v for i, v in enumerate(kept)]
    return [telling[0], *(kept if column.nullable else rest)[1:]]


def same_dtypes(name: str, old: bytes, new: bytes) -> bool:
    """Tell whether pandas reads two versions of a CSV file with the same dtypes.

    What pandas infers depends on the rows (a column without values is float), which would make a
    difference of its own.
    """
    import pandas as pd

    if old == new or FORMATS.get(Path(name).suffix.lower()) != "csv":
        return True
    delimiter = max(",\t;|", key=old.split(b"\n", 1)[0].decode("utf-8", "replace").count)
    dtypes = [pd.read_csv(io.BytesIO(data), sep=delimiter).dtypes for data in (old, new)]
    return bool(dtypes[0].equals(dtypes[1]))


def _csv_bytes(source: Source, columns: dict[str, list[Any]]) -> bytes:
    """Return columns as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=source.delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*columns.values(), strict=True):
        writer.writerow(["" if value is None else value for value in row])
    return stream.getvalue().encode()


def _write_json(source: Source, columns: dict[str, list[Any]]) -> bytes:
    """Write records as one JSON array or as lines."""
    rows = zip(*columns.values(), strict=True)
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    if source.lines:
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    return json.dumps(records, ensure_ascii=False).encode()


def _write_parquet(source: Source, columns: dict[str, list[Any]]) -> bytes:
    """Write Parquet with the dtypes at hand."""
    import pandas as pd

    frame = pd.DataFrame({
        label: pd.Series(columns[str(label)], dtype=source.frame[label].dtype)
        for label in source.frame.columns
    })  # fmt: skip
    stream = io.BytesIO()
    frame.to_parquet(stream, index=False)
    return stream.getvalue()
