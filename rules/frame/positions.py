"""Rows by position: ``head``, ``tail``, ``iloc``, ``iat``, largest and smallest."""

from __future__ import annotations

from translator.rulekit import (
    NUMBERS,
    Accessor,
    Const,
    Decline,
    Frame,
    Local,
    Scalar,
    Value,
    by_rule,
    constant,
    frame_on_driver,
    literal,
    names,
    number,
    one_of,
    ordered,
    parity,
    replace,
    rule,
    select_all,
    sort_code,
    with_order,
)


@rule("DataFrame.head")
def head(df: Frame, n: Value) -> Frame:
    """The first rows in pandas' order.

    Example:
        df.head(3)
    Becomes:
        df.orderBy("_row").limit(3)
    """
    return between(df, 0, int(number(n)))


@rule("DataFrame.tail")
def tail(df: Frame, n: Value) -> Frame:
    """The last rows, in their order.

    Example:
        df.tail(2)
    Becomes:
        df.orderBy(F.col("_row").desc()).limit(2).orderBy("_row")
    """
    return last_rows(df, int(number(n)))


def between(df: Frame, start: int, stop: int | None) -> Frame:
    """Rows by position, neither bound negative."""
    if start < 0 or (stop is not None and stop < 0):
        raise Decline("a position counted from the end", code="T310")
    df = ordered(df, "a selection by position")
    code = with_order(df)
    if stop is not None:
        code = code.limit(max(stop, start))
    if start:
        code = code.offset(start)
    keeps_range = df.index.kind == "range" and start == 0
    changes = {"index": df.index} if keeps_range else {}
    return df.subset(code, bounded=df.bounded or stop is not None, sorted=True, **changes)


def backwards(df: Frame) -> Frame:
    """The frame sorted in reverse of its order, which stays its order as a fact."""
    df = ordered(df, "a selection by position")
    assert df.order is not None
    physical = df.physical
    keys = [replace(k, ascending=not k.ascending, nulls_last=not k.nulls_last) for k in df.order.keys]
    return df.then(df.code.orderBy(*(sort_code(k, physical[k.column].nullable) for k in keys)))


def last_rows(df: Frame, count: int) -> Frame:
    if count < 0:
        raise Decline("a position counted from the start", code="T310")
    df = ordered(df, "a selection by position")
    cut = df.subset(backwards(df).code.limit(count), bounded=True)
    return cut.then(with_order(cut), sorted=True)


@rule("DataFrame.iloc.__getitem__")
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
    if columns is not None:
        labels = list(df.fields)
        if isinstance(columns, slice):
            return rows_at(select_all(df, labels[columns]), rows)
        if isinstance(columns, list):
            return rows_at(select_all(df, [labels[i] for i in columns]), rows)
        assert isinstance(columns, int)
        label = labels[columns]
        if isinstance(rows, int):
            return cell(df, rows, label)
        result = rows_at(df, rows)
        assert isinstance(result, Frame)
        return result.column(label)
    return rows_at(df, rows)


def _two(key: Value) -> tuple[object, object]:
    known = constant(key, "the position")
    rows, columns = known if isinstance(known, tuple) and len(known) == 2 else (known, None)
    for part in (rows, columns):
        parts = (
            part
            if isinstance(part, list)
            else [part.start, part.stop, part.step]
            if isinstance(part, slice)
            else [part]
        )
        if any(isinstance(p, bool) or not isinstance(p, (int, type(None))) for p in parts):
            raise Decline("rows are chosen by something that is not a position", code="T311")
    return rows, columns


def rows_at(df: Frame, rows: object) -> Value:
    if isinstance(rows, int):
        return Local(frame_on_driver(one_row(df, rows)).iloc[0], type="Series", was_spark=True)
    if not isinstance(rows, slice) or rows.step not in (None, 1):
        raise Decline("rows are chosen by a list of positions", code="T310")
    start, stop = rows.start or 0, rows.stop
    if start == 0 and stop is None:
        return df
    if start < 0 and stop is None:
        return last_rows(df, -start)
    return between(df, start, stop)


def one_row(df: Frame, position: int) -> Frame:
    """A frame of the row at one position, counted from either end."""
    if position >= 0:
        return between(df, position, position + 1)
    turned = backwards(df)
    code = turned.code.limit(-position)
    return turned.subset(code.offset(-position - 1) if position < -1 else code, bounded=True)


def cell(df: Frame, position: int, label: str) -> Scalar:
    column = df.column(label)
    return Scalar(parity.scalar(one_row(df, position).code.select(label)), dtype=column.dtype)


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
    if not isinstance(rows, int) or not isinstance(columns, int):
        raise Decline("the positions are not two numbers", code="T311")
    return cell(df, rows, list(df.fields)[columns])


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
    source = ordered(df, "ties among the largest rows")
    direction = Const(literal(ascending), ascending)
    result = by_rule("DataFrame.sort_values", source, columns, ascending=direction)
    assert isinstance(result, Frame)
    return between(result, 0, int(number(n)))
