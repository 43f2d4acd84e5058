"""``pd.get_dummies``: a column of truth values for each value of a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rules.column.casts import target_dtype
from translator.rulekit import (
    CATEGORICAL,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Value,
    at_hand,
    col,
    column_like,
    constant,
    current,
    flag,
    frame_of,
    given,
    held_category,
    items,
    materialised,
    name_of,
    names,
    order_aside,
    parity,
    patterns,
    remembering,
    replace,
    rule,
    text,
    with_fields,
    without,
)

NUMBERS = {"int64": "bigint", "int32": "int", "float64": "double"}
ENCODED = CATEGORICAL | {"str", "string", "bool?", "date", "null"}
"""Dtypes of the columns that pandas encodes unless told which."""


@rule("pandas.get_dummies")
def get_dummies(
    data: Value, prefix: Value, prefix_sep: Value, columns: Value, drop_first: Value, dtype: Value
) -> Frame:
    """One column per value, in place of the column; a missing value is in none of them.

    The values are those of the data at hand. The program checks that new data have the same,
    since pandas would give other columns.

    Example:
        pd.get_dummies(df[["n", "k"]], drop_first=True)
    Becomes:
        require_values(df.select("n", "k"), {"k": ["a", "b"]})
        .withColumn("k_b", F.col("k").eqNullSafe("b"))
        .drop("k")
    """
    separator, first = text(prefix_sep), int(flag(drop_first, "drop_first"))
    if isinstance(data, Column):
        if data.array:
            raise Decline("the values of an array have no labels", code="T311")
        value = materialised(column_like(data, data.frame), "_value")
        frame, chosen, kept = value.frame, [str(value.plain)], []
        prefixes = {chosen[0]: _prefix(prefix)}
    elif isinstance(data, Frame):
        frame = data
        chosen = [str(c) for c in names(columns)] if given(columns) else [
            c for c, f in frame.fields.items() if f.dtype in ENCODED
        ]
        kept = [c for c in frame.fields if c not in chosen]
        prefixes = _prefixes(prefix, chosen)
    else:
        raise Decline("only frames and columns that live in Spark are encoded", code="T311")
    if not chosen:
        return frame
    levels = {label: _levels(frame, label) for label in chosen}
    checked = {c: list(values) for c, values in levels.items() if frame.fields[c].dtype not in CATEGORICAL}
    for label, values in checked.items():
        current().site.assume("A116", f"{label} has {len(values)} values: {', '.join(map(str, values))}"[:200])
    source = frame.then(parity.require_values(frame.code, checked)) if checked else frame
    dummies: dict[str, Column] = {}
    for label in chosen:
        for value in levels[label][first:]:
            name = f"{prefixes[label]}{separator}{value}" if prefixes[label] is not None else value
            if not isinstance(name, str) or name.lower() in {d.lower() for d in (*dummies, *frame.physical)}:
                raise Decline(f"the column {name!r} is no text or is there already", code="T202")
            held = held_category(value) if frame.fields[label].dtype in CATEGORICAL else value
            dummies[name] = _dummy(source.column(label), held, dtype)
    if not dummies:
        raise Decline("no column is left", code="T202")
    result = _beside_kept(source, kept, dummies, chosen)
    return remembering(result, {**{c: source.column(c) for c in kept}, **dummies})


def _beside_kept(frame: Frame, kept: Sequence[str], dummies: Mapping[str, Column], chosen: Sequence[str]) -> Frame:
    if kept:
        return without(with_fields(frame, dict(dummies)), chosen)
    order, aside = order_aside(frame, frame.fields)
    hidden = {**frame.hidden, **{new: frame.fields[c] for c, new in aside.items()}}
    aliases = [*(col(c).alias(new) for c, new in aside.items()), *(d.code.alias(n) for n, d in dummies.items())]
    fields = {n: Field(d.dtype, False, missing=False) for n, d in dummies.items()}
    code = frame.code.select(*frame.hidden, *aliases)
    return replace(frame, code=code, fields=fields, hidden=hidden, order=order, tuples={}, columns_name=None)


def _levels(frame: Frame, label: str) -> tuple[Any, ...]:
    """The values that get a column, in pandas' order.

    Raises:
        Decline: T312 when they depend on data that is not known.
    """
    fact = frame.field(label)
    if fact.dtype in CATEGORICAL and fact.categories:
        return fact.categories
    if fact.distinct is not None:
        return fact.distinct
    data = at_hand.of(frame)
    found = set() if data is None or label not in data.columns else set(data[label].dropna().unique())
    if not found or len({type(value) for value in found}) > 1 or not isinstance(next(iter(found)), (str, int, bool)):
        raise Decline(f"the values of {label!r}, which become columns, are not known", code="T312")
    current().site.assume("A110")
    return tuple(sorted(found))


def _dummy(column: Column, value: Any, dtype: Value) -> Column:
    test: Code = column.code.eqNullSafe(value) if column.nullable else column.code == value
    if isinstance(value, bool):
        test = test if column.nullable else column.code if value else ~column.code
    truth = column.then(test, dtype="bool", nullable=False, missing=False, none=False)
    if not given(dtype) or name_of(dtype.code) == "bool" or isinstance(dtype, Const) and dtype.value == "bool":
        return truth
    wanted = target_dtype(dtype)
    if wanted not in NUMBERS:
        raise Decline(f"dummies of dtype {wanted} are not translated", code="T310")
    return truth.then(test.cast(NUMBERS[wanted]), dtype=wanted)


def _prefix(prefix: Value) -> str | None:
    return text(prefix, "the prefix") if given(prefix) else None


def _prefixes(prefix: Value, chosen: Sequence[str]) -> dict[str, str | None]:
    """The prefix of each encoded column: its name, unless told otherwise."""
    if not given(prefix):
        return {c: c for c in chosen}
    known = constant(prefix, "the prefix")
    if isinstance(known, dict):
        found = {str(constant(k)): text(v) for k, v in items(prefix)}
        return {c: found[c] for c in chosen}
    if isinstance(known, str):
        return dict.fromkeys(chosen, known)
    if len(known) != len(chosen):
        raise Decline("there are not as many prefixes as columns", code="T310")
    return dict(zip(chosen, map(str, known), strict=True))


@rule("Series.str.get_dummies")
def parts_of_texts(accessor: Accessor, sep: Value) -> Frame:
    """A column of 0 and 1 for each part that some text has, as the data at hand have them; the program checks that.

    Example:
        df["s"].str.get_dummies(",")
    Becomes:
        require_parts(
    """
    column, separator = accessor.base, text(sep, "the separator")
    if not isinstance(column, Column) or column.dtype != "str" or column.array or column.within is not None:
        raise Decline("only a column of texts has parts", code="T312")
    data = at_hand.of(column)
    table = None if data is None else at_hand.guarded(lambda: data.str.get_dummies(separator))
    if table is None or not len(table.columns) or len(separator) != 1:
        raise Decline("the parts, which become columns, are not known", code="T312")
    parts = [str(label) for label in table.columns]
    current().site.assume("A116", f"the texts in {column.name} have {len(parts)} parts: {', '.join(parts)}"[:200])
    value = materialised(column_like(column, column.frame), "_value") if column.shape == "window" else column
    pattern = patterns.raw(patterns.quoted(separator))
    frame = value.frame.then(parity.require_parts(value.frame.code, value.code, pattern, parts))
    taken = {c.lower() for c in frame.hidden}
    if len({part.lower() for part in parts} | taken) < len(parts) + len(taken) or any("." in part for part in parts):
        raise Decline("two columns would have the same name for Spark", code="T202")
    listed = F.split(value.code, pattern, -1)
    made = {part: _has_part(replace(value, frame=frame), listed, part) for part in parts}
    return remembering(frame_of(made), made)


def _has_part(column: Column, listed: Code, part: str) -> Column:
    test = F.array_contains(listed, part).cast("bigint")
    code = F.coalesce(test, F.lit(0)) if column.nullable else test
    return column.then(code, dtype="int64", nullable=False, missing=False, none=False, name=part)
