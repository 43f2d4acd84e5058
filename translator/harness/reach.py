"""Which statements of the originals were run by any data set of any unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from translator.harness.cells import only_defines
from translator.harness.job import Result
from translator.harness.verdicts import Unit, Verdict

Statement = tuple[int, int, int]
"""Cell (0: none), first and last line."""

TOUCHED = frozenset({"native", "helper", "udf", "driver"})
"""What became of a site that a run has to pass by, before anything can be said of it."""


DEFINITIONS = "only definitions, which are compared where other files call them"
IMPORTED = "nothing of its own that could be compared; what it gives is, where other files use it"


class Reached:
    """Collects statements by file; a module counts as run where another unit imports it."""

    def __init__(self) -> None:
        self._all: dict[Path, set[Statement]] = defaultdict(set)
        self._run: dict[Path, set[Statement]] = defaultdict(set)
        self._imported: set[Path] = set()

    def add(self, unit: Unit, result: Result) -> None:
        """Add what one run of an original has reached."""
        source, cwd = unit.source.resolve(), unit.cwd.resolve()
        reached = frozenset(result.reached)
        for number, (name, *place) in enumerate(result.places):
            file = cwd / name if (cwd / name).exists() else source
            statement: Statement = (place[0], place[1], place[2])
            self._all[file].add(statement)
            if number in reached:
                self._run[file].add(statement)
                self._imported |= {file} - {source}

    def settle(self, done: Iterable[tuple[Unit, list[Verdict]]]) -> None:
        """Tell each verdict what was not reached; equality that says nothing of a site is no pass."""
        for unit, verdicts in done:
            file = unit.source.resolve()
            missed = sorted(self._all[file] - self._run[file])
            sites = _sites(unit)
            untold = sorted({s for s in missed for site in sites if site[0] == s[0] and s[1] <= site[1] <= s[2]})
            untold = [s for s in untold if not any(o != s and o[0] == s[0] and s[1] <= o[1] <= o[2] <= s[2] for o in untold)]
            for verdict in verdicts:
                verdict.statements, verdict.unreached = len(self._all[file]), missed
                if verdict.outcome == "equal" and untold and only_defines(unit.source):
                    verdict.outcome, verdict.reason = "definitions", DEFINITIONS
                elif verdict.outcome == "vacuous" and file in self._imported and not untold:
                    verdict.outcome, verdict.reason = "definitions", IMPORTED
                elif verdict.outcome == "equal" and untold:
                    verdict.outcome = "unreached"
                    verdict.reason = f"never run: {', '.join(map(_place, untold[:5]))}" + (" …" if len(untold) > 5 else "")


def _sites(unit: Unit) -> list[tuple[int, int]]:
    """Return cell and line of each translated site."""
    sites = (unit.entry or {}).get("sites") or ()
    return [(site.get("cell") or 0, site["line"]) for site in sites if site.get("status") in TOUCHED]


def _place(statement: Statement) -> str:
    cell, line, _ = statement
    return f"cell {cell}, line {line}" if cell else f"line {line}"
