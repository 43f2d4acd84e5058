"""Functions called per group: their argument stands for any one group, and so do their results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator.diagnostics import Decline
from translator.emission.emit import Code, F, Window, by_name
from translator.frames.values import Accessor, Column, Const, Elements, Frame, Value, Windowed


@dataclass(frozen=True, eq=False)
class Within:
    """Marks what a function called per group gets: rows of one group of a frame.

    Attributes:
        keys: the columns that tell groups apart.
        rows: id of the row set of the whole frame.
        groups: the frame of groups (one row each), where only one value a group is wanted.
    """

    keys: tuple[str, ...]
    rows: int
    groups: Frame | None = None


def reduced(column: Column, code: Code, dtype: str, nullable: bool) -> Column:
    """A reduction of a group's column: one value of its group, or the same beside every row.

    Raises:
        Decline: T310 when it is not the whole group that is reduced.
    """
    within = column.within
    assert within is not None
    if column.frame.rows[-1] != within.rows or column.shape == "window":
        raise Decline("only plain columns of a whole group are reduced", code="T310")
    if within.groups is not None:
        return Column(code, frame=within.groups, dtype=dtype, nullable=nullable, within=within)
    physical = column.frame.physical
    keys = {k: physical[k].version for k in within.keys}
    return column.then(
        code.over(partition(within.keys)), dtype=dtype, nullable=nullable, shape="window",
        refs={**column.refs, **keys},
    )  # fmt: skip


def masked(column: Column) -> Column:
    """A column of the rows of a group that a condition chose, as one of the whole group, missing elsewhere.

    Only for statistics that leave missing values out.
    """
    within, frame = column.within, column.frame
    rows, test = frame.condition or (0, None)
    if within is None or within.groups is None or test is None or frame.rows[-2:] != (within.rows, rows):
        return column
    if "window" in (column.shape, test.shape):
        return column
    code = F.when(test.settled if test.null_means else test.code, column.settled)
    return column.then(code, frame=test.frame, nullable=True, refs={**column.refs, **test.refs}, name=column.name)


def partition(keys: Iterable[str]) -> Code:
    """``Window.partitionBy(keys)``."""
    return Window.partitionBy(*map(by_name, keys))


def shared_group(values: Iterable[Value]) -> Within | None:
    """The group that all columns among the arguments of a call belong to, if any.

    Raises:
        Decline: T313 where a column of a group meets one of the whole frame.
    """
    found = {id(part.within): part.within for value in values for part in _columns(value)}
    if len(found) > 1:
        raise Decline("rows of a group meet rows of the whole frame, which pandas aligns by index", code="T313")
    return next(iter(found.values()), None)


def of_one_group(args: Sequence[Value] | None) -> bool:
    """Whether the arguments of a call are the values of one group."""
    return args is not None and len(args) == 1 and any(part.within is not None for part in _columns(args[0]))


def check_stays(result: Value, within: Within) -> None:
    """Make sure that a rule knows about groups: its result has to be one of the same group.

    Raises:
        Decline: T310 for a result about the rows of all groups at once.
    """
    if any(part.within is not within for part in _columns(result)) or not _columns_or_constant(result):
        raise Decline("this is not translated for the rows of one group", code="T310")


def _columns(value: Value) -> Iterator[Column | Frame]:
    match value:
        case Column() | Frame():
            yield value
        case Windowed() | Accessor():
            yield from _columns(value.base)
        case Elements():
            for item in value.items:
                yield from _columns(item)


def _columns_or_constant(value: Value) -> bool:
    return isinstance(value, Const) or any(True for _ in _columns(value))
