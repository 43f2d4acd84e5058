#!/usr/bin/env python3
"""Sets up a fresh machine and runs the two commands of the README.

``python3 dev.py demo`` translates the fixtures and shows verified results;
``python3 dev.py test`` passes the tests. Both make ``.venv`` with the locked dependencies first.
With Java 17 or later on the PATH they use Apache Spark besides the embedded engine.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("TRANSLATOR_VENV", ROOT / ".venv"))
LOCK = ROOT / "requirements.lock"
FIXTURES = "fixtures/notebooks"
LONG_ON_SPARK = ("--exclude", "grid_team/step*")
"""Nine steps that hand tables to one another, which were not through after half an hour there."""


def python() -> Path:
    return VENV / ("Scripts" if os.name == "nt" else "bin") / ("python.exe" if os.name == "nt" else "python")


def set_up() -> None:
    """Create the environment and install, unless that was done for this very lock file."""
    stamp = VENV / "installed"
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or later is needed")
    print(f"setting up {VENV} ...", flush=True)
    if not python().exists():
        venv.create(VENV, with_pip=True)
    install = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", str(LOCK)], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    stamp.write_text(wanted)


def has_java() -> bool:
    """Whether Java 17 or later can be run."""
    found = shutil.which("java")
    if found is None:
        return False
    text = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', text)
    return version is not None and int(version[1]) >= 17


def start(*arguments: str, output: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    command = [str(python()), "-m", *arguments]
    print("$", " ".join(["python", *command[1:]]), flush=True)
    return subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output and subprocess.STDOUT)


def run(*arguments: str, check: bool = True) -> int:
    status = start(*arguments).wait()
    if check and status:
        sys.exit(status)
    return status


def demo() -> None:
    """Translate the shipped fixtures, then run old and new on the same data and compare."""
    run("translator", FIXTURES, "--out", "spark", check=False)
    run("translator", "verify", FIXTURES, "--engine", "sail")
    if has_java():
        run("translator", "verify", FIXTURES, "--engine", "spark", *LONG_ON_SPARK)


def test(arguments: list[str]) -> None:
    """The fast tests and those on Sail; beside them on Apache Spark those that run emitted code, and its own."""
    run("ruff", "check", "translator", "rules", "tests", "dev.py")
    run("mypy")
    if not has_java():
        run("pytest", "-m", "not spark", *arguments)
        return
    with tempfile.TemporaryFile() as told:
        # one word: pytest would take "spark" alone for the folder that the demo writes
        of_spark = ("--engine=spark", "-m", "engine or spark", "-p", "no:cacheprovider", *arguments)
        on_spark = start("pytest", *of_spark, output=told)  # either takes little more than one core
        failed = run("pytest", "-m", "not spark", *arguments, check=False)
        print("waiting for the tests on Apache Spark ...", flush=True)
        failed = on_spark.wait() or failed
        told.seek(0)
        shutil.copyfileobj(told, sys.stdout.buffer)
        sys.stdout.flush()
    sys.exit(failed)


def main() -> None:
    commands = {"demo": demo, "test": lambda: test(sys.argv[2:]), "setup": lambda: None}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    set_up()
    commands[sys.argv[1]]()


if __name__ == "__main__":
    main()
