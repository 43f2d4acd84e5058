"""The names of columns, which are known: lists of them, text methods, tests; and the same of row labels."""

from __future__ import annotations

import re
from collections.abc import Callable

from rules.index.labels import listed_labels, text_part
from translator.rulekit import (
    Accessor,
    CallSite,
    Code,
    Const,
    Decline,
    Function,
    Local,
    Raw,
    Value,
    by_text_method,
    call_lambda,
    code_text,
    constant,
    flag,
    given,
    held_by,
    literal,
    name,
    names,
    pandas_api,
    replace,
    rule,
    text,
)

pd, np = name("pd", "import pandas as pd"), name("np", "import numpy as np")


@rule("Index.tolist", "Index.to_list")
def tolist(index: Value) -> Value:
    """The names as a plain list; labels of rows come to the driver.

    Example:
        df.columns.tolist()
    Becomes:
        df.columns
    """
    if not isinstance(index, Const):
        return listed_labels(index)
    return Const(index.code.tolist() if held_by(index) else index.value.listed, list(index.value))


@rule("Index.str")
def str_accessor(index: Value) -> Accessor:
    """Text methods; see the methods themselves."""
    return Accessor(index.code, base=index, name="str", as_pandas=lambda: Local(index.code.str))


@rule(*(f"Index.str.{m}" for m in ("lower", "upper", "title", "capitalize", "swapcase", "len")))
def text_method(accessor: Accessor, at: CallSite) -> Value:
    """A text method of every name, worked out at translation time.

    Example:
        result = df.columns.str.upper()
    Becomes:
        result = pd.Index([c.upper() for c in df.columns])
    """
    method = at.api.rpartition(".")[2]
    if not isinstance(accessor.base, Const):
        return text_part(accessor, method)
    if method == "len":
        raise Decline("numbers made of names are left to pandas", code="T301")
    return _applied(accessor, method)


@rule("Index.str.strip", "Index.str.lstrip", "Index.str.rstrip")
def text_strip(accessor: Accessor, to_strip: Value, at: CallSite) -> Value:
    """Strip white space or the given characters from every name.

    Example:
        result = df.columns.str.strip()
    Becomes:
        result = pd.Index([c.strip() for c in df.columns])
    """
    method = at.api.rpartition(".")[2]
    if not isinstance(accessor.base, Const):
        return text_part(accessor, method, to_strip)
    return _applied(accessor, method, *([text(to_strip)] if given(to_strip) else []))


@rule("Index.str.replace")
def text_replace(accessor: Accessor, pat: Value, repl: Value, regex: Value) -> Value:
    """Replace text in every name, worked out at translation time.

    Example:
        result = df.columns.str.replace(" ", "_")
    Becomes:
        result = pd.Index([c.replace(" ", "_") for c in df.columns])
    """
    if not isinstance(accessor.base, Const):
        return text_part(accessor, "replace", pat, repl, regex=regex)
    old, new = text(pat, "the pattern"), text(repl, "the replacement")
    if not flag(regex):
        return _applied(accessor, "replace", old, new)
    values = constant(accessor.base)
    return _index([re.sub(old, new, c) for c in values], None, values.name)


@rule("Index.str.contains", "Index.str.match", "Index.str.fullmatch")
def text_pattern(accessor: Accessor, pat: Value, case: Value, at: CallSite) -> Value:
    """Which names have a pattern in them, worked out at translation time.

    Example:
        df.loc[:, ~df.columns.str.contains("^w")]
    Becomes:
        df.select("k", "v", "n", "t", "b", "s")
    """
    method = at.api.rpartition(".")[2]
    if not isinstance(accessor.base, Const):
        return text_part(accessor, method, pat, **({} if flag(case) else {"case": case}))
    pattern = re.compile(text(pat, "the pattern"), 0 if flag(case) else re.IGNORECASE)
    look: dict[str, Callable[[str], object]] = {
        "contains": pattern.search, "match": pattern.match, "fullmatch": pattern.fullmatch,
    }  # fmt: skip
    return mask([bool(look[method](c)) for c in constant(accessor.base)])


@rule("Index.str.startswith", "Index.str.endswith")
def text_ends(accessor: Accessor, pat: Value, at: CallSite) -> Value:
    """Which names start or end with a text (or with one of several)."""
    method = at.api.rpartition(".")[2]
    if not isinstance(accessor.base, Const):
        return text_part(accessor, method, pat)
    part = constant(pat, "the text")
    return mask([getattr(c, method)(part) for c in constant(accessor.base)])


@rule("Index.duplicated")
def duplicated(index: Value) -> Const:
    """Which column names repeat; in Spark none does.

    Example:
        df.loc[:, ~df.columns.duplicated()]
    Becomes:
        df
    """
    if not isinstance(index, Const):
        raise Decline("labels of rows are left to pandas", code="T301")
    return mask([False] * len(index.value))


@rule("Index.difference")
def difference(index: Value, other: Value) -> Const:
    """The names without some of them, sorted.

    Example:
        df[df.columns.difference(["k", "s"])]
    Becomes:
        df.select("b", "n", "t", "v", "w")
    """
    gone = {str(c) for c in names(other)}
    return _index(sorted(c for c in _known(index) if c not in gone), None)


