"""Whether the value that a name gets in some statement is read by any other statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import libcst as cst

from translator.documents import syntax
from translator.interpret.run import Run

First = Literal["read", "bound", "neither"]


def dead_after_statement(run: Run, statement: cst.BaseStatement, names: Iterable[str]) -> bool:
    """`dead_after` a statement of a function's or module's own body; False for one deeper within it."""
    whole = _whole_body(run)
    return statement in whole and dead_after(run, whole, whole.index(statement) + 1, names)


def _whole_body(run: Run) -> Sequence[cst.BaseStatement]:
    if run.following:
        body: Sequence[cst.BaseStatement] = run.definitions[run.following[-1]].node.body.body
        return body
    return run.cell.source.module.body


def dead_after(run: Run, body: Sequence[cst.CSTNode], position: int, names: Iterable[str]) -> bool:
    """Whether nothing reads these names from a statement of a body on, before they are bound anew.

    Only bodies of functions and modules are looked through, where no loop comes back to earlier statements.
    """
    others = [] if run.following else [cell.source.module.body for cell in run.cells if cell is not run.cell]
    if body is not _whole_body(run):
        return False
    return all(
        _first(body[position:], text) != "read" and all(_first(other, text) != "read" for other in others)
        and not any(_reads_global(node, text) for node in body[:position])
        for text in names
    )  # fmt: skip


def only_in_loops(run: Run, text: str) -> bool:
    """Whether a name stands nowhere in a program, or the body of a function, but in loops over it, however deep they are."""
    cells = [] if run.following else [cell.source.module for cell in run.cells if cell is not run.cell]
    stack: list[cst.CSTNode] = [*_whole_body(run), *cells]
    while stack:
        node = stack.pop()
        if isinstance(node, cst.Name) and node.value == text:
            return False
        if isinstance(node, cst.For) and text in syntax.target_names(node.target):
            stack += [node.iter, *([node.orelse] if node.orelse is not None else [])]
        else:
            stack += [node.value] if isinstance(node, (cst.Attribute, cst.Arg)) else syntax.children(node)
    return True


def reads_first(statements: Iterable[cst.CSTNode], text: str) -> bool:
    """Whether statements read a name before they give it a value of their own."""
    return _first(statements, text) == "read"


def _first(statements: Iterable[cst.CSTNode], text: str) -> First:
    """What happens to a name first."""
    for statement in statements:
        if not _names(statement, text) or isinstance(statement, cst.FunctionDef) and is_local(statement, text):
            continue
        match statement:
            case cst.SimpleStatementLine():
                for small in statement.body:
                    if isinstance(small, cst.Assign) and not _names(small.value, text) and _is_target(small, text):
                        return "bound"
                    if _names(small, text):
                        return "read"
            case cst.For() if not _names(statement.iter, text) and statement.orelse is None:
                if text not in syntax.target_names(statement.target) and _first(statement.body.body, text) == "read":
                    return "read"
            case _:
                return "read"
    return "neither"


def _is_target(node: cst.Assign, text: str) -> bool:
    return all(isinstance(t.target, (cst.Name, cst.Tuple)) for t in node.targets) and any(
        text in syntax.target_names(t.target) for t in node.targets
    )


def _names(node: cst.CSTNode, text: str) -> bool:
    """Whether a variable of the name stands below a node; attributes and keywords are none."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, cst.Name) and item.value == text:
            return True
        stack.extend([item.value] if isinstance(item, (cst.Attribute, cst.Arg)) else syntax.children(item))
    return False


def _reads_global(node: cst.CSTNode, text: str) -> bool:
    """Whether a function or class that was defined before reads the name when it is called."""
    defines = isinstance(node, (cst.FunctionDef, cst.ClassDef))
    return defines and _names(node, text) and not (isinstance(node, cst.FunctionDef) and is_local(node, text))


def is_local(node: cst.FunctionDef, text: str) -> bool:
    """Whether a function has a name of its own: a parameter, or one that it sets."""
    outer = {i.name.value for n in syntax.walk(node.body) if isinstance(n, (cst.Global, cst.Nonlocal)) for i in n.names}
    targets = [n.target for n in syntax.walk(node.body) if isinstance(n, (cst.AssignTarget, cst.For))]
    return text not in outer and (
        any(text in syntax.target_names(t) for t in targets)
        or any(isinstance(n, cst.Param) and n.name.value == text for n in syntax.walk(node.params))
    )
