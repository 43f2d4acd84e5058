"""CSV files that are written from Spark: letter by letter what pandas writes, also in parts."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import SUPPORT, differences
from translator import translate_source

DATA = """\
k,i,f,d,b
b,3,1.5,2024-01-01,True
a,-1,,2024-01-02,False
b,9007199254740993,1e22,,True
,0,1e-7,2024-02-29,True
é,5,-0.0,2024-01-03 10:00:00,False
"say ""x"", y",6,0.1,2024-01-04,False
"two
lines",7,0.3333333333333333,,True
" ",8,100.0,2024-01-05,False
"""

READ = 'import pandas as pd\n\ndf = pd.read_csv("data.csv", parse_dates=["d"], date_format="ISO8601")\n'

READ_BACK = """
with open("out.csv", "rb") as file:
    content = file.read()
content = content[10:]  # after the time in a compressed file's head
"""

WRITES = {
    "a single value at a time": 'df.to_csv("out.csv", chunksize=1)',
    "by hand": 'with open("out.csv", "w", newline="") as out:\n    df.to_csv(out)',
    "columns": 'df.to_csv("out.csv", columns=["f", "k"], index=False)',
    "compressed": 'df.to_csv("out.csv", index=False, compression="gzip")',
    "empty": 'df[df["i"] > 100].to_csv("out.csv")',
    "formats": 'df.to_csv("out.csv", float_format="%.2f", date_format="%d.%m.%Y", na_rep="-", sep=";", decimal=",")',
    "groups": 'df.groupby("k")[["i", "f"]].sum().to_csv("out.csv")',
    "groups of two keys": 'df.groupby(["k", "b"])[["f"]].mean().to_csv("out.csv", header=["mean f"])',
    "labels": 'df.to_csv("out.csv", index_label="row")',
    "marked": 'df.to_csv("out.csv", encoding="utf-8-sig")',
    "no header": 'df.to_csv("out.csv", header=False)',
    "no labels": 'df.to_csv("out.csv", index=None)',
    "onto itself": (
        'df = df.dropna()\ndf.to_csv("data.csv", index=False)\n'
        'open("out.csv", "w").close()\ndf = pd.read_csv("data.csv")'
    ),
    "own labels": 'df.set_index("d").to_csv("out.csv")',
    "quotes": 'df.to_csv("out.csv", quoting=1, quotechar="\'")',
    "rows that are left": 'df[df["i"] > 1].to_csv("out.csv")',
    "sorted": 'df.sort_values("i").to_csv("out.csv")',
    "series": 'df.set_index("k")["f"].to_csv("out.csv")',
    "series of groups": 'df.groupby("k")["i"].max().to_csv("out.csv", sep="|")',
    "series without a name": 'df.groupby("k").size().to_csv("out.csv")',
    "two times": 'df.to_csv("out.csv", index=False)\ndf.to_csv("out.csv", index=False, header=False, mode="a")',
}


def support() -> Any:
    """The module that translated programs import."""
    if str(SUPPORT) not in sys.path:
        sys.path.insert(0, str(SUPPORT))
    return importlib.import_module("pandas_parity.writing")


@pytest.mark.parametrize("parts", [False, True], ids=["whole", "in parts"])
@pytest.mark.parametrize("name", WRITES)
def test_written_files_are_equal(
    name: str, parts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    if parts:
        monkeypatch.setattr(support(), "AT_ONCE", 0)
    (tmp_path / "data.csv").write_text(DATA, encoding="utf-8")
    source = f"{READ}{WRITES[name]}\n{READ_BACK}".replace('"data.csv"', repr(str(tmp_path / "data.csv")))
    translation = translate_source(source, folder=tmp_path)
    assert "write_csv(" in translation.text
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


def test_times_are_written_as_dates_in_the_parts_where_pandas_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(support(), "AT_ONCE", 10)
    data = pd.DataFrame({"i": range(120_000)})
    data["t"] = pd.to_datetime(data["i"] // 60_000 * data["i"], unit="h", origin="2000-01-01")
    data.to_csv("data.csv", index=False)
    source = (
        f'import pandas as pd\n\ndf = pd.read_csv({str(tmp_path / "data.csv")!r}, parse_dates=["t"], date_format="ISO8601")\n'
        f'df[["t"]].to_csv("out.csv", index=False)\n{READ_BACK}'
    )
    found, compared = differences(source, translate_source(source, folder=tmp_path))
    assert not found, "\n".join(found)
    assert compared
