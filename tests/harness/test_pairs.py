"""Pairs of sources on live engines: what is read, shown and written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from translator.harness import Unit, check_pair, units_of, verify
from translator.harness.__main__ import main
from translator.harness.engines import delta_jars

pytest.importorskip("pysail")

PANDAS = "import pandas as pd\n"
SPARK = (
    "from pyspark.sql import SparkSession\nfrom pyspark.sql import functions as F\n"
    "spark = SparkSession.builder.getOrCreate()\n"
)
DATA = {"data/in.csv": "k,v\na,1.0\nb,\n"}
READ = "df = spark.read.csv('data/in.csv', header=True, schema='k STRING, v DOUBLE')\n"


@pytest.fixture(
    params=[pytest.param("sail", marks=pytest.mark.sail), pytest.param("spark", marks=pytest.mark.spark)]
)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_relative_paths_and_sub_folders(engine: str) -> None:
    old = PANDAS + "df = pd.read_csv('data/in.csv')\nimport os\nos.chdir('data')\nr = pd.read_csv('in.csv')\n"
    new = (
        SPARK
        + READ
        + "import os\nos.chdir('data')\nr = spark.read.schema('k STRING, v DOUBLE').option('header', True).csv(['in.csv'])\n"
    )
    verdict = check_pair(old, new, None, DATA, engine)
    assert verdict.ok, verdict
    assert verdict.compared == 2


def test_files_written_by_the_engine(engine: str) -> None:
    old = (
        PANDAS
        + "df = pd.read_csv('data/in.csv')\ndf.to_parquet('o.parquet')\ndf.to_json('o.json', orient='records')\n"
    )
    new = SPARK + READ + "df.write.parquet('o.parquet')\ndf.write.json('o.json')\n"
    verdict = check_pair(old, new, None, DATA, engine)
    assert verdict.ok, verdict
    assert {o.name for o in verdict.observables} == {"df", "o.parquet", "o.json"}


def test_pickle_becomes_delta(engine: str) -> None:
    if engine == "spark" and not delta_jars():
        pytest.skip("the Delta jars are not in the cache")
    old = (
        PANDAS
        + "df = pd.read_csv('data/in.csv')\ndf.to_pickle('cache.pkl')\nr = pd.read_pickle('cache.pkl')\n"
    )
    new = (
        SPARK
        + READ
        + "df.write.format('delta').save('cache')\nr = spark.read.format('delta').load('cache')\n"
    )
    verdict = check_pair(old, new, None, DATA, engine)
    assert verdict.ok, verdict
    assert {o.name for o in verdict.observables} == {"df", "r", "cache.pkl -> cache"}


def test_tables_of_two_units_do_not_meet(engine: str) -> None:
    new = SPARK + READ + "df.write.saveAsTable('t')\nr = spark.table('t')\n"
    old = PANDAS + "df = pd.read_csv('data/in.csv')\nr = df\n"
    assert check_pair(old, new, None, DATA, engine).ok
    assert check_pair(old, new, None, DATA, engine).ok


@pytest.mark.parametrize("ansi", [True, False])
def test_ansi(engine: str, ansi: bool) -> None:
    new = (
        SPARK
        + "x = spark.conf.get('spark.sql.ansi.enabled')\ny = spark.conf.get('spark.sql.session.timeZone')\n"
    )
    old = f"x = {str(ansi).lower()!r}\ny = 'UTC'\n"
    verdict = check_pair(old, new, None, {}, engine, ansi=ansi)
    assert verdict.ok, verdict


def test_what_is_shown(engine: str) -> None:
    old = (
        PANDAS
        + "df = pd.read_csv('data/in.csv')\nprint('n', len(df), df['v'].sum() / 3)\nprint(df.head(1))\n"
    )
    new = SPARK + READ + "print('n', df.count(), df.agg(F.sum('v')).first()[0] / 3)\ndf.show(1)\n"
    verdict = check_pair(old, new, None, DATA, engine)
    assert verdict.ok, verdict
    assert sum(o.kind == "shown" for o in verdict.observables) == 2


@pytest.mark.sail
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("df['v'].max()", "df.agg(F.max('v')).first()[0]"),
        ("[df['v'].max()]", "[df.agg(F.max('v')).first()[0]]"),
        ("display(df['k'].str[0].isna())", "display((df.toPandas()['k'] == '').astype('boolean'))"),
        ("df['v'].astype(object)", "df.toPandas()['v'].astype(object).where(lambda v: v > 0, None)"),
        ("df.head(1).set_index('k').index", "import pandas as pd; pd.CategoricalIndex(['a'], name='k')"),
    ],
)
def test_what_a_cell_shows_is_compared_as_it_is_read(old: str, new: str) -> None:
    """Values are equal, but not what is read: a type of number, of a column, of labels, a kind of missing."""
    start, after = PANDAS + "df = pd.read_csv('data/in.csv')", SPARK + READ
    verdict = check_pair(notebook(start, old), notebook(after, new), None, DATA, "sail", name="job.ipynb")
    assert [(d.kind, o.name) for o in verdict.different for d in o.differences] == [("text", "output 1 (cell 2)")], verdict
    assert verdict.first is not None and verdict.first.text == old
    assert check_pair(notebook(start, old), notebook(start, old), None, DATA, "sail", name="job.ipynb").ok


@pytest.mark.sail
def test_printed_floats_may_differ_in_the_last_digit_that_is_printed() -> None:
    old = PANDAS + "df = pd.read_csv('data/in.csv')\nprint(df['v'] / 3 + 1.0000005)\nprint(df[['v']] - 0.9)\n"
    new = SPARK + READ + (
        "p = df.toPandas()\nprint(p['v'] / 3 + 1.0000005 + 2e-10)\nprint(p[['v']] - 0.9 - 1e-13)\n"
    )  # fmt: skip
    verdict = check_pair(old, new, None, DATA, "sail")
    assert verdict.ok, verdict
    assert not check_pair(old, new.replace("2e-10", "2e-7"), None, DATA, "sail").ok


def test_generated_data_on_equal_code(engine: str) -> None:
    old = PANDAS + "df = pd.read_csv('data/in.csv')\nr = df[df['v'] > 0]\n"
    new = SPARK + READ + "r = df.filter(F.col('v') > 0)\n"
    entry: dict[str, Any] = {"variables": [{"name": "r", "kind": "frame"}, {"name": "df", "kind": "frame"}]}
    verdict = check_pair(old, new, entry, DATA, engine, examples=3)
    assert verdict.ok, verdict
    assert verdict.examples == 3


@pytest.mark.spark
def test_ansi_decides_on_spark() -> None:
    new = SPARK + "x = spark.sql('select 1 / 0').first()[0]\n"
    assert check_pair("x = None\n", new, None, {}, "spark", ansi=False).ok
    assert check_pair("x = None\n", new, None, {}, "spark").outcome == "translation-failed"


def notebook(*cells: str) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "source": c} for c in cells], "nbformat": 4})


@pytest.mark.sail
def test_notebook(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "work" / "in.csv").write_text("k,v\nb,1.0\na,\n")
    old = notebook(
        "%matplotlib inline\nimport pandas as pd\ndf = pd.read_csv('in.csv')\ndf",
        "df.groupby('k').size()", "display(df['v'])\ndf;", "r = df.sort_values('k')\nlen(r)",
    )  # fmt: skip
    new = notebook(
        SPARK + "df = spark.read.csv('in.csv', header=True, schema='k STRING, v DOUBLE')\ndf",
        "df.groupBy('k').agg(F.count('*').alias('size')).orderBy('k')", "display(df.select('v'))",
        "r = df.orderBy('k')\nr.count()",
    )  # fmt: skip
    (tmp_path / "work" / "n.ipynb").write_text(old)
    (tmp_path / "out" / "n.ipynb").write_text(new)
    entry = {
        "source": "n.ipynb", "output": "n.ipynb", "kind": "notebook",
        "variables": [{"name": "df", "kind": "frame"}, {"name": "r", "kind": "frame", "ordered_by": ["k"]}],
    }  # fmt: skip
    (unit,) = units_of({"files": [entry]}, tmp_path / "work", tmp_path / "out", tmp_path / "work")
    (verdict,) = verify([unit], engines=["sail"])
    assert verdict.ok, verdict
    assert [o.name for o in verdict.observables] == [
        "df", "r", "output 1 (cell 1)", "output 2 (cell 2)", "output 3 (cell 3)", "output 4 (cell 4)",
    ]  # fmt: skip
    (tmp_path / "out" / "n.ipynb").write_text(new.replace("orderBy('k')\\nr", "orderBy(F.desc('k'))\\nr"))
    (verdict,) = verify([unit], engines=["sail"])
    assert [o.name for o in verdict.different] == ["r"]


@pytest.mark.sail
def test_support_module_and_siblings(tmp_path: Path) -> None:
    support = {"pandas_parity.py": "def to_pandas(frame):\n    return frame.toPandas()\n"}
    old = PANDAS + "df = pd.read_csv('data/in.csv')\n"
    new = SPARK + "from pandas_parity import to_pandas\n" + READ + "df = to_pandas(df)\n"
    assert check_pair(old, new, None, DATA, support=support).ok


@pytest.mark.sail
def test_names_that_are_gone(tmp_path: Path) -> None:
    old = "paths = []\nfor p in ['a']:\n    paths.append(p)\nx = 1\n"
    entry = {"variables": [{"name": "x", "kind": "scalar"}]}
    verdict = check_pair(old, "x = 1\n", entry)
    assert verdict.ok
    assert {o.name for o in verdict.observables if o.status == "dropped"} == {"paths", "p"}
    assert check_pair(old, "x = 1\n").outcome == "different"


@pytest.mark.sail
def test_containers_of_frames() -> None:
    old = PANDAS + "d = {'a': pd.DataFrame({'v': [1, 2]})}\nf = [pd.DataFrame({'v': [1]})]\n"
    new = (
        SPARK
        + "d = {'a': spark.createDataFrame([(1,), (2,)], 'v LONG')}\nf = [spark.createDataFrame([(2,)], 'v LONG')]\n"
    )
    verdict = check_pair(old, new)
    assert [o.name for o in verdict.different] == ["f"]


@pytest.mark.sail
def test_vacuous_runs_are_no_pass() -> None:
    old = PANDAS + "df = pd.read_csv('data/in.csv')\ndf = df[df['v'] > 5]\n"
    new = SPARK + READ + "df = df.filter(F.col('v') > 5)\n"
    assert check_pair(old, new, None, DATA).outcome == "vacuous"
    assert check_pair("x = []\n", "x = []\n").outcome == "equal"
    defining = check_pair("def f():\n    pass\n", "def f():\n    pass\n")
    assert defining.outcome == "definitions"
    assert not defining.ok


@pytest.mark.sail
def test_an_unevaluable_frame_is_a_difference() -> None:
    new = (
        SPARK
        + "df = spark.createDataFrame([('x',)], 'v STRING').select(F.col('v').cast('long').alias('v'))\n"
    )
    verdict = check_pair(PANDAS + "df = pd.DataFrame({'v': [1]})\n", new)
    assert verdict.outcome == "different"
    assert verdict.different[0].differences[0].kind == "error"


@pytest.mark.sail
def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.py", "x = 1\n"), ("out/a.py", "x = 2\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    paths = [str(tmp_path / "a.py"), str(tmp_path / "out" / "a.py")]
    report = tmp_path / "report.json"
    assert main([*paths, "--json", str(report), "--junit", str(tmp_path / "j.xml")]) == 1
    assert "int 1 became int 2" in capsys.readouterr().out
    assert json.loads(report.read_text())["totals"] == {"verdicts": 1, "different": 1}
    (tmp_path / "out" / "a.py").write_text("x = 1\n")
    assert main(paths) == 0


def test_unit_names_itself() -> None:
    unit = Unit(Path("a/b.ipynb"), Path("o/b.ipynb"), Path("a"))
    assert (unit.name, unit.form) == ("b.ipynb", "notebook")


@pytest.mark.sail
def test_what_depends_on_rows_drawn_at_random_is_not_comparable() -> None:
    """Which rows a seed stands for differs between the engines, as the translation's note says."""
    old = PANDAS + "df = pd.read_csv('data/in.csv')\nr = df.sample(n=1, random_state=4)\nm = r['k'].tolist()[0]\n"
    new = SPARK + READ + "r = df.orderBy(F.rand(4)).limit(1)\nm = 'b'\n"
    data = {"data/in.csv": "k,v\n" + "".join(f"x{i},{i}.5\n" for i in range(50))}
    entry = {"variables": [{"name": n, "kind": "frame"} for n in ("df", "r")], "diagnostics": [{"code": "T403"}]}
    verdict = check_pair(old, new, entry, data)
    assert verdict.ok, verdict
    assert {o.name: o.status for o in verdict.observables}.items() >= {"r": "unstable", "m": "unstable"}.items()
    assert check_pair(old, new, {**entry, "diagnostics": []}, data, trials=0).outcome == "different"


