"""Versions of functions that nothing calls in the end, as what was to call them has stayed pandas."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence

_VERSION = re.compile(r"^[ \t]*(?:async )?def (\w+_\d+)\(", re.MULTILINE)
_DEFINED = re.compile(r"^[ \t]*(?:async )?def (\w+)\(", re.MULTILINE)


def without_uncalled(documents: Sequence[Sequence[str]], sources: Iterable[str]) -> list[list[str]]:
    """The cells of all documents of a program without added functions whose names stand nowhere else.

    Args:
        documents: the cells of each document, as they come out.
        sources: all cells as they were.
    """
    texts = [list(cells) for cells in documents]
    known = {name for source in sources for name in _DEFINED.findall(source)}
    while added := {name for cells in texts for cell in cells for name in _VERSION.findall(cell)} - known:
        try:
            gone = added - {name for cells in texts for cell in cells for name in _names(ast.parse(cell))}
            if not gone:
                break
            texts = [[_without(cell, gone) for cell in cells] for cells in texts]
        except (SyntaxError, ValueError, RecursionError, MemoryError):  # whoever looks at the output will say so
            break
    return texts


def _names(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name


def _without(text: str, names: set[str]) -> str:
    """The text of a cell without functions, and without the empty lines above them."""
    if names.isdisjoint(_VERSION.findall(text)):
        return text
    lines, gone = text.split("\n"), set[int]()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name in names:
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)]) - 1
            while first and not lines[first - 1].strip():
                first -= 1
            gone.update(range(first, node.end_lineno or first))
    return "\n".join(line for number, line in enumerate(lines) if number not in gone)
