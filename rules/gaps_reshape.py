"""Names of construction, joining and reshaping that have no rule, and why."""

from __future__ import annotations

from translator.rulekit import not_yet, unruled

_NOT_YET = {
    "the reshaped table is not expressed as a union of its columns yet": (
        "pandas.wide_to_long",
        "pandas.lreshape",
        "pandas.from_dummies",
    ),
    "rows would be matched by label between two frames": (
        "DataFrame.combine_first",
        "DataFrame.combine",
        "DataFrame.align",
    ),
    "the rows of both frames are put in one order": (
        "pandas.merge_ordered",
    ),
}


for _because, _names in _NOT_YET.items():
    not_yet(
        *unruled(_names), because=_because, instead="name the columns and aggregate or join by key"
    )
