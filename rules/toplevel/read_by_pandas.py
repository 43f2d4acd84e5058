"""Readers that Spark does not have, or not with these options: pandas reads, Spark goes on."""

from __future__ import annotations

import posixpath
from pathlib import PurePath
from typing import Any

from translator.rulekit import (
    EVERYTHING,
    CallSite,
    Decline,
    Frame,
    Value,
    current,
    lifted,
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
    path, args = _path(at)
    options = {k: _known(v, k) for k, v in at.kwargs.items() if k not in PATHS}
    if posixpath.normpath(path) in map(posixpath.normpath, current().files):
        raise Decline("the program writes this file itself, so what lies there now says nothing", code="T201")
    data = probe.by_pandas(at.api, path, [_known(v, "the argument") for v in args], options)
    if not len(data.columns):
        raise Decline("the file has no columns", code="T202")
    at.assume("A103")
    at.status = "driver"
    current().inputs[path] = at.api.removeprefix("pandas.read_")
    return lifted(at, at.pandas_code, data, index_exact=False, checked=True)


def _path(at: CallSite) -> tuple[str, list[Value]]:
    """The path argument, and the further positional ones."""
    named = next((at.kwargs[k] for k in PATHS if k in at.kwargs), None)
    if named is None and not at.args:
        raise Decline("the path is not among the arguments", code="T311")
    value = at.args[0] if named is None else named
    known = specimens.specimen_of(value)
    if known is None or not known.exact or not isinstance(known.value, (str, PurePath)):
        raise Decline("the path is not known at translation time", code="T311")
    return str(known.value), list(at.args[1:] if named is None else at.args)


def _known(value: Value, what: str) -> Any:
    known = specimens.specimen_of(value)
    if known is None or not known.exact:
        raise Decline(f"{what} is not known at translation time", code="T311")
    return known.value
