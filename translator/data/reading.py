"""Starts the child that has each file read by a process of its own, within limits, and takes back what it wrote."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_START = "import sys; sys.path.append(sys.argv[1]); from reader.child import main; main()"
KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")
"""Environment variables that the child gets; secrets stay with the parent."""


@dataclass(frozen=True)
class Limits:
    """What one file may cost: memory and unpacked size in bytes, and seconds of processor time."""

    memory: int = 6 * 2**30
    unpacked: int = 4 * 2**30
    seconds: int = 900


@dataclass(frozen=True)
class Request:
    """How files are read.

    Attributes:
        python: interpreter that reads them; an older project's reads its own pickles best.
        mixed: "refuse" or "json" for columns of mixed objects.
        naive: "ntz" or "utc" for times without zone.
        truncate: whether times finer than microseconds may be cut.
        trusted: further names that pickles may ask for, as (module, name).
        rows: whether tables keep each row's position.
    """

    python: str = sys.executable
    limits: Limits = field(default_factory=Limits)
    mixed: str = "refuse"
    naive: str = "ntz"
    truncate: bool = False
    trusted: tuple[tuple[str, str], ...] = ()
    rows: bool = False


@dataclass(frozen=True)
class Answer:
    """What came of one file; `status` is "read", or says why it was not.

    ``tables`` hold name, Arrow file, rows, columns, renames and deviations of each table.
    """

    status: str
    reason: str = ""
    tables: Sequence[Mapping[str, Any]] = ()


def read(path: Path, kind: str, out: Path, request: Request) -> Answer:
    """Read one file in a process of its own; its tables are written below `out`.

    Never raises for what the file holds or makes the child do.
    """
    answer = out / "answer.json"
    order = {
        "path": str(path.resolve()), "kind": kind, "out": str(out), "answer": str(answer),
        "memory": request.limits.memory, "seconds": request.limits.seconds, "unpacked": request.limits.unpacked,
        "policy": {"mixed": request.mixed, "naive": request.naive, "truncate": request.truncate,
                   "rows": request.rows},
        "trusted": [list(pair) for pair in request.trusted],
    }  # fmt: skip
    try:
        code, stderr = _reader(request.python).ask(json.dumps(order), request.limits.seconds * 4)
    except TimeoutError:
        return Answer("error", "it took too long")
    except OSError as error:
        return Answer("error", f"the reader {request.python} cannot be started: {error}")
    if not answer.is_file():
        return Answer("error", _death(code, stderr))
    content = json.loads(answer.read_text(encoding="utf-8"))
    status, reason = content["status"], content.get("reason", "")
    if status == "error" and _is_newer(kind, reason):
        status = "needs_newer_pandas"
    return Answer(status, reason, content.get("tables", ()))


class _Reader:
    """A child that imports what readers need, and starts a process of its own for each file that it is asked for."""

    def __init__(self, python: str) -> None:
        environment = {k: v for k, v in os.environ.items() if k in KEPT} | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self.python = python
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the child
        self.child = subprocess.Popen(
            [python, "-I", "-c", _START, str(Path(__file__).parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.errors, text=True, env=environment, start_new_session=True, cwd=tempfile.gettempdir(),
        )  # fmt: skip
        assert self.child.stdin is not None
        weakref.finalize(self, self.child.stdin.close)  # `subprocess` keeps a child that nobody waits for, and its pipe

    def ask(self, order: str, seconds: float) -> tuple[int, str]:
        """How the process ended that read a file, and what it said.

        Raises:
            TimeoutError: it took too long, and was ended.
        """
        assert self.child.stdin is not None and self.child.stdout is not None
        before = os.fstat(self.errors.fileno()).st_size
        with suppress(BrokenPipeError):
            self.child.stdin.write(order + "\n")
            self.child.stdin.flush()
        watch = threading.Timer(seconds, self.end)
        watch.start()
        told = self.child.stdout.readline()
        late = watch.finished.is_set()
        watch.cancel()
        if late and not told:
            raise TimeoutError
        self.errors.seek(before)
        said = self.errors.read().decode(errors="replace")
        return (int(told), said) if told else (self.child.wait(), said)

    def end(self) -> None:
        """End the child and what it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGKILL)


_READERS = threading.local()


def _reader(python: str) -> _Reader:
    """The reader of this thread, alive."""
    known: _Reader | None = getattr(_READERS, "reader", None)
    if known is None or known.python != python or known.child.poll() is not None:
        known = _READERS.reader = _Reader(python)  # an earlier one ends when nobody can ask it any more
    return known


def _death(code: int, stderr: str) -> str:
    if code < 0:
        return f"the reader was ended by {signal.Signals(-code).name}"
    last = stderr.strip().splitlines()[-1:] or [f"exit status {code}"]
    return f"the reader failed: {last[0][:300]}"


def _is_newer(kind: str, reason: str) -> bool:
    """Whether the reader lacks what a newer pandas or numpy wrote into the pickle."""
    signs = ("ModuleNotFoundError", "AttributeError", "NotImplementedError", "ImportError")
    return kind == "pickle" and reason.startswith(signs)
