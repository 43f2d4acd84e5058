"""Which frames of an emitted program are cached."""

from __future__ import annotations

import pytest

from translator.reuse import cached
from translator.reuse.program import helpers_giving_frames

HEAD = "from pandas_parity import from_pandas, read_csv, read_parquet, scalar\nspark = SparkSession.builder.getOrCreate()\n"


def kept(text: str) -> list[str]:
    """The variables behind whose expressions ``.cache()`` was put."""
    [result] = cached([HEAD + text])
    assert result.replace(".cache()", "").split() == (HEAD + text).split() or ".unpersist()" in result
    return [line.split(" = ")[0].strip() for line in result.splitlines() if line.endswith(".cache()") and " = " in line]


JOIN = 'a = read_parquet("a.parquet")\nb = read_parquet("b.parquet")\nj = a.join(b, "k")\n'
USE = "print(j.count())\n"
FEED = 'x = read_csv("x.csv", {"k": "BIGINT"})\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JOIN + USE, []),
        (JOIN + USE + USE, ["j"]),
        (JOIN + "print(a.count())\nprint(a.count())\nprint(b.count())", []),  # columns of Parquet are read again
        (JOIN + 'for k in range(3):\n    print(j.filter(F.col("k") == k).count())\n', ["j"]),
        (JOIN + "numbers = [scalar(j.agg(F.sum(c))) for c in 'xy']\n", ["j"]),
        (JOIN + "print(j.columns, j.dtypes)\n" + USE, []),
        (FEED + "print(x.count())\nprint(x.count())\n", []),
        (FEED + "print(x.count())\nprint(x.count())\nprint(x.count())\n", ["x"]),
        # steps to one frame: the last of them is kept
        (JOIN + 'f = j.filter("k > 1")\ng = f.drop("k")\nprint(g.count(), g.count())\n', ["g"]),
        # what several need is kept; what is read from it by one, or costs little, is not
        (JOIN + "f = j.drop('k')\ng = j.drop('v')\nprint(f.count(), f.count(), g.count())\n", ["j"]),
        (JOIN + 's = j.groupBy("k").agg(F.sum("v"))\nprint(j.count(), s.count(), s.count())\n', ["j", "s"]),
        # a list of frames, and code that is not known, run a job for each
        (JOIN + "show([j, a])\n" + USE, ["j"]),
        # functions of the program
        ("def f(t):\n    print(t.count())\n    print(t.count())\n" + JOIN + "f(j)\n", ["j"]),
        ("def f(t):\n    return t.drop('k')\n" + JOIN + "g = f(j)\nprint(g.count(), g.count())\n", ["g"]),
        ("def f(p):\n    t = read_csv(p, {})\n    return t\ng = f('x.csv')\nprint(g.count(), g.count(), g.count())\n", ["g"]),
        ("def f(p):\n    t = read_csv(p, {})\n    print(t.count(), t.count(), t.count())\nf('x.csv')\n", ["t"]),
        ("def f(t):\n    u = t.groupBy('k').agg(F.sum('v'))\n    print(u.count(), u.count())\n" + FEED + "f(x)\n", ["u"]),
        ("def f(t):\n    return f(t)\n" + JOIN + "f(j)\n" + USE, ["j"]),
        # names that may hold something else
        ("def f(sep):\n    s = sep.join(['a', 'b'])\n    print(s.count('a'), s.count('b'))\n", []),
        (JOIN + "if k:\n    j = ','\ns = j.join('ab')\nprint(s.count('a'), s.count('b'))\n", []),
        (JOIN + "for j in 'ab':\n    s = j.join('ab')\n    print(s.count('a'), s.count('b'))\n", []),
        (JOIN + USE + USE + "for k in 'ab':\n    s = j.join(b)\n    j = ','\n", []),
        (JOIN + "s = [j.join('ab') for j in 'xy']\nt = (lambda j: j.join('a'))('b')\nprint(t.count('a'), t.count('a'))\n", []),
        # what helpers give
        ('p = pivot(read_parquet("a.parquet"), "k")\nprint(p.count(), p.count())\n', ["p"]),
        # from the driver, and groups, which are no frames
        ('d = from_pandas(p, {})\nprint(d.count(), d.count(), d.count())\n', []),
        (FEED + 'g = x.groupBy("k")\nprint(g.count().count(), g.count().count(), g.count().count())\n', []),
    ],
)
def test_choice(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


def test_helpers_are_known_by_their_annotations() -> None:
    assert {"pivot", "concat_frames", "reindexed", "from_pandas"} <= helpers_giving_frames()
    assert not {"to_pandas", "scalar", "divide", "write_csv"} & helpers_giving_frames()


def test_tables_that_may_be_written_and_read_again_are_not_cached() -> None:
    text = 'd = read_sql("q", {}).distinct()\nprint(d.count(), d.count())\n'
    assert kept(text) == ["d"]
    assert kept(text + 'write_sql(d, "t")\ne = read_sql("q", {})\n') == []


def test_what_may_be_written_and_read_again_is_not_cached() -> None:
    text = 'd = spark.read.format("delta").load("t")\nj = d.join(d2, "k")\nprint(j.count(), j.count())\n'
    again = 'd2.write.format("delta").save("t")\nd = spark.read.format("delta").load("t")\n'
    assert kept('d2 = spark.read.table("s")\n' + text) == ["j"]
    assert kept('d2 = spark.read.table("s")\n' + text + again) == []
    assert kept('d2 = spark.read.table(name)\n' + text + 'd2.write.format("delta").save("t")\n') == []


def test_cells_and_layout() -> None:
    long = 'b = a.groupBy("k").agg(F.sum("a_long_name").alias("a_long_name"), F.avg("another_name").alias("x"))'
    first = HEAD + "a = read_parquet('ä.parquet')  # ü\n"
    second = f"if True:\n    {long}\nb = (\n    a.join(b)\n    .drop('x')\n)  # a note\n"
    third = "print(b.count(), b.count(), 'ä')\ndel b\n"
    _, second, third = cached([first, second, third])
    assert ")  # a note" in second and "    .drop('x')\n    .cache()\n)" in second
    assert third == "print(b.count(), b.count(), 'ä')\nb.unpersist()\ndel b\n"
    [_, wrapped] = cached([first, f"if True:\n    {long}\n    print(b.count(), b.count())\n"])
    assert f"    b = (\n        {long[4:]}\n        .cache()\n    )\n" in wrapped


def test_a_program_without_spark_is_left() -> None:
    text = "j = a.join(b)\nprint(j.count(), j.count())\n"
    assert cached([text]) == [text]
    assert cached(["spark = 1\n", "not python ("]) == ["spark = 1\n", "not python ("]
