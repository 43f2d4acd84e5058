"""Loops over rows that make one column: an expression instead of a pass over rows on the driver.

    labels = []                                     df["label"] = <an expression of the row>
    for _, row in df.iterrows():
        labels.append("a" if row["v"] > 1 else "b")
    df["label"] = labels

    for i, row in df.iterrows():                    df["price"] = <the same where the loop sets it>
        if row["kind"] == "old":
            df.loc[i, "price"] = row["price"] / 2
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import libcst as cst

from translator import cellwise
from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import Label, literal, needs
from translator.frames.columns import with_column
from translator.frames.values import Column, Frame, Value
from translator.frames.variables import variable
from translator.interpret import idioms, liveness
from translator.interpret.environment import leave
from translator.interpret.run import Run


@dataclass(frozen=True)
class RowLoop:
    """A loop over the rows of a frame that a variable holds."""

    node: cst.For
    frame: str
    index: str
    row: str


def row_loop(node: cst.CSTNode) -> RowLoop | None:
    """``for i, row in df.iterrows():``"""
    match node:
        case cst.For(
            target=cst.Tuple(elements=[cst.Element(value=cst.Name(index)), cst.Element(value=cst.Name(row))]),
            iter=cst.Call(func=cst.Attribute(value=cst.Name(frame), attr=cst.Name("iterrows")), args=[]),
            orelse=None,
        ):
            return RowLoop(node, frame, index, row)
    return None


def collected(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate a list that a row loop fills and a column that it becomes; True when the three are done."""
    match body[position : position + 3]:
        case [
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(made))],
                                                     value=cst.List(elements=[]))]) as start,
            cst.For() as node,
            cst.SimpleStatementLine(body=[cst.Assign(
                targets=[cst.AssignTarget(target=cst.Subscript(
                    value=cst.Name(changed),
                    slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as label))]) as target)],
                value=cst.Name(given))]) as end,
        ]:  # fmt: skip
            pass
        case _:
            return False
    loop = row_loop(node)
    if loop is None or loop.frame != changed or given != made or not only_here(run, node, [start, end], made):
        return False

    def appended(step: cst.CSTNode) -> cst.BaseExpression | None:
        match step:
            case cst.Expr(value=cst.Call(func=cst.Attribute(value=cst.Name(text), attr=cst.Name("append")),
                                         args=[cst.Arg(keyword=None, value=value)])) if text == made:  # fmt: skip
                return value
        return None

    def build(frame: Frame) -> Column:
        return cellwise.of_loop(frame, loop.row, node.body, run_definition(run), appended, None)

    name = str(label.evaluated_value)
    return _replaced(run, loop, name, build, start, end, [(target, "DataFrame.__setitem__")])


def changed(run: Run, node: cst.For) -> bool:
    """Translate a row loop that sets cells of one column by label; True when it is done."""
    loop = row_loop(node)
    if loop is None or not only_here(run, node, [], ""):
        return False
    labels: set[str] = set()

    def stored(step: cst.CSTNode) -> cst.BaseExpression | None:
        match step:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Subscript(
                    value=cst.Attribute(value=cst.Name(text), attr=cst.Name("loc" | "at")),
                    slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Name(index))),
                           cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as label))]))],
                value=value,
            ) if text == loop.frame and index == loop.index:  # fmt: skip
                labels.add(str(label.evaluated_value))
                return value
        return None

    names = _targets(node)
    if len(names) != 1:
        return False

    def build(frame: Frame) -> Column:
        [name] = names
        if not frame.index.is_default:
            raise Decline("labels of the rows may repeat", code="T316")
        old = frame.column(name)
        new = cellwise.of_loop(frame, loop.row, node.body, run_definition(run), stored, old)
        if new.dtype != old.dtype or new.nullable and not old.nullable:
            raise Decline("the loop changes the type of the column", code="T312")
        return new

    [name] = names
    return _replaced(run, loop, name, build, node, node, [(node.iter, "DataFrame.loc.__setitem__")])


