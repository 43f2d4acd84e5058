"""Hosts an engine for as long as its parent lives.

`python -m translator.harness.host sail|spark` starts a Spark Connect server, prints its port and
waits for the end of its standard input, which comes even when the parent is killed.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STARTUP_SECONDS = 120


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def sail() -> None:
    """Run Sail inside this process."""
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    print(server.listening_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)  # the server holds nothing that has to be put in order


def spark_command(port: int, folder: str, jars: str, master: str) -> list[str]:
    """Return the command line of an Apache Spark Connect server."""
    import pyspark

    home = Path(pyspark.__file__).parent
    settings = {
        "spark.master": master,
        "spark.connect.grpc.binding.port": str(port),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.driver.memory": "2g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.log.level": "ERROR",
    }
    if jars:
        settings |= {
            "spark.jars": jars,
            "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        }
    options = [part for key, value in settings.items() for part in ("--conf", f"{key}={value}")]
    server = "org.apache.spark.sql.connect.service.SparkConnectServer"
    return [str(home / "bin" / "spark-submit"), "--class", server, *options, "spark-internal"]


def spark(jars: str, master: str) -> None:
    """Run Apache Spark as a process of its own."""
    import pyspark

    port = free_port()
    with tempfile.TemporaryDirectory(prefix="translator-spark-") as folder:
        environment = {
            **os.environ,
            "SPARK_HOME": str(Path(pyspark.__file__).parent),
            "PYSPARK_PYTHON": sys.executable,
            "SPARK_NO_DAEMONIZE": "1",
            "SPARK_LOCAL_DIRS": folder,
            "TZ": "UTC",
        }
        for name in ("SPARK_REMOTE", "SPARK_CONNECT_MODE_ENABLED"):
            environment.pop(name, None)
        process = subprocess.Popen(
            spark_command(port, folder, jars, master),
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            start_new_session=True,
        )
        try:
            if wait_for(port, process):
                print(port, flush=True)
                sys.stdin.read()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Wait until the server listens; False if it ended instead."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.argv[1] == "sail":
        sail()
    else:
        spark(sys.argv[2], sys.argv[3])
