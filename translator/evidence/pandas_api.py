"""The only place outside the harness that imports pandas: signatures, dtypes, file probes."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from translator.evidence.pandas_times import formats_of
from translator.frames.categories import OrderedCategories
from translator.frames.dtypes import INTEGERS, PERIODS, SPARK_TYPES, DType
from translator.frames.fields import Field
from translator.frames.labels import TAKEN

core: Any = vars(pd)["core"]  # the stubs do not tell of it

MISSING = inspect.Parameter.empty
"""Stands for "not given" where pandas' default is a sentinel object."""

_OWNERS: dict[str, Any] = {
    "DataFrame": pd.DataFrame,
    "Series": pd.Series,
    "Series.str": core.strings.accessor.StringMethods,
    "Series.dt": core.indexes.accessors.CombinedDatetimelikeProperties,
    "Series.dt.datetime": core.indexes.accessors.DatetimeProperties,
    "Series.dt.timedelta": core.indexes.accessors.TimedeltaProperties,
    "Series.cat": core.arrays.categorical.CategoricalAccessor,
    "Index": pd.Index,
    "Index.str": core.strings.accessor.StringMethods,
    "GroupBy": core.groupby.DataFrameGroupBy,
    "SeriesGroupBy": core.groupby.SeriesGroupBy,
    "Rolling": core.window.rolling.Rolling,
    "Expanding": core.window.expanding.Expanding,
    "Ewm": core.window.ewm.ExponentialMovingWindow,
    "Resampler": core.resample.DatetimeIndexResampler,
    "pandas": pd,
    "numpy": np,
}


def callable_of(key: str) -> Any:
    """The pandas or numpy object that a rule key names, or None."""
    owner_key, _, attribute = key.rpartition(".")
    owner = _OWNERS.get(owner_key)
    if owner is None:
        return None
    found = getattr(owner, attribute, None)
    if found is None and owner_key == "GroupBy":
        found = getattr(core.groupby.SeriesGroupBy, attribute, None)
    if found is None and owner_key == "Series.dt":
        found = getattr(_OWNERS["Series.dt.datetime"], attribute, None)
        found = found or getattr(_OWNERS["Series.dt.timedelta"], attribute, None)
    return found


@functools.cache
def parameters_of(key: str) -> tuple[tuple[str, Any, str], ...] | None:
    """``(name, default, kind)`` of the callable's parameters without self; None if unknown.

    Sentinel defaults (pandas' ``no_default``) come back as `MISSING`. `kind` is "positional",
    "keyword", "*" or "**".
    """
    found = callable_of(key)
    if found is None or isinstance(found, property):
        return None
    try:
        signature = inspect.signature(found)
    except (TypeError, ValueError):
        return None
    kinds: dict[Any, str] = {
        inspect.Parameter.KEYWORD_ONLY: "keyword",
        inspect.Parameter.VAR_POSITIONAL: "*",
        inspect.Parameter.VAR_KEYWORD: "**",
    }
    rows = []
    for p in signature.parameters.values():
        if p.name == "self":
            continue
        default = MISSING if p.default is pd.api.extensions.no_default else p.default
        rows.append((p.name, default, kinds.get(p.kind, "positional")))
    return tuple(rows)


def dtype_of(series: pd.Series) -> DType | None:
    """The refined dtype of real data, or None where Spark cannot hold it with the same meaning."""
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return "category" if dtype_of(pd.Series(dtype.categories)) == "str" else None
    if dtype == object:
        inferred = pd.api.types.infer_dtype(series, skipna=True)
        return {"string": "str", "boolean": "bool?", "date": "date", "empty": "null"}.get(inferred)
    if isinstance(dtype, pd.StringDtype):
        return "string"
    text = str(dtype)
    if text.startswith("datetime64[") and "," not in text:
        return "datetime"
    if text.startswith("timedelta64["):
        return "timedelta"
    return text if text in SPARK_TYPES and text not in PERIODS else None


def bins_between(edges: Sequence[float], right: bool, lowest: bool) -> tuple[Any, ...]:
    """The intervals into which ``pd.cut`` puts values."""
    return tuple(pd.cut(pd.Series([], dtype="float64"), list(edges), right=right, include_lowest=lowest).cat.categories)


