"""What is kept of verdicts, by a digest of all files that they depend on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator.harness.store import key_of


def test_names_that_are_no_text_count(tmp_path: Path) -> None:
    before = key_of([], [tmp_path])
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/x\xff.csv")).write_text("a\n1\n")
    except OSError:
        pytest.skip("this file system has no such names")
    assert key_of([], [tmp_path]) != before