def test_containers_of_frames_are_compared_part_by_part() -> None:
    old = PANDAS + (
        "df = pd.read_csv('data/in.csv')\nlabelled = df.set_index('k')\n"
        "parts = {'a': df, 'b': labelled}\npair = (df['v'], 3)\nmany = [df, df]\nn = len(df)\n"
    )
    new = SPARK + READ + (
        "labelled = df\nparts = {'a': df, 'b': labelled}\npair = (F.col('v'), 3)\nmany = [df, df]\nn = df.count()\n"
    )
    labels = {"kind": "frame", "frame": None, "index": ["k"], "ordered_by": []}
    plain = {**labels, "index": []}
    column = {"name": "0", "kind": "column", "frame": "df", "index": [], "ordered_by": []}
    by_key = [{"name": "a", **plain}, {"name": "b", **labels}]
    entry = {"variables": [
        {"name": "labelled", **labels}, {"name": "parts", "kind": "unknown", "items": by_key},
        {"name": "pair", "kind": "unknown", "items": [column, {"name": "1", "kind": "scalar"}]},
        {"name": "many", "kind": "unknown", "each": {"name": "", **plain}},
    ]}  # fmt: skip
    verdict = check_pair(old, new, entry, DATA, "sail")
    assert verdict.ok, verdict
    wrong = check_pair(old, new.replace("'b': labelled", "'b': df.limit(1)"), entry, DATA, "sail")
    assert [o.name for o in wrong.observables if o.status == "different"] == ["parts"]
    assert all("item 'b'" in d.message for o in wrong.observables for d in o.differences)


