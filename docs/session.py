"""Plays the tutorial as a new user would and keeps what was seen: docs/transcript.md and docs/pictures.

The wheel is built from this source and installed with its extra ``verify`` into a new environment. The
pictures are what a terminal shows, and the report in Chromium, light and dark.

Usage: python docs/session.py [--environment DIR]    (a directory to keep the environment in)
"""

from __future__ import annotations

import argparse
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parent
PICTURES = DOCS / "pictures"
FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)
CURSOR = re.compile(r"\x1b\[(\?25[hl]|2K|1A)")
HEAD = """# A session, as it was

The [tutorial](tutorial.md) as a new user ran it: the wheel, built from this source, with its extra
`verify` in a new environment without Java. Made by `docs/session.py`, as the pictures are.

"""
WEEKLY = """import pandas as pd

sales = pd.read_csv("sales.csv")
sales["units"] = sales["units"].convert_dtypes()
best = sales.groupby("store")["price"].max()
print(best)
"""
JOBS = (
    "ab_test", "bikes_notebook", "churn", "energy_demand", "housing_eda", "retail_features", "survey_cleaning", "two_modules",
)  # fmt: skip


def run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, stderr=subprocess.DEVNULL)


def installed(folder: Path) -> Path:
    """An environment with the wheel, made unless it is there; the folder of its commands."""
    commands = folder / "bin"
    if not commands.exists():
        venv.create(folder, with_pip=True)
    with tempfile.TemporaryDirectory() as made:
        run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", made, DOCS.parent)
        [wheel] = Path(made).glob("*.whl")
        run(commands / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", f"{wheel}[verify]")
        run(commands / "python", "-m", "pip", "install", "-q", "--force-reinstall", "--no-deps", wheel)
    return commands


def shown(command: Sequence[str], folder: Path, commands: Path, terminal: bool = False) -> tuple[str, int]:
    """What a command of the environment prints, as into a file or on a terminal, and its exit status."""
    environment = {
        "PATH": f"{commands}:/usr/bin:/bin", "HOME": str(folder), "COLUMNS": "100", "LINES": "50", "TERM": "xterm-256color",
    }  # fmt: skip
    words = [str(commands / command[0]), *command[1:]]
    if not terminal:
        both = subprocess.STDOUT if words[-1] != "json" else subprocess.DEVNULL
        done = subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=both, text=True, check=False)
        return done.stdout, done.returncode
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, cwd=folder, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    text = b""
    try:
        while part := os.read(ours, 65536):
            text += part
    except OSError:  # what Linux says when the other end is closed
        pass
    os.close(ours)
    return text.decode().replace("\r\n", "\n"), process.wait()


def tutorial(folder: Path) -> list[str]:
    """Write the files of the tutorial; its commands."""
    commands = []
    for block in FENCE.finditer((DOCS / "tutorial.md").read_text(encoding="utf-8")):
        title = re.search(r'title="([^"]*)"', block["info"])
        if title is not None:
            path = folder / title[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
        elif block["info"].startswith("console") and "no-run" not in block["info"]:
            commands += re.findall(r"^\$ (.*)$", block["body"], re.M)
    return commands


def transcript(folder: Path, commands: Path) -> str:
    lines = ['$ python3 -m venv venv && venv/bin/pip install "translator-0.1.0-py3-none-any.whl[verify]"\n']
    for line in [*tutorial(folder), "translate check jobs --strict"]:
        text, status = shown(line.split(), folder, commands)
        lines.append(f"$ {line}\n{re.sub(r' +$', '', text, flags=re.M)}[exit {status}]\n")
    return f"{HEAD}```text\n{''.join(lines)}```\n"


def terminal_picture(folder: Path, commands: Path) -> None:
    from rich.console import Console
    from rich.text import Text

    (folder / "jobs" / "weekly.py").write_text(WEEKLY, encoding="utf-8")
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    for line in ("translate jobs --out spark", "translate check jobs --strict", "translate verify jobs"):
        console.print(Text(f"$ {line}", style="bold"))
        text, _ = shown(line.split(), folder, commands, terminal=True)
        console.print(Text.from_ansi(CURSOR.sub("", text)))
    (PICTURES / "terminal.svg").write_text(console.export_svg(title="translate"), encoding="utf-8")


def report_pictures(folder: Path, commands: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium: the pictures of the report are not made")
        return
    for name in JOBS:
        shutil.copytree(DOCS.parent / "fixtures" / "notebooks" / name, folder / "work" / name)
    verdicts, _ = shown(["translate", "verify", "work", "--format", "json"], folder, commands)
    (folder / "verdicts.json").write_text(verdicts, encoding="utf-8")
    shown(["translate", "work", "--out", "all"], folder, commands)
    shown(["translate", "report", "work", "--out", "all", "--verdicts", "verdicts.json"], folder, commands)
    page = folder / "all" / "report" / "report.html"
    for name, scheme, height in (("light", "1", 2300), ("dark", "0", 1000)):
        run(
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            f"--blink-settings=preferredColorScheme={scheme}", "--virtual-time-budget=8000", f"--window-size=1360,{height}",
            f"--user-data-dir={folder / 'profile'}", f"--screenshot={PICTURES / f'report-{name}.png'}", page.as_uri(),
        )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environment", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        commands = installed(options.environment or folder / "venv")
        PICTURES.mkdir(exist_ok=True)
        (DOCS / "transcript.md").write_text(transcript(folder, commands), encoding="utf-8")
        terminal_picture(folder, commands)
        report_pictures(folder, commands)


if __name__ == "__main__":
    main()
