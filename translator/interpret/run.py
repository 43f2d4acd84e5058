"""State of one pass over a program: positions, edits, sites, diagnostics, and the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import libcst as cst

from translator.context import CallSite, Context, Scoped
from translator.diagnostics import CODES, Diagnostic, DiagnosticKey, Site, Span, Status
from translator.documents import syntax
from translator.documents.modules import Tree
from translator.emission import layout
from translator.emission.emit import Code, Line, Raw, needs
from translator.emission.reserved import version_name
from translator.frames.fields import Origin
from translator.frames.values import Collected, Instance, Value
from translator.interpret.ahead import held_ahead, lines_before
from translator.interpret.edits import Edit, Edits, Extent, effective, is_within, keeps, lost_comments
from translator.interpret.environment import Binding, Env, Place
from translator.interpret.source import Source


@dataclass(eq=False)
class DocumentState:
    """One document of the program: its cells, its module-level names, and whether it was begun."""

    path: Path
    cells: list[CellState]
    env: Env
    on_spark: bool = False
    """Code that is on Spark already is not translated a second time."""
    begun: bool = False
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass
class CellState:
    source: Source
    index: int
    document: DocumentState
    displayed: cst.CSTNode | None = None
    edits: Edits = field(default_factory=Edits)
    inserts: dict[tuple[int, str], Edit] = field(default_factory=dict)
    versions: dict[Extent, list[CellState]] = field(default_factory=dict)
    """Further versions of functions (by their spans); see `versions`."""

    def result(self) -> tuple[str, frozenset[str]]:
        """The edited text and the imports that its new parts need."""
        text = self.source.text
        imports: frozenset[str] = frozenset()
        done = len(text)
        changes = effective(self.edits.values(), text)
        changes += [self._comments_above(e) for e in changes]
        changes += lines_before(self.source, changes)
        changes += [*self._versions(), *self.inserts.values()]
        for edit in sorted(changes, key=lambda e: (e.start, e.end), reverse=True):
            if edit.end > done:
                continue
            text = text[: edit.start] + edit.text + text[edit.end :]
            imports |= {need for need in edit.needs if not isinstance(need, Line)}
            done = edit.start
        return text, imports

    def _versions(self) -> Iterator[Edit]:
        """The versions of functions but their first ones, behind those."""
        if not self.versions:
            return
        functions = {self.source.span(n): n for n in syntax.walk(self.source.module) if isinstance(n, cst.FunctionDef)}
        for (start, end), versions in self.versions.items():
            node, margin = functions[start, end], self.source.indent_of(start)
            texts, imports, blank = "", frozenset[str](), "" if margin else "\n"
            for number, version in enumerate(versions):
                at = self.source.span(node.name)
                version.edits[at] = Edit(*at, version_name(node.name.value, number + 1))
                whole, needed = version.result()
                body = whole[start : len(whole) - (len(self.source.text) - end)]
                texts, imports = f"{texts}\n\n{blank}{' ' * margin}{body}", imports | needed
            yield Edit(end, end, texts, imports)

    def take(self, start: int, end: int) -> CellState:
        """Remove the edits within a span; a state that holds just them."""
        inside = Edits(((e.start, e.end), e) for e in self.edits.inside(start, end))
        added = {k: e for k, e in self.inserts.items() if start <= k[0] <= end}
        for key in inside:
            del self.edits[key]
        for place in added:
            del self.inserts[place]
        return CellState(self.source, self.index, self.document, edits=inside, inserts=added)

    def written(self, start: int, end: int, without: Sequence[Extent]) -> object:
        """What comes out in the place of a span, some spans within it left out, for comparison."""
        edits = [e for e in self.edits.inside(start, end) if not is_within((e.start, e.end), without)]
        changes = {(e.start, e.end, e.text) for e in effective(edits, self.source.text)}
        return changes, {k for k in self.inserts if start <= k[0] <= end and not is_within((k[0], k[0]), without)}

    def shows(self, span: Extent) -> bool:
        """Whether the new body of a lambda (its span) shows in the text, or is the old one."""
        body = next((e for e in self.edits.inside(*span) if e.within == span), None)
        if body is None or body.text == self.source.text[body.start : body.end]:
            return True
        around = [e for e in self.edits.values() if e.start <= span[0] and span[1] <= e.end and e is not body]
        changed = [e for e in around if e.text != self.source.text[e.start : e.end]]
        return all(keeps(e, body, self.source.text) is not None for e in changed)

    def add_needs(self, earlier: CellState) -> None:
        """What the same text needed in an earlier round is needed as well: tables have entries for several files."""
        for span, old in earlier.edits.items():
            new = self.edits.get(span)
            if new is not None and new.text == old.text and not old.needs <= new.needs:
                new.needs |= old.needs

    def restore(self, earlier: CellState, spans: Sequence[Extent]) -> None:
        """Put back what another state wrote in these spans."""
        for start, end in spans:
            for edit in earlier.edits.inside(start, end):
                self.edits[edit.start, edit.end] = edit
            self.inserts.update({k: e for k, e in earlier.inserts.items() if start <= k[0] <= end})

    def _comments_above(self, edit: Edit) -> Edit:
        """Comments inside the replaced text move to lines of their own above it."""
        text = self.source.text
        line = text.rfind("\n", 0, edit.start) + 1
        margin = text[line : edit.start]
        margin = margin[: len(margin) - len(margin.lstrip())]
        comments = lost_comments(text[edit.start : edit.end], edit.text)
        return Edit(line, line, "".join(f"{margin}{comment}\n" for comment in comments))


@dataclass
class Run(Scoped):
    """One pass. `cell` is the cell being interpreted; functions switch it while they are followed."""

    context: Context
    env: Env
    cell: CellState
    documents: Mapping[Path, DocumentState] = field(default_factory=dict)
    tree: Tree = field(default_factory=lambda: Tree(()))
    """Where they lie."""
    sites: dict[tuple[int, int, int, str], Site] = field(default_factory=dict)
    diagnostics: dict[DiagnosticKey, Diagnostic] = field(default_factory=dict)
    followers: dict[Place, DiagnosticKey] = field(default_factory=dict)
    """Places where pandas code stays only because of an earlier refusal, and which."""
    conflicts: set[tuple[int, int]] = field(default_factory=set)
    depth: int = 0
    callers: list[Env] = field(default_factory=list)
    """The scopes of the calls that are being followed, the outermost first."""
    bodies: int = 0
    """How many bodies of functions were followed for calls; see `functions.MAX_BODIES`."""
    statement: cst.CSTNode | None = None
    statement_place: Place = (0, 0, 0)
    mutated: set[int] = field(default_factory=set)
    taken: dict[int, Binding] = field(default_factory=dict)
    """The list or dict of which a variable (by its object) holds a part."""
    captured: set[int] = field(default_factory=set)
    """Objects that a literal list or dict holds, besides their variables."""
    held_elsewhere: set[int] = field(default_factory=set)
    """Those of them that something else than a list written out in an assignment holds."""
    returns: list[Any] = field(default_factory=list)
    followed: set[Place] = field(default_factory=set)
    for_pandas: Place | None = None
    """The function that is followed next, if it is to return pandas objects for this call."""
    standing: set[Place] = field(default_factory=set)
    """The functions whose bodies were written and not taken back since."""
    changed_parameters: dict[Place, list[str]] = field(default_factory=dict)
    returned_refs: list[Any] = field(default_factory=list)
    """For each return so far, the object that is returned (`passing.Gives`)."""
    handed_back: dict[Place, Any] = field(default_factory=dict)
    """The parameter whose very object a function returned at its last call (`giving_back.Back`)."""
    left: dict[Place, Any] = field(default_factory=dict)
    """What a parameter that a function changed was at the end of its last call."""
    giving: dict[int, Any] = field(default_factory=dict)
    """Calls that give an argument back (`giving_back.Handed`)."""
    gives_back: str | None = None
    """The parameter that the function being followed has to return in place of None."""
    unseen: set[int] = field(default_factory=set)
    """Objects that a function has changed through an attribute, which names outside of it do not see yet."""
    exits: list[Env] = field(default_factory=list)
    """The scope at each return of the function being followed."""
    definitions: dict[Place, Any] = field(default_factory=dict)
    outer_names: dict[str, bool] = field(default_factory=dict)
    """Names that the function being followed declares ``global`` (True) or ``nonlocal``."""
    stands_for: dict[int, frozenset[int]] = field(default_factory=dict)
    """By parameter (its object), the objects of the caller that it is or that it has parts of."""
    exactly: dict[int, int] = field(default_factory=dict)
    """By parameter (its object), the object of the caller that it is for sure."""
    objects: dict[int, Any] = field(default_factory=dict)
    """By call, the object that it gives where something else holds it too (`passing.Gives`)."""
    caches: dict[int, Place] = field(default_factory=dict)
    """By object, the function that keeps it for later calls."""
    following: list[Place] = field(default_factory=list)
    """The functions that are being followed, the innermost last."""
    serving: Place | None = None
    """The function whose text for pandas code is being written; its callers tell what it is given."""
    calling: Any = None
    """The function of the program whose call is left as it stands."""
    called: list[tuple[Place | None, Place]] = field(default_factory=list)
    """The functions that were followed where another name stood for them, after the function that called them."""
    touching: int = 0
    """How many calls of functions that work on Spark values were followed."""
    active: set[Any] = field(default_factory=set)
    """The calls that are being followed."""
    option_defaults: dict[int, Value] = field(default_factory=dict)
    """What the defaults of options of the command line are, by their expressions."""
    built: dict[int, Any] = field(default_factory=dict)
    """By call, the frame that it gives, and the site, where the loop that made its argument is gone."""
    listed: dict[int, Collected] = field(default_factory=dict)
    """By comprehension over files, the list of frames that it makes, before the call that is given it."""
    first_calls: dict[Any, Any] = field(default_factory=dict)
    """What came of the first call of a function that remembers its results, by arguments."""
    effect_call: cst.CSTNode | None = None
    """The call that is a statement of its own, evaluated for its effect."""
    displayed: cst.CSTNode | None = None
    pandas_only: bool = False
    """Sources stay pandas: code that is not called from here, or has to stay on the driver."""
    constructing: bool = False
    """The arguments of a pandas constructor are evaluated: what they construct is a part of one object."""
    unrolling: int = 0
    """How often loops over known items interpret the statement at hand; 0 outside of such loops."""
    loop: tuple[Place, Mapping[str, Any]] | None = None
    """The outermost loop around the statement at hand, in its scope: its place, and what names held before it."""
    rounds: Any = None
    """The innermost of these loops (`rounds.Rounds`), while its own body is interpreted."""
    repeats: Literal["", "files", "unknown"] = ""
    """Whether a loop of the body around the statement runs as often as there are files, or as nobody knows."""
    skipped: list[tuple[int, int, int]] = field(default_factory=list)
    """Spans (with their cell) that control does not come to in the round at hand."""
    unread: dict[tuple[int, int], list[Extent]] = field(default_factory=dict)
    """By body, the spans that no round so far has interpreted."""
    listing: int = 1
    """How often comprehensions over constants evaluate the expression at hand."""
    loop_exits: list[Env] | None = None
    """What holds where ``continue`` ends a round of the innermost loop; None outside of loops."""
    loop_breaks: list[Env] = field(default_factory=list)
    """What holds where ``break`` ends that loop."""
    version: dict[Place, int] = field(default_factory=dict)
    """In which of its versions a function was last followed; see `versions`."""
    memo: dict[Any, Any] = field(default_factory=dict)
    handed: dict[int, Place] = field(default_factory=dict)
    """Row sets that came back from pandas, with the place of their handover."""
    sharing: dict[int, set[Place]] = field(default_factory=dict)
    """The handovers of what may share cells with a pandas object, by that object."""
    unshared: set[int] = field(default_factory=set)
    """Objects that came to pandas and had only columns set since: nothing else has taken cells of theirs."""
    brought: dict[int, Binding] = field(default_factory=dict)
    """What objects that came to pandas were in Spark, by the object."""
    left_views: dict[int, set[Place]] = field(default_factory=dict)
    """Where variables took in Spark what shares cells with an object that pandas has by now, by that object."""
    driver_views: dict[int, list[Binding]] = field(default_factory=dict)
    """The variables in Spark with whose objects one of the driver may share cells, by that object."""
    handovers_used: set[tuple[int, Place]] = field(default_factory=set)
    """Those of them that a rule worked on, with the statement."""
    outdated: dict[int, list[Binding]] = field(default_factory=dict)
    """Groups and windows (by object) whose frame was changed since, with the frame's variables before."""
    changed_names: set[str] = field(default_factory=set)
    """Driver-side frames that the current statement changes in a way that is followed."""

    def __post_init__(self) -> None:
        self.context.lookup = self._held
        self.context.document = lambda: self.cell.document.path
        self.context.ahead = lambda hint, code: held_ahead(self, hint, code)

    @property
    def cells(self) -> list[CellState]:
        """The cells of the document that is being interpreted."""
        return self.cell.document.cells

    def leave(self) -> None:
        """Note the names of the current document before code of another one is followed."""
        scope = self.env
        while scope.parent is not None:
            scope = scope.parent
        self.cell.document.env = scope

    def variable(self, node: cst.CSTNode) -> str | None:
        """The variable that a node names, or the attribute of an object that is followed (``self.df``)."""
        if isinstance(node, cst.Name):
            return node.value
        owner = self.variable(node.value) if isinstance(node, cst.Attribute) else None
        binding = None if owner is None else self.env.lookup(owner)
        known = binding is not None and isinstance(binding.value, Instance)
        return f"{owner}.{node.attr.value}" if known and isinstance(node, cst.Attribute) else None

    def _held(self, text: str) -> Any:
        binding = self.env.lookup(text)
        return None if binding is None else self.env.anchor(binding.value)

    def capture(self, refs: Set[int]) -> None:
        """Note objects that something else than a variable holds from now on."""
        self.captured |= refs
        self.held_elsewhere |= refs

    # --- text ------------------------------------------------------------------------------------

    def original(self, node: cst.CSTNode) -> Raw:
        return self.cell.source.code_of(node)

    def place(self, node: cst.CSTNode) -> Place:
        return (self.cell.index, *self.cell.source.place_of(node)[:2])

    def origin(self, node: cst.CSTNode) -> Origin:
        """The whole span: the calls of a chain start at one place, and only their ends tell them apart."""
        return (self.cell.index, *self.cell.source.place_of(node))

    def edit(self, start: int, end: int, text: str, imports: frozenset[str] = frozenset()) -> None:
        """Replace a span."""
        self.cell.edits[start, end] = Edit(start, end, text, imports)

    def replace_node(self, node: cst.CSTNode, code: Code, before: int = 0, within: Extent | None = None) -> None:
        """Put emitted code in the place of an expression, own parentheses included; that of a lambda is `within` it."""
        source = self.cell.source
        start, end = source.outer_span(node)
        text = layout.render(code, source.indent_of(start), source.column_of(start) - source.indent_of(start) + before)
        original = source.text[start:end]
        inner_start, inner_end = source.span(node)
        if layout.flat(code) == source.text[inner_start:inner_end]:
            text = original
        self.cell.edits[start, end] = Edit(start, end, text, needs(code), within)

    def insert(self, position: int, text: str, imports: frozenset[str] = frozenset()) -> None:
        """Put lines in front of a statement."""
        self.cell.inserts[(position, text)] = Edit(position, position, text, imports)

    def edit_of(self, node: cst.CSTNode) -> Edit | None:
        """The latest replacement of a node; a body that is repeated has one from the round before."""
        return self.cell.edits.get(self.cell.source.span(node))

    def drop_edits(self, start: int, end: int) -> None:
        for edit in self.cell.edits.inside(start, end):
            del self.cell.edits[edit.start, edit.end]

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Interpret without keeping edits: a round that looks for a fixed point of facts."""
        undo = self.snapshot()
        try:
            yield
        finally:
            undo()

    def snapshot(self) -> Callable[[], None]:
        """What is written so far; a function that goes back to it."""
        cells = [cell for document in self.documents.values() for cell in document.cells]
        saved = [(c, c.edits.copy(), dict(c.inserts), {k: list(v) for k, v in c.versions.items()}) for c in cells]
        conflicts, standing, unread = set(self.conflicts), set(self.standing), dict(self.unread)

        def undo() -> None:
            self.conflicts, self.standing, self.unread = conflicts, standing, unread
            for cell, edits, inserts, versions in saved:
                cell.edits, cell.inserts, cell.versions = edits, inserts, versions

        return undo

    @contextmanager
    def round(self, body: cst.CSTNode, again: bool) -> Iterator[None]:
        """Interpret a body that is written once; when it was before, its text must come out the same.

        Branches that are skipped, because a test is decided, keep what an earlier round wrote there.
        """
        cell = self.cell
        start, end = cell.source.span(body)
        key = (cell.index, start)
        unread = self.unread.get(key, []) if again else []
        outer, self.skipped = self.skipped, []
        earlier = cell.take(start, end) if again else None
        standing = self.standing
        if again:
            place = cell.source.place_of(body)
            self.standing = {p for p in self.standing if p[0] != cell.index or not place[:2] <= p[1:] < place[2:]}
        try:
            yield
        finally:
            spans = [(first, last) for index, first, last in self.skipped if index == cell.index]
            self.skipped = outer
        if earlier is None:
            self.unread[key] = spans
            return
        made_again = self._made_again(start, end, standing)
        spans += made_again.values()
        self.standing |= made_again.keys()
        if cell.written(start, end, unread) != earlier.written(start, end, spans):
            self.conflicts.add((cell.index, start))
        cell.add_needs(earlier)
        cell.restore(earlier, spans)
        self.unread[key] = [s for s in spans if is_within(s, unread)] + [u for u in unread if is_within(u, spans)]

    def _made_again(self, start: int, end: int, standing: set[Place]) -> dict[Place, Extent]:
        """The functions within a body that a round has made but not called: their text is that of earlier calls."""
        found = {}
        for place in standing - self.standing - {*self.following}:
            definition = self.definitions.get(place)
            if definition is None or definition.cell is not self.cell:
                continue
            span = self.cell.source.span(definition.node)
            if is_within(span, [(start, end)]):
                found[place] = span
        return found

    def skip(self, first: cst.CSTNode, last: cst.CSTNode | None = None) -> None:
        """Note that code is not interpreted in this round, as control does not come there."""
        start, end = self.cell.source.span(first)[0], self.cell.source.span(last or first)[1]
        self.skipped.append((self.cell.index, start, end))

    def skip_unread(self, body: cst.CSTNode) -> None:
        """Note what no round of a body has read, for the body around it."""
        unread = self.unread.get((self.cell.index, self.cell.source.span(body)[0]), ())
        self.skipped += [(self.cell.index, start, end) for start, end in unread]

    # --- accounting ------------------------------------------------------------------------------

    def span(self, node: cst.CSTNode) -> Span:
        line, column, end_line, end_column = self.cell.source.place_of(node)
        return Span(line, column + 1, end_line, end_column + 1, self.cell.source.number)

    def diagnose(
        self, node: cst.CSTNode, code: str, message: str, hint: str = "", api: str | None = None, refused: bool = False
    ) -> DiagnosticKey:
        span = self.span(node)
        key = (self.cell.index, span.line, span.column, code, api or "")
        self.diagnostics[key] = Diagnostic(code, message, span, hint, api, refused=refused)
        if CODES[code].severity != "note":
            self.context.latest = key
        return key

    def follows(self, node: cst.CSTNode, cause: DiagnosticKey) -> None:
        """Note that what becomes of a node is the consequence of an earlier refusal."""
        if self.cell.source.holds(node):
            self.followers[self.place(node)] = cause

    def record(
        self, node: cst.CSTNode, api: str, status: Status, call: CallSite | None = None, codes: tuple[str, ...] = ()
    ) -> None:
        """Note what became of one site."""
        span = self.span(node)
        key = (self.cell.index, span.line, span.column, api)
        assumptions = tuple(call.assumptions) if call else ()
        noted = tuple(code for code, _, _ in call.notes) if call else ()
        self.sites[key] = Site(span, api, status, assumptions, codes + noted, tuple(call.evidence) if call else ())

    def refuse_sites(self, node: cst.CSTNode) -> None:
        """Sites inside a statement that was left as it was are refused."""
        line, _, end_line, _ = self.cell.source.place_of(node)
        for key, site in list(self.sites.items()):
            inside = line <= site.span.line <= end_line
            if key[0] == self.cell.index and inside:
                self.sites[key] = Site(site.span, site.api, "refused", (), site.diagnostics)
