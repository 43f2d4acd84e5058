"""Regular expressions: Python's to Java's, or a refusal.

The pattern is taken apart by Python's own parser and written anew with what means the same in
Java (and in Rust, whose engine Sail uses): classes spelled out, flags made local, ``$`` and
``\\b`` as what may stand beside the match. What has no such form is refused: look-around,
back-references, conditions, lines (``re.MULTILINE``).
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from translator.diagnostics import Decline
from translator.emission.emit import Code, Raw, binary, literal, name

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")

SPECIAL = frozenset(".|()[]{}*+?^$\\")
IN_CLASS = frozenset("[]^-&~\\")
SPACE = "\ue000"
"""Stands for the support package's ``SPACE``, the class of Python's white space, in a written pattern."""

UNICODE = {"DIGIT": r"\p{Nd}", "WORD": r"\p{L}\p{N}_", "SPACE": SPACE}
ASCII = {"DIGIT": "0-9", "WORD": "A-Za-z0-9_", "SPACE": r"\x09-\x0d\x20"}
"""What ``\\d``, ``\\w`` and ``\\s`` are in Python; Java's own are ASCII only."""

Item = tuple[Any, Any]


def is_literal(pattern: str) -> bool:
    """Whether a pattern matches only itself."""
    return not any(c in SPECIAL for c in pattern)


def quoted(text: str) -> str:
    """A Java pattern that matches exactly this text."""
    return "".join("\\" + c if c in SPECIAL else c for c in text)


@dataclass(frozen=True)
class Pattern:
    """A Python pattern with its flags.

    Raises:
        Decline: T310 when it is no regular expression, or asks for lines.
    """

    text: str
    flags: int = 0

    @cached_property
    def tree(self) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                re.compile(self.text, self.flags)
                return _parser.parse(self.text, self.flags)
        except (re.error, ValueError, OverflowError, RecursionError) as error:
            raise Decline(f"{self.text!r} is no regular expression: {error}", code="T310") from error

    @property
    def ignores_case(self) -> bool:
        return bool(self.tree.state.flags & re.IGNORECASE)

    @property
    def groups(self) -> int:
        """How many groups it has."""
        return int(self.tree.state.groups) - 1

    @property
    def names(self) -> list[str | None]:
        """The name of each group, None where it has none."""
        known = {number: name for name, number in self.tree.state.groupdict.items()}
        return [known.get(n) for n in range(1, self.groups + 1)]

    @property
    def matches_empty(self) -> bool:
        """Whether it matches the empty text, around which engines go on differently."""
        return bool(self.tree.getwidth()[0] == 0)

    def group_is_sure(self, number: int) -> bool:
        """Whether a group takes part in every match."""
        return any(_sure_groups(self.tree, number))

    def group_can_be_empty(self, number: int) -> bool:
        return any(part.getwidth()[0] == 0 for n, part in _groups(self.tree) if n == number)

    def to_find(self) -> Code:
        """For a test, or for the groups of the first match: neighbours may be taken into the match."""
        return self._code(_Writer(self, loose=True).sequence(self.tree, head=True, tail=True))

    def to_match(self) -> Code:
        """As `to_find`, from the start of the text on."""
        body = _Writer(self, loose=True).sequence(self.tree, head=False, tail=True)
        return self._code(rf"\A{_bracketed(self.tree, body)}")

    def to_fullmatch(self) -> Code:
        """For the whole text, to whose very end a ``$`` adds nothing."""
        items = list(self.tree)
        while items and _is_end(items[-1]):
            items.pop()
        body = _Writer(self, loose=False).sequence(items, head=False, tail=False)
        return self._code(rf"\A{_bracketed(items, body)}\z")

    def to_replace(self) -> tuple[Code, list[int]]:
        """For every match: the pattern, and the groups whose text has to be put back behind it."""
        items = list(self.tree)
        if len(items) == 1 and items[0][0].name == "BRANCH":
            alternatives = [list(part) for part in items[0][1][1]]
        else:
            alternatives = [items]
        ended = [part for part in alternatives if part and _is_end(part[-1])]
        if not ended:
            return self._code(_Writer(self, loose=False).sequence(items, head=False, tail=False)), []
        if self.groups and (len(ended) > 1 or ended[0] is not alternatives[-1]):
            raise Decline(f"groups beside ends in {self.text!r} are not translated", code="T310")
        return self._code("|".join(map(self._ended, alternatives))), [self.groups + n for n in range(1, len(ended) + 1)]

    def _ended(self, items: list[Item]) -> str:
        """One alternative; where it ends with ``$``, a final line feed is taken in as a group.

        What comes before must not match that line feed as well, or all of it at once.
        """
        write = _Writer(self, loose=False).sequence
        if not items or not _is_end(items[-1]):
            return write(items, head=False, tail=False)
        before = items[:-1]
        alone = _compiler.compile(_parser.SubPattern(self.tree.state, before))
        if not _takes_all_space(before) and alone.fullmatch("\n"):
            raise Decline(f"the end in {self.text!r} is not translated", code="T310")
        return write(before, head=False, tail=False) + r"(\n?)\z"

    def _code(self, written: str) -> Code:
        return _code_of(("(?iu)" if self.ignores_case else "") + written)


