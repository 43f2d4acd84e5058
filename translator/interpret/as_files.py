"""Pickles that cannot become tables: what programs look for, list, copy or remove as files, and two of one name.

``os.path.exists("cache.pkl")`` would find nothing once the program that wrote the pickle writes a table
instead, and what is read then is what lay there before. ``cache.pkl`` and ``cache.pkl.gz`` would be one table.
"""

from __future__ import annotations

import glob
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

import libcst as cst

from translator.context import current
from translator.frames.values import Value
from translator.inputs.places import PICKLED, likely_path
from translator.interpret import paths
from translator.interpret.run import Run

PATTERNS = frozenset({"glob.glob", "glob.iglob"})
FOLDERS = frozenset({"os.listdir", "os.walk", "os.scandir", "os.rename", "os.replace", "shutil.copytree", "shutil.make_archive",
                     "shutil.move", "shutil.rmtree"})  # fmt: skip
"""Functions that take a folder for everything in it."""
OWN_PATTERNS = frozenset({"glob", "rglob"})
OWN_FOLDERS = frozenset({"iterdir", "walk", "rename", "replace"})
OWN_FILES = frozenset({"exists", "is_file", "lstat", "open", "read_bytes", "samefile", "stat", "unlink", "write_bytes"})
SENDERS = frozenset({"add", "log_artifact", "put", "upload", "upload_file", "upload_from_filename", "write"})
"""Methods of archives and stores that take a file by its path."""


def unfit(tables: Mapping[str, str], patterns: Iterable[str]) -> set[str]:
    """The pickles that have to stay pickles.

    Args:
        tables: the tables that would stand in place of pickles, by the paths of those.
        patterns: what programs look at as files.
    """
    patterns = list(patterns)
    times = Counter(table.lower() for table in tables.values())  # some file systems take no notice of the case
    looked_at = {key for key in tables if any(fnmatchcase(key, pattern) for pattern in patterns)}
    return looked_at | {key for key, table in tables.items() if times[table.lower()] > 1}


def note_function(function: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> None:
    """Note the paths that a function, which stays as it is, is given."""
    if paths.is_computed_by(function):
        return
    for path in _paths([*args, *kwargs.values()]):
        _note(path, function in PATTERNS, function in FOLDERS)
    if function in PATTERNS and "root_dir" in kwargs:
        current().looked_at.add("*")


def note_method(receiver: Value, method: str, args: Sequence[Value]) -> None:
    """Note the path whose method is called, or that is handed to an archive or a store."""
    own = likely_path(receiver)
    if isinstance(own, PurePath) and method in OWN_PATTERNS:
        for pattern in _paths(args):
            _note(own / ("**" if method == "rglob" else "") / pattern, is_pattern=True)
    elif isinstance(own, PurePath) and method in OWN_FOLDERS | OWN_FILES:
        _note(own, is_folder=method in OWN_FOLDERS)
    elif method in SENDERS:
        for path in _paths(args):
            _note(path)


def note_pickle(key: str) -> None:
    """Note that pandas writes a pickle."""
    if PICKLED.search(key):
        current().looked_at.add(glob.escape(key))


def note_call(run: Run, node: cst.Call, values: Iterable[Value]) -> None:
    """Note the paths that are given to code which is not followed; of Python's own functions only ``open`` opens files."""
    own = isinstance(node.func, cst.Name) and run.env.lookup(node.func.value) is None
    if not own or node.func.value == "open":  # type: ignore[attr-defined]
        for path in _paths(values):
            _note(path)


def _paths(values: Iterable[Value]) -> list[str | PurePath]:
    return [path for value in values if (path := likely_path(value)) is not None]


def _note(path: str | PurePath, is_pattern: bool = False, is_folder: bool = False) -> None:
    key = current().key(str(path))
    pattern = key if is_pattern else glob.escape(key)
    if PICKLED.search(key) or (is_pattern and "." not in re.split(r"[*?\]]", key)[-1]):
        current().looked_at.add(pattern.replace("**/", "*"))
    if is_folder:
        current().looked_at.add("*" if key == "." else f"{pattern}/*")
