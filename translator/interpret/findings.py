"""What a refusal leads to: the first one is reported, what follows from it is counted.

A `Local` remembers the diagnostic on account of which it is one (`Local.cause`). A rule that
declines because such an object comes to it says nothing new: fixing the first refusal is the only
thing that a person can do about the second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import libcst as cst

from translator.diagnostics import Decline, DiagnosticKey
from translator.frames.values import Accessor, Elements, Local, Value, Windowed
from translator.interpret.run import Run


def cause_of(values: Iterable[Value]) -> DiagnosticKey | None:
    """The refusal that made one of the values stay pandas."""
    for value in values:
        match value:
            case Local() if value.cause is not None:
                return value.cause
            case Elements():
                found = cause_of(value.items)
            case Accessor() | Windowed():
                found = cause_of([value.base])
            case _:
                found = None
        if found is not None:
            return found
    return None


def declined(run: Run, node: cst.CSTNode, key: str, decline: Decline, values: Iterable[Value]) -> DiagnosticKey:
    """Report that the rule for `key` declined, or count it as a consequence of an earlier refusal.

    Returns:
        the diagnostic to blame for what comes of the site.
    """
    earlier = cause_of(values)
    if earlier is None:
        return run.diagnose(node, decline.code, f"{key}: {decline.message}", decline.hint, key)
    run.follows(node, earlier)
    run.context.latest = earlier
    return earlier


def because(value: Value, cause: DiagnosticKey | None) -> Value:
    """The value, remembering why it stays pandas."""
    return replace(value, cause=cause) if isinstance(value, Local) and cause is not None else value
