"""Expressions in strings and in row functions: ``query``, ``eval`` and ``apply(axis=1)``."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass

from translator.rulekit import (
    INTEGERS,
    Accessor,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Label,
    Local,
    Scalar,
    Value,
    by_rule,
    column_like,
    constant,
    current,
    filtered,
    given,
    items,
    literal,
    name,
    replace,
    rule,
    text,
    with_column,
)

COMPARISONS = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge"}
MIRRORED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
ARITHMETIC = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv",
              ast.Mod: "mod", ast.Pow: "pow", ast.BitAnd: "and", ast.BitOr: "or"}  # fmt: skip
TRUTHS = ("bool", "boolean")
ENGINES = (("engine", "python"), ("engine", "numexpr"), ("parser", "pandas"))
"""Options of ``query`` that leave the answer what it is."""


@dataclass(frozen=True)
class Compiler:
    """Turns an expression tree into a column of the frame, through the rules for columns."""

    frame: Frame
    leaf: Callable[[ast.expr], Value | None]

    def value(self, node: ast.expr) -> Value:
        known = self.leaf(node)
        if known is not None:
            return known
        match node:
            case ast.Constant(value=str() | int() | float() | bool() as found):
                return Const(literal(found), found)
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                values = [constant(self.value(p), "the list") for p in parts]
                return Const(literal(values), values)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as found)):
                return Const(literal(-found), -found)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return by_rule("Series.__neg__", self.column(operand))
            case ast.UnaryOp(op=ast.Not() | ast.Invert(), operand=operand):
                return by_rule("Series.__invert__", self.truth(operand))
            case ast.BoolOp(op=op, values=parts):
                return self.joined("and" if isinstance(op, ast.And) else "or", [self.truth(p) for p in parts])
            case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
                return self.operation(ARITHMETIC[type(op)], self.value(left), self.value(right))
            case ast.Compare():
                return self.comparison(node)
            case ast.IfExp():
                return self.choice(node)
            case ast.Attribute(value=base, attr=attr):
                return self.member(self.value(base), attr)
            case ast.Call(func=ast.Attribute(value=base, attr=method), args=args, keywords=keywords):
                return self.called(self.value(base), method, args, keywords)
        raise Decline(f"{ast.unparse(node)!r} is not translated in an expression", code="T311")

    def member(self, base: Value, attr: str) -> Value:
        """``column.str``, ``column.dt`` or a part of a date."""
        if isinstance(base, Column) and attr in ("str", "dt"):
            return Accessor(base.code, base, attr)
        if isinstance(base, Accessor) and base.name == "dt":
            return by_rule(f"Series.dt.{attr}", base)
        raise Decline(f"the attribute {attr} is not translated in an expression", code="T311")

    def called(self, base: Value, method: str, args: list[ast.expr], keywords: list[ast.keyword]) -> Value:
        """A method of a column or of its texts or dates, as pandas' own interpreter of expressions calls it."""
        owner = "Series" if isinstance(base, Column) else f"Series.{base.name}" if isinstance(base, Accessor) else None
        if owner is None or any(word.arg is None for word in keywords):
            raise Decline(f"the call of {method} is not translated in an expression", code="T311")
        named = {str(word.arg): self.value(word.value) for word in keywords}
        return by_rule(f"{owner}.{method}", base, *map(self.value, args), **named)

    def column(self, node: ast.expr) -> Column:
        found = self.value(node)
        return found if isinstance(found, Column) else column_like(found, self.frame)

    def truth(self, node: ast.expr) -> Column:
        found = self.column(node)
        if found.dtype not in TRUTHS:
            raise Decline("and/or/not of values that are no truth values", code="T312")
        return found

    def joined(self, word: str, parts: list[Column]) -> Value:
        result: Value = parts[0]
        for part in parts[1:]:
            result = by_rule(f"Series.__{word}__", result, part)
        return result

    def operation(self, word: str, left: Value, right: Value) -> Value:
        if isinstance(left, Column):
            return by_rule(f"Series.__{word}__", left, right)
        if isinstance(right, Column):
            return by_rule(f"Series.__r{word}__", right, left)
        raise Decline("an expression of constants only", code="T311")

    def comparison(self, node: ast.Compare) -> Value:
        parts: list[Column] = []
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            parts.append(self.compared(operator, self.value(left), self.value(right)))
            left = right
        return self.joined("and", parts)

    def compared(self, operator: ast.cmpop, left: Value, right: Value) -> Column:
        if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(left, Column):
            result = by_rule("Series.isin", left, right)
            result = by_rule("Series.__invert__", result) if isinstance(operator, ast.NotIn) else result
        else:
            word = COMPARISONS.get(type(operator))
            if word is None:
                raise Decline("this comparison is not translated", code="T311")
            sides = (word, left, right) if isinstance(left, Column) else (MIRRORED[word], right, left)
            if isinstance(sides[2], Const) and isinstance(sides[2].value, list):
                result = by_rule("Series.isin", sides[1], sides[2])
                result = by_rule("Series.__invert__", result) if word == "ne" else result
            else:
                result = by_rule(f"Series.__{sides[0]}__", sides[1], sides[2])
        if not isinstance(result, Column):
            raise Decline("the comparison is not a column", code="T311")
        return result

    def choice(self, node: ast.IfExp) -> Column:
        test, then, other = self.truth(node.test), self.column(node.body), self.column(node.orelse)
        dtype = _common(then.dtype, other.dtype)
        condition = test.settled if test.null_means else test.code
        first, second = (
            part.code.cast("double") if dtype == "float64" and part.dtype in INTEGERS else part.settled
            for part in (then, other)
        )
        return then.then(
            F.when(condition, first).otherwise(second), dtype=dtype, nullable=then.nullable or other.nullable,
            refs={**test.refs, **then.refs, **other.refs}, name=None,
        )  # fmt: skip


