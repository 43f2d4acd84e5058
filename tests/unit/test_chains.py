"""Programs that hand data to each other: facts across files, and verification of chains."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from translator.api import translate_path
from translator.cli import main
from translator.config import Config
from translator.verification import translated_units

MAKE = """\
import pandas as pd

df = pd.read_csv("in.csv")
df.to_pickle("cache.pkl")
"""
USE = """\
import pandas as pd

df = pd.read_pickle("./cache.pkl")
total = df["v"].sum()
"""


def project(folder: Path, make: str, use: str, text: str = USE) -> Path:
    (folder / "in.csv").write_text("k,v\na,1\nb,2\n")
    (folder / make).write_text(MAKE)
    (folder / use).write_text(text)
    return folder


def test_a_writer_is_known_whatever_its_name(tmp_path: Path) -> None:
    found = {t.source: t.text for t in translate_path(project(tmp_path, "z_make.py", "a_use.py"))}
    assert 'spark.read.format("delta").load("./cache")' in found["a_use.py"]


def test_writers_run_before_readers(tmp_path: Path) -> None:
    with translated_units([project(tmp_path, "z_make.py", "a_use.py")], Config()) as units:
        needs = {unit.name: [n.name for n in unit.needs] for unit in units}
    assert needs == {"a_use.py": ["z_make.py"], "z_make.py": []}


LOOKS = {
    "exists": 'import os\nif os.path.exists("cache.pkl"):\n    df = pd.read_pickle("cache.pkl")\n    print(df["v"].sum())\n',
    "exists of a path": 'from pathlib import Path\nprint(Path("cache.pkl").exists())\n',
    "listed": 'import glob\nfor p in sorted(glob.glob("*.pkl")):\n    print(pd.read_pickle(p)["v"].sum())\n',
    "listed by a path": 'from pathlib import Path\nprint(len(list(Path(".").glob("*.pkl"))))\n',
    "folder": 'import os\nprint(os.listdir("."))\n',
    "removed": 'import os\ndf = pd.read_pickle("cache.pkl")\nos.remove("cache.pkl")\n',
    "copied": 'import shutil\nshutil.copy("cache.pkl", "copy.pkl")\n',
    "opened": 'def first(path):\n    with open(path, "rb") as f:\n        return f.read(1)\nprint(first("cache.pkl"))\n',
    "given away": 'from elsewhere import show\nshow("cache.pkl")\n',
}


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("make", ["z_make.py", "b_make.py"])
def test_a_pickle_that_is_looked_at_as_a_file_stays_one(name: str, make: str, tmp_path: Path) -> None:
    use = "import pandas as pd\n\n" + LOOKS[name]
    found = {t.source: t.text for t in translate_path(project(tmp_path, make, "m_use.py", use))}
    assert '.to_pickle("cache.pkl")' in found[make]
    assert "delta" not in found["m_use.py"]


def test_a_program_that_looks_at_its_own_pickle_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("k,v\na,1\nb,2\n")
    history = 'import os\nif os.path.exists("cache.pkl"):\n    print(len(pd.read_pickle("cache.pkl")))\n'
    (tmp_path / "job.py").write_text(MAKE.replace("df.to", f"{history}df.to"))
    [found] = translate_path(tmp_path)
    assert '.to_pickle("cache.pkl")' in found.text


@pytest.mark.parametrize("code", ['import glob\nprint(glob.glob("*.csv"))', 'import os\nprint(os.path.exists("other.pkl"))',
                                  'import os\nos.makedirs("out", exist_ok=True)', 'print("cache.pkl")'])  # fmt: skip
def test_who_looks_elsewhere_changes_nothing(code: str, tmp_path: Path) -> None:
    use = f"import pandas as pd\n\n{code}\n"
    found = {t.source: t.text for t in translate_path(project(tmp_path, "a_make.py", "m_use.py", use))}
    assert '.save("cache")' in found["a_make.py"]


def test_a_new_program_that_looks_turns_the_table_of_an_earlier_run_back(tmp_path: Path) -> None:
    source, out = tmp_path / "jobs", tmp_path / "out"
    source.mkdir()
    project(source, "a_make.py", "b_use.py")
    run = ["run", str(source), "--out", str(out)]
    assert CliRunner().invoke(main, run).exit_code == 0
    assert "delta" in (out / "a_make.py").read_text()
    (source / "m_looks.py").write_text("import pandas as pd\n\n" + LOOKS["exists"])
    assert CliRunner().invoke(main, run).exit_code == 0
    assert ".to_pickle(" in (out / "a_make.py").read_text()
    assert "delta" not in (out / "b_use.py").read_text()
    (source / "b_use.py").write_text(USE + "print(total)\n")
    assert CliRunner().invoke(main, run).exit_code == 0
    assert "delta" not in (out / "b_use.py").read_text()
