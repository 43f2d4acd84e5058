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
import select
import shutil
import signal
import sys
import time
import traceback
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translator.harness import digits, files, pinned, plans, sandbox, session
from translator.harness.capture import is_spark_column, is_spark_frame
from translator.harness.cells import Cell, split
from translator.harness.job import Job, Problem, Result, Step
from translator.harness.parts import parts_of
from translator.harness.recorder import Recorder, bring, first_line
from translator.harness.statements import Watcher
from translator.harness.values import Bundle, Captured, Failure, encode, plain

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
    watcher = Watcher(Path(job.workdir))
    watcher.namespace = module.__dict__
    before = files.snapshot(Path(job.workdir))
    result = Result()
    recorder.install()
    if job.kind != "script":
        recorder.install_display()
        builtins.get_ipython = lambda: None  # type: ignore[attr-defined]
    if not job.remote:
        watcher.cover_imports()
    started = time.perf_counter()
    pinned.pin(job.seed, redraw=job.redrawn)
    if job.digits:
        digits.disturb(job.digits)
    try:
        with plans.recorded(spark) if job.inspected else contextlib.nullcontext(result.plans) as result.plans:
            for cell in split(Path(job.script), job.kind):
                recorder.cell = cell.number or 0
                _Execution(cell, job, module.__dict__, recorder, watcher, result).run()
    except _Stopped as stopped:
        result.problem = stopped.problem
    result.seconds = time.perf_counter() - started
    result.shown, result.given = recorder.shown, watcher.given
    result.places, result.reached = watcher.places, sorted(watcher.reached)
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


def _variable(name: str, value: Any, entry: Mapping[str, Any], namespace: dict[str, Any]) -> Captured:
    """Capture one variable; a column expression is selected from its frame."""
    if (parts := parts_of(value, entry)) is not None:
        items = [_variable(str(key), item, claim, namespace) for key, item, claim in parts]
        return Bundle(type(value).__name__, [plain(key) for key, _, _ in parts], items)
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
    if job.package:  # as ``python -m package.module`` has it, for relative imports
        module.__package__ = job.package
    sys.modules["__main__"] = module
    sys.argv = [job.script]
    sys.path[:0] = job.search
    return module


class _Execution:
    """One cell as it is run; of a notebook cell the last expression is displayed."""

    def __init__(
        self, cell: Cell, job: Job, namespace: dict[str, Any], recorder: Recorder, watcher: Watcher, result: Result
    ) -> None:  # fmt: skip
        self.cell, self.job, self.namespace = cell, job, namespace
        self.recorder, self.watcher, self.result = recorder, watcher, result
        self.name = job.script if cell.number is None else f"<cell {cell.number}>"

    def run(self) -> None:
        """Run the cell; what goes wrong ends the program."""
        code = self.cell.code
        linecache.cache[self.name] = (len(code), None, code.splitlines(keepends=True), self.name)
        try:
            self._run(ast.parse(code, self.name))
        except SystemExit as error:
            if error.code in (None, 0):
                raise _Stopped(_ended()) from None
            raise _Stopped(Problem("SystemExit", f"exit({error.code!r})", cell=self.cell.number)) from None
        except BaseException as error:
            raise _Stopped(_problem(error, self.name, self.cell)) from None

    def _run(self, tree: ast.Module) -> None:
        last = None
        quiet = self.cell.code.rstrip().endswith(";")
        shows = self.cell.number is not None and tree.body and isinstance(tree.body[-1], ast.Expr)
        if not self.job.remote:
            file = Path(self.job.script)
            root = Path(self.job.workdir)
            name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
            self.watcher.cover(tree, name, self.cell.number or 0)
        if shows:
            last = ast.Expression(tree.body.pop().value)  # type: ignore[attr-defined]
        self.watcher.keep_given(tree)
        if self.job.traced:
            self._traced(tree)
        else:
            exec(self._compiled(tree, "exec"), self.namespace)
        if last is not None:
            self.recorder.line = last.body.lineno if self.job.traced else 0
            value = eval(self._compiled(last, "eval"), self.namespace)
            if not quiet:
                self.recorder.result(value)

    def _compiled(self, tree: Any, mode: str) -> Any:
        return compile(tree, self.name, mode, dont_inherit=True)

    def _traced(self, tree: ast.Module) -> None:
        """Run statement by statement, and keep the new value of each variable that one names."""
        futures = [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
        known = {step.name: step.value for step in self.result.steps}
        for statement in tree.body:
            self.recorder.line = statement.lineno
            part = ast.Module([*futures, statement] if statement not in futures else [statement], [])
            exec(self._compiled(part, "exec"), self.namespace)
            names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
            for name in sorted(names):
                value = self.namespace.get(name)
                if name.startswith("_") or value is None or isinstance(value, _SKIPPED) or is_spark_column(value):
                    continue
                captured = bring(value)
                if known.get(name) != captured:
                    known[name] = captured
                    self.result.steps.append(Step(self.cell.number or 0, statement.lineno, name, captured))


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
    sandbox.end_with_parent()
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
        orphaned = not _ends_before_parent(child)
        with contextlib.suppress(OSError):
            os.killpg(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if orphaned:
            for folder in job.writable:
                shutil.rmtree(folder, ignore_errors=True)
            return
        answer.write(f"{os.waitstatus_to_exitcode(status)}\n")


def _ends_before_parent(child: int) -> bool:
    """Wait for a run; False if who asked for it is gone first (standard input, on which it would ask again, ends)."""
    if not hasattr(os, "pidfd_open"):
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        return True
    handle = os.pidfd_open(child)
    try:
        ready, _, _ = select.select([handle, 0], [], [])
        return handle in ready
    finally:
        os.close(handle)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        perform(Job.from_json(Path(sys.argv[1]).read_text(encoding="utf-8")))
    else:
        serve()
