"""One run over a tree: what the stored state answers is not translated again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator.documents.discovery import Discovery, SourceFile
from translator.rerun import stamps
from translator.rerun.merge import has_markers
from translator.rerun.outputs import Outputs
from translator.rerun.state import Record, State, entry_of, sha_of
from translator.results import Translation
from translator.settings import Folders


@dataclass
class Session:
    """The sources of a run and what is known of them.

    Attributes:
        shas: of the contents of the sources; "" for one that cannot be read.
        options: digests of their options.
        jobs: worker processes; 0 for as many as are worth it.
    """

    files: Sequence[SourceFile]
    folders: Folders
    state: State
    outputs: Outputs
    jobs: int = 1
    shas: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    _stamps: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, found: Discovery, folders: Folders, outputs: Outputs, jobs: int = 1) -> Session:
        session = cls(found.files, folders, State.load(outputs.root), outputs, jobs)
        digests: dict[int, str] = {}
        for file in found.files:
            config = folders.config_of(file)
            if id(config) not in digests:
                digests[id(config)] = stamps.options(config)
            session.options[file.relative] = digests[id(config)]
            session.shas[file.relative] = _sha(file.path)
        return session

    # --- what has to be translated ---------------------------------------------------------------

    def known(self, file: SourceFile) -> Record | None:
        """The record of a file, if it still holds by itself."""
        record = self.state.records.get(file.relative)
        if record is None or record.sha != self.shas[file.relative] or record.options != self.options[file.relative]:
            return None
        return record if all(self._stamp(key) == value for key, value in record.consulted.items()) else None

    def _stamp(self, key: str) -> str:
        if key not in self._stamps:
            self._stamps[key] = stamps.stamp(key)
        return self._stamps[key]

    def has_output(self, file: SourceFile) -> bool:
        return self.outputs.tree.root.joinpath(file.relative).exists()

    def results(self, fresh: bool = False) -> Iterator[tuple[SourceFile, Translation | None]]:
        """Every file with its translation, those first that are made now; None where the record holds.

        Args:
            fresh: translate everything.
        """
        among = self._writers()
        held = {}
        for file in () if fresh else self.files:
            record = self.known(file)
            if record is not None and self._has_output(file) and (not record.linked or record.among == among):
                held[file.relative] = record
        changed = {f.relative for f in self.files if f.relative not in held}
        files = {file.relative: file for file in self.files}
        if changed:
            changed = self._whole(changed)
            for name, translation in self._made(held, changed):
                yield files.pop(name), translation
        yield from ((file, None) for file in files.values())

    def _made(self, held: Mapping[str, Record], changed: set[str]) -> Iterator[tuple[str, Translation]]:
        """Translations of what changed, and of what that may change.

        What a program writes decides about those that read it: the writers are translated again
        for their facts, and where a changed program is a new writer, all that share data are.
        """
        linked = {name for name, record in held.items() if record.linked}
        if linked:
            giving = {name for name in linked if held[name].writes or held[name].looks}
            first = dict(self._translated(self._whole(changed | giving)))
            if not any(first[name].writes or first[name].looked_at for name in changed):
                yield from ((name, translation) for name, translation in first.items() if name in changed)
                return
        yield from self._translated(self._whole(changed | linked))

    def _whole(self, names: set[str]) -> set[str]:
        """The files with those that make a program with them: their translations hang together."""
        from translator.api import whole_programs  # slow: imports pandas, libcst and all rules

        return whole_programs(self.files, names)

    def _translated(self, names: set[str]) -> Iterator[tuple[str, Translation]]:
        from translator.api import translations  # slow: imports pandas, libcst and all rules

        wanted = [f for f in self.files if f.relative in names]
        for file, translation in translations(wanted, self.folders.config_of, self.jobs):
            yield file.relative, translation

    def _has_output(self, file: SourceFile) -> bool:
        return self.outputs.root.joinpath(file.relative).exists()

    def _writers(self) -> str:
        """A digest of the programs that write data, in order, as far as they are known."""
        names = [f.relative for f in self.files if f.relative in self.state.records]
        parts = [f"{name}:{self.shas[name]}" for name in names if self.state.records[name].writes]
        return sha_of("\n".join(parts).encode())[:16]

    # --- what comes of it --------------------------------------------------------------------------

    def store(self, file: SourceFile, translation: Translation) -> None:
        """Write an output and its record; a source that cannot be read leaves the output as it is.

        Raises:
            WriteError: it may not be written, or cannot.
        """
        name = file.relative
        conflict = False
        if self.shas[name]:
            change = self.outputs.place(translation.output, translation.content, like=file.path)
            conflict = change.action == "conflict"
        origin = os.path.relpath(file.path.resolve(), self.outputs.root.resolve()).replace(os.sep, "/")
        record = Record.of(translation, self.shas[name], self.options[name], origin, conflict)
        old = self.state.records.get(name)
        if old is None or replace(old, among="") != record:
            self.state.add(replace(record, among=self._writers()), entry_of(translation))

    def conflicts(self) -> list[str]:
        """Outputs in which conflict markers of this or an earlier run still stand."""
        marked = [name for name, record in self.state.records.items() if record.conflict and name in self.shas]
        return [name for name in marked if _has_markers(self.outputs.root / name)]

    def orphans(self) -> list[str]:
        """Outputs of earlier runs whose source is gone."""
        root = self.outputs.root
        others = [r for name, r in self.state.records.items() if name not in self.shas]
        return [r.source for r in others if not (root / r.origin).exists() and (root / r.source).exists()]

    def finish(self) -> None:
        """Write the state of this run, if it differs from the stored one.

        Records of sources that were not named this time stay, as long as they and their outputs exist.
        """
        among = self._writers()
        names = [f.relative for f in self.files]
        for name in names:
            record = self.state.records[name]
            if record.linked and record.among != among:
                self.state.records[name] = replace(record, among=among)
                self.state.appended = True
        root = self.outputs.root
        others = [n for n, r in self.state.records.items() if n not in self.shas and (root / r.origin).exists()]
        wanted = [*names, *(n for n in others if (root / n).exists())]
        if self.state.appended or list(self.state.records) != wanted:
            self.state.finish(wanted)


def _has_markers(path: Path) -> bool:
    try:
        return has_markers(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False


def _sha(path: Path) -> str:
    try:
        return sha_of(path.read_bytes())
    except OSError:
        return ""
