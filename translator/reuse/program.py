"""Reads an emitted program for its frames and the jobs that it runs on them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translator.reuse.frames import Held, Made, decide, unfolded

SHUFFLING = frozenset({"agg", "distinct", "dropDuplicates", "exceptAll", "intersect", "join", "orderBy", "pivot", "sort"})
NARROW = frozenset({"alias", "coalesce", "crossJoin", "drop", "dropna", "fillna", "filter", "limit", "mapInPandas", "replace",
                    "select", "toDF", "union", "unionAll", "unionByName", "unpivot", "where", "withColumn",
                    "withColumnRenamed", "withColumns", "withColumnsRenamed"})  # fmt: skip
GROUPING = frozenset({"groupBy", "cube", "rollup"})
GROUPED = frozenset({"agg", "applyInPandas", "avg", "count", "max", "mean", "min", "pivot", "sum"})
FACTS = frozenset({"columns", "dtypes", "isStreaming", "schema", "sparkSession", "cache", "persist", "unpersist"})
"""Attributes of a frame that run no job."""

PARSED = frozenset({"csv", "json", "text", "read_csv", "read_csv_files"})
"""Readers of files that are text."""

STORED = frozenset({"computed_once", "from_pandas", "read_parquet"})
"""Helpers whose frames cost little to read again."""

SUPPORT = Path(__file__).parents[1] / "support" / "pandas_parity"


@cache
def helpers_giving_frames() -> frozenset[str]:
    """The functions of the support package whose results are frames, by their annotations."""
    pattern = re.compile(r"^def (\w+)\((?:(?!\) -> ).)*\) -> DataFrame:", re.MULTILINE | re.DOTALL)
    found = (pattern.findall(path.read_text(encoding="utf-8")) for path in SUPPORT.glob("*.py"))
    return frozenset(name for names in found for name in names)


@dataclass(eq=False)
class Summary:
    """What a function of the program does with the frames among its arguments."""

    parameters: dict[str, Held]
    gives: Made | None = None


class Program:
    """Reads statements in the order in which they run."""

    def __init__(self) -> None:
        self.held: list[Held] = []
        self.functions: dict[str, tuple[int, ast.FunctionDef]] = {}
        self.summaries: dict[tuple[str, frozenset[str]], Summary | None] = {}
        self.scope: dict[str, Held] = {}
        self.reads: list[str] = []
        self.returned: list[Made | None] = []
        self.deleted: list[tuple[int, ast.Delete, list[Held]]] = []
        self.depth = 0
        self.cell = 0
        self.unsure = False

    # --- choice ---------------------------------------------------------------------------------

    def worth_caching(self, writes: bool) -> list[tuple[int, ast.expr]]:
        """The expressions to cache, with the numbers of their cells."""
        for name in list(self.functions):
            self.summary(name, frozenset())
        decide(self.held)
        unsteady = self.read_again() if writes else frozenset[str]()
        for held in self.held:
            held.cached = held.cached and not held.files & unsteady and not self.unsure
        chosen = {id(held.value): held for held in self.held if held.cached}
        return [(held.cell, held.value) for held in chosen.values() if held.value is not None]

    def ends(self) -> list[tuple[int, ast.Delete]]:
        """Statements that delete variables with cached frames, and nothing else."""
        return [(cell, node) for cell, node, frames in self.deleted if all(held.cached for held in frames)]

    def read_again(self) -> frozenset[str]:
        """The paths that may be read twice."""
        paths = set(self.reads)
        if len(paths) > 1 and not all(map(_is_literal, paths)):
            return frozenset(paths)
        return frozenset(path for path in paths if self.reads.count(path) > 1)

    # --- statements -----------------------------------------------------------------------------

    def read(self, cell: int, body: Sequence[ast.stmt]) -> None:
        self.cell = cell
        self.block(body)

    def block(self, body: Sequence[ast.stmt]) -> None:
        for statement in body:
            self.statement(statement)

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                self.assign(name, value)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(targets) == len(values):
                for target, value in zip(targets, values, strict=True):
                    if isinstance(target, ast.Name):
                        self.assign(target.id, value)
                    else:
                        self.use(value)
            case ast.FunctionDef():
                self.functions[node.name] = self.cell, node
                self.scope.pop(node.name, None)
            case ast.ClassDef():
                inner = [part for part in node.body if isinstance(part, ast.FunctionDef)]
                self.functions |= {f"{node.name}.{part.name}": (self.cell, part) for part in inner}
                self.scope.pop(node.name, None)
            case ast.If():
                self.use(node.test)
                self.branches(node.body, node.orelse)
            case ast.Try():
                self.branches([*node.body, *node.orelse], *(handler.body for handler in node.handlers))
                self.block(node.finalbody)
            case ast.For() | ast.AsyncFor():
                self.use(node.iter)
                self.repeated(node, [*node.body, *node.orelse])
            case ast.While():
                self.repeated(node, [ast.Expr(node.test), *node.body, *node.orelse])
            case ast.Return():
                self.returned.append(None if node.value is None else self.frame(node.value))
            case ast.Delete():
                held = [self.scope.get(target.id) for target in node.targets if isinstance(target, ast.Name)]
                frames = [frame for frame in held if frame is not None]
                if len(frames) == len(node.targets):
                    self.deleted.append((self.cell, node, frames))
                self.forget(node)
            case _:
                self.forget(node)
                self.parts(node)

    def parts(self, node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.stmt():
                    self.statement(child)
                case ast.expr():
                    self.use(child)
                case _:
                    self.parts(child)

    def forget(self, *nodes: ast.AST) -> None:
        """Names that are bound in some other way hold no frame that is followed."""
        for node in nodes:
            for part in ast.walk(node):
                match part:
                    case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.alias(asname=str(name)) | ast.arg(arg=name):
                        self.scope.pop(name, None)
                    case ast.alias(name=name) | ast.MatchAs(name=str(name)) | ast.ExceptHandler(name=str(name)):
                        self.scope.pop(name, None)

    def branches(self, *bodies: Sequence[ast.stmt]) -> None:
        """Only a name that holds a frame whichever way was taken does so afterwards."""
        before, after = self.scope, None
        for body in bodies:
            self.scope = dict(before)
            self.block(body)
            after = self.scope if after is None else {n: held for n, held in after.items() if n in self.scope}
        self.scope = after or {}

    def repeated(self, loop: ast.For | ast.AsyncFor | ast.While, body: Sequence[ast.stmt]) -> None:
        if isinstance(loop, (ast.For, ast.AsyncFor)):
            self.forget(loop.target)
        before = dict(self.scope)
        self.depth += 1
        self.block(body)
        self.depth -= 1
        if before.keys() - self.scope.keys():
            self.unsure = True  # another round begins with something else than a frame
        self.scope = {name: held for name, held in self.scope.items() if name in before}

    def assign(self, name: str, value: ast.expr) -> None:
        made = self.expression(value)
        if made is None or made.grouped or isinstance(value, (ast.List, ast.Tuple)):
            self.run(made)
            self.scope.pop(name, None)
        elif isinstance(value, ast.Name):
            self.scope[name] = made.parents[0]
        else:
            held = Held(self.cell, value, made, self.depth)
            self.held.append(held)
            for parent in made.parents:
                parent.children.append((held, self.times(parent)))
            self.scope[name] = held

    def times(self, held: Held) -> int:
        return 2 if self.depth > held.depth else 1

    # --- expressions ----------------------------------------------------------------------------

    def use(self, node: ast.expr) -> None:
        """An expression whose value goes to ordinary code: if it is a frame, that runs a job."""
        self.run(self.expression(node))

    def run(self, made: Made | None, times: int = 1) -> None:
        for parent in made.parents if made is not None else ():
            parent.jobs += times * self.times(parent)

    def frame(self, node: ast.expr) -> Made | None:
        """`expression`, for what is a frame by itself: a tuple of frames has no ``cache``."""
        made = self.expression(node)
        if isinstance(node, (ast.List, ast.Tuple)):
            self.run(made)
            return None
        return made

    def expression(self, node: ast.expr) -> Made | None:
        """What a frame's expression reads; None for others, whose jobs are counted."""
        match node:
            case ast.Name(id=name):
                held = self.scope.get(name)
                return None if held is None else Made((held,))
            case ast.Call(func=ast.Attribute() as function):
                return self.method(node, function)
            case ast.Call(func=ast.Name(id=name)):
                return self.call(node, name)
            case ast.Attribute(attr=name):
                made = self.expression(node.value)
                if name not in FACTS:
                    self.run(made)
                return None
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                found = [made for part in parts if (made := self.expression(part)) is not None]
                return found[0].together(found[1:]) if found else None
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp() | ast.Lambda():
                self.inner_scope(node)
                return None
        self.forget(*(part for part in ast.iter_child_nodes(node) if isinstance(part, ast.NamedExpr)))
        self.parts(node)
        return None

    def inner_scope(self, node: ast.expr) -> None:
        """A comprehension or lambda, whose body may run several times, with names of its own."""
        outer, self.scope = self.scope, dict(self.scope)
        self.forget(node)
        self.depth += 1
        self.parts(node)
        self.depth -= 1
        self.scope = outer

    def method(self, node: ast.Call, function: ast.Attribute) -> Made | None:
        if _is_reader(function):
            self.arguments(node)
            return self.source(node, parses=function.attr in PARSED)
        base = self.expression(function.value)
        others = self.arguments(node)
        if base is None:
            for made in others:
                self.run(made)
            return None
        name = function.attr
        if name in (GROUPED if base.grouped else SHUFFLING | NARROW | GROUPING):
            shuffles = base.grouped or name in SHUFFLING or _has_window(node)
            return base.together(others, shuffles, grouped=name in GROUPING or base.grouped and name == "pivot")
        if name not in FACTS:
            self.run(base.together(others))
        return None

    def call(self, node: ast.Call, name: str) -> Made | None:
        if name in self.functions:
            return self.call_of_own(node, name)
        given = self.arguments(node)
        if name in PARSED:
            return Made(parses=True)
        if name == "read_sql":
            return self.source(node, parses=False)
        if name in helpers_giving_frames() and name not in STORED:
            return Made().together(given, shuffles=True)
        for made in given:
            self.run(made)
        return Made() if name in STORED else None

    def source(self, node: ast.Call, parses: bool) -> Made:
        """What is read by something that does not look again at what Spark has cached."""
        path = ast.unparse(node.args[0]) if node.args else ""
        self.reads.append(path)
        return Made(parses=parses, files=frozenset({path}))

    def arguments(self, node: ast.Call) -> list[Made]:
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        return [made for value in values if (made := self.expression(value)) is not None]

    # --- functions of the program ---------------------------------------------------------------

    def call_of_own(self, node: ast.Call, name: str) -> Made | None:
        _, function = self.functions[name]
        names = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args]]
        places = [*zip(names, node.args, strict=False), *((k.arg, k.value) for k in node.keywords if k.arg)]
        given = {text: made for text, value in places if (made := self.frame(value)) is not None}
        summary = self.summary(name, frozenset(given))
        if summary is None:
            for made in given.values():
                self.run(made)
            return None
        for text, made in given.items():
            if text in summary.parameters:
                self.run(made, summary.parameters[text].runs)
        gives = summary.gives
        if gives is None:
            return None
        passed = [given[text] for text, held in summary.parameters.items() if held in gives.parents]
        return Made((), gives.shuffles, gives.parses, False, gives.files).together(passed)

    def summary(self, name: str, frames: frozenset[str]) -> Summary | None:
        """What a function does when these parameters are frames; None within a call of itself."""
        if (name, frames) in self.summaries:
            return self.summaries[name, frames]
        self.summaries[name, frames] = None
        outer = self.scope, self.depth, self.returned, self.cell, self.held
        self.cell, function = self.functions[name]
        parameters = {text: Held(self.cell, None, Made(), 0) for text in frames}
        self.scope, self.depth, self.returned, self.held = dict(parameters), 0, [], []
        self.block(function.body)
        gives = [made for made in self.returned if made is not None]
        sure = gives if gives and len(gives) == len(self.returned) else []
        summary = Summary(parameters, unfolded(sure[0].together(sure[1:])) if sure else None)
        decide([*parameters.values(), *self.held])
        own = self.held
        self.scope, self.depth, self.returned, self.cell, self.held = outer
        self.held += own
        self.summaries[name, frames] = summary
        return summary


def _is_literal(path: str) -> bool:
    return path[:1] in "'\""


def _is_reader(function: ast.Attribute) -> bool:
    """``spark.read.csv``, ``spark.read.format("delta").load``, ``spark.table``."""
    return function.attr in ("csv", "json", "text", "parquet", "orc", "load", "table", "createDataFrame", "range") and any(
        isinstance(part, ast.Name) and part.id == "spark" for part in _chain(function)
    )


def _chain(node: ast.expr) -> Iterator[ast.expr]:
    while True:
        yield node
        match node:
            case ast.Attribute(value=inner) | ast.Call(func=inner):
                node = inner
            case _:
                return


def _has_window(node: ast.Call) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr == "over" for part in ast.walk(node))
