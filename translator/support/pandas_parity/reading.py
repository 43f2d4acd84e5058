"""Files as pandas reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from os import PathLike, fspath
from typing import Any

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def read_csv(
    path: str | PathLike[str],
    schema: Mapping[str, str],
    row: str | None = None,
    na: Sequence[str] | Mapping[str, Sequence[str]] = (),
    keep_default_na: bool = True,
    thousands: str | None = None,
    decimal: str = ".",
    dates: Mapping[str, str] | None = None,
    nrows: int | None = None,
    check_header: bool = True,
    **options: Any,
) -> DataFrame:
    """Read a CSV file as ``pandas.read_csv`` does.

    Every cell is read as text first, so that pandas' markers for missing values and quoting
    apply to all columns, and is then cast to the column's type.

    Args:
        path: file to read.
        schema: column names in file order, with their Spark types.
        row: name of a column that receives each row's position in the file.
        na: texts that are missing besides pandas' own markers, in every column or by column.
        keep_default_na: whether pandas' own markers count at all.
        thousands: separator of digit groups in numbers.
        decimal: the decimal mark of numbers.
        dates: Spark patterns of date columns that are not written in ISO form.
        nrows: how many rows are read.
        check_header: whether the file's first line has to hold the names in `schema`.
        options: options of Spark's CSV reader, such as ``sep``.

    Raises:
        ValueError: when the file has other columns than the program was translated for.
    """
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    text = ", ".join(f"`{name}` STRING" for name in schema)
    quote = options.get("quote", '"')
    settings = {"header": True, "quote": quote, "escape": quote, "multiLine": True, **options}
    if settings["header"] and check_header:
        _require_header(spark.read.csv(fspath(path), **{**settings, "header": False}), list(schema))
    raw = spark.read.csv(fspath(path), schema=text, **settings)

    def typed(name: str, kind: str) -> Column:
        own = na.get(name, ()) if isinstance(na, Mapping) else na
        cell = F.col(f"`{name}`")
        if not keep_default_na:
            cell = F.coalesce(cell, F.lit(""))
        markers = [*(NA_MARKERS if keep_default_na else ()), *own]
        value = F.when(~cell.isin(markers), cell) if markers else cell
        if dates is not None and name in dates:
            return F.to_timestamp_ntz(value, F.lit(dates[name])).alias(name)
        if thousands is not None and kind in ("BIGINT", "DOUBLE"):
            value = F.replace(value, F.lit(thousands), F.lit(""))
        if decimal != "." and kind in ("FLOAT", "DOUBLE"):  # a point in its place fails to cast
            value = F.translate(value, f"{decimal}.", f".{decimal}")
        number = value.cast(kind)
        for marker in filter(_is_number, own if kind in ("BIGINT", "FLOAT", "DOUBLE") else ()):
            number = F.nullif(number, F.lit(float(marker)).cast(kind))
        return number.alias(name)

    columns = [typed(name, kind) for name, kind in schema.items()]
    if row is not None:
        raw = raw.withColumn(row, F.monotonically_increasing_id())
    if nrows is not None:
        raw = raw.limit(nrows)
    return raw.select(*([row] if row is not None else []), *columns)


def _require_header(lines: DataFrame, expected: list[str]) -> None:
    first = lines.first()
    found = [] if first is None else [(cell or "").removeprefix("\ufeff") for cell in first]
    if found != expected:
        raise ValueError(f"the file has the columns {found}, but the program was translated for {expected}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


NA_MARKERS = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
]  # fmt: skip
"""Texts that pandas reads as missing (``pandas._libs.parsers.STR_NA_VALUES``)."""


def read_csv_files(
    paths: Sequence[str | PathLike[str]], schema: Mapping[str, str], row: str | None = None, **options: Any
) -> DataFrame:
    """Read CSV files of one layout one after the other, as ``pandas.concat`` of ``read_csv`` does.

    Args:
        paths: files in the order in which their rows follow each other.
        schema: column names in file order, with their Spark types.
        row: name of a column that receives each row's position over all files.
        options: as for `read_csv`.
    """
    if not paths:
        raise ValueError("No objects to concatenate")
    if row is None:
        return reduce(DataFrame.unionAll, (read_csv(path, schema, **options) for path in paths))
    parts = [
        read_csv(path, schema, row, **options).withColumn("_file", F.lit(number))
        for number, path in enumerate(paths)
    ]
    position = F.row_number().over(Window.orderBy("_file", row)).cast("bigint") - 1
    return reduce(DataFrame.unionAll, parts).withColumn(row, position).drop("_file")


def read_parquet(path: str | PathLike[str], row: str | None = None) -> DataFrame:
    """Read Parquet as ``pandas.read_parquet`` does: NaN is missing, rows may carry their position.

    Args:
        path: file or directory to read.
        row: name of a column that receives each row's position.
    """
    from pyspark.sql import SparkSession

    frame = SparkSession.builder.getOrCreate().read.parquet(fspath(path))
    columns = [
        F.nanvl(F.col(f"`{c}`"), F.lit(None)).alias(c) if t in ("double", "float") else F.col(f"`{c}`")
        for c, t in frame.dtypes
    ]
    if row is not None:
        return frame.withColumn(row, F.monotonically_increasing_id()).select(row, *columns)
    return frame.select(*columns)
