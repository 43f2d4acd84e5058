"""The functions that other programs call; re-exported by the package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translator.config import Config
from translator.diagnostics import Diagnostic
from translator.discovery import Problem, SourceFile, discover
from translator.pipeline import translate_file, translate_text
from translator.results import Translation, skipped
from translator.values import Frame

LOADERS = frozenset({"pandas.read_pickle", "pickle.load", "joblib.load"})

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
    files: Iterable[SourceFile], config: Config | Callable[[SourceFile], Config]
) -> Iterator[tuple[SourceFile, Translation]]:
    """Translate files in order; what one program writes is known to those after it.

    A program that loads tables which only a later one writes is translated again, and comes last.

    Args:
        config: the options, or what tells those of a file.
    """
    config_of = config if callable(config) else lambda file: config
    known: Mapping[str, Any] = {}
    facts: list[dict[str, Any]] = []
    waiting: list[tuple[int, SourceFile, Translation]] = []
    for number, file in enumerate(files):
        before = known
        translation, known = translate_file(file.path, file.relative, config_of(file), before)
        facts.append({path: fact for path, fact in known.items() if before.get(path) is not fact})
        translation = replace(translation, writes=tuple(facts[-1]))
        if any(d.code == "T201" and d.api in LOADERS for d in translation.diagnostics):
            waiting.append((number, file, translation))
        else:
            yield file, translation
    for number, file, translation in waiting:
        later = {p: f for written in facts[number + 1 :] for p, f in written.items() if isinstance(f, Frame)}
        earlier = {p: f for written in facts[:number] for p, f in written.items()}
        if later:
            again = translate_file(file.path, file.relative, config_of(file), {**later, **earlier})[0]
            translation = replace(again, writes=translation.writes)
        yield file, translation


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
