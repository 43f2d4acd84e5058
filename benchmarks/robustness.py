"""Sends the standard library and the installed packages through the translator.

Nothing may crash, files without pandas must come out byte for byte, every changed file must
compile, and translating an output again must change nothing. Faults are told as they are found,
and which files take longest for their size.

Usage: python -m benchmarks.robustness [DIRECTORY ...] [--jobs N] [--every N]
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import sys
import sysconfig
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from translator.config import Config
from translator.documents.discovery import mentions_pandas
from translator.documents.document import Document, DocumentError
from translator.pipeline import Part, translate_file, translate_program
from translator.registry import load_rules

SLOW = 5.0
"""Seconds."""


@dataclass
class Found:
    """What one file showed."""

    path: Path
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


def check(path: Path) -> Found:
    """Translate one file and note what is wrong with the result."""
    found = Found(path)
    started = time.process_time()
    try:
        _check(path, found)
    except DocumentError as error:
        found.counts[f"unreadable: {error}"] += 1
    except Exception as fault:  # what the benchmark is there to find
        found.faults.append(f"{type(fault).__name__}: {fault}")
    found.seconds = time.process_time() - started
    return found


def _check(path: Path, found: Found) -> None:
    raw = path.read_bytes()
    found.counts["mention pandas"] += mentions_pandas(raw)
    translation, _ = translate_file(path, path.name, Config())
    found.counts[translation.outcome] += 1
    found.counts["bytes"] += len(raw)
    for diagnostic in translation.diagnostics:
        if diagnostic.code == "T901":
            found.faults.append(diagnostic.message)
    if translation.outcome in ("unchanged", "failed", "skipped") and translation.content != raw:
        found.faults.append(f"{translation.outcome}, but the bytes changed")
    if translation.content == raw:
        return
    found.counts["changed"] += 1
    ast.parse(translation.content)
    [again], _ = translate_program([Part(Document.parse(path, translation.content), path.name)], Config())
    if again.content != translation.content:
        found.faults.append("a second run changes the output")


def _start() -> None:
    warnings.simplefilter("ignore")
    load_rules()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("roots", nargs="*", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only every so many-th file")
    options = parser.parse_args()
    roots = options.roots or [Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("purelib"))]
    files = sorted({f for root in roots for f in root.rglob("*.py") if f.is_file()})[:: options.every]
    counts: Counter[str] = Counter()
    faults = 0
    slow: list[tuple[float, Path]] = []
    started = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(options.jobs, _start, maxtasksperchild=500) as pool:
        for number, one in enumerate(pool.imap_unordered(check, files, chunksize=4), start=1):
            counts += one.counts
            faults += len(one.faults)
            for fault in one.faults:
                print(f"FAULT {one.path}: {fault}", flush=True)
            if one.seconds > SLOW:
                slow.append((one.seconds, one.path))
                print(f"SLOW {one.path}: {one.seconds:.1f} s, {one.path.stat().st_size:,} bytes", flush=True)
            if number % 1000 == 0:
                print(f"{number} of {len(files)} files, {time.perf_counter() - started:.0f} s", flush=True)
    seconds = time.perf_counter() - started
    print(f"{len(files)} files in {seconds:.0f} s on Python {sys.version.split()[0]}: {dict(counts)}, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
