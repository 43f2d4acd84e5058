"""Five scripts that hand pickles and dated CSV files to one another, run twice: equal, and the second run appends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.differential import SUPPORT, run
from translator import translate_path, translate_source
from translator.config import Config
from translator.data import Options, convert
from translator.data.derive import derive
from translator.data.reading import Request
from translator.harness.engines import delta_jars
from translator.inputs.layout import load, written

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


HISTORY = """
        import os

        import pandas as pd

        joined = pd.read_pickle("work/joined.pkl")
        new = joined.groupby("day", as_index=False)["amount"].sum()
        if os.path.exists("work/history.pkl"):
            old = pd.read_pickle("work/history.pkl")
            new = pd.concat([old, new], ignore_index=True)
        new.to_pickle("work/history.pkl")
        print(new)
        """


def test_old_files_are_converted_and_two_runs_are_equal(folder: Path, session: Any, pytestconfig: pytest.Config) -> None:
    """Five scripts whose pickles lie there from earlier runs: layout, conversion, translation, and the same results."""
    pytest.importorskip("deltalake")
    if pytestconfig.getoption("--engine") == "spark" and not delta_jars():
        pytest.skip("the Delta jars are not on this machine")
    original, emitted = folder / "pandas", folder / "spark"
    scripts = {**SCRIPTS, "6_history.py": HISTORY}
    for name, text in scripts.items():
        placed = re.sub(r'(?<=")(landing|work|reports)(?=[/"])', rf"{original}/\1", textwrap.dedent(text).lstrip())
        (original / name).write_text(placed)
    for name in scripts:  # what an earlier run has left there
        run((original / name).read_text())
    shutil.rmtree(original / "reports")
    layout = original / "layout.yaml"
    layout.write_text(written(str(emitted / "lake"), derive(original)))
    assert load(layout).files["work/joined.pkl"] == "silver/work__joined"
    records = convert(original, Options(emitted / "lake", layout=load(layout), request=Request(rows=True)))
    assert {record.status for record in records} == {"converted"}
    found = {t.source: t for t in translate_path(original, config=Config(layout=layout))}
    for place in ("landing", "work"):
        shutil.copytree(original / place, emitted / place)
    assert "append_rows(" in found["6_history.py"].text
    for _ in range(2):
        for name in scripts:
            wanted = run((original / name).read_text())[1]
            moved = re.sub(rf"{original}/(?!lake)", f"{emitted}/", found[name].text)
            assert run(moved)[1] == wanted, moved
        expected, reported = reports(original), reports(emitted)
        assert list(expected) == list(reported)
        for name, frame in expected.items():
            pd.testing.assert_frame_equal(reported[name], frame)


PARKED = """
from pathlib import Path

import pandas as pd

PLACE = Path("@")
df = pd.DataFrame({"k": ["a", None], "v": [1, 2]})


def park(frame, name):
    frame.to_pickle(PLACE / name)


park(df, "x.pkl")
park(df[df["v"] > 1], "y.pkl")
df.to_pickle(PLACE / "z.pkl.gz")
whole = PLACE / "w.pkl"
df.to_pickle(whole)
print(pd.read_pickle(PLACE / "x.pkl"), pd.read_pickle(PLACE / "y.pkl"))
print(pd.read_pickle(PLACE / "z.pkl.gz"), pd.read_pickle(whole))
"""


def test_tables_in_place_of_pickles_under_paths_that_are_objects(
    tmp_path: Path, session: Any, pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("--engine") == "spark" and not delta_jars():
        pytest.skip("the Delta jars are not on this machine")
    source = PARKED.replace("@", str(tmp_path))
    translation = translate_source(source, folder=tmp_path)
    assert translation.text.count('format("delta")') == 7, translation.text
    assert run(translation.text)[1] == run(source)[1]
