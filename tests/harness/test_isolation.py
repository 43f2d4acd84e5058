"""Runs that misbehave: clear verdicts, nothing left behind, the user's files untouched."""

from __future__ import annotations

import glob
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from translator.harness import Unit, Verdict, verify
from translator.harness.engines import Engine, EngineUnavailableError, python_path

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

SPARK = "from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n"
FINE = "x = 1\n"


@pytest.fixture(scope="module")
def sail() -> Any:
    with Engine("sail") as engine:
        yield engine.remote


@pytest.fixture
def verdict(tmp_path: Path, sail: str) -> Any:
    def run(original: str, translated: str | None = None, **options: Any) -> Verdict:
        unit = pair(tmp_path, original, translated if translated is not None else original)
        (verdict,) = verify([unit], engines=[sail], **options)
        return verdict

    return run


def pair(folder: Path, original: str, translated: str, name: str = "job.py") -> Unit:
    (folder / "work").mkdir(exist_ok=True)
    (folder / "out").mkdir(exist_ok=True)
    (folder / "work" / name).write_text(original)
    (folder / "out" / name).write_text(translated)
    return Unit(folder / "work" / name, folder / "out" / name, folder / "work")


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for temporary files that nothing else on the machine writes to."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))


def left_behind() -> set[str]:
    return set(glob.glob(os.path.join(tempfile.gettempdir(), "translator-run-*")))


def test_time_limit(verdict: Any) -> None:
    before = left_behind()
    started = time.monotonic()
    result = verdict(FINE, "while True:\n    pass\n", timeout=2)
    assert result.outcome == "timeout"
    assert "translation" in result.reason
    assert time.monotonic() - started < 30
    assert left_behind() == before


def test_time_limit_reaches_what_a_run_has_started(verdict: Any, tmp_path: Path) -> None:
    code = "import subprocess\nsubprocess.run(['sleep', '31.4159'])\n"
    assert verdict(code, timeout=2).outcome == "timeout"
    commands = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            commands.append(Path(path).read_bytes())
        except OSError:
            continue
    assert not any(b"31.4159" in command for command in commands)


def test_memory_limit(verdict: Any) -> None:
    code = "import numpy as np\nx = np.ones((20_000, 20_000))\nn = float(x.sum())\n"
    result = verdict(code, memory=2**30)
    assert result.outcome == "out-of-memory"
    assert "original" in result.reason


def test_missing_input(verdict: Any) -> None:
    result = verdict("import pandas as pd\ndf = pd.read_csv('none.csv')\n")
    assert result.outcome == "original-failed"
    assert "FileNotFoundError" in result.reason
    assert "line 2" in result.reason


def test_translation_that_raises(verdict: Any) -> None:
    result = verdict(FINE, SPARK + "x = spark.table('none').count()\n")
    assert result.outcome == "translation-failed"
    assert "line 3" in result.reason


def test_exit(verdict: Any) -> None:
    assert verdict("import sys\nx = 1\nsys.exit()\n").ok
    assert verdict("x = 1\nexit(3)\n").outcome == "original-failed"
    assert verdict("import os\nx = 1\nos._exit(0)\n").outcome == "original-failed"


