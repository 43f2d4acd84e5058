"""``translate data``: data files to Delta tables."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

ERROR = Console(stderr=True)


@click.group()
def data() -> None:
    """Data files (pickles, CSV, Parquet, Excel and more) to Delta tables, each with a proof."""


@data.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def scan(root: Path, form: str) -> None:
    """List the data files below ROOT and what they hold. Loads no pickle."""
    from translator.data.inventory import scan as entries

    found = list(entries(root))
    if form == "json":
        click.echo(json.dumps([entry.to_dict() for entry in found], indent=2))
        return
    table = Table(box=None, pad_edge=False)
    for title in ("file", "kind", "holds", "bytes", "risk"):
        table.add_column(title, justify="right" if title == "bytes" else "left", overflow="fold")
    for entry in found:
        table.add_row(entry.uri, entry.kind, entry.content, str(entry.size), entry.risk)
    Console().print(table)


@data.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write (default: print).")
@click.option("--tables", default="lake", show_default=True, help="Folder or URI of the tables.")
def layout(root: Path, out: Path | None, tables: str) -> None:
    """Propose which table each data file below ROOT becomes, in a file to be edited.

    Tables are bronze where no program below ROOT writes the file, silver where one writes and another reads it, and gold
    where it is only written. 'data convert --layout' and 'translate --layout' keep to what stands there.
    """
    from translator.data.derive import derive
    from translator.inputs.layout import written

    text = written(tables, derive(root))
    if out is None:
        click.echo(text, nl=False)
        return
    if out.exists():
        raise click.UsageError(f"{out} exists; edit it, or give another name")
    out.write_text(text, encoding="utf-8")
    click.echo(f"wrote {out}")


def reading_options(command: Any) -> Any:
    """Options of the commands that read files."""
    options = [
        click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="Folder of the tables."),
        click.option("--layout", type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="The file of 'translate data layout': which table each file becomes, and where tables are."),
        click.option("--layer", default="bronze", show_default=True, help="First part of the tables' paths."),
        click.option("--jobs", default=1, show_default=True, help="Files read at the same time."),
        click.option("--reader-python", default=sys.executable, help="Interpreter that reads the files (default: this one)."),
        click.option("--trust-globals", type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="File of further names that pickles may ask for, one module.name a line."),
        click.option("--mixed", type=click.Choice(["refuse", "json"]), default="refuse", show_default=True,
                     help="Columns of mixed Python objects."),
        click.option("--naive", type=click.Choice(["ntz", "utc"]), default="ntz", show_default=True,
                     help="Times without zone."),
        click.option("--allow-truncate", is_flag=True, help="Cut times finer than microseconds."),
        click.option("--memory", default=6.0, show_default=True, help="GiB for one file."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _options(
    to: Path | None, layout: Path | None, layer: str, jobs: int, reader_python: str, trust_globals: Path | None,
    mixed: str, naive: str, allow_truncate: bool, memory: float,
) -> Any:  # fmt: skip
    from translator.inputs.layout import LayoutError, load

    try:
        from translator.data import Options
        from translator.data.reading import Limits, Request
    except ImportError as error:
        raise click.UsageError(f"this needs the extra 'data' (missing: {error.name})") from error
    lines = trust_globals.read_text(encoding="utf-8").split() if trust_globals is not None else []
    trusted = tuple((line.rpartition(".")[0], line.rpartition(".")[2]) for line in lines)
    request = Request(
        reader_python, Limits(memory=int(memory * 2**30)), mixed, naive, allow_truncate, trusted, rows=layout is not None
    )
    try:
        known = None if layout is None else load(layout)
    except LayoutError as error:
        raise click.UsageError(str(error)) from error
    if to is None:
        if known is None or "://" in known.tables:
            raise click.UsageError("say where the tables go with --to DIR, or with --layout FILE")
        to = known.folder / known.tables
    return Options(to, layer, jobs, known, request)


@data.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
@reading_options
def convert(root: Path, **given: Any) -> None:
    """Convert the data files below ROOT to Delta tables below --to.

    Files that were converted before and have not changed are left alone. Exit status 1 if any file was refused.
    """
    options = _options(**given)
    from translator.data import convert as run
    from translator.data.inventory import files

    with Progress(console=ERROR, transient=True, disable=not ERROR.is_terminal) as progress:
        total = sum(1 for _, uri, _ in files(root) if options.layout is None or options.layout.wants(uri))
        task = progress.add_task("converting", total=total)
        try:
            records = run(root, options, lambda record: progress.update(task, advance=1, description=record.uri))
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    _show(records)


@data.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path))
@reading_options
def verify(root: Path, **given: Any) -> None:
    """Compare the tables below --to with the files below ROOT that they were made of."""
    options = _options(**given)
    from translator.data import verify as run

    _show(list(run(root, options)))


def _show(records: Any) -> None:
    for record in records:
        if not record.ok:
            click.echo(f"{record.uri}: {record.status}: {record.reason}")
    counts = Counter(record.status for record in records)
    click.echo(", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "no data files")
    sys.exit(0 if all(record.ok for record in records) else 1)
