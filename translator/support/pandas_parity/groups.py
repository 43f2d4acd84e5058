"""Values of groups in the order of their rows."""

from __future__ import annotations

from pyspark.sql import Column, WindowSpec
from pyspark.sql import functions as F


def listed(place: Column | str, value: Column, over: WindowSpec | None = None) -> Column:
    """All values of a group as a list in the order of its rows, which ``collect_list`` does not keep.

    Args:
        place: tells which of two rows comes first.
        value: the values.
        over: the groups, where the list stands beside every row.
    """
    pairs = F.collect_list(F.struct(F.col(place) if isinstance(place, str) else place, value.alias("value")))
    return F.transform(F.array_sort(pairs if over is None else pairs.over(over)), lambda pair: pair["value"])
