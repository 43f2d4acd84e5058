"""The ``str`` accessor: what a text or pattern finds, replaces and takes out.

Python's patterns are rewritten for Java by `translator.patterns`, or refused.
"""

from __future__ import annotations

import re
from typing import Any

from translator.rulekit import (
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Label,
    Parts,
    Value,
    column_by_rule,
    constant,
    flag,
    frame_of,
    given,
    held_by,
    literal,
    number,
    parity,
    patterns,
    remembering,
    replace,
    rule,
    specimens,
    text,
)

from .strings import as_text, condition, text_of, whole

Pattern = patterns.Pattern
FLAGS = re.IGNORECASE | re.DOTALL | re.ASCII | re.VERBOSE | re.UNICODE


def pattern_of(pat: Value, flags: Value, ignore_case: bool = False) -> Pattern:
    """The pattern of a call; it may be a text or a compiled pattern, with flags."""
    known = specimens.specimen_of(pat)
    if known is not None and known.exact and isinstance(known.value, re.Pattern):
        return Pattern(known.value.pattern, known.value.flags & ~re.UNICODE)
    mode = _flags(flags)
    return Pattern(text(pat, "the pattern"), mode | re.IGNORECASE if ignore_case else mode)


def _flags(value: Value) -> int:
    known: Any = constant(value, "the flags") if given(value) else 0
    if not isinstance(known, int) or known & ~FLAGS:
        raise Decline("these flags are not translated", code="T310")
    return int(known)


def is_plain(pattern: Pattern) -> bool:
    """Whether the pattern stands for its own text."""
    return patterns.is_literal(pattern.text) and not pattern.flags


@rule("Series.str.contains")
def contains(accessor: Accessor, pat: Value, case: Value, flags: Value, na: Value, regex: Value) -> Column:
    """Whether a text or pattern occurs.

    Example:
        df[df["s"].str.contains("b", na=False)]
    Becomes:
        df.filter(F.col("s").contains("b"))
    """
    column = text_of(accessor)
    if not flag(regex):
        wanted = text(pat, "the text")
        if flag(case):
            return condition(column, column.code.contains(pat.code), na)
        return condition(column, F.upper(column.code).contains(wanted.upper()), na)
    pattern = pattern_of(pat, flags, ignore_case=not flag(case))
    if is_plain(pattern):
        return condition(column, column.code.contains(pat.code), na)
    return condition(column, column.code.rlike(pattern.to_find()), na)


@rule("Series.str.match", "Series.str.fullmatch")
def match(accessor: Accessor, pat: Value, case: Value, flags: Value, na: Value, at: CallSite) -> Column:
    """Whether a pattern is at the beginning, or is the whole text.

    Example:
        df[df["s"].str.match("[a-z],", na=False)]
    Becomes:
        df.filter(F.col("s").rlike(r"\\A[a-z],"))
    """
    column = text_of(accessor)
    pattern = pattern_of(pat, flags, ignore_case=not flag(case))
    java = pattern.to_fullmatch() if at.api.endswith("fullmatch") else pattern.to_match()
    return condition(column, column.code.rlike(java), na)


@rule("Series.str.count")
def count(accessor: Accessor, pat: Value, flags: Value) -> Column:
    """How often a pattern occurs.

    Example:
        df["s"].str.count("[a-z]")
    Becomes:
        F.regexp_count(F.col("s"), F.lit("[a-z]")).cast("double")
    """
    column = text_of(accessor)
    return whole(column, F.regexp_count(column.code, F.lit(_every_match(pattern_of(pat, flags)))))


def _every_match(pattern: Pattern) -> Code:
    """The pattern for all its matches one after the other."""
    if pattern.matches_empty:
        raise Decline("a pattern that matches the empty text is not translated", code="T310")
    java, put_back = pattern.to_replace()
    if put_back:
        raise Decline("the end of the text is not translated here", code="T310")
    return java


@rule("Series.str.replace")
def replace_(accessor: Accessor, pat: Value, repl: Value, n: Value, case: Value, flags: Value, regex: Value) -> Column:
    """Replace a text, or with ``regex=True`` what matches a pattern.

    Example:
        df["s"].str.replace(",", ";")
    Becomes:
        F.replace(F.col("s"), F.lit(","), F.lit(";"))
    """
    column = text_of(accessor)
    replacement = text(repl, "the replacement")
    if number(n) != -1:
        raise Decline("replacing only the first matches is not translated", code="T310")
    known = specimens.specimen_of(pat)
    compiled = known is not None and isinstance(known.value, re.Pattern)
    if not flag(regex) and not compiled:
        if given(case) and constant(case) is not True:
            raise Decline("replacing regardless of case needs regex=True", code="T310")
        return _plain_replaced(column, pat, repl)
    pattern = pattern_of(pat, flags, ignore_case=given(case) and constant(case) is False)
    if is_plain(pattern) and "\\" not in replacement:
        return _plain_replaced(column, pat, repl)
    return as_text(column, replaced(column.code, pattern, replacement))


