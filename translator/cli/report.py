"""``translate report``: the migration as one HTML file, and as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from translator.cli.options import config_options
from translator.documents.writer import WriteError, write_atomic
from translator.report.content import ReportError, gather
from translator.settings import Folders


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Output directory of the run.")
@click.option("--report", type=click.Path(file_okay=False, path_type=Path), help="Where its translation.json is, if elsewhere.")
@click.option("--verdicts", type=click.Path(dir_okay=False, path_type=Path), help="What 'verify --format json' printed.")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="Where to write (default: report/ in --out).")
@click.option("--title", default="pandas to Spark", show_default=True)
@config_options
def report(
    paths: Sequence[Path], out: Path, report: Path | None, verdicts: Path | None, to: Path | None, title: str,
    folders: Folders,
) -> None:  # fmt: skip
    """Write the report of a run: report.html, inventory.json and tables as CSV."""
    from translator.report.inventory import inventories
    from translator.report.page import page

    folder = to or out / "report"
    try:
        content = gather((report or out) / "translation.json", folders.find(paths, out).files, out, verdicts)
        write_atomic(folder / "report.html", page(content, title))
        for name, data in inventories(content).items():
            write_atomic(folder / name, data)
    except (ReportError, WriteError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"wrote {folder / 'report.html'}, inventory.json and tables as CSV")
