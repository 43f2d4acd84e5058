"""Scripts and notebooks as cells of Python source, written back with nothing else changed."""

from __future__ import annotations

import ast
import functools
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from translator.documents.magics import Magic, Masked, foreign_language, mask, unmask
from translator.documents.notebook import Notebook, Outputs
from translator.documents.text import MEGABYTE, DocumentError, Encoded, read_bytes

__all__ = ["Cell", "Document", "DocumentError", "ForeignCell", "Kind", "Outputs"]

Kind = Literal["script", "notebook", "databricks"]
LIMITS = {".ipynb": 50 * MEGABYTE}
SCRIPT_LIMIT = 20 * MEGABYTE

_HEADER = re.compile(r"# Databricks notebook source[ \t]*(?:\n|\Z)")
_COMMAND = re.compile(r"^# COMMAND -{5,}[ \t]*(?:\n|\Z)", re.MULTILINE)
_TITLE = re.compile(r"(?:[ \t]*\n|# DBTITLE [^\n]*(?:\n|\Z))*")
_MAGIC = re.compile(r"# MAGIC ?")


@dataclass(frozen=True)
class Cell:
    """A code cell whose Python is given to the interpreter.

    Attributes:
        index: 0-based position in `Document.cells`; a script has one cell 0.
        source: the Python source after magics were masked.
        number: 1-based number of the cell as a person counts all cells; None in a plain script.
        first_line: the line of the file where the source begins (1 except for Databricks).
        masked: the source as it was read, with its magics.
        margin: columns to the left of the source in the file (``# MAGIC`` in Databricks).
    """

    index: int
    source: str
    number: int | None = None
    first_line: int = 1
    masked: Masked = field(default=Masked(""), repr=False)
    margin: int = 0

    @functools.cached_property
    def tree(self) -> ast.Module | None:
        """The source as Python itself parses it; None where it does not."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    @property
    def magics(self) -> tuple[Magic, ...]:
        """The IPython syntax in the cell."""
        return self.masked.magics

    @property
    def isolated(self) -> bool:
        """Whether names that the cell binds do not outlive it (``%%timeit``)."""
        return self.masked.isolated

    @property
    def displays(self) -> bool:
        """Whether the value of an expression that ends the cell is shown."""
        return self.number is not None and self.masked.displays

    @property
    def changed(self) -> bool:
        """Whether the source is no longer what was read."""
        return self.source != self.masked.source

    def text(self) -> str:
        """The source with its magics, as it is written."""
        return unmask(self.masked, self.source)

    def position(self, line: int, column: int) -> tuple[int, int]:
        """Where a 1-based position in the masked source as read stands in the original.

        The line is within the cell for notebooks and within the file for Databricks sources.
        """
        return line + self.first_line - 1, self.masked.column(line, column) + self.margin


@dataclass(frozen=True)
class ForeignCell:
    """A code cell that is kept as it is, because its language is not Python."""

    number: int
    language: str
    source: str


@dataclass(frozen=True)
class Document:
    """A source file as cells.

    Attributes:
        path: the file that it was read from.
        kind: what it is.
        cells: its Python cells, in order.
        foreign: its code cells in other languages.
    """

    path: Path
    kind: Kind
    cells: tuple[Cell, ...]
    foreign: tuple[ForeignCell, ...] = ()
    raw: bytes = field(default=b"", repr=False)
    container: Encoded | Notebook | None = field(default=None, repr=False)

    @classmethod
    def read(cls, path: Path) -> Document:
        """Read a script or notebook.

        Raises:
            DocumentError: it cannot be read, or is not what its extension says.
        """
        return cls.parse(path, read_bytes(path, LIMITS.get(path.suffix, SCRIPT_LIMIT)))

    @classmethod
    def parse(cls, path: Path, raw: bytes) -> Document:
        """Take the content of a script or notebook apart; ``path`` tells which and is not read.

        Raises:
            DocumentError: the content is not what the extension says.
        """
        if path.suffix == ".ipynb":
            # Editors create a notebook as an empty file; there is nothing to translate in it.
            return _notebook(path, raw) if raw.strip() else cls(path, "notebook", (), (), raw)
        file = Encoded.decode(path, raw)
        if _HEADER.match(file.text):
            return _databricks(path, raw, file)
        cell = Cell(0, file.text, masked=Masked(file.text))
        return cls(path, "script", (cell,), (), raw, file)

    def with_sources(self, sources: Mapping[int, str]) -> Document:
        """The document with other masked sources, by cell index."""
        unknown = sources.keys() - {cell.index for cell in self.cells}
        if unknown:
            raise IndexError(f"{self.path} has no cell {min(unknown)}")
        cells = [
            replace(cell, source=_ended_like(cell.masked.source, sources[cell.index]))
            if cell.index in sources
            else cell
            for cell in self.cells
        ]
        return replace(self, cells=tuple(cells))

    @property
    def changed(self) -> bool:
        """Whether any source is no longer what was read."""
        return any(cell.changed for cell in self.cells)

    def to_bytes(self, outputs: Outputs = "keep") -> bytes:
        """The content of the file; what was read, byte for byte, if no source was changed.

        Args:
            outputs: whether a changed notebook keeps the outputs of its cells.

        Raises:
            DocumentError: the encoding of the file has no bytes for a new character.
        """
        changed = {cell.index: cell for cell in self.cells if cell.changed}
        if not changed or self.container is None:
            return self.raw
        if isinstance(self.container, Notebook):
            numbers = [cell.number for cell in self.container.cells]
            sources = {numbers.index(c.number): c.text() for c in changed.values() if c.number}
            return self.container.replace(sources, outputs)
        if self.kind == "script":
            return self.container.encode(changed[0].text())
        return self.container.encode(_databricks_text(self.container.text, changed.values()))

    def format_problem(self) -> str | None:
        """The first point in which a notebook violates its format, for a note; None if valid.

        Such notebooks are translated all the same: Jupyter opens most of them too.
        """
        if not isinstance(self.container, Notebook):
            return None
        import nbformat  # slow to import, and needed for nothing else

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                nbformat.validate(json.loads(self.raw), relax_add_props=True)
            except (nbformat.ValidationError, ValueError, KeyError, TypeError) as error:
                return str(error).strip().partition("\n")[0] or type(error).__name__
        return None


def _ended_like(original: str, edited: str) -> str:
    """An edited source that ends without a line end if the original did."""
    return edited if original.endswith("\n") else edited.rstrip("\n")


def _notebook(path: Path, raw: bytes) -> Document:
    notebook = Notebook.parse(path, raw)
    cells: list[Cell] = []
    foreign: list[ForeignCell] = []
    for item in notebook.cells:
        language = _metadata_language(item.metadata) or notebook.language
        if language == "python":
            language = foreign_language(item.text, notebook.databricks) or "python"
        if language != "python":
            foreign.append(ForeignCell(item.number, language, item.text))
            continue
        masked = mask(item.text)
        cells.append(Cell(len(cells), masked.source, item.number, masked=masked))
    return Document(path, "notebook", tuple(cells), tuple(foreign), raw, notebook)


def _metadata_language(metadata: Mapping[str, Any]) -> str | None:
    """The language that an editor noted for one cell."""
    for owner, key in (
        ("vscode", "languageId"),
        ("polyglot_notebook", "kernelName"),
        ("dotnet_interactive", "language"),
        ("microsoft", "language"),
        (None, "language"),
        (None, "deepnote_cell_type"),
        (None, "kernel"),
    ):
        place = metadata.get(owner) if owner else metadata
        name = place.get(key) if isinstance(place, dict) else None
        if isinstance(name, str) and name and name != "code":
            return "python" if "py" in name.lower() else name.lower()
    return None


@dataclass(frozen=True)
class _Section:
    """A cell of a Databricks source file: where its own text stands, without blank lines."""

    number: int
    start: int
    end: int


def _sections(text: str) -> Iterator[_Section]:
    header = _HEADER.match(text)
    start = header.end() if header else 0
    marks = [(m.start(), m.end()) for m in _COMMAND.finditer(text, start)]
    for number, (end, following) in enumerate([*marks, (len(text), len(text))], start=1):
        title = _TITLE.match(text, start, end)
        begin = title.end() if title else start
        yield _Section(number, begin, begin + len(text[begin:end].rstrip()))
        start = following


def _databricks(path: Path, raw: bytes, file: Encoded) -> Document:
    cells: list[Cell] = []
    foreign: list[ForeignCell] = []
    for section in _sections(file.text):
        source = file.text[section.start : section.end]
        lines = source.split("\n")
        magic = bool(source) and all(line.startswith("# MAGIC") for line in lines if line)
        if magic:
            source = "\n".join(_MAGIC.sub("", line, count=1) for line in lines)
        language = foreign_language(source, databricks=True)
        if language is not None:
            foreign.append(ForeignCell(section.number, language, source))
            continue
        masked = mask(source)
        line = file.text.count("\n", 0, section.start) + 1
        margin = len("# MAGIC ") if magic else 0
        cells.append(Cell(len(cells), masked.source, section.number, line, masked, margin))
    return Document(path, "databricks", tuple(cells), tuple(foreign), raw, file)


def _databricks_text(text: str, changed: Iterable[Cell]) -> str:
    """The text of a Databricks source file with the changed cells in it."""
    sections = {section.number: section for section in _sections(text)}
    pieces, position = [], 0
    for cell in changed:
        section = sections[cell.number or 0]
        source = cell.text()
        if cell.margin:
            old = text[section.start : section.end].split("\n")
            known = {_MAGIC.sub("", line, count=1): line for line in old}
            source = "\n".join(known.get(line) or f"# MAGIC {line}".rstrip() for line in source.split("\n"))
        # Only around an empty cell is there no line end yet.
        before = text[max(section.start - 1, 0) : section.start]
        after = text[section.end : section.end + 1]
        source = ("\n" if before not in ("", "\n") else "") + source
        source += "\n" if after not in ("", "\n") and section.start == section.end else ""
        pieces += [text[position : section.start], source]
        position = section.end
    return "".join([*pieces, text[position:]])
