"""Splits scripts and notebooks into the pieces that are executed one after another."""

from __future__ import annotations

import ast
import json
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path

_DATABRICKS = re.compile(r"^# COMMAND -+\s*$", re.MULTILINE)
_TIMED = frozenset({"time", "timeit", "capture", "prun"})
_CELL_MAGIC = re.compile(r"^\s*%%(\w+)[^\n]*\n?")
_LINE_MAGIC = re.compile(r"^(\s*)[%!](\w*)(.*)$")
_ASSIGNED = re.compile(r"^(\s*)(\w+)\s*=\s*[%!](?!=)")
_HELP = re.compile(r"^\s*\??\??[\w.]+\?{1,2}\s*$|^\s*\?{1,2}[\w.]+\s*$")
_DEFINING = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Cell:
    """A piece of Python source; `number` is None for a script."""

    code: str
    number: int | None = None


def only_defines(path: Path) -> bool:
    """Tell whether a script does nothing by itself but import modules and define functions and classes."""
    try:
        with tokenize.open(path) as stream:
            body = ast.parse(stream.read()).body
    except (SyntaxError, ValueError, OSError):
        return False
    return bool(body) and all(isinstance(statement, _DEFINING) or _is_text(statement) for statement in body)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def split(path: Path, kind: str) -> list[Cell]:
    """Return the code cells of a file; a script is one cell."""
    if kind == "notebook":
        document = json.loads(path.read_text(encoding="utf-8"))
        cells = [cell for cell in document.get("cells", []) if cell.get("cell_type") == "code"]
        texts = ["".join(cell.get("source", [])) for cell in cells]
        return [Cell(plain_python(text), i) for i, text in enumerate(texts, 1)]
    with tokenize.open(path) as stream:
        text = stream.read()
    if kind == "databricks":
        return [Cell(plain_python(t), i) for i, t in enumerate(_DATABRICKS.split(text), 1)]
    return [Cell(text)]


def plain_python(code: str) -> str:
    """Return a cell with its magics and shell lines made harmless, line for line."""
    match = _CELL_MAGIC.match(code)
    if match:
        if match[1] not in _TIMED:
            return ""
        code = "\n" + code[match.end() :]
    if "%" not in code and "!" not in code and "?" not in code:
        return code
    inside = _string_lines(code)
    lines = code.split("\n")
    for number, line in enumerate(lines):
        if number not in inside:
            lines[number] = _plain_line(line)
    return "\n".join(lines)


def _plain_line(line: str) -> str:
    """Return one line without its magic; a timed statement is kept."""
    magic = _LINE_MAGIC.match(line)
    if magic:
        statement = magic[3].strip()
        keep = magic[2] in _TIMED and "%" + magic[2] in line and statement[:1] != "-"
        return magic[1] + (statement if keep and statement else "pass")
    assigned = _ASSIGNED.match(line)
    if assigned:
        return f"{assigned[1]}{assigned[2]} = []"
    return "" if _HELP.match(line) else line


def _string_lines(code: str) -> set[int]:
    """Return the lines (from 0) that continue a string or a bracket opened above."""
    inside: set[int] = set()
    quote, depth = "", 0
    for number, line in enumerate(code.split("\n")):
        if quote or depth:
            inside.add(number)
        elif re.match(r"\s*[%!]", line):
            continue
        quote, depth = _scan(line, quote, depth)
    return inside


def _scan(line: str, quote: str, depth: int) -> tuple[str, int]:
    """Follow triple quotes and brackets through one line."""
    position = 0
    while position < len(line):
        rest = line[position:]
        if quote:
            if rest.startswith("\\"):
                position += 2
                continue
            if rest.startswith(quote):
                position += len(quote)
                quote = ""
                continue
        elif rest.startswith("#"):
            break
        elif rest.startswith(('"""', "'''")):
            quote, position = rest[:3], position + 3
            continue
        elif rest[0] in "\"'":
            quote = rest[0]
        elif rest[0] in "([{":
            depth += 1
        elif rest[0] in ")]}":
            depth = max(0, depth - 1)
        position += 1
    return (quote if len(quote) == 3 else ""), depth
