"""Values looked up by the labels of another Series: ``df["k"].map(means)``."""

from __future__ import annotations

from rules.frame.labelled import unique_labels
from translator.rulekit import (
    CATEGORICAL,
    FLOATS,
    INTEGERS,
    MASKED,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Level,
    col,
    materialised,
    parity,
    replace,
    series_frame,
    unique_columns,
    with_labels,
)

NUMBERS = (INTEGERS | FLOATS) - MASKED


def looked_up(column: Column, table: Column) -> Column:
    """The value of `table` whose label each value of `column` is; missing where there is none.

    Raises:
        Decline: where labels are of another kind, or of several levels.
    """
    if column.array or table.array:
        raise Decline("only Series are looked up in one another", code="T310")
    column = materialised(column, "_key") if column.shape == "window" else column
    if table.dtype in ("list", "null"):
        raise Decline(f"{table.dtype} values are not looked up", code="T312")
    if table.dtype in CATEGORICAL or {column.dtype, table.dtype} & MASKED:
        raise Decline("categories and values of nullable types are not looked up", code="T312")
    frame, label = series_frame(replace(table, frame=with_labels(table.frame, "the labels of a Series")))
    if len(frame.index.levels) != 1:
        raise Decline("labels of several levels are tuples", code="T316")
    [level] = frame.index.levels
    fact = frame.physical[level.column]
    same = column.dtype == fact.dtype and column.dtype in ("str", "datetime", "date") or {column.dtype, fact.dtype} <= NUMBERS
    if not same:
        raise Decline(f"{column.dtype} values are looked up among {fact.dtype} labels", code="T312")
    return _joined(column, frame, level, label)


def _unique(frame: Frame, level: Level) -> Code:
    """The rows, of which no two have one label."""
    known = unique_labels(frame) or unique_columns(frame) == {level.column}
    return frame.code if known else parity.require_unique(frame.code, [level.column], "right", "many_to_one")


def _joined(column: Column, table: Frame, level: Level, label: str) -> Column:
    frame, fact = column.frame, table.fields[label]
    key, name = frame.free("_label"), frame.free("_found")
    pairs = _unique(table, level).select(col(level.column).alias(key), col(label).alias(name))
    both = column.nullable and table.physical[level.column].nullable  # pandas finds a missing label for a missing value
    test = column.settled.eqNullSafe(F.col(key)) if both else column.settled == F.col(key)
    code = frame.code.join(pairs, test, "left").drop(key)
    found = Field(fact.dtype, True, categories=fact.categories, none=fact.none_beside_nan,
                  infinite=fact.infinite, summed=fact.summed)
    whole = replace(frame, code=code, hidden={**frame.hidden, name: found}, sorted=False)
    return column.then(F.col(name), frame=whole, dtype=fact.dtype, nullable=True, refs={name: found.version},
                       missing=None, categories=fact.categories, none=found.none)  # fmt: skip
