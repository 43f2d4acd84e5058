"""Tables of database servers over JDBC, by the connections that programs have for pandas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

ROWS = 10_000
"""Rows that are fetched at a time; some drivers fetch ten by default, others all at once."""

ADDRESSES = {
    "postgresql": "jdbc:postgresql://{host}:{port}/{database}", "mysql": "jdbc:mysql://{host}:{port}/{database}",
    "mariadb": "jdbc:mysql://{host}:{port}/{database}",
}  # fmt: skip
DRIVERS = {
    "postgresql": "org.postgresql.Driver", "mysql": "com.mysql.cj.jdbc.Driver", "mariadb": "com.mysql.cj.jdbc.Driver",
}  # fmt: skip
"""Classes of the JDBC drivers; their jars have to be with Spark (``spark.jars.packages``)."""

PORTS = {"postgresql": 5432, "mysql": 3306, "mariadb": 3306}


def read_sql(sql: str, connection: Any, schema: Mapping[str, str]) -> DataFrame:
    """The answer of a database server, with the types that pandas gives it.

    Args:
        sql: a query, or the name of a table.
        connection: an engine or connection of SQLAlchemy, or one of psycopg2 or pymysql.
        schema: column names in order, with their Spark types.

    Raises:
        ValueError: when the answer has other columns, or the connection does not tell its address.
    """
    from pyspark.sql import SparkSession

    text = str(sql).strip().rstrip(";")
    reader = SparkSession.builder.getOrCreate().read.format("jdbc").options(**jdbc_options(connection))
    reader = reader.option("fetchsize", ROWS).option("preferTimestampNTZ", True)
    frame = reader.option("query" if len(text.split()) > 1 else "dbtable", text).load()
    if frame.columns != list(schema):
        raise ValueError(f"the query gives {frame.columns}, but the program was translated for {list(schema)}")

    def typed(name: str, kind: str) -> Column:
        cell = F.col(f"`{name}`").cast(kind)
        return (F.nanvl(cell, F.lit(None)) if kind in ("DOUBLE", "FLOAT") else cell).alias(name)

    return frame.select(*(typed(name, kind) for name, kind in schema.items()))


def write_sql(frame: DataFrame, table: str, connection: Any, if_exists: str = "fail") -> None:
    """Write a table of a database server as ``DataFrame.to_sql`` does.

    Args:
        table: its name, with its schema in front if it has one.
        connection: as for `read_sql`.
        if_exists: "fail", "replace" or "append".

    Raises:
        ValueError: when it exists and may not.
    """
    from pyspark.errors import PySparkException

    mode = {"fail": "error", "replace": "overwrite", "append": "append"}[if_exists]
    writer = frame.coalesce(1).write.format("jdbc").options(**jdbc_options(connection))
    try:
        writer.option("dbtable", table).mode(mode).save()
    except PySparkException as error:
        if if_exists == "fail" and "already exists" in str(error):
            raise ValueError(f"Table '{table}' already exists.") from error
        raise


def jdbc_options(connection: Any) -> dict[str, str]:
    """Address and login of a connection, as options of Spark's reader and writer; they stand in no text.

    Raises:
        ValueError: when the connection does not tell them.
    """
    address = getattr(getattr(connection, "engine", connection), "url", None)
    if address is not None:
        kind, parts = address.get_backend_name(), (address.host, address.port, address.database)
        login = (address.username, address.password)
    elif hasattr(connection, "info") and hasattr(connection.info, "dbname"):  # psycopg
        info = connection.info
        kind, parts, login = "postgresql", (info.host, info.port, info.dbname), (info.user, info.password)
    elif hasattr(connection, "server_version") and hasattr(connection, "db"):  # pymysql
        kind, parts = "mysql", (connection.host, connection.port, _text(connection.db))
        login = (_text(connection.user), _text(connection.password))
    else:
        raise ValueError(f"a {type(connection).__name__} does not tell where its database is; use an engine of SQLAlchemy")
    if kind not in ADDRESSES:
        raise ValueError(f"there is no JDBC address for {kind}; it is known for {', '.join(ADDRESSES)}")
    host, port, database = parts
    url = ADDRESSES[kind].format(host=host or "localhost", port=port or PORTS[kind], database=database or "")
    named = {"user": login[0], "password": login[1]}
    return {"url": url, "driver": DRIVERS[kind], **{name: str(value) for name, value in named.items() if value}}


def _text(part: Any) -> Any:
    return part.decode() if isinstance(part, bytes) else part
