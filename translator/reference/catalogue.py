"""Coverage over every public pandas callable: rule, as it is, not yet, never, or unreviewed."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from translator.evidence import pandas_api
from translator.registry import GAPS, RULES, load_rules

STATUSES = ("rule", "as it is", "not yet", "never", "unreviewed")


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
    if any(name.startswith(f"{key}.") for name in RULES):
        return Row(key, owner, "rule", "An accessor; its methods and subscripts have rules.")
    gap = GAPS.get(key)
    if gap is None:
        return Row(key, owner, "unreviewed")
    return Row(key, owner, "as it is" if gap.kept else "never" if gap.never else "not yet", gap.because)


def totals(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """Counts of each status by owner."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        counts.setdefault(row.owner, Counter())[row.status] += 1
    return counts


def weighted(rows: Iterable[Row]) -> dict[str, float]:
    """Shares of each status among the sites of real programs, by the counts in ``usage.csv``.

    The counts are those of the most frequent names in some 6,000 notebooks and scripts.
    """
    status = {row.key: row.status for row in rows}
    sites: Counter[str] = Counter()
    with files("translator.schemas").joinpath("usage.csv").open(encoding="utf-8") as table:
        for line in csv.DictReader(table):
            sites[status.get(line["name"], "unreviewed")] += int(line["sites"])
    return {kind: count / sites.total() for kind, count in sites.most_common()}
