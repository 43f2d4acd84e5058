"""CSV files that break naive readers: the translated read equals ``pd.read_csv``, or pandas reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.differential import differences
from translator import translate_source
from translator.inputs import probe
from translator.support.pandas_parity import NA_MARKERS

READS = {
    "blanks": ("k,a\n1,x\n\n2,y\n   \n3,z\n\n", ""),
    "blank lines that count": ("k,a\n1,x\n\n2,y\n", "skip_blank_lines=False"),
    "bom": ("\ufeffk,a\n1,x\n2,y\n", ""),
    "bools": ("k,b,c\n1,True,TRUE\n2,,false\n", ""),
    "carriage returns": ('k,a\r\n1,x\r\n2,"a\r\nb"\r\n', ""),
    "categories": ("k,a,n\nb,x,10\na,y,9\n,z,9\nNA,b,\n", 'dtype={"k": "category", "n": "category"}'),
    "categories among columns": ("k,a\nb,x\na,y\nb,z\n", 'dtype={"k": "category"}, usecols=["k"]'),
    "categories of no rows": ("k,a\n", 'dtype={"k": "category"}'),
    "columns by function": ("k,a,b\n1,x,5\n2,y,6\n", 'usecols=lambda c: c != "a"'),
    "columns by position": ("k,a,b\n1,x,5\n2,y,6\n", "usecols=[2, 0]"),
    "comments": ("# hi\nk,a\n1,x\n2,y#z\n", 'comment="#"'),
    "compact dates": ("d,v\n20200102,1\n20200213,2\n", 'parse_dates=["d"]'),
    "converters": ("k,a\n1,007\n2,008\n", 'converters={"a": str}'),
    "currency": ("k,v\n1,$5.00\n2,\"$1,000.50\"\n", ""),
    "dates by position": ("k,d\n1,2020-01-02\n2,\n", "parse_dates=[1]"),
    "dates in the index": ("d,v\n1/2/2020,1\n2/13/2020,2\n", "parse_dates=True, index_col=0"),
    "dates of several columns": ("y,m,v\n2020,1,1\n2021,12,2\n", 'parse_dates={"d": ["y", "m"]}'),
    "dates with a format": ("d,v\n02.01.2020,1\n13.02.2020,2\n", 'parse_dates=["d"], date_format="%d.%m.%Y"'),
    "dates with a zone": ("d,v\n2020-01-02T03:04:05Z,1\n", 'parse_dates=["d"]'),
    "days first": ("d,v\n01/02/2020,1\n13/02/2020,2\n,3\n", 'parse_dates=["d"], dayfirst=True'),
    "days that come first in ISO dates": ("d,v\n2020-02-01,1\n2020-02-13,2\n", 'parse_dates=["d"], dayfirst=True'),
    "decimal commas": ("k;v;n\n1;1,5;1.234,5\n2;2,25;12\n", 'sep=";", decimal=",", thousands="."'),
    "delimiter": ("k|a\n1|x\n2|y\n", 'delimiter="|"'),
    "doubled header": ("k,a,a\n1,x,5\n2,y,6\n", ""),
    "dtypes": ("k,a,b\n1,2,3\n4,5,6\n", 'dtype={"k": "float64", "a": str, "b": "Int64"}'),
    "dtype of all": ("k,a\n1,007\n,x\n", "dtype=str"),
    "escaped quotes": ('k,a\n1,"x\\"y"\n2,z\n', ""),
    "escapes": ('k,a\n1,x\\,y\n2,z\n', 'escapechar="\\\\"'),
    "first rows": ("k,a\n1,x\n2,\nlong,z\n", "nrows=2"),
    "header only": ("k,a\n", ""),
    "header further down": ("title\nk,a\n1,x\n2,y\n", "header=1"),
    "infinite": ("k,v\n1,inf\n2,-Infinity\n3,NaN\n4,1e400\n", ""),
    "labels": ("k,a,b\n1,x,5\n2,y,6\n", 'index_col="a"'),
    "labels of two columns": ("k,a,b\n1,x,5\n2,y,6\n", 'index_col=["k", "a"]'),
    "last rows left out": ("k,a\n1,x\n2,y\ntotal,2\n", 'skipfooter=1, engine="python"'),
    "long rows": ("k,a\n1,x,5\n2,y,6\n", ""),
    "long rows that are no index": ("k,a\n1,x,5\n2,y,6\n", "index_col=False"),
    "long rows that are left out": ("k,a\n1,x\n2,y,6\n3,z\n", 'on_bad_lines="skip"'),
    "many blanks": ("k  a   b\n1   x  2.5\n 2 y  3\n", r'sep=r"\s+"'),
    "many blanks by name": ("k  a   b\n1   x  2.5\n 2 y  3\n", "delim_whitespace=True"),
    "blanks and tabs": ("k\ta b\n1  x\t2.5\n\n2\t y 3  \n", r'sep=r"\s+"'),
    "blanks around quotes": ('k  a\n1 "x y"\n2 z\n', r'sep=r"\s+"'),
    "markers of one column": ("k,v,s\n1,-999,-999\n2,-999.00,b\n3,4,c\n", 'na_values={"v": -999, "s": ["b"]}'),
    "markers that are numbers": ("k,v,s\n1,-999,-999.0\n2,3,-999\n3,,c\n", "na_values=[-999]"),
    "mixed": ("k,a\n1,5\n2,x\n", ""),
    "mixed dates": ("d,v\n2020-01-02 03:04:05,1\n2020-01-03,2\n", 'parse_dates=["d"]'),
    "names": ("1,x\n2,y\n", 'names=["k", "a"]'),
    "names instead": ("k,a\n1,x\n2,y\n", 'header=0, names=["p", "q"]'),
    "names of fewer columns": ("1,x,5\n2,y,6\n", 'names=["p", "q"]'),
    "by arrow": ("k,v,s\n1,1.5,x\n2,,y\n", 'engine="pyarrow"'),
    "by arrow, dates": ("k,d\n1,2020-01-02\n2,2020-01-03\n", 'engine="pyarrow"'),
    "by arrow, missing text": ("k,s\n1,\n2,x\n", 'engine="pyarrow"'),
    "by arrow, times": ("k,t\n1,2020-01-02 03:04:05\n2,\n", 'engine="pyarrow"'),
    "no header": ("1,x\n2,y\n", "header=None"),
    "no header and missing cells": ("1,x,\n,y,2.5\n3,,\n", "header=None"),
    "no header, tabs": ("1\tx\n2\ty\n", 'header=None, sep="\t"'),
    "no header, an index": ("1,x\n2,y\n", "header=None, index_col=0"),
    "no header, one row": ("7\n", "header=None"),
    "no header, a prefix like names": ("0,1\n2,3\n", "header=None"),
    "no markers": ("k,a,n\n1,NA,5\n2,,-\n", "keep_default_na=False"),
    "no quoting": ('k,a\n1,"x\n2,y"z\n', "quoting=3"),
    "numbers": ("k,v,w\n1,1e3,007\n2,1.0,008\n3, 2.5 ,+9\n", ""),
    "other quotes": ("k,a\n1,'x, y'\n2,z\n", 'quotechar="\'"'),
    "other truth": ("k,b\n1,yes\n2,no\n", 'true_values=["yes"], false_values=["no"]'),
    "quotes": ('k,a\n1,"line1\nline2"\n2,"He said ""hi"""\n3,"C:\\dir\\"\n4,5" pipe\n', ""),
    "quotes everywhere": ('"k","a"\n"1","x"\n"2",""\n', "quoting=1"),
    "rows left out": ("k,a\nunit,text\n1,x\n2,y\n", "skiprows=[1]"),
    "rows left out at the top": ("# made by hand\n\nk,a\n1,x\n2,y\n", "skiprows=2"),
    "short rows": ("k,a,b\n1,x\n2,y,3\n", ""),
    "spaces behind separators": ("k, a, b\n1, x, ?\n2, y z, 3\n", 'skipinitialspace=True, na_values=["?"]'),
    "spaces in separators": ("k, a, b\n1, x, ?\n2, y z, 3\n", 'sep=", ", engine="python"'),
    "several separators": ("k;a,b\n1,x;2\n3;y;4\n", 'sep="[;,]", engine="python"'),
    "text beside quotes": ('k,a\n1,"x" tail\n2,z\n', ""),
    "thousands": ('k,v,t\n1,"1,234","1,2x"\n2,5,"a,b"\n3,"-1,000.5",z\n', 'thousands=","'),
    "trailing separators": ("k,a,\n1,x,\n2,y,\n", ""),
    "trailing separators below names": ("1|x|\n2|y|\n", 'sep="|", names=["k", "a"], index_col=False'),
    "trailing separators with a name for them": ("1|x|\n2|y|\n", 'sep="|", names=["k", "a", "_"], usecols=["k", "a"]'),
    "two colons": ("1::x::5\n2::y z::6\n", 'sep="::", names=["k", "a", "b"], engine="python"'),
    "unnamed column": (",a\n0,x\n1,y\n", ""),
    "unnamed labels": (",a\n3,x\n1,y\n", "index_col=0"),
    "whole numbers beyond 64 bits": ("k\n9223372036854775808\n1\n", ""),
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


