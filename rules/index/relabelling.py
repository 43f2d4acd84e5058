"""Other labels for the rows: replaced, renamed, named, dropped by level, chosen by a list."""

from __future__ import annotations

from rules.frame.attach import attached, is_list
from rules.frame.labelled import condition_of, one_level, require_labels, unique_labels
from rules.index.labels import level_of
from translator.rulekit import (
    ROW,
    SPARK_TYPES,
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Function,
    Index,
    Label,
    Labels,
    Level,
    Local,
    Order,
    SortKey,
    Value,
    by_rule,
    call_lambda,
    col,
    column_like,
    constant,
    filtered,
    fresh,
    given,
    label_column,
    level_renamed,
    literal,
    parity,
    relabelled,
    replace,
    rule,
    specimens,
    with_labels,
)

PLACE = "_place"


def relabelled_by(df: Frame, column: Column, keep: tuple[Level, ...] = ()) -> Frame:
    """The frame with the values of a column as labels, after the levels that are kept."""
    name = None if column.array and not column.labels else column.name
    stored = name or "index"
    while stored in df.physical and stored not in {level.column for level in df.index.levels} - {ROW}:
        if name is not None:
            raise Decline(f"the index would have the name of the column {name!r}", code="T202")
        stored = f"_{stored}"
    values = column_like(replace(column, labels=False), df, "the new index")
    fact = Field(values.dtype, values.nullable and values.null_means is None, categories=values.categories,
                 missing=values.missing, none=values.none)  # fmt: skip
    gone = [lv.column for lv in df.index.levels if lv not in keep and lv.column not in (ROW, stored)]
    ordering = df.order.columns() if df.order is not None else ()
    if stored in ordering or set(gone) & set(ordering) and (df.order is None or not df.order.total):
        df = replace(df, order=None)
    gone = [c for c in gone if c not in ordering]
    hidden = {c: f for c, f in df.hidden.items() if c not in gone}
    if stored in df.physical:
        code = df.code.withColumn(stored, values.settled)
        code = code.drop(*gone) if gone else code
    else:  # reset_index relies on labels in front of the columns
        before = [lv.column for lv in keep]
        after = [c for c in (*hidden, *df.fields) if c not in before]
        code = df.code.select(*before, values.settled.alias(stored), *after)
    return replace(df, code=code, hidden={**hidden, stored: fact}, index=Index("stored", (*keep, Level(stored, name))),
                   rows=(fresh(),), sorted=False)  # fmt: skip


@rule("DataFrame.index.__set__")
def set_index_labels(df: Frame, value: Value) -> Frame:
    """Replace the labels by a column, by other labels of the same rows, or by a list."""
    if isinstance(value, Labels):
        value = label_column(value)
    if isinstance(value, Column):
        return relabelled_by(df, value)
    if is_list(value):
        name = getattr(getattr(specimens.specimen_of(value), "value", None), "name", None)
        return _listed_labels(df, value, name if isinstance(name, str) else None)
    raise Decline("the new labels are not a column or list", code="T311")


def _listed_labels(df: Frame, value: Value, name: str | None) -> Frame:
    stored = name or "index"
    if stored in df.fields or stored in (df.order.columns() if df.order is not None else ()):
        raise Decline(f"the index would have the name of the column {stored!r}", code="T202")
    others = [lv.column for lv in df.index.levels if lv.column not in (ROW, stored)]
    bare = replace(df, hidden={c: f for c, f in df.hidden.items() if c != stored}, index=Index("lost"))
    listed = attached(bare, Label(stored), value)
    fields = {c: f for c, f in listed.fields.items() if c != stored}
    hidden = {**listed.hidden, stored: listed.fields[stored]}
    if stored not in df.physical:
        listed = replace(listed, code=listed.code.select(stored, *(c for c in listed.physical if c != stored)))
    result = replace(listed, fields=fields, hidden=hidden, index=Index("stored", (Level(stored, name),)), rows=(fresh(),))
    gone = [c for c in others if c not in (result.order.columns() if result.order is not None else ())]
    hidden = {c: f for c, f in hidden.items() if c not in gone}
    return replace(result, code=result.code.drop(*gone), hidden=hidden) if gone else result


