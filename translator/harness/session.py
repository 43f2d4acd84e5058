"""Prepares the Spark session that a translated file picks up with `getOrCreate()`.

The session is a Spark Connect client of a warm server. The server resolves relative paths against
its own folder, so that paths are made absolute here, where the plan is built.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from translator.harness.recorder import Recorder
from translator.harness.sandbox import WriteNotAllowedError

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:/")

written: list[str] = []
"""The paths that this process has written to through Spark."""


def prepare(remote: str, *, ansi: bool, database: str, recorder: Recorder, roots: Sequence[str]) -> Any:
    """Connect, configure the session and patch what depends on the working folder."""
    os.environ["SPARK_REMOTE"] = remote
    os.environ["SPARK_CONNECT_MODE_ENABLED"] = "1"
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    for key, value in _settings(ansi).items():
        spark.conf.set(key, value)
    if database:
        name, _, place = database.partition("=")
        spark.sql(f"CREATE DATABASE IF NOT EXISTS {name} LOCATION '{place}'").collect()
        spark.catalog.setCurrentDatabase(name)
    absolute_paths(roots)
    observe(recorder)
    return spark


def _settings(ansi: bool) -> dict[str, str]:
    """Return the settings under which translations promise to be equal."""
    return {
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true" if ansi else "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.shuffle.partitions": "4",
    }


def absolute(path: str) -> str:
    """Return a path as seen from the current folder; what has a scheme stays as it is."""
    if not path or _SCHEME.match(path):
        return path
    return os.path.abspath(path)


def absolute_paths(roots: Sequence[str]) -> None:
    """Make paths absolute when a read or a write is planned, and refuse writes elsewhere."""
    from pyspark.sql.connect import plan

    read_init: Callable[..., None] = plan.DataSource.__init__
    refresh_init: Callable[..., None] = plan.RefreshByPath.__init__
    write_command: Callable[..., Any] = plan.WriteOperation.command

    def init(self: Any, *args: Any, **named: Any) -> None:
        read_init(self, *args, **named)
        if self._format is None or str(self._format).lower() != "jdbc":
            self._paths = [absolute(path) for path in self._paths or []] or self._paths
            self._options = _with_path(self._options)

    def command(self: Any, session: Any) -> Any:
        if self.path is not None:
            self.path = absolute(self.path)
            _check(self.path, roots)
            written.append(_local(self.path))
        self.options = _with_path(self.options)
        return write_command(self, session)

    def refresh(self: Any, path: str) -> None:
        refresh_init(self, absolute(path))

    plan.RefreshByPath.__init__ = refresh  # type: ignore[method-assign]
    plan.DataSource.__init__ = init  # type: ignore[method-assign]
    plan.WriteOperation.command = command  # type: ignore[method-assign]


def _with_path(options: Any) -> Any:
    """Return reader or writer options with an absolute path option."""
    if not options:
        return options
    return {
        key: absolute(value) if key.lower() == "path" and isinstance(value, str) else value
        for key, value in options.items()
    }


def _local(path: str) -> str:
    """Return the path of a file URL."""
    return path.removeprefix("file://").removeprefix("file:")


def _check(path: str, roots: Sequence[str]) -> None:
    """Refuse to write outside of the working copy, as the sandbox does for Python."""
    place = os.path.realpath(_local(path))
    if not any(place.startswith(os.path.realpath(root)) for root in roots):
        raise WriteNotAllowedError(f"writes outside of its working folder: {path}")


def observe(recorder: Recorder) -> None:
    """Record frames that are shown as their rows, and keep the session until the end."""
    from pyspark.sql.connect.dataframe import DataFrame
    from pyspark.sql.connect.session import SparkSession

    def show(self: Any, n: int | None = None, *_: Any, **__: Any) -> None:
        recorder.value(self if n is None else self.limit(n), "show")

    def stay(self: Any) -> None:
        """The variables are read after the script has stopped its session."""

    DataFrame.show = show  # type: ignore[method-assign]
    SparkSession.stop = stay  # type: ignore[method-assign]


def close(spark: Any) -> None:
    """End the session on the server: its views, cached frames and settings go with it."""
    with suppress(Exception):  # not every engine caches
        spark.catalog.clearCache()
    with suppress(Exception):
        spark.client.release_session()
