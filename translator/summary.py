"""The readable summary of a run, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from translator.diagnostics import CODES
from translator.results import STATUSES, Translation, totals

STYLES = {"translated": "green", "partial": "yellow", "unchanged": "dim", "skipped": "red", "failed": "red"}


def print_summary(done: Sequence[Translation], console: Console, verbose: bool = False) -> None:
    """Print a row per file with sites, the totals, and what stands in the way most often."""
    table = Table(box=None, pad_edge=False)
    table.add_column("file")
    table.add_column("outcome")
    for status in STATUSES:
        table.add_column(status, justify="right")
    shown = [t for t in done if t.outcome != "unchanged"]
    for translation in shown:
        counts: Counter[str] = Counter(site.status for site in translation.sites)
        table.add_row(
            Text(translation.source),
            Text(translation.outcome, style=STYLES[translation.outcome]),
            *(str(counts[s] or "") for s in STATUSES),
        )
    if shown:
        console.print(table)
    for translation in done:
        _print_diagnostics(translation, console, verbose)
    count = totals(done)
    native = count["native"] + count["helper"]
    share = f" ({native / count['sites']:.0%} native)" if count["sites"] else ""
    unchanged = sum(t.outcome == "unchanged" for t in done)
    console.print(f"{count['files']} files, {unchanged} unchanged, {count['sites']} pandas sites{share}")


def _print_diagnostics(translation: Translation, console: Console, verbose: bool) -> None:
    for diagnostic in translation.diagnostics:
        if not verbose and diagnostic.severity != "error":
            continue
        where = f"{translation.source}:{diagnostic.span.line}:{diagnostic.span.column}"
        if diagnostic.span.cell is not None:
            where = f"{translation.source} cell {diagnostic.span.cell}:{diagnostic.span.line}"
        console.print(Text(f"{where}: {diagnostic.code} {diagnostic.message}"))
        hint = diagnostic.hint or (CODES[diagnostic.code].hint if diagnostic.severity == "error" else "")
        if hint:
            console.print(Text(f"    {hint}", style="dim"))
