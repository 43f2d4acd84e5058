"""translation.json is what its schema says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from translator.cli import main

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "translator" / "schemas" / "translation.schema.json").read_text())


def test_the_report_of_the_fixtures_is_valid(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [str(ROOT / "fixtures" / "notebooks"), "--out", str(tmp_path / "spark")])
    assert result.exit_code in (0, 1), result.output
    report = json.loads((tmp_path / "spark" / "translation.json").read_text())
    jsonschema.validate(report, SCHEMA)
    assert report["totals"]["files"] >= 17
    assert report["totals"]["sites"] == sum(len(f["sites"]) for f in report["files"])


def test_every_file_has_an_entry_and_an_output(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "plain.py").write_text("x = 1\n")
    (tmp_path / "in" / "deep" / "broken.py").write_text("print 'python 2'  # pandas\n")
    (tmp_path / "in" / "frame.py").write_text("import pandas as pd\ndf = pd.DataFrame({'a': [1]})\n")
    result = CliRunner().invoke(main, [str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    report = json.loads((tmp_path / "out" / "translation.json").read_text())
    outcomes = {f["source"]: f["outcome"] for f in report["files"]}
    assert outcomes == {"deep/broken.py": "failed", "frame.py": "translated", "plain.py": "unchanged"}
    assert (tmp_path / "out" / "deep" / "broken.py").read_text() == "print 'python 2'  # pandas\n"
    assert (tmp_path / "out" / "plain.py").read_bytes() == b"x = 1\n"


def test_without_out_or_diff_it_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import pandas\n")
    assert CliRunner().invoke(main, [str(tmp_path / "a.py")]).exit_code == 2


def test_diff_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import pandas as pd\ndf = pd.DataFrame({'a': [1]})\n")
    result = CliRunner().invoke(main, [str(tmp_path / "a.py"), "--diff"])
    assert result.exit_code == 0
    assert "+spark = SparkSession" in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["a.py"]


@pytest.mark.parametrize("topic", ["T310", "A101", "DataFrame.__getitem__"])
def test_explain_knows(topic: str) -> None:
    result = CliRunner().invoke(main, ["explain", topic])
    assert result.exit_code == 0
    assert topic in result.output
