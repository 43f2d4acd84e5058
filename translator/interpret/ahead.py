"""Values that a statement computes in a line of its own in front of it, as later statements read them too."""

from __future__ import annotations

import ast
import builtins
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import libcst as cst

from translator.diagnostics import Decline
from translator.emission import layout
from translator.emission.emit import Code, Line, Name, Raw, children, fields, name, needs
from translator.emission.reserved import shown
from translator.interpret.edits import Edit
from translator.interpret.source import Source

if TYPE_CHECKING:
    from translator.interpret.run import Run


def held_ahead(run: Run, hint: str, code: Code) -> Code:
    """A new variable, named after `hint`, that holds the value of the code from the statement at hand on.

    Raises:
        Decline: T311 where the statement may run more than once, or the code reads names that only
            a part of it knows.
    """
    if run.following or run.env.parent is not None or not _is_top(run):
        message = "what the data decide is held in a variable, for which there is no line in front of this statement"
        raise Decline(message, code="T311")
    unknown = [text for text in _names(code) if run.env.lookup(text) is None and not hasattr(builtins, text)]
    if unknown:
        raise Decline(f"{unknown[0]!r} is not known before the statement", code="T311")
    text = _variable(run, hint)
    return name(text, Line(f"{text} = {layout.render(code, 0, len(text) + 3)}", needs(code)))


def lines_before(source: Source, edits: Iterable[Edit]) -> list[Edit]:
    """The lines that the edits of a cell need in front of their statements."""
    wanted = {(start, need): need for edit in edits for need in edit.needs if isinstance(need, Line)
              for start in [_start(source, edit)]}  # fmt: skip
    return [Edit(start, start, f"{line}\n", line.needs) for (start, _), line in sorted(wanted.items())]


def _start(source: Source, edit: Edit) -> int:
    """Where the statement of an edit starts."""
    starts = (source.span(statement)[0] for statement in _statements(source))
    return max(start for start in starts if start <= edit.start)


def _statements(source: Source) -> Iterator[cst.BaseSmallStatement]:
    for line in source.module.body:
        if isinstance(line, cst.SimpleStatementLine):
            yield from line.body


def _is_top(run: Run) -> bool:
    return any(statement is run.statement for statement in _statements(run.cell.source))


def _variable(run: Run, hint: str) -> str:
    """A name that nothing else has: the same one in every pass."""
    variables: dict[tuple[object, str], str] = run.context.memo.setdefault("variables held ahead", {})
    place = (run.statement_place, hint)
    if place not in variables:
        base = re.sub(r"\W+", "_", hint).strip("_").lower()
        base = base if base.isidentifier() else f"column_{base}"
        taken = set(variables.values())
        numbered = (base if n == 1 else f"{base}_{n}" for n in itertools.count(1))
        variables[place] = next(text for text in numbered if text not in taken and shown(text) == text)
    return variables[place]


def _names(code: Code) -> Iterator[str]:
    """The names of the program that code reads."""
    if isinstance(code, Raw):
        imported = {need.split(".")[-1] for need in needs(code)}
        found = ast.walk(ast.parse(f"({fields(code)[0]}\n)", mode="eval"))
        yield from (node.id for node in found if isinstance(node, ast.Name) and node.id not in imported)
    elif isinstance(code, Name) and not fields(code)[1]:
        yield fields(code)[0].split(".")[0]
    for child in children(code):
        yield from _names(child)
