"""``layout.yaml``: derived, checked, and the one source for the conversion and the translation of old pickles."""

from __future__ import annotations

import pickle
import random
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.differential import differences
from translator import translate_path, translate_source
from translator.config import Config
from translator.data import Options, convert
from translator.data.derive import derive
from translator.data.reading import Request
from translator.harness.engines import delta_jars
from translator.inputs.layout import LayoutError, load, written

pytest.importorskip("deltalake")
FRAME = pd.DataFrame({
    "k": ["b", "a", None, "b"], "v": [1.5, np.nan, np.inf, -0.0], "n": [4, 3, -2, 2**60], "b": [True, False, True, True],
    "at": pd.to_datetime(["2024-02-29 10:00:00.123456", None, "1960-01-01 00:00:00", "2024-01-01 12:30:00"], format="ISO8601"),
})  # fmt: skip
FRAMES = {
    "plain": FRAME, "reversed": FRAME.iloc[::-1], "some rows": FRAME[FRAME["n"] > 0],
    "named index": FRAME.set_index("n"), "two levels": FRAME.set_index(["k", "n"]),
    "times in the index": FRAME.dropna().set_index("at"), "NaN among texts": FRAME.assign(k=["b", "a", np.nan, "b"]),
    "small": FRAME.astype({"v": "float32"}).assign(n=np.array([1, 2, 3, 4], "int8")),
    "spaces in names": FRAME.rename(columns={"k": "the k", "v": "V (%)"}),
    "dates": FRAME.assign(d=[pd.Timestamp("2020-01-01").date(), None, None, pd.Timestamp("1999-12-31").date()]),
}  # fmt: skip
STAY = {
    "empty": FRAME.iloc[:0],
    "series": FRAME["v"], "array": FRAME[["v"]].to_numpy(), "mixed missing": FRAME.assign(k=["b", np.nan, None, "b"]),
    "nullable": FRAME.assign(n=pd.array([1, None, 3, 4], "Int64")), "categories": FRAME.assign(k=FRAME["k"].astype("category")),
    "spans": FRAME.assign(d=pd.to_timedelta([1, 2, 3, None], unit="h")),
    "zone": FRAME.assign(at=FRAME["at"].dt.tz_localize("UTC")),
    "unsigned": FRAME.assign(n=FRAME["n"].clip(0, 9).astype("uint16")), "frames": {"a": FRAME, "b": FRAME},
    "name of columns": FRAME.rename_axis(columns="names"), "numbers as names": FRAME.rename(columns={"k": 0}),
}  # fmt: skip


def stored(folder: Path, value: Any) -> Config:
    """A folder with a pickle, the layout for it, and the table that it was converted to."""
    (folder / "old.pkl").write_bytes(pickle.dumps(value))
    layout = folder / "layout.yaml"
    layout.write_text(written(str(folder / "lake"), {"old.pkl": "bronze/old"}))
    convert(folder, Options(folder / "lake", layout=load(layout), request=Request(rows=True)))
    return Config(layout=layout, data_root=folder)


def source(folder: Path, rest: str) -> str:
    return f"import pandas as pd\n\ndf = pd.read_pickle({str(folder / 'old.pkl')!r})\n{rest}\n"


