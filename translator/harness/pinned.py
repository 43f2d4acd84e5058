"""Randomness, clock and the order of ties of a run: the same on both sides; the former two are others when it is repeated."""

from __future__ import annotations

import contextlib
import ctypes
import datetime as dt
import gc
import random
import sys
import sysconfig
import time
from typing import Any

BASE = dt.datetime(2024, 5, 17, 9, 41, 7, tzinfo=dt.UTC).timestamp()
STEP = 3607.0
"""Seconds between the clocks of two seeds."""
LIBRARIES = (*{sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}, "<frozen")
"""Where Python's own modules and installed ones lie."""


class Clock:
    """Stands still but for a millisecond a look, so that loops that wait for a time come to an end.

    Looks of libraries, of which Spark's has more than pandas, count for them alone: what a program prints of
    its own times is the same on both sides.
    """

    def __init__(self, seed: int) -> None:
        self.now = BASE + seed * STEP
        self._for_libraries = 0.0

    def __call__(self) -> float:
        frame: Any = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename == __file__:
            frame = frame.f_back
        if frame is not None and frame.f_code.co_filename.startswith(LIBRARIES):
            self._for_libraries += 0.001
            return self.now + self._for_libraries
        self.now += 0.001
        return self.now


def pin(seed: int, *, redraw: bool = False) -> None:
    """Start the random number generators and the clock of this process at what a seed says.

    With `redraw`, pandas draws other rows than those that a program's own `random_state` stands for.
    """
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % 2**32)
        _seed_generators(numpy, seed)
    if redraw:
        _draw_other_rows(seed)
    _sort_stably()
    clock = Clock(seed)
    time.time = clock
    time.time_ns = lambda: int(clock() * 1e9)
    _set_class_clock(clock)
    _set_pandas_clock(clock)
    _set_spark_clock(clock)


def _seed_generators(numpy: Any, seed: int) -> None:
    """Give NumPy generators that are made without a seed one each."""
    plain = numpy.random.default_rng
    made = iter(range(seed, sys.maxsize))

    def default_rng(seed: Any = None) -> Any:
        return plain(next(made) % 2**32 if seed is None else seed)

    numpy.random.default_rng = default_rng


def _draw_other_rows(seed: int) -> None:
    """Let `sample` of frames and Series take another seed than the one it is given."""
    pandas = sys.modules.get("pandas")
    for kind in (pandas.DataFrame, pandas.Series) if pandas is not None else ():
        drawn = kind.sample

        def sample(self: Any, *args: Any, random_state: Any = None, drawn: Any = drawn, **named: Any) -> Any:
            state = random_state + seed if isinstance(random_state, int) else random_state
            return drawn(self, *args, random_state=state, **named)

        kind.sample = sample


def _sort_stably() -> None:
    """Let pandas' default sort keep the order of equal keys.

    pandas leaves it to NumPy's quicksort, which orders them as the processor's vector instructions come by.
    """
    sorting: Any = sys.modules.get("pandas.core.sorting")
    if sorting is None:
        return
    plain = sorting.nargsort

    def nargsort(items: Any, kind: str = "quicksort", *args: Any, **named: Any) -> Any:
        return plain(items, "stable" if kind == "quicksort" else kind, *args, **named)

    for module in [m for name, m in sys.modules.items() if name.startswith("pandas.core")]:
        if getattr(module, "nargsort", None) is plain:
            module.nargsort = nargsort  # type: ignore[attr-defined]


def _set_class_clock(clock: Clock) -> None:
    """Let `datetime.now` and `utcnow` ask the clock (`today` asks `time.time` by itself).

    A subclass in place of the class would break pickling, and a C type takes no attributes, so that
    its dictionary is changed underneath.
    """
    real = dt.datetime

    def now(cls: type[dt.datetime], tz: dt.tzinfo | None = None) -> dt.datetime:
        return cls.fromtimestamp(clock(), tz)

    def utcnow(cls: type[dt.datetime]) -> dt.datetime:
        return cls.fromtimestamp(clock(), dt.UTC).replace(tzinfo=None)

    with contextlib.suppress(Exception):
        members: Any = gc.get_referents(real.__dict__)[0]
        members["now"], members["utcnow"] = classmethod(now), classmethod(utcnow)
        ctypes.pythonapi.PyType_Modified(ctypes.py_object(real))


def _set_pandas_clock(clock: Clock) -> None:
    """Let `pd.Timestamp.now`, `today` and `utcnow` ask the clock."""
    pandas = sys.modules.get("pandas")
    if pandas is None:
        return
    stamp: Any = pandas.Timestamp

    def now(cls: Any, tz: Any = None) -> Any:
        moment = stamp(round(clock() * 1e6), unit="us", tz="UTC")
        return moment.tz_localize(None) if tz is None else moment.tz_convert(tz)

    stamp.now = stamp.today = classmethod(now)
    stamp.utcnow = classmethod(lambda cls: now(cls, "UTC"))


def _set_spark_clock(clock: Clock) -> None:
    """Let `current_timestamp` and `current_date` of translated code ask the same clock, not the server's."""
    functions: Any = sys.modules.get("pyspark.sql.functions")
    if functions is None:
        return

    def moment() -> dt.datetime:
        return dt.datetime.fromtimestamp(clock(), dt.UTC)

    functions.current_timestamp = functions.now = lambda: functions.lit(moment())
    functions.localtimestamp = lambda: functions.lit(moment().replace(tzinfo=None)).cast("timestamp_ntz")
    functions.current_date = functions.curdate = lambda: functions.lit(moment().date())
