"""Programs translated ahead by worker processes, as if none of them read what another writes.

Most do not. The answer of a worker holds if the program asked for no data file that programs before
it have written meanwhile; otherwise, and where an answer cannot be sent, the caller translates it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from translator.frames import fields
from translator.pipeline import Part, translate_program
from translator.registry import load_rules
from translator.results import Translation

if TYPE_CHECKING:
    from concurrent.futures import Future

Answer = tuple[list[Translation], dict[str, Any]]
Task = tuple[Sequence[Part], Any, frozenset[str]]
"""What `pipeline.translate_program` is given, but for the facts of files."""

WORTH_A_FORK = 6_000
"""Characters of source that are worth a worker that has everything loaded: it starts in some ten milliseconds."""
WORTH_A_START = 300_000
"""Characters that take about as long to translate as a worker takes that has to load everything first."""


class KnownFiles(dict[str, Any]):
    """Facts of data files, and which paths were asked for."""

    def __init__(self, asked: set[str]) -> None:
        super().__init__()
        self.asked = asked

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)


class Workers:
    """Answers for a list of programs; use it as a context manager."""

    def __init__(self, tasks: Sequence[Task], jobs: int) -> None:
        from concurrent.futures import ProcessPoolExecutor  # slow, and most runs need none
        from multiprocessing import get_context

        forks = _can_fork()
        for task in tasks if forks else ():
            load_rules(task[1].rules)  # once, for all workers
        self._pool = ProcessPoolExecutor(jobs, get_context("fork" if forks else "spawn"), initializer=_begin)
        # the largest first, or a large one that comes last keeps everybody waiting
        submitted = sorted(enumerate(tasks), key=lambda task: -_size([task[1]]))
        self._answers: dict[int, Future[bytes]] = {n: self._pool.submit(_answer, n, *task) for n, task in submitted}

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def answer(self, number: int, known: Mapping[str, Any]) -> Answer | None:
        """What came of a program, if it asked for none of the files that are known."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            content = self._answers[number].result()
        except BrokenProcessPool:
            return None
        if not content:
            return None
        translated, facts, asked = pickle.loads(content)  # of a worker of our own
        if not known.keys().isdisjoint(asked):
            return None
        return translated, {**known, **facts}


class _Nobody:
    """No workers: every program is translated by the caller."""

    def answer(self, number: int, known: Mapping[str, Any]) -> Answer | None:
        return None


def workers(tasks: Sequence[Task], jobs: int) -> AbstractContextManager[Workers | _Nobody]:
    """Workers for these programs.

    Args:
        jobs: how many; 0 for as many as there are processors and the size of the programs is worth.
    """
    worth = WORTH_A_FORK if _can_fork() else WORTH_A_START
    count = jobs or min(_processors(), len(tasks), 1 + _size(tasks) // worth)
    return Workers(tasks, count) if count > 1 and len(tasks) > 1 else nullcontext(_Nobody())


def _size(tasks: Sequence[Task]) -> int:
    return sum(len(cell.source) for parts, _, _ in tasks for part in parts for cell in part.document.cells)


def _can_fork() -> bool:
    """A copy of this process is sound where nothing else runs in it; elsewhere workers start anew."""
    return sys.platform == "linux" and threading.active_count() == 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller ends its workers


def _answer(number: int, parts: Sequence[Part], config: Any, kept: frozenset[str]) -> bytes:
    """A program's translations, facts of the files it writes, and the files it asked for; nothing if they cannot be sent."""
    fields.number_from((number + 1) << 40)  # row sets and versions of columns are those of one program only
    asked: set[str] = set()
    translated, facts = translate_program(parts, config, KnownFiles(asked), kept)
    try:
        return pickle.dumps((translated, dict(facts), asked))
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return b""
