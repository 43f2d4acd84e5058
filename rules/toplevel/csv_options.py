"""Options of ``pandas.read_csv`` as the support function's arguments and options of Spark's reader."""

from __future__ import annotations

from typing import Any

from rules.column.date_texts import parsing_pattern
from translator.rulekit import Decline, pandas_api, probe

ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "utf-8-sig": "utf-8", "utf_8": "utf-8", "ascii": "utf-8",
             "latin-1": "ISO-8859-1", "latin1": "ISO-8859-1", "latin_1": "ISO-8859-1",
             "iso-8859-1": "ISO-8859-1", "iso8859-1": "ISO-8859-1", "cp1252": "windows-1252",
             "windows-1252": "windows-1252"}  # fmt: skip


def reader_options(path: str, options: dict[str, Any], known: probe.Probe) -> dict[str, Any]:
    """Arguments that make the support function read the file as pandas does with `options`.

    Raises:
        Decline: for options, and for peculiarities of the file at hand, that Spark reads otherwise.
    """
    separator, quote = options.get("sep", options.get("delimiter", ",")), options.get("quotechar", '"')
    if not isinstance(separator, str) or len(separator) != 1:
        raise Decline(f"the separator {separator!r} is not a single character", code="T310")
    found: dict[str, Any] = {} if separator == "," else {"sep": separator}
    if quote != '"':
        found["quote"] = quote
    encoding = ENCODINGS.get(str(options.get("encoding", "utf-8")).lower())
    if encoding is None:
        raise Decline(f"the encoding {options['encoding']!r} is not translated", code="T310")
    if encoding != "utf-8":
        found["encoding"] = encoding
    peculiarity = probe.csv_peculiarity(path, separator, quote, encoding)
    if peculiarity:
        raise Decline(f"Spark would read the file in another way: {peculiarity}", code="T312")
    _header(found, options, known, probe.csv_header(path, separator, quote, encoding))
    _cells(found, options)
    _dates(found, path, options, known)
    if options.get("nrows") is not None:
        found["nrows"] = options["nrows"]
    return found


def unnamed_columns(path: str, options: dict[str, Any], known: probe.Probe) -> list[str]:
    """Names for the columns behind those that ``names`` and ``index_col=False`` leave out of the frame."""
    separator, quote = options.get("sep", options.get("delimiter", ",")), options.get("quotechar", '"')
    encoding = ENCODINGS[str(options.get("encoding", "utf-8")).lower()]
    cells = len(probe.csv_header(path, separator, quote, encoding))
    return [f"_unnamed{number}" for number in range(len(known.header), cells)]


def _header(found: dict[str, Any], options: dict[str, Any], known: probe.Probe, first: list[str]) -> None:
    header = options.get("header", "infer")
    if header is None or (header == "infer" and options.get("names") is not None):
        found["header"] = False
        more = len(first) > len(known.header) and options.get("index_col") is not False
        if first and (len(first) < len(known.header) or more):
            raise Decline("there are not as many names as columns in the file", code="T310")
    elif header not in ("infer", 0):
        raise Decline("only a header in the first line is translated", code="T310")
    else:  # names that pandas changed cannot be checked, nor those that not every engine decodes
        decoded = "encoding" not in found or "".join(first).isascii()
        if first and (list(known.header) != first or not decoded):
            found["check_header"] = False


def _cells(found: dict[str, Any], options: dict[str, Any]) -> None:
    marks = options.get("na_values")
    if marks is not None and options.get("na_filter", True):
        by_column = isinstance(marks, dict)
        texts = pandas_api.missing_texts
        found["na"] = {c: texts(m) for c, m in marks.items()} if by_column else texts(marks)
    if not options.get("keep_default_na", True) or not options.get("na_filter", True):
        found["keep_default_na"] = False
    if options.get("thousands") is not None:
        found["thousands"] = options["thousands"]
    if options.get("decimal", ".") != ".":
        found["decimal"] = options["decimal"]


def _dates(found: dict[str, Any], path: str, options: dict[str, Any], known: probe.Probe) -> None:
    """Formats of date columns; a cast reads ISO dates without one."""
    patterns = {}
    for column in [c for c, f in known.fields.items() if f.dtype == "datetime"]:
        written = probe.csv_date_format(path, options, column)
        if written is None:
            raise Decline(f"dates in {column!r} are not all written in one format", code="T312")
        if written != "ISO8601":
            patterns[column] = parsing_pattern(written)
    if patterns:
        found["dates"] = patterns
