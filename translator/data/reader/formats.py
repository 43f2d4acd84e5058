"""One reader for each kind of file; every one gives named pandas frames, or says why the file is no table."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np
import pandas as pd

from .compressed import opened
from .opcodes import scan
from .policy import NOT_A_FRAME
from .unpickling import Refused, SafeUnpickler

Tables = Any
"""A list of names and frames, or a text that says why there are none."""


def tables(request: dict[str, Any]) -> Tables:
    """``[(name, frame)]`` of the file, or a text that says why it is not tabular."""
    return READERS[request["kind"]](request)


def _pickle(request: dict[str, Any]) -> Tables:
    path, limit = request["path"], request["unpacked"]
    trusted = frozenset(tuple(pair) for pair in request["trusted"])
    with opened(path, limit) as stream:
        suspicious = scan(stream).suspicious
    if suspicious:
        raise Refused(f"opcode {suspicious[0]}")
    with opened(path, limit) as stream:
        return _frames(SafeUnpickler(stream, trusted).load())


def _frames(value: Any) -> Tables:
    if isinstance(value, pd.DataFrame):
        return [("", value)]
    if isinstance(value, pd.Series):
        return [("", _marked(value.to_frame(value.name if value.name is not None else "value"), value))]
    if isinstance(value, np.ndarray):
        found = _array(value)
        return found if isinstance(found, str) else [(name, _marked(frame, value)) for name, frame in found]
    parts: list[Any] = list(value.items()) if isinstance(value, dict) else []
    if isinstance(value, (list, tuple)):
        parts = list(enumerate(value))
    if parts and all(isinstance(part, (pd.DataFrame, pd.Series)) for _, part in parts):
        return [(str(name), _frames(part)[0][1]) for name, part in parts]
    return f"it holds a {type(value).__name__}"


def _marked(frame: pd.DataFrame, value: Any) -> pd.DataFrame:
    """The frame with a note of what it stands for; programs that load it get no frame."""
    frame.attrs = {NOT_A_FRAME: type(value).__name__}
    return frame


def _array(value: Any) -> Tables:
    if value.dtype.names:
        return [("", pd.DataFrame({name: value[name] for name in value.dtype.names}))]
    if value.ndim not in (1, 2) or value.dtype.hasobject and value.ndim != 2:
        return f"it holds an array of {value.ndim} dimensions"
    table = value.reshape(len(value), -1)
    return [("", pd.DataFrame(table, columns=[f"c{i}" for i in range(table.shape[1])]))]


def _npy(request: dict[str, Any]) -> Tables:
    return _array(np.load(request["path"], allow_pickle=False))


def _npz(request: dict[str, Any]) -> Tables:
    with np.load(request["path"], allow_pickle=False) as archive:
        found = [(name, _array(archive[name])) for name in archive.files]
    unfit = [name for name, part in found if isinstance(part, str)]
    return f"{unfit[0]} is no table" if unfit else [(name, part[0][1]) for name, part in found]


def _text(request: dict[str, Any]) -> bytes:
    with opened(request["path"], request["unpacked"]) as stream:
        return stream.read()


def _csv(request: dict[str, Any]) -> Tables:
    return [("", pd.read_csv(io.BytesIO(_text(request)), sep="\t" if ".tsv" in request["path"] else ",", low_memory=False))]


def _json(request: dict[str, Any]) -> Tables:
    text = _text(request)
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        return [("", pd.read_json(io.BytesIO(text), lines=True, dtype=False, convert_dates=False))]
    if isinstance(content, list) and content and all(isinstance(row, dict) for row in content):
        return [("", pd.DataFrame(content))]
    if isinstance(content, dict) and content and all(isinstance(v, (list, dict)) for v in content.values()):
        return [("", pd.read_json(io.BytesIO(text), dtype=False, convert_dates=False))]
    if isinstance(content, dict) and text.count(b"\n") <= 1:
        return [("", pd.DataFrame([content]))]
    return "it holds no list of records"


def _excel(request: dict[str, Any]) -> Tables:
    sheets = pd.read_excel(request["path"], sheet_name=None)
    single = len(sheets) == 1
    return [("" if single else name, frame) for name, frame in sheets.items() if single or len(frame.columns)]


READERS: dict[str, Any] = {
    "pickle": _pickle, "npy": _npy, "npz": _npz, "csv": _csv, "json": _json, "excel": _excel,
    "parquet": lambda request: [("", pd.read_parquet(request["path"]))],
    "feather": lambda request: [("", pd.read_feather(request["path"]))],
}  # fmt: skip
