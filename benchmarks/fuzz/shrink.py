"""Makes a failing program small: fewer statements, then fewer rows and columns of its tables."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.fuzz.check import Finding, check
from benchmarks.fuzz.program import Program

SECONDS = 30


def shrink(program: Program, finding: Finding) -> tuple[Program, Finding]:
    """The smallest program found that fails in the same way, and its finding."""
    until = time.monotonic() + SECONDS

    def fails(candidate: Program) -> Finding | None:
        found = check(candidate, other=finding.other)
        return found if found.outcome == finding.outcome and found.other == finding.other else None

    smaller = True
    while smaller and time.monotonic() < until:
        smaller = False
        for candidate in candidates(program):
            if time.monotonic() > until:
                break
            found = fails(candidate)
            if found is not None:
                program, finding, smaller = candidate, found, True
                break
    return program, finding


def candidates(program: Program) -> Iterator[Program]:
    """Programs with one statement, or some rows, less."""
    last = len(program.statements) - 1
    for place in range(last, -1, -1):
        statements = program.statements[:place] + program.statements[place + 1 :]
        yield replace(program, statements=statements)
    for name, table in program.tables.items():
        for place in range(len(table)):
            yield replace(program, tables={**program.tables, name: table.drop(table.index[place])})


