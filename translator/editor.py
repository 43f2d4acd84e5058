"""A language server: findings while you type, explanations on hover, "Show translation" as an action.

It speaks the Language Server Protocol over standard input and output, so any editor can start it
with ``translate language-server``; see docs/how_to/editor.md.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from translator import __version__
from translator.api import translate_source
from translator.check.findings import Finding, findings
from translator.config import OptionError
from translator.documents.discovery import SourceFile
from translator.documents.document import Document
from translator.documents.text import DocumentError
from translator.emission.imports import SUPPORT_PACKAGE
from translator.reference.explanations import code
from translator.results import Translation
from translator.settings import Folders, Settings

SHOW = "translate.showTranslation"
SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error, "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}  # fmt: skip

server = LanguageServer("translate", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
_previews = tempfile.TemporaryDirectory(prefix="translate-preview-")
_found: dict[str, list[Finding]] = {}


def main() -> None:
    """Serve until the editor closes the connection."""
    server.start_io()


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
@server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: Any) -> None:
    """Publish the findings of a document that was opened, changed or saved."""
    uri = params.text_document.uri
    _found[uri] = _check(uri)
    lines = _text(uri).split("\n")
    published = [_diagnostic(finding, lines) for finding in _found[uri] if finding.state == "new"]
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=published))


@server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
def closed(params: lsp.DidCloseTextDocumentParams) -> None:
    """Forget a document."""
    uri = params.text_document.uri
    _found.pop(uri, None)
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
def hover(params: lsp.HoverParams) -> lsp.Hover | None:
    """The explanation of the findings on a line."""
    line = params.position.line + 1
    here = [f for f in _found.get(params.text_document.uri, ()) if f.line <= line <= f.end_line]
    if not here:
        return None
    text = "\n\n---\n\n".join(f"{f.message}\n\n{code(f.entry, level=3)}" for f in here)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text))


@server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Show the translation; suppress the findings of a line."""
    uri = params.text_document.uri
    show = lsp.Command("Show translation", command=SHOW, arguments=[uri])
    found = [lsp.CodeAction("Show translation to PySpark", kind=lsp.CodeActionKind.Source, command=show)]
    lines = _text(uri).split("\n")
    first, last = params.range.start.line + 1, params.range.end.line + 1
    for finding in _found.get(uri, ()):
        if finding.state == "new" and first <= finding.line <= last and finding.line == finding.end_line:
            found.append(_suppress(uri, finding, lines[finding.line - 1]))
    return found


@server.command(SHOW)
def show_translation(uri: str) -> dict[str, str]:
    """Open the translation of a document beside it, and give it back as text."""
    translation = _translate(uri)
    target = Path(_previews.name, f"spark_{_path(uri).name}")
    target.write_bytes(translation.content)
    server.window_show_document(lsp.ShowDocumentParams(uri=target.as_uri(), take_focus=True), callback=lambda _: None)
    return {"uri": target.as_uri(), "outcome": translation.outcome, "text": translation.text, "support": SUPPORT_PACKAGE}


# --- what is shown -----------------------------------------------------------------------------------------


def _path(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def _text(uri: str) -> str:
    return str(server.workspace.get_text_document(uri).source)


def _settings(path: Path) -> Settings:
    try:
        return Folders().of(path)
    except OptionError:
        return Settings()


def _translate(uri: str) -> Translation:
    path = _path(uri)
    return translate_source(_text(uri), name=path.name, folder=path.parent, config=_settings(path).config)


def _check(uri: str) -> list[Finding]:
    path = _path(uri)
    translation = _translate(uri)
    try:
        document: Document | None = Document.parse(path, _text(uri).encode("utf-8", "surrogatepass"))
    except DocumentError:
        document = None
    file = SourceFile(path, path.parent, path.name)
    return findings(
        file, translation.diagnostics, translation.sites, _settings(path), strict=True, document=document
    )


def _diagnostic(finding: Finding, lines: Sequence[str]) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        lsp.Range(_position(lines, finding.line, finding.column), _position(lines, finding.end_line, finding.end_column)),
        message=f"{finding.message}\n{finding.step}", severity=SEVERITIES[finding.level], code=finding.code,
        source="translate",
    )  # fmt: skip


def _position(lines: Sequence[str], line: int, column: int) -> lsp.Position:
    """A place as the protocol counts it: from 0, in UTF-16 code units."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return lsp.Position(max(0, line - 1), sum(2 if ord(c) > 0xFFFF else 1 for c in text[: column - 1]))


def _suppress(uri: str, finding: Finding, line: str) -> lsp.CodeAction:
    place = _position([line], 1, len(line) + 1).character
    edit = lsp.TextEdit(
        lsp.Range(lsp.Position(finding.line - 1, place), lsp.Position(finding.line - 1, place)),
        f"  # translate: ignore[{finding.code}] ",
    )  # fmt: skip
    return lsp.CodeAction(
        f"Ignore {finding.code} here (say why)", kind=lsp.CodeActionKind.QuickFix,
        edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
    )  # fmt: skip
