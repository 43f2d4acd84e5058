"""Turns live objects into the neutral values that are compared.

Spark frames are recognised by what they offer, so that nothing here imports pyspark; they are read
through Arrow, because `toPandas` would already have turned integers with nulls into floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translator.harness.values import (
    MISSING,
    NANOSECOND,
    Bundle,
    Captured,
    Column,
    Opaque,
    Plain,
    Table,
    cell,
    family_of,
    is_missing,
    plain,
)

BUNDLED = 200
"""Containers of more objects than this are not taken apart."""

_PLAIN = frozenset(
    {
        "bool", "int", "float", "string", "bytes", "decimal", "datetime", "date", "time",
        "timedelta", "complex", MISSING,
    }
)  # fmt: skip
_CONTAINERS = frozenset({"list", "tuple", "dict", "set", "frozenset"})


def is_spark_frame(value: Any) -> bool:
    """Tell whether a value is a Spark frame, classic or Connect."""
    return type(value).__module__.startswith("pyspark.sql") and hasattr(value, "toPandas")


def is_spark_column(value: Any) -> bool:
    """Tell whether a value is a Spark column expression."""
    kind = type(value)
    return kind.__module__.startswith("pyspark.sql") and kind.__name__ == "Column"


def capture(value: Any, limit: int = 2_000_000) -> Captured:
    """Return the neutral form of any value; what cannot be compared becomes `Opaque`."""
    if isinstance(value, Table | Plain | Bundle | Opaque):
        return value
    if is_spark_frame(value):
        return from_spark(value)
    module = type(value).__module__.split(".")[0]
    if module == "pandas":
        table = from_pandas(value)
        if table is not None:
            return table
    if type(value).__name__ == "ndarray" and module == "numpy":
        return from_array(value)
    if is_missing(value):
        return Plain(MISSING, None)
    family = family_of(value)
    if family in _PLAIN or (family in _CONTAINERS and _is_plain(value, limit)):
        return plain(value)
    if family in ("list", "tuple", "dict") and type(value).__module__ == "builtins":
        return _bundle(value, family, limit)
    return Opaque(f"{type(value).__module__}.{type(value).__qualname__}")


def _bundle(value: Any, family: str, limit: int) -> Captured:
    """Return a container of frames and the like item by item, if it is not too long."""
    items = list(value.items()) if family == "dict" else list(enumerate(value))
    if len(items) > BUNDLED or not all(_is_plain([key], limit) for key, _ in items):
        return Opaque(f"{family} of {len(items)} objects")
    return Bundle(family, [plain(key) for key, _ in items], [capture(i, limit) for _, i in items])


def _is_plain(value: Any, limit: int) -> bool:
    """Tell whether a container holds nothing but plain values, however deeply."""
    waiting, seen = [value], 0
    while waiting:
        item = waiting.pop()
        seen += 1
        if seen > limit:
            return False
        family = MISSING if is_missing(item) else family_of(item)
        if family == "dict":
            waiting.extend(dict(item).keys() if isinstance(item, dict) else ())
            waiting.extend(dict(item).values() if isinstance(item, dict) else ())
        elif family in _CONTAINERS:
            waiting.extend(item)
        elif family not in _PLAIN:
            return False
    return True


def from_spark(frame: Any) -> Table:
    """Bring a Spark frame to the driver."""
    return from_arrow(frame.toArrow())


def from_arrow(table: Any) -> Table:
    """Return an Arrow table in neutral form."""
    columns = [arrow_column(name, table.column(position)) for position, name in enumerate(table.schema.names)]
    return Table(columns, table.num_rows, None, form="frame", origin="spark")


def arrow_column(name: str, data: Any) -> Column:
    """Return one Arrow column in neutral form."""
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    kind = data.type
    if pa.types.is_dictionary(kind):
        data = data.cast(kind.value_type)
        kind = data.type
    dtype = str(kind)
    if pa.types.is_timestamp(kind) or pa.types.is_duration(kind):
        step = NANOSECOND[kind.unit]
        ticks = data.cast(pa.int64()).to_pylist()
        family = "datetime" if pa.types.is_timestamp(kind) else "timedelta"
        return Column(name, family, [None if t is None else t * step for t in ticks], dtype)
    cells = data.to_pylist()
    if pa.types.is_floating(kind):
        nan = any(value is not None and value != value for value in cells)
        cells = [None if value is None or value != value else value for value in cells]
        return Column(name, "float", cells, dtype, not pa.types.is_float64(kind), nan)
    for test, family in (
        (pa.types.is_boolean, "bool"),
        (pa.types.is_integer, "int"),
        (pa.types.is_string, "string"),
        (pa.types.is_large_string, "string"),
        (pa.types.is_date, "date"),
        (pa.types.is_decimal, "decimal"),
        (pa.types.is_null, MISSING),
        (pa.types.is_binary, "bytes"),
    ):
        if test(kind):
            return Column(name, family, cells, dtype)
    family = "dict" if pa.types.is_struct(kind) or pa.types.is_map(kind) else "list"
    if pa.types.is_map(kind):
        cells = [None if value is None else dict(value) for value in cells]
    return Column(name, family, [cell(value) for value in cells], dtype)


def from_pandas(value: Any) -> Table | None:
    """Return a DataFrame, Series or Index in neutral form, None for anything else."""
    import pandas as pd

    if isinstance(value, pd.DataFrame):
        columns = [
            pandas_column(name, value.iloc[:, position]) for position, name in enumerate(value.columns)
        ]
        return Table(columns, len(value), levels(value.index), is_default(value.index))
    if isinstance(value, pd.Series):
        column = pandas_column(value.name, value)
        index = value.index
        return Table([column], len(value), levels(index), is_default(index), form="series")
    if isinstance(value, pd.Index):
        return Table(levels(value), len(value), None, form="index")
    if isinstance(value, pd.api.extensions.ExtensionArray):
        column = pandas_column(None, pd.Series(value))
        return Table([column], len(value), None, form="array")
    return None


def levels(index: Any) -> list[Column]:
    """Return the levels of an index as columns."""
    import pandas as pd

    count = index.nlevels
    return [
        pandas_column(index.names[level], pd.Series(index.get_level_values(level), dtype=None))
        for level in range(count)
    ]


def is_default(index: Any) -> bool:
    """Tell whether an index carries no more than unnamed row numbers."""
    import pandas as pd

    return (
        index.nlevels == 1
        and index.name is None
        and (pd.api.types.is_integer_dtype(index.dtype) or len(index) == 0)
    )


def from_array(value: Any) -> Captured:
    """Return a NumPy array in neutral form: one column a dimension, rows along the first."""
    import pandas as pd

    if value.ndim == 0:
        return capture(value.item())
    if value.dtype.names:
        return Opaque("numpy.recarray")
    if value.ndim == 1:
        return Table([pandas_column(None, pd.Series(value))], len(value), None, form="array")
    if value.ndim == 2:
        columns = [pandas_column(i, pd.Series(value[:, i])) for i in range(value.shape[1])]
        return Table(columns, len(value), None, form="array")
    return plain(value.tolist())


def pandas_column(name: Any, series: Any) -> Column:
    """Return one pandas column in neutral form; a categorical counts as its values."""
    import numpy as np
    import pandas as pd

    dtype = series.dtype
    text = str(dtype)
    if isinstance(dtype, pd.CategoricalDtype):
        inner = pandas_column(name, pd.Series(dtype.categories))
        codes = series.cat.codes.tolist()
        cells = [None if code < 0 else inner.cells[code] for code in codes]
        return Column(name, inner.family, cells, text, inner.coarse)
    if isinstance(dtype, pd.SparseDtype):
        return pandas_column(name, series.sparse.to_dense())
    missing = series.isna().to_numpy()
    if pd.api.types.is_datetime64_any_dtype(dtype) or pd.api.types.is_timedelta64_dtype(dtype):
        family = "datetime" if pd.api.types.is_datetime64_any_dtype(dtype) else "timedelta"
        plain_series = series
        if isinstance(dtype, pd.DatetimeTZDtype):
            plain_series = series.dt.tz_convert("UTC").dt.tz_localize(None)
        raw = plain_series.to_numpy()
        step = NANOSECOND[np.datetime_data(raw.dtype)[0]]
        ticks = raw.astype("int64").tolist()
        cells = [None if gone else tick * step for tick, gone in zip(ticks, missing, strict=True)]
        return Column(name, family, cells, text)
    for test, family in (
        (pd.api.types.is_bool_dtype, "bool"),
        (pd.api.types.is_integer_dtype, "int"),
        (pd.api.types.is_float_dtype, "float"),
    ):
        if text != "object" and test(dtype):
            items = series.tolist()
            cells = [None if gone else item for item, gone in zip(items, missing, strict=True)]
            coarse = family == "float" and text.lower() in ("float32", "float16")
            return Column(name, family, cells, text, coarse)
    return object_column(name, series.tolist(), text)


def object_column(name: Any, items: Sequence[Any], dtype: str) -> Column:
    """Return a column of Python objects; its family is that of its values."""
    families = {family_of(item) for item in items if not is_missing(item)}
    if families == {"int", "float"}:
        families = {"float"}
        items = [None if is_missing(item) else float(item) for item in items]
    if not families:
        family = MISSING if dtype in ("object", "") else dtype.lower().partition("[")[0]  # period[M], interval[…]
        family = "string" if family in ("string", "str") else family
    else:
        family = families.pop() if len(families) == 1 else "mixed"
    if family == "mixed":
        return Column(name, family, [None if is_missing(i) else plain(i) for i in items], dtype)
    return Column(name, family, [cell(item) for item in items], dtype)
