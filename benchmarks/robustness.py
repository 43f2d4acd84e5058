"""Sends the standard library and the installed packages through the translator.

Nothing may crash, files without pandas must come out byte for byte, every changed file must
compile, and translating an output again must change nothing.

Usage: python benchmarks/robustness.py [DIRECTORY ...]
"""

from __future__ import annotations

import ast
import sys
import sysconfig
import time
import warnings
from collections import Counter
from pathlib import Path

from translator.config import Config
from translator.discovery import mentions_pandas
from translator.document import Document, DocumentError
from translator.pipeline import Part, translate_file, translate_program

warnings.simplefilter("ignore")


def check(path: Path, counts: Counter[str], faults: list[str]) -> None:
    """Translate one file and note what is wrong with the result."""
    translation, _ = translate_file(path, path.name, Config())
    counts[translation.outcome] += 1
    counts["bytes"] += len(translation.content)
    for diagnostic in translation.diagnostics:
        if diagnostic.code == "T901":
            faults.append(f"{path}: {diagnostic.message}")
    raw = path.read_bytes()
    if translation.outcome in ("unchanged", "failed", "skipped") and translation.content != raw:
        faults.append(f"{path}: {translation.outcome}, but the bytes changed")
    if translation.content == raw:
        return
    counts["changed"] += 1
    ast.parse(translation.content)
    [again], _ = translate_program([Part(Document.parse(path, translation.content), path.name)], Config())
    if again.content != translation.content:
        faults.append(f"{path}: a second run changes the output")


def main() -> None:
    roots = [Path(a) for a in sys.argv[1:]] or [
        Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("purelib")),
    ]  # fmt: skip
    files = sorted({f for root in roots for f in root.rglob("*.py") if f.is_file()})
    counts: Counter[str] = Counter()
    faults: list[str] = []
    started = time.perf_counter()
    for path in files:
        try:
            counts["mentions pandas"] += mentions_pandas(path.read_bytes())
            check(path, counts, faults)
        except DocumentError as error:
            counts[f"unreadable: {error}"] += 1
        except Exception as fault:  # what the benchmark is there to find
            faults.append(f"{path}: {type(fault).__name__}: {fault}")
    seconds = time.perf_counter() - started
    print(f"{len(files)} files in {seconds:.0f} s on Python {sys.version.split()[0]}: {dict(counts)}")
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
