"""Duplicate rows, and samples."""

from __future__ import annotations

from rules.frame.index import unlabelled
from translator.rulekit import (
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Field,
    Frame,
    Label,
    Order,
    SortKey,
    Value,
    Window,
    at_hand,
    by_name,
    by_order,
    constant,
    flag,
    given,
    names,
    number,
    one_of,
    ordered,
    rule,
    with_unique,
)

MARK = "_copy"
SHUFFLED = "_shuffled"


def _labels(df: Frame, subset: Value) -> list[Label]:
    labels = names(subset) if given(subset) else [Label(c) for c in df.fields]
    for label in labels:
        df.field(label)
    return labels


@rule("DataFrame.drop_duplicates")
def drop_duplicates(df: Frame, subset: Value, keep: Value, ignore_index: Value, at: CallSite) -> Frame:
    """Keep one row of each group of equal rows; missing values equal each other.

    Which row stays, and where, follows pandas' row order.

    Example:
        df.drop_duplicates(subset=["k"])
    Becomes:
        df.withColumn("_copy", F.row_number().over(Window.partitionBy("k").orderBy("_row")))
        .filter(F.col("_copy") == 1)
        .drop("_copy")
    """
    labels = _labels(df, subset)
    kept = one_of(keep, "first", "last", False)
    if kept and set(labels) == set(df.fields) and not df.hidden and df.order is None:
        result = df.subset(df.code.dropDuplicates(), sorted=False)
    else:
        result = _marked(df, labels, kept)
    result = with_unique(result, labels)
    return unlabelled(at, result) if flag(ignore_index) else result


def _marked(df: Frame, labels: list[Label], kept: object) -> Frame:
    parts = [by_name(c) for c in labels]
    if kept is False:
        number_ = F.count("*").over(Window.partitionBy(*parts))
    else:
        df = ordered(df, "which duplicate stays")
        number_ = F.row_number().over(by_order(df, parts, reverse=kept == "last"))
    code = df.code.withColumn(MARK, number_).filter(F.col(MARK) == 1).drop(MARK)
    return df.subset(code, sorted=False)


@rule("DataFrame.duplicated")
def duplicated(df: Frame, subset: Value, keep: Value) -> Column:
    """Whether an equal row came before (``keep="first"``), comes after, or exists at all.

    Example:
        df["d"] = df.duplicated("k")
    Becomes:
        df = df.withColumn(
            "d", F.row_number().over(Window.partitionBy("k").orderBy("_row")) > 1
        )
    """
    labels = _labels(df, subset)
    parts = [by_name(c) for c in labels]
    kept = one_of(keep, "first", "last", False)
    known = df.physical
    if kept is False:
        number_ = F.count("*").over(Window.partitionBy(*parts))
    else:
        df = ordered(df, "which row is the duplicate")
        number_ = F.row_number().over(by_order(df, parts, reverse=kept == "last"))
    used = [*labels, *(df.order.columns() if kept and df.order else ())]
    refs = {str(c): known[c].version for c in used if c in known}
    return Column(number_ > 1, frame=df, dtype="bool", nullable=False, refs=refs, shape="window")


@rule("DataFrame.sample")
def sample(df: Frame, n: Value, frac: Value, replace: Value, random_state: Value, at: CallSite) -> Frame:
    """Random rows; which ones differs between the engines, also with a seed.

    Example:
        len(df.sample(n=3, random_state=1))
    Becomes:
        df.orderBy(F.rand(1)).limit(3).count()
    """
    if given(replace) and flag(replace):
        raise Decline("rows are drawn with replacement", code="T310")
    seed = [random_state.code] if given(random_state) else []
    if given(random_state) and not isinstance(constant(random_state), int):
        raise Decline("the random state is not a number", code="T310")
    at.note("T403", "which rows are drawn differs from pandas")
    chance: Code | str = F.rand(*seed)
    order: Order | None = None
    if at.wants_order:  # the order is as random as the choice, and from here on it stays
        df = df.then(df.code.withColumn(SHUFFLED, chance), hidden={**df.hidden, SHUFFLED: Field("float64", False)})
        order, chance = Order((SortKey(SHUFFLED),), total=True, defined=0), SHUFFLED
    if given(frac):
        part = number(frac)
        if part > 1:
            raise Decline("more rows are drawn than there are", code="T310")
        code = df.code.orderBy(chance) if part == 1 else df.code.sample(frac.code, *seed)
        drawn = part == 1
    else:
        count = int(number(n)) if given(n) else 1
        data = at_hand.of(df)
        if data is not None and len(data) < count:
            raise Decline("more rows are drawn than there are at hand", code="T310")
        at.assume("A114")
        code, drawn = df.code.orderBy(chance).limit(count), True
    return df.subset(code, sorted=drawn and order is not None, order=order, origins=df.origins | {at.origin})
