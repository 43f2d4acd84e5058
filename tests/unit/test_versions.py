"""Functions that are written in several versions: each of them is one that the program calls."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from translator import translate_path

FIXTURES = sorted(path for path in (Path(__file__).parents[2] / "fixtures" / "notebooks").iterdir() if list(path.glob("*.py")))


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda path: path.name)
def test_every_version_is_called(folder: Path) -> None:
    translated = [t for t in translate_path(folder) if t.source.endswith(".py")]
    defined = {name for t in translated for name in functions((folder / t.source).read_text(encoding="utf-8"))}
    added = {name for t in translated for name in functions(t.text)} - defined
    used = {part.id for t in translated for part in ast.walk(ast.parse(t.text)) if isinstance(part, ast.Name)}
    used |= {part.attr for t in translated for part in ast.walk(ast.parse(t.text)) if isinstance(part, ast.Attribute)}
    assert added <= used
    first = {name.rpartition("_")[0] for name in added}
    assert first <= used, "the first version stands there for nothing"


def functions(text: str) -> set[str]:
    return {part.name for part in ast.walk(ast.parse(text)) if isinstance(part, ast.FunctionDef)}
