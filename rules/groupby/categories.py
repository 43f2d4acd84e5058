"""Groups of categories that no row has, which pandas lists as well with ``observed=False``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translator.rulekit import Code, Decline, Field, Grouped, col, listed_categories, parity, replace

from .functions import UNSURE, Aggregate


def with_unused(
    grouped: Grouped, code: Code, parts: Sequence[Aggregate], columns: Mapping[str, str]
) -> tuple[Code, dict[str, Field]]:
    """The aggregates `code` with rows for all combinations of keys, and the facts of the aggregates.

    Args:
        columns: the output column of each key.

    Raises:
        Decline: T310 where pandas gives what is not known for a category without rows.
    """
    if not grouped.sort or not grouped.dropna:
        raise Decline("the place of groups that are unsorted or missing is not known", code="T310")
    if any(part.of_nothing is UNSURE for part in parts):
        raise Decline("what a category without rows gives is not translated for this aggregate", code="T310")
    physical = grouped.frame.physical
    keys = {column: texts_of(physical[key]) for key, column in columns.items()}
    others = [col(k).alias(c) if k != c else k for k, c in columns.items() if keys[c] is None]
    source = {"rows": grouped.frame.code.select(*others)} if others else {}
    fill = {part.label: 0 for part in parts if part.of_nothing == 0}
    options = {"fill": fill} if fill else {}
    fields = {p.label: p.field if p.of_nothing == 0 else replace(p.field, nullable=True, missing=None) for p in parts}
    return parity.every_category(code, keys, **source, **options), fields


def texts_of(fact: Field) -> list[str | int] | Code | None:
    """The categories as Spark holds them; None for a column that has none."""
    return None if fact.categories is None else listed_categories(fact.categories)
