"""The ``str`` accessor: case, white space, widths, slices and tests of each text.

Missing stays missing, and what is white space, a letter or a digit is what Python says.
"""

from __future__ import annotations

from collections.abc import Callable

from translator.rulekit import (
    TEXTS,
    Accessor,
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Value,
    column_like,
    constant,
    given,
    has_missing,
    items,
    number,
    one_of,
    parity,
    patterns,
    replace,
    rule,
    text,
)


def text_of(accessor: Accessor) -> Column:
    """The column of texts under the accessor; categories count as the texts that they are."""
    base = accessor.base
    if isinstance(base, Column) and base.dtype == "category" and all(isinstance(c, str) for c in base.categories or (0,)):
        return replace(base, dtype="str", categories=None)
    if not isinstance(base, Column) or base.dtype not in TEXTS:
        raise Decline("the column does not hold text", code="T312")
    return base


def as_text(column: Column, code: Code) -> Column:
    """A text computed from each text; a missing one stays what it is, None or NaN."""
    return column.then(code, none=column.none)


def whole(column: Column, code: Code) -> Column:
    """A whole number of each text: int, or float once a text is missing."""
    if column.dtype == "string":
        return column.then(code.cast("bigint"), dtype="Int64")
    missing = has_missing(column)
    if missing:
        return column.then(code.cast("double"), dtype="float64")
    return column.then(code.cast("bigint"), dtype="int64", nullable=column.nullable, missing=missing)


def condition(column: Column, code: Code, na: Value | None = None) -> Column:
    """A condition on each text; a missing one answers `na`."""
    answer = constant(na, "na") if na is not None and given(na) else None
    if answer is False or answer is True:
        negated = ~code | column.code.isNull() if answer is False and column.nullable else None
        return column.then(code, dtype="bool", null_means=answer if column.nullable else None, negated=negated)
    if answer is not None and answer == answer:
        raise Decline("missing texts must answer True or False", code="T310")
    if column.dtype == "string":
        return column.then(code, dtype="boolean")
    if not column.nullable or has_missing(column) is False:
        return column.then(code, dtype="bool", null_means=False if column.nullable else None)
    return column.then(code, dtype="bool?" if has_missing(column) else "bool", none=column.none)


# --- case, white space ------------------------------------------------------------------------------------

CASES: dict[str, Callable[[Code], Code]] = {
    "lower": F.lower, "upper": F.upper, "capitalize": parity.capitalize, "title": parity.title,
    "swapcase": parity.swapcase,
}  # fmt: skip


@rule(*(f"Series.str.{name}" for name in CASES))
def change_case(accessor: Accessor, at: CallSite) -> Column:
    """Another case, by Python's rules; Spark's ``initcap`` starts words at spaces only.

    Example:
        df["s"].str.lower()
    Becomes:
        F.lower(F.col("s"))
    """
    column = text_of(accessor)
    return as_text(column, CASES[at.api.rpartition(".")[2]](column.code))


@rule("Series.str.strip", "Series.str.lstrip", "Series.str.rstrip")
def strip(accessor: Accessor, to_strip: Value, at: CallSite) -> Column:
    """Without surrounding whitespace of any kind; Spark's trim takes spaces only.

    Example:
        df["s"].str.strip()
    Becomes:
        strip(F.col("s"))
    """
    column = text_of(accessor)
    kind = at.api.rpartition(".")[2]
    if given(to_strip):
        builds = {"strip": F.btrim, "lstrip": F.ltrim, "rstrip": F.rtrim}
        return as_text(column, builds[kind](column.code, F.lit(text(to_strip, "the characters"))))
    builds = {"strip": parity.strip, "lstrip": parity.lstrip, "rstrip": parity.rstrip}
    return as_text(column, builds[kind](column.code))


@rule("Series.str.removeprefix")
def removeprefix(accessor: Accessor, prefix: Value) -> Column:
    """Without a text at the beginning.

    Example:
        df["s"].str.removeprefix("b,")
    Becomes:
        F.when(F.startswith(F.col("s"), F.lit("b,")), F.substring(F.col("s"), 3, 2147483647)).otherwise(F.col("s"))
    """
    column, known = text_of(accessor), text(prefix, "the text")
    rest = F.substring(column.code, len(known) + 1, LONGEST)
    return as_text(column, F.when(F.startswith(column.code, F.lit(known)), rest).otherwise(column.code))


@rule("Series.str.removesuffix")
def removesuffix(accessor: Accessor, suffix: Value) -> Column:
    """Without a text at the end.

    Example:
        df["s"].str.removesuffix("c")
    Becomes:
        F.when(F.endswith(F.col("s"), F.lit("c")), slice_text(F.col("s"), 0, -1)).otherwise(F.col("s"))
    """
    column, known = text_of(accessor), text(suffix, "the text")
    rest = parity.slice_text(column.code, 0, -len(known) or None)
    return as_text(column, F.when(F.endswith(column.code, F.lit(known)), rest).otherwise(column.code))


# --- widths -------------------------------------------------------------------------------------------------

LONGEST = 2147483647


