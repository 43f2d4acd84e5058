"""Rows of frames: order and labels on demand, subsets, and frames made of a Series or a literal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import Attribute, Call, Code, F, Raw, Window, fields, literal, parity, spark
from translator.evidence import pandas_api
from translator.frames.categories import ComputedCategories, held_category, listed_categories
from translator.frames.columns import aligned, column_like, made_infinite, materialised, order_aside
from translator.frames.demanded import ordered
from translator.frames.dtypes import NUMBERS, SPARK_TYPES
from translator.frames.fields import Field, fresh
from translator.frames.labels import Places
from translator.frames.projection import remembering
from translator.frames.values import (
    RANGE,
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    Column,
    Frame,
    Index,
    Level,
    Order,
    Parts,
    SortKey,
    col,
    row_set,
)


def order_keys(frame: Frame) -> list[Code]:
    """Sort expressions for the frame's known order."""
    assert frame.order is not None
    return [sort_code(key) for key in frame.order.keys]


def sort_code(key: SortKey, nullable: bool = True) -> Code:
    """A sort expression with pandas' place for missing values written out."""
    column = col(key.column)
    if key.among is not None:
        listed = listed_categories(key.among)
        column = parity.place_among(column, listed) if isinstance(listed, Code) else F.array_position(F.lit(listed), column)
        if not nullable:
            return column if key.ascending else column.desc()
    if not nullable:
        plain = key.column.replace(".", "`") == key.column
        return (literal(key.column) if plain else column) if key.ascending else column.desc()
    if key.ascending:
        return column.asc_nulls_last() if key.nulls_last else column.asc_nulls_first()
    return column.desc_nulls_last() if key.nulls_last else column.desc_nulls_first()


def sort_key(fact: Field, column: str, ascending: bool = True, nulls_last: bool = True) -> SortKey:
    """The key that sorts as pandas sorts the column: categories in their own order."""
    if isinstance(fact.categories, ComputedCategories):
        return SortKey(column, ascending, nulls_last, fact.categories)
    categories: tuple[Any, ...] = tuple(map(held_category, fact.categories or ()))
    among = None if list(categories) == sorted(categories) else categories
    return SortKey(column, ascending, nulls_last, among)


def place_of(frame: Frame) -> Code:
    """What tells which of two rows comes first, as a value that is compared: of a known, total order.

    Raises:
        Decline: T316 for orders that no comparison of values has.
    """
    assert frame.order is not None
    if frame.order.keys == ROW_ORDER.keys:
        return F.col(ROW)
    parts: list[Code] = []
    for key in frame.order.keys:
        fact = frame.physical.get(key.column, Field("int64", False))
        if key.among is not None or fact.nullable and not key.nulls_last or not key.ascending and fact.dtype not in NUMBERS:
            raise Decline(f"rows are sorted by {key.column!r} in a way that is not compared here", code="T316")
        parts += [col(key.column).isNull()] if fact.nullable else []
        parts.append(col(key.column) if key.ascending else -col(key.column))
    return F.struct(*parts) if len(parts) > 1 else parts[0]


def places_before(frame: Frame) -> Places | None:
    """What tells the row numbers of a frame that is about to be sorted, where its order does."""
    if frame.order is None or not frame.order.total:
        return None
    if not all(key.ascending and key.nulls_last and key.among is None for key in frame.order.keys):
        return None
    physical = frame.physical
    return Places(row_set(frame.rows[-1]), tuple(physical[c].version for c in frame.order.columns()))


def numbering(frame: Frame) -> list[str]:
    """The data columns whose order tells the lost labels of a frame that still has all its rows; none if they do not."""
    places = frame.index.places
    if frame.index.kind != "lost" or places is None or places.rows != row_set(frame.rows[-1]):
        return []
    columns = {fact.version: c for c, fact in frame.fields.items()}
    return [columns[v] for v in places.keys] if set(places.keys) <= set(columns) else []


