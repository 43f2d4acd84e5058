"""A bounded slice of the program fuzzer: random programs and their translations agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import check, hunt, shrink

EXAMPLES = 60


@pytest.mark.engine
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6))
def test_random_programs_agree(session: Any, seed: int) -> None:
    program = hunt.draw(seed)
    finding = check.check(program)
    if finding.outcome in hunt.FAILURES:
        small, finding = shrink.shrink(program, finding)
        pytest.fail(f"seed {seed}: {finding.sign}\n{small.text}\n--- translated\n{finding.translated}\n{finding.details}")
