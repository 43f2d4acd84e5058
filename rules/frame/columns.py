"""Column names: reading, replacing and renaming them."""

from __future__ import annotations

from rules.index.relabelling import index_named, labels_renamed, reindexed, rows_dropped
from translator.rulekit import (
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Function,
    Label,
    Local,
    Value,
    by_rule,
    call_lambda,
    code_text,
    columns_of,
    constant,
    given,
    held_by,
    items,
    literal,
    name,
    names,
    pandas_api,
    relabelled,
    renamed,
    replace,
    rule,
    select_all,
    series_frame,
    text,
    without,
)

pd = name("pd", "import pandas as pd")


@rule("DataFrame.columns", any_columns=True)
def columns(df: Frame) -> Const:
    """The column names, which are known at translation time.

    Example:
        df.columns
    Becomes:
        pd.Index(df.columns)
    """
    return columns_of(df)


@rule("DataFrame.columns.__set__", any_columns=True)
def set_columns(df: Frame, value: Value) -> Frame:
    """Name all columns anew.

    Example:
        df.columns = df.columns.str.upper()
    Becomes:
        df = df.toDF(*[c.upper() for c in df.columns])
    """
    known = constant(value, "the column names")
    short = getattr(known, "chain", None) and not held_by(value) and known.source is not None
    code = known.listed if short else value.code if held_by(value) else None
    if not isinstance(known, (list, tuple)):
        raise Decline("the column names are not a list", code="T311")
    named = known.name if isinstance(known, pandas_api.ConstantIndex) else None
    return replace(relabelled(df, list(known), code), columns_name=named)


@rule("DataFrame.rename", any_columns=True)
def rename(df: Frame, mapper: Value, index: Value, columns: Value, axis: Value, errors: Value) -> Frame:
    """Rename columns by a dict or a function of the name; names that do not exist are ignored.

    Example:
        df.rename(columns={"v": "value", "zz": "q"})
    Becomes:
        df.withColumnRenamed("v", "value")
    """
    by_axis = given(axis) and constant(axis) in (1, "columns")
    if df.tuples and (given(index) or given(mapper) and not by_axis):
        raise Decline("rows are renamed below labels that are no texts", code="T202")
    if df.tuples:
        return _with_texts(df, columns if given(columns) else mapper)
    if given(index) or (given(mapper) and not by_axis):
        df = labels_renamed(df, index if given(index) else mapper)
        if not given(columns):
            return df
    mapping = _mapping(df, mapper if given(mapper) else columns)
    absent = [c for c in mapping if c not in df.fields]
    if given(errors) and constant(errors) == "raise" and absent:
        raise Decline(f"pandas refuses the unknown column {absent[0]!r}", code="T314")
    return renamed(df, mapping)


def _with_texts(df: Frame, columns: Value) -> Frame:
    """Names in the place of all labels that are no texts, by a dict."""
    known = constant(columns, "the new names")
    if not isinstance(known, dict) or any(len(label) > 1 for label in df.tuples.values()):
        raise Decline("labels of several levels are renamed", code="T202")
    return relabelled(df, [known.get(df.tuples[c][0], df.tuples[c][0]) for c in df.fields])


def _mapping(df: Frame, value: Value) -> dict[str, Label]:
    if isinstance(value, Function):
        found = {c: call_lambda(value, [Const(literal(c), c)]) for c in df.fields}
        return {c: Label(constant(v, "the new name")) for c, v in found.items()}
    if isinstance(value, Local):
        owner, _, method = code_text(value.code).partition(".")
        if owner == "str" and method in ("lower", "upper", "strip", "title", "capitalize"):
            return {c: Label(getattr(c, method)()) for c in df.fields}
        raise Decline("the new names are computed at run time", code="T311")
    pairs = [(constant(k, "the old name"), v) for k, v in items(value, "the new names")]
    return {k: Label(text(v, "the new name"), v.code) for k, v in pairs if isinstance(k, str)}


@rule("DataFrame.add_prefix")
def add_prefix(df: Frame, prefix: Value, axis: Value) -> Frame:
    """Put a text before every column name.

    Example:
        df[["k", "v"]].add_prefix("x_")
    Becomes:
        df.select("k", "v").toDF("x_k", "x_v")
    """
    _columns_only(axis)
    before = text(prefix, "the prefix")
    return renamed(df, {c: f"{before}{c}" for c in df.fields})