def breaks_of(intervals: Sequence[Any]) -> tuple[list[Any], str]:
    """The edges of intervals that follow one another, as Python numbers, and the side that they hold."""
    edges = [interval.left for interval in intervals] + [interval.right for interval in intervals[-1:]]
    return [edge.item() if hasattr(edge, "item") else edge for edge in edges], intervals[0].closed


def values_field(values: Any, exact: bool) -> Field | None:
    """Facts of a column made of a list, array or Index; None where Spark cannot hold it."""
    if isinstance(values, range):
        return Field("int64", nullable=False, missing=False)
    if not exact and not len(values):  # as a stand-in may be
        return None
    data = pd.Series(values).reset_index(drop=True)
    fields, _ = fields_of(data.to_frame("value"), exact)
    return fields.get("value")


FEW = 60
"""Up to so many values of a column are known by name."""


def numbers_in(texts: pd.Series) -> DType | None:
    """The dtype of a column of texts as numbers, NaN where a text is none."""
    found = str(pd.to_numeric(texts, errors="coerce").dtype)
    return found if found in ("int64", "float64") else None


def _distinct(series: pd.Series, dtype: DType) -> tuple[Any, ...] | None:
    """The sorted values of a column of texts, whole numbers or truth values, where they are few."""
    if dtype not in ("str", "bool") and dtype not in INTEGERS:
        return None
    found = series.dropna().unique()
    return tuple(sorted(found.tolist())) if 0 < len(found) <= FEW else None


def fields_of(
    frame: pd.DataFrame, exact: bool = True, whole: bool = True, written: bool = True
) -> tuple[dict[str, Field], dict[str, str]]:
    """Fields of real data, and ``{column: why not}`` for columns that Spark cannot hold.

    Where the data are not `exact`, nothing is said of missing values; where they are not the
    `whole` data, nothing of which values there are. Categories count as known only where the data
    are `written` in the program.
    """
    fields: dict[str, Field] = {}
    problems: dict[str, str] = {}
    labels = [label for label in frame.columns if isinstance(label, str)]  # pd.NA compares with nothing
    for label in frame.columns:
        if not isinstance(label, str):
            problems[str(label)] = "its name is not text"
            continue
        if label in TAKEN:
            problems[label] = "its name means something else in Spark"
            continue
        if labels.count(label) > 1:
            problems[label] = "its name is not unique"
            continue
        dtype = dtype_of(frame[label])
        if dtype is None:
            kind = pd.api.types.infer_dtype(frame[label], skipna=True)
            problems[label] = f"it holds {kind} values of dtype {frame[label].dtype}"
            continue
        if dtype == "category" and not written:
            problems[label] = "its categories are those of the file at hand"
            continue
        if dtype == "datetime" and (frame[label].astype("datetime64[ns]").dropna().astype("int64") % 1000).any():
            problems[label] = "it holds nanoseconds"
            continue
        is_none = _missing_is_none(frame[label])
        if exact and is_none is None:
            problems[label] = "its missing cells are None and NaN"
            continue
        categories = None
        if dtype == "category":
            listed = frame[label].cat
            categories = (OrderedCategories if listed.ordered else tuple)(listed.categories)
        sure = dtype in INTEGERS and dtype.islower() or dtype == "bool"
        missing = bool(frame[label].isna().any()) if exact and len(frame) else None
        fields[label] = Field(dtype, nullable=not sure, categories=categories, missing=missing,
                              none="either" if is_none is None else is_none,
                              dates=formats_of(frame[label]) if exact and dtype == "str" else (None, None),
                              numbers=numbers_in(frame[label]) if dtype == "str" and exact and whole else None,
                              distinct=_distinct(frame[label], dtype) if exact and whole else None,
                              increasing=exact and whole and dtype in _SORTABLE and _increases(frame[label]))  # fmt: skip
    lowered = [c.lower() for c in fields]
    for label in list(fields):
        if lowered.count(label.lower()) > 1:
            problems[label] = "another name differs from it only in case"
    return fields, problems


