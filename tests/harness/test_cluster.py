"""A standalone cluster, one master and two workers on this machine, verifies a program."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from translator.cli import main
from translator.harness.host import free_port

pyspark = pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="Java 17 or later is not installed"),
]

PROGRAM = """\
import pandas as pd
df = pd.read_csv("d.csv")
total = df.groupby("k")["v"].sum()
big = df[df["v"] > 1].merge(df.drop_duplicates("k")[["k", "n"]], on="k", suffixes=("", "_first"))
"""
DATA = "k,v,n\na,1.5,1\nb,,2\n,2.5,3\na,7.0,4\n"
SPARK_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"


@contextmanager
def daemon(folder: Path, *arguments: str) -> Iterator[None]:
    with (folder / f"{arguments[0].rpartition('.')[2]}.log").open("ab") as log:
        process = subprocess.Popen([str(SPARK_CLASS), *arguments], cwd=folder, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def state(port: int) -> dict[str, Any]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/", timeout=5) as answer:
            return dict(json.load(answer))
    except (OSError, ValueError):  # not there yet, or the page of a worker
        return {}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """The address of the master and the port on which it tells its state."""
    folder = tmp_path_factory.mktemp("cluster")
    port, page = free_port(), free_port()
    master = f"spark://127.0.0.1:{port}"
    started = time.monotonic()
    with ExitStack() as running:
        where = ("--host", "127.0.0.1", "--webui-port")
        running.enter_context(
            daemon(folder, "org.apache.spark.deploy.master.Master", "--port", str(port), *where, str(page))
        )
        while "aliveworkers" not in state(page):  # before a worker takes the port for a page of its own
            assert time.monotonic() - started < 60, [path.read_text()[-2000:] for path in folder.glob("*.log")]
            time.sleep(0.2)
        for number in (1, 2):
            limits = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"worker{number}"))
            running.enter_context(daemon(folder, "org.apache.spark.deploy.worker.Worker", *where, "0", *limits, master))
        while state(page).get("aliveworkers", 0) < 2:
            assert time.monotonic() - started < 90, [path.read_text()[-2000:] for path in folder.glob("*.log")]
            time.sleep(0.3)
        yield master, page


def test_a_program_is_verified_on_the_workers(cluster: tuple[str, int], tmp_path: Path) -> None:
    master, page = cluster
    (tmp_path / "job.py").write_text(PROGRAM)
    (tmp_path / "d.csv").write_text(DATA)
    result = CliRunner().invoke(main, ["verify", str(tmp_path), "--master", master, "--format", "json"])
    document = json.loads(result.output)
    assert document["totals"] == {"verdicts": 1, "equal": 1}, result.output[:3000]
    (verdict,) = document["verdicts"]
    assert (verdict["engine"], verdict["compared"]) == (master, 3)
    applications = [*state(page)["activeapps"], *state(page)["completedapps"]]
    assert [application["cores"] for application in applications] == [2], "one core of each worker"
