"""Runs originals and translations side by side and returns verdicts."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.harness import generate, judge, workdir
from translator.harness.engines import Engine, EngineUnavailableError
from translator.harness.job import Job, Problem, Result
from translator.harness.judge import DIFFERENT, EQUAL, Observable
from translator.harness.pool import OUT_OF_MEMORY, TIMED_OUT, Pool
from translator.harness.shrink import shrink

OUTCOMES = (
    "equal", "different", "vacuous", "original-failed", "translation-failed", "timeout",
    "out-of-memory", "engine-unavailable",
)  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """One file to verify: the original, its translation and their entry of translation.json.

    Both run from `cwd` (copies of it); `kind` is script, notebook or databricks. `needs` are units of
    the same `cwd` that run first, in this order, because they write what this one reads.
    """

    source: Path
    output: Path
    cwd: Path
    entry: Mapping[str, Any] | None = None
    kind: str = ""
    needs: tuple[Unit, ...] = ()

    @property
    def name(self) -> str:
        """Return the name of the unit in reports."""
        return str((self.entry or {}).get("source") or self.source.name)

    @property
    def form(self) -> str:
        """Return the kind, taken from entry or file name where it is not given."""
        given = self.kind or str((self.entry or {}).get("kind") or "")
        return given or ("notebook" if self.source.suffix == ".ipynb" else "script")


@dataclass
class Verdict:
    """What verifying one unit on one engine came to.

    `outcome` is one of `OUTCOMES`; `example` is 0 for the files at hand, n for the nth generated
    data set, whose changed input files are in `inputs`. `examples` counts generated data sets that
    were compared, `skipped` those on which the original itself failed.
    """

    unit: str
    engine: str
    ansi: bool
    outcome: str
    reason: str = ""
    observables: list[Observable] = field(default_factory=list)
    example: int = 0
    inputs: dict[str, bytes] = field(default_factory=dict)
    examples: int = 0
    skipped: int = 0
    problem: Problem | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Tell whether original and translation were shown to be equal."""
        return self.outcome == "equal"

    @property
    def compared(self) -> int:
        """Return how many observables were compared."""
        return sum(o.status in (EQUAL, DIFFERENT) for o in self.observables)

    @property
    def different(self) -> list[Observable]:
        """Return the observables that differ."""
        return [o for o in self.observables if o.status == DIFFERENT]


@dataclass(frozen=True)
class Limits:
    """How runs are restricted: seconds, bytes, network, size of the working folder."""

    timeout: float = 120.0
    memory: int = 4 * 2**30
    network: bool = False
    size: int = workdir.SIZE_LIMIT


@dataclass(frozen=True)
class Plan:
    """What `verify` was asked for, without the units."""

    data_roots: tuple[Path, ...] = ()
    examples: int = 0
    rows: int = 12
    seed: int = 0
    trials: int = 30
    limits: Limits = field(default_factory=Limits)


def verify(
    units: Iterable[Unit],
    *,
    engines: Sequence[str] = ("sail", "spark"),
    ansi: Sequence[bool] = (True,),
    data_roots: Sequence[Path] = (),
    examples: int = 0,
    rows: int = 12,
    seed: int = 0,
    trials: int = 30,
    timeout: float = 120.0,
    memory: int = 4 * 2**30,
    network: bool = False,
    jobs: int = 1,
    progress: Callable[[Verdict], None] | None = None,
) -> list[Verdict]:
    """Run every unit under pandas and on every engine and compare all that can be observed.

    `engines` are "sail", "spark" or the address of a Spark Connect server ("sc://…"). `examples`
    adds that many generated data sets of about `rows` rows to the files at hand; one that fails is
    shrunk with at most `trials` further runs. One unit that breaks does not stop the others; the
    verdicts come in the order of the units.
    """
    limits = Limits(timeout, memory, network)
    plan = Plan(tuple(data_roots), examples, rows, seed, trials, limits)
    waiting = list(units)
    with Pool(max(1, jobs)) as pool, _Engines(engines) as running:
        session = Session(pool, running.engines, ansi, plan, progress)
        with ThreadPoolExecutor(max(1, jobs)) as threads:
            done = list(threads.map(session.verify_unit, waiting))
    return [verdict for verdicts in done for verdict in verdicts]


class _Engines:
    """Starts engines side by side; those that cannot start are kept with the reason."""

    def __init__(self, names: Sequence[str]) -> None:
        self.engines: list[Engine | tuple[str, str]] = []
        self._names = names

    def __enter__(self) -> _Engines:
        with ThreadPoolExecutor(max(1, len(self._names))) as threads:
            self.engines = list(threads.map(start_engine, self._names))
        return self

    def __exit__(self, *_: object) -> None:
        for engine in self.engines:
            if isinstance(engine, Engine):
                engine.stop()


