"""Changing a column's type."""

from __future__ import annotations

from translator.rulekit import (
    FLOATS,
    INTEGERS,
    MASKED,
    SHOWN,
    SPARK_TYPES,
    Code,
    Column,
    Const,
    Decline,
    F,
    Module,
    Value,
    at_hand,
    current,
    has_missing,
    is_odd,
    magnitudes,
    missing_if_nan,
    name,
    name_of,
    one_of,
    pandas_api,
    parity,
    rule,
    time_units,
)

from .categories import of_dtype
from .date_texts import by_iso_format

TARGETS = {
    "int": "int64", "int64": "int64", "int32": "int32", "float": "float64", "float64": "float64",
    "str": "str", "object": "object", "bool": "bool", "Int64": "Int64", "datetime64[ns]": "datetime",
    "string": "string", "Float64": "Float64",
}  # fmt: skip
SPARK_NAMES = {"int64": "bigint", "int32": "int", "float64": "double"}


def target_dtype(value: Value) -> str:
    """The dtype that an ``astype`` argument asks for: text, a builtin type or a numpy type."""
    if isinstance(value, Const) and isinstance(value.value, str):
        wanted = value.value
    elif isinstance(value, Module):
        wanted = value.name.rpartition(".")[2].rstrip("_")
    else:
        wanted = name_of(value.code) or ""
    if wanted not in TARGETS:
        raise Decline(f"the type {wanted or 'given'!r} is not translated", code="T310")
    return TARGETS[wanted]


@rule("Series.astype", ignores=("copy",))
def astype(column: Column, dtype: Value, errors: Value) -> Column:
    """Cast a column.

    pandas refuses to turn missing values into integers, so no missing value is left after it.

    Example:
        df["b"].astype(int)
    Becomes:
        F.col("b").cast("bigint")
    """
    one_of(errors, "raise")
    categories = of_dtype(column, dtype)
    if categories is not None:
        return categories
    return cast(column, target_dtype(dtype))


def _dates_as_texts(column: Column) -> Column:
    """Texts of dates, as detailed as the most detailed of all values needs it; a missing one is "NaT"."""
    label = column.plain or column.name or "value"
    among = column.frame.code.select(label if column.plain and not is_odd(label) else column.settled.alias(label))
    return column.then(parity.date_texts(column.settled, among), dtype="str", nullable=False, missing=False)


def cast(column: Column, target: str) -> Column:
    """The column as pandas would cast it."""
    source = column.dtype
    if source == target == "str" and column.nullable:
        return _spelled_out(column)
    if source in SHOWN and target == "str":
        spelled = F.coalesce(column.code, F.lit("nan" if source == "bins" else "NaT")) if column.nullable else column.code
        return column.then(spelled, dtype="str", nullable=False)
    if source == "category[int]" and target in ("int64", "float64", "str"):
        return _of_numbers(column, target)
    if source == "category" and target in ("str", "object"):
        return _of_texts(column, target)
    if source == target and source in INTEGERS - MASKED:
        return column.then(_certain(column), dtype=target, nullable=False)
    if source == target == "bool":
        return _truth_of_each(column)
    if source == target or target == "object" and source in ("str", "bool?", "date"):
        return column.then(column.settled, dtype=source, nullable=column.nullable and column.null_means is None)
    if target == "datetime" and source == "str":
        return by_iso_format(column)
    if target == "int64" and source == "datetime":  # nanoseconds, of which Spark keeps whole microseconds
        if time_units.of_column(column) is not None:
            raise Decline("the times do not count nanoseconds", code="T312")
        epoch = parity.to_epoch(column.settled)
        if column.nullable and column.missing is not False:  # NaT is the smallest whole number
            epoch = F.coalesce(epoch, F.lit(-(2**63)))
        return column.then(epoch, dtype=target, nullable=False)
    if target == "int64" and source in INTEGERS & MASKED:
        code = _certain(column)
        return column.then(code if SPARK_TYPES[source] == "BIGINT" else code.cast("bigint"), dtype=target, nullable=False)
    if target == "str" and source == "datetime":
        return _dates_as_texts(column)
    if source in MASKED | SHOWN or source in ("category", "category[int]", "date", "bool?", "null", "timedelta", "datetime"):
        raise Decline(f"{source} to {target} is not translated", code="T312")
    if source == "str" and target in ("int64", "int32", "float64"):
        current().site.assume("A121")
    if target in ("int64", "int32") and source in INTEGERS | FLOATS | {"bool", "str"}:
        magnitudes.require_below(2.0**63, column)
        return column.then(_certain(column).cast(SPARK_NAMES[target]), dtype=target, nullable=False)
    if target == "float64":
        number = column.settled.cast("double")
        if source == "str":
            number = missing_if_nan(number)
        return column.then(number, dtype="float64")
    if target == "str" and source == "float64":  # engines write floats in other ways than Python
        made = parity.map_values(column.settled, name("str"), "string")
        return column.then(made, dtype="str", nullable=False, missing=False)
    if target == "str" and (not column.nullable or column.missing is False and column.null_means is None):
        if source in INTEGERS:
            return column.then(column.code.cast("string"), dtype="str", nullable=False)
        if source == "bool":
            return column.then(F.when(column.settled, "True").otherwise("False"), dtype="str")
    if target == "bool" and source in INTEGERS and not column.nullable:
        return column.then(column.code != 0, dtype="bool")
    if target == "Int64" and source in INTEGERS:
        return column.then(column.code, dtype="Int64")
    if target == "Int64" and source == "float64":
        return column.then(parity.whole(column.settled), dtype="Int64")
    raise Decline(f"{source} to {target} is not translated", code="T312")


