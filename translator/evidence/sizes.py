"""What is too long to be computed at translation time: a program may build whatever it likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

LARGE = 1_000_000
"""Characters or items; of longer texts and lists the content is not followed."""
_WIDTH = re.compile(r"\d{5,}|\{[^{}]*\{|%[^%a-z]*\*")
"""A width in a format that is large, or comes from elsewhere."""


def has_width(text: str) -> bool:
    """Whether a format could make a text of any length."""
    return _WIDTH.search(text) is not None


def is_large(value: Any) -> bool:
    """Whether a range stands for more numbers than a list may have."""
    return isinstance(value, range) and bool(value[LARGE:])


def grows(method: str, left: Any, right: Any) -> bool:
    """Whether an operator makes something long of texts, lists and numbers."""
    if method == "__mod__":
        return isinstance(left, str) and has_width(left)
    lengths = [len(v) for v in (left, right) if isinstance(v, (str, list, tuple))]
    if method == "__mul__":
        return bool(lengths) and lengths[0] * next((v for v in (left, right) if isinstance(v, int)), 1) > LARGE
    return sum(lengths) > LARGE


def grows_by(text: str, method: str, args: Sequence[Any]) -> bool:
    """Whether a method of a text makes something long."""
    match method:
        case "format":
            return has_width(text)
        case "zfill":
            return bool(args) and isinstance(args[0], int) and args[0] > LARGE
        case "join" | "replace":
            return len(text) * max((len(a) for a in args if hasattr(a, "__len__")), default=0) > LARGE
    return False


def widens(method: str, args: Iterable[Any]) -> bool:
    """Whether a method of pandas makes every text long, or of every row many."""
    return method in _WIDENING and any(isinstance(a, int) and a > 10_000 for a in args)


_WIDENING = frozenset({"zfill", "pad", "center", "ljust", "rjust", "repeat"})
