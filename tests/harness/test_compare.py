"""compare_values: what counts as equal, and what must never."""

from __future__ import annotations

import datetime as dt
import decimal
import math
import random
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from translator.harness import compare_values
from translator.harness.capture import capture, from_arrow
from translator.harness.values import decode, encode
from translator.harness.wording import same_text


def spark(**columns: Any) -> Any:
    """A Spark result as it arrives: an Arrow table in neutral form."""
    return from_arrow(pa.table(columns))


def kinds(*args: Any, **options: Any) -> list[str]:
    return [difference.kind for difference in compare_values(*args, **options)]


FRAME = pd.DataFrame({"k": ["a", "b", None], "v": [1.0, np.nan, 3.0]})


def test_equal_frames_in_any_order() -> None:
    assert kinds(FRAME, spark(k=[None, "a", "b"], v=[3.0, 1.0, None])) == []


def test_nan_and_null_are_one_kind_of_missing() -> None:
    assert kinds(FRAME, spark(k=["a", "b", None], v=[1.0, math.nan, 3.0])) == []


def test_a_lost_row_and_a_lost_duplicate_are_found() -> None:
    assert kinds(FRAME, spark(k=["a", "b"], v=[1.0, None])) == ["rows", "rows"]
    twice = pd.DataFrame({"k": ["a", "a", "b"]})
    assert kinds(twice, spark(k=["a", "b", "b"])) == ["rows"]


def test_differing_rows_are_shown_side_by_side() -> None:
    (difference,) = compare_values(FRAME, spark(k=["b", None, "a"], v=[None, 3.5, 1.0]))
    assert difference.left == ({"k": "missing", "v": "3.0"},)
    assert difference.right == ({"k": "missing", "v": "3.5"},)


def test_at_most_five_rows_are_shown() -> None:
    big = pd.DataFrame({"v": range(100)})
    (difference,) = compare_values(big, spark(v=list(range(200, 300))))
    assert len(difference.left) == 5
    assert "100 of 100" in difference.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([1, 2], pa.array([1.0, 2.0]), ["dtype"]),
        ([1.0, 2.0], pa.array([1, 2]), ["dtype"]),
        ([1.0, np.nan], pa.array([1, None]), []),
        ([1.5, np.nan], pa.array([1, None]), ["rows"]),
        ([1, 2], pa.array([1, 2], pa.int32()), []),
        ([True, False], pa.array([1, 0]), ["dtype"]),
        ([True, None], pa.array([True, None]), []),
        (["1", "2"], pa.array([1, 2]), ["dtype"]),
        (["a", None], pa.array(["a", None]), []),
        ([np.nan, np.nan], pa.array([None, None], pa.float64()), []),
        ([None, None], pa.array([None, None], pa.string()), []),
        (pd.to_datetime(["2024-01-01"]), pa.array([dt.date(2024, 1, 1)]), ["dtype"]),
        (pd.to_datetime(["2024-02-29", None]), pa.array([dt.datetime(2024, 2, 29), None]), []),
        ([dt.date(2024, 1, 1)], pa.array([dt.date(2024, 1, 1)]), []),
        ([decimal.Decimal("1.50")], pa.array([decimal.Decimal("1.5")]), []),
        ([1.5], pa.array([decimal.Decimal("1.5")]), ["dtype"]),
        (pd.Categorical(["x", None], ["x", "y"]), pa.array(["x", None]), []),
        (pd.array([1, None], dtype="Int64"), pa.array([1, None]), []),
        (pd.to_timedelta([1, 2], unit="h"), pa.array([3600, 7200], pa.duration("s")), []),
        ([[1, 2], [3]], pa.array([[1, 2], [3]]), []),
        ([[1, 2], [3]], pa.array([[2, 1], [3]]), ["rows"]),
        ([2**53 + 1], pa.array([2**53]), ["rows"]),
        ([np.inf], pa.array([1e308]), ["rows"]),
        ([-0.0], pa.array([0.0]), []),
    ],
)
def test_dtype_families(old: Any, new: Any, expected: list[str]) -> None:
    assert kinds(pd.DataFrame({"v": old}), from_arrow(pa.table({"v": new}))) == expected


def test_zoned_times_compare_as_instants() -> None:
    zoned = pd.DataFrame({"t": pd.to_datetime(["2024-07-01 12:00"]).tz_localize("Europe/Berlin")})
    assert kinds(zoned, spark(t=[dt.datetime(2024, 7, 1, 10)])) == []
    assert kinds(zoned, spark(t=[dt.datetime(2024, 7, 1, 12)])) == ["rows"]


