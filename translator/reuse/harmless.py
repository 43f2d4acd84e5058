"""Code over which a job may be moved: it neither changes what the job reads nor asks when it runs."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from translator.emission.reserved import shown
from translator.reuse.program import FACTS, GROUPED, GROUPING, NARROW, SHUFFLING

BUILTINS = frozenset({"abs", "bool", "dict", "float", "format", "int", "len", "list", "max", "min", "print", "range", "repr",
                      "round", "set", "sorted", "str", "sum", "tuple", "zip", "enumerate"})  # fmt: skip
JOBS = frozenset({"collect", "count", "first", "head", "isEmpty", "take", "toPandas"})
TEXTS = frozenset({"format", "join", "lower", "split", "strip", "title", "upper"})
NUMBERS = frozenset({"astype", "date", "item", "round", "strftime", "sum", "tolist", "to_numpy"})
WRITING = ("write", "save", "to_")
"""How support functions begin that leave something behind; all others only read."""


@dataclass(frozen=True)
class Harmless:
    """What is known of the functions of one program."""

    helpers: frozenset[str]

    @classmethod
    def of(cls, needs: frozenset[str]) -> Harmless:
        """With the support functions that the program imports."""
        names = (need.removeprefix("parity.") for need in needs if need.startswith("parity."))
        return cls(frozenset(shown(name) for name in names if not name.startswith(WRITING)) | {shown("to_pandas")})

    def call(self, node: ast.Call) -> bool:
        """Whether a call only computes, reads frames or prints; its arguments are not looked at."""
        match node.func:
            case ast.Name(id=name):
                return name in self.helpers or name in BUILTINS and shown(name) == name and not _prints_elsewhere(node)
            case ast.Attribute(attr=name):
                return _is_of_spark(node.func) or name in FRAMES | EXPRESSIONS | JOBS | TEXTS | NUMBERS
        return False

    def all_of(self, node: ast.expr) -> bool:
        """Whether nothing within an expression does any harm, whenever it runs."""
        for part in ast.walk(node):
            if isinstance(part, (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)):
                return False
            if isinstance(part, ast.Call) and not self.call(part):
                return False
        return True

    def is_query(self, node: ast.expr) -> bool:
        """Whether an expression describes a frame or aggregate by names and constants, and runs no job itself."""
        match node:
            case ast.Name() | ast.Constant():
                return True
            case ast.Call(func=function, args=args, keywords=keywords):
                parts = [*args, *(keyword.value for keyword in keywords)]
                return self._builds(function) and all(map(self.is_query, parts))
            case ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.List() | ast.Tuple():
                return all(self.is_query(child) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
        return False

    def _builds(self, function: ast.expr) -> bool:
        match function:
            case ast.Name(id=name):
                return name in self.helpers and name not in (shown("scalar"), shown("to_pandas"))
            case ast.Attribute() if _is_of_spark(function):
                return True
            case ast.Attribute(value=value, attr=name):
                return name in FRAMES | EXPRESSIONS and self.is_query(value)
        return False


FRAMES = (NARROW | SHUFFLING | GROUPING | GROUPED | FACTS) - {"count", "replace"}
"""Methods that make frames of frames; what is called ``replace`` may move a file as well."""

EXPRESSIONS = frozenset({"alias", "asc", "between", "cast", "contains", "desc", "endswith", "eqNullSafe", "ilike", "isNotNull",
                         "isNull", "isin", "like", "otherwise", "over", "partitionBy", "rlike", "rowsBetween", "startswith",
                         "substr", "when"})  # fmt: skip


def _is_of_spark(node: ast.expr) -> bool:
    """``F.sum``, ``Window.partitionBy``."""
    match node:
        case ast.Attribute(value=ast.Name(id=root)):
            return root in (shown("F"), shown("Window"))
    return False


def _prints_elsewhere(node: ast.Call) -> bool:
    return any(keyword.arg == "file" for keyword in node.keywords)
