"""Several runs of the original as one: what last digits decide may be as any of them has it.

Where several values of one table lie halfway, no single run with other last digits (`digits`) may
happen to have all of them as the translation has them. So they are judged cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from translator.harness.job import Result
from translator.harness.judge import sequence
from translator.harness.matching import Varied
from translator.harness.values import Bundle, Column, Plain, Table
from translator.harness.wording import VariedText

T = TypeVar("T")


def together(runs: Sequence[Result]) -> Result:
    """The first run, with everything that other runs of the same shape have differently."""
    first = runs[0]
    return replace(
        first,
        variables={name: _value([run.variables.get(name) for run in runs]) for name in first.variables},
        shown=_each([sequence(run.shown) for run in runs], _seen),
        written=_each([run.written for run in runs], _seen),
        given=_each([run.given for run in runs], lambda calls: replace(calls[0], value=_value([c.value for c in calls]))),
    )


def _seen(items: list[Any]) -> Any:
    """One thing that was shown or written."""
    return replace(items[0], value=_value([i.value for i in items]), text=_text([i.text for i in items]))


def _each(lists: Sequence[Sequence[T]], merge: Callable[[list[T]], T]) -> list[T]:
    if len({len(items) for items in lists}) > 1:
        return list(lists[0])
    return [merge(list(items)) for items in zip(*lists, strict=True)]


def _value(values: Sequence[Any]) -> Any:
    """The captured values of one thing."""
    first = values[0]
    if not all(type(value) is type(first) for value in values):
        return first
    match first:
        case Table():
            return _table(values)
        case Plain():
            return replace(first, value=_cell([value.value for value in values])) if _of_one_family(values) else first
        case Bundle():
            if len({len(value.items) for value in values}) > 1:
                return first
            return replace(first, items=[_value(items) for items in zip(*(value.items for value in values), strict=True)])
    return first


def _of_one_family(values: Sequence[Any]) -> bool:
    return len({value.family for value in values}) == 1


def _table(tables: Sequence[Table]) -> Table:
    first = tables[0]
    if len({(table.rows, len(table.columns), len(table.index or ())) for table in tables}) > 1:
        return first
    columns = [_column(columns) for columns in zip(*(table.columns for table in tables), strict=True)]
    levels = None if first.index is None else [
        _column(levels) for levels in zip(*(table.index or () for table in tables), strict=True)
    ]  # fmt: skip
    return replace(first, columns=columns, index=levels)


def _column(columns: Sequence[Column]) -> Column:
    if not _of_one_family(columns):
        return columns[0]
    return replace(columns[0], cells=[_cell(cells) for cells in zip(*(column.cells for column in columns), strict=True)])


def _cell(values: Sequence[Any]) -> Any:
    """A cell that is the same in all runs, or whatever one of them has."""
    first = values[0]
    if all(isinstance(value, tuple) and len(value) == len(first) for value in values):
        return tuple(_cell(parts) for parts in zip(*values, strict=True))
    if all(isinstance(value, Plain) for value in values):
        return _value(values)
    others = [value for value in values[1:] if type(value) is not type(first) or value != first]
    return Varied(first, tuple(others)) if others else first


def _text(texts: Sequence[str | None]) -> Any:
    first, others = texts[0], [text for text in texts[1:] if text is not None and text != texts[0]]
    return VariedText.of(first, others) if first is not None and others else first
