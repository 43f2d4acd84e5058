"""Verdicts for readers and for machines: a terminal table, JSON, JUnit XML."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.metadata
import io
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from translator.harness.agreement import disagreements, label
from translator.harness.compare import Difference
from translator.harness.judge import DIFFERENT, Observable
from translator.harness.verdicts import Assumption, Verdict

WIDE = 8
"""Rows of more columns than this are shown in part."""

_SKIPPED = ("vacuous", "definitions", "engine-unavailable")
"""Outcomes that are neither a success nor a failure."""

_STYLES = {"equal": "green", "definitions": "dim", "vacuous": "yellow", "engine-unavailable": "yellow"}


def to_json(verdicts: Sequence[Verdict]) -> str:
    """Return verdicts as JSON."""
    counts = Counter(verdict.outcome for verdict in verdicts)
    document = {
        "schema_version": 1,
        "versions": versions(),
        "verdicts": [as_dict(verdict) for verdict in verdicts],
        "disagreements": [
            {"unit": found.unit, "outcomes": found.outcomes, "observables": list(found.names)}
            for found in disagreements(verdicts)
        ],
        "totals": {"verdicts": len(verdicts), **dict(sorted(counts.items()))},
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def as_dict(verdict: Verdict) -> dict[str, Any]:
    """Return one verdict as plain data."""
    problem = verdict.problem
    return {
        "unit": verdict.unit,
        "engine": verdict.engine,
        "ansi": verdict.ansi,
        "outcome": verdict.outcome,
        "reason": verdict.reason,
        "compared": verdict.compared,
        "example": verdict.example,
        "examples": verdict.examples,
        "skipped": verdict.skipped,
        "raised": verdict.raised,
        "violated": [
            {"example": violation.example, "assumptions": [_assumption(a) for a in violation.assumptions]}
            for violation in verdict.violated
        ],
        "first": verdict.first and {
            "cell": verdict.first.cell or None, "line": verdict.first.line, "text": verdict.first.text,
            "name": verdict.first.name, "differences": [_difference(d) for d in verdict.first.differences],
        },
        "statements": verdict.statements,
        "unreached": [{"cell": cell or None, "line": a, "end_line": b} for cell, a, b in verdict.unreached],
        "assumptions": [_assumption(a) for a in verdict.assumptions],
        "seconds": {key: round(value, 3) for key, value in verdict.seconds.items()},
        "problem": problem and {
            "type": problem.type_name, "message": problem.message,
            "line": problem.line, "cell": problem.cell,
        },
        "inputs": {name: preview(content) for name, content in verdict.inputs.items()},
        "saved": verdict.saved or None,
        "plans": [dataclasses.asdict(finding) for finding in verdict.findings],
        "observables": [_observable(observable) for observable in verdict.observables],
    }  # fmt: skip


def _assumption(assumption: Assumption) -> dict[str, Any]:
    """Return one assumption as plain data."""
    found = assumption
    return {"code": found.code, "lines": list(found.lines), "holds": found.holds, "detail": found.detail}


def _observable(observable: Observable) -> dict[str, Any]:
    """Return one observable as plain data."""
    return {
        "kind": observable.kind,
        "name": observable.name,
        "status": observable.status,
        "empty": observable.empty,
        "note": observable.note,
        "differences": [_difference(difference) for difference in observable.differences],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    """Return one difference as plain data."""
    return {
        "kind": difference.kind,
        "message": difference.message,
        "pandas": list(difference.left),
        "spark": list(difference.right),
    }


def preview(content: bytes, lines: int = 6) -> str:
    """Return the beginning of an input file as text."""
    if content[:4] == b"PAR1":
        import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]

        table = pq.read_table(io.BytesIO(content))
        rows = [str(row) for row in table.slice(0, lines - 1).to_pylist()]
        return "\n".join([*rows, *([f"... {table.num_rows - len(rows)} more rows"] if table.num_rows > len(rows) else [])])
    texts = content.decode("utf-8", "replace").splitlines()
    rest = [f"... {len(texts) - lines} more lines"] if len(texts) > lines else []
    return "\n".join(texts[:lines] + rest)


def to_junit(verdicts: Sequence[Verdict]) -> str:
    """Return verdicts as JUnit XML: one suite an engine, one case a unit."""
    root = ElementTree.Element("testsuites", {"name": "translate verify", **_totals(verdicts)})
    names = sorted({(verdict.engine, verdict.ansi) for verdict in verdicts})
    for engine, ansi in names:
        mine = [v for v in verdicts if (v.engine, v.ansi) == (engine, ansi)]
        suite = ElementTree.SubElement(
            root, "testsuite", {"name": f"{engine}, ansi {'on' if ansi else 'off'}", **_totals(mine)}
        )
        properties = ElementTree.SubElement(suite, "properties")
        for name, value in versions().items():
            ElementTree.SubElement(properties, "property", name=name, value=value)
        for verdict in mine:
            _case(suite, verdict)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _totals(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """Return the counts that JUnit wants of a suite."""
    skipped = sum(verdict.outcome in _SKIPPED for verdict in verdicts)
    failures = sum(not verdict.ok for verdict in verdicts) - skipped
    seconds = sum(map(_seconds, verdicts))
    counts = {"tests": len(verdicts), "failures": failures, "errors": 0, "skipped": skipped}
    return {**{name: str(count) for name, count in counts.items()}, "time": f"{seconds:.3f}"}


def _seconds(verdict: Verdict) -> float:
    return sum(value for key, value in verdict.seconds.items() if key != "translation")


def _case(suite: ElementTree.Element, verdict: Verdict) -> None:
    """Add one unit to a suite."""
    case = ElementTree.SubElement(
        suite, "testcase", name=verdict.unit, classname=verdict.engine, time=f"{_seconds(verdict):.3f}"
    )
    facts = {"compared": verdict.compared, "examples": verdict.examples, "unreached": len(verdict.unreached)}
    properties = ElementTree.SubElement(case, "properties")
    for name, count in facts.items():
        ElementTree.SubElement(properties, "property", name=name, value=str(count))
    if verdict.ok:
        return
    tag = "skipped" if verdict.outcome in _SKIPPED else "failure"
    node = ElementTree.SubElement(case, tag, type=verdict.outcome, message=_clean(verdict.reason))
    if tag == "failure":
        node.text = _clean("\n".join(details(verdict)))


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return "".join(c if c >= " " or c in "\n\t" else "?" for c in text)


def details(verdict: Verdict) -> list[str]:
    """Return what differs, line by line."""
    lines = [] if verdict.first is None else [f"first at {verdict.first}"]
    lines += [f"{verdict.first.name} there: {d}" for d in verdict.first.differences] if verdict.first is not None else []
    for observable in verdict.observables:
        for difference in observable.differences if observable.status == DIFFERENT else ():
            lines.append(f"{observable.kind} {observable.name}: {difference}")
    for name, content in verdict.inputs.items() if verdict.different or verdict.problem else ():
        lines += [f"input {name} ({_origin(verdict)}):", preview(content)]
    if verdict.problem is not None:
        lines.append(verdict.problem.trace or str(verdict.problem))
    return lines


def _origin(verdict: Verdict) -> str:
    """Return where input files of a verdict come from."""
    return f"generated data set {verdict.example}" if verdict.example else "rows of the file at hand"


def versions() -> dict[str, str]:
    """Return the versions on which verdicts rest, by package."""
    found = {}
    for name in ("translator", "pandas", "numpy", "pyarrow", "pyspark", "pysail"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def print_verdicts(verdicts: Sequence[Verdict], console: Console | None = None) -> None:
    """Print a table of the verdicts, then what differs."""
    console = console or Console()
    console.print(table(verdicts))
    for verdict in verdicts:
        if not verdict.acceptable and verdict.outcome != "engine-unavailable":
            console.print(_explain(verdict))
        if verdict.violated:
            console.print(_violations(verdict))
        if verdict.findings:
            lines = [f"\n{verdict.unit} on {label(verdict)}, plans", *(f"  {finding}" for finding in verdict.findings)]
            console.print(Text("\n".join(lines), "yellow"))
    if found := disagreements(verdicts):
        console.print(Text("\nEngines disagree; Apache Spark decides:", "bold"))
        for disagreement in found:
            console.print(Text(f"  {disagreement}"))


def table(verdicts: Sequence[Verdict]) -> Table:
    """Return the verdicts as a table."""
    result = Table(box=None, pad_edge=False)
    for heading in ("unit", "engine", "verdict"):
        result.add_column(heading)
    for heading in ("compared", "examples", "s"):
        result.add_column(heading, justify="right")
    result.add_column("")
    for verdict in verdicts:
        examples = f"{verdict.examples}" + (f" (-{verdict.skipped})" if verdict.skipped else "")
        examples += f" (!{len(verdict.violated)})" if verdict.violated else ""
        seconds = verdict.seconds.get("total", 0.0) + verdict.seconds.get("original", 0.0)
        outcome = Text(verdict.outcome, _STYLES.get(verdict.outcome, "red"))
        result.add_row(
            Text(verdict.unit), label(verdict), outcome, str(verdict.compared), examples,
            f"{seconds:.1f}", Text(verdict.reason, overflow="ellipsis", no_wrap=True),
        )  # fmt: skip
    return result


def _explain(verdict: Verdict) -> RenderableType:
    """Return what is wrong with one unit."""
    parts: list[RenderableType] = [Text(f"\n{verdict.unit} on {label(verdict)}", "bold")]
    if verdict.first is not None:
        parts.append(Text(f"  first at {verdict.first}", "bold"))
        parts += _differences(f"{verdict.first.name} there", verdict.first.differences)
    for observable in verdict.different:
        parts += _differences(f"{observable.kind} {observable.name}", observable.differences)
    if verdict.problem is not None:
        trace = verdict.problem.trace.strip().splitlines()[-6:]
        parts.append(Text("\n".join(f"  {line}" for line in trace or [str(verdict.problem)])))
    if verdict.inputs:
        parts.append(Text(f"  on {_origin(verdict)}:"))
        parts += [Text(f"  {name}\n{preview(data)}") for name, data in verdict.inputs.items()]
    if verdict.saved:
        parts.append(Text(f"  kept as {verdict.saved}"))
    return Group(*parts)


def _violations(verdict: Verdict) -> RenderableType:
    """Return the data sets of which nothing is said, and what of the data at hand does not hold on them."""
    lines = dict.fromkeys(f"  data set {v.example} breaks {v}" for v in verdict.violated)
    return Text("\n".join([f"\n{verdict.unit} on {label(verdict)}", *lines]), "yellow")


def _differences(what: str, differences: Sequence[Difference]) -> list[RenderableType]:
    """Return differences with the rows that show them."""
    parts: list[RenderableType] = []
    for difference in differences:
        parts.append(Text(f"  {what}: {difference.kind}: {difference.message}", "red"))
        if difference.left:
            parts.append(_rows(difference))
    return parts


def _rows(difference: Difference) -> Group:
    """Return the differing rows in pairs; of a wide row the cells that differ and a few more."""
    lines = []
    for old, new in zip(difference.left, difference.right, strict=True):
        names = _telling(old, new)
        for side, row, other in (("pandas", old, new), ("spark ", new, old)):
            line = Text(f"    {side}  ")
            if row is None:
                line.append("no such row", "red")
            for name in names if row is not None else ():
                differs = row is not None and (other is None or other[name] != row[name])
                line.append(f"{name}={row and row[name]}  ", "red" if differs else "")
            lines.append(line)
    return Group(*lines)


def _telling(old: dict[str, str] | None, new: dict[str, str] | None) -> list[str]:
    """Return the columns worth showing of two rows."""
    names = list(old or new or {})
    if len(names) <= WIDE or old is None or new is None:
        return names[: 2 * WIDE]
    differing = [name for name in names if old[name] != new[name]][:WIDE]
    return [name for name in names if name in differing or name in names[:3]]
