"""Makes the TPC-H tables that the queries read.

`tpchgen-cli` writes decimals and dates. Money becomes float64 and days become timestamps here, which
is how pandas users keep them (pandas holds decimals and dates as Python objects).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

TABLES = ("customer", "lineitem", "nation", "orders", "part", "partsupp", "region", "supplier")
ROWS_A_GROUP = 500_000


def make(folder: Path, scale: float) -> Path:
    """The folder with the tables of a scale factor, made unless it is there.

    Raises:
        SystemExit: when ``tpchgen-cli`` is not installed.
    """
    made = folder / f"scale-{scale:g}"
    if (made / "complete").exists():
        return made
    raw = folder / f"raw-{scale:g}"
    subprocess.run([generator(), "parquet", "-s", f"{scale:g}", "-o", str(raw)], check=True)
    made.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        _convert(raw / f"{table}.parquet", made / f"{table}.parquet")
    shutil.rmtree(raw)
    (made / "complete").touch()
    return made


def generator() -> str:
    """Path of ``tpchgen-cli``."""
    beside = Path(sys.executable).with_name("tpchgen-cli")
    found = str(beside) if beside.exists() else shutil.which("tpchgen-cli")
    if found is None:
        sys.exit("tpchgen-cli is needed to make the data: pip install tpchgen-cli")
    return found


def _convert(source: Path, target: Path) -> None:
    """One table, batch by batch, with plain types."""
    file = pq.ParquetFile(source)
    schema = pa.schema([pa.field(f.name, _plain(f.type)) for f in file.schema_arrow])
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for batch in file.iter_batches(ROWS_A_GROUP):
            writer.write_table(pa.Table.from_batches([batch]).cast(schema), ROWS_A_GROUP)


def _plain(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_decimal(kind):
        return pa.float64()
    if pa.types.is_date(kind):
        return pa.timestamp("us")
    return pa.string() if kind == pa.string_view() else kind
