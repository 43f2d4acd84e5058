"""The readable summary of a run, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from translator.diagnostics import CODES
from translator.results import STATUSES, Digest, totals

STYLES = {"translated": "green", "partial": "yellow", "unchanged": "dim", "skipped": "red", "failed": "red"}
ROWS = 60
"""A longer table is read by nobody; then only files that need a look are listed."""

REASONS = 3
"""Reasons that are told; what people do about the first changes the others."""


def print_summary(done: Sequence[Digest], console: Console, verbose: bool = False) -> None:
    """Print a row per file with sites, what was found, and the totals."""
    shown = [file for file in done if file.outcome != "unchanged"]
    if len(shown) > ROWS and not verbose:
        shown = [file for file in shown if file.outcome != "translated"][:ROWS]
    if shown:
        console.print(_table(shown))
    for file in done:
        _print_diagnostics(file, console, verbose)
    count = totals(done)
    native = count["native"] + count["helper"]
    share = f" ({native / count['sites']:.0%} native)" if count["sites"] else ""
    unchanged = sum(file.outcome == "unchanged" for file in done)
    files = f"{count['files']} file{'' if count['files'] == 1 else 's'}"
    console.print(f"{files}, {unchanged} unchanged, {count['sites']} pandas sites{share}")
    if count["driver"] + count["local"]:
        _print_reasons(done, console)


def _print_reasons(done: Sequence[Digest], console: Console) -> None:
    """Why sites stay pandas, the most frequent reasons first, and where to read more."""
    reasons: Counter[str] = Counter()
    for file in done:
        reasons.update(file.reasons)
    if not reasons:
        return
    console.print("what keeps sites in pandas ('translate check --strict' shows where, 'translate explain CODE' why):")
    for code, count in reasons.most_common(REASONS):
        sites = f"{count} site{'' if count == 1 else 's'}"
        console.print(Text(f"    {code} {CODES[code].title}: {sites}. {CODES[code].hint}", style="dim"))


def _table(shown: Sequence[Digest]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("file", overflow="fold")
    table.add_column("outcome")
    statuses = [status for status in STATUSES if any(file.statuses.get(status) for file in shown)]
    for status in statuses:
        table.add_column(status, justify="right")
    for file in shown:
        outcome = Text(file.outcome, style=STYLES[file.outcome])
        table.add_row(Text(file.source), outcome, *(str(file.statuses.get(status, "")) for status in statuses))
    return table


def _print_diagnostics(file: Digest, console: Console, verbose: bool) -> None:
    for diagnostic in file.diagnostics:
        if not verbose and diagnostic.severity != "error":
            continue
        cell = "" if diagnostic.span.cell is None else f" cell {diagnostic.span.cell}"
        where = f"{file.source}{cell}:{diagnostic.span.line}:{diagnostic.span.column}"
        console.print(Text(f"{where}: {diagnostic.code} {diagnostic.message}"))
        if diagnostic.hint or diagnostic.severity == "error":
            console.print(Text(f"    {diagnostic.next_step}", style="dim"))
