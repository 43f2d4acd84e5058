"""Options of a translation, from the command line and ``[tool.translate]`` in pyproject.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Bridge = Literal["never", "bounded", "always"]


class OptionError(Exception):
    """An option or setting that cannot be used; the message says which, why and what is allowed."""


@dataclass(frozen=True)
class Config:
    """Everything that decides what a translation looks like.

    Attributes:
        bridge: ``always`` lets any frame come to the driver, ``bounded`` only small ones,
            ``never`` turns bridges into refusals.
        data_root: folder against which relative data paths are resolved when schemas are read
            (default: the folder of the script, then the working directory).
        schema: path of a JSON or YAML file that gives columns and types by data path.
        layout: path of a ``layout.yaml``, which tells the tables in place of data files.
        probe_bytes: how much of a data file is read to learn its schema.
        rules: further rule packs, importable modules or files.
    """

    bridge: Bridge = "always"
    data_root: Path | None = None
    schema: Path | None = None
    layout: Path | None = None
    probe_bytes: int = 64 * 1024 * 1024
    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = field(default=())
