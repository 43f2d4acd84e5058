"""What ``translate explain`` and the reference pages say of a code, an assumption or a name.

Everything is Markdown; the terminal renders it, the documentation takes it as it is.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from translator.diagnostics import ASSUMPTIONS, CODES, CodeEntry

if TYPE_CHECKING:
    from translator.registry import Rule

EFFORT = {0: "nothing to do", 1: "minutes", 3: "an hour", 5: "half a day", 7: "a day", 13: "days"}


ASSUMED = (
    "The translation is right as long as that holds. It is named at every site that relies on it, in the report "
    "and in translation.json, and 'translate verify' checks it on the data at hand."
)


class UnknownTopicError(Exception):
    """There is nothing to explain under the name; the message offers similar ones."""


def explain(topic: str) -> str:
    """The explanation of a code (``T310``, ``A101``, ``argument-not-supported``) or a pandas name.

    Raises:
        UnknownTopicError: it is neither.
    """
    by_name = {entry.name: entry for entry in CODES.values()}
    if topic.upper() in CODES:
        return code(CODES[topic.upper()])
    if topic in by_name:
        return code(by_name[topic])
    if topic.upper() in ASSUMPTIONS:
        return f"# {topic.upper()}\n\nAssumption: {ASSUMPTIONS[topic.upper()]}.\n\n{ASSUMED}\n"
    return _api(topic)


def code(entry: CodeEntry, level: int = 1) -> str:
    """One row of the code table."""
    effort = f"{entry.effort} ({EFFORT[entry.effort]})"
    parts = [
        f"{'#' * level} {entry.code} {entry.name}",
        f"**{entry.title}.** {entry.explanation}",
        f"pandas {entry.pandas}" if entry.pandas else "",
        f"Spark {entry.spark}" if entry.spark else "",
        f"What to do: {entry.hint}",
    ]
    if entry.before:
        parts.append(f"Before:\n\n```python\n{entry.before}\n```")
        parts.append(f"After:\n\n```python\n{entry.after}\n```")
    parts.append(f"Severity {entry.severity}, effort {effort}.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _api(topic: str) -> str:
    from translator.registry import GAPS, RULES, load_rules  # slow: imports pandas and all rules

    load_rules()
    found = _qualified(topic, [*RULES, *GAPS])
    if found in RULES:
        return f"# {found}\n\n{rule_body(RULES[found])}"
    if found in GAPS:
        gap = GAPS[found]
        entry = CODES["T302" if gap.never else "T301"]
        instead = f"\n\nWhat to do: {gap.instead}." if gap.instead else f"\n\nWhat to do: {entry.hint}"
        return f"# {found}\n\nNot translated ({entry.code}, {entry.name}): {gap.because}.{instead}\n"
    members = sorted(key for key in RULES if key.startswith(f"{topic}."))
    if members:
        return f"# {topic}\n\nTranslated: {', '.join(f'`{key}`' for key in members)}\n"
    similar = difflib.get_close_matches(topic, [*RULES, *GAPS, *CODES], 3, 0.6)
    offer = f"; did you mean {' or '.join(similar)}?" if similar else "; 'translate coverage' lists all names"
    raise UnknownTopicError(f"{topic!r} is no code and no pandas name with a rule{offer}")


def _qualified(topic: str, keys: list[str]) -> str:
    """The name as rules write it: ``pd.merge`` is ``pandas.merge``, ``df.merge`` is ``DataFrame.merge``."""
    for short, long in {"pd.": "pandas.", "np.": "numpy.", "df.": "DataFrame.", "SeriesGroupBy.": "GroupBy.",
                        "DataFrameGroupBy.": "GroupBy."}.items():  # fmt: skip
        if topic.startswith(short):
            topic = long + topic.removeprefix(short)
    if topic not in keys and topic.startswith("pandas.") and topic.removeprefix("pandas.") in keys:
        return topic.removeprefix("pandas.")
    return topic


def rule_body(rule: Rule) -> str:
    """The documentation of a rule without its heading."""
    text = rule.doc or "Maps every row's value on its own."
    for heading in ("Example:", "Becomes:"):
        text = text.replace(f"\n{heading}\n", f"\n{heading}\n\n")
    arguments = ", ".join(f"`{p}`" for p in rule.parameters) or "none"
    ignored = f"; without effect: {', '.join(f'`{p}`' for p in rule.ignores)}" if rule.ignores else ""
    caveat = f"\nCaveat: [{rule.caveat}](../diagnostics.md)\n" if rule.caveat else ""
    return f"{text}\n\nArguments honoured: {arguments}{ignored}\n{caveat}"