def by_order(frame: Frame, partition: Sequence[Code] = (), reverse: bool = False) -> Code:
    """``Window[.partitionBy(...)].orderBy(<the frame's order>)``."""
    assert frame.order is not None
    keys = frame.order.keys
    if reverse:
        keys = tuple(replace(k, ascending=not k.ascending, nulls_last=not k.nulls_last) for k in keys)
    physical = frame.physical
    codes = [sort_code(k, physical[k.column].nullable if k.column in physical else True) for k in keys]
    if partition:
        return Window.partitionBy(*partition).orderBy(*codes)
    _tell_of_one_task(frame)
    return Window.orderBy(*codes)


def _tell_of_one_task(frame: Frame) -> None:
    if current().sites and not frame.bounded:
        current().site.note("T402", "all rows are brought to one task, as the window has no partition")


def in_order(frame: Frame) -> Code:
    """The frame's code with its rows in order, for a consumer that takes them all."""
    return frame.code if frame.sorted else with_order(frame)


def with_order(frame: Frame) -> Code:
    """The frame's code with the sort by its known order at its end, for a consumer that takes some of the rows.

    A limit that follows the sort at some distance does not take the first rows for sure.
    """
    assert frame.order is not None
    physical = frame.physical
    keys = [sort_code(k, physical[k.column].nullable) for k in frame.order.keys]
    text = layout.flat(frame.code)
    one_row = text.endswith(".limit(1)")
    cut = re.sub(r"(\.(limit|offset)\(\w+\))+$", "", text)
    added = layout.flat(frame.code.orderBy(*keys)).removeprefix(text)
    sorted_already = cut.replace("'", '"').endswith(added.replace("'", '"'))  # the program's quotes are in one of them
    if sorted_already or one_row:
        return frame.code
    return _without_sort_before_choosing(frame.code).orderBy(*keys)


_CHOSEN = re.compile(r"""(["'])[^"']*\1|F\.col\((["'])[^"']*\2\)\.alias\((["'])[^"']*\3\)""")


def _without_sort_before_choosing(code: Code) -> Code:
    """The code without a sort that only a choice of columns follows: the sort at its end is in its place."""
    if not isinstance(code, Call):
        return code
    function, arguments = fields(code)
    if not isinstance(function, Attribute):
        return code
    base, method = fields(function)
    if method == "orderBy":
        return base  # type: ignore[no-any-return]
    plain = all(_CHOSEN.fullmatch(layout.flat(argument.value)) for argument in arguments)
    if method in ("drop", "withColumnRenamed", "select") and plain:
        return Call(Attribute(_without_sort_before_choosing(base), method), arguments)
    return code


def with_unique(frame: Frame, columns: Iterable[str]) -> Frame:
    """The frame, as one in whose rows no two agree in all these columns."""
    return replace(frame, unique=(frame.rows[-1], frozenset(frame.physical[c].version for c in columns)))


def unique_columns(frame: Frame) -> frozenset[str]:
    """Columns in which no two rows agree; none where that is not known."""
    if frame.unique is None or frame.unique[0] not in frame.rows:
        return frozenset()
    columns = {fact.version: c for c, fact in frame.physical.items()}
    return frozenset(columns[v] for v in frame.unique[1]) if frame.unique[1] <= set(columns) else frozenset()


def renewed(frame: Frame, rows: int | None = None) -> Frame:
    """The same rows with labels of their own (of the row set `rows`): none of another frame's agree with them."""
    columns = unique_columns(frame)
    result = replace(frame, rows=(rows or fresh(),))
    return with_unique(result, columns) if columns else result


def unsorted(frame: Frame) -> Frame:
    """The frame without the sort at its end, for what reads the order from its keys, or not at all."""
    if not frame.sorted or not isinstance(frame.code, Call):
        return frame
    function, _ = fields(frame.code)
    if not isinstance(function, Attribute) or fields(function)[1] != "orderBy":
        return frame
    return replace(frame, code=fields(function)[0], sorted=False)


