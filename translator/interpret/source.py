"""The text of one parsed cell, and what its syntax alone tells: positions, precedences, constants."""

from __future__ import annotations

import ast
import bisect
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, TypeVar

import libcst as cst
from libcst._nodes.internal import CodegenState

from translator.emission import emit
from translator.emission.emit import Raw

Fact = TypeVar("Fact")
Node = TypeVar("Node", bound=cst.CSTNode)

_PRECEDENCE: Mapping[type[cst.CSTNode], int] = {
    cst.Lambda: emit.LAMBDA, cst.IfExp: emit.TERNARY, cst.NamedExpr: 0,
    cst.Yield: 0, cst.GeneratorExp: emit.ATOM, cst.Await: 15, cst.Tuple: 0,
    cst.Comparison: emit.COMPARE, cst.StarredElement: 0,
}  # fmt: skip

_OPERATORS: Mapping[Any, int] = {
    cst.Add: 11, cst.Subtract: 11, cst.Multiply: 12, cst.Divide: 12, cst.FloorDivide: 12,
    cst.Modulo: 12, cst.MatrixMultiply: 12, cst.Power: 14, cst.BitAnd: 9, cst.BitXor: 8,
    cst.BitOr: 7, cst.LeftShift: 10, cst.RightShift: 10, cst.And: 4, cst.Or: 3, cst.Not: 5,
    cst.Minus: 13, cst.Plus: 13, cst.BitInvert: 13,
}  # fmt: skip


def node_precedence(node: cst.CSTNode) -> int:
    """Python's precedence of a source expression, own parentheses not counted (but see `Source.span`)."""
    if type(node) in _BRACKETED:
        return emit.ATOM if node.lpar else 0  # type: ignore[attr-defined]
    operator = getattr(node, "operator", None)
    if type(operator) in _OPERATORS:
        return _OPERATORS[type(operator)]
    return _PRECEDENCE.get(type(node), emit.ATOM)



class _Spans(CodegenState):
    """Notes where each node begins and ends in the text while libcst writes it out.

    libcst's own provider of positions does the same in lines and columns, at three times the cost.
    """

    def __init__(self, module: cst.Module) -> None:
        super().__init__(default_indent=module.default_indent, default_newline=module.default_newline)
        self.found: dict[int, tuple[int, int]] = {}
        self.position = 0
        self._begun: list[int] = []
        module._codegen(self)

    def add_indent_tokens(self) -> None:
        for token in self.indent_tokens:
            self.add_token(token)

    def add_token(self, value: str) -> None:
        self.tokens.append(value)
        self.position += len(value)

    def before_codegen(self, node: cst.CSTNode) -> None:
        self._begun.append(self.position)

    def after_codegen(self, node: cst.CSTNode) -> None:
        self.found.setdefault(id(node), (self._begun.pop(), self.position))

    def record_syntactic_position(  # type: ignore[override]
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> AbstractContextManager[None]:
        return _Syntactic(self, node, start_node, end_node)


class _Syntactic:
    """The part of a node that is not white space around it."""

    __slots__ = ("_end_node", "_node", "_spans", "_start", "_start_node")

    def __init__(
        self, spans: _Spans, node: cst.CSTNode, start_node: cst.CSTNode | None, end_node: cst.CSTNode | None
    ) -> None:
        self._spans, self._node, self._start_node, self._end_node = spans, node, start_node, end_node

    def __enter__(self) -> None:
        self._start = self._spans.position

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        found = self._spans.found
        start = self._start if self._start_node is None else found[id(self._start_node)][0]
        end = self._spans.position if self._end_node is None else found[id(self._end_node)][1]
        found[id(self._node)] = (start, end)


MAX_BRACKETS = 190
"""Python itself stops at 200; libcst's parser would overflow the stack of the process."""
MAX_LINE, MAX_DEPTH = 5_000, 1_200
"""Of a long line the depth is looked at: libcst's time grows with its square."""


def check_depth(text: str) -> None:
    """Refuse code that the parser is not up to.

    Raises:
        RecursionError: expressions are nested too deeply.
    """
    depth = 0
    for bracket in re.findall(r"[()\[\]{}]", text):
        depth += 1 if bracket in "([{" else -1
        if depth > MAX_BRACKETS and _is_deep(text):
            raise RecursionError
    if max(map(len, text.split("\n"))) > MAX_LINE and _is_deep(text):
        raise RecursionError


def _is_deep(text: str) -> bool:
    try:
        level: list[ast.AST] = [ast.parse(text)]
    except SyntaxError as error:
        return "nested" in str(error)
    except (ValueError, MemoryError, RecursionError):
        return True
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return False
    return True


_BRACKETED = frozenset({cst.Tuple, cst.GeneratorExp})
"""Expressions whose parentheses are part of their form."""
_LINE_END = re.compile(r"\r\n?|\n")
_MARGIN = re.compile(r"[ \t]*")


class Source:
    """The text of one parsed cell, with the place of every node; it outlasts all passes over the program.

    Raises:
        RecursionError: it is nested too deeply.
    """

    def __init__(self, text: str, number: int | None) -> None:
        check_depth(text)
        self.number = number
        self.module = cst.parse_module(text)
        spans = _Spans(self.module)
        self.text = text = "".join(spans.tokens)  # without form feeds, which the parser does not keep
        self._spans = spans.found
        self._codes: dict[int, Raw] = {}
        self._facts: dict[tuple[object, int], Any] = {}
        self._lines = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def once(self, function: Callable[[Node], Fact], node: Node) -> Fact:
        """What a function tells of a node of this source from its syntax alone, worked out once."""
        key = (function, id(node))
        found = self._facts.get(key, _Spans)
        if found is _Spans:
            found = self._facts[key] = function(node)
        return found  # type: ignore[no-any-return]

    def holds(self, node: cst.CSTNode) -> bool:
        return id(node) in self._spans

    def span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Start and end offset of a node, own parentheses not included unless they are part of its form."""
        if type(node) in _BRACKETED and node.lpar:  # type: ignore[attr-defined]
            return self._around(node, 1)
        return self._spans[id(node)]

    def outer_span(self, node: cst.CSTNode) -> tuple[int, int]:
        """Start and end offset including all of the node's own parentheses."""
        return self._around(node, len(getattr(node, "lpar", ())))

    def _around(self, node: cst.CSTNode, parentheses: int) -> tuple[int, int]:
        start, end = self._spans[id(node)]
        for _ in range(parentheses):
            start = self.text.rindex("(", 0, start)
            end = self._closing(end)
        return start, end

    def _closing(self, end: int) -> int:
        while self.text[end] != ")":
            if self.text[end] == "#":
                end = self.text.index("\n", end)
            end += 1
        return end + 1

    def text_of(self, node: cst.CSTNode) -> str:
        start, end = self.span(node)
        return self.text[start:end]

    def code_of(self, node: cst.CSTNode) -> Raw:
        """The node as it stands in the program."""
        code = self._codes.get(id(node))
        if code is None:
            code = self._codes[id(node)] = Raw(self.text_of(node), node_precedence(node))
        return code

    def place_of(self, node: cst.CSTNode) -> tuple[int, int, int, int]:
        """Lines, counted from 1, and columns, counted from 0, of the start and the end of a node."""
        start, end = self._spans[id(node)]
        return (*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1]

    def indent_of(self, offset: int) -> int:
        """The width of the margin of the line."""
        start = offset - self._place(offset)[1]
        found = _MARGIN.match(self.text, start)
        assert found is not None
        return found.end() - start

    def column_of(self, offset: int) -> int:
        return self._place(offset)[1]
