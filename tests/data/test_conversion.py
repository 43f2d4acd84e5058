"""Files of every shape become equal Delta tables, or are refused by name; twice is once, and cut off is resumed."""

from __future__ import annotations

import datetime
import decimal
import pickle
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
import pytest
from deltalake import DeltaTable

from translator.data import Options, convert, reading, scan, verify
from translator.data.reading import Request

T = pd.to_datetime(["2020-01-01 01:02:03.123456", None, "1969-12-31 23:59:59"], format="ISO8601")
BASE = pd.DataFrame({"k": ["a", None, "é"], "n": [1, -2, 2**60], "v": [1.5, np.nan, -0.0], "b": [True, False, True]})
SHAPES: dict[str, pd.DataFrame | pd.Series] = {
    "plain": BASE, "empty": BASE.iloc[:0], "one row": BASE.iloc[:1], "no columns": BASE[[]],
    "times": BASE.assign(t=T), "times of a zone": BASE.assign(t=T.tz_localize("Europe/Paris")),
    "times in utc": BASE.assign(t=T.tz_localize("UTC")), "spans": BASE.assign(d=pd.to_timedelta([1, None, 3], unit="s")),
    "categories": BASE.assign(c=pd.Categorical(["y", None, "x"], ["y", "x"], ordered=True)),
    "nullable": BASE.assign(n=pd.array([1, None, 3], "Int64"), b=pd.array([True, None, False], "boolean"),
                            v=pd.array([1.5, None, 2], "Float64"), k=pd.array(["a", None, "b"], "string")),
    "arrow text": BASE.assign(k=pd.array(["a", None, "b"], "string[pyarrow]")),
    "labels": BASE.set_index("n"), "two levels": BASE.set_index(["n", "b"]), "chosen rows": BASE[BASE.n > 0],
    "dates as labels": BASE.assign(t=pd.date_range("2020", periods=3)).set_index("t"),
    "periods": BASE.assign(p=pd.period_range("2020-01", periods=3, freq="M")),
    "intervals": BASE.assign(i=pd.interval_range(0, 3)),
    "unsigned": BASE.assign(u=np.array([1, 2, 2**63], "uint64"), w=np.array([1, 2, 255], "uint8")),
    "half": BASE.assign(h=np.array([1, 2, 0.5], "float16"), f=np.array([1, 2, 0.5], "float32")),
    "dates": BASE.assign(d=[datetime.date(2020, 1, 1), None, datetime.date(1900, 1, 1)]),
    "decimals": BASE.assign(d=[decimal.Decimal("1.10"), None, decimal.Decimal("-3.00")]),
    "bytes": BASE.assign(x=[b"a", None, b"\xff"]), "lists": BASE.assign(x=[[1], None, [2, 3]]),
    "dicts": BASE.assign(x=[{"a": 1}, None, {"a": 2}]),
    "times of day": BASE.assign(x=[datetime.time(1, 2), None, datetime.time(3)]),
    "sparse": BASE.assign(s=pd.arrays.SparseArray([0, 1, 0])),
    "column levels": pd.DataFrame([[1, 2]], columns=[["a", "a"], ["x", "y"]]),
    "awkward names": BASE.rename(columns={"k": "a b", "n": "A;b", "v": "V", "b": "v"}),
    "numbers as names": BASE.rename(columns={"k": 0}),
    "series": BASE["v"], "nothing in a column": BASE.assign(x=None),
}  # fmt: skip
LOSSY = {
    "mixed": BASE.assign(x=[1, "a", None]), "nanoseconds": BASE.assign(t=pd.Timestamp("2020-01-01 00:00:00.000000001")),
    "objects": BASE.assign(x=[pd.Timestamp("2020"), 1, None]), "index named as a column": BASE.rename_axis("k"),
}  # fmt: skip


def converted(tmp_path: Path, **options: Any) -> Any:
    return convert(tmp_path / "in", Options(tmp_path / "out", **options))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def test_every_shape_is_converted(tree: Path, tmp_path: Path) -> None:
    for protocol in (2, 4, 5):
        for name, frame in SHAPES.items():
            path = tree / f"{name.replace(' ', '_')}_{protocol}.pkl"
            path.write_bytes(pickle.dumps(frame, protocol))
    records = converted(tmp_path, jobs=2)
    assert [f"{r.uri}: {r.reason}" for r in records if not r.ok and not r.uri.startswith("no_columns")] == []
    assert {r.status for r in records if not r.ok} == {"not_tabular"}
    assert len(records) == 3 * len(SHAPES)
    plain = DeltaTable(str(tmp_path / "out" / "bronze" / "plain_5")).to_pandas()
    pd.testing.assert_frame_equal(plain, BASE)


