"""Finds the first statement of an original whose value the translation does not have.

Both sides are run once more, and keep every new value of every variable. A value of the original
counts as kept if the translation's variable of that name had it at some time; the statement after
the last one that was kept is where the two part. Labels and order are left out of account here:
they decide the verdict, not the place.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from translator.harness.cells import split
from translator.harness.compare import Difference, Terms, comparable, compare
from translator.harness.job import Result, Step
from translator.harness.judge import sequence
from translator.harness.values import Captured, Table, label
from translator.harness.verdicts import Located, Unit, Verdict


def first_difference(unit: Unit, verdict: Verdict, old: Result, new: Result) -> Located | None:
    """Return where two traced runs part; None if the original has no statement that can be named."""
    names = {o.name for o in verdict.different if o.kind == "variable"}
    after = _by_name(new.steps)
    parted: list[tuple[Step, tuple[Difference, ...]]] = []
    for name, steps in _by_name(old.steps).items():
        if name in after:
            parted += _parting(steps, [step.value for step in after[name]], name in names)
    parted += [(step, ()) for step in _last(old.steps, names) if step.name not in {s.name for s, _ in parted}]
    if parted:
        step, differences = min(parted, key=lambda pair: (pair[0].cell, pair[0].line))
        return Located(step.cell, step.line, _text(unit, step.cell, step.line), step.name, differences)
    return _shown(unit, verdict, old) or _written(unit, verdict)


def _by_name(steps: Iterable[Step]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        found[step.name].append(step)
    return found


def _parting(steps: list[Step], values: list[Captured], differs: bool) -> list[tuple[Step, tuple[Difference, ...]]]:
    """Return the first of a variable's values after the last one that the translation had, too."""
    position, start = -1, 0
    for number, step in enumerate(steps):
        for later in range(start, len(values)):
            if not _differences(step.value, values[later]):
                position, start = number, later
                break
    if position == len(steps) - 1:
        return []  # it is right in the end: what lay in between was written otherwise
    step = steps[position + 1]
    if not comparable(step.value):
        return []
    found = _differences(step.value, values[-1])
    return [(step, tuple(found))] if found or differs else []


def _differences(old: Captured, new: Captured) -> list[Difference]:
    """Compare values of the columns that both have, whatever the labels, types and order."""
    if isinstance(old, Table) and isinstance(new, Table):
        names = {label(column.name) for column in old.columns}
        shared = [column for column in new.columns if label(column.name) in names] or list(new.columns)
        new = replace(new, columns=shared, origin="spark")
    found = compare(old, new, Terms(names=False, ignore_index=True))
    return [difference for difference in found if difference.kind not in ("index", "name", "order")]


def _last(steps: list[Step], names: set[str]) -> list[Step]:
    """Return the statements that last changed the variables that differ."""
    return [found[-1] for name, found in _by_name(steps).items() if name in names]


def _shown(unit: Unit, verdict: Verdict, old: Result) -> Located | None:
    """Return the statement that showed the first output that differs."""
    numbers = [int(o.name.split()[1]) for o in verdict.different if o.kind == "shown" and o.name[:7] == "output "]
    shown = sequence(old.shown)
    if not numbers or min(numbers) > len(shown):
        return None
    item = shown[min(numbers) - 1]
    return Located(item.cell, item.line, _text(unit, item.cell, item.line), f"output {min(numbers)}")


def _written(unit: Unit, verdict: Verdict) -> Located | None:
    """Return the statement that names the first file that differs."""
    for observable in verdict.different:
        name = observable.name.split(" -> ")[0].rsplit("/", 1)[-1]
        if observable.kind == "file":
            for cell in split(unit.source, unit.form):
                for node in _statements(cell.code):
                    if name in (ast.get_source_segment(cell.code, node) or ""):
                        return Located(cell.number or 0, node.lineno, _line(cell.code, node.lineno), observable.name)
    return None


def _statements(code: str) -> list[ast.stmt]:
    try:
        return ast.parse(code).body
    except SyntaxError:
        return []


def _text(unit: Unit, cell: int, line: int) -> str:
    """Return the statement that starts on a line of the original, on one line."""
    for part in split(Path(unit.source), unit.form):
        if (part.number or 0) == cell:
            for node in _statements(part.code):
                if node.lineno == line and not isinstance(node, ast.FunctionDef | ast.ClassDef):
                    source = ast.get_source_segment(part.code, node) or ""
                    return " ".join(source.split()) if len(source) < 200 else _line(part.code, line)
            return _line(part.code, line)
    return ""


def _line(code: str, line: int) -> str:
    lines = code.splitlines()
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
