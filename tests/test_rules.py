"""Every rule: its name exists, its parameters are pandas', and its documented example is true."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import pytest

from tests.differential import differences
from translator import translate_source
from translator.diagnostics import CODES
from translator.evidence import pandas_api
from translator.registry import RULES, Rule, load_rules

load_rules()

SETUP = """\
import numpy as np
import pandas as pd
df = pd.DataFrame({
    "k": ["a", "b", None, "a", "b", "a"],
    "v": [1.5, np.nan, 0.0, -2.0, 2.5, 1.5],
    "w": [0.0, 1.0, np.nan, 3.0, -1.0, 0.0],
    "n": [3, 0, 2, -1, 3, 7],
    "t": [
        pd.Timestamp("2024-02-29"), pd.NaT, pd.Timestamp("2023-12-31 23:59:59"),
        pd.Timestamp("2024-01-01"), pd.Timestamp("1969-07-20 20:17"), pd.Timestamp("2024-02-29"),
    ],
    "b": [True, False, True, True, False, False],
    "s": [" Ab", "b,c", None, "", "éa 1", "b,c"],
})
other = pd.DataFrame({"k": ["a", "b", None, "c", "a"], "x": [10.0, np.nan, 30.0, 40.0, 50.0]})
s = df["v"]
g = df.groupby("k")
"""
EXAMPLES = {
    rule.function: rule for rule in RULES.values() if "Example:" in rule.doc and "Becomes:" in rule.doc
}


def example(rule: Rule) -> tuple[str, str]:
    match = re.search(r"Example:\n(.*?)\n\s*Becomes:\n(.*?)(?:\n\n\S|\Z)", rule.doc, re.DOTALL)
    assert match is not None, f"{rule.key}: Example and Becomes are not in the usual form"
    return textwrap.dedent(match[1]).strip("\n"), textwrap.dedent(match[2]).strip()


def script_for(code: str) -> str:
    """The example as a program: an expression's value is kept in a variable."""
    assigned = re.match(r"\w[\w.\[\]\"', ]*(\[.*\])?\s[-+*/&|]?=\s|del |with |for |\w+\.\w+\(.*inplace", code)
    lines = code if assigned or "\n" in code else f"result = {code}"
    return SETUP + lines + "\n"


@pytest.mark.parametrize("key", sorted(RULES))
def test_parameters_are_those_of_the_callable(key: str) -> None:
    described = pandas_api.parameters_of(key)
    if described is None:
        return
    names = {name for name, _, _ in described}
    open_ended = any(kind in ("*", "**") for _, _, kind in described)
    assert open_ended or set(RULES[key].parameters) <= names


@pytest.mark.parametrize("key", sorted(RULES))
def test_caveat_is_in_the_code_table(key: str) -> None:
    assert RULES[key].caveat is None or RULES[key].caveat in CODES


@pytest.mark.parametrize("rule", EXAMPLES.values(), ids=lambda r: r.key)
def test_example_becomes_what_is_documented(rule: Rule) -> None:
    code, becomes = example(rule)
    text = translate_source(script_for(code)).text
    assert _squeezed(becomes) in _squeezed(text)


@pytest.mark.parametrize("rule", EXAMPLES.values(), ids=lambda r: r.key)
def test_example_gives_the_same_result(rule: Rule, session: Any) -> None:
    script = script_for(example(rule)[0])
    found, compared = differences(script, translate_source(script))
    assert not found, "\n".join(found)
    assert compared


def _squeezed(text: str) -> str:
    """Line breaks and indentation are the printer's business, tested on its own."""
    return re.sub(r",(?=[)\]}])", "", re.sub(r"\s+", "", text))
