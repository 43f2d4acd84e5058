"""The functions that turn the values of a group into one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rules.groupby.listing import as_list, of_group
from translator.rulekit import (
    CATEGORICAL,
    FLOATS,
    MASKED,
    NUMBERS,
    OBJECTS,
    Accessor,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Function,
    Grouped,
    Module,
    Value,
    Within,
    at_hand,
    by_rule,
    call_lambda,
    code_text,
    col,
    constant,
    current,
    fresh,
    literal,
    missing_if_nan,
    name_of,
    ordered,
    place_of,
    replace,
    showing,
    text,
    unsettled,
    unsettled_truth,
)

SMALL_INTEGERS = {"int32": "int", "int16": "smallint", "int8": "tinyint",
                  "Int32": "int", "Int16": "smallint", "Int8": "tinyint"}  # fmt: skip


UNSURE = object()


@dataclass(frozen=True)
class Aggregate:
    """One output column of an aggregation.

    `of_nothing` is its value for a category without rows: 0, None for a missing one, `UNSURE` where
    pandas has no single answer.
    """

    label: str
    code: Code
    field: Field
    of_nothing: object = UNSURE


def certain(label: str, field: Field) -> None:
    """Refuse a column that is int or float, or bool or object, depending on the data."""
    if unsettled(field) or unsettled_truth(field):
        kinds = "bool or object" if field.dtype == "bool" else "int or float"
        raise Decline(f"whether {label!r} is {kinds} depends on the data", code="T312")


def like(field: Field, dtype: str) -> str:
    """The dtype of a statistic: a nullable one, where that of the values is."""
    return dtype.capitalize() if field.dtype in MASKED - {"string"} else dtype


def _total(label: str, field: Field) -> tuple[Code, Field]:
    if field.dtype == "bool" and not field.nullable:
        return F.count_if(col(label)), Field("int64", False)
    if field.dtype not in NUMBERS:
        raise Decline(f"the sum of {field.dtype} column {label!r} is not translated", code="T312")
    certain(label, field)
    total = F.sum(label)
    if field.dtype in SMALL_INTEGERS:
        total = F.coalesce(total, F.lit(0)) if field.nullable else total
        return total.cast(SMALL_INTEGERS[field.dtype]), Field(field.dtype, False)
    if field.nullable:
        total = F.coalesce(total, F.lit(0.0 if "loat" in field.dtype else 0))
    return total, Field(field.dtype, False, infinite=field.infinite, summed="loat" in field.dtype or None)


def numeric(
    build: Callable[[Code | str], Code], nullable: bool | None = None
) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype == "bool" and not field.nullable:
            source: Code | str = col(label).cast("int")
        elif field.dtype in NUMBERS and field.dtype != "float32":
            source = label
        else:
            raise Decline(f"{field.dtype} column {label!r} is not a number", code="T312")
        nulls = field.nullable if nullable is None else nullable
        dtype = like(field, "float64")
        return build(source), Field(dtype, nulls, infinite=field.infinite, summed="loat" in field.dtype or None)

    return aggregate


def _extreme(build: Callable[[Code | str], Code]) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype in CATEGORICAL | {"bool?", "null"}:
            raise Decline(f"the extreme of {field.dtype} column {label!r} is not translated", code="T312")
        certain(label, field)
        if field.dtype in OBJECTS and field.nullable and field.missing is not False:
            raise Decline(f"pandas raises for a group of which some {label!r} are missing, unless all are", code="T312")
        missing = False if field.missing is False else None
        return build(label), Field(field.dtype, field.nullable, missing=missing, infinite=field.infinite)

    return aggregate


def _product(label: str, field: Field) -> tuple[Code, Field]:
    if field.dtype != "float64":
        raise Decline(f"the product of {field.dtype} column {label!r} is not translated", code="T312")
    product = F.product(col(label))
    return F.coalesce(product, F.lit(1.0)) if field.nullable else product, Field("float64", False)


def _count(label: str, field: Field) -> tuple[Code, Field]:
    return F.count(label), Field(like(field, "int64"), False)


def _size(label: str, field: Field) -> tuple[Code, Field]:
    return F.count("*"), Field(like(field, "int64"), False)


def _distinct(label: str, field: Field) -> tuple[Code, Field]:
    return F.countDistinct(label), Field("int64", False)


def _truth(build: Callable[[Code], Code], of_nothing: bool) -> Callable[[str, Field], tuple[Code, Field]]:
    def aggregate(label: str, field: Field) -> tuple[Code, Field]:
        if field.dtype == "bool" and not field.nullable:
            return build(col(label)), Field("bool", False)
        if field.dtype not in ("int64", "float64"):
            raise Decline(f"the truth of {field.dtype} column {label!r} is not translated", code="T312")
        code = build(col(label) != 0)
        return F.coalesce(code, F.lit(of_nothing)) if field.nullable else code, Field("bool", False)

    return aggregate


FUNCTIONS: dict[str, Callable[[str, Field], tuple[Code, Field]]] = {
    "sum": _total,
    "mean": numeric(F.avg),
    "median": numeric(F.median),
    "std": numeric(F.stddev_samp, nullable=True),
    "var": numeric(F.var_samp, nullable=True),
    "std of all": numeric(F.stddev_pop),
    "var of all": numeric(F.var_pop),
    "sem": numeric(lambda c: F.stddev_samp(c) / F.sqrt(F.nullif(F.count(c), F.lit(0))), nullable=True),
    "prod": _product,
    "min": _extreme(F.min),
    "max": _extreme(F.max),
    "count": _count,
    "size": _size,
    "nunique": _distinct,
    "any": _truth(F.bool_or, False),
    "all": _truth(F.bool_and, True),
}
OF_NOTHING: dict[str, object] = {
    **dict.fromkeys(("sum", "count", "size", "nunique"), 0),
    **dict.fromkeys(("mean", "median", "min", "max", "std", "var"), None),
}
"""What each gives for a category without rows; of others it depends on how many keys there are."""

OF_INFINITE = frozenset({"sum", "mean", "median", "std", "var", "std of all", "var of all", "sem", "prod"})
"""What is missing in pandas for some groups with infinite numbers, and NaN in Spark."""

MODULE_FUNCTIONS = {"numpy.sum": "sum", "numpy.mean": "mean", "numpy.median": "median", "numpy.min": "min",
                    "numpy.max": "max", "numpy.std": "std", "numpy.var": "var", "numpy.prod": "prod",
                    "numpy.size": "size", "builtins.sum": "sum",
                    "builtins.min": "min", "builtins.list": "list", "builtins.max": "max", "builtins.len": "size"}  # fmt: skip


def aggregate(grouped: Grouped, label: str, function: str, out: str | None = None) -> Aggregate:
    """One aggregate of one column by pandas' function name."""
    if function == "list":
        return _aggregate_of(as_list(of_group(_rows_of_group(grouped).column(label))), out or label)
    if function in ("first", "last"):
        return _end(grouped, label, function, out or label)
    if function in ("idxmin", "idxmax"):
        raise Decline(f"the label of an extreme ({function}) beside other aggregates is not translated", code="T310")
    if function == "count" and not grouped.frame.field(label).nullable:
        function = "size"  # a column that need not be read
    build = FUNCTIONS.get(function)
    if build is None:
        raise Decline(f"the aggregate {function!r} is not translated", code="T310")
    code, field = build(label, grouped.frame.field(label))
    if function in OF_INFINITE and at_hand.may_be_infinite(grouped.frame.column(label)):
        code, field = missing_if_nan(code), replace(field, nullable=True)
    return Aggregate(out or label, code, field, UNSURE if field.dtype == "bool" else OF_NOTHING.get(function, UNSURE))