@pytest.mark.parametrize("name", LOSSY)
def test_what_would_lose_something_is_refused(name: str, tree: Path, tmp_path: Path) -> None:
    LOSSY[name].to_pickle(tree / "x.pkl")
    record, = converted(tmp_path)
    assert record.status == "lossy"
    assert not (tmp_path / "out" / "bronze").exists()


def test_loss_can_be_allowed(tree: Path, tmp_path: Path) -> None:
    LOSSY["mixed"].to_pickle(tree / "mixed.pkl")
    LOSSY["nanoseconds"].to_pickle(tree / "nanoseconds.pkl")
    records = converted(tmp_path, request=Request(mixed="json", truncate=True))
    assert [r.status for r in records] == ["converted", "converted"]
    assert records[0].tables[0]["deviations"]["x"] == "mixed objects are stored as JSON text"


@pytest.mark.parametrize("suffix", ["", ".gz", ".bz2", ".xz", ".zip", ".zst"])
def test_packed_files(suffix: str, tree: Path, tmp_path: Path) -> None:
    BASE.to_pickle(tree / f"x.pkl{suffix}")
    record, = converted(tmp_path)
    assert record.status == "converted", record.reason


@pytest.mark.parametrize("compress", [0, 3, ("gzip", 3), ("lzma", 3), ("bz2", 3)])
def test_joblib_files(compress: Any, tree: Path, tmp_path: Path) -> None:
    joblib.dump(BASE, tree / "frame.joblib", compress=compress)
    joblib.dump({"a": BASE, "b": BASE[["n"]]}, tree / "frames.joblib", compress=compress)
    joblib.dump(np.arange(6.0).reshape(2, 3), tree / "array.joblib", compress=compress)
    records = converted(tmp_path)
    assert [r.status for r in records] == ["converted"] * 3, [r.reason for r in records]
    assert {t["table"] for t in records[2].tables} == {"bronze/frames__joblib__a", "bronze/frames__joblib__b"}


def test_other_kinds(tree: Path, tmp_path: Path) -> None:
    BASE.to_csv(tree / "a.csv", index=False)
    BASE.to_csv(tree / "b.csv.gz", index=False)
    BASE.to_parquet(tree / "c.parquet")
    BASE.to_feather(tree / "d.feather")
    BASE.to_excel(tree / "e.xlsx", index=False)
    BASE.to_json(tree / "f.jsonl", orient="records", lines=True)
    BASE.to_json(tree / "g.json", orient="records")
    np.save(tree / "h.npy", np.arange(4))
    np.savez(tree / "i.npz", x=np.arange(4), y=np.eye(2))
    np.save(tree / "j.npy", np.array([{}], dtype=object), allow_pickle=True)
    (tree / "k.h5").write_bytes(b"\x89HDF")
    (tree / "deep").mkdir()
    (tree / "deep" / "l.json").write_text('{"a": 1, "b": "x"}')
    (tree / "m.txt").write_text("no data")
    records = {r.uri: r for r in converted(tmp_path)}
    bad = {uri: r.status for uri, r in records.items() if not r.ok}
    assert bad == {"j.npy": "error", "k.h5": "refused_format"}
    assert records["deep/l.json"].tables[0]["table"] == "bronze/deep__l"


def test_twice_is_once(tree: Path, tmp_path: Path) -> None:
    BASE.to_pickle(tree / "x.pkl")
    converted(tmp_path)
    record, = converted(tmp_path)
    table = DeltaTable(str(tmp_path / "out" / "bronze" / "x"))
    assert record.status == "unchanged"
    assert table.version() == 0
    assert table.history()[0]["source"] == "x.pkl"
    BASE.iloc[:2].to_pickle(tree / "x.pkl")
    record, = converted(tmp_path)
    assert record.status == "converted"
    assert DeltaTable(str(tmp_path / "out" / "bronze" / "x")).version() == 1


