"""Five scripts that hand pickles and dated CSV files to one another, run twice: equal, and the second run appends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import SUPPORT
from translator import translate_path

SCRIPTS = {
    "1_load.py": """
        import pandas as pd

        orders = pd.read_csv("landing/orders_20240301.csv", parse_dates=["at"])
        orders["amount"] = orders["amount"].fillna(0.0)
        orders = orders[orders["shop"].notna()]
        orders.to_pickle("work/orders.pkl")
        """,
    "2_customers.py": """
        import pickle

        import pandas as pd

        customers = pd.read_csv("landing/customers.csv", dtype={"zip": str})
        customers = customers.drop_duplicates(subset="customer", keep="last")
        with open("work/customers.pkl", "wb") as file:
            pickle.dump(customers, file)
        """,
    "3_join.py": """
        import pandas as pd

        orders = pd.read_pickle("work/orders.pkl")
        customers = pd.read_pickle("work/customers.pkl")
        joined = orders.merge(customers, on="customer", how="left")
        joined["day"] = joined["at"].dt.strftime("%Y-%m-%d")
        joined.to_pickle("work/joined.pkl")
        """,
    "4_report.py": """
        import os

        import pandas as pd

        joined = pd.read_pickle("work/joined.pkl")
        for day in ["2024-03-01", "2024-03-02"]:
            part = joined[joined["day"] == day]
            totals = part.groupby("shop")["amount"].agg(["sum", "count"]).reset_index().sort_values("shop")
            os.makedirs("reports", exist_ok=True)
            totals.to_csv(f"reports/totals_{day.replace('-', '')}.csv", index=False)
        """,
    "5_history.py": """
        import glob
        import os

        import pandas as pd

        files = sorted(glob.glob("reports/totals_*.csv"))
        new = pd.concat([pd.read_csv(f).assign(day=os.path.basename(f)[7:15]) for f in files], ignore_index=True)
        if os.path.exists("reports/history.csv"):
            old = pd.read_csv("reports/history.csv", dtype={"day": str})
            new = pd.concat([old, new], ignore_index=True)
        new.to_csv("reports/history.csv", index=False)
        print(len(new), round(new["sum"].sum(), 2))
        """,
}
ORDERS = """order,customer,shop,amount,at
1,a,north,10.5,2024-03-01 09:00:00
2,b,south,,2024-03-01 10:30:00
3,a,,5.0,2024-03-01 11:00:00
4,x,north,-2.25,2024-03-02 00:00:00
5,b,"east, new",7.0,2024-03-02 23:59:59
"""
CUSTOMERS = "customer,zip,city\na,01234,Aachen\nb,00001,Bonn\na,01235,Ahlen\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "pandas"
    for place in ("landing", "work"):
        (source / place).mkdir(parents=True)
    (source / "landing" / "orders_20240301.csv").write_text(ORDERS)
    (source / "landing" / "customers.csv").write_text(CUSTOMERS)
    for name, text in SCRIPTS.items():
        lines = [line[8:] for line in text.splitlines()[1:]]
        (source / name).write_text("\n".join(lines).rstrip() + "\n")
    return tmp_path


def run_all(place: Path) -> list[str]:
    """What the five scripts print, one process after the other, as a scheduler runs them."""
    environment = {**os.environ, "PYTHONPATH": str(SUPPORT)}
    printed = []
    for name in SCRIPTS:
        command = [sys.executable, "-W", "ignore", name]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{name}\n{(place / name).read_text()}\n{done.stderr[-3000:]}"
        printed.append(done.stdout)
    return printed


def reports(place: Path) -> dict[str, pd.DataFrame]:
    return {path.name: pd.read_csv(path, dtype={"day": str}) for path in sorted((place / "reports").glob("*.csv"))}


@pytest.mark.sail
def test_two_runs_of_five_scripts_are_equal(folder: Path, session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    original, emitted = folder / "pandas", folder / "spark"
    found = {t.source: t for t in translate_path(original)}
    shutil.copytree(original, emitted)
    for name, translation in found.items():
        (emitted / name).write_text(translation.text)
    monkeypatch.chdir(emitted)  # relative paths are those of the server, which runs in this process
    assert all('format("delta")' in found[name].text for name in ("1_load.py", "2_customers.py", "3_join.py", "4_report.py"))
    for _ in range(2):
        assert run_all(original) == run_all(emitted)
        expected, written = reports(original), reports(emitted)
        assert list(expected) == list(written)
        for name, frame in expected.items():
            pd.testing.assert_frame_equal(written[name], frame)
