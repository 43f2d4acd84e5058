"""Files as pandas reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import ENOENT
from functools import lru_cache, reduce
from os import PathLike, fspath
from os.path import exists
from pathlib import PurePath
from typing import Any

from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from .checks import require_values
from .dates import parse_dates


def read_csv(
    path: str | PathLike[str],
    schema: Mapping[str, str] | Mapping[str, Mapping[str, str]],
    row: str | None = None,
    na: Sequence[str] | Mapping[str, Sequence[str]] = (),
    keep_default_na: bool = True,
    thousands: str | None = None,
    decimal: str = ".",
    dates: Mapping[str, str] | None = None,
    nrows: int | None = None,
    check_header: bool = True,
    large: bool = False,
    categories: Mapping[str, Sequence[str]] | None = None,
    **options: Any,
) -> DataFrame:
    """Read a CSV file as ``pandas.read_csv`` does.

    Every cell is read as text first, so that pandas' markers for missing values and quoting
    apply to all columns, and is then cast to the column's type.

    Args:
        path: file to read.
        schema: column names in file order, with their Spark types; or such schemas by file.
        row: name of a column that receives each row's position in the file.
        na: texts that are missing besides pandas' own markers, in every column or by column.
        keep_default_na: whether pandas' own markers count at all.
        thousands: separator of digit groups in numbers.
        decimal: the decimal mark of numbers.
        dates: Spark patterns of date columns that are not written in ISO form.
        nrows: how many rows are read.
        check_header: whether the file's first line has to hold the names in `schema`.
        large: whether the file is worth a look at its lines first: where no cell has a line break,
            its parts are read at the same time.
        categories: by column, the texts that are in it, which the program was translated for.
        options: options of Spark's CSV reader, such as ``sep``.

    Raises:
        FileNotFoundError: when there is no such file.
        ValueError: when the file has other columns than the program was translated for.
    """
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    types: Mapping[str, str] = schema  # type: ignore[assignment]
    if any(isinstance(of_file, Mapping) for of_file in schema.values()):
        types = _of_file(path, schema)
    text = ", ".join(f"`{name}` STRING" for name in types)
    quote = options.get("quote", '"')
    _look_again(path)
    several = not large or row is not None or _has_line_breaks(path, quote)
    settings = {"header": True, "quote": quote, "escape": quote, "multiLine": several, **options}
    with _as_file_error(path):
        if settings["header"] and check_header:
            lines = spark.read.csv(fspath(path), **{**settings, "header": False})
            _require_header(lines, list(types), fspath(path))
        raw = spark.read.csv(fspath(path), schema=text, **settings)

    def typed(name: str, kind: str) -> Column:
        own = na.get(name, ()) if isinstance(na, Mapping) else na
        cell = F.col(f"`{name}`")
        if not keep_default_na:
            cell = F.coalesce(cell, F.lit(""))
        markers = [*(NA_MARKERS if keep_default_na else ()), *own]
        value = F.when(~cell.isin(markers), cell) if markers else cell
        if dates is not None and name in dates:
            return parse_dates(value, dates[name]).alias(name)
        if thousands is not None and kind in ("BIGINT", "DOUBLE"):
            value = F.replace(value, F.lit(thousands), F.lit(""))
        if decimal != "." and kind in ("FLOAT", "DOUBLE"):  # a point in its place fails to cast
            value = F.translate(value, f"{decimal}.", f".{decimal}")
        number = value.cast(kind)
        for marker in filter(_is_number, own if kind in ("BIGINT", "FLOAT", "DOUBLE") else ()):
            number = F.nullif(number, F.lit(float(marker)).cast(kind))
        return number.alias(name)

    columns = [typed(name, kind) for name, kind in types.items()]
    if row is not None:
        raw = raw.withColumn(row, F.monotonically_increasing_id())
    if nrows is not None:
        raw = raw.limit(nrows)
    frame = raw.select(*([row] if row is not None else []), *columns)
    if categories is not None:
        require_values(frame, categories)
    return frame


def _of_file(path: str | PathLike[str], known: Mapping[str, Any]) -> Any:
    """What is known of a file: of the very path, else of the only file with the same name."""
    if fspath(path) in known:
        return known[fspath(path)]
    same = [value for other, value in known.items() if PurePath(other).name == PurePath(path).name]
    if len(same) != 1:
        raise ValueError(f"the program was translated for the files {list(known)}, of which {fspath(path)!r} is none")
    return same[0]


def _look_again(path: str | PathLike[str]) -> None:
    """Forget what was cached of a file, which Spark takes for what is there now."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    if _caches(spark):
        with suppress(PySparkException):  # the read says better what is wrong with a path
            spark.catalog.refreshByPath(fspath(path))


@lru_cache(maxsize=1)
def _caches(spark: Any) -> bool:
    """Whether the engine caches frames; one that does not cannot refresh either."""
    try:
        spark.catalog.refreshByPath("none")
    except PySparkException:
        return False
    return True


