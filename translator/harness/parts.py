"""Containers of Spark objects: what translation.json claims of each part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from translator.harness.values import Bundle

Claim = Mapping[str, Any]


def claims_of(entry: Claim, count: int) -> list[Claim] | None:
    """The claims about the parts of a container of so many; None where there are none."""
    if entry.get("each") is not None:
        return [entry["each"]] * count
    items = entry.get("items") or ()
    return list(items) if items and len(items) == count else None


def parts_of(value: Any, entry: Claim) -> list[tuple[Any, Any, Claim]] | None:
    """The key, the part and its claim for a list, tuple or dict about whose parts something is claimed."""
    if type(value) not in (list, tuple, dict):
        return None
    claims = claims_of(entry, len(value))
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return None if claims is None else [(key, part, claim) for (key, part), claim in zip(parts, claims, strict=True)]


def alike(old: Bundle, new: Bundle) -> bool:
    """Whether two containers are of one shape."""
    return (old.family, old.keys) == (new.family, new.keys) and len(old.items) == len(new.items)
