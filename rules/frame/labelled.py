"""Which rows a label, a list of labels or a slice of labels means."""

from __future__ import annotations

from translator.rulekit import (
    INTEGERS,
    ROW,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    F,
    Field,
    Frame,
    Function,
    Labels,
    Level,
    Membership,
    Order,
    Scalar,
    Slice,
    SortKey,
    Value,
    aligned,
    call_lambda,
    chosen,
    col,
    current,
    filtered,
    labels_at_hand,
    lit,
    literal,
    ordered,
    pandas_api,
    parity,
    parts,
    reordered,
    replace,
    sort_code,
    unique_columns,
    unsorted,
    with_labels,
)

EVERYTHING = slice(None)
PLACE = "_place"
"""Column that holds where in a list of labels a row's label stands."""

FITTING = {
    "str": (str,), "int64": (int,), "float64": (int, float), "datetime": (),
}  # fmt: skip
"""Python types of labels that mean the same in Spark, by dtype of the index level."""


def frame_of(accessor: Value) -> Frame:
    base = accessor.base if isinstance(accessor, Accessor) else accessor
    if not isinstance(base, Frame):
        raise Decline("the object is not a frame", code="T311")
    return base


def row_and_column(df: Frame, key: Value) -> tuple[Value, Value | None]:
    """The row key and the column key of ``loc[...]`` or ``at[...]``."""
    pair = parts(key) or []
    rows, columns = pair if len(pair) == 2 else (key, None)
    if isinstance(columns, Const) and len(df.index.levels) > 1 and _scalar(rows) and _scalar(columns):
        rows, columns = key, None  # pandas tries the pair as one label first
    if isinstance(rows, Function):
        rows = call_lambda(rows, [df])
    return rows, columns


def _scalar(key: Value) -> bool:
    return isinstance(key, Const) and not isinstance(key.value, (slice, list, tuple))


def is_label(df: Frame, key: Value) -> bool:
    """Whether the key is one label, which pandas looks up, and not a choice of rows."""
    if isinstance(key, Scalar):
        return True
    if _partial_date(df, key) is not None:
        return False
    several = isinstance(key, Const) and isinstance(key.value, (tuple, list)) and len(df.index.levels) > 1
    return _scalar(key) or several


def rows_by_label(df: Frame, key: Value) -> Frame:
    """The rows that a condition, slice or list of labels means.

    Raises:
        Decline: where labels or their order are not known well enough.
    """
    if isinstance(key, Column) and key.dtype in ("bool", "boolean"):
        return filtered(df, key)
    if isinstance(key, Column):
        return _labelled_by(df, key)
    if isinstance(key, Membership):
        return chosen(df, key)
    if isinstance(key, Labels):
        return filtered(df, condition_of(df, key))
    if isinstance(key, Const) and key.value == EVERYTHING:
        return df
    period = _partial_date(df, key)
    if period is not None:
        level = df.physical[df.index.levels[0].column]
        _require_known(level)
        if labels_at_hand.lie_outside(df, *period):
            raise Decline("pandas raises for a period that lies before or after all labels at hand", code="T312")
        current().site.assume("A120")
        return df.subset(df.code.filter(_between(df.index.levels[0].column, level, period[0], period[1])))
    if isinstance(key, Slice) or isinstance(key, Const) and isinstance(key.value, slice):
        return _slice(df, key)
    if isinstance(key, Const) and isinstance(key.value, list):
        return _listed(df, key)
    raise Decline("rows are chosen by labels that are not translated", code="T316")


def condition_of(df: Frame, labels: Labels) -> Column:
    """The condition that chose the rows whose labels these are, where labels do not repeat."""
    rows, condition = labels.frame.condition or (0, None)
    if condition is None or rows != labels.frame.rows[-1] or not unique_labels(df):
        raise Decline("the labels are those of other rows", code="T316")
    if condition.array or not aligned(condition, df):
        raise Decline("the labels were chosen among other rows", code="T316")
    return condition


def unique_labels(df: Frame) -> bool:
    """Whether no label occurs twice, for sure."""
    if df.index.kind == "range" or df.index.is_default and not df.repeats:
        return True
    unique = unique_columns(df)
    if unique and unique <= {level.column for level in df.index.levels}:
        return True
    by_label = df.order is not None and df.order.total and len(df.order.keys) == len(df.index.levels) == 1
    return by_label and df.order is not None and df.order.keys[0].column == df.index.levels[0].column


def one_level(df: Frame, why: str) -> tuple[Frame, Level, Field]:
    """The frame with its labels stored, and the one level that holds them."""
    labelled = with_labels(df, why)
    if len(labelled.index.levels) != 1:
        raise Decline(f"{why} of several index levels", code="T316")
    level = labelled.index.levels[0]
    return labelled, level, labelled.physical[level.column]


# --- lists -------------------------------------------------------------------------------------------------


