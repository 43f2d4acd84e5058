"""Exponentially weighted windows: every row needs the result of the row before it.

Spark's own expressions have no such recursion, so pandas computes it on the workers, group by group.
The other columns pass through as Arrow holds them, unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import DoubleType, StructField, StructType
from pyspark.sql.window import WindowSpec

from .functions import python_of_the_program

PLACE = "_place_of_row"


def exponential(
    frame: DataFrame, columns: Mapping[str, str], statistic: str, rows: WindowSpec, keys: Sequence[str] = (), **options: Any
) -> DataFrame:
    """The frame with exponentially weighted statistics of some columns, as ``Series.ewm(...)`` gives them.

    A group has to fit into the memory of a worker; without `keys` all rows are one group.

    Args:
        columns: the columns that are weighted, by the names of the results.
        statistic: "mean", "sum", "std" or "var".
        rows: the order of the rows, and their groups.
        keys: the columns of the groups.
        options: of ``ewm``, such as ``span`` and ``adjust``, and of the statistic.
    """
    python_of_the_program()
    of_statistic = {k: v for k, v in options.items() if k == "bias"}
    of_window = {k: v for k, v in options.items() if k != "bias"}
    placed = frame.withColumn(PLACE, F.row_number().over(rows).cast("bigint"))
    known = [f for f in placed.schema.fields if f.name not in columns]
    schema = StructType([*known, *(StructField(c, DoubleType()) for c in columns)])
    held = {f.name: f"_{place}" for place, f in enumerate(placed.schema.fields)}  # a dot in a name would mean a part
    plain = StructType([StructField(f"_{place}", f.dataType) for place, f in enumerate(schema.fields)])

    def weighted(table: pa.Table) -> pa.Table:
        table = table.sort_by(held[PLACE])
        results = []
        for column in columns.values():
            values = table[held[column]].cast("float64", safe=False).to_pandas()
            found = getattr(values.ewm(**of_window), statistic)(**of_statistic)
            results.append(pa.array(found.to_numpy(), from_pandas=True))
        return pa.table([*(table[held[f.name]] for f in known), *results], names=plain.names)

    groups = placed.toDF(*held.values()).groupBy(*(held[key] for key in keys))
    return groups.applyInArrow(weighted, plain).toDF(*schema.names).drop(PLACE)
