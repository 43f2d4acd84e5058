"""``pd.concat``: frames below each other, or columns of the same rows beside each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rules.frame.join import index_keys, joinable
from rules.frame.merge_plan import Plan, is_range, joined
from rules.frame.side_by_side import named, side_by_side
from translator.rulekit import (
    CATEGORICAL,
    LOST,
    NUMBERS,
    RANGE,
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    SPARK_TYPES,
    CallSite,
    Code,
    Collected,
    Column,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Index,
    Level,
    Order,
    SortKey,
    Value,
    aligned,
    code_text,
    col,
    constant,
    flag,
    fresh,
    fresh_rows,
    given,
    held_by,
    is_checked,
    nones,
    numbered,
    one_of,
    ordered,
    parity,
    part,
    renamed,
    replace,
    rule,
    series_frame,
    with_labels,
)

PART = "_part"
"""Column that holds which of the concatenated frames a row came from, while order counts."""


@rule("pandas.concat", ignores=("copy", "verify_integrity"))
def concat(
    objs: Value, axis: Value, join: Value, ignore_index: Value, keys: Value, names: Value, sort: Value, at: CallSite
) -> Value:
    """Put frames below each other, columns matched by name.

    A column that some frame lacks is missing there; integers beside floats become floats.
    The row order and the labels are rebuilt only where somebody observes them.

    Example:
        pd.concat([df[["k", "v"]], df[["v", "k"]]])
    Becomes:
        df.select("k", "v").unionByName(df.select("v", "k"))
    """
    if isinstance(objs, Collected):
        plain = one_of(axis, 0, 1, "index", "columns") in (0, "index") and not given(keys) and constant(sort) is not True
        return _collected(objs, plain, flag(ignore_index), at)
    if not isinstance(objs, Elements) or not objs.items:
        raise Decline("only literal lists of frames are concatenated", code="T311")
    outer = _outer_labels(objs, keys, len(objs.items))
    if one_of(axis, 0, 1, "index", "columns") in (1, "columns"):
        if flag(ignore_index):
            raise Decline("columns without names are not held in Spark", code="T202")
        if outer is not None:
            return _named_columns(objs.items, outer, one_of(join, "outer", "inner"), at)
        return _beside(objs.items) or _matched(objs.items, one_of(join, "outer", "inner"), at)
    if outer is not None and outer != sorted(outer):
        raise Decline("the labels of parts that are not sorted keep their order, which columns do not tell", code="T316")
    inner = one_of(join, "outer", "inner") == "inner"
    if constant(sort) is True and not inner:
        raise Decline("sorted columns are not translated", code="T310")
    if all(isinstance(item, Column) for item in objs.items):
        return _series(objs.items, flag(ignore_index), at, _keyed(outer, names))
    parts = _keyed(outer, names)([_frame(item) for item in objs.items])
    return _below(parts, inner, flag(ignore_index), at)


Keying = Callable[[list[Frame]], list[Frame]]


def _outer_labels(objs: Elements, keys: Value, count: int) -> list[str] | None:
    """The label of each part: ``keys=``, or the keys of a dict."""
    if objs.kind == "dict" and not given(keys):
        known = [constant(key, "the keys") for key in objs.keys]
    elif not given(keys):
        return None
    else:
        known = list(constant(keys, "the keys"))
    if objs.kind == "dict" and given(keys) or len(known) != count or not all(isinstance(k, str) for k in known):
        raise Decline("the keys are not one text for each part", code="T310")
    return known


def _keyed(outer: list[str] | None, names: Value) -> Keying:
    """Puts the label of its part above the labels of each row."""
    wanted = list(constant(names, "the names")) if given(names) else []
    name = wanted[0] if wanted else None
    if len(wanted) > 1 or not isinstance(name, (str, type(None))):
        raise Decline("names of further levels", code="T310")

    def put(parts: list[Frame]) -> list[Frame]:
        if outer is None:
            return parts
        return [_below_label(part, key, name) for part, key in zip(parts, outer, strict=True)]

    return put


def _below_label(part: Frame, key: str, name: str | None) -> Frame:
    part = with_labels(part, "concat with keys")
    order = part.order.columns() if part.order is not None else ()
    if order[:1] != (part.index.levels[0].column,) and not (part.index.is_default and not order):
        raise Decline("labels that are not sorted keep their order, which columns do not tell", code="T316")
    column = name or "level_0"
    if column in part.physical:
        raise Decline(f"the name {column!r} of the new level is taken", code="T202")
    levels = (Level(column, name), *part.index.levels)
    hidden = {column: Field("str", False), **part.hidden}
    return replace(part, code=part.code.withColumn(column, F.lit(key)), hidden=hidden, index=Index("stored", levels))


def _named_columns(items: Sequence[Value], names: list[str], how: str, at: CallSite) -> Frame:
    """Series side by side under new names."""
    columns = [replace(item, name=name) for item, name in zip(items, names, strict=True)
               if isinstance(item, Column) and not item.array]  # fmt: skip
    if len(columns) < len(items):
        raise Decline("frames side by side under keys have columns of several levels", code="T202")
    return _beside(columns) or _matched(columns, how, at)


def _frame(item: Value) -> Frame:
    if not isinstance(item, Frame):
        raise Decline("something in the list is not a frame that lives in Spark", code="T311")
    return item


def _series(items: Sequence[Value], renumber: bool, at: CallSite, keyed: Keying) -> Column:
    columns = [item for item in items if isinstance(item, Column)]
    if any(c.array for c in columns):
        raise Decline("arrays are not concatenated", code="T312")
    [name, *others] = {c.name for c in columns}
    shared = name if not others and name is not None else None
    target = shared or "value"
    frames = []
    for column in columns:
        frame, label = series_frame(column)
        if target in frame.hidden:
            raise Decline("a Series whose name is taken by another column is not concatenated", code="T312")
        frames.append(renamed(frame, {label: target}))
    result = _below(keyed(frames), False, renumber, at)
    return replace(result.column(target), name=shared, own=True)


def _below(parts: list[Frame], inner: bool, renumber: bool, at: CallSite) -> Frame:
    """The rows of all parts, in order."""
    first = parts[0]
    if inner:
        shared = [c for c in first.fields if all(c in p.fields for p in parts)]
        if not shared:
            raise Decline("the frames have no common column, so only labels would be left", code="T202")
        parts = [_restricted(p, shared) for p in parts]
    names = list(dict.fromkeys(c for p in parts for c in p.fields))
    if len({c.lower() for c in names}) < len(names):
        raise Decline("column names differ only in case", code="T202")
    fields = {c: _field([p.fields.get(c) for p in parts], c) for c in names}
    stored = not renumber and not all(p.index.is_default for p in parts)
    if stored:
        _same_levels(parts)
    levels = [level.column for level in first.index.levels] if stored else []
    parts = [_widened(_prepared(p, number, levels, renumber, at), fields) for number, p in enumerate(parts)]
    code = parts[0].code
    for below in parts[1:]:
        code = code.unionByName(below.code)
    hidden = {
        c: Field(f.dtype, any(p.hidden[c].nullable for p in parts), none=nones(p.hidden[c] for p in parts),
                 categories=f.categories if all(p.hidden[c].categories == f.categories for p in parts) else None)
        for c, f in parts[0].hidden.items()
    }
    order = Order((SortKey(PART), SortKey(ROW)), total=True) if at.wants_order else None
    index: Index = first.index if stored else LOST
    if renumber:
        index = RANGE
    elif at.wants_order and not stored:
        index = ROW_INDEX
    frame = Frame(code, fields=fields, hidden=hidden, index=index, order=order,
                  origins=frozenset([at.origin]), bounded=all(p.bounded for p in parts), repeats=True)  # fmt: skip
    return replace(fresh_rows(at, frame, drop=[PART]), rows=(fresh(),)) if renumber else frame


def _collected(objs: Collected, plain: bool, renumber: bool, at: CallSite) -> Frame:
    """The rows of all frames that a loop has collected, which have the same columns."""
    each = objs.each
    if not plain or each.tuples or any(f.dtype in CATEGORICAL or f.none == "either" for f in each.fields.values()):
        raise Decline("only frames with the same plain columns are concatenated from a list", code="T311")
    if not renumber and not each.index.is_default:
        raise Decline("the labels of frames in a list are not kept", "pass ignore_index=True", code="T316")
    fields = {c: Field(f.dtype, f.nullable, none=f.none, infinite=f.infinite) for c, f in each.fields.items()}
    if not at.wants_order:
        code = parity.concat_frames(objs.code)
        code = code.drop(*each.hidden) if each.hidden else code
        return Frame(code, fields=fields, index=RANGE if renumber else LOST, origins=frozenset([at.origin]),
                     bounded=each.bounded, repeats=not renumber)  # fmt: skip
    each = ordered(each if renumber else with_labels(each, "concat"), "concat")
    if each.order is None or each.order != ROW_ORDER or set(each.hidden) != {ROW}:
        raise Decline("the order of sorted frames in a list is not kept", code="T316")
    hidden = {ROW: each.hidden[ROW], PART: Field("int32", False)}
    order = Order((SortKey(PART), SortKey(ROW)), total=True)
    frame = Frame(parity.concat_frames(objs.code, PART), fields=fields, hidden=hidden, order=order,
                  index=RANGE if renumber else ROW_INDEX, origins=frozenset([at.origin]), bounded=each.bounded,
                  repeats=True)  # fmt: skip
    return replace(fresh_rows(at, frame, drop=[PART]), rows=(fresh(),)) if renumber else frame


def _restricted(frame: Frame, shared: list[str]) -> Frame:
    if frame.order is not None and any(c in frame.fields and c not in shared for c in frame.order.columns()):
        frame = replace(frame, order=None)
    code = frame.code.select(*frame.hidden, *shared)
    return replace(frame, code=code, fields=frame.keeping(shared))


def _same_levels(parts: Sequence[Frame]) -> None:
    for frame in parts:
        if frame.index.kind != "stored" or frame.index != parts[0].index:
            raise Decline("the frames have different indexes", code="T316")
        for level in frame.index.levels:
            if frame.physical[level.column].dtype != parts[0].physical[level.column].dtype:
                raise Decline("the index levels have different dtypes", code="T316")
            if level.column in frame.fields:
                raise Decline("an index level is a data column as well", code="T316")


def _prepared(part: Frame, number: int, levels: list[str], renumber: bool, at: CallSite) -> Frame:
    """One part with only the hidden columns that the result needs."""
    if not at.wants_order:
        gone = [c for c in part.hidden if c not in levels]
        code = part.code.drop(*gone) if gone else part.code
        return replace(part, code=code, hidden={c: f for c, f in part.hidden.items() if c in levels})
    if not levels and not renumber:
        part = with_labels(part, "concat")
    part = ordered(part, "concat")
    assert part.order is not None
    if part.order.columns() != (ROW,) or not part.order.keys[0].ascending:
        if not renumber and (not levels or ROW in levels):
            raise Decline("the labels of a sorted frame are not kept through concat", code="T316")
        part = numbered(part, part.code, part.order)
    keep = [*levels, *([] if ROW in levels else [ROW])]
    gone = [c for c in part.hidden if c not in keep]
    code = part.code.drop(*gone) if gone else part.code
    hidden = {c: part.hidden[c] for c in part.hidden if c in keep}
    return replace(
        part, code=code.withColumn(PART, F.lit(number)), hidden={**hidden, PART: Field("int32", False)}
    )


def _completed(part: Frame, fields: Mapping[str, Field]) -> Code:
    """The rows with the columns that they lack, as missing values of the right type.

    ``allowMissingColumns`` would do, but for the type: Sail loses it.
    """
    lacking = {c: F.lit(None).cast(SPARK_TYPES[f.dtype].lower()) for c, f in fields.items() if c not in part.fields}
    if len(lacking) > 1:
        return part.code.withColumns(lacking)
    return part.code if not lacking else part.code.withColumn(*lacking.popitem())


def _widened(part: Frame, fields: Mapping[str, Field]) -> Frame:
    """The rows with every column; integers that meet floats in another frame are floats."""
    narrow = [
        c for c, f in part.fields.items() if f.dtype != fields[c].dtype and fields[c].dtype == "float64"
    ]
    code = part.code
    if len(narrow) == 1:
        code = code.withColumn(narrow[0], col(narrow[0]).cast("double"))
    elif narrow:
        code = code.withColumns({c: col(c).cast("double") for c in narrow})
    return replace(part, code=_completed(replace(part, code=code), fields))


WITH_MISSING = {**{f"int{bits}": "float64" for bits in (8, 16, 32, 64)}, "bool": "bool?"}
"""What NumPy's dtypes become where cells are missing."""


