"""Wrong translations that agree with pandas on a tame sample: generated data have to find them."""

from __future__ import annotations

from dataclasses import dataclass, field

from translator.harness import Verdict, check_pair

EXAMPLES = 16
PANDAS = """\
import zoneinfo
import numpy as np
import pandas as pd
df = pd.read_csv('d.csv')
df['d'] = pd.to_datetime(df['d'])
"""
SPARK = """\
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pandas_parity import divide, floor_divide, read_csv
spark = SparkSession.builder.getOrCreate()
df = read_csv('d.csv', {"k": "STRING", "v": "DOUBLE", "n": "BIGINT", "d": "TIMESTAMP_NTZ"}, row="_row")
"""
SAMPLE = """\
k,v,n,d
a,1.25,1,2024-01-03 00:00:00
b,2.75,2,2024-01-09 00:00:00
c,4.0,4,2024-01-17 00:00:00
"""
OTHER = "k,x\na,1\nb,2\nc,3\n"


@dataclass(frozen=True)
class Hidden:
    """A wrong form of one statement that the sample does not show, and the right one."""

    name: str
    pandas: str
    right: str
    wrong: str
    index: tuple[str, ...] = ()
    kind: str = "frame"
    files: dict[str, str] = field(default_factory=lambda: {"d.csv": SAMPLE})


def column(name: str, pandas: str, right: str, wrong: str) -> Hidden:
    """A case of one new column beside the key."""
    shape = "r = df.select('k', ({}).alias('x'))"
    return Hidden(name, f"r = df[['k']].assign(x={pandas})", shape.format(right), shape.format(wrong))


def scalar(name: str, pandas: str, right: str, wrong: str) -> Hidden:
    """A case of one number."""
    shape = "r = df.agg({}).first()[0]"
    return Hidden(name, f"r = {pandas}", shape.format(right), shape.format(wrong), kind="scalar")


def grouped(name: str, pandas: str, right: str, wrong: str) -> Hidden:
    """A case of one statistic by group."""
    shape = "r = df.dropna(subset=['k']).groupBy('k').agg(({}).alias('{}'))"
    of = pandas.partition("'")[2].partition("'")[0]
    return Hidden(name, f"r = df.groupby('k'){pandas}", shape.format(right, of), shape.format(wrong, of), ("k",))


def rows(name: str, pandas: str, right: str, wrong: str) -> Hidden:
    """A case of other rows of the frame."""
    return Hidden(name, f"r = {pandas}", f"r = {right}", f"r = {wrong}")


ROW = "Window.orderBy('_row')"
JOIN = "o = read_csv('o.csv', {{'k': 'STRING', 'x': 'BIGINT'}}, row='_row')\nr = {}\ndel o"
MERGED = "df.select('k', 'n').join(o.select(F.col('k').alias('_k'), 'x'), F.col('k').eqNullSafe(F.col('_k'))).drop('_k')"
BOTH = {"d.csv": SAMPLE, "o.csv": OTHER}

