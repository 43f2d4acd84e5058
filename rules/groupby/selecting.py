"""A grouped Series as a data column of the frame that is grouped."""

from __future__ import annotations

from collections.abc import Collection

from translator.rulekit import Column, Decline, Frame, Grouped, column_like, replace, with_column


def with_value(frame: Frame, column: Column, keys: Collection[str]) -> tuple[Frame, str]:
    """The frame with a Series of its rows as a data column, and the name of that column.

    A Series without a name gets a column of a name that nothing else has.
    """
    own = column_like(column, frame)
    if own.plain is not None and own.plain in frame.fields and own.name in (own.plain, None):
        return frame, own.plain
    label = own.name or frame.free("value")
    if label in keys:
        raise Decline("a key has the name of the Series", code="T310")
    return with_column(frame, label, own), label


def series_of(grouped: Grouped, frame: Frame, label: str) -> Column:
    """A column of a result, where the one column selected gives a Series."""
    column = frame.column(label)
    return replace(column, name=None) if grouped.unnamed else column
