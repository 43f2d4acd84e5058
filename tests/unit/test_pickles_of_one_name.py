"""Two pickles that would become one table stay pickles, within a program and between programs of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from translator import translate_path, translate_source

WRITES = 'import pandas as pd\ndf = pd.DataFrame({{"n": [1, 2]}})\ndf[df["n"] > {least}].to_pickle("{path}")\n'


def translated(folder: Path, programs: Mapping[str, str]) -> dict[str, str]:
    for name, text in programs.items():
        (folder / name).write_text(text)
    return {one.source: one.text for one in translate_path(folder)}


@pytest.mark.parametrize("other", ["x.pkl.gz", "x.pickle", "./x.joblib", "X.pkl"])
def test_in_one_program(other: str) -> None:
    first = WRITES.format(path="x.pkl", least=0)
    second = WRITES.format(path=other, least=1).partition("\n")[2]
    found = translate_source(f'{first}{second}print(pd.read_pickle("x.pkl"))\n')
    assert "delta" not in found.text
    assert f'.to_pickle("{other}")' in found.text
    assert [d.code for d in found.diagnostics if d.api == "DataFrame.to_pickle"] == ["T205", "T205"]


def test_in_programs_of_a_tree(tmp_path: Path) -> None:
    reads = 'import pandas as pd\nprint(pd.read_pickle("x.pkl"))\n'
    programs = {"a.py": WRITES.format(path="x.pkl", least=0), "b.py": WRITES.format(path="x.pkl.gz", least=1), "c.py": reads}
    found = translated(tmp_path, programs)
    assert '.to_pickle("x.pkl")' in found["a.py"]
    assert '.to_pickle("x.pkl.gz")' in found["b.py"]
    assert found["c.py"] == reads


def test_one_pickle_written_twice_is_a_table(tmp_path: Path) -> None:
    programs = {"a.py": WRITES.format(path="x.pkl", least=0), "b.py": WRITES.format(path="./x.pkl", least=1)}
    assert all('save("' in text for text in translated(tmp_path, programs).values())
