"""Regular expressions: Python's to Java's, or a refusal.

Only constructs with the same meaning in both (and in Rust's engine, which Sail uses) pass: plain
characters, classes of ASCII characters, groups, alternatives, greedy repetition, ``^``, ``\\d``
(written as any decimal digit) and ``.`` (written as anything but a line feed).
"""

from __future__ import annotations

import re

from translator.diagnostics import Decline

PLAIN = re.compile(r"[A-Za-z0-9 _\-,:;=@#%&!'\"/<>~`é]")
ESCAPED = frozenset(".|()[]{}*+?^$\\/-,:&#%@!\"'")
SPECIAL = frozenset(".|()[]{}*+?^$\\")


def is_literal(pattern: str) -> bool:
    """Whether a pattern matches only itself."""
    return not any(c in SPECIAL for c in pattern)


def quoted(text: str) -> str:
    """A Java pattern that matches exactly this text."""
    return "".join("\\" + c if c in SPECIAL else c for c in text)


def java_pattern(pattern: str) -> str:
    """The pattern as Java and Rust read it with Python's meaning.

    Raises:
        Decline: T310 for what differs, or is no regular expression.
    """
    try:
        re.compile(pattern)
    except re.error as error:
        raise Decline(f"{pattern!r} is no regular expression: {error}", code="T310") from error
    result, position, in_class = "", 0, False
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            result += _escape(pattern, position)
            position += 2
            continue
        if char == "." and not in_class:
            result += r"[^\n]"
        elif char == "[" and in_class:
            result += r"\["
        elif char in "[]":
            in_class = char == "["
            result += char
        elif char == "{" and not re.match(r"\{\d+(,\d*)?\}", pattern[position:]) and not in_class:
            raise Decline(f"the brace at {position} of {pattern!r} is not translated", code="T310")
        elif char == "(" and pattern[position : position + 2] == "(?" and pattern[position : position + 3] != "(?:":
            raise Decline(f"the group at {position} of {pattern!r} is not translated", code="T310")
        elif char in "?+" and position and pattern[position - 1] in "*+?}" and not in_class:
            raise Decline(f"the repetition at {position} of {pattern!r} is not translated", code="T310")
        elif char in "|()*+?^{}" or char.isalnum() or PLAIN.match(char):
            if in_class and char in "&":
                raise Decline(f"{pattern!r} is not translated", code="T310")
            result += char
        else:
            raise Decline(f"{char!r} in {pattern!r} is not translated", code="T310")
        position += 1
    return result


def _escape(pattern: str, position: int) -> str:
    following = pattern[position + 1 : position + 2]
    if following == "d":
        return r"\p{Nd}"
    if following in ESCAPED and following:
        return "\\" + following if following in SPECIAL or following == "-" else following
    raise Decline(f"'\\{following}' in {pattern!r} is not translated", code="T310")


def java_replacement(replacement: str) -> str:
    """The replacement text with Java's marks for groups.

    Raises:
        Decline: T310 for named groups and other escapes.
    """
    text = replacement.replace("$", "\\$")
    if re.search(r"\\(?![1-9$])", text):
        raise Decline(f"the replacement {replacement!r} is not translated", code="T310")
    return re.sub(r"\\([1-9])", r"$\1", text)


def has_groups(pattern: str) -> int:
    """The number of groups of a valid pattern."""
    return re.compile(pattern).groups


def matches_nothing(pattern: str) -> bool:
    """Whether the pattern matches the empty text, where engines replace differently."""
    return re.compile(pattern).match("") is not None


def group_is_optional(pattern: str) -> bool:
    """Whether a group is followed by a repetition that allows none."""
    return re.search(r"\)([?*]|\{0)", pattern) is not None
