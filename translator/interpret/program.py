"""Runs the cells of a document until nothing further is demanded of earlier places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import libcst as cst

from translator.config import Config
from translator.context import Context, Demand, running
from translator.diagnostics import Diagnostic, DiagnosticKey, Site, Span
from translator.dtypes import BOOLEANS
from translator.emit import name_of
from translator.interpret import functions, handover, statements
from translator.interpret.environment import Env, Place, is_stale
from translator.interpret.run import CellState, Run, Source
from translator.results import Variable
from translator.values import (
    Accessor,
    Column,
    Const,
    Frame,
    Function,
    Grouped,
    Labels,
    Local,
    Membership,
    Module,
    Scalar,
    Value,
    Windowed,
)

MAX_PASSES = 12
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
    files: dict[str, Any] = field(default_factory=dict)
    consulted: dict[str, str] = field(default_factory=dict)


def interpret(
    cells: Sequence[CellInput], folder: Path, config: Config, files: Mapping[str, Any] | None = None
) -> Interpretation:
    """Interpret a program.

    Args:
        cells: the cells in order; a script is one cell.
        folder: where the document lies; relative data paths are looked up from here.
        files: facts of data files written by programs that ran before this one, by path.

    Raises:
        libcst.ParserSyntaxError: when no cell can be parsed (a script with a syntax error).
    """
    sources, broken = _parse(cells)
    demands: frozenset[Demand] = frozenset()
    memo: dict[Any, Any] = {}
    reasons: dict[DiagnosticKey, Diagnostic] = {}
    causes: dict[Demand, DiagnosticKey] = {}
    followers: dict[Place, DiagnosticKey] = {}
    consulted: dict[str, str] = {}
    for _ in range(MAX_PASSES):
        context = Context(
            config, demands, folder=folder, files=dict(files or {}), memo=memo, causes=causes, consulted=consulted
        )
        with running(context):
            run = _one_pass(context, cells, sources, folder)
            variables = _variables(run)
        followers.update(run.followers)
        missing = context.requested - demands
        if not missing:
            break
        demands |= missing
        # why something has to stay pandas shows only in the pass in which it was still Spark
        reasons.update({k: d for k, d in run.diagnostics.items() if d.code != "T315"})
    if missing or run.conflicts:
        context = Context(config, folder=folder, files=dict(files or {}), memo=memo)
        with running(context):
            run = _one_pass(context, cells, sources, folder, pandas_only=True)
            variables = _variables(run)
        message = "the program as a whole stays pandas: no single text serves"
        reasons[0, 1, 1, "T317", ""] = Diagnostic("T317", message, Span(1, 1, 1, 1))
    texts, needs = [], frozenset[str]()
    states = {state.index: state for state in run.cells}
    for position, cell in enumerate(cells):
        if position not in states:
            texts.append(cell.source)
            continue
        text, imports = states[position].result()
        texts.append(text)
        needs |= imports
    known = _counted({**reasons, **run.diagnostics}, followers, run.sites)
    diagnostics = sorted([*known, *broken], key=lambda d: (d.span.cell or 0, d.span.line, d.span.column))
    sites = sorted(run.sites.values(), key=lambda s: (s.span.cell or 0, s.span.line, s.span.column))
    return Interpretation(
        texts, needs, sites, diagnostics, variables, context.inputs, context.outputs, context.files, consulted
    )


def _counted(
    known: Mapping[DiagnosticKey, Diagnostic], followers: Mapping[Place, DiagnosticKey],
    sites: Mapping[tuple[int, int, int, str], Site],
) -> list[Diagnostic]:  # fmt: skip
    """The diagnostics with the number of later sites that stay pandas only because of them."""
    places = {(cell, line, column - 1) for cell, line, column, _ in sites}
    own = {(*key[:2], key[2] - 1) for key in known}
    counts = Counter(cause for place, cause in followers.items() if place in places and place not in own)
    return [replace(d, consequences=counts[key]) for key, d in known.items()]


def _parse(cells: Sequence[CellInput]) -> tuple[dict[int, Source], list[Diagnostic]]:
    sources: dict[int, Source] = {}
    broken: list[Diagnostic] = []
    for position, cell in enumerate(cells):
        try:
            sources[position] = Source(cell.source, cell.number)
        except (cst.ParserSyntaxError, RecursionError) as error:
            if len(cells) == 1:
                raise
            line = getattr(error, "raw_line", 1)
            span = Span(line, 1, line, 1, cell.number)
            broken.append(Diagnostic("T103", "this cell is not valid Python", span))
    return sources, broken


def _one_pass(
    context: Context, cells: Sequence[CellInput], sources: Mapping[int, Source], folder: Path, pandas_only: bool = False
) -> Run:
    states = [CellState(source, position) for position, source in sources.items()]
    first = states[0] if states else CellState(Source("", None), 0)
    run = Run(context, Env(), folder, notebook=len(cells) > 1, cell=first, cells=states)
    # code that is on Spark already is not translated a second time
    run.pandas_only = pandas_only or any(_IMPORTS_SPARK.search(state.source.text) for state in states)
    for state in states:
        run.cell = state
        run.displayed = _displayed(state.source.module) if cells[state.index].displays else None
        statements.execute_body(run, state.source.module.body)
    run.displayed = None
    for definition in list(run.definitions.values()):
        functions.interpret_uncalled(run, definition)
    handover.take_back_unused(run)
    return run


def _displayed(module: cst.Module) -> cst.CSTNode | None:
    if not module.body or not isinstance(module.body[-1], cst.SimpleStatementLine):
        return None
    last = module.body[-1].body[-1]
    return last if isinstance(last, cst.Expr) else None


def _variables(run: Run) -> list[Variable]:
    found = []
    for text, binding in run.env.names.items():
        if isinstance(binding.value, (Module, Function)):
            continue
        if is_stale(binding.value):
            run.context.demand("local", binding.place)
        value = run.env.anchor(binding.value)
        if value is None and _is_condition(binding.value):
            continue  # it served to choose rows of a frame that its variable no longer holds
        if value is None:
            run.context.demand("own", binding.place)
            continue
        found.append(_variable(run, text, value))
    return found


def _is_condition(value: Value) -> bool:
    return isinstance(value, Membership) or isinstance(value, Column) and value.dtype in BOOLEANS


def _variable(run: Run, text: str, value: Value) -> Variable:
    match value:
        case Frame():
            return _frame_variable(text, value)
        case Column():
            anchor = name_of(value.frame.code)
            if anchor == text:
                return _frame_variable(text, value.frame)
            return Variable(text, "column", anchor, _frame_variable("", value.frame).index)
        case Scalar() | Const():
            return Variable(text, "scalar")
        case Local():
            return Variable(text, "local")
        case Labels() | Grouped() | Windowed() | Accessor():
            return Variable(text, "unknown")
    return Variable(text, "unknown")


def _frame_variable(text: str, frame: Frame) -> Variable:
    index = tuple(level.column for level in frame.index.levels)
    ordered = frame.order.keys if frame.order is not None and frame.sorted else ()
    keys = tuple((k.column, "asc" if k.ascending else "desc") for k in ordered)
    return Variable(text, "frame", text, index, keys)
