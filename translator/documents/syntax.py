"""Walks over syntax trees, and what cannot be one.

libcst's own ``children`` copies through its visitor and is fifty times slower.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import warnings
from collections.abc import Callable, Iterator

import libcst as cst

LAYOUT = ("whitespace", "trailing_whitespace", "leading_lines", "lines_after", "header", "footer", "indent", "newline",
          "lpar", "rpar", "lbracket", "rbracket", "lbrace", "rbrace", "comma", "semicolon", "equal", "colon",
          "dot")  # fmt: skip
"""Beginnings of the names of fields that hold white space and punctuation."""


@functools.cache
def _parts(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind) if not f.name.startswith(LAYOUT))


_is_node: Callable[[type], bool] = functools.cache(lambda kind: issubclass(kind, cst.CSTNode))
"""Asked of the class, once: ``isinstance`` goes a long way for an abstract one."""


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The nodes right below one, without white space and punctuation."""
    found: list[cst.CSTNode] = []
    for name in _parts(type(node)):
        part = getattr(node, name)
        if isinstance(part, (tuple, list)):
            found += [item for item in part if _is_node(type(item))]
        elif _is_node(type(part)):
            found.append(part)
    return found


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The node and all below it, in no particular order."""
    stack = [node]
    while stack:
        item = stack.pop()
        yield item
        stack.extend(children(item))


def target_names(target: cst.BaseExpression) -> list[str]:
    """Names bound by an assignment target."""
    match target:
        case cst.Name():
            return [target.value]
        case cst.Tuple() | cst.List():
            return [n for element in target.elements for n in target_names(element.value)]
        case cst.StarredElement():
            return target_names(target.value)
        case cst.Attribute():
            dotted = cst.helpers.get_full_name_for_node(target)
            return [] if dotted is None else [dotted]
    return []


def bound_names(node: cst.CSTNode) -> set[str]:
    """The names that code binds anew."""
    kinds = (cst.AssignTarget, cst.AnnAssign, cst.AugAssign, cst.For, cst.NamedExpr)
    return {text for item in walk(node) if isinstance(item, kinds) for text in target_names(item.target)}


def syntax_error(source: str) -> tuple[str, int] | None:
    """What is wrong with source text in Python's own words, which are clearer than libcst's, and the line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except SyntaxError as error:
        return error.msg, error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        return None
    return None
