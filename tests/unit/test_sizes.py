"""What a program would compute at length is not computed while it is translated."""

from __future__ import annotations

import time

import pytest

from translator import translate_source

HEAD = "import pandas as pd\nimport re\ndf = pd.DataFrame({'a': [1, 2], 'b': [1.5, None]})\n"


@pytest.mark.parametrize("statement", [
    "x = [[[i * j * k for k in range(100)] for j in range(100)] for i in range(100)]",
    "x = " + " or ".join(f"a{n}" for n in range(60)),
    "x = " + "1 if a else (2 if b else (" * 12 + "3" + "))" * 12,
    "x = " + "[y for y in " * 12 + "range(9)" + "]" * 12,
    "x = '{:>1000000000}'.format('a')", "x = f\"{'a':>1000000000}\"", "x = '%1000000000d' % 3",
    "x = 'a' * 9999 * 9999 * 9999", "x = 'ab'.replace('a', 'b' * 9999 * 9999)",
    "x = sorted(range(10**9))", "x = dict(zip(range(10**9), range(10**9)))", "x = [i for i in range(10**9)]",
    "x = pd.DataFrame({'a': range(10**9)})", "for i in range(10**9):\n    df['a'] = df['a'] + i",
    "x = df['b'].round(10**9)", "x = df['a'].astype(str).str.zfill(10**9)", "x = df['a'].repeat(10**9)",
    "x = pd.offsets.Day(2**60)",
])  # fmt: skip
def test_large_results_are_left_to_the_program(statement: str) -> None:
    started = time.process_time()
    translation = translate_source(HEAD + statement + "\n")
    assert translation.outcome == "translated"
    assert time.process_time() - started < 5


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    translate_source(HEAD + "x = re.compile('a|b', re.DEBUG)\n")
    assert capfd.readouterr().out == ""
