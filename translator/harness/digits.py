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

_COMPUTED = {
    "pandas.core.nanops": ("nansum", "nanmean", "nanvar", "nanstd", "nansem"),
    "pandas._libs.window.aggregations": ("roll_sum", "roll_mean", "roll_var"),
    "pandas.core.groupby.ops:WrappedCythonOp": ("_cython_op_ndim_compat",),
}
"""Where pandas 2.3 adds up: of columns, of windows, of groups."""


def disturb(seed: int) -> None:
    """Let pandas give sums and what is made of them with other last digits, for the rest of this process."""
    rng = random.Random(seed)
    for home, names in _COMPUTED.items():
        module, _, inner = home.partition(":")
        holder: Any = importlib.import_module(module)
        holder = getattr(holder, inner) if inner else holder
        for name in names:
            setattr(holder, name, _disturbed(getattr(holder, name), rng))


def _disturbed(function: Callable[..., Any], rng: random.Random) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        found = function(*args, **kwargs)
        return _other(found, rng) if _are_rounded(args) else found

    return call


def _other(found: Any, rng: random.Random) -> Any:
    """The result with other last digits."""
    import numpy as np

    if isinstance(found, float):
        return type(found)(found * (1 + rng.choice((-2, -1, 1, 2)) * STEP))
    if isinstance(found, np.ndarray) and found.dtype == "float64":
        changed = [v * (1 + rng.choice((-2, -1, 1, 2)) * STEP) for v in found.ravel().tolist()]
        return np.array(changed, dtype="float64").reshape(found.shape)
    return found


def _are_rounded(args: tuple[Any, ...]) -> bool:
    """Whether floats among the arrays are such that the order of adding them up shows in the sum."""
    import numpy as np

    floats = (a for a in args if isinstance(a, np.ndarray) and a.dtype == "float64")
    return any(map(_is_rounded, np.concatenate([a.ravel() for a in floats] or [np.array([])]).tolist()))


def _is_rounded(value: float) -> bool:
    """Whether adding in another order may give another last digit: not so for a number of few binary places."""
    return value - value == 0 and value * 1024 % 1 != 0
