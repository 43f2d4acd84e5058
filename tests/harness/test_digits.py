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


def test_several_values_of_a_table_are_judged_cell_by_cell() -> None:
    """No one run has all of eight values that lie halfway as the translation has them."""
    original = """import pandas as pd
df = pd.DataFrame({"k": list("abcdefgh") * 3, "v": [0.1] * 8 + [0.2] * 8 + [0.3] * 8})
sums = df.groupby("k")["v"].sum()
exact = sums.map(lambda v: v == 0.6)
print("exact:", *exact)
print("low:", sums.min() > 1)
"""
    pattern = "[True, False, False, True, True, False, True, False]"
    halfway = original.replace("sums.map(lambda v: v == 0.6)", f"pd.Series({pattern}, index=sums.index, name='v')")
    assert check_pair(original, halfway, engine="sail").outcome == "equal"
    wrong = halfway.replace("sums.min() > 1", "sums.min() < 1")
    assert check_pair(original, wrong, engine="sail").outcome == "different"
