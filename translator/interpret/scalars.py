"""Numbers computed from data: arithmetic on them stays a known number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translator.evidence.pandas_api import binary_dtype, literal_dtype
from translator.frames.dtypes import NUMBERS, DType
from translator.frames.values import Const, Local, Scalar, Value

_SYMBOLS = {"__add__": "+", "__sub__": "-", "__mul__": "*", "__truediv__": "/", "__floordiv__": "//",
            "__mod__": "%", "__pow__": "**"}  # fmt: skip


def operation(method: str, operands: Sequence[Value]) -> DType | None:
    """The dtype of an operator's result when every operand is a number and one is computed."""
    dtypes = [_dtype(v) for v in operands]
    if None in dtypes or not any(isinstance(v, Scalar) for v in operands):
        return None
    if method == "__neg__":
        return dtypes[0]
    symbol = _SYMBOLS.get(method)
    return binary_dtype(symbol, str(dtypes[0]), str(dtypes[1])) if symbol and len(dtypes) == 2 else None


def statistics(method: str, operands: Sequence[Value]) -> tuple[tuple[str, ...], DType] | None:
    """Labels and dtype of an operator between Series of column statistics, or with a number."""
    labels = {v.labels for v in operands if isinstance(v, Local) and v.labels}
    dtypes = [v.dtype if isinstance(v, Local) and v.labels else _dtype(v) for v in operands]
    symbol = _SYMBOLS.get(method)
    if len(labels) != 1 or len(dtypes) != 2 or None in dtypes or symbol is None:
        return None
    dtype = binary_dtype(symbol, str(dtypes[0]), str(dtypes[1]))
    return (labels.pop(), dtype) if dtype is not None and symbol in "+-*/" else None


def builtin(name: str, args: Sequence[Value]) -> DType | None:
    """The dtype of ``round(x, 2)``, ``abs(x)``, ``int(x)`` or ``float(x)`` of a computed number."""
    if not args or not isinstance(args[0], Scalar) or args[0].dtype not in NUMBERS:
        return None
    own = args[0].dtype
    known = {"abs": own, "int": "int64", "float": "float64", "round": own if len(args) == 2 else "int64"}
    return known.get(name)


_CURVES = frozenset(
    f"{module}.{text}" for module in ("math", "numpy") for text in ("sqrt", "exp", "log", "log10", "log1p", "log2")
)


def function(key: str, args: Sequence[Value]) -> DType | None:
    """The dtype of ``np.sqrt(x)`` and its like of a computed number, or of ``pd.Timestamp(x)`` of a text."""
    if len(args) != 1 or not isinstance(args[0], Scalar):
        return None
    own = args[0].dtype
    if own in NUMBERS:
        return "float64" if key in _CURVES else own if key in ("numpy.abs", "numpy.absolute") else None
    return "datetime" if key in ("pandas.Timestamp", "pandas.to_datetime") and own in ("str", "datetime") else None


def duration(key: str, kwargs: Mapping[str, Value]) -> DType | None:
    """The dtype of ``pd.Timedelta(days=n)`` of computed numbers."""
    numbers = [value for value in kwargs.values() if isinstance(value, Scalar)]
    known = all(_dtype(value) in NUMBERS for value in kwargs.values())
    return "timedelta" if key in ("pandas.Timedelta", "datetime.timedelta") and numbers and known else None


_TIMES = {"Timestamp": "datetime", "datetime": "datetime", "Timedelta": "timedelta", "timedelta": "timedelta"}


def _dtype(value: Value) -> DType | None:
    if isinstance(value, Scalar):
        return value.dtype if value.dtype in NUMBERS or value.dtype in _TIMES.values() else None
    if isinstance(value, Const) and type(value.value) in (int, float):
        return literal_dtype(type(value.value))
    return _TIMES.get(type(value.value).__name__) if isinstance(value, Const) else None
