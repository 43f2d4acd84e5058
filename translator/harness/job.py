"""What a parent asks of a child process, and what the child answers."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any

from translator.harness.values import Captured, Shown


@dataclass(frozen=True)
class Job:
    """One run of one file in a working copy.

    `remote` is empty for a run without Spark. `variables` are those of the file's entry, `seed`
    seeds Python's and NumPy's generators, `memory` is in bytes (0: no limit) and `writable` lists
    the folders in which the run may write. A `traced` run captures after each statement what it
    changed, which finds the first one that differs; a `redrawn` one draws other rows at random than those
    that the program's `random_state` stands for. With `digits` pandas gives sums with other last digits. Of an
    `inspected` one the plans of its jobs are kept.
    """

    script: str
    kind: str
    workdir: str
    result: str
    search: list[str] = field(default_factory=list)
    package: str = ""
    writable: list[str] = field(default_factory=list)
    variables: list[dict[str, Any]] | None = None
    remote: str = ""
    ansi: bool = True
    database: str = ""
    seed: int = 0
    memory: int = 0
    network: bool = False
    traced: bool = False
    redrawn: bool = False
    digits: int = 0
    inspected: bool = False

    def to_json(self) -> str:
        """Return the job as one line."""
        return json.dumps(dataclasses.asdict(self))

    @staticmethod
    def from_json(line: str) -> Job:
        """Read a job back."""
        return Job(**json.loads(line))


@dataclass
class Problem:
    """Why a run did not come to its end: the exception and where user code raised it."""

    type_name: str
    message: str
    line: int | None = None
    cell: int | None = None
    trace: str = ""

    def __str__(self) -> str:
        place = "" if self.line is None else f" (line {self.line})"
        if self.cell is not None:
            place = f" (cell {self.cell}, line {self.line})"
        return f"{self.type_name}: {self.message}{place}"


@dataclass
class Written:
    """A file or a directory of part files that a run left in its working copy."""

    path: str
    format: str
    value: Captured | None = None
    text: str | None = None
    digest: str = ""


@dataclass
class Given:
    """What a call of one of the program's functions at module level gave back; None: not captured."""

    name: str
    value: Captured | None = None


@dataclass
class Step:
    """A new value of a variable, and the statement after which it was there."""

    cell: int
    line: int
    name: str
    value: Captured


@dataclass
class Result:
    """Everything that can be observed of a run.

    `places` are the statements of its files (file, cell, first and last line), `reached` the numbers
    of those that were run; `plans` are what ``explain`` tells of its jobs.
    """

    problem: Problem | None = None
    variables: dict[str, Captured] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    places: list[tuple[str, int, int, int]] = field(default_factory=list)
    reached: list[int] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    seconds: float = 0.0
    capture_seconds: float = 0.0
    log: str = ""
