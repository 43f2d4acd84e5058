"""The table of codes: what is shown before gives the code, and what is shown after does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from translator.cli import main
from translator.diagnostics import ASSUMPTIONS, CODES, CodeEntry
from translator.reference.explanations import EFFORT

DAILY = """day,city,sales,store,id,price,code
2024-01-01,a,1.5,n,1,2.5,7
2024-01-02,b,2.5,s,2,3.5,8
2024-01-02,,2.0,s,3,4.5,x9
"""
PROLOGUE = '''import os
import sys

import matplotlib.pyplot as plt
import pandas as pd
from sqlalchemy import create_engine

from elsewhere import export

df = pd.read_csv("daily.csv")
orders = pd.DataFrame({"order_id": [1, 2], "v": [1.0, None]})
customers = pd.DataFrame({"customer_id": ["a", "b"], "name": ["x", "y"]})
prices = pd.DataFrame({"id": [3, 1], "item": ["a", "b"]})


class Loader:
    def __init__(self):
        self.df = pd.read_csv("daily.csv")


'''


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "daily.csv").write_text(DAILY)
    (tmp_path / "schema.json").write_text('{"sales": {"id": "int64", "price": "float64"}}')
    return tmp_path


def told(folder: Path, code: str, text: str) -> list[str]:
    """The codes that are told of the lines of an example."""
    (folder / "a.py").write_text(PROLOGUE + text + "\n")
    if code in ("T001", "T002", "T204"):
        only = ["--only", code] if code == "T204" else []
        result = CliRunner().invoke(main, ["check", "a.py", "--strict", "--format", "json", *only])
        return [found["code"] for found in json.loads(result.stdout)]
    result = CliRunner().invoke(main, ["a.py", "--out", "out", "--format", "json", "--fresh", "--schema", "schema.json"])
    [file] = json.loads(result.stdout)["files"]
    return [d["code"] for d in file["diagnostics"] if d["line"] > PROLOGUE.count("\n") or d["code"] == "T319"]


@pytest.mark.parametrize("entry", [e for e in CODES.values() if e.before], ids=lambda e: e.code)
def test_what_stands_before_gives_the_code_and_what_stands_after_does_not(folder: Path, entry: CodeEntry) -> None:
    assert entry.code in told(folder, entry.code, entry.before)
    if entry.code == "T201":
        (folder / "schema.json").write_text(entry.after.partition("\n")[2])
        result = CliRunner().invoke(main, ["check", "a.py", "--strict", "--schema", "schema.json"])
        assert result.exit_code == 0, result.output
    elif entry.code == "T315":  # a small result may come to the driver
        told(folder, entry.code, entry.after)
        assert "(bounded)" in (folder / "out" / "translation.json").read_text()
    else:
        assert entry.code not in told(folder, entry.code, entry.after)


def test_every_code_says_what_it_is_and_what_to_do() -> None:
    for entry in CODES.values():
        assert entry.title and entry.explanation and entry.hint, entry.code
        assert entry.effort in EFFORT, entry.code
        about_code = entry.code[1] in "234"
        assert not about_code or all((entry.pandas, entry.spark, entry.before, entry.after)), entry.code


@pytest.mark.parametrize("topic", [*CODES, *ASSUMPTIONS, "DataFrame.merge", "pd.merge", "df.plot", "Series.str.lower"])
def test_everything_is_explained(topic: str) -> None:
    result = CliRunner().invoke(main, ["explain", topic])
    assert result.exit_code == 0
    assert len(result.output) > 80
