"""Attributes and methods of times, dates and lengths of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from translator.cellwise.cells import Cell, Missing, Operand
from translator.cellwise.scope import Scope
from translator.diagnostics import Decline
from translator.emission.emit import Code, F
from translator.frames.delegation import by_rule
from translator.frames.values import Accessor, Column, Const

PARTS: Mapping[str, Callable[[Code], Code]] = {
    "year": F.year, "month": F.month, "day": F.dayofmonth, "hour": F.hour, "minute": F.minute,
    "quarter": F.quarter, "dayofyear": F.dayofyear, "day_of_year": F.dayofyear,
    "dayofweek": lambda c: (F.dayofweek(c) + 5) % 7, "day_of_week": lambda c: (F.dayofweek(c) + 5) % 7,
}  # fmt: skip
OF_DATES = frozenset({"year", "month", "day"})
NAMES = frozenset({"day_name", "month_name"})


def attribute(scope: Scope, cell: Cell, name: str) -> Operand:
    """``moment.year`` and the like; of NaT they are NaN."""
    if cell.kind == "timedelta" and name == "days":
        certain = by_rule("Series.dt.days", Accessor(cell.column.code, base=cell.certain.column, name="dt"))
        return cell.counted(certain.code, "nan" if cell.column.nullable else None)
    if cell.kind == "date" and name in OF_DATES:
        cell = cell if cell.missing == "nat" else scope.present(cell, "AttributeError")
    elif cell.kind != "datetime" or name not in PARTS:
        raise Decline(f"the attribute {name!r} of a {cell.kind} is not translated", code="T310")
    return _part(cell, PARTS[name])


def _part(cell: Cell, build: Callable[[Code], Code]) -> Cell:
    missing: Missing | None = "nan" if cell.column.nullable else None
    return cell.counted(build(cell.column.code), missing)


def method(scope: Scope, cell: Cell, name: str, args: Sequence[Operand]) -> Operand:
    """``moment.strftime(pattern)``, ``moment.weekday()``, ``moment.date()`` ..."""
    if cell.kind == "timedelta" and name == "total_seconds" and not args:
        column = by_rule("Series.dt.total_seconds", Accessor(cell.column.code, base=cell.column, name="dt"))
        return cell.then(column.code, "float", "nan" if cell.column.nullable else None)
    if cell.kind != "datetime":
        raise Decline(f"the method {name} of a {cell.kind} is not translated", code="T310")
    constants = [a for a in args if isinstance(a, Const)]
    if len(constants) < len(args):
        raise Decline("an argument is not constant", code="T311")
    match name, len(args):
        case "weekday", 0:
            return _part(cell, PARTS["dayofweek"])
        case "isoweekday", 0:
            return _part(cell, lambda c: (F.dayofweek(c) + 5) % 7 + 1)
        case "date", 0:
            return cell.then(F.to_date(cell.column.code), "date", cell.missing)
        case "strftime", 1:
            return _ruled(scope.present(cell, "ValueError"), "strftime", constants)
        case "normalize", 0:
            return _ruled(scope.present(cell, "AttributeError"), "normalize", [])
        case ("day_name" | "month_name"), 0:
            return _ruled(cell, name, [])
        case "to_pydatetime", 0 if not cell.column.nullable:
            return cell
    raise Decline(f"the method {name} of a time is not translated", code="T301")


def _ruled(cell: Cell, name: str, args: Sequence[Const]) -> Cell:
    base = Accessor(cell.column.code, base=cell.column, name="dt")
    column = by_rule(f"Series.dt.{name}", base, *args)
    assert isinstance(column, Column)
    kept: Missing | None = cell.missing if cell.column.nullable else None
    if column.dtype == "datetime":
        return replace(cell, column=column)
    return Cell(replace(column, nullable=kept is not None), "str", "nan" if kept else None)