@rule("Series.str.pad")
def pad(accessor: Accessor, width: Value, side: Value, fillchar: Value) -> Column:
    """Filled up to a width; longer texts stay whole, where Spark's pad cuts them.

    Example:
        df["s"].str.pad(4)
    Becomes:
        F.lpad(F.col("s"), F.greatest(F.char_length(F.col("s")), F.lit(4)), " ")
    """
    return _padded(accessor, width, fillchar, one_of(side, "left", "right", "both"))


@rule("Series.str.ljust", "Series.str.rjust", "Series.str.center")
def justify(accessor: Accessor, width: Value, fillchar: Value, at: CallSite) -> Column:
    """As ``pad`` on one side or both.

    Example:
        df["s"].str.ljust(4, "*")
    Becomes:
        F.rpad(F.col("s"), F.greatest(F.char_length(F.col("s")), F.lit(4)), "*")
    """
    side = {"ljust": "right", "rjust": "left", "center": "both"}[at.api.rpartition(".")[2]]
    return _padded(accessor, width, fillchar, side)


def _padded(accessor: Accessor, width: Value, fillchar: Value, side: str) -> Column:
    column = text_of(accessor)
    size, fill = int(number(width, "the width")), text(fillchar, "the fill character")
    if len(fill) != 1 or size < 0:
        raise Decline("the fill is not one character", code="T310")
    if side == "both":
        return as_text(column, parity.center(column.code, size, *([fill] if fill != " " else [])))
    build = F.lpad if side == "left" else F.rpad
    return as_text(column, build(column.code, F.greatest(F.char_length(column.code), F.lit(size)), fill))


@rule("Series.str.zfill")
def zfill(accessor: Accessor, width: Value) -> Column:
    """Zeros before the digits, but after a sign.

    Example:
        df["s"].str.zfill(5)
    Becomes:
        zfill(F.col("s"), 5)
    """
    column = text_of(accessor)
    return as_text(column, parity.zfill(column.code, int(number(width, "the width"))))


@rule("Series.str.repeat")
def repeat(accessor: Accessor, repeats: Value) -> Column:
    """Each text so many times.

    Example:
        df["s"].str.repeat(2)
    Becomes:
        F.repeat(F.col("s"), F.lit(2))
    """
    column = text_of(accessor)
    return as_text(column, F.repeat(column.code, F.lit(int(number(repeats, "the number of repeats")))))


@rule("Series.str.len")
def length(accessor: Accessor) -> Column:
    """Number of characters, or of parts.

    Example:
        df["s"].str.len()
    Becomes:
        F.char_length(F.col("s")).cast("double")
    """
    base = accessor.base
    if isinstance(base, Column) and base.dtype == "list":
        return whole(base, F.array_size(base.code))
    column = text_of(accessor)
    return whole(column, F.char_length(column.code))


# --- slices -------------------------------------------------------------------------------------------------


def one_character(column: Column, position: int) -> Column:
    """``.str[i]``; missing where the text is too short."""
    code = column.code
    if position >= 0:
        found = F.nullif(F.substring(code, position + 1, 1), F.lit(""))
    else:
        found = F.when(F.char_length(code) >= -position, F.substring(code, position, 1))
    return column.then(found, nullable=True, missing=None)


def slice_of(column: Column, start: int | None, stop: int | None, step: int | None) -> Column:
    """``.str[start:stop:step]``."""
    code = column.code
    if step == -1 and start is None and stop is None:
        return as_text(column, F.reverse(code))
    if step not in (None, 1):
        raise Decline("a slice by steps is not translated", code="T310")
    first = start or 0
    if first >= 0 and (stop is None or stop >= 0):
        width = LONGEST if stop is None else max(stop - first, 0)
        return as_text(column, F.substring(code, first + 1, width))
    if stop is None:
        return as_text(column, F.right(code, F.lit(-first)))
    return as_text(column, parity.slice_text(code, start, stop))


@rule("Series.str.slice")
def slice_(accessor: Accessor, start: Value, stop: Value, step: Value) -> Column:
    """A slice of each text.

    Example:
        df["s"].str.slice(0, 2)
    Becomes:
        F.substring(F.col("s"), 1, 2)
    """
    bounds = [int(number(b)) if given(b) else None for b in (start, stop, step)]
    return slice_of(text_of(accessor), *bounds)


@rule("Series.str.slice_replace")
def slice_replace(accessor: Accessor, start: Value, stop: Value, repl: Value) -> Column:
    """Another text in the place of a slice.

    Example:
        df["s"].str.slice_replace(0, 1, "X")
    Becomes:
        slice_replace(F.col("s"), 0, 1, "X")
    """
    column = text_of(accessor)
    first = int(number(start)) if given(start) else 0
    new = text(repl, "the replacement") if given(repl) else ""
    last = int(number(stop)) if given(stop) else LONGEST - 1
    if not 0 <= first <= last:
        raise Decline("positions from the end are not translated", code="T310")
    return as_text(column, parity.slice_replace(column.code, first, last, new))


# --- tests and positions --------------------------------------------------------------------------------------

