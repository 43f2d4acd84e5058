"""Runs into a directory that was written to before: by the translator, and by people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.cli import main
from translator.rerun.lock import locked
from translator.rerun.merge import merge
from translator.rerun.outputs import decide
from translator.rerun.run import Finished, run_tree
from translator.settings import Folders

ROOT = Path(__file__).parents[2]
SCRIPT = 'import pandas as pd\n\ndf = pd.DataFrame({"a": [1, 2]})\ndf["b"] = df["a"] * 2\nprint("one")\nprint("two")\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.py").write_text(SCRIPT)
    return tmp_path


def translate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["in", "--out", "out", *arguments])


def run() -> Finished:
    folders = Folders()
    return run_tree(folders.find([Path("in")], Path("out")), Path("out"), Path("out"), folders)


def made() -> list[str]:
    return sorted(t.source for t in run().made)


def outputs(folder: Path) -> dict[str, bytes]:
    root = folder / "out"
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file() and p.name != "lock"}


# What is translated again


def test_nothing_is_translated_again_where_nothing_changed(folder: Path) -> None:
    assert made() == ["a.py"]
    before = outputs(folder)
    assert made() == []
    assert outputs(folder) == before


def test_an_unchanged_tree_needs_no_import_of_pandas(folder: Path) -> None:
    run()
    program = (
        "import sys\nfrom translator.cli import main\n"
        "try:\n    main(['in', '--out', 'out'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "assert 'pandas' not in sys.modules and 'libcst' not in sys.modules"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "1 file, " in done.stdout


def test_what_changed_is_translated_again(folder: Path) -> None:
    (folder / "in" / "b.py").write_text(SCRIPT)
    assert made() == ["a.py", "b.py"]
    (folder / "in" / "b.py").write_text(SCRIPT + "# more\n")
    assert made() == ["b.py"]
    (folder / "out" / "a.py").unlink()
    assert made() == ["a.py"]
    (folder / "in" / "pyproject.toml").write_text('[tool.translate]\nbridge = "never"\n')
    assert made() == ["a.py", "b.py"]


def test_data_that_changed_count_as_a_change(folder: Path) -> None:
    (folder / "in" / "a.py").write_text('import pandas as pd\ndf = pd.read_csv("d.csv")\ndf["b"] = df["a"] + 1\n')
    made()
    assert b"pd.read_csv" in outputs(folder)["a.py"]
    (folder / "in" / "d.csv").write_text("a\n1\n")
    assert made() == ["a.py"]
    assert b"BIGINT" in outputs(folder)["a.py"]
    assert made() == []


def test_readers_follow_their_writers(folder: Path) -> None:
    write = 'import pandas as pd\ndf = pd.DataFrame({{"a": [{}]}})\ndf.to_pickle("t.pkl")\n'
    (folder / "in" / "a.py").write_text(write.format(1))
    (folder / "in" / "b.py").write_text('import pandas as pd\ndf = pd.read_pickle("t.pkl")\ndf["b"] = df["a"] * 2\n')
    (folder / "in" / "c.py").write_text(SCRIPT)
    assert made() == ["a.py", "b.py", "c.py"]
    (folder / "in" / "b.py").write_text((folder / "in" / "b.py").read_text() + "# more\n")
    assert made() == ["b.py"]
    assert "T201" not in (folder / "out" / "translation.json").read_text()
    (folder / "in" / "a.py").write_text(write.format("'x'"))
    assert made() == ["a.py", "b.py"]
    (folder / "in" / "a.py").unlink()
    assert run().orphans == ("a.py",)


def test_an_incremental_run_gives_what_a_fresh_one_gives(folder: Path) -> None:
    run()
    (folder / "in" / "b.py").write_text(SCRIPT.replace("* 2", "+ 1"))
    run()
    grown = {name: content for name, content in outputs(folder).items() if not name.startswith(".translate/previous")}
    translate("--fresh")
    assert outputs(folder) == grown | {n: c for n, c in outputs(folder).items() if n.startswith(".translate/previous")}


def test_an_interrupted_run_goes_on_where_it_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "bcde":
        (folder / "in" / f"{name}.py").write_text(SCRIPT)
    folders, seen = Folders(), []

    def interrupt(name: str) -> None:
        seen.append(name)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_tree(folders.find([Path("in")], Path("out")), Path("out"), Path("out"), folders, progress=interrupt)
    with (folder / "out" / ".translate" / "state.jsonl").open("a") as file:
        file.write('{"version": 1, "record": {"source": "d.p')
    assert made() == ["d.py", "e.py"]
    report = json.loads((folder / "out" / "translation.json").read_text())
    assert [f["source"] for f in report["files"]] == ["a.py", "b.py", "c.py", "d.py", "e.py"]


def test_damaged_state_is_no_state(folder: Path) -> None:
    run()
    (folder / "out" / ".translate" / "state.jsonl").write_bytes(b"\xff\x00{}")
    assert made() == ["a.py"]


def test_two_runs_at_once_are_refused(folder: Path) -> None:
    run()
    with locked(folder / "out"):
        result = translate()
    assert result.exit_code == 2
    assert translate().exit_code == 0


# What people changed


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "out" / "a.py"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_edits_of_outputs_survive(folder: Path) -> None:
    run()
    edit(folder, 'print("two")', 'print("deux")')
    assert run().made == ()
    (folder / "in" / "a.py").write_text(SCRIPT.replace("* 2", "+ 1"))
    result = translate()
    assert "1 merged with your edits" in result.output
    text = (folder / "out" / "a.py").read_text()
    assert 'print("deux")' in text
    assert "+ 1" in text
    assert translate("--fresh").exit_code == 0
    assert 'print("deux")' in (folder / "out" / "a.py").read_text()


def test_conflicts_are_marked_and_reported_until_they_are_resolved(folder: Path) -> None:
    run()
    edit(folder, 'print("one")', 'print("un")')
    (folder / "in" / "a.py").write_text(SCRIPT.replace('"one"', '"eins"'))
    result = translate()
    assert result.exit_code == 1
    assert "a.py: in conflict with your edits" in result.output
    text = (folder / "out" / "a.py").read_text()
    expected = (
        '<<<<<<< your edit\nprint("un")\n||||||| last translation\nprint("one")\n=======\nprint("eins")\n'
        ">>>>>>> new translation\n"
    )
    assert expected in text
    assert translate().exit_code == 1, "still there"
    (folder / "out" / "a.py").write_text(text.replace(expected, 'print("un")\n'))
    assert translate().exit_code == 0


def test_an_output_of_unknown_origin_is_replaced_and_can_be_restored(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "a.py").write_text("mine\n")
    assert "replaced" in translate().output
    result = CliRunner().invoke(main, ["undo", "out"])
    assert result.exit_code == 0
    assert (folder / "out" / "a.py").read_text() == "mine\n"


def test_undo_takes_back_the_last_run_that_changed_anything(folder: Path) -> None:
    run()
    before = outputs(folder)
    (folder / "in" / "a.py").write_text(SCRIPT.replace("* 2", "+ 1"))
    (folder / "in" / "sub").mkdir()
    (folder / "in" / "sub" / "b.py").write_text(SCRIPT)
    run()
    run()
    result = CliRunner().invoke(main, ["undo", "out"])
    assert "restored: a.py" in result.output
    assert "removed: sub/b.py" in result.output
    after = outputs(folder)
    assert {n: c for n, c in after.items() if "previous" not in n} == {n: c for n, c in before.items() if "previous" not in n}
    assert CliRunner().invoke(main, ["undo", "out"]).exit_code == 2
    assert made() == ["a.py", "sub/b.py"]


def test_undo_leaves_what_was_edited_since(folder: Path) -> None:
    run()
    (folder / "in" / "a.py").write_text(SCRIPT.replace("* 2", "+ 1"))
    run()
    edit(folder, 'print("two")', 'print("deux")')
    result = CliRunner().invoke(main, ["undo", "out"])
    assert result.exit_code == 1
    assert "left, edited since: a.py" in result.output
    assert 'print("deux")' in (folder / "out" / "a.py").read_text()


def test_undo_never_leaves_the_output_directory(folder: Path) -> None:
    run()
    manifest = folder / "out" / ".translate" / "previous" / "manifest.jsonl"
    manifest.write_text(json.dumps({"path": "../in/a.py", "existed": False, "sha": None}) + "\n")
    assert CliRunner().invoke(main, ["undo", "out"]).exit_code == 2
    assert (folder / "in" / "a.py").exists()


def test_diff_tells_what_a_run_would_change(folder: Path) -> None:
    arguments = ["diff", "in", "--out", "out", "--exit-code"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "+++ b/a.py" in result.output
    assert not (folder / "out").exists()
    run()
    assert CliRunner().invoke(main, arguments).exit_code == 0
    edit(folder, 'print("two")', 'print("deux")')
    assert CliRunner().invoke(main, arguments).exit_code == 0, "edits alone are no reason to run"
    (folder / "in" / "a.py").write_text(SCRIPT.replace("* 2", "+ 1"))
    before = outputs(folder)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "deux" not in "".join(line for line in result.output.splitlines() if line[:1] in "+-")
    assert outputs(folder) == before


def test_notebooks_are_merged_to_notebooks(folder: Path) -> None:
    cells = [nbformat.v4.new_code_cell(part, id=f"c{n}") for n, part in enumerate(SCRIPT.split("\n\n"))]
    notebook = nbformat.v4.new_notebook(cells=cells)
    path, out = folder / "in" / "n.ipynb", folder / "out" / "n.ipynb"
    path.write_text(nbformat.writes(notebook))
    run()
    out.write_text(out.read_text().replace("one", "un").replace("two", "deux"))
    notebook.cells[1].source = notebook.cells[1].source.replace("one", "eins")
    path.write_text(nbformat.writes(notebook))
    assert translate().exit_code == 1
    merged = nbformat.reads(out.read_text(), as_version=4)
    nbformat.validate(merged)
    assert "<<<<<<< your edit\nprint(\"un\")" in merged.cells[1].source


def test_watch_runs_again_when_a_source_changes(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "translator", "in", "--out", "out", "--watch"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: (folder / "out" / "translation.json").exists())
        (folder / "in" / "a.py").write_text(SCRIPT.replace("* 2", "+ 1"))
        wait_for(lambda: b"+ 1" in (folder / "out" / "a.py").read_bytes())
    finally:
        process.terminate()
        process.wait(10)


def wait_for(condition: object) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")


# Merging


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", ""]), max_size=8).map("".join)


@settings(deadline=None)
@given(LINES, LINES)
def test_one_change_merges_to_itself(base: str, changed: str) -> None:
    assert merge(base, changed, base).text == changed
    assert merge(base, base, changed).text == changed
    assert merge(base, changed, changed).conflicts == 0


@settings(deadline=None)
@given(LINES, LINES, LINES)
def test_a_merge_loses_no_line_of_either_side(base: str, yours: str, new: str) -> None:
    merged = merge(base, yours, new)
    kept = set(base.splitlines())
    for line in set(yours.splitlines()) | set(new.splitlines()):
        assert line in kept or line in merged.text.splitlines()


def test_changes_of_different_lines_merge() -> None:
    base = "".join(f"{n}\n" for n in range(9))
    merged = merge(base, base.replace("1\n", "one\n"), base.replace("7\n", "seven\nand more\n"))
    assert merged.text == base.replace("1\n", "one\n").replace("7\n", "seven\nand more\n")
    assert merged.conflicts == 0


def test_bytes_that_are_no_text_are_never_merged() -> None:
    assert decide("a.py", b"new", b"base", b"\xff mine").content == b"\xff mine"
