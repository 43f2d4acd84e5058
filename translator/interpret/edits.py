"""Replacements of spans of a cell's text."""

from __future__ import annotations

import io
import math
import tokenize
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace

Extent = tuple[int, int]


@dataclass
class Edit:
    """Replacement of a span of a cell's text."""

    start: int
    end: int
    text: str
    needs: frozenset[str] = frozenset()
    within: Extent | None = None
    """For the body of a lambda, the lambda: code around it holds it as it was."""


class Edits(dict[Extent, Edit]):
    """Edits by their span; those inside another span are found without a look at all."""

    def __init__(self, edits: Iterable[tuple[Extent, Edit]] = ()) -> None:
        super().__init__(edits)
        self._order = sorted(self)

    def __setitem__(self, span: Extent, edit: Edit) -> None:
        if span not in self:
            insort(self._order, span)
        super().__setitem__(span, edit)

    def __delitem__(self, span: Extent) -> None:
        super().__delitem__(span)
        del self._order[bisect_left(self._order, span)]

    def copy(self) -> Edits:
        return Edits(self.items())

    def inside(self, start: int, end: int) -> list[Edit]:
        first = bisect_left(self._order, (start, start))
        last = bisect_right(self._order, (end, math.inf))
        return [self[span] for span in self._order[first:last] if span[1] <= end]


def is_within(span: Extent, others: Iterable[Extent]) -> bool:
    """Whether a span lies in one of the others."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def effective(edits: Iterable[Edit], text: str) -> list[Edit]:
    """The outermost edits, without those that change nothing; bodies of lambdas show through code that keeps them."""
    outermost: list[Edit] = []
    bodies: dict[int, list[Edit]] = {}
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not outermost or edit.start >= outermost[-1].end:
            outermost.append(edit)
        elif edit.within is not None:
            bodies.setdefault(len(outermost) - 1, []).append(edit)
    found: list[Edit] = []
    for number, edit in enumerate(outermost):
        inner = effective(bodies[number], text) if number in bodies else []
        if edit.text == text[edit.start : edit.end]:
            found += inner
        else:
            found.append(_with_bodies(edit, inner, text) if inner else edit)
    return found


def _with_bodies(edit: Edit, bodies: Iterable[Edit], text: str) -> Edit:
    """An edit whose text holds lambdas as they were, with their new bodies."""
    for body in bodies:
        if (old := keeps(edit, body, text)) is not None:
            assert body.within is not None
            new = text[body.within[0] : body.start] + body.text + text[body.end : body.within[1]]
            edit = replace(edit, text=edit.text.replace(old, new), needs=edit.needs | body.needs)
    return edit


def keeps(edit: Edit, body: Edit, text: str) -> str | None:
    """The lambda with this body as it stood in the program, if an edit around it holds it once."""
    assert body.within is not None
    old = text[slice(*body.within)]
    return old if edit.text.count(old) == 1 else None


def lost_comments(old: str, new: str) -> list[str]:
    """Comments inside a replaced span that the new text does not carry."""
    if "#" not in old:
        return []
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(old).readline):
            if token.type == tokenize.COMMENT and token.string not in new:
                found.append(token.string)
    except (tokenize.TokenError, IndentationError):
        return found
    return found
