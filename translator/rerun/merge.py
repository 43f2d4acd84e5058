"""Three-way merge: what a person changed in an output, and what a new run changes in it.

Texts are merged by lines as ``diff3`` does. Where both changed the same lines differently, both
stand in the result between git's conflict markers. Notebooks are merged by lines of their JSON
where that works, else cell by cell, so that the result is always a notebook.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

YOURS, BASE, NEW = "<<<<<<< your edit", "||||||| last translation", ">>>>>>> new translation"
MIDDLE = "======="


@dataclass(frozen=True)
class Merged:
    """The result of a merge and how many conflicts it has."""

    text: str
    conflicts: int


def merge(base: str, yours: str, new: str, notebook: bool = False) -> Merged:
    """Merge two changes of a base.

    Args:
        base: what the last run wrote.
        yours: what stands there now.
        new: what this run makes of the source.
        notebook: whether the texts are notebooks.
    """
    merged = _merge_lines(_lines(base), _lines(yours), _lines(new))
    if not notebook or not merged.conflicts and _is_json(merged.text):
        return merged
    return _merge_cells(base, yours, new)


def has_markers(text: str) -> bool:
    """Whether conflict markers of an earlier merge still stand in an output."""
    return YOURS in text and NEW in text


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _merge_lines(base: Sequence[str], yours: Sequence[str], new: Sequence[str]) -> Merged:
    pieces: list[str] = []
    conflicts = 0
    for start, end, (mine_start, mine_end), (new_start, new_end) in _regions(base, yours, new):
        old, mine, theirs = base[start:end], yours[mine_start:mine_end], new[new_start:new_end]
        if mine == theirs or theirs == old:
            pieces += mine
        elif mine == old:
            pieces += theirs
        else:
            conflicts += 1
            pieces += _conflict(old, mine, theirs)
    return Merged("".join(pieces), conflicts)


def _conflict(old: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    def ended(lines: Sequence[str]) -> list[str]:
        return [line if line.endswith("\n") else line + "\n" for line in lines]

    return [f"{YOURS}\n", *ended(mine), f"{BASE}\n", *ended(old), f"{MIDDLE}\n", *ended(theirs), f"{NEW}\n"]


Span = tuple[int, int]


def _regions(base: Sequence[str], yours: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, Span, Span]]:
    """The base in order, as stretches that all three share and stretches that some side changed."""
    mine = _matches(base, yours)
    theirs = _matches(base, new)
    shared = [line for line in range(len(base)) if line in mine and line in theirs]
    before, before_mine, before_theirs = 0, 0, 0
    for line in shared:
        if line > before or mine[line] > before_mine or theirs[line] > before_theirs:
            yield before, line, (before_mine, mine[line]), (before_theirs, theirs[line])
        yield line, line + 1, (mine[line], mine[line] + 1), (theirs[line], theirs[line] + 1)
        before, before_mine, before_theirs = line + 1, mine[line] + 1, theirs[line] + 1
    yield before, len(base), (before_mine, len(yours)), (before_theirs, len(new))


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Lines of the base that the other text keeps, and where."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks():
        found.update((block.a + n, block.b + n) for n in range(block.size))
    return found


def _merge_cells(base: str, yours: str, new: str) -> Merged:
    """A notebook with the sources of its cells merged; your notebook with one conflict if it has other cells."""
    try:
        documents = [json.loads(text) for text in (base, yours, new)]
        cells = [document["cells"] for document in documents]
    except (ValueError, KeyError, TypeError):
        return Merged(yours, 1)
    if len({len(found) for found in cells}) > 1:
        return Merged(yours, 1)
    conflicts = 0
    for old, mine, theirs in zip(*cells, strict=True):
        merged = _merge_lines(*(_lines(_source(cell)) for cell in (old, mine, theirs)))
        conflicts += merged.conflicts
        mine["source"] = _lines(merged.text)
    return Merged(json.dumps(documents[1], indent=1, ensure_ascii=False) + "\n", conflicts)


def _source(cell: Any) -> str:
    source = cell.get("source", "") if isinstance(cell, dict) else ""
    return source if isinstance(source, str) else "".join(source)
