"""Evaluates the assumptions that sites of a translation make on the data that a run has seen."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from translator.harness.generate import Inputs, as_read
from translator.harness.verdicts import Assumption, Verdict


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
        changes = [] if at_hand is None else _changed(verdict.inputs, at_hand)
        return not changes, "; ".join(changes)
    if code == "A109" and at_hand is not None:
        empty = [source.path for source in at_hand.sources if _rows(source.path, verdict.inputs) == 0]
        return not empty, f"{', '.join(empty)} has no rows" if empty else ""
    ran = verdict.outcome in ("equal", "vacuous", "unreached")
    return (True if ran else None), "" if ran else "cannot be told apart from the difference"


def _changed(inputs: Mapping[str, bytes], at_hand: Inputs) -> list[str]:
    """Return how the files differ from those at hand in columns, types and missing values."""
    found = []
    for source in at_hand.sources:
        frame = as_read(source, inputs[source.path]) if source.path in inputs else None
        if frame is None:
            continue
        for name in source.frame.columns:
            was = source.frame[name]
            now = frame[name] if name in frame.columns else None
            if now is None:
                found.append(f"{source.path} has no column {name}")
            elif len(frame) and was.dtype != now.dtype:
                found.append(f"column {name} of {source.path} is {now.dtype}, was {was.dtype}")
            elif now.isna().any() and not was.isna().any():
                found.append(f"column {name} of {source.path} has missing values, and had none")
    return found


def _rows(name: str, inputs: Mapping[str, bytes]) -> int:
    """Return the number of lines after the header of a text file (1 for any other file)."""
    content = inputs.get(name, b"")
    if not name.lower().endswith((".csv", ".tsv")):
        return 1
    return max(0, sum(1 for _ in io.BytesIO(content)) - 1)
