"""What a report tells, gathered from translation.json, the sources, the outputs and verdicts."""

from __future__ import annotations

import difflib
import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.diagnostics import CODES
from translator.documents.discovery import SourceFile
from translator.documents.document import Document
from translator.documents.text import DocumentError
from translator.documents.writer import WriteError, safe_relative
from translator.results import STATUSES

DATA_CODES = ("T201", "T202", "T203")
OUTCOMES = ("translated", "partial", "unchanged", "skipped", "failed")
MAX_LINES = 20_000
"""Files longer than this are listed without their text."""


class ReportError(Exception):
    """The report cannot be made; the message says what is missing."""


@dataclass(frozen=True)
class Pair:
    """One cell (a script has one) as it was and as it became.

    Attributes:
        rows: lines side by side, numbers from 0 or None where a side has no line.
    """

    number: int | None
    left: tuple[str, ...]
    right: tuple[str, ...]
    rows: tuple[tuple[int | None, int | None], ...]


@dataclass(frozen=True)
class FileReport:
    """One file."""

    entry: Mapping[str, Any]
    cells: tuple[Pair, ...] = ()
    verdicts: tuple[Mapping[str, Any], ...] = ()

    @property
    def source(self) -> str:
        return str(self.entry["source"])

    @property
    def statuses(self) -> Counter[str]:
        return Counter(site["status"] for site in self.entry["sites"])

    @property
    def effort(self) -> int:
        """Points that a person needs for what is reported of the file."""
        return sum(CODES[d["code"]].effort for d in self.entry["diagnostics"] if d["severity"] != "note")

    @property
    def verdict(self) -> str:
        """The worst outcome over engines, "" if it was not verified."""
        found = [str(v["outcome"]) for v in self.verdicts]
        return next((outcome for outcome in found if outcome != "equal"), found[0] if found else "")


@dataclass(frozen=True)
class Blocker:
    """What stands in the way: a code and a pandas name, over all files."""

    code: str
    api: str
    count: int
    files: int
    effort: int

    @property
    def title(self) -> str:
        return CODES[self.code].title


@dataclass(frozen=True)
class Readiness:
    """One of the four readiness numbers: how many of how many, and what that means."""

    name: str
    good: int
    of: int
    meaning: str

    @property
    def share(self) -> float | None:
        return self.good / self.of if self.of else None


@dataclass(frozen=True)
class Content:
    """A whole report."""

    tool: str
    files: tuple[FileReport, ...]
    readiness: tuple[Readiness, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    totals: Mapping[str, int] = field(default_factory=dict)

    @property
    def outcomes(self) -> Counter[str]:
        return Counter(str(file.entry["outcome"]) for file in self.files)

    @property
    def effort(self) -> int:
        return sum(file.effort for file in self.files)


def gather(
    report: Path, sources: Sequence[SourceFile], out: Path, verdicts: Path | None = None
) -> Content:
    """Gather a report.

    Args:
        report: translation.json of a run.
        sources: the files that were translated.
        out: the directory with the outputs.
        verdicts: what ``translate verify --format json`` wrote.

    Raises:
        ReportError: translation.json or the verdicts cannot be read.
    """
    document = _load(report, "Run 'translate PATH... --out DIR' first.")
    judged: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    if verdicts is not None:
        for verdict in _load(verdicts, "Make it with 'translate verify PATH... --format json'.")["verdicts"]:
            judged[verdict["unit"]].append(verdict)
    paths = {file.relative: file.path for file in sources}
    try:
        files = tuple(
            FileReport(e, tuple(_pairs(e, paths.get(e["source"]), out)), tuple(judged.get(e["source"], ())))
            for e in document["files"]
        )
    except (KeyError, TypeError) as error:
        raise ReportError(f"{report} is no translation.json: {error!r} is missing") from error
    tool = f"{document['tool']['name']} {document['tool']['version']}"
    return Content(tool, files, tuple(_readiness(files)), tuple(_blockers(files)), document["totals"])


def _load(path: Path, hint: str) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}. {hint}") from error
    except ValueError as error:
        raise ReportError(f"{path} is not JSON: {error}. {hint}") from error
    if not isinstance(content, dict):
        raise ReportError(f"{path} is not what it should be. {hint}")
    return content


