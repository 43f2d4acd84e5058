"""Commands that inform: ``explain``, ``coverage`` and ``new-rule``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from translator.reference import explanations


@click.command()
@click.argument("topics", nargs=-1, required=True)
def explain(topics: Sequence[str]) -> None:
    """Explain codes (T310, A101) or pandas names (DataFrame.merge)."""
    try:
        text = "\n".join(explanations.explain(topic) for topic in topics)
    except explanations.UnknownTopicError as error:
        raise click.UsageError(str(error)) from error
    console = Console()
    if not console.is_terminal:
        click.echo(text, nl=False)
        return
    from rich.markdown import Markdown

    console.print(Markdown(text))


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def coverage(form: str) -> None:
    """What is translated, over every public pandas callable."""
    from translator.reference import catalogue

    rows = catalogue.coverage()
    if form == "json":
        click.echo(json.dumps([row.__dict__ for row in rows], indent=2))
        return
    table = Table(box=None, pad_edge=False)
    for title in ("of", *catalogue.STATUSES):
        table.add_column(title, justify="left" if title == "of" else "right")
    for owner, counts in catalogue.totals(rows).items():
        table.add_row(owner, *(str(counts[s]) for s in catalogue.STATUSES))
    Console().print(table)
    shares = ", ".join(f"{kind} {share:.1%}" for kind, share in catalogue.weighted(rows).items())
    click.echo(f"weighted by how often real programs use the names: {shares}")


@click.command("new-rule")
@click.argument("key")
@click.option("--into", type=click.Path(path_type=Path), default=Path("rules"), help="The rules package.")
def new_rule(key: str, into: Path) -> None:
    """Write the stub of a rule and of its case file, e.g. for DataFrame.nlargest."""
    from translator.reference.scaffold import write_rule

    try:
        for path in write_rule(key, into):
            click.echo(f"wrote {path}")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
