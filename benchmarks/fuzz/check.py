"""Translates a program, runs it both ways in this process and says what came of it."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import tempfile
import traceback
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.fuzz import data, digits
from benchmarks.fuzz.program import Program
from tests.differential import left_behind, run
from translator import Translation, translate_source
from translator.harness import assumptions

OUTCOMES = (
    "equal", "different", "int-or-float", "raised", "crashed", "slow", "assumed", "told", "digits", "engine", "skipped",
)  # fmt: skip
"""Equal; a silent wrong result; equal numbers, but int where pandas has float or the other way round;
the translation raised; the translator failed; no answer in time; different on rows for which a stated
assumption does not hold; different in what the report names as pandas' own, the memory that ``info`` prints;
pandas' own result turns on the last digits of computed floats; Sail raises where docs/engines.md says that it
does; the original raises."""

OF_SAIL = re.compile(
    r"Integer value -?\d+ not in range: -2147483648|does not satisfy order requirements"
    r"|inconsistent types passed to MutableArrayData|Error during planning"
    r"|zero raised to a negative power is undefined"
)
"""Faults of Sail that docs/engines.md lists and that are loud."""

SECONDS = 60
NUMBER_TYPE = re.compile(r"dtype: (column .* is (float|int).*, was (float|int)|(float|int) \S+ became (float|int) )")
TYPES = {"A107", "A110", "A111"}
"""Assumptions by which the type of a column is sure."""

GUARD = "the program was translated for"
"""What a translation says that checks what it rests on, and finds other data."""


@dataclass(frozen=True)
class Finding:
    """What came of one program; `kind` is native, bridged or refused."""

    outcome: str
    text: str
    details: str = ""
    translated: str = ""
    kind: str = ""
    other: bool = False
    """Whether it showed only on other rows than those that the translator saw."""

    @property
    def sign(self) -> str:
        """What failures of the same cause have in common, as far as one can tell."""
        return f"{self.outcome}: {self.details.splitlines()[0][:200] if self.details else ''}"


def check(program: Program, *, other: bool = True) -> Finding:
    """Compare a program with its translation, on its own tables and then on other rows."""
    with folder_of(program.tables), quiet():
        translation = translate_source(program.text, name="program.py", folder=Path())
        finding = settled(program, compare(program.text, translation))
        if finding.outcome == "equal" and other and program.tables:
            at_hand = {name: program.read(name) for name in program.tables}
            for name, table in program.other_tables():
                data.replace_alike(table, Path(name), program.read)
            found = compare(program.text, translation)
            if found.outcome in ("different", "int-or-float", "raised") and GUARD not in found.details:
                again = translate_source(program.text, name="program.py", folder=Path())
                broken = assumptions.learned_otherwise(translation.to_dict(), again.to_dict())
                otherwise = any(misses_otherwise(program.read(name), table) for name, table in at_hand.items())
                agrees = (broken or otherwise) and compare(program.text, again).outcome == "equal"
                return settled(program, replace(found, other=True, outcome="assumed" if agrees else found.outcome))
    return finding


def settled(program: Program, finding: Finding) -> Finding:
    """The finding, where the difference is told by something known."""
    if finding.outcome == "raised" and OF_SAIL.search(finding.details):
        return replace(finding, outcome="engine")
    if finding.outcome == "different" and digits.decide(program):
        return replace(finding, outcome="digits")
    return finding


def misses_otherwise(now: pd.DataFrame, before: pd.DataFrame) -> bool:
    """Whether some column has missing values that had none, or none that had some, against A103, which reads state."""
    return any(now[c].isna().any() != before[c].isna().any() for c in before)


def check_here(text: str, others: Path) -> Finding:
    """Compare a text that reads files of the current folder with its translation, also on other rows if there are any."""
    translation = translate_source(text, name="program.py", folder=Path())
    finding = compare(text, translation)
    if finding.outcome != "equal" or not others.is_dir():
        return finding
    with contextlib.chdir(others):
        return replace(compare(text, translation), other=True)


def compare(text: str, translation: Translation) -> Finding:
    """Run a text and its translation in the current folder."""
    if translation.outcome == "failed":
        return Finding("crashed", text, translation.diagnostics[0].message)
    kind = kind_of(translation)
    try:
        with beside():
            original = run(located(text))
    except Exception as error:
        return Finding("skipped", text, f"{type(error).__name__}: {error}", kind=kind)
    signal.alarm(SECONDS)
    try:
        with beside():  # the frames read their files when they are compared
            translated = run(located(translation.text))
            found, _ = left_behind(original, translated, translation)
        lost = [n for n, v in original[0].items() if is_data(v) and n not in translated[0] and n[0] != "_"]
        found += [f"{name}: is lost" for name in lost]
    except TimeoutError:
        return Finding("slow", text, f"no answer in {SECONDS} s", translation.text, kind)
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{type(error).__name__}: {lines[0] if lines else ''}\n({where.filename}:{where.lineno})"
        return Finding("raised", text, message, translation.text, kind)
    finally:
        signal.alarm(0)
    found = [line for line in found if "no sort key" not in line]  # equal keys that later steps changed: any order is right
    stated = {code for site in translation.sites for code in site.assumptions}
    if found and "A109" in stated and all(" columns: " in line for line in found):
        return Finding("assumed", text, "\n".join(found), translation.text, kind)
    if found and stated & TYPES and all(_is_of_type(line) for line in found):
        return Finding("assumed", text, "\n".join(found), translation.text, kind)
    if found and any(d.api == "DataFrame.info" for d in translation.diagnostics) and all(map(_is_of_info, found)):
        return Finding("told", text, "\n".join(found), translation.text, kind)
    if found and all(NUMBER_TYPE.search(line) for line in found):
        return Finding("int-or-float", text, "\n".join(found), translation.text, kind)
    if found:
        return Finding("different", text, "\n".join(found), translation.text, kind)
    return Finding("equal", text, "", translation.text, kind)


PRINTED = re.compile(r"printed text differs\n--- pandas\n(.*)\n--- spark\n(.*)", re.DOTALL)
OF_PANDAS = re.compile(r"^memory usage: .*$|\bRange(?=Index: \d+ entries)", re.MULTILINE)
"""What ``info`` prints of memory, and of labels that may be a range."""


def _is_of_info(found: str) -> bool:
    """Whether a difference is one of what ``info`` prints of pandas' own memory."""
    texts = PRINTED.fullmatch(found)
    return texts is not None and len({OF_PANDAS.sub("", text) for text in texts.groups()}) == 1