def _end(grouped: Grouped, label: str, function: str, out: str) -> Aggregate:
    """The first or last value that is not missing, in row order."""
    frame = ordered(grouped.frame, "the first row of a group")
    pick = F.min_by if function == "first" else F.max_by
    field = frame.field(label)
    certain(label, field)
    place = place_of(frame)
    position = F.when(col(label).isNotNull(), place) if field.nullable else place
    fact = Field(field.dtype, field.nullable, categories=field.categories, none=field.dtype in OBJECTS | {"null"},
                 infinite=field.infinite)
    return Aggregate(out, pick(label, position), fact)


def aggregate_by(grouped: Grouped, label: str, function: Value, out: str | None = None) -> Aggregate:
    """One aggregate of one column by a name, a function of numpy or Python, or a lambda."""
    separator = join_of(function)
    if separator is not None:
        values = _rows_of_group(grouped).column(label)
        values = replace(values, missing=False) if _all_at_hand(grouped, label) else values
        texts = by_rule("Series.of_group.join", values, Const(literal(separator), separator))
        return _aggregate_of(texts, out or label)
    if not isinstance(function, Function):
        return aggregate(grouped, label, function_name(function), out)
    grouped.frame.field(label)
    return by_lambda(grouped, function, label, out or label)


def _all_at_hand(grouped: Grouped, label: str) -> bool:
    """Whether the data at hand have all values of a column, of which a missing one would raise."""
    data: Any = getattr(at_hand.of(grouped), "obj", None)
    found = at_hand.guarded(lambda: bool((data if data.ndim == 1 else data[label]).notna().all()))
    if found:
        current().site.assume("A110", f"no value of {label} is missing")
    return bool(found)


def by_lambda(grouped: Grouped, function: Value, label: str | None, out: str) -> Aggregate:
    """What a lambda makes of the values of a group, or of its rows where no `label` is given."""
    part = _aggregate_of(_called(grouped, function, label), out)
    if label is not None and part.field.dtype != grouped.frame.field(label).dtype:
        current().site.assume("A111")
    return part


def several_by_lambda(grouped: Grouped, function: Value, label: str | None) -> list[Aggregate] | None:
    """What a lambda makes that gives a Series of named values for each group; None where it gives one value.

    The values of one Series have one type, so whole numbers beside others become floats.
    """
    result = _called(grouped, function, label)
    if not isinstance(result, Elements):
        return None
    labels = [text(key, "the name of a value") for key in result.keys]
    parts = [_aggregate_of(item, label) for item, label in zip(result.items, labels, strict=True)]
    dtypes = {part.field.dtype for part in parts}
    if dtypes <= NUMBERS and dtypes & FLOATS:
        parts = [_as_float(part) if part.field.dtype not in FLOATS else part for part in parts]
    return parts


