"""Verifies two pieces of source against each other, with everything kept warm in between."""

from __future__ import annotations

import atexit
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translator.harness.engines import Engine
from translator.harness.pool import Pool
from translator.harness.verdicts import Limits, Plan, Unit, Verdict
from translator.harness.verify import Session, start_engine

_shared: dict[str, Engine | tuple[str, str]] = {}
_shared_pool: list[Pool] = []
_lock = threading.Lock()


def check_pair(
    original: str,
    translated: str,
    entry: Mapping[str, Any] | None = None,
    files: Mapping[str, bytes | str] | None = None,
    engine: str = "sail",
    *,
    ansi: bool = True,
    examples: int = 0,
    seed: int = 0,
    timeout: float = 120.0,
    support: Mapping[str, str] | None = None,
) -> Verdict:
    """Verify two pieces of source against each other on the given input files.

    Engines and child processes stay warm until the process ends, so that further calls are quick.
    `support` are modules that lie beside the translation (`{"pandas_parity.py": source}`).
    """
    with _lock:
        if not _shared_pool:
            _shared_pool.append(Pool(1))
            atexit.register(_shut_down)
        if engine not in _shared:
            _shared[engine] = start_engine(engine)
        session = Session(
            _shared_pool[0],
            [_shared[engine]],
            (ansi,),
            Plan(examples=examples, seed=seed, limits=Limits(timeout)),
        )
        with tempfile.TemporaryDirectory(prefix="translator-pair-") as folder:
            unit = _write_pair(Path(folder), original, translated, files or {}, support or {})
            unit = Unit(unit.source, unit.output, unit.cwd, entry)
            (verdict,) = session.verify_unit(unit)
            session.reached.settle([(unit, [verdict])])
            return verdict


def _write_pair(
    folder: Path,
    original: str,
    translated: str,
    files: Mapping[str, bytes | str],
    support: Mapping[str, str],
) -> Unit:
    """Write both sources and the input files."""
    work, out = folder / "work", folder / "out"
    work.mkdir()
    out.mkdir()
    (work / "job.py").write_text(original, encoding="utf-8")
    (out / "job.py").write_text(translated, encoding="utf-8")
    for name, text in support.items():
        (out / name).write_text(text, encoding="utf-8")
    for name, content in files.items():
        place = work / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return Unit(work / "job.py", out / "job.py", work)


def _shut_down() -> None:
    """Stop what `check_pair` keeps warm."""
    for pool in _shared_pool:
        pool.stop()
    for engine in _shared.values():
        if isinstance(engine, Engine):
            engine.stop()
