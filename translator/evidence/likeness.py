"""Likenesses: what pandas code outside of the rules makes of Spark frames, as far as their schema tells.

A likeness is a few small stand-ins for one object. They differ in all that the schema leaves open:
which values and labels, whether some are missing, how many rows. A pure function of pandas is
applied to each, and what the results agree on (columns, dtypes, index) is taken to hold for the
object too. Emitted code that relies on it checks it (``from_pandas``). Nothing of the program runs.
"""

from __future__ import annotations

import builtins
import datetime
import operator
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from translator.context import current
from translator.evidence import at_hand, sizes, specimens
from translator.evidence.purity import ARRAY_FUNCTIONS, FUNCTIONS, is_pure
from translator.evidence.stand_ins import Likeness
from translator.frames.dtypes import CATEGORICAL, FLOATS, INTEGERS, MASKED
from translator.frames.fields import Field
from translator.frames.values import (
    Accessor,
    Column,
    Elements,
    Frame,
    Grouped,
    Local,
    Membership,
    Scalar,
    Value,
    Windowed,
)

TOLD = frozenset({"Series", "DataFrame", "Index", "ndarray"})
"""Types of statistics and the like that a rule gives, of which only the data at hand tell anything."""

VARIANTS = 3
ROWS = 5
Alternatives = tuple[Any, ...]


class _Unknown(Exception):
    """Some part has no likeness, or the function is not known to be pure."""


# --- of values ----------------------------------------------------------------------------------------


def of(value: Value) -> Likeness | None:
    """The likeness of a value that lives in Spark, or came from there."""
    match value:
        case Local(likeness=None) if value.type in TOLD and at_hand.remembers(value):
            return Likeness(lambda: None, lambda: at_hand.of(value), told=True)
        case Local():
            return value.likeness
        case Frame():
            return Likeness(lambda: _frames(value), lambda: at_hand.of(value))
        case Column() if not value.labels:
            return Likeness(lambda: _columns(value), lambda: at_hand.of(value))
        case Grouped() | Windowed() | Accessor() | Membership() if value.as_pandas is not None:
            build = value.as_pandas
            return Likeness(lambda: None if (found := build().likeness) is None else found.alternatives,
                            lambda: at_hand.of(value))  # fmt: skip
    return None


def _alternatives(value: Value) -> Alternatives:
    found = of(value)
    if found is not None:
        if found.alternatives is None:
            raise _Unknown
        return found.alternatives
    known = specimens.specimen_of(value)
    if known is None or not (known.exact or isinstance(value, Scalar)):
        raise _Unknown
    return (known.value,) * VARIANTS


def _frames(frame: Frame) -> Alternatives | None:
    memo, key = current().memo, ("likeness", _schema(frame))
    if key not in memo:
        memo[key] = _guarded(lambda: tuple(_frame(frame, variant) for variant in range(VARIANTS)))
    found: Alternatives | None = memo[key]
    return None if found is None else tuple(data.copy() for data in found)


def _schema(frame: Frame) -> object:
    facts = tuple((c, f.dtype, f.nullable, f.missing, f.none, f.categories, f.distinct) for c, f in frame.physical.items())
    return facts, tuple(frame.fields), frame.index, len(frame.rows) == 1, frame.columns_name, tuple(frame.tuples.items())


def _columns(column: Column) -> Alternatives | None:
    fact = Field(column.dtype, column.nullable and column.null_means is None, categories=column.categories,
                 missing=column.missing, none=column.none)  # fmt: skip
    frames = _frames(column.frame)
    if frames is None:
        return None

    def series(data: pd.DataFrame, variant: int) -> Any:
        values = _values(fact, variant, len(data), 0)
        return values.to_numpy() if column.array else pd.Series(values.array, index=data.index, name=column.name)

    return _guarded(lambda: tuple(series(data, variant) for variant, data in enumerate(frames)))


