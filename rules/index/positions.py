"""Labels of rows by position, and by a condition on their rows."""

from __future__ import annotations

from rules.frame.positions import one_row, rows_at
from translator.rulekit import (
    Column,
    Const,
    Decline,
    Frame,
    Labels,
    Slice,
    Value,
    cell_on_driver,
    filtered,
    label_on_driver,
    rule,
    with_labels,
)


@rule("Index.__getitem__")
def getitem(index: Value, key: Value) -> Value:
    """One label by its position, or the labels of some rows.

    Example:
        result = df.set_index("n").sort_index().index[0]
    Becomes:
        .orderBy("n", "_row").limit(1).select("n")
    """
    if not isinstance(index, Labels):
        raise Decline("only labels of the rows of a frame are chosen", code="T301")
    if isinstance(key, Column) and key.dtype in ("bool", "boolean"):
        rows = filtered(with_labels(index.frame, "labels of some rows"), key)
        return Labels(rows.code, frame=rows)
    known = key.value if isinstance(key, Const) else None
    if isinstance(known, int) and not isinstance(known, bool):
        frame = with_labels(index.frame, "a label by its position")
        if len(frame.index.levels) != 1:
            raise Decline("a label of several levels is a tuple", code="T316")
        level = frame.index.levels[0].column
        return label_on_driver(cell_on_driver(one_row(frame, known).code.select(level), frame.physical[level]), frame)
    if isinstance(key, Slice) or isinstance(known, slice):
        some = rows_at(with_labels(index.frame, "labels of some rows"), key)
        assert isinstance(some, Frame)
        return Labels(some.code, frame=some)
    raise Decline("labels are chosen by something that is not a position", code="T311")
