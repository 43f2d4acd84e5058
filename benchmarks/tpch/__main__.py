"""TPC-H: 22 questions in pandas, translated without a hand edit, against hand-written Spark SQL.

Every translation must be native, and equal to pandas and to the SQL. Times include reading.

Usage: python -m benchmarks.tpch [--scale 0.1] [--engine sail|spark] [--rounds 5]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks import contest
from benchmarks.tpch import data
from translator import Translation, translate_source
from translator.harness import plans

HERE = Path(__file__).parent
CONTESTANTS = ("translated", "sql", "pandas", "pandas on spark")


def main() -> None:
    parser = contest.arguments(__doc__ or "")
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--plans", action="store_true", help="only look for what costs without need in the plans (spark)")
    options = parser.parse_args()
    folder = data.make(options.data.resolve() / "tpch", options.scale)
    rows, faults, ratios = [], [], {name: [] for name in CONTESTANTS}
    with contest.engine(options.engine, folder) as session:
        for file in sorted((HERE / "queries").glob("*.py")):
            if options.only and file.stem not in options.only:
                continue
            if options.plans:
                faults += inspected(file, folder, session)
                continue
            times, wrong = question(file, folder, session, options)
            faults += wrong
            found = {name: contest.ratio(times, name, "sql") for name in CONTESTANTS}
            for name, value in found.items():
                ratios[name].append(value)
            seconds = [min(times.get(name) or [float("nan")]) for name in CONTESTANTS]
            rows.append([file.stem, *(contest.shown(s, " s") for s in seconds),
                         contest.shown(found["translated"]), "wrong" if wrong else "equal"])  # fmt: skip
            print("  ".join(rows[-1]), flush=True)
    if options.plans:
        sys.exit("\n".join(faults) if faults else 0)
    means = [f"{contest.shown(contest.geometric_mean(ratios[name]))} x sql" for name in CONTESTANTS]
    rows.append(["geometric mean", *means, contest.shown(contest.geometric_mean(ratios["translated"])), ""])
    text = contest.table(["query", *CONTESTANTS, "translated / sql", "result"], rows)
    text = f"TPC-H, scale {options.scale:g}, {options.engine}: best {options.clock} time of {options.rounds} rounds; " \
           f"ratios are medians over rounds\n{contest.machine()}\n\n{text}\n"  # fmt: skip
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


def question(
    file: Path, folder: Path, session: Any, options: Any
) -> tuple[dict[str, list[float]], list[str]]:
    """Times of one question by contestant, and what is wrong with its translation."""
    text = file.read_text(encoding="utf-8")
    translation = translate_source(text, name=file.name, folder=folder)
    faults = [f"{file.stem}: line {s.span.line}: {s.api} is {s.status}" for s in translation.sites if s.status == "driver"]
    query = (HERE / "sql" / f"{file.stem}.sql").read_text(encoding="utf-8")
    contestants: dict[str, Callable[[], Any]] = {
        "translated": contest.Script(translation.text), "sql": lambda: answer(session, query),
        "pandas": contest.Script(text), "pandas on spark": contest.on_pandas_of_spark(text),
    }  # fmt: skip
    faults += [f"{file.stem}: {d}" for d in differences(translation, contestants)]
    racing = {n: run for n, run in contestants.items() if n not in options.without}
    return contest.race(racing, options.rounds, contest.CLOCKS[options.clock]), faults


def inspected(file: Path, folder: Path, session: Any) -> list[str]:
    """What costs without need in the plans of a translation, beyond what its report says."""
    translation = translate_source(file.read_text(encoding="utf-8"), name=file.name, folder=folder)
    with plans.recorded(session) as jobs:
        contest.Script(translation.text)()
    print(file.stem, plans.tally(jobs))
    told = any(d.code == "T402" for d in translation.diagnostics)
    return [f"{file.stem}: {finding}" for finding in plans.findings(jobs, told)]


def answer(session: Any, query: str) -> pd.DataFrame:
    """The answer of SQL over the files, which are opened anew as a script does."""
    for name in data.TABLES:
        if re.search(rf"\b{name}\b", query):
            session.read.parquet(f"{name}.parquet").createOrReplaceTempView(name)
    found: pd.DataFrame = session.sql(query).toPandas()
    return found


def differences(translation: Translation, contestants: dict[str, Callable[[], Any]]) -> list[str]:
    """Where the translation differs from pandas, and pandas from the SQL."""
    old = contestants["pandas"]()
    try:
        found = contest.differences(translation, old, contestants["translated"](), "result")
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    result = old["result"]
    table = result if isinstance(result, pd.DataFrame) else pd.DataFrame({"result": [result]})
    if not contest.same_rows(table, contestants["sql"]()):
        found.append("pandas and SQL differ")
    return found


if __name__ == "__main__":
    main()
