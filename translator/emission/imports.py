"""Completes a translated program: imports that its code asks for, and the Spark session.

Imports are requested by the emitted code (`emit.needs`) and added once, beside the pandas import;
the pandas import goes when nothing uses it any more.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Sequence

from translator.emission import layout
from translator.emission.emit import Code, Entry, literal
from translator.emission.reserved import imported, shown

SUPPORT_PACKAGE = "pandas_parity"
NEEDS_UTC = frozenset({"utc", "parity.parse_dates", "parity.from_epoch", "parity.to_epoch",
                       "parity.floor_time", "parity.ceil_time", "parity.round_time",
                       "parity.add_month_ends", "parity.add_month_begins"})  # fmt: skip
"""Requests that need times without a zone: what Spark calls the session's time zone is then UTC."""


def complete(cells: Sequence[str], needs: frozenset[str]) -> list[str]:
    """The cells with imports and session added, and imports that became unused removed.

    Args:
        cells: the sources after all edits; only those that parse are touched.
        needs: import requests of the emitted code.
    """
    texts = list(cells)
    target = _import_cell(texts)
    if needs:
        texts[target] = _with_imports(texts[target], needs)
    if needs:
        for position, text in enumerate(texts):
            texts[position] = _without_unused(text, texts)
    return texts


def _import_cell(texts: Sequence[str]) -> int:
    """The cell that imports pandas, else the first one with code."""
    for position, text in enumerate(texts):
        if re.search(r"^\s*(import|from)\s+pandas\b", text, re.MULTILINE):
            return position
    return next((p for p, text in enumerate(texts) if text.strip()), 0)


def lines_for(needs: frozenset[str]) -> tuple[list[str], list[str]]:
    """Import lines, and the statements that set up the session, for the requests."""
    imports: list[str] = []
    by_support = any(n.startswith(("parity.read", "parity.from_pandas")) for n in needs)
    uses_session = "spark" in needs or by_support or bool(needs & NEEDS_UTC)
    classes = [imported(n) for n, wanted in (("SparkSession", uses_session), ("Window", "Window" in needs)) if wanted]
    if classes:
        imports.append(f"from pyspark.sql import {', '.join(classes)}")
    if "F" in needs:
        imports.append(f"from pyspark.sql import functions as {shown('F')}")
    imports += sorted(n for n in needs if n.startswith(("import ", "from ")))
    support = sorted(imported(n.removeprefix("parity.")) for n in needs if n.startswith("parity."))
    if support:
        imports.append(_wrapped(f"from {SUPPORT_PACKAGE} import ", support))
    setup = [f"{shown('spark')} = {shown('SparkSession')}.builder.getOrCreate()"] if uses_session else []
    if needs & NEEDS_UTC:
        setup.append(f'{shown("spark")}.conf.set("spark.sql.session.timeZone", "UTC")')
    return imports, [*setup, *_tables(needs)]


def _tables(needs: frozenset[str]) -> list[str]:
    """The tables that tell by the data file what a function for several files has to know of it."""
    tables: dict[str, dict[str, Code]] = {}
    for need in sorted(needs):
        if isinstance(need, Entry):
            tables.setdefault(need.table, {})[need.key] = need.value
    return [f"\n{table} = {layout.render(literal(entries), 0, len(table) + 3)}" for table, entries in tables.items()]


def _wrapped(head: str, names: Sequence[str]) -> str:
    line = head + ", ".join(names)
    if len(line) <= 96:
        return line
    return head + "(\n" + "".join(f"    {n},\n" for n in names) + ")"


def _with_imports(text: str, needs: frozenset[str]) -> str:
    imports, session = lines_for(needs)
    lines = text.split("\n")
    after = _last_import(text)
    present = set(lines)
    new = [line for line in imports if line not in present and not _imported(line, lines)]
    session = [line for line in session if line not in present]
    if session:
        following = lines[after : after + 1]
        new += ["", *session]
        if following and following[0].strip():
            new.append("")
    lines[after:after] = new
    return "\n".join(lines)


def _imported(line: str, lines: Sequence[str]) -> bool:
    """Whether another import line already binds the same module to the same name."""
    wanted = re.fullmatch(r"import ([\w.]+ as \w+)", line)
    if wanted is None:
        return False
    pattern = re.compile(rf"import\s.*\b{re.escape(wanted[1])}\b")
    return any(pattern.match(other) for other in lines)


def _last_import(text: str) -> int:
    """The number of lines up to the end of the leading block of imports."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return 0
    leading = body[:1] if body and isinstance(body[0], ast.Expr) and _is_text(body[0].value) else []
    leading += itertools.takewhile(lambda s: isinstance(s, (ast.Import, ast.ImportFrom)), body[len(leading) :])
    following = body[len(leading)] if len(leading) < len(body) else None
    while leading and following is not None and leading[-1].end_lineno == following.lineno:
        following = leading.pop()  # ``import pandas as pd; df = ...``
    end = leading[-1].end_lineno if leading else None
    if end is None:
        above = itertools.takewhile(lambda line: not line.strip() or line.startswith("#"), text.split("\n"))
        return sum(line.startswith("#") for line in above)
    return end


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _without_unused(text: str, texts: Sequence[str]) -> str:
    """The text without ``import pandas as pd`` and the like when no cell uses the name."""
    kept = []
    for line in text.split("\n"):
        match = re.fullmatch(r"import (pandas|pickle|glob)(?: as (\w+))?\s*(#.*)?", line)
        if match is None or match[3] or _used(match[2] or match[1], texts):
            kept.append(line)
    return "\n".join(kept)


def _used(name: str, texts: Sequence[str]) -> bool:
    pattern = re.compile(rf"(?<![\w.]){re.escape(name)}\b")
    for text in texts:
        for line in text.split("\n"):
            if not re.match(r"\s*(import|from)\s", line) and pattern.search(line):
                return True
    return False
