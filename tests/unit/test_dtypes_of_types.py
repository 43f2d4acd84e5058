"""The rule for ``Series.dtype`` and the helper that its text calls know the same types."""

from __future__ import annotations

import pytest

from rules.column.facts import DTYPES


def test_rule_and_helper_agree() -> None:
    driver = pytest.importorskip("translator.support.pandas_parity.driver", reason="the support package needs pyspark")
    told = {kind.lower(): dtype for kind, dtype in DTYPES.items() if dtype != "object"}
    assert told == driver.DTYPES
