"""Programs that hand data to each other: facts across files, and verification of chains."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from translator.api import translate_path
from translator.cli import main
from translator.config import Config
from translator.verification import imported, translated_units, unreadable

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


def notebook_of(*texts: str) -> dict[str, object]:
    head = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [{**head, "id": str(n), "source": text.splitlines(keepends=True)} for n, text in enumerate(texts)]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


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
    "loaded from somewhere": 'import sys\nprint(len(pd.read_pickle(sys.argv[1])))\n',
    "loaded by a name in part": 'import sys\nfor n in sys.argv[1:]:\n    print(pd.read_pickle(n + "ache.pkl"))\n',
    "loaded by a function": 'def load(name):\n    path = f"{name}.pkl"\n    return pd.read_pickle(path)\n',
    "loaded from a file of a name in part": """\
import os, pickle
def load(folder):
    path = os.path.join(folder, "cache.pkl")
    with open(path, "rb") as f:
        return pickle.load(f)
""",
    "loaded from the bytes": 'import pickle\nfrom pathlib import Path\nprint(pickle.loads(Path("cache.pkl").read_bytes()))\n',
    "loaded otherwise": 'import pickle\nwith open("cache.pkl", "rb") as f:\n    for k in pickle.load(f):\n        print(k)\n',
    "written from elsewhere": 'import sys\npd.DataFrame({"v": [1]}).rename(columns=len).to_pickle(sys.argv[1])\n',
    "written in another way": 'import joblib\ndf = pd.read_csv("in.csv")\njoblib.dump(df, "cache.pkl", compress=3)\n',
    "a model of its name": 'import joblib\njoblib.dump({"a": 1}, "cache.pkl")\n',
    "copied by a command": 'import os\nos.system("cp cache.pkl old.pkl")\n',
    "copied by a list of words": 'import subprocess\nsubprocess.run(["cp", "cache.pkl", "old.pkl"], check=True)\n',
    "another file in the table's folder": 'df = pd.read_csv("in.csv")\ndf.to_csv("cache/x.csv")\n',
    "a file where the table is": 'df = pd.read_csv("in.csv")\ndf.to_csv("cache")\n',
    "the table's folder": 'import os\nos.makedirs("cache", exist_ok=True)\n',
    "looked for in the table's folder": 'import glob\nprint(glob.glob("cache/*.parquet"))\n',
    "looked for everywhere": 'from pathlib import Path\nprint(list(Path(".").rglob("*.parquet")))\n',
    "tried": 'try:\n    df = pd.read_pickle("cache.pkl")\nexcept FileNotFoundError:\n    df = None\n',
    "tried by a function": """\
def load():
    return pd.read_pickle("cache.pkl")
try:
    print(load())
except Exception:
    print("none")
