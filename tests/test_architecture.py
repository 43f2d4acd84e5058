"""Who may import whom: the contract of the design, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "translator").rglob("*.py"), *(ROOT / "rules").rglob("*.py")])
PANDAS_USERS = (
    "translator/evidence/", "translator/inputs/csv_engines.py", "translator/inputs/parquet_files.py",
    "translator/data/", "translator/harness/", "translator/support/",
)  # fmt: skip
PYSPARK_USERS = ("translator/harness/", "translator/support/")
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
MAX_LINES = 475


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports(path: Path) -> None:
    place = name_of(path)
    for module in imports(path):
        top = module.split(".")[0]
        if place.startswith("rules/"):
            own = ("libcst", "pandas", "numpy", "pyspark", "click", "rich")
            assert top not in own, f"rules import only translator.rulekit, not {module}"
            assert top != "translator" or module == "translator.rulekit"
        else:
            assert top != "rules", "the translator never names a rule"
        if top == "pandas":
            assert place.startswith(PANDAS_USERS), "pandas only where facts come from it, and in the harness"
        if top in ("pyspark", "pysail"):
            assert place.startswith(PYSPARK_USERS), "pyspark only in the harness"
        if top == "click":
            assert place.startswith("translator/cli/"), "click only in the command line"


def test_the_harness_is_imported_lazily_by_everything_else() -> None:
    for path in MODULES:
        place = name_of(path)
        if place.startswith("translator/harness/") or place == "translator/verification.py":
            continue
        top_level = ast.parse(path.read_text(encoding="utf-8")).body
        for node in top_level:
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(m.startswith(("translator.harness", "translator.verification")) for m in modules), place


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_size_and_name(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_translating_needs_neither_spark_nor_java() -> None:
    """Import and translate with pyspark hidden, as in an installation without the extra."""
    import subprocess
    import sys

    program = (
        "import sys\n"
        "class Hidden:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('pyspark', 'pysail', 'py4j'):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Hidden())\n"
        "from translator import translate_source\n"
        "t = translate_source('import pandas as pd\\ndf = pd.DataFrame({\"a\": [1]})\\ndf[\"b\"] = df[\"a\"] * 2\\n')\n"
        "assert 'createDataFrame' in t.text, t.text\n"
    )
    environment = {"PATH": "/nonexistent", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
