"""What a run left behind, in a form that both sides of a comparison share.

pandas objects, Arrow tables that came from Spark and plain Python values are all turned into
`Table`, `Plain` or `Opaque`. They consist of plain Python values only, so that a child process can
hand them to its parent through a pickle that is read with a closed list of classes.
"""

from __future__ import annotations

import datetime as dt
import decimal
import io
import math
import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MISSING = "missing"
"""The family of a column (or scalar) that holds nothing but missing values."""

NANOSECOND = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}


@dataclass(frozen=True)
class Column:
    """One column: its label, dtype family and cells, with every kind of missing as None.

    Datetimes and timedeltas are nanoseconds (UTC for zoned ones), everything else is itself.
    `coarse` marks single precision floats, `dtype` is kept for messages.
    """

    name: Any
    family: str
    cells: list[Any]
    dtype: str = ""
    coarse: bool = False
    nan: bool = False

    def take(self, rows: Sequence[int]) -> Column:
        """Return the column with only the given rows."""
        cells = [self.cells[row] for row in rows]
        return Column(self.name, self.family, cells, self.dtype, self.coarse, self.nan)


@dataclass(frozen=True)
class Table:
    """A frame, a series or an array; `index` is None where there is none (a Spark frame)."""

    columns: list[Column]
    rows: int
    index: list[Column] | None = None
    default_index: bool = True
    form: str = "frame"
    origin: str = "pandas"

    @property
    def names(self) -> list[str]:
        """Return the column labels as text, which is all that Spark can keep."""
        return [label(column.name) for column in self.columns]


@dataclass(frozen=True)
class Plain:
    """A scalar or a container of scalars, as nested tuples that name their families."""

    family: str
    value: Any


@dataclass(frozen=True)
class Bundle:
    """A list, tuple or dict that holds frames or series; `keys` are the positions or dict keys."""

    family: str
    keys: list[Plain]
    items: list[Any]


@dataclass(frozen=True)
class Opaque:
    """A value that cannot be compared, with the reason."""

    type_name: str
    reason: str = ""


@dataclass(frozen=True)
class Failure:
    """An observable that could not be brought out of the run: evaluating it raised."""

    type_name: str
    message: str


Captured = Table | Plain | Bundle | Opaque | Failure


@dataclass
class Shown:
    """One thing a reader would have seen: printed text, or a displayed value and the text of it, if it has one."""

    cell: int
    kind: str
    text: str = ""
    value: Captured | None = None
    extras: dict[str, str] = field(default_factory=dict)
    line: int = 0


def label(name: Any) -> str:
    """Return a column label as Spark would spell it."""
    if isinstance(name, tuple):
        return "_".join(str(part) for part in name if str(part) != "")
    return str(name)


