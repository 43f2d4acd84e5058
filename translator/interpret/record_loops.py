"""Loops that append one record for each row or group, and the frame that is made of them.

    rows = []                                           stats = df.groupBy("k").agg(
    for k, part in df.groupby("k"):                         F.count("*").alias("n"), F.avg("v").alias("mean")
        rows.append({"k": k, "n": len(part),            )
                     "mean": part["v"].mean()})
    stats = pd.DataFrame(rows)

Records are dicts with the same keys, or lists whose columns ``pd.DataFrame(rows, columns=[...])`` names. The loop may
go over ``iterrows()``, ``itertuples()`` and ``to_dict("records")``, over groups, or over the values of a column
(``for k in df["k"].unique():``) where it begins with the choice of their rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import libcst as cst

from translator import cellwise
from translator.context import CallSite, current
from translator.diagnostics import Decline
from translator.documents import syntax
from translator.emission.emit import Display, literal, name
from translator.evidence import at_hand
from translator.frames.columns import has_missing
from translator.frames.delegation import by_rule
from translator.frames.rows import filtered, frame_of
from translator.frames.values import Column, Const, Elements, Frame, Function, Grouped, Module, Scalar, Value
from translator.interpret import expressions, liveness, row_loops
from translator.interpret.environment import Env
from translator.interpret.run import Run

Record = Mapping[str, cst.BaseExpression]
SmallLine = cst.SimpleStatementLine


@dataclass(frozen=True)
class Built:
    """The parts of the idiom as they stand in the source.

    Attributes:
        made: the name of the list.
        call: ``pd.DataFrame(made)``.
        columns: the labels where the records are lists.
        bound_anew: the name of the list is that of the frame from then on.
    """

    start: SmallLine
    loop: cst.For
    made: str
    call: cst.Call
    columns: tuple[str, ...] | None
    bound_anew: bool

    def record(self, statement: cst.CSTNode) -> Record | None:
        """The record that a statement appends, by column; None for any other statement."""
        match statement:
            case cst.Expr(value=cst.Call(func=cst.Attribute(value=cst.Name(text), attr=cst.Name("append")),
                                         args=[cst.Arg(keyword=None, star="", value=value)])) if text == self.made:  # fmt: skip
                pass
            case _:
                return None
        if isinstance(value, cst.Dict) and self.columns is None:
            entries = [e for e in value.elements if isinstance(e, cst.DictElement) and isinstance(e.key, cst.SimpleString)]
            found = {str(e.key.evaluated_value): e.value for e in entries if isinstance(e.key, cst.SimpleString)}
            return found if len(found) == len(value.elements) else None
        if isinstance(value, (cst.List, cst.Tuple)) and self.columns is not None:
            parts = [e.value for e in value.elements if isinstance(e, cst.Element)]
            return dict(zip(self.columns, parts, strict=True)) if len(parts) == len(self.columns) else None
        return None

    def labels(self) -> list[str]:
        """The columns, which all records have in the same order.

        Raises:
            Decline: where they differ, or something else is done with the list.
        """
        records = [self.record(node) for node in syntax.walk(self.loop.body) if _mentions(node, self.made)]
        found = {tuple(record) for record in records if record is not None}
        if len(found) != 1 or None in records or not min(found):
            raise Decline("the loop does not append records of the same columns", code="T310")
        return list(found.pop())


def _mentions(node: cst.CSTNode, text: str) -> bool:
    """Whether a small statement names the list."""
    return isinstance(node, cst.BaseSmallStatement) and any(
        isinstance(item, cst.Name) and item.value == text for item in syntax.walk(node)
    )


def built(run: Run, body: Sequence[cst.CSTNode], position: int) -> bool:
    """Translate the list and the loop if the idiom starts here; True when they are done.

    The call that makes the frame then has it as its value (`Run.built`).
    """
    found = _match(run, body[position : position + 3])
    if found is None or run.pandas_only or current().is_demanded("local", run.place(found.loop)):
        return False
    own = row_loops.bound_names(found.loop) | (set() if found.bound_anew else {found.made})
    gone = liveness.dead_after(run, body, position + 3, own) and not _read_beside(body[position + 2], found.call, own)
    if not gone and not row_loops.only_here(
        run, found.loop, [found.start, found.call], "" if found.bound_anew else found.made
    ):
        return False
    site = CallSite(run.origin(found.call), "pandas.DataFrame", run.original(found.call))
    with run.context.at(site):
        try:
            frame = _of_rows(run, found) if _is_row_loop(found.loop) else _of_groups(run, found)
        except Decline as decline:
            run.diagnose(found.call, decline.code, f"pandas.DataFrame: {decline.message}", decline.hint, "pandas.DataFrame")
            return False
    if frame is None:
        return False
    site.assume("A111")
    if found.columns is None:
        site.assume("A109")
    run.built[id(found.call)] = (frame, site)
    _remove(run, found.start, found.loop, body[position + 2])
    return True


def _match(run: Run, steps: Sequence[cst.CSTNode]) -> Built | None:
    match steps:
        case [
            SmallLine(
                body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(made))], value=cst.List(elements=[]))]
            ) as start,
            cst.For(orelse=None) as loop,
            SmallLine() as end,
        ]:
            pass
        case _:
            return None
    for node in syntax.walk(end):
        match node:
            case cst.Call(args=[cst.Arg(keyword=None, star="", value=cst.Name(text)), *options]) if text == made:
                columns = _columns(run, options)
                if columns is not False and _is_constructor(run, node.func):
                    anew = any(made in syntax.target_names(t.target) for t in getattr(end.body[0], "targets", ()))
                    return Built(start, loop, made, node, columns, anew)
    return None


def _read_beside(statement: cst.CSTNode, call: cst.Call, names: set[str]) -> bool:
    """Whether the statement that makes the frame reads names outside of the call that does it."""
    stack: list[cst.CSTNode] = [statement]
    while stack:
        item = stack.pop()
        if item is call or isinstance(item, cst.AssignTarget) and isinstance(item.target, cst.Name):
            continue
        if isinstance(item, cst.Name) and item.value in names:
            return True
        stack.extend([item.value] if isinstance(item, (cst.Attribute, cst.Arg)) else syntax.children(item))
    return False


def _is_constructor(run: Run, node: cst.BaseExpression) -> bool:
    base = node.value if isinstance(node, cst.Attribute) else node
    binding = run.env.lookup(base.value) if isinstance(base, cst.Name) else None
    module = binding.value.name if binding is not None and isinstance(binding.value, Module) else ""
    return (f"{module}.{node.attr.value}" if isinstance(node, cst.Attribute) else module) == "pandas.DataFrame"


def _columns(run: Run, options: Sequence[cst.Arg]) -> tuple[str, ...] | Literal[False] | None:
    """The labels that ``columns=[...]`` gives; None without it, False for other arguments."""
    if not options:
        return None
    [option, *more] = options
    if more or option.keyword is None or option.keyword.value != "columns":
        return False
    value = expressions.evaluate(run, option.value)
    known = value.value if isinstance(value, Const) else None
    plain = isinstance(known, list) and bool(known) and all(isinstance(c, str) for c in known)
    return tuple(known) if plain and isinstance(known, list) else False


def _remove(run: Run, start: cst.CSTNode, loop: cst.For, following: cst.CSTNode) -> None:
    """The statements of the list and the loop are gone; comments between them stay."""
    source = run.cell.source
    margin = " " * source.indent_of(source.span(start)[0])
    begin, end = (source.text.rfind("\n", 0, source.span(node)[0]) + 1 for node in (start, following))
    run.drop_edits(begin, end)
    between = source.text[source.span(loop.body.body[-1])[1] : end].splitlines()
    comments = [line.strip() for line in between if line.strip().startswith("#")]
    run.edit(begin, end, "".join(f"{margin}{comment}\n" for comment in comments))


# --- rows -----------------------------------------------------------------------------------------------------


RECORDS = ("itertuples", "to_dict")


def _is_row_loop(node: cst.For) -> bool:
    return _row_call(node) is not None


def _row_call(node: cst.For) -> tuple[str, cst.BaseExpression, str] | None:
    """The method that gives rows, the expression of the frame, and the variable of a row."""
    match node.iter:
        case cst.Call(func=cst.Attribute(value=frame, attr=cst.Name("iterrows")), args=[]):
            match node.target:
                case cst.Tuple(elements=[cst.Element(value=cst.Name()), cst.Element(value=cst.Name(row))]):
                    return "iterrows", frame, row
        case cst.Call(func=cst.Attribute(value=frame, attr=cst.Name("itertuples"))):
            if isinstance(node.target, cst.Name):
                return "itertuples", frame, node.target.value
        case cst.Call(func=cst.Attribute(value=frame, attr=cst.Name("to_dict")),
                      args=[cst.Arg(value=cst.SimpleString() as kind)]):  # fmt: skip
            if isinstance(node.target, cst.Name) and kind.evaluated_value == "records":
                return "to_dict", frame, node.target.value
    return None


def _of_rows(run: Run, found: Built) -> Frame | None:
    """The frame of what the loop appends for each row."""
    call = _row_call(found.loop)
    assert call is not None
    method, base, row = call
    frame = expressions.evaluate(run, base)
    if not isinstance(frame, Frame) or frame.tuples or frame.within is not None:
        return None
    labels = found.labels()
    place, records = row_loops.run_definition(run), method in RECORDS
    given = cellwise.given_by_loop(frame, row, found.loop.body, place, lambda s: found.record(s) is not None, records)
    if given is not None:
        frame = filtered(frame, given)
    _require_records(found, frame)

    def value(label: str) -> Column:
        def gives(step: cst.CSTNode) -> cst.BaseExpression | None:
            record = found.record(step)
            return None if record is None else record[label]

        return cellwise.of_loop(frame, row, found.loop.body, place, gives, None, records, some=given is not None)

    made = frame_of({label: value(label) for label in labels})
    run.record(found.loop.iter, f"DataFrame.{method}", "native")
    return _numbered(made)


def _require_records(found: Built, source: Frame | Grouped) -> None:
    """Refuse a loop over nothing in the data at hand: a frame made of no records has no columns."""
    data = at_hand.of(source)
    if found.columns is None and data is not None and not len(data):
        raise Decline("with the data at hand the loop appends no record, which leaves a frame without columns", code="T312")


def _numbered(frame: Frame) -> Frame:
    """The rows with the labels 0..n-1 of a frame that was made anew."""
    if frame.index.kind == "range":
        return frame
    result = by_rule("DataFrame.reset_index", frame, drop=Const(literal(True), True))
    assert isinstance(result, Frame)
    return result


# --- groups ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Groups:
    """The groups that the loop goes over, its variable for their rows, and those for their keys."""

    value: Grouped
    part: str
    keys: Mapping[str, str]
    steps: Sequence[cst.CSTNode]


def _of_groups(run: Run, found: Built) -> Frame | None:
    """The frame of what the loop appends for each group."""
    groups = _groups(run, found.loop)
    if groups is None:
        return None
    _require_records(found, groups.value)
    *named, last = groups.steps
    record = found.record(last.body[0]) if isinstance(last, SmallLine) and len(last.body) == 1 else None
    if record is None or not record:
        raise Decline("the loop over groups does more than to append one record each", code="T310")
    plain = {label: groups.keys[e.value] for label, e in record.items() if isinstance(e, cst.Name) and e.value in groups.keys}
    computed = {label: e for label, e in record.items() if label not in plain}
    used = {n.value for e in [*computed.values(), *named] for n in syntax.walk(e) if isinstance(n, cst.Name)}
    if used & groups.keys.keys() or sorted(plain.values()) != sorted(groups.value.keys) or not computed:
        raise Decline("the record does not have each key of the groups as it is", code="T310")
    bodies = {label: _Body(run, groups.part, named, e) for label, e in computed.items()}
    column = next((c for c in groups.value.frame.fields if c not in groups.value.keys), None)
    if column is None:
        raise Decline("the groups have no column besides their keys", code="T310")
    aggregates = {label: _pair(column, body) for label, body in bodies.items()}
    if aggregates.keys() & {"func", "key", "receiver"}:
        raise Decline("a column has the name of an argument", code="T310")
    frame = by_rule("GroupBy.agg", groups.value, **aggregates)
    frame = by_rule("DataFrame.reset_index", frame)
    renamed = {column: label for label, column in plain.items() if column != label}
    if renamed:
        frame = by_rule("DataFrame.rename", frame, columns=Const(literal(renamed), renamed))
    if list(getattr(frame, "fields", ())) != list(record):
        frame = by_rule("DataFrame.__getitem__", frame, Const(literal(list(record)), list(record)))
    assert isinstance(frame, Frame)
    return frame


def _pair(column: str, body: _Body) -> Value:
    function = Function(Display("()", ()), definition=body)
    return Elements(name("pair"), "tuple", (Const(literal(column), column), function))


def _groups(run: Run, loop: cst.For) -> _Groups | None:
    steps = list(loop.body.body)
    match loop.target:
        case cst.Tuple(elements=[cst.Element(value=keys), cst.Element(value=cst.Name(part))]):
            value = expressions.evaluate(run, loop.iter)
            names = [keys] if isinstance(keys, cst.Name) else [e.value for e in getattr(keys, "elements", ())]
            if not isinstance(value, Grouped) or value.selection is not None or not value.dropna:
                return None
            single = isinstance(keys, cst.Name)
            if len(names) != len(value.keys) or single is _listed_keys(loop.iter):
                return None
            texts = [n.value for n in names if isinstance(n, cst.Name)]
            return _Groups(value, part, dict(zip(texts, value.keys, strict=True)), steps)
        case cst.Name(key):
            return _of_values(run, loop, key, steps)
    return None


def _listed_keys(node: cst.BaseExpression) -> bool:
    """Whether ``groupby`` gets a list, so that the loop sees keys as tuples."""
    arguments = node.args if isinstance(node, cst.Call) else ()
    return any(isinstance(a.value, (cst.List, cst.Tuple)) for a in arguments)


def _of_values(run: Run, loop: cst.For, key: str, steps: list[cst.CSTNode]) -> _Groups | None:
    """``for k in df["k"].unique():`` with ``part = df[df["k"] == k]`` first."""
    inner, ordered = loop.iter, False
    match inner:
        case cst.Call(func=cst.Name("sorted"), args=[cst.Arg(keyword=None, value=cst.Call() as call)]):
            inner, ordered = call, True
    match inner:
        case cst.Call(func=cst.Attribute(value=column, attr=cst.Name("unique")), args=[]):
            pass
        case _:
            return None
    match steps[0]:
        case SmallLine(body=[cst.Assign(
            targets=[cst.AssignTarget(target=cst.Name(part))],
            value=cst.Subscript(value=cst.Name(held), slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Comparison(
                left=left, comparisons=[cst.ComparisonTarget(operator=cst.Equal(), comparator=cst.Name(compared))])))]),
        )]) if compared == key and left.deep_equals(column):  # fmt: skip
            binding = run.env.lookup(held)
        case _:
            return None
    frame = None if binding is None else binding.value
    values = expressions.evaluate(run, column)
    if not isinstance(frame, Frame) or not isinstance(values, Column) or values.plain is None:
        return None
    if has_missing(values) is not False:
        return None
    if values.frame.rows != frame.rows or values.plain not in frame.fields or held == part:
        return None
    if values.nullable:
        current().site.assume("A112")
    by, sort = Const(literal(values.plain), values.plain), Const(literal(ordered), ordered)
    grouped = by_rule("DataFrame.groupby", frame, by, sort=sort)
    return _Groups(grouped, part, {key: values.plain}, steps[1:]) if isinstance(grouped, Grouped) else None


@dataclass(frozen=True, eq=False)
class _Body:
    """The body of a loop over groups as a function of the rows of one (`Definition`), for one of its values."""

    run: Run
    part: str
    named: Sequence[cst.CSTNode]
    result: cst.BaseExpression
    node: cst.CSTNode = cst.Lambda(params=cst.Parameters(), body=cst.Name("None"))  # noqa: RUF009

    def applied(self, args: Sequence[Value], named: Mapping[str, Value]) -> Value | None:
        """The value of the record for the rows that the first argument, a column of them, belongs to."""
        [column] = args
        assert isinstance(column, Column)
        env = Env(self.run.env)
        env.bind(self.part, column.frame, self.run.statement_place)
        with self.run.scoped(env=env):
            for statement in self.named:
                match statement:
                    case SmallLine(body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(text))], value=node)]):
                        value = expressions.evaluate(self.run, node)
                    case _:
                        raise Decline("the loop over groups does more than to append one record each", code="T310")
                if not isinstance(value, (Column, Const, Scalar)):
                    raise Decline(f"{text!r} is not one value of the group", code="T310")
                env.bind(text, value, self.run.statement_place)
            return expressions.evaluate(self.run, self.result)


__all__ = ["built"]
