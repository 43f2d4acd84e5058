"""What the translator has to say: one table of codes, diagnostics, sites and refusals."""

from __future__ import annotations

from translator.diagnostics.codes import ASSUMPTIONS, CODES
from translator.diagnostics.entry import CodeEntry, Severity
from translator.diagnostics.model import Decline, Diagnostic, DiagnosticKey, Site, Span, Status

__all__ = [
    "ASSUMPTIONS", "CODES", "CodeEntry", "Decline", "Diagnostic", "DiagnosticKey", "Severity", "Site", "Span", "Status",
]  # fmt: skip
