"""Aggregates of one frame that are needed close together become one job.

pandas has its numbers in memory; on Spark each ``scalar(df.agg(...))`` is a job that reads the
rows again. Those of one frame in one statement, or in statements that follow each other, are
computed at once:

    print(scalar(df.agg(F.sum("a"))), scalar(df.agg(F.max("b"))))

becomes

    print(*scalars(df.agg(F.sum("a"), F.max("b"))))

What is asked of some rows, ``df.filter(x).count()``, joins those that read all of them anyway, as
``F.count_if(x)``; two conditions alone stay apart, as each may be handed to the reader of a file.

A job only reads, so it may be done sooner as long as nothing that could change its answer is passed
over: code that is not known to be harmless ends what can be put together, and so does binding a name
that the aggregate reads. What may not run at all (the right side of ``and``) is left where it stands.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from translator.emission.emit import WIDTH
from translator.emission.reserved import shown
from translator.reuse.harmless import Harmless
from translator.reuse.naming import Names
from translator.reuse.text import Text

LOOKS_AROUND = re.compile(r"\b(globals|locals|vars|dir)\(")
"""Programs that may see the names of intermediate values."""

PASSING_OVER = frozenset({"avg", "count", "countDistinct", "max", "median", "min", "percentile", "stddev_pop", "stddev_samp",
                          "sum", "var_pop", "var_samp"})  # fmt: skip
"""Aggregates that pass over missing values."""

MOST = 10
"""Aggregates beyond which one statement is not read easily any more."""


@dataclass(eq=False)
class Aggregate:
    """``scalar(frame.agg(code))``, or a count of Python's own type.

    Attributes:
        base: the frame that `frame` is, or is some rows of.
        whole: the code that gives the same over all rows of `base`, where there is one.
        names: what its code reads.
        python: whether pandas gives Python's int, where the row of the aggregate holds NumPy's.
        is_spark: whether it tells that `frame` is one of Spark; ``frame.count()`` may count in something else.
        shown: whether it is only printed, where both look the same.
    """

    node: ast.expr
    statement: ast.stmt
    frame: str
    code: str
    names: frozenset[str]
    python: bool
    is_spark: bool
    base: str
    whole: str | None
    shown: bool = False


@dataclass(eq=False)
class Group:
    """Aggregates of one frame, all of which may be computed in front of `statement`.

    Attributes:
        bound: names that statements since then have bound.
        assigns: whether all that their statements do is to assign them to names.
    """

    statement: ast.stmt
    bound: set[str]
    assigns: bool
    members: list[Aggregate] = field(default_factory=list)

    @property
    def codes(self) -> list[str]:
        return list(dict.fromkeys(member.code for member in self.members))

    def settled(self) -> Iterator[Group]:
        """The groups of one frame each: those of some rows join the one of all rows, where there is one."""
        if any(member.frame == member.base for member in self.members):
            for member in self.members:
                member.frame, member.code = (member.base, member.whole) if member.whole else (member.frame, member.code)
        for frame in dict.fromkeys(member.frame for member in self.members):
            yield replace(self, members=[member for member in self.members if member.frame == frame])

    def has_room(self, found: Aggregate) -> bool:
        """Whether an aggregate may be computed in front of the statement as well."""
        return not found.names & self.bound and (len(self.codes) < MOST or found.code in self.codes)

    @property
    def is_worth_it(self) -> bool:
        return len(self.members) > 1 and any(member.is_spark for member in self.members)


def together(cells: Sequence[str], needs: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """The cells of an emitted program with such aggregates computed at once, and the imports that it needs then."""
    joined = "\n".join(cells)
    if joined.count(".agg(") < 1 or LOOKS_AROUND.search(joined):
        return list(cells), needs
    names = Names(cells)
    changed = [_cell(cell, needs, names) for cell in cells]
    if changed == list(cells):
        return changed, needs
    used = "\n".join(changed)
    asked = {n for n in ("scalar", "scalars") if re.search(rf"\b{shown(n)}\(", used)}
    return changed, needs - {"parity.scalar"} | {f"parity.{n}" for n in asked}


def _cell(source: str, needs: frozenset[str], names: Names) -> str:
    if ".agg(" not in source:
        return source
    try:
        module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    text = Text(source)
    for body in _bodies(module):
        block = Block(text, Harmless.of(needs))
        block.read(body)
        for group in block.groups:
            for part in group.settled():
                if part.is_worth_it:
                    _write(text, part, body, names)
    return text.changed()


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """The lists of statements of a program, but those of classes, whose names are attributes."""
    for name, part in ast.iter_fields(node):
        if isinstance(part, list) and part and isinstance(part[0], ast.stmt):
            if not isinstance(node, ast.ClassDef):
                yield part
            for statement in part:
                yield from _bodies(statement)
        elif name in ("handlers", "cases"):
            for inner in part:
                yield from _bodies(inner)


class Block:
    """Goes through statements in the order in which their parts are evaluated."""

    def __init__(self, text: Text, harmless: Harmless) -> None:
        self.text = text
        self.harmless = harmless
        self.groups: list[Group] = []
        self.open: dict[str, Group] = {}
        self.statement: ast.stmt
        self.bound: set[str] = set()
        self.may_begin = True

    def read(self, body: Sequence[ast.stmt]) -> None:
        for statement in body:
            self.statement, self.bound = statement, set()
            self.may_begin = self.text.begins_line(statement)
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=value) | ast.Return(value=value) | ast.Assert(test=value):
                self.evaluate(value)
            case ast.Assign(targets=targets, value=value):
                self.evaluate(value)
                self.bind(*targets)
            case ast.AugAssign(target=target, value=value) | ast.AnnAssign(target=target, value=value):
                self.evaluate(value)
                self.bind(target)
            case ast.If(test=test):
                self.evaluate(test)
                self.stop()
            case ast.For(iter=iterated):
                self.evaluate(iterated)
                self.stop()
            case ast.Delete(targets=targets):
                self.bind(*targets)
            case ast.Pass():
                pass
            case _:
                self.stop()

    def stop(self) -> None:
        """Nothing behind this point may be computed in front of it."""
        self.open.clear()
        self.may_begin = False

    def bind(self, *targets: ast.expr) -> None:
        for target in targets:
            names = {part.id for part in ast.walk(target) if isinstance(part, ast.Name) and not isinstance(part.ctx, ast.Load)}
            self.bound |= names
            for group in self.open.values():
                group.bound |= names
            self.evaluate_parts(target)

    def evaluate(self, node: ast.expr | None, is_shown: bool = False) -> None:
        found = None if node is None else self.aggregate(node)
        if found is not None:
            found.shown = is_shown
            self.add(found)
            return
        match node:
            case None | ast.Constant() | ast.Name() | ast.Lambda():
                pass
            case ast.BoolOp(values=[first, *others]):
                self.evaluate(first)
                self.perhaps(*others)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.evaluate(test)
                self.perhaps(body, orelse)
            case ast.Compare(left=left, comparators=[second, *others]):
                self.evaluate(left)
                self.evaluate(second)
                self.perhaps(*others)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self.perhaps(node)
            case ast.NamedExpr(target=target, value=value):
                self.evaluate(value)
                self.bind(target)
            case ast.Await() | ast.Yield() | ast.YieldFrom():
                self.stop()
            case ast.FormattedValue(value=value, conversion=conversion, format_spec=spec):
                self.evaluate(value, is_shown=conversion in (-1, ord("s")))
                self.evaluate(spec)
            case ast.Call(func=function, args=args, keywords=keywords):
                self.evaluate(function)
                for argument in args:
                    self.evaluate(argument, is_shown=isinstance(function, ast.Name) and function.id == "print")
                for keyword in keywords:
                    self.evaluate(keyword.value)
                if not self.harmless.call(node):
                    self.stop()
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    self.evaluate(key)
                    self.evaluate(value)
            case _:
                self.evaluate_parts(node)

    def evaluate_parts(self, node: ast.expr) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.evaluate(child)

    def perhaps(self, *nodes: ast.expr) -> None:
        """Code that may not run, or several times: it is only asked whether it does any harm."""
        if not all(map(self.harmless.all_of, nodes)):
            self.stop()

    def add(self, found: Aggregate) -> None:
        group = self.open.get(found.base)
        assigns = any(value is found.node for _, value in _assigned(self.statement))
        if group is not None and group.assigns == assigns and group.has_room(found):
            group.members.append(found)
        elif self.may_begin and not found.names & self.bound:
            self.open[found.base] = group = Group(self.statement, set(self.bound), assigns, [found])
            self.groups.append(group)

    def aggregate(self, node: ast.expr) -> Aggregate | None:
        """The aggregate that an expression is, where it reads only names and constants."""
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Call() as row], keywords=[]) if name == shown("scalar"):
                python = False
            case ast.Subscript(
                value=ast.Call(func=ast.Attribute(value=ast.Call() as row, attr="first"), args=[], keywords=[]),
                slice=ast.Constant(value=0),
            ):
                python = True
            case ast.Call(func=ast.Attribute(value=frame, attr="count"), args=[], keywords=[]):
                return self._described(node, frame, None, python=True)
            case _:
                return None
        match row:
            case ast.Call(func=ast.Attribute(value=frame, attr="agg"), args=[code], keywords=[]) if not python or _counts(code):
                return self._described(node, frame, code, python)
        return None

    def _described(self, node: ast.expr, frame: ast.expr, code: ast.expr | None, python: bool) -> Aggregate | None:
        parts = [frame] if code is None else [frame, code]
        if not all(map(self.harmless.is_query, parts)):
            return None
        texts = [self.text.flat(part) for part in parts]
        if self.text.flat(node) is None or None in texts:
            return None
        names = frozenset(n.id for part in parts for n in ast.walk(part) if isinstance(n, ast.Name))
        rows = f'{shown("F")}.count("*")'
        found = texts[-1] or "" if code is not None else rows
        base, condition = _some_rows(frame)
        base_text = self.text.flat(base) or ""
        whole = found if condition is None else self._of_all_rows(condition, code)
        is_spark = code is not None or condition is not None and shown("F") in names
        return Aggregate(node, self.statement, texts[0] or "", found, names, python, is_spark, base_text, whole)

    def _of_all_rows(self, condition: ast.expr, code: ast.expr | None) -> str | None:
        """The code that aggregates only where a condition holds; None where it is not known to ignore missing values."""
        functions, test = shown("F"), self.text.flat(condition)
        match code:
            case None:
                return f"{functions}.count_if({test})"
            case ast.Call(func=ast.Attribute(attr="coalesce"), args=[inner, default]):
                found = self._of_all_rows(condition, inner)
                return found and f"{functions}.coalesce({found}, {self.text.flat(default)})"
            case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str(column)) as first, *others]) if (
                name in PASSING_OVER and column != "*"
            ):
                value = f"{functions}.when({test}, {functions}.col({self.text.flat(first)}))"
                return f"{functions}.{name}({', '.join([value, *(self.text.flat(other) or '' for other in others)])})"
        return None


def _some_rows(frame: ast.expr) -> tuple[ast.expr, ast.expr | None]:
    """A frame and the condition by which rows of it are chosen, if it is that."""
    match frame:
        case ast.Call(func=ast.Attribute(value=base, attr="filter"), args=[condition], keywords=[]):
            if not isinstance(condition, (ast.Constant, ast.Name)):  # which may be a text
                return base, condition
    return frame, None


def _assigned(statement: ast.stmt) -> list[tuple[str, ast.expr]]:
    """The names and values of ``m = v`` or ``m, s = v, w``."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return [(name, value)]
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(targets) == len(values):
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            return list(zip(names, values, strict=True)) if len(names) == len(values) else []
    return []


