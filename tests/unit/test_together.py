"""Which aggregates of an emitted program are computed by one job."""

from __future__ import annotations

import pytest

from translator.reuse import together

NEEDS = frozenset({"F", "spark", "parity.scalar", "parity.lit", "parity.to_pandas"})
A, B, N = 'scalar(df.agg(F.avg("a")))', 'scalar(df.agg(F.max("b")))', "df.count()"
BOTH = 'scalars(df.agg(F.avg("a"), F.max("b")))'


def changed(text: str, needs: frozenset[str] = NEEDS) -> str:
    [result], _ = together([text], needs)
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # neighbours in a call, a tuple or a list
        (f"print({A}, {B})", f"print(*{BOTH})"),
        (f"x = ({A}, {B})", f"x = {BOTH}"),
        (f"low, high = {A}, {B}", f"low, high = {BOTH}"),
        (f"x = [0, {A}, {B}]", f"x = [0, *{BOTH}]"),
        (f"f({A}, {B})", f"f(*{BOTH})"),
        # lines of assignments; what Python counts is of Python's type
        (f"m = {A}\nn = {N}", 'm, n = scalars(df.agg(F.avg("a"), F.count("*")))\nn = int(n)'),
        (f"m, n = {A}, {N}\nk = {B}", 'm, n, k = scalars(df.agg(F.avg("a"), F.count("*"), F.max("b")))\nn = int(n)'),
        # names where they stand elsewhere; the same is computed once
        (f"print('mean', {A}, 'most', {B})", f"a_mean, b_max = {BOTH}\nprint('mean', a_mean, 'most', b_max)"),
        (f"print({A} / {A})", 'a_mean = scalar(df.agg(F.avg("a")))\nprint(a_mean / a_mean)'),
        (f"print({A}, {N}, x, {N} / 2)",
         'a_mean, rows = scalars(df.agg(F.avg("a"), F.count("*")))\nprint(a_mean, rows, x, int(rows) / 2)'),
        (f"a_mean = 1\nprint({A}, a_mean, {B})",
         f"a_mean = 1\na_mean_2, b_max = {BOTH}\nprint(a_mean_2, a_mean, b_max)"),
        # several statements
        (f"print('mean', {A})\n# the most\nprint('most', {B})",
         f"a_mean, b_max = {BOTH}\nprint('mean', a_mean)\n# the most\nprint('most', b_max)"),
        (f"for c in s:\n    d[c] = {A}\n    d[c] += {B}",
         f"for c in s:\n    a_mean, b_max = {BOTH}\n    d[c] = a_mean\n    d[c] += b_max"),
        (f"if {A} > {B}:\n    pass", f"a_mean, b_max = {BOTH}\nif a_mean > b_max:\n    pass"),
        # the last call does not matter to its own arguments
        (f"log.info('%s %s', {A}, {B})", f"log.info('%s %s', *{BOTH})"),
        # some rows beside all of them
        (f"print({N}, df.filter(F.col('a') > 1).count(), {B})",
         'print(*scalars(df.agg(F.count("*"), F.count_if(F.col("a") > 1), F.max("b"))))'),
        ("x = scalar(df.filter(~c).agg(F.coalesce(F.sum('v'), F.lit(0.0))))\ny = scalar(df.agg(F.avg('v')))",
         'x, y = scalars(df.agg(F.coalesce(F.sum(F.when(~c, F.col("v"))), F.lit(0.0)), F.avg("v")))'),
        (f"print({A}, scalar(df.filter(~c).agg(F.percentile('v', 0.9))), scalar(df.filter(c).agg(F.count_if(d))), {B})",
         'a_mean, v_quantile, b_max = scalars(\n'
         '    df.agg(F.avg("a"), F.percentile(F.when(~c, F.col("v")), 0.9), F.max("b"))\n)\n'
         "print(a_mean, v_quantile, scalar(df.filter(c).agg(F.count_if(d))), b_max)"),
        # some rows alone
        ("print(df.filter(~c).count(), scalar(df.filter(~c).agg(F.max('v'))), scalar(df.filter(d).agg(F.max('v'))))",
         'print(*scalars(df.filter(~c).agg(F.count("*"), F.max("v"))), '
         "scalar(df.filter(d).agg(F.max('v'))))"),
        # a line that was too long for one
        (f"z = divide(\n    F.col('a') - lit({A}), lit({B})\n)",
         f"a_mean, b_max = {BOTH}\nz = divide(F.col('a') - lit(a_mean), lit(b_max))"),
    ],
)  # fmt: skip
def test_aggregates_of_one_frame_are_one_job(text: str, expected: str) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"print({A})",
        f"print({A}, {B.replace('df', 'other')})",
        f"print({N}, {N})",  # nothing tells that this is a frame
        "print(df.filter(~c).count(), df.filter(~d).count())",
        f"print({A}, df.filter(text).count())",
        "print(scalar(df.filter(F.col('a') > 1).agg(F.max('v'))), scalar(df.filter(F.col('a') < 1).agg(F.max('v'))))",
        # what may not run
        f"x = {A} and {B}",
        f"x = {A} if {B} else 0",
        f"x = {A} < 1 < {B}",
        f"x = lambda: {A} + {B}",
        f"x = [({A}, {B}) for c in s]",
        f"if {A}:\n    x = {B}",
        f"if x:\n    pass\nelif {A} > {B}:\n    pass",
        f"while {A} < {B}:\n    pass",
        # what may change the answer
        f"x = {A}\ndf = df.filter('a > 1')\ny = {B}",
        f"x = {A}\ndf.write.parquet('x')\ny = {B}",
        f"x = {A}\nf()\ny = {B}",
        f"print({A}, f(), {B})",
        f"f({A})\ny = {B}",
        f"start = time()\nx = {A}\nprint(time() - start)\ny = {B}",
        f"x = {A}\nimport y\nz = {B}",
        f"for c in s:\n    x = {A}\nz = {B}",
        "x = scalar(df.agg(F.avg(c)))\nc = 'b'\ny = scalar(df.agg(F.max(c)))",
        f"print({A}, (df := f), {B})",
        # what may see names
        f"class X:\n    a = {A}\n    print({B})",
        f"print('a', {A}, 'b', {B})\nprint(locals())",
        f"x = 1; print('a', {A}, 'b', {B})",
        f"if x: print('a', {A}, 'b', {B})",
        # what is no aggregate of all rows by names alone
        "print(scalar(df.orderBy('a').limit(1).select('a')), scalar(df.orderBy('b').limit(1).select('b')))",
        "print(scalar(df.agg(F.avg(c[0]))), scalar(df.agg(F.avg(c[1]))))",
        "x = [*(scalar(df.agg(F.avg(c))) for c in s), y.agg(1)]",
    ],
)
def test_what_may_matter_stays_where_it_is(text: str) -> None:
    assert changed(text) == text


def test_imports_follow() -> None:
    assert together([f"print({A}, {B})"], NEEDS)[1] == NEEDS - {"parity.scalar"} | {"parity.scalars"}
    assert together([f"print({A}, {B})", f"print({A})"], NEEDS)[1] == NEEDS | {"parity.scalars"}
    assert together([f"print({A})"], NEEDS)[1] == NEEDS


def test_cells_of_a_notebook_are_apart() -> None:
    cells = [f"print({A})", f"print({B})"]
    assert together(cells, NEEDS)[0] == cells