def _frame(frame: Frame, variant: int) -> pd.DataFrame:
    distinct = max((len(f.distinct) for f in frame.physical.values() if f.distinct), default=0)
    size = max(ROWS, distinct) if distinct or variant < VARIANTS - 1 else 2
    columns = {c: _values(f, variant, size, place) for place, (c, f) in enumerate(frame.physical.items())}
    data = pd.DataFrame({c: columns[c] for c in frame.fields})
    if frame.index.kind == "stored" and not frame.index.is_default:
        levels = [columns[level.column].rename(level.name) for level in frame.index.levels]
        data.index = pd.Index(levels[0]) if len(levels) == 1 else pd.MultiIndex.from_arrays(levels)
    elif len(frame.rows) > 1:  # rows may be gone or in another order: labels with gaps tell so
        data.index = pd.Index([(7 * n + variant) % 11 for n in range(size)] if size < 11 else range(size, 0, -1))
    if frame.tuples:
        labels = [frame.tuples[c] for c in frame.fields]
        data.columns = pd.Index([label[0] for label in labels]) if len(labels[0]) == 1 else pd.MultiIndex.from_tuples(labels)
    if frame.columns_name is not None:
        data.columns = data.columns.set_names([*[None] * (data.columns.nlevels - 1), frame.columns_name])
    return data


def _values(fact: Field, variant: int, size: int, place: int) -> pd.Series:
    """Values of one column; those of different variants have nothing in common."""
    pool = list(fact.distinct) if fact.distinct else _pool(fact, variant)
    cells: list[Any] = [pool[(n + variant + place) % len(pool)] for n in range(size)]
    dtype = _dtype(fact)
    may_miss = fact.nullable and fact.missing is not False
    if may_miss and fact.dtype in INTEGERS - MASKED and (fact.missing or variant):
        dtype = "float64"
    if may_miss and variant:
        cells[(place + variant) % size] = None if fact.none or fact.dtype in ("bool?", "null") else pd.NA if (
            fact.dtype in MASKED) else np.nan  # fmt: skip
    if fact.dtype in CATEGORICAL:
        return pd.Series(pd.Categorical(cells, list(fact.categories or ()), ordered=fact.dtype == "bins"))
    return pd.Series(cells, dtype=dtype)


def _pool(fact: Field, variant: int) -> list[Any]:
    day = datetime.timedelta(days=40 * variant)
    if fact.dtype in INTEGERS:
        return [3 + 9 * variant, 1 + 9 * variant, 0, 3 + 9 * variant, 5 + 9 * variant]
    if fact.dtype in FLOATS:
        return [1.5 + variant, 0.25 + variant, -2.75 - variant, 1.5 + variant]
    pools: dict[str, Callable[[], list[Any]]] = {
        "str": lambda: [f"b{variant}", f"a {variant}", f"É{variant}", f"b{variant}"],
        "string": lambda: [f"b{variant}", f"a {variant}", f"É{variant}", f"b{variant}"],
        "bool": lambda: [True, False, True], "boolean": lambda: [True, False, True], "bool?": lambda: [True, False],
        "datetime": lambda: [pd.Timestamp(2024, 2, 29, 23, 59) + day, pd.Timestamp(2023, 12, 31) + day],
        "date": lambda: [datetime.date(2024, 2, 29) + day, datetime.date(2023, 12, 31) + day],
        "timedelta": lambda: [pd.Timedelta(hours=30) + day, pd.Timedelta(seconds=-5) + day],
        "period[h]": lambda: [f"2024-02-01 0{1 + variant}:00", "1999-12-31 23:00"],
        "period[W-SUN]": lambda: [f"2024-01-0{1 + variant}", "1999-12-31"],
        "period[M]": lambda: [f"2024-0{1 + variant}", "1999-12"],
        "period[D]": lambda: [f"2024-02-0{1 + variant}", "1999-12-31"],
        "period[Q-DEC]": lambda: [f"202{variant}Q1", "1999Q4"], "period[Y-DEC]": lambda: [f"202{variant}", "1999"],
        **dict.fromkeys(CATEGORICAL, lambda: list(fact.categories or ())), "null": lambda: [None],
        "list": lambda: [[f"a{variant}"], [f"b{variant}", "c"]], "place": lambda: [2, 0, 1],
    }  # fmt: skip
    found = pools[fact.dtype]() if fact.dtype in pools else []
    if not found:
        raise _Unknown
    return found


def _dtype(fact: Field) -> str:
    names = {"datetime": "datetime64[ns]", "timedelta": "timedelta64[ns]"}
    objects = ("str", "bool?", "date", "null", "list", "place")
    return "object" if fact.dtype in objects else names.get(fact.dtype, fact.dtype)


# --- of what pandas makes of them ---------------------------------------------------------------------


