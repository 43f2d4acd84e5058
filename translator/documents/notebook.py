"""The JSON of a notebook: where its cell sources stand, and how to replace only them.

A notebook is never parsed and dumped again: key order, indentation, number formats and escapes
are whatever the program that saved it chose, and a review of the translation should show
nothing but changed code.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from translator.documents.text import DocumentError, Newlines, line_of, not_decodable

Outputs = Literal["keep", "clear"]
NEWEST_FORMAT = 4
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_INDENT = re.compile(r"\ufeff?\s*\{[ \t]*\r?\n([ \t]+)")
_SPACED = re.compile(r"\ufeff?\s*\{\s*\"[^\"]*\"\s*:[ \t]")
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}")


@dataclass(frozen=True)
class Span:
    """A JSON value and where it stands in the text."""

    start: int
    end: int
    value: Any


@dataclass(frozen=True)
class NotebookCell:
    """A code cell of a notebook.

    Attributes:
        number: its 1-based number among all cells.
        text: its source with ``\\n`` line ends.
        metadata: its metadata.
        source: where the source stands.
        parts: where outputs and execution count stand.
    """

    number: int
    text: str
    newlines: Newlines
    metadata: Mapping[str, Any]
    source: Span
    parts: Mapping[str, Span]


@dataclass(frozen=True)
class Notebook:
    """A notebook as text with the places of its code cells."""

    text: str
    encoding: str
    metadata: Mapping[str, Any]
    cells: tuple[NotebookCell, ...]

    @classmethod
    def parse(cls, path: Path, raw: bytes) -> Notebook:
        """Find the code cells of a notebook.

        Raises:
            DocumentError: this is no notebook, or not all of one.
        """
        text, encoding = _decode(path, raw)
        try:
            top, end = _members(text, _skip(text, 0))
            if _skip(text, end) < len(text):
                raise json.JSONDecodeError("Extra data", text, _skip(text, end))
            cells = tuple(_code_cells(path, text, top))
        except json.JSONDecodeError as error:
            raise _broken(path, text, error) from None
        except _NotAnObjectError:
            raise _no_notebook(path, "it is not an object") from None
        except RecursionError:
            raise DocumentError(f"{path} is nested too deeply to be a notebook.", "Check the file.") from None
        except ValueError as error:
            raise DocumentError(f"{path} is not valid JSON: {error}.", "Check the file.") from None
        metadata = top["metadata"].value if "metadata" in top else {}
        return cls(text, encoding, metadata if isinstance(metadata, dict) else {}, cells)

    @property
    def language(self) -> str:
        """The language of its code cells: ``python`` unless the metadata names another."""
        info, kernel = self.metadata.get("language_info"), self.metadata.get("kernelspec")
        databricks = self.metadata.get("application/vnd.databricks.v1+notebook")
        for source, key in (
            (info, "name"),
            (kernel, "language"),
            (databricks, "language"),
            (kernel, "name"),
        ):
            name = source.get(key) if isinstance(source, dict) else None
            if isinstance(name, str) and name:
                lowered = name.lower()
                python = key == "name" and source is kernel and not _OTHER_KERNEL.match(lowered)
                return "python" if "py" in lowered or python else lowered
        return "python"

    @property
    def databricks(self) -> bool:
        """Whether it was exported from Databricks, where ``%sql`` takes a whole cell."""
        return "application/vnd.databricks.v1+notebook" in self.metadata

    def replace(self, sources: Mapping[int, str], outputs: Outputs) -> bytes:
        """The notebook with other sources, by position in `cells`."""
        edits: list[tuple[int, int, str]] = []
        for position, source in sources.items():
            cell = self.cells[position]
            new = self._source_json(cell, cell.newlines.restore(source))
            edits.append((cell.source.start, cell.source.end, new))
        if outputs == "clear" and sources:
            for cell in self.cells:
                for key, empty in (("outputs", "[]"), ("execution_count", "null")):
                    if span := cell.parts.get(key):
                        edits.append((span.start, span.end, empty))
        pieces, position = [], 0
        for start, end, new in sorted(edits):
            pieces += [self.text[position:start], new]
            position = end
        return "".join([*pieces, self.text[position:]]).encode(self.encoding)

    def _source_json(self, cell: NotebookCell, source: str) -> str:
        """The JSON of a source, in the form that the cell used."""
        span = cell.source
        if isinstance(span.value, str):
            return self._string(source)
        lines = re.findall(r"[^\n]*\n|[^\n]+", source)
        if not lines:
            return "[]"
        old, _ = _items(self.text, span.start)
        raw = {item.value: self.text[item.start : item.end] for item in old}
        opening, between, closing = self._layout(span, old)
        texts = [raw.get(line) or self._string(line) for line in lines]
        return f"[{opening}{between.join(texts)}{closing}]"

    def _layout(self, span: Span, items: list[Span]) -> tuple[str, str, str]:
        """What stands before, between and after the lines of a source."""
        if items:
            opening = self.text[span.start + 1 : items[0].start]
            closing = self.text[items[-1].end : span.end - 1]
            if len(items) > 1:
                return opening, self.text[items[0].end : items[1].start], closing
            return opening, "," + (opening or self._space), closing
        for cell in self.cells:
            if isinstance(cell.source.value, list) and cell.source.value:
                return self._layout(cell.source, _items(self.text, cell.source.start)[0])
        unit = _INDENT.match(self.text)
        line = self.text.rfind("\n", 0, span.start)
        indent = re.match(r"\n[ \t]*", self.text[line:]) if line >= 0 else None
        if indent is None or unit is None:
            return "", "," + self._space, ""
        return indent[0] + unit[1], "," + indent[0] + unit[1], indent[0]

    @property
    def _space(self) -> str:
        """What stands behind a separator where everything is on one line."""
        return " " if _SPACED.match(self.text) else ""

    def _string(self, value: str) -> str:
        """A JSON string, with characters beyond ASCII escaped where the notebook did so."""
        ascii_only = self.text.isascii() and bool(_ESCAPED.search(self.text))
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            ascii_only = True
        return json.dumps(value, ensure_ascii=ascii_only)


_OTHER_KERNEL = re.compile(
    r"(ir|julia|scala|spylon|spark|sparkr|javascript|deno|tslab|bash|sql|xsql|sas|stata|matlab"
    r"|octave|\.net|csharp|fsharp|java|kotlin|ruby|rust|go|haskell|perl|php|lua)\b"
)


def _decode(path: Path, raw: bytes) -> tuple[str, str]:
    """The text of a notebook, and what to encode it with again."""
    encoding = json.detect_encoding(raw)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16-le" if raw.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_decodable(path, raw, error, encoding) from None
    if "\0" in text:
        raise DocumentError(
            f"{path} is not text: it has a NUL byte at offset {raw.find(bytes(1))}.",
            "Check that this is a notebook.",
            line=line_of(raw, raw.find(b"\0")),
        )
    return text, encoding


def _skip(text: str, at: int) -> int:
    """The next place that is no white space."""
    match = _SPACE.match(text, at)
    end = match.end() if match else at
    return _skip(text, end + 1) if end == 0 and text.startswith("\ufeff") else end


def _value(text: str, at: int) -> Span:
    value, end = _DECODER.raw_decode(text, at)
    return Span(at, end, value)


def _members(text: str, at: int) -> tuple[dict[str, Span], int]:
    """The members of the JSON object that starts here, and its end; a repeated key counts last."""
    members: dict[str, Span] = {}
    if text[at : at + 1] != "{":
        _value(text, at)
        raise _NotAnObjectError
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key = _value(text, at)
        colon = _skip(text, key.end)
        if not isinstance(key.value, str) or text[colon : colon + 1] != ":":
            raise json.JSONDecodeError("Expecting a key and ':'", text, at)
        span = _value(text, _skip(text, colon + 1))
        members[key.value] = span
        at = _after_item(text, span.end, "}")
    return members, at + 1


def _items(text: str, at: int) -> tuple[list[Span], int]:
    """The items of the JSON array that starts here, and its end."""
    items: list[Span] = []
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        items.append(_value(text, at))
        at = _after_item(text, items[-1].end, "]")
    return items, at + 1


def _after_item(text: str, at: int, closing: str) -> int:
    """The start of the next item, or the closing bracket."""
    at = _skip(text, at)
    if text[at : at + 1] == ",":
        following = _skip(text, at + 1)
        if text[following : following + 1] != closing:
            return following
    elif text[at : at + 1] == closing:
        return at
    raise json.JSONDecodeError(f"Expecting ',' or '{closing}'", text, at)


class _NotAnObjectError(ValueError):
    """The JSON is valid, but not an object."""


def _code_cells(path: Path, text: str, top: Mapping[str, Span]) -> Iterator[NotebookCell]:
    """The code cells of a notebook of format 2, 3 or 4."""
    version = top["nbformat"].value if "nbformat" in top else None
    if isinstance(version, int) and version > NEWEST_FORMAT:
        raise DocumentError(
            f"{path} is a notebook of format {version}; up to {NEWEST_FORMAT} can be read.",
            "Save it in format 4 (jupyter nbconvert --to notebook --nbformat 4).",
        )
    if "cells" in top:
        lists = [top["cells"]]
    elif "worksheets" in top and isinstance(top["worksheets"].value, list):
        sheets = [_members(text, sheet.start)[0] for sheet in _items(text, top["worksheets"].start)[0]]
        lists = [sheet["cells"] for sheet in sheets if "cells" in sheet]
    else:
        raise _no_notebook(path, 'it has no list of "cells"')
    number = 0
    for cells in lists:
        if not isinstance(cells.value, list):
            raise _no_notebook(path, '"cells" is not a list')
        for item in _items(text, cells.start)[0]:
            number += 1
            if not isinstance(item.value, dict):
                raise _no_notebook(path, f"cell {number} is not an object")
            if item.value.get("cell_type") == "code":
                yield _code_cell(path, text, number, item)


def _code_cell(path: Path, text: str, number: int, item: Span) -> NotebookCell:
    parts, _ = _members(text, item.start)
    source = parts.get("source") or parts.get("input")
    lines = source.value if source else None
    if isinstance(lines, list) and all(isinstance(line, str) for line in lines):
        joined = "".join(lines)
    elif isinstance(lines, str):
        joined = lines
    else:
        raise _no_notebook(path, f"the source of cell {number} is not text")
    assert source is not None
    plain, newlines = Newlines.split(joined)
    metadata = item.value.get("metadata")
    language = item.value.get("language")
    known = dict(metadata) if isinstance(metadata, dict) else {}
    if isinstance(language, str):
        known["language"] = language
    return NotebookCell(number, plain, newlines, known, source, parts)


def _no_notebook(path: Path, reason: str) -> DocumentError:
    return DocumentError(
        f"{path} is JSON but not a Jupyter notebook: {reason}.",
        "Name notebooks only, or give this file another extension than .ipynb.",
    )


def _broken(path: Path, text: str, error: json.JSONDecodeError) -> DocumentError:
    """What a file that is not JSON most probably is."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<<<<<<<") or "\n<<<<<<< " in text:
        line = text[: text.find("<<<<<<<")].count("\n") + 1
        return DocumentError(
            f"{path} has unresolved merge conflicts, the first in line {line}.",
            "Resolve them, then translate again.",
            line=line,
        )
    if start.startswith("version https://git-lfs"):
        return DocumentError(f"{path} is a Git LFS pointer.", "Fetch it with git lfs pull.", 1)
    if start.startswith("<"):
        return DocumentError(f"{path} is a web page, not a notebook.", "Download the raw file.", line=1)
    where = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return DocumentError(
            f"{path} is cut off: the JSON ends in the middle ({where}).",
            "Get a complete copy of the notebook.",
            line=error.lineno,
        )
    return DocumentError(
        f"{path} is not valid JSON: {error.msg} ({where}).",
        "Open it in Jupyter to repair it, or get another copy.",
        line=error.lineno,
    )