def _counts(code: ast.expr) -> bool:
    """Whether an aggregate is a whole number that is never missing."""
    return isinstance(code, ast.Call) and isinstance(code.func, ast.Attribute) and code.func.attr in ("count", "countDistinct")


# --- what is written ------------------------------------------------------------------------------------


def _write(text: Text, group: Group, body: Sequence[ast.stmt], names: Names) -> None:
    if _as_elements(text, group) or _as_assignments(text, group, body):
        return
    of_codes = {code: names.of(group.members[0].frame, code) for code in group.codes}
    for member in group.members:
        name = of_codes[member.code]
        text.replace(member.node, member.node, f"int({name})" if member.python and not member.shown else name)
        text.refit(member.statement)
    text.put_before(group.statement, lambda margin: _assignment(list(of_codes.values()), group, margin))


def _as_elements(text: Text, group: Group) -> bool:
    """Writes aggregates that are neighbours in a call's arguments, a list or a tuple as ``*scalars(...)``."""
    nodes = [member.node for member in group.members]
    if len(group.codes) < len(nodes) or any(member.python and not member.shown for member in group.members):
        return False
    for part in ast.walk(group.statement):
        elements = part.args if isinstance(part, ast.Call) else part.elts if isinstance(part, (ast.List, ast.Tuple)) else []
        if nodes[0] not in elements:
            continue
        place = elements.index(nodes[0])
        if elements[place : place + len(nodes)] != nodes:
            return False
        whole = isinstance(part, ast.Tuple) and len(nodes) == len(elements)
        first, last = (part, part) if whole and isinstance(part, ast.Tuple) else (nodes[0], nodes[-1])
        text.replace(first, last, _scalars(group) if whole else f"*{_scalars(group)}")
        text.refit(group.statement)
        return True
    return False


