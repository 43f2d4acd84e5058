"""Runs programs in bulk, keeps what failed and prints the numbers."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from argparse import Namespace
from collections import Counter
from pathlib import Path

from benchmarks.fuzz import check, data, program, shrink
from benchmarks.fuzz.check import Finding
from benchmarks.fuzz.program import Program

FAILURES = ("different", "int-or-float", "raised", "crashed", "slow")
OTHER = "other rows"
"""The folder of the tables with which a program failed that was translated for those beside it."""

SHRUNK = 5
"""How many findings of one sign are made small and saved."""


def hunt(options: Namespace) -> int:
    """Check programs one seed after the other; 1 if any failed."""
    counts: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    started = time.monotonic()
    seed = options.seed
    for seed in range(options.seed, options.seed + options.programs):
        if options.minutes and time.monotonic() - started > 60 * options.minutes:
            break
        drawn = draw(seed)
        found = check.check(drawn)
        counts[found.outcome] += 1
        if found.outcome != "skipped":
            counts[f"kind {found.kind or 'none'}"] += 1
        if found.outcome in FAILURES:
            signs[found.sign] += 1
            if signs[found.sign] <= SHRUNK:
                small, found = shrink.shrink(drawn, found)
                save(options.out / f"{found.outcome}-{seed}", small, found)
            print(f"{seed}: {found.sign}", flush=True)
        if seed % 200 == 199:
            print(line(counts, time.monotonic() - started), flush=True)
    print(line(counts, time.monotonic() - started))
    return int(any(counts[outcome] for outcome in FAILURES))


def draw(seed: int) -> Program:
    """The program of a seed."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, contextlib.chdir(folder), check.quiet():
        return program.program(seed, Path(folder))


def line(counts: Counter[str], seconds: float) -> str:
    """The numbers so far."""
    ran = sum(counts[outcome] for outcome in check.OUTCOMES) - counts["skipped"]
    share = {k: f"{counts[f'kind {k}'] / max(1, ran):.0%}" for k in ("native", "bridged", "refused")}
    failed = ", ".join(f"{counts[outcome]} {outcome}" for outcome in check.OUTCOMES)
    kinds = ", ".join(f"{percent} {kind}" for kind, percent in share.items())
    return f"{ran} programs ({kinds}): {failed}; {ran / max(seconds, 0.1) * 3600:.0f} an hour"


def save(folder: Path, small: Program, found: Finding) -> None:
    """Write a failing program, its tables, its translation and what differs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.py").write_text(small.text, encoding="utf-8")
    (folder / "translated.py").write_text(found.translated, encoding="utf-8")
    (folder / "details.txt").write_text(f"seed {small.seed}{' on other rows' * found.other}\n{found.details}\n", "utf-8")
    for name, table in small.tables.items():
        data.write(table, folder / name)
    if found.other:
        (folder / OTHER).mkdir(exist_ok=True)
        for name in small.tables:
            shutil.copy(folder / name, folder / OTHER / name)
        with contextlib.chdir(folder / OTHER):
            for name, table in small.other_tables():
                data.replace_alike(table, Path(name), small.read)


def replay(folder: Path) -> int:
    """Run saved programs again where they lie."""
    failed = 0
    for place in sorted(path.parent for path in folder.rglob("program.py")):
        text = (place / "program.py").read_text("utf-8")
        with contextlib.chdir(place), check.quiet():
            found = check.check_here(text, place / OTHER)
        failed += found.outcome in FAILURES
        print(f"{place.name}: {found.sign}", flush=True)
    return int(bool(failed))


