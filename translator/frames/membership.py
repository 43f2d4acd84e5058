"""Conditions that only joins can tell: values among those of a column of other rows."""

from __future__ import annotations

from dataclasses import replace

from translator.diagnostics import Decline
from translator.emission.emit import Code
from translator.frames.columns import column_like
from translator.frames.delegation import column_by_rule
from translator.frames.dtypes import CATEGORICAL, FLOATS, INTEGERS, MASKED
from translator.frames.fields import Field
from translator.frames.rows import filtered, select_all, wider
from translator.frames.values import Column, Frame, Membership, Test, Value, col


def among(column: Column, others: Column) -> Membership:
    """``column.isin(others)``.

    Raises:
        Decline: T312 where pandas would compare values of different kinds, or tells None from NaN.
    """
    if others.array and others.dtype == "str" or "window" in (column.shape, others.shape):
        raise Decline("the values are computed over several rows", code="T313")
    same = column.dtype == others.dtype and column.dtype not in CATEGORICAL | {"bool?", "null"}
    kinds = {column.dtype, others.dtype}
    as_floats = kinds - INTEGERS == {"float64"} and not kinds & MASKED  # as which both compare integers with floats
    if not same and not kinds <= INTEGERS and not kinds <= FLOATS and not as_floats:
        raise Decline(f"{column.dtype} values are looked up among {others.dtype} values", code="T312")
    apart = column.nullable and others.nullable and column.missing is not False and others.missing is not False
    if apart and column.dtype in ("str", "date") and column.none != others.none:
        raise Decline("pandas tells None from NaN among objects, where both may occur", code="T312")
    test = Test(column.settled_column, others.settled_column)
    return Membership(_values(test)[0], frame=column.frame, tests=(test,))


def opposite(condition: Membership) -> Membership:
    """The negation.

    Raises:
        Decline: T311 for several tests, whose negation no single join answers.
    """
    if len(condition.tests) > 1 or condition.plain is not None:
        raise Decline("the opposite of several conditions on other rows is not translated", code="T311")
    [test] = condition.tests
    return replace(condition, tests=(replace(test, negated=not test.negated),))


def beside(condition: Membership, other: Value) -> Membership:
    """Both conditions."""
    if isinstance(other, Membership):
        both = [c.plain for c in (condition, other) if c.plain is not None]
        plain = column_by_rule("Series.__and__", *both) if len(both) > 1 else next(iter(both), None)
        return replace(condition, tests=(*condition.tests, *other.tests), plain=plain)
    if not isinstance(other, Column):
        raise Decline("the other condition is not a column", code="T311")
    plain = other if condition.plain is None else column_by_rule("Series.__and__", condition.plain, other)
    return replace(condition, plain=plain)


def kept(condition: Membership) -> Membership | None:
    """The condition as a variable can hold it: by the values of its only test; None for more."""
    if len(condition.tests) > 1 or condition.plain is not None:
        return None
    [test] = condition.tests
    values, label = _values(test)
    others = Frame(values, fields={label: Field(test.others.dtype, test.others.nullable)})
    return replace(condition, code=values, tests=(replace(test, others=others.column(label)),))


def chosen(frame: Frame, condition: Membership) -> Frame:
    """``df[condition]``: semi joins keep the rows that have a partner, anti joins the others."""
    if condition.plain is not None:
        frame = filtered(frame, condition.plain)
    for test in condition.tests:
        whole = wider(frame, test.column)
        if whole is not None:
            frame = select_all(_chosen(whole, test), frame.fields)
        else:
            frame = _chosen(frame, test)
    return frame


def _chosen(frame: Frame, test: Test) -> Frame:
    column = column_like(test.column, frame, "the looked-up column")
    values, label = _values(test)
    if label in frame.physical or label.lower() in map(str.lower, frame.physical):
        alike = column.dtype == test.others.dtype
        if column.plain == label and alike and not (column.nullable and test.others.nullable):
            return _subset(frame, values, label, test)
        values, label = _values(test, _free(f"{label}_right", frame))
    beside = col(label)
    same = column.code == beside
    if column.nullable and test.others.nullable:
        same = column.code.eqNullSafe(beside)
    return _subset(frame, values, same, test)


def _subset(frame: Frame, values: Code, on: Code | str, test: Test) -> Frame:
    kind = "left_anti" if test.negated else "left_semi"
    code = frame.code.join(values, on, kind)
    if isinstance(on, str) and on != next(iter(frame.physical)):  # which moves to the front
        code = code.select(*frame.physical)
    return frame.subset(code, sorted=False)


def _free(label: str, frame: Frame) -> str:
    taken = {c.lower() for c in frame.physical}
    while label.lower() in taken:
        label += "_right"
    return label


def _values(test: Test, label: str = "") -> tuple[Code, str]:
    """A Spark frame of the values alone, and the name of its column, which is `label` where given."""
    others = test.others
    if others.plain is not None and not label:
        bare = list(others.frame.physical) == [others.plain]
        code = others.frame.code
        return (code if bare else code.select(others.plain)), others.plain
    label = label or others.name or "value"
    return others.frame.code.select(others.code.alias(label)), label
