"""Paths however a program puts them together: the file at hand is found, the emitted code keeps the expression."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import translate_source
from translator.config import Config
from translator.pipeline import translate_file

FOUND = {
    "sum": 'D = "data/"\ndf = pd.read_csv(D + "x.csv")',
    "f-string with a format": 'n = 7\ndf = pd.read_csv(f"data/{n:03d}.csv")',
    "format": 'df = pd.read_csv("{d}/x.csv".format(d="data"))',
    "percent": 'df = pd.read_csv("%s/%s.csv" % ("data", "x"))',
    "separator": 'import os\ndf = pd.read_csv("data" + os.sep + "x.csv")',
    "members of a path": 'from pathlib import Path\nF = Path("data").joinpath("raw").parent / "x.csv"\ndf = pd.read_csv(F)',
    "beside the program": 'import os\nB = os.path.dirname(os.path.abspath(__file__))\n'
                          'df = pd.read_csv(os.path.join(B, "..", "data", "x.csv"))',
    "above the program": 'from pathlib import Path\nR = Path(__file__).resolve().parents[1]\n'
                         'df = pd.read_csv(str(R / "data/x.csv"))',
    "working directory": 'import os\ndf = pd.read_csv(os.getcwd() + "/data/x.csv")',
    "working directory as path": 'from pathlib import Path\ndf = pd.read_csv(Path.cwd() / "data" / "x.csv")',
    "environment with default": 'import os\nD = os.environ.get("DATA", "data")\ndf = pd.read_csv(os.path.join(D, "x.csv"))',
    "environment or default": 'import os\nD = os.getenv("DATA") or "data"\ndf = pd.read_csv(f"{D}/x.csv")',
    "environment": 'import os\nD = os.environ["DATA"]\ndf = pd.read_csv(f"{D}/only.csv")',
    "name from the environment": 'import os\nN = os.environ["NAME"]\ndf = pd.read_csv(os.path.join("only", N + ".csv"))',
    "argument or default": 'import sys\ndf = pd.read_csv(sys.argv[1] if len(sys.argv) > 1 else "data/x.csv")',
    "command line": 'import argparse\np = argparse.ArgumentParser()\np.add_argument("-i", "--in-file", default="data/x.csv")\n'
                    'args = p.parse_args()\ndf = pd.read_csv(args.in_file)',
    "command": 'import click\n@click.command()\n@click.option("--p", default="data/x.csv")\ndef run(p):\n'
               '    df = pd.read_csv(p)\n    print(df.shape)\nrun()',
    "settings": 'class Settings:\n    PATH = "data/x.csv"\ndf = pd.read_csv(Settings.PATH)',
    "another machine": 'df = pd.read_csv("/kaggle/input/set/only.csv")',
    "another system": 'df = pd.read_csv(r"C:\\Users\\me\\data\\x.csv")',
    "home": 'import os\ndf = pd.read_csv(os.path.expanduser("~/data/x.csv"))',
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("data/x.csv", "data/007.csv", "data/raw/x.csv", "deep/er/only.csv", "only/one.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("k,v\na,1\n")
    (tmp_path / "jobs").mkdir()
    return tmp_path


def translated(project: Path, code: str) -> str:
    path = project / "jobs" / "job.py"
    path.write_text(f"import pandas as pd\n{code}\nprint(df.v.sum())\n")
    return translate_file(path, path.name, Config(data_root=project))[0].text


@pytest.mark.parametrize("name", FOUND)
def test_the_file_is_found(name: str, project: Path) -> None:
    text = translated(project, FOUND[name])
    assert "= read_csv(" in text
    assert str(project) not in text


@pytest.mark.parametrize("code", ['df = pd.read_csv("/elsewhere/unknown.csv")', "df = pd.read_csv(input())",
                                  'import argparse\np = argparse.ArgumentParser()\n'
                                  'p.add_argument("-n", type=int, default="1")\n'
                                  "args = p.parse_args()\ndf = pd.read_csv(args.n)"])  # fmt: skip
def test_what_is_not_at_hand_stays_pandas(code: str, project: Path) -> None:
    assert "pd.read_csv(" in translated(project, code)


def test_one_of_several_files_of_a_name_is_no_answer(project: Path) -> None:
    (project / "deep" / "only.csv").write_text("other\n")
    assert "pd.read_csv(" in translated(project, FOUND["another machine"])


def test_a_file_that_is_copied_over_is_not_looked_at(project: Path) -> None:
    code = 'import shutil\nshutil.copy("new.csv", "data/x.csv")\ndf = pd.read_csv("data/x.csv")'
    assert "pd.read_csv(" in translated(project, code)


def test_text_in_the_program_is_read_at_translation_time() -> None:
    source = 'import io\nimport pandas as pd\n\ndf = pd.read_csv(io.StringIO("k,v\\na,1\\n"))\nn = df["v"].sum()\n'
    assert "spark.createDataFrame(pd.read_csv(io.StringIO(" in translate_source(source).text
