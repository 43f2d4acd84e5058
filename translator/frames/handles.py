"""Objects through which a program reaches its data: open files, archives, workbooks, databases.

A handle tells which file pandas is going to read, and how that file is opened here to learn what it
holds. Opening one changes nothing: files and archives are opened for reading, databases read-only.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from translator.context import current
from translator.diagnostics import Decline
from translator.evidence import specimens
from translator.evidence.stand_ins import Specimen
from translator.frames.values import Const, Value
from translator.inputs.places import likely_path, locate, path_of


@dataclass(frozen=True)
class Handle:
    """An object that gives access to the file at `path`, as the program writes it.

    `once` says that reading moves on in it: a second read would start where the first one ended.
    """

    path: str
    once: ClassVar[bool] = False

    def opened(self, file: Path) -> AbstractContextManager[Any]:
        """What a reader of pandas is given for the file at hand."""
        return nullcontext(file)


@dataclass(frozen=True)
class OpenFile(Handle):
    """``open(path)``, of which nothing has been read yet."""

    opener: str
    binary: bool
    options: tuple[tuple[str, Any], ...]
    once: ClassVar[bool] = True

    def opened(self, file: Path) -> AbstractContextManager[Any]:
        opening: Callable[..., Any] = _OPENERS[self.opener]
        found: AbstractContextManager[Any] = opening(file, "rb" if self.binary else "rt", **dict(self.options))
        return found


@dataclass(frozen=True)
class Written(Handle):
    """``open(path, "w")``: nothing is read from it."""

    def opened(self, file: Path) -> AbstractContextManager[Any]:
        raise Decline("the file is opened for writing", code="T201")


@dataclass(frozen=True)
class Archive(Handle):
    """``zipfile.ZipFile(path)``."""


@dataclass(frozen=True)
class Member(Handle):
    """``archive.open(name)``, of which nothing has been read yet."""

    name: str
    once: ClassVar[bool] = True

    def opened(self, file: Path) -> AbstractContextManager[Any]:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo(self.name).file_size > UNPACKED:
                raise ValueError(f"{self.name} is too large to be looked at")
            return io.BytesIO(archive.read(self.name))


@dataclass(frozen=True)
class Workbook(Handle):
    """``pd.ExcelFile(path)``."""


@dataclass(frozen=True)
class Database(Handle):
    """A connection with an SQLite file, or an engine for one; `alchemy` if it is of SQLAlchemy."""

    alchemy: bool = False


class Once(list[Any]):
    """What an iterator gives, one time."""


@dataclass(frozen=True)
class Store:
    """A client of S3, or (`session`) a session that makes one."""

    session: bool = False


@dataclass(frozen=True)
class Stored(Handle):
    """The content of an object in S3, of which nothing has been read yet; the file at hand stands for it.

    What ``read`` gives of it is a plain `Handle`.
    """

    once: ClassVar[bool] = True


@dataclass(frozen=True)
class Server(Handle):
    """A connection with a database server, or an engine for one, which knows its address when the program runs.

    Attributes:
        dialect: which database it is, as sqlglot names it.
        alchemy: whether it is of SQLAlchemy.
        secret: whether the program's text holds the password.
    """

    dialect: str
    alchemy: bool = False
    secret: bool = False


UNPACKED = 256 * 1024 * 1024
"""Bytes of the largest member of an archive that is unpacked to learn what it holds."""

_OPENERS: Mapping[str, Callable[..., Any]] = {"builtins.open": open, "io.open": open, "gzip.open": gzip.open,
                                              "bz2.open": bz2.open}  # fmt: skip
_CONTENTS: Mapping[str, Callable[[Any], Any]] = {
    "json.load": lambda file: json.load(file),
    "csv.DictReader": lambda file: Once(csv.DictReader(file)),
    "csv.reader": lambda file: Once(csv.reader(file)),
}
"""Functions that read the whole of an open file; the readers of CSV give their rows once, one by one."""

_TEXT_OPTIONS = ("encoding", "errors", "newline")
_DIALECTS = {"postgresql": "postgres", "postgres": "postgres", "mysql": "mysql", "mariadb": "mysql"}
"""By SQLAlchemy's name, the databases whose types JDBC and Python tell alike, as far as columns are declared."""

_DRIVERS = {"psycopg2.connect": "postgres", "psycopg.connect": "postgres", "pymysql.connect": "mysql"}
SERVERS = "database server"
"""What stands for the tables of all servers where it is noted that they are read and changed."""

