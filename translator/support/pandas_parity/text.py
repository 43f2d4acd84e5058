"""Text with Python's idea of whitespace and matches."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

WHITESPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Python counts as whitespace (``str.isspace``); Spark's trim takes spaces only."""


def strip(column: Column) -> Column:
    """``str.strip()``."""
    return F.btrim(column, F.lit(WHITESPACE))


def lstrip(column: Column) -> Column:
    """``str.lstrip()``."""
    return F.ltrim(column, F.lit(WHITESPACE))


def rstrip(column: Column) -> Column:
    """``str.rstrip()``."""
    return F.rtrim(column, F.lit(WHITESPACE))


def extract(column: Column, pattern: str) -> Column:
    """What the first group matches, missing where the pattern does not occur."""
    return F.when(column.rlike(pattern), F.regexp_extract(column, pattern, 1))
