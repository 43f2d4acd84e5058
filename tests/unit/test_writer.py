"""Outputs are written whole, below the output directory, and never over an input."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents.writer import OutputTree, WriteError, diff, safe_relative, write_atomic


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def everything(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*")}


def test_directories_are_created_and_nothing_else(out: Path) -> None:
    target = OutputTree(out).write("jobs/daily/a.py", b"a = 1\r\n")
    assert target == out / "jobs" / "daily" / "a.py"
    assert target.read_bytes() == b"a = 1\r\n"
    assert everything(out) == {"jobs", "jobs/daily", "jobs/daily/a.py"}


def test_earlier_outputs_are_replaced(out: Path) -> None:
    OutputTree(out).write("a.py", b"old, and longer")
    OutputTree(out).write("a.py", b"new")
    assert (out / "a.py").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    OutputTree(out).write("a.py", b"old")

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(WriteError, match="No space left") as caught:
        OutputTree(out).write("a.py", b"new")
    assert caught.value.hint
    assert everything(out) == {"a.py"}
    assert (out / "a.py").read_bytes() == b"old"


def test_an_interrupted_write_leaves_nothing(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(source: object, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        OutputTree(out).write("a.py", b"new")
    assert everything(out) == set()


def test_unchanged_files_are_copied_with_their_mode(out: Path, tmp_path: Path) -> None:
    source = tmp_path / "run.py"
    source.write_bytes(b"#!/usr/bin/python\r\n\xff")
    source.chmod(0o4750)
    target = OutputTree(out, (source,)).copy("run.py", source)
    assert target.read_bytes() == source.read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o750
    source.chmod(0o444)
    OutputTree(out, (source,)).copy("run.py", source)
    assert stat.S_IMODE(target.stat().st_mode) == 0o444


def test_new_files_get_the_usual_mode(out: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(out / "a.py", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((out / "a.py").stat().st_mode) == 0o640


def test_a_source_that_is_gone(out: Path, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="could not be copied"):
        OutputTree(out).copy("a.py", tmp_path / "a.py")


ESCAPES = ["", "/etc/passwd", "../a.py", "a/../../b.py", "a//b.py", "./a.py", "a/.", "a\0.py", "a/"]
WINDOWS = [
    "C:/a.py",
    "a\\b.py",
    "aux.py",
    "jobs/CON",
    "com1.tar.gz",
    "a./b.py",
    "a ",
    "a?.py",
    "a:b",
]


@pytest.mark.parametrize("name", ESCAPES)
def test_names_that_lead_elsewhere_are_refused(out: Path, name: str) -> None:
    with pytest.raises(WriteError, match="no name for an output"):
        OutputTree(out).write(name, b"")
    assert not out.exists()


@pytest.mark.parametrize("name", WINDOWS)
def test_names_that_windows_reads_differently(name: str) -> None:
    with pytest.raises(WriteError):
        safe_relative(name, windows=True)
    assert str(safe_relative(name, windows=False)) == name


@pytest.mark.parametrize("name", ["a.py", "jobs/b.ipynb", "..a", "a..b/c", "console.py", "é/ü.py"])
def test_ordinary_names(name: str) -> None:
    assert str(safe_relative(name, windows=True)) == name


@settings(deadline=None)
@given(st.text(st.sampled_from("./\\ab:\0 "), max_size=12), st.booleans())
def test_a_safe_name_stays_below(name: str, windows: bool) -> None:
    try:
        relative = safe_relative(name, windows)
    except WriteError:
        return
    path = os.path.normpath(f"/root/out/{relative}")
    assert path.startswith("/root/out/")


def test_links_out_of_the_output_directory_are_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    out.mkdir()
    (out / "jobs").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError, match="behind a link"):
        OutputTree(out).write("jobs/a.py", b"")
    assert everything(tmp_path / "elsewhere") == set()


def test_a_link_in_the_place_of_an_output_is_replaced(out: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.py"
    source.write_bytes(b"original")
    out.mkdir()
    (out / "a.py").symlink_to(source)
    OutputTree(out, (source,)).write("a.py", b"new")
    assert source.read_bytes() == b"original"
    assert (out / "a.py").read_bytes() == b"new"
    assert not (out / "a.py").is_symlink()


def test_the_output_directory_may_be_a_link(out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    OutputTree(out).write("a/b.py", b"x")
    assert (tmp_path / "real" / "a" / "b.py").read_bytes() == b"x"


def test_inputs_are_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "jobs" / "a.py"
    source.parent.mkdir()
    source.write_bytes(b"original")
    tree = OutputTree(tmp_path, (source,))
    with pytest.raises(WriteError, match="one of the sources"):
        tree.write("jobs/a.py", b"new")
    assert source.read_bytes() == b"original"


def test_an_output_directory_where_the_sources_are(tmp_path: Path) -> None:
    inside, link = tmp_path / "inside", tmp_path / "link"
    link.symlink_to(tmp_path)
    for root in (tmp_path, link, inside / ".."):
        inside.mkdir(exist_ok=True)
        with pytest.raises(WriteError, match="where the sources are"):
            OutputTree(root).refuse_overlap([tmp_path])
    OutputTree(inside).refuse_overlap([tmp_path])
    OutputTree(tmp_path / "new").refuse_overlap([tmp_path])


def test_places_that_are_taken(out: Path) -> None:
    (out / "a.py").mkdir(parents=True)
    with pytest.raises(WriteError, match="is a directory"):
        OutputTree(out).write("a.py", b"")
    (out / "file").write_bytes(b"")
    with pytest.raises(WriteError, match="could not be written"):
        OutputTree(out).write("file/a.py", b"")
    with pytest.raises(WriteError, match="not a directory"):
        OutputTree(out / "file").refuse_overlap([])


def test_two_sources_for_one_output(out: Path) -> None:
    tree = OutputTree(out)
    tree.write("a.py", b"first")
    with pytest.raises(WriteError, match="Two sources"):
        tree.write("a.py", b"second")
    assert (out / "a.py").read_bytes() == b"first"


def test_long_names_are_written(out: Path) -> None:
    for name in ("a" * 250 + ".py", "é" * 125 + ".py"):
        assert OutputTree(out).write(name, b"x").read_bytes() == b"x"


# Diffs


def test_a_diff_shows_changed_lines_only() -> None:
    old = "".join(f"line {n}\n" for n in range(20))
    text = diff(old, old.replace("line 10\n", "new\n"), "jobs/a.py")
    assert text.startswith("--- a/jobs/a.py\n+++ b/jobs/a.py\n@@ -8,7 +8,7 @@\n")
    assert [line for line in text.split("\n")[3:] if line[:1] in ("+", "-")] == ["-line 10", "+new"]
    assert diff(old, old, "a.py") == ""


TEXT = st.lists(st.sampled_from(["a", "b\r", "é\x0c\u2028", "", "--- x", "+++ y", "\\"]), max_size=8)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_a_diff_of_anything_can_be_applied(old: list[str], new: list[str]) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("needs git")
    before, after = "\n".join(old), "\n".join(new)
    patch = diff(before, after, "a.py")
    if not patch:
        assert before == after
        return
    assert applied(git, before, patch) == after


def applied(git: str, before: str, patch: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.py"
        path.write_bytes(before.encode())
        command = [git, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
        subprocess.run(command, cwd=folder, input=patch.encode(), check=True, capture_output=True)
        return path.read_bytes().decode() if path.exists() else ""
