"""``translate verify``: translates to a temporary directory and has the harness compare.

The only module besides the harness itself that knows both sides; imported lazily, so that
translating needs neither Spark nor Java.
"""

from __future__ import annotations

import os
import posixpath
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translator.api import translations
from translator.config import Config
from translator.documents.discovery import SourceFile, discover, mentions_pandas
from translator.documents.modules import imported_names
from translator.documents.syntax import syntax_error
from translator.emission.imports import SUPPORT_PACKAGE
from translator.harness import Unit, Verdict, verify, workdir
from translator.harness.store import Verdicts, key_of
from translator.pipeline import read
from translator.rerun.stamps import options as stamp_of_options
from translator.rerun.stamps import stamp
from translator.results import Translation

Configs = Config | Callable[[SourceFile], Config]

LOCAL = frozenset({"sail", "spark"})
"""Engines of this machine, whose answers depend on nothing but their version."""


@contextmanager
def translated_units(
    paths: Sequence[Path], config: Configs, exclude: Sequence[str] = ()
) -> Iterator[list[Unit]]:
    """Translations of all files that use pandas, in a temporary directory, as harness units.

    Each runs from the folder of its original, where its relative data paths lead.
    """
    with workdir.translations() as folder:
        yield list(_Translated(folder, _found(paths, config, exclude), config))


def _found(paths: Sequence[Path], config: Configs, exclude: Sequence[str]) -> tuple[SourceFile, ...]:
    """The files that the paths name; where two of several trees have one name, theirs begin with that of the tree."""
    patterns = config.exclude if isinstance(config, Config) else exclude
    trees = [discover([path], None, patterns).files for path in paths]
    places: dict[str, set[str]] = {}
    for file in (file for files in trees for file in files):
        places.setdefault(os.path.normcase(file.relative), set()).add(os.path.realpath(file.path))
    if all(len(found) == 1 for found in places.values()):
        return discover(paths, None, patterns).files
    files: dict[str, SourceFile] = {}
    taken: dict[str, str] = {}
    for tree in trees:
        base = os.path.realpath(tree[0].base) if tree else ""
        name = label = Path(base).name or "root"
        number = 1
        while taken.setdefault(os.path.normcase(label), base) != base:
            number += 1
            label = f"{name}-{number}"
        for file in tree:
            files.setdefault(os.path.realpath(file.path), replace(file, relative=f"{label}/{file.relative}"))
    return tuple(files.values())


class _Translated:
    """Units of files, translated below a folder when they are first asked for; then stamps of the data they rest on."""

    def __init__(self, folder: Path, files: Sequence[SourceFile], config: Configs) -> None:
        self._folder, self._files, self._config = folder, files, config
        self.stamps: dict[str, str] = {}

    def __iter__(self) -> Iterator[Unit]:
        units = []
        done = sorted(translations(self._files, self._config), key=lambda pair: self._files.index(pair[0]))
        for file, translation in done:
            output = _write(self._folder, file, translation)
            self.stamps |= translation.consulted
            changed = bool(translation.sites) or translation.content != file.path.read_bytes()
            if translation.outcome in ("translated", "partial") and changed:
                entry = translation.to_dict()
                roots, package = _roots(file, output)
                units.append(Unit(file.path, output, file.path.parent, entry, roots=roots, package=package))
        yield from chained(units)


@dataclass(frozen=True)
class Again:
    """Translates units once more, with other files at hand."""

    files: Sequence[SourceFile]
    config: Configs
    data_roots: Sequence[Path] = ()

    @contextmanager
    def __call__(self, unit: Unit, inputs: Mapping[str, bytes]) -> Iterator[Unit | None]:
        """The unit in a working copy that holds `inputs`; None if there is nothing to run then."""
        with workdir.translations() as folder:
            space = workdir.make(folder / "run", unit.source, unit.cwd, data_roots=self.data_roots, replaced=inputs)
            here = unit.cwd.resolve()
            moved = {
                replace(file, path=space.work / file.path.resolve().relative_to(here)): file
                for file in self.files
                if file.path.resolve().is_relative_to(here)
            }

            def config_of(file: SourceFile) -> Config:
                options = self.config(moved[file]) if callable(self.config) else self.config
                return replace(options, data_root=space.work) if options.data_root is not None else options

            units = _Translated(folder / "translated", tuple(moved), config_of)
            yield next((found for found in units if found.source == space.script), None)


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


