"""A pandas frame as an Arrow table that Delta can store, with a word on everything that is not the same there."""

from __future__ import annotations

import datetime
import decimal
import json
import re
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

UNFIT = re.compile(r"[ ,;{}()\n\t=]+")
ROW = "_row"
NOT_A_FRAME = "stands for"
"""The attribute of frames that were made of something else, with its type."""

KEPT = frozenset({"int8", "int16", "int32", "int64", "float32", "float64", "bool"})
"""dtypes that are the same in a table."""

SIGNED = {"uint8": "int16", "uint16": "int32", "uint32": "int64"}


class Lossy(Exception):
    """A column has no form in Delta that keeps its values."""


class Policy:
    """What to do where Delta has no type of its own.

    `rows`: whether each row's position is stored, and what pandas' columns are is told; `mixed`: "refuse" or "json" for
    columns of mixed Python objects; `naive`: "ntz" or "utc" for timestamps without zone; `truncate`: whether times finer
    than microseconds may be cut.
    """

    def __init__(self, mixed: str = "refuse", naive: str = "ntz", truncate: bool = False, rows: bool = False) -> None:
        self.mixed, self.naive, self.truncate, self.rows = mixed, naive, truncate, rows


class Result:
    """An Arrow `table`, the `deviations` by column, the `renames` of columns, and `facts` of what pandas holds."""

    def __init__(self) -> None:
        self.table: Any = None
        self.facts: dict[str, Any] | None = None
        self.deviations: dict[str, str] = {}
        self.renames: dict[str, str] = {}


def to_arrow(frame: pd.DataFrame, policy: Policy) -> Result:
    """The table for a frame.

    Raises:
        Lossy: when a column cannot be stored without loss.
    """
    result = Result()
    flat = _flat(frame, result)
    names = _names(flat, result)
    arrays, fields = [], []
    for position, name in enumerate(names):
        array, metadata = _array(flat.iloc[:, position], name, policy, result)
        arrays.append(array)
        fields.append(pa.field(name, array.type, metadata={k: str(v) for k, v in metadata.items()} or None))
    if policy.rows:
        if ROW in names:
            raise Lossy(f"a column is called {ROW}, as the position of rows is")
        arrays.insert(0, pa.array(range(len(flat)), pa.int64()))
        fields.insert(0, pa.field(ROW, pa.int64()))
        result.facts = _facts(frame, flat, names, result)
    result.table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    result.table.validate(full=True)
    return result


def _facts(frame: pd.DataFrame, flat: pd.DataFrame, names: list[str], result: Result) -> dict[str, Any]:
    """What pandas holds: columns by its names, and columns of the table with row labels."""
    told = [_fact(flat.iloc[:, position], result.deviations.get(name, "")) for position, name in enumerate(names)]
    levels = len(names) - frame.shape[1]
    labels = [None if label is None else str(label) for label in frame.index.names][:levels]
    columns = {str(label): fact for label, fact in zip(frame.columns, told[levels:], strict=True)}
    if len(columns) < frame.shape[1] or not all(isinstance(label, str) for label in frame.columns):
        columns = {str(label): {**fact, "dtype": ""} for label, fact in columns.items()}
    kind = frame.attrs.get(NOT_A_FRAME, "DataFrame")
    if frame.columns.name is not None:
        kind = "DataFrame whose columns have a name"
    stored = list(zip(names[:levels], told[:levels], strict=True))
    return {"kind": str(kind), "columns": columns, "levels": stored, "labels": labels}


def _fact(series: Any, deviation: str) -> dict[str, Any]:
    """The translator's name of a dtype, empty where the table has another form; and whether missing cells are None."""
    pandas, missing = str(series.dtype), series.isna()
    dtype = pandas if pandas in KEPT else "datetime" if pandas.startswith("datetime64") and "," not in pandas else ""
    none = False
    if series.dtype == object:
        kind = pd.api.types.infer_dtype(series, skipna=True)
        nones = int(sum(value is None for value in series[missing])) if missing.any() else 0
        none = bool(nones)
        dtype = {"string": "str", "date": "date"}.get(kind, "")
        if nones not in (0, int(missing.sum())):  # None and NaN, which a table does not tell apart
            dtype = ""
    if deviation not in ("", "index level", "NaN is stored as missing"):
        dtype = ""
    return {"dtype": dtype, "pandas": pandas, "missing": bool(missing.any()), "none": none}


