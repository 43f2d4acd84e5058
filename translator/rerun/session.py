"""One run over a tree: what the stored state answers is not translated again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translator.discovery import Discovery, SourceFile
from translator.rerun import stamps
from translator.rerun.merge import has_markers
from translator.rerun.outputs import Change, Outputs
from translator.rerun.state import Record, State, entry_of, sha_of
from translator.results import Translation
from translator.settings import Folders


@dataclass
class Session:
    """The sources of a run and what is known of them.

    Attributes:
        shas: of the contents of the sources; "" for one that cannot be read.
        options: digests of their options.
    """

    files: Sequence[SourceFile]
    folders: Folders
    state: State
    outputs: Outputs
    shas: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    _stamps: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, found: Discovery, folders: Folders, outputs: Outputs) -> Session:
        session = cls(found.files, folders, State.load(outputs.root), outputs)
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
        held = {} if fresh else {f.relative: r for f in self.files if (r := self.known(f)) is not None}
        changed = {f.relative for f in self.files if f.relative not in held or not self._has_output(f)}
        files = {file.relative: file for file in self.files}
        if changed:
            changed = self._whole(changed)
            for name, translation in self._made(held, changed):
                yield files.pop(name), translation
        yield from ((file, None) for file in files.values())

    def _made(self, held: Mapping[str, Record], changed: set[str]) -> Iterator[tuple[str, Translation]]:
        """Translations of what changed, and of what that may change.

        What a program writes decides about those that read it: the writers are translated again
        for their facts, and where what they are has changed, all that share data are.
        """
        linked = {name for name, record in held.items() if record.linked}
        writers = {name for name, record in held.items() if record.writes}
        wrote = {name for name, record in self.state.records.items() if record.writes}
        if linked - changed and not wrote & (changed | set(self.state.records) - set(self.shas)) and not self._reordered():
            first = dict(self._translated(self._whole(changed | writers)))
            if not any(first[name].writes for name in changed):
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
        for file, translation in translations(wanted, self.folders.config_of):
            yield file.relative, translation

    def _has_output(self, file: SourceFile) -> bool:
        return self.outputs.root.joinpath(file.relative).exists()

    def _reordered(self) -> bool:
        """Whether the sources come in another order than in the last run."""
        old = [name for name in self.state.records if name in self.shas]
        return old != [f.relative for f in self.files if f.relative in self.state.records]

    # --- what comes of it --------------------------------------------------------------------------

    def store(self, file: SourceFile, translation: Translation) -> Change:
        """Write an output and its record.

        Raises:
            WriteError: it may not be written, or cannot.
        """
        change = self.outputs.place(translation.output, translation.content, like=file.path)
        name = file.relative
        record = Record.of(translation, self.shas[name], self.options[name], change.action == "conflict")
        if self.state.records.get(name) != record:
            self.state.add(record, entry_of(translation))
        return change

    def conflicts(self) -> list[str]:
        """Outputs in which conflict markers of this or an earlier run still stand."""
        marked = [name for name, record in self.state.records.items() if record.conflict and name in self.shas]
        return [name for name in marked if _has_markers(self.outputs.root / name)]

    def finish(self) -> None:
        """Write the state of this run, if it differs from the stored one."""
        names = [f.relative for f in self.files]
        if self.state.appended or list(self.state.records) != names:
            self.state.finish(names)


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
