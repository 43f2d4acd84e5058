"""Data that break what a translation was made for are told from faults of the translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.verification import verify_paths

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

MONTHS = """import pandas as pd

sales = pd.read_csv("sales.csv", parse_dates=["day"])
sales["month"] = sales["day"].dt.month
by_month = sales.groupby("month")["amount"].sum().reset_index()
"""
ROUNDED = """import pandas as pd

sales = pd.read_csv("sales.csv")
sales["whole"] = sales["amount"].round(1)
"""
ROWS = "day,amount\n2024-01-31,1.5\n2024-02-29,-2.25\n2024-02-01,7.0\n"


def write(folder: Path, program: str) -> Path:
    (folder / "sales.csv").write_text(ROWS)
    (folder / "job.py").write_text(program)
    return folder / "job.py"


def test_missing_values_where_none_were_are_named(tmp_path: Path) -> None:
    (verdict,) = verify_paths([write(tmp_path, MONTHS)], examples=8)
    assert verdict.ok, (verdict.reason, verdict.example, verdict.inputs)
    assert verdict.examples > 4
    broken = {a.code: a.detail for violation in verdict.violated for a in violation.assumptions}
    assert "column day of sales.csv has missing values, and had none" in broken["A103"]


def test_a_file_without_rows_tells_no_types(tmp_path: Path) -> None:
    (verdict,) = verify_paths([write(tmp_path, ROUNDED)], examples=8)
    assert verdict.ok, (verdict.reason, verdict.example, verdict.inputs)
    assert any("sales.csv has no rows" in str(violation) for violation in verdict.violated)
