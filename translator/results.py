"""What a translation gives back: texts, outcome, sites, and the content of translation.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from translator.diagnostics import Diagnostic, Site

Outcome = Literal["translated", "partial", "unchanged", "skipped", "failed"]
STATUSES = ("native", "helper", "udf", "driver", "local", "refused")
SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Variable:
    """A module-level name at the end of the program, as translation.json tells it."""

    name: str
    kind: str
    frame: str | None = None
    index: tuple[str, ...] = ()
    ordered_by: tuple[tuple[str, str], ...] = ()


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

    @property
    def text(self) -> str:
        """The output as text."""
        return self.content.decode("utf-8", errors="replace")

    def to_dict(self) -> dict[str, Any]:
        """This file's entry in translation.json."""
        return {
            "source": self.source,
            "output": self.output,
            "kind": self.kind,
            "outcome": self.outcome,
            "sites": [_site(site) for site in self.sites],
            "diagnostics": [_diagnostic(d) for d in self.diagnostics],
            "variables": [
                {
                    "name": v.name, "kind": v.kind, "frame": v.frame, "index": list(v.index),
                    "ordered_by": [list(key) for key in v.ordered_by],
                }
                for v in self.variables
            ],
            "inputs": [{"path": p, "format": f} for p, f in self.inputs.items()],
            "outputs": [{"path": p, "format": f} for p, f in self.outputs.items()],
        }  # fmt: skip


def _site(site: Site) -> dict[str, Any]:
    span = site.span
    return {
        "line": span.line, "column": span.column, "end_line": span.end_line,
        "end_column": span.end_column, "cell": span.cell, "api": site.api, "status": site.status,
        "assumptions": list(site.assumptions), "diagnostics": list(site.diagnostics),
    }  # fmt: skip


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code, "name": diagnostic.name, "severity": diagnostic.severity,
        "message": diagnostic.message, "hint": diagnostic.hint, "line": diagnostic.span.line,
        "column": diagnostic.span.column, "cell": diagnostic.span.cell, "api": diagnostic.api,
    }  # fmt: skip


def totals(translations: Iterable[Translation]) -> dict[str, int]:
    """Counts of files and of sites by status."""
    files = list(translations)
    counts: Counter[str] = Counter(site.status for t in files for site in t.sites)
    return {
        "files": len(files),
        "sites": sum(counts.values()),
        **{status: counts[status] for status in STATUSES},
    }


def to_json(translations: Iterable[Translation], version: str) -> dict[str, Any]:
    """The content of translation.json, schema version 1."""
    files = list(translations)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "translator", "version": version},
        "files": [t.to_dict() for t in files],
        "totals": totals(files),
    }
