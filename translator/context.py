"""What one run of the interpreter shares with the rules: options, demands, notes, file probes."""

from __future__ import annotations

import functools
import glob
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from translator.config import Config
from translator.diagnostics import Decline, DiagnosticKey, Status
from translator.emission.emit import Code, Entry, literal, name
from translator.emission.layout import flat
from translator.emission.reserved import shown
from translator.frames.fields import Origin
from translator.frames.values import Frame, Value
from translator.rerun import stamps

DemandKind = Literal[
    "order", "labels", "local", "local_here", "function", "mutates", "own", "handover", "kept", "gives_back", "general",
    "returned", "apart", "class", "once", "cautious", "versions", "eager", "in_order", "untold", "pickle",
    "rows", "for_pandas", "both",
]
Demand = tuple[DemandKind, object]
"""Something a later consumer needs from an earlier place; see `Context.demand`."""


@dataclass
class CallSite:
    """The call being translated, as a rule sees it through its parameter ``at``."""

    origin: Origin
    api: str
    original: Code
    spliced: Callable[[], Code] | None = None
    args: Sequence[Value] = ()
    kwargs: Mapping[str, Value] = field(default_factory=dict)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    status: Status | None = None
    """What became of the site, where the emitted code alone does not tell (a bridge by a rule)."""

    @property
    def pandas_code(self) -> Code:
        """The call as pandas code of the emitted program: its arguments as they are there."""
        return self.original if self.spliced is None else self.spliced()

    def note(self, code: str, message: str, hint: str = "") -> None:
        """Attach a diagnostic that does not stop the translation."""
        if (code, message, hint) not in self.notes:
            self.notes.append((code, message, hint))

    def assume(self, code: str, learned: str = "") -> None:
        """State an assumption (a key of `diagnostics.ASSUMPTIONS`), and what the data at hand told for it."""
        if code not in self.assumptions:
            self.assumptions.append(code)
        if learned and (told := f"{code}: {learned}") not in self.evidence:
            self.evidence.append(told)

    @property
    def wants_order(self) -> bool:
        """Whether somebody later observes the order of the rows created here."""
        return self.wants_labels or ("order", self.origin) in current().demands

    @property
    def wants_labels(self) -> bool:
        """Whether somebody later observes the default index labels of the rows created here."""
        return ("labels", self.origin) in current().demands


class Scoped:
    """What is some way for a while."""

    @contextmanager
    def scoped(self, **state: Any) -> Iterator[None]:
        """Attributes as they are for a while; what they were before comes back."""
        before = {text: getattr(self, text) for text in state}
        vars(self).update(state)
        try:
            yield
        finally:
            vars(self).update(before)