# --- side by side ------------------------------------------------------------------------------------


def _pairs(entry: Mapping[str, Any], source: Path | None, out: Path) -> Iterator[Pair]:
    """The cells of a file beside those of its output; nothing where one of them is gone."""
    if source is None or entry["outcome"] in ("unchanged", "skipped"):
        return
    try:
        old = Document.read(source)
        new = Document.read(out.joinpath(*safe_relative(entry["output"]).parts))
    except (DocumentError, WriteError, OSError):
        return
    if sum(cell.source.count("\n") for cell in old.cells) > MAX_LINES:
        return
    after = {cell.number: cell.text() for cell in new.cells}
    for cell in old.cells:
        left, right = cell.text().rstrip("\n").split("\n"), after.get(cell.number, "").rstrip("\n").split("\n")
        yield Pair(cell.number, tuple(left), tuple(right), tuple(_rows(left, right)))


def _rows(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    for tag, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield from _alike(left, right, (a, b), (c, d)) if tag == "replace" else _beside((a, b), (c, d))


def _alike(
    left: Sequence[str], right: Sequence[str], old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """A changed stretch, with lines beside each other that begin alike: ``orders = pd...`` and ``orders = df...``."""
    begins = [_beginning("<", n, left[n]) for n in range(*old)], [_beginning(">", n, right[n]) for n in range(*new)]
    a, c = old[0], new[0]
    for block in difflib.SequenceMatcher(None, *begins, autojunk=False).get_matching_blocks():
        yield from _beside((a, old[0] + block.a), (c, new[0] + block.b))
        a, c = old[0] + block.a + block.size, new[0] + block.b + block.size
        yield from ((a - n, c - n) for n in range(block.size, 0, -1))


def _beside(old: tuple[int, int], new: tuple[int, int]) -> Iterator[tuple[int | None, int | None]]:
    yield from itertools.zip_longest(range(*old), range(*new))


def _beginning(side: str, number: int, line: str) -> str:
    """The indentation and first name of a line; what no other line has where there is none."""
    found = re.match(r"\s*[^\W\d]\w*", line)
    return found[0] if found else f"{side}{number}"


# --- numbers -------------------------------------------------------------------------------------------


def _readiness(files: Sequence[FileReport]) -> Iterator[Readiness]:
    sites: Counter[str] = sum((file.statuses for file in files), Counter())
    remote = sum(sites[status] for status in STATUSES if status != "local")
    yield Readiness(
        "api", sites["native"] + sites["helper"], remote, "pandas sites that run on Spark, of those that hold data"
    )
    libraries = [f for f in files if f.entry["sites"]]
    handed = {f.source for f in libraries if any(d["code"] == "T315" for d in f.entry["diagnostics"])}
    yield Readiness(
        "libraries", len(libraries) - len(handed), len(libraries),
        "files that hand no rows to libraries that work on the driver",
    )  # fmt: skip
    read = sum(len(f.entry["inputs"]) for f in files)
    unknown = sum(d["code"] in DATA_CODES for f in files for d in f.entry["diagnostics"])
    yield Readiness("data", read, read + unknown, "reads of data whose columns and types are known")
    translated = [f for f in files if f.entry["outcome"] in ("translated", "partial") and f.entry["sites"]]
    proven = sum(f.verdict == "equal" for f in translated)
    yield Readiness("proofs", proven, len(translated), "translations that were run beside the original and came out equal")


def _blockers(files: Sequence[FileReport]) -> list[Blocker]:
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in files:
        for diagnostic in file.entry["diagnostics"]:
            if diagnostic["severity"] != "note":
                key = (diagnostic["code"], diagnostic["api"] or "")
                counts[key] += 1
                places[key].add(file.source)
    found = [
        Blocker(code, api, count, len(places[code, api]), count * CODES[code].effort)
        for (code, api), count in counts.items()
    ]
    return sorted(found, key=lambda b: (-b.effort, -b.count, b.code, b.api))