def numbered(frame: Frame, code: Code, start_order: Order) -> Frame:
    """Give the rows fresh default labels 0..n-1 in `start_order`, stored in the row column."""
    physical = {**frame.physical}
    keys = [sort_code(k, physical[k.column].nullable if k.column in physical else True) for k in start_order.keys]
    _tell_of_one_task(frame)
    number = F.row_number().over(Window.orderBy(*keys)).cast("bigint") - 1
    hidden = {c: replace(f, increasing=False) for c, f in frame.hidden.items() if c != ROW}
    hidden[ROW] = Field("int64", False)
    fields = {c: replace(f, increasing=False) for c, f in frame.fields.items()}
    return replace(frame, code=code.withColumn(ROW, number), fields=fields, hidden=hidden, index=ROW_INDEX, order=ROW_ORDER)


def fresh_rows(at: CallSite, frame: Frame, drop: Iterable[str] = ()) -> Frame:
    """Give a frame a new default index (``reset_index(drop=True)``, ``ignore_index=True``).

    `frame.order` is the order in which pandas would number the rows. Labels are stored only if
    somebody demands them; columns in `drop` and the old row column go away.
    """
    if at.wants_order and frame.order is not None:
        frame = ordered(frame, "a new default index")
    dropped = [c for c in dict.fromkeys([*drop, ROW]) if c in frame.hidden]
    origins = frozenset([at.origin])
    total = frame.order is not None and frame.order.total
    if total and at.wants_order and not at.wants_labels and ROW in frame.hidden:
        dropped.remove(ROW)  # the old numbers tell the order, if no longer the labels
    known = total and frame.order is not None and not any(c in dropped for c in frame.order.columns())
    if at.wants_labels or (at.wants_order and not known):
        source = ordered(frame, "a new default index")
        assert source.order is not None
        result = numbered(source, source.code, source.order)
        gone = [c for c in dropped if c != ROW]
        if gone:
            hidden = {c: f for c, f in result.hidden.items() if c not in gone}
            result = replace(result, code=result.code.drop(*gone), hidden=hidden)
        return replace(renewed(result), origins=origins, repeats=False)
    order = frame.order
    if order is not None and any(c in dropped for c in order.columns()):
        order = None
    code = frame.code.drop(*dropped) if dropped else frame.code
    hidden = {c: f for c, f in frame.hidden.items() if c not in dropped}
    frame = frame if frame.index.kind == "range" else renewed(frame)
    return replace(frame, code=code, hidden=hidden, index=RANGE, order=order, origins=origins, repeats=False)


def select_all(frame: Frame, columns: Iterable[Any]) -> Frame:
    """``df[[...]]``: the named data columns, with the index and order columns kept."""
    chosen = list(columns)
    if len(set(chosen)) != len(chosen):
        raise Decline("a column is selected twice, and Spark columns need distinct names", code="T202")
    fields = frame.keeping(chosen)
    frame = _keys_aside(frame, chosen)
    order, aside = order_aside(frame, [c for c in frame.fields if c not in fields])
    hidden = {**frame.hidden, **{new: frame.fields[c] for c, new in aside.items()}}
    code = frame.code.select(*frame.hidden, *(col(c).alias(new) for c, new in aside.items()), *chosen)
    return replace(frame, code=code, fields={str(c): fields[c] for c in chosen}, hidden=hidden, order=order)


def showing(frame: Frame, labels: Iterable[str]) -> Frame:
    """The same Spark frame, of which only these columns are looked at; the others become working columns."""
    fields = {label: frame.fields[label] for label in labels}
    others = {c: f for c, f in frame.fields.items() if c not in fields}
    return replace(frame, fields=fields, hidden={**frame.hidden, **others})


