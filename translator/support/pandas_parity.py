"""Small functions that give pandas' answers with native Spark expressions.

This module is written beside translated programs. Every function is built from Spark's own
expressions (no Python UDF), and runs with ANSI mode on and off and on Spark Connect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from os import PathLike, fspath
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def to_pandas(
    frame: DataFrame,
    index: Sequence[str] = (),
    names: Sequence[str | None] | None = None,
    dtypes: Mapping[str, Any] | None = None,
    none: Sequence[str] = (),
) -> pd.DataFrame:
    """Bring the rows to the driver as the pandas frame that the original program had.

    Args:
        frame: the rows, already in the wanted order.
        index: columns that become the index; a single default label column loses its name.
        names: index names, where they differ from the column names.
        dtypes: dtypes that Spark does not carry; a list is the categories of a categorical,
            a tuple those of an ordered one.
        none: object columns whose missing cells are None; elsewhere they are NaN.
    """
    result = frame.toPandas()
    result.attrs = {}  # Spark 4.2 leaves plan metrics there, which writers choke on
    for column in result.columns[result.dtypes == object].difference(list(none)):
        result[column] = result[column].where(result[column].notna(), np.nan)
    for column, dtype in (dtypes or {}).items():
        ordered = isinstance(dtype, tuple)
        target = pd.CategoricalDtype(dtype, ordered) if ordered or isinstance(dtype, list) else dtype
        result[column] = result[column].astype(target)
    if index:
        result = result.set_index(list(index))
        default = list(index) == ["_row"]
        if default and (result.index == np.arange(len(result))).all():
            result = result.reset_index(drop=True)
        result.index.names = list(names) if names is not None else [None] if default else list(index)
    return result


def from_pandas(frame: pd.DataFrame, schema: Mapping[str, str]) -> DataFrame:
    """Hand a pandas frame to Spark, after the check that it is what the program was translated for.

    Args:
        frame: the rows, with index levels as columns.
        schema: column names in order, with their Spark types.

    Raises:
        ValueError: when a column is missing, new, or of another type.
    """
    from pyspark.sql import SparkSession

    if list(frame.columns) != list(schema):
        raise ValueError(f"columns are {list(frame.columns)}, but the program was translated for {list(schema)}")
    for name, kind in schema.items():
        found = frame[name].dtype
        if found.kind not in PANDAS_KINDS.get(kind, "iu"):
            raise ValueError(f"column {name!r} is {found}, but the program was translated for {kind}")
    fields = ", ".join("`" + name.replace("`", "``") + f"` {kind}" for name, kind in schema.items())
    return SparkSession.builder.getOrCreate().createDataFrame(frame, fields)


PANDAS_KINDS = {
    "DOUBLE": "f", "FLOAT": "f", "BOOLEAN": "bO", "STRING": "O", "DATE": "O",
    "TIMESTAMP_NTZ": "M", "INTERVAL DAY TO SECOND": "m",
}  # fmt: skip
"""NumPy's kinds of dtype for Spark types; all others are whole numbers."""


def scalar(frame: DataFrame) -> Any:
    """The single value of a one-row, one-column frame as pandas gives it: NaN when missing."""
    value = frame.toPandas().iat[0, 0]
    return np.nan if value is None else value


def require_unique(frame: DataFrame, keys: Sequence[str], side: str, kind: str) -> DataFrame:
    """The frame, after the check that ``merge(validate=...)`` makes: its join keys do not repeat.

    Raises:
        pandas.errors.MergeError: when some combination of keys occurs more than once.
    """
    repeated = frame.groupBy(*(f"`{key}`" for key in keys)).count().filter(F.col("count") > 1)
    if repeated.limit(1).count():
        raise pd.errors.MergeError(f"Merge keys are not unique in {side} dataset; not a {kind} merge")
    return frame


def require_values(frame: DataFrame, values: Mapping[str, Sequence[Any]]) -> DataFrame:
    """The frame, after the check that its columns hold the very values that columns were made for.

    Args:
        frame: the rows.
        values: by column, the values that have to occur; missing ones do not count.

    Raises:
        ValueError: when a value does not occur, or another one does.
    """
    found = frame.agg(*(F.collect_set(f"`{name}`").alias(name) for name in values)).collect()[0]
    for name, known in values.items():
        if set(found[name]) != set(known):
            new, gone = set(found[name]) - set(known), set(known) - set(found[name])
            raise ValueError(
                f"column {name!r} has other values than the program was translated for: new {new}, gone {gone}"
            )
    return frame


def every_period(frame: DataFrame, column: str, step: str) -> DataFrame:
    """A row for every period from the first to the last one, as ``resample`` has them.

    Args:
        frame: one row for each period that has rows.
        column: the date that each period starts at.
        step: interval to the next start, such as ``"1 month"``.
    """
    ends = frame.agg(F.min(column).alias("first"), F.max(column).alias("last"))
    starts = ends.select(F.explode(F.sequence("first", "last", F.expr(f"interval {step}"))).alias(column))
    return starts.join(frame, column, "left")


