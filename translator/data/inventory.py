"""What lies in a tree of data files; looks at bytes and opcodes, loads nothing."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from translator.data.reader.allowed import ALLOWED, GUARDED
from translator.data.reader.compressed import compression_of, opened
from translator.data.reader.opcodes import Scan
from translator.data.reader.opcodes import scan as scan_opcodes
from translator.inputs.layout import LOG

KINDS = {
    ".pkl": "pickle", ".pickle": "pickle", ".p": "pickle", ".pk": "pickle", ".joblib": "pickle", ".jl": "pickle",
    ".csv": "csv", ".tsv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json", ".parquet": "parquet",
    ".pq": "parquet", ".feather": "feather", ".xlsx": "excel", ".xls": "excel", ".npy": "npy", ".npz": "npz",
    ".h5": "hdf", ".hdf": "hdf", ".hdf5": "hdf",
}  # fmt: skip
"""Kind of a file by its suffix, compression suffixes left out."""

PACKED = re.compile(r"\.(gz|bz2|xz|zip|zst|lzma|z)$", re.IGNORECASE)
LOOKED_AT = 256 * 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """One data file.

    Attributes:
        uri: path relative to the tree, with forward slashes.
        size: bytes.
        sha256: of the file as it lies there.
        content: "frame", "model", "array", "other" or "unknown" for pickles, as far as their names tell.
        names: every class and function that a pickle names, as ``module.name``.
        risk: why a pickle is refused unless told otherwise; empty if nothing speaks against it.
    """

    uri: str
    kind: str
    size: int
    modified: float
    sha256: str
    compression: str = ""
    protocol: int | None = None
    content: str = ""
    names: tuple[str, ...] = field(default=())
    risk: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The entry as JSON takes it."""
        return {**asdict(self), "names": list(self.names)}


def scan(root: Path, names: bool = True, wanted: Callable[[str], bool] = lambda uri: True) -> Iterator[Entry]:
    """Every data file below a folder, in order of its path.

    Args:
        names: whether pickles are followed opcode by opcode for the names in them, which takes longer than anything else.
        wanted: whether a file is looked at, by its path.
    """
    for path, uri, kind in files(root):
        if wanted(uri):
            yield entry(path, uri, kind, names)


def files(root: Path) -> Iterator[tuple[Path, str, str]]:
    """Path, path relative to the folder, and kind of every data file.

    Links that lead out of it are not followed, and what belongs to Delta tables is none of them.
    """
    base = root.resolve()
    for folder, folders, names in os.walk(base):
        is_table = "_delta_log" in folders
        folders[:] = [] if is_table else sorted(f for f in folders if not Path(folder, f).is_symlink())
        for name in () if is_table else sorted(set(names) - {LOG}):
            path = Path(folder, name)
            kind = kind_of(path)
            if kind is not None and path.is_file() and path.resolve().is_relative_to(base):
                yield path, path.relative_to(base).as_posix(), kind


def kind_of(path: Path) -> str | None:
    """What kind of data file a path is, by its suffix."""
    return KINDS.get(Path(PACKED.sub("", path.name)).suffix.lower())


def entry(path: Path, uri: str, kind: str, names: bool = True) -> Entry:
    """The entry of one file; see `scan`."""
    status = path.stat()
    common: dict[str, Any] = {
        "uri": uri, "kind": kind, "size": status.st_size, "modified": status.st_mtime, "sha256": digest(path),
        "compression": compression_of(str(path)) if kind not in ("excel", "npz") else "",
    }  # fmt: skip
    if kind == "hdf":
        return Entry(**common, risk="HDF files may hold pickles, which their library loads unasked")
    if kind != "pickle" or not names:
        return Entry(**common)
    try:
        with opened(str(path), LOOKED_AT) as stream:
            found = scan_opcodes(stream)
    except Exception as error:
        return Entry(**common, content="unknown", risk=f"it cannot be unpacked: {error}")
    named = tuple(f"{module}.{name}" for module, name in found.names)
    return Entry(**common, protocol=found.protocol, content=_content(found), names=named, risk=_risk(found))


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _risk(found: Scan) -> str:
    unlisted = [f"{m}.{n}" for m, n in found.names if (m, n) not in ALLOWED and (m, n) not in GUARDED]
    if found.suspicious:
        return f"opcode {found.suspicious[0]}"
    return f"it asks for {', '.join(unlisted[:5])}" if unlisted else ""


def _content(found: Scan) -> str:
    modules = {module.partition(".")[0] for module, _ in found.names}
    names = {name for _, name in found.names}
    if modules & {"sklearn", "xgboost", "lightgbm", "catboost", "torch", "tensorflow", "keras", "statsmodels"}:
        return "model"
    if names & {"DataFrame", "Series"}:
        return "frame"
    return "array" if "numpy" in modules or "NumpyArrayWrapper" in names else "other"
