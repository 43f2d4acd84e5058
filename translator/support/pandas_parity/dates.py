"""Dates and times."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F


def parse_dates(column: Column, pattern: str, coerce: bool = False) -> Column:
    """Texts to dates and times by a Spark pattern, as ``pandas.to_datetime(format=...)``.

    Empty texts are missing. With `coerce` so is what does not fit the pattern, and what lies
    outside the years that pandas' nanoseconds can hold. Needs the session time zone UTC.
    """
    text = F.nullif(column, F.lit(""))
    if not coerce:
        return F.to_timestamp(text, pattern).cast("timestamp_ntz")
    moment = F.try_to_timestamp(text, F.lit(pattern)).cast("timestamp_ntz")
    return F.when(F.year(moment).between(1678, 2261), moment)
