"""Readers that Spark does not have, or not with these options: pandas reads, Spark goes on."""

from __future__ import annotations

import io
from typing import Any

from translator.rulekit import (
    EVERYTHING,
    CallSite,
    Decline,
    Frame,
    Value,
    current,
    handles,
    lifted,
    pandas_api,
    probe,
    rule,
    specimens,
)

PATHS = ("filepath_or_buffer", "io", "path", "path_or_buf")


@rule("pandas.read_excel", "pandas.read_fwf", "pandas.read_json", "pandas.read_feather",
      "pandas.read_stata", "pandas.read_sas", "pandas.read_orc", "pandas.read_xml", ignores=EVERYTHING)  # fmt: skip
def read_by_pandas(at: CallSite) -> Frame:
    """Let pandas read the file on the driver, and go on in Spark.

    Columns and types are learned from the file at hand; the support function raises where the
    file no longer has them.

    Example:
        pd.read_excel("data/weather.xlsx", sheet_name="Sheet1")
    """
    first, args = _source(at)
    text = text_of_buffer(first)
    if text is not None:
        return _of_text(at, text, args)
    source = handles.source_of(first)
    options = {k: _known(v, k) for k, v in at.kwargs.items() if k not in PATHS}
    data = probe.by_pandas(at.api, source, [_known(v, "the argument") for v in args], options)
    if not len(data.columns):
        raise Decline("the file has no columns", code="T202")
    at.assume("A103")
    at.status = "driver"
    current().inputs[source.path] = at.api.removeprefix("pandas.read_")
    return lifted(at, at.pandas_code, data, index_exact=False, checked=True)


def _of_text(at: CallSite, text: str, args: list[Value]) -> Frame:
    """A read of text that stands in the program."""
    options = {k: _known(v, k) for k, v in at.kwargs.items() if k not in PATHS}
    try:
        data = pandas_api.read(at.api, io.StringIO(text), [_known(v, "the argument") for v in args], options)
    except Exception as error:
        raise Decline(f"pandas cannot read the text: {error}", code="T201") from error
    if not len(data.columns):
        raise Decline("the text has no columns", code="T202")
    return lifted(at, at.pandas_code, data)


def text_of_buffer(value: Value) -> str | None:
    """The text in ``io.StringIO(text)``."""
    known = specimens.specimen_of(value)
    buffered = known is not None and known.exact and isinstance(known.value, specimens.TextBuffer)
    return str(known.value.text) if known is not None and buffered else None


def _source(at: CallSite) -> tuple[Value, list[Value]]:
    """What is read, and the further positional arguments."""
    named = next((at.kwargs[k] for k in PATHS if k in at.kwargs), None)
    if named is None and not at.args:
        raise Decline("the path is not among the arguments", code="T311")
    return (at.args[0], list(at.args[1:])) if named is None else (named, list(at.args))


def _known(value: Value, what: str) -> Any:
    known = specimens.specimen_of(value)
    if known is None or not known.exact:
        raise Decline(f"{what} is not known at translation time", code="T311")
    return known.value
