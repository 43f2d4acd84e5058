"""Chains of programs: what those before a unit leave behind is made once."""

from __future__ import annotations

import collections
from pathlib import Path
from typing import Any

import pytest

from translator.harness import Unit, verify
from translator.harness.engines import Engine
from translator.harness.pool import Pool

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail


@pytest.fixture(scope="module")
def sail() -> Any:
    with Engine("sail") as engine:
        yield engine.remote


CHAIN = {
    "a.py": "import os\nos.remove('old.txt')\nos.mkdir('work')\nopen('work/a.txt', 'w').write(WHAT)\n",
    "b.py": "text = open('work/a.txt').read()\nopen('work/b.txt', 'w').write(text * 2)\n",
    "c.py": "import os\ntext, old = open('work/b.txt').read(), os.path.exists('old.txt')\n",
    "d.py": "import os\ntext, names = open('work/b.txt').read(), sorted(os.listdir('work'))\n",
}


def runs_of(folder: Path, what: str, sail: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    units: list[Unit] = []
    for place in ("in", "out"):
        (folder / place).mkdir()
    (folder / "in" / "old.txt").write_text("old")
    for name, text in CHAIN.items():
        for place in ("in", "out"):
            (folder / place / name).write_text(text.replace("WHAT", what))
        units.append(Unit(folder / "in" / name, folder / "out" / name, folder / "in", needs=tuple(units[:2])))
    counts: dict[str, int] = collections.Counter()
    real = Pool.run

    def counted(self: Pool, job: Any, timeout: float) -> Any:
        counts[Path(job.script).name] += 1
        return real(self, job, timeout)

    monkeypatch.setattr(Pool, "run", counted)
    assert {verdict.outcome for verdict in verify(units, engines=[sail])} <= {"equal", "vacuous"}  # of their folder
    return dict(counts)


def test_programs_that_others_need_run_once_for_each_side(tmp_path: Path, sail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runs_of(tmp_path, "'some'", sail, monkeypatch) == {"a.py": 2, "b.py": 2, "c.py": 2, "d.py": 2}


def test_where_files_tell_their_folder_all_run_again(tmp_path: Path, sail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runs_of(tmp_path, "os.getcwd()", sail, monkeypatch)["a.py"] >= 8