def start_engine(name: str) -> Engine | tuple[str, str]:
    """Start one engine."""
    try:
        return Engine(name).start()
    except EngineUnavailableError as error:
        return name, str(error)


class Session:
    """Verifies units with warm processes and warm engines."""

    def __init__(
        self,
        pool: Pool,
        engines: Sequence[Engine | tuple[str, str]],
        ansi: Sequence[bool],
        plan: Plan,
        progress: Callable[[Verdict], None] | None = None,
    ) -> None:
        self.pool, self.engines, self.ansi, self.plan = pool, engines, ansi, plan
        self._progress = progress

    def verify_unit(self, unit: Unit) -> list[Verdict]:
        """Verify one unit on every engine."""
        verdicts = []
        originals = _Originals(self, unit)
        for engine in self.engines:
            for ansi in self.ansi:
                try:
                    verdict = self._verify_on(unit, engine, ansi, originals)
                except workdir.TooLargeError as error:
                    name = engine.name if isinstance(engine, Engine) else engine[0]
                    verdict = Verdict(unit.name, name, ansi, "vacuous", str(error))
                verdicts.append(verdict)
                if self._progress is not None:
                    self._progress(verdict)
        return verdicts

    def _verify_on(
        self, unit: Unit, engine: Engine | tuple[str, str], ansi: bool, originals: _Originals
    ) -> Verdict:
        """Verify one unit on one engine: the files at hand, then generated ones."""
        if isinstance(engine, tuple):
            return Verdict(unit.name, engine[0], ansi, "engine-unavailable", engine[1])
        if not engine.delta and "delta" in unit.output.read_text("utf-8", "replace"):
            reason = "the Delta jars for Apache Spark are not installed"
            return Verdict(unit.name, engine.name, ansi, "engine-unavailable", reason)
        first = self._compare(unit, engine, ansi, originals, 0)
        if first.outcome not in ("equal", "vacuous"):
            return first
        for number in range(1, self.plan.examples + 1):
            if not originals.inputs(number):
                break
            verdict = self._compare(unit, engine, ansi, originals, number)
            if verdict.outcome == "original-failed":
                first.skipped += 1
                continue
            if verdict.outcome not in ("equal", "vacuous"):
                verdict = self._shrink(unit, engine, verdict)
                verdict.examples, verdict.skipped = first.examples + 1, first.skipped
                return verdict
            first.examples += 1
            if first.outcome == "vacuous" and verdict.outcome == "equal":
                first.outcome, first.reason = "equal", ""
                first.observables = verdict.observables
        return first

    def _compare(self, unit: Unit, engine: Engine, ansi: bool, originals: _Originals, number: int) -> Verdict:
        """Compare original and translation on one data set."""
        verdict = Verdict(unit.name, engine.name, ansi, "equal", example=number)
        if number:
            verdict.inputs = originals.inputs(number)
        old = originals.result(number)
        verdict.seconds["original"] = old.seconds
        if old.problem is not None:
            return _failed(verdict, old.problem, "original")
        started = time.perf_counter()
        new = self.run(unit, verdict.inputs, engine=engine, ansi=ansi)
        verdict.seconds["translation"] = new.seconds
        verdict.seconds["total"] = time.perf_counter() - started
        if new.problem is not None:
            if not engine.running:
                _restart(engine)
            return _failed(verdict, new.problem, "translation")
        verdict.observables = judge.judge(old, new, unit.entry, widths=engine.name != "sail")
        if verdict.different:
            again = originals.repeated(number)
            repeated = judge.judge(old, again, None)
            judge.mark_unstable(verdict.observables, repeated)
        return _decide(verdict)

    def _shrink(self, unit: Unit, engine: Engine, failing: Verdict) -> Verdict:
        """Return the verdict on the smallest inputs found that still fail in the same way."""
        smallest = failing

        def differs(inputs: dict[str, bytes]) -> bool:
            nonlocal smallest
            before = failing.inputs
            if not all(generate.same_dtypes(name, before[name], inputs[name]) for name in inputs):
                return False
            verdict = Verdict(failing.unit, failing.engine, failing.ansi, "equal", example=failing.example)
            verdict.inputs, verdict.seconds = inputs, failing.seconds
            old = self.run(unit, inputs)
            if old.problem is not None:
                return False
            new = self.run(unit, inputs, engine=engine, ansi=failing.ansi)
            if new.problem is not None:
                _failed(verdict, new.problem, "translation")
                same = failing.problem is not None and failing.problem.type_name == new.problem.type_name
            else:
                verdict.observables = judge.judge(old, new, unit.entry, widths=engine.name != "sail")
                unstable = {o.name for o in failing.observables if o.status == judge.UNSTABLE}
                for observable in verdict.different:
                    if observable.name in unstable:
                        observable.status = judge.UNSTABLE
                same = bool(_symptoms(verdict) & _symptoms(failing))
                _decide(verdict)
            smallest = verdict if same else smallest
            return same

        if failing.outcome in ("different", "translation-failed") and self.plan.trials:
            shrink(failing.inputs, differs, self.plan.trials)
        return smallest

    def run(
        self,
        unit: Unit,
        replaced: Mapping[str, bytes],
        *,
        engine: Engine | None = None,
        ansi: bool = True,
        seed: int | None = None,
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
            common: dict[str, Any] = dict(
                workdir=str(space.work),
                writable=[str(space.root)],
                remote=engine.remote if engine is not None else "",
                ansi=ansi,
                seed=plan.seed if seed is None else seed,
                memory=plan.limits.memory,
                network=plan.limits.network,
            )
            for number, step in enumerate((*unit.needs, unit)):
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
                    search=[str(script.parent)],
                    variables=[dict(v) for v in (step.entry or {}).get("variables") or ()],
                    database=database,
                    **common,
                )
                result = self.pool.run(job, plan.limits.timeout)
                if result.problem is not None:
                    break
            return result


