"""Pickles that other versions of pandas wrote become the tables that today's would, or are refused by name."""

from __future__ import annotations

import importlib.util
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from deltalake import DeltaTable

from translator.data import Options, Record, convert

HERE = Path(__file__).parent / "pickles"
WRITERS = sorted(path.name for path in HERE.glob("pandas-*.zip"))
SHARE = 3
"""One pickle in so many is converted here; the protocols take turns over the shapes."""


def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pickles_of_today", HERE / "write.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tables(records: list[Record], out: Path) -> dict[str, list[object]]:
    """The content of the tables of each file."""
    return {
        record.uri: [DeltaTable(str(out / part["table"])).to_pyarrow_table() for part in record.tables] for record in records
    }


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """By shape, the tables of what today's pandas pickles."""
    folder = tmp_path_factory.mktemp("today")
    (folder / "in").mkdir()
    for name, content in writer().pickles():
        if name.endswith("_5.pkl"):
            (folder / "in" / name).write_bytes(content)
    records = convert(folder / "in", Options(folder / "out", jobs=2))
    assert [f"{r.uri}: {r.reason}" for r in records if not r.ok] == []
    return {name.rpartition("_")[0]: found for name, found in tables(records, folder / "out").items()}


@pytest.mark.parametrize("archive", WRITERS)
def test_pickles_of_other_versions(archive: str, today: dict[str, list[object]], tmp_path: Path) -> None:
    found, _ = converted(archive, tmp_path, SHARE)
    for name, content in found.items():
        expected = today[name.partition(".")[0].rpartition("_")[0]]
        assert content == expected, name


def converted(archive: str, folder: Path, share: int) -> tuple[dict[str, list[object]], Counter[str]]:
    """The tables of what could be converted; everything else is said to need a newer pandas."""
    (folder / "in").mkdir()
    with zipfile.ZipFile(HERE / archive) as written:
        for place, name in enumerate(written.namelist()):
            if (place // 3 + place) % share == 0:
                written.extract(name, folder / "in")
    records = convert(folder / "in", Options(folder / "out", jobs=2))
    refused = [f"{r.uri}: {r.status}: {r.reason}" for r in records if not r.ok and r.status != "needs_newer_pandas"]
    assert refused == []
    assert archive.startswith("pandas-3") or all(r.ok for r in records)
    return tables([r for r in records if r.ok], folder / "out"), Counter(r.status for r in records)
