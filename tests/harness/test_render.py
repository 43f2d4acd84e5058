"""Verdicts as a table, JSON and JUnit XML."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.console import Console

from translator.harness.agreement import disagreements
from translator.harness.compare import Difference
from translator.harness.job import Problem
from translator.harness.judge import DIFFERENT, EQUAL, Observable
from translator.harness.plans import Finding
from translator.harness.progress import Bar
from translator.harness.render import print_verdicts, to_json, to_junit
from translator.harness.store import Verdicts
from translator.harness.verify import OUTCOMES, Verdict

ROWS = Difference(
    "rows",
    "1 of 2 rows differ",
    ({"k": "'a'", "v": "1.0"}, None),
    ({"k": "'a'", "v": "2.0"}, {"k": "\x01", "v": "1"}),
)


@pytest.fixture
def verdicts() -> list[Verdict]:
    equal = Verdict("a.py", "sail", True, "equal", observables=[Observable("variable", "x", EQUAL)])
    different = Verdict(
        "b.py", "spark", False, "different", "1 of 1 differ: df", example=2, inputs={"d.csv": b"k,v\na,1\n"},
        observables=[Observable("variable", "df", DIFFERENT, [ROWS])],
    )  # fmt: skip
    failed = Verdict(
        "c.py", "spark", False, "translation-failed", "boom", problem=Problem("ValueError", "boom", 3)
    )
    missing = Verdict("d.py", "spark", False, "engine-unavailable", "no Java")
    return [equal, different, failed, missing]


def test_json(verdicts: list[Verdict]) -> None:
    document = json.loads(to_json(verdicts))
    assert document["totals"] == {
        "verdicts": 4, "different": 1, "engine-unavailable": 1, "equal": 1, "translation-failed": 1,
    }  # fmt: skip
    (difference,) = document["verdicts"][1]["observables"][0]["differences"]
    assert difference["spark"][0] == {"k": "'a'", "v": "2.0"}
    assert document["verdicts"][1]["inputs"] == {"d.csv": "k,v\na,1"}
    assert document["verdicts"][2]["problem"]["line"] == 3
    assert all(v["outcome"] in OUTCOMES for v in document["verdicts"])


def test_findings_in_plans_are_told_and_kept(tmp_path: Path) -> None:
    finding = Finding("P103", "rows go through Python", "ArrowEvalPython [f(a#1L)#3]")
    verdict = Verdict("a.py", "spark", True, "equal", findings=[finding])
    out = io.StringIO()
    print_verdicts([verdict], Console(file=out, width=120))
    assert "a.py on spark, plans" in out.getvalue() and "P103: rows go through Python" in out.getvalue()
    assert json.loads(to_json([verdict]))["verdicts"][0]["plans"][0]["code"] == "P103"
    kept = Verdicts(tmp_path)
    kept.save("k", [verdict], {})
    assert kept.load("k") == ([verdict], {})


def test_junit(verdicts: list[Verdict]) -> None:
    root = ElementTree.fromstring(to_junit(verdicts).split("?>", 1)[1])
    suites = {suite.get("name"): suite for suite in root}
    assert suites["sail, ansi on"].get("failures") == "0"
    assert suites["spark, ansi off"].get("failures") == "2"
    assert suites["spark, ansi off"].get("skipped") == "1"
    failure = suites["spark, ansi off"].find("testcase/failure")
    assert failure is not None
    assert "1 of 2 rows differ" in str(failure.text)


def test_table(verdicts: list[Verdict]) -> None:
    stream = io.StringIO()
    print_verdicts(verdicts, Console(file=stream, width=120))
    text = stream.getvalue()
    assert "b.py on spark" in text
    assert "v=2.0" in text
    assert "no such row" in text
    assert "generated data set 2" in text
    assert "spark (ansi off)" in text


def test_engines_that_disagree(verdicts: list[Verdict]) -> None:
    other = Verdict("b.py", "sail", False, "equal", observables=[Observable("variable", "df", EQUAL)])
    assert disagreements(verdicts) == []
    (found,) = disagreements([*verdicts, other])
    assert (found.unit, found.names) == ("b.py", ("df (rows)",))
    assert found.outcomes == {"spark (ansi off)": "different", "sail (ansi off)": "equal"}
    (told,) = json.loads(to_json([*verdicts, other]))["disagreements"]
    assert told["observables"] == ["df (rows)"]
    stream = io.StringIO()
    print_verdicts([*verdicts, other], Console(file=stream, width=120))
    assert "b.py: spark (ansi off): different, sail (ansi off): equal (df (rows))" in stream.getvalue()


def test_progress(verdicts: list[Verdict]) -> None:
    stream = io.StringIO()
    with Bar(Console(file=stream, force_terminal=True, width=120)) as bar:
        bar.expect(3)
        bar.begin("b.py")
        bar.end("b.py", verdicts[1:2])
        bar.begin("c.py")
    assert "1/3" in stream.getvalue()
    assert "1 different; c.py" in stream.getvalue()
    stream = io.StringIO()
    with Bar(Console(file=stream)) as bar:
        bar.expect(3)
    assert stream.getvalue() == ""