@rule("DataFrame.index.name.__set__", "DataFrame.index.names.__set__")
def set_index_name(df: Frame, value: Value) -> Frame:
    """Name the index.

    Example:
        by = df.dropna().set_index("n")
        by.index.name = "number"
    Becomes:
        by = by.withColumnRenamed("n", "number")
    """
    wanted = constant(value, "the name")
    return index_named(df, list(wanted) if isinstance(wanted, (list, tuple)) else [wanted])


def index_named(df: Frame, wanted: list[object]) -> Frame:
    """The frame with names for all its index levels."""
    levels = df.index.levels or (Level(ROW, None),)
    if len(wanted) != len(levels) or not all(isinstance(n, (str, type(None))) for n in wanted):
        raise Decline("the names are not one text for each level", code="T310")
    if wanted == [level.name for level in levels]:
        return df
    for level, new in zip(levels, wanted, strict=True):
        if level.name == new:
            continue
        if new is None:
            named = tuple(replace(lv, name=None) if lv == level else lv for lv in df.index.levels)
            df = replace(df, index=replace(df.index, levels=named))
        elif level.column == ROW:
            labelled = with_labels(df, "a named index")
            renamed = relabelled_by(labelled, replace(label_column(Labels(df.code, frame=labelled)), name=str(new)))
            df = replace(renamed, rows=labelled.rows)  # under the labels that they had
        else:
            df = level_renamed(df, level, str(new))
    return df


@rule("DataFrame.columns.name.__set__")
def set_columns_name(df: Frame, value: Value) -> Frame:
    """Name the column axis."""
    wanted = constant(value, "the name")
    if not isinstance(wanted, (str, type(None))):
        raise Decline("the name is not text", code="T310")
    return replace(df, columns_name=wanted)


@rule("DataFrame.droplevel", any_columns=True)
def droplevel(df: Frame, level: Value, axis: Value) -> Frame:
    """Without one of the index levels.

    Example:
        df.set_index(["k", "n"]).droplevel("k")
    Becomes:
        df.select("k", "n", "v", "w", "t", "b", "s").drop("k")
    """
    if constant(axis) not in (0, "index"):
        gone = constant(level, "the level")
        if not df.tuples or gone not in (0, 1) or any(len(labels) != 2 for labels in df.tuples.values()):
            raise Decline("only one of two levels of column labels is dropped", code="T310")
        result = relabelled(df, [df.tuples[c][1 - gone] for c in df.fields])
        return result if gone == 0 else replace(result, columns_name=None)
    gone = level_of(df, level)
    if len(df.index.levels) < 2:
        raise Decline("pandas refuses to drop the only level", code="T310")
    return without_levels(df, [gone])


def without_levels(df: Frame, gone: list[Level]) -> Frame:
    """The frame without some index levels; their columns go unless the order needs them."""
    kept = tuple(level for level in df.index.levels if level not in gone)
    needed = df.order.columns() if df.order is not None else ()
    columns = [level.column for level in gone if level.column not in needed]
    hidden = {c: f for c, f in df.hidden.items() if c not in columns}
    code = df.code.drop(*columns) if columns else df.code
    return replace(df, code=code, hidden=hidden, index=Index("stored", kept), rows=(fresh(),))


# --- labels by a dict or function -----------------------------------------------------------------------------


def labels_renamed(df: Frame, mapping: Value) -> Frame:
    """``rename(index=...)``: each label through a dict (others stay) or a function."""
    labelled, level, _ = one_level(df, "the renamed labels")
    own = replace(labelled.level(level), array=False)
    if isinstance(mapping, Function):
        result = call_lambda(mapping, [own])
    else:
        result = by_rule("Series.replace", own, mapping)
    if not isinstance(result, Column):
        raise Decline("the new labels are not a column", code="T311")
    return relabelled_by(labelled, replace(result, name=level.name))


# --- rows by lists of labels ------------------------------------------------------------------------------------


