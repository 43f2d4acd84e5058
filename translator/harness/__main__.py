"""Verifies one pair of files, or everything in a translation.json, from a shell.

python -m translator.harness jobs/a.py out/a.py --entry out/translation.json --engine sail
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translator.harness.engines import fetch_delta_jars
from translator.harness.render import print_verdicts, to_json, to_junit
from translator.harness.verify import Unit, units_of, verify


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the harness; 0 if everything is equal, 1 if not."""
    options = _parser().parse_args(arguments)
    if options.fetch_delta:
        print("\n".join(map(str, fetch_delta_jars())))
        return 0
    verdicts = verify(
        _units(options),
        engines=options.engine or ["sail"],
        ansi={"on": (True,), "off": (False,), "both": (True, False)}[options.ansi],
        data_roots=options.data_root,
        examples=options.examples,
        rows=options.rows,
        seed=options.seed,
        timeout=options.timeout,
        memory=int(options.memory * 2**30),
        network=options.allow_network,
        jobs=options.jobs,
    )
    print_verdicts(verdicts)
    if options.json:
        options.json.write_text(to_json(verdicts), encoding="utf-8")
    if options.junit:
        options.junit.write_text(to_junit(verdicts), encoding="utf-8")
    return 0 if any(v.ok for v in verdicts) and all(v.acceptable for v in verdicts) else 1


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser("python -m translator.harness", description=__doc__)
    parser.add_argument("original", nargs="?", type=Path, help="the pandas file (or its folder)")
    parser.add_argument("output", nargs="?", type=Path, help="its translation (or the folder)")
    parser.add_argument("--entry", type=Path, help="translation.json, or one entry of it")
    parser.add_argument("--cwd", type=Path, help="where both run (default: the original's folder)")
    parser.add_argument("--engine", action="append", help="sail, spark or sc://host:port")
    parser.add_argument("--ansi", choices=("on", "off", "both"), default="on")
    parser.add_argument("--data-root", action="append", type=Path, default=[])
    parser.add_argument("--examples", type=int, default=0, help="generated data sets")
    parser.add_argument("--rows", type=int, default=12, help="rows of a generated file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds a run")
    parser.add_argument("--memory", type=float, default=4.0, help="GiB a run")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--allow-network", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--junit", type=Path)
    parser.add_argument("--fetch-delta", action="store_true", help="download the Delta jars")
    return parser


def _units(options: argparse.Namespace) -> list[Unit]:
    """Return the units named on the command line."""
    if options.original is None or options.output is None:
        sys.exit("an original and its translation are needed")
    document: dict[str, Any] = {}
    if options.entry:
        document = json.loads(options.entry.read_text(encoding="utf-8"))
    if options.original.is_dir():
        cwd = options.cwd or options.original
        return list(units_of(document, options.original, options.output, cwd))
    entries = document.get("files", [document] if document else [])
    entry = next((e for e in entries if Path(e["source"]).name == options.original.name), None)
    if entry is None and len(entries) == 1:
        entry = entries[0]
    cwd = options.cwd or options.original.parent
    return [Unit(options.original, options.output, cwd, entry)]


if __name__ == "__main__":
    sys.exit(main())
