"""Idioms of several statements, over files that have to lie there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.differential import differences
from translator import translate_source

SCRIPT = """\
import glob

import pandas as pd

# one file a month
frames = []
for path in sorted(glob.glob("in/*.csv")):
    frames.append(pd.read_csv(path))
data = pd.concat(frames, ignore_index=True)
print(data.tail(2))
total = data["v"].sum()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2024-01.csv").write_text("k,v\na,1.5\nNA,\n")
    (tmp_path / "in" / "2024-02.csv").write_text('k,v\n"b, c",2.5\n,0.5\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_read_loop_becomes_one_read(folder: Path) -> None:
    text = translate_source(SCRIPT, folder=folder).text
    assert 'data = read_csv_files(\n    sorted(glob.glob("in/*.csv")), {"k": "STRING", "v": "DOUBLE"}' in text
    assert "frames" not in text
    assert "# one file a month" in text


def test_read_loop_gives_the_same_result(folder: Path, session: Any) -> None:
    absolute = SCRIPT.replace('"in/*.csv"', repr(os.fspath(folder / "in" / "*.csv")))
    found, compared = differences(absolute, translate_source(absolute, folder=folder))
    assert not found, "\n".join(found)
    assert compared


def test_files_may_be_listed_by_a_function(folder: Path) -> None:
    lists = 'def files(place=None):\n    return sorted(glob.glob((place or "in") + "/*.csv"))\n\n\n'
    reads = 'def read(path):\n    df = pd.read_csv(path)\n    return df[df["v"] > 1]\n\n\n'
    loop = "def every():\n    frames = []\n    for path in files():\n        frames.append(read(path))\n"
    loop += "    return pd.concat(frames)\n\n\n"
    text = translate_source(f"import glob\nimport pandas as pd\n\n\n{lists}{reads}{loop}data = every()\n", folder=folder).text
    assert 'df = read_csv(path, {"k": "STRING", "v": "DOUBLE"})' in text
    assert "return concat_frames(frames)" in text


def test_files_that_differ_stay_pandas(folder: Path) -> None:
    (folder / "in" / "2024-03.csv").write_text("k,v\nx,text\n")
    translation = translate_source(SCRIPT, folder=folder)
    assert "pd.concat(frames, ignore_index=True)" in translation.text
    assert any(d.code == "T202" for d in translation.diagnostics)


def test_a_list_that_is_used_elsewhere_is_kept(folder: Path) -> None:
    translation = translate_source(SCRIPT + "print(len(frames))\n", folder=folder)
    assert "frames.append(pd.read_csv(path))" in translation.text


STEPS = """\
import glob
import os
from pathlib import Path

import pandas as pd

frames = []
n = 0
for path in sorted(glob.glob({0!r})):
    df = pd.read_csv(path)
    df["file"] = os.path.basename(path)
    df["w"] = df["v"].fillna(0) * 2
    df = df.dropna(subset=["k"])
    n = n + 1
    frames.append(df)
data = pd.concat(frames, ignore_index=True)
counts = data.groupby("file")["w"].sum()
print(data.tail(2), n)


def load(folder):
    found = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        found.append(pd.read_csv(os.path.join(folder, name)).assign(name=name))
    return pd.concat(found)


loaded = load({1!r})
files = sorted(Path({1!r}).glob("*.csv"))
parts = []
for file in files:
    part = pd.read_csv(file)
    part["stem"] = file.stem
    parts.append(part)
stems = pd.concat(parts)
"""


def test_loops_over_files_with_several_steps(folder: Path, session: Any) -> None:
    script = STEPS.format(os.fspath(folder / "in" / "*.csv"), os.fspath(folder / "in"))
    translation = translate_source(script, folder=folder)
    assert translation.text.count("concat_frames(") == 3
    assert "to_pandas" not in translation.text.split("def load")[1]
    found, compared = differences(script, translation)
    assert not found, "\n".join(found)
    assert compared


CARRIED = """\
import glob
import pandas as pd
total = pd.DataFrame({"k": ["a", "b"]})
for path in sorted(glob.glob("in/*.csv")):
    total = total.merge(pd.read_csv(path), on="k", how="left", suffixes=("", "_next"))
n = 0
for path in sorted(glob.glob("in/*.csv")):
    df = pd.read_csv(path)
    if n == 5:
        df["v"] = df["v"] * 2
    n = n + 1
"""


def test_what_depends_on_the_number_of_files_is_not_believed(folder: Path) -> None:
    text = translate_source(CARRIED, folder=folder).text
    assert 'total = total.merge(' in text
    assert 'df = df.withColumn("v", F.col("v") * 2)' in text  # also the branch that no file at hand takes


COMPREHENSIONS = {
    "pd.concat([pd.read_csv(p) for p in sorted(glob.glob({0!r}))], ignore_index=True)": True,
    "pd.concat(pd.read_csv(p) for p in paths).reset_index(drop=True)": True,
    "pd.concat((pd.read_csv(p) for p in paths), ignore_index=True)": True,
    "pd.concat([pd.read_csv(p) for p in paths])": False,  # the labels repeat
    "pd.concat([pd.read_csv(p) for p in paths], axis=1)": False,
    "pd.concat([pd.read_csv(p, nrows=1) for p in paths], ignore_index=True)": False,
}


@pytest.mark.parametrize("expression", COMPREHENSIONS)
def test_reads_within_concat(expression: str, folder: Path, session: Any) -> None:
    pattern = os.fspath(folder / "in" / "*.csv")
    source = (
        f"import glob\n\nimport pandas as pd\n\npaths = sorted(glob.glob({pattern!r}))\n"
        f"data = {expression.format(pattern)}\nprint(data)\n"
    )
    translation = translate_source(source, folder=folder)
    assert ("read_csv_files(" in translation.text) == COMPREHENSIONS[expression]
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


def test_names_given_after_the_read(folder: Path, session: Any) -> None:
    path = folder / "plain.csv"
    path.write_text("1,x\n2,y\n")
    source = (
        f'import pandas as pd\n\ndf = pd.read_csv({str(path)!r}, header=None)\ndf.columns = ["k", "v"]\n'
        'total = df["k"].sum()\n'
    )
    translation = translate_source(source, folder=folder)
    assert '{"k": "BIGINT", "v": "STRING"}' in translation.text
    assert "df.columns" not in translation.text
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared
