"""Rows by position: ``head``, ``tail``, ``iloc``, ``iat``, largest and smallest."""

from __future__ import annotations

from translator.rulekit import (
    INTEGERS,
    NUMBERS,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    F,
    Frame,
    Local,
    Scalar,
    Slice,
    Value,
    all_of,
    by_name,
    by_order,
    by_rule,
    cell_on_driver,
    col,
    constant,
    filtered,
    frame_on_driver,
    fresh,
    literal,
    name,
    names,
    one_of,
    ordered,
    pandas_api,
    parts,
    reordered,
    replace,
    rule,
    select_all,
    sort_code,
    unsettled,
    unsorted,
    whole,
    with_labels,
    with_order,
)

Bound = int | Code
"""A position: known, or counted at run time (then never negative)."""


@rule("DataFrame.head", any_columns=True)
def head(df: Frame, n: Value) -> Frame:
    """The first rows in pandas' order.

    Example:
        df.head(3)
    Becomes:
        df.orderBy("_row").limit(3)
    """
    return _span(df, None, n.code if isinstance(n, Scalar) and n.dtype in INTEGERS else whole(n))


@rule("DataFrame.tail", any_columns=True)
def tail(df: Frame, n: Value) -> Frame:
    """The last rows, in their order.

    Example:
        df.tail(2)
    Becomes:
        df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
    """
    count = whole(n)
    return between(df, 0, 0) if count == 0 else _span(df, -count, None)


def _span(df: Frame, start: Bound | None, stop: Bound | None) -> Frame:
    """Rows from one position up to another; negative ones are counted from the end."""
    first = 0 if start is None else start
    if isinstance(first, int) and first < 0:
        return _from_end(df, -first, stop)
    if isinstance(stop, int) and stop < 0:
        stop = name("max")(df.code.count() - -stop, 0)
    if _is_zero(first) and stop is None:
        return df
    return between(df, first, stop)


def _is_zero(first: Bound) -> bool:
    return isinstance(first, int) and first == 0


def between(df: Frame, start: Bound, stop: Bound | None) -> Frame:
    """Rows by position, neither bound negative."""
    df = ordered(df, "a selection by position")
    if df.within is not None:
        return _of_each_group(df, df.within.keys, start, stop)
    code = with_order(df)
    if stop is not None:
        code = code.limit(max(stop, start) if isinstance(stop, int) and isinstance(start, int) else stop)
    if not _is_zero(start):
        code = code.offset(start)
    keeps_range = df.index.kind == "range" and _is_zero(start)
    changes = {"index": df.index} if keeps_range else {}
    return df.subset(code, bounded=df.bounded or isinstance(stop, int), sorted=True, **changes).as_slice()


def _of_each_group(
    df: Frame, keys: tuple[str, ...], start: Bound, stop: Bound | None, reverse: bool = False
) -> Frame:
    """The rows at such positions within their group, of a frame that stands for the rows of any one group.

    Args:
        reverse: whether positions are counted from the end.
    """
    if not isinstance(start, int) or not (stop is None or isinstance(stop, int)):
        raise Decline("positions within groups have to be known", code="T310")
    source = unsorted(df)
    place = df.free("_place")
    number = F.row_number().over(by_order(source, [by_name(k) for k in keys], reverse=reverse))
    tests = [col(place) > start] if start else []
    tests += [col(place) <= stop] if stop is not None else []
    code = source.code.withColumn(place, number).filter(all_of(tests)).drop(place) if tests else source.code
    return df.subset(code, sorted=False)


def backwards(df: Frame) -> Frame:
    """The frame sorted in reverse of its order, which stays its order as a fact."""
    df = ordered(df, "a selection by position")
    assert df.order is not None
    physical = df.physical
    keys = [replace(k, ascending=not k.ascending, nulls_last=not k.nulls_last) for k in df.order.keys]
    return df.then(df.code.orderBy(*(sort_code(k, physical[k.column].nullable) for k in keys)))


def _from_end(df: Frame, count: int, stop: Bound | None) -> Frame:
    """The last `count` rows, without those from `stop` on."""
    if stop is not None and not (isinstance(stop, int) and stop < 0):
        raise Decline("positions counted from both ends", code="T310")
    df = ordered(df, "a selection by position")
    if df.within is not None:
        return _of_each_group(df, df.within.keys, 0 if stop is None else -stop, count, reverse=True)
    code = backwards(df).code.limit(count)
    cut = df.subset(code if stop is None else code.offset(-stop), bounded=True)
    return cut.then(with_order(cut), sorted=True).as_slice()


@rule("DataFrame.iloc.__getitem__", keeps_columns=True)
def iloc(accessor: Value, key: Value) -> Value:
    """Rows and columns by position.

    Example:
        df.iloc[1:3]
    Becomes:
        df.orderBy("_row").limit(3).offset(1)
    """
    df = accessor.base if isinstance(accessor, Accessor) else accessor
    assert isinstance(df, Frame)
    rows, columns = _two(key)
    if columns is None:
        return rows_at(df, rows)
    place = _columns_at(df, columns)
    if isinstance(place, list):
        return rows_at(select_all(df, place), rows)
    if isinstance(rows, Const) and isinstance(rows.value, int):
        return cell(df, rows.value, place)
    result = rows_at(df if _everything(rows) else select_all(df, [place]), rows)
    return result.column(place) if isinstance(result, Frame) else result


def _everything(rows: Value) -> bool:
    return isinstance(rows, Const) and rows.value == slice(None)


def _two(key: Value) -> tuple[Value, Value | None]:
    pair = parts(key) or []
    return (pair[0], pair[1]) if len(pair) == 2 else (key, None)


def _columns_at(df: Frame, columns: Value) -> str | list[str]:
    """The column at a position, or the columns at several."""
    known, labels = constant(columns, "the position"), list(df.fields)
    if isinstance(known, pandas_api.ConstantMask):
        return [c for c, chosen in zip(labels, known, strict=True) if chosen]
    if isinstance(known, slice):
        _require_positions(known.start, known.stop, known.step)
        return labels[known]
    many = list(known) if isinstance(known, (list, range)) else [known]
    _require_positions(*many)
    if any(p is None or not -len(labels) <= p < len(labels) for p in many):
        raise Decline("a position beyond the columns", code="T314")
    return [labels[p] for p in many] if isinstance(known, (list, range)) else labels[many[0]]


def _require_positions(*parts: object) -> None:
    if any(isinstance(p, bool) or not isinstance(p, (int, type(None))) for p in parts):
        raise Decline("rows or columns are chosen by something that is not a position", code="T311")


def rows_at(df: Frame, rows: Value) -> Value:
    """The row, or the rows, at positions."""
    if isinstance(rows, Column):
        return filtered(df, rows)
    if isinstance(rows, Slice):
        start, stop, step = (_bound(b) for b in rows.bounds)
        if step not in (None, 1):
            raise Decline("a slice of rows with a step", code="T310")
        return _span(df, start, stop)
    known = constant(rows, "the position")
    if isinstance(known, slice):
        _require_positions(known.start, known.stop, known.step)
        if known == slice(None, None, -1):
            return reversed_rows(df)
        return _every(_span(df, known.start, known.stop), 1 if known.step is None else known.step)
    if isinstance(known, (list, range)):
        return _listed(df, list(known), rows.code)
    _require_positions(known)
    if known is None:
        raise Decline("rows are chosen by something that is not a position", code="T311")
    require_settled(df)
    return row_of(df, frame_on_driver(one_row(df, known)).iloc[0])


def _every(df: Frame, step: int) -> Frame:
    """Every second (third …) row, from the first one on."""
    if step == 1:
        return df
    if step < 1 or df.within is not None:
        raise Decline("a slice of rows with such a step", code="T310")
    source = unsorted(ordered(df, "a selection by position"))
    place = df.free("_place")
    number = F.row_number().over(by_order(source, []))
    code = source.code.withColumn(place, number).filter(col(place) % step == 1).drop(place)
    made = source.subset(code, sorted=False).as_slice()
    return replace(made, rows=(*made.rows, fresh()))  # a range with a step, whose end pandas reckons from that of all rows


def require_settled(df: Frame) -> None:
    """Whole numbers of a row that comes to the driver alone do not tell that others are missing."""
    for label, fact in df.fields.items():
        if unsettled(fact):
            raise Decline(f"whether {label!r} is int or float depends on the other rows", code="T312")