_SORTABLE = INTEGERS | {"float64", "str", "datetime"}


def _increases(series: pd.Series) -> bool:
    return len(series) > 1 and bool(series.is_monotonic_increasing)


def date_bounds(text: str) -> tuple[pd.Timestamp, pd.Timestamp, str] | None:
    """First and last moment that a text means as a label of dates, and its resolution; None if it is no date."""
    empty: Any = pd.DatetimeIndex([])
    try:
        parsed, resolution = empty._parse_with_reso(text)
        first, last = empty._parsed_string_to_bounds(resolution, parsed)
    except (ValueError, TypeError, KeyError):
        return None
    return None if first.tzinfo is not None else (first, last, resolution.attrname)


def _missing_is_none(series: pd.Series) -> bool | None:
    """Whether the missing cells of an object column are None; None where only some are."""
    found = {cell is None for cell in series[series.isna()]} if series.dtype == object else set()
    return None if len(found) > 1 else found == {True}


_NUMPY_NAMES = {"bins": "category", "datetime": "datetime64[ns]", "date": "object", "timedelta": "timedelta64[ns]",
                "str": "object", "bool?": "object", "null": "object", "list": "object"}  # fmt: skip


def numpy_name(dtype: DType) -> str | None:
    """NumPy's name of a dtype; None for those that only pandas has."""
    name = _NUMPY_NAMES.get(dtype, dtype)
    return name if name in ("object", "bool", "datetime64[ns]", "timedelta64[ns]") or name.rstrip("0123456789") in (
        "int", "uint", "float") else None  # fmt: skip


@functools.cache
def dtypes_selected(include: tuple[str | type, ...], exclude: tuple[str | type, ...]) -> frozenset[DType] | None:
    """The dtypes of the columns that ``select_dtypes`` takes; None where pandas does not know the types."""
    names = {**_NUMPY_NAMES, "category[int]": "category"}
    columns: Any = pd.DataFrame({dtype: pd.Series([], dtype=names.get(dtype, dtype)) for dtype in SPARK_TYPES})
    try:
        return frozenset(columns.select_dtypes(list(include) or None, list(exclude) or None).columns)
    except (TypeError, ValueError, AttributeError):
        return None


def numpy_dtype(name: str) -> Any:
    return np.dtype(name)


@functools.cache
def binary_dtype(operator: str, left: DType, right: DType) -> DType | None:
    """The dtype of ``left <operator> right`` by asking pandas on empty columns; None if it raises."""
    import operator as operators

    functions = {
        "+": operators.add, "-": operators.sub, "*": operators.mul, "/": operators.truediv,
        "//": operators.floordiv, "%": operators.mod, "**": operators.pow,
        "&": operators.and_, "|": operators.or_, "^": operators.xor,
    }  # fmt: skip
    try:
        result = functions[operator](_sample(left), _sample(right))
    except Exception:  # pandas refuses the combination; so do we
        return None
    return dtype_of(result)


def _sample(dtype: DType) -> pd.Series:
    """One-row data of a dtype: object columns need a value for pandas to know what they are."""
    values = {"str": "a", "string": "a", "category": "a", "bool": True, "boolean": True, "bool?": True,
              "datetime": pd.Timestamp(2020, 1, 1), "timedelta": pd.Timedelta(days=1),
              "date": pd.Timestamp(2020, 1, 1).date(), "null": None}  # fmt: skip
    value = values.get(dtype, 1)
    return pd.Series([value], dtype=_NUMPY_NAMES.get(dtype, dtype))


def literal_dtype(kind: Any) -> DType | None:
    """The dtype that a Python constant has beside a column."""
    return {bool: "bool", int: "int64", float: "float64", str: "str"}.get(kind)


class ConstantIndex(list[Any]):
    """The values of a pandas Index that is known at translation time (column names).

    Attributes:
        listed: code of the same values as a plain list, where one is shorter.
        source: text of the list of names that `chain` starts from.
        chain: Python methods of text, with arguments, that made the values from column names.
        name: the name of the Index.
    """

    name: str | None = None
    listed: Any = None
    source: str | None = None
    chain: tuple[tuple[str, tuple[Any, ...]], ...] | None = None


