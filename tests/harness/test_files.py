"""What a run wrote is found, read, and told apart."""

from __future__ import annotations

import pickle
from pathlib import Path

import pandas as pd
import pytest

from translator.harness import files
from translator.harness.compare import compare
from translator.harness.job import Result
from translator.harness.judge import judge
from translator.harness.values import Table


def written(root: Path, before: dict[str, files.Stamp] | None = None) -> Result:
    return Result(written=[files.read(root, name) for name in files.changed(root, before or {})])


def statuses(old: Path, new: Path, outputs: list[dict[str, object]] | None = None) -> dict[str, str]:
    observables = judge(written(old), written(new), {"outputs": outputs or []})
    return {o.name: o.status for o in observables}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    return tmp_path / "old", tmp_path / "new"


def test_only_changed_files_are_seen(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a\n1\n")
    before = files.snapshot(tmp_path)
    (tmp_path / "out.csv").write_text("a\n1\n")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("")
    assert files.changed(tmp_path, before) == ["out.csv"]


def test_part_files_are_one_dataset(tmp_path: Path) -> None:
    for name in ("out/part-0.csv", "out/_SUCCESS", "by/k=1/part-1.csv", "by/k=2/part-0.csv", "d/x.parquet"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a\n1\n")
    assert files.changed(tmp_path, {}) == ["by", "d/x.parquet", "out"]
    assert files.changed(tmp_path, {}, [str(tmp_path / "d")]) == ["by", "d", "out"]


def test_csv_of_part_files_equals_one_file(two: tuple[Path, Path]) -> None:
    old, new = two
    (old / "out.csv").write_text("k,v\na,1.0\nb,\nc,3.5\n")
    (new / "out.csv").mkdir()
    (new / "out.csv" / "part-0.csv").write_text("k,v\na,1.0000000000001\nb,\n")
    (new / "out.csv" / "part-1.csv").write_text('k,v\n"c",3.5\n')
    assert statuses(old, new) == {"out.csv": "equal"}


@pytest.mark.parametrize(
    "text",
    [
        "k,v\na,1\nb,\nc,3.5\n",
        "k,v\nb,\na,1.0\nc,3.5\n",
        "v,k\n1.0,a\n,b\n3.5,c\n",
        ",k,v\n0,a,1.0\n1,b,\n2,c,3.5\n",
        "k,v\na,1.0\nb,0.0\nc,3.5\n",
        "k,v\na,1.0\nb,\n",
    ],
)
def test_csv_that_differs(two: tuple[Path, Path], text: str) -> None:
    old, new = two
    (old / "out.csv").write_text("k,v\na,1.0\nb,\nc,3.5\n")
    (new / "out.csv").write_text(text)
    expected = "equal" if text.startswith("k,v\na,1\n") else "different"
    assert statuses(old, new) == {"out.csv": expected}


def test_whole_numbers_written_as_floats_differ(two: tuple[Path, Path]) -> None:
    old, new = two
    (old / "out.csv").write_text("v\n1\n2\n")
    (new / "out.csv").write_text("v\n1.0\n2.0\n")
    assert statuses(old, new) == {"out.csv": "different"}


def test_json_lines_equal_records(two: tuple[Path, Path]) -> None:
    old, new = two
    frame = pd.DataFrame({"k": ["a", None], "v": [1, 2]})
    frame.to_json(old / "out.json", orient="records")
    (new / "out.json").mkdir()
    (new / "out.json" / "part-0.json").write_text('{"k":"a","v":1}\n{"v":2}\n')
    assert statuses(old, new) == {"out.json": "equal"}


def test_pickle_against_delta(two: tuple[Path, Path]) -> None:
    deltalake = pytest.importorskip("deltalake")
    old, new = two
    frame = pd.DataFrame({"k": ["a", "b"], "v": [1.5, None]})
    (old / "cache.pkl").write_bytes(pickle.dumps(frame))
    deltalake.write_deltalake(str(new / "cache"), frame)
    assert statuses(old, new) == {"cache.pkl -> cache": "equal"}
    deltalake.write_deltalake(str(new / "cache"), frame.assign(v=[1.5, 2.0]), mode="overwrite")
    assert statuses(old, new) == {"cache.pkl -> cache": "different"}
    (new / "cache").rename(new / "silver")
    assert statuses(old, new) == {"cache.pkl": "different", "silver": "different"}
    deltalake.write_deltalake(str(new / "silver"), frame, mode="overwrite")
    outputs: list[dict[str, object]] = [{"path": "silver", "format": "delta", "original": "cache.pkl"}]
    assert statuses(old, new, outputs) == {"cache.pkl -> silver": "equal"}


def test_parquet_keeps_the_index_of_pandas(two: tuple[Path, Path]) -> None:
    old, new = two
    frame = pd.DataFrame({"k": ["a", "b"], "v": [1, 2]})
    frame.set_index("k").to_parquet(old / "o.parquet")
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"k": ["b", "a"], "v": [2, 1]}), new / "o.parquet")
    assert statuses(old, new) == {"o.parquet": "equal"}
    pq.write_table(pa.table({"v": [2, 1]}), new / "o.parquet")
    assert statuses(old, new) == {"o.parquet": "different"}


def test_plots_are_not_comparable_and_damaged_files_are_different(two: tuple[Path, Path]) -> None:
    old, new = two
    (old / "p.png").write_bytes(b"\x89PNG 1")
    (new / "p.png").write_bytes(b"\x89PNG 2")
    (old / "a.json").write_text("[1]")
    (new / "a.json").write_text("[1")
    assert statuses(old, new) == {"a.json": "different", "p.png": "not-comparable"}


def test_empty_csv_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("")
    value = files.read(tmp_path, "e.csv").value
    assert isinstance(value, Table)
    assert value.rows == 0
    assert compare(value, value) == []