HIDDEN = [
    rows("null dropped by a negated filter", "df[~(df['v'] > 9)]",
         "df.filter(~F.coalesce(F.col('v') > 9, F.lit(False)))", "df.filter(~(F.col('v') > 9))"),
    rows("null dropped by a negated membership", "df[~df['k'].isin(['z'])]",
         "df.filter(~F.coalesce(F.col('k').isin('z'), F.lit(False)))", "df.filter(~F.col('k').isin('z'))"),
    rows("duplicates keep the last", "df.drop_duplicates('k')",
         "df.withColumn('_p', F.row_number().over(Window.partitionBy('k').orderBy('_row'))).filter('_p = 1')",
         "df.withColumn('_p', F.row_number().over(Window.partitionBy('k').orderBy(F.desc('_row')))).filter('_p = 1')"),
    Hidden("labels counted anew after a filter", "r = df[df['v'] > 0].reset_index()",
           "r = df.filter('v > 0').select(F.col('_row').alias('index'), 'k', 'v', 'n', 'd')",
           "r = df.filter('v > 0').select((F.row_number().over(" + ROW + ") - 1).cast('bigint').alias('index'),"
           " 'k', 'v', 'n', 'd')"),
    column("division by zero is null", "df['v'] / df['n']", "divide(F.col('v'), F.col('n'))",
           "F.when(F.col('n') != 0, F.col('v') / F.col('n'))"),
    column("floor division towards zero", "df['n'] // 3", "floor_divide(F.col('n'), 3)", "F.expr('n div 3')"),
    column("remainder with the sign of the dividend", "df['n'] % 3", "F.pmod(F.col('n'), F.lit(3))", "F.col('n') % 3"),
    column("half up rounding", "df['v'].astype('float64').round(0)", "F.bround('v', 0)", "F.round('v', 0)"),
    column("integers of 32 bits", "df['n'] * 2", "F.col('n') * 2", "(F.col('n').cast('int') * 2).cast('bigint')"),
    column("missing in a comparison", "df['k'] == 'a'", "F.coalesce(F.col('k') == 'a', F.lit(False))", "F.col('k') == 'a'"),
    column("missing is neither", "np.where(df['v'] > 1, 'big', 'small')",
           "F.when(F.col('v') > 1, 'big').otherwise('small')",
           "F.when(F.col('v') > 1, 'big').when(F.col('v') <= 1, 'small')"),
    column("a bound for what is missing", "df['v'].clip(0)", "F.when(F.col('v') < 0, F.lit(0.0)).otherwise(F.col('v'))",
           "F.greatest('v', F.lit(0.0))"),
    column("missing text left out of a sum", "df['k'] + '-'", "F.concat('k', F.lit('-'))",
           "F.concat_ws('', 'k', F.lit('-'))"),
    column("length in bytes", "df['k'].str.len().astype('float64')", "F.length('k').cast('double')",
           "F.octet_length('k').cast('double')"),
    column("a pattern for a text", "df['k'].str.contains('a.b', regex=False, na=False)",
           "F.coalesce(F.contains('k', F.lit('a.b')), F.lit(False))", "F.coalesce(F.col('k').rlike('a.b'), F.lit(False))"),
    column("letters' case in a comparison", "df['k'].str.startswith('A', na=False)",
           "F.coalesce(F.col('k').startswith('A'), F.lit(False))",
           "F.coalesce(F.upper('k').startswith('A') & ~F.col('k').eqNullSafe('a'), F.lit(False))"),
    column("off-by-one weekday on Sundays", "df['d'].dt.dayofweek.astype('float64')",
           "F.pmod(F.dayofweek('d') + 5, F.lit(7)).cast('double')",
           "(F.dayofweek('d') - 2).cast('double')"),
    column("a fixed offset for a time zone",
           "df['d'].dt.tz_localize('UTC').dt.tz_convert(zoneinfo.ZoneInfo('Europe/Berlin')).dt.hour.astype('float64')",
           "F.hour(F.convert_timezone(F.lit('UTC'), F.lit('Europe/Berlin'), 'd')).cast('double')",
           "F.hour(F.col('d') + F.expr('INTERVAL 1 HOUR')).cast('double')"),
    column("months that end on the 31st", "df['d'].dt.is_month_end",
           "F.coalesce(F.to_date('d') == F.last_day('d'), F.lit(False))",
           "F.coalesce(F.dayofmonth('d') == 31, F.lit(False))"),
    column("weeks counted from the first of January", "df['d'].dt.isocalendar().week.astype('float64')",
           "F.weekofyear('d').cast('double')", "F.ceil(F.dayofyear('d') / 7).cast('double')"),
    column("the time of day kept", "df['d'].dt.normalize()", "F.date_trunc('day', 'd').cast('timestamp_ntz')", "F.col('d')"),
    column("ties summed at once", "df['n'].cumsum()", "F.sum('n').over(" + ROW + ".rowsBetween(Window.unboundedPreceding, 0))",
           "F.sum('n').over(Window.orderBy('n'))"),
    column("ties ranked one after another", "df['n'].rank(method='min')",
           "F.rank().over(Window.orderBy('n')).cast('double')", "F.row_number().over(Window.orderBy('n')).cast('double')"),
    scalar("missing counted as a value", "df['k'].nunique()", "F.countDistinct('k')",
           "F.countDistinct(F.coalesce('k', F.lit('\\x01')))"),
    scalar("a sum by way of floats", "int(df['n'].sum())", "F.coalesce(F.sum('n'), F.lit(0))",
           "F.coalesce(F.sum(F.col('n').cast('double')), F.lit(0.0)).cast('bigint')"),
    scalar("missing counted in a mean", "float(df['v'].mean())", "F.coalesce(F.mean('v'), F.lit(float('nan')))",
           "F.coalesce(divide(F.sum('v'), F.count('*')), F.lit(float('nan')))"),
    grouped("the sum of nothing is null", "['v'].sum()", "F.coalesce(F.sum('v'), F.lit(0.0))", "F.sum('v')"),
    grouped("rows counted for values", "['v'].count()", "F.count('v')", "F.count('*')"),
    grouped("the first row for the first value", "['v'].first()",
            "F.min_by('v', F.when(F.col('v').isNotNull(), F.col('_row')))", "F.min_by('v', '_row')"),
    Hidden("a group of missing keys", "r = df.groupby('k')['n'].max()",
           "r = df.dropna(subset=['k']).groupBy('k').agg(F.max('n').alias('n'))",
           "r = df.groupBy('k').agg(F.max('n').alias('n'))", ("k",)),
    Hidden("missing first in a sort", "r = df.sort_values('v')['v'].tolist()",
           "r = [x[0] for x in df.orderBy(F.asc_nulls_last('v')).select(F.coalesce('v', F.lit(float('nan')))).collect()]",
           "r = [x[0] for x in df.orderBy('v').select(F.coalesce('v', F.lit(float('nan')))).collect()]", kind="scalar"),
    Hidden("missing keys that find no partner", "o = pd.read_csv('o.csv')\nr = df[['k', 'n']].merge(o, on='k')\ndel o",
           JOIN.format(MERGED), JOIN.format("df.select('k', 'n').join(o.select('k', 'x'), 'k')"), files=BOTH),
    Hidden("one partner for each key", "o = pd.read_csv('o.csv')\nr = df[['k', 'n']].merge(o, on='k')\ndel o",
           JOIN.format(MERGED), JOIN.format(MERGED.replace("o.select", "o.dropDuplicates(['k']).select")), files=BOTH),
    Hidden("rows without a partner lost", "o = pd.read_csv('o.csv')\nr = df[['k', 'n']].merge(o, on='k', how='left')\n"
           "r['x'] = r['x'].astype('float64')\ndel o",
           JOIN.format(MERGED.replace(").drop", ", 'left').drop") + ".withColumn('x', F.col('x').cast('double'))"),
           JOIN.format(MERGED + ".withColumn('x', F.col('x').cast('double'))"), files=BOTH),
    Hidden("a captured condition that sees a later change", "big = df['n'] > 5\ndf['n'] = df['n'] * -1\nr = df[big]",
           "df = df.withColumn('_big', F.col('n') > 5).withColumn('n', F.col('n') * -1)\nr = df.filter('_big')",
           "df = df.withColumn('n', F.col('n') * -1)\nr = df.filter(F.col('n') > 5)"),
    Hidden("lines inside of cells", "r = df", "r = df",
           "r = spark.read.csv('d.csv', header=True, nullValue='', schema='k STRING, v DOUBLE, n BIGINT, d TIMESTAMP_NTZ')\n"
           "df = r"),
]  # fmt: skip


def verdict_of(case: Hidden, translated: str, engine: str = "sail", *, examples: int = EXAMPLES, trials: int = 0) -> Verdict:
    """What the harness says of one form of a case on the sample and so many generated data sets."""
    variables = [{"name": "r", "kind": case.kind, "index": list(case.index)}]
    entry = {"variables": variables, "inputs": [{"path": name, "format": "csv"} for name in case.files]}
    return check_pair(
        PANDAS + case.pandas, SPARK + translated, entry, case.files, engine, examples=examples, trials=trials
    )