def _is_of_type(found: str) -> bool:
    """Whether a difference is one of types, or of printed texts whose numbers are equal but for a ``.0``."""
    texts = PRINTED.fullmatch(found)
    if texts is None:
        return " dtype: " in found or " is said to be " in found
    old, new = (re.sub(r"(?<=\d)\.0\b", "", text).split() for text in texts.groups())
    return old == new


@contextlib.contextmanager
def beside() -> Iterator[None]:
    """A copy of the current folder as the current one, so that neither side sees what the other writes."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, contextlib.chdir(shutil.copytree(".", Path(folder, "run"))):
        yield


def located(text: str) -> str:
    """The program with full paths of the files that it reads or writes in the current folder: a JVM has one of its own."""
    here = [path.name for path in Path.cwd().iterdir() if path.suffix in (".csv", ".parquet")]
    for file in {*here, *WRITTEN.findall(text)}:
        text = text.replace(repr(file), repr(str(Path.cwd() / file)))
    return text


WRITTEN = re.compile(r"'(out_\.\w+)'")
"""Names of files that programs write."""


def is_data(value: Any) -> bool:
    """Whether a value of the original is something that the translation has to keep."""
    return isinstance(value, (pd.DataFrame, pd.Series, int, float, str, list, dict))


def kind_of(translation: Translation) -> str:
    """Whether all sites are native, some bridged to pandas, or some refused."""
    statuses = {site.status for site in translation.sites}
    if "refused" in statuses:
        return "refused"
    return "bridged" if "driver" in statuses else "native"


@contextlib.contextmanager
def folder_of(tables: Mapping[str, pd.DataFrame]) -> Iterator[None]:
    """A folder of its own that holds the tables, as the current one."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder, contextlib.chdir(folder):
        for name, table in tables.items():
            data.write(table, Path(name))
        yield


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """No warnings, and an alarm that raises."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            signal.signal(signal.SIGALRM, before)
