"""Queries of databases: SQLite is asked by pandas, servers by Spark over JDBC where their columns are declared."""

from __future__ import annotations

from typing import Any

from translator.rulekit import (
    EVERYTHING,
    SPARK_TYPES,
    CallSite,
    Decline,
    Field,
    Frame,
    Local,
    Value,
    constant,
    current,
    flag,
    given,
    handles,
    lifted,
    one_of,
    pandas_api,
    parity,
    probe,
    queries,
    replace,
    rule,
    specimens,
)

BY_PANDAS = "pandas asks through the program's own connection"


@rule("pandas.read_sql", "pandas.read_sql_query", "pandas.read_sql_table", ignores=EVERYTHING)
def read_sql(at: CallSite) -> Frame:
    """Ask a database.

    An SQLite file is asked by pandas through the program's own connection; columns and types are
    learned from the file at hand, which is only read, and the support function raises where the
    answer no longer has them. A server is asked by Spark over JDBC where ``--schema`` tells its
    columns; the address and the login come from the program's own connection when it runs. Where
    the order of the rows counts, or parameters are given, pandas asks the server as well.

    Example:
        pd.read_sql("SELECT kind, count(*) AS n FROM trips GROUP BY kind", sqlite3.connect("data/trips.db"))
    """
    source, sql = handles.question(at.args[:2], at.kwargs)
    if len(at.args) > 2:
        raise Decline("options of the read are not named", "name them", code="T310")
    options = {name: value for name, value in at.kwargs.items() if name not in handles.QUESTION}
    if isinstance(source, handles.Server):
        return _of_server(at, source, sql, options)
    data = probe.by_query(at.api, source, sql, {name: _known(value) for name, value in options.items()})
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


def _of_server(at: CallSite, source: handles.Server, sql: str, options: dict[str, Value]) -> Frame:
    by_name = at.api == "pandas.read_sql_table" or source.alchemy
    columns = queries.columns(sql, source.dialect, by_name)
    if set(options) - {"params"}:
        raise Decline("only params are followed where a server is asked", code="T310")
    unfit = next((c for c, dtype in columns.items() if dtype not in SPARK_TYPES), None)
    if unfit is not None or not columns:
        raise Decline(f"column {unfit!r} is declared as {columns.get(str(unfit))!r}", code="T202")
    at.assume("A103")
    current().inputs[sql] = "jdbc"
    if source.secret:
        at.note("T206", "the connection's password stands in the program")
    fields = {c: Field(dtype, nullable=not (dtype.startswith("int") or dtype == "bool")) for c, dtype in columns.items()}
    tables = [f"{source.path}/{table}" for table in queries.tables(sql, source.dialect, by_name)] or [source.path]
    changing = any(current().is_demanded("eager", current().key(table)) for table in tables)
    if options or at.wants_order or changing:
        at.status = "driver"
        frame = lifted(at, at.pandas_code, pandas_api.empty(columns), exact=False, index_exact=False, checked=True)
        return replace(frame, fields=fields, bounded=False)
    for table in tables:
        current().reads(table)
    text, connection = (value.code for value in handles.asked(at.args, at.kwargs))
    schema = {c: SPARK_TYPES[dtype] for c, dtype in columns.items()}
    return Frame(parity.read_sql(text, connection, schema), fields=fields, origins=frozenset([at.origin]))


@rule("DataFrame.to_sql", ignores=("chunksize", "method"))
def to_sql(df: Frame, name: Value, con: Value, if_exists: Value, index: Value, schema: Value, at: CallSite) -> Local:
    """Write a table of a database server over JDBC.

    Example:
        df.to_sql("totals", con, if_exists="append", index=False)
    """
    if not isinstance(handles.handle_of(con), handles.Server):
        raise Decline(BY_PANDAS, code="T302")
    if flag(index, "index"):
        raise Decline("the labels are written as columns, with an index of the database", "pass index=False", code="T310")
    table = constant(name, "the name of the table")
    mode = one_of(if_exists, "fail", "replace", "append")
    within = constant(schema) if given(schema) else None
    if any(f.dtype not in WRITTEN_ALIKE for f in df.fields.values()):
        raise Decline("a column would become one of another type in the database", code="T312")
    rows = df.code.select(*df.fields) if df.hidden else df.code
    current().outputs[str(table)] = "jdbc"
    options = {} if mode == "fail" else {"if_exists": mode}
    return Local(parity.write_sql(rows, name.code if within is None else f"{within}.{table}", con.code, **options))


WRITTEN_ALIKE = frozenset({"int64", "float64", "str", "bool", "datetime", "date"})
"""Dtypes that pandas and JDBC give the same type of column in a table that they make."""
