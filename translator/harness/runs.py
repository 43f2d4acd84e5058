"""Runs one side of a unit in a working copy of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.harness import generate, workdir
from translator.harness.earlier import Earlier, Side
from translator.harness.engines import Engine
from translator.harness.job import Job, Result
from translator.harness.pool import Pool
from translator.harness.store import Examples
from translator.harness.verdicts import Plan, Unit

LATER = 7919
"""What a repeated run adds to the seed: other random numbers and another clock."""


@dataclass
class Runs:
    """Runs originals and translations in warm processes."""

    pool: Pool
    plan: Plan
    earlier: Earlier = field(default_factory=Earlier)

    def run(
        self,
        unit: Unit,
        replaced: Mapping[str, bytes],
        *,
        engine: Engine | None = None,
        ansi: bool = True,
        seed: int | None = None,
        traced: bool = False,
        digits: int = 0,
        inspected: bool = False,
    ) -> Result:
        """Run one side of a unit: the translation if an engine is given, else the original."""
        plan = self.plan
        with tempfile.TemporaryDirectory(prefix="translator-run-", ignore_cleanup_errors=True) as folder:
            space = workdir.make(
                Path(folder).resolve(),
                unit.source,
                unit.cwd,
                output=unit.output if engine is not None else None,
                data_roots=plan.data_roots,
                replaced=replaced,
                limit=plan.limits.size,
            )
            packages = _packages(space, unit, engine is not None)
            common: dict[str, Any] = dict(
                workdir=str(space.work),
                writable=[str(space.root)],
                remote=engine.remote if engine is not None else "",
                ansi=ansi,
                seed=plan.seed if seed is None else seed,
                memory=plan.limits.memory,
                network=plan.limits.network,
                digits=digits,
            )
            side: Side = engine.name if engine is not None else "", ansi
            steps = (*unit.needs, unit)
            plain = not replaced and seed is None and not digits
            ran = self.earlier.restore(space, side, unit.needs) if plain else 0
            if ran:
                workdir.place(space, unit.source, unit.cwd, unit.output if engine is not None else None)
            for number, step in enumerate(steps[ran:], ran):
                script = space.script
                if step is not unit:
                    script = workdir.place(space, step.source, unit.cwd, step.output if engine is not None else None)
                database = ""
                if engine is not None and _uses_tables(script):
                    database = f"run_{space.root.name.rsplit('-', 1)[-1]}={space.root}/warehouse"
                job = Job(
                    script=str(script),
                    kind=step.form,
                    result=f"{space.result}{number or ''}",
                    search=[str(script.parent), *packages],
                    package=step.package if step is unit else "",
                    variables=[dict(v) for v in (step.entry or {}).get("variables") or ()],
                    database=database,
                    traced=traced and step is unit,
                    redrawn=seed is not None and _draws(step),
                    inspected=inspected and step is unit,
                    **common,
                )
                result = self.pool.run(job, plan.limits.timeout)
                if result.problem is not None:
                    break
                if plain and not database:
                    self.earlier.keep(space, side, steps[: number + 1])
            return result


def _packages(space: workdir.Workspace, unit: Unit, translated: bool) -> list[str]:
    """Copy the code below the roots of a unit, where one starts its programs with them on the path; the copy's place."""
    if unit.roots is None:
        return []
    place = space.root / "packages"
    for root in unit.roots if translated else unit.roots[:1]:
        workdir.copy_code(root, place)
    return [str(place)]


class Originals:
    """Runs of one original, once for each data set whatever the number of engines.

    Data set 0 are the files at hand; then come those that failed before, then new ones. One on
    which the original fails is drawn again with tamer values.
    """

    def __init__(self, runs: Runs, unit: Unit) -> None:
        self._runs, self._unit = runs, unit
        self._sets: dict[tuple[int, int], dict[str, bytes]] = {(0, 0): {}}
        self._results: dict[tuple[int, int], Result] = {}
        self._repeated: dict[tuple[int, int], Result] = {}
        self._source: generate.Inputs | None = None
        self.kept = Examples(runs.plan.database, unit)
        self._known = self.kept.load() if runs.plan.examples else []

    @property
    def numbers(self) -> range:
        """Return the numbers of the data sets besides the files at hand."""
        plan = self._runs.plan
        return range(1, len(self._known) + plan.examples + 1) if plan.examples else range(0)

    @property
    def source(self) -> generate.Inputs:
        """Return the input files at hand that can be generated anew."""
        if self._source is None:
            unit, plan = self._unit, self._runs.plan
            self._source = generate.read_inputs(unit.cwd, unit.entry, plan.data_roots, unit.source)
        return self._source

    def is_kept(self, number: int) -> bool:
        """Tell whether a data set is one that failed before."""
        return 0 < number <= len(self._known)

    def inputs(self, number: int, tame: int = 0) -> dict[str, bytes]:
        """Return the input files of a data set, {} if there is nothing to generate."""
        if self.is_kept(number):
            return self._known[number - 1]
        key = number, tame
        if key not in self._sets:
            plan = self._runs.plan
            drawn = number - len(self._known)
            self._sets[key] = generate.example(self.source, seed=plan.seed, number=drawn, rows=plan.rows, tame=tame)
        return self._sets[key]

    def result(self, number: int, tame: int = 0) -> Result:
        """Return the run of the original on a data set."""
        key = number, tame
        if key not in self._results:
            self._results[key] = self._runs.run(self._unit, self.inputs(number, tame))
        return self._results[key]

    def repeated(self, number: int, tame: int = 0) -> Result:
        """Return a second run with other random numbers and a later clock."""
        key = number, tame
        if key not in self._repeated:
            seed = self._runs.plan.seed + LATER
            self._repeated[key] = self._runs.run(self._unit, self.inputs(number, tame), seed=seed)
        return self._repeated[key]


    def with_other_digits(self, number: int, tame: int = 0) -> Iterator[Result]:
        """Yield runs in which pandas gives sums with other last digits."""
        for turn in range(1, TURNS + 1):
            yield self._runs.run(self._unit, self.inputs(number, tame), digits=turn)


TURNS = 6
"""Runs with other last digits: of two values that lie halfway, all four outcomes are likely among them."""

OTHER_ROWS = "T403"
"""The note of sites at which the engines draw other rows than pandas, also with a seed."""


def _draws(unit: Unit) -> bool:
    """Tell whether a translation says that it draws other rows."""
    return any(note.get("code") == OTHER_ROWS for note in (unit.entry or {}).get("diagnostics") or ())


def _uses_tables(script: Path) -> bool:
    """Tell whether a translation names tables, which are then kept in a database of its own."""
    text = script.read_text("utf-8", "replace")
    return any(word in text for word in ("saveAsTable", "writeTo", "insertInto", "CREATE TABLE"))
