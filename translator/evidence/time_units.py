"""The units in which pandas counts times: nanoseconds, unless it took them from what counts otherwise.

``df["d"] = pd.Timestamp("2024-01-01")`` gives seconds, Parquet often microseconds. Spark has one kind
of time, so the unit is told by what pandas makes of the data at hand; without them it is nanoseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from translator.evidence import at_hand
from translator.frames.values import Column, Frame

TIMES = frozenset({"datetime", "timedelta"})


def of_frame(frame: Frame) -> Mapping[str, str]:
    """The dtypes of a frame's columns of times, and of its index, that do not count nanoseconds."""
    times = [c for c, fact in frame.physical.items() if fact.dtype in TIMES]
    data = at_hand.of(frame) if times else None
    if not isinstance(data, pd.DataFrame):
        units = {c: frame.physical[c].unit for c in times}
        return {c: f"datetime64[{unit}]" for c, unit in units.items() if unit not in (None, "ns")}
    held: dict[str, Any] = {str(label): dtype for label, dtype in data.dtypes.items()}
    if len(frame.index.levels) == 1:
        held[frame.index.levels[0].column] = data.index.dtype
    return {c: str(held[c]) for c in times if c in held and _counts_otherwise(held[c])}


def of_column(column: Column) -> str | None:
    """The dtype of a column of times that does not count nanoseconds."""
    data = at_hand.of(column) if column.dtype in TIMES else None
    if data is None and column.plain is not None:
        return of_frame(column.frame).get(column.plain) if column.dtype in TIMES else None
    dtype = getattr(data, "dtype", None)
    return str(dtype) if dtype is not None and _counts_otherwise(dtype) else None


def _counts_otherwise(dtype: Any) -> bool:
    return getattr(dtype, "kind", "") in "mM" and "," not in str(dtype) and not str(dtype).endswith("[ns]")
