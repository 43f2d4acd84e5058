"""Whether a CSV file is the same to both engines that pandas has for it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd


def same_by_arrow(file: Path, options: Mapping[str, Any], limit: int) -> bool:
    """Whether ``engine="pyarrow"`` gives the frame that the usual engine gives.

    It takes dates and times for such unasked, and has its own idea of missing text. At most `limit` bytes of the file count.
    """
    with file.open("rb") as handle:
        text = handle.read(limit)
    if len(text) == limit:
        text = text[: text.rfind(b"\n") + 1]
    left, right = (pd.read_csv(io.BytesIO(text), **{**options, "engine": engine}) for engine in ("c", "pyarrow"))
    if list(left.columns) != list(right.columns) or not left.index.equals(right.index):
        return False
    return all(_alike(left[c], right[c]) for c in left.columns)


def same_in_chunks(file: Path, size: int, options: Mapping[str, Any], limit: int) -> bool:
    """Whether the chunks of a CSV file, put together, are the frame that one read of it gives.

    Types are inferred for each chunk: text among numbers in one of them leaves the numbers of others. At most
    `limit` bytes count.
    """
    with file.open("rb") as handle:
        text = handle.read(limit)
    if len(text) == limit:
        text = text[: text.rfind(b"\n") + 1]
    whole = pd.read_csv(io.BytesIO(text), **{"low_memory": False, **options})
    with pd.read_csv(io.BytesIO(text), **{**options, "chunksize": size}) as parts:
        together = pd.concat(parts)
    if list(whole.columns) != list(together.columns) or not whole.index.equals(together.index):
        return False
    return all(_alike(whole[c], together[c]) for c in whole.columns)


def _alike(left: pd.Series, right: pd.Series) -> bool:
    if left.dtype != right.dtype:
        return False
    if left.dtype.kind == "f":
        return bool(np.isclose(left, right, rtol=1e-12, atol=0, equal_nan=True).all())
    same_marks = left.dtype != object or [type(v) for v in left[left.isna()]] == [type(v) for v in right[right.isna()]]
    return same_marks and left.equals(right)
