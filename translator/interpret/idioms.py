"""Idioms of several statements that become one: the loop that reads the files of a folder.

    frames = []
    for path in sorted(glob.glob(pattern)):
        frames.append(pd.read_csv(path))
    data = pd.concat(frames, ignore_index=True)

is one read of all files, in the order of the sorted names; so is the comprehension of reads within
``pd.concat``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeVar

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission import emit, layout
from translator.emission.emit import Code, fields, literal, name_of, parity
from translator.evidence import at_hand
from translator.frames.values import LOST, Const, Frame, Module, Value
from translator.interpret import application, expressions, statements
from translator.interpret.run import CellState, Run

Looked = TypeVar("Looked")


@dataclass(frozen=True)
class Reads:
    """One read of each of several files: their paths, the files at hand, the call for one of them."""

    paths: cst.BaseExpression
    files: Sequence[str]
    read: cst.Call
    numbered_anew: bool
    options: Sequence[cst.Arg]


@dataclass(frozen=True)
class ReadLoop:
    """The parts of the idiom as they stand in the source."""

    start: cst.SimpleStatementLine
    loop: cst.For
    reads: Reads
    concat: cst.Assign
    target: str


def read_loop(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate the idiom if it starts at this statement; True when its three statements are done."""
    found = _match(run, body, position)
    if found is None or run.pandas_only:
        return False
    run.statement, run.statement_place = found.concat, run.place(found.concat)
    if current().is_demanded("local", run.statement_place):
        return False
    site = CallSite(run.origin(found.concat.value), "pandas.concat", run.original(found.concat.value))
    with run.context.at(site):
        try:
            frame = _all_files(run, found.reads, site)
        except Decline as decline:
            read = found.reads.read
            run.diagnose(read, decline.code, f"pandas.read_csv: {decline.message}", decline.hint, "pandas.read_csv")
            return False
    _write(run, found, frame)
    _record(run, found.reads, found.concat.value, site)
    statements.bind_variable(run, found.target, frame)
    return True


def read_comprehension(run: Run, node: cst.Call) -> Frame | None:
    """``pd.concat([pd.read_csv(p) for p in paths])``: one read of all files, or None."""
    if not node.args or run.pandas_only:
        return None
    fresh_index = numbered_anew(node)
    reads = None if fresh_index is None else _each_read(run, node.args[0].value, fresh_index)
    if reads is None:
        return None
    site = CallSite(run.origin(node), "pandas.concat", run.original(node))
    with run.context.at(site):
        try:
            frame = _all_files(run, reads, site)
        except Decline as decline:
            run.diagnose(node, decline.code, f"pandas.concat: {decline.message}", decline.hint, "pandas.concat")
            return None
    _record(run, reads, node, site)
    return frame


def _each_read(run: Run, frames: cst.BaseExpression, fresh_index: bool) -> Reads | None:
    """``[pd.read_csv(p) for p in paths]`` or ``map(pd.read_csv, paths)``, within ``list`` or not."""
    match frames:
        case cst.Call(func=cst.Name("list"), args=[cst.Arg(value=inner, keyword=None)]):
            return _each_read(run, inner, fresh_index)
        case cst.Call(func=cst.Name("map"), args=[cst.Arg(value=read), cst.Arg(value=paths)]) as mapped:
            if run.env.lookup("map") is not None or not _is_function(run, read, "pandas.read_csv"):
                return None
            files = _files(run, paths)
            return None if files is None else Reads(paths, files, mapped, fresh_index, ())
        case cst.ListComp() | cst.GeneratorExp() as each:
            clause = each.for_in
            if clause.ifs or clause.inner_for_in is not None or not isinstance(clause.target, cst.Name):
                return None
            if not isinstance(each.elt, cst.Call) or not _reads(run, each.elt, clause.target.value):
                return None
            files = _files(run, clause.iter)
            return None if files is None else Reads(clause.iter, files, each.elt, fresh_index, each.elt.args[1:])
    return None


def _record(run: Run, reads: Reads, concat: cst.BaseExpression, site: CallSite) -> None:
    for node, api in ((reads.read, "pandas.read_csv"), (concat, "pandas.concat")):
        run.record(node, api, "helper", site)
    glob = _glob(run, reads.paths)
    if glob is not None:
        run.record(glob, "glob.glob" if _is_function(run, glob.func, "glob.glob") else "pathlib.Path.glob", "local")