_SQLITE = ("sqlite:///", "sqlite+pysqlite:///")


QUERIES = frozenset({"pandas.read_sql", "pandas.read_sql_query", "pandas.read_sql_table"})
"""Readers that are given a query and a connection."""

QUESTION = ("sql", "table_name", "con")
"""The arguments of these readers that say what is asked, and of whom."""


def source_of(value: Value) -> Handle:
    """Where a reader of pandas reads from: a path, or an object that gives access to one.

    Raises:
        Decline: T311 when it is not known before the program runs; T201 when the program itself writes there.
    """
    handle = handle_of(value)
    if handle is None:
        return Handle(path_of(value))
    if current().is_written(handle.path):
        raise Decline("the program writes there itself, so what lies there now says nothing", code="T201")
    return handle


def asked(args: Sequence[Value], kwargs: Mapping[str, Value]) -> list[Value]:
    """The text and the connection of ``pd.read_sql(text, connection)``, by position or by name."""
    return [*args, *(kwargs[name] for name in QUESTION if name in kwargs)]


def question(args: Sequence[Value], kwargs: Mapping[str, Value]) -> tuple[Database | Server, str]:
    """The database and the text of ``pd.read_sql(text, connection)``.

    Raises:
        Decline: T311 when either is not known; T201 when the program itself writes into the database.
    """
    given = asked(args, kwargs)
    text = likely_path(given[0]) if given else None
    if not isinstance(text, str) or "{" in text and not isinstance(given[0], Const):
        raise Decline("the text of the query is not known at translation time", "write it as a constant", code="T311")
    source = source_of(given[1]) if len(given) == 2 and handle_of(given[1]) is not None else None
    if not isinstance(source, (Database, Server)):
        hint = "use an engine of SQLAlchemy, which tells its address"
        raise Decline("the database behind the connection is not known", hint, code="T311")
    return source, text


def handle_of(value: Value) -> Handle | None:
    """The handle that a value is, if it is one."""
    found = specimens.specimen_of(value)
    return found.value if found is not None and isinstance(found.value, Handle) else None


