"""The text of a program, changed at the places of nodes of its syntax tree."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Sequence

from translator.emission.emit import WIDTH

LINE_ENDS = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
"""Where Python's parser begins a new line."""


class Text:
    """Source code, where its nodes stand, and replacements that are made together at the end."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = LINE_ENDS.split(source)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._edits: list[tuple[int, int, str]] = []
        self._refitted: dict[int, ast.stmt] = {}

    # --- where nodes stand ----------------------------------------------------------------------

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self._offset(node.end_lineno, node.end_col_offset)

    def margin(self, node: ast.expr | ast.stmt) -> str:
        """What stands in front of a node in its line."""
        return self.source[self._starts[node.lineno - 1] : self.start(node)]

    def begins_line(self, statement: ast.stmt) -> bool:
        """Whether a line can be put in front of a statement."""
        return not self.margin(statement).strip() and not self.source.startswith("elif", self.start(statement))

    def are_neighbours(self, statements: Sequence[ast.stmt]) -> bool:
        """Whether nothing but line ends stands between statements, nor behind them in their lines."""
        between = [self.source[self.end(a) : self.start(b)] for a, b in itertools.pairwise(statements)]
        behind = self.source[self.end(statements[-1]) :].split("\n", 1)[0]
        return not any(part.strip() for part in [*between, behind])

    def flat(self, node: ast.expr) -> str | None:
        """A node's text in one line with double quotes; None where that is not the same code.

        Within formatted strings Python before 3.12 tells places that are not right.
        """
        try:
            text = _in_one_line(self.source[self.start(node) : self.end(node)])
            text = text if '"' in text else text.replace("'", '"')
            same = ast.dump(ast.parse(text, mode="eval").body) == ast.dump(node)
        except (SyntaxError, ValueError, IndexError, UnicodeDecodeError):
            return None
        return text if same else None

    # --- changes --------------------------------------------------------------------------------

    def replace(self, first: ast.expr | ast.stmt, last: ast.expr | ast.stmt, text: str) -> None:
        """Puts the text in the place of everything from the first to the last node."""
        self._edits.append((self.start(first), self.end(last), text))

    def put_before(self, statement: ast.stmt, line: Callable[[str], str]) -> None:
        """Puts a line, which is told its margin, in front of a statement."""
        margin = self.margin(statement)
        start = self.start(statement)
        self._edits.append((start, start, f"{line(margin)}\n{margin}"))

    def refit(self, statement: ast.stmt) -> None:
        """A statement that is broken into lines goes into one when there is room after the changes."""
        if statement.end_lineno != statement.lineno and not hasattr(statement, "body"):
            self._refitted[self.start(statement)] = statement

    def changed(self) -> str:
        """The text with all changes."""
        edits = self._edits
        for start, statement in self._refitted.items():
            end = self.end(statement)
            inner = [edit for edit in edits if start <= edit[0] < edit[1] <= end]
            line = _in_one_line(_edited(self.source[:end], inner)[start:])
            if _is_same(line, _edited(self.source[:end], inner)[start:]) and len(self.margin(statement)) + len(line) <= WIDTH:
                edits = [edit for edit in edits if edit not in inner] + [(start, end, line)]
        return _edited(self.source, edits)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _in_one_line(text: str) -> str:
    """Code without its line ends, as it may be if none stands in a text and nothing is commented."""
    text = re.sub(r"([(\[{])\s*\n\s*", r"\1", text)
    text = re.sub(r",?\s*\n\s*([)\]}])", r"\1", text)
    text = re.sub(r"\s*\n\s*(?=\.)", "", text)
    return re.sub(r"\s*\n\s*", " ", text)


def _is_same(a: str, b: str) -> bool:
    try:
        return ast.dump(ast.parse(a)) == ast.dump(ast.parse(b))
    except SyntaxError:
        return False