def test_column_names_and_their_order() -> None:
    frame = pd.DataFrame({"a": [1], "b": [2]})
    assert kinds(frame, spark(b=[2], a=[1])) == ["columns"]
    assert kinds(frame, spark(a=[1])) == ["columns"]
    assert kinds(frame, spark(a=[1], b=[2], c=[3])) == ["columns"]
    assert kinds(frame, spark(A=[1], b=[2])) == ["columns", "columns"]


def test_index_is_ignored_only_if_it_says_nothing() -> None:
    frame = pd.DataFrame({"k": ["b", "a"], "v": [1, 2]})
    assert kinds(frame[frame["v"] > 1], spark(k=["a"], v=[2])) == []
    assert kinds(frame.set_index("k"), spark(v=[1, 2])) == ["index"]
    assert kinds(frame.set_index("k"), spark(k=["b", "a"], v=[1, 2]), index=["k"]) == []
    assert kinds(frame.set_index("k"), spark(k=["a", "b"], v=[1, 2]), index=["k"]) == ["rows"]
    assert kinds(frame.set_index("k"), spark(j=["b", "a"], v=[1, 2]), index=["j"]) == ["index"]
    assert kinds(frame, spark(_row=[0, 1], k=["b", "a"], v=[1, 2]), index=["_row"]) == []
    assert kinds(frame, spark(_row=[1, 0], k=["b", "a"], v=[1, 2]), index=["_row"]) == ["rows"]
    assert kinds(frame, spark(k=["b", "a"], v=[1, 2]), index=["_row"]) == ["index"]


def test_two_index_levels() -> None:
    frame = pd.DataFrame({"a": [1, 1], "b": ["x", "y"], "v": [0.5, 1.5]}).set_index(["a", "b"])
    new = spark(a=[1, 1], b=["y", "x"], v=[1.5, 0.5])
    assert kinds(frame, new, index=["a", "b"]) == []
    assert "index" in kinds(frame, new, index=["a"])


def test_a_series_compares_with_one_value_column() -> None:
    series = pd.Series([3, 1], index=pd.Index(["x", "y"], name="k"), name="n")
    assert kinds(series, spark(k=["y", "x"], n=[1, 3]), index=["k"]) == []
    assert kinds(series, spark(k=["y", "x"], m=[1, 3]), index=["k"]) == ["name"]
    assert kinds(series, spark(k=["y", "x"], m=[1, 3]), index=["k"], names=False) == []
    assert kinds(series.reset_index(drop=True), spark(n=[1, 3])) == []
    assert "columns" in kinds(series, spark(k=["y", "x"], n=[1, 3], o=[1, 3]), index=["k"])


SORTED = pd.DataFrame({"k": [1, 2, 2, 3], "v": ["a", "b", "c", "d"]})


def test_ordered_rows() -> None:
    order = [["k", "asc"]]
    assert kinds(SORTED, spark(k=[1, 2, 2, 3], v=["a", "b", "c", "d"]), ordered_by=order) == []
    swapped = spark(k=[2, 1, 2, 3], v=["b", "a", "c", "d"])
    assert kinds(SORTED, swapped) == []
    assert kinds(SORTED, swapped, ordered_by=order) == ["order"]


def test_ties_may_change_places_unless_a_later_key_forbids_it() -> None:
    tied = spark(k=[1, 2, 2, 3], v=["a", "c", "b", "d"])
    assert kinds(SORTED, tied, ordered_by=["k"]) == []
    assert kinds(SORTED, tied, ordered_by=["k", "v"]) == ["order"]
    wrong = spark(k=[1, 2, 2, 3], v=["a", "c", "c", "d"])
    assert kinds(SORTED, wrong, ordered_by=["k"]) == ["rows"]


def test_order_by_a_key_that_is_gone_cannot_be_excused() -> None:
    tied = spark(v=["a", "c", "b", "d"])
    assert kinds(SORTED[["v"]], tied, ordered_by=["k"]) == ["order"]


def test_order_by_an_index_column() -> None:
    frame = SORTED.set_index("k")
    new = spark(k=[1, 2, 2, 3], v=["a", "c", "b", "d"])
    assert kinds(frame, new, index=["k"], ordered_by=["k"]) == []


