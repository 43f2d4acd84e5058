"""Programs that hand data to each other: facts across files, and verification of chains."""

from __future__ import annotations

from pathlib import Path

from translator.api import translate_path
from translator.config import Config
from translator.verification import translated_units

MAKE = """\
import pandas as pd

df = pd.read_csv("in.csv")
df.to_pickle("cache.pkl")
"""
USE = """\
import pandas as pd

df = pd.read_pickle("./cache.pkl")
total = df["v"].sum()
"""


def project(folder: Path, make: str, use: str) -> Path:
    (folder / "in.csv").write_text("k,v\na,1\nb,2\n")
    (folder / make).write_text(MAKE)
    (folder / use).write_text(USE)
    return folder


def test_a_writer_is_known_whatever_its_name(tmp_path: Path) -> None:
    found = {t.source: t.text for t in translate_path(project(tmp_path, "z_make.py", "a_use.py"))}
    assert 'spark.read.format("delta").load("./cache")' in found["a_use.py"]


def test_writers_run_before_readers(tmp_path: Path) -> None:
    with translated_units([project(tmp_path, "z_make.py", "a_use.py")], Config()) as units:
        needs = {unit.name: [n.name for n in unit.needs] for unit in units}
    assert needs == {"a_use.py": ["z_make.py"], "z_make.py": []}
