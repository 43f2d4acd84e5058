"""Whether values are among those of a list that the driver holds."""

from __future__ import annotations

import numbers
from collections.abc import Iterable
from typing import Any

import numpy as np
from pyspark.sql import Column
from pyspark.sql import functions as F


def is_in(column: Column, values: Iterable[Any], kind: type, none: bool = False) -> Column:
    """``Series.isin(values)``: true or false for every row.

    A missing value is found where its like is in the list. What is of another kind than the column
    is never equal to one of its values.

    Args:
        column: numbers or texts.
        values: a list, set, array, Series or Index of the driver; of a dict the keys.
        kind: ``float`` for a column of numbers, ``str`` for one of texts.
        none: missing values of the column are None, and not NaN.

    Raises:
        TypeError: when `values` is a single text or no collection, as pandas raises.
    """
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        raise TypeError(f"only list-like objects are allowed to be passed to isin(), you passed a {type(values).__name__}")
    found = list(values)
    missing = any(value is None if none else isinstance(value, float) and value != value for value in found)
    wanted = str if kind is str else (numbers.Real, np.bool_)
    present = [value.item() if hasattr(value, "item") else value for value in found if isinstance(value, wanted)]
    plain = [int(value) if isinstance(value, bool) else value for value in dict.fromkeys(present) if value == value]
    among = F.coalesce(column.isin(plain), F.lit(False)) if plain else F.lit(False)
    return among | column.isNull() if missing else among
