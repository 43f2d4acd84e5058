"""Starts the child that reads one file, within limits, and takes back what it wrote."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
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

    ``tables`` hold name, Parquet file, rows, columns, renames and deviations of each table.
    """

    status: str
    reason: str = ""
    tables: Sequence[Mapping[str, Any]] = ()


def read(path: Path, kind: str, out: Path, request: Request) -> Answer:
    """Read one file in a child process of its own; its tables are written below `out`.

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
    environment = {k: v for k, v in os.environ.items() if k in KEPT} | {"OMP_NUM_THREADS": "1", "HOME": str(out)}
    command = [request.python, "-I", "-c", _START, str(Path(__file__).parent)]
    try:
        done = subprocess.run(command, input=json.dumps(order) + "\n", text=True, capture_output=True, cwd=out,
                              env=environment, timeout=request.limits.seconds * 4, start_new_session=True)  # fmt: skip
    except subprocess.TimeoutExpired:
        return Answer("error", "it took too long")
    except OSError as error:
        return Answer("error", f"the reader {request.python} cannot be started: {error}")
    if not answer.is_file():
        return Answer("error", _death(done.returncode, done.stderr))
    content = json.loads(answer.read_text(encoding="utf-8"))
    status, reason = content["status"], content.get("reason", "")
    if status == "error" and _is_newer(kind, reason):
        status = "needs_newer_pandas"
    return Answer(status, reason, content.get("tables", ()))


def _death(code: int, stderr: str) -> str:
    if code < 0:
        return f"the reader was ended by {signal.Signals(-code).name}"
    last = stderr.strip().splitlines()[-1:] or [f"exit status {code}"]
    return f"the reader failed: {last[0][:300]}"


def _is_newer(kind: str, reason: str) -> bool:
    """Whether the reader lacks what a newer pandas or numpy wrote into the pickle."""
    signs = ("ModuleNotFoundError", "AttributeError", "NotImplementedError", "ImportError")
    return kind == "pickle" and reason.startswith(signs)
