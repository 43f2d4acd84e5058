"""Finds the data file that a program reads and learns its columns and types from it.

The file is only a source of facts; the emitted program reads it again, and says so loudly where
the data no longer fit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import pandas_api, pandas_times
from translator.frames.fields import Field
from translator.frames.handles import Database, Handle
from translator.inputs import csv_engines, csv_text, databases, parquet_files
from translator.inputs.parquet_files import ParquetProbe as ParquetProbe
from translator.inputs.places import locate

LARGE = 32 * 1024 * 1024
"""Bytes from which on one task for the whole of a CSV file is felt."""


@dataclass(frozen=True)
class Probe:
    """What a data file holds.

    Attributes:
        fields: facts of the data columns, in pandas' order.
        problems: columns that Spark cannot hold with the same meaning, and why.
        header: the names that stand in the file, in file order.
        whole: whether the whole file was read, not a sample.
        index: names of the index that pandas gives the frame (None for unnamed), empty for default.
    """

    fields: Mapping[str, Field]
    problems: Mapping[str, str]
    header: tuple[str, ...]
    whole: bool
    index: tuple[str | None, ...] = ()


def declared(path: str) -> dict[str, str] | None:
    """Column dtypes of a path from the ``--schema`` file."""
    source = current().config.schema
    if source is None:
        return None
    content = json.loads(source.read_text(encoding="utf-8"))
    found = content.get(path)
    return dict(found) if isinstance(found, dict) else None


def csv(path: str, options: Mapping[str, Any]) -> Probe:
    """Columns and types that ``pandas.read_csv(path, **options)`` gives.

    Raises:
        Decline: T201 when the file is not at hand or pandas cannot read it.
    """
    schema = declared(path)
    if schema is not None:
        fields = {c: Field(t, nullable=not (t.startswith("int") or t == "bool")) for c, t in schema.items()}
        return Probe(fields, {}, tuple(fields), True)
    file = locate(path)
    if file is None or not file.is_file():
        raise Decline(f"the file {path!r} is not at hand, so its columns are not known", code="T201")
    limit = current().config.probe_bytes
    whole = file.stat().st_size <= limit
    rows = None if whole else 200_000
    memo = current().memo
    key = ("csv", str(file), repr(sorted(options.items(), key=lambda o: o[0])))
    if key not in memo:
        try:
            memo[key] = pandas_api.read_csv_facts(file, dict(options), rows)
        except Exception as error:
            raise Decline(f"pandas cannot read {path!r}: {error}", code="T201") from error
    fields, problems, header, index = memo[key]
    return Probe(fields, problems, header, whole, index)


def same_by_arrow(path: str, options: Mapping[str, Any]) -> bool:
    """Whether the file at hand is the same frame to pandas' two engines for CSV."""
    file = locate(path)
    memo, key = current().memo, ("arrow", path, repr(sorted(options.items(), key=lambda o: o[0])))
    if key not in memo:
        try:
            memo[key] = file is not None and csv_engines.same_by_arrow(file, options, current().config.probe_bytes)
        except Exception:  # an option that the engine does not have; the program itself raises there
            memo[key] = False
    same: bool = memo[key]
    return same


def same_in_chunks(path: str, size: int, options: Mapping[str, Any]) -> bool:
    """Whether the chunks of the file at hand, put together, are the frame that one read of it gives."""
    file = locate(path)
    memo, key = current().memo, ("chunks", path, size, repr(sorted(options.items(), key=lambda o: o[0])))
    if key not in memo:
        try:
            limit = current().config.probe_bytes
            memo[key] = file is not None and csv_engines.same_in_chunks(file, size, options, limit)
        except Exception:  # the program itself raises here
            memo[key] = False
    same: bool = memo[key]
    return same


def is_large(path: str) -> bool:
    """Whether the file at hand is worth a look at its text before it is read."""
    file = locate(path)
    return file is not None and file.is_file() and file.stat().st_size >= LARGE


def parquet(path: str) -> ParquetProbe:
    """What ``pandas.read_parquet(path)`` gives, from metadata and rows at hand.

    Raises:
        Decline: T201 when the file is not at hand or not readable.
    """
    file = locate(path)
    if file is None:
        raise Decline(f"the file {path!r} is not at hand, so its columns are not known", code="T201")
    memo, key = current().memo, ("parquet", str(file))
    if key not in memo:
        try:
            memo[key] = parquet_files.look(file, current().config.probe_bytes)
        except Exception as error:
            raise Decline(f"Spark cannot read {path!r} as pandas does: {error}", code="T201") from error
    found: ParquetProbe = memo[key]
    return found


def by_pandas(
    reader: str, source: Handle, args: Sequence[Any], options: Mapping[str, Any], file: Path | None = None
) -> Any:
    """The pandas frame that ``pandas.read_...(path, ...)`` gives for the file at hand, or another one.

    Raises:
        Decline: T201 when the file is not at hand, too large to look at, or not readable.
    """
    path, file = source.path, file or locate(source.path)
    if file is None or not file.is_file():
        raise Decline(f"the file {path!r} is not at hand, so its columns are not known", code="T201")
    if file.stat().st_size > current().config.probe_bytes:
        raise Decline(f"the file {path!r} is too large to be read whole at translation time", code="T201")
    memo = current().memo
    key = (reader, str(file), source, repr(args), repr(sorted(options.items(), key=lambda o: o[0])))
    if key not in memo:
        try:
            with source.opened(file) as opened:
                memo[key] = pandas_api.read(reader, opened, args, options)
        except Exception as error:
            raise Decline(f"pandas cannot read {path!r}: {error}", code="T201") from error
    return memo[key]


def by_query(reader: str, source: Database, sql: str, options: Mapping[str, Any]) -> Any:
    """The pandas frame that ``pandas.read_sql...(sql, connection, ...)`` gives for the database at hand.

    Raises:
        Decline: T201 when the database is not at hand, or does not answer, or not soon enough.
    """
    file = locate(source.path)
    if file is None or not file.is_file():
        raise Decline(f"the database {source.path!r} is not at hand, so the columns of a query are not known", code="T201")
    memo, key = current().memo, (reader, str(file), source, sql, repr(sorted(options.items(), key=lambda o: o[0])))
    if key not in memo:
        try:
            memo[key] = databases.answer(file, reader, sql, options, source.alchemy)
        except Exception as error:
            raise Decline(f"the database {source.path!r} does not answer: {error}", code="T201") from error
    return memo[key]


def csv_date_format(path: str, options: Mapping[str, Any], column: str) -> str | None:
    """The format of a column's dates ("ISO8601" where a plain cast reads them), if there is one."""
    file = locate(path)
    return None if file is None else pandas_times.date_format(file, dict(options), column)


def csv_peculiarity(path: str, separator: str, quote: str, encoding: str) -> str | None:
    """What pandas and Spark would read differently in the file at hand, if anything."""
    file = locate(path)
    if file is None:
        return None
    memo, key = current().memo, ("csv text", path, separator, quote, encoding)
    if key not in memo:
        memo[key] = csv_text.peculiarity(file, separator, quote, encoding, current().config.probe_bytes)
    found: str | None = memo[key]
    return found


def csv_header(path: str, separator: str, quote: str, encoding: str) -> list[str]:
    """The cells of the first line as they stand in the file at hand."""
    file = locate(path)
    return [] if file is None else csv_text.first_row(file, separator, quote, encoding)
