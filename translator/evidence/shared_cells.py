"""Whether two objects of pandas share cells, as the data at hand tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from translator.evidence import at_hand
from translator.frames.values import Value


def may_share(one: Value, other: Value) -> bool:
    """Whether a change of the cells of one may show in the other; True where the data tell nothing."""
    first, second = at_hand.of(one), at_hand.of(other)
    if first is None or second is None:
        return True
    return any(np.may_share_memory(a, b) for a in _arrays(first) for b in _arrays(second))


def is_frame(value: Value) -> bool:
    """Whether a value is known to be a DataFrame, and no Series."""
    return isinstance(at_hand.of(value), pd.DataFrame)


def _arrays(data: Any) -> Iterator[np.ndarray[Any, Any]]:
    if isinstance(data, np.ndarray):
        yield data
    elif isinstance(data, pd.DataFrame):
        yield from (data.iloc[:, place].to_numpy() for place in range(data.shape[1]))
    elif isinstance(data, pd.Series):
        yield data.to_numpy()
