"""Periods of time by pandas' names for them: where each starts, and how it is labelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from translator.rulekit import Code, Decline, F, Value, constant, given, one_of, pandas_times, parity

Change = Callable[[Code], Code]


@dataclass(frozen=True)
class Period:
    """Periods that follow each other without gaps.

    Attributes:
        start: the key of the period that a time lies in: its first day, or where a `fixed` part of
            a day starts (ends, where it holds its end).
        step: the interval from one key to the next.
        label: pandas' label of the period, from its key.
        fixed: it has a fixed length and a key that is a time, not a date.
        counted: they are counted from the first row, in steps of several natural periods.
        holds_end: its end belongs to a counted period, and is its key.
        weekdays: the keys are weekdays only.
        business: labels are weekdays, though keys are any days.
    """

    start: Change
    step: str
    label: Change | None = None
    fixed: bool = False
    counted: bool = False
    holds_end: bool = False
    weekdays: bool = False
    business: bool = False

    def labelled(self, moment: Code) -> Code:
        """The label of the period that a time lies in."""
        if self.counted:
            raise Decline("periods counted from the first row are no keys", code="T310")
        return self.label_of(self.start(moment))

    def label_of(self, key: Code) -> Code:
        """The label of a period, as a time."""
        label = key if self.label is None else self.label(key)
        return label if self.fixed else label.cast("timestamp_ntz")

    @property
    def relabels(self) -> bool:
        """Whether labels are not the keys themselves."""
        return not self.fixed or self.label is not None


def period_of(freq: Value, closed: Value | None = None, label: Value | None = None) -> Period:
    """The periods of a pandas frequency, each with its start or its end, and labelled by one of them.

    Raises:
        Decline: T310 for frequencies that are not translated.
    """
    known = constant(freq, "the frequency")
    found = pandas_times.frequency(known)
    if found is None:
        raise Decline(f"periods of {known!r} are not translated", code="T310")
    kind, count, anchor = found
    held = one_of(closed, "left", "right") if closed is not None and given(closed) else None
    named = one_of(label, "left", "right") if label is not None and given(label) else None
    if kind == "seconds":
        return _fixed(count, held or "left", named or "left")
    build = CALENDAR.get(kind)
    if build is None:
        raise Decline(f"periods of {known!r} are not translated", code="T310")
    natural, begins = build(anchor), kind.endswith(("Begin", "Day"))
    if begins and held == "right":
        raise Decline("periods that start on a day but leave it out are not translated", code="T310")
    side = named or ("left" if begins else "right")
    starts = natural.start
    if not begins and held == "left":  # their last day counts to the next period
        starts = _next_day(starts)
    plain = Period(starts, natural.step, natural.left if side == "left" else natural.right,
                   weekdays=kind == "BDay", business=kind.startswith("B"))  # fmt: skip
    if count == 1:
        return plain
    if plain.weekdays or named or held:
        raise Decline(f"periods of {known!r} with these ends are not translated", code="T310")
    size, unit = natural.step.split()
    return replace(plain, step=f"{int(size) * int(count)} {unit.rstrip('s')}s", counted=True, holds_end=not begins)


def _next_day(start: Change) -> Change:
    return lambda moment: start(F.date_add(moment.cast("date"), 1))


# --- parts of days, and numbers of days ------------------------------------------------------------------


DAY = 86_400


def _fixed(seconds: float, closed: str, label: str) -> Period:
    """Periods of so many seconds; pandas counts them from the midnight before the first row."""
    if seconds < 1 or seconds != int(seconds):
        raise Decline("periods of parts of seconds are not translated", code="T310")
    whole = int(seconds)
    size, unit = next((n, unit) for n, unit in UNITS if whole % n == 0)
    step = f"{whole // size} {unit}{'s' if whole > size else ''}"
    if whole == DAY and closed == "left":
        return Period(lambda moment: moment.cast("date"), step, None if label == "left" else lambda d: F.date_add(d, 1))
    move: Change | None = None
    if closed != label:
        move = (lambda t: t + F.expr(f"interval {step}")) if closed == "left" else (lambda t: t - F.expr(f"interval {step}"))
    if DAY % whole == 0:
        edge = parity.floor_time if closed == "left" else parity.ceil_time
        return Period(lambda moment: edge(moment, whole), step, move, fixed=True)
    return Period(lambda moment: moment, step, move, fixed=True, counted=True, holds_end=closed == "right")


UNITS = ((DAY, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


# --- calendars -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Calendar:
    """Natural periods: the first day of the one that a time lies in, and the labels at its two ends."""

    start: Change
    step: str
    left: Change
    right: Change


def _months(unit: str, months: int, shift: int, business: bool, ends: bool) -> Calendar:
    """Periods of months that start so many months before those of the calendar."""
    step = "1 year" if months == 12 else f"{months} month{'s' if months > 1 else ''}"

    def day(moment: Code) -> Code:  # what lies after the last weekday counts to the next period, and so on
        if business:
            return parity.next_weekday(moment) if ends else parity.previous_weekday(moment)
        return moment

    def start(moment: Code) -> Code:
        if not shift:
            return F.trunc(day(moment), unit)
        return F.add_months(F.trunc(F.add_months(day(moment), shift), unit), -shift)

    def last(first: Code) -> Code:
        end = F.last_day(F.add_months(first, months - 1) if months > 1 else first)
        return parity.previous_weekday(end) if business else end

    def before(first: Code) -> Code:
        return parity.previous_weekday(F.date_sub(first, 1)) if business else F.date_sub(first, 1)

    def begin(first: Code) -> Code:
        return parity.next_weekday(first) if business else first

    def following(first: Code) -> Code:
        return begin(F.add_months(first, months))

    return Calendar(start, step, before, last) if ends else Calendar(start, step, begin, following)


def _family(name: str, unit: str, months: int) -> dict[str, Callable[[int], Calendar]]:
    """The offsets to ends and begins of such periods, whose anchor is a month of the year; with B those to weekdays."""

    def build(business: bool, ends: bool) -> Callable[[int], Calendar]:
        return lambda anchor: _months(unit, months, (-anchor if ends else 1 - anchor) % months, business, ends)

    return {f"{b}{name}{end}": build(b == "B", end == "End") for b in ("", "B") for end in ("End", "Begin")}


def _weeks(last: int) -> Calendar:
    """Weeks that end on a weekday (Monday 0)."""
    back = (last + 1) % 7

    def start(moment: Code) -> Code:
        if not back:
            return F.trunc(moment, "week")
        return F.date_add(F.trunc(F.date_sub(moment.cast("date"), back), "week"), back)

    return Calendar(start, "7 days", lambda first: F.date_sub(first, 1), lambda first: F.date_add(first, 6))


def _weekdays(_: int) -> Calendar:
    return Calendar(parity.previous_weekday, "1 day", lambda day: day, lambda day: parity.next_weekday(F.date_add(day, 1)))


CALENDAR: dict[str, Callable[[int], Calendar]] = {
    **_family("Month", "month", 1), **_family("Quarter", "quarter", 3), **_family("Year", "year", 12),
    "Week": _weeks, "BDay": _weekdays,
}  # fmt: skip
"""Calendars by the names of pandas' offsets."""
