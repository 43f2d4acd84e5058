"""Values of a column as column labels: ``pivot`` without an aggregate, and ``unstack``.

The labels are those of the data at hand; `pivot` of the support module makes sure that new data
have the same, since pandas would give other columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from translator.rulekit import (
    CATEGORICAL,
    INTEGERS,
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
    level_renamed,
    names,
    parity,
    replace,
    rule,
    series_frame,
)


@dataclass(frozen=True)
class Table:
    """What is laid out: values of columns, by the keys beside them and the one key above them.

    With `below` the labels are pairs of a column and a value of the key above, in the order of the columns.
    """

    frame: Frame
    rows: Sequence[Level]
    above: Level
    values: Sequence[str]
    below: bool
    labels: tuple[Any, ...]

    def stored(self, value: str, label: Any) -> str:
        """The column that holds the cells of one label."""
        return f"{value}_{label}" if self.below else str(label)


@rule("DataFrame.pivot")
def pivot(df: Frame, index: Value, columns: Value, values: Value) -> Frame:
    """One row per index value and one column per label; pandas raises where cells repeat.

    Of several columns of values, labels are the column and the label.
    """
    chosen = [names(v, "the keys") for v in (index, columns) if given(v)]
    if len(chosen) < 2 or len(chosen[1]) != 1 or isinstance(constant(columns), list):
        raise Decline("the columns of the result would have several levels", code="T310")
    beside, [above] = chosen
    below = not given(values) or isinstance(constant(values), list)
    kept = names(values) if given(values) else [c for c in df.fields if c not in (*beside, above)]
    for label in (*beside, above, *kept):
        df.field(label)
    data = at_hand.of(df)
    for key in (*beside, above):
        present = df.fields[key].missing is False or not df.fields[key].nullable
        if not present and (data is None or data[key].isna().any()):
            raise Decline("keys may be missing, which pandas puts in no stable place", code="T312")
    for label in kept:
        if data is not None and df.fields[label].dtype == "int64":
            wide = partial(data.pivot, index=list(map(str, beside)), columns=str(above), values=str(label))
            df = _as_at_hand(df, str(label), at_hand.guarded(wide))
        _require_one_dtype(df.fields[label], filled=False)
    labels = _labels(df.fields[above], above, () if data is None else data[above].unique())
    rows = [Level(str(c), str(c)) for c in beside]
    return _laid_out(Table(df, rows, Level(str(above), str(above)), list(map(str, kept)), below, labels))


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
    return _unstacked(frame, at_hand.of(column), column, [label], level, fill_value)


@rule("DataFrame.unstack")
def unstack_columns(df: Frame, level: Value, fill_value: Value) -> Frame:
    """The labels of one index level below every column."""
    return _unstacked(df, at_hand.of(df), df, None, level, fill_value)


def _unstacked(
    frame: Frame, data: Any, source: Frame | Column, single: list[str] | None, level: Value, fill_value: Value
) -> Frame:
    """The values of one column (`single`), or of all, with the labels of one index level as columns."""
    above, rest = _level_above(frame, level)
    if not at_hand.lists_sorted(source):
        raise Decline("pandas does not list the labels sorted, as some occur in no row any more", code="T316")
    place, values = list(frame.index.levels).index(above), single or list(frame.fields)
    for label in values:
        if data is not None and not given(fill_value):
            wide = partial((data if single else data[label]).unstack, place)
            frame = _as_at_hand(frame, label, at_hand.guarded(wide))
        _require_one_dtype(frame.fields[label], given(fill_value))
    found = () if data is None else data.index.get_level_values(place).unique()
    labels = _labels(frame.physical[above.column], above.column, found)
    result = _named_as_keys(_laid_out(Table(frame, rest, above, values, single is None, labels)))
    return _filled(result, [frame.fields[v] for v in values], fill_value) if given(fill_value) else result


def _named_as_keys(frame: Frame) -> Frame:
    """The frame, whose labels are called as in pandas again where the values had their name."""
    for level in frame.index.levels:
        if level.name is not None and level.name != level.column and level.name not in frame.physical:
            frame = level_renamed(frame, level, level.name)
    return frame


def _level_above(frame: Frame, level: Value) -> tuple[Level, list[Level]]:
    """The index level whose labels become columns, and the others."""
    levels = list(frame.index.levels)
    if frame.index.kind != "stored" or len(levels) < 2:
        raise Decline("the index has not two levels that are stored", code="T316")
    if frame.repeats:
        raise Decline("the labels of parts stand in the order of the parts, not sorted", code="T316")
    wanted = constant(level, "the level")
    found = [lv for n, lv in enumerate(levels) if wanted in (n, n - len(levels), lv.name)]
    if len(found) != 1 or isinstance(wanted, bool):
        raise Decline(f"the index has no single level {wanted!r}", code="T316")
    if any(frame.physical[lv.column].nullable for lv in levels):
        raise Decline("labels may be missing, which pandas puts in no stable place", code="T312")
    return found[0], [lv for lv in levels if lv is not found[0]]


def _as_at_hand(frame: Frame, label: str, table: Any) -> Frame:
    """Whole numbers as floats, where absent cells make them so in the data at hand; else they surely stay."""
    if table is None:
        raise Decline("labels occur twice in the data at hand, which pandas refuses", code="T312")
    kinds = set(map(str, table.dtypes))
    if frame.fields[label].dtype != "int64" or kinds not in ({"float64"}, {"int64"}):
        return frame
    if kinds == {"int64"}:
        current().site.assume("A110", f"{label} is int64, as no row is absent")
        fact = replace(frame.fields[label], nullable=False, missing=False)
        return frame.then(frame.code, fields={**frame.fields, label: fact})
    current().site.assume("A110", f"{label} is float64, as some rows are absent")
    fact = replace(frame.fields[label], dtype="float64")
    return frame.then(frame.code.withColumn(label, col(label).cast("double")), fields={**frame.fields, label: fact})


def _laid_out(table: Table) -> Frame:
    """The frame with the values of the key above as labels, sorted by the other keys.

    Which labels there are is known from the file or the data at hand, and checked when it runs.
    """
    frame, above, labels = table.frame, table.above, table.labels
    beside = [row.column for row in table.rows]
    cells = {table.stored(v, c): (v, c) for v in table.values for c in labels}
    taken = [c.lower() for c in (*beside, *cells)]
    if len(set(taken)) < len(table.values) * len(labels) + len(beside):
        raise Decline("the column labels are not such that Spark tells them apart", code="T202")
    if any(frame.physical[c].dtype in CATEGORICAL for c in (*beside, above.column)):
        raise Decline("categories without rows become labels too", code="T312")
    named = () if isinstance(labels[0], float) and not table.below else cells
    if any(("." in c or "`" in c) for c in (*beside, above.column, *table.values, *named)):
        raise Decline("a name needs quoting", code="T202")
    value: Any = list(table.values) if table.below else table.values[0]
    current().site.assume("A116", f"{above.column} has {len(labels)} values: {', '.join(map(str, labels))}"[:200])
    code = parity.pivot(frame.code, beside, above.column, value, list(labels))
    hidden = {c: replace(frame.physical[c], nullable=False, distinct=None) for c in beside}
    facts = {c: frame.fields[v] for c, (v, _) in cells.items()}
    fields = {c: Field(fact.dtype, True, infinite=fact.infinite) for c, fact in facts.items()}
    order = Order(tuple(SortKey(c) for c in beside), total=True)
    plain = not table.below and all(isinstance(c, str) for c in labels)
    tuples: dict[str, tuple[Any, ...]] = {} if plain else {c: pair if table.below else pair[1:] for c, pair in cells.items()}
    return Frame(code, fields=fields, hidden=hidden, index=Index("stored", tuple(table.rows)), order=order,
                 bounded=frame.bounded, columns_name=above.name, tuples=tuples)  # fmt: skip


def _labels(fact: Field, key: str, found: Iterable[Any]) -> tuple[Any, ...]:
    """The column labels: texts or whole numbers that the column has in the data at hand, or known numbers, sorted.

    Raises:
        Decline: T312 where they are not known.
    """
    labels = fact.distinct or tuple(map(int, found) if fact.dtype in INTEGERS else found)
    kinds = {type(c) for c in labels}
    if len(kinds) != 1 or not kinds <= ({str, int, bool, float} if fact.distinct else {str, int, bool}):
        raise Decline(f"the values of {key!r}, which become columns, are not known", code="T312")
    return tuple(map(Int32, sorted(labels))) if fact.dtype == "int32" else tuple(sorted(labels))


def _require_one_dtype(fact: Field, filled: bool) -> None:
    """One absent cell makes pandas turn all columns to floats or objects; so values must hold it as they are."""
    whole = fact.dtype == "int64" and (filled or fact.missing is False and not fact.nullable)
    if fact.dtype not in ("float64", "str", "datetime") and not whole:
        raise Decline(f"whether {fact.dtype} values stay so depends on absent cells", code="T312")
    if fact.none:
        raise Decline("None in the cells is told from NaN where there is none", code="T312")


def _filled(frame: Frame, facts: Sequence[Field], fill_value: Value) -> Frame:
    """Absent cells filled; missing values that were there stay, so there may be none."""
    fill = constant(fill_value, "the fill value")
    kinds: dict[str, tuple[type, ...]] = {"int64": (int,), "float64": (int, float)}
    odd = any("." in c for c in frame.fields)
    if odd or any(fact.nullable or type(fill) not in kinds.get(fact.dtype, ()) for fact in facts):
        raise Decline("the fill value does not fit the values, or they may be missing", code="T312")
    fields = {c: Field(f.dtype, False, infinite=f.infinite) for c, f in frame.fields.items()}
    return frame.then(frame.code.fillna(fill, subset=list(fields)), fields=fields)
