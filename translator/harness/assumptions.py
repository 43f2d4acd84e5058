"""Evaluates the assumptions that sites of a translation make on the data that a run has seen."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from translator.harness.generate import Inputs, as_read
from translator.harness.job import Problem
from translator.harness.verdicts import Assumption, Unit, Verdict


def evaluate(verdict: Verdict, entry: Mapping[str, Any] | None, at_hand: Inputs | None) -> None:
    """Note in a verdict which assumptions its translation makes and whether they hold.

    `at_hand` describes the files for which the translation was made; None if these were the ones run.
    """
    lines: dict[str, set[int]] = defaultdict(set)
    for site in (entry or {}).get("sites") or ():
        for code in site.get("assumptions") or ():
            lines[code].add(site["line"])
    for code, where in sorted(lines.items()):
        holds, detail = _holds(code, verdict, at_hand)
        verdict.assumptions.append(Assumption(code, tuple(sorted(where)), holds, detail))
        if holds is False and verdict.outcome not in ("equal", "vacuous"):
            verdict.reason += f"; {code} does not hold: {detail}"


def _holds(code: str, verdict: Verdict, at_hand: Inputs | None) -> tuple[bool | None, str]:
    """Tell whether one assumption holds."""
    if code == "A103":
        changes = [] if at_hand is None else changed(verdict.inputs, at_hand)
        return not changes, "; ".join(changes)
    if code == "A109" and at_hand is not None:
        empty = [source.path for source in at_hand.sources if _rows(source.path, verdict.inputs) == 0]
        return not empty, f"{', '.join(empty)} has no rows" if empty else ""
    ran = verdict.outcome in ("equal", "vacuous", "unreached")
    return (True if ran else None), "" if ran else "cannot be told apart from the difference"


def broken(unit: Unit, again: Unit, inputs: Mapping[str, bytes], at_hand: Inputs) -> list[Assumption]:
    """Return the stated assumptions that do not hold on some data, for which `again` was translated.

    What the files hold is looked at; of what follows from it in the program the second translation tells.
    """
    stated = _stated(unit)
    found = []
    for code in sorted({code for codes in stated.values() for code in codes}):
        details = changed(inputs, at_hand) if code == "A103" else _learned_otherwise(code, unit, again)
        lines = tuple(sorted({place[2] for place, codes in stated.items() if code in codes}))
        if details:
            found.append(Assumption(code, lines, False, "; ".join(details)))
    return found


def learned_otherwise(entry: Mapping[str, Any], again: Mapping[str, Any]) -> set[str]:
    """Return the assumptions of a translation (its entry) that one made for other data does not make at the same sites."""
    unit, other = (Unit(Path(), Path(), Path(), entry=one) for one in (entry, again))
    codes = {code for found in _stated(unit).values() for code in found}
    return {code for code in codes if code != "A103" and _learned_otherwise(code, unit, other)}


RAISING = frozenset({"A106", "A114", "A120", "A121"})
"""Without which pandas raises at the site that states them."""


def behind(problem: Problem, unit: Unit) -> list[Assumption]:
    """Return the assumptions without which an original raises as it does, of sites in the very line."""
    here = [
        site
        for site in (unit.entry or {}).get("sites") or ()
        if site.get("cell") == problem.cell and problem.line is not None and site["line"] <= problem.line <= site["end_line"]
    ]
    codes = RAISING & {code for site in here for code in site.get("assumptions") or ()}
    return [Assumption(code, (problem.line or 0,), False, f"the original raises {problem}") for code in sorted(codes)]


Place = tuple[str, int, int, int, str]
"""A site: file, cell, line, column, name of what is called."""


def _sites(unit: Unit) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    for part in (*unit.needs, unit):
        for site in (part.entry or {}).get("sites") or ():
            yield (part.name, site.get("cell") or 0, site["line"], site["column"], site["api"]), site


def _stated(unit: Unit) -> dict[Place, list[str]]:
    return {place: site["assumptions"] for place, site in _sites(unit) if site.get("assumptions")}


def _learned_otherwise(code: str, unit: Unit, again: Unit) -> list[str]:
    """Return what was learned from the data at hand that the other data tell otherwise, and sites that lost the assumption."""
    sites, found = dict(_sites(again)), []
    for place, site in _sites(unit):
        if code not in (site.get("assumptions") or ()):
            continue
        new = sites.get(place, {})
        told, now = ([t for t in s.get("evidence") or () if t.startswith(code)] for s in (site, new))
        if told != now or code not in (new.get("assumptions") or ()):
            reasons = f" ({_joined(code, told)} at translation time, {_joined(code, now) or 'not so'} now)" if told else ""
            found.append(f"line {place[2]} is translated otherwise for these data{reasons}")
    return found


def _joined(code: str, told: Sequence[str]) -> str:
    return ", ".join(t.removeprefix(f"{code}: ") for t in told)


def changed(inputs: Mapping[str, bytes], at_hand: Inputs) -> list[str]:
    """Return how the files differ from those at hand in columns, types and missing values."""
    found = []
    for source in at_hand.sources:
        frame = as_read(source, inputs[source.path]) if source.path in inputs else None
        if frame is None:
            continue
        if not len(frame) and len(source.frame):
            found.append(f"{source.path} has no rows, which would tell its types")
            continue
        for name in source.frame.columns:
            was = source.frame[name]
            now = frame[name] if name in frame.columns else None
            if now is None:
                found.append(f"{source.path} has no column {name}")
            elif was.dtype != now.dtype:
                found.append(f"column {name} of {source.path} is {now.dtype}, was {was.dtype}")
            elif now.isna().any() and not was.isna().any():
                found.append(f"column {name} of {source.path} has missing values, and had none")
            elif was.isna().any() and not now.isna().any():
                found.append(f"column {name} of {source.path} has no missing values, and had some")
    return found


def _rows(name: str, inputs: Mapping[str, bytes]) -> int:
    """Return the number of lines after the header of a text file (1 for any other file)."""
    content = inputs.get(name, b"")
    if not name.lower().endswith((".csv", ".tsv")):
        return 1
    return max(0, sum(1 for _ in io.BytesIO(content)) - 1)
