"""Small functions that give pandas' answers with native Spark expressions.

This package is written beside translated programs. Every function is built from Spark's own
expressions (no Python UDF), and runs with ANSI mode on and off and on Spark Connect.
"""

from .checks import require_unique, require_values
from .dates import parse_dates
from .driver import PANDAS_KINDS, column_values, from_pandas, lit, scalar, to_pandas
from .labels import require_increasing, rows_labelled, without_labels
from .numbers import divide, floor_divide, floor_quotient, log, log1p, log2, log10, lookup, to_number
from .python import present, python_float, python_int, python_round, true_divide
from .reading import NA_MARKERS, read_csv, read_csv_files, read_parquet
from .tables import describe, every_period, pivot
from .text import WHITESPACE, extract, lstrip, rstrip, strip

__all__ = [
    "NA_MARKERS",
    "PANDAS_KINDS",
    "WHITESPACE",
    "column_values",
    "describe",
    "divide",
    "every_period",
    "extract",
    "floor_divide",
    "floor_quotient",
    "from_pandas",
    "lit",
    "log",
    "log10",
    "log1p",
    "log2",
    "lookup",
    "lstrip",
    "parse_dates",
    "pivot",
    "present",
    "python_float",
    "python_int",
    "python_round",
    "read_csv",
    "read_csv_files",
    "read_parquet",
    "require_increasing",
    "require_unique",
    "require_values",
    "rows_labelled",
    "rstrip",
    "scalar",
    "strip",
    "to_number",
    "to_pandas",
    "true_divide",
    "without_labels",
]
