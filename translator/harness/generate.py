"""Generated input files: the files at hand with other rows, which pandas reads with the same dtypes.

A translation is made for the columns and dtypes of the files at hand, so that these stay; the
values are chosen to break it. Columns of the same name in several files draw from one pool, so that
merges find partners.
"""

from __future__ import annotations

import ast
import contextlib
import csv
import glob
import io
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.harness.cells import split
from translator.harness.pools import Drawn, Profile, date_format, draw, hints_of, profile, tamed

FORMATS = {
    ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet", ".json": "json",
    ".jsonl": "json", ".ndjson": "json",
}  # fmt: skip
FILE_LIMIT = 20 * 2**20
ROW_LIMIT = 2000
CONSTANT = 20
"""Longer constants of a program are no values of columns."""


@dataclass
class Source:
    """One input file as it is at hand."""

    path: str
    format: str
    columns: list[Drawn]
    frame: Any
    delimiter: str = ","
    lines: bool = False
    cells: dict[str, list[Any]] = field(default_factory=dict)


@dataclass
class Inputs:
    """The input files of a unit that can be generated anew, and their content at hand."""

    sources: list[Source] = field(default_factory=list)
    at_hand: dict[str, bytes] = field(default_factory=dict)


TAMEST = 3
"""Data sets come in four kinds: wild (0), with missing values where some are at hand (1), of values at hand (2), of
whole rows at hand (3)."""


def read_inputs(
    cwd: Path, entry: Mapping[str, Any] | None, data_roots: Sequence[Path] = (), program: Path | None = None
) -> Inputs:
    """Read the input files named in the entry, or every data file if it names none.

    Columns that the `program` joins on under different names draw from one another, and constants in
    the program are among the values.
    """
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
                inputs.at_hand[source.path] = path.read_bytes()
    _link_keys(inputs)
    columns = [c for source in inputs.sources for c in source.columns]
    trees = list(_trees(program)) if program is not None else []
    for left, right in joined_names(trees):
        _share([c for c in columns if c.name in left] + [c for c in columns if c.name in right])
    labels = {column.name for column in columns}
    constants = [constant for constant in _constants(trees) if constant not in labels]
    for column in columns:
        column.hints = hints_of(constants, column.kind)
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
        return Source(name, form, columns if plain else [], frame, cells=_cells(frame))
    if form == "json":
        text = path.read_text(encoding="utf-8")
        lines = not text.lstrip().startswith("[")
        frame = _of_records(text)
        columns = [_typed(str(label), frame[label]) for label in frame.columns]
        return Source(name, form, columns, frame, lines=lines, cells=_cells(frame))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = stream.readline()
    delimiter = max(",\t;|", key=first.count)
    frame = pd.read_csv(path, sep=delimiter, nrows=ROW_LIMIT)
    texts = pd.read_csv(path, sep=delimiter, nrows=ROW_LIMIT, dtype=str)
    if list(frame.columns) != next(csv.reader([first], delimiter=delimiter)):
        return Source(name, form, [], frame)
    columns = [_text(str(label), frame[label], texts[label]) for label in frame.columns]
    return Source(name, form, columns, frame, delimiter, cells=_cells(texts))


def _of_records(text: str) -> Any:
    """Return the frame of records in JSON, one a line or in an array; without columns if they are not flat."""
    import pandas as pd

    array = text.lstrip().startswith("[")
    records = json.loads(text) if array else [json.loads(line) for line in text.splitlines() if line.strip()]
    flat = isinstance(records, list) and all(isinstance(record, dict) for record in records)
    return pd.DataFrame(records) if flat else pd.DataFrame()


def _cells(frame: Any) -> dict[str, list[Any]]:
    """Return the cells of a frame by column, None where they are missing."""
    return {
        str(label): [None if gone else value for value, gone in zip(frame[label], frame[label].isna(), strict=True)]
        for label in frame.columns
    }


def _text(name: str, series: Any, texts: Any) -> Drawn:
    """Describe a column of a CSV file; its values stay spelled as they are."""
    kind = _kind(series.dtype)
    seen = texts.dropna().tolist()
    missing = bool(series.isna().any())
    nullable = missing or kind in ("float", "string")
    if kind == "string" and (pattern := date_format(seen)):
        return Drawn(name, "date", nullable, seen, format=pattern, missing=missing)
    return Drawn(name, kind, nullable, seen, missing=missing)


