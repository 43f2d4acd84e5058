"""An unpickler that makes plain data only: exact names, no extensions, no state for classes."""

from __future__ import annotations

import importlib
import pickle
import types
from typing import Any

import numpy as np

from .allowed import ALLOWED, GUARDED

try:
    pickle_compat: Any = importlib.import_module("pandas.compat.pickle_compat")

    _MOVED: dict[Any, Any] = dict(getattr(pickle_compat, "_class_locations_map", {}))
    _Base: Any = pickle_compat.Unpickler if issubclass(pickle_compat.Unpickler, pickle._Unpickler) else pickle._Unpickler
except Exception:  # other pandas versions keep it elsewhere; then old names stay unknown
    _MOVED, _Base = {}, pickle._Unpickler


class Refused(Exception):
    """The file asks for something that plain data do not need; `name` tells what."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ArrayWrapper:
    """Stands for ``joblib.numpy_pickle.NumpyArrayWrapper``: the array's bytes follow in the stream."""

    dtype: Any
    shape: Any
    order: str

    def read(self, unpickler: Any) -> Any:
        if self.dtype.hasobject:
            array = SafeUnpickler(unpickler.stream, unpickler.trusted).load()
            if not isinstance(array, np.ndarray):
                raise Refused("joblib array that is none")
            return array
        if getattr(self, "numpy_array_alignment_bytes", None) is not None:
            unpickler.stream.read(unpickler.stream.read(1)[0])
        count = int(np.prod(self.shape, dtype=np.int64))
        data = unpickler.stream.read(count * self.dtype.itemsize)
        array = np.frombuffer(data, dtype=self.dtype, count=count).copy()
        return array.reshape(self.shape, order="F" if self.order == "F" else "C")


class SafeUnpickler(_Base):  # type: ignore[misc]
    """Loads what `allowed` names; raises `Refused` for everything else before it is imported."""

    dispatch = _Base.dispatch.copy()

    def __init__(self, stream: Any, trusted: frozenset[tuple[str, str]] = frozenset()) -> None:
        super().__init__(stream)
        self.stream = stream
        self.trusted = trusted

    def find_class(self, module: str, name: str) -> Any:
        pair = (module, name)
        if pair in GUARDED:
            return {"getattr": _zone_getattr, "encode": _latin_encode}.get(name) or _zone_unpickle
        if pair not in ALLOWED and pair not in self.trusted:
            raise Refused(f"{module}.{name}")
        if name == "NumpyArrayWrapper":
            return ArrayWrapper
        module, name = _MOVED.get(pair, pair)
        module = {"__builtin__": "builtins", "copy_reg": "copyreg"}.get(module, module)
        return getattr(_imported(module), name)

    def get_extension(self, code: int) -> Any:
        raise Refused(f"extension code {code}")

    def persistent_load(self, identifier: Any) -> Any:
        raise Refused("persistent identifier")

    def load_build(self) -> None:
        target = self.stack[-2]
        if isinstance(target, (type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType, types.MethodType)):
            raise Refused(f"state for {target!r}")
        _Base.dispatch[pickle.BUILD[0]](self)
        if isinstance(self.stack[-1], ArrayWrapper):
            self.stack.append(ArrayWrapper.read(self.stack.pop(), self))

    dispatch[pickle.BUILD[0]] = load_build


def _refusing(opcode: str) -> Any:
    def load(unpickler: Any) -> None:
        raise Refused(f"opcode {opcode}")

    return load


for _opcode in ("EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID"):  # refused before they look anything up
    SafeUnpickler.dispatch[getattr(pickle, _opcode)[0]] = _refusing(_opcode)


def _imported(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        return importlib.import_module(module.replace("numpy._core", "numpy.core"))


def _zone_getattr(owner: Any, name: str) -> Any:
    import zoneinfo

    if owner is not zoneinfo.ZoneInfo or name != "_unpickle":
        raise Refused(f"builtins.getattr of {name!r}")
    return zoneinfo.ZoneInfo._unpickle  # type: ignore[attr-defined]


def _zone_unpickle(*arguments: Any) -> Any:
    import zoneinfo

    return zoneinfo.ZoneInfo._unpickle(*arguments)  # type: ignore[attr-defined]


def _latin_encode(text: str, encoding: str = "latin1", errors: str = "strict") -> bytes:
    if encoding not in ("latin1", "latin-1"):
        raise Refused(f"_codecs.encode to {encoding!r}")
    return text.encode("latin1", errors)