def _as_assignments(text: Text, group: Group, body: Sequence[ast.stmt]) -> bool:
    """Writes ``m = scalar(...)`` and ``s = scalar(...)`` in lines of their own as one assignment."""
    place = body.index(group.statement)
    statements = body[place : body.index(group.members[-1].statement) + 1]
    assigned = [pair for statement in statements for pair in _assigned(statement)]
    names = [name for name, _ in assigned]
    if (
        [value for _, value in assigned] != [member.node for member in group.members]
        or not all(map(_assigned, statements))
        or min(len(set(names)), len(group.codes)) < len(names)
        or not text.are_neighbours(statements)
    ):
        return False
    margin = text.margin(statements[0])
    counts = [f"\n{margin}{name} = int({name})" for name, member in zip(names, group.members, strict=True) if member.python]
    text.replace(statements[0], statements[-1], _assignment(names, group, margin) + "".join(counts))
    return True


def _scalars(group: Group) -> str:
    return f"{shown('scalars')}({group.members[0].frame}.agg({', '.join(group.codes)}))"


def _assignment(names: Sequence[str], group: Group, margin: str) -> str:
    """``names = scalars(...)``, broken into lines where one is not enough."""
    frame, codes = group.members[0].frame, group.codes
    if len(codes) == 1:
        return f"{names[0]} = {shown('scalar')}({frame}.agg({codes[0]}))"
    target = ", ".join(names)
    if len(margin) + len(target) + len(" = scalars(") > WIDTH:
        target = f"({_listed(names, margin)})"
    line = f"{target} = {_scalars(group)}"
    if len(margin) + len(line.splitlines()[-1]) <= WIDTH:
        return line
    inner = margin + "    "
    query = f"{frame}.agg({', '.join(codes)})"
    if len(inner) + len(query) > WIDTH:
        query = f"{frame}.agg({_listed(codes, inner)})"
    return f"{target} = {shown('scalars')}(\n{inner}{query}\n{margin})"


def _listed(parts: Sequence[str], margin: str) -> str:
    """Parts in a line of their own, or each in one."""
    inner = margin + "    "
    together = ", ".join(parts)
    lines = [together] if len(inner) + len(together) <= WIDTH else [f"{part}," for part in parts]
    return "".join(f"\n{inner}{line}" for line in lines) + f"\n{margin}"
