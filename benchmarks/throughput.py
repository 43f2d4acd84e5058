"""How fast the translator is: lines a second, and its time by that of libcst's parse and generation.

All files that mention pandas count, each once, in one process, after the rules are loaded. A
generated script of growing length shows that cost grows with lines.

Usage: python -m benchmarks.throughput [DIRECTORY ...] [--lines 1000 5000 20000]
"""

from __future__ import annotations

import argparse
import time
import warnings
from pathlib import Path

import libcst as cst

from benchmarks import contest
from translator import translate_source
from translator.documents.discovery import mentions_pandas
from translator.registry import load_rules

HERE = Path(__file__).parent
DEFAULT = (HERE, HERE.parent / "fixtures", HERE.parent / "tests" / "cases")


def seconds(text: str, folder: Path) -> tuple[float, float]:
    """Processor seconds of parse and generation alone, and of the translation."""
    started = time.process_time()
    assert cst.parse_module(text).code == text
    parsed = time.process_time()
    translate_source(text, folder=folder)
    return parsed - started, time.process_time() - parsed


def long_script(lines: int) -> str:
    """A script of so many lines over frames that pandas cannot know: loads, derives, filters, groups."""
    text = ["import pandas as pd", ""]
    for number in range((lines - 2) // 5):
        text += [
            f'df{number} = pd.read_csv(f"part{{{number}}}.csv")',
            f'df{number}["total"] = df{number}["price"] * df{number}["count"]',
            f'large{number} = df{number}[df{number}["total"] > {number}]',
            f'means{number} = large{number}.groupby("shop")["total"].mean().sort_values(ascending=False)',
            f"print(means{number}.head({number % 7 + 1}))",
        ]
    return "\n".join(text) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=DEFAULT)
    parser.add_argument("--lines", nargs="*", type=int, default=[1000, 5000, 20000])
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    load_rules()
    translate_source("import pandas as pd\npd.DataFrame({'a': [1]})\n")
    print(contest.machine())
    parse = translate = 0.0
    lines = files = 0
    for path in sorted(p for folder in options.folders for p in folder.rglob("*.py")):
        raw = path.read_bytes()
        if not mentions_pandas(raw):
            continue
        try:
            a, b = seconds(raw.decode(), path.parent)
        except (cst.ParserSyntaxError, UnicodeDecodeError):
            continue
        parse, translate, lines, files = parse + a, translate + b, lines + raw.count(b"\n"), files + 1
    print(f"{files} files, {lines:,} lines: {lines / translate:,.0f} lines a second, "
          f"{translate / parse:.2f} times parse and generation ({lines / parse:,.0f} lines a second)")  # fmt: skip
    rows = []
    for count in options.lines:
        a, b = seconds(long_script(count), Path())
        rows.append([f"{count:,}", f"{a:.2f} s", f"{b:.2f} s", f"{b / a:.2f}", f"{count / b:,.0f}"])
    print(contest.table(["lines in one file", "parse and generate", "translate", "ratio", "lines a second"], rows))


if __name__ == "__main__":
    main()
