"""Between Spark and the driver: frames, checked hand-overs, single values."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def to_pandas(
    frame: DataFrame,
    index: Sequence[str] = (),
    names: Sequence[str | None] | None = None,
    dtypes: Mapping[str, Any] | None = None,
    none: Sequence[str] = (),
    freq: str | None = None,
    places: Sequence[str] = (),
) -> pd.DataFrame:
    """Bring the rows to the driver as the pandas frame that the original program had.

    Args:
        frame: the rows, already in the wanted order.
        index: columns that become the index; a single default label column loses its name.
        names: index names, where they differ from the column names.
        dtypes: dtypes that Spark does not carry; a list is the categories of a categorical,
            a tuple those of an ordered one, intervals those of numbers that were cut; "list" makes lists of arrays.
        none: object columns whose missing cells are None; elsewhere they are NaN.
        freq: the frequency of an index of times, where its labels follow each other in that step.
        places: columns in whose order the rows were numbered before they were sorted otherwise; the
            numbers become the index.
    """
    rows = frame.toPandas()
    numbers = np.argsort(rows.sort_values(list(places)).index.to_numpy()) if places else None
    result = restored(rows, index, names, dtypes, none)
    if numbers is not None and (numbers != np.arange(len(result))).any():
        result.index = pd.Index(numbers)
    return result if freq is None else _with_frequency(result, freq)


def restored(
    result: pd.DataFrame,
    index: Sequence[str] = (),
    names: Sequence[str | None] | None = None,
    dtypes: Mapping[str, Any] | None = None,
    none: Sequence[str] = (),
) -> pd.DataFrame:
    """Rows of Spark with the labels, dtypes and missing cells that pandas has (see :func:`to_pandas`)."""
    result.attrs = {}  # Spark 4.2 leaves plan metrics there, which writers choke on
    for column in [c for c in none if result[c].dtype != object and result[c].isna().all()]:
        result[column] = None  # Spark reads a Parquet column without any value as numbers
    for column in result.columns[result.dtypes == object].difference(list(none)):
        cells = result[column].to_numpy(copy=True)
        cells[pd.isna(cells)] = np.nan  # one object, as sets and dicts tell several apart
        result[column] = cells
    for column, dtype in (dtypes or {}).items():
        if isinstance(dtype, (list, tuple, pd.IntervalIndex)):
            held = [category if isinstance(category, int) else str(category) for category in dtype]
            labels: Any = dtype if isinstance(dtype, pd.IntervalIndex) else list(dtype)
            places = pd.Index(held).get_indexer(pd.Index(result[column]))
            ordered = not isinstance(dtype, list)
            result[column] = pd.Categorical.from_codes(places, labels, ordered=ordered)
        elif dtype == "list":
            result[column] = pd.Series([c if c is None or c is np.nan else list(c) for c in result[column]], dtype="object")
        else:
            result[column] = result[column].astype(dtype)
    if index:
        result = result.set_index(list(index))
        default = list(index) == ["_row"]
        if default and (result.index == np.arange(len(result))).all():
            result = result.reset_index(drop=True)
        result.index.names = list(names) if names is not None else [None] if default else list(index)
    return result


def _with_frequency(frame: pd.DataFrame, freq: str) -> pd.DataFrame:
    """The frame with the frequency of its index, which pandas keeps for rows without gaps, also in reverse."""
    index: Any = frame.index
    step = pd.tseries.frequencies.to_offset(freq)
    if len(index) > 1 and index[0] > index[1]:
        step = -1 * step
    with contextlib.suppress(ValueError):  # there are gaps
        index.freq = step
    return frame


def from_pandas(frame: pd.DataFrame, schema: Mapping[str, str]) -> DataFrame:
    """Hand a pandas frame to Spark, after the check that it is what the program was translated for.

    Args:
        frame: the rows, with index levels as columns.
        schema: column names in order, with their Spark types.

    Raises:
        ValueError: when a column is missing, new, or of another type, or rows do not have the labels 0, 1, 2 ….
    """
    from pyspark.sql import SparkSession

    if list(frame.columns) != list(schema):
        raise ValueError(f"columns are {list(frame.columns)}, but the program was translated for {list(schema)}")
    if "_row" in schema and (frame["_row"] != range(len(frame))).any():  # sorting keeps them where it moves no row
        raise ValueError("the labels of the rows are not 0, 1, 2 ..., but the program was translated for these")
    for name, kind in schema.items() if len(frame) else ():
        if frame[name].dtype.kind == "f" and "O" in PANDAS_KINDS.get(kind, "") and frame[name].isna().all():
            frame = frame.assign(**{name: None})  # pandas makes floats of a column without values
        if not _holds(frame[name], kind):
            raise ValueError(f"column {name!r} is {frame[name].dtype}, but the program was translated for {kind}")
    fields = ", ".join("`" + name.replace("`", "``") + f"` {kind}" for name, kind in schema.items())
    return SparkSession.builder.getOrCreate().createDataFrame(frame, fields)


def _holds(column: pd.Series, kind: str) -> bool:
    """Whether Spark's type holds every value of a pandas column as it is."""
    if column.dtype.kind not in PANDAS_KINDS.get(kind, "iu"):
        return False
    if column.dtype == object:
        return pd.api.types.infer_dtype(column, skipna=True) in ("empty", OBJECTS[kind])
    if column.dtype.kind not in "mM":
        return True
    nanoseconds = column.dt.nanosecond if column.dtype.kind == "M" else column.dt.nanoseconds
    return not nanoseconds.any()  # Spark counts in microseconds


