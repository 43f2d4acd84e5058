"""What a query of an SQLite file gives: asked here to learn its columns, in a way that changes nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from translator.evidence import pandas_api

SECONDS = 10.0
"""How long a query may take before its columns count as not known."""

_ALLOWED = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_TRANSACTION,
})  # fmt: skip
_LOOKED_UP = frozenset({
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "read_uncommitted",
})  # fmt: skip


def answer(file: Path, reader: str, sql: str, options: Mapping[str, Any], alchemy: bool) -> Any:
    """The pandas frame that a reader gives for a query.

    Args:
        file: the database; it is opened read-only and as one that nobody else changes.
        reader: qualified name of the reader, such as ``pandas.read_sql_query``.
        sql: a query, or the name of a table where the reader takes one.
        alchemy: whether the program asks through SQLAlchemy, which knows types by the declarations of a table.

    Raises:
        Exception: whatever SQLite says: no such table, an attempt to write, or more than `SECONDS`.
    """
    if file.with_name(f"{file.name}-wal").exists():
        raise sqlite3.OperationalError("another program is writing into it")
    by_name = reader == "pandas.read_sql_table" or alchemy and " " not in sql.strip()
    with closing(_connection(file)) as connection:
        if not by_name:
            return pandas_api.read(reader, sql, [connection], options)
        from sqlalchemy import create_engine
        from sqlalchemy.pool import StaticPool

        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        return pandas_api.read(reader, sql, [engine], options)


def _connection(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(str(file.resolve()))}?mode=ro&immutable=1", uri=True)
    end = time.monotonic() + SECONDS
    connection.set_authorizer(_authorized)
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    return connection


def _authorized(action: int, first: str | None, second: str | None, database: str | None, source: str | None) -> int:
    looks = action == sqlite3.SQLITE_PRAGMA and first in _LOOKED_UP and not (first == "read_uncommitted" and second)
    calls = action == sqlite3.SQLITE_FUNCTION and second in ("load_extension", "writefile", "readfile")
    return sqlite3.SQLITE_OK if looks or action in _ALLOWED and not calls else sqlite3.SQLITE_DENY
