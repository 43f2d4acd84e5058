"""What cannot be read costs a message and an exit status, never a traceback and never another file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translator.cli import main

ROOT = Path(__file__).parents[2]
GOOD = 'import pandas as pd\ndf = pd.DataFrame({"a": [1]})\ndf["b"] = df["a"] * 2\n'

BAD: dict[str, bytes] = {
    "python2.py": b'import pandas as pd\nprint "x"\n',
    "not_python.py": b"this is {{{ pandas\n",
    "truncated.ipynb": b'{"cells": [{"cell_type": "code", "source": ["import pandas',
    "list.ipynb": b"[]",
    "cells.ipynb": b'{"cells": 3}',
    "source.ipynb": b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": 5}]}',
    "nested.ipynb": b"[" * 100_000,
    "encoding.py": b'import pandas as pd\nx = "\xe9\xff"\n',
    "unknown_encoding.py": b"# -*- coding: nonsense-9 -*-\nimport pandas\n",
    "utf16.py": "import pandas as pd\n".encode("utf-16"),
    "binary.py": bytes(range(256)) * 20,
    "brackets.py": b"import pandas as pd\nx = " + b"(" * 3000 + b"1" + b")" * 3000 + b"\n",
    "chain.py": b"import pandas as pd\nx = " + b"+".join([b"1"] * 20_000) + b"\n",
    "large.ipynb": b'{"cells": [], "metadata": {"x": "' + b"x" * (51 * 2**20) + b'"}}',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.py").write_text(GOOD)
    for name, content in BAD.items():
        (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "in" / "loop1.py").symlink_to("loop2.py")
    (tmp_path / "in" / "loop2.py").symlink_to("loop1.py")
    (tmp_path / "in" / "self").symlink_to(".")
    return tmp_path


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def test_a_run_names_each_and_does_the_others(folder: Path) -> None:
    result = call("in", "--out", "out")
    assert result.exit_code == 1
    report = json.loads((folder / "out" / "translation.json").read_text())
    outcomes = {f["source"]: f["outcome"] for f in report["files"]}
    assert outcomes["good.py"] == "translated"
    for name in (*BAD, "loop1.py", "loop2.py"):
        assert outcomes[name] in ("skipped", "failed"), name
    messages = {f["source"]: f["diagnostics"][0]["message"] for f in report["files"] if f["diagnostics"]}
    assert "print" in messages["python2.py"]
    assert "nested too deeply" in messages["brackets.py"]
    assert "at most 50 MB" in messages["large.ipynb"]
    assert b"createDataFrame" in (folder / "out" / "good.py").read_bytes()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_check_finds_each(folder: Path, form: str) -> None:
    (folder / "in" / "large.ipynb").unlink()
    result = call("check", "in", "--format", form)
    assert result.exit_code == 1
    unrelated = {"list.ipynb", "cells.ipynb", "source.ipynb", "nested.ipynb", "large.ipynb"}
    for name in BAD.keys() - unrelated:
        assert name in result.output


def test_other_commands_on_bad_sources(folder: Path) -> None:
    (folder / "in" / "large.ipynb").unlink()
    assert call("in", "--diff").exit_code == 1
    assert "python2.py" in call("in", "--diff").output
    call("in", "--out", "out", "--changes", "changes")
    assert call("report", "in", "--out", "out").exit_code == 0
    assert call("diff", "in", "--out", "out", "--exit-code").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in/good.py", "--out", "in"], "where the sources are"),
        (["in/good.py", "--out", "in/good.py"], "not a directory"),
        (["in/good.py", "--out", "out", "--rules", "no_such_pack"], "rule pack no_such_pack"),
        (["in/good.py", "--out", "out", "--rules", "in/python2.py"], "rule pack in/python2.py"),
        (["in/good.py", "--out", "out", "--schema", "in/python2.py"], "cannot be read as JSON"),
        (["in/good.py", "--out", "out", "--schema", "in/list.ipynb"], "is not of the form"),
        (["in/good.py"], "--out DIR"),
        (["undo", "in"], "no run to undo"),
        (["report", "in", "--out", "in"], "translation.json cannot be read"),
        (["explain", "T3"], "did you mean"),
        (["check", "in/good.py", "--only", "T3"], "is no code"),
        (["check", "in/good.py", "--baseline", "nothing.json"], "--write-baseline"),
    ],
)
def test_wrong_usage_says_what_is_wrong(folder: Path, arguments: list[str], message: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert not (folder / "in" / ".translate").exists()
    assert (folder / "in" / "good.py").read_text() == GOOD


def test_an_output_inside_the_input_is_no_input(folder: Path) -> None:
    for name in BAD:
        (folder / "in" / name).unlink()
    for _ in range(2):
        call("in", "--out", "in/spark")
    sources = [f["source"] for f in json.loads((folder / "in" / "spark" / "translation.json").read_text())["files"]]
    assert [name for name in sources if "spark" in name] == []


def test_special_files_and_missing_ones(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe.py")
    result = call("check", "in/pipe.py", "in/missing.py", "in/good.py")
    assert result.exit_code == 1
    assert "not a regular file" in result.output
    assert "There is no file" in result.output


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX users")
def test_files_without_permission(folder: Path) -> None:
    for name in BAD:
        (folder / "in" / name).unlink()
    (folder / "in" / "secret.py").write_text(GOOD)
    (folder / "in" / "closed").mkdir()
    (folder / "in" / "secret.py").chmod(0)
    (folder / "in" / "closed").chmod(0)
    program = (
        "import os, translator.cli.check, translator.api, encodings.idna\n"
        "from translator.registry import load_rules\nload_rules()\n"
        "if os.geteuid() == 0:\n    os.setuid(65534)\n"
        "from translator.cli import main\nmain(['check', 'in'])"
    )
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o755)
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True)
    (folder / "in" / "closed").chmod(0o755)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 1
    assert "secret.py" in done.stdout
    assert "closed cannot be listed" in done.stdout


def test_modules_beside_the_sources_are_not_imported(folder: Path) -> None:
    for name in BAD:
        (folder / "in" / name).unlink()
    for name in ("json", "click", "pandas", "libcst", "rules"):
        (folder / "in" / f"{name}.py").write_text(f"raise SystemExit('{name} was run')\n")
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "translator", "check", "good.py"]
    done = subprocess.run(command, cwd=folder / "in", env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "1 file, 0 findings" in done.stderr
