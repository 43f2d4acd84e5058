"""Lists in the cells of columns."""

from __future__ import annotations

from functools import reduce

from pyspark.sql import Column
from pyspark.sql import functions as F


def side_by_side(*names: str) -> Column:
    """One list of what stands at each place of several lists, for ``DataFrame.explode`` of several columns.

    Args:
        names: columns of lists of texts, by which the parts are called.

    A row whose lists are not as long as each other raises, as in pandas; a missing list counts as an empty one,
    and that as one of a missing value.
    """
    lists = [F.coalesce(F.col(name), F.array().cast("array<string>")).alias(name) for name in names]
    first, *others = (F.greatest(F.size(each), F.lit(1)) for each in lists)
    unlike = reduce(Column.__or__, (first != other for other in others))
    return F.when(unlike, F.raise_error(F.lit("columns must have matching element counts"))).otherwise(F.arrays_zip(*lists))
