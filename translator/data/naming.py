"""What the tables of data files are called, no two of them the same."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translator.data import inventory


class Taken(Exception):
    """The name of a table is that of another file's table."""


@dataclass
class Names:
    """The names of the tables of a tree, and the files that have written them.

    Args:
        bases: the table of each file.
    """

    bases: Mapping[str, str]
    _owners: dict[str, tuple[str, str]] = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._owners = {table.lower(): (uri, "") for uri, table in self.bases.items()}

    def table_of(self, uri: str, part: str) -> str:
        """The table of a file, or of one of the frames in it."""
        base = self.bases[uri]
        return f"{base}__{_word(part)}" if part else base

    def claim(self, uri: str, part: str) -> str:
        """The table that a file, or one of the frames in it, is about to be written to.

        Raises:
            Taken: it is another file's.
        """
        table = self.table_of(uri, part)
        with self._lock:
            owner, its = self._owners.setdefault(table.lower(), (uri, part))
        if (owner, its) != (uri, part):
            other = f"{its!r} of {owner}" if its else owner
            raise Taken(f"{part!r} of it would become the table {table} of {other}; give the file another one in a layout")
        return table


def distinct_names(uris: Iterable[str], layer: str) -> dict[str, str]:
    """A table for each file."""
    used: set[str] = set()
    return {uri: distinct(table_name(uri, layer), uri, used) for uri in uris}


def table_name(uri: str, layer: str) -> str:
    """The path of a file's table: ``sales/2024.pkl`` becomes ``bronze/sales__2024``."""
    plain = inventory.PACKED.sub("", uri)
    stem, _, suffix = plain.rpartition(".")
    kind = f"__{suffix}" if suffix in ("joblib", "npy", "npz") else ""
    return f"{layer}/{'__'.join(map(_word, (stem or plain).split('/')))}{kind}"


def distinct(table: str, uri: str, used: set[str]) -> str:
    """A name that no other table has: that of ``sales.pkl.gz`` beside ``sales.pkl`` ends in ``__pkl_gz``.

    Args:
        used: the names of the others, to which it is added, in lower case: the same to some file systems.
    """
    if table.lower() in used:
        table = f"{table}__{_word(uri.rpartition('/')[2].partition('.')[2])}"
    while table.lower() in used:
        table += "_"
    used.add(table.lower())
    return table


def _word(name: str) -> str:
    return re.sub(r"\W+", "_", name).strip("_") or "_"