class ConstantMask(list[bool]):
    """The truth values of a test of every column name, which are known at translation time."""


_SERIES_TO_SCALAR = frozenset({"sum", "mean", "max", "min", "count", "std", "var", "median", "nunique", "size",
                               "any", "all", "item", "empty", "shape", "tolist", "to_list", "to_dict"})  # fmt: skip
_TO_OTHER: Mapping[tuple[str, str], str | None] = {
    ("DataFrame", "groupby"): "GroupBy", ("Series", "groupby"): "GroupBy",
    ("DataFrame", "rolling"): "Rolling", ("Series", "rolling"): "Rolling",
    ("DataFrame", "resample"): "Resampler", ("Series", "resample"): "Resampler",
    ("DataFrame", "columns"): "Index", ("DataFrame", "index"): "Index", ("Series", "index"): "Index",
    ("DataFrame", "values"): "ndarray", ("Series", "values"): "ndarray",
    ("DataFrame", "to_numpy"): "ndarray", ("Series", "to_numpy"): "ndarray", ("Series", "unique"): "ndarray",
    ("DataFrame", "to_dict"): None, ("DataFrame", "to_csv"): None, ("DataFrame", "shape"): None,
    ("DataFrame", "empty"): None, ("DataFrame", "plot"): None, ("Series", "plot"): None,
    ("DataFrame", "info"): None, ("DataFrame", "iterrows"): None, ("DataFrame", "itertuples"): None,
    ("DataFrame", "items"): None, ("DataFrame", "hist"): None, ("Series", "hist"): None,
    ("DataFrame", "sum"): "Series", ("DataFrame", "mean"): "Series", ("DataFrame", "count"): "Series",
    ("DataFrame", "dtypes"): "Series", ("DataFrame", "nunique"): "Series", ("DataFrame", "stack"): "Series",
    ("DataFrame", "squeeze"): "Series", ("DataFrame", "duplicated"): "Series",
    ("Series", "to_frame"): "DataFrame", ("Series", "reset_index"): "DataFrame", ("Series", "unstack"): "DataFrame",
    ("GroupBy", "size"): "Series", ("Index", "tolist"): None, ("Series", "items"): None,
}  # fmt: skip


def result_type(type_: str, member: str) -> str | None:
    """Class name of what a member of a driver-side pandas object gives, for site accounting."""
    if (type_, member) in _TO_OTHER:
        return _TO_OTHER[type_, member]
    if type_ == "Series" and member in _SERIES_TO_SCALAR:
        return None
    if type_ in ("GroupBy", "Rolling", "Resampler", "Expanding", "Ewm"):
        return "DataFrame"
    if type_ in ("DataFrame", "Series"):
        return type_ if hasattr(callable_of(f"pandas.{type_}"), member) else "Series"
    return type_


def subscript_type(type_: str, node: Any) -> str | None:
    """Class name of ``x[...]`` on a driver-side pandas object."""
    first = node.slice[0].slice if node.slice else None
    value = type(getattr(first, "value", None)).__name__
    if type_ == "DataFrame":
        return "Series" if value in ("SimpleString", "Name") else "DataFrame"
    return "Series" if type_ == "Series" and value == "Comparison" else type_ if type_ == "GroupBy" else None


def function_type(key: str) -> str | None:
    """Class name of what a pandas function returns."""
    name = key.rpartition(".")[2]
    if not key.startswith("pandas."):
        return "ndarray" if key.count(".") == 1 and name in ("array", "arange", "zeros", "ones", "where") else None
    if name.startswith("read_") or name in ("DataFrame", "concat", "merge", "pivot_table", "crosstab", "get_dummies", "melt"):
        return "DataFrame"
    return {"Series": "Series", "Index": "Index", "date_range": "Index", "to_datetime": "Series",
            "to_numeric": "Series", "cut": "Series", "qcut": "Series"}.get(name)  # fmt: skip


def has_default_index(frame: pd.DataFrame) -> bool:
    """Whether the index is the unnamed 0..n-1."""
    index = frame.index
    return isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1 and index.name is None


