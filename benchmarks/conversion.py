"""Throughput and memory of ``translate data convert`` against ``pandas.read`` and ``deltalake.write`` by hand.

    python -m benchmarks.conversion --gb 1 --folder /var/tmp/conversion

Makes CSV files and pickles of that size, converts them by hand (one process, nothing checked), converts
them with two jobs, ends a second conversion by a signal when half of the files are there, goes on with it,
and counts the rows of every table. Exit status 1 if anything is lost, doubled or refused.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from deltalake import DeltaTable, write_deltalake

ROWS = 400_000
"""Rows of a file: some 25 MB as CSV, some 20 MB as a pickle."""


def generate(folder: Path, gigabytes: float) -> dict[str, int]:
    """Files of that size together; gives the rows of each."""
    folder.mkdir(parents=True, exist_ok=True)
    rng, made, size, number = np.random.default_rng(7), {}, 0, 0
    while size < gigabytes * 1e9:
        frame = pd.DataFrame({
            "id": np.arange(ROWS) + number * ROWS, "v": rng.normal(size=ROWS).round(6), "n": rng.integers(0, 1000, ROWS),
            "k": rng.choice(["north", "south", "east", None], ROWS), "name": rng.integers(0, 10**9, ROWS).astype(str),
            "at": pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 10**7, ROWS), unit="s"),
        })  # fmt: skip
        path = folder / (f"part_{number:05}.csv" if number % 2 == 0 else f"part_{number:05}.pkl")
        frame.to_csv(path, index=False) if path.suffix == ".csv" else frame.to_pickle(path)
        made[path.name], size, number = ROWS, size + path.stat().st_size, number + 1
    return made


def by_hand(files: list[Path], out: Path) -> None:
    for path in files:
        frame = pd.read_csv(path) if path.suffix == ".csv" else pd.read_pickle(path)
        write_deltalake(str(out / path.stem), frame, mode="overwrite")


def command(source: Path, out: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "translator", "data", "convert", str(source), "--to", str(out), "--jobs", str(jobs)]


def ended_at_half(source: Path, out: Path, jobs: int, count: int) -> int:
    """Start a conversion and end it by a signal once half of the tables are there; how many there were."""
    process = subprocess.Popen(command(source, out, jobs), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None and _tables(out) < count // 2:
            time.sleep(0.05)
    finally:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
    return _tables(out)


def _tables(out: Path) -> int:
    return sum(1 for _ in out.glob("bronze/*/_delta_log/00000000000000000000.json"))


def wrong(out: Path, made: dict[str, int]) -> list[str]:
    """Files whose table is not there, has another number of rows, or more than one version."""
    found = []
    for name, rows in made.items():
        table = DeltaTable(str(out / "bronze" / Path(name).stem))
        count = table.to_pyarrow_dataset().count_rows()
        if count != rows or table.version() != 0:
            found.append(f"{name}: {count} rows instead of {rows}, version {table.version()}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gb", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, required=True)
    options = parser.parse_args()
    source = options.folder / "in"
    made = generate(source, options.gb)
    files = [source / name for name in made]
    size, largest = sum(f.stat().st_size for f in files), max(f.stat().st_size for f in files)
    started = time.monotonic()
    by_hand(files, options.folder / "by_hand")
    hand = time.monotonic() - started
    started = time.monotonic()
    done = subprocess.run(command(source, options.folder / "out", options.jobs), check=False)
    ours = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"{len(files)} files, {size / 1e9:.2f} GB, the largest {largest / 1e6:.0f} MB")
    print(f"by hand {size / hand / 1e6:.0f} MB/s; convert, {options.jobs} jobs: {size / ours / 1e6:.0f} MB/s")
    print(f"ratio {hand / ours:.2f}, with every table read back and compared")
    print(f"largest process {peak / 1e6:.0f} MB: {peak / largest:.1f} times the largest file")
    half = ended_at_half(source, options.folder / "resumed", options.jobs, len(files))
    started = time.monotonic()
    again = subprocess.run(command(source, options.folder / "resumed", options.jobs), check=False)
    print(f"ended with {half} of {len(files)} tables, went on for {time.monotonic() - started:.0f} s")
    problems = [*wrong(options.folder / "out", made), *wrong(options.folder / "resumed", made)]
    print("\n".join(problems) or "no row lost, none doubled")
    return 1 if problems or done.returncode or again.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
