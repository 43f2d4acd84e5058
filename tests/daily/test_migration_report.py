"""The report of a migration: its numbers, its tables, and its page in a real browser."""

from __future__ import annotations

import csv
import html.parser
import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from translator.cli import main

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
SCRIPT = (
    'import pandas as pd\n\ndf = pd.DataFrame({"a": [1.0, None]})\n'
    'df["b"] = df["a"] * 2\ndf["c"] = df["a"].convert_dtypes()\n'
)


def command(*arguments: str) -> None:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code in (0, 1), result.output


@pytest.fixture
def migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "d.csv").write_text("a,k\n1,x\n")
    (tmp_path / "in" / "a.py").write_text(SCRIPT + f"print({HOSTILE!r})\n")
    read = 'import pandas as pd\ndf = pd.read_csv("d.csv")\ndf.to_csv("e.csv", index=False)\n'
    (tmp_path / "in" / "deep" / "b & <i>.py").write_text(read.replace("d.csv", "../d.csv"))
    (tmp_path / "in" / "bad.py").write_text("import pandas\nprint 'x'\n")
    cell = nbformat.v4.new_code_cell(
        SCRIPT + f"x = {HOSTILE!r}",
        outputs=[nbformat.v4.new_output("display_data", {"text/html": HOSTILE, "text/plain": HOSTILE})],
    )
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(HOSTILE), cell])
    (tmp_path / "in" / "<script>.ipynb").write_text(nbformat.writes(book))
    command("in", "--out", "out")
    verdict = {
        "unit": "<script>.ipynb", "engine": "sail", "ansi": True, "outcome": "different", "reason": "1 of 2 differ: " + HOSTILE,
        "compared": 2, "inputs": {"d.csv": HOSTILE},
        "observables": [{"name": "df", "differences": [{"message": HOSTILE, "pandas": ["1"], "spark": ["2"]}]}],
    }  # fmt: skip
    (tmp_path / "verdicts.json").write_text(json.dumps({"verdicts": [verdict]}))
    command("report", "in", "--out", "out", "--verdicts", "verdicts.json")
    return tmp_path / "out" / "report"


def test_the_page_loads_nothing_and_holds_no_markup_of_a_source(migration: Path) -> None:
    text = (migration / "report.html").read_text(encoding="utf-8")
    tags: list[str] = []

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not any(name in ("src", "href") and value and not value.startswith("#") for name, value in attrs), attrs
            assert not any(name.startswith("on") for name, _ in attrs)

    Reader().feed(text)
    assert tags.count("script") == 2
    assert "img" not in tags
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r"https?://", text.replace("http-equiv", ""))


def test_numbers_and_tables_agree(migration: Path) -> None:
    inventory = json.loads((migration / "inventory.json").read_text(encoding="utf-8"))
    assert {r: v["of"] for r, v in inventory["readiness"].items()}.keys() == {"api", "libraries", "data", "proofs"}
    assert inventory["readiness"]["proofs"] == {
        "good": 0, "of": 3, "meaning": "translations that were run beside the original and came out equal",
    }  # fmt: skip
    assert inventory["effort"] == sum(f["effort"] for f in inventory["findings"] if f["severity"] != "note")
    with (migration / "sites.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(inventory["sites"])
    assert inventory["blockers"][0]["code"] == "T301"


def test_cells_of_tables_are_no_formulas(migration: Path) -> None:
    from translator.report.inventory import _cell

    assert _cell("=1+1") == "'=1+1"
    assert _cell(-1) == -1


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    result = CliRunner().invoke(main, ["report", ".", "--out", "out"])
    assert result.exit_code == 2
    assert "translation.json cannot be read" in result.output
    (tmp_path / "out" / "translation.json").write_text("{}")
    assert CliRunner().invoke(main, ["report", ".", "--out", "out"]).exit_code == 2


# In a browser


def browse(page: Path, *options: str, query: str = "") -> str:
    """The document after its scripts ran."""
    assert CHROMIUM is not None
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=8000",
        f"--user-data-dir={page.parent / 'profile'}", *options, "--dump-dom", page.as_uri() + query,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is not installed")


@needs_browser
def test_the_browser_shows_files_sites_and_findings_and_runs_no_foreign_script(migration: Path) -> None:
    text = browse(migration / "report.html")
    assert "<title>pandas to Spark</title>" in text
    assert text.count("<li><button") == 4
    assert 'class="site native"' in text
    assert 'class="site driver"' in text
    assert "T301" in text
    assert "<img" not in text
    assert text.count("<script") == 2
    assert "&lt;/script&gt;&lt;script&gt;document.title=" in text
    assert 'class="verdict"' in text


@needs_browser
def test_two_thousand_files_open_quickly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.py").write_text(SCRIPT)
    command("in", "--out", "out")
    report = json.loads((tmp_path / "out" / "translation.json").read_text())
    report["files"] = [{**report["files"][0], "source": f"d{n % 40}/{n}.py"} for n in range(2000)]
    (tmp_path / "out" / "translation.json").write_text(json.dumps(report))
    command("report", "in", "--out", "out")
    started = time.monotonic()
    text = browse(tmp_path / "out" / "report" / "report.html")
    assert text.count("<li><button") == 200
    assert "1800 more files" in text
    assert time.monotonic() - started < 60


def test_changed_lines_stand_beside_what_begins_alike() -> None:
    from translator.report.content import _rows

    left = ["import pandas as pd", 'a = pd.read_csv("a.csv")', 'b = pd.read_csv("b.csv")', "", "print(b)"]
    right = ["import x", "a = read_csv(", '    "a.csv",', ")", 'b = read_csv("b.csv")', "", "print(b)"]
    assert list(_rows(left, right)) == [(0, 0), (1, 1), (None, 2), (None, 3), (2, 4), (3, 5), (4, 6)]


@needs_browser
def test_a_long_file_is_shown_to_its_end_with_assumptions_and_tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "d.csv").write_text("a\n1\n")
    filler = "".join(f"x{n} = {n}  # {n}\n" for n in range(1500))
    script = f'"""Two\nlines."""\nimport pandas as pd\ndf = pd.read_csv("d.csv")\n{filler}print(df["a"] * 2)\n'
    (tmp_path / "in" / "a.py").write_text(script)
    command("in", "--out", "out")
    command("report", "in", "--out", "out")
    text = browse(tmp_path / "out" / "report" / "report.html")
    assert '<span class="comment"># 1499</span>' in text
    assert '<span class="text">lines."""</span>' in text
    assert '<abbr class="assumption" title="assumes that the file keeps' in text
