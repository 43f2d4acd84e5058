"""``translate data`` from the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
from click.testing import CliRunner

from translator.cli import main
from translator.data.naming import table_name


def test_table_names() -> None:
    assert table_name("a b/2024-01.pkl.gz", "bronze") == "bronze/a_b__2024_01"
    assert table_name("../x.csv", "silver") == "silver/___x"


def test_command_line(tmp_path: Path) -> None:
    tree = tmp_path / "in"
    tree.mkdir()
    pd.DataFrame({"k": ["a", None]}).to_pickle(tree / "x.pkl")
    (tree / "bad.pkl").write_bytes(b"cposix\nsystem\n(S'true'\ntR.")
    runner = CliRunner()
    listed = runner.invoke(main, ["data", "scan", str(tree), "--format", "json"])
    assert {e["uri"]: e["risk"] for e in json.loads(listed.output)} == {"bad.pkl": "it asks for posix.system", "x.pkl": ""}
    done = runner.invoke(main, ["data", "convert", str(tree), "--to", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "bad.pkl: refused_global: it asks for posix.system" in done.output
    (tree / "bad.pkl").unlink()
    options = ["--to", str(tmp_path / "out"), "--reader-python", sys.executable]
    again = runner.invoke(main, ["data", "convert", str(tree), *options])
    assert again.exit_code == 0
    assert runner.invoke(main, ["data", "verify", str(tree), "--to", str(tmp_path / "out")]).exit_code == 0
