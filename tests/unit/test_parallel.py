"""Translating with worker processes gives what one process gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import Translation, api
from translator.api import translations
from translator.config import Config
from translator.documents.discovery import SourceFile
from translator.frames import fields
from translator.parallel import KnownFiles, Workers

WRITER = """import pandas as pd
df = pd.DataFrame({"k": ["a", "b", "a"], "v": [1.0, None, 3.0]})
df.to_pickle("made.pkl")
"""
READER = """import pandas as pd
df = pd.read_pickle("made.pkl")
print(df.groupby("k")["v"].sum())
"""
OTHER = """import pandas as pd
df = pd.DataFrame({"v": [3, 1, 2]})
print(df.sort_values("v").head(2))
"""
BROKEN = "import pandas as pd\nprint 'python 2'\n"


@pytest.fixture
def sources(tmp_path: Path) -> list[SourceFile]:
    texts = {"a_writes.py": WRITER, "b_reads.py": READER, "c_other.py": OTHER, "d_broken.py": BROKEN, "e_none.py": "x = 1\n"}
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(text)
    return [SourceFile(tmp_path / name, tmp_path, name) for name in texts]


def made(sources: list[SourceFile], jobs: int) -> dict[str, Translation]:
    return {file.relative: translation for file, translation in translations(sources, Config(), jobs)}


def test_workers_give_what_one_process_gives(sources: list[SourceFile]) -> None:
    alone, together = made(sources, 1), made(sources, 2)
    assert alone.keys() == together.keys()
    for name, one in alone.items():
        other = together[name]
        assert (one.content, one.outcome, one.diagnostics, one.sites) == (
            other.content, other.outcome, other.diagnostics, other.sites,
        )  # fmt: skip
    assert 'format("delta")' in together["b_reads.py"].text  # what the writer wrote is known to the reader
    assert together["d_broken.py"].outcome == "failed"


def test_workers_answer_unless_a_file_is_known_that_they_asked_for(sources: list[SourceFile]) -> None:
    _, programs = api._programs(sources, lambda file: Config())
    with Workers([(program.parts, program.config, frozenset()) for program in programs], 2) as ahead:
        answers = [ahead.answer(number, {}) for number in range(len(programs))]
        assert [len(answer[0]) for answer in answers if answer is not None] == [1, 1, 1, 1]
        written = {path: fact for answer in answers if answer is not None for path, fact in answer[1].items()}
        assert list(written) and ahead.answer(1, written) is None and ahead.answer(2, written) is not None


def test_numbers_of_different_processes_never_meet() -> None:
    before = fields.fresh()
    fields.number_from(1 << 50)
    assert fields.fresh() >= 1 << 50 > before


def test_paths_that_are_asked_for_are_known() -> None:
    asked: set[str] = set()
    files = KnownFiles(asked)
    files["a"] = 1
    assert files.get("b") is None and "c" not in files and files["a"] == 1
    assert asked == {"a", "b", "c"}
