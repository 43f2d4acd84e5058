"""The stored state of an output directory: a record for each source, one JSON object a line.

Records are appended as outputs are written, so that an interrupted run goes on where it stopped;
a run that comes to its end writes the files anew. What stands in translation.json of each source
is kept as text beside them and read only when the report has to be written again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from translator.documents.writer import write_atomic
from translator.rerun import FOLDER
from translator.results import Digest, Translation, diagnostic_of

VERSION = 1


@dataclass(frozen=True)
class Record:
    """What is known of one source.

    Attributes:
        source: its name in the output.
        sha: of its content when it was translated.
        options: what `stamps.options` gave.
        consulted: stamps of data files that the translation looked at.
        writes: paths of data files whose facts it gives to programs after it.
        linked: whether its translation may depend on what other programs write.
        looks: whether it looks at pickles as files.
        support: whether its output imports the support package.
        origin: where the source is, as seen from the output directory.
        conflict: whether its output was left with conflict markers.
        among: a digest of the programs whose data it could know.
        outcome, statuses, errors, reasons: its digest, errors as in translation.json.
    """

    source: str
    sha: str
    options: str
    consulted: dict[str, str]
    writes: list[str]
    linked: bool
    support: bool
    origin: str
    conflict: bool
    outcome: Any
    statuses: dict[str, int]
    errors: list[dict[str, Any]]
    among: str = ""
    looks: bool = False
    reasons: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, translation: Translation, sha: str, options: str, origin: str, conflict: bool) -> Record:
        digest = Digest.of(translation)
        errors = [d for d in translation.to_dict()["diagnostics"] if d["severity"] == "error"]
        return cls(
            translation.source, sha, options, dict(translation.consulted), list(translation.writes), translation.linked,
            translation.uses_support, origin, conflict, digest.outcome, digest.statuses, errors,
            looks=bool(translation.looked_at), reasons=digest.reasons,
        )  # fmt: skip

    @property
    def digest(self) -> Digest:
        return Digest(self.source, self.outcome, self.statuses, tuple(map(diagnostic_of, self.errors)), self.reasons)


def sha_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def entry_of(translation: Translation) -> str:
    """The entry of a file in translation.json, on one line."""
    return json.dumps(translation.to_dict(), ensure_ascii=False)


@dataclass
class State:
    """The records of an output directory, by source."""

    folder: Path
    records: dict[str, Record] = field(default_factory=dict)
    appended: bool = False
    _entries: dict[str, str] | None = None

    @classmethod
    def load(cls, out: Path) -> State:
        """What is stored; nothing where that is missing, damaged or of another version."""
        state = cls(out / FOLDER)
        for line in _lines(state.folder / "state.jsonl"):
            try:
                content: Mapping[str, Any] = json.loads(line)
                if content.get("version") == VERSION:
                    record = Record(**content["record"])
                    state.records[record.source] = record
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # a line that an interrupted run did not finish
        return state

    @property
    def entries(self) -> dict[str, str]:
        """Entries of translation.json by source; every record has one."""
        if self._entries is None:
            pairs = (line.partition("\t") for line in _lines(self.folder / "entries.jsonl"))
            self._entries = {json.loads(name): entry for name, tab, entry in pairs if tab and name[:1] == '"'}
        return self._entries

    def add(self, record: Record, entry: str) -> None:
        """Store a record and its entry at once."""
        self.records[record.source] = record
        self.entries[record.source] = entry
        self.appended = True
        with (self.folder / "entries.jsonl").open("a", encoding="utf-8") as file:
            file.write(_entry_line(record.source, entry))
        with (self.folder / "state.jsonl").open("a", encoding="utf-8") as file:
            file.write(_line(record))

    def finish(self, sources: Sequence[str]) -> None:
        """Write the records of these sources, in order, and forget others."""
        self.records = {source: self.records[source] for source in sources if source in self.records}
        lines = [_entry_line(source, self.entries[source]) for source in self.records]
        write_atomic(self.folder / "entries.jsonl", "".join(lines).encode())
        write_atomic(self.folder / "state.jsonl", "".join(map(_line, self.records.values())).encode())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _line(record: Record) -> str:
    return json.dumps({"version": VERSION, "record": asdict(record)}, ensure_ascii=False) + "\n"


def _entry_line(source: str, entry: str) -> str:
    return f"{json.dumps(source)}\t{entry}\n"
