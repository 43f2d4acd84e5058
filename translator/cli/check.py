"""``translate check``: what cannot be translated, for hooks, editors and CI."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from translator.check import baseline as known
from translator.check import formats
from translator.check.findings import Finding
from translator.check.run import Checked, check_paths
from translator.cli.options import config_options
from translator.diagnostics import CODES
from translator.documents.writer import WriteError, write_atomic
from translator.settings import Folders


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict/--no-strict", default=None, help="Also report what would be bridged.")
@click.option("--only", multiple=True, metavar="CODE", help="Report these codes only, T204 (pickles) among them.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif", "junit"]), default="text")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File for the report.")
@click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), help="File of known findings.")
@click.option("--write-baseline", is_flag=True, help="Write all findings to the baseline file; they no longer fail.")
@config_options
def check(
    paths: Sequence[Path], strict: bool | None, only: tuple[str, ...], form: str, output: Path | None,
    baseline: Path | None, write_baseline: bool, folders: Folders,
) -> None:  # fmt: skip
    """Report what cannot be translated; writes nothing.

    Exit status: 0 no new finding, 1 findings, 2 wrong usage. A comment
    '# translate: ignore[CODE] reason' suppresses a finding.
    """
    baseline = baseline or folders.of(paths[0] / "x" if paths[0].is_dir() else paths[0]).baseline
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE, or 'baseline' in [tool.translate]")
    unknown = [code for code in only if code not in CODES]
    if unknown:
        raise click.UsageError(f"{unknown[0]} is no code; see 'translate explain'")
    checked = check_paths(paths, folders, strict, frozenset(only))
    if write_baseline:
        assert baseline is not None
        _write(baseline, checked.findings)
        return
    found, gone = list(checked.findings), 0
    if baseline is not None:
        try:
            found, gone = known.apply(found, known.read(baseline))
        except known.BaselineError as error:
            raise click.UsageError(str(error)) from error
    report = _report(form, found, checked, color=output is None and sys.stdout.isatty())
    if output is not None:
        try:
            write_atomic(output, report.encode())
        except WriteError as error:
            raise click.UsageError(str(error)) from error
    elif report:
        click.echo(report)
    if form == "text" or output is not None:
        _summary(found, checked, gone)
    sys.exit(1 if any(f.state == "new" for f in found) else 0)


def _report(form: str, found: Sequence[Finding], checked: Checked, color: bool) -> str:
    match form:
        case "json":
            return formats.as_json(found)
        case "github":
            return formats.github(found)
        case "sarif" | "junit":
            from translator.check.sarif import junit, sarif

            return sarif(found) if form == "sarif" else junit(found, checked.files)
    return formats.text(found, color)


def _summary(found: Sequence[Finding], checked: Checked, gone: int) -> None:
    new = sum(f.state == "new" for f in found)
    parts = [f"{_count(len(checked.files), 'file')}, {_count(new, 'finding')}"]
    for state, name in (("known", "in the baseline"), ("suppressed", "suppressed")):
        if count := sum(f.state == state for f in found):
            parts.append(f"{count} {name}")
    if gone:
        parts.append(f"{gone} of the baseline not found here any more")
    click.echo(", ".join(parts), err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _write(path: Path, found: Sequence[Finding]) -> None:
    try:
        known.write(path, found)
    except WriteError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"wrote {_count(sum(f.state != 'suppressed' for f in found), 'finding')} to {path}", err=True)
