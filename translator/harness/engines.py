"""Engines: a Spark Connect server that is started once and serves every run.

`sail` needs no Java and is up at once; `spark` is Apache Spark in a JVM of its own, the reference.
`spark://host:port` (a master) runs Apache Spark on a cluster, `sc://host:port` uses a Spark Connect
server that is already there.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import selectors
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

DELTA_VERSION = "4.4.0"
DELTA_ARTIFACTS = (
    "delta-spark_4.2_2.13", "delta-storage", "delta-kernel-api", "delta-kernel-defaults",
    "delta-kernel-unitycatalog",
)  # fmt: skip
DELTA_VARIABLE = "TRANSLATOR_DELTA_JARS"
MAVEN = "https://repo1.maven.org/maven2/io/delta"


class EngineUnavailableError(Exception):
    """An engine cannot be started on this machine."""


def cache_dir() -> Path:
    """Return the folder in which downloads are kept between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "pandas-to-pyspark"


def delta_jars() -> list[Path]:
    """Return the Delta jars for Apache Spark, [] if they are not on this machine."""
    given = os.environ.get(DELTA_VARIABLE)
    folder = Path(given) if given else cache_dir() / f"delta-{DELTA_VERSION}"
    if given and not folder.is_dir():
        return [Path(part) for part in given.split(os.pathsep) if Path(part).is_file()]
    jars = sorted(folder.glob("*.jar"))
    return jars if given or len(jars) >= len(DELTA_ARTIFACTS) else []


def fetch_delta_jars() -> list[Path]:
    """Download the Delta jars into the cache (with Maven if it is there); return them."""
    if found := delta_jars():
        return found
    folder = cache_dir() / f"delta-{DELTA_VERSION}"
    partial = folder.with_name(folder.name + f".part{os.getpid()}")
    partial.mkdir(parents=True, exist_ok=True)
    try:
        for artifact in DELTA_ARTIFACTS:
            _fetch(artifact, partial)
        with contextlib.suppress(OSError):
            partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return delta_jars()


def _fetch(artifact: str, folder: Path) -> None:
    """Download one jar."""
    import urllib.request

    maven = shutil.which("mvn")
    if maven:
        coordinate = f"-Dartifact=io.delta:{artifact}:{DELTA_VERSION}"
        command = [maven, "-q", "-B", "dependency:copy", coordinate, f"-DoutputDirectory={folder}"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return
    name = f"{artifact}-{DELTA_VERSION}.jar"
    with urllib.request.urlopen(f"{MAVEN}/{artifact}/{DELTA_VERSION}/{name}") as answer:
        (folder / name).write_bytes(answer.read())


@dataclass
class Engine:
    """One running (or remote) engine; a context manager."""

    name: str
    master: str = "local[2]"
    remote: str = ""
    delta: bool = True
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> Engine:
        """Start the server unless it runs already; raise `EngineUnavailableError` if that fails."""
        if self.name.startswith("sc://"):
            self.remote = self.name
        if self.remote:
            return self
        if self.name.startswith(("spark://", "local[")):
            self.master = self.name
        arguments = self._arguments()
        environment = {**os.environ, "PYTHONPATH": python_path()}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "translator.harness.host", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        port = _read_line(self._process, 150)
        if not port.strip().isdigit():
            self.stop()
            raise EngineUnavailableError(f"the {self.name} server did not start")
        self.remote = f"sc://127.0.0.1:{port.strip()}"
        return self

    def _arguments(self) -> list[str]:
        """Check what the engine needs and return the arguments of its host."""
        if self.name not in ("sail", "spark", self.master):
            raise EngineUnavailableError(f"there is no engine {self.name}")
        if importlib.util.find_spec("pyspark") is None:
            raise EngineUnavailableError("pyspark is not installed")
        if self.name == "sail":
            if importlib.util.find_spec("pysail") is None:
                raise EngineUnavailableError("pysail is not installed")
            return ["sail"]
        home = os.environ.get("JAVA_HOME")
        if not (shutil.which("java") or (home and Path(home, "bin", "java").exists())):
            raise EngineUnavailableError("Java is not installed (17 or newer is needed)")
        jars = delta_jars()
        self.delta = bool(jars)
        return ["spark", ",".join(map(str, jars)), self.master]

    @property
    def running(self) -> bool:
        """Tell whether the server still answers."""
        return bool(self.remote) and (self._process is None or self._process.poll() is None)

    def stop(self) -> None:
        """Stop the server if it was started here."""
        if self._process is not None:
            assert self._process.stdin is not None
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None
            self.remote = ""

    def __enter__(self) -> Engine:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def python_path() -> str:
    """Return a PYTHONPATH under which a child finds this package."""
    root = str(Path(__file__).resolve().parents[2])
    rest = os.environ.get("PYTHONPATH", "")
    return os.pathsep.join([root, rest] if rest else [root])


def _read_line(process: subprocess.Popen[str], timeout: float) -> str:
    """Read one line from a child, "" if none comes in time."""
    assert process.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(timeout):
            return ""
    return process.stdout.readline()
