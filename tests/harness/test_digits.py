"""What turns on the last digits of sums is no fault of a translation, and what does not is."""

from __future__ import annotations

from typing import Any

import pytest

from translator.harness import check_pair
from translator.harness.verdicts import Verdict

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

ORIGINAL = """import pandas as pd
df = pd.DataFrame({"k": ["a", "a", "a"], "v": [0.1, 0.2, 0.3]})
rounded = df.groupby("k")["v"].sum()
exact = rounded["a"] == 0.6
total = df["v"].sum()
"""


def check(translated: str) -> Verdict:
    return check_pair(ORIGINAL, translated, engine="sail")


def statuses(verdict: Verdict) -> dict[str, Any]:
    return {observable.name: observable.status for observable in verdict.observables}


def test_what_last_digits_decide_is_not_comparable() -> None:
    verdict = check(ORIGINAL.replace("== 0.6", "!= 0.6"))
    found = statuses(verdict)
    assert verdict.outcome == "equal"
    assert (found["exact"], found["total"]) == ("unstable", "equal")


def test_what_they_do_not_decide_is_a_difference() -> None:
    verdict = check(ORIGINAL.replace('total = df["v"].sum()', 'total = df["v"].sum() + 0.01'))
    assert verdict.outcome == "different"
    assert statuses(verdict)["total"] == "different"