def row_of(df: Frame, code: Code) -> Local:
    """A row as a Series with the column names as labels; of whole or broken numbers alone its type is known."""
    kinds = {f.dtype for f in df.fields.values()}
    integral = kinds == {"int64"} and not any(f.nullable for f in df.fields.values())
    if not integral and kinds != {"float64"} and (kinds != {"int64", "float64"} or any(map(unsettled, df.fields.values()))):
        return Local(code, type="Series", was_spark=True)
    return Local(code, type="Series", was_spark=True, labels=tuple(df.fields), dtype="int64" if integral else "float64")


def _bound(value: Value) -> Bound | None:
    if isinstance(value, Scalar) and value.dtype in INTEGERS:
        return value.code
    known = constant(value, "the position")
    _require_positions(known)
    return known  # type: ignore[no-any-return]


def reversed_rows(df: Frame) -> Frame:
    """All rows, last one first, with their labels."""
    df = with_labels(df, "rows in reverse") if df.index.kind == "range" else df
    turned = backwards(df)
    assert turned.order is not None
    keys = tuple(replace(k, ascending=not k.ascending, nulls_last=not k.nulls_last) for k in turned.order.keys)
    return replace(turned, order=replace(turned.order, keys=keys), rows=reordered(turned.rows), sorted=True)


def _listed(df: Frame, places: list[object], code: Code) -> Local:
    """Rows at a list of positions: the rows up to the last one come to the driver."""
    _require_positions(*places)
    if not places or any(not isinstance(p, int) or p < 0 for p in places):
        raise Decline("positions counted from the end", code="T310")
    require_settled(df)
    last = max(p for p in places if isinstance(p, int))
    return Local(frame_on_driver(between(df, 0, last + 1)).iloc[code], type="DataFrame", was_spark=True)


def one_row(df: Frame, position: int) -> Frame:
    """A frame of the row at one position, counted from either end."""
    if position >= 0:
        return between(df, position, position + 1)
    turned = backwards(df)
    code = turned.code.limit(-position)
    return turned.subset(code.offset(-position - 1) if position < -1 else code, bounded=True)


def cell(df: Frame, position: int, label: str) -> Scalar:
    """The value of one row and column."""
    column = df.column(label)
    return cell_on_driver(one_row(df, position).code.select(label), column)


@rule("DataFrame.iat.__getitem__")
def iat(accessor: Accessor, key: Value) -> Value:
    """One value by position.

    Example:
        df.iat[0, 1]
    Becomes:
        scalar(df.orderBy("_row").limit(1).select("v"))
    """
    df = accessor.base
    assert isinstance(df, Frame)
    rows, columns = _two(key)
    place = None if columns is None else _columns_at(df, columns)
    if not isinstance(rows, Const) or not isinstance(rows.value, int) or not isinstance(place, str):
        raise Decline("the positions are not two numbers", code="T311")
    return cell(df, rows.value, place)


@rule("DataFrame.nlargest")
def nlargest(df: Frame, n: Value, columns: Value, keep: Value) -> Frame:
    """The rows with the largest values; the earlier row wins a tie, missing values come last.

    Example:
        df.nlargest(2, "v")
    Becomes:
        df.orderBy(F.col("v").desc_nulls_last(), "_row").limit(2)
    """
    return _extreme(df, n, columns, keep, ascending=False)


@rule("DataFrame.nsmallest")
def nsmallest(df: Frame, n: Value, columns: Value, keep: Value) -> Frame:
    """The rows with the smallest values; the earlier row wins a tie, missing values come last.

    Example:
        df.nsmallest(2, "v")
    Becomes:
        df.orderBy(F.col("v").asc_nulls_last(), "_row").limit(2)
    """
    return _extreme(df, n, columns, keep, ascending=True)


def _extreme(df: Frame, n: Value, columns: Value, keep: Value, ascending: bool) -> Frame:
    one_of(keep, "first")
    labels = names(columns)
    if any(df.field(c).dtype not in NUMBERS | {"datetime"} for c in labels):
        raise Decline("pandas ranks numbers and times only", code="T312")
    if len(set(labels)) < len(labels):
        raise Decline("pandas may give more rows where a column is named twice", code="T310")
    if len(labels) > 1 and any(df.field(c).nullable for c in labels):
        raise Decline("pandas may give more rows where values of several columns are missing", code="T312")
    source = ordered(df, "ties among the largest rows")
    direction = Const(literal(ascending), ascending)
    result = by_rule("DataFrame.sort_values", source, columns, ascending=direction)
    assert isinstance(result, Frame)
    return between(result, 0, whole(n))
