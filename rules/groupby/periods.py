"""Periods of time by pandas' names for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from translator.rulekit import Code, Decline, F, pandas_times, parity


@dataclass(frozen=True)
class Period:
    """A period: what it starts at, the step to the next, and the label pandas gives it.

    Attributes:
        fixed: it is a fixed part of a day and starts at a time, not at a date.
    """

    start: Callable[[Code], Code]
    step: str
    label: Callable[[Code], Code] | None = None
    fixed: bool = False

    def labelled(self, moment: Code) -> Code:
        """The label of the period that a time lies in."""
        start = self.start(moment)
        start = start if self.label is None else self.label(start)
        return start if self.fixed else start.cast("timestamp_ntz")


def _truncated(unit: str) -> Callable[[Code], Code]:
    return lambda moment: F.trunc(moment, unit)


def _last(months: int) -> Callable[[Code], Code]:
    """The last day of a period of some months, from its first."""
    return lambda start: F.last_day(F.add_months(start, months - 1) if months > 1 else start)


DAY = Period(lambda moment: moment.cast("date"), "1 day")
WEEK = Period(_truncated("week"), "7 days", lambda start: F.date_add(start, 6))
PERIODS = {
    "D": DAY, "d": DAY, "1D": DAY, "W": WEEK, "w": WEEK, "1W": WEEK, "W-SUN": WEEK,
    **dict.fromkeys(("M", "ME", "1M", "1ME"), Period(_truncated("month"), "1 month", _last(1))),
    **dict.fromkeys(("MS", "1MS"), Period(_truncated("month"), "1 month")),
    **dict.fromkeys(("Q", "QE", "Q-DEC", "QE-DEC"), Period(_truncated("quarter"), "3 months", _last(3))),
    "QS": Period(_truncated("quarter"), "3 months"),
    **dict.fromkeys(("A", "Y", "YE", "A-DEC", "Y-DEC", "YE-DEC", "1Y"), Period(_truncated("year"), "1 year", _last(12))),
    **dict.fromkeys(("AS", "YS"), Period(_truncated("year"), "1 year")),
}  # fmt: skip
"""Calendar periods."""
WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT")


def _week_to(last: int) -> Period:
    """Weeks that end on a weekday (Monday 0) and are labelled with it."""
    back = last + 1
    return Period(
        lambda moment: F.date_add(F.trunc(F.date_sub(moment.cast("date"), back), "week"), back), "7 days",
        lambda start: F.date_add(start, 6),
    )  # fmt: skip


def period_of(name: str) -> Period:
    """The period of a pandas frequency.

    Raises:
        Decline: T310 for frequencies whose bins depend on the first row, or follow business days.
    """
    if name in PERIODS:
        return PERIODS[name]
    if name.startswith("W-") and name[2:] in WEEKDAYS:
        return _week_to(WEEKDAYS.index(name[2:]))
    seconds = pandas_times.seconds_of(name)
    if seconds is None or seconds < 1 or seconds != int(seconds) or 86_400 % seconds or seconds == 86_400:
        raise Decline(f"periods of {name!r} are not translated", code="T310")
    whole = int(seconds)
    size, unit = next((n, unit) for n, unit in ((3600, "hour"), (60, "minute"), (1, "second")) if whole % n == 0)
    step = f"{whole // size} {unit}{'s' if whole > size else ''}"
    return Period(lambda moment: parity.floor_time(moment, whole), step, fixed=True)
