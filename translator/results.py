"""What a translation gives back: texts, outcome, sites, and the content of translation.json."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from translator.diagnostics import Diagnostic, Site, Span
from translator.facts import Facts

Outcome = Literal["translated", "partial", "unchanged", "skipped", "failed"]
STATUSES = ("native", "helper", "udf", "driver", "local", "refused")
SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Variable:
    """A module-level name at the end of the program, as translation.json tells it.

    Attributes:
        levels: the names of the index levels, where they are not those of the columns that hold them.
        items: of a list, tuple or dict that holds Spark objects, what each part is, by position or key.
        each: of a list that a loop filled with frames, what every one of them is.
    """

    name: str
    kind: str
    frame: str | None = None
    index: tuple[str, ...] = ()
    levels: tuple[str | None, ...] = ()
    ordered_by: tuple[tuple[str, str], ...] = ()
    facts: Facts | None = None
    items: tuple[Variable, ...] = ()
    each: Variable | None = None

    def to_dict(self) -> dict[str, Any]:
        """The entry in translation.json."""
        told: dict[str, Any] = {
            "name": self.name, "kind": self.kind, "frame": self.frame, "index": list(self.index),
            "ordered_by": [list(key) for key in self.ordered_by], "facts": self.facts and self.facts.to_dict(),
        }  # fmt: skip
        if self.levels:
            told["levels"] = list(self.levels)
        if self.items:
            told["items"] = [item.to_dict() for item in self.items]
        if self.each is not None:
            told["each"] = self.each.to_dict()
        return told


@dataclass(frozen=True)
class Translation:
    """One file's translation.

    Attributes:
        source: name relative to the path argument that named it, with forward slashes.
        content: bytes of the output; equal to the input for unchanged, skipped and failed files.
        outcome: ``translated`` (nothing refused), ``partial`` (something refused), ``unchanged``
            (nothing to do), ``skipped`` (could not be read) or ``failed`` (not valid Python, or
            a fault of the translator).
        uses_support: whether the output imports the support module.
        consulted: stamps of the data files that were looked at.
        writes: paths of data files whose facts it gives to programs after it.
        looked_at: patterns of the paths that it looks at as files.
        tables: the tables that it takes in place of pickles, by the paths of those.
        opened: those of `looked_at` where a folder in place of a file, or its rows in another order, would be seen.
        folders: paths of Parquet files that it writes as folders.
    """

    source: str
    output: str
    kind: str
    content: bytes
    outcome: Outcome
    sites: tuple[Site, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    variables: tuple[Variable, ...] = ()
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    uses_support: bool = False
    consulted: dict[str, str] = field(default_factory=dict)
    writes: tuple[str, ...] = ()
    looked_at: frozenset[str] = frozenset()
    tables: Mapping[str, str] = field(default_factory=dict)
    opened: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The output as text."""
        return self.content.decode("utf-8", errors="replace")

    @property
    def linked(self) -> bool:
        """Whether the translation may depend on what other programs write, or theirs on this one."""
        shared = self.writes or self.inputs or self.outputs or self.looked_at
        return bool(shared or any(d.code == "T201" for d in self.diagnostics))

    def to_dict(self) -> dict[str, Any]:
        """This file's entry in translation.json."""
        return {
            "source": self.source,
            "output": self.output,
            "kind": self.kind,
            "outcome": self.outcome,
            "sites": [_site(site) for site in self.sites],
            "diagnostics": [_diagnostic(d) for d in self.diagnostics],
            "variables": [variable.to_dict() for variable in self.variables],
            "inputs": [{"path": p, "format": f} for p, f in self.inputs.items()],
            "outputs": [{"path": p, "format": f} for p, f in self.outputs.items()],
        }  # fmt: skip


def skipped(source: str, raw: bytes, message: str, hint: str, line: int | None = None) -> Translation:
    """The translation of a file that could not be read as a document."""
    diagnostic = Diagnostic("T102", message, Span(line or 1, 1, line or 1, 1), hint)
    kind = "notebook" if source.endswith(".ipynb") else "script"
    return Translation(source, source, kind, raw, "skipped", diagnostics=(diagnostic,))


def diagnostic_of(entry: Mapping[str, Any]) -> Diagnostic:
    """A diagnostic from its entry in translation.json, which has no end of it."""
    span = Span(entry["line"], entry["column"], entry["line"], entry["column"], entry["cell"])
    return Diagnostic(entry["code"], entry["message"], span, entry["hint"], entry["api"])


def _site(site: Site) -> dict[str, Any]:
    span = site.span
    return {
        "line": span.line, "column": span.column, "end_line": span.end_line,
        "end_column": span.end_column, "cell": span.cell, "api": site.api, "status": site.status,
        "assumptions": list(site.assumptions), "diagnostics": list(site.diagnostics),
        **({"evidence": list(site.evidence)} if site.evidence else {}),
    }  # fmt: skip


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code, "name": diagnostic.name, "severity": diagnostic.severity,
        "message": diagnostic.message, "hint": diagnostic.hint, "line": diagnostic.span.line,
        "column": diagnostic.span.column, "cell": diagnostic.span.cell, "api": diagnostic.api,
    }  # fmt: skip


@dataclass(frozen=True)
class Digest:
    """What a summary tells of one file.

    Attributes:
        statuses: number of sites by status.
        diagnostics: what is shown of it.
        reasons: by code, how many sites stay pandas because of it.
    """

    source: str
    outcome: Outcome
    statuses: dict[str, int]
    diagnostics: tuple[Diagnostic, ...] = ()
    reasons: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, translation: Translation) -> Digest:
        counts: Counter[str] = Counter(site.status for site in translation.sites)
        statuses = {status: counts[status] for status in STATUSES if counts[status]}
        return cls(translation.source, translation.outcome, statuses, translation.diagnostics, _reasons(translation))

    @property
    def sites(self) -> int:
        return sum(self.statuses.values())


def _reasons(translation: Translation) -> dict[str, int]:
    """By code, the sites that it names and those that follow from it; what is a note keeps nothing in pandas."""
    reasons: Counter[str] = Counter()
    for diagnostic in translation.diagnostics:
        if translation.sites and diagnostic.severity != "note":
            reasons[diagnostic.code] += 1 + diagnostic.consequences
    return dict(reasons)


def totals(files: Iterable[Digest]) -> dict[str, int]:
    """Counts of files and of sites by status."""
    counts: Counter[str] = Counter()
    number = 0
    for file in files:
        number += 1
        counts.update(file.statuses)
    return {"files": number, "sites": sum(counts.values()), **{status: counts[status] for status in STATUSES}}


def to_json(translations: Iterable[Translation], version: str) -> dict[str, Any]:
    """The content of translation.json, schema version 1."""
    files = list(translations)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "translator", "version": version},
        "files": [t.to_dict() for t in files],
        "totals": totals(map(Digest.of, files)),
    }


def joined(entries: Iterable[str], files: Iterable[Digest], version: str) -> str:
    """The content of translation.json from entries that are JSON already, one a line."""
    body = "".join(f"\n    {entry}," for entry in entries).rstrip(",")
    tool = json.dumps({"name": "translator", "version": version})
    return f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "tool": {tool},\n  "files": [{body}\n  ],\n' + end(files)


def end(files: Iterable[Digest]) -> str:
    """The last lines of translation.json."""
    return f'  "totals": {json.dumps(totals(files))}\n}}\n'
