"""Watches the statements of a program: which were reached, and what calls at module level gave back.

Calls are woven into the syntax tree before it is compiled, so that neither pandas' own code nor the
numbers of lines notice.
"""

from __future__ import annotations

import ast
import builtins
import importlib.machinery
import os
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from translator.harness.job import Given
from translator.harness.recorder import bring

Place = tuple[str, int, int, int]
"""A statement: file relative to the working folder, cell (0: none), first and last line."""

REACHED, GAVE = "__reached__", "__gave__"
CALLS = 50
"""Of each function so many values that it gave back are kept."""


class Watcher:
    """Collects what happens in the statements of one run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.places: list[Place] = []
        self.reached: set[int] = set()
        self.given: list[Given] = []
        self.namespace: dict[str, Any] = {}
        setattr(builtins, REACHED, self.reached.add)
        setattr(builtins, GAVE, self._gave)

    def cover(self, tree: ast.Module, path: str, cell: int) -> None:
        """Let every statement of a tree tell that it was reached."""
        for node in ast.walk(tree):
            for name in ("body", "orelse", "finalbody"):
                block = getattr(node, name, None)
                if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                    setattr(node, name, self._covered(block, path, cell))

    def _covered(self, block: list[ast.stmt], path: str, cell: int) -> list[ast.stmt]:
        """Return a block with a mark before each statement; a docstring and __future__ stay first."""
        found: list[ast.stmt] = []
        for position, statement in enumerate(block):
            text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            if not (future or text and position == 0):
                self.places.append((path, cell, statement.lineno, statement.end_lineno or statement.lineno))
                found.append(_call(REACHED, [ast.Constant(len(self.places) - 1)], statement))
            found.append(statement)
        return found

    def cover_imports(self) -> None:
        """Let the modules of the working folder that are imported tell the same."""
        compiled: Callable[..., Any] = importlib.machinery.SourceFileLoader.source_to_code
        watcher = self

        def source_to_code(self: Any, data: Any, path: Any, *, _optimize: int = -1) -> Any:
            place = os.path.realpath(os.fsdecode(path))
            if isinstance(data, bytes) and place.startswith(f"{watcher.root}{os.sep}"):
                tree = ast.parse(data, place)
                watcher.cover(tree, Path(place).relative_to(watcher.root).as_posix(), 0)
                return compile(tree, place, "exec", dont_inherit=True, optimize=_optimize)
            return compiled(self, data, path, _optimize=_optimize)

        importlib.machinery.SourceFileLoader.source_to_code = source_to_code  # type: ignore[method-assign]

    def keep_given(self, tree: ast.Module) -> None:
        """Let calls at module level of the program's own functions keep what they gave back."""
        tree.body = [_Calls().visit(statement) for statement in tree.body]

    def _gave(self, name: str, held: bool, value: Any) -> Any:
        """Note a value given back; one that a variable holds is compared as that variable."""
        function = self.namespace.get(name)
        own = isinstance(function, types.FunctionType) and self._is_own(function.__code__.co_filename)
        if own and sum(given.name == name for given in self.given) < CALLS:
            self.given.append(Given(name, None if held or value is None else bring(value)))
        return value

    def _is_own(self, filename: str) -> bool:
        return filename.startswith("<cell") or filename.startswith(str(self.root))


class _Calls(ast.NodeTransformer):
    """Wraps calls by plain name, outside of functions and classes."""

    def visit_FunctionDef(self, node: Any) -> Any:
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef  # noqa: N815

    def visit_Assign(self, node: ast.Assign) -> Any:
        if isinstance(node.value, ast.Call) and isinstance(node.targets[0], ast.Name):
            node.value = self._wrapped(node.value, held=True)
            return node
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> Any:
        return self._wrapped(node, held=False)

    def _wrapped(self, node: ast.Call, held: bool) -> ast.expr:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Name) or node.func.id in (REACHED, GAVE, "super", "locals", "globals"):
            return node
        arguments: list[ast.expr] = [ast.Constant(node.func.id), ast.Constant(held), node]
        return _call(GAVE, arguments, node).value


def _call(name: str, arguments: list[ast.expr], at: ast.AST) -> ast.Expr:
    """Return a call as a statement that stands where another node does."""
    made = ast.Expr(ast.Call(ast.Name(name, ast.Load()), arguments, []))
    for node in (made, made.value, made.value.func):  # type: ignore[attr-defined]
        ast.copy_location(node, at)
    return ast.fix_missing_locations(made)
