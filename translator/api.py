"""The functions that other programs call; re-exported by the package."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.config import Config
from translator.diagnostics import Diagnostic
from translator.documents import modules
from translator.documents.discovery import Problem, SourceFile, discover, mentions_pandas
from translator.frames.values import Frame
from translator.inputs.parquet_files import ParquetProbe
from translator.inputs.places import LOADERS
from translator.inputs.sightings import Sightings, unfit_among
from translator.parallel import workers
from translator.pipeline import Part, read, translate_program, translate_text, unchanged
from translator.results import Translation, skipped

if TYPE_CHECKING:
    from translator.harness import Verdict


def translate_source(
    text: str, *, name: str = "script.py", folder: Path | None = None, config: Config | None = None
) -> Translation:
    """Translate Python source text (or the JSON text of a notebook when `name` ends in .ipynb).

    Args:
        folder: where relative data paths are looked up to learn columns and types.
    """
    return translate_text(text, config or Config(), name, folder)


def check_source(text: str, *, name: str = "script.py", folder: Path | None = None) -> tuple[Diagnostic, ...]:
    """What would be said about the source, without its translation."""
    return translate_source(text, name=name, folder=folder).diagnostics


def translate_path(
    path: Path | str, *, out: Path | None = None, config: Config | None = None
) -> list[Translation]:
    """Translate a script, notebook or directory tree; nothing is written."""
    found = discover([Path(path)], out, (config or Config()).exclude)
    done = {file.relative: t for file, t in translations(found.files, config or Config())}
    return [*(done[file.relative] for file in found.files), *problems(found.problems)]


def translations(
    files: Iterable[SourceFile], config: Config | Callable[[SourceFile], Config], jobs: int = 1
) -> Iterator[tuple[SourceFile, Translation]]:
    """Translate files in order; those that import each other are one program.

    What one program writes is known to those after it. A program that loads tables which only a
    later one writes is translated again, and comes last.

    Args:
        config: the options, or what tells those of a file.
        jobs: worker processes; 0 for as many as are worth it. Where there is more than one, the calling
            program has to be importable (see `multiprocessing`), as scripts with a main guard are.
    """
    config_of = config if callable(config) else lambda file: config
    sources = {file.path: file for file in files}
    done, found = _programs(list(sources.values()), config_of)
    yield from done
    beside = [Sightings(file.path.parent.resolve(), {}, one.looked_at) for file, one in done if one.looked_at]
    first = _Round(found, beside, frozenset())
    finished = set()
    for number, translated in first.programs(jobs):
        finished.add(number)
        yield from found[number].pairs(sources, translated)
    others, last = [], first
    while more := last.unfit() - last.kept:
        last = _Round(found, beside, last.kept | more)
        others = [(number, translated) for number, translated in last.programs(jobs) if number not in finished]
    for number, translated in [*others, *last.chained]:
        yield from found[number].pairs(sources, translated)


class _Round:
    """All programs translated once, in order, each with the facts of those before it.

    Args:
        beside: what files that need no translation look at.
        kept: pickles that stay pickles, see `inputs.sightings`.
    """

    def __init__(self, programs: Sequence[Program], beside: Sequence[Sightings], kept: frozenset[str]) -> None:
        self.kept = kept
        self._programs = programs
        self._beside = beside
        self._facts: list[dict[str, Any]] = []
        self.chained: list[tuple[int, list[Translation]]] = []
        self._sightings: dict[int, Sightings] = {}
        self._openings: dict[int, Sightings] = {}

    def programs(self, jobs: int) -> Iterator[tuple[int, list[Translation]]]:
        """The programs that neither write nor load tables in place of pickles, with their translations."""
        known: dict[str, Any] = {}
        with workers([(program.parts, program.config, self.kept) for program in self._programs], jobs) as ahead:
            for number, program in enumerate(self._programs):
                before = known
                answer = ahead.answer(number, before)
                translated, known = answer or translate_program(program.parts, program.config, before, self.kept)
                self._facts.append({path: fact for path, fact in known.items() if before.get(path) is not fact})
                self._note(number, translated)
                translated = [replace(one, writes=tuple(self._facts[-1])) for one in translated]
                if _is_chained(translated, self._facts[-1]):
                    self.chained.append((number, translated))
                else:
                    yield number, translated
        self._load_again()

    def _load_again(self) -> None:
        """Translate programs anew that load tables which only a later one writes; they come last."""
        waiting = [one for one in self.chained if self._may_wait(*one)]
        self.chained = [one for one in self.chained if one not in waiting]
        for number, translated in waiting:
            program, facts = self._programs[number], self._facts
            later = {p: f for written in facts[number + 1 :] for p, f in written.items() if isinstance(f, Frame)}
            earlier = {p: f for written in facts[:number] for p, f in written.items()}
            if later:
                again, _ = translate_program(program.parts, program.config, {**later, **earlier}, self.kept)
                translated = [replace(new, writes=old.writes) for new, old in zip(again, translated, strict=True)]
                self._note(number, translated)
            self.chained.append((number, translated))

    def _may_wait(self, number: int, translated: Sequence[Translation]) -> bool:
        """Whether a program asks for tables of which it does not know who writes them."""
        of_layout = self._programs[number].config.layout is not None
        unknown = any(d.code == "T201" and d.api in LOADERS for one in translated for d in one.diagnostics)
        return unknown or of_layout and any("delta" in one.inputs.values() for one in translated)

    def unfit(self) -> frozenset[str]:
        """Paths of pickles that one program takes for a table and another for a file, or for a table of the same name."""
        tables = unfit_among([*self._sightings.values(), *self._beside])
        return tables | unfit_among(list(self._openings.values())) | self._mixed()

    def _mixed(self) -> frozenset[str]:
        """Paths of Parquet files that programs write with different columns."""
        known: dict[str, ParquetProbe] = {}
        pairs = [(path, fact) for facts in self._facts for path, fact in facts.items() if isinstance(fact, ParquetProbe)]
        return frozenset(path for path, fact in pairs if not known.setdefault(path, fact).alike(fact))

    def _note(self, number: int, translated: Sequence[Translation]) -> None:
        program = self._programs[number]
        folder = (program.config.data_root or program.parts[0].document.path.parent).resolve()
        tables = {pickle: table for one in translated for pickle, table in one.tables.items()}
        self._sightings[number] = Sightings(folder, tables, frozenset().union(*(one.looked_at for one in translated)))
        folders = {path: path for one in translated for path in one.folders}
        self._openings[number] = Sightings(folder, folders, frozenset().union(*(one.opened for one in translated)))


def _is_chained(translated: Sequence[Translation], facts: Mapping[str, Any]) -> bool:
    """Whether a program writes tables in place of pickles, or folders in place of Parquet files, or asks for some."""
    kinds = {kind for one in translated for kind in one.inputs.values()}
    return bool(kinds & {"delta", "pickle", "parquet"}) or any(isinstance(f, (Frame, ParquetProbe)) for f in facts.values())


@dataclass(frozen=True)
class Program:
    """Documents that import each other, and their options."""

    parts: list[Part]
    config: Config

    def pairs(
        self, sources: Mapping[Path, SourceFile], translated: Sequence[Translation]
    ) -> Iterator[tuple[SourceFile, Translation]]:
        yield from ((sources[p.document.path], one) for p, one in zip(self.parts, translated, strict=True))


def _programs(
    files: Sequence[SourceFile], config_of: Callable[[SourceFile], Config]
) -> tuple[list[tuple[SourceFile, Translation]], list[Program]]:
    """Files that need no translation, and the programs of the others."""
    done: list[tuple[SourceFile, Translation]] = []
    parts: dict[Path, tuple[SourceFile, Part]] = {}
    for file in files:
        part = read(file.path, file.relative)
        if isinstance(part, Translation):
            done.append((file, part))
        else:
            parts[file.path] = file, part
    found: list[Program] = []
    for documents in modules.programs([part.document for _, part in parts.values()]):
        members = [parts[document.path] for document in documents]
        if not any(mentions_pandas(document.raw) for document in documents):
            done += [(file, unchanged(part)) for file, part in members]
            continue
        options = [config_of(file) for file, _ in members]
        for config in dict.fromkeys(options):
            found.append(Program([part for (_, part), own in zip(members, options, strict=True) if own == config], config))
    return done, found


def whole_programs(files: Sequence[SourceFile], names: Collection[str]) -> set[str]:
    """The relative names of these files and of all that make a program with one of them."""
    parts = {file.path: part for file in files if isinstance(part := read(file.path, file.relative), Part)}
    groups = modules.programs([part.document for part in parts.values()])
    found = [{parts[document.path].source for document in group} for group in groups]
    return set(names).union(*(group for group in found if group & set(names)))


def problems(found: Iterable[Problem]) -> Iterator[Translation]:
    """Entries for what was asked for and could not be read."""
    for problem in found:
        if problem.severity == "error":
            yield skipped(problem.path.name, b"", problem.message, problem.hint)


def verify(path: Path | str, **options: Any) -> list[Verdict]:
    """Run originals and translations on the same data and compare; needs the ``verify`` extra.

    See `translator.verification.verify_paths` for the options.
    """
    from translator.verification import verify_paths

    return verify_paths([Path(path)], **options)