def pivot(
    frame: DataFrame, index: Sequence[str], column: str, value: str, labels: Sequence[str]
) -> DataFrame:
    """One row per combination of `index` and one column per label, as ``DataFrame.pivot`` gives them.

    Args:
        frame: the rows.
        index: columns that stay beside the table.
        column: column whose values become columns.
        value: column with the cells.
        labels: the values of `column` that the program was translated for.

    Raises:
        ValueError: when a cell occurs twice, a key is missing, or the labels are others.
    """
    keys = [*index, column]
    cells = frame.groupBy(*keys).agg(F.count("*").alias("_cells")).select(
        "_cells", reduce(Column.__or__, (F.col(key).isNull() for key in keys)).alias("_missing")
    )
    most, missing = cells.agg(F.max("_cells"), F.bool_or("_missing")).collect()[0]
    if most is not None and most > 1:
        raise ValueError("Index contains duplicate entries, cannot reshape")
    if missing:
        raise ValueError(f"a key in {keys} is missing, but the program was translated for data without")
    checked = require_values(frame, {column: labels})
    return checked.groupBy(*index).pivot(column, list(labels)).agg(F.first(value))


def lit(value: Any) -> Column:
    """A driver-side value as a column; NaN, NaT and None are null, NumPy scalars are unwrapped."""
    if value is None or value is pd.NaT or value != value:
        return F.lit(None)
    return F.lit(value.item() if isinstance(value, np.generic) else value)


def divide(left: Column, right: Column) -> Column:
    """``left / right`` as pandas divides: x/0 is ±inf and 0/0 is missing."""
    infinite = F.when(left > 0, F.lit(np.inf)).when(left < 0, F.lit(-np.inf))
    zero = F.lit(0)
    quotient = left / F.nullif(right, zero)
    return F.when(right == zero, infinite).otherwise(quotient)


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


def column_values(row: DataFrame) -> pd.Series:
    """A one-row aggregate as the pandas Series that a whole-frame reduction gives."""
    result = row.toPandas().iloc[0].rename(None)
    return result.where(result.notna(), np.nan) if result.dtype == object else result


def describe(frame: DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """``DataFrame.describe`` of number columns, computed in one aggregation."""
    statistics = []
    for name in columns:
        value = F.col(f"`{name}`").cast("double")
        quantiles = [F.percentile(value, F.lit(share)) for share in (0.25, 0.5, 0.75)]
        count = F.count(value).cast("double")
        statistics += [count, F.avg(value), F.stddev_samp(value), F.min(value), *quantiles, F.max(value)]
    labels = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]
    names = [f"{i}" for i in range(len(statistics))]
    row = frame.agg(*(s.alias(n) for s, n in zip(statistics, names, strict=True))).toPandas()
    values = row.astype("float64").to_numpy().reshape(len(columns), len(labels))
    return pd.DataFrame(values.T, index=labels, columns=list(columns))


def lookup(column: Column, table: Mapping[Any, Any]) -> Column:
    """Each value looked up in a dict; what is not a key is missing (``Series.map``)."""
    (first, value), *rest = table.items()
    found = F.when(column == first, F.lit(value))
    for key, value in rest:
        found = found.when(column == key, F.lit(value))
    return found


def log(column: Column) -> Column:
    """Natural logarithm as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.ln(column))


def log2(column: Column) -> Column:
    """Logarithm to base 2 as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.log2(column))


def log10(column: Column) -> Column:
    """Logarithm to base 10 as numpy gives it: -inf at zero, missing below."""
    return F.when(column == 0, F.lit(-np.inf)).when(column > 0, F.log10(column))


def log1p(column: Column) -> Column:
    """``log(1 + x)`` as numpy gives it: -inf at -1, missing below."""
    return F.when(column == -1, F.lit(-np.inf)).when(column > -1, F.log1p(column))


WHITESPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Python counts as whitespace (``str.isspace``); Spark's trim takes spaces only."""


def strip(column: Column) -> Column:
    """``str.strip()``."""
    return F.btrim(column, F.lit(WHITESPACE))


def lstrip(column: Column) -> Column:
    """``str.lstrip()``."""
    return F.ltrim(column, F.lit(WHITESPACE))


def rstrip(column: Column) -> Column:
    """``str.rstrip()``."""
    return F.rtrim(column, F.lit(WHITESPACE))


def extract(column: Column, pattern: str) -> Column:
    """What the first group matches, missing where the pattern does not occur."""
    return F.when(column.rlike(pattern), F.regexp_extract(column, pattern, 1))


def to_number(column: Column) -> Column:
    """Texts as numbers, missing where they are none (``to_numeric(errors="coerce")``)."""
    number = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
    text = strip(column)
    return F.when(text.rlike(number), text).cast("double")


def floor_divide(left: Column, right: int) -> Column:
    """``left // right`` for whole numbers and a positive divisor, exact beyond 2**53."""
    multiple = left - F.pmod(left, F.lit(right))
    return (multiple.cast("decimal(20,0)") / F.lit(right)).cast("bigint")


def floor_quotient(left: Column, right: float) -> Column:
    """``left // right`` for floats and a positive divisor; of an infinite number it is missing."""
    quotient = F.rint((left - F.pmod(left, F.lit(right))) / F.lit(right))
    return F.nanvl(quotient, F.lit(None))


def parse_dates(column: Column, pattern: str, coerce: bool = False) -> Column:
    """Texts to dates and times by a Spark pattern, as ``pandas.to_datetime(format=...)``.

    Empty texts are missing. With `coerce` so is what does not fit the pattern, and what lies
    outside the years that pandas' nanoseconds can hold. Needs the session time zone UTC.
    """
    text = F.nullif(column, F.lit(""))
    if not coerce:
        return F.to_timestamp(text, pattern).cast("timestamp_ntz")
    moment = F.try_to_timestamp(text, F.lit(pattern)).cast("timestamp_ntz")
    return F.when(F.year(moment).between(1678, 2261), moment)