@rule("Index.drop")
def drop(index: Value, labels: Value) -> Const:
    """The names without some of them.

    Example:
        df[df.columns.drop("k")]
    Becomes:
        df.select("v", "w", "n", "t", "b", "s")
    """
    gone, known = {str(c) for c in names(labels)}, _known(index)
    if not gone <= set(known):
        raise Decline("pandas refuses names that are not there", code="T314")
    return _index([c for c in known if c not in gone], None)


@rule("Index.intersection", "Index.union", "Index.append")
def combined(index: Value, other: Value, at: CallSite) -> Const:
    """The names in both sets, or in any."""
    known, others = list(_known(index)), [str(c) for c in names(other)]
    method = at.api.rpartition(".")[2]
    if method == "intersection":
        return _index([c for c in known if c in others], None)
    if method == "append":
        return _index([*known, *others], None)
    new = [c for c in others if c not in known]
    return _index(sorted([*known, *new]) if new else known, None)


@rule("Index.get_loc")
def get_loc(index: Value, key: Value) -> Const:
    """The position of a column name.

    Example:
        df.columns.get_loc("w")
    Becomes:
        2
    """
    known, wanted = list(_known(index)), text(key, "the name")
    if known.count(wanted) != 1:
        raise Decline(f"{wanted!r} is not one of the columns", code="T314")
    return Const(literal(known.index(wanted)), known.index(wanted))


def _known(index: Value) -> list[str]:
    if not isinstance(index, Const):
        raise Decline("labels of rows are left to pandas", code="T301")
    if getattr(index.value, "name", None) is not None:
        raise Decline("the index of names has a name", code="T316")
    return list(index.value)


def mask(truths: list[bool]) -> Const:
    """A test of every name, as the array that pandas gives."""
    return Const(np.array(literal(truths)), pandas_api.ConstantMask(truths))


def _comprehension(source: str, chain: tuple[tuple[str, tuple[str, ...]], ...]) -> Code:
    element = name("c")
    for method, args in chain:
        element = getattr(element, method)(*args)
    return Raw(f"[{code_text(element)} for c in {source}]")


def _applied(accessor: Accessor, method: str, *args: str) -> Const:
    index = constant(accessor.base)
    changed = [getattr(c, method)(*args) for c in index]
    if index.chain is None:
        return _index(changed, None, index.name)
    if held_by(accessor.base):
        return _index(changed, None, index.name)
    chain = (*index.chain, (method, args))
    source = index.source if index.chain else code_text(index.listed)
    if source is None or source.startswith("["):
        return _index(changed, None, index.name)
    result = _index(changed, chain, index.name)
    result.value.source, result.value.listed = source, _comprehension(source, chain)
    return replace(result, code=_of(result.value))


def _index(
    values: list[str], chain: tuple[tuple[str, tuple[str, ...]], ...] | None, name: str | None = None
) -> Const:
    index = pandas_api.ConstantIndex(values)
    index.listed, index.chain, index.name = literal(values), chain, name
    return Const(_of(index), index)


def _of(index: pandas_api.ConstantIndex) -> Code:
    return pd.Index(index.listed) if index.name is None else pd.Index(index.listed, name=index.name)


# --- labels of several levels ---------------------------------------------------------------------------------


@rule("Index.droplevel")
def droplevel(index: Value, level: Value) -> Const:
    """Column labels of two levels without one of them.

    Example:
        table = df.groupby("k").agg({"v": ["min", "max"]})
        table.columns = table.columns.droplevel(0)
    Becomes:
        table = table.withColumnsRenamed({"v_min": "min", "v_max": "max"})
    """
    if not isinstance(index, Const):
        raise Decline("labels of rows are left to pandas", code="T301")
    pairs, gone = list(index.value), constant(level, "the level")
    if gone not in (0, 1, -1) or any(not isinstance(p, tuple) or len(p) != 2 for p in pairs):
        raise Decline("only one of two levels of column labels is dropped", code="T310")
    named = getattr(index.value, "name", None) if gone == 0 else None
    return _index([p[1 - gone % 2] for p in pairs], None, named)


@rule("Index.to_flat_index", "Index.ravel")
def to_flat_index(index: Value) -> Const:
    """Column labels of several levels as tuples."""
    if not isinstance(index, Const):
        raise Decline("labels of rows are left to pandas", code="T301")
    return Const(index.code.to_flat_index(), index.value)


@rule("Index.map")
def mapped(index: Value, mapper: Value) -> Value:
    """A function of every column name, worked out at translation time."""
    if not isinstance(index, Const):
        raise Decline("functions of the labels of rows are left to pandas", code="T301")
    if isinstance(mapper, Function):
        results = [call_lambda(mapper, [Const(literal(item), item)]) for item in index.value]
        return _index([constant(result, "the new name") for result in results], None, getattr(index.value, "name", None))
    texts = [made for item in index.value if (made := by_text_method(code_text(mapper.code), item)) is not None]
    if texts and len(texts) == len(index.value):
        return _index(texts, None, getattr(index.value, "name", None))
    before, _, method = code_text(mapper.code).rpartition(".")
    if method != "join" or before[:1] not in ("'", '"'):
        raise Decline("the function is not followed", code="T311")
    joiner = before[1:-1]
    return _index([joiner.join(item) for item in index.value], None)