def _bracketed(items: Sequence[Item], body: str) -> str:
    """The body as one piece: alternatives would fall apart."""
    return body if not any(op.name == "BRANCH" for op, _ in items) or body.startswith("(?:") else f"(?:{body})"


def _takes_all_space(items: Sequence[Item]) -> bool:
    if not items or items[-1][0].name != "MAX_REPEAT" or items[-1][1][1] <= 65535:
        return False
    [*_, last] = items[-1][1][2]
    space: bool = last[0].name == "IN" and any(o.name == "CATEGORY" and v.name == "CATEGORY_SPACE" for o, v in last[1])
    return space and bool(last[1][0][0].name != "NEGATE" and len(items[-1][1][2]) == 1)


def _code_of(written: str) -> Code:
    """The pattern as source text: raw where it has backslashes, with the white space class by its name."""
    parts = [part for part in re.split(f"({SPACE})", written) if part]
    codes = [name("SPACE", "parity.SPACE") if part == SPACE else raw(part) for part in parts]
    result = codes[0] if codes else literal("")
    for code in codes[1:]:
        result = binary("+", result, code)
    return result


def raw(text: str) -> Code:
    """A text as a raw literal, where that reads better."""
    if "\\" not in text or '"' in text or text.endswith("\\"):
        return literal(text)
    return Raw(f'r"{text}"')


def _groups(items: Any) -> Iterator[tuple[int, Any]]:
    for op, value in items:
        for part in _parts(op, value):
            yield from _groups(part)
        if op.name == "SUBPATTERN" and value[0] is not None:
            yield value[0], value[3]


def _sure_groups(items: Any, number: int) -> Iterator[bool]:
    for op, value in items:
        if op.name == "SUBPATTERN":
            if value[0] == number:
                yield True
            yield from _sure_groups(value[3], number)
        elif op.name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
            yield from _sure_groups(value[2], number)


def _parts(op: Any, value: Any) -> list[Any]:
    match op.name:
        case "SUBPATTERN":
            return [value[3]]
        case "MAX_REPEAT" | "MIN_REPEAT":
            return [value[2]]
        case "BRANCH":
            return list(value[1])
    return []


def _is_end(item: Item) -> bool:
    return bool(item[0].name == "AT" and item[1].name == "AT_END")


