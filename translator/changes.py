"""A migration as ordered patches for ``git am``, small enough to review.

First the support package, then file by file. A file with many changes is split between hunks (a
new file between its top-level statements) where what stands so far compiles. All patches together
turn the sources into the outputs byte for byte.
"""

from __future__ import annotations

import ast
import base64
import difflib
import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator import __version__
from translator.documents.discovery import SourceFile
from translator.documents.document import Document
from translator.documents.text import DocumentError
from translator.documents.writer import WriteError, write_atomic
from translator.emission.imports import SUPPORT_PACKAGE

LIMIT = 200
"""Changed lines of a patch, where the code can be split there."""

_NAME = re.compile(r"\d{4}-.*\.patch")


@dataclass(frozen=True)
class Step:
    """One patch: a file before and after; `before` is None for a new file."""

    path: str
    before: bytes | None
    after: bytes
    subject: str
    body: str


def write_changes(
    folder: Path, files: Sequence[SourceFile], out: Path, entries: Sequence[Mapping[str, Any]],
    verdicts: Sequence[Mapping[str, Any]] = (),
) -> list[Path]:  # fmt: skip
    """Write the patches that turn sources into the outputs of a run.

    Args:
        folder: where to; patches of an earlier run in it are replaced.
        entries: the files of translation.json.
        verdicts: what ``translate verify`` said, for the messages.

    Raises:
        WriteError: the folder holds other files, or cannot be written.
    """
    if folder.is_dir() and any(not _NAME.fullmatch(p.name) for p in folder.iterdir()):
        raise WriteError(f"{folder} holds other files than patches.", "Choose another with --changes.")
    known = {str(entry["source"]): entry for entry in entries}
    steps = [*_support(files, out), *(step for file in files for step in _file(file, out, known, verdicts))]
    if folder.is_dir():
        for old in folder.iterdir():
            old.unlink()
    written = []
    for number, step in enumerate(steps, start=1):
        name = re.sub(r"[^A-Za-z0-9]+", "-", step.subject).strip("-")[:60]
        path = folder / f"{number:04}-{name}.patch"
        write_atomic(path, mail(step, number, len(steps)))
        written.append(path)
    return written


# --- what is changed -----------------------------------------------------------------------------------


def _root(file: SourceFile) -> str:
    """The folder of the sources as the repository names it, with a slash, or "" at its top."""
    base = file.base.resolve()
    for folder in (base, *base.parents):
        if (folder / ".git").exists():
            inside = base.relative_to(folder).as_posix()
            return "" if inside == "." else inside + "/"
    return ""


def _support(files: Sequence[SourceFile], out: Path) -> Iterator[Step]:
    """The support package, beside every output that imports it."""
    prefix = _root(files[0]) if files else ""
    for module in sorted(out.rglob(f"{SUPPORT_PACKAGE}/*.py")):
        path = module.relative_to(out).as_posix()
        if path.startswith("."):
            continue
        content = module.read_bytes()
        subject = f"Add {path}"
        yield from _split(prefix + path, None, content, subject, "Native Spark expressions that translated code calls.")


def _file(
    file: SourceFile, out: Path, entries: Mapping[str, Mapping[str, Any]], verdicts: Sequence[Mapping[str, Any]]
) -> Iterator[Step]:
    try:
        before, after = file.path.read_bytes(), (out / file.relative).read_bytes()
    except OSError:  # such a source is a finding of the run, and has no output
        return
    if before == after:
        return
    body = _message(entries.get(file.relative, {}), verdicts)
    yield from _split(_root(file) + file.relative, before, after, f"Translate {file.relative} to Spark", body)


def _message(entry: Mapping[str, Any], verdicts: Sequence[Mapping[str, Any]]) -> str:
    """What was changed, by which rules, and how it was proven."""
    sites = entry.get("sites", ())
    counts = Counter(site["status"] for site in sites)
    rules = sorted({site["api"] for site in sites if site["status"] in ("native", "helper")})
    judged = [v for v in verdicts if v["unit"] == entry.get("source")]
    proof = "; ".join(f"{v['outcome']} on {v['engine']} ({v.get('compared', 0)} compared)" for v in judged)
    return "\n".join([
        f"Sites: {', '.join(f'{count} {status}' for status, count in sorted(counts.items())) or 'none'}.",
        f"Rules: {', '.join(rules) or 'none'}.",
        f"Proof: {proof or 'not verified yet'}.",
    ])  # fmt: skip


# --- how it is split -------------------------------------------------------------------------------------


def _split(path: str, before: bytes | None, after: bytes, subject: str, body: str) -> Iterator[Step]:
    states = _states(path, before, after)
    for number, (old, new) in enumerate(zip([before, *states], states, strict=False), start=1):
        part = f" ({number}/{len(states)})" if len(states) > 1 else ""
        yield Step(path, old, new, subject + part, body)


