"""Files that a program writes, as pandas would write them with the data at hand.

What the program reads from such a file later has the columns and types of the rehearsed one; the
emitted code reads the real file, and makes sure of them.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator.context import current
from translator.evidence import at_hand
from translator.frames.values import Column, Const, Frame, Value

WRITERS = frozenset({"to_csv", "to_excel", "to_json", "to_feather"})
"""Writers of one file, whose content follows from the object and constant options."""

PATHS = frozenset({"path_or_buf", "excel_writer", "path"})
LARGEST = 2_000_000
"""Cells of the largest object that is written for a rehearsal."""


@dataclass(frozen=True)
class Rehearsed:
    """What lies at a path once the program has written there; `folder` goes with the last that knows of it."""

    file: Path
    folder: tempfile.TemporaryDirectory[str]


def written(method: str, receiver: Value, args: Sequence[Value], kwargs: Mapping[str, Value], path: str) -> Rehearsed | None:
    """The file that a writer of pandas makes of the data at hand; None where that is not known.

    Args:
        path: where the program writes, which tells the format and compression.
    """
    if method not in WRITERS or not isinstance(receiver, (Frame, Column)) or len(args) > 1:
        return None
    options = {name: value.value for name, value in kwargs.items() if name not in PATHS and isinstance(value, Const)}
    if len(options) < len(set(kwargs) - PATHS) or options.get("mode", "w") != "w":
        return None
    data = at_hand.of(receiver)
    if data is None or data.size > LARGEST:
        return None
    folder = _folder()
    file = Path(folder.name, Path(path).name)
    try:
        getattr(data, method)(file, **options)
        content = file.read_bytes()
        named = Path(folder.name, hashlib.sha256(content).hexdigest()[:16], file.name)
        named.parent.mkdir(exist_ok=True)
        file.replace(named)
    except Exception:  # the program itself raises here, or lacks a library that this place lacks as well
        return None
    return Rehearsed(named, folder)


def _folder() -> tempfile.TemporaryDirectory[str]:
    memo: dict[Any, Any] = current().memo
    if "rehearsal" not in memo:
        memo["rehearsal"] = tempfile.TemporaryDirectory(prefix="rehearsal-")
    folder: tempfile.TemporaryDirectory[str] = memo["rehearsal"]
    return folder
