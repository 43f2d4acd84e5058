"""The main job: ``translate PATH… --out DIR``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click
from rich.console import Console
from rich.progress import Progress

import translator
from translator import __version__, results
from translator.api import problems, translations
from translator.cli.options import config_options
from translator.imports import SUPPORT_PACKAGE
from translator.results import Translation
from translator.settings import Folders
from translator.summary import print_summary
from translator.writer import OutputTree, WriteError, diff

ERROR = Console(stderr=True)


@click.command("run")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Output directory (mirrors the input).")
@click.option("--diff", "show_diff", is_flag=True, help="Print what would change instead of writing it.")
@click.option("--report", type=click.Path(path_type=Path), help="Directory for translation.json (default: --out).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--verbose", is_flag=True, help="Show every diagnostic.")
@config_options
def run(
    paths: Sequence[Path], out: Path | None, show_diff: bool, report: Path | None, form: str,
    verbose: bool, folders: Folders,
) -> None:  # fmt: skip
    """Translate scripts, notebooks and directory trees."""
    if out is None and not show_diff:
        raise click.UsageError("say where to write with --out DIR, or use --diff")
    try:
        done = translate_all(paths, out, folders, show_diff)
        if report or (out and not show_diff):
            _write_report(done, report or out)
    except WriteError as error:
        ERROR.print(f"error: {error}", style="red", markup=False)
        sys.exit(2)
    if form == "json":
        click.echo(json.dumps(results.to_json(done, __version__), indent=2))
    elif not show_diff:
        print_summary(done, Console(), verbose)
    bad = any(t.outcome in ("partial", "skipped", "failed") for t in done)
    sys.exit(1 if bad else 0)


def translate_all(
    paths: Sequence[Path], out: Path | None, folders: Folders, show_diff: bool = False
) -> list[Translation]:
    """Translate everything that the paths name, with progress on a terminal; write it if `out` is given."""
    found = folders.find(paths, out)
    tree = OutputTree(out, tuple(f.path for f in found.files)) if out is not None and not show_diff else None
    if tree is not None:
        tree.refuse_overlap({f.base for f in found.files})
    done: list[Translation] = []
    with Progress(console=ERROR, transient=True, disable=not ERROR.is_terminal or len(found.files) < 5) as progress:
        task = progress.add_task("translating", total=len(found.files))
        for file, translation in zip(found.files, translations(found.files, folders.config_of), strict=True):
            progress.update(task, advance=1, description=file.relative)
            done.append(translation)
            if show_diff:
                old = file.path.read_bytes().decode("utf-8", errors="replace")
                click.echo(diff(old, translation.text, translation.source), nl=False)
            elif tree is not None:
                tree.write(translation.output, translation.content, like=file.path)
    if tree is not None:
        _write_support(tree, done)
    done += problems(found.problems)
    return done


def _write_support(tree: OutputTree, done: Sequence[Translation]) -> None:
    """The support package beside every output that imports it, and at the top."""
    source = Path(translator.__file__).parent / "support" / SUPPORT_PACKAGE
    folders = {t.output.rpartition("/")[0] for t in done if t.uses_support}
    if folders:
        folders.add("")
    for folder in sorted(folders):
        for module in sorted(source.glob("*.py")):
            tree.copy(PurePosixPath(folder, SUPPORT_PACKAGE, module.name).as_posix(), module)


def _write_report(done: Sequence[Translation], folder: Path | None) -> None:
    assert folder is not None
    content = json.dumps(results.to_json(done, __version__), indent=2, ensure_ascii=False) + "\n"
    OutputTree(folder).write("translation.json", content.encode())

