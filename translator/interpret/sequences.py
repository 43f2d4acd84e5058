"""Idioms of several statements that are translated as one, tried in order."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from translator.interpret import histories, idioms, named_reads, record_loops, row_loops
from translator.interpret.run import Run


def taken(run: Run, body: Sequence[cst.CSTNode], position: int) -> int:
    """How many further statements an idiom took that starts here and is done; 0 where none starts."""
    match body[position]:
        case cst.If():
            return 1 if histories.extension(run, body, position) else 0
        case cst.SimpleStatementLine():
            return next((further for idiom, further in _LINES if idiom(run, body, position)), 0)
    return 0


_LINES = ((idioms.read_loop, 2), (record_loops.built, 1), (row_loops.collected, 2), (named_reads.named_read, 1))