@rule("DataFrame.add_suffix")
def add_suffix(df: Frame, suffix: Value, axis: Value) -> Frame:
    """Put a text after every column name.

    Example:
        df[["k", "v"]].add_suffix("_x")
    Becomes:
        df.select("k", "v").toDF("k_x", "v_x")
    """
    _columns_only(axis)
    after = text(suffix, "the suffix")
    return renamed(df, {c: f"{c}{after}" for c in df.fields})


def _columns_only(axis: Value) -> None:
    if given(axis) and constant(axis) not in (1, "columns"):
        raise Decline("index labels are renamed", code="T316")


@rule("DataFrame.set_axis", ignores=("copy",), any_columns=True)
def set_axis(df: Frame, labels: Value, axis: Value) -> Frame:
    """Name all columns anew (``axis=1``).

    Example:
        df[["k", "v"]].set_axis(["a", "b"], axis=1)
    Becomes:
        df.select("k", "v").toDF("a", "b")
    """
    if constant(axis) not in (1, "columns"):
        changed = by_rule("DataFrame.index.__set__", df, labels)
        assert isinstance(changed, Frame)
        return changed
    return set_columns(df, labels)


@rule("DataFrame.drop")
def drop(df: Frame, labels: Value, axis: Value, index: Value, columns: Value, errors: Value) -> Frame:
    """Remove columns, or rows by their labels; pandas raises for an unknown one unless ``errors="ignore"``.

    Example:
        df.drop(columns=["v", "w"])
    Becomes:
        df.drop("v", "w")
    """
    ignored = constant(errors) == "ignore"
    if (given(labels) and constant(axis) not in (1, "columns")) or given(index):
        df = rows_dropped(df, index if given(index) else labels, ignored)
        if not given(columns):
            return df
    chosen = names(columns if given(columns) else labels)
    if ignored:
        chosen = [c for c in chosen if c in df.fields]
    for label in chosen:
        df.field(label)
    return without(df, list(dict.fromkeys(chosen))) if chosen else df


@rule("DataFrame.reindex")
def reindex(df: Frame, labels: Value, index: Value, axis: Value, columns: Value, fill_value: Value) -> Frame:
    """Select columns, or rows by label, in a given order; unknown ones are added, all missing.

    Example:
        df.reindex(columns=["n", "k"])
    Becomes:
        df.select("n", "k")
    """
    by_axis = given(axis) and constant(axis) in (1, "columns")
    if given(index) or given(labels) and not by_axis:
        filling = None if isinstance(fill_value, Const) and fill_value.value != fill_value.value else fill_value
        return reindexed(df, index if given(index) else labels, filling)
    chosen = names(columns if given(columns) else labels)
    absent = [c for c in chosen if c not in df.fields]
    if not absent:
        return select_all(df, chosen)
    if taken := next((c for c in absent if c in df.hidden), None):
        raise Decline(f"{taken!r} is also the name of an index level", code="T202")
    added = {c: Field("float64") for c in absent}
    nulls = {c: F.lit(None).cast("double") for c in absent}
    code = df.code.withColumns(nulls) if len(nulls) > 1 else df.code.withColumn(absent[0], nulls[absent[0]])
    return select_all(
        replace(df, code=code, fields={**df.fields, **{str(c): f for c, f in added.items()}}), chosen
    )


@rule("DataFrame.rename_axis")
def rename_axis(df: Frame, mapper: Value, index: Value, columns: Value, axis: Value) -> Frame:
    """Name the index or the column axis.

    Example:
        df.rename_axis(None, axis=1)
    Becomes:
        df
    """
    if (given(axis) and constant(axis) in (1, "columns")) or given(columns):
        return replace(df, columns_name=constant(columns if given(columns) else mapper))
    wanted = constant(index if given(index) else mapper)
    return index_named(df, list(wanted) if isinstance(wanted, (list, tuple)) else [wanted])


@rule("Series.rename_axis")
def series_rename_axis(column: Column, mapper: Value, index: Value) -> Column:
    """Name the labels of a Series.

    Example:
        df.groupby("k")["v"].max().rename_axis("kind")
    Becomes:
        df.dropna(subset=["k"]).groupBy("k").agg(F.max("v").alias("v"))
    """
    frame, label = series_frame(column)
    wanted = constant(index if given(index) else mapper)
    named = index_named(frame, list(wanted) if isinstance(wanted, (list, tuple)) else [wanted])
    return replace(named.column(label), name=column.name)
