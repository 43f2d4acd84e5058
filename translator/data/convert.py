"""Converts every data file of a tree to Delta: repeatable, resumable, and proved by reading back."""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from translator.data import inventory, reading, tables
from translator.data.inventory import Entry
from translator.data.naming import Names, Taken, distinct_names
from translator.data.reading import Request
from translator.inputs.layout import LOG, Layout


@dataclass(frozen=True)
class Options:
    """Where tables go and how files are read.

    Attributes:
        to: folder of the Delta tables; nothing is written outside of it.
        layer: the first part of each table's path.
        layout: which table each file becomes; others stay files.
        jobs: files read at the same time.
    """

    to: Path
    layer: str = "bronze"
    jobs: int = 1
    layout: Layout | None = None
    request: Request = field(default_factory=Request)


class WrittenSince(Exception):
    """A table is no longer only what was converted to it."""


@dataclass(frozen=True)
class Record:
    """What became of one file, as the log ``conversion.jsonl`` keeps it.

    `status` is "converted", "unchanged", "refused_global", "needs_newer_pandas", "not_tabular", "lossy", "refused_format",
    "written_since" or "error".
    """

    uri: str
    sha256: str
    status: str
    reason: str = ""
    tables: Sequence[Mapping[str, Any]] = ()

    @property
    def ok(self) -> bool:
        """Whether the file's tables are there and proved."""
        return self.status in ("converted", "unchanged")


def convert(root: Path, options: Options, done: Callable[[Record], None] = lambda record: None) -> list[Record]:
    """Convert the data files below a folder.

    Args:
        root: the tree; it is only read.
        done: called for each file when it is finished, for showing progress.

    Raises:
        ValueError: when the tables would be written into the tree that is read.
    """
    base, target = root.resolve(), options.to.resolve()
    if target.is_relative_to(base) and options.layout is None:
        raise ValueError(f"{options.to} lies within {root}, whose files would be mixed with the tables")
    target.mkdir(parents=True, exist_ok=True)
    known, lock = _log(target), threading.Lock()

    wanted = options.layout.wants if options.layout is not None else lambda uri: True
    # the child that reads a pickle follows its opcodes itself
    entries = list(inventory.scan(base, names=False, wanted=wanted))
    names = _names([entry.uri for entry in entries], options)

    def one(entry: Entry) -> Record:
        record = _convert(base / entry.uri, entry, options, names, known.get(entry.uri))
        with lock:
            if record.status not in ("unchanged", "written_since"):
                with (target / LOG).open("a", encoding="utf-8") as log:
                    log.write(json.dumps(asdict(record)) + "\n")
            done(record)
        return record

    with ThreadPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        return list(pool.map(one, entries))


def _names(uris: Sequence[str], options: Options) -> Names:
    if options.layout is None:
        return Names(distinct_names(uris, options.layer))
    return Names({uri: table for uri, table in options.layout.files.items() if table is not None})


def _log(target: Path) -> dict[str, Mapping[str, Any]]:
    """The last record of each file; a line that was cut off counts for nothing."""
    known: dict[str, Mapping[str, Any]] = {}
    log = target / LOG
    for line in log.read_text(encoding="utf-8").splitlines() if log.is_file() else ():
        try:
            record = json.loads(line)
            known[record["uri"]] = record
        except (json.JSONDecodeError, KeyError):
            continue
    return known