TESTS: dict[str, Callable[[Code], Code]] = {
    "isalpha": lambda c: c.rlike(patterns.raw(r"\A\p{L}+\z")), "isdecimal": lambda c: c.rlike(patterns.raw(r"\A\p{Nd}+\z")),
    "isdigit": parity.is_digit, "isnumeric": parity.is_numeric, "isalnum": parity.is_alnum,
    "islower": parity.is_lower, "isupper": parity.is_upper,
    "isspace": lambda c: (c != "") & (parity.strip(c) == ""),
}  # fmt: skip


@rule(*(f"Series.str.{name}" for name in TESTS))
def kind(accessor: Accessor, at: CallSite) -> Column:
    """Whether each text consists of letters, digits and so on.

    Example:
        df["s"].str.isupper()
    Becomes:
        is_upper(F.col("s"))
    """
    column = text_of(accessor)
    return condition(column, TESTS[at.api.rpartition(".")[2]](column.code))


@rule("Series.str.startswith", "Series.str.endswith")
def begins(accessor: Accessor, pat: Value, na: Value, at: CallSite) -> Column:
    """Whether each text begins (ends) with another, or with one of several.

    Example:
        df[df["s"].str.startswith("b", na=False)]
    Becomes:
        df.filter(F.col("s").startswith("b"))
    """
    column = text_of(accessor)
    known = constant(pat, "the text")
    parts = list(known) if isinstance(known, tuple) else [known]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise Decline("the text is no text", code="T310")
    method = column.code.startswith if at.api.endswith("startswith") else column.code.endswith
    codes = [pat.code] if isinstance(known, str) else parts
    result = method(codes[0])
    for part in codes[1:]:
        result = result | method(part)
    return condition(column, result, na)


@rule("Series.str.find", "Series.str.rfind")
def find(accessor: Accessor, sub: Value, start: Value, end: Value, at: CallSite) -> Column:
    """Position of a text, from 0; -1 where it does not occur.

    Example:
        df["s"].str.find(",")
    Becomes:
        (F.instr(F.col("s"), ",") - 1).cast("double")
    """
    column = text_of(accessor)
    wanted, first = text(sub, "the text"), int(number(start))
    if given(end) or first < 0 or not wanted:
        raise Decline("finding within these bounds is not translated", code="T310")
    if at.api.endswith("rfind"):
        if first:
            raise Decline("finding within these bounds is not translated", code="T310")
        return whole(column, parity.rfind(column.code, wanted))
    place = F.instr(column.code, wanted) if not first else F.locate(wanted, column.code, first + 1)
    return whole(column, place - 1)


# --- several texts --------------------------------------------------------------------------------------------


@rule("Series.str.cat")
def cat(accessor: Accessor, others: Value, sep: Value, na_rep: Value, join: Value) -> Column:
    """Joined with the texts of other columns of the same rows; missing where one is missing.

    Example:
        df["s"].str.cat(df["k"], sep="-")
    Becomes:
        F.concat(F.col("s"), F.lit("-"), F.col("k"))
    """
    column = text_of(accessor)
    one_of(join, "left")
    found = list(getattr(others, "items", [others]))
    between = text(sep, "the separator") if given(sep) else ""
    if not given(others) or not all(isinstance(o, Column) for o in found):
        raise Decline("only other columns of the same rows are joined", code="T313")
    beside = [column_like(o, column.frame, "the other text") for o in found]
    if any(o.dtype not in TEXTS for o in beside):
        raise Decline("what is joined is not text", code="T312")
    filled = [o.code if not given(na_rep) else F.coalesce(o.code, F.lit(text(na_rep))) for o in (column, *beside)]
    codes = [filled[0]]
    for code in filled[1:]:
        codes += [F.lit(between), code] if between else [code]
    refs = dict(column.refs)
    for other in beside:
        refs.update(other.refs)
    shapes = {o.shape for o in (column, *beside)}
    nullable = any(o.nullable for o in (column, *beside)) and not given(na_rep)
    return column.then(F.concat(*codes), refs=refs, nullable=nullable, missing=None,
                       shape="window" if "window" in shapes else "row")  # fmt: skip


@rule("Series.str.translate")
def translate(accessor: Accessor, table: Value) -> Column:
    """Characters replaced by others, or taken out, by a table of constants.

    Example:
        df["s"].str.translate({44: ";", 32: None})
    Becomes:
        F.translate(F.col("s"), ", ", ";")
    """
    column = text_of(accessor)
    pairs = [(constant(k), constant(v)) for k, v in items(table, "the table")]
    changed, gone = "", ""
    new = ""
    for old, value in pairs:
        char = chr(old) if isinstance(old, int) else old
        value = chr(value) if isinstance(value, int) else value
        if not isinstance(char, str) or len(char) != 1 or isinstance(old, str):
            raise Decline("the table is not one of characters", code="T310")
        if value in (None, ""):
            gone += char
        elif isinstance(value, str) and len(value) == 1:
            changed, new = changed + char, new + value
        else:
            raise Decline("a character becomes several", code="T310")
    return as_text(column, F.translate(column.code, changed + gone, new))



