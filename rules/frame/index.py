"""The index: moving columns into it and back, and sorting."""

from __future__ import annotations

from rules.frame.attach import is_list
from rules.index.labels import level_of
from rules.index.relabelling import relabelled_by, without_levels
from translator.rulekit import (
    ROW,
    CallSite,
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Index,
    Label,
    Labels,
    Level,
    Order,
    SortKey,
    Value,
    by_rule,
    col,
    constant,
    flag,
    flags,
    fresh,
    fresh_rows,
    given,
    labelled_by,
    names,
    one_of,
    places_before,
    renewed,
    reordered,
    replace,
    rule,
    select_all,
    sort_code,
    sort_key,
    unique_columns,
    with_labels,
    with_unique,
)


@rule("DataFrame.set_index", ignores=("verify_integrity",))
def set_index(df: Frame, keys: Value, drop: Value, append: Value) -> Frame:
    """Make columns the index: they stay columns of the Spark frame, in front.

    Example:
        df.set_index("n")
    Becomes:
        df.select("n", "k", "v", "w", "t", "b", "s")
    """
    if isinstance(keys, (Column, Labels)) or is_list(keys) and not _texts(keys):
        changed = by_rule("DataFrame.index.__set__", df, keys)
        assert isinstance(changed, Frame)
        return changed
    labels = names(keys, "the index columns")
    if not flag(drop):
        return _kept_as_column(df, labels, flag(append))
    if flag(append):
        return _appended(df, labels)
    chosen = {str(c): df.field(c) for c in labels}
    if len(chosen) != len(labels):
        raise Decline("a column is taken twice", code="T310")
    needed = set(df.order.columns()) if df.order else set()
    levels = {level.column for level in df.index.levels}
    sorting = [c for c in levels if c in needed and c != ROW]
    if sorting and df.order is not None:
        df = _aside(df, sorting) if df.order.total else replace(df, order=None)
        needed = set(df.order.columns()) if df.order else set()
    other = {c: f for c, f in df.hidden.items() if c in needed or c not in levels}
    fields = {c: f for c, f in df.fields.items() if c not in chosen}
    first = list(df.fields)[: len(labels)] == list(chosen) and not df.hidden
    code = df.code if first else df.code.select(*labels, *other, *fields)
    return replace(
        renewed(df, labelled_by(df.rows[-1], chosen.values())), code=code, fields=fields, hidden={**chosen, **other},
        index=Index("stored", tuple(Level(str(c), str(c)) for c in labels)),
    )  # fmt: skip


def _texts(keys: Value) -> bool:
    """Whether a list names columns; else it holds the labels themselves."""
    known = keys.value if isinstance(keys, Const) else None
    return isinstance(keys, Elements) or isinstance(known, (list, tuple)) and all(isinstance(k, str) for k in known)


def _kept_as_column(df: Frame, labels: list[Label], append: bool) -> Frame:
    """A column as the index that stays a column as well; the labels get a Spark column of another name."""
    if append or len(labels) > 1:
        raise Decline("several columns are kept as columns as well", code="T310")
    [label] = labels
    fact, stored = df.field(label), df.free(f"_{label}")
    made = relabelled_by(df, replace(df.column(label), name=stored))
    hidden = {**made.hidden, stored: replace(fact, version=fresh())}
    unique = unique_columns(df) & {label}
    result = replace(made, hidden=hidden, index=Index("stored", (Level(stored, str(label)),)))
    return with_unique(result, [stored]) if unique else result


def _appended(df: Frame, labels: list[Label]) -> Frame:
    """Columns as further levels below the ones that are there."""
    df = with_labels(df, "the appended index")
    chosen = {str(c): df.field(c) for c in labels}
    fields = {c: f for c, f in df.fields.items() if c not in chosen}
    levels = (*df.index.levels, *(Level(str(c), str(c)) for c in labels))
    return replace(df, fields=fields, hidden={**df.hidden, **chosen}, index=Index("stored", levels), rows=(fresh(),))


