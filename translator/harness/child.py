"""The child process: runs user code and writes down everything that can be observed.

`python -m translator.harness.child` is a warm process: it has imported pandas and PySpark once and
forks for every job it reads from standard input, so that each run starts in milliseconds and in a
process group of its own. Where fork does not exist it runs one job and ends.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import linecache
import os
import random
import signal
import sys
import time
import traceback
import types
from pathlib import Path
from typing import Any

from translator.harness import files, sandbox, session
from translator.harness.capture import is_spark_column, is_spark_frame
from translator.harness.cells import Cell, split
from translator.harness.job import Job, Problem, Result
from translator.harness.recorder import Recorder, bring, first_line
from translator.harness.values import Captured, Failure, encode

_SKIPPED = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type, types.MethodType)


class _Stopped(BaseException):
    """Ends a run early; carries what went wrong."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def run(job: Job) -> Result:
    """Run one file to its end and capture what it left behind."""
    os.chdir(job.workdir)
    recorder = Recorder()
    spark = None
    if job.remote:
        spark = session.prepare(
            job.remote, ansi=job.ansi, database=job.database, recorder=recorder, roots=job.writable
        )
    module = _main_module(job)
    recorder.namespace = module.__dict__
    before = files.snapshot(Path(job.workdir))
    result = Result()
    _seed(job.seed)
    recorder.install()
    if job.kind != "script":
        recorder.install_display()
        builtins.get_ipython = lambda: None  # type: ignore[attr-defined]
    started = time.perf_counter()
    try:
        for cell in split(Path(job.script), job.kind):
            recorder.cell = cell.number or 0
            _execute(cell, job, module.__dict__, recorder)
    except _Stopped as stopped:
        result.problem = stopped.problem
    result.seconds = time.perf_counter() - started
    result.shown = recorder.shown
    _observe(job, module.__dict__, before, result)
    if spark is not None:
        session.close(spark)
    return result


def _observe(job: Job, namespace: dict[str, Any], before: dict[str, files.Stamp], result: Result) -> None:
    """Capture files and variables."""
    started = time.perf_counter()
    root = Path(job.workdir)
    result.written = [files.read(root, name) for name in files.changed(root, before, session.written)]
    entries = {str(entry.get("name")): entry for entry in job.variables or []}
    for name, value in list(namespace.items()):
        if name.startswith("_") or isinstance(value, _SKIPPED):
            continue
        result.variables[name] = _variable(name, value, entries.get(name, {}), namespace)
    result.capture_seconds = time.perf_counter() - started


def _variable(name: str, value: Any, entry: dict[str, Any], namespace: dict[str, Any]) -> Captured:
    """Capture one variable; a column expression is selected from its frame."""
    if not is_spark_column(value):
        return bring(value)
    frame: Any = namespace.get(str(entry.get("frame", "")))
    if not is_spark_frame(frame):
        return Failure("NoFrame", f"no frame to select the column {name} from")
    try:
        keys = [key for key in entry.get("index", []) if key in frame.columns]
        selected = frame.select(*[frame[key] for key in keys], value.alias(name))
    except Exception as error:
        return Failure(type(error).__name__, first_line(str(error)))
    return bring(selected)


def _main_module(job: Job) -> types.ModuleType:
    """Return a fresh `__main__`, as if the file had been started by hand."""
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=job.script, __builtins__=builtins)
    sys.modules["__main__"] = module
    sys.argv = [job.script]
    sys.path[:0] = job.search
    return module


def _seed(seed: int) -> None:
    """Start the random number generators alike on both sides."""
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % 2**32)


def _execute(cell: Cell, job: Job, namespace: dict[str, Any], recorder: Recorder) -> None:
    """Run one cell; of a notebook cell the last expression is displayed."""
    name = job.script if cell.number is None else f"<cell {cell.number}>"
    linecache.cache[name] = (len(cell.code), None, cell.code.splitlines(keepends=True), name)
    try:
        tree = ast.parse(cell.code, name)
        last = None
        quiet = cell.code.rstrip().endswith(";")
        if cell.number is not None and tree.body and isinstance(tree.body[-1], ast.Expr):
            last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        flags = {"dont_inherit": True}
        exec(compile(tree, name, "exec", **flags), namespace)
        if last is not None:
            value = eval(compile(last, name, "eval", **flags), namespace)
            if not quiet:
                recorder.result(value)
    except SystemExit as error:
        if error.code in (None, 0):
            raise _Stopped(_ended()) from None
        raise _Stopped(Problem("SystemExit", f"exit({error.code!r})", cell=cell.number)) from None
    except BaseException as error:
        raise _Stopped(_problem(error, name, cell)) from None


def _ended() -> Problem:
    """Return what stands for a program that ended itself in good order."""
    return Problem("", "")


def _problem(error: BaseException, name: str, cell: Cell) -> Problem:
    """Describe an exception of user code."""
    line = None
    if isinstance(error, SyntaxError) and error.filename == name:
        line = error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == name:
            line = frame.lineno
    trace = "".join(traceback.format_exception(error))[-4000:]
    return Problem(type(error).__name__, first_line(str(error)), line, cell.number, trace)


def perform(job: Job) -> None:
    """Run a job in this process and leave its result in the result file."""
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)
    log = Path(job.result + ".log")
    sink = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (sink, 1), (sink, 2)):
        os.dup2(source, target)
    sandbox.limit_memory(job.memory)
    sandbox.confine([*job.writable, str(log.parent)], network=job.network)
    try:
        result = run(job)
        if result.problem is not None and not result.problem.type_name:
            result.problem = None
    except MemoryError as error:
        result = Result(Problem("MemoryError", first_line(str(error)) or "out of memory"))
    except BaseException as error:
        trace = traceback.format_exc()[-4000:]
        result = Result(Problem(type(error).__name__, first_line(str(error)), trace=trace))
        result.log = "harness"
    partial = Path(job.result + ".part")
    partial.write_bytes(encode(result))
    partial.rename(job.result)


def _preload() -> None:
    """Import what most runs need, before the first fork."""
    for name in ("numpy", "pandas", "pyarrow.parquet", "pyspark.sql.functions",
                 "pyspark.sql.connect.session", "pyspark.sql.connect.dataframe"):  # fmt: skip
        with contextlib.suppress(Exception):
            __import__(name)


def serve() -> None:
    """Fork for every job on standard input; answer with its process id, then how it ended."""
    _preload()
    answer = os.fdopen(os.dup(1), "w", buffering=1)
    answer.write("ready\n")
    for line in sys.stdin:
        job = Job.from_json(line)
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            try:
                answer.close()
                perform(job)
            finally:
                os._exit(0)
        answer.write(f"{child}\n")
        _, status = os.waitpid(child, 0)
        with contextlib.suppress(OSError):
            os.killpg(child, signal.SIGKILL)
        answer.write(f"{os.waitstatus_to_exitcode(status)}\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        perform(Job.from_json(Path(sys.argv[1]).read_text(encoding="utf-8")))
    else:
        serve()