def _as_float(part: Aggregate) -> Aggregate:
    return replace(part, code=part.code.cast("double"), field=replace(part.field, dtype="float64"))


def _called(grouped: Grouped, function: Value, label: str | None) -> Value:
    """The function's result for the rows of a group, or for the values of one column of them."""
    rows = _rows_of_group(grouped)
    within = rows.within
    assert within is not None
    assert within.groups is not None
    groups = within.groups
    result = call_lambda(function, [rows if label is None else rows.column(label)])
    result = as_list(result) if isinstance(result, Accessor) and result.name == "of_group" else result
    for item in result.items if isinstance(result, Elements) and result.kind == "dict" else (result,):
        if not isinstance(item, Column) or item.within is not within or item.frame.rows != groups.rows:
            raise Decline("the function does not give one value for each group", code="T310")
    return result


def _rows_of_group(grouped: Grouped) -> Frame:
    """The rows of any one group, of which one value is wanted, with the columns that were selected."""
    frame, groups = grouped.frame, Frame(grouped.code, rows=(fresh(),))
    if grouped.selection is not None:
        frame = showing(frame, grouped.selection)
    return replace(frame, within=Within(grouped.keys, frame.rows[-1], groups))


def _aggregate_of(result: Value, out: str) -> Aggregate:
    if not isinstance(result, Column):
        raise Decline("the function does not give one value for each group", code="T310")
    result = result.settled_column
    if result.dtype not in NUMBERS | {"bool", "datetime", "str", "timedelta", "list"}:
        raise Decline(f"{result.dtype} values from a function are not translated", code="T312")
    return Aggregate(out, result.code, Field(result.dtype, result.nullable, missing=result.missing))


def join_of(function: Value) -> str | None:
    """The separator of ``", ".join``, where that is the function."""
    code = re.fullmatch(r"""(["'][^"']*["'])\.join""", code_text(function.code).strip())
    return None if code is None else ast.literal_eval(code[1])


def function_name(value: Value) -> str:
    """pandas' name of an aggregate given as text, as a builtin or as a numpy function."""
    if isinstance(value, Const) and isinstance(value.value, str):
        return str(value.value)
    if isinstance(value, Module) and value.name in MODULE_FUNCTIONS:
        return MODULE_FUNCTIONS[value.name]
    builtin = f"builtins.{name_of(value.code)}"
    if builtin in MODULE_FUNCTIONS:
        return MODULE_FUNCTIONS[builtin]
    raise Decline("the function is one of the program", code="T311")


def pair_of(grouped: Grouped, spec: Value) -> tuple[str, Value]:
    """The column and the function of ``name=(column, function)``, or of ``name=function`` for one column."""
    if grouped.single:
        return grouped.chosen[0], spec
    if isinstance(spec, Const) and isinstance(spec.value, tuple) and len(spec.value) == 2:
        label, function = spec.value
        return str(label), Const(spec.code, function)
    if isinstance(spec, Elements) and spec.kind == "tuple" and len(spec.items) == 2:
        return str(constant(spec.items[0])), spec.items[1]
    raise Decline("the aggregate is not given as (column, function)", code="T311")


def named_functions(func: Value) -> list[tuple[str, Value]] | None:
    """A list or tuple of aggregates, with the column that pandas makes of each; None where it is neither."""
    if isinstance(func, Const) and isinstance(func.value, (list, tuple)):
        items: list[Value] = [Const(func.code, v) for v in func.value]
    elif isinstance(func, Elements) and func.kind in ("list", "tuple"):
        items = list(func.items)
    else:
        return None
    anonymous = sum(_is_lambda(item) for item in items)
    if anonymous and len(items) > 1:
        numbers = iter(range(anonymous))
        return [(f"<lambda_{next(numbers)}>", v) if _is_lambda(v) else named_function(v) for v in items]
    return [named_function(item) for item in items]


def _is_lambda(value: Value) -> bool:
    return isinstance(value, Function) and not hasattr(value.definition.node, "name")


def named_function(value: Value) -> tuple[str, Value]:
    """An aggregate of a list, with the column that pandas makes of it; a pair tells the name itself."""
    if isinstance(value, Const) and isinstance(value.value, tuple) and len(value.value) == 2:
        return str(value.value[0]), Const(value.code, value.value[1])
    if isinstance(value, Elements) and value.kind == "tuple" and len(value.items) == 2:
        return str(constant(value.items[0])), value.items[1]
    if isinstance(value, Function):
        return "<lambda>" if _is_lambda(value) else str(value.definition.node.name.value), value
    if isinstance(value, Const):
        return function_name(value), value
    known = value.name.rpartition(".")[2] if isinstance(value, Module) else name_of(value.code)
    function_name(value)  # one of numpy's or Python's
    return str(known), value
