"""Frames whose rows a program takes into Python: they come to the driver in order, without the labels that nothing reads."""

from __future__ import annotations

from translator.rulekit import CallSite, Code, Decline, Frame, Local, Value, constant, frame_on_driver, rows_in_order, rule

UNLABELLED = frozenset({"records", "list"})
"""Forms of ``to_dict`` that do not tell the labels of the rows."""


def _noted(at: CallSite, frame: Frame) -> None:
    at.status = "driver"
    at.note("T315", f"rows are brought to the driver here ({'bounded' if frame.bounded else 'unbounded'})")


@rule("DataFrame.values", "DataFrame.to_numpy", ignores=("copy",))
def values(df: Frame, at: CallSite) -> Local:
    """The cells as one array.

    Example:
        df[["v", "n"]].values
    Becomes:
        to_pandas(df.select("_row", "v", "n").orderBy("_row").drop("_row")).to_numpy()
    """
    if not df.fields:
        raise Decline("there are no columns, and the labels tell the number of rows", code="T310")
    _noted(at, df)
    return Local(rows_in_order(df).to_numpy(), "ndarray", was_spark=True)


@rule("DataFrame.to_dict")
def to_dict(df: Frame, orient: Value, at: CallSite) -> Local:
    """The rows as Python objects.

    Example:
        df[["k", "n"]].to_dict("records")
    Becomes:
        to_pandas(df.select("_row", "k", "n").orderBy("_row").drop("_row"), none=["k"]).to_dict("records")
    """
    if df.tuples or not df.fields:
        raise Decline("labels of columns that are no texts", code="T202")
    _noted(at, df)
    form = constant(orient, "the form")
    rows: Code = rows_in_order(df) if form in UNLABELLED else frame_on_driver(df)
    return Local(rows.to_dict() if form == "dict" else rows.to_dict(orient.code), was_spark=True)
