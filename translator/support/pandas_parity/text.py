"""Text with Python's idea of whitespace, case, positions and matches."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from pyspark.sql import Column
from pyspark.sql import functions as F

WHITESPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Python counts as whitespace (``str.isspace``); Spark's trim takes spaces only."""

SPACE = r"[\x09-\x0d\x1c-\x20\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
"""The same as a class of a pattern: Python's ``\\s``."""

LONGEST = 2147483647


def strip(column: Column) -> Column:
    """``str.strip()``."""
    return F.btrim(column, F.lit(WHITESPACE))


def lstrip(column: Column) -> Column:
    """``str.lstrip()``."""
    return F.ltrim(column, F.lit(WHITESPACE))


def rstrip(column: Column) -> Column:
    """``str.rstrip()``."""
    return F.rtrim(column, F.lit(WHITESPACE))


def extract(column: Column, pattern: str, group: int = 1) -> Column:
    """What a group matches, missing where the pattern does not occur."""
    return F.when(column.rlike(pattern), F.regexp_extract(column, pattern, group))


# --- case -------------------------------------------------------------------------------------------------

CASED = r"[\p{IsUppercase}\p{IsLowercase}\p{Lt}]"
SIGMA = "\u03a3"


@cache
def _special_titles() -> dict[str, str]:
    """Characters whose title case is not their upper case: digraphs, ligatures, sharp s."""
    return {c: c.title() for c in map(chr, range(0xDF, 0x20000)) if c.title() != c.upper()}


def _title(character: Column) -> Column:
    pairs = [F.lit(text) for pair in _special_titles().items() for text in pair]
    return F.coalesce(F.try_element_at(F.create_map(*pairs), character), F.upper(character))


def capitalize(column: Column) -> Column:
    """``str.capitalize()``: the first character in title case, the others in lower case."""
    first = F.substring(column, 1, 1)
    rest = F.substring(F.lower(column), F.char_length(F.lower(first)) + 1, F.lit(LONGEST))
    return F.concat(_title(first), rest)


def characters(column: Column) -> Column:
    """The characters of each text; engines differ in what splitting by nothing gives at the ends."""
    return F.filter(F.split(column, ""), lambda character: character != "")


def _is_cased(letters: Column, position: Column) -> Column:
    return F.coalesce(F.get(letters, position).rlike(CASED), F.lit(False))


def _lowered(letters: Column, character: Column, position: Column) -> Column:
    """Lower case; sigma has another form at the end of a word."""
    inside = ~_is_cased(letters, position - 1) | _is_cased(letters, position + 1)
    return F.when(character != SIGMA, F.lower(character)).when(inside, "σ").otherwise("ς")


def title(column: Column) -> Column:
    """``str.title()``: title case after everything that is no letter with case, lower case elsewhere."""
    letters = characters(column)

    def changed(character: Column, position: Column) -> Column:
        inner = _is_cased(letters, position - 1)
        return F.when(inner, _lowered(letters, character, position)).otherwise(_title(character))

    return F.array_join(F.transform(letters, changed), "")


def swapcase(column: Column) -> Column:
    """``str.swapcase()``."""
    letters = characters(column)

    def swapped(character: Column, position: Column) -> Column:
        up, down = character.rlike(r"\p{IsUppercase}"), character.rlike(r"\p{IsLowercase}")
        return F.when(up, _lowered(letters, character, position)).when(down, F.upper(character)).otherwise(character)

    return F.array_join(F.transform(letters, swapped), "")


def is_lower(column: Column) -> Column:
    """``str.islower()``: some letter is lower case, and none is upper or title case."""
    return column.rlike(r"\p{IsLowercase}") & ~column.rlike(r"[\p{IsUppercase}\p{Lt}]")


def is_upper(column: Column) -> Column:
    """``str.isupper()``: some letter is upper case, and none is lower or title case."""
    return column.rlike(r"\p{IsUppercase}") & ~column.rlike(r"[\p{IsLowercase}\p{Lt}]")


# --- classes of characters ----------------------------------------------------------------------------------


@cache
def _class_of(test: str) -> str:
    """All characters that a method of ``str`` is true of, as a class of a pattern."""
    ranges: list[list[int]] = []
    for code in range(0x110000):
        if getattr(chr(code), test)():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\x{{{a:x}}}" if a == b else f"\\x{{{a:x}}}-\\x{{{b:x}}}" for a, b in ranges)


def is_digit(column: Column) -> Column:
    """``str.isdigit()``: decimal digits, and superscripts and the like."""
    return column.rlike(rf"\A[{_class_of('isdigit')}]+\z")


