"""Several trees in one call, and programs that lie deeper than the packages which they import."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.verification import verify_paths

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

HEAD = "import pandas as pd\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_files_of_one_name_in_two_trees_are_verified_apart(tmp_path: Path) -> None:
    write(tmp_path, {
        "a/job.py": f'{HEAD}df = pd.DataFrame({{"v": [1, 2]}})\ntotal = df["v"].sum()\n',
        "b/job.py": f'{HEAD}df = pd.DataFrame({{"w": [0.5, None]}})\nmean = df["w"].mean()\nmost = df["w"].max()\n',
        "b/other.py": f'{HEAD}df = pd.DataFrame({{"w": [1]}})\n',
    })  # fmt: skip
    verdicts = verify_paths([tmp_path / "a", tmp_path / "b"])
    assert [(v.unit, v.outcome) for v in verdicts] == [
        ("a/job.py", "equal"), ("b/job.py", "equal"), ("b/other.py", "equal"),
    ]  # fmt: skip
    assert [len(v.observables) for v in verdicts] == [2, 3, 1]


def test_a_script_below_imports_packages_of_the_tree(tmp_path: Path) -> None:
    write(tmp_path, {
        "tools/__init__.py": "",
        "tools/clean.py": 'from .names import COLUMN\n\n\ndef clean(df):\n    return df[df[COLUMN].notna()]\n',
        "tools/names.py": 'COLUMN = "v"\n',
        "jobs/daily/run.py": f'{HEAD}from tools.clean import clean\n\n'
                             'df = pd.DataFrame({"v": [1.0, None]})\nout = clean(df)\n',
    })  # fmt: skip
    verdicts = verify_paths([tmp_path])
    found = {v.unit: v.outcome for v in verdicts}
    assert found == {"jobs/daily/run.py": "equal", "tools/clean.py": "definitions"}
