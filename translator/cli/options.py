"""Options that commands share, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from translator.config import OptionError
from translator.inputs.layout import load as load_layout
from translator.settings import Folders, check_schema


def config_options(command: Any) -> Any:
    """Options of the translation; what is not given comes from ``[tool.translate]`` in pyproject.toml.

    The command gets one argument ``folders`` instead of them.
    """
    options = [
        click.option("--bridge", type=click.Choice(["never", "bounded", "always"]),
                     help="Which frames may be brought to the driver where no native form exists (default: always)."),
        click.option("--schema", type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="JSON file: data path to {column: type}."),
        click.option("--layout", type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="YAML file: which table stands in place of each data file (see 'translate data layout')."),
        click.option("--data-root", type=click.Path(exists=True, file_okay=False, path_type=Path),
                     help="Folder against which relative data paths are read (default: beside the script)."),
        click.option("--rules", multiple=True, help="Further rule packs: a module, file or folder."),
        click.option("--exclude", multiple=True, help="Patterns of relative names to leave out."),
    ]  # fmt: skip
    inner = _with_folders(command)
    for option in reversed(options):
        inner = option(inner)
    return inner


def _with_folders(command: Callable[..., None]) -> Callable[..., None]:
    def call(
        bridge: str | None, schema: Path | None, layout: Path | None, data_root: Path | None, rules: tuple[str, ...],
        exclude: tuple[str, ...], **others: Any,
    ) -> None:  # fmt: skip
        overrides = {"bridge": bridge, "schema": schema, "layout": layout, "data_root": data_root, "rules": rules,
                     "exclude": exclude}  # fmt: skip
        try:
            if schema is not None:
                check_schema(schema)
            if layout is not None:
                load_layout(layout)
            command(folders=Folders(overrides), **others)
        except OptionError as error:
            raise click.UsageError(str(error)) from error

    call.__doc__ = command.__doc__
    call.__name__ = command.__name__
    params = getattr(command, "__click_params__", [])
    call.__click_params__ = params  # type: ignore[attr-defined]
    return call
