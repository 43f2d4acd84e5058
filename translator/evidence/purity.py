"""Which functions and members of pandas and numpy are pure: they change, show and run nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

core: Any = vars(pd)["core"]  # the stubs do not tell of it

NUMPY_FUNCTIONS = frozenset({
    "array", "asarray", "arange", "zeros", "ones", "full", "empty", "linspace", "logspace", "eye", "identity",
    "zeros_like", "ones_like", "full_like", "repeat", "tile", "concatenate", "hstack", "vstack", "column_stack",
    "stack", "append", "where", "round", "around", "cumsum", "cumprod", "diff", "clip", "nan_to_num", "sort",
    "flip", "roll", "ravel", "reshape", "transpose", "unique", "sum", "mean", "std", "var", "median", "min", "max",
    "prod", "dot", "datetime64", "timedelta64", "int64", "int32", "float64", "float32", "array_split", "select",
})  # fmt: skip
IMPURE = frozenset({
    "insert", "pop", "update", "where", "mask", "plot", "hist", "boxplot", "info", "eval", "query", "items",
    "iterrows", "itertuples", "iteritems", "__iter__", "pipe", "swaplevel", "sample", "style", "attrs",
    "flags", "memory_usage", "convert_dtypes",
    "map", "replace",
})  # fmt: skip
"""Members that change or show their object, run text as code, or give types that depend on the data."""

FUNCTIONS = frozenset({
    "merge", "merge_ordered", "merge_asof", "concat", "melt", "pivot", "pivot_table", "crosstab", "get_dummies", "cut",
    "qcut", "to_datetime", "to_numeric", "to_timedelta", "isna", "isnull", "notna", "notnull", "wide_to_long",
})  # fmt: skip
ARRAY_FUNCTIONS = frozenset({"where", "select", "round", "clip", "maximum", "minimum", "isnan", "diff", "cumsum"})
VIEWS = (core.strings.accessor.StringMethods, core.indexes.accessors.Properties,
         core.groupby.generic.GroupBy, core.window.rolling.BaseWindow)  # fmt: skip


def is_pure(receiver: Any, name: str) -> bool:
    """Whether a member of a pandas object changes nothing, shows nothing and runs nothing."""
    if name.startswith("_") or name.startswith("to_") and name not in ("to_frame", "to_numpy", "to_period", "to_timestamp"):
        return False
    if name in IMPURE:
        return False
    return isinstance(receiver, (pd.DataFrame, pd.Series, pd.Index, *VIEWS))


def is_pure_function(name: str) -> bool:
    """Whether it is a pure function of numpy."""
    return name in NUMPY_FUNCTIONS or isinstance(getattr(np, name, None), np.ufunc)