@pytest.mark.parametrize(
    "code",
    [
        "open({path!r}, 'w').write('x')",
        "import os\nos.remove({path!r})",
        "import shutil\nshutil.rmtree(os.path.dirname({path!r}))",
        "import pandas as pd\npd.DataFrame({{'a': [1]}}).to_csv({path!r})",
        "import subprocess\nsubprocess.run('echo x > {path}', shell=True, check=True)",
        "import pyarrow as pa, pyarrow.parquet as pq\npq.write_table(pa.table({{'a': [1]}}), {path!r})",
    ],
)
def test_writing_outside_of_the_working_folder(code: str, verdict: Any, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("precious")
    result = verdict("import os\n" + code.format(path=str(precious)))
    assert result.outcome == "original-failed"
    assert precious.read_text() == "precious"


def test_spark_writing_outside_of_the_working_folder(verdict: Any, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    result = verdict(FINE, SPARK + f"x = 1\nspark.range(1).write.csv({str(place)!r})\n")
    assert result.outcome == "translation-failed"
    assert "outside" in result.reason
    assert not place.exists()


def test_files_of_the_user_stay_as_they_are(verdict: Any, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    data = tmp_path / "work" / "data.txt"
    data.write_text("old")
    code = "import os\nopen('data.txt', 'w').write('new')\nos.mkdir('made')\nx = os.getcwd()[:1]\n"
    assert verdict(code).ok
    assert data.read_text() == "old"
    assert sorted(p.name for p in (tmp_path / "work").iterdir()) == ["data.txt", "job.py"]


def test_network_is_refused(verdict: Any) -> None:
    code = "import socket\nsocket.create_connection(('192.0.2.1', 80), 1)\n"
    result = verdict(code)
    assert result.outcome == "original-failed"
    assert "NetworkNotAllowedError" in result.reason


def test_links_that_lead_outside_are_not_followed(verdict: Any, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "f.txt").write_text("s")
    (tmp_path / "work" / "link").symlink_to(tmp_path / "secret")
    (tmp_path / "work" / "real.txt").write_text("r")
    (tmp_path / "work" / "inner.txt").symlink_to(tmp_path / "work" / "real.txt")
    code = "import os\nx = sorted(os.listdir('.'))\ny = open('inner.txt').read()\n"
    result = verdict(code + "assert 'link' not in x\n")
    assert result.ok, result.reason


def test_one_broken_unit_does_not_stop_the_others(tmp_path: Path, sail: str) -> None:
    units = [
        pair(tmp_path, FINE, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "a.py"),
        pair(tmp_path, FINE, FINE, "b.py"),
        pair(tmp_path, "x = (", FINE, "c.py"),
        pair(tmp_path, FINE, "x = 2\n", "d.py"),
        pair(tmp_path, "pass\n", "pass\n", "e.py"),
    ]
    verdicts = verify(units, engines=[sail], jobs=2)
    outcomes = [verdict.outcome for verdict in verdicts]
    assert outcomes == ["out-of-memory", "equal", "original-failed", "different", "vacuous"]


def test_sessions_do_not_see_one_another(tmp_path: Path, sail: str) -> None:
    first = (
        SPARK
        + "spark.range(3).createTempView('t')\nspark.conf.set('spark.sql.ansi.enabled', 'false')\nx = 1\n"
    )
    second = SPARK + (
        "from pyspark.errors import AnalysisException\n"
        "try:\n    spark.table('t').count()\n    x = 2\nexcept AnalysisException:\n    x = 1\n"
        "assert spark.conf.get('spark.sql.ansi.enabled') == 'true'\n"
    )
    units = [pair(tmp_path, FINE, first, "a.py"), pair(tmp_path, FINE, second, "b.py")]
    assert [v.outcome for v in verify(units, engines=[sail])] == ["equal", "equal"]


def test_session_is_still_there_after_stop(verdict: Any) -> None:
    original = "import pandas as pd\nr = pd.DataFrame({'id': [0, 1]})\n"
    assert verdict(original, SPARK + "r = spark.range(2)\nspark.stop()\n").ok


def test_random_numbers_and_clock_are_the_same_on_both_sides(verdict: Any) -> None:
    code = (
        "import datetime, random, time\nimport numpy as np\nimport pandas as pd\nstart = time.time()\n"
        "a, b = random.random(), np.random.default_rng().random()\n"
        "c, d, e = datetime.datetime.now(), datetime.date.today(), pd.Timestamp.now()\nf = time.time() - start\n"
    )
    result = verdict(code)
    assert result.ok
    assert {o.name: o.status for o in result.observables} == dict.fromkeys(["start", *"abcdef"], "equal")
    today = "from pyspark.sql import functions as F\nd = spark.range(1).select(F.current_date()).first()[0]\n"
    assert verdict("import datetime\nd = datetime.date.today()\n", SPARK + today).ok


def test_what_is_random_all_the_same_is_not_comparable(verdict: Any) -> None:
    result = verdict("import os\nx = os.urandom(8)\ny = 1\n")
    assert result.ok
    assert [o.status for o in result.observables if o.name == "x"] == ["unstable"]
    assert "not comparable (clock or random numbers): x" in result.reason


def test_scripts_run_as_main(verdict: Any) -> None:
    code = (
        "import sys\nx = 0\ndef main():\n    global x\n    x = len(sys.argv)\n"
        "if __name__ == '__main__':\n    main()\n"
    )
    result = verdict(code)
    assert result.ok
    assert result.compared == 1


def test_unknown_engine_is_reported(tmp_path: Path) -> None:
    (verdict,) = verify([pair(tmp_path, FINE, FINE)], engines=["duck"])
    assert verdict.outcome == "engine-unavailable"


def test_spark_without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineUnavailableError, match="Java"):
        Engine("spark").start()


def test_a_program_in_the_folder_for_temporary_files(tmp_path: Path, sail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "job.py").write_text("import os\nx = sorted(os.listdir('.'))\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "job.py").write_text("import os\nx = sorted(os.listdir('.'))\n")
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0)
    (tmp_path / "socket").symlink_to("nowhere")
    (verdict,) = verify([Unit(tmp_path / "job.py", tmp_path / "out" / "job.py", tmp_path)], engines=[sail])
    assert verdict.ok, verdict
    assert sorted(p.name for p in tmp_path.iterdir()) == ["job.py", "out", "secret", "socket"]


SLOW = """\
import time
import pandas as pd
df = pd.DataFrame({"a": [1, 2]})
open("begun", "w").close()
time.sleep(600)
total = df["a"].sum()
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def running(mark: str) -> list[int]:
    """The processes whose environment has a mark."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes() and b"Z" not in (path.parent / "stat").read_bytes().split()[2:3]:
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("stopped_by", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT], ids=lambda s: s.name)
def test_nothing_goes_on_when_verify_is_killed(tmp_path: Path, stopped_by: signal.Signals) -> None:
    """The engine, the warm process and the run that it has started end, and no file was touched."""
    (tmp_path / "job.py").write_text(SLOW)
    (tmp_path / "data.csv").write_text("a\n1\n")
    before = tree(tmp_path)
    scratch = tmp_path.parent / f"{tmp_path.name}-scratch"
    scratch.mkdir()
    mark = f"{tmp_path.name}-{os.getpid()}"
    environment = {**os.environ, "PYTHONPATH": python_path(), "TMPDIR": str(scratch), "MARK": mark}
    command = [sys.executable, "-m", "translator", "verify", str(tmp_path), "--no-cache"]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(scratch.rglob("begun")):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.1)
    process.send_signal(stopped_by)
    process.wait(30)
    deadline = time.monotonic() + 20
    while (left := running(mark)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left == []
    assert tree(tmp_path) == before
    kept = "translate-verify-*" if stopped_by is signal.SIGKILL else ""  # the translation; nobody is left to remove it
    assert [p.name for p in scratch.iterdir() if not p.match(kept or "-")] == []


def test_what_killed_processes_have_left_is_removed(tmp_path: Path) -> None:
    code = "import os, signal\nfrom translator.harness import workdir\nwith workdir.translations() as folder:\n    {}\n"
    environment = {**os.environ, "PYTHONPATH": python_path(), "TMPDIR": str(tmp_path)}
    killed = "os.kill(os.getpid(), signal.SIGKILL)"
    subprocess.run([sys.executable, "-c", code.format(killed)], env=environment, check=False)
    (left,) = tmp_path.iterdir()
    (tmp_path / "translate-verify-just-made").mkdir()
    waits = "print(folder, flush=True)\n    input()"
    with subprocess.Popen(
        [sys.executable, "-c", code.format(waits)], env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        alive = Path(process.stdout.readline().strip())
        assert alive.is_dir()
        assert not left.exists()
        subprocess.run([sys.executable, "-c", code.format("pass")], env=environment, check=True)
        assert alive.is_dir()
        process.communicate("\n")
    assert [path.name for path in tmp_path.iterdir()] == ["translate-verify-just-made"]