def is_missing(value: Any) -> bool:
    """Tell whether a single value is one of the many kinds of missing."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    kind = type(value).__name__
    return kind in ("NAType", "NaTType") or (
        kind.startswith(("float", "datetime64", "timedelta64")) and bool(value != value)
    )


def cell(value: Any) -> Any:
    """Return one value of an object column in normal form."""
    if is_missing(value):
        return None
    family = family_of(value)
    if family == "int":
        return int(value)
    if family == "float":
        return float(value)
    if family == "bool":
        return bool(value)
    if family == "string":
        return str(value)
    if family == "datetime":
        return nanoseconds(value)
    if family == "timedelta":
        return duration(value)
    if family in ("list", "tuple"):
        return tuple(plain(item) for item in value)
    if family == "dict":
        return tuple((plain(key), plain(item)) for key, item in pairs(value))
    if family in ("set", "frozenset"):
        return tuple(sorted((plain(item) for item in value), key=repr))
    if family in ("date", "time", "decimal", "bytes", "complex"):
        return bytes(value) if family == "bytes" else value
    return str(value)


def pairs(value: Any) -> Iterable[tuple[Any, Any]]:
    """Return the items of a mapping, or of a Spark row."""
    if isinstance(value, Mapping):
        return value.items()
    fields: Mapping[str, Any] = value.asDict()
    return fields.items()


def plain(value: Any) -> Plain:
    """Return a scalar or a container in normal form."""
    if is_missing(value):
        return Plain(MISSING, None)
    return Plain(family_of(value), cell(value))


_BY_TYPE: dict[type, str] = {
    bool: "bool",
    int: "int",
    float: "float",
    str: "string",
    bytes: "bytes",
    bytearray: "bytes",
    complex: "complex",
    decimal.Decimal: "decimal",
    dt.datetime: "datetime",
    dt.date: "date",
    dt.time: "time",
    dt.timedelta: "timedelta",
    list: "list",
    tuple: "tuple",
    dict: "dict",
    set: "set",
    frozenset: "frozenset",
}


def family_of(value: Any) -> str:
    """Return the dtype family of a single value."""
    kind = type(value)
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    name = kind.__name__
    if name == "Row" and hasattr(value, "asDict"):
        return "dict"
    for prefix, family in (
        ("bool", "bool"),
        ("int", "int"),
        ("uint", "int"),
        ("longlong", "int"),
        ("ulonglong", "int"),
        ("float", "float"),
        ("datetime64", "datetime"),
        ("timedelta64", "timedelta"),
        ("ndarray", "list"),
    ):
        if kind.__module__ == "numpy" and name.startswith(prefix):
            return family
    for base, family in (
        (dt.datetime, "datetime"),
        (dt.date, "date"),
        (dt.timedelta, "timedelta"),
        (bool, "bool"),
        (int, "int"),
        (float, "float"),
        (str, "string"),
        (bytes, "bytes"),
        (decimal.Decimal, "decimal"),
        (dict, "dict"),
        (Mapping, "dict"),
        (tuple, "tuple"),
        (list, "list"),
        (set, "set"),
        (frozenset, "frozenset"),
    ):
        if isinstance(value, base):
            return family
    return name.lower()


def nanoseconds(value: Any) -> int:
    """Return a point in time as nanoseconds since 1970 (naive ones are taken as UTC)."""
    import pandas as pd

    moment = pd.Timestamp(value)
    return int(moment.value) if moment.unit == "ns" else moment_value(moment)


def moment_value(moment: Any) -> int:
    """Return the nanoseconds of a timestamp that may lie outside the range of nanoseconds."""
    step = NANOSECOND[moment.unit]
    return int(moment.asm8.astype("int64")) * step


def duration(value: Any) -> int:
    """Return a timedelta as nanoseconds."""
    import pandas as pd

    span = pd.Timedelta(value)
    return int(span.asm8.astype("int64")) * NANOSECOND[span.unit]


_OWN = {
    "translator.harness.values": (
        "Column",
        "Table",
        "Plain",
        "Bundle",
        "Opaque",
        "Failure",
        "Shown",
    ),
    "translator.harness.job": ("Result", "Problem", "Written", "Given", "Step"),
}
_ALLOWED = {(module, name) for module, names in _OWN.items() for name in names} | {
    ("datetime", "date"),
    ("datetime", "time"),
    ("decimal", "Decimal"),
    ("builtins", "complex"),
    ("builtins", "int"),
    ("builtins", "float"),
    ("builtins", "bool"),
    ("builtins", "str"),
}


class _Reader(pickle.Unpickler):
    """Reads what a child wrote; anything but our own classes is refused."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) in _ALLOWED:
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not part of a result file")


class _Writer(pickle.Pickler):
    """Writes labels that are NumPy scalars as the Python values they hold, others (periods, intervals) as texts."""

    def reducer_override(self, obj: Any) -> Any:
        if type(obj).__module__ == "numpy" and hasattr(obj, "item"):
            value = obj.item()
            kind = type(value) if type(value) in (int, float, bool, str) else str
            return kind, (kind(value),)
        if type(obj).__module__.partition(".")[0] == "pandas":
            return str, (str(obj),)
        return NotImplemented


def encode(result: Any) -> bytes:
    """Return a result as bytes for the parent process."""
    buffer = io.BytesIO()
    _Writer(buffer, protocol=5).dump(result)
    return buffer.getvalue()


def decode(data: bytes) -> Any:
    """Read a result that a child wrote."""
    return _Reader(io.BytesIO(data)).load()