def _roots(file: SourceFile, output: Path) -> tuple[tuple[Path, Path] | None, str]:
    """The trees of originals and translations from which a file may import packages, and its own package.

    That is the folder around the topmost package that it is a module of, else the tree it was found in.
    """
    top = file.path.parent
    while (top / "__init__.py").is_file() and top.name:
        top = top.parent
    package = ".".join(file.path.parent.relative_to(top).parts)
    root = top if package else file.base
    depth = len(Path(os.path.relpath(file.path, root)).parts)
    if depth == 1 or not file.path.is_relative_to(root):
        return None, package
    return (root, output.parents[depth - 1] if root.is_relative_to(file.base) else root), package


def _write(folder: Path, file: SourceFile, translation: Translation) -> Path:
    output = folder / translation.output
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(translation.content or file.path.read_bytes())
    support = Path(__file__).parent / "support" / SUPPORT_PACKAGE
    if not (output.parent / support.name).exists():
        shutil.copytree(support, output.parent / support.name, ignore=shutil.ignore_patterns("__pycache__"))
    return output


def verify_paths(
    paths: Sequence[Path], *, config: Configs | None = None, exclude: Sequence[str] = (),
    engines: Sequence[str] = ("sail",), cache: Path | None = None, **options: Any,
) -> list[Verdict]:  # fmt: skip
    """Run every original under pandas and its translation on the engines, and compare.

    Args:
        paths: scripts, notebooks or directory trees.
        engines: ``sail``, ``spark``, a Spark master or the address of a Spark Connect server.
        cache: a folder that keeps verdicts, so that nothing is run again where nothing has changed
            (default: none). Runs that reach the network or a cluster are never kept.
        options: as for `translator.harness.verify` (examples, seed, timeout, memory, ansi, jobs, save).
    """
    config = config or Config()
    files = _found(paths, config, exclude)
    repeatable = not options.get("network") and all(engine in LOCAL for engine in engines)
    kept = Verdicts(cache) if cache is not None and repeatable else None
    key = _key(files, config, engines, options) if kept is not None else ""
    if kept is not None and (known := kept.load(key)) is not None:
        verdicts, stamps = known
        holds = all(stamp(path) == value for path, value in stamps.items())
        if holds and (options.get("save") is None or all(verdict.ok for verdict in verdicts)):
            return verdicts
    if not files:
        return []
    with workdir.translations() as folder:
        units = _Translated(folder, files, config)
        again = Again(files, config, options.get("data_roots", ()))
        verdicts = verify(units, engines=engines, retranslate=again, **options)
    if kept is not None:
        kept.save(key, verdicts, units.stamps)
    return verdicts


def imported(paths: Sequence[Path]) -> list[Path]:
    """The modules with pandas that lie beside scripts among the paths, which import them but were named alone."""
    found: dict[Path, None] = {}
    for path in (path for path in paths if path.is_file()):
        names = imported_names(path)
        places = [path.parent / place for name in sorted(names) for place in (f"{name}.py", name)]
        files = [file.path for file in discover([place for place in places if place.exists()]).files]
        found |= dict.fromkeys(file for file in files if file != path and mentions_pandas(file.read_bytes()))
    return list(found)


def unreadable(paths: Sequence[Path], config: Configs, exclude: Sequence[str] = ()) -> list[tuple[Path, str]]:
    """The files with pandas that have no translation to run, as they cannot be read or are not Python, and why."""
    found: list[tuple[Path, str]] = []
    for file in _found(paths, config, exclude):
        document = read(file.path, file.relative)
        if isinstance(document, Translation):
            found.append((file.path, document.diagnostics[0].message))
        elif mentions_pandas(document.document.raw) and document.document.kind == "script":
            wrong = syntax_error(document.document.cells[0].source) if document.document.cells else None
            found += [] if wrong is None else [(file.path, f"not valid Python: {wrong[0]} (line {wrong[1]})")]
    return found


UNTOLD = frozenset({"progress", "jobs", "save", "network"})
"""Options on which no verdict depends, or with which none is kept."""


def _key(files: Sequence[SourceFile], config: Configs, engines: Sequence[str], options: Mapping[str, Any]) -> str:
    """A key over sources, the folders in which they run, options, this tool and what it runs on."""
    asked = [(name, value) for name, value in sorted(options.items()) if name not in UNTOLD]
    of_files = [(file.relative, stamp_of_options(config(file) if callable(config) else config)) for file in files]
    database = options.get("database")
    roots = [*options.get("data_roots", ()), *([database] if database else [])]
    folders = [folder for file in files for folder in (file.path.parent, file.base)]
    return key_of([list(engines), asked, of_files], [*folders, *roots])
