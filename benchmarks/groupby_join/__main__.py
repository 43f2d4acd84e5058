"""Questions of grouping and joining: the pandas originals against their translations and hand-written PySpark.

A question's result is brought to the driver as a checksum of all its columns, as nobody reads a million rows.

Usage: python -m benchmarks.groupby_join [--rows 1000000] [--engine sail|spark] [--rounds 5]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks import contest
from benchmarks.groupby_join import data
from translator import Translation, translate_source
from translator.harness.compare import compare_values

HERE = Path(__file__).parent
CONTESTANTS = ("translated", "hand-written", "pandas")


def questions(name: str) -> Iterator[tuple[str, str]]:
    """Name and script of each question of a file."""
    head, *parts = re.split(r"^# --- ", (HERE / f"{name}.py").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in parts:
        title, _, body = part.partition("\n")
        used = [line for line in head.splitlines(keepends=True) if not (m := re.match(r"(\w+) = .*read", line)) or m[1] in body]
        yield title, "".join(used) + body


def main() -> None:
    parser = contest.arguments(__doc__ or "")
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    rows, faults, ratios = [], [], []
    for name in ("groupby", "join"):
        folder = data.make(options.data.resolve() / "groupby_join", options.rows) / name
        hand = dict(questions(f"{name}_by_hand"))
        with contest.engine(options.engine, folder):
            for title, text in questions(name):
                if options.only and title.split()[0] not in options.only:
                    continue
                translation = translate_source(text, name=f"{name}.py", folder=folder)
                scripts = {"translated": translation.text, "hand-written": hand[title], "pandas": text}
                wrong = differences(title, translation, scripts)
                faults += wrong
                racing = {n: contest.Script(f"{t}\n{CHECKSUM}") for n, t in scripts.items() if n not in options.without}
                times = contest.race(racing, options.rounds, contest.CLOCKS[options.clock])
                ratios.append(contest.ratio(times, "translated", "hand-written"))
                seconds = [min(times.get(n) or [float("nan")]) for n in CONTESTANTS]
                shown = [contest.shown(s, " s") for s in seconds]
                rows.append([title, *shown, contest.shown(ratios[-1]), "wrong" if wrong else "equal"])
                print("  ".join(rows[-1]), flush=True)
    rows.append(["geometric mean", "", "", "", contest.shown(contest.geometric_mean(ratios)), ""])
    text = contest.table(["question", *CONTESTANTS, "translated / hand-written", "result"], rows)
    text = f"{options.rows:,} rows, {options.engine}: best {options.clock} time of {options.rounds} rounds; " \
           f"ratios are medians over rounds\n{contest.machine()}\n\n{text}\n"  # fmt: skip
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


CHECKSUM = """
from benchmarks.groupby_join.__main__ import checksum
checksum(result)
"""


def checksum(result: Any) -> Any:
    """Reads every cell of a result without bringing it to the driver."""
    if isinstance(result, (pd.DataFrame, pd.Series)):
        return len(result)
    from pyspark.sql import functions as F

    return result.agg(F.count("*"), *(F.max(F.hash(F.col(f"`{c}`"))) for c in result.columns)).collect()


def differences(title: str, translation: Translation, scripts: dict[str, str]) -> list[str]:
    """What is not native in a translation, and where its result differs from pandas."""
    faults = [f"{title}: line {s.span.line}: {s.api} is {s.status}" for s in translation.sites if s.status == "driver"]
    old = contest.Script(scripts["pandas"])()["result"]
    known = next(v for v in translation.variables if v.name == "result")
    try:
        new = contest.Script(scripts["translated"])()["result"]
        if known.kind == "frame":
            new = new.drop(*(c for c in new.columns if c.startswith("_") and c not in known.index))
        found = compare_values(old, new, index=known.index, ordered_by=known.ordered_by)
        hand = contest.Script(scripts["hand-written"])()["result"].toPandas()
    except Exception as error:
        return [*faults, f"{title}: {type(error).__name__}: {error}"]
    if not contest.same_rows(old.reset_index() if known.index and known.index != ("_row",) else old, hand):
        found.append("pandas and the hand-written program differ")
    return faults + [f"{title}: {d}" for d in found]


if __name__ == "__main__":
    main()
