"""Frames from data that stands in the program."""

from __future__ import annotations

from translator.rulekit import (
    CallSite,
    Const,
    Decline,
    Frame,
    Value,
    constant,
    given,
    literal_frame,
    pandas_api,
    rule,
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
    values = constant(data, "the data")
    if not isinstance(data, Const) or not isinstance(values, (dict, list)) or not values:
        raise Decline("only frames from constants are translated", code="T201")
    try:
        frame = pandas_api.constant_frame(values, **options)
    except Exception as error:
        raise Decline(f"pandas cannot build this frame: {error}", code="T201") from error
    return literal_frame(at, frame)
