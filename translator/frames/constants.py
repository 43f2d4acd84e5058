"""Names and methods whose results are known at translation time."""

from __future__ import annotations

import math
import os
import re

MODULE_CONSTANTS = {
    "numpy.nan": math.nan, "numpy.NaN": math.nan, "numpy.NAN": math.nan, "numpy.inf": math.inf,
    "numpy.pi": math.pi, "numpy.e": math.e, "math.nan": math.nan, "math.pi": math.pi,
    "math.inf": math.inf, "math.e": math.e, "os.sep": os.sep, "os.path.sep": os.sep,
    **{f"re.{flag.name}": int(flag) for flag in re.RegexFlag}, "re.I": 2, "re.S": 16, "re.A": 256, "re.X": 64, "re.M": 8,
}  # fmt: skip
PURE_METHODS = frozenset({"format", "join", "lower", "upper", "strip", "lstrip", "rstrip", "replace", "split",
                          "title", "capitalize", "keys", "values", "items", "copy", "get", "startswith",
                          "endswith", "zfill", "index", "count", "union", "intersection"})  # fmt: skip
"""Methods of texts, lists, sets and dicts that change nothing and give the same each time."""

_OF_A_TEXT = frozenset({"lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize"})
"""Those of texts that need nothing but the text."""


def by_text_method(code: str, value: object) -> str | None:
    """What ``str.lower``, handed to another function, makes of a text; None for other code, and for what is no text."""
    owner, _, method = code.partition(".")
    known = owner == "str" and method in _OF_A_TEXT and isinstance(value, str)
    return getattr(value, method)() if known else None
