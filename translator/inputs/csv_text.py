"""Whether the text of a CSV file means the same to pandas' parser and to Spark's."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import re
from pathlib import Path
from typing import Any

OPENERS: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open}
UNREAD = (".zip", ".xz", ".zst", ".tar", ".tgz")


def peculiarity(file: Path, separator: str, quote: str, encoding: str, limit: int) -> str | None:
    """What the two parsers would read differently in the file, or None.

    Rows of unequal length, blanks between a quote and its separator, carriage returns inside a cell
    and the like: pandas has a meaning of its own for each of them.

    Args:
        file: the file at hand; at most `limit` characters of it are looked at.
        separator: one character between cells.
        quote: one character around cells.
        encoding: Python's name of the encoding.
        limit: how much of the file is read.
    """
    if file.suffix in UNREAD:
        return f"Spark does not open {file.suffix} files"
    try:
        with OPENERS.get(file.suffix, open)(file, "rt", encoding=encoding, newline="") as handle:
            text = handle.read(limit)
    except (OSError, UnicodeError) as error:
        return str(error)
    text = text.removeprefix("\ufeff")
    if len(text) == limit:
        text = text[: text.rfind("\n") + 1]
    if encoding != "utf-8" and not text[text.find("\n") :].isascii():
        return f"cells hold letters in the encoding {encoding}, which not every engine reads"
    return _oddity(text, separator, quote)


def _oddity(text: str, separator: str, quote: str) -> str | None:
    if "\r" in text.replace("\r\n", ""):
        return "a line ends with a carriage return alone"
    if "\0" in text:
        return "the file holds NUL characters"
    if quote in text:
        trouble = _quoting(text, separator, quote)
        if trouble is not None:
            return trouble
        rows: Any = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quotechar=quote)
    else:
        rows = (line.split(separator) for line in text.replace("\r\n", "\n").split("\n"))
    width = None
    for row in rows:
        if row in ([], [""]):
            continue
        if len(row) == 1 and not row[0].strip():
            return "a line holds only blanks"
        width = width or len(row)
        if len(row) != width:
            return "rows do not all have the same number of cells"
    return None


def _quoting(text: str, separator: str, quote: str) -> str | None:
    """Quotes stand around whole cells, inside them doubled, or in the midst of unquoted cells."""
    q, s = re.escape(quote), re.escape(separator)
    quoted = rf"{q}(?:[^{q}\r]|{q}{q})*+{q}"
    cell = rf"(?:{quoted}|[^{q}{s}\r\n][^{s}\r\n]*+)?+"
    if not re.fullmatch(rf"{cell}(?:(?:{s}|\r?\n){cell})*+", text):
        return "a cell has text beside its quotes, or a carriage return inside them"
    if re.search(rf"(?:^|\n){q}{q}(?:\r?\n|$)", text):
        return "a line holds only an empty quoted cell"
    return None


def first_row(file: Path, separator: str, quote: str, encoding: str) -> list[str]:
    """The cells of the first line that is not empty."""
    with OPENERS.get(file.suffix, open)(file, "rt", encoding=encoding, newline="") as handle:
        rows = csv.reader(handle, delimiter=separator, quotechar=quote)
        return [cell.removeprefix("\ufeff") for cell in next(filter(None, rows), [])]