@dataclass(frozen=True)
class _Writer:
    """Writes a parsed pattern.

    Attributes:
        loose: whether the match may take in what stands before and behind it.
    """

    pattern: Pattern
    loose: bool

    def refuse(self, what: str) -> Decline:
        return Decline(f"{what} in {self.pattern.text!r} is not translated", code="T310")

    def sequence(self, items: Sequence[Item], head: bool, tail: bool) -> str:
        items = list(items)
        result = ""
        for n, item in enumerate(items):
            first, last = head and n == 0, tail and n == len(items) - 1
            if item[0].name == "AT":
                result += self.place(item[1].name, items, n, first, tail)
            else:
                result += self.item(item, first, last)
        return result

    def item(self, item: Item, head: bool, tail: bool) -> str:
        op, value = item
        match op.name:
            case "LITERAL":
                return _character(value, SPECIAL)
            case "NOT_LITERAL":
                return f"[^{_character(value, IN_CLASS)}]"
            case "ANY":
                return r"[\x00-\x{10ffff}]" if self.pattern.tree.state.flags & re.DOTALL else r"[^\n]"
            case "IN":
                return self.one_of(value)
            case "BRANCH":
                parts = [self.sequence(part, head, tail) for part in value[1]]
                return f"(?:{'|'.join(parts)})"
            case "SUBPATTERN":
                return self.group(value, head, tail)
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self.repeated(value, lazy=op.name == "MIN_REPEAT")
        raise self.refuse({"ASSERT": "looking ahead or behind", "ASSERT_NOT": "looking ahead or behind",
                           "GROUPREF": "a reference to a group"}.get(op.name, op.name.lower()))  # fmt: skip

    def group(self, value: Any, head: bool, tail: bool) -> str:
        number, added, removed, items = value
        if removed or added & ~re.IGNORECASE:
            raise self.refuse("a flag for a part")
        body = self.sequence(items, head, tail)
        if number is not None:
            return f"({body})"
        return f"(?iu:{body})" if added else f"(?:{body})"

    def repeated(self, value: Any, lazy: bool) -> str:
        least, most, items = value
        body = self.sequence(items, head=False, tail=False)
        single = len(items) == 1 and (items[0][0].name in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "SUBPATTERN", "BRANCH"))
        body = body if single else f"(?:{body})"
        unlimited = most > 65535
        signs = {(0, True): "*", (1, True): "+"}
        count = signs.get((least, unlimited)) or ("?" if (least, most) == (0, 1) else None)
        if count is None:
            count = f"{{{least}}}" if least == most else f"{{{least},{'' if unlimited else most}}}"
        return body + count + ("?" if lazy else "")

    def one_of(self, items: Sequence[Item]) -> str:
        negated = items[0][0].name == "NEGATE"
        items = items[1:] if negated else items
        if len(items) == 1 and items[0][0].name == "CATEGORY" and not negated and not self.is_opposite(items[0]):
            alone = self.member(items[0])
            return alone if alone in (SPACE, r"\p{Nd}") else f"[{alone}]"
        opposites = [v.name.removeprefix("CATEGORY_NOT_") for o, v in items
                     if o.name == "CATEGORY" and v.name.startswith("CATEGORY_NOT_")]  # fmt: skip
        plain = "".join(self.member(item) for item in items if not self.is_opposite(item))
        if not opposites:
            return f"[{'^' if negated else ''}{plain}]"
        if len(opposites) > 1:
            raise self.refuse("a class of several opposites")
        opposite = self.category(opposites[0])
        if negated:  # [^\W\d] is what is \w and not \d
            return f"[{opposite}&&[^{plain}]]" if plain else f"[{opposite}]"
        return f"[{plain}[^{opposite}]]" if plain else f"[^{opposite}]"

    @staticmethod
    def is_opposite(item: Item) -> bool:
        return bool(item[0].name == "CATEGORY" and item[1].name.startswith("CATEGORY_NOT_"))

    def member(self, item: Item) -> str:
        op, value = item
        match op.name:
            case "LITERAL":
                return _character(value, IN_CLASS)
            case "RANGE":
                return f"{_character(value[0], IN_CLASS)}-{_character(value[1], IN_CLASS)}"
            case "CATEGORY":
                return self.category(value.name.removeprefix("CATEGORY_"))
        raise self.refuse(op.name.lower())

    def category(self, name: str) -> str:
        return (ASCII if self.pattern.tree.state.flags & re.ASCII else UNICODE)[name]

    # --- places between characters ---------------------------------------------------------------------

    def place(self, name: str, items: Sequence[Item], n: int, first: bool, tail: bool) -> str:
        if self.pattern.tree.state.flags & re.MULTILINE and name in ("AT_BEGINNING", "AT_END"):
            raise self.refuse("the start or end of a line")
        if name in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return r"\A"
        if name == "AT_END_STRING":
            return r"\z"
        if name == "AT_END" and self.loose and tail and all(_is_end(item) for item in items[n:]):
            return r"\n?\z"
        if name == "AT_BOUNDARY" and self.loose:
            other = f"[^{self.category('WORD')}]"
            if first and _is_word(items[n + 1 :], first=True):
                return rf"(?:\A|{other})"
            if tail and all(_is_end(item) for item in items[n + 1 :]) and _is_word(items[:n], first=False):
                return rf"(?:\z|{other})"
        raise self.refuse("a place between characters")


