"""Known-wrong translations: the harness has to catch every one, and accept the right form."""

from __future__ import annotations

import pytest

from benchmarks.mutants import at_hand, generated
from benchmarks.mutants.at_hand import CASES, Case
from benchmarks.mutants.generated import HIDDEN, Hidden

pytest.importorskip("pysail")
pytestmark = pytest.mark.sail

MUTANTS = [(case, name) for case in CASES for name in case.wrong]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_right_translation_is_accepted(case: Case) -> None:
    verdict = at_hand.verdict_of(case, case.right)
    assert verdict.ok, (verdict.reason, verdict.problem, verdict.different)


@pytest.mark.parametrize(("case", "name"), MUTANTS, ids=[name for _, name in MUTANTS])
def test_the_mutant_is_caught(case: Case, name: str) -> None:
    verdict = at_hand.verdict_of(case, case.wrong[name])
    assert verdict.outcome == "different", (verdict.outcome, verdict.reason, verdict.problem)


@pytest.mark.parametrize("case", HIDDEN[::3], ids=lambda case: case.name)  # all of them: python -m benchmarks.mutants
def test_generated_data_find_what_the_sample_hides(case: Hidden) -> None:
    right = generated.verdict_of(case, case.right)
    assert right.ok, (right.example, right.reason, right.problem, right.different)
    assert right.examples > generated.EXAMPLES / 2
    wrong = generated.verdict_of(case, case.wrong)
    assert wrong.outcome in ("different", "translation-failed"), (wrong.outcome, wrong.reason, wrong.problem)
    assert wrong.example > 0, "the sample shows it"
    assert wrong.inputs
