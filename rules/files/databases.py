"""Queries of databases: where the data at hand tell their columns, pandas asks and Spark goes on."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    EVERYTHING,
    CallSite,
    Decline,
    Frame,
    Value,
    current,
    handles,
    lifted,
    probe,
    rule,
    specimens,
)


@rule("pandas.read_sql", "pandas.read_sql_query", "pandas.read_sql_table", ignores=EVERYTHING)
def read_sql(at: CallSite) -> Frame:
    """Let pandas ask an SQLite file through the program's own connection, and go on in Spark.

    Columns and types are learned from the database at hand, which is only read; the support
    function raises where the answer no longer has them.

    Example:
        pd.read_sql("SELECT kind, count(*) AS n FROM trips GROUP BY kind", sqlite3.connect("data/trips.db"))
    """
    source, sql = handles.question(at.args[:2], at.kwargs)
    if len(at.args) > 2:
        raise Decline("options of the read are not named", "name them", code="T310")
    options = {name: _known(value) for name, value in at.kwargs.items() if name not in handles.QUESTION}
    data = probe.by_query(at.api, source, sql, options)
    if not len(data.columns):
        raise Decline("the answer has no columns", code="T202")
    at.assume("A103")
    at.status = "driver"
    current().inputs[source.path] = "sqlite"
    return lifted(at, at.pandas_code, data, index_exact=False, checked=True)


def _known(value: Value) -> Any:
    known = specimens.specimen_of(value)
    if known is None or not known.exact:
        raise Decline("an argument of the query is not known at translation time", code="T311")
    return known.value