@pytest.fixture
def delta(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--engine") == "spark" and not delta_jars():
        pytest.skip("the Delta jars are not on this machine")


def on_spark_too(values: Iterable[Any], some: Container[Any]) -> list[Any]:
    """Parameters of tests on Sail; only some of them on Apache Spark, where every table takes seconds."""
    return [value if value in some else pytest.param(value, marks=pytest.mark.sail) for value in values]


RESTS = ("print(df)\ntop = df.head(2)", "total = df['v'].sum()\nrows = len(df)",
         "last = df.sort_values('v').tail(2)\nprint(last)")  # fmt: skip


@pytest.mark.parametrize("rest", on_spark_too(RESTS, RESTS[:1]))
@pytest.mark.parametrize("name", on_spark_too(FRAMES, ["two levels"]))
def test_old_pickles_are_read_from_their_tables(name: str, rest: str, tmp_path: Path, session: Any, delta: None) -> None:
    config = stored(tmp_path, FRAMES[name])
    text = source(tmp_path, rest.replace("'v'", "'V (%)'") if name == "spaces in names" else rest)
    translation = translate_source(text, folder=tmp_path, config=config)
    assert 'format("delta")' in translation.text
    found, compared = differences(text, translation)
    assert not found, "\n".join(found)
    assert compared


@pytest.mark.parametrize("seed", on_spark_too(range(4), [0]))
def test_frames_made_at_random(seed: int, tmp_path: Path, session: Any, delta: None) -> None:
    chance = random.Random(seed)
    rows = chance.randrange(1, 40)
    values = {
        "k": [chance.choice(["a", "b", "ü", "", " x", None]) for _ in range(rows)],
        "v": [chance.choice([0.0, -1.5, 1e300, float("nan"), 2.0]) for _ in range(rows)],
        "n": [chance.randrange(-3, 3) for _ in range(rows)],
    }
    data = pd.DataFrame(values, index=chance.sample(range(100), rows) if seed % 2 else None)
    config = stored(tmp_path, data)
    rest = "print(df.head(7))\ndf['w'] = df['v'].shift(1)\nbest = df.drop_duplicates('k', keep='last')\nprint(best)"
    text = source(tmp_path, rest)
    found, compared = differences(text, translate_source(text, folder=tmp_path, config=config))
    assert not found, "\n".join(found)
    assert compared


@pytest.mark.parametrize("name", STAY)
def test_what_a_table_holds_in_another_form_stays_a_pickle(name: str, tmp_path: Path) -> None:
    config = stored(tmp_path, STAY[name])
    translation = translate_source(source(tmp_path, "print(df)"), folder=tmp_path, config=config)
    assert "pd.read_pickle(" in translation.text
    assert "delta" not in translation.text


def test_nothing_is_read_from_a_table_that_is_not_there(tmp_path: Path) -> None:
    config = stored(tmp_path, FRAME)
    (tmp_path / "lake" / "conversion.jsonl").unlink()
    translation = translate_source(source(tmp_path, "print(df)"), folder=tmp_path, config=config)
    assert "pd.read_pickle(" in translation.text
    assert any("not converted" in d.message for d in translation.diagnostics)


def test_a_pickle_that_is_looked_at_is_not_read_from_its_table(tmp_path: Path) -> None:
    config = stored(tmp_path, FRAME)
    (tmp_path / "a.py").write_text('import pandas as pd\n\ndf = pd.read_pickle("old.pkl")\nprint(df["v"].sum())\n')
    assert "delta" in translate_path(tmp_path, config=config)[0].text
    (tmp_path / "b.py").write_text('import os\nimport pandas as pd\n\nprint(os.path.getmtime("old.pkl"))\n')
    assert "delta" not in translate_path(tmp_path, config=config)[0].text


def test_a_pickle_that_pandas_goes_on_writing_is_not_read_from_its_table(tmp_path: Path) -> None:
    config = stored(tmp_path, FRAME)
    (tmp_path / "a.py").write_text('import pandas as pd\n\ndf = pd.read_pickle("old.pkl")\nprint(df["v"].sum())\n')
    (tmp_path / "b.py").write_text('import pandas as pd\n\npd.DataFrame(eval("{}")).to_pickle("old.pkl")\n')
    assert "delta" not in translate_path(tmp_path, config=config)[0].text


def test_a_program_writes_where_the_layout_says(tmp_path: Path) -> None:
    stored(tmp_path, FRAME)
    layout = tmp_path / "layout.yaml"
    layout.write_text(written("s3://bucket/lake", {"old.pkl": "silver/old"}))
    (tmp_path / "in.csv").write_text("k,v\na,1\n")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "job.py").write_text('import pandas as pd\n\npd.read_csv("../in.csv").to_pickle("../old.pkl")\n')
    [found] = translate_path(tmp_path, config=Config(layout=layout))
    assert '.save("s3://bucket/lake/silver/old")' in found.text
    layout.write_text(written("lake", {"old.pkl": "silver/old"}))
    [found] = translate_path(tmp_path, config=Config(layout=layout))
    assert '.save("../lake/silver/old")' in found.text


