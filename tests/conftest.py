"""Options and sessions shared by the tests.

``--engine sail`` (default) runs the differential tests on the embedded engine, ``--engine=spark``
on Apache Spark, ``--engine none`` leaves them out. ``--update`` rewrites ``# output`` blocks,
``--proofs`` the record of which names were proven on the engine, which the coverage page shows.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import differential, engines

PROOFS = Path(__file__).parents[1] / "docs" / "proofs.json"

# Up to 16 rows NumPy's default sort keeps ties in order, but not its variants for AVX2 and AVX-512.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_ICL AVX512_SPR")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=["sail", "spark", "none"], default="sail")
    parser.addoption("--update", action="store_true", help="rewrite expected outputs of case files")
    parser.addoption("--proofs", action="store_true", help="record what was proven in docs/proofs.json")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Record in how many programs each name was proven; only a run of everything says that."""
    if session.config.getoption("--proofs") and differential.PROVEN:
        engine = session.config.getoption("--engine")
        known = json.loads(PROOFS.read_text(encoding="utf-8")) if PROOFS.exists() else {}
        known[engine] = dict(sorted(differential.PROVEN.items()))
        PROOFS.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    engine = config.getoption("--engine")
    for item in items:
        of_sail = item.get_closest_marker("sail") is not None and engine == "spark"
        if "session" in getattr(item, "fixturenames", ()) and not of_sail:
            item.add_marker(pytest.mark.engine)
    if engine == "none":
        items[:] = [i for i in items if i.get_closest_marker("engine") is None]


@pytest.fixture(scope="session")
def session(pytestconfig: pytest.Config) -> Iterator[Any]:
    """One warm Spark session on the chosen engine."""
    os.environ["TZ"] = "UTC"
    with engines.start(pytestconfig.getoption("--engine")) as running:
        yield running
