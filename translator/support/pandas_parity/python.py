"""What Python does with single values: its conversions, rounding and errors."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

from .text import strip

_SPLITTER = 134217729.0  # 2**27 + 1: halves the 53 bits of a double


def present(column: Column) -> Column:
    """The values, where Python raises an error for a missing one or for one that does not fit."""
    return F.coalesce(column, F.raise_error(F.lit("a value is missing or does not fit where Python needs one")))


def true_divide(left: Column, right: Column) -> Column:
    """``left / right`` of Python numbers: dividing by zero is an error."""
    error = F.raise_error(F.lit("division by zero"))
    return F.when(right == 0, error).otherwise(left / F.nullif(right, F.lit(0)))


def python_round(column: Column, digits: int) -> Column:
    """``round(x, digits)``: the exact binary value decides, ties go to the even digit.

    The product with the power of ten is computed with its rounding error (Dekker), which decides
    where the product looks like a tie and is none.
    """
    scale = F.lit(10.0**digits)
    product = column * scale
    high = column * _SPLITTER - (column * _SPLITTER - column)
    low = column - high
    scale_high = F.lit(10.0**digits * _SPLITTER - (10.0**digits * _SPLITTER - 10.0**digits))
    scale_low = scale - scale_high
    error = ((high * scale_high - product) + high * scale_low + low * scale_high) + low * scale_low
    floor = F.floor(product).cast("double")
    even = floor + F.when(F.pmod(floor, F.lit(2.0)) == 0, 0.0).otherwise(1.0)
    tie = F.when(error > 0, floor + 1).when(error < 0, floor).otherwise(even)
    nearest = F.when(product - floor == 0.5, tie).otherwise(F.when(product - floor < 0.5, floor).otherwise(floor + 1))
    rounded = F.when(nearest == 0, column * 0.0).otherwise(nearest / scale)  # keeps the sign of a zero
    return F.when(F.abs(product) < 2.0**52, rounded).otherwise(column)


def python_float(column: Column) -> Column:
    """``float(text)``, with null for texts where Python raises ValueError."""
    text = F.lower(_ascii(strip(column)))
    number = r"^[+-]?([0-9]+(_[0-9]+)*\.?([0-9]+(_[0-9]+)*)?|\.[0-9]+(_[0-9]+)*)(e[+-]?[0-9]+(_[0-9]+)*)?$"
    plain = F.when(text.rlike(number), F.regexp_replace(text, "_", ""))
    infinite = F.when(text.isin("inf", "+inf", "infinity", "+infinity"), F.lit(float("inf")))
    infinite = infinite.when(text.isin("-inf", "-infinity"), F.lit(float("-inf")))
    return F.coalesce(plain.cast("double"), infinite.when(text.isin("nan", "+nan", "-nan"), F.lit(float("nan"))))


def python_int(column: Column) -> Column:
    """``int(text)``, with null for texts where Python raises ValueError."""
    text = _ascii(strip(column))
    return F.when(text.rlike("^[+-]?[0-9]+(_[0-9]+)*$"), F.regexp_replace(text, "_", "")).cast("bigint")


def _ascii(text: Column) -> Column:
    """The texts, with an error for digits of other scripts, which Python reads as well."""
    other = F.raise_error(F.lit("a number is written with other digits than 0 to 9"))
    return F.when(text.rlike(r"[\p{Nd}&&[^0-9]]"), other).otherwise(text)
