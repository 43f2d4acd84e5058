"""Specimens: what a driver-side object is like, learned from a stand-in made at translation time.

``pd.date_range("2024-01-01", periods=6)`` tells all of its values, ``np.random.randn(6, 4)`` only
its type and shape. Nothing of the program runs: only functions of pandas and numpy that are known
to be pure, on literals and on other specimens, within a size limit.
"""

from __future__ import annotations

import datetime
import json
import math
import operator
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

import numpy as np
import pandas as pd

from translator.emission.emit import name_of
from translator.evidence import sizes
from translator.evidence.purity import NUMPY_FUNCTIONS
from translator.evidence.stand_ins import Specimen
from translator.frames.dtypes import DType
from translator.frames.values import Const, Elements, Local, Module, Scalar, Value

LIMIT = 3_000_000
"""Elements of the largest stand-in; larger objects stay unknown."""

SAMPLES = {"int64": 3, "float64": 1.5, "str": "a", "bool": True, "datetime": pd.Timestamp(2020, 1, 1),
           "timedelta": pd.Timedelta(days=1)}  # fmt: skip

_PANDAS = frozenset({
    "DataFrame", "DataFrame.from_dict", "DataFrame.from_records", "Series", "Index", "RangeIndex", "DatetimeIndex",
    "MultiIndex.from_arrays", "MultiIndex.from_tuples", "MultiIndex.from_product", "Categorical",
    "CategoricalDtype", "Timestamp", "Timedelta", "DateOffset", "to_datetime", "to_timedelta", "date_range",
    "bdate_range", "array", "json_normalize",
})  # fmt: skip
@dataclass(frozen=True)
class TextBuffer:
    """What ``io.StringIO(text)`` gives before anybody has read from it."""

    text: str


_PYTHON: Mapping[str, Callable[..., Any]] = {
    "io.StringIO": TextBuffer, "io.BytesIO": lambda content: TextBuffer(content.decode()),
    "builtins.list": list, "builtins.tuple": tuple, "builtins.range": range, "builtins.dict": dict,
    "builtins.zip": lambda *parts: list(zip(*parts, strict=False)), "builtins.sorted": sorted,
    "builtins.len": len, "builtins.float": float, "builtins.int": int, "builtins.str": str, "builtins.round": round,
    "datetime.date": datetime.date, "datetime.datetime": datetime.datetime, "datetime.timedelta": datetime.timedelta,
    "math.sqrt": math.sqrt, "math.log": math.log, "math.exp": math.exp, "math.sin": math.sin,
    "sqlalchemy.text": str, "json.loads": json.loads,
    "re.compile": lambda pattern, flags=0: re.compile(pattern, flags & ~re.DEBUG),  # which prints
}  # fmt: skip
_PYTHON_RANDOM: Mapping[str, Callable[..., Any]] = {
    "random.random": lambda: 0.5, "random.uniform": lambda a, b: float(a), "random.gauss": lambda mu, sigma: float(mu),
    "random.randint": lambda a, b: int(a), "random.randrange": lambda *a: 0,
    "random.choice": lambda items: _any_of(items), "random.choices": lambda items, k=1, **_: [_any_of(items)] * k,
}  # fmt: skip
_DRAWS: Mapping[str, int] = {
    "random": 0, "random_sample": 0, "standard_normal": 0, "randint": 2, "integers": 2, "normal": 2, "uniform": 2,
    "choice": 1, "binomial": 2, "poisson": 1, "exponential": 1, "gamma": 2, "beta": 2, "lognormal": 2,
    "permutation": 0, "geometric": 1, "logistic": 2, "triangular": 3,
}  # fmt: skip
"""Methods of random generators, with the position of ``size``."""

_ARRAY_METHODS = frozenset({
    "reshape", "astype", "round", "cumsum", "cumprod", "copy", "flatten", "ravel", "tolist", "transpose", "clip",
    "sum", "mean", "std", "var", "min", "max", "prod", "argsort", "dot", "squeeze", "swapaxes", "repeat",
})  # fmt: skip
_INDEX_METHODS = frozenset({
    "strftime", "tolist", "to_list", "astype", "shift", "union", "intersection", "difference", "normalize", "repeat",
    "date", "to_numpy", "append", "copy", "rename", "set_names", "sort_values", "month_name", "day_name", "drop",
    "insert", "delete", "isin", "to_series", "floor", "ceil", "round", "unique", "get_level_values",
})  # fmt: skip
OF_LEARNED = frozenset({
    "pandas.DataFrame", "pandas.DataFrame.from_dict", "pandas.DataFrame.from_records", "pandas.json_normalize",
    "json.loads", "builtins.list",
})  # fmt: skip
"""What is followed for data of a file at hand; whoever makes a Spark frame of it has its types checked."""