def _match(run: Run, body: Sequence[cst.CSTNode], position: int) -> ReadLoop | None:
    match body[position : position + 3]:
        case [
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(collected))],
                                                     value=cst.List(elements=[]))]) as start,
            cst.For(target=cst.Name(variable), iter=paths, orelse=None, body=cst.IndentedBlock() as block) as loop,
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(target))],
                                                     value=cst.Call() as joined) as concat]),
        ]:  # fmt: skip
            pass
        case _:
            return None
    read = _appended(run, block.body, collected)
    first = joined.args[0].value if joined.args else None
    if not _is_function(run, joined.func, "pandas.concat") or not isinstance(first, cst.Name):
        return None
    fresh_index = numbered_anew(joined)
    if read is None or first.value != collected or fresh_index is None or not _reads(run, read, variable):
        return None
    if uses(run, collected) != 3 or uses(run, variable) != 2:
        return None
    files = _files(run, paths)
    reads = None if files is None else Reads(paths, files, read, fresh_index, read.args[1:])
    return None if reads is None else ReadLoop(start, loop, reads, concat, target)


def _appended(run: Run, body: Sequence[cst.BaseStatement], collected: str) -> cst.Call | None:
    """The call whose result a loop's body appends to a list, at once or under a name that serves for nothing else."""
    match body:
        case [cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call() as append)])]:
            named = None
        case [
            cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(held))],
                                                     value=cst.Call() as named)]),
            cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call() as append)]),
        ] if uses(run, held) == 2:  # fmt: skip
            pass
        case _:
            return None
    match append:
        case cst.Call(func=cst.Attribute(value=cst.Name(target), attr=cst.Name("append")), args=[cst.Arg(value=value)]):
            if target != collected:
                return None
        case _:
            return None
    if named is None:
        return value if isinstance(value, cst.Call) else None
    return named if isinstance(value, cst.Name) and value.value == held else None


def _reads(run: Run, read: cst.Call, variable: str) -> bool:
    """Whether the call is ``pd.read_csv(variable, ...)``."""
    first = read.args[0].value if read.args else None
    return isinstance(first, cst.Name) and first.value == variable and _is_function(run, read.func, "pandas.read_csv")


def _files(run: Run, paths: cst.BaseExpression) -> Sequence[str] | None:
    """The files at hand that an expression names: a known list, or what a pattern matches."""
    glob = _glob(run, paths)
    if glob is not None:
        pattern = _pattern(run, glob)
        return None if pattern is None else current().matching(pattern)
    if not isinstance(paths, (cst.Name, cst.List)):
        return None
    value = expressions.evaluate(run, paths)
    items = value.value if isinstance(value, Const) else None
    if isinstance(items, (list, tuple)) and items and all(isinstance(i, (str, PurePath)) for i in items):
        return [str(item) for item in items]
    return _files_of_definition(run, paths.value) if isinstance(paths, cst.Name) else None


def _glob(run: Run, paths: cst.BaseExpression) -> cst.Call | None:
    """The call of ``glob.glob(pattern)`` or ``folder.glob(pattern)``, within ``sorted`` or not."""
    if not isinstance(paths, cst.Call) or len(paths.args) != 1:
        return None
    if isinstance(paths.func, cst.Name) and paths.func.value == "sorted":
        return _glob(run, paths.args[0].value)
    if isinstance(paths.func, cst.Attribute) and paths.func.attr.value == "glob":
        return paths
    return paths if _is_function(run, paths.func, "glob.glob") else None


def _pattern(run: Run, glob: cst.Call) -> str | None:
    """The pattern of such a call, if it is known."""
    pattern = expressions.evaluate(run, glob.args[0].value)
    if not isinstance(pattern, Const) or not isinstance(pattern.value, (str, PurePath)):
        return None
    if _is_function(run, glob.func, "glob.glob"):
        return str(pattern.value)
    folder = expressions.evaluate(run, glob.func.value) if isinstance(glob.func, cst.Attribute) else None
    known = isinstance(folder, Const) and isinstance(folder.value, PurePath)
    return str(folder.value / pattern.value) if isinstance(folder, Const) and known else None


def _files_of_definition(run: Run, text: str) -> Sequence[str] | None:
    """The files at hand that the only assignment to a name tells.

    The list is read at run time all the same; the files at hand only tell the columns.
    """
    found = _definition(run, text)
    return None if found is None else _within(run, found[0], lambda: _files(run, found[1]))


def _definition(run: Run, text: str) -> tuple[CellState, cst.Call] | None:
    """The call whose result a name gets by its only assignment, and where it stands."""
    found = [
        (cell, value) for cell in run.cells
        for value in cell.source.once(_assigned_values, cell.source.module).get(text, ())
    ]  # fmt: skip
    if len(found) != 1 or not isinstance(found[0][1], cst.Call):
        return None
    return found[0][0], found[0][1]


