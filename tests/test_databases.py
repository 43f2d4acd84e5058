"""Queries and tables of a real database server: over JDBC on Apache Spark, and what is declined."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator import Config, Translation, translate_source

DRIVER = "org.postgresql:postgresql:42.7.4"
SUPPORT = Path(__file__).parents[1] / "translator" / "support"
SCHEMA = {
    "sales": {"id": "int64", "k": "str", "v": "float64", "price": "float64", "on_sale": "bool", "at": "datetime"},
    "SELECT k, count(*) AS n, sum(v) AS v FROM sales GROUP BY k": {"k": "str", "n": "int64", "v": "float64"},
}
HEAD = "import os\n\nimport pandas as pd\nfrom sqlalchemy import create_engine\n\nengine = create_engine(os.environ['SHOP'])\n"
EVERY = "id k v price on_sale at"
QUERIES = {
    "table": ('df = pd.read_sql_table("sales", engine)', EVERY),
    "by keywords": ('df = pd.read_sql(con=engine, sql="SELECT * FROM sales")', EVERY),
    "name": ('df = pd.read_sql("sales", engine)', EVERY),
    "whole": ('df = pd.read_sql("SELECT * FROM sales;", engine)', EVERY),
    "columns": ('df = pd.read_sql_query("SELECT id, v AS amount, k FROM sales WHERE v > 2", engine)', "id amount k"),
    "grouped": ('df = pd.read_sql("SELECT k, count(*) AS n, sum(v) AS v FROM sales GROUP BY k", engine)', "k n v"),
    "connection": ("with engine.connect() as con:\n    df = pd.read_sql('SELECT id, price FROM sales', con)", "id price"),
    "of psycopg": (
        "import psycopg2\ncon = psycopg2.connect(os.environ['DSN'])\ndf = pd.read_sql('SELECT * FROM sales', con)", EVERY),
}

def shown(columns: str) -> str:
    """Lines that ask every column something, whatever the order of the rows."""
    asked = {"k": "nunique", "at": "max", "id": "min"}
    lines = [f'print(df["{c}"].{asked.get(c, "sum")}(), df["{c}"].isna().sum())' for c in columns.split()]
    return "\n".join(["", "print(list(df.columns), len(df))", *lines, ""])


def translated(body: str, tmp_path: Path, address: str = "postgresql+psycopg2://u@h/d") -> Translation:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA))
    return translate_source(HEAD.replace("os.environ['SHOP']", address) + body, config=Config(schema=schema))


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    """A PostgreSQL server on loopback, with one table, and the settings that make Spark find its driver."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").is_dir() else []
    found = shutil.which("initdb") or (str(programs[-1] / "initdb") if programs else None)
    driver = jar()
    if found is None or driver is None:
        pytest.skip("PostgreSQL or its JDBC driver is not installed")
    folder = Path(found).parent
    data = Path(tempfile.mkdtemp(prefix="postgres-"))  # where its own user may go
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        data.chmod(0o755)
        shutil.chown(data, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run(*as_user, found, "-D", str(data / "db"), "-U", "ann", "-A", "trust", "--no-sync")
    control = [*as_user, str(folder / "pg_ctl"), "-D", str(data / "db"), "-w"]
    run(*control, "-o", f"-h 127.0.0.1 -p {port} -k {data}", "-l", str(data / "log"), "start")
    try:
        shop = f"postgresql+psycopg2://ann:none@127.0.0.1:{port}/postgres"
        settings = data / "conf"
        settings.mkdir(mode=0o755)
        lines = f"spark.jars {driver}\nspark.ui.enabled false\nspark.sql.session.timeZone UTC\nspark.log.level ERROR\n"
        (settings / "spark-defaults.conf").write_text(lines + "spark.master local[2]\nspark.driver.host 127.0.0.1\n")
        dsn = f"host=127.0.0.1 port={port} dbname=postgres user=ann password=none"
        yield {"SHOP": shop, "DSN": dsn, "SPARK_CONF_DIR": str(settings)}
    finally:
        run(*control, "-m", "immediate", "stop")
        shutil.rmtree(data, ignore_errors=True)


def run(*command: str, **environment: str) -> str:
    known = {**os.environ, **environment, "PYTHONPATH": os.pathsep.join([str(SUPPORT), os.environ.get("PYTHONPATH", "")])}
    known.pop("SPARK_REMOTE", None)
    done = subprocess.run(command, capture_output=True, text=True, env=known, check=False)
    assert done.returncode == 0, "\n".join(line for line in done.stderr.splitlines() if "\tat " not in line)[-3000:]
    return done.stdout


def jar() -> Path | None:
    """The JDBC driver in Maven's own store, fetched once where there is Maven."""
    group, name, version = DRIVER.split(":")
    store = Path.home() / ".m2" / "repository" / group.replace(".", "/") / name / version / f"{name}-{version}.jar"
    maven = shutil.which("mvn")
    if not store.is_file() and maven is not None:
        subprocess.run([maven, "-q", "-B", "dependency:get", f"-Dartifact={DRIVER}", "-Dtransitive=false"], check=False)
    return store if store.is_file() else None


def fill(shop: str) -> None:
    from sqlalchemy import create_engine, text

    rows = [(1, "a", 1.5, "9.99", True, "2024-01-01 10:00"), (2, None, None, "-3.10", False, None),
            (3, "ü'x", 7, None, True, "2024-02-29 23:59:59.25"), (4, "a", "NaN", "0", False, "1969-12-31")]  # fmt: skip
    with create_engine(shop).begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS sales, totals"))
        kinds = "id bigint, k text, v double precision, price numeric(10, 2), on_sale boolean, at timestamp"
        connection.execute(text(f"CREATE TABLE sales ({kinds})"))
        for row in rows:
            names = dict(zip("abcdef", row, strict=True))
            connection.execute(text("INSERT INTO sales VALUES (:a, :b, :c, :d, :e, :f)"), names)


WRITES = """
df = pd.read_sql("SELECT * FROM sales", engine)
sums = df.groupby("k")["v"].sum().reset_index()
sums.to_sql("totals", engine, if_exists="replace", index=False)
sums.to_sql("totals", engine, if_exists="append", index=False)
try:
    sums.to_sql("totals", engine, index=False)
except ValueError as error:
    print(error)
df[["id", "k", "on_sale", "at"]].to_sql("sales", engine, if_exists="replace", index=False)
print(len(df), df["v"].sum())
print(pd.read_sql("SELECT k, v FROM totals ORDER BY k, v", create_engine(os.environ["SHOP"])).to_json())
kinds = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
print(sorted(pd.read_sql(kinds, create_engine(os.environ["SHOP"])).values.tolist()))
"""


@pytest.mark.spark
def test_queries_are_equal(server: dict[str, str], tmp_path: Path) -> None:
    body = "".join(f"{text}{shown(columns)}" for text, columns in QUERIES.values())
    old, new = outputs(body, server, tmp_path)
    assert "pd.read_sql" not in (tmp_path / "new.py").read_text()
    assert new == old


@pytest.mark.spark
def test_tables_are_equal(server: dict[str, str], tmp_path: Path) -> None:
    old, new = outputs(WRITES, server, tmp_path)
    assert (tmp_path / "new.py").read_text().count("write_sql(") == 4
    assert new == old


def outputs(body: str, server: dict[str, str], tmp_path: Path) -> tuple[list[str], list[str]]:
    """What a program and its translation print, each on the tables as they were."""
    translation = translated(body, tmp_path, "os.environ.get('SHOP', 'postgresql://')")
    for name, text in (("old", HEAD + body), ("new", translation.text)):
        (tmp_path / f"{name}.py").write_text(text)
    found = []
    for name in ("old", "new"):
        fill(server["SHOP"])
        found.append(run(sys.executable, "-W", "ignore", str(tmp_path / f"{name}.py"), **server).splitlines())
    return found[0], found[1]


def statuses(body: str, tmp_path: Path, address: str = "'postgresql://h/d'") -> tuple[set[str], str, set[str]]:
    translation = translated(body, tmp_path, address)
    found = {site.status for site in translation.sites if "sql" in site.api}
    return found, translation.text, {d.code for d in translation.diagnostics}


def test_columns_that_are_not_declared_stay_pandas(tmp_path: Path) -> None:
    for sql in ("SELECT * FROM other", "SELECT k, max(v) FROM sales GROUP BY k", "SELECT * FROM sales JOIN other USING (id)"):
        found, _, codes = statuses(f'df = pd.read_sql("{sql}", engine)', tmp_path)
        assert found == {"local"} and "T201" in codes, sql
    found, _, codes = statuses('df = pd.read_sql("SELEC * FORM sales", engine)', tmp_path)
    assert found == {"local"} and "T310" in codes
    found, _, codes = statuses('df = pd.read_sql("DELETE FROM sales; SELECT 1", engine)', tmp_path)
    assert found == {"local"} and "T310" in codes


def test_order_and_parameters_are_left_to_the_connection(tmp_path: Path) -> None:
    body = 'df = pd.read_sql("SELECT * FROM sales ORDER BY v", engine)\nprint(df.head(2))'
    found, text, _ = statuses(body, tmp_path)
    assert found == {"driver"} and "from_pandas" in text
    body = 'df = pd.read_sql("SELECT * FROM sales WHERE v > %(v)s", engine, params={"v": limit()})\nm = df["v"].mean()'
    found, text, _ = statuses(body, tmp_path)
    assert found == {"driver"} and "params" in text


def test_a_table_that_is_changed_later_is_read_at_once(tmp_path: Path) -> None:
    read = 'df = pd.read_sql("SELECT * FROM sales", engine)\n'
    assert "driver" in statuses(read + 'df.to_sql("sales", engine, if_exists="replace", index=False)\nn = len(df)', tmp_path)[0]
    body = read + "with engine.begin() as con:\n    con.execute('DELETE FROM sales')\nn = len(df)"
    assert statuses(body, tmp_path)[0] == {"driver"}
    assert statuses(read + 'df.to_sql("other", engine, index=False)\nn = len(df)', tmp_path)[0] == {"helper"}


def test_a_password_in_the_program_is_told_and_copied_nowhere(tmp_path: Path) -> None:
    address = "'postgresql://ann:hush@h/d'"
    _, text, codes = statuses('df = pd.read_sql("SELECT * FROM sales", engine)\nm = df["v"].mean()', tmp_path, address)
    assert "T206" in codes
    assert text.count("hush") == 1
    assert "T206" not in statuses('df = pd.read_sql("SELECT * FROM sales", engine)', tmp_path, "'postgresql://ann@h/d'")[2]
