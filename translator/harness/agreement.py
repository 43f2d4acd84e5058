"""Where engines, or the two ANSI modes, come to different verdicts on one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.harness.verdicts import Verdict

UNTOLD = frozenset({"engine-unavailable", "timeout", "out-of-memory", "original-failed"})
"""Outcomes that say nothing of what an engine would have given."""


@dataclass(frozen=True)
class Disagreement:
    """A unit whose outcome depends on the engine, and what differs on some engines only.

    `outcomes` goes by engine (with the ANSI mode where it is off); `names` are the observables that
    differ from pandas on some of them but not on all.
    """

    unit: str
    outcomes: dict[str, str]
    names: tuple[str, ...]

    def __str__(self) -> str:
        told = ", ".join(f"{engine}: {outcome}" for engine, outcome in self.outcomes.items())
        return f"{self.unit}: {told}" + (f" ({', '.join(self.names[:5])})" if self.names else "")


def disagreements(verdicts: Sequence[Verdict]) -> list[Disagreement]:
    """Return the units on which engines disagree, in order."""
    by_unit: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.outcome not in UNTOLD:
            by_unit.setdefault(verdict.unit, []).append(verdict)
    found = []
    for unit, mine in by_unit.items():
        symptoms: list[set[str]] = [{f"{name} ({kind})" for name, kind in verdict.symptoms} for verdict in mine]
        everywhere = symptoms[0].intersection(*symptoms[1:])
        some = symptoms[0].union(*symptoms[1:]) - everywhere
        outcomes = {label(verdict): verdict.outcome for verdict in mine}
        if some or len(set(outcomes.values())) > 1:
            found.append(Disagreement(unit, outcomes, tuple(sorted(some))))
    return found


def label(verdict: Verdict) -> str:
    """Return engine and ANSI mode as reports name them."""
    return verdict.engine + ("" if verdict.ansi else " (ansi off)")
