"""Caches the frames that several jobs of an emitted program need.

pandas computes an object once and keeps it. A Spark frame is computed again by every job that
needs it, so a CSV file would be parsed, and a join be carried out, once for every number that is
printed. This reads the program as it is about to be written and puts ``.cache()`` behind the
expressions that are worth it, and ``unpersist()`` in front of a ``del``. It decides on cost alone:
results are the same with or without.

A variable is worth it when its rows are needed by two jobs at least (a loop counts as two) and
computing them shuffles, or by three and they come from a text file. Frames that only select from
Parquet or Delta are left: reading just the columns asked for is faster than keeping all.

Spark finds what was cached by its plan, in which a file is only a path. The readers of the support
package make it look at the file again; what comes from another reader is not cached where the
program may read the path a second time, after it has been written.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from translator.emission.emit import WIDTH
from translator.reuse.program import Program
from translator.reuse.text import Text
from translator.reuse.together import together

__all__ = ["cached", "together"]

WRITERS = re.compile(r"\.write\b|\.to_\w+\(|write_\w+\(|\.dump\(|\bopen\(|savetxt\(|copy|move|rename|urlretrieve|mergeSchema")


def cached(cells: Sequence[str]) -> list[str]:
    """The cells of an emitted program, with ``.cache()`` behind the frames that are worth it."""
    if not any("spark" in cell for cell in cells):
        return list(cells)
    try:
        modules = [ast.parse(cell) for cell in cells]
        program = Program()
        for number, module in enumerate(modules):
            program.read(number, module.body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return list(cells)
    chosen = program.worth_caching(any(WRITERS.search(cell) for cell in cells))
    marked: list[tuple[int, ast.expr | ast.Delete]] = [*chosen, *program.ends()]
    return [_marked(cell, [node for n, node in marked if n == number]) for number, cell in enumerate(cells)]


def _marked(text: str, nodes: Sequence[ast.expr | ast.Delete]) -> str:
    """The text with ``.cache()`` behind the expressions, and ``unpersist`` in front of deletions."""
    places = Text(text)
    for node in sorted(nodes, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        start, end = places.start(node), places.end(node)
        text = _with_release(text, start, node) if isinstance(node, ast.Delete) else _with_call(text, start, end)
    return text


def _with_release(text: str, start: int, node: ast.Delete) -> str:
    margin = text[text.rfind("\n", 0, start) + 1 : start]
    if margin.strip():
        return text
    names = (ast.unparse(target) for target in node.targets)
    return text[:start] + "".join(f"{name}.unpersist()\n{margin}" for name in names) + text[start:]


def _with_call(text: str, start: int, end: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    expression = text[start:end]
    if "\n" in expression and _is_broken_chain(text[:start]):
        last = text.rfind("\n", 0, end) + 1
        margin = text[last : len(text) - len(text[last:].lstrip(" "))]
        return f"{text[:end]}\n{margin}.cache(){text[end:]}"
    if "\n" not in expression and end - line + len(".cache()") > WIDTH:
        margin = " " * (len(text[line:]) - len(text[line:].lstrip(" ")))
        return f"{text[:start]}(\n{margin}    {expression}\n{margin}    .cache()\n{margin}){text[end:]}"
    return f"{text[:end]}.cache(){text[end:]}"


def _is_broken_chain(before: str) -> bool:
    """Whether the expression stands in brackets of its own, one method in each line."""
    return before.rstrip().endswith("(")
