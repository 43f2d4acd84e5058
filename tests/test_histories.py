"""Pickles that every run extends: tables that grow, with the same rows in the same order, run after run."""

from __future__ import annotations

import random
import re
import textwrap
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import run
from translator import translate_path
from translator.config import Config
from translator.data import Options, convert
from translator.data.reading import Request
from translator.harness.engines import delta_jars
from translator.inputs.layout import load, written

HEAD = 'import os\nfrom pathlib import Path\n\nimport pandas as pd\n\nnew = pd.read_csv("new.csv", parse_dates=["at"])\n'
TAIL = 'print(len({0}), round({0}["v"].sum(), 6))\nprint({0}.head(3))\n{0}.to_csv("seen.csv")\n'
JOBS = {
    "one variable": """\
        new = new[new["n"] > 0]
        if os.path.exists("history.pkl"):
            # what earlier runs have found
            old = pd.read_pickle("history.pkl")
            new = pd.concat([old, new], ignore_index=True)
        new.to_pickle("history.pkl")
        """,
    "two variables": """\
        PATH = Path("history.pkl")
        if PATH.exists():
            whole = pd.concat([pd.read_pickle(PATH), new], ignore_index=True)
        else:
            whole = new.copy()
        whole.to_pickle(PATH)
        """,
    "sorted first": """\
        new = new.sort_values(["v", "n"], ascending=[False, True]).reset_index(drop=True)
        if os.path.isfile("history.pkl"):
            new = pd.concat([pd.read_pickle("history.pkl"), new], ignore_index=True)
        new.to_pickle("history.pkl")
        """,
    "the last of each key": """\
        if os.path.exists("history.pkl"):
            old = pd.read_pickle("history.pkl")
            new = pd.concat([old, new], ignore_index=True).drop_duplicates(subset=["k", "n"], keep="last", ignore_index=True)
        new.to_pickle("history.pkl")
        """,
    "numbered anew": """\
        if os.path.exists("history.pkl"):
            old = pd.read_pickle("history.pkl")
            new = pd.concat([old, new], ignore_index=True).drop_duplicates("k", keep="last").reset_index(drop=True)
        new.to_pickle("history.pkl")
        """,
}
OTHERS = {
    "labels out of order": JOBS["sorted first"].replace(".reset_index(drop=True)", ""),
    "labels repeat": JOBS["one variable"].replace(", ignore_index=True", ""),
    "the first of each key": JOBS["numbered anew"].replace('"last"', '"first"'),
    "labels with gaps": JOBS["numbered anew"].replace(".reset_index(drop=True)", ""),
    "another file": JOBS["one variable"].replace('new.to_pickle("history.pkl")', 'new.to_pickle("other.pkl")'),
    "new rows first": JOBS["one variable"].replace("[old, new]", "[new, old]"),
    "old rows used elsewhere": JOBS["one variable"] + "        print(new)\n        old = 3\n",
}


def batch(chance: random.Random) -> pd.DataFrame:
    rows = chance.randrange(1, 9)
    return pd.DataFrame({
        "k": ["a", *(chance.choice(["a", "b", "ü x", ""]) for _ in range(rows - 1))],
        "v": [chance.choice([1.5, -2.25, 0.0, None]) for _ in range(rows - 1)] + [3.5],
        "n": [chance.randrange(-2, 4) for _ in range(rows)],
        "at": [chance.choice(["2024-02-29", "2023-12-31"]) for _ in range(rows)],
    })  # fmt: skip


def job(name: str) -> str:
    body = textwrap.dedent({**JOBS, **OTHERS}[name])
    return HEAD + body + TAIL.format("whole" if name == "two variables" else "new")


def placed(text: str, folder: Path) -> str:
    """The program with whole paths where Spark, which may run elsewhere, reads and writes."""
    return re.sub(r'"(new\.csv|history)"', lambda found: repr(str(folder / found[1])), text)