def _of_texts(column: Column, target: str) -> Column:
    """The texts that categories are, among which NaN stands where there is none."""
    if target == "object" or not column.nullable:
        return column.then(column.settled, dtype="str", none=False)
    return column.then(F.coalesce(column.settled, F.lit("nan")), dtype="str", nullable=False)


def _of_numbers(column: Column, target: str) -> Column:
    """The numbers that categories are."""
    if target == "int64":
        return column.then(_certain(column), dtype=target, nullable=False)
    if target == "float64":
        return column.then(column.settled.cast("double"), dtype=target)
    texts = column.settled.cast("string")
    return column.then(F.coalesce(texts, F.lit("nan")) if column.nullable else texts, dtype=target, nullable=False)


def _certain(column: Column) -> Code:
    """The code of a column, which raises where pandas refuses to turn a missing value into a whole number."""
    if not column.nullable or column.null_means is not None or column.missing is False:
        return column.settled
    current().site.assume("A121")
    return parity.present(column.settled)


def _truth_of_each(column: Column) -> Column:
    """``astype(bool)`` of truth values, beside which NaN is true and None is not."""
    if not column.nullable or column.null_means is not None or column.missing is False:
        return column.then(column.settled, dtype="bool", nullable=column.nullable and column.null_means is None)
    if column.none not in (True, False):
        raise Decline("whether missing values are None or NaN, of which only NaN is true, is not known", code="T312")
    return column.then(F.coalesce(column.code, F.lit(not column.none)), dtype="bool", nullable=False)


def _spelled_out(column: Column) -> Column:
    """``astype(str)`` of text, which spells missing values out: "nan", or "None" where that is what they are."""
    if column.plain is not None and column.none is True:
        return column.then(F.coalesce(column.code, F.lit("None")), dtype="str", nullable=False)
    if column.plain is None or any(fact.none for fact in column.frame.physical.values()):
        raise Decline("whether missing texts are None or NaN, which astype(str) spells out, is not known", code="T312")
    return column.then(F.coalesce(column.code, F.lit("nan")), dtype="str", nullable=False)


def _numbers_at_hand(texts: Column) -> str | None:
    """The type that pandas gives the numbers in the texts at hand; None when that is not known."""
    data = at_hand.of(texts)
    found = None if data is None else at_hand.guarded(lambda: pandas_api.numbers_in(data))
    if found is not None:
        current().site.assume("A110", f"the numbers in {texts.name} are {found}")
    return found


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
    if one_of(errors, "raise", "coerce") == "raise" or arg.dtype != "str":
        raise Decline("whether the result is int or float depends on the data", code="T312")
    plain = arg.plain is not None and len(arg.frame.rows) == 1
    known = arg.frame.physical[str(arg.plain)].numbers if plain else "float64" if has_missing(arg) else None
    known = known or _numbers_at_hand(arg)
    if known is None:
        raise Decline("whether the result is int or float depends on the data", code="T312")
    if known == "int64":
        return arg.then(parity.strip(arg.code).try_cast("bigint"), dtype="int64", nullable=True, missing=False)
    return arg.then(parity.to_number(arg.code), dtype="float64", nullable=True, missing=None)
