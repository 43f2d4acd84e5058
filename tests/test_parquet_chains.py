"""Parquet files that programs hand to each other: folders of Spark where only names and rows in any order are asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import run
from translator import translate_path

MAKE = """\
import pandas as pd

df = pd.read_csv("in.csv", parse_dates=["at"])
df["w"] = df["v"] * 2
df.to_parquet("out/x.parquet", index=False)
"""
USES = {
    "a sum": 'df = pd.read_parquet("out/x.parquet")\nprint(len(df), df["w"].sum(), df["at"].max())\n',
    "groups": 'df = pd.read_parquet("out/x.parquet")\nprint(df.groupby("k", dropna=False)[["v", "w"]].sum())\n',
    "missing texts": 'df = pd.read_parquet("out/x.parquet", columns=["k", "v"])\nprint(df["k"].isna().sum(), df.dtypes)\n',
    "whether it is there": 'import os\nprint(os.path.exists("out/x.parquet"), os.listdir("out"))\n',
    "listed": 'import glob\nprint(sum(len(pd.read_parquet(p)) for p in glob.glob("out/*.parquet")))\n',
    "written on": 'df = pd.read_parquet("out/x.parquet")\ndf = df[df["v"] > 1]\ndf.to_csv("y.csv", index=False)\nprint(df)\n',
}
FOLDERS = ("a sum", "groups", "missing texts", "whether it is there")
FILES = {
    "in order": 'print(pd.read_parquet("out/x.parquet").head(2))\n',
    "a file": 'import os\nprint(os.path.isfile("out/x.parquet"))\n',
    "files of a folder": (
        'import os\nfor name in sorted(os.listdir("out")):\n    print(name, os.path.isfile(os.path.join("out", name)))\n'
    ),
    "its size": 'from pathlib import Path\nprint(Path("out/x.parquet").stat().st_size > 100)\n',
    "found below": 'from pathlib import Path\nprint(len([p for p in Path(".").rglob("*.parquet")]))\n',
    "found below by a pattern": 'import glob\nprint(len(glob.glob("**/*.parquet", recursive=True)))\n',
    "walked through": 'import os\nprint([(d, sorted(f)) for p, d, f in os.walk("out")])\n',
    "iterated over": 'from pathlib import Path\nfor p in Path("out").iterdir():\n    if p.is_file():\n        print(p)\n',
    "opened": 'with open("out/x.parquet", "rb") as f:\n    print(f.read(4))\n',
    "read by another library": (
        'import pyarrow.parquet as pq\nprint(pq.ParquetFile("out/x.parquet").metadata.num_rows)\n'
    ),
    "its folder, in order": 'print(pd.read_parquet("out").head(2))\n',
    "written by pandas": 'df = pd.read_csv("in.csv").rename(columns=str)\ndf.set_index("v").to_parquet("out/x.parquet")\n',
    "with other columns": 'df = pd.read_csv("in.csv")\ndf.to_parquet("out/x.parquet", index=False)\n'
                          'print(pd.read_parquet("out/x.parquet").dtypes)\n',
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("k,v,at\nb,3,2024-01-05\na,1,2024-01-02\n,2,\nb,5,2023-12-31\n")
    (tmp_path / "1_make.py").write_text(MAKE)
    (tmp_path / "out").mkdir()
    return tmp_path


def emptied(folder: Path) -> None:
    for path in sorted((folder / "out").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def placed(text: str, folder: Path) -> str:
    """The program with whole paths where Spark, which may run elsewhere, reads and writes."""
    return re.sub(r'"(in\.csv|out/x\.parquet)"', lambda found: repr(str(folder / found[1])), text)


@pytest.mark.parametrize(
    "old",
    [pytest.param(False, id="first run", marks=pytest.mark.sail), pytest.param(True, id="with the file of pandas there")],
)
@pytest.mark.parametrize("name", [*USES, *FILES])
def test_later_programs_see_the_same(
    name: str, old: bool, folder: Path, session: Any, pytestconfig: pytest.Config
) -> None:
    if old and pytestconfig.getoption("--engine") == "sail" and name not in FILES:
        pytest.skip("Sail does not replace a file by a folder")
    use = "import pandas as pd\n\n" + {**USES, **FILES}[name]
    (folder / "2_use.py").write_text(use)
    if old:
        rows = pd.DataFrame({"k": ["z"], "v": [1], "at": pd.to_datetime(["2020-01-01"]), "w": [2]})
        rows.to_parquet("out/x.parquet", index=False)
    before = Path("out/x.parquet").read_bytes() if old else b""
    found = {t.source: t.text for t in translate_path(folder)}
    assert (".write." in found["1_make.py"]) == (name not in FILES and name not in ("listed", "written on")), found["1_make.py"]
    printed = [run(MAKE)[1] + run(use)[1]]
    emptied(folder)
    if old:
        Path("out/x.parquet").write_bytes(before)
    printed.append(run(placed(found["1_make.py"], folder))[1] + run(placed(found["2_use.py"], folder))[1])
    assert printed[0].replace(f"{folder}/", "") == printed[1].replace(f"{folder}/", "")
    if name in FOLDERS[:3]:
        assert "read_parquet(" in found["2_use.py"] and "pd.read_parquet" not in found["2_use.py"]