_TEXT_METHODS = frozenset({"split", "upper", "lower", "strip", "title", "replace", "join", "format"})
_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "__add__": operator.add, "__sub__": operator.sub, "__mul__": operator.mul, "__truediv__": operator.truediv,
    "__floordiv__": operator.floordiv, "__mod__": operator.mod, "__pow__": operator.pow,
    "__and__": operator.and_, "__or__": operator.or_, "__xor__": operator.xor, "__eq__": operator.eq,
    "__ne__": operator.ne, "__lt__": operator.lt, "__le__": operator.le, "__gt__": operator.gt, "__ge__": operator.ge,
}  # fmt: skip
_BUILTIN_TYPES: Mapping[str, Any] = {"int": int, "float": float, "str": str, "bool": bool, "object": object}
ARRAYS = (np.ndarray, pd.Index, pd.api.extensions.ExtensionArray)


class _Unknown(Exception):
    """Some argument has no specimen, or the result would be too large."""


# --- specimens of values --------------------------------------------------------------------------------


def specimen_of(value: Value) -> Specimen | None:
    """The stand-in for a value, if there is one."""
    match value:
        case Const():
            return Specimen(pd.Index(value.value) if type(value.value).__name__ == "ConstantIndex" else value.value, True)
        case Local(specimen=None):
            builtin = _BUILTIN_TYPES.get(name_of(value.code) or "")
            return None if builtin is None else Specimen(builtin, True)
        case Local():
            return value.specimen
        case Scalar() if value.dtype in SAMPLES:
            return Specimen(SAMPLES[value.dtype], False)
        case Elements():
            return _of_elements(value)
        case Module() if value.name.startswith("numpy."):
            kind = getattr(np, value.name.removeprefix("numpy."), None)
            return Specimen(kind, True) if isinstance(kind, type) else None
    return None


def _of_elements(value: Elements) -> Specimen | None:
    items = [specimen_of(item) for item in value.items]
    keys = [specimen_of(key) for key in value.keys]
    if any(s is None for s in (*items, *keys)):
        return None
    values = [s.value for s in items if s is not None]
    exact = all(s.exact for s in (*items, *keys) if s is not None)
    learned = any(s.learned for s in (*items, *keys) if s is not None)
    if value.kind == "dict":
        labels = [k.value for k in keys if k is not None]
        try:
            return Specimen(dict(zip(labels, values, strict=True)), exact, learned=learned)
        except TypeError:  # a key that Python does not hash
            return None
    return Specimen(values if value.kind == "list" else tuple(values), exact, learned=learned)


def _specimen(value: Any, exact: bool) -> Specimen:
    typed = isinstance(value, np.ndarray) and value.dtype != object
    if typed or isinstance(value, (np.random.Generator, np.random.RandomState)):
        return Specimen(value, exact, "content")
    scalar = isinstance(value, (str, int, float, PurePath, np.generic, datetime.date, datetime.timedelta, pd.DateOffset, type))
    return Specimen(value, exact, "nothing" if scalar or isinstance(value, pd.Index) else "all")


def like(kind: str, dtype: DType) -> Specimen | None:
    """The stand-in for an "Index" or "ndarray" of unknown values of a dtype."""
    if dtype not in SAMPLES:
        return None
    index = pd.Index([SAMPLES[dtype]])
    return _specimen(index if kind == "Index" else index.to_numpy(), False)


def missing_marker(name: str) -> Specimen:
    """``pd.NA`` or ``pd.NaT``."""
    return Specimen(getattr(pd, name), True, "nothing")


# --- operations on specimens ------------------------------------------------------------------------------


