"""Temporary working copies, so that a run can change nothing of its user's."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

SKIPPED = frozenset({
    ".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".mypy_cache", ".tox",
    ".ruff_cache", ".pytest_cache", ".ipynb_checkpoints", "spark-warehouse", "metastore_db",
})  # fmt: skip
OWN = ("translator-run-", "translator-pair-", "translator-spark-", "translate-verify-")
"""Folders that are made here: a program may lie in the very folder for temporary files."""
SIZE_LIMIT = 512 * 2**20


LOCK = ".in-use"
YOUNG = 86400.0
"""Seconds for which a folder without a lock may be one that is just being made, or in use by an older version."""


@contextlib.contextmanager
def translations() -> Iterator[Path]:
    """Yield a temporary folder for translations, after those that killed processes have left are removed.

    A folder is in use while its process holds the lock of a file in it.
    """
    prefix = OWN[-1]
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        if _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)
    made = tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    with made as folder, open(Path(folder, LOCK), "w") as lock:
        _lock(lock.fileno())
        yield Path(folder).resolve()


def _is_abandoned(folder: Path) -> bool:
    try:
        with open(folder / LOCK) as lock:
            return _lock(lock.fileno())
    except FileNotFoundError:
        with contextlib.suppress(OSError):
            return time.time() - folder.stat().st_mtime > YOUNG
    except OSError:  # somebody else's
        pass
    return False


def _lock(handle: int) -> bool:
    """Take a lock that goes with this process; False if another has it, or this system has none."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class TooLargeError(Exception):
    """A working folder is too large to be copied."""


@dataclass(frozen=True)
class Workspace:
    """The folders of one run: the working copy, the code, a place for temporary files."""

    root: Path
    work: Path
    script: Path

    @property
    def temporary(self) -> Path:
        """Return the folder for temporary files of the run."""
        return self.root / "tmp"

    @property
    def result(self) -> Path:
        """Return where the child writes its result."""
        return self.root / "result"


def make(
    root: Path,
    source: Path,
    cwd: Path,
    *,
    output: Path | None = None,
    data_roots: Sequence[Path] = (),
    replaced: Mapping[str, bytes] | None = None,
    limit: int = SIZE_LIMIT,
) -> Workspace:
    """Build the working copy of one run below an empty folder.

    A translated file takes the place of its original, with everything that lies beside it, so that
    imports and paths relative to the script mean the same. `replaced` gives files other contents.
    """
    work = root / "work"
    (root / "tmp").mkdir(parents=True)
    copy_tree(cwd, work, limit)
    for data_root in data_roots:
        copy_tree(data_root, work, limit)
    for name, content in (replaced or {}).items():
        target = work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    space = Workspace(root, work, work)
    if not source.resolve().is_relative_to(cwd.resolve()):
        copy_tree(source.parent, root / "code", limit)
    return replace(space, script=place(space, source, cwd, output))


def place(space: Workspace, source: Path, cwd: Path, output: Path | None) -> Path:
    """Put the code of a unit into the working copy and return where it lies."""
    source, cwd = source.resolve(), cwd.resolve()
    within = source.is_relative_to(cwd)
    script = space.work / source.relative_to(cwd) if within else space.root / "code" / source.name
    if output is not None:
        copy_code(output.parent, script.parent)
        script = script.with_name(output.name)
        shutil.copyfile(output, script)
    return script


def copy_tree(source: Path, target: Path, limit: int = SIZE_LIMIT) -> None:
    """Copy a folder without version control, environments and links that lead outside."""
    source = source.resolve()
    target.mkdir(parents=True, exist_ok=True)
    copied = 0
    for path, status_size in tree_files(source):
        copied += status_size
        if copied > limit:
            raise TooLargeError(f"{source} holds more than {limit // 2**20} MB")
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        else:
            with contextlib.suppress(OSError):  # what cannot be read is missed by the program, if it needs it
                shutil.copyfile(path, place)
                shutil.copystat(path, place)
                place.chmod(0o600 | place.stat().st_mode)


def tree_files(source: Path) -> Iterator[tuple[Path, int]]:
    """Yield every file and folder to copy with its size; links count as what they lead to."""
    for folder, folders, names in os.walk(source):
        folders[:] = [
            name
            for name in sorted(folders)
            if name not in SKIPPED
            and not name.startswith(OWN)
            and not Path(folder, name).is_symlink()
            and not Path(folder, name, "pyvenv.cfg").exists()
        ]
        for name in folders:
            yield Path(folder, name), 0
        for name in sorted(names):
            path = Path(folder, name)
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(source):  # `resolve` raises for loops
                continue
            with contextlib.suppress(OSError):
                if path.is_file():
                    yield path, path.stat().st_size


def copy_code(source: Path, target: Path) -> None:
    """Put Python files that lie beside a translated file over those of the originals."""
    if not source.is_dir():
        return
    for path, size in tree_files(source.resolve()):
        if path.suffix == ".py" and size < 2**22 and path.is_file():
            place = target / path.relative_to(source.resolve())
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
