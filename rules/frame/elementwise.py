"""Frame-wide methods that are the column's method on each column."""

from __future__ import annotations

from translator.rulekit import (
    BOOLEANS,
    MISSING,
    NUMBERS,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Label,
    Value,
    column_by_rule,
    column_like,
    constant,
    each,
    given,
    items,
    literal,
    part,
    recomputed,
    rule,
)


@rule("DataFrame.astype", ignores=("copy",))
def astype(df: Frame, dtype: Value, errors: Value) -> Frame:
    """Change the type of all columns, or of some by a dict.

    Example:
        df.astype({"n": "float64"})
    Becomes:
        df.withColumn("n", F.col("n").cast("double"))
    """
    if constant(errors) != "raise":
        raise Decline("errors are ignored", code="T310")
    pairs = _by_column(dtype)
    if pairs is None:
        return each(df, lambda c: column_by_rule("Series.astype", c, dtype))
    made = {c: column_by_rule("Series.astype", df.column(c), v) for c, v in pairs}
    return recomputed(df, {c: v for c, v in made.items() if v.plain != c})


def _by_column(value: Value) -> list[tuple[Label, Value]] | None:
    known = isinstance(value, Const) and isinstance(value.value, dict)
    if known or (isinstance(value, Elements) and value.kind == "dict"):
        return [(Label(constant(k, "the column name"), k.code), v) for k, v in items(value)]
    return None


@rule("DataFrame.round", keeps_columns=True)
def rounded(df: Frame, decimals: Value) -> Frame:
    """Round number columns half to even; others stay.

    Example:
        df[["k", "v"]].round(1)
    Becomes:
        df.select("k", "v").withColumn("v", F.bround(F.col("v") * 10) / 10)
    """
    pairs = _by_column(decimals)
    chosen = {str(c): v for c, v in pairs} if pairs is not None else dict.fromkeys(df.fields, decimals)
    return _chosen(
        df,
        "Series.round",
        {c: v for c, v in chosen.items() if c in df.fields and df.fields[c].dtype in NUMBERS},
    )


def _chosen(df: Frame, key: str, arguments: dict[str, Value]) -> Frame:
    made = {c: column_by_rule(key, df.column(c), v) for c, v in arguments.items()}
    return recomputed(df, {c: v for c, v in made.items() if v.plain != c})


@rule("DataFrame.abs", keeps_columns=True)
def absolute(df: Frame) -> Frame:
    """Absolute values of number columns.

    Example:
        df[["v"]].abs()
    Becomes:
        df.select("v").withColumn("v", F.abs(F.col("v")))
    """
    _numbers_only(df)
    return each(df, lambda c: column_by_rule("Series.abs", c))


def _numbers_only(df: Frame) -> None:
    other = [c for c, f in df.fields.items() if f.dtype not in NUMBERS]
    if other:
        raise Decline(f"column {other[0]!r} is not a number column", code="T312")


@rule("DataFrame.clip", keeps_columns=True)
def clip(df: Frame, lower: Value, upper: Value) -> Frame:
    """Limit values to a range.

    Example:
        df[["n"]].clip(lower=0, upper=5)
    Becomes:
        df.select("n")
        .withColumn("n", F.when(F.col("n") < 0, 0).when(F.col("n") > 5, 5).otherwise(F.col("n")))
    """
    _numbers_only(df)
    return each(df, lambda c: column_by_rule("Series.clip", c, lower=lower, upper=upper))


@rule("DataFrame.isin")
def isin(df: Frame, values: Value) -> Frame:
    """Whether values are among the given ones.

    Example:
        df[["k"]].isin(["a", "b"])
    Becomes:
        df.select("k").withColumn("k", F.coalesce(F.col("k").isin(["a", "b"]), F.lit(False)))
    """
    pairs = _by_column(values)
    if pairs is None:
        return each(df, lambda c: column_by_rule("Series.isin", c, values))
    chosen = {str(c): v for c, v in pairs}
    no = Const(literal(False), False)
    made = {
        c: column_by_rule("Series.isin", df.column(c), chosen[c]) if c in chosen
        else df.column(c).then(F.lit(no.code), dtype="bool", nullable=False, refs={})
        for c in df.fields
    }  # fmt: skip
    return recomputed(df, made)


@rule("DataFrame.replace")
def replace_values(df: Frame, to_replace: Value, value: Value) -> Frame:
    """Replace values wherever they occur, or by a dict of columns.

    Example:
        df.replace({"k": {"a": "A"}})
    Becomes:
        df.withColumn("k", F.when(F.col("k") == "a", "A").otherwise(F.col("k")))
    """
    pairs = _by_column(to_replace) if isinstance(to_replace, Const) else None
    nested = pairs is not None and all(isinstance(v, Const) and isinstance(v.value, dict) for _, v in pairs)
    if nested and pairs is not None:
        made = {c: column_by_rule("Series.replace", df.column(c), v) for c, v in pairs if c in df.fields}
        return recomputed(df, {c: v for c, v in made.items() if v.plain != c})
    if pairs is not None and given(value):
        raise Decline("columns and values of a replacement are given apart", code="T310")
    kinds = _kinds(to_replace)
    options = {"value": value} if given(value) else {}
    touched = [c for c, f in df.fields.items() if _may_hold(f.dtype, kinds)]
    return each(df, lambda c: column_by_rule("Series.replace", c, to_replace, **options), only=touched)


def _kinds(value: Value) -> set[type]:
    known = constant(value, "what is replaced")
    return {type(v) for v in (known if isinstance(known, (list, tuple, dict)) else [known])}


def _may_hold(dtype: str, kinds: set[type]) -> bool:
    if kinds & {float, type(None)}:
        return True
    if dtype in ("str", "string", "category"):
        return str in kinds
    if dtype in NUMBERS or dtype in BOOLEANS:
        return bool(kinds & {int, bool})
    return dtype not in ("datetime", "timedelta")


@rule("DataFrame.where")
def where(df: Frame, cond: Value, other: Value) -> Frame:
    """Values where a condition holds, else missing or `other`.

    Example:
        df[["v"]].where(df[["v"]] > 0)
    Becomes:
        df.select("v").withColumn("v", F.when(F.col("v") > 0, F.col("v")))
    """
    return _where(df, cond, other, "Series.where")


@rule("DataFrame.mask")
def mask(df: Frame, cond: Value, other: Value) -> Frame:
    """Missing or `other` where a condition holds.

    Example:
        df[["v"]].mask(df[["v"]] < 0, 0.0)
    Becomes:
        df.select("v").withColumn("v", F.when(F.col("v") < 0, 0.0).otherwise(F.col("v")))
    """
    return _where(df, cond, other, "Series.mask")


def _where(df: Frame, cond: Value, other: Value, key: str) -> Frame:
    options = {} if isinstance(other, Const) and other.value is MISSING else {"other": other}
    if isinstance(cond, Column):
        return each(df, lambda c: column_by_rule(key, c, column_like(cond, df), **options))
    if not isinstance(cond, Frame) or list(cond.fields) != list(df.fields):
        raise Decline("the condition is not a frame of the same columns", code="T313")
    tests = {c: column_like(part(cond, c), df) for c in df.fields}
    made = {c: column_by_rule(key, df.column(c), tests[c], **options) for c in df.fields}
    return recomputed(df, made)
