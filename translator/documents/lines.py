"""Logical lines of Python text that need not be Python yet.

The tokenizer of the standard library gives up on IPython syntax (and differently from version to
version), so brackets, strings, comments and joined lines are followed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<string>'''(?:[^\\]|\\.)*?(?:'''|\Z)|\"\"\"(?:[^\\]|\\.)*?(?:\"\"\"|\Z)
        |'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?)
    |(?P<join>\\\n)
    |(?P<end>\n)
    |(?P<open>[(\[{])
    |(?P<close>[)\]}])
    |(?P<assign>(?<![=!<>:+\-*/%&|^@])=(?!=))
    |(?P<space>[ \t\f]+)
    |(?P<other>[^\#'"\\\n()\[\]{}= \t\f]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMAND = re.compile(r"(?:[^\n]*\\\n)*[^\n]*")


@dataclass(frozen=True)
class Logical:
    """A logical line: a statement with all its physical lines.

    Attributes:
        end: where it ends, at its line end or at the end of the text.
        assign: the place behind its first ``=`` outside brackets.
        last: its last token that is neither space nor comment; empty if there is none.
    """

    end: int
    assign: int | None
    last: str


def logical(text: str, start: int) -> Logical:
    """The logical line that starts at an offset."""
    depth, last, assign = 0, "", None
    for token in _TOKEN.finditer(text, start):
        match token.lastgroup:
            case "end" if depth == 0:
                return Logical(token.start(), assign, last)
            case "end" | "space" | "join" | "comment":
                continue
            case "open":
                depth += 1
            case "close":
                depth = max(depth - 1, 0)
            case "assign" if depth == 0 and assign is None:
                assign = token.end()
        last = token.group()
    return Logical(len(text), assign, last)


def logical_lines(text: str) -> Iterator[str]:
    """The logical lines of a text, each with its line end."""
    position = 0
    while position < len(text):
        end = min(logical(text, position).end + 1, len(text))
        yield text[position:end]
        position = end


def command_end(text: str, start: int, joined: bool = True) -> int:
    """Where the command line that starts here ends, with the lines that backslashes join to it."""
    if not joined:
        end = text.find("\n", start)
        return len(text) if end < 0 else end
    match = _COMMAND.match(text, start)
    return match.end() if match else len(text)


def last_token(text: str) -> str:
    """The last token of a text that is neither space nor comment."""
    last = ""
    for token in _TOKEN.finditer(text):
        if token.lastgroup not in ("end", "space", "join", "comment"):
            last = token.group()
    return last


def on_one_line(line: str, at: int, prefix: str) -> str | None:
    """A logical line with a prefix put in, its physical lines joined by backslashes.

    Comments between the physical lines move above it. None if it holds a string of several
    lines, which backslashes would change.
    """
    body = line.removesuffix("\n")
    indent = line[: len(line) - len(line.lstrip(" \t\f"))]
    above: list[str] = []
    out: list[str] = []
    for token in _TOKEN.finditer(body):
        if token.start() == at:
            out.append(prefix)
        text = token.group()
        if token.lastgroup == "string" and re.search(r"(?<!\\)\n", text):
            return None
        if token.lastgroup == "end":
            out.append(" \\\n")
        elif token.lastgroup == "comment" and "\n" in body[token.end() :]:
            above.append(f"{indent}{text}\n")
            out[-1] = out[-1].rstrip(" \t")
        else:
            out.append(text)
    return "".join(above + out) + line[len(body) :]