def called(key: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """The handle that a function gives, by its qualified name, or what it reads."""
    if key in _CONTENTS:
        return _learned(args[0], key, _CONTENTS[key]) if len(args) == 1 and not kwargs else None
    wrapped = handle_of(args[0]) if len(args) == 1 and not kwargs else None
    if type(wrapped) is Handle and key in ("io.BytesIO", "io.StringIO"):
        return _specimen(Stored(wrapped.path))
    if key in ("boto3.client", "boto3.Session", "boto3.session.Session", "s3fs.S3FileSystem"):
        named = getattr(args[0], "value", None) if args else "s3"
        return Specimen(Store("Session" in key), False, "nothing") if "Session" in key or named == "s3" else None
    if key in _DRIVERS:
        texts = [str(value.value) for value in args if isinstance(value, Const)]
        secret = isinstance(kwargs.get("password"), Const) or any("password" in text for text in texts)
        return _specimen(Server(SERVERS, _DRIVERS[key], secret=secret))
    path = likely_path(args[0]) if args else None
    if path is None:
        return None
    found: Handle | None = None
    match key:
        case _ if key in _OPENERS:
            found = _opened(key, str(path), args[1:], kwargs)
        case "zipfile.ZipFile" if _mode(args[1:], kwargs) == "r":
            found = Archive(str(path))
        case "pandas.ExcelFile" if len(args) == 1 and not set(kwargs) - {"engine"}:
            found = Workbook(str(path))
        case "sqlite3.connect" if len(args) == 1 and not kwargs and not str(path).startswith((":", "file:")):
            found = Database(str(path))
        case "sqlalchemy.create_engine" if isinstance(path, str) and not set(kwargs) - {"echo", "future"}:
            start = next((s for s in _SQLITE if path.startswith(s)), None)
            at_hand = start is not None and path != start
            found = Database(path.removeprefix(str(start)), alchemy=True) if at_hand else _server(path, args[0])
    return None if found is None else _specimen(found)


def method(receiver: Value, name: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """What a method of a handle gives: a member of an archive, a connection of an engine."""
    handle = handle_of(receiver)
    known = specimens.specimen_of(receiver)
    if known is not None and isinstance(known.value, Store):
        return _stored(known.value, name, args, kwargs)
    if isinstance(handle, Stored) and name == "read" and not args and not kwargs:
        return _specimen(Handle(handle.path))
    if type(handle) is Handle and name == "decode" and not kwargs and _constants(args) in ([], ["utf-8"], ["utf8"]):
        return _specimen(handle)
    if isinstance(handle, Archive) and name == "open" and args and _mode(args[1:], kwargs) == "r":
        member = likely_path(args[0])
        return _specimen(Member(handle.path, member)) if isinstance(member, str) else None
    if isinstance(handle, OpenFile) and name == "read" and not args and not kwargs:
        return _learned(receiver, "read", lambda file: file.read())
    if isinstance(handle, (Database, Server)) and handle.alchemy and name in ("connect", "raw_connection") and not args:
        return _specimen(replace(handle, alchemy=name == "connect"))
    return None


_HARMLESS = frozenset({"connect", "raw_connection", "close", "dispose"})


def is_harmless(receiver: Value, name: str) -> bool:
    """Whether a method of a connection leaves the data as they are; true of whatever is no connection."""
    return name in _HARMLESS or not isinstance(handle_of(receiver), (Database, Server))


def _constants(args: Sequence[Value]) -> list[object]:
    return [getattr(arg, "value", None) for arg in args]


def _stored(store: Store, name: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> Specimen | None:
    """``client.get_object(Bucket=..., Key=...)``, ``session.client("s3")`` and ``s3fs``'s ``open(path)``."""
    if store.session:
        return Specimen(Store(), False, "nothing") if name == "client" and _constants(args) == ["s3"] else None
    if name == "get_object" and set(kwargs) == {"Bucket", "Key"} and not args:
        bucket, key = likely_path(kwargs["Bucket"]), likely_path(kwargs["Key"])
        if bucket is not None and key is not None:
            return Specimen({"Body": Stored(f"s3://{bucket}/{key}")}, False, "nothing")
    if name == "open" and args and _mode(args[1:], kwargs, "rb") in ("rb", "r") and not set(kwargs) - {"mode", "encoding"}:
        path = likely_path(args[0])
        return None if path is None else _specimen(Stored(f"s3://{str(path).removeprefix('s3://')}"))
    return None


def _learned(value: Value, how: str, read: Callable[[Any], Any]) -> Specimen | None:
    """What reading the whole of an open file, or of a path, gives with the file at hand; `how` names the way."""
    try:
        source = source_of(value)
    except Decline:
        return None
    file, memo, key = locate(source.path), current().memo, ("content", source, how)
    if file is None or not file.is_file() or file.stat().st_size > current().config.probe_bytes:
        return None
    if key not in memo:
        try:
            with source.opened(file) as opened:
                memo[key] = read(opened)
        except (OSError, ValueError, AttributeError, RecursionError, csv.Error):  # the program itself raises here
            memo[key] = None
    return None if memo[key] is None else Specimen(memo[key], False, learned=True)


def entered(value: Value, uses: int) -> Specimen | None:
    """What ``with value as name`` binds, where `uses` tells how often the block names it."""
    handle = handle_of(value)
    return None if handle is None or handle.once and uses != 1 else Specimen(handle, False, "nothing")


def _server(address: str, given: Value) -> Server | None:
    """The server of an address such as ``postgresql+psycopg2://user:password@host/database``."""
    scheme, _, rest = address.partition("://")
    dialect = _DIALECTS.get(scheme.partition("+")[0])
    login = rest.rpartition("@")[0]
    secret = isinstance(given, Const) and ":" in login
    return None if dialect is None else Server(SERVERS, dialect, alchemy=True, secret=secret)


def _specimen(handle: Handle) -> Specimen:
    return Specimen(handle, False, "all" if handle.once else "nothing")


def _opened(key: str, path: str, args: Sequence[Value], kwargs: Mapping[str, Value]) -> OpenFile | Written | None:
    mode = _mode(args, kwargs, "rb" if key in ("gzip.open", "bz2.open") else "r")
    if isinstance(mode, str) and mode.startswith(("w", "a", "x")):
        return Written(path)
    options = {name: getattr(value, "value", ...) for name, value in kwargs.items() if name != "mode"}
    if mode not in ("r", "rt", "rb") or len(args) > 1 or set(options) - set(_TEXT_OPTIONS) or ... in options.values():
        return None
    binary = mode == "rb" or mode == "r" and key in ("gzip.open", "bz2.open")
    return OpenFile(path, key, binary, tuple(options.items()))


def _mode(args: Sequence[Value], kwargs: Mapping[str, Value], default: str = "r") -> object:
    value = kwargs.get("mode", args[0] if args else None)
    return default if value is None else getattr(value, "value", None)