def _flat(frame: pd.DataFrame, result: Result) -> pd.DataFrame:
    """Index levels as columns; the default index is none."""
    index = frame.index
    plain = isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1 and index.name is None
    if isinstance(frame.columns, pd.MultiIndex):
        frame = frame.copy(deep=False)
        frame.columns = ["__".join(str(part) for part in label if part != "") for label in frame.columns]
        result.deviations["*"] = "several levels of column names are joined by __"
    if plain:
        return frame
    taken = set(map(str, frame.columns))
    names = [str(n) if n is not None else f"level_{i}" if index.nlevels > 1 else "index" for i, n in enumerate(index.names)]
    for name in names:
        if name in taken or names.count(name) > 1:
            raise Lossy(f"the index level {name!r} has the name of a column")
        result.deviations[name] = "index level"
    levels = [index.get_level_values(i) for i in range(index.nlevels)]
    columns = [pd.Series(level).reset_index(drop=True) for level in levels]
    data = [frame.iloc[:, i].reset_index(drop=True) for i in range(frame.shape[1])]
    flat = pd.concat([*columns, *data], axis=1) if columns or data else frame
    flat.columns = [*names, *frame.columns]
    return flat


def _names(frame: pd.DataFrame, result: Result) -> list[str]:
    """Names that every reader of Delta takes: no spaces and brackets, distinct without regard to case."""
    names: list[str] = []
    taken: set[str] = set()
    for label in frame.columns:
        text = str(label)
        name = UNFIT.sub("_", text) or "_"
        while name.lower() in taken:
            name += "_"
        taken.add(name.lower())
        if name != label:
            result.renames[name] = text
        names.append(name)
    return names


def _array(series: Any, name: str, policy: Policy, result: Result) -> tuple[Any, dict[str, Any]]:
    """The column's Arrow array and what its metadata has to say."""
    dtype = series.dtype
    note = result.deviations.setdefault
    if isinstance(dtype, pd.CategoricalDtype):
        values = series.astype(dtype.categories.dtype) if len(dtype.categories) else series.astype(object)
        array, metadata = _array(values, name, policy, result)
        note(name, "categories are in the metadata")
        order = json.dumps([str(c) for c in dtype.categories])
        return array, {**metadata, "pandas_categories": order, "pandas_ordered": str(bool(dtype.ordered)).lower()}
    if isinstance(dtype, pd.SparseDtype):
        note(name, "sparse values are stored densely")
        return _array(series.sparse.to_dense(), name, policy, result)
    if isinstance(dtype, pd.PeriodDtype):
        note(name, "periods are stored as text")
        return _texts(series), {"pandas_period": dtype.freq.freqstr}
    if isinstance(dtype, pd.IntervalDtype):
        note(name, "intervals are stored as left and right")
        left, right = series.array.left, series.array.right
        parts = [_array(pd.Series(part), name, policy, result)[0] for part in (left, right)]
        mask = pa.array(np.asarray(series.isna()))
        return pa.StructArray.from_arrays(parts, ["left", "right"], mask=mask), {"pandas_closed": dtype.closed}
    if dtype == object:
        return _objects(series, name, policy, result)
    return _plain(pa.Array.from_pandas(series), series, name, policy, result)


