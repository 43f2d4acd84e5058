"""Values of a column as column labels: ``pivot`` without an aggregate, and ``unstack``.

The labels are those of the data at hand; `pivot` of the support module makes sure that new data
have the same, since pandas would give other columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translator.rulekit import (
    CATEGORICAL,
    Column,
    Decline,
    Field,
    Frame,
    Index,
    Int32,
    Level,
    Order,
    SortKey,
    Value,
    at_hand,
    col,
    constant,
    current,
    given,
    names,
    parity,
    replace,
    rule,
    series_frame,
)


@rule("DataFrame.pivot")
def pivot(df: Frame, index: Value, columns: Value, values: Value) -> Frame:
    """One row per index value and one column per label; pandas raises where cells repeat."""
    chosen = [names(v, "the keys") for v in (index, columns, values) if given(v)]
    if len(chosen) < 3 or len(chosen[1]) != 1 or len(chosen[2]) != 1:
        raise Decline("the columns of the result would have several levels", code="T310")
    if isinstance(constant(columns), list) or isinstance(constant(values), list):
        raise Decline("the columns of the result would have several levels", code="T310")
    beside, [above], [value] = chosen
    for label in (*beside, above, value):
        df.field(label)
    data = at_hand.of(df)
    for key in (*beside, above):
        present = df.fields[key].missing is False or not df.fields[key].nullable
        if not present and (data is None or data[key].isna().any()):
            raise Decline("keys may be missing, which pandas puts in no stable place", code="T312")
    _require_one_dtype(df.fields[value], filled=False)
    labels = None if data is None else tuple(data[above].unique())
    return _pivoted(df, [Level(str(c), str(c)) for c in beside], Level(str(above), str(above)), str(value), labels)


@rule("pandas.pivot")
def pivot_function(data: Value, columns: Value, index: Value, values: Value) -> Frame:
    """The function form of ``DataFrame.pivot``."""
    if not isinstance(data, Frame):
        raise Decline("only frames that live in Spark are pivoted there", code="T311")
    return pivot(data, index, columns, values)


@rule("Series.unstack")
def unstack(column: Column, level: Value, fill_value: Value) -> Frame:
    """The labels of one index level as columns."""
    frame, label = series_frame(column)
    levels = list(frame.index.levels)
    if frame.index.kind != "stored" or len(levels) < 2:
        raise Decline("the index has not two levels that are stored", code="T316")
    if frame.repeats:
        raise Decline("the labels of parts stand in the order of the parts, not sorted", code="T316")
    if not at_hand.lists_sorted(column):
        raise Decline("pandas does not list the labels sorted, as some occur in no row any more", code="T316")
    wanted = constant(level, "the level")
    found = [lv for n, lv in enumerate(levels) if wanted in (n, n - len(levels), lv.name)]
    if len(found) != 1 or isinstance(wanted, bool):
        raise Decline(f"the index has no single level {wanted!r}", code="T316")
    if any(frame.physical[lv.column].nullable for lv in levels):
        raise Decline("labels may be missing, which pandas puts in no stable place", code="T312")
    data = at_hand.of(column)
    if data is not None and not given(fill_value):
        frame = _as_at_hand(frame, label, data.unstack(levels.index(found[0])))
    _require_one_dtype(frame.fields[label], given(fill_value))
    rest = [lv for lv in levels if lv is not found[0]]
    labels = None if data is None else tuple(data.index.get_level_values(levels.index(found[0])).unique())
    result = _pivoted(frame, rest, found[0], label, labels)
    return _filled(result, frame.fields[label], fill_value) if given(fill_value) else result


def _as_at_hand(frame: Frame, label: str, table: Any) -> Frame:
    """Whole numbers as floats, where absent cells make them so in the data at hand."""
    if frame.fields[label].dtype != "int64" or set(map(str, table.dtypes)) != {"float64"}:
        return frame
    current().site.assume("A110", f"{label} is float64, as some rows are absent")
    fact = replace(frame.fields[label], dtype="float64")
    return frame.then(frame.code.withColumn(label, col(label).cast("double")), fields={**frame.fields, label: fact})


def _pivoted(
    frame: Frame, rows: Sequence[Level], above: Level, value: str, at_hand_labels: tuple[Any, ...] | None = None
) -> Frame:
    """The frame with the values of one column as labels, sorted by the other keys.

    Which labels there are is known from the file or the data at hand, and checked when it runs.
    """
    fact, labels = frame.fields[value], _labels(frame.physical[above.column], at_hand_labels)
    if labels is None:
        raise Decline(f"the values of {above.column!r}, which become columns, are not known", code="T312")
    beside = [row.column for row in rows]
    taken = [str(c).lower() for c in (*beside, *labels)]
    if len(set(taken)) < len(taken):
        raise Decline("the column labels are not such that Spark tells them apart", code="T202")
    if any(frame.physical[c].dtype in CATEGORICAL for c in (*beside, above.column)):
        raise Decline("categories without rows become labels too", code="T312")
    if any(("." in str(c) or "`" in str(c)) for c in (*beside, above.column, value, *labels)):
        raise Decline("a name needs quoting", code="T202")
    code = parity.pivot(frame.code, beside, above.column, value, list(labels))
    hidden = {c: replace(frame.physical[c], nullable=False, distinct=None) for c in beside}
    fields = {str(c): Field(fact.dtype, True, infinite=fact.infinite) for c in labels}
    order = Order(tuple(SortKey(c) for c in beside), total=True)
    tuples = {} if all(isinstance(c, str) for c in labels) else {str(c): (c,) for c in labels}
    return Frame(code, fields=fields, hidden=hidden, index=Index("stored", tuple(rows)), order=order,
                 bounded=frame.bounded, columns_name=above.name, tuples=tuples)  # fmt: skip


def _labels(fact: Field, at_hand_labels: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    """The column labels: texts or numbers of one kind that the column has in the data at hand, sorted."""
    found = fact.distinct or tuple(sorted(at_hand_labels or ()))
    kinds = {type(c) for c in found}
    if len(kinds) != 1 or not kinds <= {str, int, bool}:
        return None
    return tuple(map(Int32, found)) if fact.dtype == "int32" else tuple(found)


def _require_one_dtype(fact: Field, filled: bool) -> None:
    """One absent cell makes pandas turn all columns to floats or objects; so values must hold it as they are."""
    if fact.dtype not in ("float64", "str", "datetime") and not (filled and fact.dtype == "int64"):
        raise Decline(f"whether {fact.dtype} values stay so depends on absent cells", code="T312")
    if fact.none:
        raise Decline("None in the cells is told from NaN where there is none", code="T312")


def _filled(frame: Frame, fact: Field, fill_value: Value) -> Frame:
    """Absent cells filled; missing values that were there stay, so there may be none."""
    fill = constant(fill_value, "the fill value")
    same = (fact.dtype == "int64" and type(fill) is int) or (fact.dtype == "float64" and type(fill) in (int, float))
    if fact.nullable or not same:
        raise Decline("the fill value does not fit the values, or they may be missing", code="T312")
    fields = {c: Field(f.dtype, False, infinite=f.infinite) for c, f in frame.fields.items()}
    return frame.then(frame.code.fillna(fill, subset=list(fields)), fields=fields)
