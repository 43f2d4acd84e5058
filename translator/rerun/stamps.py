"""What a translation depended on besides its source, in a form that is cheap to compare.

A stamp tells whether a file, folder or file pattern is as it was: size and time of change, not
content, since data files are large.
"""

from __future__ import annotations

import functools
import glob
import hashlib
import importlib.metadata
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from translator.config import Config

PATTERN = "glob:"
ABSENT = ""


def stamp(key: str) -> str:
    """The stamp of what a key names now: an absolute path, or ``glob:root<NUL>pattern``."""
    if key.startswith(PATTERN):
        root, _, pattern = key.removeprefix(PATTERN).partition("\0")
        return _digest(sorted(glob.glob(pattern, root_dir=root, recursive=True)))
    try:
        found = os.stat(key)
    except (OSError, ValueError):
        return ABSENT
    if os.path.isdir(key):
        return _digest(_tree(Path(key)))
    return f"{found.st_size}:{found.st_mtime_ns}"


def pattern_key(root: Path, pattern: str) -> str:
    return f"{PATTERN}{root.absolute()}\0{pattern}"


def _tree(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        found = path.lstat()
        yield f"{path.relative_to(folder)}:{found.st_size}:{found.st_mtime_ns}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def options(config: Config) -> str:
    """A digest of everything but sources and data that decides about a translation."""
    packs = [f"{pack}:{stamp(os.path.abspath(pack))}" for pack in config.rules]
    schema = stamp(str(config.schema.absolute())) if config.schema is not None else ""
    layout = stamp(str(config.layout.absolute())) if config.layout is not None else ""
    return _digest([repr(config), schema, layout, *packs, _tool()])


@functools.cache
def _tool() -> str:
    """The translator itself: its modules, the rule packs that are installed, and pandas."""
    package = Path(__file__).parents[1]
    modules = [p for folder in (package, package.parent / "rules") for p in sorted(folder.rglob("*.py"))]
    code = [f"{p}:{p.stat().st_size}:{p.stat().st_mtime_ns}" for p in modules]
    packs = [
        f"{entry.value}:{entry.dist.version if entry.dist else ''}"
        for entry in importlib.metadata.entry_points(group="translator.rules")
    ]
    return _digest([*code, *packs, importlib.metadata.version("pandas")])
