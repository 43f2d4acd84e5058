"""Whatever stays pandas has a reason that is told, also where no rule has declined."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from translator import translate_source
from translator.cli import main
from translator.results import Digest

FRAME = 'import pandas as pd\n\ndf = pd.DataFrame({"a": [1.0, None, 3.0], "k": ["x", "y", "x"]})\n'
KEPT = {
    "a slice shows the change": 'first = df["a"][:2]\ndf.loc[df["k"] == "x", "a"] = 0.0\nprint(first)\n',
    "a tuple holds the frame": 'pair = (df, 1)\ndf["b"] = df["a"] * 2\nprint(pair[0])\n',
    "a handler waits for a conversion":
        'try:\n    df["a"] = df["k"].astype(float)\nexcept ValueError:\n    print("no")\nprint(df)\n',
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_what_stays_pandas_for_others_to_see_is_told(name: str) -> None:
    found = translate_source(FRAME + KEPT[name])
    assert "spark" not in found.text
    told = [d for d in found.diagnostics if d.code == "T318"]
    assert told
    assert all(d.hint for d in told)


def test_nothing_is_told_where_nothing_stays_pandas() -> None:
    found = translate_source(FRAME + 'df["b"] = df["a"] * 2\nprint(df)\n')
    assert "withColumn" in found.text
    assert not [d for d in found.diagnostics if d.code == "T318"]


@pytest.mark.parametrize("rows", ["df.iloc[::2]", "df.iloc[1::2]", "df[df['n'] > 0]"])
def test_labels_that_may_be_shown_as_a_range(rows: str) -> None:
    found = translate_source(f"import pandas as pd\ndf = pd.DataFrame({{'n': [1, 2, 3, 4, 5]}})\nprint({rows}.index)\n")
    assert "T316" in [d.code for d in found.diagnostics]


def test_frames_that_cannot_be_told_apart_are_refused() -> None:
    found = translate_source(FRAME + 'b = df\nif len(df) > 2:\n    b = df.copy()\nprint(b.groupby(df["k"]).sum())\n')
    assert found.outcome == "partial"
    assert [d.code for d in found.diagnostics if d.refused] == ["T311"]


@pytest.mark.parametrize("call", ["same([df, df])", "same((df, df.copy()))"])
def test_what_a_function_tells_apart_stays_pandas_or_is_refused(call: str) -> None:
    found = translate_source(FRAME + f"def same(pair):\n    return pair[0] is pair[1]\n\nprint({call})\n")
    assert "spark" not in found.text or found.outcome == "partial"


NO_DATA = """import glob

import pandas as pd

parts = []
for path in sorted(glob.glob("nowhere/*.csv")):
    parts.append(pd.read_csv(path))
whole = pd.concat(parts, ignore_index=True)
print(whole.groupby("k")["v"].sum())
"""


def test_files_that_are_not_at_hand_are_the_one_reason_for_all_that_follows() -> None:
    found = translate_source(NO_DATA)
    reasons = [(d.code, d.consequences) for d in found.diagnostics if d.severity != "note"]
    assert [code for code, _ in reasons] == ["T201"]
    assert reasons[0][1] >= 2
    assert Digest.of(found).reasons == {"T201": 1 + reasons[0][1]}


def test_a_run_tells_why_sites_stay_pandas(tmp_path: Path) -> None:
    (tmp_path / "job.py").write_text(NO_DATA)
    for _ in range(2):  # translated, and known from the run before
        told = CliRunner().invoke(main, [str(tmp_path / "job.py"), "--out", str(tmp_path / "out")])
        assert "T201 The columns and types of the data are not known" in told.output
        assert "--data-root" in told.output
