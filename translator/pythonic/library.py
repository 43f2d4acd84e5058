"""What Python's operators, builtins and pure modules give, by the types of what they get."""

from __future__ import annotations

import builtins
import math
from collections.abc import Mapping, Sequence
from typing import Any

from translator.diagnostics import Decline
from translator.evidence.purity import is_pure_function

Types = frozenset[Any]

INT: Types = frozenset({"int"})
FLOAT: Types = frozenset({"float"})
NAN: Types = frozenset({"nan"})
TEXT: Types = frozenset({"str"})
BOOL: Types = frozenset({"bool"})
NONE: Types = frozenset({"none"})
TEXTS: Types = frozenset({"texts"})
OTHER: Types = frozenset({"other"})
WHOLE: Types = frozenset({"int", "bool"})
FLOATING: Types = frozenset({"float", "nan"})

EXCEPTIONS = frozenset(n for n, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, BaseException))

CHANGING = frozenset({
    "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update", "add", "discard", "setdefault",
    "popitem", "write", "writelines", "appendleft", "put", "fit", "seed", "shuffle",
})  # fmt: skip
"""Methods that change their object."""


def type_of(value: object) -> Types:
    """The type of a constant."""
    if value is None:
        return NONE
    if isinstance(value, float) and math.isnan(value):
        return NAN
    kind = {bool: BOOL, int: INT, float: FLOAT, str: TEXT}.get(type(value))
    if kind is None and isinstance(value, (list, tuple, set, frozenset)) and value and all(type(v) is str for v in value):
        return TEXTS
    return kind or OTHER


def operated(operator: str, left: Types, right: Types) -> Types:
    """The types of ``left <operator> right``; combinations that raise an error give none."""
    if "other" in left | right or "datetime" in left | right:
        return OTHER
    if not left or not right:
        return frozenset()
    found: set[Any] = set()
    for a in left:
        for b in right:
            found |= _pair(operator, a, b)
    return frozenset(found)


def _pair(operator: str, a: str, b: str) -> Types:
    pair = frozenset({a, b})
    if pair <= WHOLE | FLOATING:
        if operator in ("Add", "Subtract", "Multiply", "FloorDivide", "Modulo"):
            return INT if pair <= WHOLE else FLOAT
        if operator == "Divide":
            return FLOAT
        if operator == "Power" and pair & FLOATING:
            return frozenset({"float", "other"}) if a != "int" else FLOAT
        return OTHER
    if operator == "Add" and pair == TEXT or operator == "Multiply" and pair == frozenset({"str", "int"}):
        return TEXT
    if operator == "Add" and pair == TEXTS:
        return TEXTS
    if operator == "Modulo" and a == "str":
        return TEXT
    return frozenset() if pair <= {"str", "int", "float", "nan", "none", "bool"} else OTHER


_TEXT_METHODS: Mapping[str, Types] = {
    **dict.fromkeys((
        "lower", "upper", "strip", "lstrip", "rstrip", "replace", "join", "format", "title", "capitalize", "swapcase",
        "casefold", "zfill", "ljust", "rjust", "center", "removeprefix", "removesuffix", "translate", "expandtabs",
    ), TEXT),
    **dict.fromkeys(("find", "rfind", "index", "rindex", "count"), INT),
    **dict.fromkeys((
        "startswith", "endswith", "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle",
        "isnumeric", "isdecimal", "isascii", "isidentifier",
    ), BOOL),
    **dict.fromkeys(("split", "rsplit", "splitlines", "partition", "rpartition"), TEXTS),
}  # fmt: skip

_METHODS: Mapping[str, Types] = {
    **dict.fromkeys(("hexdigest", "isoformat", "strftime", "day_name", "month_name"), TEXT),
    **dict.fromkeys(("total_seconds", "timestamp"), FLOAT),
    **dict.fromkeys(("bit_length", "toordinal"), INT),
    "is_integer": BOOL,
}  # fmt: skip


def method(base: Types, text: str, arguments: Sequence[Types]) -> Types:
    """What a method gives, whatever object of these types it is called on."""
    if base & TEXT and "other" not in base:
        return _TEXT_METHODS.get(text, OTHER)
    if base & TEXTS and text in ("index", "count"):
        return INT
    return _METHODS.get(text, OTHER)


_MOMENT_PARTS = frozenset({
    "year", "month", "day", "hour", "minute", "second", "microsecond", "dayofweek", "dayofyear", "quarter", "week",
})  # fmt: skip


def attribute(base: Types, text: str) -> Types:
    """What an attribute holds. Parts of a time that may be missing are floats where it is."""
    if base == {"datetime"} and text in _MOMENT_PARTS:
        return INT
    return OTHER


