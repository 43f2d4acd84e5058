"""Findings as text with excerpts, as JSON, and as annotations of GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

from translator.check.findings import Finding


def text(found: Sequence[Finding], color: bool = False) -> str:
    """Findings for people: place, message, the line with a caret, what depends on it, what to do."""
    return "\n".join(_one(finding, color) for finding in found if finding.state == "new")


def _one(finding: Finding, color: bool) -> str:
    tone = {"error": "31", "warning": "33", "note": "36"}[finding.level]

    def paint(part: str, style: str) -> str:
        return f"\x1b[{style}m{part}\x1b[0m" if color else part

    lines = [f"{paint(finding.place, '1')}: {paint(finding.code, tone)} {finding.message}"]
    if finding.excerpt.strip():
        number = str(finding.line)
        pad = " " * len(number)
        lines.append(f" {paint(number + ' |', '2')} {_visible(finding.excerpt)}")
        lines.append(f" {paint(pad + ' |', '2')} {paint(_caret(finding), tone)}")
    if finding.consequences:
        later = "1 later site stays" if finding.consequences == 1 else f"{finding.consequences} later sites stay"
        lines.append(f"   {later} pandas because of it")
    lines.append(f"   {paint('next:', '2')} {finding.step}")
    return "\n".join(lines) + "\n"


def _visible(line: str) -> str:
    """A line without what would move the cursor of a terminal."""
    return "".join(" " if c == "\t" else c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


def _width(part: str) -> int:
    """Columns on a terminal: East Asian wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in part
    )


def _caret(finding: Finding) -> str:
    line = finding.excerpt
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line.rstrip())
    return " " * _width(_visible(line[:start])) + "^" * max(1, _width(_visible(line[start:end])))


def as_json(found: Sequence[Finding]) -> str:
    """All findings with everything that is known of them, also suppressed and known ones."""
    return json.dumps([
        {
            "file": f.file, "cell": f.cell, "line": f.line, "column": f.column, "end_line": f.end_line,
            "end_column": f.end_column, "code": f.code, "name": f.entry.name, "level": f.level, "api": f.api,
            "message": f.message, "hint": f.step, "effort": f.entry.effort, "consequences": f.consequences,
            "state": f.state, "reason": f.reason, "fingerprint": f.fingerprint,
        }
        for f in found
    ], indent=2, ensure_ascii=False)  # fmt: skip


def github(found: Sequence[Finding]) -> str:
    """Workflow commands; lines of a notebook are told in the message, as its file has others."""
    lines = []
    for f in found:
        if f.state != "new":
            continue
        level = {"error": "error", "warning": "warning", "note": "notice"}[f.level]
        place = f"file={_property(f.file)}"
        where = ""
        if f.cell is None:
            place += f",line={f.line},endLine={f.end_line},col={f.column},endColumn={f.end_column}"
        else:
            where = f"cell {f.cell}, line {f.line}: "
        title = _property(f"{f.code} {f.entry.name}")
        lines.append(f"::{level} {place},title={title}::{_data(f'{where}{f.message} {f.step}')}")
    return "\n".join(lines)


def _data(part: str) -> str:
    return part.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(part: str) -> str:
    return _data(part).replace(":", "%3A").replace(",", "%2C")