@rule("DataFrame.reset_index", ignores=("col_level", "col_fill"), any_columns=True)
def reset_index(df: Frame, level: Value, drop: Value, names: Value, at: CallSite) -> Frame:
    """Make the index a column again, or drop it; rows are numbered anew.

    The numbers are stored only where something reads them.

    Example:
        df[df["v"] > 0].reset_index(drop=True)
    Becomes:
        df.filter(F.col("v") > 0)
    """
    if given(level) and df.tuples:
        raise Decline("the columns have labels of several levels", code="T202")
    if given(level):
        return _some_levels(at, df, level, drop)
    if flag(drop):
        return unlabelled(at, df)
    df = with_labels(df, "reset_index without drop=True")
    wanted = _level_names(df, constant(names) if given(names) else None)
    levels = [lv.column for lv in df.index.levels]
    mapping = dict(zip(levels, wanted, strict=True))
    clash = [c for c in wanted if c.lower() in {f.lower() for f in df.fields}]
    if clash or len({c.lower() for c in wanted}) < len(wanted):
        raise Decline(f"pandas refuses to insert {(clash or wanted)[0]!r}, which exists", code="T202")
    hidden = {c: f for c, f in df.hidden.items() if c not in mapping}
    fields = {**{new: df.hidden[old] for old, new in mapping.items()}, **df.fields}
    code = df.code
    if levels != wanted:
        moved = [new if old == new else col(old).alias(new) for old, new in mapping.items()]
        code = code.select(*hidden, *moved, *df.fields)
    order = df.order
    if order is not None:
        order = replace(
            order, keys=tuple(k if mapping.get(k.column, k.column) == k.column else replace(k, column=mapping[k.column])
                              for k in order.keys)
        )
    depth = {len(labels) for labels in df.tuples.values()}
    tuples = {**df.tuples, **{c: (c, *[""] * (max(depth) - 1)) for c in wanted if depth}}
    flat = replace(df, code=code, fields=fields, hidden=hidden, order=order, index=Index("lost"), parts={}, tuples=tuples)
    return fresh_rows(at, flat)


def _some_levels(at: CallSite, df: Frame, level: Value, drop: Value) -> Frame:
    """Some index levels become columns (or go), the others stay."""
    df = with_labels(df, "reset_index of some levels")
    wanted = constant(level, "the level")
    many = wanted if isinstance(wanted, (list, tuple)) else [wanted]
    moved = [level_of(df, Const(level.code, w)) for w in many]
    moved = [lv for lv in df.index.levels if lv in moved]
    if len(moved) == len(df.index.levels):
        whole = by_rule("DataFrame.reset_index", df, drop=drop)
        assert isinstance(whole, Frame)
        return whole
    if flag(drop):
        return without_levels(df, moved)
    numbers = {lv: f"level_{n}" for n, lv in enumerate(df.index.levels)}
    if any(lv.column != (lv.name or numbers[lv]) or lv.column in df.fields for lv in moved):
        raise Decline("a level without a name, or with that of a column", code="T310")
    columns = [lv.column for lv in moved]
    hidden = {c: f for c, f in df.hidden.items() if c not in columns}
    fields = {**{c: df.hidden[c] for c in columns}, **df.fields}
    kept = tuple(lv for lv in df.index.levels if lv not in moved)
    return replace(df, code=df.code.select(*hidden, *fields), fields=fields, hidden=hidden,
                   index=Index("stored", kept), rows=(fresh(),))  # fmt: skip


def unlabelled(at: CallSite, df: Frame) -> Frame:
    """Without the old labels; levels that the order needs stay as hidden columns of another name."""
    gone = [lv.column for lv in df.index.levels if lv.column != ROW]
    needed = set(df.order.columns()) if df.order is not None and df.order.total else set()
    if not at.wants_labels:
        df = _aside(df, [c for c in gone if c in needed])
    return fresh_rows(at, df, drop=[c for c in gone if c in df.hidden])


def _aside(df: Frame, levels: list[str]) -> Frame:
    """The frame with sort keys that are no index levels any more under hidden names."""
    if not levels or df.order is None:
        return df
    new = {c: f"_sort_{c}" for c in levels}
    keys = tuple(replace(k, column=new.get(k.column, k.column)) for k in df.order.keys)
    hidden = {new.get(c, c): f for c, f in df.hidden.items()}
    return replace(df, code=df.code.withColumnsRenamed(new), hidden=hidden, order=replace(df.order, keys=keys))


def _level_names(df: Frame, given_names: object) -> list[str]:
    levels = df.index.levels
    if given_names is not None:
        wanted = [given_names] if isinstance(given_names, str) else list(given_names)  # type: ignore[call-overload]
        return [str(n) for n in wanted]
    if len(levels) == 1:
        default = "index" if "index" not in df.fields else "level_0"
        return [levels[0].name or default]
    return [lv.name or f"level_{i}" for i, lv in enumerate(levels)]


