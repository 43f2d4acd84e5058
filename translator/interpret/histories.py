"""The idiom that extends a pickle: what lies there is read, the new rows follow, and all is written anew.

    if os.path.exists("history.pkl"):
        old = pd.read_pickle("history.pkl")
        new = pd.concat([old, new], ignore_index=True)
    new.to_pickle("history.pkl")

appends to a table, which is made by the first run; with ``drop_duplicates(keys, keep="last")`` in the branch
the new rows take the place of old ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

import libcst as cst

from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import Code, needs, parity, spark
from translator.frames.demanded import ordered, with_labels
from translator.frames.dtypes import CATEGORICAL
from translator.frames.fields import Field, fresh, nones
from translator.frames.values import ROW, ROW_INDEX, ROW_ORDER, Const, Frame, Module
from translator.inputs import tables
from translator.inputs.places import PICKLED, likely_path, locate
from translator.interpret import expressions, idioms, statements
from translator.interpret.run import Run

LOOKING = ("os.path.exists", "os.path.isfile")


@dataclass(frozen=True)
class Extension:
    """The parts of the idiom as they stand in the source.

    Attributes:
        path: the path of the pickle, as the condition has it.
        new: the variable with the new rows.
        whole: the variable that holds all rows afterwards.
        keys: the columns of ``drop_duplicates``, if there is one.
    """

    branch: cst.If
    write: cst.SimpleStatementLine
    call: cst.Call
    path: cst.BaseExpression
    read: cst.Call
    concat: cst.Call
    new: cst.Name
    whole: str
    keys: cst.BaseExpression | None


def extension(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate the idiom if it starts at this statement; True when its two statements are done."""
    found = _match(run, body, position)
    if found is None or run.pandas_only:
        return False
    run.statement, run.statement_place = found.write, run.place(found.write)
    if current().is_demanded("local", run.statement_place):
        return False
    call = found.call
    site = CallSite(run.origin(call), "DataFrame.to_pickle", run.original(call))
    with run.context.at(site):
        try:
            code, frame = _extended(run, found)
        except Decline as decline:
            run.diagnose(call, decline.code, f"DataFrame.to_pickle: {decline.message}", decline.hint, "DataFrame.to_pickle")
            return False
    _write(run, found, code, frame)
    parts = ((found.branch.test, "os.path.exists"), (found.read, "pandas.read_pickle"), (found.concat, "pandas.concat"))
    for node, api in (*parts, (call, "DataFrame.to_pickle")):
        run.record(node, api, "helper", site)
    statements.bind_variable(run, found.whole, frame)
    return True


def _extended(run: Run, found: Extension) -> tuple[Code, Frame]:
    """Code that extends the table, and the frame that is in it then."""
    path = likely_path(expressions.evaluate(run, found.path))
    new = expressions.evaluate(run, found.new)
    keys = None if found.keys is None else expressions.evaluate(run, found.keys)
    if not isinstance(new, Frame):
        raise Decline("the new rows are in pandas", code="T316")
    text, key = str(path), current().key(str(path))
    tables.require_table(text)
    names = _keys(keys, new)
    new = ordered(with_labels(new, "an extended table"), "an extended table")
    if new.order != ROW_ORDER or [level.column for level in new.index.levels] != [ROW]:
        raise Decline("the new rows are sorted, or labelled by other than numbers", "reset_index(drop=True)", code="T316")
    place = tables.location_of(text)
    fields = _fields(text, new)
    current().changes(key)
    current().reads(text)
    tables.note_table(text)
    current().inputs[place] = current().outputs[place] = "delta"
    options = {"keys": names} if names else {}
    rows = new.code if set(new.hidden) == {ROW} else new.code.select(ROW, *new.fields)
    code = parity.append_rows(rows, place, ROW, **options, instead_of=run.original(found.path))
    whole = Frame(
        spark.read.format("delta").load(place), fields=fields, hidden={ROW: Field("int64", False)}, index=ROW_INDEX,
        order=ROW_ORDER, rows=(fresh(),),
    )  # fmt: skip
    current().files[key] = whole
    return code, whole


def _keys(keys: object, new: Frame) -> list[str]:
    if keys is None:
        return []
    value = keys.value if isinstance(keys, Const) else None
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, (list, tuple)) or not names or not all(name in new.fields for name in names):
        raise Decline("the columns that tell rows apart are not known", code="T311")
    return list(names)


