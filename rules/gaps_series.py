"""Names of Series that have no rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "Series.str.normalize", "Series.str.encode", "Series.str.decode",
    because="Spark has no Unicode normal forms, and its texts are always UTF-8",
    instead="normalise the texts before they are written",
)  # fmt: skip
never(
    "Series.str.get_dummies",
    because="the columns of the result depend on the data",
    instead="explode the parts and pivot them over known values",
)
never(
    "Series.str.index", "Series.str.rindex",
    because="pandas raises for the first text without a match, and Spark evaluates no row before an action",
    instead="str.find, and a check of the result",
)  # fmt: skip
not_yet(
    "Series.str.casefold", "Series.str.istitle", "Series.str.wrap", "Series.str.extractall",
    because="no Spark expression gives Python's answer for every text",
    instead="str.lower, or str.findall with explode",
)  # fmt: skip
