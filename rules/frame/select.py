"""Selecting columns and rows with ``df[...]``, and setting and deleting columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rules.frame.attach import attached, by_label, by_row, is_list
from rules.frame.labelled import rows_by_label, unique_labels
from translator.rulekit import (
    INTEGERS,
    MASKED,
    ROW_ORDER,
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Function,
    Label,
    Membership,
    Module,
    Parts,
    Scalar,
    Slice,
    Value,
    aligned,
    at_hand,
    by_rule,
    call_lambda,
    chosen,
    column_like,
    constant,
    current,
    given,
    literal,
    name_of,
    names,
    new_column,
    number,
    pandas_api,
    part,
    relabelled,
    replace,
    rule,
    select_all,
    stepped,
    text,
    with_fields,
    with_new,
    without,
)
from translator.rulekit import filtered as keep_rows


@rule("DataFrame.__getitem__", any_columns=True)
def getitem(df: Frame, key: Value) -> Value:
    """Select a column by name, columns by a list of names, or rows by a condition or slice.

    pandas treats a comparison with a missing value as False; a Spark filter drops null the
    same way, so a positive condition needs no rewriting.

    Example:
        df[df["v"] > 1]
    Becomes:
        df.filter(F.col("v") > 1)
    """
    if isinstance(key, Column):
        return keep_rows(df, key)
    if isinstance(key, Membership):
        return chosen(df, key)
    if df.tuples and isinstance(key, Const) and isinstance(key.value, (str, tuple, int, float)):
        return _by_tuple(df, key.value if isinstance(key.value, tuple) else (key.value,))
    if df.tuples and isinstance(key, Const) and isinstance(key.value, list):
        return _by_labels(df, key.value)
    if df.tuples and not isinstance(key, (Column, Membership, Slice)):
        raise Decline("columns of several levels are chosen", code="T202")
    if isinstance(key, Function):
        return getitem(df, call_lambda(key, [df]))
    if isinstance(key, Frame):
        return by_rule("DataFrame.where", df, key)
    if isinstance(key, Const) and isinstance(key.value, str):
        return df.column(_label(key))
    if isinstance(key, Slice) or isinstance(key, Const) and isinstance(key.value, slice):
        by_label = isinstance(key, Const) and not all(isinstance(b, (int, type(None))) for b in _bounds(key.value))
        return rows_by_label(df, key) if by_label else by_rule("DataFrame.iloc.__getitem__", df, key)
    if isinstance(key, (Const, Elements)) and isinstance(getattr(key, "value", []), list):
        return select_all(df, names(key))
    raise Decline("this kind of selection is not translated", code="T311")


def _by_labels(df: Frame, labels: list[object]) -> Frame:
    """The columns with these labels of one level."""
    stored = {label[0]: c for c, label in df.tuples.items() if len(label) == 1 and c in df.fields}
    if any(isinstance(label, (list, tuple)) or label not in stored for label in labels):
        raise Decline("columns of several levels are chosen", code="T202")
    return _labelled(select_all(df, [stored[label] for label in labels]), df.tuples)


def _labelled(df: Frame, tuples: Mapping[str, tuple[object, ...]]) -> Frame:
    """The frame with those labels that its columns still have; texts are nothing special."""
    kept = {c: tuples[c] for c in df.fields}
    return replace(df, tuples={} if all(label == (c,) for c, label in kept.items()) else kept)


def _by_tuple(df: Frame, labels: tuple[Any, ...]) -> Value:
    """The column with a label of several levels, or all those below its first ones."""
    below = {c: t[len(labels):] for c in df.fields if (t := df.tuples[c])[: len(labels)] == labels}
    if not below:
        raise Decline(f"column {labels!r} is not in the frame", code="T314")
    if all(not any(rest) for rest in below.values()):
        [column, *others] = below
        if others:
            raise Decline(f"column {labels!r} is there twice", code="T202")
        name: Any = labels if len(labels) == len(df.tuples[column]) > 1 else labels[0]
        return replace(df.column(column), name=name, frame=replace(df, tuples={}))
    if any(len(rest) != 1 for rest in below.values()):
        raise Decline("several levels stay", code="T202")
    return relabelled(select_all(df, list(below)), [rest[0] for rest in below.values()])


def _bounds(key: slice) -> tuple[object, object, object]:
    return key.start, key.stop, key.step


def _label(key: Const) -> Label:
    return key.value if isinstance(key.value, Label) else Label(key.value, key.code)


@rule("DataFrame.__setitem__", any_columns=True)
def setitem(df: Frame, key: Value, value: Value) -> Frame:
    """Set columns from a constant, a column of the same rows, or a frame of the same rows.

    Example:
        df["w"] = df["v"] * 2
    Becomes:
        df = df.withColumn("w", F.col("v") * 2)
    """
    if df.tuples:
        return _set_labelled(df, key, value)
    if isinstance(value, Parts):
        return _set_parts(df, names(key), value)
    if isinstance(value, Column) and df.index.kind == "stored" and _turned(df, value) and not unique_labels(df):
        if getattr(getattr(at_hand.of(df), "index", None), "is_unique", False) is not True:
            raise Decline("rows in another order are matched by position where labels repeat", code="T313")
        current().site.assume("A104")
    if isinstance(value, Column) and value.frame.rows[-1] != df.rows[-1]:
        data = at_hand.of(df)
        if data is not None and not len(data):
            raise Decline("a frame without rows takes those of a column that is set", code="T313")
    if isinstance(key, Const) and isinstance(key.value, str):
        return with_value(df, _label(key), value)
    if isinstance(key, Frame):
        return _assigned(by_rule("DataFrame.mask", df, key, value))
    if isinstance(key, Column):
        raise Decline("rows are set through a condition; use df.loc[condition, column]", code="T311")
    labels = names(key)
    if isinstance(value, Frame):
        if len(labels) != len(value.fields):
            raise Decline("as many columns must be set as the frame has", code="T313")
        taken = stepped(df, labels, value)
        if taken is not None:
            return taken
        columns = [column_like(part(value, c), df) for c in value.fields]
        return with_fields(df, dict(zip(labels, columns, strict=True)))
    if isinstance(value, (Const, Scalar)) and not isinstance(getattr(value, "value", None), (list, tuple)):
        return with_fields(df, {c: new_column(df, value) for c in labels})
    raise Decline("several columns are set from something that is not a frame", code="T313")


def _turned(df: Frame, value: Column) -> bool:
    """Whether values of the rows of a frame have been sorted since."""
    order = value.frame.order if aligned(value, df) else None
    return order is not None and order.columns() != (df.order or ROW_ORDER).columns()


def _set_labelled(df: Frame, key: Value, value: Value) -> Frame:
    """``df["c"] = value`` beside labels of one level that are no texts, or ``df[3] = value``."""
    known = constant(key, "the column")
    if not isinstance(known, (str, int)) or any(len(label) > 1 for label in df.tuples.values()) or isinstance(value, Frame):
        raise Decline("the columns have labels of several levels", "name them first", code="T202")
    stored = str(known)
    if df.tuples.get(stored, (known,)) != (known,):
        raise Decline(f"columns {stored} and {stored!r} are called alike in Spark", code="T202")
    result = setitem(replace(df, tuples={}), Const(literal(stored), stored), value)
    return replace(result, tuples={**df.tuples, stored: df.tuples.get(stored, (known,))})


def _set_parts(df: Frame, labels: list[Label], value: Parts) -> Frame:
    """Columns from the parts of texts; pandas refuses another number of them."""
    if value.count not in (None, len(labels)) or value.count is None and len(labels) == 1:
        raise Decline("as many columns must be set as there are parts", code="T310")
    numbers = [Const(literal(n), n) for n in range(len(labels))]
    columns = [by_rule(f"Series.{value.name}.__getitem__", value, number) for number in numbers]
    return with_fields(df, {c: column_like(part, df) for c, part in zip(labels, columns, strict=True)})


def with_value(df: Frame, label: Label, value: Value) -> Frame:
    """The frame with a column set from a column, a constant, or a list that meets the rows by position."""
    if is_list(value):
        return attached(df, label, value)
    other = isinstance(value, Column) and not value.array and value.frame.rows[-1] != df.rows[-1]
    if isinstance(value, Column) and other and not aligned(value, df):
        return by_label(df, label, value)
    beside = by_row(df, label, value) if isinstance(value, Column) else None
    if beside is not None:
        return beside
    return with_new(df, label, value)


def _assigned(value: Value) -> Frame:
    if not isinstance(value, Frame):
        raise Decline("the changed frame is not known", code="T311")
    return value


@rule("DataFrame.get")
def get(df: Frame, key: Value, default: Value) -> Value:
    """A column by name; a name that does not exist gives the default.

    Example:
        df.get("v")
    Becomes:
        F.col("v")
    """
    known = text(key, "the column name")
    if known in df.fields:
        return df.column(Label(known, key.code))
    if given(default):
        return default
    return Const(default.code, constant(default))


@rule("DataFrame.__delitem__")
def delitem(df: Frame, key: Value) -> Frame:
    """Delete a column.

    Example:
        del df["v"]
    Becomes:
        df = df.drop("v")
    """
    label = Label(text(key, "the column name"), key.code)
    df.field(label)
    return without(df, [label])


@rule("DataFrame.insert")
def insert(df: Frame, loc: Value, column: Value, value: Value) -> Frame:
    """Put a new column at a position; pandas changes the frame in place.

    Example:
        df.insert(1, "z", 0)
        size = df.shape
    Becomes:
        df = df.withColumn("z", F.lit(0).cast("bigint")).select("k", "z", "v", "w", "n", "t", "b", "s")
    """
    label = Label(text(column, "the column name"), column.code)
    place = int(number(loc, "the position"))
    if str(label) in df.fields or not 0 <= place <= len(df.fields):
        raise Decline("pandas refuses this insertion", code="T310")
    result = with_value(df, label, value)
    order = [c for c in result.fields if c != label]
    if place == len(order):
        return result
    order.insert(place, label)
    return select_all(result, order)


@rule("DataFrame.pop")
def pop(df: Frame, item: Value) -> Frame:
    """Remove a column; as a statement of its own it is ``del df[item]``.

    Example:
        df.pop("v")
        size = df.shape
    Becomes:
        df = df.drop("v")
    """
    return delitem(df, item)


@rule("DataFrame.filter")
def filter_columns(df: Frame, items: Value, like: Value, regex: Value, axis: Value) -> Frame:
    """Select columns by a list of names, a part of the name or a regular expression.

    Example:
        df.filter(like="v")
    Becomes:
        df.select("v")
    """
    if given(axis) and constant(axis) not in (1, "columns"):
        raise Decline("rows are filtered by their labels", code="T316")
    if given(items):
        return select_all(df, [c for c in names(items) if c in df.fields])
    if given(like):
        part_ = text(like, "the part of the name")
        return select_all(df, [c for c in df.fields if part_ in c])
    pattern = re.compile(text(regex, "the pattern"))
    return select_all(df, [c for c in df.fields if pattern.search(c)])


@rule("DataFrame.select_dtypes")
def select_dtypes(df: Frame, include: Value, exclude: Value) -> Frame:
    """Select columns by type, which is known at translation time.

    Example:
        df.select_dtypes(include="number")
    Becomes:
        df.select("v", "w", "n")
    """
    return select_all(df, columns_of_types(df, include, exclude))


def columns_of_types(df: Frame, include: Value, exclude: Value) -> list[str]:
    """The columns that ``select_dtypes`` takes: pandas itself is asked what its names of types stand for.

    Raises:
        Decline: T312 where the type of a column depends on the data, T310 for types that are not known.
    """
    chosen = pandas_api.dtypes_selected(_types(include), _types(exclude))
    if chosen is None:
        raise Decline("columns of these types are not selected by a rule", code="T310")
    others = {"bool": "bool?"}
    doubtful = [
        c for c, f in df.fields.items() if f.nullable and f.missing is not False and f.dtype in INTEGERS - MASKED | {"bool"}
        and (f.dtype in chosen) != (others.get(f.dtype, "float64") in chosen)
    ]  # fmt: skip
    if doubtful:
        raise Decline(f"the dtype of {doubtful[0]!r} depends on the data", code="T312")
    return [c for c, f in df.fields.items() if f.dtype in chosen]


def _types(value: Value) -> tuple[str | type, ...]:
    """Names of types, and Python's own types, that an argument lists."""
    if not given(value):
        return ()
    parts = value.items if isinstance(value, Elements) and value.kind != "dict" else (value,)
    found: list[str | type] = []
    for item in parts:
        if isinstance(item, Const) and item.value is not None:
            found += [item.value] if isinstance(item.value, (str, type)) else list(item.value)
        else:
            named = item.name.rpartition(".")[2] if isinstance(item, Module) else name_of(item.code) or ""
            found.append({"int": int, "float": float, "bool": bool, "object": object}.get(named, named))
    return tuple(found)