class _Originals:
    """Runs of the original, once for each data set whatever the number of engines."""

    def __init__(self, session: Session, unit: Unit) -> None:
        self._session, self._unit = session, unit
        self._inputs: dict[int, dict[str, bytes]] = {0: {}}
        self._results: dict[int, Result] = {}
        self._repeated: dict[int, Result] = {}
        self._source: generate.Inputs | None = None

    def inputs(self, number: int) -> dict[str, bytes]:
        """Return the input files of a generated data set, {} if there is nothing to generate."""
        if number not in self._inputs:
            plan, unit = self._session.plan, self._unit
            if self._source is None:
                self._source = generate.read_inputs(unit.cwd, unit.entry, plan.data_roots)
            self._inputs[number] = generate.example(
                self._source, seed=plan.seed, number=number, rows=plan.rows
            )
        return self._inputs[number]

    def result(self, number: int) -> Result:
        """Return the run of the original on a data set."""
        if number not in self._results:
            self._results[number] = self._session.run(self._unit, self.inputs(number))
        return self._results[number]

    def repeated(self, number: int) -> Result:
        """Return a second run with other random numbers and a later clock."""
        if number not in self._repeated:
            seed = self._session.plan.seed + 7919
            self._repeated[number] = self._session.run(self._unit, self.inputs(number), seed=seed)
        return self._repeated[number]


def _uses_tables(script: Path) -> bool:
    """Tell whether a translation names tables, which are then kept in a database of its own."""
    text = script.read_text("utf-8", "replace")
    return any(word in text for word in ("saveAsTable", "writeTo", "insertInto", "CREATE TABLE"))


def _restart(engine: Engine) -> None:
    """Bring an engine up again that a unit has taken down."""
    engine.stop()
    try:
        engine.start()
    except EngineUnavailableError:
        return


def _failed(verdict: Verdict, problem: Problem, side: str) -> Verdict:
    """Return the verdict of a run that did not come to its end."""
    outcomes = {TIMED_OUT: "timeout", OUT_OF_MEMORY: "out-of-memory"}
    verdict.outcome = outcomes.get(problem.type_name, f"{side}-failed")
    verdict.reason = f"the {side}: {problem}"
    verdict.problem = problem
    return verdict


def _symptoms(verdict: Verdict) -> set[tuple[str, str]]:
    """Return which observables differ, and in which way."""
    return {(o.name, difference.kind) for o in verdict.different for difference in o.differences}


def _decide(verdict: Verdict) -> Verdict:
    """Set the outcome from the observables."""
    if verdict.different:
        verdict.outcome = "different"
        names = ", ".join(o.name for o in verdict.different[:5])
        verdict.reason = f"{len(verdict.different)} of {verdict.compared} differ: {names}"
    elif not any(o.status == EQUAL and not o.empty for o in verdict.observables):
        verdict.outcome = "vacuous"
        verdict.reason = "nothing that could be compared, or only empty results"
    return verdict


def units_of(translation: Mapping[str, Any], sources: Path, outputs: Path, cwd: Path) -> Iterator[Unit]:
    """Yield the units of a translation.json, whose paths are relative to the two folders."""
    for entry in translation.get("files", ()):
        if entry.get("outcome") in ("skipped", "failed"):
            continue
        yield Unit(sources / entry["source"], outputs / entry["output"], cwd, entry)
