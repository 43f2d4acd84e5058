"""Patterns for Java find, match and replace what Python's do, on awkward texts."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from tests.differential import SUPPORT
from translator.diagnostics import Decline
from translator.emission.layout import flat
from translator.patterns import Pattern, java_replacement

PATTERNS = [
    r"n.n", r"\bfoo\b", r"^\d{2,3}$", r"[^\W\d_]+", r"(?i)[a-z]k", r"(\w+)\s*,\s*(\w+)", r"[\[\]&~^-]", r"^\s+|\s+$",
    r"\s+$", r"a{,3}b", r".+?$", r",[^,]*$", r"[\s,]+", r"\S+", r"(ab)+", r"\$|,|%", r"\D", r"\W+", r"[^a-zA-Z0-9]",
    r"\d+\.\d+", r"\(.*?\)", r"(?:Mr|Mrs)\.", r"^(the|a)\b", r"x*y?z", r"[À-ÿ]+", r"\A\w", r"\w\Z", r"(?s)a.b", r"a.b",
    r"(?x) \d + # n", r"[^\S\n]+", r"(?i)é+", r"(?i)straße", r"\.csv$", r"[A-Z]{2,}(?:-\d+)?", r"^$", r"\\", r"\t|\n",
    r'"', r"'s\b", r"#\w+", r"https?://\S+", r"@\w+", r"[\u4e00-\u9fff]", r"(\d)(\d)?x", r"\d$|z$",
]  # fmt: skip
TEXTS = [
    "", "nan", "n\nn", "foo", "xfoo", "foo bar foo", "foo\n", "12", "123\n", "1234", "abc_1é", "AK ak K ſk", "a, b,c",
    "a\u00a0,\tb", "[x]&~^-", "  pad \n", "\n", "x \n\n", "aaab", "b", "a,b,c\n", "a,b\r", "ab ab abab", "$5,00%",
    "tab\there", "Ünï-cödé", "3.14 2.7", "f(x) (y)", "Mr. Mrs. Mrx", "the end", "then", "a", "xyz z", "àÿ×", "_w",
    "w_", "a\nb", "a\rb", "a\u2028b", "a\u0085b", "STRASSE straße", "ÉÈé", "file.csv", "file.csv\n", "AB-12 CD", "\\",
    'q"uote', "it's", "#tag #two", "http://x.y z", "@me @you", "漢字", "12x 1x", "٣٤", "²", "e\u0301x", "z", "9\n",
]  # fmt: skip
REFUSED = [r"(?=a)b", r"(?<!x)a", r"(a)\1", r"(?m)^a", r"a\Bb", "(", r"(?P<a>x)(?(a)y|z)"]
METHODS = {"to_find": re.search, "to_match": re.match, "to_fullmatch": re.fullmatch}


@pytest.mark.parametrize("text", REFUSED)
def test_what_has_no_common_form_is_refused(text: str) -> None:
    with pytest.raises(Decline):
        Pattern(text).to_find()


def _expressions() -> dict[str, tuple[Any, list[Any]]]:
    """By a name, the column expression and what Python finds in each text."""
    from pandas_parity import SPACE
    from pyspark.sql import functions as F

    def emitted(code: Any) -> Any:
        return eval(flat(code), {"SPACE": SPACE})

    found: dict[str, tuple[Any, list[Any]]] = {}
    for text in PATTERNS:
        pattern = Pattern(text)
        for method, function in METHODS.items():
            try:
                java = emitted(getattr(pattern, method)())
            except Decline:
                continue
            found[f"{method} {text}"] = F.col("s").rlike(java), [bool(function(text, t)) for t in TEXTS]
            if method == "to_find" and pattern.groups and not pattern.group_can_be_empty(1):
                matches = [re.search(text, t) for t in TEXTS]
                found[f"extract {text}"] = F.regexp_extract("s", java, 1), [m[1] or "" if m else "" for m in matches]
        if pattern.matches_empty:
            continue
        try:
            code, put_back = pattern.to_replace()
        except Decline:
            continue
        new = r"<\1>" if pattern.groups else "<>"
        java = emitted(java_replacement(pattern, new, put_back))
        found[f"replace {text}"] = F.regexp_replace("s", emitted(code), java), [re.sub(text, new, t) for t in TEXTS]
    return found


def test_same_matches(session: Any) -> None:
    import sys

    if str(SUPPORT) not in sys.path:
        sys.path.insert(0, str(SUPPORT))
    wanted = _expressions()
    frame = session.createDataFrame(pd.DataFrame({"i": range(len(TEXTS)), "s": TEXTS}))
    columns = [code.alias(f"c{n}") for n, (code, _) in enumerate(wanted.values())]
    result = frame.select("i", *columns).orderBy("i").toPandas()
    different = [
        (name, text, old, new)
        for n, (name, (_, expected)) in enumerate(wanted.items())
        for text, old, new in zip(TEXTS, expected, result[f"c{n}"], strict=True)
        if old != new
    ]
    assert not different
    assert len(wanted) > 150
