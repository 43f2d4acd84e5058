"""``df = df`` goes, unless it is the program's own or all that a body has."""

from __future__ import annotations

from translator.emission.idle import without_idle

COPIED = "def f(df):\n    df = df\n    return df\n"


def test_a_copy_that_is_none_goes() -> None:
    assert without_idle(COPIED, "") == "def f(df):\n    return df\n"


def test_a_body_keeps_its_only_statement() -> None:
    text = "if x:\n    df = df\n"
    assert without_idle(text, "") == text


def test_what_the_program_writes_stays() -> None:
    assert without_idle(COPIED, COPIED) == COPIED


def test_texts_are_left_alone() -> None:
    text = 'a = """\ndf = df\n"""\nb = 1\n'
    assert without_idle(text, "") == text