def _field(facts: Sequence[Field | None], label: str) -> Field:
    """The facts of a column that comes from several frames, by pandas' rules for dtypes."""
    known = [f for f in facts if f is not None]
    nullable = len(known) < len(facts) or any(f.nullable for f in known)
    infinite = any(f.infinite for f in known)
    kinds = {f.dtype for f in known}
    if len(known) < len(facts):  # what a frame lacks changes the type even where that frame has no rows
        if any(k.startswith("uint") for k in kinds):
            raise Decline("unsigned integers with missing values are not held in Spark", code="T202")
        kinds = {WITH_MISSING.get(k, k) for k in kinds}
    if len(kinds) == 1:
        [kind] = kinds
        if kind in CATEGORICAL and len({f.categories for f in known}) > 1:
            return Field("str", nullable)
        marks = {f.none for f in known if f.nullable and f.missing is not False}
        marks |= {False} if len(known) < len(facts) else set()
        if len(marks) > 1:
            raise Decline(f"missing values of {label!r} are None in one frame and NaN in another", code="T312")
        complete = len(known) == len(facts) and all(not f.nullable or f.missing is False for f in known)
        return Field(kind, nullable, categories=known[0].categories, none=next(iter(marks), False), infinite=infinite,
                     missing=False if complete else None)  # fmt: skip
    if kinds <= {"int64", "float64"} & NUMBERS:
        return Field("float64", nullable, infinite=infinite)
    raise Decline(f"column {label!r} has the dtypes {', '.join(sorted(kinds))}", code="T312")


