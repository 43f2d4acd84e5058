"""Names of readers and writers without a rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "DataFrame.to_clipboard", "Series.to_clipboard", "pandas.read_clipboard",
    because="needs a desktop session", instead="read or write a file",
)  # fmt: skip
never(
    "DataFrame.to_excel", "DataFrame.to_feather", "DataFrame.to_hdf",
    "DataFrame.to_stata", "DataFrame.to_orc",
    because="Spark has no writer of a single file in this format", instead="write Parquet",
)  # fmt: skip
never(
    "pandas.read_hdf", "pandas.read_spss", "pandas.read_html",
    because="Spark has no reader for this format", instead="convert the file to Parquet once",
)  # fmt: skip
not_yet(
    "pandas.read_sql", "pandas.read_sql_query", "pandas.read_sql_table", "DataFrame.to_sql",
    because="a database is reached through its own connection, which Spark does not share",
    instead="use spark.read.jdbc with the database's address",
)  # fmt: skip
