"""Which columns a query gives, from what ``--schema`` tells of tables and queries.

The file names them by table, or by the whole text of a query:

    {"sales": {"id": "int64", "amount": "float64"}, "SELECT count(*) AS n FROM sales": {"n": "int64"}}
"""

from __future__ import annotations

import re

from translator.diagnostics import Decline
from translator.inputs import probe

_NAME = re.compile(r"[A-Za-z_][\w.]*")
_WHOLE_TABLE = re.compile(r"SELECT \* FROM ([A-Za-z_][\w.]*)", re.IGNORECASE)


def columns(sql: str, dialect: str, by_name: bool) -> dict[str, str]:
    """The columns of a query's answer, in order, with their dtypes.

    Args:
        sql: a query, or (`by_name`) possibly the name of a table.
        dialect: of which database, as sqlglot names it.

    Raises:
        Decline: T201 when they are not declared; T310 for text that is no single query.
    """
    text = " ".join(sql.split()).rstrip("; ")
    if by_name and _NAME.fullmatch(text):
        return _declared(text)
    whole = _WHOLE_TABLE.fullmatch(text)
    found = probe.declared(text) or probe.declared(sql)
    if found is not None or whole is not None:
        return found if found is not None else _declared(whole[1] if whole else "")
    return _of_one_table(text, dialect)


def tables(sql: str, dialect: str, by_name: bool) -> list[str]:
    """The tables that a query asks, without their schemas; none where that is not known."""
    text = " ".join(sql.split()).rstrip("; ")
    whole = _WHOLE_TABLE.fullmatch(text)
    if whole is not None or by_name and _NAME.fullmatch(text):
        return [(whole[1] if whole else text).rpartition(".")[2]]
    try:
        import sqlglot

        asked = sqlglot.parse_one(sql, dialect=dialect).find_all(sqlglot.exp.Table)
        return sorted({table.name for table in asked})
    except Exception:  # without sqlglot, or for a text that it does not read
        return []


def _declared(table: str) -> dict[str, str]:
    found = probe.declared(table) or probe.declared(table.rpartition(".")[2])
    if found is None:
        example = f'{{"{table}": {{"id": "int64", ...}}}}'
        raise Decline(f"the columns of the table {table!r} are not known", f"give them with --schema: {example}", code="T201")
    return found


def _of_one_table(sql: str, dialect: str) -> dict[str, str]:
    """``SELECT a, b AS c FROM t WHERE ...``; other queries have to be declared as a whole."""
    try:
        import sqlglot
        from sqlglot import expressions as sql_tree
    except ImportError:
        raise _not_known(sql, "; install the extra 'sql' for queries of columns of one table") from None
    try:
        parsed = sqlglot.parse(sql, dialect=dialect)
    except sqlglot.errors.SqlglotError as error:
        raise Decline(f"the query is no {dialect} that can be read: {str(error).splitlines()[0]}", code="T310") from error
    select = parsed[0] if len(parsed) == 1 else None
    if not isinstance(select, (sql_tree.Select, sql_tree.SetOperation)):
        raise Decline("the text is not a single query", code="T310")
    tables = list(select.find_all(sql_tree.Table))
    if not isinstance(select, sql_tree.Select) or len(tables) != 1 or list(select.find_all(sql_tree.Subquery)):
        raise _not_known(sql)
    known = _declared(tables[0].name)
    chosen: dict[str, str] = {}
    for item in select.expressions:
        column = item.this if isinstance(item, sql_tree.Alias) else item
        if isinstance(item, sql_tree.Star):
            chosen |= known
        elif isinstance(column, sql_tree.Column) and column.name in known:
            chosen[item.alias_or_name] = known[column.name]
        else:
            raise _not_known(sql)
    return chosen


def _not_known(sql: str, further: str = "") -> Decline:
    shown = sql if len(sql) <= 60 else f"{sql[:57]}..."
    hint = f"give them with --schema, by the text of the query{further}"
    return Decline(f"the columns that {shown!r} gives are not known", hint, code="T201")
