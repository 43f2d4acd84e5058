"""Frames lent to a loop: the rows are brought to the driver for it once, under a name of their own.

A loop that has no one text for Spark runs in pandas. Where it only looks at a frame, the frame stays
in Spark for what comes behind the loop: ``df_pandas = to_pandas(df)`` in front, and ``df_pandas`` for
``df`` within.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import name, needs
from translator.evidence import likeness
from translator.frames.values import Frame, Local
from translator.interpret import bridges, idioms, liveness
from translator.interpret.changes import changed_anywhere, changed_names
from translator.interpret.environment import Binding
from translator.interpret.run import Run


@contextmanager
def lent(run: Run, loop: cst.For | cst.While) -> Iterator[None]:
    """While a loop runs, frames that it needs in pandas and does not change are pandas objects of their own."""
    wanted = current().brought.get(run.place(loop), ())
    borrowed = {text: run.env.names[text] for text in wanted if text in run.env.names and _only_looks(run, loop, text)}
    for text, binding in borrowed.items():
        _lend(run, loop, text, binding)
    held = {text: run.env.names[text] for text in borrowed}
    try:
        yield
    finally:
        _give_back(run, held, borrowed)


def _give_back(run: Run, held: Mapping[str, Binding], borrowed: Mapping[str, Binding]) -> None:
    for text, binding in borrowed.items():
        if run.env.names.get(text) == held[text]:
            run.env.bind(text, binding.value, binding.place, binding.ref)


def _lend(run: Run, loop: cst.For | cst.While, text: str, binding: Binding) -> None:
    new = f"{text}_pandas"
    while idioms.uses(run, new):
        new += "_"
    code = bridges.to_driver(run, binding.value).code
    start, _ = run.cell.source.span(loop)
    indent = run.cell.source.indent_of(start)
    run.insert(start, f"{new} = {layout.render(code, indent, len(new) + 3)}\n{' ' * indent}", needs(code))
    cause = current().causes.get(("local_here", (run.place(loop), text)))
    value = Local(name(new), "DataFrame", was_spark=True, likeness=likeness.of(binding.value), cause=cause)
    run.env.bind(text, value, run.statement_place, binding.ref)


def _only_looks(run: Run, loop: cst.For | cst.While, text: str) -> bool:
    """Whether a loop reads a frame, and leaves nothing behind that may share its cells."""
    binding = run.env.names[text]
    if not isinstance(binding.value, Frame) or binding.is_parameter or run.env.aliases(binding.ref) != [text]:
        return False
    bound = syntax.bound_names(loop)
    changed = changed_names(loop)
    if text in bound | changed or not text.isidentifier() or _read_by_functions(run, loop, text):
        return False
    if liveness.dead_after_statement(run, loop, bound | changed):
        return True
    return not _changed_later(run, loop, text)


def _changed_later(run: Run, loop: cst.For | cst.While, text: str) -> bool:
    """Whether code behind the loop may change the object; anywhere, where the loop is not one of the top level."""
    body = run.cell.source.module.body
    if run.following or loop not in body:
        return text in changed_anywhere(run)
    later = [*body[body.index(loop) + 1 :], *(cell.source.module for cell in run.cells if cell.index > run.cell.index)]
    return any(text in changed_names(node) for node in later)


def _read_by_functions(run: Run, loop: cst.CSTNode, text: str) -> bool:
    """Whether a function that is defined outside of the loop reads the name, and may be called within."""
    for cell in run.cells:
        for node in syntax.walk(cell.source.module):
            match node:
                case cst.FunctionDef() if not liveness.is_local(node, text) and idioms.uses_below(node, text):
                    if not any(inner is loop for inner in syntax.walk(node)):
                        return True
                case cst.Lambda() if idioms.uses_below(node, text):
                    if not any(inner is node for inner in syntax.walk(loop)):
                        return True
    return False
