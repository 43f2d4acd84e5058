"""What the programs before a unit leave behind, kept so that they run once for all units that need them.

Of a chain of nine programs the ninth would otherwise run the eight before it once more, as would the eighth
with the seven before it.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from translator.harness.verdicts import Unit
from translator.harness.workdir import Workspace

Side = tuple[str, bool]
"""The engine, "" for pandas, and whether it runs in ANSI mode."""

Order = tuple[Unit, ...]


class Earlier:
    """Copies of working folders, by the programs that have run in them."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()
        self._awaited: set[tuple[str, ...]] = set()
        self._kept: dict[tuple[Side, tuple[str, ...]], Path] = {}

    def expect(self, units: Iterable[Unit]) -> None:
        """Keep what these units need from now on."""
        self._awaited |= {_names(unit.needs) for unit in units if unit.needs}

    def restore(self, space: Workspace, side: Side, needs: Order) -> int:
        """Put back what as many as possible of these programs leave behind; how many of them need not run."""
        for count in range(len(needs), 0, -1):
            kept = self._kept.get((side, _names(needs[:count])))
            if kept is not None:
                shutil.rmtree(space.work)
                shutil.copytree(kept, space.work, symlinks=True)
                return count
        return 0

    def keep(self, space: Workspace, side: Side, done: Order) -> None:
        """Copy the folder in which these programs have run, if a unit needs just these and nothing in it tells its place."""
        key = side, _names(done)
        with self._lock:
            if key[1] not in self._awaited or key in self._kept or not _may_move(space, done):
                return
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="translator-run-", ignore_cleanup_errors=True)
            place = Path(self._folder.name, str(len(self._kept)))
            shutil.copytree(space.work, place, symlinks=True)
            self._kept[key] = place

    def close(self) -> None:
        """Remove the copies."""
        self._awaited.clear()
        self._kept.clear()
        if self._folder is not None:
            self._folder.cleanup()


def _names(order: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(str(unit.source) for unit in order)


def _may_move(space: Workspace, done: Order) -> bool:
    """Whether what was left means the same in another folder, and no other place was used."""
    if any(unit.package or not unit.source.resolve().is_relative_to(unit.cwd.resolve()) for unit in done):
        return False
    files = [path for path in space.work.rglob("*") if path.is_file() and not _TOLD_ONLY & {path.parent.name, path.suffix}]
    return not any(space.root.name.encode() in path.read_bytes() for path in files)


_TOLD_ONLY = {"_delta_log", ".pyc"}
"""Where the place is noted but not looked for: the files of a Delta table are named relative to its folder."""
