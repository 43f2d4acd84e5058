"""Coverage over every public pandas callable: rule, not yet, never, or unreviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translator import pandas_api
from translator.registry import GAPS, RULES, load_rules


@dataclass(frozen=True)
class Row:
    """One public name and what is done about it."""

    key: str
    owner: str
    status: str
    reason: str = ""


def coverage() -> list[Row]:
    """A row per public pandas callable or property, plus rules for operators and other modules."""
    load_rules()
    keys = dict.fromkeys([*pandas_api.public_names(), *RULES, *GAPS])
    return [_row(key) for key in keys]


def _row(key: str) -> Row:
    owner = key.rpartition(".")[0]
    if key in RULES:
        return Row(key, owner, "rule", RULES[key].doc.partition("\n")[0])
    gap = GAPS.get(key)
    if gap is None:
        return Row(key, owner, "unreviewed")
    return Row(key, owner, "never" if gap.never else "not yet", gap.because)


def totals(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """Counts of each status by owner."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(row.owner, Counter())[row.status] += 1
    return counts
