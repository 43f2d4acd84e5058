"""A rule that is wrong: the statement is named, few rows tell it, and a pytest file keeps it."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result

from translator import registry
from translator.cli import main
from translator.harness import saving

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

PACK = '''"""A pack whose only rule is wrong at zero."""
from translator.rulekit import Column, F, Value, rule

@rule("numpy.heaviside")
def heaviside(x1: Value, x2: Value) -> Column:
    """The step function."""
    assert isinstance(x1, Column)
    return x1.then(F.when(x1.code >= 0, F.lit(1.0)).otherwise(F.lit(0.0)))
'''
CELLS = [
    "import numpy as np\nimport pandas as pd",
    'df = pd.read_csv("d.csv")\ndf["twice"] = df["v"] * 2',
    'df["size"] = df["v"].abs()\ndf["step"] = np.heaviside(df["v"], 0.5)\ntotal = df["size"].sum()',
]
DATA = "k,v\n" + "".join(f"k{i},{i % 17 - 8}.5\n" for i in range(300)) + "zero,0.0\n"


@pytest.fixture
def own_rules() -> Iterator[None]:
    """The rules that are there, without those of the pack once the test is over."""
    rules, gaps = dict(registry.load_rules()), dict(registry.GAPS)
    yield
    registry.RULES.clear()
    registry.RULES.update(rules)
    registry.GAPS.clear()
    registry.GAPS.update(gaps)
    registry._loaded.discard("acme.py")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_rules: None) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS]), jobs / "steps.ipynb")
    (jobs / "d.csv").write_text(DATA)
    (tmp_path / "acme.py").write_text(PACK)
    return tmp_path


def verify(*options: str) -> Result:
    return CliRunner().invoke(main, ["verify", "jobs", "--rules", "acme.py", *options], env={"COLUMNS": "200"})


def outcome_of(saved: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(saved)]
    return subprocess.run(command, cwd=saved.parent, capture_output=True, text=True)


def test_statement_values_and_rows_are_told(folder: Path) -> None:
    result = verify("--save", "kept")
    assert result.exit_code == 1, result.output
    assert "first at cell 3, line 2: df[\"step\"] = np.heaviside(df[\"v\"], 0.5)" in result.output
    assert "step=0.5" in result.output, "what pandas gives"
    assert "step=1.0" in result.output, "what Spark gives"
    rows = result.output.partition("d.csv\nk,v\n")[2].partition("\n  kept as")[0].splitlines()
    assert rows == ["zero,0.0"]
    (saved,) = (folder / "kept").glob("test_*.py")
    assert saved.name == "test_steps_sail.py"
    ran = outcome_of(saved)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "1 of " in ran.stdout
    text = saved.read_text()
    wrong, right = r'(F.col(\\"v\\") >= 0', r'(F.col(\\"v\\") == 0, F.lit(0.5)).when(F.col(\\"v\\") > 0'
    mended = text.replace(wrong, right)
    assert mended != text, text
    saved.write_text(mended)
    ran = outcome_of(saved)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_has_not_changed_is_not_run_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = json.loads(verify("--format", "json").output)
    with monkeypatch.context() as patched:
        patched.setattr("translator.verification.verify", lambda *_, **__: pytest.fail("ran again"))
        assert json.loads(verify("--format", "json").output) == first
        with pytest.raises(BaseException, match="ran again"):
            CliRunner().invoke(main, ["verify", "jobs", "--rules", "acme.py", "--no-cache"], catch_exceptions=False)
    (folder / "jobs" / "d.csv").write_text("k,v\na,1.0\n")
    assert verify().exit_code == 0, "other data, which hide the fault"


def test_saved_data_read_as_they_were(tmp_path: Path) -> None:
    contents = {
        "a.csv": b'k,v\n"two\nlines",\\"""\n', "b.csv": b"k\r\n1\r\n", "c.bin": bytes(range(256)),
        "d.txt": "\u00e4\u65e5\x00\x85".encode(), "e.csv": b'k\n"""', "f.csv": b"", "g.csv": b"\\",
    }  # fmt: skip
    assert eval(saving._mapping(contents), {"base64": base64}).items() == {
        name: content if (text := saving._as_text(content)) is None else text for name, content in contents.items()
    }.items()


def test_data_that_break_assumptions_do_not_excuse_it(folder: Path) -> None:
    (folder / "jobs" / "d.csv").write_text("k,v\n" + "".join(f"k{i},{i % 17 + 1}.5\n" for i in range(30)))
    result = verify("--examples", "8", "--format", "json")
    (verdict,) = json.loads(result.stdout)["verdicts"]
    assert verdict["outcome"] == "different", verdict["reason"]
    assert verdict["example"] > 0
    assert {o["name"] for o in verdict["observables"] if o["status"] == "different"} <= {"df", "output 1 (cell 3)"}
