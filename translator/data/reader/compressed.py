"""Opens files by what they hold, whatever their names say, and reads no more than a limit."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from typing import Any


class TooLarge(Exception):
    """A file unpacks to more than the limit."""


class Capped(io.RawIOBase):
    """A stream that counts what is read from it."""

    def __init__(self, stream: Any, limit: int) -> None:
        self.stream = stream
        self.left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.stream.read(len(buffer))
        self.left -= len(data)
        if self.left < 0:
            raise TooLarge("the file unpacks to more than the limit")
        buffer[: len(data)] = data
        return len(data)


class _Zlib(io.RawIOBase):
    """joblib's zlib files: one bare zlib stream."""

    def __init__(self, path: str) -> None:
        self.file = open(path, "rb")  # noqa: SIM115
        self.unpacker = zlib.decompressobj()
        self.rest = b""

    def read(self, size: int = -1) -> bytes:
        while (size < 0 or len(self.rest) < size) and not self.unpacker.eof:
            packed = self.unpacker.unconsumed_tail or self.file.read(65536)
            if not packed:
                break
            self.rest += self.unpacker.decompress(packed, 1 << 20)
        size = len(self.rest) if size < 0 else size
        data, self.rest = self.rest[:size], self.rest[size:]
        return data


def compression_of(path: str) -> str:
    """The name of the compression that the first bytes tell, or an empty text."""
    with open(path, "rb") as file:
        head = file.read(8)
    for magic, name in ((b"\x1f\x8b", "gzip"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "xz"), (b"PK\x03\x04", "zip"),
                        (b"\x28\xb5\x2f\xfd", "zstd"), (b"\x5d\x00\x00", "lzma"), (b"\x78\x01", "zlib"),
                        (b"\x78\x9c", "zlib"), (b"\x78\xda", "zlib"), (b"\x78\x5e", "zlib")):  # fmt: skip
        if head.startswith(magic):
            return name
    return ""


def opened(path: str, limit: int) -> io.BufferedReader:
    """A buffered stream of the unpacked content; raises `TooLarge` beyond `limit` bytes."""
    kind = compression_of(path)
    raw: Any
    if kind == "zip":
        archive = zipfile.ZipFile(path)
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) != 1:
            raise ValueError(f"the archive holds {len(members)} files, not one")
        raw = archive.open(members[0])
    elif kind == "zstd":
        import zstandard

        raw = zstandard.ZstdDecompressor().stream_reader(open(path, "rb"))  # noqa: SIM115
    elif kind == "zlib":
        raw = _Zlib(path)
    else:
        openers: dict[str, Any] = {"gzip": gzip.open, "bz2": bz2.open, "xz": lzma.open, "lzma": lzma.open}
        raw = openers.get(kind, open)(path, "rb")
    return io.BufferedReader(Capped(raw, limit), 1 << 20)
