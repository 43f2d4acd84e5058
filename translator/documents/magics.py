"""IPython syntax in notebook cells: hidden before Python parses them, put back afterwards.

Each magic, shell or help line becomes one plain statement on the same line, with a marker that
finds its original again however the lines around it were edited:

    %matplotlib inline        ->  pass  # <ipython 0>
    files = !ls *.csv         ->  files = _ipython_1_
    %time df = pd.read_csv(f) ->  df = pd.read_csv(f)  # <ipython 2>
    %%time                    ->  # <ipython 3>
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from itertools import count
from typing import Literal

from translator.documents.lines import command_end, last_token, logical, logical_lines, on_one_line

OPTIONS = r"(?:-{1,2}[A-Za-z-]+(?:[ =]?\d+)?[ \t]+)*"
STATEMENTS = {
    "time": r"(?:--no-raise-error[ \t]+)?",
    "timeit": OPTIONS,
    "memit": OPTIONS,
    "pyinstrument": OPTIONS,
    "snakeviz": OPTIONS,
    "prun": r"(?:-[lsTD][ \t]*\S+[ \t]+|-[rq]+[ \t]+)*",
    "lprun": r"(?:-[fmTDu][ \t]*\S+[ \t]+|-[rsz][ \t]+)*",
    "mprun": r"(?:-[fT][ \t]*\S+[ \t]+|-[rc][ \t]+)*",
}
"""Line magics that run the Python statement after them, with what their options look like."""

ISOLATED = frozenset({"timeit", "memit"})
"""Magics that run their statement in a scope of its own: what it binds is gone afterwards."""

PYTHON_CELLS = frozenset(
    {"time", "timeit", "capture", "prun", "memit", "snakeviz", "pyinstrument", "heat"}
    | {"scalene", "wandb", "notify", "pyspark", "local"}
)
"""Cell magics around Python that runs in the notebook's own namespace."""

QUIET_CELLS = frozenset({"capture", "timeit", "memit", "prun"})
"""Cell magics under which the last expression is not shown."""

CELL_LANGUAGES = frozenset({"md", "md-sandbox", "sql", "scala", "r", "sh", "fs"})
"""Databricks magics whose whole cell is in another language."""

AUTOMAGIC = re.compile(r"[ \t]*(pip|conda|mamba|uv|cd|cat|cp|ls|ll|mkdir|mv|rm|rmdir|run|time)[ \t]")
SPACE = r"[ \t\f]*"
_ESCAPED = re.compile(rf"{SPACE}([!?%,;/])")
_NAME = re.compile(r"%{1,2}[ \t]*([\w.\-]+)")
_VALUE = re.compile(r"[ \t]*(!|%[ \t]*[A-Za-z_])")
_HELP = re.compile(r"%{0,2}(?!\d)[\w*]+(?:\.(?!\d)[\w*]+|\[-?\d+\])*\?\??[ \t]*\Z")
_BLANK = re.compile(r"(?:[ \t\f]*\n)*")
_CELL = re.compile(r"%%[ \t]*([\w.\-!]+)(?!\w*\?)")


@dataclass(frozen=True)
class Magic:
    """One piece of IPython syntax in a cell.

    Attributes:
        line: its 1-based line in the cell.
        name: ``time``, ``matplotlib``, ... or ``!`` (shell), ``?`` (help), ``,`` ``;`` ``/``.
        text: the original text.
        cell: whether it is a cell magic (``%%time``).
        visible: whether the Python in it is left for the interpreter to see.
        isolated: whether names bound by that Python do not reach the rest of the notebook.
        at: columns of the masked line before the part that was cut out of it.
        cut: how many columns were cut out there.
    """

    line: int
    name: str
    text: str
    cell: bool = False
    visible: bool = False
    isolated: bool = False
    at: int = 0
    cut: int = 0


@dataclass(frozen=True)
class _Hidden:
    """What a marker stands for."""

    kind: Literal["cell", "line", "value", "prefix", "assigned"]
    text: str
    indent: str = ""


