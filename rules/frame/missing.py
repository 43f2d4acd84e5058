"""Missing values of whole frames: finding, filling and dropping them."""

from __future__ import annotations

from translator.rulekit import (
    Code,
    Column,
    Const,
    Decline,
    Frame,
    Label,
    Local,
    Scalar,
    Value,
    at_hand,
    by_statistic,
    column_by_rule,
    constant,
    current,
    each,
    given,
    is_odd,
    items,
    names,
    number,
    one_of,
    parity,
    recomputed,
    replace,
    rule,
    select_all,
    without_missing,
)


@rule("DataFrame.isna", "DataFrame.isnull", keeps_columns=True)
def isna(df: Frame) -> Frame:
    """Where values are missing.

    Example:
        df[["k", "v"]].isna()
    Becomes:
        df.select("k", "v").withColumns({"k": F.col("k").isNull(), "v": F.col("v").isNull()})
    """
    return each(df, lambda c: c.then(_null(c), dtype="bool", nullable=False))


@rule("DataFrame.notna", "DataFrame.notnull", keeps_columns=True)
def notna(df: Frame) -> Frame:
    """Where values are present.

    Example:
        df[["k", "v"]].notna()
    Becomes:
        df.select("k", "v").withColumns({"k": F.col("k").isNotNull(), "v": F.col("v").isNotNull()})
    """
    return each(df, lambda c: c.then(_present(c), dtype="bool", nullable=False))


def _null(column: Column) -> Code:
    return column.settled.isNull()


def _present(column: Column) -> Code:
    return column.settled.isNotNull()


@rule("DataFrame.dropna")
def dropna(df: Frame, axis: Value, how: Value, thresh: Value, subset: Value) -> Frame:
    """Keep the rows without missing values, in all columns or in some.

    Example:
        df.dropna(subset=["v", "w"])
    Becomes:
        df.dropna(subset=["v", "w"])
    """
    if constant(axis) not in (0, "index", "rows"):
        return _filled_columns(df, how, thresh, subset)
    labels = names(subset) if given(subset) else [Label(c) for c in df.fields]
    facts = {str(c): df.field(c) for c in labels}
    options: dict[str, object] = {}
    if given(thresh):
        options["thresh"] = int(number(thresh))
    elif given(how) and one_of(how, "any", "all") == "all":
        options["how"] = "all"
    if given(subset) or df.hidden:
        options["subset"] = labels
    if any(is_odd(c) for c in labels):
        if options.keys() - {"subset"}:
            raise Decline("Spark cannot count missing values in columns whose name has a dot", code="T311")
        code = without_missing(df.code, labels)
    else:
        code = df.code.dropna(**options)
    result = df.subset(code)
    if options.get("how") or "thresh" in options:
        return result
    dropping = {c for c, f in facts.items() if f.missing is not False}
    known = {c: replace(f, nullable=False) for c, f in facts.items()}
    kept = {c: known.get(c, f) for c, f in df.fields.items()}
    fields = {c: f if dropping <= {c} else replace(f, distinct=None) for c, f in kept.items()}
    return replace(result, fields=fields)


def _filled_columns(df: Frame, how: Value, thresh: Value, subset: Value) -> Frame:
    """The columns of ``dropna(axis=1)``: those of the data at hand, which the program checks."""
    data = at_hand.of(df)
    if data is None or given(subset) or list(data.columns) != list(df.fields):
        raise Decline("which columns are dropped depends on the data", code="T311")
    if given(thresh):
        options: dict[str, object] = {"thresh": int(number(thresh))}
    else:
        options = {"how": "all"} if given(how) and one_of(how, "any", "all") == "all" else {}
    kept = list(data.dropna(axis=1, **options).columns)
    if not kept:
        raise Decline("no column is left", code="T311")
    current().site.assume("A110", f"the columns that are left are {', '.join(kept)}")
    checked = df.then(parity.require_filled(df.code, list(df.fields), kept, **options))
    whole = {c: replace(f, missing=False) for c, f in df.fields.items()} if not options else df.fields
    return select_all(replace(checked, fields=whole), kept)


@rule("DataFrame.fillna", keeps_columns=True)
def fillna(df: Frame, value: Value, method: Value, axis: Value, limit: Value) -> Frame:
    """Replace missing values, by one value or by one for each column.

    Example:
        df.fillna({"v": 0, "k": "?"})
    Becomes:
        df.withColumns(
            {
                "v": F.coalesce(F.col("v"), F.lit(0)),
                "k": F.coalesce(F.col("k"), F.lit("?")),
            }
        )
    """
    if given(axis) and constant(axis) not in (0, "index"):
        raise Decline("values are filled from other columns", code="T310")
    if given(method):
        ahead = one_of(method, "ffill", "pad", "bfill", "backfill") in ("ffill", "pad")
        return _filled(df, "Series.ffill" if ahead else "Series.bfill", limit)
    if given(limit):
        raise Decline("a limit on filled values", code="T310")
    if isinstance(value, Local) and value.labels:
        chosen_ = [c for c in value.labels if c in df.fields and df.fields[c].nullable]
        return by_statistic(df, value, lambda c, m: column_by_rule("Series.fillna", c, m), chosen_) if chosen_ else df
    if isinstance(value, (Const, Scalar)) and not isinstance(getattr(value, "value", None), dict):
        chosen: list[tuple[Label, Value]] = [(Label(c), value) for c, f in df.fields.items() if f.nullable]
    else:
        chosen = [
            (Label(constant(k, "the column name"), k.code), v)
            for k, v in items(value)
            if constant(k) in df.fields
        ]
    made = {c: column_by_rule("Series.fillna", df.column(c), v) for c, v in chosen if df.field(c).nullable}
    return recomputed(df, {c: v for c, v in made.items() if v.plain != c})


def _filled(df: Frame, key: str, limit: Value) -> Frame:
    options = {"limit": limit} if given(limit) else {}
    return each(df, lambda c: column_by_rule(key, c, **options) if c.nullable else c)


@rule("DataFrame.ffill", "DataFrame.pad", keeps_columns=True)
def ffill(df: Frame, limit: Value) -> Frame:
    """Carry the last value forward over missing ones, in row order.

    Example:
        df[["v"]].ffill()
    Becomes:
        df.select("_row", "v").withColumn(
            "v",
            F.last("v", ignorenulls=True).over(
                Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
            ),
        )
    """
    return _filled(df, "Series.ffill", limit)


@rule("DataFrame.bfill", "DataFrame.backfill", keeps_columns=True)
def bfill(df: Frame, limit: Value) -> Frame:
    """Carry the next value backward over missing ones, in row order."""
    return _filled(df, "Series.bfill", limit)
