"""The main job: ``translate PATH… --out DIR``."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from translator import __version__, results
from translator.cli.options import config_options
from translator.documents.discovery import Discovery
from translator.documents.writer import WriteError, diff
from translator.rerun.outputs import ACTIONS
from translator.rerun.run import Finished, run_tree
from translator.results import Digest, Translation
from translator.settings import Folders
from translator.summary import print_summary

ERROR = Console(stderr=True)


@click.command("run")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Output directory (mirrors the input).")
@click.option("--diff", "show_diff", is_flag=True, help="Print what would change instead of writing it.")
@click.option("--report", type=click.Path(path_type=Path), help="Directory for translation.json (default: --out).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--verbose", is_flag=True, help="Show every diagnostic.")
@click.option("--fresh", is_flag=True, help="Translate everything, also what did not change since the last run.")
@click.option("--jobs", type=click.IntRange(0), default=0, show_default="as many as are worth it", help="Worker processes.")
@click.option("--watch", is_flag=True, help="Run again whenever a source changes, until Ctrl-C.")
@click.option("--changes", type=click.Path(file_okay=False, path_type=Path), help="Directory for patches for git am.")
@click.option("--verdicts", type=click.Path(dir_okay=False, path_type=Path), help="What 'verify --format json' printed.")
@config_options
def run(
    paths: Sequence[Path], out: Path | None, show_diff: bool, report: Path | None, form: str, verbose: bool,
    fresh: bool, jobs: int, watch: bool, changes: Path | None, verdicts: Path | None, folders: Folders,
) -> None:  # fmt: skip
    """Translate scripts, notebooks and directory trees.

    What did not change since the last run into the same directory is not translated again, and
    what people changed in outputs is merged; 'translate undo' takes the last run back.
    """
    if show_diff:
        _show_diff(paths, folders, form)
        return
    if out is None:
        raise click.UsageError("say where to write with --out DIR, or use --diff")

    def once() -> int:
        try:
            finished = _run(paths, out, report, fresh, jobs, folders)
            if changes is not None:
                _write_changes(changes, paths, out, finished, verdicts, folders)
        except WriteError as error:
            ERROR.print(f"error: {error}", style="red", markup=False)
            return 2
        _print(finished, form, verbose)
        return status(finished.files, finished.conflicts)

    if watch:
        _watch(paths, out, folders, once)
    sys.exit(once())


def status(done: Iterable[Digest | Translation], conflicts: Sequence[str] = ()) -> int:
    """The exit status of a run."""
    bad = any(t.outcome in ("partial", "skipped", "failed") for t in done)
    return 1 if bad or conflicts else 0


def _run(paths: Sequence[Path], out: Path, report: Path | None, fresh: bool, jobs: int, folders: Folders) -> Finished:
    found = folders.find(paths, out)
    with Progress(console=ERROR, transient=True, disable=not ERROR.is_terminal or len(found.files) < 5) as progress:
        task = progress.add_task("translating", total=len(found.files))

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=name)

        return run_tree(found, out, report or out, folders, fresh=fresh, jobs=jobs, progress=advance)


def _write_changes(
    changes: Path, paths: Sequence[Path], out: Path, finished: Finished, verdicts: Path | None, folders: Folders
) -> None:
    from translator.changes import load_verdicts, write_changes

    entries = json.loads(finished.report.read_text(encoding="utf-8"))["files"]
    files = folders.find(paths, out).files
    written = write_changes(changes, files, out, entries, load_verdicts(verdicts))
    click.echo(f"wrote {len(written)} patches; apply them with: git am {changes}/*.patch", err=True)


def _print(finished: Finished, form: str, verbose: bool) -> None:
    if form == "json":
        click.echo(finished.report.read_text(encoding="utf-8"), nl=False)
        return
    console = Console(width=None if sys.stdout.isatty() else 160)  # a file has room for whole names
    print_summary(_with_all(finished) if verbose else finished.files, console, verbose)
    counts = finished.actions
    parts = [f"{counts[action]} {text}" for action, text in ACTIONS.items() if counts[action]]
    if parts:
        click.echo(f"outputs: {', '.join(parts)}")
    for name in finished.conflicts:
        click.echo(f"{name}: in conflict with your edits; look for <<<<<<< in it")
    if finished.orphans:
        click.echo(f"no longer made from any source: {', '.join(finished.orphans)}")


def _with_all(finished: Finished) -> list[Digest]:
    """The digests with all diagnostics, not only errors."""
    entries = json.loads(finished.report.read_text(encoding="utf-8"))["files"]
    return [
        replace(digest, diagnostics=tuple(map(results.diagnostic_of, entry["diagnostics"])))
        for digest, entry in zip(finished.files, entries, strict=True)
    ]


def _show_diff(paths: Sequence[Path], folders: Folders, form: str) -> None:
    """Print sources against their translations; nothing is written."""
    from translator.api import problems, translations  # slow: imports pandas, libcst and all rules

    found = folders.find(paths)
    done = sorted(translations(found.files, folders.config_of), key=lambda pair: found.files.index(pair[0]))
    for file, translation in done:
        old = file.path.read_bytes().decode("utf-8", errors="replace")
        click.echo(diff(old, translation.text, translation.source), nl=False, err=form == "json")
    everything = [*(t for _, t in done), *problems(found.problems)]
    if form == "json":
        click.echo(json.dumps(results.to_json(everything, __version__), indent=2))
    for translation in everything:
        for diagnostic in translation.diagnostics:
            if diagnostic.severity == "error":
                place = f"{translation.source}:{diagnostic.span.line}: {diagnostic.code}"
                ERROR.print(f"{place} {diagnostic.message} {diagnostic.next_step}", style="red", markup=False)
    sys.exit(status(everything))


def _watch(paths: Sequence[Path], out: Path, folders: Folders, once: Callable[[], int]) -> None:
    """Run whenever the sources differ from what they were, looking twice a second."""
    seen: object = None
    try:
        while True:
            now = _signature(folders.find(paths, out))
            if now != seen:
                once()
                seen = now
                click.echo(f"watching {', '.join(map(str, paths))} (Ctrl-C ends)", err=True)
            time.sleep(0.5)
    except KeyboardInterrupt:
        sys.exit(0)


def _signature(found: Discovery) -> list[tuple[str, int, int]]:
    signature = []
    for file in found.files:
        try:
            stat = file.path.stat()
        except OSError:
            continue
        signature.append((file.relative, stat.st_size, stat.st_mtime_ns))
    return signature
