"""A bounded slice of the program fuzzer: random programs and their translations agree.

The seeds are fixed, so that a failure is a change's and not chance's; new ground is broken with
``python -m benchmarks.fuzz``.
"""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.fuzz import check, hunt, shrink

SEEDS = range(50_000, 50_060)
NOT_COMPARABLE = {
    50_038: "Sail's planner refuses a sort, see docs/engines.md",
    50_041: "Sail takes a long for an int beside a whole number in `when`, see docs/engines.md",
    50_042: "equal keys, which NumPy's vector sort leaves in any order",
}
ON_SPARK = 20
"""Seeds that are tried on Apache Spark, too, where each takes seconds."""


@pytest.mark.parametrize(
    "seed",
    [s if s < SEEDS[ON_SPARK] else pytest.param(s, marks=pytest.mark.sail) for s in SEEDS if s not in NOT_COMPARABLE],
)
def test_random_programs_agree(session: Any, seed: int) -> None:
    program = hunt.draw(seed)
    finding = check.check(program)
    if finding.outcome in hunt.FAILURES:
        small, finding = shrink.shrink(program, finding)
        pytest.fail(f"seed {seed}: {finding.sign}\n{small.text}\n--- translated\n{finding.translated}\n{finding.details}")
