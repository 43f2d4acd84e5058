"""Writes outputs: whole or not at all, below the output directory, and never over an input."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import secrets
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class WriteError(Exception):
    """An output that was not written.

    Attributes:
        message: what was not written and why.
        hint: what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def diff(old: str, new: str, path: str) -> str:
    """The changes of one file as a unified diff that ``git apply`` takes; empty if there are none.

    Args:
        old: the original text.
        new: the translated text.
        path: the name of the file, with forward slashes.
    """
    lines = difflib.unified_diff(
        _LINE.findall(old), _LINE.findall(new), f"a/{path}", f"b/{path}", lineterm="\n"
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def safe_relative(name: str, windows: bool = os.name == "nt") -> PurePosixPath:
    """A relative name that stays below the directory it is joined to.

    Args:
        name: the name, with forward slashes.
        windows: whether what Windows reads differently is refused too: drives, backslashes,
            device names such as ``aux.py``, and endings in a dot or space.

    Raises:
        WriteError: the name leads elsewhere.
    """
    parts = name.split("/")
    problem = ""
    if not name or "\0" in name:
        problem = "it is empty or has a NUL"
    elif name.startswith("/") or PurePosixPath(name).is_absolute():
        problem = "it is absolute"
    elif any(part in ("", ".", "..") for part in parts):
        problem = "it has an empty part, '.' or '..'"
    elif windows and re.search(r'[\\:*?"<>|\x01-\x1f]', name):
        problem = "it has a character that Windows does not allow"
    elif windows and any(_RESERVED.fullmatch(part) for part in parts):
        problem = "Windows reserves it for a device"
    elif windows and any(part.endswith((".", " ")) for part in parts):
        problem = "a part of it ends in a dot or a space, which Windows drops"
    if problem:
        raise WriteError(f"{name!r} is no name for an output: {problem}.", "Rename the source.")
    return PurePosixPath(name)


def write_atomic(target: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file so that readers see either its old content or all of the new one.

    Args:
        target: the file; its directory is created.
        data: the content.
        mode: permission bits; default: what the process gives to new files.

    Raises:
        WriteError: the file system does not allow it.
    """
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.tmp")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
        if mode is not None:
            temporary.chmod(mode & 0o777)
        os.replace(temporary, target)
    except OSError as error:
        raise WriteError(
            f"{target} could not be written: {error.strerror or error}.",
            "Check the output directory, its permissions and its free space.",
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


@dataclass
class OutputTree:
    """The output directory of one run.

    Attributes:
        root: the output directory; it is created with the first file.
        inputs: the source files of the run, none of which is ever written to.
    """

    root: Path
    inputs: tuple[Path, ...] = ()
    _written: set[str] = field(default_factory=set, repr=False)
    _inputs: set[tuple[int, int]] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        for path in self.inputs:
            with contextlib.suppress(OSError):
                self._inputs.add(_identity(path.stat()))

    def refuse_overlap(self, bases: Iterable[Path]) -> None:
        """Check that mirroring does not put outputs where the inputs are.

        Args:
            bases: the directories that the names of the sources are relative to.

        Raises:
            WriteError: the output directory is one of them, or is no directory.
        """
        if self.root.exists() and not self.root.is_dir():
            raise WriteError(f"The output {self.root} is not a directory.", "Choose another with --out.")
        for base in bases:
            if _same(self.root, base):
                raise WriteError(
                    f"The output directory {self.root} is where the sources are; they would be overwritten.",
                    "Choose another with --out.",
                )

    def target(self, relative: str) -> Path:
        """Where a relative name is written.

        Raises:
            WriteError: that is outside the output directory, an input, or a directory.
        """
        target = self.root.joinpath(*safe_relative(relative).parts)
        real = Path(os.path.realpath(target.parent))
        root = Path(os.path.realpath(self.root))
        if real != root and root not in real.parents:
            raise WriteError(f"{target} lies behind a link out of the output directory.", "Remove the link.")
        try:
            found = target.lstat()
        except OSError:
            return target
        if _identity(found) in self._inputs:
            raise WriteError(
                f"{target} is one of the sources; it is not overwritten.",
                "Choose another output directory with --out.",
            )
        if stat.S_ISDIR(found.st_mode):
            raise WriteError(f"{target} is a directory.", "Remove it, or choose another --out.")
        return target

    def write(self, relative: str, data: bytes, like: Path | None = None) -> Path:
        """Write an output, with the permission bits of the file ``like`` which it comes from.

        Raises:
            WriteError: it may not be written there, or was written already in this run.
        """
        target = self.claim(relative)
        mode = None
        if like is not None:
            with contextlib.suppress(OSError):
                mode = like.stat().st_mode
        write_atomic(target, data, mode)
        return target

    def claim(self, relative: str) -> Path:
        """The target of an output, taken for the rest of this run.

        Raises:
            WriteError: it may not be written there, or another source has it.
        """
        target = self.target(relative)
        key = os.path.normcase(relative)
        if key in self._written:
            raise WriteError(
                f"Two sources would be written to {target}; the first one was kept.",
                "Translate their directories one by one, each with an --out of its own.",
            )
        self._written.add(key)
        return target

    def copy(self, relative: str, source: Path) -> Path:
        """Write a source that was not changed, byte for byte.

        Raises:
            WriteError: it cannot be read, or not be written there.
        """
        try:
            data = source.read_bytes()
        except OSError as error:
            raise WriteError(
                f"{source} could not be copied: {error.strerror or error}.", "Check the file."
            ) from error
        return self.write(relative, data, like=source)


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _same(one: Path, other: Path) -> bool:
    """Whether two paths name the same directory, existing or not."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)
