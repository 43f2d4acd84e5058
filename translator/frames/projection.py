"""Frame-wide operations: every column computed from the columns of one base frame.

A frame that was made by computing columns remembers the expressions (`Frame.parts`), so that
``df[cols] = df[cols].fillna(0)`` sets expressions on `df`, ``df.isnull().sum()`` is one
aggregation of `df`, and ``df[df.isnull().any(axis=1)]`` filters `df` itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from translator.diagnostics import Decline
from translator.emission import emit
from translator.emission.emit import Code, Comprehension, F, Label, binary, literal, name
from translator.emission.layout import flat
from translator.evidence import pandas_api
from translator.frames.columns import column_like, order_aside, staged, with_column, with_fields
from translator.frames.dtypes import SPARK_TYPES
from translator.frames.values import Column, Const, Frame, Local, Scalar, Value, held_by, row_set


@dataclass(frozen=True)
class Steps:
    """How a frame came from another: arguments of ``withColumns`` that a superset of it can take too.

    Attributes:
        source: versions of the columns before the steps.
        target: versions of the columns after them.
    """

    source: Mapping[str, int]
    target: Mapping[str, int]
    codes: tuple[Code, ...]

    def lead_to(self, frame: Frame) -> bool:
        """Whether the frame's columns are still those that the steps made."""
        return {c: f.version for c, f in frame.fields.items()} == dict(self.target)


def recomputed(frame: Frame, columns: Mapping[str, Column]) -> Frame:
    """The frame with some data columns computed anew from its columns, all at once."""
    if not columns:
        return frame
    result = with_fields(frame, dict(columns))
    return remembering(result, {c: columns.get(c, frame.column(c)) for c in frame.fields})


def remembering(frame: Frame, parts: Mapping[str, Column]) -> Frame:
    """The frame with the expressions that its data columns came from."""
    return replace(frame, parts={c: (frame.fields[c].version, p) for c, p in parts.items()})


def part(frame: Frame, label: str) -> Column:
    """A data column as the expression over the base frame that it came from, if still known."""
    fact = frame.field(label)
    version, column = frame.parts.get(str(label), (0, None))
    if column is None or version != fact.version:
        return frame.column(label)
    if row_set(column.frame.rows[-1]) != row_set(frame.rows[-1]):
        return frame.column(label)
    return column


def parts_of(frame: Frame) -> tuple[Frame, dict[str, Column]]:
    """The frame to evaluate on and the data columns as expressions over it.

    The base frame serves only while no variable holds the computed frame: a variable may outlive
    the base.
    """
    own = frame, {c: frame.column(c) for c in frame.fields}
    if held_by(frame) is not None:
        return own
    parts = {c: part(frame, c) for c in frame.fields}
    bases = {id(p.frame): p.frame for p in parts.values()}
    if len(bases) != 1:
        return own
    return next(iter(bases.values())), parts


def each(frame: Frame, build: Callable[[Column], Column], only: Iterable[str] | None = None) -> Frame:
    """The frame with `build` applied to each data column (or to those in `only`)."""
    chosen = list(frame.fields) if only is None else [str(c) for c in only]
    made = {c: build(frame.column(c)) for c in chosen}
    result = recomputed(frame, {c: v for c, v in made.items() if v.plain != c})
    base, before = parts_of(frame)
    if base is frame:
        return result
    return remembering(result, {c: build(before[c]) if c in made else before[c] for c in frame.fields})


def by_statistic(
    frame: Frame, statistics: Local, build: Callable[[Column, Scalar], Column], only: Iterable[str]
) -> Frame:
    """Some columns computed with a driver-side Series of one number for each column.

    The code is one comprehension over the Series, so that the Series is computed once.

    Raises:
        Decline: T313 when the columns are not treated alike, or are not all in the Series.
    """
    chosen = [str(c) for c in only]
    number = Scalar(name("value"), dtype=statistics.dtype)
    made = {c: build(frame.column(Label(c, name("c"))), number) for c in chosen}
    forms = {flat(column.settled): column.settled for column in made.values()}
    ordered_by = set(frame.order.columns()) if frame.order else set()
    if len(forms) != 1 or not set(chosen) <= set(statistics.labels) or ordered_by & set(chosen):
        raise Decline("the columns are not treated alike", code="T313")
    [form] = forms.values()
    test = None if set(chosen) == set(statistics.labels) else binary("in", name("c"), literal(chosen))
    change = Comprehension(name("c"), form, "c, value", statistics.code.items(), test)
    before = frame.steps.codes if frame.steps is not None and frame.steps.lead_to(frame) else ()
    source = frame.steps.source if before and frame.steps is not None else _versions(frame)
    facts = replace(with_fields(frame, made), code=frame.code.withColumns(change), parts={})
    return replace(facts, steps=Steps(source, _versions(facts), (*before, change)))


def _versions(frame: Frame) -> dict[str, int]:
    return {c: f.version for c, f in frame.fields.items()}


