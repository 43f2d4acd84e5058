"""Idioms of several statements that become one: the loop that reads the files of a folder.

    frames = []
    for path in sorted(glob.glob(pattern)):
        frames.append(pd.read_csv(path))
    data = pd.concat(frames, ignore_index=True)

is one read of all files, in the order of the sorted names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import libcst as cst

from translator import emit
from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.emit import Code, fields, literal, name_of, parity
from translator.interpret import application, expressions, statements
from translator.interpret.run import Run
from translator.values import Const, Frame, Module, Value


@dataclass(frozen=True)
class ReadLoop:
    """The parts of the idiom as they stand in the source."""

    start: cst.SimpleStatementLine
    loop: cst.For
    paths: cst.BaseExpression
    pattern: cst.BaseExpression
    read: cst.Call
    concat: cst.Assign
    target: str
    collected: str


def read_loop(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate the idiom if it starts at this statement; True when its three statements are done."""
    found = _match(run, body, position)
    if found is None or run.pandas_only:
        return False
    run.statement, run.statement_place = found.concat, run.place(found.concat)
    if current().is_demanded("local", run.statement_place):
        return False
    site = CallSite(run.place(found.concat.value), "pandas.concat", run.original(found.concat.value))
    run.context.sites.append(site)
    try:
        frame = _all_files(run, found, site)
    except Decline as decline:
        run.diagnose(found.read, decline.code, f"pandas.read_csv: {decline.message}", decline.hint, "pandas.read_csv")
        return False
    finally:
        run.context.sites.pop()
    _write(run, found, frame)
    for node, api in ((found.read, "pandas.read_csv"), (found.concat.value, "pandas.concat")):
        run.record(node, api, "helper", site)
    run.record(found.pattern, "glob.glob", "local")
    statements.bind_variable(run, found.target, frame)
    return True


def _match(run: Run, body: Sequence[cst.CSTNode], position: int) -> ReadLoop | None:
    match body[position : position + 3]:
        case [
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(collected))],
                                                     value=cst.List(elements=[]))]) as start,
            cst.For(target=cst.Name(variable), iter=cst.Call() as paths, orelse=None,
                    body=cst.IndentedBlock(body=[cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call(
                        func=cst.Attribute(value=cst.Name(appended), attr=cst.Name("append")),
                        args=[cst.Arg(value=cst.Call() as read)]))])])) as loop,
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(target))],
                                                     value=cst.Call() as joined) as concat]),
        ] if appended == collected:  # fmt: skip
            pass
        case _:
            return None
    pattern = _sorted_glob(run, paths)
    reads = read.args and isinstance(read.args[0].value, cst.Name) and read.args[0].value.value == variable
    if pattern is None or not reads or not _is_function(run, read.func, "pandas.read_csv"):
        return None
    if not _joins_all(run, joined, collected) or _uses(run, collected) != 3 or _uses(run, variable) != 2:
        return None
    return ReadLoop(start, loop, paths, pattern, read, concat, target, collected)


def _sorted_glob(run: Run, paths: cst.Call) -> cst.BaseExpression | None:
    """The pattern of ``sorted(glob.glob(pattern))``."""
    if not isinstance(paths.func, cst.Name) or paths.func.value != "sorted" or len(paths.args) != 1:
        return None
    inner = paths.args[0].value
    if isinstance(inner, cst.Call) and len(inner.args) == 1 and _is_function(run, inner.func, "glob.glob"):
        return inner.args[0].value
    return None


def _is_function(run: Run, node: cst.BaseExpression, qualified: str) -> bool:
    value = expressions.evaluate(run, node)
    return isinstance(value, Module) and value.name == qualified


def _joins_all(run: Run, joined: cst.Call, collected: str) -> bool:
    """Whether the call is ``pd.concat(collected, ignore_index=True)``."""
    if not _is_function(run, joined.func, "pandas.concat") or len(joined.args) != 2:
        return False
    first, second = joined.args
    fresh_index = second.keyword is not None and second.keyword.value == "ignore_index"
    truth = isinstance(second.value, cst.Name) and second.value.value == "True"
    return isinstance(first.value, cst.Name) and first.value.value == collected and fresh_index and truth


def _uses(run: Run, text: str) -> int:
    """How often a name stands in the whole program."""
    count = 0
    stack: list[cst.CSTNode] = [cell.source.module for cell in run.cells]
    while stack:
        node = stack.pop()
        count += isinstance(node, cst.Name) and node.value == text
        if isinstance(node, (cst.Attribute, cst.Arg)):
            stack.append(node.value)
        else:
            stack.extend(node.children)
    return count


def _all_files(run: Run, found: ReadLoop, site: CallSite) -> Frame:
    """The frame of all files; every file at hand must have the same columns and types.

    Raises:
        Decline: when there is no file at hand, or they differ.
    """
    pattern = expressions.evaluate(run, found.pattern)
    if not isinstance(pattern, Const) or not isinstance(pattern.value, str):
        raise Decline("the pattern of the files is not known", code="T203")
    files = current().matching(pattern.value)
    if not files:
        raise Decline(f"no file at hand matches {pattern.value!r}", code="T201")
    options: dict[str, Value] = {
        a.keyword.value: expressions.evaluate(run, a.value) for a in found.read.args[1:] if a.keyword is not None
    }
    if len(options) != len(found.read.args) - 1:
        raise Decline("options of the read are not named", code="T310")
    frames = []
    for file in files:
        frame = application.apply("pandas.read_csv", [Const(literal(file), file)], options, site)
        assert isinstance(frame, Frame)
        frames.append(frame)
    first = frames[0]
    shapes = {tuple((c, f.dtype) for c, f in frame.physical.items()) for frame in frames}
    if len(shapes) != 1 or first.index.levels and not first.index.is_default:
        raise Decline("the files differ in columns or types", code="T202")
    nullable = {c for frame in frames for c, f in frame.fields.items() if f.nullable}
    missing = {c for frame in frames for c, f in frame.fields.items() if f.missing is not False}
    merged = {c: replace(f, nullable=c in nullable, missing=c in missing or False) for c, f in first.fields.items()}
    return replace(first, code=_one_read(run, found, first.code), fields=merged)


def _one_read(run: Run, found: ReadLoop, code: Code) -> Code:
    """``read_csv_files(sorted(glob.glob(...)), schema, ...)`` from the read of one file."""
    if not isinstance(code, emit.Call) or name_of(fields(code)[0]) != "read_csv":
        raise Decline("the read needs more than one call", code="T310")
    _, arguments = fields(code)
    return emit.Call(parity.read_csv_files, (emit.Argument(run.original(found.paths)), *arguments[1:]))


def _write(run: Run, found: ReadLoop, frame: Frame) -> None:
    source = run.cell.source
    start = source.span(found.start)[0]
    end = source.span(found.loop.body.body[-1])[1]
    following = source.text.index("\n", end) + 1 if "\n" in source.text[end:] else end
    while source.text[following : following + 1] == "\n":
        following += 1
    run.edit(start, following, "")
    run.replace_node(found.concat.value, frame.code, before=len(found.target) + 3)