def called(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """What a pure function of pandas, numpy or Python gives for these arguments."""
    draw = _drawn(key)
    function = draw or _function(key)
    if function is None:
        return None
    inexact = draw is not None or key in _PYTHON_RANDOM or key == "numpy.empty"

    def compute(values: list[Any], options: dict[str, Any]) -> Any:
        if draw is not None:
            _require_small(_draw_size(key.rpartition(".")[2], values, options))
        else:
            _require_small(_size_of_call(key, values, options))
        return function(*values, **options)

    return _attempt(args, kwargs, compute, inexact, of_learned=key in OF_LEARNED)


def method(receiver: Value, name: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """What a pure method of a stand-in gives."""
    base = specimen_of(receiver)
    if base is not None and isinstance(base.value, dict) and name == "get" and len(args) == 1:
        return item(receiver, args[0])
    if base is None or base.learned or not _is_pure_method(base.value, name):
        return None
    random = isinstance(base.value, (np.random.Generator, np.random.RandomState))

    def compute(values: list[Any], options: dict[str, Any]) -> Any:
        if random:
            _require_small(_draw_size(name, values, options))
            return getattr(_fresh_generator(base.value), name)(*values, **options)
        if isinstance(base.value, str) and sizes.grows_by(base.value, name, values):
            raise _Unknown
        if name == "repeat":
            _require_small(len(base.value) * _product(values[:1]))
        return getattr(base.value, name)(*values, **options)

    return _attempt(args, kwargs, compute, random or not base.exact)


def member(receiver: Value, name: str) -> Specimen | None:
    """An attribute of an array or index: ``rng.year``, ``arr.T``."""
    base = specimen_of(receiver)
    if base is None or base.learned or not isinstance(base.value, (*ARRAYS, np.dtype)) or name.startswith("_"):
        return None
    found = _attempt([], {}, lambda values, options: getattr(base.value, name), not base.exact)
    return None if found is None or callable(found.value) else found


def item(base: Value, key: Value) -> Specimen | None:
    """``arr[key]`` of an array, index, list or text."""
    held_base = specimen_of(base)
    if held_base is None or not isinstance(held_base.value, (*ARRAYS, list, tuple, str, dict)):
        return None
    found = _attempt([key], {}, lambda values, options: held_base.value[values[0]], not held_base.exact)
    return found if found is None else replace(found, learned=held_base.learned)


def operated(method_name: str, left: Value, right: Value) -> Specimen | None:
    """``left <operator> right`` where one of them is an array or index."""
    function = _OPERATORS.get(method_name)
    if function is None:
        return None

    def compute(values: list[Any], options: dict[str, Any]) -> Any:
        numeric = (*ARRAYS, pd.Timestamp, pd.Timedelta, datetime.date, datetime.timedelta, pd.DateOffset)
        if not any(isinstance(v, numeric) for v in values):
            raise _Unknown
        _require_small(math.prod(max(1, getattr(v, "size", 1)) for v in values) if _outer(values) else 0)
        return function(*values)

    return _attempt([left, right], {}, compute, False)


def known(value: bool) -> Specimen:
    """The stand-in of a truth value."""
    return Specimen(value, True, "nothing")


def answer(value: Value) -> bool | None:
    """A truth value that is known when the program is translated."""
    known = Specimen(value.value, True) if isinstance(value, Const) else getattr(value, "specimen", None)
    return bool(known.value) if known is not None and known.exact and isinstance(known.value, (bool, np.bool_)) else None


def truth(value: Value) -> bool | None:
    """What a test says, where that is known when the program is translated."""
    return bool(value.value) if isinstance(value, Const) else answer(value)


def decided(function: Callable[..., Any], *values: Value) -> Specimen | None:
    """What a test of types and plain constants gives: ``df["a"].dtype == "object"``."""
    known = [specimen_of(value) for value in values]
    plain = (np.dtype, type, str, int, float, list, tuple, pd.api.extensions.ExtensionDtype)
    if any(s is None or not s.exact or not isinstance(s.value, plain) for s in known):
        return None
    found = _attempt(values, {}, lambda given, options: function(*given), False)
    return found if found is not None and isinstance(found.value, (bool, np.bool_)) else None


def repeated(element: Value, iterable: Value) -> Specimen | None:
    """The list that a comprehension makes: the element's stand-in, as often as the iterable is long."""
    one, many = specimen_of(element), specimen_of(iterable)
    if one is None or many is None or one.learned or many.learned or isinstance(one.value, (list, dict, *ARRAYS)):
        return None
    try:
        length = len(many.value)
    except TypeError:
        return None
    return _specimen([one.value] * length, False) if length <= LIMIT else None


def element(iterable: Value) -> Specimen | None:
    """The stand-in for what a loop over the iterable binds."""
    many = specimen_of(iterable)
    if many is None or many.learned or not isinstance(many.value, (list, tuple, range, *ARRAYS)) or not len(many.value):
        return None
    kinds = {type(v) for v in list(many.value)[:1000]}
    return _specimen(many.value[0], False) if len(kinds) == 1 and len(many.value) <= 1000 else None


# --- purity and size ----------------------------------------------------------------------------------------


def _attempt(
    args: Sequence[Value], kwargs: Mapping[str, Value],
    compute: Callable[[list[Any], dict[str, Any]], Any], inexact: bool, of_learned: bool = False,
) -> Specimen | None:  # fmt: skip
    given = [specimen_of(v) for v in args]
    options = {k: specimen_of(v) for k, v in kwargs.items()}
    known = [s for s in (*given, *options.values()) if s is not None]
    learned = any(s.learned for s in known)
    if len(known) < len(given) + len(options) or learned and not of_learned:
        return None
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result = compute([s.value for s in given if s], {k: s.value for k, s in options.items() if s})
            large = getattr(result, "size", 0) > LIMIT  # pandas counts only when asked
    except Exception:  # the program itself raises here, or nothing is known; both leave the code as it is
        return None
    if large:
        return None
    return replace(_specimen(result, not inexact and all(s.exact for s in known)), learned=learned)


def _function(key: str) -> Callable[..., Any] | None:
    found: Any
    if key in _PYTHON or key in _PYTHON_RANDOM:
        return _PYTHON.get(key) or _PYTHON_RANDOM[key]
    module, _, name = key.partition(".")
    if module == "pandas" and name in _PANDAS:
        found = operator.attrgetter(name)(pd)
    elif key in ("numpy.random.default_rng", "numpy.random.RandomState"):
        found = operator.attrgetter(name)(np)
    elif module == "numpy" and "." not in name:
        found = getattr(np, name, None)
        found = found if name in NUMPY_FUNCTIONS or isinstance(found, np.ufunc) else None
    else:
        return None
    return found if callable(found) else None


def _drawn(key: str) -> Callable[..., Any] | None:
    """A function of ``numpy.random``, with a generator of its own."""
    module, _, name = key.rpartition(".")
    if module == "numpy.random" and (name in _DRAWS or name in ("rand", "randn")):
        return getattr(np.random.RandomState(0), name, None)
    return None


def _fresh_generator(held_generator: Any) -> Any:
    legacy = isinstance(held_generator, np.random.RandomState)
    return np.random.RandomState(0) if legacy else np.random.default_rng(0)


def _is_pure_method(value: Any, name: str) -> bool:
    if isinstance(value, (np.random.Generator, np.random.RandomState)):
        return name in _DRAWS or name in ("rand", "randn")
    if isinstance(value, np.ndarray):
        return name in _ARRAY_METHODS
    if isinstance(value, pd.Index):
        return name in _INDEX_METHODS
    return isinstance(value, str) and name in _TEXT_METHODS


def _any_of(items: Any) -> Any:
    """One of the items, where they are all of one type."""
    if len({type(v) for v in items}) != 1:
        raise _Unknown
    return items[0]


def _require_small(size: float) -> None:
    if not size <= LIMIT:
        raise _Unknown


def _draw_size(name: str, values: list[Any], options: dict[str, Any]) -> int:
    if name in ("rand", "randn"):
        return _product(values)
    position = _DRAWS[name]
    size = options.get("size", values[position] if len(values) > position else 1)
    return _product([size])


def _size_of_call(key: str, values: list[Any], options: dict[str, Any]) -> float:
    """Elements that the result may have, for the functions that make large objects of small arguments."""
    name = key.rpartition(".")[2]
    if name in ("zeros", "ones", "full", "empty"):
        return _product([options.get("shape", values[0] if values else 0)])
    if name in ("eye", "identity"):
        return _product(values[:1]) ** 2
    if name in ("repeat", "tile"):
        return np.size(values[0]) * _product([options.get("repeats", options.get("reps", values[1:2]))])
    if name in ("linspace", "logspace"):
        return _product([options.get("num", values[2] if len(values) > 2 else 50)])
    if name in ("arange", "range"):
        start, stop, step = (*((0, values[0]) if len(values) == 1 else values[:2]), *values[2:3], 1)[:3]
        return float(abs((stop - start) / step))
    if name in ("date_range", "bdate_range"):
        return _dates_between(values, options)
    if name == "from_product":
        return math.prod(len(v) for v in values[0])
    return math.prod(max(1, np.size(v)) for v in values) if _outer(values) else 0


def _dates_between(values: list[Any], options: dict[str, Any]) -> float:
    named = {**dict(zip(("start", "end", "periods", "freq"), values, strict=False)), **options}
    if named.get("periods") is not None:
        return float(named["periods"])
    step = pd.tseries.frequencies.to_offset(named.get("freq", "D"))
    nanos = step.nanos if isinstance(step, pd.tseries.offsets.Tick) else 3_600_000_000_000
    return abs((pd.Timestamp(named["end"]) - pd.Timestamp(named["start"])).value) / nanos


def _outer(values: list[Any]) -> bool:
    """Whether broadcasting can make a result larger than its operands."""
    return sum(np.ndim(v) > 1 for v in values) > 0 and len(values) > 1


def _product(values: Any) -> int:
    """Product of all whole numbers in a nested argument such as ``(2, 3)`` or ``[4]``."""
    if isinstance(values, (list, tuple)):
        return math.prod(_product(v) for v in values)
    return int(values) if values is not None else 1
