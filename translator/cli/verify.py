"""``translate verify``: old and new side by side on the same data."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from translator.cli.options import config_options
from translator.settings import Folders


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--engine", "engines", multiple=True, help="sail, spark, spark://host:port or sc://host:port; may be repeated.")
@click.option("--remote", help="Also on this Spark Connect server, sc://host:port.")
@click.option("--master", help="Also on Apache Spark with this master, spark://host:port.")
@click.option("--ansi", type=click.Choice(["on", "off", "both"]), default="on", help="Spark's ANSI mode.")
@click.option("--examples", default=0, show_default=True, help="Generated data sets besides the files at hand.")
@click.option("--rows", default=12, show_default=True, help="Rows of a generated file.")
@click.option("--seed", default=0, show_default=True)
@click.option("--database", type=click.Path(file_okay=False, path_type=Path),
              help="Folder that keeps generated data sets that failed, to be tried first the next time.")
@click.option("--save", type=click.Path(file_okay=False, path_type=Path),
              help="Folder for a pytest file of each difference, with its data shrunk to the rows that tell.")
@click.option("--plans", is_flag=True, help="Look for what costs without need in Apache Spark's plans (P101 to P107).")
@click.option("--no-cache", is_flag=True, help="Run again even where nothing has changed since the last time.")
@click.option("--timeout", default=120.0, show_default=True, help="Seconds for one run.")
@click.option("--memory", default=4.0, show_default=True, help="GiB for one run.")
@click.option("--jobs", default=1, show_default=True, help="Units verified at the same time.")
@click.option("--allow-network", is_flag=True, help="Let user code reach the network.")
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text")
@config_options
def verify(
    paths: Sequence[Path], engines: Sequence[str], remote: str | None, master: str | None, ansi: str,
    examples: int, rows: int, seed: int, database: Path | None, save: Path | None, plans: bool, no_cache: bool,
    timeout: float, memory: float, jobs: int, allow_network: bool, form: str, folders: Folders,
) -> None:  # fmt: skip
    """Run the original and the translation on the same data and compare every observable.

    Needs the ``verify`` extra. Verdicts are kept by the content of sources, data and options, so that
    a tree that has not changed is not run again. Exit status 0 when every comparable unit is equal
    and no file had to be left out because it cannot be read.
    """
    try:
        from translator.harness.engines import cache_dir
        from translator.harness.progress import Bar
        from translator.harness.render import print_verdicts, to_json, to_junit
        from translator.verification import imported, unreadable, verify_paths
    except ImportError as error:
        raise click.UsageError(f"verify needs the extra 'verify' (missing: {error.name})") from error
    asked = [*engines, *filter(None, (remote, master))] or ["sail"]
    if plans and asked == ["sail"]:
        raise click.UsageError("--plans reads the plans of Apache Spark: add --engine spark")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # as an exception, so that runs are ended and folders removed
    with Bar() as bar:
        verdicts = verify_paths(
            paths, config=folders.config_of, exclude=folders.overrides.get("exclude", ()),
            engines=asked, ansi={"on": (True,), "off": (False,), "both": (True, False)}[ansi],
            data_roots=[root] if (root := folders.overrides.get("data_root")) else [], examples=examples, rows=rows,
            seed=seed, timeout=timeout, memory=int(memory * 2**30), network=allow_network, jobs=jobs, database=database,
            inspect=plans, save=save, cache=None if no_cache else cache_dir() / "verdicts", progress=bar,
        )  # fmt: skip
    left_out = unreadable(paths, folders.config_of, folders.overrides.get("exclude", ()))
    for path, why in left_out:
        click.echo(f"{path}: not verified, as there is no translation of it: {why}", err=True)
    if not verdicts:
        click.echo(f"nothing to verify: {_why_nothing(paths, imported(paths))}", err=True)
    if form == "text":
        print_verdicts(verdicts)
    else:
        click.echo(to_json(verdicts) if form == "json" else to_junit(verdicts))
    sys.exit(0 if any(v.ok for v in verdicts) and all(v.acceptable for v in verdicts) and not left_out else 1)


def _why_nothing(paths: Sequence[Path], beside: Sequence[Path]) -> str:
    """Why no unit was found: also that what was named has its pandas in modules, which are translated with it only together."""
    if not beside:
        return "no script or notebook with pandas that was translated"
    folder = paths[0].parent
    names = ", ".join(file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name for file in beside[:3])
    more = f" and {len(beside) - 3} others" if len(beside) > 3 else ""
    return f"the pandas code is in {names}{more}, which is translated together with what imports it: verify the folder {folder}"
