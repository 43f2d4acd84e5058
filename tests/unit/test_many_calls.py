"""Functions that are called in more ways than are followed: said, and left to pandas."""

from __future__ import annotations

import pytest

from translator import translate_source
from translator.interpret import functions

SOURCE = """\
import pandas as pd


def doubled(df):
    return df.assign(v=df["v"] * 2)


df = pd.DataFrame({"v": [1, 2]})
df = df[df["v"] > 1]
print(doubled(df))
"""


def test_calls_are_followed_up_to_a_limit_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "withColumn" in translate_source(SOURCE).text
    monkeypatch.setattr(functions, "MAX_BODIES", 0)
    translation = translate_source(SOURCE)
    assert "withColumn" not in translation.text
    assert [d.code for d in translation.diagnostics if "more than" in d.message] == ["T311"]
