"""Notebooks are run cell by cell, with their magics made harmless."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.harness.cells import plain_python, split


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("x = 1", "x = 1"),
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install pandas\nx = 1", "pass\nx = 1"),
        ("%time x = 1", "x = 1"),
        ("%%time\nx = 1", "\nx = 1"),
        ("%%timeit -n 3\nx = 1", "\nx = 1"),
        ("%%bash\nls", ""),
        ("if y:\n    !ls\n    %pwd", "if y:\n    pass\n    pass"),
        ("files = !ls", "files = []"),
        ("df.head?", ""),
        ("?df.head", ""),
        ("x = 7 % 3", "x = 7 % 3"),
        ("x = (a\n% b)", "x = (a\n% b)"),
        ('s = """\n%matplotlib\n!ls\n"""', 's = """\n%matplotlib\n!ls\n"""'),
        ("x = '%s' % 1 # ("  + "\n%pwd", "x = '%s' % 1 # (\npass"),
        ("x = a != b", "x = a != b"),
    ],
)  # fmt: skip
def test_magics(cell: str, plain: str) -> None:
    assert plain_python(cell) == plain


def test_notebook_and_databricks_cells(tmp_path: Path) -> None:
    notebook = tmp_path / "n.ipynb"
    cells = [
        {"cell_type": "markdown", "source": "# x"},
        {"cell_type": "code", "source": ["a = 1\n", "a"]},
        {"cell_type": "code", "source": "%pwd"},
    ]
    notebook.write_text(json.dumps({"cells": cells}))
    assert [(c.number, c.code) for c in split(notebook, "notebook")] == [(1, "a = 1\na"), (2, "pass")]
    source = tmp_path / "d.py"
    source.write_text(
        "# Databricks notebook source\na = 1\n# COMMAND ----------\n# MAGIC %sql\n# MAGIC select 1\n"
    )
    assert [c.number for c in split(source, "databricks")] == [1, 2]
    script = tmp_path / "s.py"
    script.write_bytes("# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"))
    (cell,) = split(script, "script")
    assert cell.number is None
    assert "é" in cell.code
