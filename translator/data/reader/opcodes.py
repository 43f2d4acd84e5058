"""What a pickle would import, told from its opcodes alone. Nothing is loaded."""

from __future__ import annotations

import pickletools
from typing import Any, cast

EXTENSIONS = {"EXT1", "EXT2", "EXT4"}
PERSISTENT = {"PERSID", "BINPERSID"}
TEXTS = {"SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8", "UNICODE", "SHORT_BINSTRING", "BINSTRING", "STRING"}


class Scan:
    """The outcome for one stream.

    `names` are pairs of module and name in order; `suspicious` are opcodes that plain data never need; `whole` tells
    whether the stream was followed to its end (the raw arrays of joblib break it off); `protocol` is the pickle's.
    """

    def __init__(self) -> None:
        self.names: list[tuple[str, str]] = []
        self.suspicious: list[str] = []
        self.whole = False
        self.protocol = 0


class _Unplaced:
    """A stream without a position, which unpacking streams do not know."""

    def __init__(self, stream: Any) -> None:
        self.read = stream.read
        self.readline = stream.readline


def scan(stream: Any, limit: int = 50_000_000) -> Scan:
    """Follow the opcodes of a stream, at most `limit` of them.

    Never raises for what the stream holds.
    """
    found = Scan()
    texts: list[Any] = []
    memo: dict[int, Any] = {}
    last: Any = None
    try:
        for number, (code, argument, _) in enumerate(pickletools.genops(cast(Any, _Unplaced(stream)))):
            if number > limit:
                return found
            name = code.name
            if name == "PROTO":
                found.protocol = int(str(argument))
            elif name in ("GLOBAL", "INST"):
                module, _, attribute = str(argument).partition(" ")
                found.names.append((module, attribute))
            elif name == "STACK_GLOBAL":
                known = len(texts) >= 2 and None not in texts[-2:]
                found.names.append((str(texts[-2]), str(texts[-1])) if known else ("?", "?"))
            elif name in EXTENSIONS or name in PERSISTENT:
                found.suspicious.append(name)
            last = _remember(name, argument, texts, memo, last)
        found.whole = True
    except Exception:  # damaged, or followed by raw bytes; the reader decides about it
        pass
    found.names = list(dict.fromkeys(found.names))
    return found


def _remember(name: str, argument: Any, texts: list[Any], memo: dict[int, Any], last: Any) -> Any:
    """Keep track of the texts that STACK_GLOBAL takes from the stack, through the memo as well."""
    if name in TEXTS:
        texts.append(argument)
        return argument
    if name == "MEMOIZE":
        memo[len(memo)] = last
    elif name in ("PUT", "BINPUT", "LONG_BINPUT"):
        memo[int(argument)] = last
    elif name in ("GET", "BINGET", "LONG_BINGET"):
        value = memo.get(int(argument))
        texts.append(value)
        return value
    else:
        return last if name in ("PROTO", "FRAME") else None
    return last