def _has_line_breaks(path: str | PathLike[str], quote: str) -> bool:
    """Whether some cell may go on in the next line: its first line has a quote too many."""
    from pyspark.sql import SparkSession

    lines = SparkSession.builder.getOrCreate().read.text(fspath(path))
    if lines.filter(F.col("value").contains(quote)).isEmpty():
        return False
    quotes = F.length("value") - F.length(F.replace("value", F.lit(quote), F.lit("")))
    return not lines.filter(quotes % 2 == 1).isEmpty()


@contextmanager
def _as_file_error(path: str | PathLike[str]) -> Iterator[None]:
    """Python's error for a file that is not there, which programs expect and handle."""
    try:
        yield
    except PySparkException as error:
        if "PATH_NOT_FOUND" in str(error) or "No such file" in str(error):
            raise FileNotFoundError(ENOENT, "No such file or directory", fspath(path)) from error
        raise


def _require_file(path: str, found: bool) -> None:
    """That nothing was found in a file because it is empty; some engines read what is not there as that."""
    if not found and "://" not in path and not exists(path):
        raise FileNotFoundError(ENOENT, "No such file or directory", path)


def _require_header(lines: DataFrame, expected: list[str], path: str) -> None:
    first = lines.first()
    _require_file(path, found=first is not None)
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


def read_parquet(
    path: str | PathLike[str], row: str | None = None, nanoseconds: Sequence[str] | Mapping[str, Sequence[str]] = ()
) -> DataFrame:
    """Read Parquet as ``pandas.read_parquet`` does: NaN is missing, rows may carry their position.

    Args:
        path: file or directory to read.
        row: name of a column that receives each row's position.
        nanoseconds: columns whose timestamps the file stores in nanoseconds; or such columns by file.

    Raises:
        FileNotFoundError: when there is no such file.
        pyspark.errors.PySparkException: when it runs, for times that are finer than Spark's microseconds.
    """
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    if isinstance(nanoseconds, Mapping):
        nanoseconds = _of_file(path, nanoseconds)
    if nanoseconds:
        spark.conf.set("spark.sql.legacy.parquet.nanosAsLong", True)
    _look_again(path)
    try:
        with _as_file_error(path):
            frame = spark.read.parquet(fspath(path))
            types = dict(frame.dtypes)
        _require_file(fspath(path), found=bool(types))
    except PySparkException as error:
        if "Spark data type" not in str(error):
            raise
        frame = _through_arrow(path)  # an engine without nanoseconds or dictionaries
        types = dict(frame.dtypes)

    floats = {name: kind for name, kind in types.items() if kind in ("double", "float")}
    restored = {name: F.nanvl(f"`{name}`", F.lit(None)).cast(kind) for name, kind in floats.items()}
    for name in nanoseconds:
        if types[name] == "bigint":
            restored[name] = _from_nanoseconds(F.col(f"`{name}`"))
    if row is not None:
        frame = _positioned(frame, row).select(row, *(f"`{name}`" for name in types))
    return frame.withColumns(restored) if restored else frame


def _from_nanoseconds(column: Column) -> Column:
    """A timestamp without time zone from nanoseconds since 1970, whatever the session's time zone."""
    day = F.lit(86_400_000_000_000)
    time = F.pmod(column, day)
    days = F.round((column - time) / day).cast("int")
    span = F.make_dt_interval(days, F.lit(0), F.lit(0), (time / 1_000_000_000).cast("decimal(18,6)"))
    too_fine = F.raise_error(F.lit("a time is finer than a microsecond"))
    epoch = F.to_timestamp_ntz(F.lit("1970-01-01 00:00:00"))
    return F.when(F.pmod(column, F.lit(1000)) != 0, too_fine).otherwise(epoch + span)


def _positioned(frame: DataFrame, row: str) -> DataFrame:
    """The rows of one file with their positions; ids only grow from one part of a file to the next."""
    positioned = frame.withColumn(row, F.col("_metadata.row_index"))
    try:
        positioned.schema  # noqa: B018
    except Exception:  # an engine without file metadata, which numbers the rows of a file one by one
        numbered = frame.withColumn(row, F.monotonically_increasing_id())
        return numbered.filter(F.col(row) >= 0)  # keeps the numbering before whatever comes next
    return positioned


def _through_arrow(path: str | PathLike[str]) -> DataFrame:
    import pyarrow as pa
    import pyarrow.parquet as pq
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    table = pq.read_table(fspath(path))

    def plain(kind: Any) -> Any:
        if pa.types.is_timestamp(kind):
            return pa.timestamp("us", kind.tz)
        signed = {pa.uint8(): pa.int16(), pa.uint16(): pa.int32(), pa.uint32(): pa.int64()}
        return kind.value_type if pa.types.is_dictionary(kind) else signed.get(kind, kind)

    schema = pa.schema([pa.field(f.name, plain(f.type)) for f in table.schema])
    spark = SparkSession.builder.getOrCreate()
    if not table.num_rows:
        return spark.createDataFrame([], from_arrow_schema(schema, prefer_timestamp_ntz=True))
    return spark.createDataFrame(table.cast(schema))