def test_a_file_that_only_defines_is_no_failure(tmp_path: Path) -> None:
    source = '"""Sums."""\nimport pandas as pd\n\n\ndef total(df):\n    return df["v"].sum()\n'
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    for folder in ("old", "new"):
        (tmp_path / folder / "sums.py").write_text(source)
        calling = "import pandas as pd\nimport sums\nn = sums.total(pd.DataFrame({'v': [1]}))\n"
        (tmp_path / folder / "main.py").write_text(calling)
    units = [Unit(tmp_path / "old" / n, tmp_path / "new" / n, tmp_path / "old") for n in ("sums.py", "main.py")]
    verdicts = verify(units, engines=["sail"])
    assert [v.outcome for v in verdicts] == ["definitions", "equal"]
    assert [v.acceptable for v in verdicts] == [True, True]
    assert not verdicts[0].ok


IMPORTING = [("import sums\nn = sums.total(df)", "definitions"), ("n = df['v'].sum()", "vacuous")]


@pytest.mark.parametrize(("imports", "outcome"), IMPORTING)
def test_a_module_of_which_only_others_tell_something(imports: str, outcome: str, tmp_path: Path) -> None:
    source = "from pathlib import Path\n\nHERE = Path('.')\n\n\ndef total(df):\n    return df['v'].sum()\n"
    calling = f"import pandas as pd\ndf = pd.DataFrame({{'v': [1]}})\n{imports}\n"
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "sums.py").write_text(source)
        (tmp_path / folder / "main.py").write_text(calling)
    units = [Unit(tmp_path / "old" / n, tmp_path / "new" / n, tmp_path / "old") for n in ("sums.py", "main.py")]
    assert [v.outcome for v in verify(units, engines=["sail"])] == [outcome, "equal"]
