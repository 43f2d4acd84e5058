"""Functions that remember their results (``functools.cache``): later calls give the same object again.

Who changes such an object changes it for all, which frames in Spark cannot show.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translator.context import current
from translator.frames.fields import fresh
from translator.frames.values import Const, Value
from translator.interpret.definitions import Definition
from translator.interpret.environment import one_of, signature
from translator.interpret.run import Run

if TYPE_CHECKING:
    from translator.interpret.bodies import Outcome


def remembered(run: Run, definition: Definition, key: object, outcome: Outcome) -> Outcome:
    """What a call gives whose first call with the same arguments came out in some way."""
    first: Outcome = run.first_calls.setdefault(key, outcome)
    if _facts(first.result) != _facts(outcome.result):
        current().demand("function", definition.place)  # what it reads has changed meanwhile
        return replace(outcome, result=None)
    ref = next((ref for ref, place in run.caches.items() if place == definition.place), None)
    if ref is None:
        ref = fresh()
        run.caches[ref] = definition.place
        run.capture({ref})
    return replace(first, touched=outcome.touched, gives=one_of(ref))


def _facts(value: Value | None) -> object:
    if value is None:
        return None
    return (signature(value), repr(value.value) if isinstance(value, Const) else "")
