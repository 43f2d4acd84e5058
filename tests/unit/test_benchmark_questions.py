"""The questions of the benchmarks have an expert's answer each."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks import questions

HERE = Path(questions.__file__).parent


@pytest.mark.parametrize("name", ["idioms/idioms", "groupby_join/groupby", "groupby_join/join"])
def test_every_question_has_an_answer_by_hand(name: str) -> None:
    asked = list(questions.read(HERE / f"{name}.py"))
    by_hand = list(questions.read(HERE / f"{name}_by_hand.py"))
    assert [q.name for q in asked] == [q.name for q in by_hand]
    for question in [*asked, *by_hand]:
        names = {part.id for part in ast.walk(ast.parse(question.script)) if isinstance(part, ast.Name)}
        assert "result" in names, question.name
