"""Finds the source files that path arguments name."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

SUFFIXES = (".py", ".ipynb")
SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages", "__pypackages__"})
_DATA_WORDS = re.compile(
    rb"pandas|pickle|joblib|numpy|DataFrame|read_csv|read_excel|to_csv|\bpd\.|\bnp\.|dill|shelve"
    rb"|pyarrow|parquet|feather|seaborn|statsmodels|\bcsv\b|geopandas|dask|polars"
)


def mentions_pandas(raw: bytes) -> bool:
    """Whether a source could have to do with pandas: a cheap test that saves parsing the rest.

    It answers True too often (a word in a comment) but never False for a file that names pandas
    or what loads and stores its data.
    """
    return b"\0" in raw or _DATA_WORDS.search(raw) is not None


@dataclass(frozen=True)
class SourceFile:
    """A file to translate.

    Attributes:
        path: the file, as reached from the path argument.
        base: the directory that its name is relative to.
        relative: its name below ``base``, with forward slashes.
    """

    path: Path
    base: Path
    relative: str


@dataclass(frozen=True)
class Problem:
    """Something that was passed over and why.

    Attributes:
        path: what it was.
        message: why it was passed over.
        hint: what to do about it.
        severity: ``error`` where something that was asked for is missing, else ``note``.
    """

    path: Path
    message: str
    hint: str = ""
    severity: Literal["error", "note"] = "error"


@dataclass(frozen=True)
class Discovery:
    """What path arguments name."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def discover(paths: Sequence[Path], out: Path | None = None, exclude: Sequence[str] = ()) -> Discovery:
    """Find the scripts and notebooks that path arguments name.

    Files come in the order of the arguments, those of a directory sorted by name. Hidden files,
    virtual environments, caches and the output directory are passed over, links are not followed
    out of the tree, and what cannot be read is a problem, not an exception.

    Args:
        paths: files and directories.
        out: the output directory, which is no input even if it lies inside one.
        exclude: patterns of relative names (``tests/*``) to leave out.
    """
    search = _Search(out, tuple(exclude))
    for path in paths:
        search.argument(path)
    return Discovery(tuple(search.files), tuple(search.problems))


@dataclass
class _Search:
    """What was found so far."""

    out: Path | None
    exclude: tuple[str, ...]
    files: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    names: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.real_out = os.path.realpath(self.out) if self.out is not None else None

    def problem(
        self, path: Path, message: str, hint: str = "", severity: Literal["error", "note"] = "error"
    ) -> None:
        self.problems.append(Problem(path, message, hint, severity))

    def argument(self, path: Path) -> None:
        """A path that a person named."""
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            if path.is_symlink():
                self.problem(path, f"{path} is a broken link.", "Remove it or mend it.")
            else:
                self.problem(path, f"There is no file or directory {path}.", "Check the path.")
        except (OSError, ValueError) as error:
            self.problem(path, f"{path} cannot be reached: {_reason(error)}.", "Check the path.")
        else:
            if stat.S_ISDIR(mode):
                for relative in self.walk(path):
                    self.add(path.joinpath(*relative), path, relative)
            elif path.suffix not in SUFFIXES:
                self.problem(
                    path,
                    f"{path} is no Python source.",
                    "Scripts (.py) and notebooks (.ipynb) are translated.",
                )
            elif not stat.S_ISREG(mode):
                self.problem(path, f"{path} is not a regular file.", "Name a file.")
            else:
                self.add(path, path.parent, (path.name,))

    def add(self, path: Path, base: Path, relative: tuple[str, ...]) -> None:
        """Take a file unless it was found before."""
        name = "/".join(relative)
        if self.excluded(relative):
            return
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            shown = Path(os.fsencode(path).decode("utf-8", "backslashreplace"))
            self.problem(shown, f"The name of {shown} is not UTF-8 text.", "Rename the file.")
            return
        real = f"{os.path.realpath(path.parent)}{os.sep}{path.name}"
        if real in self.seen:
            return
        key = os.path.normcase(name)
        if key in self.names:
            self.problem(
                path,
                f"{path} and {self.names[key]} have the same name {name!r} in the output; "
                "the latter is translated.",
                "Name the directory that holds both, or translate them in two runs.",
            )
            return
        self.seen.add(real)
        self.names[key] = path
        self.files.append(SourceFile(path, base, name))

    def excluded(self, relative: tuple[str, ...]) -> bool:
        """Whether a pattern leaves out the file, by name or path, or a directory it lies in."""
        names = [*relative, *("/".join(relative[:end]) for end in range(2, len(relative) + 1))]
        return any(fnmatch(name, pattern.rstrip("/")) for pattern in self.exclude for name in names)

    def walk(self, base: Path) -> Iterator[tuple[str, ...]]:
        """The names of the sources below a directory, in parts."""
        root = os.path.realpath(base)
        pending: list[tuple[str, ...]] = [()]
        found: list[tuple[str, ...]] = []
        while pending:
            parts = pending.pop()
            folder = base.joinpath(*parts)
            try:
                with os.scandir(folder) as entries:
                    listed = list(entries)
            except OSError as error:
                self.problem(folder, f"{folder} cannot be listed: {_reason(error)}.", "Check permissions.")
                continue
            if parts and any(entry.name in ("pyvenv.cfg", "conda-meta") for entry in listed):
                continue
            for entry in listed:
                kind = self.kind(entry, root)
                if kind == "directory":
                    pending.append((*parts, entry.name))
                elif kind == "file":
                    found.append((*parts, entry.name))
        yield from sorted(found)

    def kind(self, entry: os.DirEntry[str], root: str) -> Literal["file", "directory", None]:
        """Whether an entry of a directory is a source, a directory to look into, or neither."""
        if entry.name.startswith("."):
            return None
        path = Path(entry.path)
        source = path.suffix in SUFFIXES
        try:
            if entry.is_symlink():
                return "file" if self.link(path, source, root) else None
            if entry.is_dir(follow_symlinks=False):
                skipped = entry.name in SKIPPED or self.real_out == os.path.realpath(path)
                return None if skipped else "directory"
            if not source:
                return None
            if not entry.is_file(follow_symlinks=False):
                self.problem(path, f"{path} is not a regular file.", "Remove or rename it.", "note")
                return None
        except OSError as error:
            self.problem(path, f"{path} cannot be reached: {_reason(error)}.", "Check permissions.")
            return None
        return "file"

    def link(self, path: Path, source: bool, root: str) -> bool:
        """Whether a link names a source file inside the tree; other links are not followed."""
        real = os.path.realpath(path)
        inside = real.startswith(root.rstrip(os.sep) + os.sep)
        if source and not path.exists():
            self.problem(path, f"{path} is a broken link.", "Remove it or mend it.")
        elif source and path.is_file() and inside:
            return True
        elif path.is_dir() or (source and path.is_file()):
            self.problem(
                path,
                f"{path} is a link to {real}; it was not followed.",
                "To translate what it leads to, name that.",
                "note",
            )
        return False


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
