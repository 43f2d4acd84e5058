"""Assignments of a name to itself, which are left of copies that Spark frames do not need."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

_IDLE = re.compile(r"^[ \t]*(\w+) = \1[ \t]*$", re.MULTILINE)


def without_idle(text: str, source: str) -> str:
    """The text of a cell without ``df = df`` where the source has none and other statements stand beside it."""
    if not _IDLE.search(text) or _IDLE.search(source):
        return text
    try:
        tree = ast.parse(text)
    except SyntaxError:  # whoever looks at the output will say so
        return text
    idle = {number for body in _bodies(tree) for number in _idle_lines(body)}
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(line for number, line in lines if number not in idle or not _IDLE.fullmatch(line.rstrip("\r")))


def _bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list) and len(body) > 1:
                yield body


def _idle_lines(body: list[ast.stmt]) -> list[int]:
    """The lines of a body's idle statements, unless there is nothing else."""
    found = []
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Name(target)], value=ast.Name(value)) if target == value:
                found.append(statement.lineno)
    return found if len(found) < len(body) else []
