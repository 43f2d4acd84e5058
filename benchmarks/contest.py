"""Runs the same question in several ways, in turn and in one process, and tells their times and ratios."""

from __future__ import annotations

import argparse
import contextlib
import io
import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np
import pandas as pd

from translator import Translation
from translator.harness.compare import compare_values

SUPPORT = Path(__file__).parents[1] / "translator" / "support"
LIBRARIES = ("pandas", "numpy", "pyarrow", "pyspark", "pysail", "libcst")


@dataclass
class Script:
    """A pandas script, its translation, or a script that imports pandas' interface from elsewhere."""

    text: str
    code: CodeType = field(init=False)

    def __post_init__(self) -> None:
        self.code = compile(self.text, "<script>", "exec")

    def __call__(self) -> dict[str, Any]:
        """Run it; give the names that it leaves behind."""
        names: dict[str, Any] = {"__name__": "__main__"}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(self.code, names)
        return names


def on_pandas_of_spark(text: str) -> Script:
    """The script with pandas API on Spark in the place of pandas."""
    return Script(text.replace("import pandas as pd", "import pyspark.pandas as pd"))


@contextlib.contextmanager
def engine(name: str, folder: Path) -> Iterator[Any]:
    """A warm session on ``sail`` or ``spark`` with `folder` as the working directory."""
    from tests.engines import start

    before = Path.cwd()
    if str(SUPPORT) not in sys.path:
        sys.path.insert(0, str(SUPPORT))
    os.chdir(folder)
    try:
        with start(name) as session:
            session.range(10).toPandas()
            yield session
    finally:
        os.chdir(before)


def processor_time() -> float:
    """Seconds of processor time that this process and those below it have used (Linux)."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            process = int(stat.parent.name)
            parents[process] = int(fields[1])
            used[process] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    own, grown = {os.getpid()}, True
    while grown:
        more = {p for p, parent in parents.items() if parent in own} - own
        own, grown = own | more, bool(more)
    return time.process_time() + sum(used[p] for p in own - {os.getpid()} if p in used)


CLOCKS: dict[str, Callable[[], float]] = {"wall": time.perf_counter, "cpu": processor_time}


def race(
    contestants: Mapping[str, Callable[[], Any]], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Seconds of each contestant in each round; each runs once before, uncounted, and one that fails is out.

    The contestants take turns, and the turn goes round, so that none profits from what another
    left in caches, nor suffers alone from a slow moment of the machine.
    """
    running, seconds = {}, {}
    for name, run in contestants.items():
        try:
            run()
        except Exception as error:
            print(f"    {name} fails: {type(error).__name__}: {str(error).splitlines()[0][:100]}", file=sys.stderr)
            continue
        running[name], seconds[name] = run, []
    names = list(running)
    for number in range(rounds if names else 0):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            started = clock()
            running[name]()
            seconds[name].append(clock() - started)
    return seconds


def ratio(times: Mapping[str, Sequence[float]], name: str, base: str) -> float:
    """Median over the rounds of one contestant's time by another's; NaN where one is missing."""
    if not times.get(name) or not times.get(base):
        return math.nan
    return statistics.median(a / b for a, b in zip(times[name], times[base], strict=True))


def geometric_mean(values: Sequence[float]) -> float:
    known = [v for v in values if not math.isnan(v)]
    return math.exp(statistics.fmean(map(math.log, known))) if known else math.nan


def differences(translation: Translation, old: Mapping[str, Any], new: Mapping[str, Any], name: str) -> list[str]:
    """What differs between the two programs' variable `name`."""
    known = next(v for v in translation.variables if v.name == name)
    value = new[name]
    if known.kind == "frame":
        extra = [c for c in value.columns if c.startswith("_") and c not in known.index]
        value = value.drop(*extra)
    before = old[name]
    if known.facts is not None and known.facts.index == "lost":  # nothing stores the labels, which the output shows
        before = before.reset_index(drop=True)
    return [str(d) for d in compare_values(before, value, index=known.index, ordered_by=known.ordered_by)]


def same_rows(a: pd.DataFrame, b: pd.DataFrame) -> bool:
    """Whether two results hold the same rows, whatever their order and the names of their columns."""
    if a.shape != b.shape:
        return False
    left, right = (_sorted(frame.astype({c: object for c in frame if frame[c].dtype == "category"})) for frame in (a, b))
    return all(_same(left[c], right[d]) for c, d in zip(left, right, strict=True))


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    floats = [c for c in frame if pd.api.types.is_float_dtype(frame[c])]
    return frame.sort_values([*(c for c in frame if c not in floats), *floats], ignore_index=True)


def _same(a: pd.Series, b: pd.Series) -> bool:
    if pd.api.types.is_numeric_dtype(a):
        return np.allclose(a.astype(float), b.astype(float), rtol=1e-8, equal_nan=True)
    if pd.api.types.is_datetime64_any_dtype(a):
        return bool((pd.to_datetime(a).to_numpy() == pd.to_datetime(b).to_numpy()).all())
    return a.fillna("").tolist() == b.fillna("").tolist()


def machine() -> str:
    """The machine and the versions that a figure was taken with."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}, {libraries}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def shown(value: float, unit: str = "") -> str:
    return "-" if math.isnan(value) else f"{value:.2f}{unit}"


def arguments(description: str) -> argparse.ArgumentParser:
    """Options that all contests have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--engine", choices=["sail", "spark"], default="sail")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each contestant")
    parser.add_argument("--clock", choices=CLOCKS, default="wall", help="cpu is steadier where others use the machine")
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "data", help="where data are made and kept")
    parser.add_argument("--only", nargs="*", default=[], help="names of questions")
    parser.add_argument("--without", nargs="*", default=[], help="contestants to leave out")
    parser.add_argument("--out", type=Path, help="a file for the table")
    return parser
