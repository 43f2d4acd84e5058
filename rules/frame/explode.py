"""``explode``: one row for each part of the lists in a column."""

from __future__ import annotations

from collections.abc import Sequence

from translator.rulekit import (
    LOST,
    CallSite,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Order,
    SortKey,
    Value,
    col,
    flag,
    fresh,
    fresh_rows,
    names,
    ordered,
    parity,
    replace,
    rule,
    series_frame,
    with_labels,
)

PART = "_part"
"""Column that holds where in its list a part stood."""


@rule("DataFrame.explode")
def explode(df: Frame, column: Value, ignore_index: Value, at: CallSite) -> Frame:
    """A row for each part of a list, under the label of the row that held it.

    Example:
        df.assign(part=df["s"].str.split(",")).explode("part")
    Becomes:
        df.withColumn("part", F.split(F.col("s"), ",", -1)).withColumn("part", F.explode_outer("part"))

    Parts of several columns stand side by side; where the lists are not as long as each other, pandas raises.
    """
    return _exploded(df, names(column, "the column"), flag(ignore_index), at)


@rule("Series.explode")
def explode_series(column: Column, ignore_index: Value, at: CallSite) -> Column:
    """A value for each part of a list, under the label of the list.

    Example:
        df["s"].str.split(",").explode()
    Becomes:
        df.select(F.split(F.col("s"), ",", -1).alias("s")).withColumn("s", F.explode_outer("s"))
    """
    frame, label = series_frame(column)
    return replace(_exploded(frame, [label], flag(ignore_index), at).column(label), name=column.name)


def _exploded(frame: Frame, labels: Sequence[str], anew: bool, at: CallSite) -> Frame:
    facts = {label: frame.field(label) for label in labels}
    for label, fact in facts.items():
        if fact.dtype != "list":
            raise Decline(f"the cells of a {fact.dtype} column are not known to be lists", code="T312")
        if "." in label or "`" in label:
            raise Decline("the name of the column needs quoting", code="T202")
    if len(facts) < len(labels):
        raise Decline("a column is named twice, which pandas refuses", code="T310")
    if at.wants_labels and not anew:
        frame = with_labels(frame, "explode")
    if at.wants_order:
        frame = ordered(frame, "explode")
    hidden, order = dict(frame.hidden), None
    code = frame.code
    [taken, *others] = facts  # the parts come in place of the first of the columns
    lists = parity.side_by_side(*facts) if others else taken
    if at.wants_order and frame.order is not None:
        place = frame.free(PART)
        parts = F.posexplode_outer(lists).alias(place, taken)
        code = code.select(*(parts if c == taken else col(c) if "." in c else c for c in frame.physical))
        hidden[place] = Field("int32", True)
        order = Order((*frame.order.keys, SortKey(place)), total=frame.order.total)
    else:
        code = code.withColumn(taken, F.explode_outer(lists))
    if others:
        code = code.withColumns({label: F.col(f"{taken}.{label}") for label in (*others, taken)})
    exploded = {label: Field("str", True, none="either" if fact.none else False) for label, fact in facts.items()}
    hidden, fields = ({c: replace(f, distinct=None, increasing=False) for c, f in known.items()}
                      for known in (hidden, {**frame.fields, **exploded}))  # fmt: skip
    result = Frame(code, fields=fields, hidden=hidden, index=LOST if frame.index.kind == "range" else frame.index,
                   order=order, rows=(fresh(),), origins=frozenset([at.origin]), repeats=True,
                   columns_name=frame.columns_name)  # fmt: skip
    return fresh_rows(at, result) if anew else result