def replaced(code: Code, pattern: Pattern, replacement: str) -> Code:
    """``re.sub`` of a pattern."""
    if pattern.matches_empty:
        raise Decline("a pattern that matches the empty text is not translated", code="T310")
    java, put_back = pattern.to_replace()
    if "$" in replacement or "\\\\" in replacement:  # which not every engine reads as itself
        plain = replacement.replace("\\\\", "")
        if pattern.groups or put_back or "\\" in plain:
            raise Decline("a dollar sign or backslash in the replacement is not translated", code="T310")
        return F.array_join(F.split(code, java, -1), replacement.replace("\\\\", "\\"))
    return F.regexp_replace(code, java, patterns.java_replacement(pattern, replacement, put_back))


def _plain_replaced(column: Column, pat: Value, repl: Value) -> Column:
    if not text(pat, "the text"):
        raise Decline("an empty text is not replaced", code="T310")
    return as_text(column, F.replace(column.code, F.lit(pat.code), F.lit(repl.code)))


# --- what a pattern finds ---------------------------------------------------------------------------------------


def _group(pattern: Pattern, java: Code, column: Column, number: int) -> Column:
    """What one group matches in the first match; missing where it takes no part."""
    if not pattern.group_can_be_empty(number):
        code = F.nullif(F.regexp_extract(column.code, java, number), F.lit(""))
    elif pattern.group_is_sure(number):
        code = parity.extract(column.code, java, *([number] if number != 1 else []))
    else:
        raise Decline("a group that may be empty or take no part is not translated", code="T310")
    return column.then(code, nullable=True, missing=None)


@rule("Series.str.extract")
def extract(accessor: Accessor, pat: Value, flags: Value, expand: Value) -> Value:
    """What the groups of a pattern match; missing where nothing does.

    Example:
        df["s"].str.extract("([a-z]+)", expand=False)
    Becomes:
        F.nullif(F.regexp_extract(F.col("s"), "([a-z]+)", 1), F.lit(""))
    """
    column = text_of(accessor)
    pattern = pattern_of(pat, flags)
    java, names = pattern.to_find(), pattern.names
    if not names:
        raise Decline("the pattern has no group", code="T310")
    groups = [_group(pattern, java, column, n + 1) for n in range(len(names))]
    if len(names) == 1 and not flag(expand):
        return replace(groups[0], name=names[0] or column.name)
    labels = [n for n in names if n is not None]
    if len(labels) == len(names):
        named = {Label(n): g for n, g in zip(labels, groups, strict=True)}
        return remembering(frame_of(named), {str(n): g for n, g in named.items()})
    if labels:
        raise Decline("some of the groups have names, some have none", code="T310")
    return Parts(
        F.array(*(g.code for g in groups)), base=column, name="str.extract", count=len(groups),
        part=lambda text_, n: _group(pattern, java, text_, n + 1),
    )  # fmt: skip


@rule("Series.str.extract.astype", "Series.str.split.astype")
def parts_astype(parts: Parts, dtype: Value, errors: Value) -> Parts:
    """The columns that the parts of a text make, in another type.

    Example:
        df["z"] = df["s"].str.extract("([0-9]+)").astype(float)
    Becomes:
        F.nullif(F.regexp_extract(F.col("s"), "([0-9]+)", 1), F.lit("")).cast("double")
    """
    def part(text_: Column, n: int) -> Column:
        return column_by_rule("Series.astype", parts.part(text_, n), dtype, errors)

    return replace(parts, part=part, plain=False, as_pandas=None)


@rule("Series.str.findall")
def findall(accessor: Accessor, pat: Value, flags: Value) -> Column:
    """All matches of each text, for ``.str[i]``, ``.str.len()`` or ``.str.join()`` after it.

    Example:
        df["s"].str.findall("[a-z]").str[0]
    Becomes:
        F.get(F.regexp_extract_all(F.col("s"), F.lit("[a-z]"), F.lit(0)), 0)
    """
    column = text_of(accessor)
    pattern = pattern_of(pat, flags)
    if pattern.groups > 1 or pattern.groups and not pattern.group_is_sure(1):
        raise Decline("matches of several groups are tuples", code="T310")
    found = F.regexp_extract_all(column.code, F.lit(_every_match(pattern)), F.lit(pattern.groups))
    return column.then(found, dtype="list", none=column.none)


@rule("Series.str.extract.__getitem__", "Series.str.split.__getitem__", "Series.str.rsplit.__getitem__",
      "Series.str.partition.__getitem__", "Series.str.rpartition.__getitem__")  # fmt: skip
def part_of(parts: Parts, key: Value) -> Column:
    """One of the columns 0, 1, 2 … that the parts of a text make.

    Example:
        df["s"].str.split(",", expand=True)[0]
    Becomes:
        F.get(F.split(F.col("s"), ",", -1), 0)
    """
    wanted = constant(key, "the column")
    if isinstance(wanted, bool) or not isinstance(wanted, int) or not isinstance(parts.base, Column):
        raise Decline("only one column of the parts is taken", code="T310")
    if not 0 <= wanted < (parts.count or 1_000):
        raise Decline(f"there is no column {wanted}", code="T314")
    found = parts.part(parts.base, wanted)
    if held_by(parts) is not None and parts.plain:
        found = replace(found, code=F.get(parts.code, literal(wanted)))
    return replace(found, name=wanted)
