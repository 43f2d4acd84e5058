"""The baseline: findings that are known and do not fail a check, in a file that reviews well."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translator.check.findings import Finding
from translator.documents.writer import write_atomic

VERSION = 1


class BaselineError(Exception):
    """The baseline file cannot be read."""


def read(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file.

    Raises:
        BaselineError: it is missing or not one.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            raise BaselineError(f"{path} has version {content['version']}, not {VERSION}; write it again")
        return frozenset(str(entry["fingerprint"]) for entry in content["findings"])
    except OSError as error:
        raise BaselineError(f"{path} cannot be read: {error.strerror}; make it with --write-baseline") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError(f"{path} is no baseline: {error}; make it with --write-baseline") from error


def write(path: Path, found: Sequence[Finding]) -> None:
    """Write all findings that no comment suppresses, one a line.

    Raises:
        translator.documents.writer.WriteError: it cannot be written.
    """
    entries = sorted(
        (f.name, f.code, " ".join(f.excerpt.split()), f.fingerprint) for f in found if f.state != "suppressed"
    )
    lines = [
        json.dumps({"file": name, "code": code, "text": text, "fingerprint": fingerprint}, ensure_ascii=False)
        for name, code, text, fingerprint in entries
    ]
    body = "".join(f"\n    {line}," for line in lines).rstrip(",")
    write_atomic(path, f'{{\n  "version": {VERSION},\n  "findings": [{body}\n  ]\n}}\n'.encode())


def apply(found: Sequence[Finding], known: frozenset[str]) -> tuple[list[Finding], int]:
    """The findings with those that are known marked, and how many of the known ones are gone."""
    marked = [replace(f, state="known") if f.state == "new" and f.fingerprint in known else f for f in found]
    return marked, len(known - {f.fingerprint for f in found})
