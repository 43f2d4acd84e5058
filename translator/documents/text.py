"""Bytes to text and back: encodings, byte order marks and line ends of source files.

The rest of the translator only sees text with ``\\n`` line ends; what the file used comes back
when it is written.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tokenize import detect_encoding

MEGABYTE = 1024 * 1024
NEWLINE = re.compile(r"\r\n|\r|\n")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class DocumentError(Exception):
    """A source file that cannot be read or written, said so that a person can act on it.

    Attributes:
        message: what is wrong and where.
        hint: what to do about it.
        line: the 1-based line in the file, where one is to blame.
    """

    def __init__(self, message: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.hint, self.line = message, hint, line

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a source file of at most ``limit`` bytes.

    Raises:
        DocumentError: there is no such file, it may not be read, or it is too large.
    """
    try:
        if path.is_dir():
            raise DocumentError(f"{path} is a directory.", "Name a file inside it.")
        if not path.is_file() and path.exists():
            raise DocumentError(f"{path} is not a regular file.", "Name a .py or .ipynb file.")
        size = path.stat().st_size
        if size > limit:
            raise DocumentError(
                f"{path} has {size / MEGABYTE:.0f} MB; at most {limit // MEGABYTE} MB are read.",
                "Clear the outputs of the notebook and try again."
                if path.suffix == ".ipynb"
                else "Split the file, or move the data in it to a file of its own.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"There is no file {path}.", "Check the path.") from None
    except PermissionError:
        raise DocumentError(f"{path} may not be read.", "Check its permissions.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(f"{path} could not be read: {reason}.", "Try again.") from None


@dataclass(frozen=True)
class Newlines:
    """The line ends of a text, to be put back after it was edited with ``\\n`` only.

    Attributes:
        lines: the lines without their ends, kept only where the line ends are mixed.
        ends: the line end of each line but the last, or the only one in use.
    """

    lines: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def split(cls, text: str) -> tuple[str, Newlines]:
        """The text with ``\\n`` line ends, and what it takes to undo that."""
        if "\r" not in text:
            return text, cls((), ("\n",))
        plain = NEWLINE.sub("\n", text)
        ends = tuple(NEWLINE.findall(text))
        if len(set(ends)) == 1:
            return plain, cls((), ends[:1])
        return plain, cls(tuple(plain.split("\n")), ends)

    def restore(self, plain: str) -> str:
        """The text with the original line ends; new lines get the most usual one."""
        usual = max(self.ends, key=self.ends.count)
        if not self.lines:
            return plain if usual == "\n" else plain.replace("\n", usual)
        lines = plain.split("\n")
        ends = [usual] * len(lines)
        matcher = SequenceMatcher(None, self.lines, lines, autojunk=False)
        for old, new, length in matcher.get_matching_blocks():
            known = self.ends[old : old + length]
            ends[new : new + len(known)] = known
        ends[-1] = ""
        for place, line in enumerate(lines[1:], start=1):
            # A lone \r before an empty line that ends in \n would read as one line end.
            if not line and ends[place] == "\n" and ends[place - 1] == "\r":
                ends[place] = "\r"
        return "".join(line + end for line, end in zip(lines, ends, strict=True))


@dataclass(frozen=True)
class Encoded:
    """The text of a Python file and how it was stored."""

    text: str
    encoding: str
    newlines: Newlines

    @classmethod
    def decode(cls, path: Path, raw: bytes) -> Encoded:
        """Decode a Python file as Python does: byte order mark, coding comment, else UTF-8.

        Raises:
            DocumentError: the bytes are not text, or not in the encoding they claim.
        """
        if raw.startswith(_UTF16):
            raise DocumentError(f"{path} is UTF-16 text.", "Save it as UTF-8.", line=1)
        nul = raw.find(b"\0")
        if nul >= 0:
            raise DocumentError(
                f"{path} is not text: it has a NUL byte at offset {nul}.",
                "Name a Python file; compiled and binary files are not translated.",
                line=line_of(raw, nul),
            )
        encoding = _declared(path, raw)
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            raise not_decodable(path, raw, error, encoding) from None
        except (LookupError, ValueError) as error:
            raise DocumentError(
                f"{path} declares the encoding {encoding!r}, which cannot be read: {error}.",
                "Save the file as UTF-8 and correct its coding comment.",
            ) from None
        plain, newlines = Newlines.split(text)
        return cls(plain, encoding, newlines)

    def encode(self, text: str) -> bytes:
        """The bytes of the edited text, stored as the file was.

        Raises:
            DocumentError: the encoding of the file has no bytes for a character of the text.
        """
        try:
            return self.newlines.restore(text).encode(self.encoding)
        except UnicodeEncodeError as error:
            character = text[error.start : error.start + 1]
            raise DocumentError(
                f"The encoding {self.encoding!r} of the file has no {character!r}.",
                "Save the original as UTF-8.",
            ) from None


def _declared(path: Path, raw: bytes) -> str:
    """The encoding that Python would use for the file."""
    # Python ends a line at a lone \r too, `detect_encoding` only at \n.
    head = iter(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n", 2)[:2])

    def lines() -> Iterator[bytes]:
        for line in head:
            yield line + b"\n"

    reader = lines()
    try:
        encoding, _ = detect_encoding(lambda: next(reader, b""))
    except SyntaxError as error:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as wrong:
            raise not_decodable(path, raw, wrong, "utf-8") from None
        raise DocumentError(
            f"{path} declares an encoding that cannot be read: {error.msg}.",
            "Correct the coding comment in its first two lines.",
            line=1,
        ) from None
    return encoding


def not_decodable(path: Path, raw: bytes, error: UnicodeDecodeError, encoding: str) -> DocumentError:
    """The error for bytes that are not text in the given encoding."""
    line = line_of(raw, error.start)
    hint = "Save the file as UTF-8"
    if path.suffix != ".ipynb":
        hint += ", or declare its encoding in the first line: # -*- coding: cp1252 -*-"
    return DocumentError(
        f"{path} is not {encoding} text: line {line} has the byte 0x{raw[error.start]:02x}.",
        hint + ".",
        line=line,
    )


def line_of(raw: bytes, offset: int) -> int:
    """The 1-based line of a byte offset."""
    return raw.count(b"\n", 0, offset) + 1
