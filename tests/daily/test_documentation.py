"""Every command and example in the documentation runs and does what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from translator.cli import main
from translator.reference.docs import KINDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)
PAGES = ["tutorial.md", *sorted(p.relative_to(DOCS).as_posix() for p in (DOCS / "how_to").glob("*.md"))]


@dataclass(frozen=True)
class Block:
    """A fenced block: a file (``title``), commands (``console``) or Python to run."""

    language: str
    attributes: str
    body: str

    def attribute(self, name: str) -> str:
        found = re.search(rf'{name}="([^"]*)"', self.attributes)
        return found[1] if found else ""


def blocks(page: str) -> list[Block]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [Block(*m["info"].partition(" ")[::2], m["body"]) for m in FENCE.finditer(text)]


def play(page: str, folder: Path, engine: bool) -> int:
    """Run a page in a folder; the number of things that were run."""
    names: dict[str, object] = {}
    count = 0
    for block in blocks(page):
        if "no-run" in block.attributes or "engine" in block.attributes.split() and not engine:
            continue
        title = block.attribute("title")
        if title:
            target = folder / title
            target.parent.mkdir(parents=True, exist_ok=True)
            source = block.attribute("include")
            target.write_text((DOCS / source).read_text(encoding="utf-8") if source else block.body, encoding="utf-8")
        elif block.language == "console":
            for line in re.findall(r"^\$ (.*)$", block.body, re.M):
                run_line(line)
                count += 1
        elif block.language == "python" and page.endswith("library.md"):
            exec(compile(block.body, page, "exec"), names)
            count += 1
    return count


def run_line(line: str) -> None:
    text, _, comment = line.partition("  # ")
    wanted = {int(n) for n in re.findall(r"exit (\d)", comment)} or {0}
    words = text.split()
    if words[0] == "translate" and "--rules" not in words:
        result = CliRunner().invoke(main, words[1:])
        assert result.exit_code in wanted, f"{line}\n{result.output}\n{result.exception!r}"
    else:
        start = ["-m", "translator"] if words[0] == "translate" else []  # a rule pack stays in its process
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, *start, *words[1:]]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode in wanted | {1}, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_pages_run_as_they_are_written(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert play(page, tmp_path, engine=False) or page == "how_to/editor.md"


@pytest.mark.sail
def test_the_tutorial_runs_with_its_proof(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert play("tutorial.md", tmp_path, engine=True) > 5


def test_the_rule_pack_is_a_package_that_is_found_when_it_is_installed(tmp_path: Path) -> None:
    pack = shutil.copytree(DOCS / "examples" / "rule_pack", tmp_path / "pack")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    target = tmp_path / "site"
    subprocess.run([*install, "--target", str(target), str(pack)], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{target}"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(pack / "tests")],
        env=environment, capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_links_lead_somewhere() -> None:
    for page in [DOCS / "index.md", DOCS / "tutorial.md", *(DOCS / "how_to").glob("*.md"), *(DOCS / "reference").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_pages_of_the_site_exist() -> None:
    named = re.findall(r": ([\w/]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
    assert [name for name in named if not (DOCS / name).exists()] == []


def test_changelog_fragments_have_a_kind() -> None:
    names = [path.name for path in (DOCS / "changes").iterdir()]
    assert [name for name in names if not re.fullmatch(rf"[\w-]+\.({'|'.join(KINDS)})\.md", name)] == []


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("material")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "tutorial" / "index.html").exists()


def test_pictures_are_those_that_pages_show_and_name_no_machine() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in [DOCS / "index.md", *(DOCS / "how_to").glob("*.md")])
    pictures = {path.name for path in (DOCS / "pictures").iterdir()}
    assert pictures == set(re.findall(r"pictures/([\w.-]+)", pages))
    for made in (DOCS / "pictures" / "terminal.svg", DOCS / "transcript.md"):
        assert not re.search(r"/tmp/|/home/|/root/|/usr/", made.read_text(encoding="utf-8")), made.name