def _listed(df: Frame, key: Const) -> Frame:
    labelled, level, fact = one_level(df, "a list of labels")
    labels = list(key.value)
    require_labels(labels, fact)
    if len(set(labels)) < len(labels):
        raise Decline("a label is wanted twice", code="T310")
    code = parity.rows_labelled(labelled.code, level.column, key.code)
    known = labelled.order
    order = None if known is None else Order((SortKey(PLACE), *known.keys), known.total)
    found = labelled.subset(code, order=order, hidden={**labelled.hidden, PLACE: Field("int64", False)}, sorted=False)
    return replace(found, rows=reordered(found.rows), bounded=unique_labels(df))


def require_labels(labels: list[object], fact: Field) -> None:
    """Labels of the very type of the index level, so that equal means equal."""
    fits = FITTING.get(fact.dtype, ())
    if not labels or any(isinstance(v, bool) or not isinstance(v, fits) or v != v for v in labels):
        raise Decline(f"labels of another type than the index ({fact.dtype})", code="T312")


def _labelled_by(df: Frame, key: Column) -> Frame:
    """The rows whose labels a column of other rows holds, in the order of those rows."""
    if not unique_labels(df):
        raise Decline("whether labels repeat is not known", code="T316")
    labelled, level, fact = one_level(df, "a column of labels")
    if key.dtype != fact.dtype or fact.dtype not in FITTING or fact.dtype == "float64":
        raise Decline(f"labels of another type than the index ({fact.dtype})", code="T312")
    wanted = ordered(key.frame, "the order of the labels")
    assert wanted.order is not None
    places = {f"{PLACE}{n or ''}": k for n, k in enumerate(wanted.order.keys)}
    columns = [key.code.alias(level.column), *(col(k.column).alias(place) for place, k in places.items())]
    stale = [c for c in places if c in labelled.hidden]  # of labels that were listed before
    source = labelled.code.drop(*stale) if stale else labelled.code
    code = parity.rows_at(source, level.column, unsorted(wanted).code.select(*columns))
    order = Order(tuple(replace(k, column=place) for place, k in places.items()), wanted.order.total)
    hidden = {**labelled.hidden, **{place: wanted.physical[k.column] for place, k in places.items()}}
    found = labelled.subset(code, order=order, hidden=hidden, sorted=False, repeats=True)
    return replace(found, rows=reordered(found.rows), bounded=wanted.bounded)


def at_labels(df: Frame, key: Value) -> tuple[Frame, Column]:
    """The frame and the condition that a row has the label, one of the labels, or one within the slice of labels.

    Raises:
        Decline: where the labels are not known: for one that no row has pandas would add a row.
    """
    if isinstance(key, Slice) or isinstance(key, Const) and isinstance(key.value, slice):
        labelled, code = _in_slice(df, key)
        return labelled, labelled.level(labelled.index.levels[0]).then(code, dtype="bool", nullable=False)
    if not isinstance(key, Const):
        raise Decline("values are set at labels, which may add rows", code="T316")
    labelled, level, fact = one_level(df, "labels at which values are set")
    labels = key.value if isinstance(key.value, list) else [key.value]
    require_labels(labels, fact)
    if not labels_at_hand.hold(df, labels):
        raise Decline("values are set at labels that no row at hand has, which adds rows", code="T316")
    checked = labelled.then(parity.require_labels(labelled.code, level.column, literal(labels)))
    code = col(level.column).isin(key.code) if isinstance(key.value, list) else col(level.column) == key.code
    return checked, checked.level(level).then(code, dtype="bool", nullable=fact.nullable, null_means=False)


# --- slices ------------------------------------------------------------------------------------------------


def _slice(df: Frame, key: Value) -> Frame:
    labelled, condition = _in_slice(df, key)
    return labelled.subset(labelled.code.filter(condition)).as_slice()


def _in_slice(df: Frame, key: Value) -> tuple[Frame, Code]:
    """The frame, whose labels are in order, and the condition that a label lies within the bounds."""
    first, last, step = _bounds(key)
    if not (isinstance(step, Const) and step.value is None):
        raise Decline("a slice of labels with a step", code="T310")
    labelled, level, fact = one_level(df, "a slice of labels")
    labelled = ordered(labelled, "a slice of labels")
    assert labelled.order is not None
    by_label = labelled.order.keys[0].column == level.column and labelled.order.keys[0].ascending
    if not by_label:
        if not fact.increasing and not labels_at_hand.increase(df) or not labelled.order.total:
            raise Decline("the labels are not in order", code="T316")
        physical = labelled.physical
        keys = [sort_code(k, physical[k.column].nullable) for k in labelled.order.keys]
        labelled = labelled.then(parity.require_increasing(labelled.code, level.column, *keys))
    elif level.column != ROW:
        _require_known(fact)
    return labelled, _range_condition(level.column, fact, first, last)


def _bounds(key: Value) -> tuple[Value, Value, Value]:
    if isinstance(key, Slice):
        return key.bounds
    assert isinstance(key, Const)
    first, last, step = (Const(key.code, v) for v in (key.value.start, key.value.stop, key.value.step))
    return first, last, step