def method(receiver: Value, name: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Likeness | None:
    """What a pure method makes of the receiver."""

    def on_hand(base: Any, *rest: Any, **options: Any) -> Any:
        if not is_pure(base, name) and name not in TYPED_BY_DATA or options.get("inplace"):
            raise _Unknown
        if sizes.widens(name, [*rest, *options.values()]):
            raise _Unknown
        return getattr(base, name)(*rest, **options)

    def compute(base: Any, *rest: Any, **options: Any) -> Any:
        if name in TYPED_BY_DATA:
            raise _Unknown
        return on_hand(base, *rest, **options)

    return _applied(compute, [receiver, *args], kwargs, on_hand=on_hand, labelled=name in TYPED_BY_DATA)


TYPED_BY_DATA = frozenset({"where", "mask"})
"""Methods that change nothing, but whose results have types that depend on the data."""


def attribute(receiver: Value, name: str) -> Likeness | None:
    """A property or accessor of the receiver."""

    def compute(base: Any) -> Any:
        if not is_pure(base, name):
            raise _Unknown
        return getattr(base, name)

    return _applied(compute, [receiver], {})


def item(base: Value, key: Value) -> Likeness | None:
    """``base[key]``."""


    def compute(held: Any, place: Any) -> Any:
        found = held[place]
        mask = place[0] if isinstance(place, tuple) and place else place
        chosen = isinstance(mask, pd.Series) and mask.dtype == bool and getattr(found, "ndim", 0) > 0
        return found.iloc[1:] if chosen and len(found) == len(mask) > 1 else found  # labels may be left out

    return _applied(compute, [base, key], {}, on_hand=operator.getitem)


def operated(method_name: str, operands: Sequence[Value]) -> Likeness | None:
    """An operator between objects of pandas."""
    return _applied(lambda left, *right: getattr(operator, method_name)(left, *right), operands, {})


def called(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Likeness | None:
    """What a pure function of pandas or numpy makes of the arguments."""
    module, _, name = key.partition(".")
    if key in ("builtins.list", "builtins.sorted"):
        return _applied(getattr(builtins, name), args, kwargs, told=True)
    if module == "pandas" and name in ("DataFrame", "Series"):
        return _applied(getattr(pd, name), args, kwargs, told=True)
    if module == "pandas" and name in FUNCTIONS:
        return _applied(getattr(pd, name), args, kwargs)
    if module == "numpy" and (name in ARRAY_FUNCTIONS or isinstance(getattr(np, name, None), np.ufunc)):
        return _applied(getattr(np, name), args, kwargs)
    return None


def with_item(base: Value, key: Value, value: Value) -> Likeness | None:
    """The frame after ``base[key] = value``."""

    def compute(data: Any, place: Any, cells: Any) -> Any:
        if not isinstance(place, (str, list)):
            raise _Unknown  # types depend on which cells are hit
        changed = data.copy()
        changed.index = data.index  # the very object, which others share
        changed[place] = cells
        return changed

    return _applied(compute, [base, key, value], {}, labelled=True)


def _applied(
    function: Callable[..., Any], args: Sequence[Value], kwargs: Mapping[str, Value], told: bool = False,
    on_hand: Callable[..., Any] | None = None, labelled: bool = False,
) -> Likeness | None:  # fmt: skip
    """What a function makes of its arguments, if one of them has a likeness; of the data at hand what `on_hand` makes.

    The result has the row labels of the first argument if it is so `labelled`.
    """
    parts = [p for v in (*args, *kwargs.values()) for p in (v.items if isinstance(v, Elements) else (v,))]
    known = [found for p in parts if (found := of(p)) is not None]
    if not known:
        return None
    told = told or any(found.told for found in known)
    for value in (*args, *kwargs.values()):
        at_hand.remembered(value)

    def compute() -> Alternatives:
        given = [_alternatives(v) for v in args]
        options = {k: _alternatives(v) for k, v in kwargs.items()}
        return tuple(
            function(*(a[n] for a in given), **{k: a[n] for k, a in options.items()}) for n in range(VARIANTS)
        )

    def on_data() -> Any:
        given = [at_hand.known(v) for v in args]
        return (on_hand or function)(*given, **{k: at_hand.known(v) for k, v in kwargs.items()})

    alike = of(args[0]) if labelled else None
    return Likeness(lambda: None if told else _guarded(compute), lambda: at_hand.guarded(on_data), told, alike)


def _guarded(compute: Callable[[], Alternatives]) -> Alternatives | None:
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return compute()
    except Exception:  # the stand-ins do not fit this code; nothing is known then
        return None


# --- what they agree on -------------------------------------------------------------------------------


def agreed_frame(likeness: Likeness) -> tuple[pd.DataFrame, dict[str, bool]] | None:
    """A frame with the columns, dtypes and index that all alternatives have.

    Beside it whether missing cells of its columns of objects are None, for those that have any.

    Where they differ, because the data decide, the data at hand do. None when nothing is known.
    """
    if likeness.agreed is ...:
        likeness.agreed = _agreed_frame(likeness)
    found: tuple[pd.DataFrame, dict[str, bool]] | None = likeness.agreed
    return found


def _agreed_frame(likeness: Likeness) -> tuple[pd.DataFrame, dict[str, bool]] | None:
    real = likeness.at_hand
    if real is None:
        return _agreed(likeness.alternatives)
    told = likeness.alternatives
    agreed = None if told is None else _agreed((*told, real))
    return _agreed((real if _has_default_labels(likeness) else _with_own_labels(real),)) if agreed is None else agreed


def _has_default_labels(likeness: Likeness) -> bool:
    """Whether all stand-ins have the default labels: that an object on the data at hand has them may be chance."""
    if likeness.alternatives is None:
        return likeness.labelled_as is not None and _has_default_labels(likeness.labelled_as)
    return all(isinstance(data, (pd.DataFrame, pd.Series)) and _has_row_labels(data) for data in likeness.alternatives)


def _with_own_labels(data: Any) -> Any:
    """A frame on the data at hand, whose default labels other data may not have."""
    unsure = isinstance(data, pd.DataFrame) and _has_row_labels(data)
    return data.set_axis(pd.Index(data.index.to_numpy()), axis=0) if unsure else data


def _agreed(found: Alternatives | None) -> tuple[pd.DataFrame, dict[str, bool]] | None:
    if found is None or not all(isinstance(data, pd.DataFrame) for data in found):
        return None
    if any({*data.index.names} & {*data.columns} or len({*data.index.names}) < data.index.nlevels for data in found):
        return None  # an index level and a column of one name cannot lie side by side
    if any({"index", "level_0"} <= {*data.columns} for data in found):
        return None  # where pandas finds no name for labels without one
    tables = [_plain(data) for data in found]
    shapes = {(tuple(t.columns), data.index.nlevels, tuple(data.index.names)) for t, data in zip(tables, found, strict=True)}
    if len(shapes) > 1 or any(len(t.columns) != len(set(t.columns)) for t in tables):
        return None
    if tables[0].isna().all().any():  # nothing tells what the values would be
        return None
    if any(str(dtype) == "Float64" for table in tables for dtype in table.dtypes):  # NaN may stand in it beside NA
        return None
    none: dict[str, bool] = {}
    dtypes = [t.dtypes.tolist() for t in tables]
    for place, label in enumerate(tables[0].columns):
        held = {kinds[place] for kinds in dtypes}
        columns = [t.iloc[:, place] for t in tables] if np.dtype(object) in held else []
        kinds = {_kind(c) for c in columns} - {"empty"} or held
        missing = [cell for c in columns if c.dtype == object for cell in c[c.isna()]]
        if len(kinds) > 1 or len({"NaN" if cell is not None and cell is not pd.NaT else str(cell) for cell in missing}) > 1:
            return None
        if missing and missing[0] is pd.NaT:
            return None
        if missing:
            none[str(label)] = missing[0] is None
    return next((data for data in found if not _has_row_labels(data)), found[0]), none


def _plain(data: pd.DataFrame) -> pd.DataFrame:
    """The columns with the index levels beside them; a default index is none."""
    return data if _has_row_labels(data) else data.reset_index()


def _has_row_labels(data: pd.DataFrame | pd.Series) -> bool:
    index = data.index
    return isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1 and index.name is None


def _kind(column: pd.Series) -> object:
    return pd.api.types.infer_dtype(column, skipna=True) if column.dtype == object else column.dtype


__all__ = ["agreed_frame", "attribute", "called", "item", "method", "of", "operated", "with_item"]
