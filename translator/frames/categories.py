"""The categories of a categorical: known one by one, or computed by the program when it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translator.context import current
from translator.diagnostics import Decline
from translator.emission.emit import Code


class OrderedCategories(tuple[Any, ...]):
    """Categories that have an order, as bins have."""


class ComputedCategories(OrderedCategories):
    """Ordered categories that the data give, as the intervals of quartiles: none of them is known.

    Attributes:
        document: the document in which `code` stands for them.
    """

    document: object
    code: Code

    @classmethod
    def of(cls, code: Code) -> ComputedCategories:
        """Categories that the code of the document at hand gives."""
        made = cls()
        made.code, made.document = code, current().document()
        return made

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)


def held_category(category: object) -> str | int:
    """What Spark holds for a category: a number as it is, others as the text that pandas shows."""
    return category if isinstance(category, int) else str(category)


def listed_categories(categories: Sequence[object]) -> list[str | int] | Code:
    """The categories as Spark holds them, or code of them.

    Raises:
        Decline: T312 for code of another document.
    """
    if not isinstance(categories, ComputedCategories):
        return list(map(held_category, categories))
    if categories.document != current().document():
        raise Decline("the categories are computed in another document", code="T312")
    return categories.code