def _states(path: str, before: bytes | None, after: bytes) -> list[bytes]:
    """Contents on the way from before to after, which is the last of them."""
    old, new = _lines(before or b""), _lines(after)
    pieces = _pieces(old, new) if before is not None else [([], piece) for piece in _statements(after)]
    states: list[bytes] = []
    done: list[bytes] = []
    rest = [line for removed, _ in pieces for line in removed]
    changed = 0
    for removed, added in pieces:
        size = 0 if removed == added else len(removed) + len(added)
        if changed and changed + size > LIMIT:
            state = b"".join([*done, *rest])
            if _compiles(path, state):
                states.append(state)
                changed = 0
        done += added
        rest = rest[len(removed) :]
        changed += size
    return [*states, after]


def _pieces(old: list[bytes], new: list[bytes]) -> list[tuple[list[bytes], list[bytes]]]:
    """The change as stretches of lines, equal and different ones, the long ones in parts."""
    found = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        parts = 1 if tag == "equal" else -(-(b - a + d - c) // (LIMIT // 4))
        for part in range(parts):
            removed = old[a + (b - a) * part // parts : a + (b - a) * (part + 1) // parts]
            found.append((removed, new[c + (d - c) * part // parts : c + (d - c) * (part + 1) // parts]))
    return found


def _statements(content: bytes) -> list[list[bytes]]:
    """The lines of a new module, a stretch for each top-level statement with what stands before it."""
    lines = _lines(content)
    ends = [node.end_lineno or 0 for node in ast.parse(content).body]
    starts = [0, *ends[:-1]]
    found = [lines[a:b] for a, b in zip(starts, ends, strict=True)]
    return [*found, lines[ends[-1] if ends else 0 :]]


def _lines(content: bytes) -> list[bytes]:
    return re.findall(rb"[^\n]*\n|[^\n]+", content)


def _compiles(path: str, content: bytes) -> bool:
    try:
        cells = Document.parse(Path(path), content).cells
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for cell in cells:
                ast.parse(cell.source)
    except (DocumentError, SyntaxError, ValueError):
        return False
    return True


# --- how it is written -----------------------------------------------------------------------------------


def mail(step: Step, number: int, of: int) -> bytes:
    """One patch as ``git am`` reads it; base64 where mail would change line ends or bytes."""
    patch = _patch(step)
    plain = b"\r" not in patch and b"\0" not in patch and _is_utf8(patch)
    subject = step.subject if step.subject.isascii() else _encoded_word(step.subject)
    head = (
        "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n"
        "From: translate <translate@localhost>\nDate: Thu, 1 Jan 1970 00:00:00 +0000\n"
        f"Subject: [PATCH {number}/{of}] {subject}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        f"Content-Transfer-Encoding: {'8bit' if plain else 'base64'}\n\n"
    )
    text = f"{step.body}\n---\n".encode() + patch + f"-- \ntranslate {__version__}\n\n".encode()
    return head.encode() + (text if plain else base64.encodebytes(text))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoded_word(text: str) -> str:
    return f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="


def _patch(step: Step) -> bytes:
    old, new = _quoted(f"a/{step.path}"), _quoted(f"b/{step.path}")
    head = f"diff --git {old} {new}\n"
    if step.before is None:
        head += "new file mode 100644\n"
        old = "/dev/null"
    before, after = (part.decode("latin-1") for part in (step.before or b"", step.after))
    lines = difflib.unified_diff(
        re.findall(r"[^\n]*\n|[^\n]+", before), re.findall(r"[^\n]*\n|[^\n]+", after), "", "", lineterm="\n"
    )
    hunks = [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines][2:]
    if not hunks:
        return f"{head}index 0000000..e69de29\n".encode()  # an empty new file
    return f"{head}--- {old}\n+++ {new}\n".encode() + "".join(hunks).encode("latin-1")


def _quoted(path: str) -> str:
    """A path as git writes it: quoted where a program that reads the patch could mistake it."""
    raw = path.encode("utf-8", "surrogateescape")
    if re.fullmatch(rb"[\w./+-]+", raw):
        return path
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\{b:03o}" for b in raw) + '"'


def load_verdicts(path: Path | None) -> list[Mapping[str, Any]]:
    """The verdicts that ``translate verify --format json`` printed.

    Raises:
        WriteError: the file is none of that kind.
    """
    if path is None:
        return []
    try:
        found: list[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["verdicts"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WriteError(f"{path} holds no verdicts: {error}.", "Make it with 'translate verify --format json'.") from error
    return found
