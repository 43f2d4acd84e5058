"""CSV files that break naive readers: the translated read equals ``pd.read_csv``, or pandas reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.differential import differences
from translator import translate_source
from translator.support.pandas_parity import NA_MARKERS

READS = {
    "blanks": ("k,a\n1,x\n\n2,y\n   \n3,z\n\n", ""),
    "bom": ("\ufeffk,a\n1,x\n2,y\n", ""),
    "bools": ("k,b,c\n1,True,TRUE\n2,,false\n", ""),
    "carriage returns": ('k,a\r\n1,x\r\n2,"a\r\nb"\r\n', ""),
    "comments": ("# hi\nk,a\n1,x\n2,y#z\n", 'comment="#"'),
    "compact dates": ("d,v\n20200102,1\n20200213,2\n", 'parse_dates=["d"]'),
    "dates in the index": ("d,v\n1/2/2020,1\n2/13/2020,2\n", "parse_dates=True, index_col=0"),
    "days first": ("d,v\n01/02/2020,1\n13/02/2020,2\n,3\n", 'parse_dates=["d"], dayfirst=True'),
    "days that come first in ISO dates": ("d,v\n2020-02-01,1\n2020-02-13,2\n", 'parse_dates=["d"], dayfirst=True'),
    "decimal commas": ("k;v;n\n1;1,5;1.234,5\n2;2,25;12\n", 'sep=";", decimal=",", thousands="."'),
    "doubled header": ("k,a,a\n1,x,5\n2,y,6\n", ""),
    "escaped quotes": ('k,a\n1,"x\\"y"\n2,z\n', ""),
    "first rows": ("k,a\n1,x\n2,\nlong,z\n", "nrows=2"),
    "infinite": ("k,v\n1,inf\n2,-Infinity\n3,NaN\n4,1e400\n", ""),
    "long rows": ("k,a\n1,x,5\n2,y,6\n", ""),
    "markers of one column": ("k,v,s\n1,-999,-999\n2,-999.00,b\n3,4,c\n", 'na_values={"v": -999, "s": ["b"]}'),
    "markers that are numbers": ("k,v,s\n1,-999,-999.0\n2,3,-999\n3,,c\n", "na_values=[-999]"),
    "mixed dates": ("d,v\n2020-01-02 03:04:05,1\n2020-01-03,2\n", 'parse_dates=["d"]'),
    "names instead": ("k,a\n1,x\n2,y\n", 'header=0, names=["p", "q"]'),
    "no markers": ("k,a,n\n1,NA,5\n2,,-\n", "keep_default_na=False"),
    "numbers": ("k,v,w\n1,1e3,007\n2,1.0,008\n3, 2.5 ,+9\n", ""),
    "other quotes": ("k,a\n1,'x, y'\n2,z\n", 'quotechar="\'"'),
    "quotes": ('k,a\n1,"line1\nline2"\n2,"He said ""hi"""\n3,"C:\\dir\\"\n4,5" pipe\n', ""),
    "short rows": ("k,a,b\n1,x\n2,y,3\n", ""),
    "text beside quotes": ('k,a\n1,"x" tail\n2,z\n', ""),
    "thousands": ('k,v,t\n1,"1,234","1,2x"\n2,5,"a,b"\n3,"-1,000.5",z\n', 'thousands=","'),
}


def script(path: Path, options: str) -> str:
    arguments = f"{str(path)!r}, {options}" if options else repr(str(path))
    return f"import pandas as pd\n\ndf = pd.read_csv({arguments})\nprint(df)\nrows = len(df)\n"


@pytest.mark.parametrize("name", READS)
def test_reads_are_equal(name: str, tmp_path: Path, session: Any) -> None:
    text, options = READS[name]
    path = tmp_path / "data.csv"
    path.write_text(text, encoding="utf-8", newline="")
    source = script(path, options)
    found, compared = differences(source, translate_source(source, folder=tmp_path))
    assert not found, "\n".join(found)
    assert compared


def test_letters_in_another_encoding_are_read_by_pandas(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes("k;a\n1;é\n".encode("latin-1"))
    translation = translate_source(script(path, 'sep=";", encoding="latin-1"'), folder=tmp_path)
    assert "from_pandas(" in translation.text


def test_a_file_with_other_columns_raises(tmp_path: Path, session: Any) -> None:
    from translator.support.pandas_parity import read_csv

    path = tmp_path / "data.csv"
    path.write_text("b,a\n1,2\n")
    with pytest.raises(ValueError, match="translated for"):
        read_csv(path, {"a": "BIGINT", "b": "BIGINT"})


def test_markers_are_those_of_pandas() -> None:
    import pandas as pd

    known: Any = pd._libs.parsers.STR_NA_VALUES  # type: ignore[attr-defined]
    assert set(NA_MARKERS) == set(known)


def test_a_file_that_pandas_writes_first_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("k\nstale\n")
    source = (
        "import pandas as pd\n\nlocal = pd.Series([1]).rename(object()).to_frame()\n"
        'local.to_csv("data.csv", index=False)\ndf = pd.read_csv("data.csv")\n'
        'with open("other.csv", "w") as f:\n    f.write("k")\nother = pd.read_csv("other.csv")\n'
    )
    (tmp_path / "other.csv").write_text("k\nstale\n")
    text = translate_source(source, folder=tmp_path).text
    assert 'pd.read_csv("data.csv")' in text
    assert 'pd.read_csv("other.csv")' in text


@pytest.mark.parametrize("options", ["index=None", 'index=False, compression="gzip"', 'quoting=1, quotechar="\'"'])
def test_written_files_are_equal(options: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Any) -> None:
    monkeypatch.chdir(tmp_path)
    source = (
        'import pandas as pd\n\ndf = pd.DataFrame({"k": [1, 2], "v": ["it\'s", None]})\n'
        f'df.to_csv("out.csv", {options})\nwith open("out.csv", "rb") as file:\n    content = file.read()\n'
        "content = content[10:]  # after the time in a compressed file's head\n"
    )
    found, compared = differences(source, translate_source(source, folder=tmp_path))
    assert not found, "\n".join(found)
    assert compared
