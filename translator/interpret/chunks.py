"""``pd.read_csv(path, chunksize=n)`` where the size of the chunks makes no difference: one read of the whole file.

    parts = []
    for chunk in pd.read_csv(path, chunksize=100_000):
        parts.append(chunk[chunk["v"] > 0])
    df = pd.concat(parts)

The loop then has one round, over a list of the whole. Its body may only do what each row decides, append
the outcome to a list, or add up counts and sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission.emit import Argument, Display
from translator.frames import handles
from translator.frames.values import Const, Elements, Frame, Module
from translator.inputs import probe
from translator.interpret import application, arguments, expressions, frames_of_files, idioms
from translator.interpret.run import Run

ROW_BY_ROW = frozenset({
    "isin", "dropna", "rename", "where", "drop", "assign", "copy", "between", "isna", "isnull", "notna", "notnull",
    "contains", "startswith", "endswith", "lower", "upper", "strip", "replace", "to_datetime", "abs", "round", "append",
})  # fmt: skip
"""Methods whose outcome for a row follows from that row, given constants."""

BY_NAME = frozenset({"str", "dt", "loc", "columns"})
"""Attributes that are no calls and look at no other rows."""


@dataclass(frozen=True, eq=False)
class WholeFile(Elements):
    """The list of one frame that stands for all chunks."""


def forget_round(run: Run, loop: cst.For) -> None:
    """After the loop its names hold what the last chunk gave, which nobody reads."""
    bound = {text for statement in loop.body.body for text in _bound(statement)}
    for text in {*bound, *syntax.target_names(loop.target)} & set(run.env.names):
        run.env.forget(text)


def as_whole(run: Run, node: cst.Call) -> WholeFile | None:
    """The list of the whole file in place of its chunks; None where the chunks have to stay."""
    if not any(arg.keyword is not None and arg.keyword.value == "chunksize" for arg in node.args) or run.pandas_only:
        return None
    if current().is_demanded("local", run.statement_place):
        return None
    function = expressions.evaluate(run, node.func)
    if not isinstance(function, Module) or function.name != "pandas.read_csv" or not _makes_no_difference(run, node):
        return None
    args, kwargs, _ = arguments.evaluated(run, node)
    size, _ = kwargs.pop("chunksize", None), kwargs.pop("iterator", None)
    if args is None or not isinstance(size, Const) or not isinstance(size.value, int):
        return None
    site = CallSite(run.origin(node), function.name, run.original(node))
    with run.context.at(site):
        try:
            source = handles.source_of(args[0]) if len(args) == 1 else None
            options = {name: value.value for name, value in kwargs.items() if isinstance(value, Const)}
            if source is None or len(options) < len(kwargs) or not probe.same_in_chunks(source.path, size.value, options):
                return None
            frame = application.apply(function.name, args, kwargs, site)
        except Decline:
            return None
    if not isinstance(frame, Frame):
        return None
    run.record(node, function.name, "helper", site)
    return WholeFile(Display("[]", (Argument(frame.code),)), kind="list", items=(frame,))


def _makes_no_difference(run: Run, node: cst.Call) -> bool:
    """Whether the only consumer of the chunks is a loop whose rounds may come together, or ``pd.concat``."""
    module = run.cell.source.module
    for item in syntax.walk(module):
        match item:
            case cst.For(iter=iterable, target=cst.Name(text), orelse=None) if _is(run, iterable, node):
                return _may_be_one_round(run, item, text)
            case cst.Call(func=cst.Attribute(attr=cst.Name("concat")), args=[cst.Arg(value=first), *_]):
                if _is(run, first, node):
                    return idioms.numbered_anew(item) is not None
    return False


def _is(run: Run, used: cst.BaseExpression, node: cst.Call) -> bool:
    """Whether an expression is the read, or the one use of the name that holds it."""
    if used is node:
        return True
    match run.statement:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(text))], value=value) if value is node:
            return isinstance(used, cst.Name) and used.value == text and idioms.uses(run, text) == 2
    return False


def _may_be_one_round(run: Run, loop: cst.For, chunk: str) -> bool:
    """Whether each round does the same to its rows, and nobody sees the last chunk or how many there were."""
    if idioms.uses(run, chunk) != idioms.uses_below(loop, chunk):
        return False
    statements = loop.body.body
    kept = {text for statement in statements for text in _bound(statement)} - {chunk}
    if any(idioms.uses(run, text) != idioms.uses_below(loop, text) for text in kept):
        return False
    of_other_rounds = {text for statement in statements for text in syntax.bound_names(statement)} - {chunk}
    for statement in statements:
        if _read(statement) & of_other_rounds or not _may_come_together(run, statement, {chunk, *kept}):
            return False
        of_other_rounds -= _bound(statement)
    return True


def _read(statement: cst.CSTNode) -> set[str]:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name())], value=value)]):
            return idioms.names_of(value)
        case cst.SimpleStatementLine(body=[cst.AugAssign(value=value)]):
            return idioms.names_of(value)
    return idioms.names_of(statement)


def _bound(statement: cst.CSTNode) -> set[str]:
    """The name that a statement binds anew, whatever earlier rounds left in it."""
    match statement:
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(text))])]):
            return {text}
    return set()


def _may_come_together(run: Run, statement: cst.CSTNode, of_round: Set[str]) -> bool:
    """Whether a statement does for all rows what it does for those of a chunk; `of_round` are names that end with it."""
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call(
            func=cst.Attribute(value=cst.Name(parts), attr=cst.Name("append"))) as call)]):  # fmt: skip
            return set(_calls(call)) <= ROW_BY_ROW and frames_of_files.only_joined(run, parts, others=2, plainly=True)
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)]):
            holder = target.value if isinstance(target, cst.Subscript) else target
            own = isinstance(holder, cst.Name) and (holder is target or holder.value in of_round)
            return own and set(_calls(value)) <= ROW_BY_ROW - {"append"}
        case cst.SimpleStatementLine(body=[cst.AugAssign(target=cst.Name(), operator=cst.AddAssign(), value=value)]):
            return _is_added_up(value)
    return False


def _is_added_up(node: cst.BaseExpression) -> bool:
    """``len(chunk)``, ``chunk["v"].sum()``, ``chunk.shape[0]``, after steps row by row."""
    match node:
        case cst.Call(func=cst.Name("len"), args=[cst.Arg(value=rows)]):
            return set(_calls(rows)) <= ROW_BY_ROW - {"append"}
        case cst.Call(func=cst.Attribute(value=cst.Subscript() as column, attr=cst.Name("sum" | "count")), args=[]):
            return set(_calls(column)) <= ROW_BY_ROW - {"append"}
        case cst.Subscript(value=cst.Attribute(value=rows, attr=cst.Name("shape")), slice=[
            cst.SubscriptElement(slice=cst.Index(value=cst.Integer("0")))
        ]):  # fmt: skip
            return set(_calls(rows)) <= ROW_BY_ROW - {"append"}
    return False


def _calls(node: cst.CSTNode) -> Iterator[str]:
    """The names of what is called below a node; "" for anything that may look at other rows."""
    items = list(syntax.walk(node))
    called = {id(item.func) for item in items if isinstance(item, cst.Call)}
    for item in items:
        match item:
            case cst.Call(func=cst.Attribute(attr=cst.Name(method))):
                by_columns = any(arg.keyword is not None and arg.keyword.value in ("axis", "inplace") for arg in item.args)
                yield "" if by_columns else method
            case cst.Call() | cst.Lambda():
                yield ""
            case cst.Attribute(attr=cst.Name(text)) if id(item) not in called and text not in BY_NAME:
                yield ""
            case cst.Slice():
                yield ""
