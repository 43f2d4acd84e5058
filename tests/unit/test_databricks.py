"""Databricks notebooks in source form (``.py``): cells, magics in comments, edits in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.documents.document import Document


def script(raw: bytes) -> Document:
    return Document.parse(Path("job.py"), raw)


DATABRICKS = """\
# Databricks notebook source
# MAGIC %md
# MAGIC # Sales
# MAGIC 100 %time

# COMMAND ----------

# MAGIC %pip install pandas

# COMMAND ----------

# DBTITLE 1,Load
import pandas as pd
%time df = pd.read_csv("a.csv")

# COMMAND ----------

# DBTITLE 1,Query
# MAGIC %sql
# MAGIC SELECT 1

# COMMAND ----------

# MAGIC %python
# MAGIC
# MAGIC if True:
# MAGIC     df = df.dropna()

# COMMAND ----------

display(df)  # MAGIC

# COMMAND ----------

"""


def test_cells_of_a_databricks_source() -> None:
    document = script(DATABRICKS.encode())
    assert document.kind == "databricks"
    assert [(cell.number, cell.language) for cell in document.foreign] == [(1, "md"), (4, "sql")]
    assert [(cell.index, cell.number, cell.first_line) for cell in document.cells] == [
        (0, 2, 8),
        (1, 3, 13),
        (2, 5, 24),
        (3, 6, 31),
        (4, 7, 35),
    ]
    lines = DATABRICKS.split("\n")
    for cell in document.cells[:4]:
        assert lines[cell.first_line - 1].endswith(cell.text().split("\n")[0])
    assert document.cells[2].text() == "%python\n\nif True:\n    df = df.dropna()"
    assert document.cells[2].position(4, 5) == (27, len("# MAGIC     ") + 1)
    assert document.cells[4].source == ""
    assert document.to_bytes() == DATABRICKS.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_databricks_edits_stay_in_their_cells(end: str) -> None:
    raw = DATABRICKS.replace("\n", end).encode()
    document = script(raw)
    loaded, cleaned = document.cells[1], document.cells[2]
    edited = document.with_sources(
        {
            1: "from x import y\n" + loaded.source.replace("pd.read_csv", "read") + "\n",
            2: cleaned.source.replace("df.dropna()", "df.na.drop()\n\n    # x"),
        }
    )
    expected = (
        DATABRICKS.replace(
            'import pandas as pd\n%time df = pd.read_csv("a.csv")',
            'from x import y\nimport pandas as pd\n%time df = read("a.csv")',
        )
        .replace("df.dropna()", "df.na.drop()\n# MAGIC\n# MAGIC     # x")
        .replace("\n", end)
    )
    assert edited.to_bytes() == expected.encode()


def test_magic_comments_amid_python_are_comments() -> None:
    raw = b"# Databricks notebook source\n# MAGIC %python\nimport a\n# COMMAND ----------\nb"
    document = script(raw)
    assert [cell.source for cell in document.cells] == ["# MAGIC %python\nimport a", "b"]
    assert document.with_sources({1: "c"}).to_bytes() == raw[:-1] + b"c"


@settings(deadline=None)
@given(st.lists(st.sampled_from([*DATABRICKS.split("\n"), "", "\f", "# COMMAND ----------"])))
def test_any_databricks_source_round_trips(lines: list[str]) -> None:
    raw = "\n".join(["# Databricks notebook source", *lines]).encode()
    document = script(raw)
    assert document.to_bytes() == raw
    for cell in document.cells:
        changed = document.with_sources({cell.index: cell.source + "\nzz"})
        assert changed.with_sources({cell.index: cell.source}).to_bytes() == raw
        again = script(changed.to_bytes())
        assert len(again.cells) == len(document.cells)
        assert again.cells[cell.index].source.endswith("zz")
