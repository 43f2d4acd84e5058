"""Keeps a run inside its working copy: limits on memory, on where it writes, on the network.

Two layers: an audit hook gives a Python exception with a clear message, and Landlock (Linux 5.13+)
makes the kernel enforce the same for native code and for processes that the run starts.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


class WriteNotAllowedError(PermissionError):
    """User code tried to change a file outside of its working copy."""


class NetworkNotAllowedError(PermissionError):
    """User code tried to reach the network."""


_CHANGES = {
    "os.remove": 1, "os.rename": 2, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2, "os.symlink": 2,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "shutil.rmtree": 1,
}  # fmt: skip
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOOPBACK = ("127.", "localhost", "::1")
_DEVICES = ("/dev/null", "/dev/shm", "/dev/tty", "/proc/self")


def confine(writable: Sequence[str], *, network: bool) -> None:
    """Restrict this process, for good, to changing files below the given folders."""
    roots = tuple(os.path.realpath(root) for root in writable)
    _landlock(roots)
    sys.addaudithook(_hook(roots, network))


def _hook(roots: tuple[str, ...], network: bool) -> Callable[[str, tuple[Any, ...]], None]:
    """Return the audit hook."""

    def inside(path: Any) -> bool:
        if isinstance(path, int):
            return True
        place = os.path.realpath(os.fsdecode(path))
        if place.startswith(_DEVICES):
            return True
        return any(place == root or place.startswith(root + os.sep) for root in roots)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writing = flags & _WRITE_FLAGS if isinstance(flags, int) else "r" not in (mode or "r")
            if writing and path is not None and not inside(path):
                raise WriteNotAllowedError(f"writes outside of its working folder: {path}")
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                if not inside(path):
                    raise WriteNotAllowedError(f"{event} outside of its working folder: {path}")
        elif event == "socket.connect" and not network:
            address = arguments[1]
            remote = isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK)
            if remote:
                raise NetworkNotAllowedError(f"connects to {address[0]}:{address[1]}")

    return hook


def limit_memory(size: int) -> None:
    """Limit what this process may allocate."""
    if size <= 0:
        return
    try:
        import resource
    except ImportError:
        return
    # Address space would count every library and reserved arena; data counts what is used.
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def end_with_parent() -> None:
    """Have the kernel kill this process when the one that has forked it ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


_PDEATHSIG = 1
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_WRITE_FILE, _REMOVE_DIR, _REMOVE_FILE = 1 << 1, 1 << 4, 1 << 5
_MAKE = 0b1111111 << 6
_REFER, _TRUNCATE = 1 << 13, 1 << 14


def _landlock(roots: Sequence[str]) -> None:
    """Let the kernel refuse changes outside of the folders, where it can."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return
    rights = _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE
    rights |= _REFER if version >= 2 else 0
    rights |= _TRUNCATE if version >= 3 else 0
    attributes = struct.pack("Q", rights)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return
    file_rights = rights & (_WRITE_FILE | _TRUNCATE)
    for root in (*roots, "/dev", "/proc/self"):
        if not Path(root).exists():
            continue
        handle = os.open(root, os.O_PATH | os.O_CLOEXEC)
        allowed = rights if Path(root).is_dir() else file_rights
        rule = struct.pack("=Qi", allowed, handle)
        libc.syscall(_ADD_RULE, ruleset, 1, rule, 0)
        os.close(handle)
    libc.prctl(38, 1, 0, 0, 0)
    libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)
