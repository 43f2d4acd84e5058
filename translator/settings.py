"""Settings of a folder: ``[tool.translate]`` in the nearest ``pyproject.toml`` that has it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from translator.config import Config, OptionError
from translator.diagnostics import CODES
from translator.documents.discovery import Discovery, SourceFile, discover
from translator.inputs.layout import load as load_layout

_KINDS: Mapping[str, tuple[type, str]] = {
    "bridge": (str, "'never', 'bounded' or 'always'"),
    "data-root": (str, "a folder"),
    "schema": (str, "a JSON file"),
    "layout": (str, "a YAML file"),
    "rules": (list, "a list of modules, files or folders"),
    "exclude": (list, "a list of patterns"),
    "ignore": (list, "a list of codes"),
    "strict": (bool, "true or false"),
    "baseline": (str, "a JSON file"),
}


class SettingsError(OptionError):
    """``[tool.translate]`` or a file that it names cannot be used."""


@dataclass(frozen=True)
class Settings:
    """What a folder asks for.

    Attributes:
        folder: where the pyproject.toml lies; its relative paths start here.
        config: options of the translation.
        ignore: codes that are not reported.
        strict: whether constructs that would be bridged are findings.
        baseline: the file of known findings.
    """

    folder: Path | None = None
    config: Config = field(default_factory=Config)
    ignore: frozenset[str] = frozenset()
    strict: bool | None = None
    baseline: Path | None = None

    def excludes(self, path: Path) -> bool:
        """Whether a file is left out by a pattern, on its name below `folder` or a part of it."""
        if self.folder is None or not self.config.exclude:
            return False
        try:
            parts = path.resolve().relative_to(self.folder.resolve()).parts
        except ValueError:
            return False
        names = [*parts, *("/".join(parts[:end]) for end in range(2, len(parts) + 1))]
        return any(fnmatch(name, pattern.rstrip("/")) for pattern in self.config.exclude for name in names)


class Folders:
    """Settings by folder, each pyproject.toml read once.

    Args:
        overrides: fields of `Config` that the command line gave, which win.
    """

    def __init__(self, overrides: Mapping[str, Any] | None = None) -> None:
        self.overrides = {key: value for key, value in (overrides or {}).items() if value not in (None, ())}
        self._known: dict[Path, Settings] = {}

    def of(self, file: Path) -> Settings:
        """The settings for a file.

        Raises:
            SettingsError: a pyproject.toml on the way is not valid.
        """
        return self._folder(file.absolute().parent)

    def config_of(self, file: SourceFile) -> Config:
        """The options for the translation of a file."""
        return self.of(file.path).config

    def find(self, paths: Sequence[Path], out: Path | None = None) -> Discovery:
        """The files that path arguments name, without those that are excluded."""
        found = discover(paths, out, self.overrides.get("exclude", ()))
        return replace(found, files=tuple(f for f in found.files if not self.of(f.path).excludes(f.path)))

    def _folder(self, folder: Path) -> Settings:
        if folder not in self._known:
            own = read(folder / "pyproject.toml")
            if own is None and folder.parent != folder:
                found = self._folder(folder.parent)
            else:
                found = own or Settings()
                found = replace(found, config=replace(found.config, **self.overrides))
            self._known[folder] = found
        return self._known[folder]


def read(path: Path) -> Settings | None:
    """The settings in a pyproject.toml; None where there is none, or no ``[tool.translate]`` in it.

    Raises:
        SettingsError: it is not valid TOML, or a key or value is not known.
    """
    try:
        with path.open("rb") as file:
            document = tomllib.load(file)
    except OSError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    tool = document.get("tool", {})
    table = tool.get("translate") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.translate] is not a table")
    return _settings(path, table)


def check_schema(path: Path) -> None:
    """Check a file for ``--schema``: ``{"data path": {"column": "type"}}``.

    Raises:
        SettingsError: it is not that.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"the schema file {path} cannot be read as JSON: {error}") from error
    tables = content.values() if isinstance(content, dict) else [None]
    if not all(isinstance(table, dict) and all(isinstance(t, str) for t in table.values()) for table in tables):
        raise SettingsError(f'the schema file {path} is not of the form {{"data path": {{"column": "type"}}}}')


def _settings(path: Path, table: Mapping[str, Any]) -> Settings:
    for key, value in table.items():
        if key not in _KINDS:
            raise SettingsError(f"{path}: [tool.translate] has no key {key!r}; there are {', '.join(sorted(_KINDS))}")
        kind, wanted = _KINDS[key]
        texts = not isinstance(value, list) or all(isinstance(item, str) for item in value)
        if not isinstance(value, kind) or not texts:
            raise SettingsError(f"{path}: {key} is {wanted}, not {value!r}")
    bridge = table.get("bridge", "always")
    if bridge not in ("never", "bounded", "always"):
        raise SettingsError(f"{path}: bridge is {_KINDS['bridge'][1]}, not {bridge!r}")
    unknown = [code for code in table.get("ignore", ()) if code not in CODES]
    if unknown:
        raise SettingsError(f"{path}: ignore names {unknown[0]!r}, which is no code; see 'translate explain'")
    folder = path.parent

    def below(key: str) -> Path | None:
        return folder / table[key] if key in table else None

    packs = tuple(str(folder / p) if (folder / p).exists() else p for p in table.get("rules", ()))
    schema = below("schema")
    if schema is not None:
        check_schema(schema)
    layout = below("layout")
    if layout is not None:
        load_layout(layout)
    config = Config(bridge, below("data-root"), schema, layout, rules=packs, exclude=tuple(table.get("exclude", ())))
    return Settings(folder, config, frozenset(table.get("ignore", ())), table.get("strict"), below("baseline"))
