"""Questions in pandas, their translations, and what an expert writes: equal results, times, and what the plans show.

Questions stand in one file, each a piece of a script between ``# --- name`` lines; the piece leaves its
answer in the variable ``result``. An expert's answers stand in another file under the same names.
Behind a name, ``| reason`` says why a translation may have to do more than the expert did.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks import contest
from translator import Translation, translate_source
from translator.harness import plans

CONTESTANTS = ("translated", "hand-written", "pandas")
COUNTED = ("jobs", "shuffles", "scans", "columns")


@dataclass(frozen=True)
class Question:
    name: str
    script: str
    reason: str = ""


@dataclass
class Answer:
    """What one question took, what is wrong with its translation, and what the plans are made of."""

    question: Question
    times: dict[str, list[float]]
    faults: list[str] = field(default_factory=list)
    tallies: dict[str, plans.Tally] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        return contest.ratio(self.times, "translated", "hand-written")

    def row(self) -> list[str]:
        """A line of the table: best times, ratio, what both plans count, verdict."""
        seconds = [min(self.times.get(name) or [float("nan")]) for name in CONTESTANTS]
        counts = [" / ".join(str(getattr(tally, what)) for tally in self.tallies.values()) for what in COUNTED]
        verdict = "wrong" if self.faults else "equal"
        return [self.question.name, *(contest.shown(s, " s") for s in seconds), contest.shown(self.ratio), *counts, verdict,
                self.question.reason]  # fmt: skip


def read(file: Path) -> Iterator[Question]:
    """The questions of a file. What stands above them is part of each, but files are read by those that use them."""
    head, *parts = re.split(r"^# --- ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for part in parts:
        title, _, body = part.partition("\n")
        name, _, reason = title.partition(" | ")
        used = [line for line in head.splitlines(keepends=True) if not (m := re.match(r"(\w+) = .*read", line)) or m[1] in body]
        yield Question(name, "".join(used) + body, reason)


def answers(
    file: Path, by_hand: Path, folder: Path, session: Any, options: argparse.Namespace
) -> Iterator[Answer]:
    """Asks each question of a file that is wanted, and prints its line."""
    experts = {question.name: question.script for question in read(by_hand)}
    for question in read(file):
        if options.only and not {question.name, question.name.split()[0]} & set(options.only):
            continue
        translation = translate_source(question.script, name=file.name, folder=folder)
        scripts = {"translated": translation.text, "hand-written": experts[question.name], "pandas": question.script}
        answer = Answer(question, {}, differences(question.name, translation, scripts))
        counted = [] if options.no_plans or answer.faults else ["translated", "hand-written"]
        answer.tallies = {name: tally(scripts[name], session) for name in counted}
        racing = {n: contest.Script(f"{t}\n{CHECKSUM}") for n, t in scripts.items() if n not in options.without}
        answer.times = contest.race(racing, options.rounds, contest.CLOCKS[options.clock])
        print("  ".join(answer.row()), flush=True)
        yield answer


CHECKSUM = """
from benchmarks.questions import checksum
checksum(result)
"""


def checksum(result: Any) -> Any:
    """Reads every cell of a result without bringing it to the driver, as nobody reads a million rows."""
    if not hasattr(result, "sparkSession"):
        return result
    from pyspark.sql import functions as F

    return result.agg(F.count("*"), *(F.max(F.hash(F.col(f"`{c}`"))) for c in result.columns)).collect()


def tally(script: str, session: Any) -> plans.Tally:
    """What the plans of a script are made of, with that of the checksum of its result."""
    with plans.recorded(session) as jobs:
        contest.Script(f"{script}\n{CHECKSUM}")()
    return plans.tally(jobs)


def differences(name: str, translation: Translation, scripts: Mapping[str, str]) -> list[str]:
    """What is not native in a translation, and where its result, or an expert's, differs from pandas."""
    faults = [f"{name}: line {s.span.line}: {s.api} is {s.status}" for s in translation.sites if s.status == "driver"]
    old = contest.Script(scripts["pandas"])()
    try:
        new = contest.Script(scripts["translated"])()
        found = contest.differences(translation, old, new, "result")
        hand = contest.Script(scripts["hand-written"])()["result"]
        if not contest.same_rows(_table(old["result"], translation), _table(hand)):
            found.append("pandas and the hand-written program differ")
    except Exception as error:
        found = [f"{type(error).__name__}: {str(error).splitlines()[0]}"]
    return faults + [f"{name}: {d}" for d in found]


def _table(result: Any, translation: Translation | None = None) -> pd.DataFrame:
    """A result as a table, with those labels as columns that the translation of pandas' result keeps."""
    if hasattr(result, "toPandas"):
        return result.toPandas()  # type: ignore[no-any-return]
    if isinstance(result, (pd.DataFrame, pd.Series)):
        known = next((v for v in translation.variables if v.name == "result"), None) if translation else None
        if known is not None and known.kind == "frame":
            labelled = bool(known.index) and known.index != ("_row",)
            return result.reset_index(drop=not labelled) if labelled or isinstance(result, pd.DataFrame) else result.to_frame()
        return result.reset_index() if isinstance(result, pd.Series) or any(result.index.names) else result
    values = list(result) if isinstance(result, (list, tuple, set, np.ndarray)) else [result]
    return pd.DataFrame({"value": values})


def arguments(description: str) -> argparse.ArgumentParser:
    """Options of contests over questions."""
    parser = contest.arguments(description)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--no-plans", action="store_true", help="do not count what the plans are made of")
    return parser


def tell(found: Sequence[Answer], options: argparse.Namespace) -> None:
    """Prints the table, writes it where asked to, and ends the program."""
    header = ["question", *CONTESTANTS, "translated / hand-written", *COUNTED, "result", "why more"]
    mean = contest.shown(contest.geometric_mean([answer.ratio for answer in found]))
    last = ["geometric mean", "", "", "", mean, *([""] * (len(header) - 5))]
    text = contest.table(header, [*(answer.row() for answer in found), last])
    text = f"{options.rows:,} rows, {options.engine}: best {options.clock} time of {options.rounds} rounds; " \
           f"ratios are medians over rounds\n{contest.machine()}\n\n{text}\n"  # fmt: skip
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    faults = [fault for answer in found for fault in answer.faults]
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)
