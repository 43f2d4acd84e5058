"""The content of a report as tables: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from translator.diagnostics import CODES
from translator.report.content import Content
from translator.results import STATUSES


def inventories(content: Content) -> dict[str, bytes]:
    """Files of the inventory by name."""
    tables = {
        "files": _files(content), "sites": _sites(content), "findings": _findings(content), "blockers": _blockers(content),
    }  # fmt: skip
    everything = {
        "schema_version": 1,
        "tool": content.tool,
        "effort": content.effort,
        "readiness": {r.name: {"good": r.good, "of": r.of, "meaning": r.meaning} for r in content.readiness},
        **tables,
    }
    found = {"inventory.json": (json.dumps(everything, indent=1, ensure_ascii=False) + "\n").encode()}
    for name, rows in tables.items():
        found[f"{name}.csv"] = _csv(rows)
    return found


def _files(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "file": f.source, "kind": f.entry["kind"], "outcome": f.entry["outcome"], "verdict": f.verdict,
            "effort": f.effort, "sites": len(f.entry["sites"]), **{s: f.statuses[s] for s in STATUSES},
            "inputs": " ".join(i["path"] for i in f.entry["inputs"]),
            "outputs": " ".join(o["path"] for o in f.entry["outputs"]),
        }
        for f in content.files
    ]  # fmt: skip


def _sites(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "file": f.source, "cell": s["cell"], "line": s["line"], "column": s["column"], "api": s["api"],
            "status": s["status"], "assumptions": " ".join(s["assumptions"]), "diagnostics": " ".join(s["diagnostics"]),
        }
        for f in content.files for s in f.entry["sites"]
    ]  # fmt: skip


def _findings(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "file": f.source, "cell": d["cell"], "line": d["line"], "column": d["column"], "code": d["code"],
            "name": d["name"], "severity": d["severity"], "effort": CODES[d["code"]].effort, "api": d["api"],
            "message": d["message"], "hint": d["hint"] or CODES[d["code"]].hint,
        }
        for f in content.files for d in f.entry["diagnostics"]
    ]  # fmt: skip


def _blockers(content: Content) -> list[dict[str, Any]]:
    return [
        {"code": b.code, "title": b.title, "api": b.api, "count": b.count, "files": b.files, "effort": b.effort}
        for b in content.blockers
    ]


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
