"""Other last digits of the floats that pandas adds up, to tell what turns on them.

Engines add floats up in other orders, so that sums and means differ by some 1e-16 of their value. Where
a result lies halfway between two rounded values, or on the edge of a bin, that decides it, in Spark as
in another version of pandas. A run with other last digits shows which observables that are.
"""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable
from typing import Any

STEP = 2.3e-16
"""Share of a value by which it changes: about one unit in the last place."""

NOTHING = 1e-12
"""Share of the largest number below which a sum is but the rest of roundings."""

_COMPUTED = {
    "pandas.core.nanops": ("nansum", "nanmean", "nanvar", "nanstd", "nansem"),
    "pandas._libs.window.aggregations": ("roll_sum", "roll_mean", "roll_var"),
    "pandas.core.groupby.ops:WrappedCythonOp": ("_cython_op_ndim_compat",),
}
"""Where pandas 2.3 adds up: of columns, of windows, of groups."""


def disturb(seed: int) -> list[tuple[Any, str, Any]]:
    """Let pandas give sums and what is made of them with other last digits, for the rest of this process.

    Returns:
        the holders of the functions, their names and the functions that were there.
    """
    rng = random.Random(seed)
    before = []
    for home, names in _COMPUTED.items():
        module, _, inner = home.partition(":")
        holder: Any = importlib.import_module(module)
        holder = getattr(holder, inner) if inner else holder
        for name in names:
            before.append((holder, name, vars(holder)[name]))
            setattr(holder, name, _disturbed(getattr(holder, name), rng))
    return before


def _disturbed(function: Callable[..., Any], rng: random.Random) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        found = function(*args, **kwargs)
        return _other(found, rng, _largest(args)) if _are_rounded(args) else found

    return call


def _other(found: Any, rng: random.Random, largest: float) -> Any:
    """The result with other last digits: of a sum that comes to nothing, those of what was added up."""
    import numpy as np

    def other(value: float) -> float:
        scale = largest if abs(value) < NOTHING * largest else abs(value)
        return value + rng.choice((-2, -1, 1, 2)) * STEP * scale

    if isinstance(found, float):
        return type(found)(other(float(found)))
    if isinstance(found, np.ndarray) and found.dtype == "float64":
        return np.array([other(v) for v in found.ravel().tolist()], dtype="float64").reshape(found.shape)
    return found


def _largest(args: tuple[Any, ...]) -> float:
    """The largest of the finite numbers that are added up."""
    import numpy as np

    floats = [a[np.isfinite(a)] for a in args if isinstance(a, np.ndarray) and a.dtype == "float64"]
    return max((float(np.abs(a).max()) for a in floats if a.size), default=0.0)


def _are_rounded(args: tuple[Any, ...]) -> bool:
    """Whether floats among the arrays are such that the order of adding them up shows in the sum."""
    import numpy as np

    floats = (a for a in args if isinstance(a, np.ndarray) and a.dtype == "float64")
    return any(map(_is_rounded, np.concatenate([a.ravel() for a in floats] or [np.array([])]).tolist()))


def _is_rounded(value: float) -> bool:
    """Whether adding in another order may give another last digit: not so for a number of few binary places."""
    return value - value == 0 and value * 1024 % 1 != 0