PANDAS_KINDS = {
    "DOUBLE": "f", "FLOAT": "f", "BOOLEAN": "bO", "STRING": "O", "DATE": "O",
    "TIMESTAMP_NTZ": "M", "INTERVAL DAY TO SECOND": "m",
}  # fmt: skip
"""NumPy's kinds of dtype for Spark types; all others are whole numbers."""

OBJECTS = {"STRING": "string", "BOOLEAN": "boolean", "DATE": "date"}
"""What ``infer_dtype`` calls the values of an object column."""


DTYPES = {
    "bigint": "int64", "int": "int32", "smallint": "int16", "tinyint": "int8", "double": "float64", "float": "float32",
    "boolean": "bool", "timestamp_ntz": "datetime64[ns]",
}  # fmt: skip


def dtype_of(frame: DataFrame, column: str) -> np.dtype[Any]:
    """The dtype that pandas has for a column; texts and dates are objects."""
    return np.dtype(DTYPES.get(frame.schema[column].dataType.simpleString(), "object"))


def computed_once(frame: DataFrame) -> DataFrame:
    """The rows as they are now, however often they are read: few of them, such as one for each group.

    Sums of floats differ in their last digits when they are added up again in another order, and what
    was equal would not be any more.
    """
    return frame.sparkSession.createDataFrame(frame.toArrow(), schema=frame.schema)


def scalar(frame: DataFrame, missing: Any = np.nan) -> Any:
    """The single value of a one-row, one-column frame as pandas gives it: `missing`, NaN by default, for null."""
    value = scalars(frame)[0]
    return missing if missing is pd.NA and pd.isna(value) else value


def unwrapped(value: Any) -> Any:
    """A number of NumPy as Python's own; NaN is that already."""
    return value.item() if isinstance(value, np.generic) else value


def scalars(row: DataFrame) -> tuple[Any, ...]:
    """The values of a one-row frame, each as pandas gives it."""
    found = row.toPandas()
    return tuple(_as_in_pandas(found.iat[0, place]) for place in range(found.shape[1]))


def _as_in_pandas(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return list(value)
    return np.nan if value is None else value


def column_values(row: DataFrame) -> pd.Series:
    """A one-row aggregate as the pandas Series that a whole-frame reduction gives."""
    result = row.toPandas().iloc[0].rename(None)
    if result.dtype != object:
        return result
    values = [np.nan if value is None or value is pd.NA else value for value in result]
    return pd.Series(values, index=result.index, dtype="object")  # NaT stays what it is


def lit(value: Any) -> Column:
    """A driver-side value as a column; NaN, NaT and None are null, NumPy scalars are unwrapped."""
    if isinstance(value, np.floating) and np.isnan(value):  # whole numbers minus it are floats
        return F.lit(None).cast("double")
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return F.lit(None)
    return F.lit(unwrapped(value))
