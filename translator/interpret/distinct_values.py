"""Distinct values of a column on the driver: in whatever list they are, they are values of one type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translator.emission.emit import name
from translator.frames.values import Local, Scalar, Value

_LISTING = frozenset({"sorted", "list", "set", "tuple", "reversed"})


def by_builtin(function: str, args: Sequence[Value], result: Value) -> Value:
    """What a builtin function gives: of ``sorted(df["k"].unique())`` the type of the values is known, too."""
    return _of_same(args[0], result) if function in _LISTING and len(args) == 1 else result


def by_method(receiver: Value, text: str, result: Value) -> Value:
    """The same for a method: ``df["k"].unique().tolist()``."""
    return _of_same(receiver, result) if text in ("tolist", "copy") else result


def _of_same(values: Value, result: Value) -> Value:
    known = isinstance(values, Local) and values.each is not None and isinstance(result, Local)
    return replace(result, each=values.each) if known else result  # type: ignore[attr-defined, call-arg]


def item(iterable: Value, text: str) -> Value:
    """What a loop over the values binds to a variable."""
    each = iterable.each if isinstance(iterable, Local) else None
    return Local(name(text)) if each is None else Scalar(name(text), dtype=each)
