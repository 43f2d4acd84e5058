"""Starts the engines for tests that run emitted code in this process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def start(engine: str) -> Iterator[Any]:
    """A session on ``sail`` or ``spark``; emitted code finds it through ``getOrCreate``."""
    if engine == "sail":
        yield from _sail()
    else:
        yield from _spark()


def _sail() -> Iterator[Any]:
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    _, port = server.listening_address
    os.environ["SPARK_REMOTE"] = f"sc://127.0.0.1:{port}"
    session = SparkSession.builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()
        server.stop()
        del os.environ["SPARK_REMOTE"]


def _delta() -> dict[str, str]:
    """Settings with which Apache Spark knows Delta tables, where its jars are on this machine."""
    from translator.harness.engines import delta_jars

    jars = delta_jars()
    return {} if not jars else {
        "spark.jars": ",".join(map(str, jars)),
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    }  # fmt: skip


def _spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.host": "127.0.0.1",  # large results are fetched from there
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.log.level": "ERROR",
        # many short jobs: what the JVM spends on machine code and threads of its own comes to nothing
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.databricks.delta.snapshotPartitions": "2",
    }
    for key, value in {**settings, **_delta()}.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()