def is_numeric(column: Column) -> Column:
    """``str.isnumeric()``: everything that stands for a number, fractions and Chinese numerals too."""
    return column.rlike(rf"\A[{_class_of('isnumeric')}]+\z")


def is_alnum(column: Column) -> Column:
    """``str.isalnum()``: letters, and what ``str.isnumeric()`` is true of."""
    return column.rlike(rf"\A[\p{{L}}{_class_of('isnumeric')}]+\z")


# --- positions and widths -----------------------------------------------------------------------------------


def slice_text(column: Column, start: int | None, stop: int | None) -> Column:
    """``text[start:stop]`` with positions from either end."""
    size = F.char_length(column)

    def position(bound: int | None, default: Column) -> Column:
        if bound is None:
            return default
        return F.greatest(size + bound, F.lit(0)) if bound < 0 else F.lit(bound)

    first = position(start, F.lit(0))
    return F.substring(column, first + 1, F.greatest(position(stop, size) - first, F.lit(0)))


def rfind(column: Column, text: str) -> Column:
    """``str.rfind()``: where a text stands last, counted from 0; -1 where it does not occur."""
    place = F.instr(F.reverse(column), text[::-1])
    return F.when(place == 0, -1).otherwise(F.char_length(column) - place - (len(text) - 1))


def zfill(column: Column, width: int) -> Column:
    """``str.zfill()``: zeros before the digits, but after a sign."""
    size = F.char_length(column)
    zeros = F.repeat(F.lit("0"), F.greatest(F.lit(width) - size, F.lit(0)))
    sign = F.when(column.rlike(r"\A[+-]"), F.substring(column, 1, 1)).otherwise("")
    return F.concat(sign, zeros, F.substring(column, F.char_length(sign) + 1, F.lit(LONGEST)))


def center(column: Column, width: int, fill: str = " ") -> Column:
    """``str.center()``: of an odd number of fill characters the extra one stands left in an odd width."""
    size = F.char_length(column)
    whole = F.greatest(F.lit(width) - size, F.lit(0))
    left = F.floor(whole / 2).cast("int") + (whole % 2) * (width % 2)
    return F.concat(F.repeat(F.lit(fill), left), column, F.repeat(F.lit(fill), whole - left))


def slice_replace(column: Column, start: int, stop: int, text: str) -> Column:
    """``text[:start] + new + text[stop:]``."""
    return F.concat(F.substring(column, 1, start), F.lit(text), F.substring(column, stop + 1, LONGEST))


def extreme_text(column: Column, aggregate: Callable[[Column], Column]) -> Column:
    """``Series.min()`` or ``.max()`` of texts: pandas compares them with a missing value, which fails."""
    failure = F.raise_error(F.lit("'<=' not supported between instances of 'str' and 'float'"))
    return F.when(F.count(column).isin(F.lit(0), F.count(F.lit(1))), aggregate(column)).otherwise(failure)


# --- parts --------------------------------------------------------------------------------------------------


def split_words(column: Column, most: int = -1) -> Column:
    """``str.split(None, most)``: the parts between runs of white space."""
    parts = F.split(lstrip(column), SPACE + "+", most + 1 if most > 0 else -1)
    return F.filter(parts, lambda part: part != "")


def split_right(column: Column, pattern: str, text: str, most: int) -> Column:
    """``str.rsplit(text, most)``; `pattern` is the same text as a pattern."""
    parts = F.split(column, pattern, -1)
    ahead = F.array_size(parts) - most
    joined = F.array(F.array_join(F.slice(parts, 1, ahead), text))
    return F.when(ahead <= 1, parts).otherwise(F.concat(joined, F.slice(parts, ahead + 1, F.lit(most))))


def partition(column: Column, text: str) -> Column:
    """``str.partition()``: what stands before a text, the text, and what follows."""
    place = F.instr(column, text)
    found = _around(column, text, place)
    return F.when(place > 0, found).when(place == 0, F.array(column, F.lit(""), F.lit("")))


def partition_right(column: Column, text: str) -> Column:
    """``str.rpartition()``: as `partition`, at the last occurrence."""
    place = rfind(column, text) + 1
    found = _around(column, text, place)
    return F.when(place > 0, found).when(place == 0, F.array(F.lit(""), F.lit(""), column))


def _around(column: Column, text: str, place: Column) -> Column:
    before = F.substring(column, F.lit(1), place - 1)
    return F.array(before, F.lit(text), F.substring(column, place + len(text), F.lit(LONGEST)))
