"""What the files at hand make of the program's own calls, computed by pandas when a rule needs to know.

pandas lets the data decide some types: whole numbers among which some are missing are floats, and
stay floats once the missing ones are filled or gone. The schema cannot tell; the files at hand can.
Every result of a rule is remembered with the call that made it, so that pandas can be asked for the
same result on the data at hand. Only pure functions of pandas run, never code of the program, and
only within a size limit. What is learned is an assumption (A110), as the types of a file are.
"""

from __future__ import annotations

import builtins
import operator
import re
import warnings
import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import pandas_api, pure_functions, sizes, specimens
from translator.frames import handles
from translator.frames.columns import made_infinite
from translator.frames.dtypes import FLOATS, INTEGERS
from translator.frames.fields import Field
from translator.frames.values import (
    Accessor,
    Column,
    Elements,
    Frame,
    Function,
    Grouped,
    Labels,
    Local,
    Scalar,
    Value,
    Windowed,
    row_set,
)
from translator.inputs import places, probe
from translator.registry import RULES

LIMIT = 1_000_000
"""Cells of the largest object that is computed."""

KEPT = (Frame, Column, Grouped, Windowed, Labels, Accessor, Scalar, Local)
_CHANGES = {"__setitem__", "__delitem__", "__set__", "insert", "pop"}
_IMPURE = frozenset({"sample", "pipe", "plot", "hist", "boxplot", "info", "eval", "update"})
_UNKNOWN = object()


class _Unknown(Exception):
    """Nothing is known of some part, or it is too large."""


class _Data:
    """The object that a call gives on the data at hand, computed when first asked for."""

    def __init__(self, compute: Callable[[], Any]) -> None:
        self._compute, self._found = compute, _UNKNOWN

    def get(self) -> Any:
        if self._found is _UNKNOWN:
            self._found = guarded(self._compute)
        if self._found is None:
            raise _Unknown
        return self._found


_known: weakref.WeakKeyDictionary[Value, _Data] = weakref.WeakKeyDictionary()


# --- what is remembered --------------------------------------------------------------------------------


def made_by(value: Value, compute: Callable[[], Any]) -> None:
    """Remember how the object that a value stands for is computed from the data at hand."""
    _known[value] = _Data(compute)


def result_of(key: str, args: Sequence[Value], kwargs: Mapping[str, Value], result: Value) -> None:
    """Remember the call that a rule has translated."""
    if isinstance(result, KEPT) and not any(result is arg for arg in args):
        given = tuple(map(remembered, args))
        options = {k: remembered(v) for k, v in kwargs.items()}
        reads = key.startswith("pandas.read_") and args
        made_by(result, _read(key, given, options) if reads else lambda: _called(key, given, options))


