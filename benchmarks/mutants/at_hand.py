# ruff: noqa: E501
"""Wrong translations that a small sample with missing values and duplicates shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from translator.harness import Verdict, check_pair

PANDAS = "import numpy as np\nimport pandas as pd\ndf = pd.read_csv('d.csv', parse_dates=['d'])\n"
SPARK = """\
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
spark = SparkSession.builder.getOrCreate()
df = spark.read.csv("d.csv", header=True, schema="k STRING, v DOUBLE, n BIGINT, d TIMESTAMP_NTZ")
"""
DATA = """\
k,v,n,d
a,1.0,1,2024-01-01 00:00:00
a,2.5,2,2024-02-29 23:00:00
b,,3,2024-03-31 12:00:00
b,,4,
c,-0.5,4,2023-12-31 00:00:00
,7.0,5,2024-01-07 10:00:00
a,1.0,1,2024-01-01 00:00:00
"""


@dataclass(frozen=True)
class Case:
    """An original, a right translation and wrong ones by name."""

    name: str
    pandas: str
    right: str
    wrong: dict[str, str]
    variables: list[dict[str, Any]]
    kind: str = ""
    files: dict[str, str] = field(default_factory=lambda: {"d.csv": DATA})


def frame(name: str, *index: str, by: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"name": name, "kind": "frame", "index": list(index), "ordered_by": [[k, "asc"] for k in by]}


def scalar(name: str) -> dict[str, Any]:
    return {"name": name, "kind": "scalar"}


CASES = [
    Case(
        "negated filter",
        "r = df[~(df['v'] > 1)]",
        "r = df.filter((F.col('v') <= 1) | F.col('v').isNull())",
        {"null dropped by a negated filter": "r = df.filter(~(F.col('v') > 1))"},
        [frame("r")],
    ),
    Case(
        "unequal",
        "r = df[df['k'] != 'a']",
        "r = df.filter(~F.col('k').eqNullSafe('a'))",
        {"null dropped by unequal": "r = df.filter(F.col('k') != 'a')"},
        [frame("r")],
    ),
    Case(
        "round",
        "r = df[['k']].assign(x=df['v'].round(0))",
        "r = df.select('k', F.bround('v', 0).alias('x'))",
        {"half-up rounding": "r = df.select('k', F.round('v', 0).alias('x'))"},
        [frame("r")],
    ),
    Case(
        "duplicates",
        "r = df[['k', 'v']]",
        "r = df.select('k', 'v')",
        {"lost duplicates": "r = df.select('k', 'v').distinct()"},
        [frame("r")],
    ),
    Case(
        "sort",
        "r = df.sort_values('v', kind='stable')[['v', 'k']]",
        "r = df.orderBy(F.col('v').asc_nulls_last()).select('v', 'k')",
        {
            "wrong null position": "r = df.orderBy('v').select('v', 'k')",
            "not sorted": "r = df.select('v', 'k')",
            "wrong direction": "r = df.orderBy(F.col('v').desc_nulls_last()).select('v', 'k')",
        },
        [frame("r", by=("v",))],
    ),
    Case(
        "sum",
        "s = df.groupby('k')['v'].sum()",
        "s = df.dropna(subset=['k']).groupBy('k').agg(F.coalesce(F.sum('v'), F.lit(0.0)).alias('v'))",
        {
            "sum of all-missing is null": "s = df.dropna(subset=['k']).groupBy('k').agg(F.sum('v').alias('v'))",
            "missing group key kept": "s = df.groupBy('k').agg(F.coalesce(F.sum('v'), F.lit(0.0)).alias('v'))",
            "mean for sum": "s = df.dropna(subset=['k']).groupBy('k').agg(F.mean('v').alias('v'))",
        },
        [frame("s", "k")],
    ),
    Case(
        "lost index",
        "s = df.groupby('k')['n'].max()",
        "s = df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n'))",
        {"index dropped": "s = df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n')).select('n')"},
        [frame("s", "k")],
    ),
    Case(
        "keep first",
        "r = df.drop_duplicates('n')",
        "r = df.withColumn('_r', F.monotonically_increasing_id())\n"
        "w = Window.partitionBy('n').orderBy('_r')\n"
        "r = r.withColumn('_p', F.row_number().over(w)).filter('_p = 1').drop('_r', '_p')\ndel w",
        {
            "unstable keep first": "r = df.withColumn('_r', F.monotonically_increasing_id())\n"
            "w = Window.partitionBy('n').orderBy(F.desc('_r'))\n"
            "r = r.withColumn('_p', F.row_number().over(w)).filter('_p = 1').drop('_r', '_p')\ndel w",
        },
        [frame("r")],
    ),
    Case(
        "dtypes",
        "r = df[['n']].assign(h=df['n'] / 2, t=df['n'] // 2)",
        "r = df.select('n', (F.col('n') / 2).alias('h'), F.floor(F.col('n') / 2).alias('t'))",
        {
            "integer division": "r = df.select('n', F.floor(F.col('n') / 2).alias('h'), F.floor(F.col('n') / 2).alias('t'))",
            "float for int": "r = df.select('n', (F.col('n') / 2).alias('h'), F.floor(F.col('n') / 2).cast('double').alias('t'))",
        },
        [frame("r")],
    ),
    Case(
        "columns",
        "r = df.rename(columns={'v': 'value'})[['k', 'value']]",
        "r = df.select('k', F.col('v').alias('value'))",
        {
            "missing column": "r = df.select('k')",
            "old name": "r = df.select('k', 'v')",
            "column order": "r = df.select(F.col('v').alias('value'), 'k')",
            "extra column": "r = df.select('k', F.col('v').alias('value'), 'n')",
        },
        [frame("r")],
    ),
    Case(
        "deviation",
        "x = df['v'].std()\nm = df['v'].median()\nn = df['k'].nunique()",
        "x, m, n = df.agg(F.stddev('v'), F.median('v'), F.countDistinct('k')).first()",
        {
            "population deviation": "x, m, n = df.agg(F.stddev_pop('v'), F.median('v'), F.countDistinct('k')).first()",
            "count with duplicates": "x, m, n = df.agg(F.stddev('v'), F.median('v'), F.count('k')).first()",
            "approximate median": "x, m, n = df.agg(F.stddev('v'), F.percentile_approx('v', 0.5), F.countDistinct('k')).first()\nm += 0.25",
        },
        [scalar("x"), scalar("m"), scalar("n")],
    ),
    Case(
        "dates",
        "r = df[['d']].assign(w=df['d'].dt.dayofweek, q=df['d'].dt.quarter)",
        "r = df.select('d', F.pmod(F.dayofweek('d') + 5, F.lit(7)).alias('w'), F.quarter('d').alias('q'))",
        {
            "off-by-one weekday": "r = df.select('d', F.dayofweek('d').alias('w'), F.quarter('d').alias('q'))",
            "date for datetime": "r = df.select(F.to_date('d').alias('d'), F.pmod(F.dayofweek('d') + 5, F.lit(7)).alias('w'), F.quarter('d').alias('q'))",
            "time zone": "r = df.select((F.col('d') + F.expr('interval 1 hour')).alias('d'), F.pmod(F.dayofweek('d') + 5, F.lit(7)).alias('w'), F.quarter('d').alias('q'))",
        },
        [frame("r")],
    ),
    Case(
        "merge",
        "o = df[['k', 'n']].drop_duplicates()\nr = df.merge(o, on='k', how='left')",
        "o = df.select('k', 'n').distinct()\n"
        "p = o.select(F.col('k').alias('k2'), F.col('n').alias('n_y'))\n"
        "r = df.join(p, F.col('k').eqNullSafe(F.col('k2')), 'left')\n"
        "r = r.select('k', 'v', F.col('n').alias('n_x'), 'd', 'n_y')\ndel p",
        {
            "missing keys do not match": "o = df.select('k', 'n').distinct()\n"
            "r = df.withColumnRenamed('n', 'n_x').join(o.withColumnRenamed('n', 'n_y'), 'k', 'left')",
            "inner for left": "o = df.select('k', 'n').distinct()\n"
            "r = df.withColumnRenamed('n', 'n_x').join(o.withColumnRenamed('n', 'n_y'), 'k')",
        },
        [frame("r"), frame("o")],
    ),
    Case(
        "stale column",
        "c = df['n'] + 1\ndf['n'] = 0",
        "base = df\nc = F.col('n') + 1\ndf = df.withColumn('n', F.lit(0))",
        {"stale captured column": "c = F.col('n') + 1\nbase = df = df.withColumn('n', F.lit(0))"},
        [{"name": "c", "kind": "column", "frame": "base"}],
    ),
    Case(
        "stored comparison",
        "r = df[['v']].assign(b=df['v'] > 1)",
        "r = df.select('v', F.coalesce(F.col('v') > 1, F.lit(False)).alias('b'))",
        {"missing kept by a comparison": "r = df.select('v', (F.col('v') > 1).alias('b'))"},
        [frame("r")],
    ),
    Case(
        "printed",
        "print('rows', len(df))\nprint(df.groupby('k')['n'].max())",
        "print('rows', df.count())\n"
        "df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n')).orderBy('k').show()",
        {
            "another count": "print('rows', df.select('n').distinct().count())\n"
            "df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n')).orderBy('k').show()",
            "printed in another order": "print('rows', df.count())\n"
            "df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n')).orderBy(F.desc('k')).show()",
            "not printed": "print('rows', df.count())",
        },
        [],
    ),
    Case(
        "a text",
        "print([df['n'].max()])\nprint(df['k'].iloc[0].rjust(5) + '|')",
        "import numpy as np\n"
        "print([np.int64(df.agg(F.max('n')).first()[0])])\nprint(df.first()['k'].rjust(5) + '|')",
        {
            "Python's number for NumPy's": "print([df.agg(F.max('n')).first()[0]])\nprint(df.first()['k'].rjust(5) + '|')",
            "white space lost": "import numpy as np\n"
            "print([np.int64(df.agg(F.max('n')).first()[0])])\nprint(df.first()['k'].rjust(2) + '|')",
        },
        [],
    ),
    Case(
        "a printed column",
        "print(df['k'])\nprint(df['n'] > 1)",
        "p = df.toPandas()\nprint(p['k'].fillna(float('nan')))\nprint(p['n'] > 1)",
        {
            "None for NaN": "p = df.toPandas()\nprint(p['k'])\nprint(p['n'] > 1)",
            "texts of another type": "p = df.toPandas()\nprint(p['k'].astype('string'))\nprint(p['n'] > 1)",
            "flags of another type": "p = df.toPandas()\nprint(p['k'].fillna(float('nan')))\nprint((p['n'] > 1).astype(object))",
        },
        [],
    ),
    Case(
        "printed labels",
        "print(df.index)\nprint(df.set_index('n'))",
        "p = df.toPandas().fillna({'k': float('nan')}).astype({'d': 'datetime64[ns]'})\nprint(p.index)\nprint(p.set_index('n'))",
        {
            "labels of another kind": "p = df.toPandas().fillna({'k': float('nan')})\nprint(p.index[[*p.index]])\nprint(p.set_index('n'))",
            "missing times as text": "p = df.toPandas().fillna({'k': float('nan')})\nprint(p.index)\n"
            "print(p.assign(d=p['d'].astype(object).where(p['d'].notna(), None)).set_index('n'))",
        },
        [],
    ),
    Case(
        "written",
        "df[['k', 'v']].to_csv('out.csv', index=False)\ndf[['k', 'n']].to_parquet('o.parquet')",
        "df.select('k', 'v').toPandas().to_csv('out.csv', index=False)\n"
        "df.select('k', 'n').write.parquet('o.parquet')",
        {
            "missing file": "df.select('k', 'n').write.parquet('o.parquet')",
            "index written": "df.select('k', 'v').toPandas().to_csv('out.csv')\n"
            "df.select('k', 'n').write.parquet('o.parquet')",
            "row lost in Parquet": "df.select('k', 'v').toPandas().to_csv('out.csv', index=False)\n"
            "df.select('k', 'n').limit(6).write.parquet('o.parquet')",
            "written elsewhere": "df.select('k', 'v').toPandas().to_csv('out2.csv', index=False)\n"
            "df.select('k', 'n').write.parquet('o.parquet')",
        },
        [],
    ),
]  # fmt: skip


def verdict_of(case: Case, translated: str, engine: str = "sail") -> Verdict:
    """What the harness says of one form of a case."""
    entry = {"variables": case.variables}
    return check_pair(PANDAS + case.pandas, SPARK + translated, entry, case.files, engine)
