"""Delta tables that grow from run to run, in place of files that were read, extended and written anew."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from os.path import exists

from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

MISSING = ("DOES_NOT_EXIST", "NOT_FOUND", "not found", "No such file", "ot a Delta table", "MISSING_DELTA_TABLE",
           "No commit files found")


def append_rows(
    frame: DataFrame, table: str, row: str, keys: Sequence[str] = (), instead_of: str | PathLike[str] | None = None
) -> None:
    """Put rows behind those of a Delta table, which is made where there is none.

    It is what ``pd.concat([old, new], ignore_index=True)`` gives, written back to where `old` came from.

    Args:
        frame: the new rows.
        table: path of the table.
        row: the column with the rows' labels, whole numbers in their order.
        keys: columns in which the rows that a table has then differ: of several the last one stays.
        instead_of: the file that was there before tables were.

    Raises:
        ValueError: when the file was not converted to the table yet, or the table has other columns.
    """
    old = _table(table)
    if old is None:
        if instead_of is not None and exists(instead_of):
            raise ValueError(f"{fspath(instead_of)!r} has not been converted to the table {table!r} yet: "
                             "convert it with 'translate data convert', or its rows are lost")  # fmt: skip
        frame.write.format("delta").save(table)
        return
    if dict(old.dtypes) != dict(frame.dtypes):
        raise ValueError(f"the table {table!r} has the columns {old.dtypes}, but the program was translated for {frame.dtypes}")
    rows, last = old.agg(F.count("*"), F.max(row)).collect()[0]
    behind = _numbered(frame, row).select(*old.columns).withColumn(row, F.col(row) + F.lit(rows))
    if keys:
        following = Window.partitionBy(*(_plain(key) for key in keys)).orderBy(F.col(row).desc())
        both = _numbered(old, row).unionByName(behind).withColumn("_copy", F.row_number().over(following))
        _numbered(both.filter(F.col("_copy") == 1).drop("_copy"), row).write.format("delta").mode("overwrite").save(table)
    elif rows and last + 1 != rows:  # the first run has left the labels that its rows had
        _numbered(old, row).unionByName(behind).write.format("delta").mode("overwrite").save(table)
    else:
        behind.write.format("delta").mode("append").save(table)


def _numbered(frame: DataFrame, row: str) -> DataFrame:
    """The rows with numbers from 0 on, in their order."""
    return frame.withColumn(row, F.row_number().over(Window.orderBy(row)).cast("bigint") - 1)


def _plain(name: str) -> Column:
    return F.col(f"`{name}`")


def _table(path: str) -> DataFrame | None:
    """The table, or None where there is none."""
    from pyspark.sql import SparkSession

    try:
        found = SparkSession.builder.getOrCreate().read.format("delta").load(path)
        found.schema  # noqa: B018 - a table that is not there is told only when something is asked of it
    except PySparkException as error:
        if any(text in str(error) for text in MISSING):
            return None
        raise
    return found
