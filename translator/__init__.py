"""Translates pandas code to native PySpark that gives the same result, or says why not.

The public interface; everything here is typed, does no I/O unless asked to, and never raises for
what the user's code holds.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translator.api import check_source, translate_path, translate_source, verify
    from translator.config import Config
    from translator.diagnostics import Diagnostic, Site
    from translator.results import Translation

__version__ = "0.1.0"

__all__ = [
    "Config", "Diagnostic", "Site", "Translation", "check_source", "translate_path",
    "translate_source", "verify",
]  # fmt: skip

_HOMES = {
    "check_source": "api", "translate_path": "api", "translate_source": "api", "verify": "api", "Config": "config",
    "Diagnostic": "diagnostics", "Site": "diagnostics", "Translation": "results",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what is asked for: commands that need no translation start without pandas and libcst."""
    if name not in _HOMES:
        raise AttributeError(f"module 'translator' has no attribute {name!r}")
    return getattr(importlib.import_module(f"translator.{_HOMES[name]}"), name)
