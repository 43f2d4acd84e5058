"""Commands on an output directory: ``translate diff`` and ``translate undo``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from translator.cli.options import config_options
from translator.documents.writer import WriteError, diff
from translator.rerun import FOLDER
from translator.rerun.lock import locked
from translator.rerun.outputs import undo as undo_run
from translator.rerun.run import pending
from translator.settings import Folders


@click.command("diff")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Output directory of earlier runs.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if a run would change anything.")
@config_options
def diff_outputs(paths: Sequence[Path], out: Path, exit_code: bool, folders: Folders) -> None:
    """Show what a run would change in its output directory; writes nothing."""
    changed = False
    try:
        for change in pending(folders.find(paths, out), out, folders):
            changed = True
            old = (change.before or b"").decode("utf-8", errors="replace")
            click.echo(diff(old, change.content.decode("utf-8", errors="replace"), change.relative), nl=False)
    except WriteError as error:
        raise click.UsageError(str(error)) from error
    sys.exit(1 if changed and exit_code else 0)


@click.command()
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Restore also what was edited since.")
def undo(out: Path, force: bool) -> None:
    """Restore an output directory as it was before the last run that changed it."""
    if not (out / FOLDER).is_dir():
        raise click.UsageError(f"there is no run to undo in {out}; name the --out of an earlier run")
    try:
        with locked(out):
            undone = undo_run(out, force)
    except WriteError as error:
        raise click.UsageError(str(error)) from error
    for verb, names in (("restored", undone.restored), ("removed", undone.removed), ("left, edited since", undone.edited)):
        for name in names:
            click.echo(f"{verb}: {name}")
    sys.exit(1 if undone.edited else 0)
