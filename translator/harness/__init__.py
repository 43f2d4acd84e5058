"""The differential harness: runs an original and its translation and compares what they did.

`verify` takes files, `check_pair` two pieces of source, `compare_values` two live objects.
"""

from __future__ import annotations

from translator.harness.compare import Difference, compare_values
from translator.harness.judge import Observable
from translator.harness.pairs import check_pair
from translator.harness.render import details
from translator.harness.verdicts import OUTCOMES, Unit, Verdict, units_of
from translator.harness.verify import verify

__all__ = [
    "OUTCOMES",
    "Difference",
    "Observable",
    "Unit",
    "Verdict",
    "check_pair",
    "compare_values",
    "details",
    "units_of",
    "verify",
]