@dataclass(frozen=True)
class Masked:
    """A cell as Python can parse it, and what it takes to bring its magics back.

    Attributes:
        source: the masked source; it has as many lines as the original.
        magics: what was found, in order of lines.
        tag: the word in the markers; it does not occur in the original.
        hidden: the original text by marker number.
        dedent: the indentation that all lines of the original had in common.
    """

    source: str
    magics: tuple[Magic, ...] = ()
    tag: str = "ipython"
    hidden: tuple[_Hidden, ...] = ()
    dedent: str = ""

    @property
    def isolated(self) -> bool:
        """Whether nothing that the cell binds outlives it (``%%timeit``)."""
        return any(magic.cell and magic.name in ISOLATED for magic in self.magics)

    @property
    def displays(self) -> bool:
        """Whether the value of an expression that ends the cell is shown."""
        if any(magic.cell and magic.name in QUIET_CELLS for magic in self.magics):
            return False
        last = self.source.rstrip().count("\n") + 1
        if any(magic.isolated and magic.line == last for magic in self.magics):
            return False
        return not suppresses_display(self.source)

    def column(self, line: int, column: int) -> int:
        """The 1-based column in the original of a 1-based column in the masked source."""
        for magic in self.magics:
            if magic.line == line and magic.cut and column > magic.at:
                column += magic.cut
        return column + len(self.dedent)


def suppresses_display(cell_source: str) -> bool:
    """Whether the cell ends in ``;``, which keeps the value of its last expression hidden."""
    return last_token(cell_source).endswith(";")


def foreign_language(source: str, databricks: bool = False) -> str | None:
    """The language of a cell that is not Python of this notebook (``bash``, ``sql``), or None.

    Args:
        source: the cell as it stands in the notebook.
        databricks: whether the notebook is one of Databricks, where ``%sql`` takes a whole cell.
    """
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    for line in lines:
        if not (match := _CELL.match(line)):
            break
        if match[1] not in PYTHON_CELLS:
            return "bash" if match[1].startswith("!") else match[1]
    if not lines or not (name := _NAME.match(lines[0])) or lines[0].startswith("%%"):
        return None
    bare = lines[0] == f"%{name[1]}" and len(lines) > 1
    return name[1] if name[1] in CELL_LANGUAGES and (databricks or bare) else None


def mask(source: str) -> Masked:
    """Hide the IPython syntax of a cell (``\\n`` line ends)."""
    dedent, text = _dedent(source)
    masker = _Masker(text)
    masker.run()
    return Masked("".join(masker.out), tuple(masker.magics), masker.tag, tuple(masker.hidden), dedent)


def unmask(masked: Masked, text: str | None = None) -> str:
    """Bring the IPython syntax back.

    Args:
        masked: what `mask` returned for the original cell.
        text: the masked source after it was edited; default: as it was. Lines may have been
            changed, added and removed. A line whose marker is gone stays away; cell magics
            always come back, and at the top.
    """
    edited = masked.source if text is None else text
    if masked.hidden:
        edited = _restore_statements(masked, edited)
        edited = _restore_lines(masked, edited)
    if not masked.dedent:
        return edited
    return "\n".join(masked.dedent + line if line.strip() else line for line in edited.split("\n"))


def _dedent(source: str) -> tuple[str, str]:
    """Take away an indentation that all lines share, as IPython does."""
    lines = source.split("\n")
    filled = [line for line in lines if line.strip()]
    if not filled or filled[0][0] not in " \t":
        return "", source
    first = filled[0]
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    if not all(line.startswith(indent) for line in filled):
        return "", source
    cut = len(indent)
    return indent, "\n".join(line[cut:] if line.strip() else line for line in lines)


def _parses(code: str, mode: Literal["exec", "eval"] = "exec") -> bool:
    """Whether the code is Python and no more than one logical line."""
    if logical(code, 0).end != len(code):
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(code, mode=mode)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return mode == "eval" or bool(getattr(tree, "body", None))


def _options(name: str) -> re.Pattern[str]:
    """What stands between the name of a magic and its statement."""
    return re.compile(r"[ \t]+" + STATEMENTS[name])


