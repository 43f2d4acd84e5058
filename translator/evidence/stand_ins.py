"""Stand-ins for driver-side objects: what carries the facts that a `Local` has.

Their content is made in `specimens` (of literals) and `likeness` (of what came from Spark).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal


@dataclass(frozen=True, eq=False)
class Specimen:
    """A stand-in for a driver-side object, made at translation time (see `specimens`).

    Attributes:
        value: an object of the same type, dtype, columns and index structure.
        exact: whether it also has the same content.
        changes: what in-place changes can do to such an object: nothing (an index), change its
            "content" (an array keeps its dtype), or "all" (a list).
        learned: it is what a file at hand holds; when the program runs even types may be others.
    """

    value: Any
    exact: bool
    changes: Literal["nothing", "content", "all"] = "all"
    learned: bool = False

    @property
    def held(self) -> Specimen | None:
        """What is still known once a variable holds the object, through which it may be changed."""
        if self.changes == "nothing":
            return self
        return replace(self, exact=False) if self.changes == "content" else None

    @property
    def kind(self) -> tuple[str, str, bool]:
        """What of it decides about emitted code."""
        return type(self.value).__name__, str(getattr(self.value, "dtype", "")), self.exact


class Likeness:
    """What is known of a driver-side object that pandas made of Spark frames (see `likeness`).

    Attributes:
        alternatives: stand-ins that differ in what is not known, computed when first asked for;
            None when nothing is known.
        at_hand: the object itself on the data at hand, where that is known (see `at_hand`).
        agreed: what they all agree on, once that was asked for (see `likeness.agreed_frame`).
        told: only the data at hand tell anything; it is too small to be handed back to Spark.
        labelled_as: what is known of the object whose row labels it has.
    """

    agreed: Any = ...

    def __init__(
        self, compute: Callable[[], tuple[Any, ...] | None], at_hand: Callable[[], Any | None] = lambda: None,
        told: bool = False, labelled_as: Likeness | None = None,
    ) -> None:  # fmt: skip
        self._compute, self._at_hand, self.told, self.labelled_as = compute, at_hand, told, labelled_as

    @functools.cached_property
    def alternatives(self) -> tuple[Any, ...] | None:
        return self._compute()

    @functools.cached_property
    def at_hand(self) -> Any | None:
        return self._at_hand()
