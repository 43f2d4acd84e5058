"""A wrong translation: the statement that differs is named, and few input rows tell it apart."""

from __future__ import annotations

import pytest

from translator.harness import check_pair

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

OLD = """import pandas as pd
df = pd.read_csv("d.csv")
df["w"] = df["v"] * 2
df["w"] = df["w"].round(0)
total = df["w"].sum()
"""
NEW = """from pyspark.sql import SparkSession
from pyspark.sql import functions as F
spark = SparkSession.builder.getOrCreate()
df = spark.read.csv("d.csv", header=True, schema="k STRING, v DOUBLE")
df = df.withColumn("w", F.col("v") * 2)
df = df.withColumn("w", F.round("w", 0))
total = df.agg(F.sum("w")).first()[0]
"""
DATA = "k,v\n" + "".join(f"k{i},{i}.1\n" for i in range(40)) + "x,1.25\n"


def test_the_statement_and_the_rows() -> None:
    verdict = check_pair(OLD, NEW, None, {"d.csv": DATA})
    assert verdict.outcome == "different"
    assert verdict.first is not None
    assert (verdict.first.line, verdict.first.name) == (4, "df")
    assert verdict.first.text == 'df["w"] = df["w"].round(0)'
    assert len(verdict.inputs["d.csv"].splitlines()) <= 6
    assert (verdict.statements, verdict.unreached) == (5, [])


def test_a_statement_that_is_never_run_is_no_pass() -> None:
    code = "import pandas as pd\nx = 1\nif x > 1:\n    y = pd.DataFrame()\n"
    entry = {"variables": [], "sites": [{"line": 4, "cell": None, "status": "native"}]}
    verdict = check_pair(code, code, entry)
    assert (verdict.outcome, verdict.reason) == ("unreached", "never run: line 4")
