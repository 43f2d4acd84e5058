"""``stack``: the columns of a frame as the innermost level of the labels of one Series."""

from __future__ import annotations

from translator.rulekit import (
    CATEGORICAL,
    CallSite,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Index,
    Level,
    Order,
    SortKey,
    Value,
    col,
    constant,
    flag,
    fresh,
    given,
    one_of,
    ordered,
    replace,
    rule,
    unsettled,
    with_labels,
    without_missing,
)

PART, VALUE = "_part", "value"


@rule("DataFrame.stack", ignores=("sort",))
def stack(df: Frame, level: Value, dropna: Value, future_stack: Value, at: CallSite) -> Column:
    """One row for each cell: row by row, the column's name below the labels; missing cells go.

    Example:
        df[["n", "v"]].stack()
    Becomes:
        df.select("_row", "n", "v").withColumn("n", F.col("n").cast("double"))
    """
    if isinstance(constant(level), bool):
        raise Decline("the level is not known", code="T310")
    one_of(level, -1, 0)
    kept = flag(future_stack) if given(future_stack) else False
    kept = kept or given(dropna) and not flag(dropna)
    fact = _one_type(df, kept)
    frame = with_labels(df, "stack")
    _require_sorted(frame)
    if at.wants_order:
        frame = ordered(frame, "stack")
    order = frame.order if at.wants_order else None
    levels = [lv.column for lv in frame.index.levels]
    name = frame.columns_name or f"level_{len(levels)}"
    ids = list(dict.fromkeys([*levels, *(order.columns() if order is not None else ())]))
    taken = [c.lower() for c in (*ids, name, VALUE)]
    if len(set(taken)) < len(taken) or set(ids) & set(frame.fields) or any("." in c for c in (*ids, *frame.fields)):
        raise Decline("the labels, the names of the columns and the order share a name", code="T202")
    code = frame.code
    for label, own in frame.fields.items():
        code = code.withColumn(label, col(label).cast("double")) if own.dtype != fact.dtype else code
    code = code.unpivot(ids[0] if len(ids) == 1 else ids, list(frame.fields), name, VALUE)
    code = code if kept or not fact.nullable else without_missing(code, [VALUE])
    hidden = {**{c: replace(frame.hidden[c], distinct=None) for c in ids}, name: Field("str", False)}
    if order is not None:
        code = code.withColumn(PART, F.array_position(F.array(*(F.lit(c) for c in frame.fields)), F.col(name)))
        hidden[PART] = Field("int64", False)
        order = Order((*order.keys, SortKey(PART)), total=order.total)
    index = Index("stored", (*frame.index.levels, Level(name, frame.columns_name)))
    fields = {VALUE: replace(fact, nullable=fact.nullable and kept)}
    result = Frame(code, fields=fields, hidden=hidden, index=index, order=order, rows=(fresh(),),
                   origins=frozenset([at.origin]), bounded=frame.bounded, repeats=True)  # fmt: skip
    return replace(result.column(VALUE), name=None)


def _require_sorted(frame: Frame) -> None:
    """pandas keeps both levels in the order of rows and columns, by which ``unstack`` and groups go later.

    An index that is made of columns has sorted levels, which is the same where the labels are sorted.

    Raises:
        Decline: T316 where they are not known to be sorted.
    """
    levels = [lv.column for lv in frame.index.levels]
    keys = frame.order.keys[: len(levels)] if frame.order is not None else ()
    by_levels = [k.column for k in keys if k.ascending] == levels
    if list(frame.fields) != sorted(frame.fields) or not (frame.index.is_default or by_levels):
        raise Decline("the order of the labels, which is not sorted, decides about later results", code="T316")


def _one_type(df: Frame, kept: bool) -> Field:
    """The facts of all cells as the values of one column.

    Raises:
        Decline: T312 where pandas has objects of several types, or a type that depends on the data.
    """
    facts = list(df.fields.values())
    kinds = {f.dtype for f in facts}
    if any(unsettled(f) for f in facts) or kinds & CATEGORICAL or len(kinds) > 1 and kinds != {"int64", "float64"}:
        raise Decline(f"the stacked columns have the dtypes {', '.join(sorted(kinds))}", code="T312")
    if kept and any(f.none for f in facts):
        raise Decline("None in the cells is told from NaN", code="T312")
    return Field("float64" if len(kinds) > 1 else next(iter(kinds)), any(f.nullable for f in facts))
