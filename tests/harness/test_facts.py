"""Claims of the interpreter that do not hold are found, each by its own message."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from translator import translate_source
from translator.harness.capture import capture, from_arrow
from translator.harness.facts import broken
from translator.harness.values import Plain

FACTS: dict[str, Any] = {
    "columns": [["k", "str", True], ["n", "int64", False]], "hidden": [["_row", "int64", False]],
    "index": "stored", "unique": True, "order": [["_row", "asc", "last"]], "total": True, "bounded": False,
}  # fmt: skip
PANDAS = pd.DataFrame({"k": ["b", None, "a"], "n": [1, 2, 3]})
TABLE = pa.table({"_row": [2, 0, 1], "k": ["a", "b", None], "n": [3, 1, 2]})


def messages(table: Any = TABLE, old: Any = PANDAS, widths: bool = True, **changes: Any) -> str:
    found = broken(capture(old), from_arrow(table), {**FACTS, **changes}, widths=widths)
    assert all(difference.kind == "fact" for difference in found)
    return "\n".join(difference.message for difference in found)


def test_true_claims_are_silent() -> None:
    assert messages() == ""
    assert broken(capture(PANDAS), from_arrow(TABLE), None) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"columns": [["k", "str", True], ["n", "int64", False], ["x", "str", True]]}, "column x is said to be there"),
        ({"columns": [["k", "str", True]]}, "column n is not known"),
        ({"columns": [["k", "str", True], ["n", "float64", False]]}, "column n is said to be float64, and is int64"),
        ({"columns": [["k", "str", False], ["n", "int64", False]]}, "column k is said to have no missing values, and has 1"),
        ({"order": [["n", "desc", "last"]]}, "n desc is said to give the order"),
        ({"order": [["k", "asc", "first"]]}, "k asc is said to give the order"),
        ({"order": [], "total": False, "index": "range"}, ""),
    ],
)
def test_false_claims(changes: dict[str, Any], message: str) -> None:
    assert message in messages(**changes)


def test_types_are_exact_but_for_sail() -> None:
    narrow = TABLE.set_column(2, "n", pa.array([3, 1, 2], pa.int32()))
    assert "is int32" in messages(narrow)
    assert messages(narrow, widths=False) == ""


def test_ties_where_none_are_said_to_be() -> None:
    tied = TABLE.set_column(0, "_row", pa.array([1, 0, 1]))
    assert "said not to tie" in messages(tied)
    assert messages(tied, total=False) == ""


def test_rows_that_tie_may_come_in_any_order_but_not_elsewhere() -> None:
    old = pd.DataFrame({"k": ["a", "b", "b", "c"], "n": [1, 3, 2, 4]})
    table = pa.table({"k": ["b", "b", "a", "c"], "n": [2, 3, 1, 4]})
    claims = {"hidden": [], "order": [["k", "asc", "last"]], "total": False}
    assert messages(table, old, **claims) == ""
    assert "pandas has {'k': \"'c'\", 'n': '4'} as row 1" in messages(table, old.iloc[[0, 3, 1, 2]], **claims)


def test_labels() -> None:
    assert "said not to repeat" in messages(old=PANDAS.set_index(pd.Index([0, 0, 1])))
    shifted = PANDAS.set_index(pd.Index([1, 2, 3]))
    assert "said to be 0 to 2" in messages(old=shifted, index="range")


def test_nan_is_never_stored() -> None:
    table = pa.table({"v": [1.0, float("nan")]})
    old = pd.DataFrame({"v": [1.0, None]})
    claims = {"columns": [["v", "float64", True]], "hidden": [], "order": []}
    assert messages(table, old, **claims) == "column v holds NaN, where missing is null"


def test_scalars() -> None:
    facts = {"columns": [["", "str", True]]}
    assert broken(Plain("string", "a"), Plain("string", "a"), facts) == []
    assert broken(Plain("int", 1), Plain("int", 1), facts)[0].message == "it is said to be str, and is int"


def test_a_translation_tells_its_claims() -> None:
    text = "import pandas as pd\ndf = pd.DataFrame({'v': [1.5, None], 'n': [1, 2]})\nbig = df[df['n'] > 1]\n"
    facts = {v.name: v.facts for v in translate_source(text).variables}
    assert facts["df"] is not None and facts["df"].to_dict()["columns"] == [["v", "float64", True], ["n", "int64", False]]
    assert facts["big"] is not None and facts["big"].index == "lost"
