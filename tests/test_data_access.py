"""Data behind open files, archives, workbooks, databases and lists of files: read by pandas or Spark, equal in the end."""

from __future__ import annotations

import json
import sqlite3
import textwrap
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import differences, left_behind, run
from translator import translate_source

ROWS = pd.DataFrame({
    "id": range(1, 13),
    "k": [*"abcabcabcab", None],
    "v": [1.5, None, 3, 4, 5, 6, 7.25, 8, 9, -10, None, 12],
    "d": [f"2024-01-{day:02}" for day in range(20, 32)],
    "name": ["ünï", "", "a,b", 'say "x"', "two\nlines", " pad ", "1", "NA?", "Z", "z", "é", "ok"],
})

READS = {
    "open": 'with open("@/a.csv") as f:\n    df = pd.read_csv(f)',
    "open, options": 'with open("@/a.csv", "r", encoding="utf-8") as f:\n    df = pd.read_csv(f, usecols=["id", "v"])',
    "open, bytes": 'with open("@/a.csv", "rb") as f:\n    df = pd.read_csv(f)',
    "open at once": 'df = pd.read_csv(open("@/a.csv"))',
    "gzip": 'import gzip\nwith gzip.open("@/a.csv.gz") as f:\n    df = pd.read_csv(f)',
    "zip": """
        import zipfile
        with zipfile.ZipFile("@/a.zip") as z:
            with z.open("in/a.csv") as f:
                df = pd.read_csv(f)
        """,
    "zip at once": 'from zipfile import ZipFile\nz = ZipFile("@/a.zip")\ndf = pd.read_csv(z.open("in/a.csv"))',
    "workbook": 'x = pd.ExcelFile("@/b.xlsx")\ndf = pd.read_excel(x, "two", index_col="id")',
    "sheet": 'x = pd.ExcelFile("@/b.xlsx")\ndf = x.parse("one")',
    "sqlite": 'import sqlite3\ncon = sqlite3.connect("@/s.db")\ndf = pd.read_sql("SELECT * FROM sales", con)\ncon.close()',
    "sqlite, parameters": """
        import sqlite3
        with sqlite3.connect("@/s.db") as con:
            df = pd.read_sql_query("SELECT * FROM sales WHERE v > ? ORDER BY v", con, params=(3,), parse_dates=["d"])
        """,
    "sqlite, labels": """
        import sqlite3
        con = sqlite3.connect("@/s.db")
        df = pd.read_sql("SELECT k, sum(v) AS v, count(*) AS n FROM sales GROUP BY k", con, index_col="k")
        """,
    "sqlite, no rows": """
        import sqlite3
        con = sqlite3.connect("@/s.db")
        df = pd.read_sql("SELECT id, v FROM sales WHERE id < 0", con)
        """,
    "table": 'from sqlalchemy import create_engine\ne = create_engine("sqlite:///@/s.db")\ndf = pd.read_sql_table("sales", e)',
    "table by name": """
        import sqlalchemy
        engine = sqlalchemy.create_engine("sqlite:///@/s.db")
        df = pd.read_sql("sales", engine)
        """,
    "text": """
        from sqlalchemy import create_engine, text
        e = create_engine("sqlite:///@/s.db")
        with e.connect() as c:
            df = pd.read_sql(text("SELECT * FROM sales WHERE v > 3"), c)
        """,
    "assigned": """
        parts = [pd.read_csv(f).assign(month=os.path.basename(f)[6:12]) for f in sorted(glob.glob("@/sales_*.csv"))]
        df = pd.concat(parts, ignore_index=True)
        """,
    "assigned at once": """
        df = pd.concat(
            [pd.read_csv(f).assign(month=Path(f).name[6:12]) for f in sorted(glob.glob("@/sales_*.csv"))], ignore_index=True)
        """,
    "mapped": 'df = pd.concat(map(pd.read_csv, sorted(glob.glob("@/sales_*.csv"))), ignore_index=True)',
    "parquet files": 'df = pd.concat([pd.read_parquet(f) for f in sorted(glob.glob("@/pq/*.parquet"))], ignore_index=True)',
    "workbooks": 'df = pd.concat([pd.read_excel(f, sheet_name="two") for f in sorted(glob.glob("@/*.xlsx"))])',
    "json": 'import json\nwith open("@/r.json") as f:\n    data = json.load(f)\ndf = pd.DataFrame(data)',
    "json, a part": """
        import json
        data = json.load(open("@/n.json"))
        print(data["count"], len(data["items"]))
        df = pd.DataFrame(data["items"], columns=["id", "v", "none"])
        """,
    "json, text": """
        import json
        with open("@/n.json") as f:
            df = pd.DataFrame.from_records(json.loads(f.read())["items"], columns=["id", "v"])
        """,
    "json, nested": """
        import json
        data = json.load(open("@/n.json"))
        df = pd.json_normalize(data["items"]).rename(columns={"at.x": "v2"})
        df["v"] = df["v2"] * 2
        """,
    "json, path of data": 'import json\nconfig = json.load(open("@/c.json"))\ndf = pd.read_csv(config["input"]["sales"])',
    "csv rows": """
        import csv
        with open("@/sales_202401.csv") as f:
            rows = list(csv.DictReader(f))
        df = pd.DataFrame(rows)
        df["v"] = pd.to_numeric(df["v"])
        """,
    "csv rows, then lists of one file": """
        import csv
        with open("@/sales_202401.csv") as f:
            rows = list(csv.DictReader(f))
        with open("@/sales_202401.csv") as f:
            lists = list(csv.reader(f))
        df = pd.DataFrame(rows)
        other = pd.DataFrame(lists)
        df["v"] = pd.to_numeric(df["v"])
        """,
    "lists, then csv rows of one file": """
        import csv
        with open("@/sales_202401.csv") as f:
            lists = list(csv.reader(f))
        with open("@/sales_202401.csv") as f:
            rows = list(csv.DictReader(f))
        df = pd.DataFrame(rows)
        other = pd.DataFrame(lists)
        df["v"] = pd.to_numeric(df["v"])
        """,
    "chunks put together": 'df = pd.concat(pd.read_csv("@/a.csv", chunksize=5), ignore_index=True)',
    "chunks of a reader": """
        reader = pd.read_csv("@/a.csv", iterator=True, chunksize=5, usecols=["id", "k", "v"])
        df = pd.concat(reader)
        """,
    "chunks one by one": """
        parts = []
        total, rows = 0, 0
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            chunk["w"] = chunk["v"] * 2
            kept = chunk[(chunk["v"] > 2) & chunk["k"].isin(["a", "b"])]
            total += kept["v"].sum()
            rows += len(chunk)
            parts.append(kept[["id", "v", "w"]])
        df = pd.concat(parts)
        print(total, rows)
        """,
    "latest": 'last = max(glob.glob("@/sales_*.csv"), key=os.path.getmtime)\ndf = pd.read_csv(last)',
    "categories": """
        df = pd.read_csv("@/a.csv", dtype={"k": "category", "id": "int32"}, usecols=["k", "id", "v"])
        sizes = df.groupby("k", observed=False)["v"].sum()
        kinds = df["k"].cat.categories.tolist()
        """,
    "squeezed": 's = pd.read_csv("@/a.csv", usecols=["v"]).squeeze("columns")\ndf = s.to_frame().dropna()',
    "last by name": 'files = sorted(glob.glob("@/sales_*.csv"))\ndf = pd.read_csv(files[-1])',
    "first by name": 'df = pd.read_csv(min(glob.glob("@/sales_*.csv")))',
}