def _read(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Callable[[], Any]:
    """How a reader's frame is computed from the file that lies there now, whatever the program writes there later."""

    def options() -> dict[str, Any]:
        return {k: known(v) for k, v in kwargs.items() if k not in handles.QUESTION}

    try:
        if key in handles.QUERIES:
            database, text = handles.question(args, kwargs)
            if isinstance(database, handles.Server):
                raise Decline("the data of a server are not at hand")
            return lambda: probe.by_query(key, database, text, options())
        source = handles.source_of(args[0])
    except Decline as decline:
        return _raising(decline)
    file = places.locate(source.path)
    return lambda: probe.by_pandas(key, source, [known(v) for v in args[1:]], options(), file)


def _raising(error: Exception) -> Callable[[], Any]:
    """A computation that gives nothing."""

    def compute() -> Any:
        raise error

    return compute


def remembered(value: Value) -> Value:
    """The argument of a call; of a function the names that it reads are looked up now."""
    if isinstance(value, Function) and value not in _known:
        made_by(value, pure_functions.reader(value, known))
    if isinstance(value, Elements):
        for part in (*value.items, *value.keys):
            remembered(part)
    return value


def concatenated(result: Value, parts: Sequence[Value], numbered_anew: bool) -> None:
    """Remember that a frame holds the rows of several, one after the other."""
    made_by(result, lambda: pd.concat([known(part) for part in parts], ignore_index=numbered_anew))


def calculated(result: Value, name: str, args: Sequence[Value]) -> Value:
    """The value, which a function of Python's own makes of numbers that are calculated from the data at hand as well."""
    made_by(result, lambda: getattr(builtins, name)(*map(known, args)))
    return result


_FUNCTIONS = frozenset({"abs", "bool", "float", "int", "len", "max", "min", "round", "sorted", "str", "sum"})


def builtin(value: Value, name: str) -> Value:
    """The value, which is Python's own function of that name unless it is one of those that may do anything."""
    if name in _FUNCTIONS:
        made_by(value, lambda: getattr(builtins, name))
    return value


def remembers(value: Value) -> bool:
    """Whether something is remembered of the very value."""
    return value in _known


def carried(new: Value, old: Value) -> Value:
    """`new`, which stands for the same object as `old` in other code."""
    if isinstance(new, KEPT) and old in _known:
        _known[new] = _known[old]
    return new


# --- what pandas makes of it -----------------------------------------------------------------------------


def of(value: Value) -> Any | None:
    """The pandas object that a value stands for on the data at hand; None when that is not known.

    It is shared: nobody may change it.
    """
    return guarded(lambda: known(value))


def known(value: Value) -> Any:
    """`of`, for use within a computation that is `guarded`.

    Raises:
        Exception: when it is not known.
    """
    if value in _known:
        return _known[value].get()
    match value:
        case Accessor():
            base = known(value.base)
            return base.dt.isocalendar() if value.name == "isocalendar" else getattr(base, value.name)
        case Column() if value.plain is not None and value.frame.fields.get(value.plain) is not None:
            if dict(value.refs) == {value.plain: value.frame.fields[value.plain].version} and not value.array:
                return known(value.frame)[value.plain]
        case Labels():
            return known(value.frame).index
        case Elements():
            items = [known(item) for item in value.items]
            if value.kind == "dict":
                return dict(zip(map(known, value.keys), items, strict=True))
            return items if value.kind == "list" else tuple(items)
        case Local() if value.likeness is not None:
            found = value.likeness.at_hand
            if found is None:
                raise _Unknown
            return found
    stand_in = specimens.specimen_of(value)
    if stand_in is None or not (stand_in.exact or stand_in.learned):
        raise _Unknown
    return stand_in.value


def _called(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Any:
    name = key.rpartition(".")[2]
    if name in _IMPURE:
        raise _Unknown
    options = {k: known(v) for k, v in kwargs.items()}
    if key.startswith("pandas.read_"):
        return _read(key, args, kwargs)()
    given = [known(v) for v in args]
    rule = RULES.get(key)
    if rule is None or not rule.is_method:
        return _function(key)(*given, **options)
    if name in _CHANGES:
        return _changed(key.split("."), args[0], given, options)
    if name == "query" and not _only_asks(given[1:], options):
        raise _Unknown
    _require_no_explosion(name, given, options)
    member = getattr(given[0], name)
    return member(*given[1:], **options) if callable(member) else member


def _function(key: str) -> Callable[..., Any]:
    module, _, name = key.partition(".")
    homes = {"pandas": pd, "numpy": np, "builtins": builtins}
    if module not in homes or "random" in name:
        raise _Unknown
    found: Callable[..., Any] = operator.attrgetter(name)(homes[module])
    return found


_ASKED = re.compile(r"\.(?:str\.)?(?:contains|startswith|endswith|isin|isna|isnull|notna|notnull|between|lower|upper|len)\(")


def _only_asks(given: Sequence[Any], options: Mapping[str, Any]) -> bool:
    """Whether the text of a query calls nothing but what asks for values, and reads no variables of the program."""
    if len(given) != 1 or options or not isinstance(given[0], str) or "@" in given[0]:
        return False
    return not re.search(r"[\w\]`)]\s*\(", re.sub(r"\b(?:and|or|not|in)\s*\(", "&(", _ASKED.sub("", given[0])))


def _changed(
    parts: Sequence[str], receiver: Value, given: Sequence[Any], options: Mapping[str, Any]
) -> pd.DataFrame:
    """The frame after ``df[k] = v``, ``df.loc[k] = v``, ``df.columns = v``, ``del df[k]``, ``insert`` or ``pop``."""
    frame = receiver.base if isinstance(receiver, Accessor) else receiver
    before = known(frame)
    changed = before.copy()
    changed.index = before.index  # the very object, which other frames share
    if len(parts) == 4:  # df.index.name = v
        return changed.rename_axis(given[1], axis=parts[1])  # type: ignore[no-any-return]
    holder = getattr(changed, parts[1]) if len(parts) == 3 and parts[2] != "__set__" else changed
    match parts[-1]:
        case "__setitem__":
            holder[given[1]] = given[2]
        case "__delitem__":
            del holder[given[1]]
        case "insert" | "pop" as method:
            getattr(holder, method)(*given[1:], **options)
        case _:
            setattr(changed, parts[1], given[1])
    if not isinstance(changed, pd.DataFrame):
        raise _Unknown
    return changed


def _require_no_explosion(name: str, given: Sequence[Any], options: Mapping[str, Any]) -> None:
    if sizes.widens(name, [*given[1:], *options.values()]):
        raise _Unknown
    tables = name in ("merge", "join") and isinstance(given[0], pd.DataFrame) and len(given) > 1
    if tables and len(given[0]) * len(given[1]) > 4 * LIMIT:
        raise _Unknown


def guarded(compute: Callable[[], Any]) -> Any | None:
    """What the computation gives; None when it raises or gives something too large."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            found = compute()
    except Exception:  # the call raises on these data, or something in it is not known
        return None
    return None if getattr(found, "size", 0) is not None and _cells(found) > LIMIT else found


def _cells(found: Any) -> int:
    return int(found.size) if isinstance(found, (pd.DataFrame, pd.Series, pd.Index, np.ndarray)) else 0


def may_be_infinite(value: Value) -> bool:
    """Whether a column of floats is computed in a way that may give infinities, or holds some in the data at hand.

    Two of them may make NaN, which has to become null, and windows of pandas take them for missing.
    """
    if not isinstance(value, Column) or value.dtype not in FLOATS:
        return False
    data = None if made_infinite(value) else of(value)
    return made_infinite(value) or isinstance(data, (pd.Series, np.ndarray)) and bool(np.isinf(data).any())


def lists_sorted(value: Frame | Column) -> bool:
    """Whether pandas lists the labels of several levels sorted, which ``unstack`` follows.

    It does not where some of those listed occur in no row any more: then they are in order of appearance.
    """
    frame = value.frame if isinstance(value, Column) else value
    data = of(value)
    if isinstance(data, (pd.Series, pd.DataFrame)) and isinstance(data.index, pd.MultiIndex):
        return all(
            level.is_monotonic_increasing and len(level) == len(pd.unique(codes[codes >= 0]))
            for level, codes in zip(data.index.levels, data.index.codes, strict=True)
        )
    return not any(level.seen for level in frame.index.levels) and row_set(frame.rows[-1]) == row_set(frame.rows[0])


def none_complete(columns: Sequence[Value]) -> bool:
    """Whether every row misses a value in some of the columns, or there are no rows, in the data at hand."""
    found = guarded(lambda: pd.concat([pd.Series(known(column)).isna() for column in columns], axis=1).any(axis=1))
    return found is not None and bool(found.all())


def mixes_rows(left: Frame, left_keys: Sequence[str], right: Frame, right_keys: Sequence[str]) -> bool:
    """Whether pandas gives the rows of an inner join in no order of either side, with the data at hand.

    It does where some row meets several, and there happen to be as many rows as on the left: then it takes
    a short way that is meant for keys that do not repeat (``inner_join`` in pandas/_libs/join.pyx of 2.3).
    """

    def count() -> int:
        one, other = (_columns(frame, keys) for frame, keys in ((left, left_keys), (right, right_keys)))
        met = one.merge(other.groupby(list(other), dropna=False).size().rename("met").reset_index(), how="left")["met"]
        return int((met.sum() == len(one)) and (met > 1).any())

    return bool(guarded(count))


def stands_still(frame: Frame, time: str, keys: Sequence[str]) -> bool:
    """Whether some time in the data at hand is not later than that of the row before (of its group), or is missing."""

    def found() -> bool:
        data = _columns(frame, [*keys, time])
        times = data[len(keys)]
        steps = times.groupby([data[place] for place in range(len(keys))]).diff() if keys else times.diff()
        return bool(times.isna().any() or (steps <= pd.Timedelta(0)).any())

    return bool(guarded(found))


def _columns(frame: Frame, physical: Sequence[str]) -> pd.DataFrame:
    """Columns or index levels of a frame by the physical columns that hold them."""
    data, levels = known(frame), {level.column: place for place, level in enumerate(frame.index.levels)}
    found = [data[c] if c in frame.fields else data.index.get_level_values(levels[c]) for c in physical]
    return pd.DataFrame({place: np.asarray(values) for place, values in enumerate(found)})


# --- what is held against it -----------------------------------------------------------------------------


def require_like(result: Value, origin: object, key: str) -> None:
    """Hold the facts of a rule's result against what pandas makes of small data at hand.

    Raises:
        Decline: T312 where it has other columns or types, as with data that leave nothing to infer from.
    """
    checked: dict[object, Decline | None] = current().memo.setdefault("at hand", {})
    if (origin, key) not in checked:
        checked[origin, key] = _unlike(result)
    decline = checked[origin, key]
    if decline is not None:
        raise decline


def _unlike(result: Value) -> Decline | None:
    if not isinstance(result, (Frame, Column)) or isinstance(result, Frame) and result.tuples:
        return None
    data = of(result)
    if isinstance(data, (pd.Series, pd.DataFrame)) and (decline := _unlike_labels(result, data.index)) is not None:
        return decline
    if isinstance(result, Column) and isinstance(data, pd.Series) and not result.array:
        return _other_type(str(result.name), data.dtype, result)
    if isinstance(data, pd.DataFrame if isinstance(result, Column) else pd.Series):
        return Decline(f"with the data at hand it is a {type(data).__name__}", code="T312")
    if not isinstance(result, Frame) or not isinstance(data, pd.DataFrame):
        return None
    if list(data.columns) != list(result.fields):
        return Decline(f"with the data at hand the columns are {list(data.columns)}", code="T312")
    pairs = zip(data.dtypes.tolist(), result.fields.items(), strict=True)
    found = (_other_type(c, dtype, fact) for dtype, (c, fact) in pairs)
    return next((decline for decline in found if decline is not None), None)


def _unlike_labels(result: Frame | Column, index: pd.Index[Any]) -> Decline | None:
    """Labels of groups are floats where all of them are missing, whatever the key was."""
    frame = result if isinstance(result, Frame) else result.frame
    levels = frame.index.levels
    if frame.index.kind != "stored" or len(levels) != 1 or index.nlevels != 1 or not index.isna().all() or index.empty:
        return None
    return _other_type(str(levels[0].name), index.dtype, frame.physical[levels[0].column])


def _other_type(label: str, dtype: object, fact: Field | Column) -> Decline | None:
    expected, found = pandas_api.numpy_name(fact.dtype), str(dtype)
    found = found.replace("[us]", "[ns]").replace("[s]", "[ns]").replace("[ms]", "[ns]")
    faces = {expected}
    if fact.nullable and fact.dtype in INTEGERS:
        faces.add("float64")
    if fact.nullable and fact.dtype == "bool":
        faces.add("object")
    if expected is None or found in faces:
        return None
    return Decline(f"with the data at hand {label!r} is {found}, not {expected}", code="T312")


__all__ = [
    "KEPT", "carried", "concatenated", "guarded", "known", "lists_sorted", "made_by", "may_be_infinite", "mixes_rows",
    "none_complete", "of", "remembered", "remembers", "require_like", "result_of",
]  # fmt: skip