def _targets(node: cst.For) -> set[str]:
    """Columns that assignments by two labels within the loop name."""
    found: set[str] = set()
    stack: list[cst.CSTNode] = [node.body]
    while stack:
        item = stack.pop()
        match item:
            case cst.AssignTarget(target=cst.Subscript(slice=[_, cst.SubscriptElement(
                slice=cst.Index(value=cst.SimpleString() as label))])):  # fmt: skip
                found.add(str(label.evaluated_value))
        stack.extend(syntax.children(item))
    return found


def only_here(run: Run, node: cst.For, around: Sequence[cst.CSTNode], made: str) -> bool:
    """Whether what the loop sets is read nowhere else: its variables, its local names and the list.

    Other loops that set the same variables read their own.
    """
    modules: list[cst.CSTNode] = [cell.source.module for cell in run.cells]
    if run.following:
        modules = [run.definitions[run.following[-1]].node.body]
    own = bound_names(node) | ({made} if made else set())
    return all(_elsewhere(modules, text, [node, *around]) == 0 for text in own)


def _elsewhere(nodes: Sequence[cst.CSTNode], text: str, here: Sequence[cst.CSTNode]) -> int:
    """How often a name stands below the nodes, outside of `here` and of loops that set it."""
    count, stack = 0, list(nodes)
    while stack:
        item = stack.pop()
        if any(item is part for part in here) or isinstance(item, cst.For) and text in idioms.names_of(item.target):
            continue
        if isinstance(item, cst.FunctionDef) and item not in nodes and liveness.is_local(item, text):
            continue
        count += isinstance(item, cst.Name) and item.value == text
        stack.extend([item.value] if isinstance(item, (cst.Attribute, cst.Arg)) else syntax.children(item))
    return count


def bound_names(node: cst.For) -> set[str]:
    """The variables of a loop and those that its body sets."""
    names = idioms.names_of(node.target)
    stack: list[cst.CSTNode] = [node.body]
    while stack:
        item = stack.pop()
        match item:
            case cst.AssignTarget(target=cst.Name(text)) | cst.AugAssign(target=cst.Name(text)):
                names.add(text)
        stack.extend(syntax.children(item))
    return names


@dataclass(frozen=True)
class _Here:
    """The place of the loop, as a function that closes over the names around it."""

    run: Run

    def closed_over(self, text: str) -> Value | None:
        binding = self.run.env.lookup(text)
        return None if binding is None else binding.value

    def sees(self, text: str) -> bool:
        return True


def run_definition(run: Run) -> _Here:
    return _Here(run)


def _replaced(
    run: Run, loop: RowLoop, name: str, build: object, first: cst.CSTNode, last: cst.CSTNode,
    sites: Sequence[tuple[cst.CSTNode, str]],
) -> bool:  # fmt: skip
    """Write ``df = df.withColumn(name, ...)`` in the place of the statements, if that works."""
    binding = run.env.names.get(loop.frame)
    frame = binding.value if binding is not None else None
    stays = run.pandas_only or current().is_demanded("local", run.place(loop.node))
    if binding is None or not isinstance(frame, Frame) or stays or run.env.aliases(binding.ref) != [loop.frame]:
        return False
    site = CallSite(run.origin(loop.node), "DataFrame.iterrows", run.original(loop.node.iter))
    with run.context.at(site):
        try:
            column = build(frame)  # type: ignore[operator]
            result = with_column(frame, Label(name, literal(name)), column)
        except Decline as decline:
            run.diagnose(loop.node.iter, decline.code, f"DataFrame.iterrows: {decline.message}", decline.hint)
            return False
    source = run.cell.source
    start, end = source.span(first)[0], source.span(last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last)[1]
    if isinstance(last, cst.For):
        end = source.span(last.body.body[-1])[1]
    indent = source.indent_of(start)
    run.drop_edits(start, end)
    run.edit(start, end, f"{loop.frame} = {layout.render(result.code, indent, len(loop.frame) + 3)}", needs(result.code))
    run.record(loop.node.iter, "DataFrame.iterrows", "native", site)
    for node, api in sites:
        run.record(node, api, "native", site)
    run.mutated.add(binding.ref)
    for text in (loop.index, loop.row):  # they would hold what the last row was, which nobody reads
        leave(run.env, text, run.place(loop.node))
    run.env.bind(loop.frame, variable(replace(result), loop.frame), run.place(loop.node), binding.ref)
    return True
