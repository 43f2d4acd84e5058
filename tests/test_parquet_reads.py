"""Parquet files as pandas writes them: the translated read equals ``pd.read_parquet``, or pandas reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.differential import differences
from translator import translate_source

ROWS = pd.DataFrame({
    "k": ["x", None, "é", "x"],
    "n": [3, -1, 0, 2**60],
    "v": [1.5, np.nan, np.inf, -0.0],
    "t": pd.to_datetime(["2020-01-01 01:02:03.123456", None, "1960-02-29 23:59:59.999999", "2262-01-01"], format="ISO8601"),
    "b": [True, False, True, True],
})  # fmt: skip
FRAMES = {
    "plain": ROWS,
    "empty": ROWS.iloc[:0].reset_index(drop=True),
    "one row": ROWS.iloc[:1],
    "named index": ROWS.set_index("n"),
    "two levels": ROWS.set_index(["n", "b"]),
    "dates in the index": ROWS.dropna().set_index("t"),
    "labels of chosen rows": ROWS[ROWS.n > 0],
    "labels that do not start at 0": ROWS.iloc[2:],
    "finer than microseconds": ROWS.assign(t=pd.Timestamp("2020-01-01 00:00:00.000000001")),
    "microseconds": ROWS.assign(t=ROWS.t.astype("datetime64[us]")),
    "zone": ROWS.assign(t=ROWS.t.dt.tz_localize("UTC")),
    "categories": ROWS.assign(k=ROWS.k.astype("category")),
    "small numbers": ROWS.assign(n=ROWS.n.clip(0, 9).astype("uint8"), v=ROWS.v.astype("float32")),
    "nullable": ROWS.assign(n=pd.array([1, None, 3, 4], "Int64"), b=pd.array([True, None, False, True], "boolean")),
    "time spans": ROWS.assign(d=pd.to_timedelta([1, 2, 3, None], unit="h")),
    "dates": ROWS.assign(d=[pd.Timestamp("2020-01-01").date(), None, pd.Timestamp("1999-12-31").date(), None]),
    "lists": ROWS.assign(d=[[1], [2, 3], [], None]),
}
PANDAS_READS = {"categories", "labels that do not start at 0", "time spans", "lists", "zone", "finer than microseconds"}


@pytest.mark.parametrize(
    "rest", [pytest.param("rows = len(df)", marks=pytest.mark.sail), "print(df)\ntop = df.head(2)"]
)
@pytest.mark.parametrize("name", FRAMES)
def test_reads_are_equal(name: str, rest: str, tmp_path: Path, session: Any) -> None:
    path = tmp_path / "data.parquet"
    FRAMES[name].to_parquet(path)
    source = f"import pandas as pd\n\ndf = pd.read_parquet({str(path)!r})\n{rest}\n"
    translation = translate_source(source, folder=tmp_path)
    assert ("pd.read_parquet(" in translation.text) == (name in PANDAS_READS)
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


def test_chosen_columns_keep_the_index(tmp_path: Path, session: Any) -> None:
    path = tmp_path / "data.parquet"
    ROWS.set_index("n").to_parquet(path)
    source = f'import pandas as pd\n\ndf = pd.read_parquet({str(path)!r}, columns=["v", "k"])\nprint(df)\n'
    found, compared = differences(source, translate_source(source, folder=tmp_path))
    assert not found, "\n".join(found)
    assert compared


def test_rows_of_large_files_are_numbered_one_by_one(tmp_path: Path, session: Any) -> None:
    path = tmp_path / "data.parquet"
    frame = pd.DataFrame({"n": np.arange(50_000)})
    frame.to_parquet(path, row_group_size=1_000)
    source = f'import pandas as pd\n\ndf = pd.read_parquet({str(path)!r})\nlast = df.tail(3)\nprint(last)\n'
    found, compared = differences(source, translate_source(source, folder=tmp_path))
    assert not found, "\n".join(found)
    assert compared


def test_folders_keep_no_order(tmp_path: Path) -> None:
    folder = tmp_path / "data.parquet"
    folder.mkdir()
    for part in range(3):
        ROWS.assign(part=part).to_parquet(folder / f"{part}.parquet")
    head = f"import pandas as pd\n\ndf = pd.read_parquet({str(folder)!r})\n"
    assert "pd.read_parquet" not in translate_source(head + "n = len(df)\n", folder=tmp_path).text
    assert "pd.read_parquet" in translate_source(head + "print(df.head())\n", folder=tmp_path).text


def test_a_file_that_is_gone_raises_as_pandas_does(tmp_path: Path, session: Any) -> None:
    from translator.support.pandas_parity import read_parquet

    with pytest.raises(FileNotFoundError):
        read_parquet(tmp_path / "none.parquet")


LOADERS = {
    "assigned": "tables = {n: pd.read_parquet(f'{ROOT}/{n}.parquet') for n in NAMES}",
    "annotated": "tables: dict[str, pd.DataFrame] = {n: pd.read_parquet(f'{ROOT}/{n}.parquet') for n in NAMES}",
    "returned": "def load(root):\n    return {n: pd.read_parquet(f'{root}/{n}.parquet') for n in NAMES}\n\ntables = load(ROOT)",
}


@pytest.mark.parametrize("loader", LOADERS)
def test_tables_of_several_layouts_are_read_by_a_comprehension(loader: str, tmp_path: Path, session: Any) -> None:
    FRAMES["plain"].rename(columns={"k": "name"}).to_parquet(tmp_path / "sales.parquet")
    FRAMES["empty"][["k", "v"]].to_parquet(tmp_path / "none.parquet")
    pd.DataFrame({"k": ["x", "y", None], "n": [1, 2, 2]}).to_parquet(tmp_path / "keys.parquet")
    source = f"import pandas as pd\n\nROOT = {str(tmp_path)!r}\nNAMES = ['sales', 'none', 'keys']\n{LOADERS[loader]}\n" + """
def question(t, most=2):
    keys = t["keys"]
    return t["sales"].merge(keys[keys["n"] <= most], left_on="name", right_on="k", suffixes=("", "_r"))

answer = question(tables)
print(answer.groupby("name")["v"].sum(), len(tables["none"]))
"""
    translation = translate_source(source, folder=tmp_path)
    assert "pd.read_parquet(" not in translation.text and ".groupBy(" in translation.text
    assert not [d for d in translation.diagnostics if d.code == "T203"]
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared
