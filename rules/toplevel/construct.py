"""Frames from data that stands in the program."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    CallSite,
    Decline,
    Elements,
    Frame,
    Local,
    Value,
    constant,
    given,
    literal_frame,
    pandas_api,
    rule,
    text_of,
)


@rule("pandas.DataFrame")
def data_frame(data: Value, columns: Value, at: CallSite) -> Frame:
    """A frame from a dict or list of constants.

    Example:
        pd.DataFrame({"k": ["a", "b"], "v": [1, 2]})
    Becomes:
        spark.createDataFrame(pd.DataFrame({"k": ["a", "b"], "v": [1, 2]}))
    """
    options = {"columns": constant(columns)} if given(columns) else {}
    by_column = isinstance(data, Elements) and data.kind == "dict"
    values = _columns(data) if isinstance(data, Elements) and by_column else constant(data, "the data")
    if not isinstance(values, (dict, list)) or not values:
        raise Decline("only frames from constants are translated", code="T201")
    try:
        frame = pandas_api.constant_frame(values, **options)
    except Exception as error:
        raise Decline(f"pandas cannot build this frame: {error}", code="T201") from error
    return literal_frame(at, frame)


def _columns(data: Elements) -> dict[Any, Any]:
    """Columns of a dict: constants, and pure calls such as ``pd.date_range`` with literal arguments."""
    return {constant(k): _known(item) for k, item in zip(data.keys, data.items, strict=True)}


def _known(item: Value) -> Any:
    if isinstance(item, Elements) and item.kind == "list":
        return [_known(part) for part in item.items]
    if not isinstance(item, Local):
        return constant(item, "the data")
    value = pandas_api.pure_value(text_of(item.code))
    if value is pandas_api.MISSING:
        raise Decline("a part of the data is computed at run time", code="T201")
    return value
