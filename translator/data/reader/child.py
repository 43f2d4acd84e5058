"""Reads files and writes their tables as Arrow files; requests come as JSON on standard input, a line each.

Each file is read by a process of its own: this one has only imported what readers need, and forks. Where that
cannot be done it reads one file and ends.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
import warnings
from typing import Any

warnings.simplefilter("ignore")


def main() -> None:
    import pyarrow  # noqa: F401 - here once, for all files

    from . import formats, policy, unpickling  # noqa: F401

    for line in sys.stdin:
        request = json.loads(line)
        if not hasattr(os, "fork"):
            _read(request)
            return
        reader = os.fork()
        if not reader:
            try:
                _read(request)
            finally:
                os._exit(0)
        status = os.waitpid(reader, 0)[1]
        print(-(status & 127) if status & 127 else status >> 8, flush=True)  # as `subprocess` tells it


def _read(request: dict[str, Any]) -> None:
    os.chdir(request["out"])
    os.environ["HOME"] = request["out"]
    _limit(request)
    try:
        answer = _answer(request)
    except BaseException as error:  # the parent gets a word on everything, whatever the file did
        answer = {"status": "error", "reason": f"{type(error).__name__}: {error}".split("\n")[0][:500],
                  "trace": traceback.format_exc()[-2000:]}  # fmt: skip
        if isinstance(error, MemoryError):
            answer["reason"] = "it needs more memory than the limit"
    with open(request["answer"], "w", encoding="utf-8") as file:
        json.dump(answer, file)


def _limit(request: dict[str, Any]) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, value in (("RLIMIT_AS", request["memory"]), ("RLIMIT_CPU", request["seconds"]), ("RLIMIT_NOFILE", 512),
                        ("RLIMIT_CORE", 0)):  # fmt: skip
        if value is not None and hasattr(resource, kind):
            resource.setrlimit(getattr(resource, kind), (value, value))


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    import pyarrow as pa

    from .formats import tables
    from .policy import Lossy, Policy, to_arrow
    from .unpickling import Refused

    try:
        found = tables(request)
    except Refused as refusal:
        return {"status": "refused_global", "reason": f"it asks for {refusal.name}", "global": refusal.name}
    if isinstance(found, str):
        return {"status": "not_tabular", "reason": found}
    written = []
    policy = Policy(**request["policy"])
    for number, (name, frame) in enumerate(found):
        try:
            result = to_arrow(frame, policy)
        except Lossy as lossy:
            return {"status": "lossy", "reason": f"{name + ': ' if name else ''}{lossy}"}
        if not result.table.num_columns:
            return {"status": "not_tabular", "reason": "it holds no columns"}
        path = os.path.join(request["out"], f"{number}.arrow")
        with pa.OSFile(path, "wb") as file, pa.RecordBatchFileWriter(file, result.table.schema) as writer:
            writer.write_table(result.table)
        written.append({"name": name, "arrow": path, "rows": result.table.num_rows, "renames": result.renames,
                        "columns": result.table.column_names, "deviations": result.deviations,
                        **({} if result.facts is None else {"facts": result.facts})})  # fmt: skip
    return {"status": "read", "tables": written}

