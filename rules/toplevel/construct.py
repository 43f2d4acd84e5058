"""Frames and Series from data that stands in the program, or is drawn and computed on the driver."""

from __future__ import annotations

from rules.frame.side_by_side import columns_side_by_side
from translator.rulekit import (
    CallSite,
    Column,
    Const,
    Decline,
    Elements,
    Frame,
    Labels,
    Original,
    Scalar,
    Specimen,
    Value,
    aligned,
    by_rule,
    column_like,
    constant,
    given,
    is_spark,
    items,
    lifted,
    literal,
    new_column,
    projected,
    replace,
    rule,
    specimens,
)

Arguments = dict[str, Value]


@rule("pandas.DataFrame", ignores=("copy",))
def data_frame(data: Value, index: Value, columns: Value, dtype: Value, at: CallSite) -> Frame:
    """A frame from literals, arrays, drawn numbers, and columns; those of other rows meet by label.

    The rows are built by pandas on the driver, as they were, and handed to Spark; columns and
    types are known without running the program.

    Example:
        pd.DataFrame({"k": ["a", "b"], "v": [1, 2]})
    Becomes:
        spark.createDataFrame(pd.DataFrame({"k": ["a", "b"], "v": [1, 2]}))
    """
    options = _given(index=index, columns=columns, dtype=dtype)
    if isinstance(data, Column) and not data.array and not options:
        return _frame(by_rule("Series.to_frame", data))
    if isinstance(data, Frame) and list(options) == ["columns"]:
        return _frame(by_rule("DataFrame.__getitem__", data, columns))
    if isinstance(data, Elements) and data.kind == "dict" and options.keys() <= {"columns"}:
        selected = _of_columns(data)
        if selected is not None:
            return _frame(by_rule("DataFrame.__getitem__", selected, columns)) if options else selected
    return _lifted(at, "pandas.DataFrame", data, options)


def _of_columns(data: Elements) -> Frame | None:
    """``pd.DataFrame({"id": df["id"], "y": 0})``: columns under new names; None for anything else."""
    parts = {constant(key): item for key, item in items(data)}
    columns = [item for item in parts.values() if isinstance(item, Column)]
    plain = all(isinstance(item, (Column, Const, Scalar)) for item in parts.values())
    if not columns or not plain or not all(isinstance(label, str) for label in parts):
        return None
    frame = columns[0].frame
    if not all(column.array or column.frame.rows[-1] == frame.rows[-1] or aligned(column, frame) for column in columns):
        frame = columns_side_by_side((label, item) for label, item in parts.items() if isinstance(item, Column))
        parts = {label: frame.column(label) if label in frame.fields else item for label, item in parts.items()}
        return frame if len(columns) == len(parts) else projected(
            frame, {label: new_column(frame, item) for label, item in parts.items()})  # fmt: skip
    chosen = projected(frame, {label: new_column(frame, item) for label, item in parts.items()})
    if all(column.array for column in columns):
        return _frame(by_rule("DataFrame.reset_index", chosen, drop=Const(literal(True), True)))
    return chosen


@rule("pandas.DataFrame.from_dict")
def from_dict(data: Value, orient: Value, dtype: Value, columns: Value, at: CallSite) -> Frame:
    """A frame from a dict of constants.

    Example:
        pd.DataFrame.from_dict({"k": ["a", "b"], "v": [1, 2]})
    Becomes:
        spark.createDataFrame(pd.DataFrame.from_dict({"k": ["a", "b"], "v": [1, 2]}))
    """
    options = _given(orient=orient, dtype=dtype, columns=columns)
    return _lifted(at, "pandas.DataFrame.from_dict", data, options)


@rule("pandas.DataFrame.from_records")
def from_records(data: Value, index: Value, columns: Value, at: CallSite) -> Frame:
    """A frame from a list of tuples or dicts.

    Example:
        pd.DataFrame.from_records([("a", 1), ("b", 2)], columns=["k", "v"])
    Becomes:
        spark.createDataFrame(pd.DataFrame.from_records([("a", 1), ("b", 2)], columns=["k", "v"]))
    """
    return _lifted(at, "pandas.DataFrame.from_records", data, _given(index=index, columns=columns))


@rule("pandas.json_normalize")
def json_normalize(
    data: Value, record_path: Value, meta: Value, meta_prefix: Value, record_prefix: Value, sep: Value,
    max_level: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """A flat frame of nested records, made by pandas.

    Example:
        pd.json_normalize([{"k": "a", "v": {"x": 1, "y": 2}}, {"k": "b", "v": {"x": 3, "y": 4}}], sep="_")
    """
    options = _given(record_path=record_path, meta=meta, meta_prefix=meta_prefix, record_prefix=record_prefix,
                     sep=sep, max_level=max_level)  # fmt: skip
    plain = {name: value for name, value in options.items() if constant(value, name) is not None}
    return _lifted(at, "pandas.json_normalize", data, plain)


@rule("pandas.Series", ignores=("copy",))
def series(data: Value, index: Value, dtype: Value, name: Value, at: CallSite) -> Value:
    """A Series from literals, arrays and drawn numbers, as a frame of one column.

    Example:
        pd.Series([1.5, None, 2.0], name="x")
    Becomes:
        spark.createDataFrame(pd.Series([1.5, None, 2.0], name="x").to_frame())
    """
    options = _given(index=index, dtype=dtype, name=name)
    repeated = isinstance(data, Const) and type(data.value) in (bool, int, float, str) and data.value == data.value
    if repeated and isinstance(index, Labels) and options.keys() == {"index"}:
        return column_like(data, index.frame)
    known = specimens.specimen_of(data)
    if known is not None and known.learned:
        raise Decline("the data is that of a file, which may hold other types", code="T311")
    if isinstance(data, Elements) and not options.keys() - {"index"} and of_group(data):
        return _record(data, index)
    found = _specimen("pandas.Series", data, options)
    label = found.value.name
    if label is not None and not isinstance(label, str):
        raise Decline("the name of the Series is not text", code="T202")
    table = found.value.to_frame() if label else found.value.to_frame("value")
    code = at.pandas_code.to_frame() if label else at.pandas_code.to_frame(literal("value"))
    frame = lifted(at, code, table, found.exact, _exact_index(found, options))
    frame = replace(frame, original=Original(at.pandas_code, frame, found))
    return replace(frame.column(label or "value"), name=label, own=True)


def _record(data: Elements, index: Value) -> Elements:
    """Values of one group with the names that they have in a dict or in the index beside them."""
    if not given(index):
        if data.kind != "dict":
            raise Decline("the values of a group have no names", code="T310")
        return data
    labels = [Const(literal(label), label) for label in constant(index, "the index")]
    if data.kind != "dict":
        found = dict(zip([label.value for label in labels], data.items, strict=False))
    else:
        found = {constant(key): item for key, item in zip(data.keys, data.items, strict=True)}
    if len(found) != len(data.items) or set(found) != {label.value for label in labels} or len(found) < len(labels):
        raise Decline("the index does not have the names of the values", code="T310")
    items = tuple(found[label.value] for label in labels)
    return replace(data, kind="dict", keys=tuple(labels), items=items, refs=())


def of_group(data: Elements) -> bool:
    """Whether these are values of one group, which a function gives as a Series of named values."""
    return bool(data.items) and all(isinstance(item, Column) and item.within is not None for item in data.items)


def _given(**options: Value) -> Arguments:
    return {name: value for name, value in options.items() if given(value)}


def _frame(value: Value) -> Frame:
    assert isinstance(value, Frame)
    return value


def _lifted(at: CallSite, key: str, data: Value, options: Arguments) -> Frame:
    found = _specimen(key, data, options)
    if not len(found.value.columns):
        raise Decline("a frame without columns is not held in Spark", code="T202")
    if found.learned:
        at.assume("A103")
        at.status = "driver"
        return lifted(at, at.pandas_code, found.value, index_exact=False, checked=True)
    frame = lifted(at, at.pandas_code, found.value, found.exact, _exact_index(found, options))
    return replace(frame, original=Original(at.pandas_code, frame, found))


def _specimen(key: str, data: Value, options: Arguments) -> Specimen:
    """The frame or Series that pandas makes of these arguments, or one like it.

    Raises:
        Decline: T311 when some of the data is computed in Spark or not known.
    """
    if any(is_spark(v) for v in (data, *options.values())):
        raise Decline("a part of the data is computed in Spark", code="T313")
    if not given(data):
        raise Decline("a frame that is filled later is built by pandas", code="T311")
    found = specimens.called(key, [data], options)
    if found is None:
        raise Decline("the data is not known at translation time", code="T311")
    return found


def _exact_index(found: Specimen, options: Arguments) -> bool:
    index = specimens.specimen_of(options["index"]) if "index" in options else None
    return found.exact or (index is not None and index.exact)
