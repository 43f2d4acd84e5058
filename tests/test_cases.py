"""Every case file: exact output, and the same result on the engine.

A case is a runnable pandas script, a line ``# output``, and the expected translation.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.differential import differences
from translator import translate_source

CASES = sorted((Path(__file__).parent / "cases").rglob("*.py"))
SEPARATOR = "\n# output\n"


def parts(path: Path) -> tuple[str, str | None]:
    text = path.read_text(encoding="utf-8")
    script, found, expected = text.partition(SEPARATOR)
    return script + "\n" if found else text, expected if found else None


def case_id(path: Path) -> str:
    return str(path.relative_to(Path(__file__).parent / "cases"))


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_output_is_exact(path: Path, pytestconfig: pytest.Config) -> None:
    script, expected = parts(path)
    translation = translate_source(script, name=path.name, folder=path.parent)
    assert translation.outcome in ("translated", "partial", "unchanged")
    if pytestconfig.getoption("--update"):
        path.write_text(script.rstrip("\n") + "\n" + SEPARATOR.lstrip("\n") + translation.text, encoding="utf-8")
        return
    assert expected is not None, "no '# output' part; run pytest --update and review it"
    assert translation.text == expected


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_translating_twice_changes_nothing(path: Path) -> None:
    script, _ = parts(path)
    once = translate_source(script, name=path.name, folder=path.parent).text
    assert translate_source(once, name=path.name, folder=path.parent).text == once


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_same_result(path: Path, session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # some write files
    script, _ = parts(path)
    found, compared = differences(script, translate_source(script, name=path.name, folder=path.parent))
    assert not found, "\n".join(found)
    assert compared, "nothing was compared"
