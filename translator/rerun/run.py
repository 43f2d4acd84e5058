"""The main job from discovered sources to written outputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from translator import __version__, results
from translator.documents.discovery import Discovery
from translator.documents.writer import OutputTree
from translator.emission.imports import SUPPORT_PACKAGE
from translator.rerun.lock import locked
from translator.rerun.outputs import Action, Change, Outputs
from translator.rerun.session import Session
from translator.rerun.state import Record, entry_of
from translator.results import Digest, Translation, skipped
from translator.settings import Folders


@dataclass(frozen=True)
class Finished:
    """What came of a run.

    Attributes:
        files: digests of all sources, in order, made now or known, and of what could not be read.
        made: the translations that were made now.
        changes: what became of the outputs that were made now.
        conflicts: outputs in which conflict markers stand.
        orphans: outputs of an earlier run whose source is gone.
        report: where translation.json is.
    """

    files: tuple[Digest, ...]
    made: tuple[Translation, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[str, ...]
    orphans: tuple[str, ...]
    report: Path

    @property
    def actions(self) -> Counter[Action]:
        return Counter(change.action for change in self.changes)


def run_tree(
    found: Discovery, out: Path, report: Path, folders: Folders, *, fresh: bool = False, jobs: int = 1,
    progress: Callable[[str], None] = lambda name: None,
) -> Finished:  # fmt: skip
    """Translate a tree into an output directory.

    Args:
        report: the directory for translation.json.
        fresh: translate also what did not change.
        jobs: worker processes; 0 for as many as are worth it.
        progress: told the name of each source that is done.

    Raises:
        WriteError: the output directory cannot be used, or another run uses it.
    """
    tree = OutputTree(out, tuple(f.path for f in found.files))
    tree.refuse_overlap({f.base for f in found.files})
    with locked(out):
        outputs = Outputs(tree)
        session = Session.begin(found, folders, outputs, jobs)
        made = []
        for file, translation in session.results(fresh):
            if translation is not None:
                made.append(translation)
                session.store(file, translation)
            progress(file.relative)
        orphans = tuple(session.orphans())
        session.finish()
        _write_support(outputs, session.state.records.values(), bool(made))
        unread = problems(found)
        digests = (*(session.state.records[f.relative].digest for f in found.files), *map(Digest.of, unread))
        target = report / "translation.json"
        if session.state.appended or not _ends_with_totals(target, digests):
            entries = [*(session.state.entries[f.relative] for f in found.files), *map(entry_of, unread)]
            content = results.joined(entries, digests, __version__).encode()
            outputs.put("translation.json", content) if report == out else OutputTree(report).write(target.name, content)
        return Finished(digests, tuple(made), tuple(outputs.changes), tuple(session.conflicts()), orphans, target)


def _ends_with_totals(report: Path, digests: Sequence[Digest]) -> bool:
    """Whether a report has the totals of these files: then no file came or went since it was written."""
    try:
        with report.open("rb") as file:
            file.seek(max(0, report.stat().st_size - 1000))
            return file.read().endswith(results.end(digests).encode())
    except OSError:
        return False


def pending(found: Discovery, out: Path, folders: Folders) -> Iterator[Change]:
    """What a run would change, without writing anything.

    Raises:
        WriteError: an output could not be written where it belongs.
    """
    tree = OutputTree(out, tuple(f.path for f in found.files))
    tree.refuse_overlap({f.base for f in found.files})
    outputs = Outputs(tree)
    for _, translation in Session.begin(found, folders, outputs).results():
        if translation is not None and translation.outcome != "skipped":
            change = outputs.plan(translation.output, translation.content)
            if change.changes:
                yield change


def problems(found: Discovery) -> list[Translation]:
    """Entries for what was asked for and could not be read."""
    return [skipped(p.path.name, b"", p.message, p.hint) for p in found.problems if p.severity == "error"]


def _write_support(outputs: Outputs, done: Iterable[Record], made: bool) -> None:
    """The support package beside every output that imports it, and at the top."""
    source = Path(__file__).parents[1] / "support" / SUPPORT_PACKAGE
    folders = {record.source.rpartition("/")[0] for record in done if record.support}
    folders |= {str(above) for folder in folders for above in PurePosixPath(folder).parents}
    folders = {folder.removeprefix(".") for folder in folders}  # where packages are imported from
    for folder in sorted(folders):
        place = PurePosixPath(folder, SUPPORT_PACKAGE)
        if made or not (outputs.root / place / "__init__.py").exists():
            for module in sorted(source.glob("*.py")):
                outputs.put((place / module.name).as_posix(), module.read_bytes())
