"""What people wait for every day: the hook on ten changed files, a run over a tree that has not changed, the report.

Whole processes with warm file caches, started as a user starts them; wall time and the processor time of
the process, each the median of the runs. The ten dense files are fixtures that do nothing but pandas, with
their data at hand; the ten usual ones are scripts whose data are elsewhere, as in most repositories.

Usage: python -m benchmarks.daily [--files 2000] [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import contest
from benchmarks.throughput import long_script

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures" / "notebooks"
LINES = 60
"""Of a usual script; half of the files in public repositories that use pandas are shorter."""


def measured(arguments: Sequence[str], folder: Path, runs: int) -> tuple[float, float]:
    """Median seconds of the wall clock and of the processor for a command of ``translate``."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)}
    wall, cpu = [], []
    for _ in range(runs):
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "translator", *arguments], cwd=folder, env=environment, capture_output=True, check=False
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall.append(time.perf_counter() - started)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(wall), statistics.median(cpu)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(contest.machine())
    rows: list[list[str]] = []

    def tell(what: str, times: tuple[float, float]) -> None:
        rows.append([what, f"{times[0]:.2f} s", f"{times[1]:.2f} s"])

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(FIXTURES, folder / "dense")
        names = [p.relative_to(folder).as_posix() for p in sorted((folder / "dense").rglob("*.py"))[:10]]
        for number in range(options.files):
            path = folder / "tree" / f"team{number % 40}" / f"job{number}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {number}\n" + long_script(LINES if number < 10 else 20))
        usual = [f"tree/team{number}/job{number}.py" for number in range(10)]
        measured(["check", *usual], folder, 1)
        tell("check of ten usual files", measured(["check", *usual], folder, options.runs))
        tell("check of ten dense files", measured(["check", *names], folder, options.runs))
        tell(f"first run over {options.files:,} files", measured(["tree", "--out", "out"], folder, 1))
        tell("the same once more, unchanged", measured(["tree", "--out", "out"], folder, options.runs))
        tell("its report", measured(["report", "tree", "--out", "out"], folder, 1))
        size = (folder / "out" / "report" / "report.html").stat().st_size
    print(contest.table(["what", "wall", "processor"], rows))
    print(f"report.html: {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
