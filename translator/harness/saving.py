"""Writes what differs as a pytest file of its own: data, original, translation, comparison."""

from __future__ import annotations

import ast
import base64
import pprint
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from translator.harness import workdir
from translator.harness.agreement import label
from translator.harness.verdicts import Unit, Verdict

SAVED = frozenset({"different", "translation-failed"})
FILE_LIMIT = 2**20
ENTRY_KEYS = ("kind", "variables", "inputs", "outputs")

_TEST = '''"""{title}

{summary}
Written by `translate verify --save`. It fails until the translation gives what pandas gives.
"""

{imports}from translator.harness import check_pair, details

ENTRY = {entry}

FILES = {files}

MODULES = {modules}

ORIGINAL = {original}

TRANSLATION = {translation}


def test_old_and_new_agree() -> None:
    verdict = check_pair(
        ORIGINAL, TRANSLATION, ENTRY, FILES, {engine!r}, name={name!r}, ansi={ansi}, support=MODULES
    )
    assert verdict.ok, "\\n".join([verdict.reason, *details(verdict)])
'''


def save(folder: Path, unit: Unit, verdict: Verdict, data_roots: Sequence[Path] = ()) -> Path | None:
    """Write the counter-example of a verdict below a folder and return the file; None if it is none."""
    if verdict.outcome not in SAVED:
        return None
    inside = unit.source.resolve().is_relative_to(unit.cwd.resolve())
    name = unit.source.resolve().relative_to(unit.cwd.resolve()).as_posix() if inside else unit.source.name
    files, left_out = _files(unit, verdict, data_roots)
    modules = dict(_modules(unit.output))
    place = f"First at {verdict.first}\n" if verdict.first is not None else ""
    place += f"Too large to be kept here: {', '.join(left_out)}\n" if left_out else ""
    text = _TEST.format(
        title=_plain(f"{unit.name} and its translation part on {label(verdict)}."),
        summary=_plain(f"{verdict.reason}\n{place}"),
        imports="import base64\n\n" if any(_as_text(content) is None for content in files.values()) else "",
        entry=pprint.pformat({k: (unit.entry or {})[k] for k in ENTRY_KEYS if k in (unit.entry or {})}, width=110),
        files=_mapping(files),
        modules=_mapping({module: code.encode() for module, code in modules.items()}),
        original=_literal(unit.source.read_text(encoding="utf-8")),
        translation=_literal(unit.output.read_text(encoding="utf-8")),
        engine=verdict.engine, name=name, ansi=verdict.ansi,
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"\W+", "_", f"{Path(unit.name).with_suffix('').as_posix()} {label(verdict)}").strip("_")
    target = folder / f"test_{stem}.py"
    target.write_text(text, encoding="utf-8")
    return target


def _files(unit: Unit, verdict: Verdict, data_roots: Sequence[Path]) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of the working folder that a program uses, and those that are too large."""
    found: dict[str, bytes] = {}
    left_out: list[str] = []
    program = unit.source.read_text(encoding="utf-8")
    patterns = [str(item.get("path")) for item in (unit.entry or {}).get("inputs") or ()]
    for root in (unit.cwd, *data_roots):
        for path, size in workdir.tree_files(root.resolve()):
            name = path.relative_to(root.resolve()).as_posix()
            code = path.suffix in (".py", ".ipynb")
            if path.is_dir() or code or name in verdict.inputs:
                continue
            if path.name in program or any(fnmatch(name, p) or name.startswith(f"{p}/") for p in patterns):
                if size > FILE_LIMIT:
                    left_out.append(name)
                else:
                    found[name] = path.read_bytes()
    modules = {name: code.encode() for name, code in _modules(unit.source)}
    return {**modules, **found, **verdict.inputs}, left_out


def _modules(program: Path) -> Iterator[tuple[str, str]]:
    """Yield the modules beside a program that it imports, directly or not."""
    waiting, seen = [program.read_text(encoding="utf-8")], {program.name}
    while waiting:
        text = waiting.pop()
        for path in sorted(program.parent.glob("*.py")):
            if path.name not in seen and re.search(rf"\bimport\b.*\b{path.stem}\b|\bfrom\s+{path.stem}\b", text):
                seen.add(path.name)
                waiting.append(code := path.read_text(encoding="utf-8"))
                yield path.name, code


def _mapping(files: Mapping[str, bytes]) -> str:
    """Return file names and contents as Python source."""
    lines = []
    for name, content in sorted(files.items()):
        text = _as_text(content)
        value = f"base64.b64decode({base64.b64encode(content).decode()!r})" if text is None else _literal(text)
        lines.append(f"    {name!r}: {value},\n")
    return "{\n" + "".join(lines) + "}" if lines else "{}"


def _as_text(content: bytes) -> str | None:
    """Return content as text, None if it is none."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if content[:4] != b"PAR1" and "\r" not in text else None


def _literal(text: str) -> str:
    """Return a literal of some text that reads as the text does."""
    shown = '"""\\\n' + text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') + '"""'
    try:
        value: Any = ast.literal_eval(shown)
    except (SyntaxError, ValueError):
        value = None
    return shown if value == text else repr(text)


def _plain(text: str) -> str:
    """Return text that can stand in a docstring."""
    return text.replace("\\", "\\\\").replace('"""', "'''").strip()
