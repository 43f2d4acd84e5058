"""How often combinations of values occur."""

from __future__ import annotations

from translator.rulekit import (
    NUMBERS,
    CallSite,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Order,
    SortKey,
    Value,
    Window,
    constant,
    flag,
    fresh,
    given,
    names,
    replace,
    rule,
    stored_index,
    unsettled,
    without_missing,
)


@rule("DataFrame.value_counts")
def value_counts(
    df: Frame, subset: Value, normalize: Value, sort: Value, ascending: Value, dropna: Value, at: CallSite
) -> Column:
    """How often each row, or combination of some columns, occurs, the most frequent first.

    pandas leaves the order of equal counts open; here they are in the order of the values.

    Example:
        df[["k", "n"]].value_counts()
    Becomes:
        df.select("k", "n").dropna(subset=["k"]).groupBy("k", "n").agg(F.count("*").alias("count"))
    """
    labels = [str(c) for c in names(subset, "the columns")] if given(subset) else list(df.fields)
    if len(labels) == 1 and (not given(subset) or isinstance(constant(subset), list)):
        raise Decline("the labels of the result are tuples of one value", code="T310")
    facts = {c: df.field(c) for c in labels}
    label = "proportion" if flag(normalize) else "count"
    if not flag(dropna) or df.columns_name is not None:
        raise Decline("missing values are counted as well, or an axis has a name", code="T310")
    if any(f.dtype not in NUMBERS | {"str", "bool", "datetime"} or unsettled(f) for f in facts.values()):
        raise Decline("values of these dtypes are not counted here", code="T312")
    if label in labels or len(set(labels)) < len(labels) or any("." in c for c in labels):
        raise Decline("two columns of the result have one name, or a name needs quoting", code="T202")
    missing = [c for c, f in facts.items() if f.nullable]
    code = without_missing(df.code, missing) if missing else df.code
    code = code.groupBy(*labels).agg(F.count("*").alias(label))
    if flag(normalize):
        code = code.withColumn(label, F.col(label) / F.sum(label).over(Window.partitionBy()))
    keys = tuple(SortKey(c) for c in labels)
    order = Order((SortKey(label, flag(ascending)), *keys), total=True, defined=1) if flag(sort) else Order(keys, total=True)
    if flag(sort):
        at.note("T401", "equal counts have no defined order in pandas")
    hidden = {c: replace(f, nullable=False, missing=False, none=False) for c, f in facts.items()}
    result = Frame(code, fields={label: Field("float64" if flag(normalize) else "int64", False)}, hidden=hidden,
                   index=stored_index(*labels), order=order, rows=(fresh(),), bounded=True)  # fmt: skip
    return result.column(label)
