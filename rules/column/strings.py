"""The ``str`` accessor: missing stays missing, and Python's meaning of patterns and whitespace."""

from __future__ import annotations

from translator.rulekit import (
    TEXTS,
    Accessor,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    F,
    Value,
    constant,
    flag,
    given,
    has_missing,
    number,
    one_of,
    parity,
    patterns,
    rule,
    text,
)


def _text(accessor: Accessor) -> Column:
    base = accessor.base
    if not isinstance(base, Column) or base.dtype not in TEXTS:
        raise Decline("the column does not hold text", code="T312")
    return base


def _whole(column: Column, code: Code) -> Column:
    """A whole number of each text: int, or float once a text is missing."""
    missing = has_missing(column)
    if missing is None:
        raise Decline("whether the result is int or float depends on the data", code="T312")
    if missing:
        return column.then(code.cast("double"), dtype="float64")
    return column.then(code.cast("bigint"), dtype="int64")


def _test(column: Column, code: Code, na: Value) -> Column:
    """A condition on each text; a missing one answers `na`."""
    if given(na):
        answer = constant(na, "na")
        if answer is False or answer is True:
            negated = ~code | column.code.isNull() if answer is False and column.nullable else None
            return column.then(code, dtype="bool", null_means=answer if column.nullable else None, negated=negated)
        raise Decline("missing texts must answer True or False", code="T310")
    if not column.nullable or has_missing(column) is False:
        return column.then(code, dtype="bool", null_means=False if column.nullable else None)
    return column.then(code, dtype="bool?")


@rule("Series.str.lower")
def lower(accessor: Accessor) -> Column:
    """Lower case.

    Example:
        df["s"].str.lower()
    Becomes:
        F.lower(F.col("s"))
    """
    column = _text(accessor)
    return column.then(F.lower(column.code))


@rule("Series.str.upper")
def upper(accessor: Accessor) -> Column:
    """Upper case.

    Example:
        df["s"].str.upper()
    Becomes:
        F.upper(F.col("s"))
    """
    column = _text(accessor)
    return column.then(F.upper(column.code))


@rule("Series.str.strip", "Series.str.lstrip", "Series.str.rstrip")
def strip(accessor: Accessor, to_strip: Value, at: CallSite) -> Column:
    """Without surrounding whitespace of any kind; Spark's trim takes spaces only.

    Example:
        df["s"].str.strip()
    Becomes:
        strip(F.col("s"))
    """
    column = _text(accessor)
    kind = at.api.rpartition(".")[2]
    if given(to_strip):
        builds = {"strip": F.btrim, "lstrip": F.ltrim, "rstrip": F.rtrim}
        return column.then(builds[kind](column.code, F.lit(text(to_strip, "the characters"))))
    builds = {"strip": parity.strip, "lstrip": parity.lstrip, "rstrip": parity.rstrip}
    return column.then(builds[kind](column.code))


@rule("Series.str.len")
def length(accessor: Accessor) -> Column:
    """Number of characters."""
    column = _text(accessor)
    return _whole(column, F.char_length(column.code))


@rule("Series.str.contains")
def contains(accessor: Accessor, pat: Value, case: Value, flags: Value, na: Value, regex: Value) -> Column:
    """Whether a text or pattern occurs.

    Example:
        df[df["s"].str.contains("b", na=False)]
    Becomes:
        df.filter(F.col("s").contains("b"))
    """
    column = _text(accessor)
    pattern = text(pat, "the pattern")
    one_of(flags, 0)
    as_regex = flag(regex) and not patterns.is_literal(pattern)
    if not flag(case):
        if as_regex or pattern != pattern.lower() or not pattern.isascii():
            raise Decline("patterns regardless of case are not translated", code="T310")
        return _test(column, F.lower(column.code).contains(pat.code), na)
    if as_regex:
        return _test(column, column.code.rlike(patterns.java_pattern(pattern)), na)
    return _test(column, column.code.contains(pat.code), na)


@rule("Series.str.startswith")
def startswith(accessor: Accessor, pat: Value, na: Value) -> Column:
    """Whether each text begins with another.

    Example:
        df[df["s"].str.startswith("b", na=False)]
    Becomes:
        df.filter(F.col("s").startswith("b"))
    """
    column = _text(accessor)
    text(pat, "the beginning")
    return _test(column, column.code.startswith(pat.code), na)


@rule("Series.str.endswith")
def endswith(accessor: Accessor, pat: Value, na: Value) -> Column:
    """Whether each text ends with another.

    Example:
        df[df["s"].str.endswith("c", na=False)]
    Becomes:
        df.filter(F.col("s").endswith("c"))
    """
    column = _text(accessor)
    text(pat, "the end")
    return _test(column, column.code.endswith(pat.code), na)


@rule("Series.str.replace")
def replace_(accessor: Accessor, pat: Value, repl: Value, n: Value, case: Value, flags: Value, regex: Value) -> Column:
    """Replace a text, or with ``regex=True`` what matches a pattern.

    Example:
        df["s"].str.replace(",", ";")
    Becomes:
        F.replace(F.col("s"), F.lit(","), F.lit(";"))
    """
    column = _text(accessor)
    pattern, replacement = text(pat, "the pattern"), text(repl, "the replacement")
    one_of(n, -1)
    one_of(flags, 0)
    if given(case) and constant(case) is not True:
        raise Decline("replacing regardless of case is not translated", code="T310")
    if not flag(regex) or patterns.is_literal(pattern) and "\\" not in replacement:
        if not pattern:
            raise Decline("an empty text is not replaced", code="T310")
        return column.then(F.replace(column.code, F.lit(pat.code), F.lit(repl.code)))
    java = patterns.java_pattern(pattern)
    if patterns.matches_nothing(pattern):
        raise Decline("a pattern that matches the empty text is not translated", code="T310")
    return column.then(F.regexp_replace(column.code, java, patterns.java_replacement(replacement)))


