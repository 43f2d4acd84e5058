"""What `translate verify` costs beyond running original and translation.

python -m benchmarks.verify [PATH] [--engine sail]

Everything is measured in this one run: the fixed cost (engine, warm processes, an empty program), and
for each unit the time of its verdict over that of running both files as plain processes, the
translation against the same warm engine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from translator.config import Config
from translator.harness import Unit, verify, workdir
from translator.harness.cells import split
from translator.harness.engines import Engine, python_path
from translator.harness.pool import Pool
from translator.harness.verdicts import Plan
from translator.harness.verify import Session
from translator.verification import translated_units

FIXTURES = Path(__file__).parents[1] / "fixtures" / "notebooks"
MAGIC = "def get_ipython(): pass\ndisplay = print\n"


def main() -> int:
    """Print the table; 0 if the limits are kept (2 s fixed, 3 times per unit)."""
    parser = argparse.ArgumentParser("python -m benchmarks.verify", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=FIXTURES)
    parser.add_argument("--engine", default="sail")
    options = parser.parse_args()
    fixed = fixed_cost(options.engine)
    print(f"fixed cost: {fixed:.2f} s\n\n| unit | verdict | verify s | both run s | ratio |\n|---|---|---|---|---|")
    ratios = []
    with translated_units([options.path], Config()) as units, Engine(options.engine) as engine, Pool(1) as pool:
        session = Session(pool, [engine], (True,), Plan())
        session.verify_unit(units[0])  # the first plan on an engine takes longer
        for unit in units:
            if unit.needs:
                continue  # run besides other programs first
            started = time.perf_counter()
            (verdict,) = session.verify_unit(unit)
            spent = time.perf_counter() - started
            plain = run_plainly(unit, "") + run_plainly(unit, engine.remote)
            ratios.append(spent / plain)
            print(f"| {unit.name} | {verdict.outcome} | {spent:.2f} | {plain:.2f} | {spent / plain:.2f} |", flush=True)
    print(f"\nratio: median {statistics.median(ratios):.2f}, worst {max(ratios):.2f} of {len(ratios)} units")
    return 0 if fixed < 2 and max(ratios) <= 3 else 1


def fixed_cost(engine: str) -> float:
    """Seconds for verifying a program that does nothing, with everything cold."""
    with tempfile.TemporaryDirectory(prefix="benchmark-verify-") as folder:
        work, out = Path(folder, "work"), Path(folder, "out")
        for place in (work, out):
            place.mkdir()
            (place / "job.py").write_text("x = 1\n", encoding="utf-8")
        started = time.perf_counter()
        (verdict,) = verify([Unit(work / "job.py", out / "job.py", work)], engines=[engine])
        assert verdict.ok, verdict
        return time.perf_counter() - started


def run_plainly(unit: Unit, remote: str) -> float:
    """Seconds for a file as a process of its own: the translation if there is an engine."""
    file = unit.output if remote else unit.source
    with tempfile.TemporaryDirectory(prefix="benchmark-verify-") as folder:
        work = Path(folder, "work")
        workdir.copy_tree(unit.cwd, work)
        if remote:
            workdir.copy_code(unit.output.parent, work)
        script = work / "plain_run.py"
        if unit.form == "script":
            shutil.copyfile(file, script)
        else:
            script.write_text(MAGIC + "\n".join(cell.code for cell in split(file, unit.form)), encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": python_path(), "MPLBACKEND": "Agg", "TZ": "UTC"}
        if remote:
            # the engine resolves paths against its own folder
            prelude = (
                "from translator.harness import session\nfrom translator.harness.recorder import Recorder\n"
                f"session.prepare({remote!r}, ansi=True, database='', recorder=Recorder(), roots=['/'])\n"
            )
            text = script.read_text(encoding="utf-8")
            future = "from __future__ import annotations\n"
            script.write_text((future if future in text else "") + prelude + text.replace(future, ""), encoding="utf-8")
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, str(script)], cwd=work, env=environment, check=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
