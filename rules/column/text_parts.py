"""The ``str`` accessor: texts taken apart, and the parts of such lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from translator.rulekit import (
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Parts,
    Value,
    at_hand,
    constant,
    current,
    flag,
    given,
    has_missing,
    literal,
    number,
    parity,
    patterns,
    rule,
    text,
)

from .strings import as_text, one_character, slice_of, text_of


def _separator(pat: Value, regex: Value) -> tuple[Code, str | None]:
    """The separator as a pattern for Spark, and the text where it is one."""
    known = text(pat, "the separator")
    as_pattern = constant(regex) if given(regex) else len(known) != 1
    if not as_pattern or patterns.is_literal(known):
        if not known:
            raise Decline("an empty separator is refused by pandas", code="T310")
        return patterns.raw(patterns.quoted(known)), known
    pattern = patterns.Pattern(known)
    java, put_back = pattern.to_replace()
    if pattern.groups or pattern.matches_empty or put_back:
        raise Decline("splitting by this pattern is not translated", code="T310")
    return java, None


def _lists(column: Column, code: Code) -> Column:
    return column.then(code, dtype="list", none=column.none)


def _as_columns(
    column: Column, code: Code, kind: str, count: int | None = None, split: Callable[[Any], Any] | None = None
) -> Parts:
    """The parts as a frame with the columns 0, 1, 2 …, in which what is not there is None.

    Args:
        split: how pandas splits the texts at hand, to learn which parts all of them have.
    """
    none: Any = True if column.none is True or has_missing(column) is False else "either"
    always = column.none if kind.endswith("partition") else none

    data = None if split is None else at_hand.of(column)
    table = None if data is None or split is None else at_hand.guarded(lambda: split(data.str))
    whole = set() if table is None else {n for n in table.columns if table[n].notna().all()}

    def part(text_: Column, n: int) -> Column:
        if n in whole:
            current().site.assume("A110", f"all texts in {column.name} have a part {n}")
        return text_.then(F.get(code, literal(n)), nullable=True, missing=None, none=False if n in whole else always)

    return Parts(code, base=column, name=kind, count=count, part=part)


@rule("Series.str.split")
def split(accessor: Accessor, pat: Value, n: Value, expand: Value, regex: Value) -> Value:
    """Parts of each text, for ``.str[i]`` after it, or as columns.

    Example:
        df["s"].str.split(",").str[0]
    Becomes:
        F.get(F.split(F.col("s"), ",", -1), 0)
    """
    column = text_of(accessor)
    most = int(number(n, "the number of splits"))
    if given(pat):
        code = F.split(column.code, _separator(pat, regex)[0], most + 1 if most > 0 else -1)
    else:
        code = parity.split_words(column.code, *([most] if most > 0 else []))
    if not flag(expand):
        return _lists(column, code)
    options = {"pat": constant(pat), "n": most, "regex": constant(regex), "expand": True}
    return _as_columns(column, code, "str.split", split=lambda texts: texts.split(**options))


@rule("Series.str.rsplit")
def rsplit(accessor: Accessor, pat: Value, n: Value, expand: Value) -> Value:
    """Parts of each text, split from the end.

    Example:
        df["s"].str.rsplit(",", n=1).str[-1]
    Becomes:
        F.try_element_at(split_right(F.col("s"), ",", ",", 1), F.lit(-1))
    """
    column = text_of(accessor)
    most = int(number(n, "the number of splits"))
    if not given(pat) and most > 0:
        raise Decline("splitting at white space from the end is not translated", code="T310")
    if not given(pat):
        code = parity.split_words(column.code)
    else:
        known = text(pat, "the separator")
        java = patterns.raw(patterns.quoted(known))
        code = F.split(column.code, java, -1) if most <= 0 else parity.split_right(column.code, java, known, most)
    return _as_columns(column, code, "str.rsplit") if flag(expand) else _lists(column, code)


@rule("Series.str.partition", "Series.str.rpartition")
def partition(accessor: Accessor, sep: Value, expand: Value, at: CallSite) -> Value:
    """What stands before a text, the text, and what follows.

    Example:
        df["s"].str.partition(",")[2]
    Becomes:
        F.get(partition(F.col("s"), ","), 2)
    """
    column = text_of(accessor)
    kind = at.api.removeprefix("Series.")
    build = parity.partition if kind == "str.partition" else parity.partition_right
    code = build(column.code, text(sep, "the separator"))
    return _as_columns(column, code, kind, 3) if flag(expand) else _lists(column, code)


@rule("Series.str.__getitem__")
def getitem(accessor: Accessor, key: Value) -> Column:
    """One part of a split, one character, or a slice of each text.

    Example:
        df["s"].str[:2]
    Becomes:
        F.substring(F.col("s"), 1, 2)
    """
    return get(accessor, key)


@rule("Series.str.get")
def get(accessor: Accessor, i: Value) -> Column:
    """One part of a split, or one character.

    Example:
        df["s"].str.get(-1)
    Becomes:
        F.when(F.char_length(F.col("s")) >= 1, F.substring(F.col("s"), -1, 1))
    """
    base = accessor.base
    known = constant(i, "the position")
    if isinstance(base, Column) and base.dtype == "list":
        return _of_list(base, known)
    column = text_of(accessor)
    if isinstance(known, int):
        return one_character(column, known)
    if isinstance(known, slice):
        return slice_of(column, known.start, known.stop, known.step)
    raise Decline("this part of the text is not translated", code="T310")


def _of_list(column: Column, known: object) -> Column:
    if isinstance(known, int):
        code = F.get(column.code, known) if known >= 0 else F.try_element_at(column.code, F.lit(known))
        return column.then(code, dtype="str", nullable=True, missing=None)
    if isinstance(known, slice) and known.step is None and (known.start or 0) >= 0 and (known.stop or 0) >= 0:
        first = known.start or 0
        size = F.lit(2147483647) if known.stop is None else F.lit(max(known.stop - first, 0))
        return column.then(F.slice(column.code, F.lit(first + 1), size), none=column.none)
    raise Decline("this part of the list is not translated", code="T310")


@rule("Series.str.join")
def join(accessor: Accessor, sep: Value) -> Column:
    """The parts of a split in one text, or the characters of a text, with a text between them.

    Example:
        df["s"].str.split(",").str.join("+")
    Becomes:
        F.array_join(F.split(F.col("s"), ",", -1), "+")
    """
    base = accessor.base
    between = text(sep, "the separator")
    if isinstance(base, Column) and base.dtype == "list":
        return base.then(F.array_join(base.code, between), dtype="str", none=base.none)
    column = text_of(accessor)
    return as_text(column, F.array_join(parity.characters(column.code), between))