@rule("DataFrame.sort_values")
def sort_values(
    df: Frame, by: Value, axis: Value, ascending: Value, kind: Value, na_position: Value,
    ignore_index: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Sort rows by columns.

    pandas keeps missing values last in both directions; Spark puts them first when ascending,
    so the place of nulls is written out. Rows with equal keys keep their earlier order where
    that order is known; pandas promises that only for several keys or a stable `kind`.

    Example:
        df.sort_values(["k", "n"], ascending=[True, False])
    Becomes:
        df.orderBy(F.col("k").asc_nulls_last(), F.col("n").desc())
    """
    if constant(axis) not in (0, "index", "rows"):
        raise Decline("columns are sorted by a row", code="T310")
    labels = names(by, "the sort columns")
    ups = flags(ascending, len(labels), "ascending")
    last = one_of(na_position, "last", "first") == "last"
    result = _sorted(df, [SortKey(c, up, last) for c, up in zip(labels, ups, strict=True)])
    if len(labels) == 1 and constant(kind) == "quicksort":
        result = _with_ties(at, result, "keys")
    return unlabelled(at, result) if flag(ignore_index) else result


def _with_ties(at: CallSite, result: Frame, what: str) -> Frame:
    """Rows sorted by one key, of which pandas does not say how it orders equal ones."""
    if result.order is not None and result.order.total and len(result.order.keys) == 1:
        return result
    at.note("T401", f"equal {what} have no defined order in pandas")
    return result if result.order is None else replace(result, order=replace(result.order, defined=1))


def _sorted(df: Frame, keys: list[SortKey]) -> Frame:
    physical = df.physical
    level_names = {lv.name: lv.column for lv in df.index.levels}
    keys = [
        k if k.column in physical else replace(k, column=level_names.get(k.column, k.column)) for k in keys
    ]
    facts = [physical.get(k.column) or df.field(k.column) for k in keys]
    if any(fact.dtype == "list" for fact in facts):
        raise Decline("lists are compared by Python", code="T312")
    keys = [sort_key(f, k.column, k.ascending, k.nulls_last) for k, f in zip(keys, facts, strict=True)]
    taken = {k.column for k in keys}
    unique = unique_columns(df)
    distinct = bool(unique) and unique <= taken
    before = [k for k in (df.order.keys if df.order and not distinct else ()) if k.column not in taken]
    total = distinct or df.order is not None and df.order.total
    all_keys = [*keys, *before]
    codes = [sort_code(k, physical[k.column].nullable) for k in all_keys]
    order = Order(tuple(replace(k, column=str(k.column)) for k in all_keys), total)
    result = df.then(df.code if df.sorted and order == df.order else df.code.orderBy(*codes), sorted=True)
    if order == df.order and total:
        return replace(result, sliced=None)
    index_ = Index("lost", places=places_before(df)) if df.index.kind == "range" else df.index
    return replace(result, order=order, index=index_, rows=reordered(df.rows))


@rule("DataFrame.sort_index", keeps_columns=True)
def sort_index(
    df: Frame, axis: Value, level: Value, ascending: Value, kind: Value, na_position: Value,
    ignore_index: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Sort rows by their labels, or columns by their names (``axis=1``).

    Example:
        df.set_index("n").sort_index()
    Becomes:
        df.select("n", "k", "v", "w", "t", "b", "s").orderBy("n")
    """
    if constant(axis) in (1, "columns"):
        return select_all(df, sorted(df.fields, reverse=not flag(ascending)))
    labelled = with_labels(df, "sort_index")
    levels = [lv.column for lv in labelled.index.levels]
    if given(level):
        wanted = constant(level, "the level")
        first = [level_of(labelled, Const(level.code, w)).column
                 for w in (wanted if isinstance(wanted, (list, tuple)) else [wanted])]  # fmt: skip
        levels = [*first, *(c for c in levels if c not in first)]
    ups = flags(ascending, len(levels), "ascending")
    last = one_of(na_position, "last", "first") == "last"
    result = _sorted(labelled, [SortKey(c, up, last) for c, up in zip(levels, ups, strict=True)])
    if levels == [ROW] and result.order is not None and not labelled.repeats:
        result = replace(result, order=replace(result.order, keys=result.order.keys[:1], total=True))
    elif len(levels) == 1 and constant(kind) == "quicksort":
        result = _with_ties(at, result, "labels")
    return unlabelled(at, result) if flag(ignore_index) else result
