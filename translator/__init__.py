"""Translates pandas code to native PySpark that gives the same result, or says why not.

The public interface; everything here is typed, does no I/O unless asked to, and never raises for
what the user's code holds.
"""

from __future__ import annotations

from translator.api import check_source, translate_path, translate_source, verify
from translator.config import Config
from translator.diagnostics import Diagnostic, Site
from translator.results import Translation

__version__ = "0.1.0"

__all__ = [
    "Config", "Diagnostic", "Site", "Translation", "check_source", "translate_path",
    "translate_source", "verify",
]  # fmt: skip
