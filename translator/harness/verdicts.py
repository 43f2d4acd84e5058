"""What is verified, under which limits, and what it came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.harness import workdir
from translator.harness.compare import Difference
from translator.harness.job import Problem
from translator.harness.judge import DIFFERENT, EQUAL, UNSTABLE, Observable
from translator.harness.plans import Finding

OUTCOMES = (
    "equal", "different", "vacuous", "definitions", "unreached", "original-failed", "translation-failed", "timeout",
    "out-of-memory", "engine-unavailable",
)  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """One file to verify: the original, its translation and their entry of translation.json.

    Both run from `cwd` (copies of it); `kind` is script, notebook or databricks. `needs` are units of
    the same `cwd` that run first, in this order, because they write what this one reads. `roots` are
    folders of originals and translations from which packages may be imported as well; `package` is the
    one that the file itself is a module of.
    """

    source: Path
    output: Path
    cwd: Path
    entry: Mapping[str, Any] | None = None
    kind: str = ""
    needs: tuple[Unit, ...] = ()
    roots: tuple[Path, Path] | None = None
    package: str = ""

    @property
    def name(self) -> str:
        """Return the name of the unit in reports."""
        return str((self.entry or {}).get("source") or self.source.name)

    @property
    def form(self) -> str:
        """Return the kind, taken from entry or file name where it is not given."""
        given = self.kind or str((self.entry or {}).get("kind") or "")
        return given or ("notebook" if self.source.suffix == ".ipynb" else "script")


@dataclass(frozen=True)
class Located:
    """The first statement of the original whose value differs: where, its text, and both values."""

    cell: int
    line: int
    text: str
    name: str
    differences: tuple[Difference, ...] = ()

    def __str__(self) -> str:
        place = f"cell {self.cell}, line {self.line}" if self.cell else f"line {self.line}"
        return f"{place}: {self.text}"


@dataclass(frozen=True)
class Assumption:
    """An assumption that sites of a translation make, and whether it holds (None: cannot be told)."""

    code: str
    lines: tuple[int, ...]
    holds: bool | None
    detail: str = ""


@dataclass(frozen=True)
class Violation:
    """A generated data set that breaks what a translation was made for, so that nothing can be said of it.

    A translation made for these data agrees on them; `assumptions` are those that do not hold.
    """

    example: int
    assumptions: tuple[Assumption, ...]

    def __str__(self) -> str:
        return "; ".join(f"{a.code}: {a.detail}" for a in self.assumptions)


@dataclass
class Verdict:
    """What verifying one unit on one engine came to.

    `outcome` is one of `OUTCOMES`; `example` is 0 for the files at hand, n for the nth generated
    data set, whose changed input files are in `inputs`. `examples` counts generated data sets that
    were compared, `raised` those on which both sides raise, `violated` those that break an assumption,
    `skipped` those of which none of their tamer forms could be compared either. `first` is the first
    statement whose value differs. `statements` are those of the original, `unreached` the (cell, first
    and last line) of those never run.
    `saved` is the pytest file that was written of it. `findings` are what costs without need in the plans
    of its jobs, where that was asked for.
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
    raised: int = 0
    violated: list[Violation] = field(default_factory=list)
    problem: Problem | None = None
    first: Located | None = None
    statements: int = 0
    unreached: list[tuple[int, int, int]] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    saved: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Tell whether original and translation were shown to be equal."""
        return self.outcome == "equal"

    @property
    def acceptable(self) -> bool:
        """Tell whether nothing speaks against the translation: it is equal, or has nothing to run by itself."""
        return self.ok or self.outcome == "definitions"

    @property
    def compared(self) -> int:
        """Return how many observables were compared."""
        return sum(o.status in (EQUAL, DIFFERENT) for o in self.observables)

    @property
    def different(self) -> list[Observable]:
        """Return the observables that differ."""
        return [o for o in self.observables if o.status == DIFFERENT]

    @property
    def unstable(self) -> list[Observable]:
        """Return the observables that depend on random numbers or the clock."""
        return [o for o in self.observables if o.status == UNSTABLE]

    @property
    def symptoms(self) -> set[tuple[str, str]]:
        """Return which observables differ, and in which way."""
        return {(o.name, difference.kind) for o in self.different for difference in o.differences}

    def decide(self) -> Verdict:
        """Set the outcome from the observables."""
        if self.different:
            self.outcome = "different"
            names = ", ".join(o.name for o in self.different[:5])
            self.reason = f"{len(self.different)} of {self.compared} differ: {names}"
        elif not any(o.status == EQUAL and not o.empty for o in self.observables):
            self.outcome = "vacuous"
            self.reason = "nothing that could be compared, or only empty results"
        elif self.unstable:
            self.reason = f"not comparable (clock or random numbers): {', '.join(o.name for o in self.unstable)}"
        return self


@dataclass(frozen=True)
class Limits:
    """How runs are restricted: seconds, bytes, network, size of the working folder."""

    timeout: float = 120.0
    memory: int = 4 * 2**30
    network: bool = False
    size: int = workdir.SIZE_LIMIT


@dataclass(frozen=True)
class Plan:
    """What `verify` was asked for, without the units.

    `database` keeps the data sets that failed; they are tried first the next time. `inspects` has the
    plans of the jobs on the files at hand looked at.
    """

    data_roots: tuple[Path, ...] = ()
    examples: int = 0
    rows: int = 12
    seed: int = 0
    trials: int = 60
    limits: Limits = field(default_factory=Limits)
    database: Path | None = None
    inspects: bool = False


def units_of(translation: Mapping[str, Any], sources: Path, outputs: Path, cwd: Path) -> Iterator[Unit]:
    """Yield the units of a translation.json, whose paths are relative to the two folders."""
    for entry in translation.get("files", ()):
        if entry.get("outcome") in ("skipped", "failed"):
            continue
        yield Unit(sources / entry["source"], outputs / entry["output"], cwd, entry)
