"""Directories as programs: imports between documents, facts into modules and results back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from translator import Translation, translate_path
from translator.documents.modules import programs
from translator.pipeline import Part, read

PROGRAMS = sorted(p for p in (Path(__file__).parent / "programs").iterdir() if p.is_dir())


def translated(folder: Path, files: dict[str, str]) -> dict[str, Translation]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {t.source: t for t in translate_path(folder)}


DATA = "k,v\na,1.5\nb,\na,-2.0\n"
READS = "import pandas as pd\nimport helper\ndf = pd.read_csv('d.csv')\n"


def test_a_function_of_a_module_is_followed(tmp_path: Path) -> None:
    helper = "def positive(frame):\n    return frame[frame['v'] > 0]\n"
    found = translated(tmp_path, {"d.csv": DATA, "helper.py": helper, "main.py": READS + "out = helper.positive(df)\n"})
    assert "return frame.filter(F.col('v') > 0)" in found["helper.py"].text
    assert "out = helper.positive(df)" in found["main.py"].text
    assert "pandas" not in found["main.py"].text.replace("pandas_parity", "")


def test_a_command_of_click_gets_the_options_that_are_declared(tmp_path: Path) -> None:
    options = "@click.command()\n@click.option('--path', default='d.csv')\n@click.option('--least', default=1.0)\n"
    body = "def run(path, least):\n    df = pd.read_csv(path)\n    print(df[df['v'] > least].shape)\n"
    main = f"import click\nimport pandas as pd\n{options}{body}if __name__ == '__main__':\n    run()\n"
    [found] = translated(tmp_path, {"d.csv": DATA, "main.py": main}).values()
    assert "df.filter(F.col('v') > lit(least)).count()" in found.text
    other = main.replace("default=1.0", "type=float")  # may be absent
    [found] = translated(tmp_path, {"main.py": other}).values()
    assert "to_pandas(" in found.text


def test_a_function_that_pandas_code_calls_too_is_there_in_two_versions(tmp_path: Path) -> None:
    helper = "def positive(frame):\n    return frame[frame['v'] > 0]\n"
    other = "import pandas as pd\nfrom helper import positive\nout = positive(pd.read_sql('q', c))\n"
    files = {"d.csv": DATA, "helper.py": helper, "main.py": READS + "out = helper.positive(df)\n", "other.py": other}
    found = translated(tmp_path, files)
    assert "def positive(frame):\n    return frame.filter(F.col('v') > 0)" in found["helper.py"].text
    assert helper.replace("positive", "positive_2") in found["helper.py"].text
    assert "out = helper.positive(df)" in found["main.py"].text
    assert "from helper import positive, positive_2\nout = positive_2(pd.read_sql" in found["other.py"].text


def test_a_function_that_is_passed_on_stays_pandas_beside_its_spark_form(tmp_path: Path) -> None:
    helper = "def positive(frame):\n    return frame[frame['v'] > 0]\n"
    main = READS + "out = helper.positive(df)\nrun(helper.positive)\n"
    found = translated(tmp_path, {"d.csv": DATA, "helper.py": helper, "main.py": main})
    assert helper in found["helper.py"].text
    assert "out = helper.positive_2(df)\nrun(helper.positive)" in found["main.py"].text


@pytest.mark.parametrize(
    "statement",
    ["from pack.inner import PATH", "from pack import inner\nPATH = inner.PATH", "import pack.inner as i\nPATH = i.PATH",
     "from pack.inner import *", "from pack.outer import PATH"],
)  # fmt: skip
def test_constants_come_from_modules(tmp_path: Path, statement: str) -> None:
    files = {
        "d.csv": DATA, "pack/__init__.py": "", "pack/inner.py": "PATH = 'd.csv'\n",
        "pack/outer.py": "from .inner import PATH\n",
        "main.py": f"import pandas as pd\n{statement}\ndf = pd.read_csv(PATH)\n",
    }  # fmt: skip
    found = translated(tmp_path, files)
    assert "df = read_csv(PATH" in found["main.py"].text


def test_import_cycles_end(tmp_path: Path) -> None:
    files = {
        "d.csv": DATA, "a.py": "import pandas as pd\nimport b\ndef f(df):\n    return b.g(df)\n",
        "b.py": "import a\ndef g(df):\n    return df[df['v'] > 0]\n",
        "main.py": "import pandas as pd\nimport a\nout = a.f(pd.read_csv('d.csv'))\n",
    }  # fmt: skip
    found = translated(tmp_path, files)
    assert "df.filter(F.col('v') > 0)" in found["b.py"].text


def test_a_notebook_imports_a_module(tmp_path: Path) -> None:
    cells = ["import pandas as pd\nfrom helper import positive", "df = pd.read_csv('d.csv')", "out = positive(df)"]
    notebook = {
        "nbformat": 4, "nbformat_minor": 5, "metadata": {},
        "cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "id": f"c{i}",
                   "source": text} for i, text in enumerate(cells)],
    }  # fmt: skip
    helper = "def positive(frame):\n    return frame[frame['v'] > 0]\n"
    found = translated(tmp_path, {"d.csv": DATA, "helper.py": helper, "n.ipynb": json.dumps(notebook)})
    assert "frame.filter(" in found["helper.py"].text


def test_a_broken_module_costs_only_itself(tmp_path: Path) -> None:
    found = translated(tmp_path, {"d.csv": DATA, "helper.py": "def f(:\n", "main.py": READS + "out = df[df['v'] > 0]\n"})
    assert found["helper.py"].outcome in ("failed", "unchanged")
    assert "df.filter(" in found["main.py"].text


def test_documents_are_grouped_by_imports(tmp_path: Path) -> None:
    for name, text in {"a.py": "import b", "b.py": "", "c.py": "import json", "lib/d.py": "from b import x"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    parts = [read(p, p.name) for p in sorted(tmp_path.rglob("*.py"))]
    groups = programs([p.document for p in parts if isinstance(p, Part)])
    assert [[d.path.name for d in group] for group in groups] == [["a.py", "b.py", "d.py"], ["c.py"]]


def test_the_repository_of_a_team_is_translated_as_a_whole() -> None:
    found = list(translate_path(Path(__file__).parents[1] / "fixtures" / "notebooks" / "grid_team"))
    assert {t.outcome for t in found} == {"translated", "unchanged"}
    statuses = [site.status for t in found for site in t.sites]
    assert len(statuses) > 1_200
    assert sum(status in ("native", "helper", "udf") for status in statuses) > 0.88 * len(statuses)


ONCE = {"checks"}
"""Programs of so many jobs that they are run on Sail alone."""


RUN = [pytest.param(p, marks=pytest.mark.sail if p.name in ONCE else (), id=p.name) for p in PROGRAMS]


@pytest.mark.parametrize("folder", RUN)
def test_programs_give_the_same_results(folder: Path, session: Any, pytestconfig: pytest.Config) -> None:
    from translator.verification import verify_paths

    verdicts = {v.unit: v.outcome for v in verify_paths([folder], engines=[pytestconfig.getoption("--engine")])}
    assert verdicts
    entries = {unit: outcome for unit, outcome in verdicts.items() if "/" not in unit}
    assert set(entries.values()) == {"equal"}


def test_a_changed_document_translates_its_program_again(tmp_path: Path) -> None:
    from translator.documents.discovery import discover
    from translator.rerun.run import run_tree
    from translator.settings import Folders

    source, out = tmp_path / "in", tmp_path / "out"
    helper = "def positive(frame):\n    return frame[frame['v'] > 0]\n"
    files = {"d.csv": DATA, "helper.py": helper, "main.py": READS + "out = helper.positive(df)\n", "alone.py": "x = 1\n"}
    for name, text in files.items():
        source.mkdir(exist_ok=True)
        (source / name).write_text(text)

    def made() -> set[str]:
        found = discover([source], out)
        return {t.source for t in run_tree(found, out, out, Folders()).made}

    assert made() == {"alone.py", "helper.py", "main.py"}
    assert "filter" in (out / "helper.py").read_text()
    assert made() == set()
    (source / "main.py").write_text(READS + "use(helper.positive)\n")
    assert made() == {"helper.py", "main.py"}
    assert (out / "helper.py").read_text() == helper
    (source / "other.py").write_text("from helper import positive\n")
    assert made() == {"helper.py", "main.py", "other.py"}


PARKED = "import pickle\nimport pandas as pd\ndef place(name, suffix='pkl'):\n    return f'work/{name}.{suffix}'\n"


def test_pickles_whose_names_functions_make_become_tables_beside_others(tmp_path: Path) -> None:
    others = (
        "def keep(thing, name):\n    with open(place(name, 'obj'), 'wb') as f:\n        pickle.dump(thing, f)\n"
        "def kept(name):\n    with open(place(name, 'obj'), 'rb') as f:\n        return pickle.load(f)\n"
    )
    store = PARKED + "def save(df, name):\n    df.to_pickle(place(name))\n" + others
    main = "import pandas as pd\nimport store\nstore.save(pd.read_csv('d.csv'), 'rows')\nstore.keep({'n': 1}, 'facts')\n"
    found = translated(tmp_path, {"d.csv": DATA, "store.py": store, "main.py": main})
    assert '.write.format("delta")' in found["store.py"].text
    again = translated(tmp_path, {"store.py": store.replace("place(name, 'obj')", "place(name)")})
    assert '.write.format("delta")' not in again["store.py"].text


def test_a_function_that_parks_pandas_objects_too_leaves_other_tables_alone(tmp_path: Path) -> None:
    store = PARKED + "def save(df, name):\n    df.to_pickle(place(name))\n"
    saved = "store.save(pd.read_csv('d.csv'), 'rows')\n"
    main = f"import pandas as pd\nimport store\n{saved}store.save(pd.read_sql('q', c), 'asked')\n"
    found = translated(tmp_path, {"d.csv": DATA, "store.py": store, "main.py": main})
    assert '.write.format("delta")' in found["store.py"].text
    handed = main.replace("store.save(pd.read_sql('q', c), 'asked')", "run(store.save)")
    assert '.write.format("delta")' not in translated(tmp_path, {"main.py": handed})["store.py"].text


def test_a_model_that_a_program_before_has_parked_scores_in_spark(tmp_path: Path) -> None:
    train = (
        "import pickle\nimport pandas as pd\nfrom sklearn.linear_model import Ridge\ndf = pd.read_csv('d.csv').dropna()\n"
        "model = Ridge().fit(df[['v']], df['v'])\nwith open('m.model', 'wb') as f:\n    pickle.dump(model, f)\n"
    )
    score = (
        "import pickle\nimport pandas as pd\nwith open('m.model', 'rb') as f:\n    model = pickle.load(f)\n"
        "df = pd.read_csv('d.csv').dropna()\ndf['p'] = model.predict(df[['v']])\nprint(df['p'].sum())\n"
    )
    found = translated(tmp_path, {"d.csv": DATA, "a_train.py": train, "b_score.py": score})
    assert 'predicted(model, ["v"])' in found["b_score.py"].text
    other = train + "with open('m.model', 'wb') as f:\n    pickle.dump({'not': 'a model'}, f)\n"
    assert "predicted(" not in translated(tmp_path, {"a_train.py": other})["b_score.py"].text


def test_modules_of_a_package_whose_folder_holds_no_document_are_found(tmp_path: Path) -> None:
    query = (
        "from queries import tables\n\n\ndef q():\n    def query():\n        df = tables.load()\n"
        "        return df[df['v'] > 0]\n\n    print(query())\n\n\nif __name__ == '__main__':\n    q()\n"
    )
    load = "import pandas as pd\n\n\ndef load():\n    return pd.read_csv('d.csv')\n"
    files = {"queries/d.csv": DATA, "queries/__init__.py": "", "queries/tables.py": load, "queries/q1.py": query}
    assert "df.filter(F.col('v') > 0)" in translated(tmp_path, files)["queries/q1.py"].text