def _is_word(items: Sequence[Item], first: bool) -> bool:
    """Whether the first (or last) character of every match is one of a word."""
    if not items:
        return False
    op, value = items[0 if first else -1]
    match op.name:
        case "LITERAL":
            return chr(value).isalnum() or value == ord("_")
        case "IN":
            return all(_in_word(item) for item in value)
        case "SUBPATTERN":
            return _is_word(list(value[3]), first)
        case "BRANCH":
            return all(_is_word(list(part), first) for part in value[1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return value[0] > 0 and _is_word(list(value[2]), first)
    return False


def _in_word(item: Item) -> bool:
    op, value = item
    match op.name:
        case "LITERAL":
            return chr(value).isalnum() or value == ord("_")
        case "RANGE":
            return value[1] - value[0] < 100 and all(chr(c).isalnum() or c == 95 for c in range(value[0], value[1] + 1))
        case "CATEGORY":
            return value.name in ("CATEGORY_WORD", "CATEGORY_DIGIT")
    return False


def _character(code: int, special: frozenset[str]) -> str:
    char = chr(code)
    if char in special:
        return "\\" + char
    named = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}
    if char in named:
        return named[char]
    return char if char.isprintable() else f"\\x{{{code:x}}}"


# --- replacements ----------------------------------------------------------------------------------------

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def java_replacement(pattern: Pattern, replacement: str, put_back: Sequence[int] = ()) -> Code:
    """The replacement text with Java's marks for groups.

    Args:
        put_back: groups whose text follows the replacement.

    Raises:
        Decline: T310 for other escapes than those of groups and white space.
    """
    result = ""
    for piece in re.findall(r"\\g<\w+>|\\.|[^\\]+|\\", replacement, re.DOTALL):
        if not piece.startswith("\\"):
            if re.search(r"\$\d+$", result) and piece[0].isdigit():
                raise Decline("a digit follows a group in the replacement", code="T310")
            result += piece
        elif piece.startswith("\\g<") or piece[1:].isdigit() and piece != "\\0":
            result += f"${_group_number(pattern, piece)}"
        elif piece[1:] in _ESCAPES:
            result += _ESCAPES[piece[1:]].replace("\\", "\\\\")
        else:
            raise Decline(f"{piece!r} in the replacement is not translated", code="T310")
    return raw(result + "".join(f"${n}" for n in put_back))


def _group_number(pattern: Pattern, piece: str) -> int:
    name = piece[3:-1] if piece.startswith("\\g<") else piece[1:]
    number = int(name) if name.isdigit() else pattern.tree.state.groupdict.get(name, 0)
    if not 0 <= number <= pattern.groups or (number == 0 and not name.isdigit()):
        raise Decline(f"the pattern has no group {name!r}", code="T310")
    return int(number)
