"""pandas dtypes as facts tell them, and how Spark holds them."""

from __future__ import annotations

from collections.abc import Mapping

# pandas dtypes, refined: "object" of text is "str", of dates "date", of True/False/missing "bool?", of lists of texts "list".
DType = str

SPARK_TYPES: Mapping[DType, str] = {
    "int64": "BIGINT", "int32": "INT", "int16": "SMALLINT", "int8": "TINYINT",
    "uint32": "BIGINT", "uint16": "INT", "uint8": "SMALLINT",
    "Int64": "BIGINT", "Int32": "INT", "Int16": "SMALLINT", "Int8": "TINYINT", "UInt32": "BIGINT",
    "float64": "DOUBLE", "float32": "FLOAT", "Float64": "DOUBLE",
    "bool": "BOOLEAN", "bool?": "BOOLEAN", "boolean": "BOOLEAN",
    "str": "STRING", "string": "STRING", "category": "STRING", "bins": "STRING",
    "category[int]": "BIGINT",
    "datetime": "TIMESTAMP_NTZ", "date": "DATE", "timedelta": "INTERVAL DAY TO SECOND",
    "null": "STRING", "list": "ARRAY<STRING>",
    "period[h]": "STRING", "period[D]": "STRING", "period[W-SUN]": "STRING", "period[M]": "STRING",
    "period[Q-DEC]": "STRING", "period[Y-DEC]": "STRING",
}  # fmt: skip
"""Spark type of each supported dtype; a dtype outside this table is not held in Spark."""

PERIODS = frozenset(d for d in SPARK_TYPES if d.startswith("period"))
"""Periods of the calendar, held as the texts that pandas shows for them."""

CATEGORICAL = frozenset({"category", "category[int]", "bins"})
"""Categoricals of texts, of whole numbers, and of intervals that are held as the texts that pandas shows for them."""

SHOWN = PERIODS | {"bins"}
"""Objects of pandas that Spark holds as the texts shown for them; a column becomes such objects on the driver."""


INTEGERS = frozenset(d for d in SPARK_TYPES if d.lower().lstrip("u").startswith("int"))
FLOATS = frozenset({"float64", "float32", "Float64"})
NUMBERS = INTEGERS | FLOATS
TEXTS = frozenset({"str", "string"})
BOOLEANS = frozenset({"bool", "boolean"})
MASKED = frozenset({"Int64", "Int32", "Int16", "Int8", "UInt32", "Float64", "boolean", "string"})
"""Nullable extension dtypes: comparisons with missing answer NA, not False."""
