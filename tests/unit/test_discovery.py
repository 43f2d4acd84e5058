"""What path arguments name is found, the same way every time, and what is not is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator.documents.discovery import Discovery, discover, mentions_pandas


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return root


def names(found: Discovery) -> list[str]:
    return [file.relative for file in found.files]


def messages(found: Discovery) -> list[tuple[str, str]]:
    return [(problem.severity, problem.message) for problem in found.problems]


def test_sources_of_a_directory_in_order(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "b.py",
        "a/z.ipynb",
        "a/b/c.py",
        "a.py",
        "data.csv",
        "a/readme.md",
        "B.py",
        "x.PY.txt",
    )
    found = discover([tmp_path])
    assert names(found) == ["B.py", "a/b/c.py", "a/z.ipynb", "a.py", "b.py"]
    assert found.problems == ()
    for file in found.files:
        assert file.base == tmp_path
        assert file.path == tmp_path / file.relative


def test_a_file_is_relative_to_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "jobs/a.py")
    (file,) = discover([tmp_path / "jobs" / "a.py"]).files
    assert (file.relative, file.base) == ("a.py", tmp_path / "jobs")
    monkeypatch.chdir(tmp_path / "jobs")
    for path in (Path("a.py"), Path("."), Path("../jobs"), Path("./a.py")):
        assert names(discover([path])) == ["a.py"]


def test_what_is_no_source_of_the_project_is_passed_over(tmp_path: Path) -> None:
    skipped = [
        *(".git/a.py", ".hidden/a.py", ".a.py", "._b.py", "__pycache__/a.py", "conda/a.py"),
        *("a/.ipynb_checkpoints/b-checkpoint.ipynb", "node_modules/x/a.py", "env/lib/a.py"),
        "env2/lib/site-packages/a.py",
    ]
    tree(tmp_path, *skipped, "env/pyvenv.cfg", "conda/conda-meta/history", "a/b.py")
    found = discover([tmp_path])
    assert names(found) == ["a/b.py"]
    assert found.problems == ()


def test_what_is_named_is_taken_even_if_hidden(tmp_path: Path) -> None:
    tree(tmp_path, ".hidden/.a.py", ".hidden/b.py", "venv/pyvenv.cfg", "venv/c.py")
    assert names(discover([tmp_path / ".hidden" / ".a.py"])) == [".a.py"]
    assert names(discover([tmp_path / ".hidden"])) == ["b.py"]
    assert names(discover([tmp_path / "venv"])) == ["c.py"]


def test_the_output_directory_is_no_input(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "out/a.py", "jobs/out/b.py")
    (tmp_path / "link").symlink_to(tmp_path / "out")
    for out in (tmp_path / "out", tmp_path / "jobs" / ".." / "out", tmp_path / "link"):
        assert names(discover([tmp_path], out)) == ["a.py", "jobs/out/b.py"]


def test_excluded_names(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "tests/b.py", "jobs/tests/c.py", "jobs/d_test.py", "jobs/e.ipynb")
    assert names(discover([tmp_path], exclude=["tests"])) == [
        "a.py",
        "jobs/d_test.py",
        "jobs/e.ipynb",
    ]
    assert "jobs/tests/c.py" in names(discover([tmp_path], exclude=["tests/*", "jobs/test"]))
    assert names(discover([tmp_path], exclude=["jobs/", "*_test.py", "a.p?"])) == ["tests/b.py"]
    assert names(discover([tmp_path / "a.py"], exclude=["a.py"])) == []


def test_a_file_named_twice_counts_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "jobs/b.py")
    found = discover([tmp_path, tmp_path / "jobs" / "b.py", tmp_path / "jobs", tmp_path])
    assert names(found) == ["a.py", "jobs/b.py"]
    assert found.problems == ()


def test_two_files_for_one_output(tmp_path: Path) -> None:
    tree(tmp_path, "one/a.py", "two/a.py", "two/b.py")
    found = discover([tmp_path / "one", tmp_path / "two"])
    assert [file.path for file in found.files] == [tmp_path / "one/a.py", tmp_path / "two/b.py"]
    ((severity, message),) = messages(found)
    assert severity == "error"
    assert "same name 'a.py'" in message
    assert str(tmp_path / "one" / "a.py") in message


def test_arguments_that_name_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "data.csv", "Makefile")
    (tmp_path / "broken.py").symlink_to(tmp_path / "missing")
    (tmp_path / "loop.py").symlink_to(tmp_path / "loop.py")
    os.mkfifo(tmp_path / "pipe.py")
    for name, message in (
        ("missing.py", "no file or directory"),
        ("data.csv", "no Python source"),
        ("Makefile", "no Python source"),
        ("broken.py", "broken link"),
        ("loop.py", "cannot be reached"),
        ("pipe.py", "not a regular file"),
        ("data.csv/a.py", "cannot be reached"),
        ("x\0.py", "cannot be reached"),
        ("y" * 300 + ".py", "cannot be reached"),
    ):
        found = discover([tmp_path / name])
        assert found.files == ()
        (problem,) = found.problems
        assert message in problem.message
        assert problem.severity == "error"
        assert problem.hint


def test_links_stay_inside_the_tree(tmp_path: Path) -> None:
    root = tree(tmp_path / "root", "a.py", "jobs/b.py")
    outside = tree(tmp_path / "outside", "secret.py")
    (root / "loop").symlink_to(root)
    (root / "jobs" / "up").symlink_to(root)
    (root / "away").symlink_to(outside)
    (root / "data.csv").symlink_to(outside / "secret.py")
    (root / "secret.py").symlink_to(outside / "secret.py")
    (root / "same.py").symlink_to("jobs/b.py")
    (root / "broken.py").symlink_to("nowhere.py")
    (root / "broken.txt").symlink_to("nowhere.txt")
    found = discover([root])
    assert names(found) == ["a.py", "jobs/b.py", "same.py"]
    assert sorted((problem.path.name, problem.severity) for problem in found.problems) == [
        ("away", "note"),
        ("broken.py", "error"),
        ("loop", "note"),
        ("secret.py", "note"),
        ("up", "note"),
    ]


def test_a_directory_argument_may_be_a_link(tmp_path: Path) -> None:
    tree(tmp_path / "real", "a.py", "jobs/b.py")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "c.py").symlink_to("a.py")
    found = discover([tmp_path / "link"])
    assert names(found) == ["a.py", "c.py", "jobs/b.py"]
    assert found.problems == ()


def test_special_files_are_a_note(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert messages(discover([tmp_path])) == [("note", f"{tmp_path / 'pipe.py'} is not a regular file.")]


def test_directories_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.py", "closed/b.py")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([tmp_path])
    assert names(found) == ["a.py"]
    assert messages(found) == [("error", f"{tmp_path / 'closed'} cannot be listed: Permission denied.")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_real_permissions(tmp_path: Path) -> None:
    tree(tmp_path, "closed/b.py")
    (tmp_path / "closed").chmod(0)
    try:
        assert "Permission denied" in discover([tmp_path]).problems[0].message
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_names_that_are_not_text(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.py")).write_text("")
    except OSError:
        pytest.skip("the file system takes no such names")
    ((severity, message),) = messages(discover([tmp_path]))
    assert severity == "error"
    assert "\\xff.py" in message
    message.encode()


@pytest.mark.parametrize(
    ("raw", "mentioned"),
    [
        (b"import pandas as pd", True),
        (b"import pickle", True),
        (b"from joblib import load", True),
        (b'{"source": ["import pandas"]}', True),
        (b"df = pd.read_csv(x)", True),
        (b"x = load()\nx.to_csv('a')", True),
        (b"import numpy", True),
        ("import pandas".encode("utf-16"), True),
        (b"import os\nprint('hello')", False),
        (b"", False),
        (b"tpd.x = cnp.y", False),
    ],
)
def test_the_cheap_test_for_pandas(raw: bytes, mentioned: bool) -> None:
    assert mentions_pandas(raw) is mentioned