class _Masker:
    """One pass over the logical lines of a cell."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.magics: list[Magic] = []
        self.hidden: list[_Hidden] = []
        self.line = 1
        self.started = False
        names = ("ipython" + (str(number) if number else "") for number in count())
        self.tag = next(n for n in names if f"<{n} " not in text and f"_{n}_" not in text)

    def run(self) -> None:
        position = self.cell_magics()
        blank = _BLANK.match(self.text, position)
        rest = self.text[blank.end() :] if blank else ""
        if "\n" not in rest.strip() and AUTOMAGIC.match(rest) and not _parses(rest.strip()):
            position = self.keep(position, len(self.text) - len(rest))
            position = self.hide_line(position, command_end(self.text, position), rest.split()[0])
        while position < len(self.text):
            position = self.logical_line(position)

    def keep(self, start: int, end: int) -> int:
        """Copy text as it is."""
        self.out.append(self.text[start:end])
        self.line += self.text.count("\n", start, end)
        return end

    def cell_magics(self) -> int:
        """Hide the cell magics at the top; returns where the code begins."""
        position = 0
        while match := _BLANK.match(self.text, position):
            start, end = match.end(), command_end(self.text, match.end(), joined=False)
            name = _CELL.match(self.text, start)
            if name is None or name[1] not in PYTHON_CELLS:
                break
            self.keep(position, start)
            text = self.text[start:end]
            self.magics.append(Magic(self.line, name[1], text, cell=True))
            self.out.append(self.marker(_Hidden("cell", text)))
            position = self.keep(end, min(end + 1, len(self.text)))
        return position

    def marker(self, hidden: _Hidden) -> str:
        self.hidden.append(hidden)
        return f"# <{self.tag} {len(self.hidden) - 1}>"

    def logical_line(self, start: int) -> int:
        """Hide or keep the logical line that starts here; returns where the next one does."""
        escaped = _ESCAPED.match(self.text, start)
        if escaped is None:
            return self.plain(start)
        at, end = escaped.start(1), command_end(self.text, start)
        if escaped[1] != "%":
            return self.hide_line(start, end, escaped[1])
        name = _NAME.match(self.text, at)
        word = name[1] if name else "%"
        if name is not None and word in STATEMENTS and self.text[at + 1] != "%":
            options = _options(word).match(self.text, name.end())
            if options and _parses(self.text[options.end() : end]):
                return self.hide_prefix(start, at, options.end(), end, word)
        return self.hide_line(start, end, word)

    def plain(self, start: int) -> int:
        """A logical line that does not begin with an escape character."""
        found = logical(self.text, start)
        if found.assign and (value := _VALUE.match(self.text, found.assign)):
            return self.hide_value(start, value.start(1))
        code = self.text[start : found.end]
        if found.last.endswith("?") and _HELP.search(code):
            return self.hide_line(start, found.end, "?")
        self.started = self.started or bool(found.last)
        return self.keep(start, min(found.end + 1, len(self.text)))

    def hide_line(self, start: int, end: int, name: str) -> int:
        """Replace a whole line, or several joined by backslashes."""
        text = self.text[start:end]
        indent = text[: len(text) - len(text.lstrip(" \t\f"))]
        # IPython ignores the indentation of what comes first in a cell, Python does not.
        shown = indent if self.started else ""
        self.magics.append(Magic(self.line, name, text.strip()))
        self.out.append(f"{shown}pass  {self.marker(_Hidden('line', text, shown))}")
        return self.finish(text, shown, end)

    def finish(self, text: str, indent: str, end: int) -> int:
        """A comment for each further line of the hidden text, and the line end."""
        number = len(self.hidden) - 1
        for _ in range(text.count("\n")):
            self.out.append(f"\n{indent}# <{self.tag} {number} more>")
            self.line += 1
        self.started = True
        return self.keep(end, min(end + 1, len(self.text)))

    def hide_value(self, start: int, at: int) -> int:
        """Replace the command in ``name = !command``, or only ``%time`` in ``name = %time f()``."""
        end = command_end(self.text, at)
        name = _NAME.match(self.text, at)
        word = name[1] if name else "!"
        if name is not None and word == "time":
            options = _options("time").match(self.text, name.end())
            code = self.text[options.end() : end] if options else ""
            statement = self.text[start:at].lstrip() + code
            if options and _parses(code, "eval") and _parses(statement):
                return self.hide_prefix(start, at, options.end(), end, word, assigned=True)
        self.keep(start, at)
        text = self.text[at:end]
        self.magics.append(Magic(self.line, word, text.strip()))
        self.out.append(f"_{self.tag}_{len(self.hidden)}_")
        self.hidden.append(_Hidden("value", text))
        line = self.text[start:at].rpartition("\n")[2]
        return self.finish(text, line[: len(line) - len(line.lstrip(" \t\f"))], end)

    def hide_prefix(self, start: int, at: int, code: int, end: int, name: str, assigned: bool = False) -> int:
        """Cut ``%time`` and its options out of a line and leave the statement after them."""
        self.keep(start, at)
        column = at - (self.text.rfind("\n", 0, at) + 1)
        isolated = name in ISOLATED
        text = self.text[at:end]
        magic = Magic(self.line, name, text, False, True, isolated, column, code - at)
        self.magics.append(magic)
        self.keep(code, end)
        kind: Literal["assigned", "prefix"] = "assigned" if assigned else "prefix"
        self.out.append("  " + self.marker(_Hidden(kind, self.text[at:code])))
        self.started = True
        return self.keep(end, min(end + 1, len(self.text)))


def _restore_statements(masked: Masked, text: str) -> str:
    """Put ``%time`` and its like back in front of their statements."""
    visible = {n for n, h in enumerate(masked.hidden) if h.kind in ("prefix", "assigned")}
    if not visible:
        return text
    marker = re.compile(rf" {{0,2}}# <{masked.tag} (\d+)>")
    out = []
    for line in logical_lines(text):
        match = marker.search(line)
        if match is None or int(match[1]) not in visible:
            out.append(line)
            continue
        hidden = masked.hidden[int(match[1])]
        rest = line[: match.start()] + line[match.end() :]
        at: int | None = len(rest) - len(rest.lstrip(" \t\f"))
        if hidden.kind == "assigned":
            at = logical(rest, 0).assign
            at = at and at + len(rest[at:]) - len(rest[at:].lstrip(" \t"))
        joined = None if at is None else on_one_line(rest, at, hidden.text)
        if joined is None:
            indent = rest[: len(rest) - len(rest.lstrip(" \t\f"))]
            joined = f"{indent}# {hidden.text.strip()} cannot hold the following statement\n{rest}"
        out.append(joined)
    return "".join(out)


def _restore_lines(masked: Masked, text: str) -> str:
    """Put whole lines, assigned commands and cell magics back."""
    marker = re.compile(rf"# <{masked.tag} (\d+)( more)?>")
    name = re.compile(rf"_{masked.tag}_(\d+)_")
    cells = [n for n, hidden in enumerate(masked.hidden) if hidden.kind == "cell"]
    out: list[str] = []
    in_place: list[int] = []
    for line in text.split("\n"):
        match = marker.search(line)
        if value := name.search(line):
            hidden = masked.hidden[int(value[1])]
            before, after = line[: value.start()], line[value.end() :]
            above = _above(before, after)
            out += above
            out += (before + hidden.text + ("" if above else after)).split("\n")
        elif match is None:
            out.append(line)
        elif match[2]:
            continue
        elif (number := int(match[1])) in cells:
            if not in_place or in_place[-1] < number:
                in_place.append(number)
                out.append(line[: match.start()] + masked.hidden[number].text)
        else:
            hidden = masked.hidden[number]
            indent = line[: len(line) - len(line.lstrip(" \t\f"))]
            out += _above(indent, line[match.end() :])
            same = indent == hidden.indent
            out += (hidden.text if same else indent + hidden.text.lstrip(" \t\f")).split("\n")
    top = [line for line in out if line.strip()][: len(cells)]
    texts = [masked.hidden[number].text for number in cells]
    if top != texts:
        out = texts + [line for line in out if line not in texts]
    return "\n".join(out)


def _above(before: str, after: str) -> list[str]:
    """A comment that was added behind a magic, as a line above it: magics take no comments."""
    indent = before[: len(before) - len(before.lstrip(" \t\f"))]
    return [indent + after.strip()] if after.strip().startswith("#") else []