def _fields(path: str, new: Frame) -> dict[str, Field]:
    """Facts of old and new rows together, which have to be of the same columns and types.

    Raises:
        Decline: T202 where they are not.
    """
    before = current().files.get(current().key(path))
    old = tables.converted(path) if before is None and tables.place_of(path) is not None else None
    if before is not None and not isinstance(before, Frame):
        raise Decline("the program writes this pickle in another way as well", code="T205")
    for label, fact in new.fields.items():
        if any(sign in label for sign in " ,;{}()\n\t=") or fact.dtype in CATEGORICAL | {"timedelta", "null", "list"}:
            raise Decline(f"a table does not hold column {label!r} as pandas has it", code="T202")
    if old is None and before is None:
        if locate(path) is not None:
            hint = "convert it with a layout, see 'translate data layout'"
            raise Decline(f"{path!r} is there, and not converted to a table yet", hint, code="T201")
        return {c: Field(f.dtype, f.nullable, none=f.none, missing=None) for c, f in new.fields.items()}
    known = before if old is None else old
    assert known is not None
    fields, others = known.fields, known.hidden if isinstance(known, Frame) else known.levels
    types = [[(c, f.dtype) for c, f in found.items()] for found in (fields, new.fields)]
    if set(others) - {ROW} or old is not None and old.renames or types[0] != types[1]:
        raise Decline("the pickle has other columns or types than the new rows", code="T202")
    pairs = {c: (fields[c], f) for c, f in new.fields.items()}
    return {c: Field(b.dtype, a.nullable or b.nullable, none=nones([a, b]), missing=None) for c, (a, b) in pairs.items()}


def _write(run: Run, found: Extension, code: Code, frame: Frame) -> None:
    source = run.cell.source
    start, end = source.span(found.branch)[0], source.span(found.write)[1]
    indent = source.indent_of(start)
    comments = [line.strip() for line in source.text[start:end].split("\n") if line.strip().startswith("#")]
    loaded = f"{found.whole} = " + layout.render(frame.code, indent, len(found.whole) + 3)
    lines = [*comments, layout.render(code, indent, 0), loaded]
    run.edit(start, end, f"\n{' ' * indent}".join(lines), needs(code) | needs(frame.code))


# --- the parts in the source -----------------------------------------------------------------------------


def _match(run: Run, body: Sequence[cst.CSTNode], position: int) -> Extension | None:
    match body[position : position + 2]:
        case [cst.If(body=cst.IndentedBlock() as block) as branch, cst.SimpleStatementLine(body=[cst.Expr(
                value=cst.Call(func=cst.Attribute(value=cst.Name(written), attr=cst.Name("to_pickle"))) as call)]) as write]:
            pass
        case _:
            return None
    path = _looked_for(run, branch.test)
    if path is None or len(call.args) != 1 or call.args[0].keyword is not None or not _same(run, call.args[0].value, path):
        return None
    statements_ = _assigned(block)
    if statements_ is None:
        return None
    read, old = None, None
    if len(statements_) == 2:
        old, first = statements_[0]
        read = first if isinstance(first, cst.Call) else None
        if idioms.uses(run, old) != 2:
            return None
    whole, value = statements_[-1]
    value, keys = _without_copies(value)
    concat = value if isinstance(value, cst.Call) else None
    parts = _concatenated(run, concat)
    if concat is None or parts is None or whole != written:
        return None
    before, new = parts
    if isinstance(before, cst.Call) and read is None:
        read = before
    elif not (isinstance(before, cst.Name) and before.value == old):
        return None
    if read is None or not _reads(run, read, path) or not isinstance(new, cst.Name):
        return None
    if not _other_branch(branch, whole, new.value):
        return None
    return Extension(branch, write, call, path, read, concat, new, whole, keys)


def _assigned(block: cst.IndentedBlock) -> list[tuple[str, cst.BaseExpression]] | None:
    """One or two statements that each give a value to a name."""
    found = []
    for line in block.body:
        match line:
            case cst.SimpleStatementLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(name))], value=value)]):
                found.append((name, value))
            case _:
                return None
    return found if 1 <= len(found) <= 2 else None


