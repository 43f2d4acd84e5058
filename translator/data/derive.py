"""A first ``layout.yaml`` for a tree: a table for each data file at hand, in the layer that its use tells.

What no program writes is bronze, what one writes and another reads is silver, what is only written is gold.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

from translator.api import translate_path
from translator.data import inventory
from translator.data.naming import distinct, table_name
from translator.inputs.layout import STAYS
from translator.inputs.places import PICKLED

TABULAR = ("frame", "array")


def derive(root: Path) -> dict[str, str]:
    """The table of each data file below a folder, or that it stays a file."""
    reads, writes = _uses(root)
    found: dict[str, str] = {}
    used: set[str] = set()
    for entry in inventory.scan(root):
        name = PICKLED.sub("", entry.uri)
        layer = ("silver" if name in reads else "gold") if name in writes else "bronze"
        others = entry.kind != "pickle"
        unfit = entry.kind == "hdf" or entry.risk or (entry.kind == "pickle" and entry.content not in TABULAR)
        if unfit or (others and name in writes):  # who reads it next expects a file
            found[entry.uri] = STAYS
        else:
            found[entry.uri] = distinct(table_name(entry.uri, layer), entry.uri, used)
    return found


def _uses(root: Path) -> tuple[set[str], set[str]]:
    """Paths that the programs of a tree read and write, as far as they are known, pickles without their suffix."""
    reads: set[str] = set()
    writes: set[str] = set()
    for translation in translate_path(root):
        folder = Path(os.path.abspath(root), posixpath.dirname(translation.source))
        for found, paths in ((reads, translation.inputs), (writes, translation.outputs)):
            found.update(PICKLED.sub("", Path(os.path.relpath(folder / path, root)).as_posix()) for path in paths)
    return reads, writes
