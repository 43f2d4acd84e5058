"""Counter-examples are shrunk to the rows that matter."""

from __future__ import annotations

import io
import json

import pandas as pd
import pytest

from translator.harness import check_pair
from translator.harness.shrink import shrink


def test_one_row_is_left() -> None:
    files = {"a.csv": b"k,v\n" + b"".join(b"x,%d\n" % i for i in range(40)), "b.csv": b"k\n1\n2\n"}
    small = shrink(files, lambda f: b"x,17\n" in f["a.csv"], 100)
    assert small == {"a.csv": b"k,v\nx,17\n", "b.csv": b"k\n"}


def test_quoted_newlines_stay_together() -> None:
    files = {"a.csv": b'k,v\n"two\nlines",1\nx,2\n'}
    small = shrink(files, lambda f: b"two" in f["a.csv"], 20)
    assert small == {"a.csv": b'k,v\n"two\nlines",1\n'}


def test_rows_of_json_and_parquet() -> None:
    records = [{"k": i, "v": [i]} for i in range(30)]
    stream = io.BytesIO()
    pd.DataFrame({"k": pd.array([*range(29), None], "Int64"), "c": pd.Categorical(["a", "b"] * 15)}).to_parquet(stream)
    files = {"a.json": json.dumps(records).encode(), "p.parquet": stream.getvalue(), "x.json": b'{"k": [1, 2]}'}

    def differs(some: dict[str, bytes]) -> bool:
        keys = pd.read_parquet(io.BytesIO(some["p.parquet"]))["k"].dropna().tolist()
        return any(r["k"] == 7 for r in json.loads(some["a.json"])) and 11 in keys

    small = shrink(files, differs, 200)
    assert json.loads(small["a.json"]) == [{"k": 7, "v": [7]}]
    assert small["x.json"] == files["x.json"]
    frame = pd.read_parquet(io.BytesIO(small["p.parquet"]))
    assert frame["k"].tolist() == [11]
    assert frame.dtypes.to_dict() == pd.read_parquet(stream).dtypes.to_dict()


def test_the_budget_is_kept() -> None:
    calls: list[int] = []
    files = {"a.csv": b"k\n" + b"1\n" * 1000}
    shrink(files, lambda f: bool(calls.append(1)), 7)
    assert len(calls) == 7


@pytest.mark.sail
def test_a_counter_example_shows_few_rows() -> None:
    pytest.importorskip("pysail")
    old = "import pandas as pd\ndf = pd.read_csv('d.csv')\nr = df[df['v'] != 2]\n"
    new = (
        "from pyspark.sql import SparkSession, functions as F\nspark = SparkSession.builder.getOrCreate()\n"
        "df = spark.read.csv('d.csv', header=True, schema='k STRING, v DOUBLE')\nr = df.filter(F.col('v') != 2)\n"
    )
    entry = {"variables": [{"name": "df", "kind": "frame"}, {"name": "r", "kind": "frame"}]}
    verdict = check_pair(old, new, entry, {"d.csv": "k,v\na,1.0\nb,2.5\n"}, examples=10)
    assert verdict.outcome == "different"
    assert [o.name for o in verdict.different] == ["r"]
    assert verdict.inputs["d.csv"].count(b"\n") <= 3
