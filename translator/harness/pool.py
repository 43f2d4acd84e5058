"""Warm child processes, and what is done when a run does not end by itself."""

from __future__ import annotations

import contextlib
import os
import queue
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from translator.harness.engines import cache_dir, python_path
from translator.harness.job import Job, Problem, Result
from translator.harness.values import decode

TIMED_OUT, OUT_OF_MEMORY, KILLED = "Timeout", "OutOfMemory", "Killed"


class PoolClosedError(Exception):
    """No run is begun any more, because `verify` was interrupted."""


class Worker:
    """A warm process that forks for every job."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._pending = b""
        self._job = 0
        self._closed = False

    def start(self) -> None:
        """Start the process, so that its imports overlap with other work."""
        if self._closed:
            raise PoolClosedError
        if self._process is not None and self._process.poll() is None:
            return
        self._pending = b""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "translator.harness.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            bufsize=0,
        )

    def run(self, job: Job, timeout: float) -> Result:
        """Run a job; on time out its process group is killed."""
        self.start()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        if self._ready(60) is None:
            self.stop()
            return Result(Problem(KILLED, "the worker process did not start"))
        process.stdin.write(job.to_json().encode() + b"\n")
        number = self._line(60)
        if not number:
            self.stop()
            return Result(Problem(KILLED, "the worker process ended"))
        self._job = int(number)
        code = self._line(timeout)
        self._job = 0
        if self._closed:
            raise PoolClosedError
        timed_out = code is None
        if timed_out:
            with contextlib.suppress(OSError):
                os.killpg(int(number), signal.SIGKILL)
            code = self._line(30)
        if code is None:
            self.stop()
        return _collect(job, int(code or -signal.SIGKILL), timed_out, timeout)

    def _ready(self, timeout: float) -> str | None:
        """Wait for the first line that a fresh process writes; later calls return at once."""
        if getattr(self, "_greeted", None) is self._process:
            return "ready"
        answer = self._line(timeout)
        self._greeted = self._process if answer else None
        return answer

    def _line(self, timeout: float) -> str | None:
        """Read one line, None if none comes in time."""
        assert self._process is not None
        stream = self._process.stdout
        assert stream is not None
        deadline = time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while b"\n" not in self._pending:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    return None
                chunk = os.read(stream.fileno(), 4096)
                if not chunk:
                    return ""
                self._pending += chunk
        line, _, self._pending = self._pending.partition(b"\n")
        return line.decode()

    def close(self) -> None:
        """End the process and what it runs, for good; called while another thread waits for it."""
        self._closed = True
        for group in filter(None, [self._job]):
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)
        if self._process is not None:
            self._process.kill()

    def stop(self) -> None:
        """End the process."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process = None


def environment() -> dict[str, str]:
    """Return the environment of every run: pinned where results could depend on it."""
    hidden = ("SPARK_REMOTE", "SPARK_CONNECT_MODE_ENABLED", "SPARK_API_MODE", "PYTHONSTARTUP")
    kept = {key: value for key, value in os.environ.items() if key not in hidden}
    fonts = cache_dir() / "matplotlib"
    fonts.mkdir(parents=True, exist_ok=True)
    return {
        **kept,
        "PYTHONPATH": python_path(),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "TZ": "UTC",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": str(fonts),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _collect(job: Job, code: int, timed_out: bool, timeout: float) -> Result:
    """Read the result of a run that has ended, however it ended."""
    log_path = Path(job.result + ".log")
    log = log_path.read_text("utf-8", "replace")[-8000:] if log_path.exists() else ""
    path = Path(job.result)
    if timed_out:
        result = Result(Problem(TIMED_OUT, f"did not end within {timeout:g} s"))
    elif path.exists():
        result = decode(path.read_bytes())
    elif "bad_alloc" in log or "MemoryError" in log or code == -signal.SIGKILL:
        result = Result(Problem(OUT_OF_MEMORY, "was killed for its use of memory"))
    elif code < 0:
        result = Result(Problem(KILLED, f"died of {signal.Signals(-code).name}"))
    else:
        result = Result(Problem(KILLED, "the process ended before its script did"))
    problem = result.problem
    if problem is not None and problem.type_name in ("MemoryError", "_ArrayMemoryError"):
        problem.type_name = OUT_OF_MEMORY
    result.log = log
    return result


@dataclass
class Pool:
    """A few workers, shared by the threads that verify units; a context manager."""

    size: int = 1

    def __post_init__(self) -> None:
        self._workers = [Worker() for _ in range(self.size)]
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)

    def start(self) -> None:
        """Start every worker."""
        for worker in self._workers:
            worker.start()

    def run(self, job: Job, timeout: float) -> Result:
        """Run a job on the next free worker."""
        worker = self._free.get()
        try:
            return worker.run(job, timeout)
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """Break off every run; those that are asked for later raise `PoolClosedError`."""
        for worker in self._workers:
            worker.close()

    def stop(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> Pool:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
