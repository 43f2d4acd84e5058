"""What is kept between calls: data sets that failed, and verdicts by content.

Everything lies in the user's cache folder as plain files; deleting it only costs time.
"""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import hashlib
import importlib.metadata
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from translator.harness.compare import Difference
from translator.harness.job import Problem
from translator.harness.judge import Observable
from translator.harness.plans import Finding
from translator.harness.verdicts import Assumption, Located, Unit, Verdict, Violation
from translator.harness.workdir import tree_files

KEPT = 5
"""Of each unit so many failed data sets are kept."""

CALLS_KEPT = 200
"""So many calls' verdicts are kept; the oldest give way."""

LASTING = frozenset({"equal", "different", "vacuous", "definitions", "unreached", "original-failed", "translation-failed"})
"""Outcomes that another run on the same content would give again."""


class Examples:
    """The data sets on which one unit failed: `folder/<unit>/<number>/<input files>`."""

    def __init__(self, folder: Path | None, unit: Unit) -> None:
        name = hashlib.sha256(os.fsencode(unit.source.resolve())).hexdigest()[:16]
        self.folder = None if folder is None else folder / f"{unit.source.stem}-{name}"

    def load(self) -> list[dict[str, bytes]]:
        """Return the data sets, the newest first."""
        if self.folder is None or not self.folder.is_dir():
            return []
        places = sorted((p for p in self.folder.iterdir() if p.is_dir()), reverse=True)
        return [
            {f.relative_to(place).as_posix(): f.read_bytes() for f in sorted(place.rglob("*")) if f.is_file()}
            for place in places
        ]

    def save(self, inputs: dict[str, bytes]) -> None:
        """Keep a data set unless it is there already; the oldest give way."""
        if self.folder is None or not inputs or inputs in self.load():
            return
        numbers = sorted(int(p.name) for p in self.folder.iterdir()) if self.folder.is_dir() else []
        place = self.folder / f"{(numbers[-1] if numbers else 0) + 1:06d}"
        for name, content in inputs.items():
            target = place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for number in numbers[: max(0, len(numbers) + 1 - KEPT)]:
            shutil.rmtree(self.folder / f"{number:06d}", ignore_errors=True)


@dataclasses.dataclass(frozen=True)
class Verdicts:
    """Verdicts of whole calls by a key over everything that they depend on: `folder/<key>.json`."""

    folder: Path

    def load(self, key: str) -> tuple[list[Verdict], dict[str, str]] | None:
        """Return what was kept under a key: verdicts, and the stamps of files that lie elsewhere."""
        try:
            document = json.loads((self.folder / f"{key}.json").read_text(encoding="utf-8"))
            return [_verdict(item) for item in document["verdicts"]], document["stamps"]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, key: str, verdicts: Sequence[Verdict], stamps: Mapping[str, str]) -> None:
        """Keep verdicts, unless another run might come to others."""
        if not verdicts or any(verdict.outcome not in LASTING for verdict in verdicts):
            return
        document = {"verdicts": [_plain(verdict) for verdict in verdicts], "stamps": dict(stamps)}
        partial = self.folder / f"{key}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(document), encoding="utf-8")
            partial.replace(self.folder / f"{key}.json")
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        """Keep the folder small."""
        kept = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-CALLS_KEPT]:
            path.unlink(missing_ok=True)


def key_of(parts: Iterable[Any], folders: Iterable[Path]) -> str:
    """Return a digest of options, of all files below some folders, and of what they run on.

    What is installed is told by the versions of the main packages and by the time at which a folder
    of packages was last changed.
    """
    digest = hashlib.sha256()
    packages = [(p, os.stat(p).st_mtime_ns) for p in sys.path if p.endswith("-packages") and os.path.isdir(p)]
    for part in (*parts, sys.version, os.environ.get("JAVA_HOME"), *_versions(), *packages):
        digest.update(repr(part).encode() + b"\0")
    tool = Path(__file__).parents[1]
    for folder in dict.fromkeys(f.resolve() for f in (*folders, tool, tool.parent / "rules")):
        for path, _ in tree_files(folder):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(os.fsencode(path) + b"\0")
                with contextlib.suppress(OSError):
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _versions() -> list[str]:
    found = []
    for name in ("pandas", "numpy", "pyarrow", "pyspark", "pysail"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found.append(f"{name} {importlib.metadata.version(name)}")
    return found


def _plain(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON can hold it."""
    document = dataclasses.asdict(verdict)
    document["inputs"] = {name: base64.b64encode(data).decode() for name, data in verdict.inputs.items()}
    return document


def _verdict(document: dict[str, Any]) -> Verdict:
    """Return the verdict that JSON holds."""
    inputs = {name: base64.b64decode(data) for name, data in document.pop("inputs").items()}
    observables = [
        Observable(**{**item, "differences": [_difference(d) for d in item["differences"]]})
        for item in document.pop("observables")
    ]
    problem, first = document.pop("problem"), document.pop("first")
    assumptions = [_assumption(item) for item in document.pop("assumptions")]
    violated = [Violation(v["example"], tuple(map(_assumption, v["assumptions"]))) for v in document.pop("violated")]
    findings = [Finding(**item) for item in document.pop("findings")]
    unreached = [(a, b, c) for a, b, c in document.pop("unreached")]
    located = first and Located(**{**first, "differences": tuple(_difference(d) for d in first["differences"])})
    return Verdict(
        **document, inputs=inputs, observables=observables, problem=problem and Problem(**problem),
        first=located, assumptions=assumptions, unreached=unreached, violated=violated, findings=findings,
    )  # fmt: skip


def _assumption(item: dict[str, Any]) -> Assumption:
    return Assumption(**{**item, "lines": tuple(item["lines"])})


def _difference(item: dict[str, Any]) -> Difference:
    return Difference(item["kind"], item["message"], tuple(item["left"]), tuple(item["right"]))