def _other_branch(branch: cst.If, whole: str, new: str) -> bool:
    """Whether all rows are the new ones where there are no others: ``else: whole = new``, or one variable holds both."""
    match branch.orelse:
        case None:
            return whole == new
        case cst.Else(body=cst.IndentedBlock(body=[cst.SimpleStatementLine(body=[cst.Assign(
                targets=[cst.AssignTarget(target=cst.Name(name))], value=value)])])):  # fmt: skip
            return name == whole and _copied(value) == new
    return False


def _copied(value: cst.BaseExpression) -> str:
    match value:
        case cst.Name(name) | cst.Call(func=cst.Attribute(value=cst.Name(name), attr=cst.Name("copy")), args=[]):
            return name
    return ""


def _looked_for(run: Run, test: cst.BaseExpression) -> cst.BaseExpression | None:
    """The path in ``os.path.exists(path)`` or ``path.exists()``."""
    match test:
        case cst.Call(func=cst.Attribute(value=path, attr=cst.Name("exists" | "is_file")), args=[]):
            is_path = isinstance(likely_path(expressions.evaluate(run, path)), PurePath)
            return path if is_path and _is_pickle(run, path) else None
        case cst.Call(func=function, args=[cst.Arg(value=path, keyword=None)]):
            known = expressions.evaluate(run, function) if isinstance(function, (cst.Attribute, cst.Name)) else None
            return path if isinstance(known, Module) and known.name in LOOKING and _is_pickle(run, path) else None
    return None


def _is_pickle(run: Run, node: cst.BaseExpression) -> bool:
    path = expressions.evaluate(run, node)
    return isinstance(path, Const) and PICKLED.search(str(path.value)) is not None


def _same(run: Run, node: cst.BaseExpression, other: cst.BaseExpression) -> bool:
    paths = [likely_path(expressions.evaluate(run, one)) for one in (node, other)]
    return None not in paths and current().key(str(paths[0])) == current().key(str(paths[1]))


def _reads(run: Run, read: cst.Call, path: cst.BaseExpression) -> bool:
    known = expressions.evaluate(run, read.func) if isinstance(read.func, (cst.Attribute, cst.Name)) else None
    is_read = isinstance(known, Module) and known.name == "pandas.read_pickle"
    return is_read and len(read.args) == 1 and read.args[0].keyword is None and _same(run, read.args[0].value, path)


def _concatenated(run: Run, call: cst.Call | None) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """Old and new rows in ``pd.concat([old, new], ignore_index=True)``."""
    if call is None or not isinstance(call.func, (cst.Attribute, cst.Name)) or not call.args:
        return None
    known = expressions.evaluate(run, call.func)
    if not isinstance(known, Module) or known.name != "pandas.concat" or not idioms.numbered_anew(call):
        return None
    match call.args[0].value:
        case cst.List(elements=[cst.Element(value=old), cst.Element(value=new)]):
            return old, new
    return None


def _without_copies(value: cst.BaseExpression) -> tuple[cst.BaseExpression, cst.BaseExpression | None]:
    """The rows, and the columns by which ``.drop_duplicates(keys, keep="last", ignore_index=True)`` tells them apart."""
    match value:
        case cst.Call(func=cst.Attribute(value=cst.Call(func=cst.Attribute(attr=cst.Name("drop_duplicates"))) as dropped,
                                         attr=cst.Name("reset_index")), args=[cst.Arg(keyword=cst.Name("drop"),
                                         value=cst.Name("True"))]):  # fmt: skip
            inner, keys, renumbered = _dropped(dropped)
            return (inner, keys) if keys is not None and not renumbered else (value, None)
        case cst.Call(func=cst.Attribute(attr=cst.Name("drop_duplicates"))):
            inner, keys, renumbered = _dropped(value)
            return (inner, keys) if keys is not None and renumbered else (value, None)
    return value, None


def _dropped(call: cst.Call) -> tuple[cst.BaseExpression, cst.BaseExpression | None, bool]:
    options = {arg.keyword.value if arg.keyword is not None else "subset": arg.value for arg in call.args}
    assert isinstance(call.func, cst.Attribute)
    keep, ignored = options.get("keep"), options.get("ignore_index")
    last = isinstance(keep, cst.SimpleString) and keep.evaluated_value == "last"
    renumbered = isinstance(ignored, cst.Name) and ignored.value == "True"
    known = set(options) <= {"subset", "keep", "ignore_index"} and len(options) == len(call.args)
    return call.func.value, options.get("subset") if last and known else None, renumbered
