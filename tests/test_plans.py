"""The inspector of physical plans: what it finds, and that emitted programs give it nothing to find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import run
from translator import translate_source
from translator.harness.plans import explained, findings, parse, recorded, tally

SCAN = "FileScan parquet [a#1L] Batched: true, Location: InMemoryFileIndex(1 paths)[file:/d/t.parquet], PushedFilters: []"
PLANS = {
    "P101": """== Physical Plan ==
AdaptiveSparkPlan isFinalPlan=false
+- Window [row_number() windowspecdefinition(a#1L ASC NULLS FIRST) AS _we0#3], [a#1L ASC NULLS FIRST]
   +- Sort [a#1L ASC NULLS FIRST], false, 0
      +- Exchange SinglePartition, ENSURE_REQUIREMENTS, [plan_id=1]
         +- LocalTableScan [a#1L]
""",
    "P102": "CartesianProduct\n:- LocalTableScan [a#1L]\n+- LocalTableScan [b#2L]\n",
    "P103": "*(2) Project [p#4]\n+- ArrowEvalPython [f(a#1L)#3], [p#4], 200\n   +- LocalTableScan [a#1L]\n",
    "P104": f"Union\n:- {SCAN}\n:- {SCAN}\n+- {SCAN}\n",
    "P105": """*(3) SortMergeJoin [cast(a#1 as bigint)], [b#2L], Inner
:- *(1) Sort [cast(a#1 as bigint) ASC NULLS FIRST], false, 0
:  +- Exchange hashpartitioning(cast(a#1 as bigint), 2)
:     +- LocalTableScan [a#1]
+- LocalTableScan [b#2L]
""",
    "P106": f"*(1) Filter (isnotnull(a#1L) AND (a#1L > 3))\n+- {SCAN}\n",
    "P107": """*(2) HashAggregate(keys=[a#1L], functions=[sum(b#2L)])
+- Exchange hashpartitioning(a#1L, 2), ENSURE_REQUIREMENTS, [plan_id=5]
   +- *(1) Sort [a#1L ASC NULLS FIRST], true, 0
      +- LocalTableScan [a#1L]
""",
}


@pytest.mark.parametrize("code", PLANS)
def test_each_code_is_found(code: str) -> None:
    assert [f.code for f in findings([PLANS[code]])] == [code]


def test_windows_that_the_report_tells_of() -> None:
    assert findings([PLANS["P101"]], windows_told=True) == []
    partitioned = PLANS["P101"].replace("AS _we0#3], [a#1L ASC", "AS _we0#3], [k#2], [a#1L ASC")
    assert findings([partitioned]) == []


def test_a_cached_frame_reads_its_file_once() -> None:
    plan = f"InMemoryTableScan [a#1L]\n+- InMemoryRelation [a#1L], StorageLevel(disk)\n   +- *(1) Sort\n      +- {SCAN}\n"
    assert findings([plan, plan.replace("#1", "#7"), plan]) == []


def test_tree_and_tally() -> None:
    tree = parse(PLANS["P105"])
    [join] = tree.children
    assert [child.name for child in join.children] == ["Sort", "LocalTableScan"]
    counted = tally([PLANS["P101"], PLANS["P104"]])
    assert (counted.jobs, counted.shuffles, counted.scans, counted.windows) == (2, 1, 3, 1)


PROGRAM = """
import pandas as pd

sales = pd.read_parquet("{folder}/sales.parquet")
shops = pd.read_parquet("{folder}/shops.parquet")
large = sales[(sales["amount"] > 3) & (sales["kind"] == "b")].sort_values("amount")
joined = large.merge(shops, on="shop")
joined["net"] = joined["amount"] * 0.8
joined["size"] = joined["amount"].apply(lambda v: "large" if v > 10 else "small")
result = joined.groupby("town")["net"].sum().reset_index().sort_values("net", ascending=False)
print(result)
print(joined["net"].mean(), joined["shop"].nunique())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    number = range(40)
    sales = {"shop": [n % 5 for n in number], "kind": ["ab"[n % 2] for n in number], "amount": [float(n) for n in number]}
    pd.DataFrame(sales).to_parquet(tmp_path / "sales.parquet")
    pd.DataFrame({"shop": list(range(5)), "town": list("xyzxy")}).to_parquet(tmp_path / "shops.parquet")
    return tmp_path


def test_an_emitted_program_has_nothing_to_find(session: Any, folder: Path, request: pytest.FixtureRequest) -> None:
    """A window for the labels, the sort of `large`, a function in Python, a key that is cast: each would be found."""
    if request.config.getoption("--engine") != "spark":
        pytest.skip("plans are those of Apache Spark")
    translation = translate_source(PROGRAM.format(folder=folder), folder=folder)
    with recorded(session) as plans:
        run(translation.text)
    assert len(plans) == 2
    assert [str(f) for f in findings(plans) if f.code != "P104"] == []
    assert tally(plans).windows == 0


def test_what_is_wrong_on_purpose_is_found(session: Any, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--engine") != "spark":
        pytest.skip("plans are those of Apache Spark")
    from pyspark.sql import Window
    from pyspark.sql import functions as F

    frame = session.range(10).withColumn("k", F.col("id") % 3)
    numbered = frame.withColumn("n", F.row_number().over(Window.orderBy("id")))
    crossed = frame.crossJoin(session.range(3).toDF("other"))
    cast = frame.join(session.range(3).withColumn("t", F.col("id").cast("string")).drop("id"), F.col("k") == F.col("t"))
    plans = [explained(f) for f in (numbered, crossed, cast)]
    assert {f.code for f in findings(plans)} >= {"P101", "P102", "P105"}