def _assigned_values(module: cst.CSTNode) -> dict[str, list[cst.BaseExpression]]:
    """By name, the values of its plain assignments."""
    found: dict[str, list[cst.BaseExpression]] = {}
    stack = [module]
    while stack:
        node = stack.pop()
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(target))], value=value):
                found.setdefault(target, []).append(value)
        stack.extend(syntax.children(node))
    return found


def _within(run: Run, cell: CellState, look: Callable[[], Looked]) -> Looked:
    """What is found where code of another cell is looked at."""
    with run.scoped(cell=cell):
        return look()


def _is_function(run: Run, node: cst.BaseExpression, qualified: str) -> bool:
    if not _is_dotted(node):  # nothing that a call gives, which would be evaluated again
        return False
    value = expressions.evaluate(run, node)
    return isinstance(value, Module) and value.name == qualified


def _is_dotted(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Name) or isinstance(node, cst.Attribute) and _is_dotted(node.value)


def numbered_anew(concat: cst.Call) -> bool | None:
    """Whether ``pd.concat(...)`` is given ``ignore_index=True``; None if it is given anything else."""
    match concat.args[1:]:
        case []:
            return False
        case [cst.Arg(keyword=cst.Name("ignore_index"), value=cst.Name("True" | "False" as truth))]:
            return truth == "True"
    return None


def uses(run: Run, text: str) -> int:
    """How often a name stands in the whole program; attributes and keywords are no names."""
    return sum(cell.source.once(_counted, cell.source.module)[text] for cell in run.cells)


def uses_below(node: cst.CSTNode, text: str) -> int:
    """How often a name stands below a node."""
    return _counted(node)[text]


def _counted(node: cst.CSTNode) -> Counter[str]:
    return Counter(_names(node))


def names_of(node: cst.CSTNode) -> set[str]:
    """The names below a node."""
    return set(_names(node))


def _names(node: cst.CSTNode) -> Iterator[str]:
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, cst.Name):
            yield item.value
        if isinstance(item, (cst.Attribute, cst.Arg)):
            stack.append(item.value)
        else:
            stack.extend(syntax.children(item))


def _all_files(run: Run, found: Reads, site: CallSite) -> Frame:
    """The frame of all files; every file at hand must have the same columns and types.

    Raises:
        Decline: when there is no file at hand, or they differ.
    """
    if not found.files:
        raise Decline("none of the files is at hand", code="T201")
    if not found.numbered_anew and site.wants_labels:
        raise Decline("the labels of the files repeat", "pass ignore_index=True", code="T316")
    options: dict[str, Value] = {
        a.keyword.value: expressions.evaluate(run, a.value) for a in found.options if a.keyword is not None
    }
    if len(options) != len(found.options):
        raise Decline("options of the read are not named", code="T310")
    if "nrows" in options:
        raise Decline("only some rows of each file are read", code="T310")
    frames = [_one_file(file, options, site) for file in found.files]
    widened = _floats(frames)
    if widened and "dtype" not in options:
        options["dtype"] = Const(literal(widened), widened)
        frames = [_one_file(file, options, site) for file in found.files]
    first = frames[0]
    shapes = {tuple((c, f.dtype) for c, f in frame.physical.items()) for frame in frames}
    codes = [_one_read(run, found, frame.code) for frame in frames]
    if len(shapes) != 1 or first.index.levels and not first.index.is_default:
        raise Decline("the files differ in columns or types", code="T202")
    if len({layout.flat(code) for code in codes}) != 1:
        raise Decline("the files are not written in the same way", code="T202")
    nullable = {c for frame in frames for c, f in frame.fields.items() if f.nullable}
    missing = {c for frame in frames for c, f in frame.fields.items() if f.missing is not False}
    merged = {c: replace(f, nullable=c in nullable, missing=c in missing or False) for c, f in first.fields.items()}
    index = first.index if found.numbered_anew else LOST
    together = replace(first, code=codes[0], fields=merged, index=index)
    at_hand.concatenated(together, frames, found.numbered_anew)
    return together


def _one_file(file: str, options: dict[str, Value], site: CallSite) -> Frame:
    frame = application.apply("pandas.read_csv", [Const(literal(file), file)], options, site)
    assert isinstance(frame, Frame)
    return frame


def _floats(frames: Sequence[Frame]) -> dict[str, str]:
    """Columns that are whole numbers in some files and floats in others: floats once they are together."""
    dtypes = {c: {frame.fields[c].dtype for frame in frames if c in frame.fields} for c in frames[0].fields}
    return {c: "float64" for c, found in dtypes.items() if found == {"int64", "float64"}}


def _one_read(run: Run, found: Reads, code: Code) -> Code:
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