def _require_known(fact: Field) -> None:
    if fact.nullable and fact.missing is not False:
        raise Decline("labels may be missing", code="T312")


def _range_condition(column: str, fact: Field, first: Value, last: Value) -> Code:
    low, high = _bound(fact, first, 0), _bound(fact, last, 1)
    if low is None and high is None:
        raise Decline("a slice without bounds", code="T310")
    if low is None:
        return _below(column, high)
    if high is None:
        return col(column) >= low[0]
    if high[1]:
        return col(column).between(low[0], high[0])
    return (col(column) >= low[0]) & _below(column, high)


def _below(column: str, high: tuple[Code, bool] | None) -> Code:
    assert high is not None
    return col(column) <= high[0] if high[1] else col(column) < high[0]


def _bound(fact: Field, bound: Value, side: int) -> tuple[Code, bool] | None:
    """Code of a bound and whether rows at it belong to the slice; None for no bound."""
    if isinstance(bound, Scalar) and bound.dtype == fact.dtype:
        return parity.lit(bound.code), True
    if not isinstance(bound, Const):
        raise Decline("a bound of the slice is not known at translation time", code="T311")
    if bound.value is None:
        return None
    if fact.dtype != "datetime":
        require_labels([bound.value], fact)
        return literal(bound.value), True
    if isinstance(bound.value, str):
        bounds = pandas_api.date_bounds(bound.value)
        if bounds is None:
            raise Decline(f"the label {bound.value!r} is not a date", code="T310")
        return _moment(bounds[side])
    if type(bound.value).__name__ not in ("Timestamp", "datetime"):
        raise Decline("a bound of the slice is not a point in time", code="T312")
    return F.lit(literal(str(bound.value))).cast("timestamp_ntz"), True


def _moment(moment: object) -> tuple[Code, bool]:
    """A bound as text that Spark reads; the last nanosecond of a period is "before the next"."""
    whole = moment.nanosecond == 0  # type: ignore[attr-defined]
    text = str(moment if whole else moment.ceil("us"))  # type: ignore[attr-defined]
    return F.lit(text.removesuffix(" 00:00:00")).cast("timestamp_ntz"), whole


def _between(column: str, fact: Field, first: object, last: object) -> Code:
    low, high = _moment(first), _moment(last)
    return (col(column) >= low[0]) & _below(column, high)


def _partial_date(df: Frame, key: Value) -> tuple[object, object] | None:
    """First and last moment of a year, quarter, month or day that stands for all its times.

    pandas takes a text as a period where the index is finer than it; every index of dates is finer
    than a month, and one is finer than a day unless all its times are midnights.
    """
    if not isinstance(key, Const) or not isinstance(key.value, str) or len(df.index.levels) != 1:
        return None
    if df.physical[df.index.levels[0].column].dtype != "datetime":
        return None
    bounds = pandas_api.date_bounds(key.value)
    if bounds is None or bounds[2] not in ("year", "quarter", "month", "day"):
        return None
    if bounds[2] == "day":
        if not labels_at_hand.have_times_of_day(df):
            return None
        current().site.assume("A119", "not all times of the index are midnights")
    return bounds[:2]


# --- one label ---------------------------------------------------------------------------------------------


def labelled_rows(df: Frame, key: Value) -> tuple[Frame, bool]:
    """The rows with one label (as few as there are), and whether it is one for sure."""
    labelled = with_labels(df, "a label")
    levels = labelled.index.levels
    wanted = parts(key) or [key]
    if len(wanted) > len(levels):
        raise Decline("the label has more parts than the index has levels", code="T316")
    code, fixed = labelled.code, set[str]()
    for level, part in zip(levels, wanted, strict=False):
        known = part.value if isinstance(part, Const) else None
        if isinstance(known, slice):
            continue  # pandas takes it from the rows that the other parts leave
        if isinstance(known, list):
            require_labels(known, labelled.physical[level.column])
            code = code.filter(col(level.column).isin(part.code))
        else:
            code = code.filter(_is(labelled, level, part))
            fixed.add(level.column)
    order = labelled.order
    if order is not None:
        order = replace(order, keys=tuple(k for k in order.keys if k.column not in fixed) or order.keys[-1:])
    single = len(levels) == 1 and unique_labels(df)
    return labelled.subset(code, bounded=single, order=order), single


def _is(df: Frame, level: Level, part: Value) -> Code:
    fact = df.physical[level.column]
    if isinstance(part, Scalar):
        if part.dtype != fact.dtype and {part.dtype, fact.dtype} - INTEGERS:
            raise Decline(f"a label of another type than the index ({fact.dtype})", code="T312")
        return col(level.column) == parity.lit(part.code)
    if not isinstance(part, Const):
        raise Decline("the label is not known", code="T311")
    if fact.dtype == "datetime" and type(part.value).__name__ in ("Timestamp", "datetime"):
        return col(level.column) == F.lit(literal(str(part.value))).cast("timestamp_ntz")
    require_labels([part.value], fact)
    return col(level.column) == lit(part)


