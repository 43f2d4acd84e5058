"""What a frame is: its size, its types, copies of it."""

from __future__ import annotations

from translator.rulekit import (
    CATEGORICAL,
    PERIODS,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Grouped,
    Labels,
    Local,
    Scalar,
    Value,
    by_rule,
    columns_of,
    current,
    held_by,
    literal,
    masked,
    name,
    pandas_api,
    reduced,
    replace,
    rule,
    time_units,
    unsettled,
)

pd = name("pd", "import pandas as pd")


@rule("DataFrame.shape", any_columns=True)
def shape(df: Frame) -> Elements:
    """Number of rows and columns; the columns are known, the rows are counted.

    Example:
        df.shape
    Becomes:
        (df.count(), 7)
    """
    rows = length(df)
    count = literal(len(df.fields))
    if current().several and held_by(df):
        hidden = len(df.physical) - len(df.fields)
        count = name("len")(df.code.columns) - hidden if hidden else name("len")(df.code.columns)
    columns = Const(count, len(df.fields))
    return Elements(literal((rows.code, columns.code)), "tuple", (rows, columns))


@rule("builtins.len", "Series.size", any_columns=True)
def length(obj: Value) -> Value:
    """Number of rows of a frame or Series.

    Example:
        len(df)
    Becomes:
        df.count()
    """
    if isinstance(obj, (Frame, Column)) and obj.within is not None:
        frame = obj if isinstance(obj, Frame) else obj.frame
        every = Column(F.lit(1), frame=frame, dtype="int64", nullable=False, within=obj.within)
        chosen = masked(every)
        return reduced(chosen, F.count("*" if chosen is every else chosen.code), "int64", nullable=False)
    if isinstance(obj, Frame):
        return Scalar(obj.code.count(), dtype="int64")
    if isinstance(obj, (Column, Labels)):
        return Scalar(obj.frame.code.count(), dtype="int64")
    if isinstance(obj, Grouped):
        if len(obj.keys) > 1 and any(obj.frame.physical[k].nullable for k in obj.keys):
            raise Decline("pandas counts groups of missing keys here, unlike ngroups", code="T310")
        return by_rule("GroupBy.ngroups", obj)
    if isinstance(obj, Const):
        return Const(literal(len(obj.value)), len(obj.value))
    raise Decline("the length of this object is not known", code="T311")


@rule("builtins.list", any_columns=True)
def listed(obj: Value) -> Value:
    """The column names of a frame; the labels of its rows come to the driver.

    Example:
        list(df)
    Becomes:
        df.columns
    """
    if isinstance(obj, Labels) or isinstance(obj, Column) and obj.labels:
        return by_rule("Index.tolist", obj)
    if isinstance(obj, Column) and obj.within is None:
        return by_rule("Series.tolist", obj)
    if isinstance(obj, Frame):
        obj = columns_of(obj)
    if isinstance(obj, Const) and isinstance(obj.value, pandas_api.ConstantIndex):
        code = name("list")(obj.code) if held_by(obj) else obj.value.listed
        return Const(code, list(obj.value))
    raise Decline("only the names of a frame are known", code="T301")


@rule("DataFrame.size")
def size(df: Frame) -> Scalar:
    """Number of cells.

    Example:
        df.size
    Becomes:
        df.count() * 7
    """
    return Scalar(df.code.count() * len(df.fields), dtype="int64")


@rule("DataFrame.empty", any_columns=True)
def empty(df: Frame) -> Scalar:
    """Whether there are no rows (or no columns).

    Example:
        df.empty
    Becomes:
        df.isEmpty()
    """
    return Scalar(df.code.isEmpty(), dtype="bool")


@rule("DataFrame.ndim")
def ndim(df: Frame) -> Const:
    """Always 2.

    Example:
        df.ndim
    Becomes:
        2
    """
    return Const(literal(2), 2)


@rule("DataFrame.copy", ignores=("deep",), any_columns=True)
def copy(df: Frame) -> Frame:
    """A Spark frame never changes, so a copy is the frame itself.

    Example:
        df2 = df.copy()
    Becomes:
        df2 = df
    """
    return replace(df, sliced=None)


NAMES = {"str": "object", "bool?": "object", "date": "object", "null": "object", "list": "object",
         "datetime": "datetime64[ns]", "timedelta": "timedelta64[ns]"}  # fmt: skip


@rule("DataFrame.dtypes")
def dtypes(df: Frame) -> Local:
    """The pandas types, which are known at translation time.

    Example:
        df[["v", "n"]].dtypes
    Becomes:
        pd.Series({"v": np.dtype("float64"), "n": np.dtype("int64")}, dtype="object")
    """
    unsure = any(unsettled(f) or f.nullable and f.dtype == "bool" for f in df.fields.values())
    if unsure or any(f.dtype in CATEGORICAL for f in df.fields.values()):
        raise Decline("the types depend on the data", code="T312")
    np = name("np", "import numpy as np")
    units = time_units.of_frame(df)
    known = {c: _dtype_code(units.get(c) or NAMES.get(f.dtype, f.dtype), np) for c, f in df.fields.items()}
    series = pd.Series(known, dtype="object")
    named = series if df.columns_name is None else series.rename_axis(literal(df.columns_name))
    return Local(named, type="Series")


def _dtype_code(text: str, np: object) -> object:
    if text in PERIODS | {"string", "boolean"} or text[0].isupper():
        return pd.api.types.pandas_dtype(text)
    return np.dtype(text)  # type: ignore[attr-defined]