READ_WHAT_THEY_WRITE = {
    "csv": 'a = pd.read_csv("@/a.csv")\na[a["v"] > 3].to_csv("@/o.csv", index=False)\ndf = pd.read_csv("@/o.csv")',
    "labels": 'a = pd.read_csv("@/a.csv")\na[a["v"] > 3].to_csv("@/o.csv")\ndf = pd.read_csv("@/o.csv", index_col=0)',
    "types change": """
        a = pd.read_csv("@/a.csv", dtype={"id": str}, parse_dates=["d"])
        a["whole"] = a["v"].fillna(0).astype(int).astype(str)
        a.to_csv("@/o.csv", index=False, sep=";", na_rep="-")
        df = pd.read_csv("@/o.csv", sep=";", na_values=["-"], parse_dates=["d"])
        kinds = str(df["id"].dtype), str(df["whole"].dtype)
        """,
    "a workbook": """
        a = pd.read_csv("@/a.csv")
        a.groupby("k")["v"].sum().to_excel("@/o.xlsx")
        df = pd.read_excel("@/o.xlsx")
        """,
    "records": """
        a = pd.read_csv("@/a.csv", usecols=["id", "k", "v"])
        a.to_json("@/o.json", orient="records", lines=True)
        df = pd.read_json("@/o.json", lines=True)
        """,
    "written twice": """
        a = pd.read_csv("@/a.csv", usecols=["id", "v"])
        a.to_csv("@/o.csv", index=False)
        b = pd.read_csv("@/o.csv")
        a.assign(w=a["v"] * 2).to_csv("@/o.csv", index=False)
        df = pd.read_csv("@/o.csv")
        n = len(b.columns), len(df.columns)
        """,
    "onto what was read": """
        a = pd.read_csv("@/a.csv")
        b = a[a["v"] > 3][["id", "v"]]
        b.to_csv("@/a.csv", index=False)
        df = pd.read_csv("@/a.csv")
        kinds = str(a["v"].dtype), len(a), len(df)
        """,
    "by another function": """
        def clean(path, out):
            frame = pd.read_csv(path).dropna(subset=["v"])
            frame.to_csv(out, index=False)
            return out

        df = pd.read_csv(clean("@/a.csv", "@/o.csv"))
        """,
}