def _keys_aside(frame: Frame, chosen: Iterable[str]) -> Frame:
    """The frame whose group keys that are not chosen are working columns, for what stands for the rows of a group."""
    keys = set(frame.within.keys if frame.within is not None else ()) - set(chosen)
    return showing(frame, [c for c in frame.fields if c not in keys]) if keys & set(frame.fields) else frame


def series_frame(column: Column) -> tuple[Frame, str]:
    """A Series as a Spark DataFrame of its own: index columns plus one value column.

    Returns:
        the frame, and the name of its value column.
    """
    frame = column.frame
    if column.plain and list(frame.fields) == [column.plain]:
        labelled = frame.tuples or frame.columns_name is not None
        return (replace(frame, tuples={}, columns_name=None) if labelled else frame), column.plain
    order, aside = order_aside(frame, [c for c in frame.fields if c != column.plain])
    needed = {ROW, *(level.column for level in frame.index.levels), *(order.columns() if order is not None else ())}
    plain = None if column.plain in frame.hidden and column.plain not in needed else column.plain  # a working column goes
    label = plain or (column.name if isinstance(column.name, str) and column.name else "value")
    while label in frame.hidden:
        label += "_value"
    kept = [c for c in frame.hidden if c in needed or c == plain]
    hidden = {**{c: frame.hidden[c] for c in kept}, **{new: frame.fields[c] for c, new in aside.items()}}
    value: Any = label if plain == label else column.settled.alias(label)
    code = frame.code.select(*kept, *(col(c).alias(new) for c, new in aside.items()), value)
    fact = Field(column.dtype, column.nullable and column.null_means is None, categories=column.categories,
                 none=column.none, infinite=made_infinite(column))  # fmt: skip
    if plain == label:
        fact = replace(fact, version=column.refs[label])
    still = frame.sorted and column.shape == "row"  # a window leaves its own order behind
    return replace(frame, code=code, fields={label: fact}, hidden=hidden, order=order, tuples={}, columns_name=None,
                   sorted=still), label  # fmt: skip


def frame_of(columns: Mapping[Any, Column]) -> Frame:
    """Several Series of the same rows as a Spark DataFrame of their own, with their index columns."""
    frame = next(iter(columns.values())).frame
    parts = {label: column_like(column, frame) for label, column in columns.items()}
    clash = {c.lower() for c in frame.hidden} & {str(label).lower() for label in columns}
    if clash or len({str(label).lower() for label in columns}) != len(columns):
        raise Decline("two columns would have the same name for Spark", code="T202")
    order, aside = order_aside(frame, frame.fields)
    hidden = {**frame.hidden, **{new: frame.fields[c] for c, new in aside.items()}}
    kept = [col(c).alias(new) for c, new in aside.items()]
    code = frame.code.select(*frame.hidden, *kept, *(
        label if layout.flat(p.settled) == layout.flat(col(label)) else p.settled.alias(label) for label, p in parts.items()
    ))  # fmt: skip
    fields = {str(label): Field(p.dtype, p.nullable and p.null_means is None, categories=p.categories, none=p.none,
                                infinite=made_infinite(p))
              for label, p in parts.items()}  # fmt: skip
    still = frame.sorted and all(p.shape == "row" for p in parts.values())
    return replace(frame, code=code, fields=fields, hidden=hidden, order=order, parts={}, steps=None, sorted=still)


def frame_of_parts(parts: Parts) -> Frame:
    """The parts of texts, of which it is known how many there are, as a frame with the columns 0, 1, 2 …"""
    if not isinstance(parts.base, Column) or parts.count is None:
        raise Decline("how many parts the texts have depends on the data", code="T312")
    base = parts.base
    columns = {str(n): parts.part(base, n) for n in range(parts.count)}
    result = remembering(frame_of(columns), columns)
    return replace(result, tuples={str(n): (n,) for n in range(parts.count)})


