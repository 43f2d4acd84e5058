"""Calendar offsets (``pd.DateOffset``, ``MonthEnd`` and others) added to dates and times."""

from __future__ import annotations

from translator.rulekit import Code, Column, Const, Decline, F, Value, pandas_times, parity


def moved(column: Column, offset: Value, operator: str) -> Column | None:
    """``dates + offset`` or ``dates - offset``; None where the other side is no offset.

    Raises:
        Decline: T312 for offsets whose steps Spark does not have.
    """
    known = pandas_times.offset_parts(offset.value) if isinstance(offset, Const) else None
    if known is None or operator not in "+-":
        return None
    if column.dtype != "datetime":
        raise Decline(f"a {column.dtype} column is not moved by an offset", code="T312")
    kind, count = known
    count = count if operator == "+" else {k: -n for k, n in count.items()}
    if kind == "DateOffset":
        return column.then(_plain(column.settled, count))
    if kind not in ANCHORED:
        raise Decline(f"the offset {kind} is not translated", code="T312")
    return column.then(ANCHORED[kind](column.settled, count["n"]))


def _plain(moment: Code, parts: dict[str, int]) -> Code:
    """Years and months first, as pandas does; the last day of a month stays within the month."""
    months = 12 * parts.get("years", 0) + parts.get("months", 0)
    if months:
        moment = moment + F.expr(f"interval {months} months" if abs(months) != 1 else f"interval {months} month")
    for unit in ("weeks", "days", "hours", "minutes", "seconds"):
        count = parts.get(unit, 0)
        if count:
            moment = moment + F.expr(f"interval {count} {unit if abs(count) != 1 else unit[:-1]}")
    return moment


ANCHORED = {"MonthEnd": parity.add_month_ends, "MonthBegin": parity.add_month_begins}
"""Offsets to certain days of the calendar."""