def _common(first: str, second: str) -> str:
    if first == second and first in ("int64", "float64", "str", "bool"):
        return first
    if {first, second} <= {"int64", "float64"}:
        return "float64"
    raise Decline(f"a choice between {first} and {second}", code="T312")


def _as_words(source: str) -> str:
    """``&`` and ``|`` as ``and`` and ``or``, which is how pandas' own parser reads them."""
    texts = r"'[^'\n]*'|\"[^\"\n]*\""
    words = {"&": " and ", "|": " or "}
    return re.sub(rf"({texts})|([&|])", lambda m: m[1] or words[m[2]], source)


def _parsed(source: str) -> tuple[ast.expr, str | None, dict[str, str]]:
    """The tree of a query string, the name it assigns to, and its quoted column names."""
    quoted: dict[str, str] = {}

    def unquote(match: re.Match[str]) -> str:
        quoted[f"_quoted_{len(quoted)}"] = match[1]
        return f"_quoted_{len(quoted) - 1}"

    plain = re.sub(r"`([^`]+)`", unquote, source.strip())
    plain = re.sub(r"@(?=[A-Za-z_])", "_local_", plain)
    plain = _as_words(plain)
    assigned = re.fullmatch(r"([A-Za-z_]\w*)\s*=(?!=)(.*)", plain, re.DOTALL)
    try:
        tree = ast.parse(assigned[2].strip() if assigned else plain, mode="eval")
    except SyntaxError:
        raise Decline("the expression is not understood", code="T311") from None
    return tree.body, assigned[1] if assigned else None, quoted


def _compiled(df: Frame, source: str) -> tuple[Value, str | None]:
    tree, assigned, quoted = _parsed(source)

    def leaf(node: ast.expr) -> Value | None:
        if not isinstance(node, ast.Name):
            return None
        if node.id.startswith("_local_"):
            return _outer(node.id.removeprefix("_local_"))
        return df.column(quoted.get(node.id, node.id))

    return Compiler(df, leaf).value(tree), assigned


def _outer(text_: str) -> Value:
    found = current().lookup(text_)
    if isinstance(found, (Const, Scalar)):
        return replace(found, code=name(text_))
    if isinstance(found, Elements) or found is None or isinstance(found, Local):
        raise Decline(f"the value of {text_!r} is not known", code="T311")
    return found


@rule("DataFrame.query")
def query(df: Frame, expr: Value, kwargs: Value) -> Frame:
    """Rows by a condition in a string; missing values compare as in pandas, not as in SQL.

    Example:
        df.query("v > 1 and k == 'a'")
    Becomes:
        df.filter((F.col("v") > 1) & (F.col("k") == "a"))

    Example:
        df.query("k.isin(['a']) and t.dt.year == 2020", engine="python")
    Becomes:
        df.filter(F.col("k").isin(["a"]) & (F.year("t") == 2020))
    """
    for option, value in items(kwargs) if given(kwargs) else ():
        if (constant(option), constant(value)) not in ENGINES:
            raise Decline(f"the option {constant(option)} is not translated", code="T310")
    result, assigned = _compiled(df, text(expr, "the condition"))
    if not isinstance(result, Column) or assigned:
        raise Decline("the expression is not a condition", code="T311")
    return filtered(df, result)


@rule("DataFrame.eval")
def evaluate(df: Frame, expr: Value) -> Value:
    """A column computed by an expression in a string, or the frame with it.

    Example:
        df.eval("u = v * 2 + n")
    Becomes:
        df.withColumn("u", F.col("v") * 2 + F.col("n"))
    """
    result, assigned = _compiled(df, text(expr, "the expression"))
    if not isinstance(result, Column):
        raise Decline("the expression is not a column", code="T311")
    return with_column(df, Label(assigned), result) if assigned else replace(result, name=None)


@rule("pandas.eval")
def evaluate_names(expr: Value) -> Value:
    """An expression in a string over frames and Series that are named in it.

    Example:
        pd.eval("df.v * 2 + df.n")
    Becomes:
        F.col("v") * 2 + F.col("n")
    """
    tree, assigned, quoted = _parsed(text(expr, "the expression"))
    if assigned or quoted:
        raise Decline("the expression is not understood", code="T311")
    return _named(tree)


def _named(node: ast.expr) -> Value:
    """A part of a ``pd.eval`` expression: names are the program's variables."""
    match node:
        case ast.Name(id=held):
            return _outer(held.removeprefix("_local_"))
        case ast.Attribute(value=base, attr=label) | ast.Subscript(value=base, slice=ast.Constant(value=str() as label)):
            frame = _named(base)
            if isinstance(frame, Frame):
                return frame.column(label)
        case ast.Subscript(value=base, slice=condition):
            frame = _named(base)
            if isinstance(frame, Frame) and {f.dtype for f in frame.fields.values()} in ({"int64"}, {"float64"}):
                return by_rule("DataFrame.__getitem__", frame, _named(condition))
            raise Decline("the frame would be read as one array of one type", code="T312")
        case _:
            frames = [f for f in map(_frame_of, ast.walk(node)) if f is not None]
            if frames:
                return Compiler(frames[0], _leaf_of_names).value(node)
    raise Decline(f"{ast.unparse(node)!r} is not translated in an expression", code="T311")


def _leaf_of_names(node: ast.expr) -> Value | None:
    return _named(node) if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) else None


def _frame_of(node: ast.AST) -> Frame | None:
    """The frame that a name in an expression stands for, or whose Series it does."""
    found = current().lookup(node.id) if isinstance(node, ast.Name) else None
    return found.frame if isinstance(found, Column) else found if isinstance(found, Frame) else None
