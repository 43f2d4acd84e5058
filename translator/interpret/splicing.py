"""Expressions of the program with emitted code in them, as code whose long lines can be broken."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from translator.documents import syntax
from translator.emission.emit import WIDTH, Argument, Attribute, Binary, Call, Code, Item, Raw
from translator.emission.spliced import Spliced
from translator.interpret.source import Source, node_precedence


def spliced(source: Source, node: cst.CSTNode, text: str, needs: frozenset[str], codes: Mapping[int, Code]) -> Raw:
    """The code of an expression whose parts have changed.

    Args:
        text: the expression with what its parts have become.
        codes: the parts that have changed, by the identity of their nodes.
    """
    own = node_precedence(node)
    fits = len(text) < WIDTH // 2 or "\n" in source.text_of(node)
    broken = None if fits else _broken(source, node, codes)
    return Raw(text, own, needs) if broken is None else Spliced(text, own, needs, broken)


def _broken(source: Source, node: cst.CSTNode, codes: Mapping[int, Code]) -> Code | None:
    """The expression as calls, attributes and items; None where a part stands in anything else."""
    if id(node) in codes:
        return codes[id(node)]
    match node:
        case cst.Call():
            function = _broken(source, node.func, codes)
            values = [_broken(source, argument.value, codes) for argument in node.args]
            if function is None or any(value is None for value in values):
                return None
            return Call(function, tuple(
                Argument(value, argument.keyword.value if argument.keyword is not None else "", argument.star)
                for argument, value in zip(node.args, values, strict=True) if value is not None
            ))  # fmt: skip
        case cst.BinaryOperation():
            left, right = _broken(source, node.left, codes), _broken(source, node.right, codes)
            operator = source.text[source.outer_span(node.left)[1] : source.outer_span(node.right)[0]].strip()
            return None if left is None or right is None else Binary(operator, left, right)
        case cst.Attribute():
            owner = _broken(source, node.value, codes)
            return None if owner is None else Attribute(owner, node.attr.value)
        case cst.Subscript() if not any(_holds(element, codes) for element in node.slice):
            owner = _broken(source, node.value, codes)
            start, end = source.span(node.slice[0])[0], source.span(node.slice[-1])[1]
            return None if owner is None else Item(owner, Raw(source.text[start:end]))
    return None if _holds(node, codes) else Raw(source.text_of(node), node_precedence(node))


def _holds(node: cst.CSTNode, codes: Mapping[int, Code]) -> bool:
    return any(id(part) in codes for part in syntax.walk(node))