def wider(frame: Frame, column: Column) -> Frame | None:
    """The column's frame, where `frame` is a selection of its columns that lacks one the column reads."""
    whole = column.frame
    same = whole.rows[-1] == frame.rows[-1] and whole.index == frame.index
    covered = all(c in whole.fields and whole.fields[c].version == f.version for c, f in frame.fields.items())
    return whole if same and covered and not aligned(column, frame) and not column.array else None


def filtered(frame: Frame, condition: Column) -> Frame:
    """``df[condition]``: the rows where a condition on the same rows is true."""
    if condition.dtype not in ("bool", "boolean"):
        raise Decline(f"rows are selected by a {condition.dtype} column, not a condition", code="T312")
    whole = wider(frame, condition)
    if whole is not None:
        chosen = filtered(whole, condition)
        ordering = chosen.order.columns() if chosen.order is not None else ()
        hidden = {c: f for c, f in chosen.hidden.items() if c in frame.hidden or c in ordering}
        return select_all(replace(chosen, hidden=hidden), frame.fields)
    test = column_like(condition, frame, "the condition")
    if test.shape == "row":
        code = test.settled if test.null_means else test.code
        rows = frame.subset(frame.code.filter(code))
        return replace(rows, condition=(rows.rows[-1], test))
    kept = materialised(test, "_keep")
    result = kept.frame.code.filter(kept.code).drop("_keep")
    return replace(frame.subset(result), hidden=frame.hidden, sorted=False)


def lifted(
    at: CallSite, pandas_code: Code, data: Any, exact: bool = True, index_exact: bool = True, checked: bool = False
) -> Frame:
    """A Spark frame made of a pandas frame that is built on the driver, and is like `data`.

    Args:
        pandas_code: code of the pandas frame.
        data: the pandas frame, or a stand-in with the same columns, dtypes and index levels.
        exact: whether `data` has the very values; else nothing follows from them.
        index_exact: the same for its index labels.
        checked: whether the emitted program makes sure of columns and types before it goes on.

    Raises:
        Decline: T202 when a column or index level cannot be held in Spark.
    """
    try:
        table, levels = pandas_api.with_index_columns(data)
    except ValueError as error:
        raise Decline(f"the index cannot be kept in columns: {error}", code="T202") from error
    fields, problems = pandas_api.fields_of(table, exact, written=not checked)
    if problems:
        label, why = next(iter(problems.items()))
        raise Decline(f"column {label!r} cannot be held in Spark: {why}", code="T202")
    hidden = {column: fields.pop(column) for column, _ in levels}
    if index_exact:
        hidden = {c: replace(f, nullable=f.nullable and bool(table[c].isna().any())) for c, f in hidden.items()}
    freq = getattr(data.index, "freqstr", None)
    index = Index("stored", tuple(Level(column, name, freq=freq) for column, name in levels)) if levels else RANGE
    order: Order | None = None
    if levels:
        pandas_code = pandas_code.reset_index()
        if len(levels) == 1 and index_exact and pandas_api.has_increasing_index(data):
            order = Order((SortKey(levels[0][0]),), total=True)
    schema = {c: SPARK_TYPES[f.dtype] for c, f in {**hidden, **fields}.items()}
    if at.wants_order and order is None:
        pandas_code = pandas_code.reset_index(names=ROW)
        schema = {ROW: "BIGINT", **schema}
        hidden, order = {ROW: Field("int64", False), **hidden}, ROW_ORDER
        index = index if levels else ROW_INDEX
    times = any(f.dtype == "datetime" for f in {**hidden, **fields}.values())
    session = Raw("spark", needs=frozenset({"spark", "utc"})) if times else spark
    by_schema = checked or not len(data)
    code = parity.from_pandas(pandas_code, schema) if by_schema else session.createDataFrame(pandas_code)
    return Frame(
        code, fields=fields, hidden=hidden, index=index, order=order,
        origins=frozenset([at.origin]), bounded=True, columns_name=pandas_api.columns_name(data),
    )  # fmt: skip
