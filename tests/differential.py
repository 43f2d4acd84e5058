"""Runs a pandas script and its translation in this process and compares what they leave behind."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

from translator import Translation
from translator.harness import facts
from translator.harness.capture import capture
from translator.harness.compare import compare_values
from translator.harness.wording import same_text

PROVEN: Counter[str] = Counter()
"""By name of pandas: in how many programs its native form gave what pandas gives, in this session."""
SUPPORT = Path(__file__).parents[1] / "translator" / "support"


def run(text: str) -> tuple[dict[str, Any], str]:
    """The names that a script leaves behind, and what it printed."""
    names: dict[str, Any] = {"__name__": "__main__"}
    printed = io.StringIO()
    if str(SUPPORT) not in sys.path:
        sys.path.insert(0, str(SUPPORT))
    with contextlib.redirect_stdout(printed):
        exec(compile(text, "<script>", "exec"), names)
    return names, printed.getvalue()


def differences(original: str, translation: Translation) -> tuple[list[str], int]:
    """What differs between a script and its translation, and how many values were compared."""
    return left_behind(run(original), run(translation.text), translation)


def left_behind(
    original: tuple[dict[str, Any], str], translated: tuple[dict[str, Any], str], translation: Translation
) -> tuple[list[str], int]:
    """What differs between the names and texts that two runs left behind, and how many were compared."""
    (old, old_text), (new, new_text) = original, translated
    found: list[str] = []
    compared = 0
    if not same_text(old_text, new_text):
        found.append(f"printed text differs\n--- pandas\n{old_text}\n--- spark\n{new_text}")
    for variable in translation.variables:
        if variable.name not in old or callable(old[variable.name]) or variable.kind == "unknown":
            continue
        value = new.get(variable.name)
        index = () if isinstance(old[variable.name], pd.Index) else variable.index  # labels have none of their own
        if variable.kind == "column" and variable.frame is not None:
            value = in_order(new[variable.frame], variable).select(*(f"`{level}`" for level in index), value)
        if variable.facts is not None:
            claims = variable.facts.to_dict()
            false = facts.broken(capture(old[variable.name]), capture(value), claims, widths="SPARK_REMOTE" not in os.environ)
            found += [f"{variable.name}: {difference}" for difference in false]
        if variable.kind == "frame":
            value = presented(old[variable.name], value, variable)
        compared += 1
        found += [
            f"{variable.name}: {difference}"
            for difference in compare_values(
                old[variable.name], value, index=index, ordered_by=variable.ordered_by, levels=variable.levels,
                names=variable.kind != "column",
            )
        ]
    if compared and not found:
        PROVEN.update({site.api for site in translation.sites if site.status in ("native", "helper")})
    return found, compared + bool(old_text)


def presented(old: Any, frame: Any, variable: Any) -> Any:
    """The frame without columns that only keep its order, which pandas does not show."""
    shown = {*getattr(old, "columns", [getattr(old, "name", None)]), *variable.index}
    working = {fact.name for fact in variable.facts.hidden} if variable.facts is not None else set()
    extra = [c for c in getattr(frame, "columns", ()) if (c.startswith("_") or c in working) and c not in shown]
    if not extra or not hasattr(frame, "toPandas"):
        return frame
    return in_order(frame, variable).drop(*extra)


def in_order(frame: Any, variable: Any) -> Any:
    """The frame sorted by the order that is claimed for a variable, ties by the rows' own."""
    known = variable.facts.order if variable.facts is not None else [(*key, "last") for key in variable.ordered_by]
    ordering = [getattr(frame[f"`{k}`"], f"{direction}_nulls_{place}")() for k, direction, place in known]
    rows = [frame["_row"].asc()] if "_row" in getattr(frame, "columns", ()) else []
    return frame.orderBy(*ordering, *rows) if ordering else frame
