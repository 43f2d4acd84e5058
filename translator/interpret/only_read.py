"""Names whose objects the program only looks at: what is known of a list or dict then stays true."""

from __future__ import annotations

import libcst as cst

from translator.documents import syntax
from translator.interpret import idioms
from translator.interpret.run import Run

LOOKING = frozenset({"DataFrame", "json_normalize", "from_dict", "from_records", "len", "type", "print", "display", "list"})
"""Functions that leave what they are given as it is, and keep none of it."""


def only_read(run: Run, text: str, once: bool = False) -> bool:
    """Whether a name is assigned once, and then only (with `once`: a single time) given to functions that look, or shown."""
    assigned, looked = 0, 0
    for cell in run.cells:
        for node in syntax.walk(cell.source.module):
            match node:
                case cst.AssignTarget(target=cst.Name(target)):
                    assigned += target == text
                case cst.Call(func=cst.Name(function) | cst.Attribute(attr=cst.Name(function))) if function in LOOKING:
                    looked += sum(_base(arg.value) == text for arg in node.args)
                case cst.Call(func=cst.Attribute(attr=cst.Name("read_csv" | "read_excel" | "read_parquet" | "read_json"))):
                    looked += sum(_base(arg.value) == text for arg in node.args)
                case cst.Expr(value=cst.Name() | cst.Subscript() as shown):
                    looked += _base(shown) == text
    return assigned == 1 and not (once and looked > 1) and idioms.uses(run, text) == 1 + looked


def _base(node: cst.BaseExpression) -> str | None:
    """The name that an expression takes a part of: ``data`` in ``data["items"][0]`` and ``data.get("items")``."""
    match node:
        case cst.Name(text):
            return text
        case cst.Subscript(value=base, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() | cst.Integer()))]):
            return _base(base)
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name("get")), args=[cst.Arg(value=cst.SimpleString())]):
            return _base(base)
    return None
