"""What a reader sees while units are being verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from translator.harness.verdicts import Verdict


class Follower:
    """Is told what `verify` does, by several threads; this one makes nothing of it."""

    def expect(self, units: int) -> None:
        """So many units are going to be verified."""

    def begin(self, unit: str) -> None:
        """A unit is being run."""

    def end(self, unit: str, verdicts: Sequence[Verdict]) -> None:
        """A unit is done on every engine."""


class Bar(Follower):
    """A bar with what is running and how many verdicts there are of each kind; a context manager.

    Away from a terminal it writes nothing.
    """

    def __init__(self, console: Console | None = None) -> None:
        console = console or Console(stderr=True)
        columns = TextColumn("{task.fields[what]}"), BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn()
        last = TextColumn("{task.description}")
        self._bar = Progress(*columns, last, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("", total=None, what="translating")
        self._running: dict[str, None] = {}
        self._outcomes: Counter[str] = Counter()

    def expect(self, units: int) -> None:
        self._bar.update(self._task, total=units, what="verifying")

    def begin(self, unit: str) -> None:
        self._running[unit] = None
        self._describe()

    def end(self, unit: str, verdicts: Sequence[Verdict]) -> None:
        self._running.pop(unit, None)
        self._outcomes.update(verdict.outcome for verdict in verdicts)
        self._bar.advance(self._task)
        self._describe()

    def _describe(self) -> None:
        counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self._outcomes.items()))
        running = ", ".join(list(self._running)[:2])
        self._bar.update(self._task, description="; ".join(filter(None, (counts, running))))

    def __enter__(self) -> Bar:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