@rule("Series.str.split")
def split(accessor: Accessor, pat: Value, n: Value, expand: Value, regex: Value) -> Column:
    """Parts of each text, for ``.str[i]`` after it.

    Example:
        df["s"].str.split(",").str[0]
    Becomes:
        F.get(F.split(F.col("s"), ",", -1), 0)
    """
    column = _text(accessor)
    one_of(n, -1)
    if flag(expand) or given(regex):
        raise Decline("how many columns the split gives depends on the data", code="T312")
    pattern = text(pat, "the separator")
    if len(pattern) != 1 and not patterns.is_literal(pattern) or not pattern:
        raise Decline("splitting by a pattern is not translated", code="T310")
    return column.then(F.split(column.code, patterns.quoted(pattern), -1), dtype="list")


@rule("Series.str.get")
def get(accessor: Accessor, i: Value) -> Column:
    """One part of a split, one character, or a slice of each text.

    Example:
        df["s"].str[:2]
    Becomes:
        F.substring(F.col("s"), 1, 2)
    """
    base = accessor.base
    known = constant(i, "the position")
    if isinstance(base, Column) and base.dtype == "list" and isinstance(known, int):
        code = F.get(base.code, known) if known >= 0 else F.try_element_at(base.code, F.lit(known))
        return base.then(code, dtype="str", nullable=True, missing=None)
    column = _text(accessor)
    if isinstance(known, int) and known >= 0:
        character = F.substring(column.code, known + 1, 1)
        return column.then(F.nullif(character, F.lit("")), nullable=True, missing=None)
    if isinstance(known, slice) and known.step is None:
        start, stop = known.start or 0, known.stop
        if start >= 0 and (stop is None or stop >= start):
            width = 2147483647 if stop is None else stop - start
            return column.then(F.substring(column.code, start + 1, width))
        if start < 0 and stop is None:
            return column.then(F.right(column.code, F.lit(-start)))
    raise Decline("this part of the text is not translated", code="T310")


@rule("Series.str.__getitem__")
def getitem(accessor: Accessor, key: Value) -> Column:
    """``.str[i]`` and ``.str[a:b]``."""
    return get(accessor, key)


@rule("Series.str.slice")
def slice_(accessor: Accessor, start: Value, stop: Value, step: Value) -> Column:
    """A slice of each text."""
    bounds = [constant(b) if given(b) else None for b in (start, stop, step)]
    return get(accessor, Const(start.code, slice(*bounds)))


@rule("Series.str.extract")
def extract(accessor: Accessor, pat: Value, flags: Value, expand: Value) -> Column:
    """What one group of a pattern matches; missing where nothing does.

    Example:
        df["s"].str.extract("([a-z]+)", expand=False)
    Becomes:
        extract(F.col("s"), "([a-z]+)")
    """
    column = _text(accessor)
    one_of(flags, 0)
    pattern = text(pat, "the pattern")
    if flag(expand) or patterns.has_groups(pattern) != 1:
        raise Decline("only one group with expand=False is translated", code="T310")
    if "|" in pattern or patterns.group_is_optional(pattern):
        raise Decline("a group that may take no part is not translated", code="T310")
    java = patterns.java_pattern(pattern)
    return column.then(parity.extract(column.code, java), nullable=True, missing=None)


@rule("Series.str.count")
def count(accessor: Accessor, pat: Value, flags: Value) -> Column:
    """How often a pattern occurs."""
    column = _text(accessor)
    one_of(flags, 0)
    pattern = text(pat, "the pattern")
    if not patterns.is_literal(pattern) or not pattern:
        raise Decline("counting a pattern is not translated", code="T310")
    removed = F.replace(column.code, F.lit(pat.code), F.lit(""))
    times = (F.char_length(column.code) - F.char_length(removed)) / len(pattern)
    return _whole(column, times)


@rule("Series.str.find")
def find(accessor: Accessor, sub: Value, start: Value, end: Value) -> Column:
    """Position of a text, from 0; -1 where it does not occur."""
    column = _text(accessor)
    if given(end) or number(start) != 0 or not text(sub):
        raise Decline("finding within bounds is not translated", code="T310")
    return _whole(column, F.instr(column.code, text(sub)) - 1)


@rule("pandas.to_numeric")
def to_numeric(arg: Value, errors: Value) -> Column:
    """Texts to numbers; with ``errors="coerce"`` what is none becomes missing.

    Example:
        pd.to_numeric(df["n"])
    Becomes:
        F.col("n")
    """
    if not isinstance(arg, Column):
        raise Decline("only columns are translated", code="T312")
    if arg.dtype.startswith(("int", "float")):
        return arg
    kind = one_of(errors, "raise", "coerce")
    if arg.dtype not in TEXTS or kind == "raise" or has_missing(arg) is None:
        raise Decline("whether the result is int or float depends on the data", code="T312")
    return arg.then(parity.to_number(arg.code), dtype="float64", nullable=True, missing=None)