def _matched(items: Sequence[Value], how: str, at: CallSite) -> Frame:
    """Frames of different rows side by side, matched by their labels."""
    unnamed = [item for item in items if _is_unnamed(item)]
    names = {id(item): str(number) for number, item in enumerate(unnamed)}
    sides = [named(item, names.get(id(item), item.name)) if isinstance(item, Column) and not item.array else joinable(item)
             for item in items]  # fmt: skip
    columns = [c for side in sides for c in side.fields]
    if len({c.lower() for c in columns}) < len(columns):
        raise Decline("two columns would have the same name", code="T202")
    result = side_by_side(sides, how, in_turn=True) if not all(map(is_range, sides)) else _by_row(sides, how, at)
    if not unnamed:
        return result
    numbers = {str(number) for number in range(len(unnamed))}
    return replace(result, tuples={c: (int(c) if c in numbers else c,) for c in columns})


def _is_unnamed(item: Value) -> bool:
    return isinstance(item, Column) and item.name is None


def _by_row(sides: Sequence[Frame], how: str, at: CallSite) -> Frame:
    """Frames with default labels of their own, matched by these labels."""
    first, *others = sides
    for other in others:
        plan = Plan(first, other, how, (), (None, None))
        index_keys(plan, True, True, None, None)
        first = replace(joined(at, plan), rows=(fresh(),))
    return first


