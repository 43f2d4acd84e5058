"""Verifies two pieces of source against each other, with everything kept warm in between."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translator.emission.imports import SUPPORT_PACKAGE
from translator.harness.engines import Engine
from translator.harness.pool import Pool
from translator.harness.verdicts import Limits, Plan, Unit, Verdict
from translator.harness.verify import Session, start_engine

SUPPORT = Path(__file__).parents[1] / "support" / SUPPORT_PACKAGE

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
    trials: int = 60,
    timeout: float = 120.0,
    support: Mapping[str, bytes | str] | None = None,
    name: str = "job.py",
) -> Verdict:
    """Verify two pieces of source against each other on the given input files.

    Engines and child processes stay warm until the process ends, so that further calls are quick.
    `name` is the file name of both (a notebook ends in .ipynb). `support` are modules that lie beside
    the translation; the support package that is shipped is there if the translation names it.
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
            Plan(examples=examples, seed=seed, trials=trials, limits=Limits(timeout)),
        )
        with tempfile.TemporaryDirectory(prefix="translator-pair-") as folder:
            unit = _write_pair(Path(folder), name, original, translated, files or {}, support or {})
            unit = Unit(unit.source, unit.output, unit.cwd, entry)
            (verdict,) = session.verify_unit(unit)
            session.reached.settle([(unit, [verdict])])
            return verdict


def _write_pair(
    folder: Path,
    name: str,
    original: str,
    translated: str,
    files: Mapping[str, bytes | str],
    support: Mapping[str, bytes | str],
) -> Unit:
    """Write both sources and the input files."""
    source, output = folder / "work" / name, folder / "out" / Path(name).name
    beside = {folder / "out" / module: code for module, code in support.items()}
    inputs = {folder / "work" / path: content for path, content in files.items()}
    for place, content in {**inputs, **beside, source: original, output: translated}.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    if SUPPORT.name in translated and not any(SUPPORT.name in module for module in support):
        shutil.copytree(SUPPORT, output.parent / SUPPORT.name, ignore=shutil.ignore_patterns("__pycache__"))
    return Unit(source, output, folder / "work")


def _shut_down() -> None:
    """Stop what `check_pair` keeps warm."""
    for pool in _shared_pool:
        pool.stop()
    for engine in _shared.values():
        if isinstance(engine, Engine):
            engine.stop()
