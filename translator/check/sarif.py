"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format) and as JUnit XML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from translator import __version__
from translator.check.findings import Finding
from translator.diagnostics import CODES, CodeEntry
from translator.reference.explanations import code as explained

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "translate/v1"


def sarif(found: Sequence[Finding]) -> str:
    """One run with a rule for each code that occurs.

    Fingerprints do not contain line numbers, so a result keeps its identity when code above it
    changes. The lines of a notebook are within its cells; its file has others, so only the cell
    is given, as a logical location.
    """
    codes = sorted({f.code for f in found})
    run = {
        "tool": {"driver": {
            "name": "translate", "version": __version__, "semanticVersion": __version__,
            "rules": [_rule(CODES[code]) for code in codes],
        }},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"uri": Path.cwd().as_uri() + "/"}},
        "results": [_result(f, codes.index(f.code)) for f in found],
    }  # fmt: skip
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(entry: CodeEntry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": "".join(part.capitalize() for part in entry.name.split("-")),
        "shortDescription": {"text": f"{entry.title}."},
        "fullDescription": {"text": entry.explanation},
        "help": {"text": entry.hint, "markdown": explained(entry)},
        "defaultConfiguration": {"level": entry.severity},
        "properties": {"effort": entry.effort},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(finding.file)}
    location: dict[str, Any] = {"physicalLocation": physical}
    message = f"{finding.message}. {finding.step}"
    if finding.cell is None:
        physical["region"] = {
            "startLine": finding.line, "startColumn": finding.column,
            "endLine": finding.end_line, "endColumn": finding.end_column, "snippet": {"text": finding.excerpt},
        }  # fmt: skip
    else:
        location["logicalLocations"] = [{"name": f"cell {finding.cell}", "kind": "module"}]
        message = f"cell {finding.cell}, line {finding.line}: {message}"
    result = {
        "ruleId": finding.code, "ruleIndex": index, "level": finding.level, "message": {"text": message},
        "locations": [location], "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "baselineState": "unchanged" if finding.state == "known" else "new",
    }  # fmt: skip
    if finding.state == "suppressed":
        result["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
    return result


def _artifact(file: str) -> dict[str, str]:
    if file.startswith("/") or re.match(r"[A-Za-z]:", file):
        return {"uri": Path(file).as_uri()}
    return {"uri": quote(file), "uriBaseId": "SRCROOT"}


_INVALID_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(found: Sequence[Finding], files: Sequence[str]) -> str:
    """A test case for each file, failed by its new findings."""
    failing: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in found:
        if finding.state == "new":
            failing.setdefault(finding.file, []).append(finding)
    count = sum(1 for findings in failing.values() if findings)
    suite = ElementTree.Element("testsuite", name="translate check", tests=str(len(failing)), failures=str(count))
    for file, findings in failing.items():
        case = ElementTree.SubElement(suite, "testcase", classname="translate", name=_xml(file))
        if findings:
            title = f"{len(findings)} finding{'s' * (len(findings) > 1)}"
            failure = ElementTree.SubElement(case, "failure", message=title, type=findings[0].code)
            failure.text = _xml("\n".join(f"{f.place}: {f.code} {f.message}. {f.step}" for f in findings))
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _xml(part: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return _INVALID_XML.sub("\N{REPLACEMENT CHARACTER}", part)