def test_a_run_that_was_ended_is_resumed(tree: Path, tmp_path: Path) -> None:
    for name in "abc":
        BASE.to_pickle(tree / f"{name}.pkl")
    converted(tmp_path)
    log = tmp_path / "out" / "conversion.jsonl"
    lines = log.read_text().splitlines(keepends=True)
    log.write_text(lines[0] + lines[1][:20])
    records = converted(tmp_path)
    assert [r.status for r in records] == ["unchanged", "converted", "converted"]
    assert all(DeltaTable(str(tmp_path / "out" / "bronze" / n)).version() == 0 for n in "abc")


def test_links_out_of_the_tree_are_not_followed(tree: Path, tmp_path: Path) -> None:
    BASE.to_pickle(tmp_path / "secret.pkl")
    (tree / "x.pkl").symlink_to(tmp_path / "secret.pkl")
    (tree / "folder").symlink_to(tmp_path)
    assert list(scan(tree)) == []


def test_tables_are_not_written_into_the_tree(tree: Path) -> None:
    with pytest.raises(ValueError, match="lies within"):
        convert(tree, Options(tree / "tables"))


def test_verify_tells_changed_tables(tree: Path, tmp_path: Path) -> None:
    BASE.to_pickle(tree / "x.pkl")
    BASE.to_pickle(tree / "y.pkl")
    options = Options(tmp_path / "out")
    convert(tree, options)
    assert [r.status for r in verify(tree, options)] == ["converted", "converted"]
    from deltalake import write_deltalake

    write_deltalake(str(tmp_path / "out" / "bronze" / "x"), BASE.assign(n=1), mode="overwrite")
    BASE.iloc[:1].to_pickle(tree / "y.pkl")
    assert [r.status for r in verify(tree, options)] == ["error", "changed"]


def test_names_that_a_user_trusts(tree: Path, tmp_path: Path) -> None:
    (tree / "x.pkl").write_bytes(pickle.dumps({"a": BASE, "b": BASE}) [:-1] + b"0cstatistics\nNormalDist\n.")
    refused, = converted(tmp_path)
    assert refused.reason == "it asks for statistics.NormalDist"
    trusted, = converted(tmp_path, request=Request(trusted=(("statistics", "NormalDist"),)))
    assert trusted.status == "not_tabular"


def test_readers_end_with_the_conversion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    begin = reading._Reader.__init__

    def begun(self: Any, python: str) -> None:
        begin(self, python)
        started.append(self.child)

    monkeypatch.setattr(reading._Reader, "__init__", begun)
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(4):
        pd.DataFrame({"n": [number]}).to_pickle(folder / f"{number}.pkl")
    found = convert(folder, Options(tmp_path / "lake", jobs=2))
    assert {record.status for record in found} == {"converted"}
    assert started
    assert all(child.wait(timeout=20) == 0 for child in started)


def test_files_of_one_name(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "sales").mkdir(parents=True)
    written = {"sales.pkl": 1, "sales.pkl.gz": 2, "Sales.pickle": 3, "sales/2024.pkl": 4, "sales__2024.pkl": 5}
    for name, number in written.items():
        pd.DataFrame({"n": range(number)}).to_pickle(folder / name)
    pd.DataFrame({"n": range(6)}).to_csv(folder / "sales.csv", index=False)
    found = {record.uri: record for record in convert(folder, Options(tmp_path / "lake", jobs=2))}
    assert {uri: record.tables[0]["rows"] for uri, record in found.items()} == {**written, "sales.csv": 6}
    assert found["sales.pkl.gz"].tables[0]["table"] == "bronze/sales__pkl_gz"
    assert len({record.tables[0]["table"].lower() for record in found.values()}) == 6
    again = convert(folder, Options(tmp_path / "lake", jobs=2))
    assert {record.status for record in again} == {"unchanged"}


def test_frames_of_a_pickle_that_would_be_one_table(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    frame = pd.DataFrame({"n": [1]})
    pd.to_pickle({"a b": frame, "a_b": frame}, folder / "two.pkl")
    pd.to_pickle({"a": frame}, folder / "one.pkl")
    frame.to_pickle(folder / "one__a.pkl")
    found = {record.uri: record for record in convert(folder, Options(tmp_path / "lake"))}
    assert [found[uri].status for uri in ("one.pkl", "one__a.pkl", "two.pkl")] == ["error", "converted", "error"]
    assert found["one.pkl"].reason.startswith("'a' of it would become the table bronze/one__a of one__a.pkl")
    assert found["two.pkl"].reason.startswith("'a_b' of it would become the table bronze/two__a_b of 'a b' of two.pkl")