def _beside(items: Sequence[Value]) -> Frame | None:
    """Columns of the same rows, side by side; None where the rows are not the same, or a column has no name."""
    if any(map(_is_unnamed, items)):
        return None
    columns = _listed(items, Frame.column)
    base = _base(columns)
    if base is None:
        columns = _listed(items, part)
        base = _base(columns, [item for item in items if isinstance(item, Frame)])
    lowered = [label.lower() for label, _ in columns]
    if len(set(lowered)) < len(lowered):
        raise Decline("two columns would have the same name", code="T202")
    if base is None:
        return None
    labels = [label for label, _ in columns]
    lost = [c for c in (base.order.columns() if base.order else ()) if c in base.fields and c not in labels]
    hidden = {**base.hidden, **{c: base.fields[c] for c in lost}}
    if any(label in hidden for label in labels):
        raise Decline("a column has the name of a stored index level", code="T316")
    codes = [label if c.plain == label else c.settled.alias(label) for label, c in columns]
    fields = {
        label: base.fields[label] if c.plain == label and label in base.fields
        else Field(c.dtype, c.nullable and c.null_means is None, categories=c.categories, none=c.none)
        for label, c in columns
    }  # fmt: skip
    overwritten = base.order is not None and any(
        c in base.order.columns() and label == c and column.plain != c
        for c in base.fields for label, column in columns
    )  # fmt: skip
    code = base.code.select(*hidden, *codes)
    still = base.sorted and all(c.shape == "row" for _, c in columns)
    return replace(base, code=code, fields=fields, hidden=hidden, order=None if overwritten else base.order, sorted=still)


def _listed(items: Sequence[Value], column_of: Callable[[Frame, str], Column]) -> list[tuple[str, Column]]:
    """The columns of all items with their names."""
    columns: list[tuple[str, Column]] = []
    for item in items:
        if isinstance(item, Frame):
            columns += [(c, column_of(item, c)) for c in item.fields]
        elif isinstance(item, Column) and item.name is not None and not item.array:
            columns.append((item.name, item))
        else:
            raise Decline("something in the list is not a frame or named column", code="T311")
    return columns


def _base(columns: Sequence[tuple[str, Column]], computed: Sequence[Frame] = ()) -> Frame | None:
    """The frame that all columns can be computed on.

    The frames that `computed` ones came from may carry checks in their code, so these lead; one that a
    variable holds is read no more, and its checks would go with it.
    """
    pairs = [(frame, part(frame, c).frame) for frame in computed for c in frame.fields]
    sources = [source for frame, source in pairs if held_by(frame) is None or is_checked(source.code)]
    leading = list({code_text(frame.code): frame for frame in sources if held_by(frame) is None}.values())
    for base in (*leading, *(column.frame for _, column in columns)):
        fits = all(_same_rows(column, base) for _, column in columns)
        if fits and all(_holds(base, frame) for frame in leading):
            return base
    return None


def _holds(base: Frame, other: Frame) -> bool:
    """Whether `other` is `base` or a selection of its columns."""
    versions = {c: f.version for c, f in base.physical.items()}
    selection = all(versions.get(c) == f.version for c, f in other.fields.items())
    return code_text(base.code) == code_text(other.code) or (selection and len(other.fields) < len(base.fields))


def _same_rows(column: Column, base: Frame) -> bool:
    return column.frame.rows[-1] == base.rows[-1] and aligned(column, base)
