"""Names that the program itself binds: what emitted code imports gets another name beside them.

A program with a variable ``title`` still can use the support function of that name, as ``title_``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from translator.documents.document import Cell

OURS = ("pyspark", "pandas_parity")

_reserved: ContextVar[frozenset[str]] = ContextVar("reserved names", default=frozenset())


def shown(name: str) -> str:
    """How an imported name is written in the emitted program."""
    while name in _reserved.get():
        name += "_"
    return name


def version_name(function: str, number: int) -> str:
    """How a further version of a function is called; `number` counts from 0, which is the function itself."""
    return shown(f"{function}_{number + 1}")


def imported(name: str) -> str:
    """The name in an import statement, with its alias where it has one."""
    return name if shown(name) == name else f"{name} as {shown(name)}"


@contextmanager
def reserving(cells: Iterable[Cell]) -> Iterator[None]:
    """While this lasts, the names that the cells bind are not used for anything else."""
    token = _reserved.set(frozenset(name for cell in cells for name in _bound(cell)))
    try:
        yield
    finally:
        _reserved.reset(token)


def _bound(cell: Cell) -> Iterator[str]:
    nodes = [] if cell.tree is None else list(ast.walk(cell.tree))
    on_spark = "SparkSession" in cell.source
    sessions = {n for node in nodes if on_spark and isinstance(node, ast.Assign)
                if any(map(_is_session, ast.walk(node.value))) for n in node.targets}  # fmt: skip
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store()) if node not in sessions:
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.ImportFrom(module=str() as module) if module.split(".")[0] in OURS:
                continue
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                yield from ((alias.asname or alias.name).split(".")[0] for alias in names)


def _is_session(node: ast.AST) -> bool:
    return "SparkSession" in (getattr(node, "id", ""), getattr(node, "attr", ""))