CHANGE_WHAT_THEY_READ = {
    "overwritten": 'df = pd.read_csv("@/a.csv")\nbig = df[df["v"] > 3]\nbig.to_csv("@/a.csv", index=False)\nn = len(df)',
    "overwritten, Parquet": """
        df = pd.read_parquet("@/pq/part-0.parquet")
        df[df["v"] > 3].to_parquet("@/pq/part-0.parquet", index=False)
        n = len(df)
        """,
    "overwritten in a folder": """
        df = pd.read_parquet("@/pq")
        df[df["v"] > 3].to_parquet("@/pq/part-0.parquet", index=False)
        df = df.sort_values("id")
        """,
    "moved": 'import shutil\ndf = pd.read_csv("@/a.csv")\nshutil.move("@/a.csv", "@/done.csv")\nn = len(df)',
    "removed": 'df = pd.read_csv("@/a.csv")\nos.remove("@/a.csv")\nn = len(df)',
    "removed by its path": 'path = Path("@/a.csv")\ndf = pd.read_csv(path)\npath.unlink()\nn = len(df)',
    "its folder removed": 'import shutil\ndf = pd.read_parquet("@/pq/part-0.parquet")\nshutil.rmtree("@/pq")\nn = len(df)',
    "opened for writing": 'df = pd.read_csv("@/a.csv")\nwith open("@/a.csv", "w") as f:\n    f.write("v\\n1\\n")\nn = len(df)',
    "opened by gzip": """
        import gzip
        df = pd.read_csv("@/a.csv.gz")
        with gzip.open("@/a.csv.gz", "wt") as f:
            f.write("v\\n1\\n")
        n = len(df)
        """,
    "opened by its path": """
        df = pd.read_csv("@/a.csv")
        with Path("@/a.csv").open("w") as f:
            f.write("v\\n1\\n")
        n = len(df)
        """,
    "another file in its place": """
        df = pd.read_csv("@/a.csv")
        df[df["v"] > 3].to_csv("@/a.tmp", index=False)
        Path("@/a.tmp").replace("@/a.csv")
        n = len(df)
        """,
    "copied over by a command": """
        df = pd.read_csv("@/a.csv")
        os.system("cp @/b.csv @/a.csv")
        n = len(df)
        """,
    "copied over by a list of words": """
        import subprocess
        df = pd.read_csv("@/a.csv")
        subprocess.run(["cp", "@/b.csv", "@/a.csv"], check=True)
        n = len(df)
        """,
    "unpacked over": """
        import zipfile
        df = pd.read_csv("@/in/a.csv")
        with zipfile.ZipFile("@/a.zip") as z:
            z.extractall("@/.")
        n = len(df)
        """,
    "written by a function of numpy": """
        import numpy as np
        df = pd.read_csv("@/a.csv")
        np.savetxt("@/a.csv", df["id"])
        n = df["v"].sum()
        """,
    "written by a library": """
        import pyarrow
        from pyarrow.csv import write_csv
        df = pd.read_csv("@/a.csv")
        write_csv(pyarrow.table({"v": [1]}), "@/a.csv")
        n = len(df)
        """,
    "appended to": """
        df = pd.read_csv("@/a.csv")
        df[df["v"] > 3].to_csv("@/a.csv", mode="a", header=False, index=False)
        again = pd.read_csv("@/a.csv")
        n = len(df), len(again)
        """,
    "in a loop": """
        for k in ["a", "b"]:
            df = pd.read_csv("@/a.csv")
            df["v"] = df["v"] + 1
            df.to_csv("@/a.csv", index=False)
        n = df["v"].sum()
        """,
    "in functions": """
        def load():
            return pd.read_csv("@/a.csv")

        def save(frame):
            frame.to_csv("@/a.csv", index=False)

        df = load()
        save(df[df["v"] > 3])
        n = len(df)
        """,
    "pickled again": """
        df = pd.read_csv("@/a.csv")
        df.to_pickle("@/kept.pkl")
        df = pd.read_pickle("@/kept.pkl")
        df[df["v"] > 3].to_pickle("@/kept.pkl")
        n = len(df)
        """,
}

