"""Where the data files of a program lie: paths among its values, and the files at hand for them."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import specimens
from translator.frames.values import Value
from translator.rerun import stamps

PICKLE = r"\.(?:pkl|pickle|p|joblib|pk)(?:\.(?:gz|bz2|xz|zip))?"
"""How names of pickles end, as a pattern."""
PICKLED = re.compile(f"{PICKLE}$")
"""The end of the name of a pickle; the table in place of one is called the same without it."""

LOADERS = frozenset({"pandas.read_pickle", "pickle.load", "joblib.load"})
"""Functions that load a pickle, of which their first argument tells the place."""
DUMPERS = frozenset({"pickle.dump", "joblib.dump"})
"""Functions that pickle their first argument where the second one tells."""

ENTRIES = 20_000
"""How many files below ``--data-root`` are looked at for one of a certain name."""


def likely_path(value: Value) -> str | PurePath | None:
    """What a value is if it is a path that is known, or likely."""
    found = specimens.specimen_of(value)
    return found.value if found is not None and isinstance(found.value, (str, PurePath)) else None


def path_of(value: Value) -> str:
    """The path that an argument is, as the program writes it.

    Raises:
        Decline: T203 when it is computed at run time; T201 when the program itself writes the file.
    """
    path = likely_path(value)
    if path is None:
        raise Decline("the path is not known at translation time", code="T203")
    if current().is_written(str(path)):
        if (key := current().key(str(path))) in current().folders:
            current().demand("in_order", key)  # in which Spark writes no rows
        raise Decline("the program writes this file itself, so what lies there now says nothing", code="T201")
    return str(path)


def locate(path: str) -> Path | None:
    """The file or folder at hand for a path as the program writes it, or None.

    For a path that leads nowhere here (of another machine, of the web, with a part that is only known
    when the program runs) the file below ``--data-root`` or beside the program stands whose path ends
    in the same way.
    """
    rehearsed = getattr(current().files.get(current().key(path)), "file", None)
    if isinstance(rehearsed, Path):
        return rehearsed
    memo, key = current().memo, ("place", path)
    if key not in memo:
        memo[key] = next(_candidates(path), None)
    found: Path | None = memo[key]
    return found


def _candidates(path: str) -> Iterator[Path]:
    context = current()
    roots = [root for root in (context.config.data_root, context.folder) if root is not None]
    for root in [*roots, Path.cwd()]:
        if "://" not in path and _exists(root / path):
            yield root / path
    foreign = "://" in path or "{" in path or PurePosixPath(path).is_absolute() or bool(PureWindowsPath(path).drive)
    parts = _parts(path)
    if not foreign:
        nearby = [*context.folder.resolve().parents][:3]
        yield from (root.joinpath(*parts) for root in nearby if len(parts) > 1 and _exists(root.joinpath(*parts)))
        return
    if "{" in path.rpartition("/")[2]:
        pattern = re.sub(r"\{[^}]*\}", "*", path).lstrip("/")
        found = [] if "://" in path else [file for root in roots for file in sorted(root.glob(pattern))]
        yield from found[:1] if len({file.resolve() for file in found}) == 1 else []
        return
    for start in range(len(parts)):
        yield from (root.joinpath(*parts[start:]) for root in roots if _exists(root.joinpath(*parts[start:])))
    if parts and context.config.data_root is not None:
        yield from _named(context.config.data_root, parts[-1])


def _parts(path: str) -> list[str]:
    """The names in a path that may be a foreign one, without where it starts and steps upwards."""
    plain = re.sub(r"^\w+://[^/]*/|[?#].*$", "", path) if "://" in path else path
    whole = PureWindowsPath(plain) if PureWindowsPath(plain).drive else PurePosixPath(plain)
    return [part for part in whole.parts if part not in (whole.anchor, "..", "~") and "{" not in part]


def _named(root: Path, name: str) -> Iterator[Path]:
    """The one file of that name below a folder."""
    current().consult(stamps.pattern_key(root, f"**/{glob.escape(name)}"))
    found, seen = [], 0
    for folder, _, names in os.walk(root):
        seen += len(names)
        found += [Path(folder, name)] if name in names else []
        if seen > ENTRIES:
            return
    if len(found) == 1:
        yield found[0]


def _exists(path: Path) -> bool:
    current().consult(str(path.absolute()))
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
