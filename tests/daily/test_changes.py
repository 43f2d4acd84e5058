"""Patches: git applies them, each is small and compiles, and together they are the output."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from translator.cli import main

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="needs git")
FIXTURES = Path(__file__).parents[2] / "fixtures" / "notebooks"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=n", "-c", "user.email=n@localhost", "-c", "core.autocrlf=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "replace")


def contents(folder: Path) -> dict[str, bytes]:
    paths = (p for p in folder.rglob("*") if p.is_file() and ".git" not in p.parts and ".translate" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths if p.name != "translation.json"}


def migrate(repository: Path, sources: str, changes: Path, out: Path) -> list[Path]:
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "sources")
    result = CliRunner().invoke(main, [sources, "--out", str(out), "--changes", str(changes)])
    assert result.exit_code in (0, 1), result.output
    return sorted(changes.iterdir())


def changed_lines(patch: bytes) -> int:
    return len(re.findall(rb"^[+-](?![+-]{2} )", patch, re.M))


def test_patches_apply_in_order_and_give_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = tmp_path / "repository"
    shutil.copytree(FIXTURES, repository / "jobs", ignore=shutil.ignore_patterns("data"))
    monkeypatch.chdir(repository)
    patches = migrate(repository, "jobs", tmp_path / "changes", tmp_path / "out")
    assert len(patches) > 10
    for patch in patches:
        git(repository, "am", str(patch))
        name = git(repository, "show", "--format=", "--name-only", "HEAD").strip()
        if name.endswith(".py"):
            ast.parse((repository / name).read_bytes())
        assert changed_lines(patch.read_bytes()) <= 320, patch.name
    made = contents(repository / "jobs")
    for name, content in contents(tmp_path / "out").items():
        assert made[name] == content, name
    message = git(repository, "log", "-1", "--format=%B")
    assert "Sites: " in message
    assert "Rules: " in message
    assert "Proof: not verified yet." in message


def test_line_ends_names_and_notebooks_survive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    text = 'import pandas as pd\ndf = pd.DataFrame({"é": [1]})\ndf["b"] = df["é"] * 2'
    (repository / "crlf.py").write_bytes(text.replace("\n", "\r\n").encode())
    (repository / 'é "x" y.py').write_text(text)
    (repository / "latin.py").write_bytes(f"# coding: latin-1\n{text}\n".encode("latin-1"))
    (repository / "n.ipynb").write_text(nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text)])))
    (repository / "long.py").write_text(text + "\n" + "".join(f'df["c{n}"] = df["é"] + {n}\n' for n in range(400)))
    monkeypatch.chdir(repository)
    patches = migrate(repository, ".", tmp_path / "changes", tmp_path / "out")
    git(repository, "am", *map(str, patches))
    assert contents(repository) == contents(tmp_path / "out")
    assert sum("long" in p.name for p in patches) > 2


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.py").write_text("import pandas as pd\ndf = pd.DataFrame({'a': [1]})\n")
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes" / "notes.txt").write_text("mine")
    result = CliRunner().invoke(main, ["in", "--out", "out", "--changes", "changes"])
    assert result.exit_code == 2
    assert (tmp_path / "changes" / "notes.txt").read_text() == "mine"
