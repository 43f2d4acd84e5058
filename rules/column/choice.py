"""Values chosen by a condition or looked up: ``np.where``, ``np.select``, ``map``, ``where``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rules.column.lookup import looked_up
from translator.rulekit import (
    BOOLEANS,
    FLOATS,
    INTEGERS,
    MISSING,
    NUMBERS,
    OBJECTS,
    SPARK_TYPES,
    TEXTS,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Frame,
    Local,
    Value,
    cellwise,
    column_like,
    constant,
    literal,
    literal_dtype,
    name_of,
    nones,
    one_of,
    parity,
    replace,
    rule,
    unsettled_column,
)

INLINE = 4


def _condition(value: Value) -> Column:
    if not isinstance(value, Column) or value.dtype not in BOOLEANS:
        raise Decline("the condition is not a column of conditions", code="T312")
    if value.nullable and value.null_means is None:
        raise Decline("the condition can be missing", code="T312")
    return value


def _test(condition: Column) -> Code:
    """A condition inside ``F.when``: null counts as false there."""
    return condition.settled if condition.null_means else condition.code


def _branch(value: Value, frame: Frame) -> tuple[Code, str, bool, dict[str, int], str]:
    """Code, dtype, nullability, refs and shape of one branch."""
    if isinstance(value, Const):
        if value.value is None:
            return F.lit(None), "none", True, {}, "row"
        if value.value != value.value:
            return F.lit(None), "missing", True, {}, "row"
        dtype = literal_dtype(type(value.value))
        if dtype is not None:
            return value.code, dtype, False, {}, "row"
    column = column_like(value, frame, "a branch")
    return column.settled, column.dtype, column.nullable, dict(column.refs), column.shape


def common_dtype(dtypes: Sequence[str]) -> str:
    """The dtype of an array whose values come from several branches.

    Raises:
        Decline: for mixtures that numpy turns into text or objects.
    """
    known = {d for d in dtypes if d not in ("missing", "none")}
    if known == {"str"}:  # None, or NaN beside texts of a column, makes an array of objects, as such columns are
        return "str"
    if "none" in dtypes:
        raise Decline("None beside other values makes a column of objects", code="T312")
    if "missing" in dtypes and not known <= NUMBERS:
        raise Decline("NaN beside text or conditions gives something else in numpy", code="T312")
    if len(known) == 1 and "missing" not in dtypes:
        return known.pop()
    if known <= NUMBERS:
        return "int64" if known <= INTEGERS and "missing" not in dtypes else "float64"
    if known <= TEXTS:
        return "str"
    raise Decline(f"branches of {', '.join(sorted(known))} have no common type", code="T312")


def chosen(pairs: Sequence[tuple[Column, Value]], default: Value) -> Column:
    """``F.when(...).when(...).otherwise(default)``."""
    frame = pairs[0][0].frame
    conditions = [column_like(_condition(c), frame, "the condition") for c, _ in pairs]
    branches = [_branch(v, frame) for _, v in pairs]
    last = _branch(default, frame)
    dtype = common_dtype([b[1] for b in [*branches, last]])
    values = [*(v for _, v in pairs), default]
    if dtype == "str":
        _require_objects(values)
    if dtype in INTEGERS and any(isinstance(v, Column) and unsettled_column(v) for v in values):
        raise Decline("whether the values are int or float depends on the data", code="T312")
    code = F
    for condition, (_, value), branch in zip(conditions, pairs, branches, strict=True):
        code = code.when(_test(condition), _typed(value, branch, dtype))
    code = code.otherwise(_typed(default, last, dtype))
    if dtype == "int64":
        code = code.cast("bigint")
    refs: dict[str, int] = {}
    for part in [*(c.refs for c in conditions), *(b[3] for b in [*branches, last])]:
        refs.update(part)
    window = "window" in [*(c.shape for c in conditions), *(b[4] for b in [*branches, last])]
    nullable = any(b[2] for b in [*branches, last])
    missing = [column_like(v, frame) for v in values if isinstance(v, Const) and _is_missing(v.value)]
    none = nones([*missing, *(v for v in values if isinstance(v, Column))])
    return pairs[0][0].then(code, dtype=dtype, nullable=nullable, refs=refs, name=None, none=none,
                            shape="window" if window else "row")  # fmt: skip


def _require_objects(values: Sequence[Value]) -> None:
    """Refuse NaN among texts that are no objects: numpy raises, or writes it as a text."""
    missing = any(isinstance(v, Const) and v.value is not None and _is_missing(v.value) for v in values)
    if missing and not any(isinstance(v, Column) and not v.array for v in values):
        raise Decline("NaN beside text or conditions gives something else in numpy", code="T312")


def _typed(value: Value, branch: tuple[Code, str, bool, dict[str, int], str], dtype: str) -> Code:
    """A whole number among floats has to be written as one, or the column would be integer."""
    code, own, *_ = branch
    if own in ("missing", "none"):
        return code if dtype == "str" else code.cast("double")
    if dtype == "float64" and own in INTEGERS:
        return literal(float(value.value)) if isinstance(value, Const) else code.cast("double")
    return code


def _is_absent(value: Value) -> bool:
    """Whether an argument was not passed; None is a value to choose."""
    return isinstance(value, Const) and value.value is MISSING


@rule("numpy.where")
def where(condition: Value, x: Value, y: Value) -> Column:
    """Choose between two values row by row.

    Example:
        np.where(df["v"] > 1, "high", "low")
    Becomes:
        F.when(F.col("v") > 1, "high").otherwise("low")
    """
    if _is_absent(x) or _is_absent(y):
        raise Decline("np.where with one argument gives positions", code="T310")
    result = chosen([(_condition(condition), x)], y)
    return replace(result, array=True)


@rule("numpy.select")
def select(condlist: Value, choicelist: Value, default: Value) -> Column:
    """Choose the value of the first condition that holds.

    Example:
        np.select([df["v"] > 2, df["v"] > 1], ["high", "mid"], default="low")
    Becomes:
        F.when(F.col("v") > 2, "high").when(F.col("v") > 1, "mid").otherwise("low")
    """
    conditions = list(condlist.items) if isinstance(condlist, Elements) else []
    if isinstance(choicelist, Elements):
        choices: list[Value] = list(choicelist.items)
    else:
        choices = [Const(literal(v), v) for v in constant(choicelist, "the choices")]
    if not conditions or len(conditions) != len(choices):
        raise Decline("conditions and choices are not known one by one", code="T311")
    fallback = Const(literal(0), 0) if _is_absent(default) else default
    pairs = [(_condition(c), v) for c, v in zip(conditions, choices, strict=True)]
    return replace(chosen(pairs, fallback), array=True)


@rule("Series.map")
def map_(column: Column, arg: Value, na_action: Value) -> Column:
    """Look every value up in a dict or among the labels of a Series, else missing; or call a function.

    Example:
        df["k"].map({"a": 1.5, "b": 2.5})
    Becomes:
        F.when(F.col("k") == "a", 1.5).when(F.col("k") == "b", 2.5)
    """
    if isinstance(arg, Column) and not arg.array and column.within is None:
        return looked_up(column, arg)
    if isinstance(arg, Local) and arg.each is not None and arg.type is None:
        return _of_driver(column, arg)
    if not isinstance(arg, (Const, Elements, Column)):
        return cellwise.of_cells(column, arg, skip_missing=one_of(na_action, None, "ignore") is not None)
    table = constant(arg, "the mapping")
    if not isinstance(table, dict) or not table:
        raise Decline("only a dict is looked up", code="T311")
    dtype = _dtype_of(table, column)
    if len(table) <= INLINE and isinstance(arg, Const) and _is_literal(arg):
        code = F
        for key, value in ((k, v) for k, v in table.items() if not _is_missing(v)):
            test = (column.settled if key else ~column.settled) if isinstance(key, bool) else column.code == key
            code = code.when(test, float(value) if dtype in FLOATS else value)
    elif any(map(_is_missing, table.values())):
        raise Decline("a long dict holds missing values", code="T312")
    else:
        code = parity.lookup(column.settled, arg.code)
    if dtype == "int64":
        code = code.cast("bigint")
    texts_and_none = dtype in OBJECTS and None in table.values()
    return column.then(code, dtype=dtype, nullable=True, none="either" if texts_and_none else False)


def _of_driver(column: Column, table: Local) -> Column:
    """Values looked up in a dict that is made on the driver, of which the types are known."""
    fits = table.each == column.dtype if table.each == "str" else {table.each, column.dtype} <= {"int64", "int32"}
    if not fits or table.dtype not in ("float64", "int64", "str", "datetime"):
        raise Decline(f"keys of {table.each} are looked up in a {column.dtype} column", code="T312")
    code = parity.lookup(column.settled, table.code, SPARK_TYPES[table.dtype])
    none = "either" if table.dtype == "str" else False
    return column.then(code, dtype=table.dtype, nullable=True, missing=None, none=none)


def _dtype_of(table: Mapping[Any, Any], column: Column) -> str:
    """The dtype of the values of a dict that are looked up by a column; some may be missing.

    Truth values are objects as soon as the dict itself has a missing one, and otherwise once a key is not found.
    """
    keys = {literal_dtype(type(k)) for k in table}
    found = [v for v in table.values() if not _is_missing(v)]
    values = {literal_dtype(type(v)) for v in found}
    if None in keys or None in values or not values or any(k != k for k in table):
        raise Decline("the dict holds other objects, or missing values only", code="T312")
    same_keys = keys == {"str"} and column.dtype in TEXTS or keys == {"int64"} and column.dtype in INTEGERS
    truths = keys == {"bool"} and column.dtype in ("bool", "bool?")
    if not (same_keys or truths) or column.dtype == "string":
        raise Decline(f"keys of {keys} are looked up in a {column.dtype} column", code="T312")
    dtype = common_dtype([str(v) for v in values])
    if len(found) == len(table):
        return dtype
    return {"int64": "float64", "bool": "bool?"}.get(dtype, dtype)


def _is_missing(value: Any) -> bool:
    return value is None or value != value


def _is_literal(value: Const) -> bool:
    return name_of(value.code) is None