@pytest.fixture
def delta(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--engine") == "spark" and not delta_jars():
        pytest.skip("the Delta jars are not on this machine")


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.sail)])  # on Apache Spark every run takes seconds
@pytest.mark.parametrize(
    "old",
    [pytest.param(False, id="from nothing", marks=pytest.mark.sail), pytest.param(True, id="old pickle in place")],
)
@pytest.mark.parametrize("name", [n if i % 3 == 0 else pytest.param(n, marks=pytest.mark.sail) for i, n in enumerate(JOBS)])
def test_every_run_extends_the_table(
    name: str, old: bool, seed: int, tmp_path: Path, session: Any, delta: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(f"{name}{old}{seed}")
    places = [tmp_path / "pandas", tmp_path / "spark"]
    first = batch(chance)
    for place in places:
        place.mkdir()
        first.to_csv(place / "new.csv", index=False)
    (places[0] / "job.py").write_text(job(name))
    config = Config()
    if old:
        history = pd.read_csv(places[0] / "new.csv", parse_dates=["at"]).drop_duplicates(["k"], ignore_index=True)
        history.to_pickle(places[0] / "history.pkl")
        layout = places[0] / "layout.yaml"
        layout.write_text(written(str(tmp_path / "lake"), {"history.pkl": "silver/history"}))
        convert(places[0], Options(tmp_path / "lake", layout=load(layout), request=Request(rows=True)))
        config = Config(layout=layout)
    [translation] = translate_path(places[0], config=config)
    assert "append_rows(" in translation.text, translation.diagnostics
    assert "# what earlier runs have found" in translation.text or name != "one variable"
    for number in range(3):
        if number:
            first = batch(chance)
            for place in places:
                first.to_csv(place / "new.csv", index=False)
        printed = []
        table = placed(translation.text, places[1])
        for place, text in zip(places, (job(name), table), strict=True):
            monkeypatch.chdir(place)
            printed.append(run(text)[1])
        assert printed[0] == printed[1]
        assert (places[0] / "seen.csv").read_text() == (places[1] / "seen.csv").read_text()


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_an_extension_stays_a_pickle(name: str, tmp_path: Path) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    (tmp_path / "job.py").write_text(job(name))
    [translation] = translate_path(tmp_path)
    assert "append_rows" not in translation.text
    assert '("history.pkl")' in translation.text


def test_a_pickle_that_is_there_has_to_be_converted_first(tmp_path: Path) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    pd.DataFrame({"k": ["a"]}).to_pickle(tmp_path / "history.pkl")
    (tmp_path / "job.py").write_text(job("one variable"))
    [translation] = translate_path(tmp_path)
    assert "append_rows" not in translation.text
    assert any("not converted" in d.message for d in translation.diagnostics)


def test_other_columns_are_told_when_translating(tmp_path: Path) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    pd.DataFrame({"k": ["a"], "v": [1]}).to_pickle(tmp_path / "history.pkl")
    layout = tmp_path / "layout.yaml"
    layout.write_text(written("lake", {"history.pkl": "silver/history"}))
    convert(tmp_path, Options(tmp_path / "lake", layout=load(layout), request=Request(rows=True)))
    (tmp_path / "job.py").write_text(job("one variable"))
    [translation] = translate_path(tmp_path, config=Config(layout=layout))
    assert "append_rows" not in translation.text
    assert any("other columns" in d.message for d in translation.diagnostics)


def test_rows_that_were_not_converted_are_not_lost(
    tmp_path: Path, session: Any, delta: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    (tmp_path / "job.py").write_text(job("one variable"))
    [translation] = translate_path(tmp_path)
    batch(random.Random(1)).to_pickle(tmp_path / "history.pkl")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="has not been converted"):
        run(placed(translation.text, tmp_path))


def test_who_looks_at_the_file_elsewhere_keeps_the_pickle(tmp_path: Path) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    (tmp_path / "job.py").write_text(job("one variable"))
    (tmp_path / "other.py").write_text('import os\nimport pandas as pd\n\nprint(os.path.getsize("history.pkl"))\n')
    found = {t.source: t.text for t in translate_path(tmp_path)}
    assert "append_rows" not in found["job.py"]


def test_a_later_program_reads_the_table(tmp_path: Path) -> None:
    batch(random.Random(1)).to_csv(tmp_path / "new.csv", index=False)
    (tmp_path / "job.py").write_text(job("one variable"))
    (tmp_path / "later.py").write_text('import pandas as pd\n\ndf = pd.read_pickle("history.pkl")\nprint(df["v"].sum())\n')
    found = {t.source: t.text for t in translate_path(tmp_path)}
    assert '.load("history")' in found["later.py"]
