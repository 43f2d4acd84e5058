"""Hostile files: nothing of them runs, the parent lives on, and each is refused by the name of what it asks for."""

from __future__ import annotations

import bz2
import copyreg
import gzip
import io
import pickle
import struct
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
import pytest

from translator.data import reading
from translator.data.inventory import entry
from translator.data.reading import Limits, Request

QUICK = Request(limits=Limits(memory=3 * 2**30, unpacked=64 * 2**20, seconds=60))


class Call:
    """Pickles as a call of a function with arguments."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> Any:
        return self.call


def named(module: str, name: str, *arguments: bytes, protocol: int = 4) -> bytes:
    """A pickle that calls ``module.name``, which need not exist here."""
    head = b"\x80" + bytes([protocol])
    parts = b"".join(arguments)
    if protocol < 4:
        return head + b"c" + f"{module}\n{name}\n".encode() + b"(" + parts + b"tR."
    return head + text(module) + text(name) + b"\x93(" + parts + b"tR."


def text(value: str) -> bytes:
    return b"\x8c" + bytes([len(value)]) + value.encode()


def files(canary: Path) -> dict[str, tuple[bytes, str]]:
    """Name of each file, its content, and what its refusal has to name."""
    touch = f"touch {canary}"
    frame = pickle.dumps(pd.DataFrame({"a": [1]}))
    inner = pickle.dumps(Call(__import__("os").system, touch))
    buffer = io.BytesIO()
    joblib.dump(np.array([Call(__import__("os").system, touch)], dtype=object), buffer)
    return {
        "os.system": (inner, "system"),
        "os.system, protocol 0": (pickle.dumps(Call(__import__("os").system, touch), 0), "system"),
        "os.system, protocol 2": (pickle.dumps(Call(__import__("os").system, touch), 2), "system"),
        "subprocess": (named("subprocess", "check_output", text(touch)), "subprocess.check_output"),
        "eval": (named("builtins", "eval", text(f"open({str(canary)!r}, 'w')")), "builtins.eval"),
        "exec": (named("builtins", "exec", text(f"open({str(canary)!r}, 'w')")), "builtins.exec"),
        "open": (named("builtins", "open", text(str(canary)), text("w")), "builtins.open"),
        "io.open": (named("io", "open", text(str(canary)), text("w")), "io.open"),
        "import": (named("builtins", "__import__", text("antigravity")), "builtins.__import__"),
        "python 2 eval": (named("__builtin__", "eval", text("1"), protocol=2), "__builtin__.eval"),
        "getattr": (named("builtins", "getattr", text("a"), text("upper")), "builtins.getattr"),
        "dotted name": (named("pandas", "io.common.os.system", text(touch)), "pandas.io.common.os.system"),
        "dotted builtin": (named("builtins", "str.format", text("{0}"), text("x")), "builtins.str.format"),
        "pandas.eval": (named("pandas", "eval", text("1")), "pandas.eval"),
        "pandas.read_pickle": (named("pandas", "read_pickle", text("/etc/passwd")), "pandas.read_pickle"),
        "pandas.read_csv": (named("pandas", "read_csv", text("/etc/passwd")), "pandas.read_csv"),
        "pandas.io": (named("pandas.io.pickle", "read_pickle", text("x")), "pandas.io.pickle.read_pickle"),
        "numpy.load": (named("numpy", "load", text("x")), "numpy.load"),
        "numpy.fromfile": (named("numpy", "fromfile", text("/etc/passwd")), "numpy.fromfile"),
        "numpy testing": (named("numpy.testing._private.utils", "runstring", text("1")), "runstring"),
        "joblib.load": (named("joblib", "load", text("x")), "joblib.load"),
        "joblib array of objects": (buffer.getvalue(), "system"),
        "codecs": (named("_codecs", "decode", text("x")), "_codecs.decode"),
        "codecs of another kind": (named("_codecs", "encode", text("x"), text("rot13")), "_codecs.encode"),
        "functools": (named("functools", "partial", text("x")), "functools.partial"),
        "operator": (named("operator", "attrgetter", text("x")), "operator.attrgetter"),
        "types": (named("types", "FunctionType", text("x")), "types.FunctionType"),
        "extension": (b"\x80\x02\x82\xf0.", "EXT1"),
        "long extension": (b"\x80\x02\x84" + struct.pack("<i", 0x7000000) + b".", "EXT4"),
        "persistent": (b"\x80\x02Pwhatever\n.", "PERSID"),
        "persistent, binary": (b"\x80\x02K\x01Q.", "BINPERSID"),
        "state of a class": (b"\x80\x02cpandas\nDataFrame\n}X\x01\x00\x00\x00aK\x01sb.", "state for"),
        "a call after a frame": (frame[:-1] + b"0" + inner[2:], "system"),
        "memory": (named("builtins", "bytearray", b"\x8a\x06" + (2**45).to_bytes(6, "little")), "memory"),
        "cut off": (frame[: len(frame) // 2], ""),
        "no pickle": (b"hello", ""),
        "gzip": (gzip.compress(inner), "system"),
        "bz2": (bz2.compress(inner), "system"),
        "gzip bomb": (gzip.compress(b"\x80\x04\x8e" + (2**27).to_bytes(8, "little") + bytes(2**27)), "more than the limit"),
    }  # fmt: skip


NAMES = list(files(Path("canary")))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs(name: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    content, reason = files(canary)[name]
    path = tmp_path / "data.pkl"
    path.write_bytes(content)
    out = tmp_path / "out"
    out.mkdir()
    looked = entry(path, "data.pkl", "pickle")
    answer = reading.read(path, "pickle", out, QUICK)
    assert not canary.exists()
    assert answer.status in ("refused_global", "error", "not_tabular", "needs_newer_pandas")
    assert answer.status != "not_tabular" or name == "cut off"
    assert reason in answer.reason
    assert looked.uri == "data.pkl"


def test_extension_codes_that_are_registered_here_are_refused_as_well(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    copyreg.add_extension("posix", "system", 240)
    try:
        content = b"\x80\x02\x82\xf0" + text(f"touch {canary}") + b"\x85R."
        path = tmp_path / "data.pkl"
        path.write_bytes(content)
        (tmp_path / "out").mkdir()
        assert reading.read(path, "pickle", tmp_path / "out", QUICK).status == "refused_global"
    finally:
        copyreg.remove_extension("posix", "system", 240)
    assert not canary.exists()
