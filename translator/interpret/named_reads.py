"""A file without a header whose columns are named by the next statement.

    df = pd.read_csv(path, header=None)
    df.columns = ["a", "b"]

is one read with ``names=["a", "b"]``; numbers, which the columns have in between, are no names in
Spark.
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.frames.values import Const, Frame, Module, Value
from translator.interpret import application, expressions, statements
from translator.interpret.run import Run

READERS = ("pandas.read_csv", "pandas.read_table")


def named_read(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate the idiom if it starts at this statement; True when its two statements are done."""
    match body[position : position + 2]:
        case [
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(target))],
                                                     value=cst.Call() as read) as assign]),
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute(
                value=cst.Name(renamed), attr=cst.Name("columns")) as attribute)], value=names)]) as renaming,
        ] if renamed == target and not run.pandas_only:  # fmt: skip
            pass
        case _:
            return False
    if not any(arg.keyword is not None and arg.keyword.value == "header" for arg in read.args):
        return False
    function = expressions.evaluate(run, read.func)
    options = {a.keyword.value: expressions.evaluate(run, a.value) for a in read.args if a.keyword is not None}
    places = [expressions.evaluate(run, a.value) for a in read.args if a.keyword is None and not a.star]
    header, labels = options.get("header"), expressions.evaluate(run, names)
    unnamed = isinstance(header, Const) and header.value is None and not {"names", "usecols", "index_col"} & set(options)
    whole = len(places) + len(options) == len(read.args) and len(places) <= 1
    if not isinstance(function, Module) or function.name not in READERS or not unnamed or not whole:
        return False
    if not isinstance(labels, Const) or not all(isinstance(label, str) for label in labels.value):
        return False
    return _read(run, assign, attribute, renaming, function.name, places, {**options, "names": labels}, target)


def _read(
    run: Run, assign: cst.Assign, attribute: cst.Attribute, renaming: cst.SimpleStatementLine, key: str,
    places: list[Value], options: dict[str, Value], target: str,
) -> bool:  # fmt: skip
    run.statement, run.statement_place = assign, run.place(assign)
    if current().is_demanded("local", run.statement_place):
        return False
    site = CallSite(run.origin(assign.value), key, run.original(assign.value))
    with run.context.at(site):
        try:
            frame = application.apply(key, places, options, site)
        except Decline:
            return False  # said again where the call itself is translated
    assert isinstance(frame, Frame)
    source = run.cell.source
    start, end = source.span(renaming.body[0])
    line = source.text.rfind("\n", 0, start) + 1
    following = source.text.find("\n", end) + 1 or len(source.text)
    run.replace_node(assign.value, frame.code, before=len(target) + 3)
    run.edit(line, following, "")
    run.record(assign.value, key, "helper", site)
    run.record(attribute, "DataFrame.columns", "native", site)
    statements.bind_variable(run, target, frame)
    return True
