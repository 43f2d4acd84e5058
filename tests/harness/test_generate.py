"""Generated files: other rows, the same columns and dtypes."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from translator.harness.generate import example, read_inputs

LEFT = "id,name,score,flag,when,note\n1,ann,1.5,True,2024-01-31,\n2,bob,,False,2024-02-29,\n3,cat,2.0,True,2023-12-31,x\n"
RIGHT = "id,group\n1,g1\n3,g2\n9,g1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "left.csv").write_text(LEFT)
    (tmp_path / "right.csv").write_text(RIGHT)
    frame = pd.DataFrame({"id": [1, 2], "t": pd.to_datetime(["2024-01-01", None]), "s": ["a", None]})
    frame.to_parquet(tmp_path / "p.parquet")
    (tmp_path / "r.jsonl").write_text('{"id": 1, "x": 1.5}\n{"id": 2, "x": null}\n')
    return tmp_path


def test_dtypes_stay(folder: Path) -> None:
    inputs = read_inputs(folder, None)
    was = pd.read_csv(io.StringIO(LEFT)).dtypes.to_dict()
    for number in range(1, 40):
        files = example(inputs, seed=1, number=number, rows=10)
        assert sorted(files) == ["left.csv", "p.parquet", "r.jsonl", "right.csv"]
        frame = pd.read_csv(io.BytesIO(files["left.csv"]))
        assert list(frame.columns) == list(was)
        if len(frame):
            assert frame.dtypes.drop("note").to_dict() == {k: v for k, v in was.items() if k != "note"}, (
                number
            )
        assert pd.read_parquet(io.BytesIO(files["p.parquet"])).dtypes["t"] == "datetime64[ns]"


def test_same_seed_same_data(folder: Path) -> None:
    inputs = read_inputs(folder, None)
    assert example(inputs, seed=1, number=1, rows=10) == example(inputs, seed=1, number=1, rows=10)
    assert example(inputs, seed=1, number=1, rows=10) != example(inputs, seed=2, number=1, rows=10)


def test_what_breaks_translations_is_there(folder: Path) -> None:
    inputs = read_inputs(folder, None)
    frames, others = [], []
    for number in range(1, 25):
        files = example(inputs, seed=0, number=number, rows=12)
        frames.append(pd.read_csv(io.BytesIO(files["left.csv"])))
        others.append(pd.read_csv(io.BytesIO(files["right.csv"])))
    filled = [frame for frame in frames if len(frame)]
    whole = pd.concat(filled)
    assert min(map(len, frames)) == 0
    assert 1 in set(map(len, frames))
    assert whole["score"].isna().any()
    assert whole["name"].isna().any()
    assert not whole["id"].isna().any()
    assert (whole["score"] < 0).any()
    assert (whole["score"] == 0).any()
    assert (whole["id"].abs() > 2**31).any()
    assert any(frame.duplicated().any() for frame in filled)
    assert whole["when"].dropna().str.match(r"\d{4}-\d\d-\d\d$").all()
    joined = [f.merge(o, on="id") for f, o in zip(frames, others, strict=True) if len(f) and len(o)]
    assert sum(len(j) > 0 for j in joined) > len(joined) / 2


def test_only_named_inputs_are_changed(folder: Path) -> None:
    inputs = read_inputs(folder, {"inputs": [{"path": "ri*.csv", "format": "csv"}]})
    assert [source.path for source in inputs.sources] == ["right.csv"]


def test_what_cannot_be_read_plainly_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,a\n1,2\n")
    (tmp_path / "b.json").write_text('{"nested": {"x": 1}}')
    (tmp_path / "c.parquet").write_bytes(b"nonsense")
    assert [s.path for s in read_inputs(tmp_path, None).sources] in ([], ["b.json"])
