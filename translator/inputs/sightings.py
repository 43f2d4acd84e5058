"""What programs look at as files, as patterns of paths, and the pickles that cannot become tables because of it.

``os.path.exists("cache.pkl")`` would find nothing once the program that wrote the pickle writes a table
instead, and what is read then is what lay there before. ``glob("cache/*.parquet")`` would find the files of
a table ``cache`` in place of ``cache.pkl``. ``cache.pkl`` and ``cache.pkl.gz`` would be one table.
"""

from __future__ import annotations

import glob
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from translator.inputs.places import PICKLE

ANY = "*"
"""The pattern of a path that is not known at all."""

_NAMED = re.compile(rf"[\w./~*?$()%{{}}\[\]'-]*{PICKLE}\b")
_HOLE = re.compile(r"\$?\{[^{}]*\}|\$\(?\w+\)?|%\(?\w+\)?s?")


def named_in(text: str) -> frozenset[str]:
    """Patterns of the pickles that are named in text that is not followed."""
    return frozenset(os.path.normpath(_HOLE.sub(ANY, found).strip("'()")) for found in _NAMED.findall(text))


def unfit(tables: Mapping[str, str], patterns: Iterable[str]) -> set[str]:
    """The pickles that have to stay pickles.

    Args:
        tables: the tables that would stand in place of pickles, by the paths of those.
        patterns: what programs look at as files.
    """
    patterns = list(patterns)
    times = Counter(table.lower() for table in tables.values())  # some file systems take no notice of the case
    return {
        key for key, table in tables.items()
        if times[table.lower()] > 1 or any(_meets(pattern, key, table) for pattern in patterns)
    }  # fmt: skip


def _meets(pattern: str, pickle: str, table: str) -> bool:
    """Whether a pattern may mean the pickle, or the folder of the table in its place, or what is in that."""
    if fnmatchcase(pickle, pattern) or fnmatchcase(f"./{pickle}", pattern):
        return True
    ours, theirs = table.split("/"), pattern.split("/")
    within = len(theirs) >= len(ours) and all(map(fnmatchcase, ours, theirs))
    return within or "**" in pattern and fnmatchcase(f"{table}/part.parquet", pattern)


@dataclass(frozen=True)
class Sightings:
    """What one program takes for tables, and what it looks at as files, by paths as it writes them.

    Attributes:
        folder: where it lies, or its data.
    """

    folder: Path
    tables: Mapping[str, str]
    patterns: frozenset[str]


def unfit_among(programs: Sequence[Sightings]) -> frozenset[str]:
    """Paths of pickles that one program takes for a table and another for a file, or for a table of the same name.

    Programs of one folder write paths alike. Others may run where they lie, or in any folder above them.
    """
    found: set[str] = set()
    folders = list(dict.fromkeys(program.folder for program in programs))
    base = Path(os.path.commonpath(folders)) if folders else Path()
    wholes: defaultdict[Path, set[str]] = defaultdict(set)
    for program in programs:
        wholes[program.folder].update(*(_wholes(program.folder, base, pattern) for pattern in program.patterns))
    for folder in folders:
        own = [program for program in programs if program.folder == folder]
        tables = {key: table for program in own for key, table in program.tables.items()}
        found |= unfit(tables, frozenset().union(*(program.patterns for program in own)))
        elsewhere = set().union(*(patterns for other, patterns in wholes.items() if other != folder))
        for start in _starts(folder, base) if tables and elsewhere else ():
            keys = {os.path.normpath(start / key): key for key in tables}
            met = unfit({whole: os.path.normpath(start / tables[key]) for whole, key in keys.items()}, elsewhere)
            found |= {keys[whole] for whole in met}
    return frozenset(found)


def _starts(folder: Path, base: Path) -> list[Path]:
    """The folders in which a program may run."""
    return [place for place in (folder, *folder.parents) if place.is_relative_to(base)]


def _wholes(folder: Path, base: Path, pattern: str) -> Iterable[str]:
    if pattern.startswith(ANY):
        return [pattern]
    return [os.path.normpath(os.path.join(glob.escape(str(start)), pattern)) for start in _starts(folder, base)]
