"""Checks what path arguments name. Files that do not mention pandas cost no import of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.check.findings import PICKLES, Finding, findings, relative, repository
from translator.check.suppressions import MARK
from translator.diagnostics import Diagnostic, Span
from translator.documents.discovery import SourceFile, mentions_pandas
from translator.settings import Folders

PICKLE_SUFFIXES = (".pkl", ".pickle", ".joblib", ".dill")


@dataclass(frozen=True)
class Checked:
    """What was checked and found."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def check_paths(
    paths: Sequence[Path], folders: Folders, strict: bool | None = None, only: frozenset[str] = frozenset()
) -> Checked:
    """All findings on scripts, notebooks and trees.

    Args:
        strict: whether what would be bridged is a finding; None leaves it to the settings.
        only: codes to report, whatever their level; none means all that the level tells.

    Raises:
        SettingsError: a pyproject.toml on the way is not valid.
    """
    pickles = [p for p in paths if p.suffix in PICKLE_SUFFIXES and p.is_file()]
    sources = [p for p in paths if p not in pickles]
    discovered = folders.find(sources)
    files = discovered.files
    found = [_problem(p.path, "T102", p.message, p.hint) for p in discovered.problems if p.severity == "error"]
    if "T204" in only:
        found += [_problem(p, "T204", f"{p.name} is a pickle", "") for p in pickles]
    found += _translated([f for f in files if _needs_translation(f.path)], folders, strict, only)
    found = [one for one in found if not only or one.code in only]
    return Checked(tuple(relative(f.path, Path.cwd()) for f in files), tuple(found))


def _needs_translation(path: Path) -> bool:
    try:
        raw = path.read_bytes()
    except OSError:
        return True
    return mentions_pandas(raw) or MARK in raw or any(module.encode() in raw for module in PICKLES)


def _translated(files: Sequence[SourceFile], folders: Folders, strict: bool | None, only: frozenset[str]) -> list[Finding]:
    if not files:
        return []
    from translator.api import translations  # slow: imports pandas, libcst and all rules

    found: list[Finding] = []
    results = translations(files, folders.config_of, jobs=0)
    for file, translation in results:
        settings = folders.of(file.path)
        wanted = strict if strict is not None else bool(settings.strict)
        found += findings(
            file, translation.diagnostics, translation.sites, settings, strict=wanted, only=only
        )
    return found


def _problem(path: Path, code: str, message: str, hint: str) -> Finding:
    diagnostic = Diagnostic(code, message, Span(1, 1, 1, 1), hint)
    return Finding(
        relative(path, Path.cwd()), relative(path, repository(path)), code, 1, 1, 1, 1, None, message,
        diagnostic.next_step, "", "error",
    )  # fmt: skip
