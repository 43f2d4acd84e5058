"""What the data at hand tell of the labels of rows."""

from __future__ import annotations

from translator.evidence.at_hand import guarded, known
from translator.frames.values import Frame


def have_times_of_day(frame: Frame) -> bool:
    """Whether the labels are times of which not all are midnights."""
    return bool(guarded(lambda: known(frame).index.resolution not in ("year", "quarter", "month", "day")))


def lie_outside(frame: Frame, first: object, last: object) -> bool:
    """Whether all labels, which are times in order, lie before or after a period."""
    def outside() -> bool:
        labels = known(frame).index
        return labels.is_monotonic_increasing and len(labels) > 0 and bool(last < labels[0] or labels[-1] < first)
    return bool(guarded(outside))


def hold(frame: Frame, labels: list[object]) -> bool:
    """Whether some row has each of these labels."""
    return bool(guarded(lambda: set(labels) <= set(known(frame).index)))


def increase(frame: Frame) -> bool:
    """Whether the labels never decrease from row to row."""
    return bool(guarded(lambda: len(known(frame)) > 1 and known(frame).index.is_monotonic_increasing))