def rows_dropped(df: Frame, labels: Value, ignore: bool) -> Frame:
    """``drop(index=...)``: rows without the labels, each of which has to occur."""
    if isinstance(labels, Labels):
        condition = condition_of(df, labels)
        if condition.nullable and condition.null_means is None:  # NA chooses no row
            condition = condition.then(F.coalesce(condition.code, F.lit(False)), dtype="bool", nullable=False)
        opposite = by_rule("Series.__invert__", condition)
        assert isinstance(opposite, Column)
        return filtered(df, opposite)
    labelled, level, fact = one_level(df, "the dropped labels")
    code = labels.code
    if isinstance(labels, Const):
        known = labels.value if isinstance(labels.value, (list, tuple, range)) else [labels.value]
        require_labels(list(known), fact)
        code = literal([labels.code]) if known is not labels.value else labels.code
    else:
        found = labels.specimen if isinstance(labels, Local) else None
        if found is None or not is_list(labels):
            raise Decline("the labels are not known", code="T311")
        require_labels(list(found.value)[:1], fact)
    if ignore:
        kept = ~col(level.column).isin(code)
        return labelled.subset(labelled.code.filter(kept | col(level.column).isNull() if fact.nullable else kept))
    return labelled.subset(parity.without_labels(labelled.code, level.column, code))


def reindexed(df: Frame, labels: Value, fill_value: Value | None) -> Frame:
    """``reindex(labels)``: one row for each label of a list, missing values where no row has it."""
    labelled, level, fact = one_level(df, "reindex")
    if not is_list(labels):
        raise Decline("the labels are not a list that is known", code="T311")
    found = specimens.specimen_of(labels)
    assert found is not None
    wanted = list(found.value)
    if fact.dtype == "datetime":
        if type(wanted[0] if wanted else None).__name__ != "Timestamp":
            raise Decline(f"labels of another type than the index ({fact.dtype})", code="T312")
    else:
        require_labels(wanted if found.exact else wanted[:1], fact)
    if not unique_labels(labelled):
        labelled = labelled.then(parity.require_unique(labelled.code, [level.column], "index", "one_to_one"))
    kept = [level.column, *labelled.fields]
    source = labelled.code.select(*kept) if list(labelled.physical) != kept else labelled.code
    filling: dict[str, object] = {}
    fields = {c: _absent(f) for c, f in labelled.fields.items()}
    if fill_value is not None and given(fill_value):
        fields = _filled_fields(labelled, constant(fill_value, "the fill value"))
        filling = {"fill": fill_value}
    code = parity.reindexed(source, level.column, labels.code, SPARK_TYPES[fact.dtype], **filling)
    hidden = {level.column: Field(fact.dtype, False, categories=fact.categories), PLACE: Field("int64", False)}
    if hasattr(found.value, "name"):  # a list keeps the old name
        level = replace(level, name=found.value.name, freq=getattr(found.value, "freqstr", None))
    return Frame(code, fields=fields, hidden=hidden, index=Index("stored", (level,)), bounded=True,
                 order=Order((SortKey(PLACE),), total=True), columns_name=df.columns_name,
                 repeats=not found.exact or len(set(wanted)) < len(wanted))  # fmt: skip


def _absent(fact: Field) -> Field:
    if fact.dtype.startswith("uint"):
        raise Decline("unsigned integers with missing values are not held in Spark", code="T202")
    return Field(fact.dtype, True, categories=fact.categories, none="either" if fact.none else False,
                 infinite=fact.infinite)


def _filled_fields(df: Frame, fill: object) -> dict[str, Field]:
    """Facts of the columns once absent rows hold the filling, which has to be of their type."""
    fitting: dict[str, tuple[type, ...]] = {"int64": (int,), "float64": (int, float), "str": (str,), "bool": (bool,)}
    for column, fact in df.fields.items():
        if type(fill) not in fitting.get(fact.dtype, ()):
            raise Decline(f"the filling is of another type than {column!r} ({fact.dtype})", code="T312")
    return {c: Field(f.dtype, f.nullable, missing=f.missing, none=f.none, infinite=f.infinite) for c, f in df.fields.items()}

