"""Generated input data (placeholder until the generator is in place)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Inputs:
    """The input files of a unit."""


def read_inputs(cwd: Path, entry: Mapping[str, Any] | None, data_roots: Sequence[Path] = ()) -> Inputs:
    """Read the input files."""
    return Inputs()


def example(inputs: Inputs, *, seed: int, number: int, rows: int) -> dict[str, bytes]:
    """Return changed input files."""
    return {}