""",
    "given away": 'from elsewhere import show\nshow("cache.pkl")\n',
}


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("make", ["z_make.py", "b_make.py"])
def test_a_pickle_that_is_looked_at_as_a_file_stays_one(name: str, make: str, tmp_path: Path) -> None:
    use = "import pandas as pd\n\n" + LOOKS[name]
    found = {t.source: t.text for t in translate_path(project(tmp_path, make, "m_use.py", use))}
    assert '.to_pickle("cache.pkl")' in found[make]
    assert "delta" not in found["m_use.py"]


ELSEWHERE = {
    "up": 'df = pd.read_pickle("../cache.pkl")\nprint(len(df))\n',
    "run where the other runs": 'import os\nprint(os.path.exists("cache.pkl"))\n',
    "listed": 'import glob\nprint(glob.glob("../*.pkl"))\n',
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_programs_in_other_folders_look_at_it_too(name: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    use = "import pandas as pd\n\n" + ELSEWHERE[name]
    found = {t.source: t.text for t in translate_path(project(tmp_path, "make.py", "sub/use.py", use))}
    assert '.to_pickle("cache.pkl")' in found["make.py"]


def test_other_pickles_in_other_folders_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    use = 'import pandas as pd\n\nprint(pd.read_pickle("../old/cache.pkl"), pd.read_pickle("own/cache.pkl"))\n'
    found = {t.source: t.text for t in translate_path(project(tmp_path, "make.py", "sub/use.py", use))}
    assert '.save("cache")' in found["make.py"]


def test_a_program_without_pandas_that_names_the_pickle_keeps_it(tmp_path: Path) -> None:
    use = 'import shutil\nshutil.copy(f"{HERE}/cache.pkl", "old.pkl")\n'
    found = {t.source: t.text for t in translate_path(project(tmp_path, "make.py", "use.py", use))}
    assert '.to_pickle("cache.pkl")' in found["make.py"]


COMMANDS = ["!cp cache.pkl old.pkl", "%%bash\nset -e\ncp cache.pkl old.pkl", "found = !ls -l cache.pkl", "!ls *.pkl"]


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_a_notebook_that_names_the_pickle_keeps_it(command: str, indent: int | None, tmp_path: Path) -> None:
    project(tmp_path, "make.py", "use.ipynb", json.dumps(notebook_of("import pandas as pd", command), indent=indent))
    found = {t.source: t.text for t in translate_path(tmp_path)}
    assert '.to_pickle("cache.pkl")' in found["make.py"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_notebook_that_writes_the_pickle_keeps_it(command: str, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("k,v\na,1\nb,2\n")
    (tmp_path / "make.ipynb").write_text(json.dumps(notebook_of(MAKE, command)))
    [found] = translate_path(tmp_path)
    assert r'.to_pickle(\"cache.pkl\")' in found.text


def test_a_folder_where_the_table_would_be_keeps_the_pickle(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "x.csv").write_text("k\n1\n")
    found = {t.source: t.text for t in translate_path(project(tmp_path, "a_make.py", "b_use.py"))}
    assert '.to_pickle("cache.pkl")' in found["a_make.py"]
    assert "delta" not in found["b_use.py"]


def test_a_program_that_looks_at_its_own_pickle_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("k,v\na,1\nb,2\n")
    history = 'import os\nif os.path.exists("cache.pkl"):\n    print(len(pd.read_pickle("cache.pkl")))\n'
    (tmp_path / "job.py").write_text(MAKE.replace("df.to", f"{history}df.to"))
    [found] = translate_path(tmp_path)
    assert '.to_pickle("cache.pkl")' in found.text


@pytest.mark.parametrize("code", ['import glob\nprint(glob.glob("*.csv"))', 'import os\nprint(os.path.exists("other.pkl"))',
                                  'import os\nos.makedirs("out", exist_ok=True)', 'print("cache.pkl")',
                                  'import sys\nprint(pd.read_pickle("other_" + sys.argv[1] + ".pkl"))',
                                  'import sys, joblib\npath = "models/" + sys.argv[1]\nprint(joblib.load(path))',
                                  "import pickle\nwith open('a.pkl', 'wb') as f:\n    pickle.dump(1, f)\n"
                                  "with open('cache.txt', 'w') as f:\n    f.write('x')",
                                  'df = pd.read_csv("in.csv")\ndf.to_csv("cached.csv")'])  # fmt: skip
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


def test_a_pickle_that_is_written_in_two_ways_stays_one(tmp_path: Path) -> None:
    (tmp_path / "c_make.py").write_text(MAKE.replace("df.to", 'df["v"] = df["v"] / 2\ndf.to'))
    found = {t.source: t.text for t in translate_path(project(tmp_path, "a_make.py", "b_use.py"))}
    assert all('.to_pickle("cache.pkl")' in found[name] for name in ("a_make.py", "c_make.py"))
    assert "delta" not in found["b_use.py"]


def test_a_pickle_that_one_branch_writes_in_another_way_stays_one(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("k,v\na,1\nb,2\n")
    other = 'if len(df) > 1:\n    df.assign(v=df["v"] / 2).to_pickle("cache.pkl")\nprint(pd.read_pickle("cache.pkl")["v"])\n'
    (tmp_path / "job.py").write_text(MAKE + other)
    [found] = translate_path(tmp_path)
    assert "delta" not in found.text


def test_one_name_for_several_open_files(tmp_path: Path) -> None:
    files = {"cache.pkl": "df", "n.pkl": "3"}
    dump = "".join(f'with open("{name}", "wb") as f:\n    pickle.dump({value}, f)\n' for name, value in files.items())
    (tmp_path / "in.csv").write_text("k,v\na,1\nb,2\n")
    (tmp_path / "job.py").write_text("import pickle\n" + MAKE.partition("df.to")[0] + dump)
    [found] = translate_path(tmp_path)
    assert '.save("cache")' in found.text


MADE = ["if not os.path.isdir('work'):\n    os.mkdir('work')\n", "os.makedirs('work', exist_ok=True)\n"]


@pytest.mark.parametrize("made", MADE)
def test_a_folder_that_a_program_makes_may_hold_tables(made: str, tmp_path: Path) -> None:
    writes = f"import os\nimport pandas as pd\n{made}pd.DataFrame({{'n': [1, 2]}}).to_pickle(os.path.join('work', 'a.pkl'))\n"
    reads = "import pandas as pd\nprint(pd.read_pickle('work/a.pkl'))\n"
    (tmp_path / "1.py").write_text(writes)
    (tmp_path / "2.py").write_text(reads)
    assert all('format("delta")' in found.text for found in translate_path(tmp_path))


def test_a_script_whose_pandas_is_in_modules_tells_them(tmp_path: Path) -> None:
    texts = {"loads.py": MAKE, "names.py": "X = 1\n", "main.py": "import loads\nimport json\nfrom names import X\n",
             "pack/__init__.py": "", "pack/inner.py": MAKE, "other.py": "from pack import inner\n",
             "bad.py": "import (\n"}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    asked = ("main.py", "other.py", "names.py", "bad.py")
    found = {name: [file.name for file in imported([tmp_path / name])] for name in asked}
    assert found == {"main.py": ["loads.py"], "other.py": ["inner.py"], "names.py": [], "bad.py": []}


def test_files_without_a_translation_are_told(tmp_path: Path) -> None:
    texts = {"good.py": MAKE, "bad.py": "import pandas\nx = (\n", "old.py": "print 1\n", "cut.ipynb": '{"cells": ['}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    found = {path.name: why for path, why in unreadable([tmp_path], Config())}
    assert sorted(found) == ["bad.py", "cut.ipynb"]  # without pandas nothing is to be verified
    assert "line 2" in found["bad.py"]
    (tmp_path / "good.py").unlink()
    told = CliRunner().invoke(main, ["verify", str(tmp_path)])
    assert told.exit_code == 1
    assert "bad.py: not verified" in told.stderr