def test_multisets_match_floats_that_sort_differently() -> None:
    old = pd.DataFrame({"x": [1.0, 1.0 + 1e-12], "y": [3.0, 5.0]})
    assert kinds(old, spark(x=[1.0 + 1e-12, 1.0], y=[3.0, 5.0])) == []
    assert kinds(old, spark(x=[1.0, 1.0 + 1e-12], y=[5.0, 5.0])) == ["rows"]


def test_matching_needs_an_augmenting_path() -> None:
    step = 0.8e-9
    old = pd.DataFrame({"x": [1 + step, 1.0]})
    new = spark(x=[1 + 1.6 * step, 1 + 0.9 * step])
    assert kinds(old, new) == []


def test_large_multiset_with_noise_is_fast() -> None:
    rng = random.Random(1)
    values = [rng.random() for _ in range(20_000)]
    noisy = [v * (1 + 1e-12) for v in values]
    rng.shuffle(noisy)
    assert kinds(pd.DataFrame({"c": 0.0, "x": values}), spark(c=[0.0] * 20_000, x=noisy)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (np.int64(3), 3, []),
        (np.float64(3), 3, ["dtype"]),
        (np.float64(1 / 3), 1 / 3 + 1e-16, []),
        (np.nan, None, []),
        (pd.NaT, None, []),
        (0, None, ["value"]),
        (np.bool_(True), True, []),
        (True, 1, ["dtype"]),
        (pd.Timestamp("2024-01-01"), dt.datetime(2024, 1, 1), []),
        (pd.Timestamp("2024-01-01"), dt.date(2024, 1, 1), ["dtype"]),
        ("a", "b", ["value"]),
        ([1, 2], [2, 1], ["value"]),
        ([1, 2], (1, 2), ["dtype"]),
        ({"a": 1.0, "b": None}, {"b": np.nan, "a": 1.0 + 1e-15}, []),
        ({"a": 1}, {"a": 1.0}, ["value"]),
        ({1, 2}, {2, 1}, []),
        ([{"a": [1, None]}], [{"a": [1, np.nan]}], []),
    ],
)
def test_scalars_and_containers(old: Any, new: Any, expected: list[str]) -> None:
    assert kinds(old, new) == expected


def test_local_objects_compare_strictly() -> None:
    assert kinds(FRAME, FRAME.copy()) == []
    assert kinds(FRAME, FRAME.iloc[::-1]) == ["order"]
    assert "index" in kinds(FRAME, FRAME.set_index(pd.Index([1, 2, 3], name="i")))
    assert kinds(FRAME["v"], FRAME["v"].rename("w")) == ["name"]
    assert kinds(FRAME["v"], FRAME[["v"]]) == ["type"]
    assert kinds(np.array([1, 2]), np.array([1, 2])) == []
    assert kinds(np.array([1, 2]), np.array([2, 1])) == ["order"]


def test_text_equal_but_for_the_last_digits() -> None:
    assert same_text("mean 0.30000000000000004", "mean 0.3")
    assert not same_text("mean 0.31", "mean 0.3")
    assert not same_text("n 3", "n 3.0")
    assert not same_text("n 3", "m 3")
    assert not same_text("nan", "None")


def test_white_space_counts_where_no_number_changes_its_width() -> None:
    assert not same_text("a  b", "a b")
    assert not same_text("[ 3]", "[3]")
    assert same_text("x  0.3\ny  1.0", "x  0.30000000000000004\ny  1.00")


def test_printed_numbers_may_differ_in_their_last_digit() -> None:
    assert same_text("0  0.123456", "0  0.123457", printed=True)
    assert not same_text("0  0.123456", "0  0.123457")
    assert not same_text("0  0.123456", "0  0.123459", printed=True)
    assert same_text("5.000000e-01  1.000000e-17", "0.5  0.0", printed=True)
    assert not same_text("1", "1.0", printed=True)
    assert not same_text("1", "2", printed=True)


def test_results_survive_the_way_to_the_parent() -> None:
    frame = pd.DataFrame({
        "a": [1, 2], "b": [dt.date(2024, 1, 1), None], "c": [decimal.Decimal("1.1"), None],
        "d": [[1, "x"], None], "e": pd.to_datetime(["2024-01-01", None]),
    })  # fmt: skip
    assert compare_values(decode(encode(capture(frame))), frame) == []


def test_a_hostile_result_file_is_refused() -> None:
    import os
    import pickle

    with pytest.raises(pickle.UnpicklingError):
        decode(pickle.dumps(os.getcwd))
