"""What methods of constant points of time give, where it is the same on every machine."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pytest

from translator.evidence.pandas_times import method

AT = datetime(2024, 2, 29, 13, 5)


@pytest.mark.parametrize(
    ("text", "args", "kwargs", "expected"),
    [
        ("strftime", ["%Y-%m-%d"], {}, "2024-02-29"),
        ("date", [], {}, date(2024, 2, 29)),
        ("replace", [], {"day": 1, "hour": 0}, datetime(2024, 2, 1, 0, 5)),
        ("replace", [], {"year": 2023}, None),  # raises, as the program does
        ("strftime", ["%d %B"], {}, None),
        ("strftime", ["%s"], {}, None),
        ("timestamp", [], {}, None),
    ],
)
def test_methods_of_constant_times(text: str, args: list[str], kwargs: dict[str, int], expected: object) -> None:
    assert method(AT, text, args, kwargs) == expected


def test_methods_of_timestamps() -> None:
    assert method(pd.Timestamp(AT), "normalize", [], {}) == pd.Timestamp(2024, 2, 29)
    assert method(pd.NaT, "date", [], {}) is None
