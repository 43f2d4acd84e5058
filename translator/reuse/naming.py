"""Names for values that a program had no names for."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

WORDS = {
    "avg": "mean", "stddev_samp": "std", "stddev_pop": "std", "var_samp": "var", "var_pop": "var", "countDistinct": "distinct",
    "count_if": "count", "isNull": "missing", "percentile": "quantile", "bool_or": "any", "bool_and": "all", "count": "count",
}  # fmt: skip
WRAPPERS = frozenset({"coalesce", "lit", "col", "when", "cast"})


class Names:
    """Gives names that a program does not have, and the same for the same value."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._cells = cells
        self._given: dict[tuple[str, str], str] = {}

    @cached_property
    def _taken(self) -> set[str]:
        return {name for cell in self._cells for name in _names(cell)}

    def of(self, frame: str, code: str) -> str:
        """A name for an aggregate of a frame: ``price_mean``, ``rows``."""
        if (frame, code) not in self._given:
            wanted = _described(ast.parse(code, mode="eval").body)
            wanted = "value" if keyword.iskeyword(wanted) or not wanted.isidentifier() else wanted
            name, number = wanted, 1
            while name in self._taken:
                number += 1
                name = f"{wanted}_{number}"
            self._taken.add(name)
            self._given[frame, code] = name
        return self._given[frame, code]


def _names(cell: str) -> Iterator[str]:
    """All names in a cell, bound or not; all words where it is not Python."""
    try:
        nodes = list(ast.walk(ast.parse(cell)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        yield from re.findall(r"\w+", cell)
        return
    for node in nodes:
        for field in ("id", "arg", "name", "asname"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield value.split(".")[0]
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            yield from node.names


def _described(code: ast.expr) -> str:
    calls = [part for part in ast.walk(code) if isinstance(part, ast.Call)]
    functions = [name for call in calls if (name := _function(call)) and name not in WRAPPERS]
    if not functions:
        return "value"
    sources = [source for call in calls for source in _sources(call)]
    if sources == ["*"]:
        return "rows"
    source = re.sub(r"\W+", "_", (sources or ["value"])[0]).strip("_").lower()
    function = "isNull" if functions[:2] == ["count_if", "isNull"] else functions[0]
    return f"{source}_{WORDS.get(function, function).lower()}"


def _function(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name.rstrip("_")
    return ""


def _sources(call: ast.Call) -> Iterator[str]:
    """The columns that a function of Spark is given by their names or in variables."""
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.attr != "when":
        match call.args[:1]:
            case [ast.Constant(value=str(name))] | [ast.Name(id=name)]:
                yield name
