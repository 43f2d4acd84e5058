"""``layout.yaml``: which table each data file of a tree becomes; one source for conversion and translation.

    tables: lake
    files:
      work/orders.pkl: silver/orders
      landing/customers.csv: bronze/customers
      work/model.pkl: file
"""

from __future__ import annotations

import functools
import json
import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from translator.config import OptionError

LAYERS = ("bronze", "silver", "gold")
STAYS = "file"
"""What stands in place of a table for a file that stays a file."""

LOG = "conversion.jsonl"
"""Where the conversion tells what each table holds, in the folder of the tables."""

_TABLE = re.compile(r"(bronze|silver|gold)/\w+(/\w+)*")


class LayoutError(OptionError):
    """A layout cannot be used; the message says which entry, and what is wanted."""


@dataclass(frozen=True)
class Layout:
    """The tables of a tree.

    Attributes:
        folder: where the layout lies; paths in it start there.
        tables: folder or URI of the tables.
        files: the table of each file, None for a file that stays one.
    """

    folder: Path
    tables: str
    files: Mapping[str, str | None]

    def table_of(self, path: str, root: Path) -> str | None:
        """The table in place of a file, as a program that runs in `root` calls it."""
        whole = os.path.normpath(root / path)
        inside = Path(whole).is_relative_to(self.folder)
        names = [PurePosixPath(Path(whole).relative_to(self.folder)).as_posix()] if inside else []
        return next((self.files[name] for name in [*names, posixpath.normpath(path)] if name in self.files), None)

    def wants(self, name: str) -> bool:
        """Whether a file, by its path below the layout's folder, becomes a table."""
        return self.files.get(name) is not None

    def place_of(self, table: str, root: Path) -> str:
        """Where a table is for a program that runs in `root`."""
        if "://" in self.tables or posixpath.isabs(self.tables):
            return posixpath.join(self.tables, table)
        return PurePosixPath(os.path.relpath(self.folder / self.tables / table, root)).as_posix()

    @property
    def log(self) -> Path:
        """Where the conversion tells what the tables hold: with them, or beside the layout of tables that are elsewhere."""
        return self.folder / LOG if "://" in self.tables else self.folder / self.tables / LOG

    def facts_of(self, table: str) -> Mapping[str, Any] | None:
        """What the conversion tells of a table; None if nothing was converted to it."""
        return _facts(self.log, _stamp(self.log)).get(table)


def load(path: Path) -> Layout:
    """The layout in a file.

    Raises:
        LayoutError: it is none.
    """
    return _load(path.resolve(), _stamp(path))


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@functools.lru_cache(maxsize=8)
def _load(path: Path, stamp: int) -> Layout:
    import yaml  # every command and rule knows of layouts, and few programs have one

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LayoutError(f"the layout {path} cannot be read: {error}") from error
    if not isinstance(content, dict) or set(content) != {"tables", "files"}:
        raise LayoutError(f"the layout {path} has not the two keys 'tables' and 'files'")
    if not isinstance(content["tables"], str) or not content["tables"]:
        raise LayoutError(f"{path}: tables is a folder or URI, not {content['tables']!r}")
    if not isinstance(content["files"], dict):
        raise LayoutError(f"{path}: files maps paths to tables, and is not {content['files']!r}")
    files = {_checked_path(path, name): _checked_table(path, name, table) for name, table in content["files"].items()}
    _require_one_each(path, files)
    return Layout(path.parent, content["tables"].rstrip("/"), files)


def _checked_path(layout: Path, name: object) -> str:
    text = name if isinstance(name, str) else ""
    plain = posixpath.normpath(text)
    if not text or posixpath.isabs(plain) or plain.startswith("..") or "://" in text:
        raise LayoutError(f"{layout}: {name!r} is no path below the folder of the layout")
    return plain


def _checked_table(layout: Path, name: object, table: object) -> str | None:
    if table == STAYS:
        return None
    if not isinstance(table, str) or not _TABLE.fullmatch(table):
        wanted = f"'layer/name' with a layer of {', '.join(LAYERS)}, or '{STAYS}'"
        raise LayoutError(f"{layout}: the table of {name!r} is {wanted}, not {table!r}")
    return table


def _require_one_each(layout: Path, files: Mapping[str, str | None]) -> None:
    first: dict[str, str] = {}
    for name, table in files.items():
        other = first.setdefault(table.lower(), name) if table is not None else name
        if other != name:
            raise LayoutError(f"{layout}: {other!r} and {name!r} are both {table!r}; each file has a table of its own")


@functools.lru_cache(maxsize=8)
def _facts(log: Path, stamp: int) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for line in log.read_text(encoding="utf-8").splitlines() if stamp else ():
        try:
            record = json.loads(line)
        except json.JSONDecodeError:  # a run was ended here
            continue
        if record.get("status") == "converted":
            found.update({part["table"]: part for part in record["tables"] if "facts" in part})
    return found


def written(tables: str, files: Mapping[str, str]) -> str:
    """The text of a layout."""
    import yaml

    head = (
        "# Which Delta table each data file becomes; edit it, then run 'translate data convert --layout' and\n"
        f"# 'translate --layout'. '{STAYS}' in place of a table leaves a file as it is.\n"
    )
    body: str = yaml.safe_dump({"tables": tables, "files": dict(files)}, sort_keys=False, allow_unicode=True)
    return head + body