def test_tables_that_programs_went_on_with_are_not_overwritten(tmp_path: Path) -> None:
    from deltalake import DeltaTable, write_deltalake

    config = stored(tmp_path, FRAME)
    assert config.layout is not None
    options = Options(tmp_path / "lake", layout=load(config.layout), request=Request(rows=True))
    assert [r.status for r in convert(tmp_path, options)] == ["unchanged"]
    table = str(tmp_path / "lake" / "bronze" / "old")
    write_deltalake(table, DeltaTable(table).to_pyarrow_table(), mode="append")
    assert [r.status for r in convert(tmp_path, options)] == ["unchanged"]
    FRAME.iloc[:1].to_pickle(tmp_path / "old.pkl")
    assert [r.status for r in convert(tmp_path, options)] == ["written_since"]
    assert DeltaTable(table).to_pyarrow_table().num_rows == 2 * len(FRAME)


def test_a_layout_is_derived_from_what_programs_do(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "in.csv").write_text("k,v\na,1\n")
    (tmp_path / "1_make.py").write_text(
        'import pandas as pd\n\ndf = pd.read_csv("in.csv")\ndf.to_pickle("work/a.pkl")\ndf.to_pickle("work/end.pkl")\n'
        'df.to_csv("out.csv", index=False)\n'
    )
    (tmp_path / "2_use.py").write_text('import pandas as pd\n\nprint(len(pd.read_pickle("work/a.pkl")))\n')
    for name in ("work/a.pkl", "work/end.pkl", "old.pkl"):
        FRAME.to_pickle(tmp_path / name)
    (tmp_path / "settings.pkl").write_bytes(pickle.dumps({"a": 1}))
    (tmp_path / "out.csv").write_text("k,v\na,1\n")
    FRAME.to_parquet(tmp_path / "old.parquet")
    found = derive(tmp_path)
    assert found == {
        "in.csv": "bronze/in", "old.parquet": "bronze/old", "old.pkl": "bronze/old__pkl", "out.csv": "file",
        "settings.pkl": "file", "work/a.pkl": "silver/work__a", "work/end.pkl": "gold/work__end",
    }  # fmt: skip
    layout = tmp_path / "layout.yaml"
    layout.write_text(written("lake", found))
    assert load(layout).files["work/a.pkl"] == "silver/work__a"


def test_a_layout_of_a_tree_with_tables_knows_only_files(tmp_path: Path) -> None:
    stored(tmp_path, FRAME)
    assert (tmp_path / "lake" / "bronze" / "old").is_dir()
    assert derive(tmp_path) == {"old.pkl": "bronze/old"}


WRONG = {
    "no YAML": "tables: [", "nothing": "", "a list": "- a", "other keys": "tables: a\nfiles: {}\nmore: 1",
    "no tables": "tables: 3\nfiles: {}", "files": "tables: a\nfiles: [x]", "no layer": "tables: a\nfiles: {x.pkl: x}",
    "another layer": "tables: a\nfiles: {x.pkl: iron/x}", "spaces": "tables: a\nfiles: {x.pkl: bronze/a b}",
    "above": "tables: a\nfiles: {../x.pkl: bronze/x}", "absolute": "tables: a\nfiles: {/x.pkl: bronze/x}",
    "a table of two": "tables: a\nfiles: {x.pkl: bronze/x, y.pkl: bronze/X}", "out": "tables: a\nfiles: {x.pkl: bronze/../x}",
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_layouts_that_cannot_be_used_are_told(name: str, tmp_path: Path) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text(WRONG[name])
    with pytest.raises(LayoutError, match="layout"):
        load(layout)