def with_index_columns(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[tuple[str, str | None]]]:
    """The frame as ``reset_index()`` gives it, with the column and pandas name of each index level.

    A default index is left out.

    Raises:
        ValueError: when an index level has the name of a column.
    """
    if has_default_index(frame):
        return frame, []
    table = frame.reset_index()
    columns = [str(c) for c in table.columns[: frame.index.nlevels]]
    names = [None if n is None else str(n) for n in frame.index.names]
    return table, list(zip(columns, names, strict=True))


def unit_of(moment: Any) -> str:
    """The unit in which pandas counts the times of a column of this one."""
    return str(pd.Timestamp(moment).unit)


def has_increasing_index(frame: pd.DataFrame) -> bool:
    """Whether the labels tell the order of the rows: increasing, without repeats or missing ones."""
    index = frame.index
    return index.nlevels == 1 and bool(index.is_monotonic_increasing and index.is_unique and not index.hasnans)


def columns_name(frame: pd.DataFrame) -> str | None:
    return None if frame.columns.name is None else str(frame.columns.name)


def public_names() -> list[str]:
    """Keys of every public pandas callable and property that programs use."""
    keys = []
    for owner in ("DataFrame", "Series", "GroupBy", "Series.str", "Series.dt", "Series.cat", "Rolling",
                  "Expanding", "Ewm", "Resampler", "Index", "pandas"):  # fmt: skip
        members = dir(_OWNERS[owner])
        if owner == "GroupBy":
            members = sorted({*members, *dir(_OWNERS["SeriesGroupBy"])})
        for member in members:
            if member.startswith("_") or owner == "pandas" and not callable(getattr(pd, member)):
                continue
            keys.append(f"{owner}.{member}")
    return keys


def read_csv_facts(
    file: Any, options: dict[str, Any], rows: int | None
) -> tuple[dict[str, Field], dict[str, str], tuple[str, ...], tuple[str | None, ...]]:
    """Fields, problems, file header and index names of what ``pd.read_csv`` gives for a file."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = pd.read_csv(file, **{"nrows": rows, **options})
        bare = {k: v for k, v in options.items() if k in ("sep", "header", "names", "encoding", "quotechar", "delimiter")}
        header = tuple(pd.read_csv(file, nrows=0, **bare).columns)
    fields, problems = fields_of(data, whole=rows is None, written=False)
    index = () if has_default_index(data) else tuple(data.index.names)
    if index:
        levels = data.index.to_frame()
        levels.columns = [n or "index" for n in index]
        more, trouble = fields_of(levels, written=False)
        apart = pd.read_csv(file, **{"nrows": rows, **options, "index_col": None})
        trouble |= {c: "its labels are truth values read as numbers" for c in levels.columns.intersection(apart.columns)
                    if levels[c].dtype == "float64" and apart[c].dtype.kind not in "iuf"}  # fmt: skip
        fields, problems = {**more, **fields}, {**trouble, **problems}
    return fields, problems, header, index


def read(reader: str, file: Any, args: Sequence[Any], options: Mapping[str, Any]) -> pd.DataFrame:
    """What a reader of pandas gives for a file.

    Raises:
        TypeError: when it is no frame (several sheets, chunks).
        Exception: whatever pandas raises for this file.
    """
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = getattr(pd, reader.removeprefix("pandas."))(file, *args, **options)
    if not isinstance(found, pd.DataFrame):
        raise TypeError(f"it gives a {type(found).__name__}, not a frame")
    return found


def empty(dtypes: Mapping[str, DType]) -> pd.DataFrame:
    """A frame of these columns without rows."""
    return pd.DataFrame({c: pd.Series(dtype=numpy_name(dtype) or "object") for c, dtype in dtypes.items()})


def missing_texts(marks: Any) -> list[str]:
    """Every text that ``na_values=marks`` makes missing: numbers are met in several spellings."""
    stringify: Any = pd.io.parsers.readers._stringify_na_values  # type: ignore[attr-defined]
    texts = stringify(marks if isinstance(marks, (list, tuple, set)) else [marks], True)
    return sorted({text for text in texts if isinstance(text, str)})