@pytest.mark.parametrize("name", ["quotes", "numbers", "bools", "thousands", "other quotes"])
def test_large_files_are_equal(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Any) -> None:
    monkeypatch.setattr(probe, "LARGE", 0)
    text, options = READS[name]
    path = tmp_path / "data.csv"
    path.write_text(text, encoding="utf-8", newline="")
    source = script(path, options).replace("print(df)\n", "n = df.count().sum()\n")
    translation = translate_source(source, folder=tmp_path)
    assert "large=True" in translation.text
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


def test_a_file_that_is_gone_raises_as_pandas_does(tmp_path: Path, session: Any) -> None:
    from translator.support.pandas_parity import read_csv

    with pytest.raises(FileNotFoundError):
        read_csv(tmp_path / "none.csv", {"k": "BIGINT"})


def test_a_file_that_was_cached_and_has_changed_is_read_anew(tmp_path: Path, session: Any) -> None:
    from translator.support.pandas_parity import read_csv

    path = tmp_path / "x.csv"
    path.write_text("v\n1\n2\n")
    assert read_csv(path, {"v": "BIGINT"}).cache().count() == 2
    path.write_text("v\n3\n4\n5\n")
    assert sorted(row.v for row in read_csv(path, {"v": "BIGINT"}).collect()) == [3, 4, 5]


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


@pytest.mark.parametrize("texts", [
    ["04/19/19 08:46", "12/31/45 23:59", "", "02/29/20 00:00"], ["13/02/19 10:05", "01/02/20 00:00"],
    ["28/02/30", "", "15/06/20"], ["12/31/19 08:46:01", "01/01/20 23:59:59"],
])  # fmt: skip
def test_dates_with_short_years_are_read_as_pandas_reads_them(texts: list[str], tmp_path: Path, session: Any) -> None:
    path = tmp_path / "data.csv"
    path.write_text("n,t\n" + "".join(f"{n},{text}\n" for n, text in enumerate(texts)), encoding="utf-8")
    source = (
        f'import pandas as pd\n\ndf = pd.read_csv({str(path)!r})\ndf["t"] = pd.to_datetime(df["t"])\n'
        'some = df[df["n"] > 0].copy()\nsome["day"] = some["t"].dt.day\n'
    )
    translation = translate_source(source, folder=tmp_path)
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared
