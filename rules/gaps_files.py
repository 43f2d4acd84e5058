"""Names of readers and writers without a rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "DataFrame.to_clipboard", "Series.to_clipboard", "pandas.read_clipboard",
    because="needs a desktop session", instead="read or write a file",
)  # fmt: skip
never(
    "DataFrame.to_excel", "DataFrame.to_feather", "DataFrame.to_hdf",
    "DataFrame.to_stata", "DataFrame.to_orc", "DataFrame.to_json", "DataFrame.to_xml", "DataFrame.to_html",
    "Series.to_json", "Series.to_excel", "Series.to_hdf",
    because="Spark has no writer of a single file in this format", instead="write Parquet",
)  # fmt: skip
never(
    "pandas.read_hdf", "pandas.read_spss", "pandas.read_html",
    because="Spark has no reader for this format", instead="convert the file to Parquet once",
)  # fmt: skip
never(
    "DataFrame.to_gbq", "pandas.read_gbq",
    because="it needs the credentials of the driver's session", instead="use Spark's BigQuery connector",
)  # fmt: skip
never(
    "pandas.HDFStore", "pandas.ExcelFile", "pandas.ExcelWriter",
    because="it is a handle of a file that the driver holds open", instead="read or write the file by its path",
)  # fmt: skip
not_yet(
    "Series.to_pickle", "Series.to_sql",
    because="only frames are parked as tables so far", instead="call to_frame() first",
)  # fmt: skip
