"""Runs the documents of a program until nothing further is demanded of earlier places."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import libcst as cst

from translator import facts
from translator.config import Config
from translator.context import Context, Demand, DemandKind, running
from translator.diagnostics import Diagnostic, DiagnosticKey, Site, Span
from translator.documents.modules import Tree
from translator.documents.syntax import syntax_error
from translator.emission.emit import name_of
from translator.frames.values import (
    Class,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Instance,
    Local,
    Module,
    Scalar,
    Value,
    is_spark,
)
from translator.inputs import sightings
from translator.interpret import as_files, bodies, handover, lambdas, modules
from translator.interpret.environment import LEFT, Env, Place, is_stale
from translator.interpret.run import CellState, DocumentState, Run
from translator.interpret.source import Source
from translator.results import Variable

MAX_PASSES = 24
AS_FILES: tuple[DemandKind, ...] = ("pickle", "in_order")
"""Demands that keep something a file of pandas."""
FORMS = frozenset({"order", "labels", "own"})
"""Demands that let more of the program live in Spark; they are met before any that keeps something in pandas."""
_IMPORTS_SPARK = re.compile(r"^\s*(from|import) pyspark\b", re.MULTILINE)


@dataclass(frozen=True)
class CellInput:
    """One cell to interpret: its masked source, its number for reports, and what it displays."""

    source: str
    number: int | None = None
    displays: bool = False
    """Whether the value of the last expression is shown (a notebook cell without ``;``)."""


@dataclass
class Interpretation:
    """What came of a program."""

    cells: list[str]
    needs: frozenset[str]
    sites: list[Site]
    diagnostics: list[Diagnostic]
    variables: list[Variable]
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    consulted: dict[str, str] = field(default_factory=dict)
    looked_at: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    tables: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DocumentInput:
    """One document to interpret; relative data paths are looked up from its folder."""

    path: Path
    cells: Sequence[CellInput]
    entry: bool = True
    """Whether it is run by itself; others are only imported."""
    named: frozenset[str] = frozenset()
    """Patterns of pickles that are named in it where it is not followed."""


def interpret(
    documents: Sequence[DocumentInput], config: Config, files: dict[str, Any] | None = None,
    kept: Iterable[str] = (),
) -> tuple[list[Interpretation], dict[str, Any]]:  # fmt: skip
    """Interpret the documents of one program.

    Args:
        documents: in the order in which they are run.
        files: facts of data files written by programs that ran before this one, by path.
        kept: paths of pickles that have to stay pickles, for other programs look at them as files.

    Returns:
        what came of each document, and the facts of data files afterwards.

    Raises:
        libcst.ParserSyntaxError: when no cell of a document can be parsed.
    """
    files = {} if files is None else files
    parsed = _Parsed(documents)
    demands: frozenset[Demand] = frozenset((kind, key) for key in kept for kind in AS_FILES)
    memo: dict[Any, Any] = {}
    reasons: dict[DiagnosticKey, Diagnostic] = {}
    causes: dict[Demand, DiagnosticKey] = {}
    followers: dict[Place, DiagnosticKey] = {}
    consulted: dict[str, str] = {}
    for _ in range(MAX_PASSES):
        context = Context(config, demands, files=copy(files), memo=memo, causes=causes, consulted=consulted)
        with running(context):
            run = _one_pass(context, parsed)
            variables = {document.path: _variables(run, document) for document in run.documents.values()}
        followers.update(run.followers)
        missing = context.requested - demands
        if not missing:
            unfit = sightings.unfit(context.saved, context.looked_at)
            unfit |= sightings.unfit({key: key for key in context.folders}, context.opened)
            missing |= {(kind, key) for key in unfit for kind in AS_FILES} - demands
        if not missing:
            break
        settled = {demand for demand in missing if demand[0] in FORMS}
        if settled:  # what could not stay in Spark without them may do so in the next pass
            demands |= settled
            continue
        demands |= missing
        # why something has to stay pandas shows only in the pass in which it was still Spark
        reasons.update({k: d for k, d in run.diagnostics.items() if d.code != "T315"})
    if missing or run.conflicts:
        context = Context(config, files=copy(files), memo=memo)
        with running(context):
            run = _one_pass(context, parsed, pandas_only=True)
            variables = {document.path: _variables(run, document) for document in run.documents.values()}
        message = "the program as a whole stays pandas: no single text serves"
        for first in parsed.first.values():
            reasons[first, 1, 1, "T317", ""] = Diagnostic("T317", message, Span(1, 1, 1, 1))
    known = _counted({**reasons, **run.diagnostics}, followers, run.sites)
    found = [_interpretation(run, parsed, d, known, variables[d.path]) for d in documents]
    for one in found:
        one.consulted.update(consulted)
        one.looked_at, one.tables = frozenset(context.looked_at), context.saved
        one.opened, one.folders = frozenset(context.opened), frozenset(context.folders)
    return found, context.files


class _Parsed:
    """The cells of all documents, numbered through, as far as they are Python."""

    def __init__(self, documents: Sequence[DocumentInput]) -> None:
        self.documents = documents
        self.tree = Tree(document.path for document in documents)
        self.first: dict[Path, int] = {}
        self.sources: dict[int, Source] = {}
        self.broken: dict[Path, list[Diagnostic]] = {}
        number = 0
        for document in documents:
            self.first[document.path] = number
            sources, self.broken[document.path] = _parse(document.cells)
            self.sources.update({number + position: source for position, source in sources.items()})
            number += len(document.cells)

    def state(self, document: DocumentInput, pandas_only: bool) -> DocumentState:
        """A document that nothing is known of yet."""
        state = DocumentState(document.path, [], Env())
        for position, cell in enumerate(document.cells):
            source = self.sources.get(self.first[document.path] + position)
            if source is not None:
                shown = _displayed(source.module) if cell.displays else None
                state.cells.append(CellState(source, self.first[document.path] + position, state, shown))
        state.on_spark = pandas_only or any(_IMPORTS_SPARK.search(cell.source.text) for cell in state.cells)
        return state


def _interpretation(
    run: Run, parsed: _Parsed, document: DocumentInput, known: Mapping[DiagnosticKey, Diagnostic],
    variables: list[Variable],
) -> Interpretation:  # fmt: skip
    """What belongs to one document of all that was found."""
    state = run.documents[document.path]
    first = parsed.first[document.path]
    own = range(first, first + len(document.cells))
    results = {cell.index: cell.result() for cell in state.cells}
    texts = [results[first + n][0] if first + n in results else cell.source for n, cell in enumerate(document.cells)]
    needs = frozenset[str]().union(*(imports for _, imports in results.values()))
    found = [site for key, site in run.sites.items() if key[0] in own]
    # loops over numbers may come out differently each time as well, which is no matter without pandas
    said = [d for key, d in known.items() if key[0] in own and (found or d.code != "T317")]
    diagnostics = sorted(
        [*said, *parsed.broken[document.path]], key=lambda d: (d.span.cell or 0, d.span.line, d.span.column)
    )
    sites = sorted(found, key=lambda s: (s.span.cell or 0, s.span.line, s.span.column))
    return Interpretation(texts, needs, sites, diagnostics, variables, state.inputs, state.outputs)


def _counted(
    known: Mapping[DiagnosticKey, Diagnostic], followers: Mapping[Place, DiagnosticKey],
    sites: Mapping[tuple[int, int, int, str], Site],
) -> dict[DiagnosticKey, Diagnostic]:  # fmt: skip
    """The diagnostics with the number of later sites that stay pandas only because of them."""
    places = {(cell, line, column - 1) for cell, line, column, _ in sites}
    own = {(*key[:2], key[2] - 1) for key in known}
    first = {key: _first_reason(key, known) for key in known}
    counts = Counter(first.get(cause, cause) for place, cause in followers.items() if place in places and place not in own)
    return {key: replace(d, consequences=counts[key]) for key, d in known.items() if first[key] == key}


def _first_reason(key: DiagnosticKey, known: Mapping[DiagnosticKey, Diagnostic]) -> DiagnosticKey:
    """Where the files of a loop are not at hand, it is no reason of its own that each round reads another path."""
    cell, line, column, code, api = key
    absent = (cell, line, column, "T201", api)
    return absent if code == "T203" and absent in known else key


def _parse(cells: Sequence[CellInput]) -> tuple[dict[int, Source], list[Diagnostic]]:
    sources: dict[int, Source] = {}
    broken: list[Diagnostic] = []
    for position, cell in enumerate(cells):
        try:
            sources[position] = Source(cell.source, cell.number)
        except (cst.ParserSyntaxError, RecursionError) as error:
            if len(cells) == 1:
                raise
            why, line = syntax_error(cell.source) or ("the code is nested too deeply", getattr(error, "raw_line", 1))
            span = Span(line, 1, line, 1, cell.number)
            broken.append(Diagnostic("T103", f"this cell is not valid Python: {why}", span))
    return sources, broken


_NOWHERE = Source("", None)
"""Where a pass is before it executes the first document."""


def _one_pass(context: Context, parsed: _Parsed, pandas_only: bool = False) -> Run:
    states = {document.path: parsed.state(document, pandas_only) for document in parsed.documents}
    nothing = DocumentState(Path(), [], Env())
    run = Run(context, nothing.env, CellState(_NOWHERE, -1, nothing), states, parsed.tree)
    for document in [*(d for d in parsed.documents if d.entry), *parsed.documents]:
        state = states[document.path]
        if not state.begun:
            context.folder = document.path.parent
            context.inputs, context.outputs = state.inputs, state.outputs
            modules.execute(run, state)
        context.looked_at.update(map(context.key, document.named))
    for definition in list(run.definitions.values()):
        context.folder = definition.cell.document.path.parent
        bodies.interpret_uncalled(run, definition)
    handover.take_back_unused(run)
    lambdas.keep_unseen(run)
    as_files.note_read_and_written(run)
    return run


def _displayed(module: cst.Module) -> cst.CSTNode | None:
    if not module.body or not isinstance(module.body[-1], cst.SimpleStatementLine):
        return None
    last = module.body[-1].body[-1]
    return last if isinstance(last, cst.Expr) else None


def _variables(run: Run, document: DocumentState) -> list[Variable]:
    found = []
    env = document.env
    for text, binding in env.names.items():
        if isinstance(binding.value, (Module, Function)):
            continue
        if is_stale(binding.value):
            run.context.demand("local", binding.place)
        if "." in text or isinstance(binding.value, (Class, Instance)):
            continue
        found.append(_variable(env, text, binding.value))
    return found


def _variable(env: Env, text: str, held: Value) -> Variable:
    value = env.anchor(held)
    match value:
        case Elements() if is_spark(value):
            names = [str(getattr(key, "value", "")) for key in value.keys] or map(str, range(len(value.items)))
            items = [_variable(env, part, item) for part, item in zip(names, value.items, strict=True)]
            return Variable(text, "unknown", items=tuple(_unnamed(item) for item in items))
        case Collected():
            return Variable(text, "unknown", each=_unnamed(_frame_variable("", value.each)))
        case Frame():
            return _frame_variable(text, value)
        case Column():
            anchor = name_of(value.frame.code)
            if anchor == text:
                return _frame_variable(text, value.frame)
            beside = _frame_variable("", value.frame)
            return Variable(text, "column", anchor, beside.index, beside.levels, facts=facts.of_column(value))
        case Scalar():
            return Variable(text, "scalar", facts=facts.of_scalar(value))
        case Const():
            return Variable(text, "scalar")
        case Local() if value.why != LEFT:
            return Variable(text, "local")
    return Variable(text, "unknown")  # also what served as an expression over a frame that no variable holds any longer


def _unnamed(part: Variable) -> Variable:
    """What is known of a part of a container, which no variable need hold."""
    return replace(part, frame=None) if part.kind == "frame" else part


def _frame_variable(text: str, frame: Frame) -> Variable:
    index = tuple(level.column for level in frame.index.levels)
    ordered = frame.order.keys[: frame.order.defined] if frame.order is not None and frame.sorted else ()
    by_value = itertools.takewhile(lambda k: k.among is None, ordered)
    keys = tuple((k.column, "asc" if k.ascending else "desc") for k in by_value)
    names = tuple(level.name for level in frame.index.levels)
    told = names if any(n is not None and n != c for n, c in zip(names, index, strict=True)) else ()
    return Variable(text, "frame", text, index, told, keys, facts.of_frame(frame))
