"""``try`` whose handlers go on: what may fail on some data stays pandas, because Spark fails later or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.frames.values import Class, Instance, is_spark
from translator.interpret import liveness, mutation
from translator.interpret.environment import Binding, Env
from translator.interpret.run import Run

MAY_FAIL = frozenset({"astype", "to_numeric", "to_datetime", "to_timedelta", "loc", "iloc", "at", "iat", "strptime"})
"""Methods and accessors of pandas that raise for some values, labels or positions."""


def keep_attempted(run: Run, node: cst.Try | cst.TryStar) -> None:
    """Keep the frames pandas whose conversions or labels decide whether a handler runs."""
    if not node.handlers or all(_leaves(run, handler.body) for handler in node.handlers):
        return
    names = list(_names(node.body))
    if not MAY_FAIL & set(names):
        return
    held = [binding.value for text in dict.fromkeys(names) if (binding := run.env.lookup(text)) is not None]
    kept = [value for value in held if is_spark(value) and not isinstance(value, (Class, Instance))]
    if kept:
        message = "whether the handler runs depends on values that pandas converts or looks up at once, and Spark later"
        run.diagnose(node, "T318", message, "convert with errors='coerce' and ask what is missing")
    for value in kept:
        mutation.keep_local(run, value)


def keep_torn(
    run: Run, handler: cst.ExceptHandler | cst.ExceptStarHandler, left: Mapping[str, Binding], halfway: Mapping[str, Binding],
    ways: Iterable[Env],
) -> None:  # fmt: skip
    """Keep pandas what a handler reads, or leaves as it is, that is a Spark frame or not by where the attempt broke off."""
    for text, binding in halfway.items():
        if left.get(text) is binding or liveness.reads_first(handler.body.body, text):
            for way in ways:
                if is_spark(way.names[text].value):
                    run.diagnose(handler, "T318", f"{text!r} is a Spark frame or not, by where the attempt broke off")
                    current().demand("local", way.names[text].place)


def _leaves(run: Run, body: cst.BaseSuite) -> bool:
    """Whether a handler ends with ``raise``, or ends the program."""
    last = body.body[-1] if body.body else None
    final = last.body[-1] if isinstance(last, cst.SimpleStatementLine) else None
    return isinstance(final, cst.Raise) or final is not None and ends_program(run, final)


def ends_program(run: Run, node: cst.CSTNode) -> bool:
    """Whether nothing comes behind a statement: ``sys.exit(1)``, or ``quit()`` where that is Python's own."""
    match node:
        case cst.Expr(value=cst.Call(func=cst.Attribute(value=cst.Name("sys"), attr=cst.Name("exit")))):
            return True
        case cst.Expr(value=cst.Call(func=cst.Name("exit" | "quit" as text))):
            return run.env.lookup(text) is None
    return False


def _names(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Name):
        yield node.value
    if isinstance(node, cst.Attribute):
        yield cst.helpers.get_full_name_for_node(node) or ""
    for child in syntax.children(node):
        yield from _names(child)
