"""``translate verify``: translates to a temporary directory and has the harness compare.

The only module besides the harness itself that knows both sides; imported lazily, so that
translating needs neither Spark nor Java.
"""

from __future__ import annotations

import posixpath
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from translator.api import translations
from translator.config import Config
from translator.discovery import SourceFile, discover
from translator.harness import Unit, Verdict, verify
from translator.imports import SUPPORT_PACKAGE
from translator.results import Translation


@contextmanager
def translated_units(
    paths: Sequence[Path], config: Config | Callable[[SourceFile], Config], exclude: Sequence[str] = ()
) -> Iterator[list[Unit]]:
    """Translations of all files that use pandas, in a temporary directory, as harness units.

    Each runs from the folder of its original, where its relative data paths lead.
    """
    found = discover(paths, None, config.exclude if isinstance(config, Config) else exclude)
    with tempfile.TemporaryDirectory(prefix="translate-verify-") as folder:
        units = []
        done = sorted(translations(found.files, config), key=lambda pair: found.files.index(pair[0]))
        for file, translation in done:
            output = _write(Path(folder), file, translation)
            changed = bool(translation.sites) or translation.content != file.path.read_bytes()
            if translation.outcome in ("translated", "partial") and changed:
                units.append(Unit(file.path, output, file.path.parent, translation.to_dict()))
        yield chained(units)


def chained(units: Sequence[Unit]) -> list[Unit]:
    """The units with those of the same folder that write what they read, first writers first."""
    return [replace(unit, needs=tuple(_writers(unit, units, []))) for unit in units]


def _writers(unit: Unit, units: Sequence[Unit], found: list[Unit]) -> list[Unit]:
    read = _paths(unit, "inputs")
    for other in units:
        beside = other is not unit and other.cwd == unit.cwd and other not in found
        if beside and read & _paths(other, "outputs") and not read & _paths(unit, "outputs"):
            for first in _writers(other, [u for u in units if u is not unit], []):
                if first not in found:
                    found.append(first)
            if other not in found:
                found.append(other)
    return found


def _paths(unit: Unit, role: str) -> set[str]:
    return {posixpath.normpath(entry["path"]) for entry in (unit.entry or {}).get(role, ())}


def _write(folder: Path, file: SourceFile, translation: Translation) -> Path:
    output = folder / translation.output
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(translation.content or file.path.read_bytes())
    support = Path(__file__).parent / "support" / SUPPORT_PACKAGE
    if not (output.parent / support.name).exists():
        shutil.copytree(support, output.parent / support.name, ignore=shutil.ignore_patterns("__pycache__"))
    return output


def verify_paths(
    paths: Sequence[Path], *, config: Config | Callable[[SourceFile], Config] | None = None,
    exclude: Sequence[str] = (), engines: Sequence[str] = ("sail",),
    progress: Callable[[Verdict], None] | None = None, **options: Any,
) -> list[Verdict]:  # fmt: skip
    """Run every original under pandas and its translation on the engines, and compare.

    Args:
        paths: scripts, notebooks or directory trees.
        engines: ``sail``, ``spark`` or the address of a Spark Connect server.
        options: as for `translator.harness.verify` (examples, seed, timeout, memory, ansi, jobs).
    """
    with translated_units(paths, config or Config(), exclude) as units:
        return verify(units, engines=engines, progress=progress, **options)

