"""Puts outputs in their place: merged with what people changed there, and so that it can be undone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from translator.documents.writer import OutputTree, WriteError, safe_relative, write_atomic
from translator.rerun import FOLDER
from translator.rerun.merge import has_markers, merge
from translator.rerun.state import sha_of

Action = Literal["written", "unchanged", "kept", "merged", "conflict", "replaced"]
ACTIONS: dict[Action, str] = {
    "written": "written", "unchanged": "unchanged", "kept": "kept with your edits", "merged": "merged with your edits",
    "conflict": "in conflict with your edits", "replaced": "replaced (they were not of an earlier run)",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """What is to become of one output.

    Attributes:
        relative: its name below the output directory.
        content: what it will hold.
        before: what it holds, None where there is none.
    """

    relative: str
    action: Action
    content: bytes
    before: bytes | None
    conflicts: int = 0

    @property
    def changes(self) -> bool:
        return self.content != self.before


def decide(relative: str, new: bytes, base: bytes | None, now: bytes | None) -> Change:
    """What becomes of an output.

    Args:
        new: what the run made.
        base: what the last run made; None where that is not known.
        now: what stands there.
    """
    if now is None:
        return Change(relative, "written", new, None)
    if now == new:
        return Change(relative, "unchanged", now, now)
    if base is None:
        return Change(relative, "replaced", new, now)
    if now == base:
        return Change(relative, "written", new, now)
    if new == base:
        text = now.decode("utf-8", "replace")
        return Change(relative, "conflict" if has_markers(text) else "kept", now, now, int(has_markers(text)))
    try:
        texts = [part.decode("utf-8") for part in (base, now, new)]
    except UnicodeDecodeError:
        return Change(relative, "conflict", now, now, 1)
    merged = merge(texts[0], texts[1], texts[2], relative.endswith(".ipynb"))
    action: Action = "conflict" if merged.conflicts else "merged"
    return Change(relative, action, merged.text.encode(), now, merged.conflicts)


@dataclass
class Outputs:
    """The output directory of a run, with the last generated outputs and what the run replaces."""

    tree: OutputTree
    changes: list[Change] = field(default_factory=list)
    _previous: Previous | None = None

    @property
    def root(self) -> Path:
        return self.tree.root

    def base(self, relative: str) -> Path:
        return self.root / FOLDER / "base" / relative

    def plan(self, relative: str, content: bytes) -> Change:
        """What a new content means for an output.

        Raises:
            WriteError: nothing may be written there.
        """
        return decide(relative, content, _read(self.base(relative)), _read(self.tree.target(relative)))

    def place(self, relative: str, content: bytes, like: Path | None = None) -> Change:
        """Write an output.

        Raises:
            WriteError: it may not be written there, or cannot.
        """
        change = self.plan(relative, content)
        self.changes.append(change)
        base = self.base(relative)
        if change.changes:
            self.previous.keep(self.tree.target(relative), change.content)
            self.tree.write(relative, change.content, like)
        else:
            self.tree.claim(relative)
        if _read(base) != content:
            self.previous.keep(base, content)
            write_atomic(base, content)
        return change

    def put(self, relative: str, content: bytes) -> None:
        """Write a file that is the translator's own, such as translation.json, if it changes."""
        target = self.tree.target(relative)
        if _read(target) != content:
            self.previous.keep(target, content)
            write_atomic(target, content)

    @property
    def previous(self) -> Previous:
        """What this run replaces; it takes the place of what the run before it had replaced."""
        if self._previous is None:
            self._previous = Previous.begin(self.root)
        return self._previous


@dataclass
class Previous:
    """Files as they were before the last run that changed any, for ``translate undo``."""

    root: Path
    kept: set[str] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        return self.root / FOLDER / "previous"

    @classmethod
    def begin(cls, root: Path) -> Previous:
        previous = cls(root)
        shutil.rmtree(previous.folder, ignore_errors=True)
        for name in ("state.jsonl", "entries.jsonl"):
            previous.keep(root / FOLDER / name, None)
        return previous

    def keep(self, path: Path, content: bytes | None) -> None:
        """Keep a file that is about to get another content (None: one that is not known yet)."""
        relative = path.relative_to(self.root).as_posix()
        if relative in self.kept:
            return
        self.kept.add(relative)
        now = _read(path)
        if now is not None:
            write_atomic(self.folder / "files" / relative, now)
        line = {"path": relative, "existed": now is not None, "sha": sha_of(content) if content is not None else None}
        (self.folder).mkdir(parents=True, exist_ok=True)
        with (self.folder / "manifest.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@dataclass(frozen=True)
class Undone:
    """What was restored, removed, and left because it was edited since."""

    restored: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]


def undo(root: Path, force: bool = False) -> Undone:
    """Restore the outputs as they were before the last run that changed any.

    Args:
        force: also files that were edited after that run.

    Raises:
        WriteError: there is nothing to restore, or it cannot be written.
    """
    folder = root / FOLDER / "previous"
    try:
        lines = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise WriteError(f"There is no run to undo in {root}.", "Name the --out of an earlier run.") from error
    restored, removed, edited = [], [], []
    for line in reversed(lines):
        path = line["path"]
        target = root.joinpath(*safe_relative(path).parts)
        now = _read(target)
        changed = line["sha"] is not None and (now is None or sha_of(now) != line["sha"])
        if changed and not force and not path.startswith(f"{FOLDER}/"):
            edited.append(path)
            continue
        if line["existed"]:
            write_atomic(target, (folder / "files" / path).read_bytes())
            restored.append(path)
        else:
            target.unlink(missing_ok=True)
            removed.append(path)
    shutil.rmtree(folder)
    return Undone(*(tuple(_visible(found)) for found in (restored, removed, edited)))


def _visible(paths: Iterable[str]) -> list[str]:
    return sorted(path for path in paths if not path.startswith(f"{FOLDER}/"))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