def _convert(path: Path, entry: Entry, options: Options, names: Names, before: Mapping[str, Any] | None) -> Record:
    if entry.kind == "hdf":
        return Record(entry.uri, entry.sha256, "refused_format", entry.risk)
    if before is not None and before["sha256"] == entry.sha256 and _stands(entry.uri, before, options, names):
        return Record(entry.uri, entry.sha256, "unchanged", tables=before["tables"])
    with tempfile.TemporaryDirectory(prefix=".reading-", dir=options.to) as scratch:
        answer = reading.read(path, entry.kind, Path(scratch), options.request)
        if answer.status != "read":
            return Record(entry.uri, entry.sha256, answer.status, answer.reason)
        try:
            written = [_write(entry, part, options, names) for part in answer.tables]
        except WrittenSince as error:
            return Record(entry.uri, entry.sha256, "written_since", str(error))
        except Taken as error:
            return Record(entry.uri, entry.sha256, "error", str(error))
        except Exception as error:
            return Record(entry.uri, entry.sha256, "error", f"{type(error).__name__}: {error}"[:500])
    wrong = next((part["difference"] for part in written if part["difference"]), "")
    if wrong:
        return Record(entry.uri, entry.sha256, "error", f"the table does not read back as it was written: {wrong}")
    for part in written:
        del part["difference"]
    return Record(entry.uri, entry.sha256, "converted", tables=written)


def _stands(uri: str, before: Mapping[str, Any], options: Options, names: Names) -> bool:
    """Whether the tables of an earlier conversion are still those of the same content, and where they are to be."""
    if before["status"] != "converted":
        return False
    if any(names.table_of(uri, part["part"]) != part["table"] for part in before["tables"]):
        return False
    if options.request.rows and not all("facts" in part for part in before["tables"]):
        return False
    origins = [tables.origin(options.to / part["table"]) for part in before["tables"]]
    programs = options.layout is not None  # which go on with the tables
    return all(o is not None and o.get("sha256", before["sha256"] if programs else "") == before["sha256"] for o in origins)


def _write(entry: Entry, part: Mapping[str, Any], options: Options, names: Names) -> dict[str, Any]:
    relative = names.claim(entry.uri, part["name"])
    table = options.to / relative
    arrow = Path(part["arrow"])
    last = tables.origin(table)
    if last is not None and "sha256" not in last and options.layout is not None:
        raise WrittenSince(f"programs have written the table {relative} since it was converted")
    same = last is not None and last.get("sha256") == entry.sha256 and last.get("source") == entry.uri
    if last is not None and same and not (difference := tables.differences(arrow, table)):
        version = int(last["version"])  # an earlier run was ended between the table and its line in the log
    else:
        version = tables.write(arrow, table, entry.uri, entry.sha256, part["name"])
        difference = tables.differences(arrow, table)
    return {
        "table": relative, "part": part["name"], "version": version, "rows": part["rows"], "columns": part["columns"],
        "renames": part["renames"], "deviations": part["deviations"], "difference": difference,
        **({"facts": part["facts"]} if "facts" in part else {}),
    }  # fmt: skip


def verify(root: Path, options: Options, done: Callable[[Record], None] = lambda record: None) -> Iterator[Record]:
    """Read the converted files of a tree once more, and compare each with its tables.

    Yields:
        a record of status "converted" where they agree, "changed" where the file is another one by now, and "error"
        where they differ.
    """
    for uri, record in _log(options.to).items():
        if record["status"] != "converted":
            continue
        result = _verified(root / uri, uri, record, options)
        done(result)
        yield result


def _verified(path: Path, uri: str, record: Mapping[str, Any], options: Options) -> Record:
    sha256 = record["sha256"]
    if not path.is_file() or inventory.digest(path) != sha256:
        return Record(uri, sha256, "changed", "the file is gone or another one since it was converted")
    scratch = Path(tempfile.mkdtemp(prefix=".reading-", dir=options.to))
    try:
        answer = reading.read(path, str(inventory.kind_of(path)), scratch, options.request)
        if answer.status != "read":
            return Record(uri, sha256, answer.status, answer.reason)
        pairs = zip(answer.tables, record["tables"], strict=True)
        found = [tables.differences(Path(part["arrow"]), options.to / table["table"]) for part, table in pairs]
    except Exception as error:
        return Record(uri, sha256, "error", f"{type(error).__name__}: {error}"[:500])
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    wrong = next(filter(None, found), "")
    return Record(uri, sha256, "error" if wrong else "converted", wrong, record["tables"])
