"""Every fixture program must run under pandas as it is, before anybody translates it."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "notebooks"

# folder -> its programs, in the order in which they have to run
PROGRAMS = {
    "ab_test": ["readout.py"],
    "awkward": ["sensors.py"],
    "bikes_notebook": ["bikes.ipynb"],
    "churn": ["churn_features.py"],
    "cohorts": ["cohorts.ipynb"],
    "databricks_orders": ["orders_silver.py"],
    "energy_demand": ["demand.py"],
    "etl_pickles": ["extract.py", "load.py"],
    "finance_returns": ["returns.py"],
    "grid_team": [
        "run_pipeline.py", "step1_readings.py", "step2_features.py", "step3_train.py", "step4_score.py",
        "step5_report.py", "step6_backtests.py", "step7_portfolio.py", "step8_alerts.py", "step9_january.ipynb", "weekly.py",
    ],
    "housing_eda": ["eda.ipynb"],
    "hr_payroll": ["payroll.py"],
    "log_sessions": ["sessions.py"],
    "retail_features": ["build_features.py"],
    "survey_cleaning": ["survey_cleaning.ipynb"],
    "two_modules": ["main.py"],
    "warehouse_orders": ["daily_sales.py"],
    "weather_wide": ["reshape.py"],
}
IMPORTED = {
    "two_modules": ["features.py"],
    "grid_team": [
        "archive.py", "cleaning.py", "config.py", "costs.py", "features.py", "model.py", "profiles.py", "quality.py",
        "ranking.py", "report.py", "scaling.py", "settings.py", "sources.py", "steps.py",
    ],
}
WRITES_NOTHING = {"housing_eda"}
PROGRAM_SUFFIXES = (".py", ".ipynb")


def plain_python(cell: str) -> str:
    """The Python of one cell: line magics dropped, ``%time x`` and ``%%time`` unwrapped."""
    lines = cell.splitlines()
    if lines and lines[0].startswith("%%"):
        if lines[0].split()[0] not in {"%%time", "%%timeit", "%%capture"}:
            return ""  # a cell in another language
        lines = lines[1:]
    kept = []
    for line in lines:
        if line.startswith("%time "):
            line = line.removeprefix("%time ")
        elif line.startswith(("%", "!")):
            continue
        kept.append(line)
    return "\n".join(kept)


def notebook_source(path: Path) -> str:
    """All code cells as one script: good enough to run, not to translate."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [plain_python("".join(c["source"])) for c in cells if c["cell_type"] == "code"]
    return "\n\n".join(code) + "\n"


def run(program: Path) -> subprocess.CompletedProcess[str]:
    """Run a script or notebook in its own folder."""
    script = program
    if program.suffix == ".ipynb":
        script = program.with_name(f"_{program.stem}_as_script.py")
        script.write_text(notebook_source(program), encoding="utf-8")
    environment = {**os.environ, "MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONWARNINGS", None)
    return subprocess.run(
        [sys.executable, script.name],
        cwd=program.parent,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_every_program_is_listed() -> None:
    found = {
        folder.name: sorted(p.name for p in folder.iterdir() if p.suffix in PROGRAM_SUFFIXES)
        for folder in FIXTURES.iterdir()
        if folder.is_dir()
    }
    listed = {
        name: sorted(programs + IMPORTED.get(name, [])) for name, programs in PROGRAMS.items()
    }
    assert found == listed


@pytest.mark.parametrize("folder", sorted(PROGRAMS))
def test_runs_under_pandas(folder: str, tmp_path: Path) -> None:
    here = tmp_path / folder
    shutil.copytree(
        FIXTURES / folder, here, ignore=shutil.ignore_patterns("out", "cache", "__pycache__")
    )
    for name in PROGRAMS[folder]:
        result = run(here / name)
        assert result.returncode == 0, f"{folder}/{name} failed:\n{result.stderr}"
        assert "Warning:" not in result.stderr, f"{folder}/{name} warns:\n{result.stderr}"
    written = [p for p in here.glob("out/**/*") if p.is_file() and p.stat().st_size > 0]
    assert bool(written) != (folder in WRITES_NOTHING)


@pytest.mark.parametrize("folder", sorted(PROGRAMS))
def test_is_small(folder: str) -> None:
    for name in PROGRAMS[folder]:
        path = FIXTURES / folder / name
        source = notebook_source(path) if path.suffix == ".ipynb" else path.read_text("utf-8")
        ast.parse(source)
        assert len(source.splitlines()) <= 120, f"{folder}/{name} is too long"
    size = sum(p.stat().st_size for p in (FIXTURES / folder / "data").rglob("*") if p.is_file())
    assert 0 < size < 64_000