def _plain(array: Any, series: Any, name: str, policy: Policy, result: Result) -> tuple[Any, dict[str, Any]]:
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], array.type)
    kind, note = array.type, result.deviations.setdefault
    if pa.types.is_dictionary(kind):
        array = array.dictionary_decode()
        kind = array.type
    if pa.types.is_large_string(kind) or str(kind) == "string_view":
        return array.cast(pa.string()), {}
    if str(kind) in SIGNED:
        note(name, f"{kind} is stored as {SIGNED[str(kind)]}")
        return array.cast(SIGNED[str(kind)]), {"pandas_dtype": kind}
    if pa.types.is_uint64(kind):
        note(name, "uint64 is stored as decimal(20,0)")
        return array.cast(pa.decimal128(20, 0)), {"pandas_dtype": kind}
    if pa.types.is_float16(kind):
        note(name, "float16 is stored as float")
        return array.cast(pa.float32()), {"pandas_dtype": kind}
    if pa.types.is_duration(kind):
        note(name, "time spans are stored as whole nanoseconds")
        return array.cast(pa.duration("ns")).cast(pa.int64()), {"pandas_timedelta": "ns"}
    if pa.types.is_timestamp(kind):
        return _times(array, name, policy, result)
    if pa.types.is_null(kind):
        note(name, "a column without any value is stored as text")
        return array.cast(pa.string()), {}
    if pa.types.is_floating(kind) and len(series) and bool(series.isna().any()):
        note(name, "NaN is stored as missing")
    return array, {}


def _times(array: Any, name: str, policy: Policy, result: Result) -> tuple[Any, dict[str, Any]]:
    zone = array.type.tz
    try:
        array = array.cast(pa.timestamp("us", zone))
    except pa.ArrowInvalid as error:
        if not policy.truncate:
            raise Lossy(f"column {name!r} holds times finer than microseconds") from error
        result.deviations[name] = "times are cut to microseconds"
        array = array.cast(pa.timestamp("us", zone), safe=False)
    if zone is not None:
        result.deviations.setdefault(name, f"the zone {zone} is in the metadata")
        return array.cast(pa.timestamp("us", "UTC")), {"pandas_zone": zone}
    if policy.naive == "utc":
        result.deviations.setdefault(name, "times without zone are stored as UTC")
        return array.cast(pa.timestamp("us", "UTC")), {"pandas_zone": ""}
    return array, {}


def _texts(series: Any) -> Any:
    return pa.array([None if pd.isna(v) else str(v) for v in series], pa.string())


def _objects(series: Any, name: str, policy: Policy, result: Result) -> tuple[Any, dict[str, Any]]:
    """Python objects of one kind keep their kind; a mixture is refused or written as JSON."""
    if pd.api.types.infer_dtype(series, skipna=True) == "string":
        return pa.array(series, pa.string(), from_pandas=True), {}
    present = series[series.notna()] if not _holds_collections(series) else series[[v is not None for v in series]]
    kinds = {type(v) for v in present}
    note = result.deviations.setdefault
    if not kinds:
        note(name, "a column without any value is stored as text")
        return pa.nulls(len(series), pa.string()), {}
    values = [None if v is None or (not isinstance(v, (list, tuple, dict, set, np.ndarray)) and pd.isna(v)) else v
              for v in series]  # fmt: skip
    if kinds <= {datetime.time}:
        note(name, "times of day are stored as text")
        return pa.array([None if v is None else v.isoformat() for v in values], pa.string()), {"pandas_time": "iso"}
    uniform = len(kinds) == 1 or kinds <= {bool, np.bool_} or kinds <= {str, np.str_} or kinds <= {list, np.ndarray}
    simple = (str, np.str_, bool, np.bool_, bytes, datetime.date, decimal.Decimal, list, tuple, dict, np.ndarray)
    if uniform and issubclass(next(iter(kinds)), simple) and not kinds & {pd.Timestamp, datetime.datetime}:
        try:
            array = pa.array(values, from_pandas=True)
            if not pa.types.is_null(array.type):
                return _plain(array, pd.Series(dtype=object), name, policy, result)
        except (pa.ArrowException, ValueError, OverflowError):
            pass
    if policy.mixed == "json":
        note(name, "mixed objects are stored as JSON text")
        return pa.array([None if v is None else json.dumps(v, default=str) for v in values], pa.string()), {
            "pandas_mixed": "json"
        }
    shown = ", ".join(sorted(k.__name__ for k in kinds)[:4])
    raise Lossy(f"column {name!r} holds {shown} objects")


def _holds_collections(series: Any) -> bool:
    return any(isinstance(v, (list, tuple, dict, set, np.ndarray)) for v in series)