STAY_PANDAS = {
    "chunks with their sizes": """
        parts = []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            chunk["n"] = chunk.shape[0]
            chunk["alone"] = chunk["k"].is_unique
            parts.append(chunk)
        df = pd.concat(parts, ignore_index=True)
        """,
    "the last chunk in a dict": """
        last, total = {}, 0
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            last["chunk"] = chunk
            total += len(chunk)
        df = last["chunk"]
        """,
    "chunks side by side": 'df = pd.concat(pd.read_csv("@/a.csv", chunksize=4, usecols=["v"]), axis=1)',
    "chunks in a list, side by side": """
        parts = []
        for chunk in pd.read_csv("@/a.csv", chunksize=5, usecols=["v"]):
            parts.append(chunk)
        df = pd.concat(parts, keys=["a", "b", "c"])
        """,
    "chunks with categories": """
        parts = []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            chunk["k"] = chunk["k"].astype("category")
            parts.append(chunk)
        df = pd.concat(parts, ignore_index=True)
        """,
    "chunks that are counted": """
        n, parts = 0, []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            n += 1
            parts.append(chunk)
        df = pd.concat(parts)
        df["n"] = n
        """,
    "chunks with statistics": """
        parts = []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            parts.append(chunk[chunk["v"] > chunk["v"].mean()])
        df = pd.concat(parts)
        """,
    "the last chunk": """
        rows = 0
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            rows += len(chunk)
        df = chunk
        """,
    "chunks that look back": """
        total, parts = 0, []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            parts.append(chunk[chunk["id"] > total])
            total += len(chunk)
        df = pd.concat(parts)
        """,
    "the first rows of chunks": """
        parts = []
        for chunk in pd.read_csv("@/a.csv", chunksize=5):
            parts.append(chunk[:2])
        df = pd.concat(parts)
        """,
    "chunks of other types": """
        df = pd.concat(pd.read_csv("@/mixed.csv", chunksize=2))
        df["v"] = df["v"].map(str)
        df["kinds"] = [type(v).__name__ for v in df["v"]]
        df["v"] = 1.0
        """,
    "written perhaps": """
        if not os.path.exists("@/o.csv"):
            pd.read_csv("@/a.csv")[["id", "v"]].to_csv("@/o.csv", index=False)
        df = pd.read_csv("@/o.csv")
        """,
    "json, changed": """
        import json
        with open("@/r.json") as f:
            data = json.load(f)
        data.append({"v": "text"})
        df = pd.DataFrame(data)
        df["v"] = pd.to_numeric(df["v"], errors="coerce")
        """,
    "rows read twice": """
        import csv
        with open("@/sales_202401.csv") as f:
            reader = csv.DictReader(f)
            n = len(list(reader))
            df = pd.DataFrame(reader, columns=["v"])
        df["v"] = df["v"].astype(float)
        """,
    "a line before": 'with open("@/a.csv") as f:\n    next(f)\n    df = pd.read_csv(f, names=[*"ikvdn"])',
    "written before": """
        import sqlite3
        con = sqlite3.connect("@/s.db")
        con.execute("DELETE FROM sales WHERE id > 3")
        df = pd.read_sql("SELECT * FROM sales", con)
        con.rollback()
        """,
    "not a query": """
        import sqlite3
        con = sqlite3.connect("@/s.db")
        try:
            df = pd.read_sql("DROP TABLE nothing", con)
        except Exception:
            df = pd.DataFrame({"v": [1.0]})
        """,
    "other columns": 'df = pd.read_csv(max(glob.glob("@/*.csv"), key=os.path.getsize))',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    ROWS.to_csv("a.csv", index=False)
    ROWS.to_csv("a.csv.gz", index=False)
    ROWS.to_csv("a.zip", index=False, compression={"method": "zip", "archive_name": "in/a.csv"})
    pd.DataFrame({"other": [1]}).to_csv("b.csv", index=False)
    with pd.ExcelWriter("b.xlsx") as book:
        ROWS.to_excel(book, sheet_name="one", index=False)
        ROWS.head(3)[["id", "v"]].to_excel(book, sheet_name="two", index=False)
    Path("in").mkdir()
    ROWS.head(2).to_csv("in/a.csv", index=False)
    for place, month in enumerate(("202401", "202402", "202403")):
        ROWS[place * 4 : place * 4 + 4].drop(columns="name").to_csv(f"sales_{month}.csv", index=False)
    ROWS.to_json("r.json", orient="records")
    Path("mixed.csv").write_text("v,w\n1,1\n2,2\nx,3\n4,4\n")
    items = [{"id": i, "v": v, "at": {"x": i, "y": None}} for i, v in ((1, 2.5), (2, None), (3, 4))]
    Path("n.json").write_text(json.dumps({"count": 3, "items": items}))
    Path("c.json").write_text(json.dumps({"input": {"sales": str(tmp_path / "a.csv")}}))
    Path("pq").mkdir()
    ROWS[:5].to_parquet("pq/part-0.parquet")
    ROWS[5:].reset_index(drop=True).to_parquet("pq/part-1.parquet")
    with sqlite3.connect("s.db") as connection:
        ROWS.to_sql("sales", connection, index=False)
    connection.close()
    return tmp_path


def script(body: str, folder: Path) -> str:
    """A program; ``@`` stands for the folder, whose whole path a warm JVM needs."""
    text = textwrap.dedent(body).strip().replace("@/", f"{folder.as_posix()}/")
    head = "import glob\nimport os\nfrom pathlib import Path\n\nimport pandas as pd\n\n"
    return f"{head}{text}\nm = df['v'].mean()\nprint(df.head(4))\n"


@pytest.mark.parametrize("name", READS)
def test_frames_go_on_in_spark(name: str, folder: Path, session: Any) -> None:
    source = script(READS[name], folder)
    translation = translate_source(source, folder=folder)
    assert "frame" in {v.kind for v in translation.variables if v.name == "df"}, translation.text
    found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


IN_BUCKETS = {
    "body": 'df = pd.read_csv(s3.get_object(Bucket="shop", Key="raw/a.csv")["Body"])',
    "body of a variable": """
        answer = s3.get_object(Bucket="shop", Key="raw/a.csv")
        df = pd.read_csv(answer["Body"], usecols=["id", "v"])
        del answer
        """,
    "bytes": """
        import io
        answer = s3.get_object(Bucket="shop", Key="raw/a.csv")
        df = pd.read_csv(io.BytesIO(answer["Body"].read()))
        del answer
        """,
    "text": """
        from io import StringIO
        body = s3.get_object(Bucket="shop", Key="raw/a.csv")["Body"].read().decode("utf-8")
        df = pd.read_csv(StringIO(body))
        """,
    "written": """
        from io import StringIO
        df = pd.read_csv(s3.get_object(Bucket="shop", Key="raw/a.csv")["Body"])
        buffer = StringIO()
        df[df["v"] > 3].to_csv(buffer, index=False)
        s3.put_object(Bucket="shop", Key="out/a.csv", Body=buffer.getvalue())
        print(s3.get_object(Bucket="shop", Key="out/a.csv")["Body"].read().decode())
        """,
}


@pytest.mark.parametrize("name", IN_BUCKETS)
def test_objects_of_s3(name: str, folder: Path, session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import boto3
    from moto import mock_aws

    for variable in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(variable, "none")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    source = script('import boto3\ns3 = boto3.client("s3")\n' + textwrap.dedent(IN_BUCKETS[name]), folder)
    translation = translate_source(source, folder=folder)
    assert "frame" in {v.kind for v in translation.variables if v.name == "df"}, translation.text
    with mock_aws():
        client = boto3.client("s3")
        client.create_bucket(Bucket="shop")
        client.put_object(Bucket="shop", Key="raw/a.csv", Body=Path("a.csv").read_bytes())
        found, compared = differences(source, translation)
    assert not found, "\n".join(found)
    assert compared


@pytest.mark.parametrize("name", CHANGE_WHAT_THEY_READ)
def test_what_was_read_stays_as_it_was(name: str, folder: Path, session: Any) -> None:
    both_ways(script(CHANGE_WHAT_THEY_READ[name], folder), folder)


@pytest.mark.parametrize("name", READ_WHAT_THEY_WRITE)
def test_what_was_written_is_read_by_spark(name: str, folder: Path, session: Any) -> None:
    source = script(READ_WHAT_THEY_WRITE[name], folder)
    assert [v.kind for v in translate_source(source, folder=folder).variables if v.name == "df"] == ["frame"]
    both_ways(source, folder)


def both_ways(source: str, folder: Path) -> None:
    """Run a program and its translation on the same files, which both may change."""
    translation = translate_source(source, folder=folder)
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    original = run(source)
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()
    for path, content in kept.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    found, compared = left_behind(original, run(translation.text), translation)
    assert not found, "\n".join([translation.text, *found])
    assert compared


@pytest.mark.parametrize("name", STAY_PANDAS)
def test_what_is_not_known_stays_pandas(name: str, folder: Path, session: Any) -> None:
    source = script(STAY_PANDAS[name], folder)
    translation = translate_source(source, folder=folder)
    assert "frame" not in {v.kind for v in translation.variables if v.name == "df"}, translation.text
    found, _ = differences(source, translation)
    assert not found, "\n".join(found)


def test_asking_a_database_changes_nothing(folder: Path) -> None:
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir() if path.is_file()}
    for sql in ("DELETE FROM sales", "ATTACH 'x.db' AS x", "SELECT load_extension('x')", "PRAGMA journal_mode=WAL",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n"):  # fmt: skip
        source = script(f'import sqlite3\ncon = sqlite3.connect("@/s.db")\ndf = pd.read_sql("{sql}", con)', folder)
        translation = translate_source(source, folder=folder)
        assert "T201" in {d.code for d in translation.diagnostics}
    after = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir() if path.is_file()}
    assert after == before
