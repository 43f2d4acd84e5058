"""Delta tables: written with their origin in the log, and compared with what was to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import TableNotFoundError

from translator import __version__


def write(arrow: Path, table: Path, source: str, sha256: str, name: str) -> int:
    """Write an Arrow file as the new content of a Delta table, and return the table's version."""
    origin = {"source": source, "sha256": sha256, "part": name, "tool": f"translator {__version__}"}
    write_deltalake(
        str(table), _content(arrow), mode="overwrite", schema_mode="overwrite",
        commit_properties=CommitProperties(custom_metadata=origin),
    )  # fmt: skip
    return DeltaTable(str(table)).version()


def _content(arrow: Path) -> Any:
    """The table in an Arrow file, which is looked at where it lies."""
    return pa.ipc.open_file(pa.memory_map(str(arrow))).read_all()


def origin(table: Path) -> Mapping[str, Any] | None:
    """What the last commit says of the table's origin; None where there is no table."""
    try:
        history = DeltaTable(str(table)).history(1)
    except (TableNotFoundError, OSError):
        return None
    return history[0] if history else {}


def differences(arrow: Path, table: Path) -> str:
    """What differs between an Arrow file and a Delta table in names, types or values; empty if nothing does.

    The order of rows counts only where the table is one file: Delta promises none.
    """
    wanted = _content(arrow)
    found = pa.table(DeltaTable(str(table)).to_pyarrow_table())
    if wanted.column_names != found.column_names:
        return f"columns are {found.column_names}, not {wanted.column_names}"
    if wanted.num_rows != found.num_rows:
        return f"{found.num_rows} rows, not {wanted.num_rows}"
    for name in wanted.column_names:
        left, right = wanted[name], found[name]
        if _plain(left.type) != _plain(right.type):
            return f"column {name!r} is {right.type}, not {left.type}"
        if not _same(left, right):
            return f"column {name!r} holds other values"
    return ""


def _plain(kind: Any) -> str:
    return str(kind).replace("large_", "").replace("_view", "").replace("element:", "item:")


def _same(left: Any, right: Any) -> bool:
    """Whether two columns hold the same values, NaN being equal to itself."""
    first, second = left.combine_chunks(), right.cast(left.type).combine_chunks()
    if first.equals(second):
        return True
    return bool(first.to_pandas().equals(second.to_pandas()))