@dataclass
class Context(Scoped):
    """State of one interpretation.

    The program is interpreted until no new demand comes up: a consumer that needs row order asks
    for it at the origins of its rows, and the next run creates those rows with a row column.
    """

    config: Config
    demands: frozenset[Demand] = frozenset()
    requested: set[Demand] = field(default_factory=set)
    sites: list[CallSite] = field(default_factory=list)
    folder: Path = Path()
    program: str = "program.py"
    """The file name of the program."""
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict)
    """Facts of data files, read once for all passes."""
    files: dict[str, Any] = field(default_factory=dict)
    """What is known of data files that the program (or one before it) writes, by path."""
    read_by_spark: set[str] = field(default_factory=set)
    """Keys of the files that Spark reads whenever it computes a frame."""
    saved: dict[str, str] = field(default_factory=dict)
    """The tables of the pickles that the program writes as such, or reads from those that they were converted to, by key."""
    looked_at: set[str] = field(default_factory=set)
    """Patterns of the keys of what the program looks at as files; see `inputs.sightings`."""
    opened: set[str] = field(default_factory=set)
    """Those of them where a folder in place of a file, or its rows in another order, would be seen."""
    folders: set[str] = field(default_factory=set)
    """Keys of the Parquet files that the program writes as folders."""
    consulted: dict[str, str] = field(default_factory=dict)
    """Stamps of the files at hand that the translation depends on; see `rerun.stamps`."""
    causes: dict[Demand, DiagnosticKey] = field(default_factory=dict)
    """The diagnostics that made something stay pandas, over all passes."""
    latest: DiagnosticKey | None = None
    """The last diagnostic of the statement at hand."""
    alike: bool = False
    """Whether columns of several types are treated in one text, by a loop over them."""
    attempted: bool = False
    """Whether a handler of ``try`` waits for what fails here."""
    several: bool = False
    """Whether frames of several schemas are treated in one text, by a function or loop that reads them."""
    tables: dict[tuple[str, str], str] = field(default_factory=dict)
    """What tables at the top of the program hold, by their names and the data files; see `emit.Entry`."""
    lookup: Callable[[str], Value | None] = lambda text: None
    """What a name of the program holds here (for expressions that stand in strings)."""
    document: Callable[[], object] = lambda: None
    """The document that the code at hand stands in."""
    ahead: Callable[[str, Code], Code] = lambda hint, code: code
    """Holds a value in a variable of its own (see `interpret.ahead.held_ahead`)."""

    @contextmanager
    def at(self, site: CallSite) -> Iterator[CallSite]:
        """Rules work on a call."""
        self.sites.append(site)
        try:
            yield site
        finally:
            self.sites.pop()

    def demand(self, kind: DemandKind, place: object) -> None:
        self.requested.add((kind, place))
        if self.latest is not None:
            self.causes.setdefault((kind, place), self.latest)

    def is_demanded(self, kind: str, place: object) -> bool:
        return (kind, place) in self.demands

    @functools.cached_property
    def brought(self) -> Mapping[object, frozenset[str]]:
        """By statement, the variables that have to come to the driver in front of it."""
        found: dict[object, set[str]] = {}
        for kind, what in self.demands:
            if kind == "local_here":
                place, text = cast(tuple[object, str], what)
                found.setdefault(place, set()).add(text)
        return {place: frozenset(texts) for place, texts in found.items()}

    def demand_rows(self, frame: Frame, kind: Literal["order", "labels"]) -> bool:
        """Ask for row order or labels at the frame's origins; False if that cannot help."""
        missing = [o for o in frame.origins if (kind, o) not in self.demands]
        for origin in missing:
            self.demand(kind, origin)
        return bool(missing)

    def matching(self, pattern: str) -> list[str]:
        """Paths at hand that match a pattern, sorted, as the program would see them."""
        for root in (self.config.data_root, self.folder, Path.cwd()):
            if root is None:
                continue
            self.consult(stamps.pattern_key(root, pattern))
            if found := sorted(glob.glob(pattern, root_dir=root)):
                return found
        return []

    def consult(self, key: str) -> None:
        """Note that the translation depends on a file at hand, or on there being none."""
        if key not in self.consulted:
            self.consulted[key] = stamps.stamp(key)

    def by_file(self, table: str, path: str, value: Any) -> Code:
        """The name of a table at the top of the program, which tells the value for a data file.

        Raises:
            Decline: T317 where the table tells something else for the same file.
        """
        known = literal(value)
        if self.tables.setdefault((table, path), flat(known)) != flat(known):
            raise Decline(f"{path!r} is read in more than one way", code="T317")
        return name(shown(table), Entry(shown(table), path, known))

    @property
    def root(self) -> Path:
        """The folder in which the program runs, as far as that is known."""
        return (self.config.data_root or self.folder).resolve()

    def key(self, path: str) -> str:
        """A path as `files` knows it: relative to where the program runs, if it lies there."""
        normal = os.path.normpath(path)
        inside = os.path.isabs(normal) and Path(normal).is_relative_to(self.root)
        return str(Path(normal).relative_to(self.root)) if inside else normal

    def is_written(self, path: str) -> bool:
        """Whether the program writes there in a way that leaves open what it reads from there."""
        found = self.files.get(self.key(path))
        return found is not None and not hasattr(found, "file")

    def reads(self, path: str) -> None:
        """Note that Spark reads a file or folder from now on, whenever it computes a frame.

        Raises:
            Decline: T205 when the program changes it later on.
        """
        key = self.key(path)
        if self.is_demanded("eager", key):
            message = f"the program changes {path!r} later on, so what is in it now has to be read at once"
            raise Decline(message, code="T205")
        self.read_by_spark.add(key)

    def changes(self, key: str) -> None:
        """Note that the program writes, moves or removes a file or folder; see `reads`."""
        for read in self.read_by_spark:
            below = not os.path.isabs(read) if key == "." else read.startswith(f"{key}{os.sep}")
            if read == key or below or key.startswith(f"{read}{os.sep}"):
                self.demand("eager", read)

    @property
    def site(self) -> CallSite:
        return self.sites[-1]


_current: ContextVar[Context] = ContextVar("translation")


def current() -> Context:
    """The running interpretation's context."""
    return _current.get()


@contextmanager
def running(context: Context) -> Iterator[Context]:
    token = _current.set(context)
    try:
        yield context
    finally:
        _current.reset(token)
