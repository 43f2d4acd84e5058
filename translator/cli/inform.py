"""Commands that inform: ``check``, ``explain``, ``coverage`` and ``new-rule``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from translator import catalogue
from translator.cli.run import config_options, translate_all
from translator.config import Config
from translator.diagnostics import ASSUMPTIONS, CODES
from translator.registry import GAPS, RULES, load_rules
from translator.scaffold import write_rule

SHOWN = {"T1", "T2", "T3", "T9"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Also report what would be bridged.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@config_options
def check(
    paths: Sequence[Path], strict: bool, form: str, bridge: Any, schema: Path | None,
    data_root: Path | None, rules: tuple[str, ...], exclude: tuple[str, ...],
) -> None:  # fmt: skip
    """Report what cannot be translated; writes nothing. Exit status 1 when there is any."""
    config = Config(bridge, data_root, schema, rules=rules, exclude=exclude)
    found = [
        (t.source, d)
        for t in translate_all(paths, None, config)
        for d in t.diagnostics
        if d.severity == "error" or (strict and d.severity == "warning")
    ]
    if form == "json":
        click.echo(json.dumps([
            {"file": f, "line": d.span.line, "column": d.span.column, "cell": d.span.cell, "code": d.code,
             "name": d.name, "message": d.message, "hint": d.hint} for f, d in found
        ], indent=2))  # fmt: skip
    for file, d in found if form != "json" else ():
        if form == "github":
            click.echo(f"::warning file={file},line={d.span.line},col={d.span.column},title={d.code}::{d.message}")
        else:
            cell = "" if d.span.cell is None else f" cell {d.span.cell}"
            click.echo(f"{file}:{d.span.line}:{d.span.column}:{cell} {d.code} {d.message}")
    sys.exit(1 if found else 0)


@click.command()
@click.argument("topic")
def explain(topic: str) -> None:
    """Explain a code (T310, A101) or a pandas name (DataFrame.merge)."""
    load_rules()
    console = Console()
    if topic.upper() in CODES:
        entry = CODES[topic.upper()]
        console.print(Text(f"{entry.code} {entry.name} ({entry.severity}, effort {entry.effort})", style="bold"))
        console.print(Text(f"{entry.title}.\n\n{entry.explanation}\n\nWhat to do: {entry.hint}"))
    elif topic.upper() in ASSUMPTIONS:
        console.print(Text(f"{topic.upper()}: {ASSUMPTIONS[topic.upper()]}"))
    elif topic in RULES:
        rule = RULES[topic]
        console.print(Text(topic, style="bold"))
        console.print(Text(rule.doc))
        console.print(Text(f"\nArguments honoured: {', '.join(rule.parameters) or 'none'}"))
    elif topic in GAPS:
        gap = GAPS[topic]
        console.print(Text(f"{topic}: {'never' if gap.never else 'not yet'} translated", style="bold"))
        console.print(Text(f"{gap.because}\n{gap.instead}"))
    else:
        raise click.UsageError(f"{topic!r} is no code and no name with a rule; see 'translate coverage'")


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def coverage(form: str) -> None:
    """What is translated, over every public pandas callable."""
    rows = catalogue.coverage()
    if form == "json":
        click.echo(json.dumps([row.__dict__ for row in rows], indent=2))
        return
    table = Table(box=None, pad_edge=False)
    for title in ("of", "rule", "not yet", "never", "unreviewed"):
        table.add_column(title, justify="left" if title == "of" else "right")
    for owner, counts in catalogue.totals(rows).items():
        table.add_row(owner, *(str(counts[s]) for s in ("rule", "not yet", "never", "unreviewed")))
    Console().print(table)


@click.command("new-rule")
@click.argument("key")
@click.option("--into", type=click.Path(path_type=Path), default=Path("rules"), help="The rules package.")
def new_rule(key: str, into: Path) -> None:
    """Write the stub of a rule and of its case file, e.g. for DataFrame.nlargest."""
    try:
        for path in write_rule(key, into):
            click.echo(f"wrote {path}")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