def builtin(name: str, arguments: Sequence[Types]) -> Types:
    """What a builtin function gives.

    Raises:
        Decline: where it is not known to be pure.
    """
    if name in ("abs", "round") and arguments:
        return _rounded(name, arguments)
    if name in ("max", "min") and len(arguments) > 1:
        return frozenset().union(*arguments)
    if name in ("sorted", "list", "set", "tuple", "reversed"):
        texts = len(arguments) == 1 and arguments[0] and arguments[0] <= TEXT | TEXTS
        return TEXTS if texts else OTHER
    if name in _BUILTINS:
        return _BUILTINS[name]
    if name in EXCEPTIONS:
        return OTHER
    raise Decline(f"a call of {name!r} is not known to be pure", code="T310")


def _rounded(name: str, arguments: Sequence[Types]) -> Types:
    number = arguments[0]
    if number <= WHOLE:
        return INT
    if number <= FLOATING:
        return FLOAT if name == "abs" or len(arguments) > 1 else INT
    return OTHER


_BUILTINS: Mapping[str, Types] = {
    **dict.fromkeys(("str", "repr", "chr", "hex", "bin", "oct", "ascii", "format"), TEXT),
    **dict.fromkeys(("int", "len", "ord"), INT),
    **dict.fromkeys(("bool", "isinstance", "any", "all", "callable", "hasattr"), BOOL),
    "float": FLOAT,
    **dict.fromkeys((
        "dict", "range", "enumerate", "zip", "sum", "divmod", "pow", "frozenset", "bytes", "complex", "slice", "type", "max",
        "min",
    ), OTHER),
}  # fmt: skip

_FLOAT_FUNCTIONS = frozenset({
    "sqrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "arcsin", "arccos", "arctan",
    "arctan2", "sinh", "cosh", "tanh", "hypot", "radians", "degrees", "deg2rad", "rad2deg", "floor", "ceil", "trunc", "cbrt",
})  # fmt: skip
"""Functions of NumPy that give a float for a number."""

_MATH_INTEGERS = frozenset({"floor", "ceil", "trunc", "gcd", "lcm", "factorial", "comb", "perm", "isqrt"})
_MATH_TESTS = frozenset({"isnan", "isinf", "isfinite", "isclose"})

_MODULES = frozenset({
    "re", "json", "hashlib", "string", "html", "unicodedata", "textwrap", "base64", "binascii", "zlib", "operator",
    "collections", "statistics", "decimal", "fractions", "calendar", "difflib", "urllib.parse", "datetime", "itertools",
    "ast.literal_eval",
})  # fmt: skip
"""Modules whose functions change nothing and always give the same."""

_CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp", "astimezone"})

_FUNCTIONS: Mapping[str, Types] = {
    "re.sub": TEXT, "re.escape": TEXT, "re.split": TEXTS, "json.dumps": TEXT, "html.escape": TEXT, "html.unescape": TEXT,
    "unicodedata.normalize": TEXT, "unicodedata.category": TEXT, "textwrap.shorten": TEXT, "textwrap.fill": TEXT,
    "textwrap.dedent": TEXT, "urllib.parse.quote": TEXT, "urllib.parse.unquote": TEXT, "statistics.mean": OTHER,
    "pandas.isna": BOOL, "pandas.isnull": BOOL, "pandas.notna": BOOL, "pandas.notnull": BOOL,
    "numpy.isnan": BOOL, "numpy.isinf": BOOL, "numpy.isfinite": BOOL, "numpy.float64": FLOAT,
    "pandas.Timestamp": OTHER, "pandas.Timedelta": OTHER,
}  # fmt: skip


def called(name: str, arguments: Sequence[Types]) -> Types:
    """What a function of a module gives.

    Raises:
        Decline: where it is not known to be pure.
    """
    module, _, member = name.rpartition(".")
    if name in _FUNCTIONS:
        return _FUNCTIONS[name]
    if module == "math":
        return INT if member in _MATH_INTEGERS else BOOL if member in _MATH_TESTS else FLOAT
    scalars = bool(arguments) and all(a and a <= WHOLE | FLOATING for a in arguments)
    if module == "numpy" and member in _FLOAT_FUNCTIONS:
        return FLOAT if scalars else OTHER
    if module == "numpy" and is_pure_function(member):
        return OTHER
    if member not in _CLOCKS and any(name == m or name.startswith(f"{m}.") for m in _MODULES):
        return OTHER
    raise Decline(f"a call of {name} is not known to be pure", code="T310")


def constant(name: str) -> Types:
    """What a member of a module is that is not called."""
    if name in ("numpy.nan", "numpy.NaN", "numpy.NAN", "math.nan"):
        return NAN
    if name in ("math.pi", "math.e", "math.inf", "math.tau", "numpy.pi", "numpy.e", "numpy.inf"):
        return FLOAT
    if name.startswith("string."):
        return TEXT
    return OTHER
