"""Generated files: other rows, the same columns and dtypes."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from translator.harness.generate import example, read_inputs
from translator.harness.pools import MARKERS

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


WILD_CSV = "k,v,n,s,d\na,1.5,1,x,2024-01-31\nb,,2,y,2024-02-29\nc,2.0,3,,2023-12-31\n"


def test_every_kind_of_trouble_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(WILD_CSV)
    (tmp_path / "e.csv").write_text("k,x\na,1\nb,2\n")
    zoned = pd.to_datetime(["2024-01-01", None], utc=True).tz_convert("America/New_York")
    labels = pd.Categorical(["a", None], categories=["a", "b", "never"])
    typed = {"t": pd.to_datetime(["2024-01-01", None]), "z": zoned, "c": labels, "i": pd.array([1, None], "Int64")}
    pd.DataFrame({**typed, "f": [0.5, None], "o": ["a", None]}).to_parquet(tmp_path / "p.parquet")
    (tmp_path / "job.py").write_text("r = df[df['s'] == 'gold-1'].query('v > 1')\nq = df[df['n'] > 77]\n")
    inputs = read_inputs(tmp_path, None, program=tmp_path / "job.py")
    sets = [example(inputs, seed=0, number=number, rows=12) for number in range(1, 65)]
    raw = [pd.read_csv(io.BytesIO(files["d.csv"]), dtype=str, keep_default_na=False) for files in sets]
    read = [pd.read_csv(io.BytesIO(files["d.csv"])) for files in sets]
    others = [pd.read_csv(io.BytesIO(files["e.csv"])) for files in sets]
    parquet = [pd.read_parquet(io.BytesIO(files["p.parquet"])) for files in sets]
    texts = [text for frame in raw for text in frame["s"]]
    numbers = pd.concat([frame["v"] for frame in read if len(frame)]).dropna()
    whole = pd.concat([frame["n"] for frame in read if len(frame)])
    moments = pd.concat([frame["t"] for frame in parquet]).dropna()
    local = pd.concat([frame["z"] for frame in parquet if len(frame)]).dropna()
    pairs = list(zip(read, others, strict=True))
    found = {
        "lines in cells": any("\n" in text.strip("\n") for text in texts),
        "quotes in cells": any('"' in text for text in texts),
        "separators in cells": any(set(text) & set(",;\t") for text in texts),
        "markers of missing": any(text in MARKERS for text in texts),
        "texts like numbers": any(text in ("007", "1e5", "+1", "-3", ".5") for text in texts),
        "texts like dates": any(text[:4] == "2024" for text in texts),
        "white space": any(text.strip() == "" and text for text in texts),
        "outside of ASCII": any(not text.isascii() for text in texts),
        "another case": any(text in ("X", "Y", "A") for text in texts),
        "constants of the program": any("gold" in text for text in texts) and bool(whole.between(76, 78).any()),
        "zero": bool((numbers == 0).any()),
        "negative": bool((numbers < 0).any()),
        "huge": bool((numbers.abs() > 1e300).any()),
        "denormal": bool(((numbers != 0) & (numbers.abs() < 1e-300)).any()),
        "halves": bool((numbers % 1 == 0.5).any()),
        "beyond 32 bits": bool((whole.abs() > 2**31).any()),
        "beyond floats": bool((whole.abs() > 2**53).any()),
        "missing in floats": any(frame["v"].isna().any() for frame in read),
        "all missing": any(len(frame) > 1 and frame["v"].isna().all() for frame in read),
        "no rows": any(len(frame) == 0 for frame in read),
        "one row": any(len(frame) == 1 for frame in read),
        "rows twice": any(frame.duplicated().any() for frame in raw),
        "ties": any(frame["v"].dropna().duplicated().any() for frame in read),
        "leap days": bool(((moments.dt.month == 2) & (moments.dt.day == 29)).any()),
        "ends of months": bool(moments.dt.is_month_end.any()),
        "ends of years": bool(moments.dt.is_year_end.any()),
        "midnight": bool((moments == moments.dt.normalize()).any()),
        "a second before it": bool((moments.dt.second == 59).any()),
        "changes of clocks": bool(((local.dt.month == 3) & (local.dt.day == 10) & (local.dt.hour == 3)).any()),
        "hours that come twice": bool(local.dt.tz_localize(None).between("2024-11-03 01:00", "2024-11-03 02:00").any()),
        "missing moments": any(frame["t"].isna().any() for frame in parquet),
        "unused categories": any(len(f) and not set(f["c"].cat.categories) <= set(f["c"]) for f in parquet),
        "missing categories": any(frame["c"].isna().any() for frame in parquet),
        "missing integers": any(frame["i"].isna().any() for frame in parquet),
        "empty texts": any((frame["o"] == "").any() for frame in parquet),
        "partners in joins": sum(bool(set(a["k"].dropna()) & set(b["k"].dropna())) for a, b in pairs) > 32,
        "keys without a partner": any(set(a["k"].dropna()) - set(b["k"].dropna()) for a, b in pairs),
        "missing keys on both sides": any(a["k"].isna().any() and b["k"].isna().any() for a, b in pairs),
        "partners twice": any(frame["k"].dropna().duplicated().any() for frame in others),
    }  # fmt: skip
    assert [kind for kind, drawn in found.items() if not drawn] == []