def stepped(frame: Frame, labels: Iterable[str], value: Frame) -> Frame | None:
    """``df[cols] = value``, where `value` is ``df[cols]`` after steps that `df` can take as well."""
    steps = value.steps
    chosen = [str(c) for c in labels]
    if steps is None or held_by(value) is not None or not steps.lead_to(value) or chosen != list(value.fields):
        return None
    if row_set(value.rows[-1]) != row_set(frame.rows[-1]) or set(frame.order.columns() if frame.order else ()) & set(chosen):
        return None
    if any(frame.fields[c].version != v for c, v in steps.source.items() if c in frame.fields):
        return None
    code = frame.code
    for change in steps.codes:
        code = code.withColumns(change)
    return replace(frame, code=code, fields={**frame.fields, **value.fields}, parts={})


def new_column(df: Frame, value: Value) -> Column:
    """The value as a new column of the frame, with the type that pandas gives it."""
    column = column_like(value, df)
    if isinstance(value, Const):
        if isinstance(value.value, float) and math.isnan(value.value):
            return replace(column, code=F.lit(None).cast("double"), dtype="float64")
        if column.dtype in ("null", "int64"):
            return replace(column, code=column.code.cast(SPARK_TYPES[column.dtype].lower()))
    if isinstance(value, Scalar):
        return replace(column, code=column.code.cast(SPARK_TYPES[column.dtype].lower()))
    return column


def with_new(df: Frame, label: Label | str, value: Value) -> Frame:
    """``df[label] = value``, also where the value was computed with working columns of its own."""
    whole = staged(df, value)
    if whole is None:
        return _counted(with_column(df, label, new_column(df, value)), label, value)
    ordering = whole.order.columns() if whole.order is not None else ()  # they stay, also if this run only demands them
    working = [c for c in whole.hidden if c not in df.hidden and c not in ordering]
    result = with_column(whole, label, new_column(whole, value))
    hidden = {c: f for c, f in result.hidden.items() if c not in working}
    only = isinstance(value, Column) and working == [value.plain] and label not in whole.physical
    code = whole.code.withColumnRenamed(working[0], label) if only else result.code.drop(*working)
    return replace(result, code=code, hidden=hidden)


def _counted(frame: Frame, label: Label | str, value: Value) -> Frame:
    """The frame with a column just set, which counts time as the constant does that it is made of."""
    fact = frame.fields[str(label)]
    if not isinstance(value, Const) or fact.dtype != "datetime":
        return frame
    unit = pandas_api.unit_of(value.value)
    return replace(frame, fields={**frame.fields, str(label): replace(fact, unit=unit)})


def without(df: Frame, labels: Iterable[Label | str]) -> Frame:
    """The frame without some data columns; those that its order needs stay as hidden columns."""
    labels = list(labels)
    gone = {str(c) for c in labels}
    order, aside = order_aside(df, gone)
    fields = {c: f for c, f in df.fields.items() if c not in gone}
    hidden = {**df.hidden, **{new: df.fields[c] for c, new in aside.items()}}
    dropped = [c for c in labels if str(c) not in aside]
    code = df.code.drop(*dropped) if dropped else df.code
    for old, new in aside.items():
        code = code.withColumnRenamed(old, new)
    return replace(df, code=code, fields=fields, hidden=hidden, order=order)


_TEXT = re.compile(r"""(["'])[^"'\\.`]*\1""")
"""A name of a column that is written alike wherever it stands."""


def unselected(code: Code) -> Code:
    """The code without the choices of columns at its end, for what names the columns that it reads."""
    source, method, arguments = _last_call(code)
    if method == "select" and _chosen(code) is not None:
        return unselected(source)
    if method == "dropna" and not arguments and (labels := _chosen(source)) is not None:
        return unselected(source).dropna(subset=labels)
    if method == "filter" or method == "dropna" and any(a.keyword == "subset" for a in arguments):
        return emit.Call(emit.Attribute(unselected(source), method), arguments)
    return code


def _chosen(code: Code) -> list[Code] | None:
    """The names in a choice of columns at the end of the code; None where there is none, or of more than names."""
    _, method, arguments = _last_call(code)
    plain = all(_TEXT.fullmatch(flat(a.value)) and not a.keyword and not a.star for a in arguments)
    return [a.value for a in arguments] if method == "select" and plain else None


def _last_call(code: Code) -> tuple[Code, str, tuple[emit.Argument, ...]]:
    """``source.method(arguments)`` in parts; no method for anything else."""
    if isinstance(code, emit.Call) and isinstance(called := emit.fields(code)[0], emit.Attribute):
        return (*emit.fields(called), emit.fields(code)[1])
    return code, "", ()


__all__ = ["by_statistic", "each", "new_column", "part", "parts_of", "recomputed", "remembering", "stepped",
           "unselected", "with_new", "without"]  # fmt: skip
