"""A grouped Series as a data column of the frame that is grouped."""

from __future__ import annotations

from collections.abc import Collection

from translator.rulekit import Column, Decline, Frame, column_like, with_column


def with_value(frame: Frame, column: Column, keys: Collection[str]) -> tuple[Frame, str]:
    """The frame with a Series of its rows as a data column, and the name of that column."""
    own = column_like(column, frame)
    if own.plain is not None and own.plain in frame.fields and own.name == own.plain:
        return frame, own.plain
    if own.name is None:
        raise Decline("the grouped Series has no name", code="T310")
    if own.name in keys:
        raise Decline("a key has the name of the Series", code="T310")
    return with_column(frame, own.name, own), own.name
