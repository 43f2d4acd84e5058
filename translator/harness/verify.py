"""Runs originals and translations side by side and returns verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

from translator.harness import assumptions, generate, halfway, judge, plans, reach, saving, workdir
from translator.harness.cells import only_defines
from translator.harness.engines import Engine, EngineUnavailableError
from translator.harness.job import Problem, Result
from translator.harness.locate import first_difference
from translator.harness.pool import OUT_OF_MEMORY, TIMED_OUT, Pool
from translator.harness.progress import Follower
from translator.harness.runs import Originals, Runs
from translator.harness.shrink import shrink
from translator.harness.verdicts import OUTCOMES, Assumption, Limits, Plan, Unit, Verdict, Violation, units_of

__all__ = ["OUTCOMES", "Limits", "Plan", "Session", "Unit", "Verdict", "start_engine", "units_of", "verify"]

LIMITED = (TIMED_OUT, OUT_OF_MEMORY)

Retranslate = Callable[[Unit, Mapping[str, bytes]], AbstractContextManager[Unit | None]]
"""Translates a unit as if some of its input files were others; None where there is nothing to run then."""


def verify(
    units: Iterable[Unit],
    *,
    engines: Sequence[str] = ("sail", "spark"),
    ansi: Sequence[bool] = (True,),
    data_roots: Sequence[Path] = (),
    examples: int = 0,
    rows: int = 12,
    seed: int = 0,
    trials: int = 60,
    timeout: float = 120.0,
    memory: int = 4 * 2**30,
    network: bool = False,
    jobs: int = 1,
    database: Path | None = None,
    inspect: bool = False,
    save: Path | None = None,
    progress: Follower | None = None,
    retranslate: Retranslate | None = None,
) -> list[Verdict]:
    """Run every unit under pandas and on every engine and compare all that can be observed.

    `engines` are "sail", "spark", a Spark master or the address of a Spark Connect server
    ("sc://…"). `examples` adds that many generated data sets of about `rows` rows to the files at
    hand; what fails is shrunk with at most `trials` further runs, and kept in the folder `database`
    to be tried first the next time. `inspect` looks for what costs without need in Spark's plans. What
    differs is written below the folder `save` as a pytest file.
    `retranslate` makes the translation of a unit for other data: it tells data that break what a
    translation was made for from faults of the translation.
    One unit that breaks does not stop the others; the verdicts come in the order of the units.
    """
    limits = Limits(timeout, memory, network)
    plan = Plan(tuple(data_roots), examples, rows, seed, trials, limits, database, inspect)
    with Pool(max(1, jobs)) as pool, _Engines(engines) as starting:
        waiting = list(units)  # which may be translated just now
        (progress or Follower()).expect(len(waiting))
        session = Session(pool, starting.engines if waiting else [], ansi, plan, progress, retranslate)
        session.runs.earlier.expect(waiting)
        threads = ThreadPoolExecutor(max(1, jobs))
        try:
            done = list(threads.map(session.verify_unit, waiting))
        except BaseException:  # Ctrl-C too: what still runs is not waited for
            pool.close()
            raise
        finally:
            threads.shutdown(cancel_futures=True)
            session.runs.earlier.close()
    session.reached.settle(zip(waiting, done, strict=True))
    if save is not None:
        for unit, verdict in ((unit, verdict) for unit, mine in zip(waiting, done, strict=True) for verdict in mine):
            verdict.saved = str(saving.save(save, unit, verdict, plan.data_roots) or "")
    return [verdict for verdicts in done for verdict in verdicts]


class _Engines:
    """Starts engines side by side, and while other work is done; those that cannot start are kept with the reason."""

    def __init__(self, names: Sequence[str]) -> None:
        self._threads = ThreadPoolExecutor(max(1, len(names)))
        self._names = names
        self._starting: list[Future[Engine | tuple[str, str]]] = []

    @property
    def engines(self) -> list[Engine | tuple[str, str]]:
        """Wait for all of them."""
        return [started.result() for started in self._starting]

    def __enter__(self) -> _Engines:
        self._starting = [self._threads.submit(start_engine, name) for name in self._names]
        return self

    def __exit__(self, *_: object) -> None:
        for engine in self.engines:
            if isinstance(engine, Engine):
                engine.stop()
        self._threads.shutdown()


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
        progress: Follower | None = None,
        retranslate: Retranslate | None = None,
    ) -> None:
        self.engines, self.ansi, self.plan, self.retranslate = engines, ansi, plan, retranslate
        self.runs = Runs(pool, plan)
        self.reached = reach.Reached()
        self._progress = progress or Follower()

    def verify_unit(self, unit: Unit) -> list[Verdict]:
        """Verify one unit on every engine."""
        verdicts = []
        originals = Originals(self.runs, unit)
        self._progress.begin(unit.name)
        for engine in self.engines:
            for ansi in self.ansi:
                name = engine.name if isinstance(engine, Engine) else engine[0]
                if isinstance(engine, tuple):
                    verdict = Verdict(unit.name, name, ansi, "engine-unavailable", engine[1])
                elif not engine.delta and "delta" in unit.output.read_text("utf-8", "replace"):
                    reason = "the Delta jars for Apache Spark are not installed"
                    verdict = Verdict(unit.name, name, ansi, "engine-unavailable", reason)
                else:
                    try:
                        verdict = _Verification(self, unit, engine, ansi, originals).verdict()
                    except workdir.TooLargeError as error:
                        verdict = Verdict(unit.name, name, ansi, "vacuous", str(error))
                if verdict.outcome == "vacuous" and only_defines(unit.source):
                    verdict.outcome, verdict.reason = "definitions", reach.DEFINITIONS
                verdicts.append(verdict)
        self._progress.end(unit.name, verdicts)
        return verdicts


class _Verification:
    """One unit on one engine: the files at hand, then generated ones."""

    def __init__(self, session: Session, unit: Unit, engine: Engine, ansi: bool, originals: Originals) -> None:
        self.session, self.unit, self.engine, self.ansi = session, unit, engine, ansi
        self.runs, self.plan, self.originals = session.runs, session.plan, originals

    def verdict(self) -> Verdict:
        """Return what it came to."""
        first = self._compare(0)
        if first.outcome in ("equal", "vacuous"):
            first = self._with_examples(first)
        elif first.outcome == "different" or first.outcome == "translation-failed":
            first = self._explained(first, self.originals.source.at_hand)
        assumptions.evaluate(first, self.unit.entry, self.originals.source if first.example else None)
        return first

    def _with_examples(self, first: Verdict) -> Verdict:
        """Go on with further data sets, until one fails."""
        for number in self.originals.numbers:
            if not self.originals.inputs(number):
                break
            verdict = self._example(number, first)
            if verdict is None:
                first.skipped += 1
            elif verdict.outcome in ("equal", "vacuous"):
                first.examples += 1
                if first.outcome == "vacuous" and verdict.outcome == "equal":
                    first.outcome, first.reason = "equal", ""
                    first.observables = verdict.observables
            else:
                verdict = self._explained(verdict, verdict.inputs)
                self.originals.kept.save(verdict.inputs)
                verdict.examples, verdict.skipped, verdict.raised = first.examples + 1, first.skipped, first.raised
                verdict.violated = first.violated
                return verdict
        return first

    def _example(self, number: int, first: Verdict) -> Verdict | None:
        """Compare on one data set; where it tells nothing, tamer data follow.

        That is where both sides raise, or the data break an assumption of the translation.
        """
        for tame in range(1 if self.originals.is_kept(number) else generate.TAMEST + 1):
            verdict: Verdict | None = self._compare(number, tame)
            assert verdict is not None
            if verdict.outcome == "original-failed":
                if verdict.problem is None or verdict.problem.type_name in LIMITED:
                    continue
                verdict = self._raises_too(verdict, number, tame)
                if verdict is None:
                    first.raised += 1
                    continue
            if verdict.outcome in ("equal", "vacuous"):
                return verdict
            broken = self._broken(verdict, self.originals.result(number, tame))
            if not broken:
                return verdict
            first.violated.append(Violation(number, tuple(broken)))
        return None

    def _broken(self, failing: Verdict, old: Result) -> list[Assumption]:
        """Return the assumptions of a translation that the data break, if one made for these data agrees on them."""
        if old.problem is not None and (behind := assumptions.behind(old.problem, self.unit)):
            return behind
        if self.session.retranslate is None or not failing.inputs:
            return []
        with self.session.retranslate(self.unit, failing.inputs) as again:
            broken = [] if again is None else assumptions.broken(self.unit, again, failing.inputs, self.originals.source)
            return broken if again is not None and broken and self._agrees(again, failing, old) else []

    def _agrees(self, again: Unit, failing: Verdict, old: Result) -> bool:
        """Tell whether another translation does what the original has done on the data of a failing verdict."""
        new = self.runs.run(again, failing.inputs, engine=self.engine, ansi=self.ansi)
        if old.problem is not None or new.problem is not None:
            return old.problem is not None and (new.problem is not None or judge.fails_late(new))
        different = {o.name for o in self._judged(old, new, again) if o.status == judge.DIFFERENT}
        return different <= {o.name for o in failing.unstable}

    def _raises_too(self, verdict: Verdict, number: int, tame: int) -> Verdict | None:
        """Run a translation whose original raised; return a verdict if it comes to its end."""
        old = self.originals.result(number, tame)
        new = self.runs.run(self.unit, verdict.inputs, engine=self.engine, ansi=self.ansi)
        if new.problem is not None or judge.fails_late(new):
            return None
        verdict.observables = [judge.not_raised(old)]
        verdict.problem = None
        return verdict.decide()

    def _compare(self, number: int, tame: int = 0) -> Verdict:
        """Compare original and translation on one data set."""
        verdict = Verdict(self.unit.name, self.engine.name, self.ansi, "equal", example=number)
        if number:
            verdict.inputs = self.originals.inputs(number, tame)
        old = self.originals.result(number, tame)
        self.session.reached.add(self.unit, old)
        verdict.seconds["original"] = old.seconds
        if old.problem is not None:
            return _failed(verdict, old.problem, "original")
        started = time.perf_counter()
        inspected = self.plan.inspects and not number
        new = self.runs.run(self.unit, verdict.inputs, engine=self.engine, ansi=self.ansi, inspected=inspected)
        verdict.findings = plans.findings(new.plans, plans.tells_of_windows(self.unit.entry))
        verdict.seconds["translation"] = new.seconds
        verdict.seconds["total"] = time.perf_counter() - started
        if new.problem is not None:
            if not self.engine.running:
                _restart(self.engine)
            return _failed(verdict, new.problem, "translation")
        verdict.observables = self._judged(old, new, self.unit)
        if verdict.different:
            again = self.originals.repeated(number, tame)
            judge.mark_unstable(verdict.observables, judge.judge(old, again, None))
            runs = [old]
            for other in self.originals.with_other_digits(number, tame) if _holds_numbers(verdict) else ():
                runs.append(other)
                for run in (other, halfway.together(runs)):
                    judge.mark_halfway(verdict.observables, self._judged(run, new, self.unit))
                if not verdict.different:
                    break
        return verdict.decide()

    def _judged(self, old: Result, new: Result, unit: Unit) -> list[judge.Observable]:
        return judge.judge(old, new, unit.entry, engine=self.engine.name)

    def _explained(self, failing: Verdict, inputs: dict[str, bytes]) -> Verdict:
        """Shrink the inputs of a failing verdict, and find the first statement that differs."""
        verdict = self._shrunk(failing, inputs)
        if verdict.outcome == "different":
            old = self.runs.run(self.unit, verdict.inputs, traced=True)
            new = self.runs.run(self.unit, verdict.inputs, engine=self.engine, ansi=self.ansi, traced=True)
            verdict.first = first_difference(self.unit, verdict, old, new)
        return verdict

    def _shrunk(self, failing: Verdict, inputs: dict[str, bytes]) -> Verdict:
        """Return the verdict on the smallest inputs found that still fail in the same way."""
        smallest = failing
        broken = set(assumptions.changed(inputs, self.originals.source))

        def differs(files: dict[str, bytes]) -> bool:
            nonlocal smallest
            if not all(generate.same_dtypes(name, inputs[name], files[name]) for name in files):
                return False
            if not broken.issuperset(assumptions.changed(files, self.originals.source)):
                return False  # a difference of its own
            verdict = self._again(failing, files)
            if verdict is None:
                return False
            smallest = verdict
            return True

        if inputs and failing.outcome in ("different", "translation-failed") and self.plan.trials:
            shrink(inputs, differs, self.plan.trials)
        return smallest

    def _again(self, failing: Verdict, files: dict[str, bytes]) -> Verdict | None:
        """Return the verdict on other inputs if it fails in the same way, None if not."""
        verdict = Verdict(failing.unit, failing.engine, failing.ansi, "equal", example=failing.example)
        verdict.inputs, verdict.seconds = files, failing.seconds
        old = self.runs.run(self.unit, files)
        silent = any(o.kind == "exception" for o in failing.different)
        if (old.problem is not None) != silent:
            return None
        new = self.runs.run(self.unit, files, engine=self.engine, ansi=self.ansi)
        if silent:
            verdict.observables = [judge.not_raised(old)]
            return None if new.problem is not None or judge.fails_late(new) else verdict.decide()
        if new.problem is not None:
            _failed(verdict, new.problem, "translation")
            same = failing.problem is not None and failing.problem.type_name == new.problem.type_name
            return verdict if same else None
        verdict.observables = self._judged(old, new, self.unit)
        unstable = {o.name for o in failing.unstable}
        for observable in verdict.different:
            if observable.name in unstable:
                observable.status = judge.UNSTABLE
        return verdict.decide() if verdict.symptoms & failing.symptoms else None


def _restart(engine: Engine) -> None:
    """Bring an engine up again that a unit has taken down."""
    engine.stop()
    try:
        engine.start()
    except EngineUnavailableError:
        return


def _holds_numbers(verdict: Verdict) -> bool:
    """Whether all that differs are values, rows or printed texts, as last digits make them differ."""
    kinds = {difference.kind for observable in verdict.different for difference in observable.differences}
    return kinds <= {"value", "rows", "text", "order"}


def _failed(verdict: Verdict, problem: Problem, side: str) -> Verdict:
    """Return the verdict of a run that did not come to its end."""
    outcomes = {TIMED_OUT: "timeout", OUT_OF_MEMORY: "out-of-memory"}
    verdict.outcome = outcomes.get(problem.type_name, f"{side}-failed")
    verdict.reason = f"the {side}: {problem}"
    verdict.problem = problem
    return verdict
