"""The differential harness: runs an original and its translation and compares what they did."""

from __future__ import annotations

from translator.harness.compare import Difference, compare_values

__all__ = ["Difference", "compare_values"]
