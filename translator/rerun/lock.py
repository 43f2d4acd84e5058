"""One run at a time for an output directory."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from translator.documents.writer import WriteError
from translator.rerun import FOLDER

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment,unused-ignore]


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the lock of an output directory; the system frees it when the process ends in any way.

    Raises:
        WriteError: another run holds it, or the directory cannot be written to.
    """
    path = out / FOLDER / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = path.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("lock\nprevious/\n", encoding="utf-8")
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        message = f"The output directory {out} cannot be written to: {error.strerror}."
        raise WriteError(message, "Choose another with --out.") from error
    try:
        _acquire(handle, out)
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, out: Path) -> None:
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        owner = os.read(handle, 20).decode("ascii", "replace").strip() if fcntl is not None else ""
        who = f" (process {owner})" if owner else ""
        raise WriteError(f"Another run{who} is writing to {out}.", "Wait for its end, or choose another --out.") from error
