"""Reshaping: ``melt``, columns into rows."""

from __future__ import annotations

from translator.rulekit import (
    CATEGORICAL,
    RANGE,
    ROW,
    CallSite,
    Decline,
    F,
    Field,
    Frame,
    Order,
    SortKey,
    Value,
    constant,
    flag,
    fresh,
    fresh_rows,
    given,
    names,
    nones,
    numbered,
    ordered,
    replace,
    rule,
)


@rule("DataFrame.melt")
def melt(
    frame: Frame,
    id_vars: Value,
    value_vars: Value,
    var_name: Value,
    value_name: Value,
    ignore_index: Value,
    at: CallSite,
) -> Frame:
    """Turn columns into rows: one row per column and original row, missing values kept.

    pandas lists all rows of the first column, then of the next; that order is rebuilt only
    where somebody observes it.

    Example:
        df[["k", "v", "w"]].melt(id_vars="k")
    Becomes:
        df.select("k", "v", "w").unpivot("k", ["v", "w"], "variable", "value")
    """
    if not flag(ignore_index):
        raise Decline("melt that keeps the index is not translated", code="T316")
    ids = [str(c) for c in names(id_vars)] if given(id_vars) else []
    values = (
        [str(c) for c in names(value_vars)]
        if given(value_vars)
        else [c for c in frame.fields if c not in ids]
    )
    variable = constant(var_name) if given(var_name) else frame.columns_name or "variable"
    value = constant(value_name) if given(value_name) else "value"
    for column in (*ids, *values):
        frame.field(column)
    label_names = [*ids, variable, value]
    if not all(isinstance(n, str) for n in label_names) or len({n.lower() for n in label_names}) < len(
        label_names
    ):
        raise Decline("the result's column names are not distinct texts", code="T310")
    facts = [frame.fields[c] for c in values]
    kinds = {f.dtype for f in facts}
    if (len(kinds) != 1 and kinds != {"int64", "float64"}) or kinds & CATEGORICAL or not values:
        raise Decline(f"the melted columns have the dtypes {', '.join(sorted(kinds))}", code="T312")
    [kind] = kinds if len(kinds) == 1 else {"float64"}
    fields = {c: frame.fields[c] for c in ids}
    fields |= {variable: Field("str", False), value: Field(kind, any(f.nullable for f in facts), none=nones(facts))}
    return _melted(frame, ids, values, variable, value, fields, at)


def _melted(
    frame: Frame,
    ids: list[str],
    values: list[str],
    variable: str,
    value: str,
    fields: dict[str, Field],
    at: CallSite,
) -> Frame:
    twice = sorted(set(ids) & set(values))
    if twice:
        raise Decline(f"{twice[0]!r} is both a column of labels and of values", code="T310")
    wanted = at.wants_order
    if wanted:
        frame = ordered(frame, "melt")
        assert frame.order is not None
        if frame.order.columns() != (ROW,):
            frame = numbered(frame, frame.code, frame.order)
    code = frame.code
    widened = [c for c in values if frame.fields[c].dtype != fields[value].dtype]
    for column in widened:
        code = code.withColumn(column, F.col(column).cast("double"))
    keep = [ROW, *ids] if wanted else ids
    hidden = {ROW: Field("int64", False)} if wanted else {}
    code = code.unpivot(keep[0] if len(keep) == 1 else keep, values, variable, value)
    if wanted:
        place = F.array_position(F.array(*(F.lit(c) for c in values)), F.col(variable))
        code = code.withColumn("_part", place)
        hidden["_part"] = Field("int64", False)
    order = Order((SortKey("_part"), SortKey(ROW)), total=True) if wanted else None
    result = Frame(code, fields=fields, hidden=hidden, index=RANGE, order=order,
                   origins=frozenset([at.origin]), bounded=frame.bounded)  # fmt: skip
    return replace(fresh_rows(at, result, drop=["_part"]), rows=(fresh(),))


@rule("pandas.melt")
def melt_function(
    frame: Value,
    id_vars: Value,
    value_vars: Value,
    var_name: Value,
    value_name: Value,
    ignore_index: Value,
    at: CallSite,
) -> Frame:
    """The function form of ``DataFrame.melt``.

    Example:
        pd.melt(df[["k", "v", "w"]], id_vars=["k"], value_vars=["v"], value_name="amount")
    Becomes:
        df.select("k", "v", "w").unpivot("k", ["v"], "variable", "amount")
    """
    if not isinstance(frame, Frame):
        raise Decline("only frames that live in Spark are melted", code="T311")
    return melt(frame, id_vars, value_vars, var_name, value_name, ignore_index, at)