def _typed(name: str, series: Any) -> Drawn:
    """Describe a column of a typed file."""
    kind = _kind(series.dtype)
    values = series.dropna().tolist()
    if kind == "string" and not all(isinstance(value, str) for value in values):
        kind = "other"
    if kind == "category":
        values = series.cat.categories.tolist()
    missing = bool(series.isna().any())
    masked = str(series.dtype)[0].isupper()  # Int64, boolean and the like
    nullable = missing or masked or kind in ("float", "string", "datetime", "zoned", "category")
    return Drawn(name, kind, nullable, values, missing=missing, typed=True)


def _kind(dtype: Any) -> str:
    """Return the kind of values that a pandas dtype stands for."""
    import pandas as pd

    types = pd.api.types
    if isinstance(dtype, pd.CategoricalDtype):
        return "category"
    if types.is_bool_dtype(dtype):
        return "bool"
    if types.is_integer_dtype(dtype):
        return "int"
    if types.is_float_dtype(dtype):
        return "float"
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "zoned"
    if not types.is_datetime64_dtype(dtype):
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
        if len({header for header, _ in columns}) > 1:
            _share([column for _, column in columns])


def _share(columns: Sequence[Drawn]) -> None:
    """Let key columns of one kind draw from each other's values, so that joins find partners."""
    for column in columns:
        alike = [other for other in columns if other.kind == column.kind and other.format == column.format]
        if len(alike) > 1:
            column.key = True
            column.extra += [value for other in alike for value in list(other.seen)[:50]]


def _trees(program: Path) -> Iterator[ast.Module]:
    """Parse the cells of a program that can be parsed."""
    for cell in split(program, "notebook" if program.suffix == ".ipynb" else "databricks"):
        with contextlib.suppress(SyntaxError):
            yield ast.parse(cell.code)


def joined_names(trees: Iterable[ast.Module]) -> list[tuple[list[str], list[str]]]:
    """Return the key names of joins that a program makes by `left_on` and `right_on`."""
    found = []
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            named = {k.arg: _texts(k.value) for k in node.keywords}
            if named.get("left_on") and named.get("right_on"):
                found.append((named["left_on"], named["right_on"]))
    return found


def _constants(trees: Iterable[ast.Module]) -> list[Any]:
    """Return the short texts and the numbers in a program, except for what stands in f-strings and keywords."""
    found: dict[Any, None] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Compare | ast.Call | ast.List | ast.Tuple | ast.Set | ast.Dict | ast.BinOp):
            for child in ast.iter_child_nodes(node):
                short = isinstance(child, ast.Constant) and len(str(child.value)) <= CONSTANT
                if short and isinstance(child.value, str | int | float):  # type: ignore[attr-defined]
                    found[child.value] = None  # type: ignore[attr-defined]
    return list(found)


def _texts(node: ast.expr) -> list[str]:
    """Return the texts of a literal text or list of texts."""
    items = node.elts if isinstance(node, ast.List | ast.Tuple) else [node]
    return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]


def example(inputs: Inputs, *, seed: int, number: int, rows: int, tame: int = 0) -> dict[str, bytes]:
    """Return the nth generated data set: file name to content."""
    files = {}
    for source in inputs.sources:
        dice = random.Random(f"{seed}/{number}/{source.path}")
        shape = tamed(profile(number, rows, dice), tame)
        files[source.path] = _write(source, _columns(source, shape, dice) if tame < TAMEST else _whole(source, shape, dice))
    return files


def _whole(source: Source, shape: Profile, dice: random.Random) -> dict[str, list[Any]]:
    """Draw whole rows of a file at hand, some of them twice, in another order."""
    count = len(source.cells.get(source.columns[0].name, ()))
    picked = [dice.randrange(count) for _ in range(max(shape.rows, count))] if count else []
    return {c.name: [source.cells[c.name][row] for row in picked] for c in source.columns}


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
        telling = [v for v in telling if "." in str(v)] or [f"{telling[0]}.0"]
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


def as_read(source: Source, content: bytes) -> Any:
    """Return other content of a file as pandas reads it, None if there is nothing to compare."""
    import pandas as pd

    if source.format == "csv":
        return pd.read_csv(io.BytesIO(content), sep=source.delimiter) if content else None
    return pd.read_parquet(io.BytesIO(content)) if source.format == "parquet" else _of_records(content.decode())


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
