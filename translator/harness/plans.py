"""Looks for what costs without need in the physical plans of Apache Spark, as ``DataFrame.explain`` prints them.

The text is all that Spark Connect gives. A finding has a code:

==== ==============================================================================
P101 all rows are brought to one task by a window without a partition
P102 every row of one side meets every row of the other
P103 rows go through Python
P104 one file is read several times in a program
P105 the keys of a join are cast
P106 a condition on a file's columns is not handed to its reader
P107 rows are sorted, and nothing that follows keeps or needs the order
==== ==============================================================================
"""

from __future__ import annotations

import contextlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

JOBS = ("toPandas", "toArrow", "collect", "first", "head", "take", "count", "isEmpty", "show", "toLocalIterator")
"""Methods of a frame that run a job."""

SETTINGS = {"spark.sql.debug.maxToStringFields": "10000", "spark.sql.maxMetadataStringLength": "100000"}
"""With these nothing of a plan is cut off."""

_LINE = re.compile(r"^(?P<margin>(?:[ :]  )*(?:[+:]- )?)(?:\*\(\d+\) )?(?P<text>\S.*)$")
_PYTHON = re.compile(r"(Arrow|Batch)EvalPython|(Map|FlatMapGroups|FlatMapCoGroups|Aggregate|Window)In(Pandas|Arrow)")
_LOCATION = re.compile(r"Location: \w+(?:\(\d+ paths\))?\[([^\]]*)\]")
_COMPARED = re.compile(r"\w#\d+L? (=|<|>|<=|>=) [^#()]+\)")
_KEEP_ORDER = ("Project", "Filter", "Sort", "Window", "TakeOrdered", "GlobalLimit", "LocalLimit", "CollectLimit", "Adaptive",
               "Sample", "Coalesce", "DeserializeToObject", "SerializeFromObject", "InMemoryRelation", "InMemoryTableScan",
               "ColumnarToRow", "WriteFiles", "Execute", "ResultQueryStage")  # fmt: skip
"""Operators that give their rows in the order of their input, or are the end of a plan."""


@dataclass(frozen=True)
class Finding:
    """Something in a plan that costs without need; `where` is the line of the plan."""

    code: str
    message: str
    where: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}: {self.where[:160]}"


@dataclass
class Node:
    """An operator of a plan, and what it reads."""

    text: str
    children: list[Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        return re.split(r"[\s(]", self.text, maxsplit=1)[0]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def groups(self) -> list[str]:
        """The texts of the operator's outer square brackets."""
        found, depth, start = [], 0, 0
        for place, sign in enumerate(self.text):
            if sign == "[":
                start = place + 1 if depth == 0 else start
                depth += 1
            elif sign == "]":
                depth -= 1
                if depth == 0:
                    found.append(self.text[start:place])
        return found


def parse(plan: str) -> Node:
    """The tree of a physical plan, below a node of its own."""
    root = Node("Plan")
    open_nodes: list[tuple[int, Node]] = [(-1, root)]
    for line in plan.splitlines():
        found = _LINE.match(line)
        if found is None or line.startswith("=="):
            continue
        depth = len(found["margin"])
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        node = Node(found["text"])
        open_nodes[-1][1].children.append(node)
        open_nodes.append((depth, node))
    return root


@dataclass(frozen=True)
class Tally:
    """How many operators of a kind the plans of a program have, and how many columns of files they read."""

    jobs: int
    shuffles: int
    scans: int
    windows: int
    columns: int


def tally(plans: Sequence[str]) -> Tally:
    """What a program's plans are made of: jobs, exchanges of rows (but broadcasts), scans of files, windows."""
    kept: set[str] = set()
    nodes = [node for plan in plans for node in _computed(parse(plan), kept)]
    names = Counter(node.name for node in nodes)
    columns = sum(_columns(node) for node in nodes)
    return Tally(len(plans), names["Exchange"], names["FileScan"] + names["Scan"], names["Window"], columns)


def _columns(scan: Node) -> int:
    """How many columns a scan of a file reads."""
    found = re.search(r"ReadSchema: struct<(.*)>", scan.text)
    return found[1].count(":") if found and scan.name == "FileScan" else 0


def findings(plans: Sequence[str], windows_told: bool = False) -> list[Finding]:
    """What costs without need in the plans of one program.

    Args:
        plans: what ``explain`` printed for each job.
        windows_told: whether the program's report says (T402) that a window brings all rows to one task.
    """
    found = []
    for plan in plans:
        for node in parse(plan).walk():
            found += [f for f in _of_node(node) if not (windows_told and f.code == "P101")]
    return found + _read_again(plans)


def tells_of_windows(entry: Mapping[str, Any] | None) -> bool:
    """Whether the report on a translation says that a window brings all rows to one task."""
    return any(note.get("code") == "T402" for note in (entry or {}).get("diagnostics") or ())


def _of_node(node: Node) -> Iterator[Finding]:
    if node.name == "Window" and not _is_partitioned(node):
        yield Finding("P101", "all rows are brought to one task", node.text)
    if node.name == "CartesianProduct" or node.name == "BroadcastNestedLoopJoin" and not _is_of_one_row(node):
        yield Finding("P102", "every row of one side meets every row of the other", node.text)
    if _PYTHON.match(node.name):
        yield Finding("P103", "rows go through Python", node.text)
    if node.name in ("SortMergeJoin", "BroadcastHashJoin", "ShuffledHashJoin") and any("cast(" in g for g in node.groups()[:2]):
        yield Finding("P105", "the keys of a join are cast", node.text)
    if node.name == "Filter" and node.children and node.children[0].name == "FileScan":
        scan = node.children[0].text
        if "PushedFilters: []" in scan and _COMPARED.search(node.text) and "parquet" in scan:
            yield Finding("P106", "a condition is not handed to the reader", node.text)
    if not node.name.startswith(_KEEP_ORDER):
        for child in node.children:
            if sort := _global_sort(child):
                yield Finding("P107", f"rows are sorted below {node.name}, which does not keep the order", sort.text)


def _is_partitioned(window: Node) -> bool:
    """Whether a window's second list are keys of partitions, not of an order."""
    specs = window.groups()[1:]
    return bool(specs) and not re.search(r" (ASC|DESC) NULLS", specs[0])


def _is_of_one_row(join: Node) -> bool:
    """Whether one side is an aggregate of all rows, which is one row."""
    return any("keys=[]" in below.text for child in join.children for below in _chain(child))


def _chain(node: Node) -> Iterator[Node]:
    """A node and what it reads, as long as that is one input."""
    yield node
    while len(node.children) == 1:
        [node] = node.children
        yield node


def _global_sort(node: Node) -> Node | None:
    """The sort of all rows that the node hands on, past projections."""
    while node.name in ("Project", "Filter") and len(node.children) == 1:
        [node] = node.children
    return node if node.name == "Sort" and re.search(r"\], true, \d+$", node.text) else None


def _read_again(plans: Sequence[str]) -> list[Finding]:
    """Files that a program reads in three places at least without keeping them."""
    kept: set[str] = set()
    scans = [node for plan in plans for node in _computed(parse(plan), kept) if node.name == "FileScan"]
    places = Counter(location[1] for scan in scans if (location := _LOCATION.search(scan.text)))
    return [Finding("P104", f"the file is read {times} times", path) for path, times in places.items() if times > 2]


def _computed(node: Node, kept: set[str]) -> Iterator[Node]:
    """A node and those below it; those of a frame that is cached only once."""
    if node.name == "InMemoryRelation":
        text = re.sub(r"#\d+|plan_id=\d+", "", "".join(below.text for below in node.walk()))
        if text in kept:
            return
        kept.add(text)
    yield node
    for child in node.children:
        yield from _computed(child, kept)


@contextlib.contextmanager
def recorded(session: Any) -> Iterator[list[str]]:
    """Collects the plans of the jobs that run on frames of the session."""
    kind = type(session.range(1))
    plans: list[str] = []
    busy = [False]
    before = {key: session.conf.get(key, None) for key in SETTINGS}
    originals = {name: getattr(kind, name) for name in JOBS}

    def observing(name: str) -> Any:
        def method(frame: Any, *args: Any, **named: Any) -> Any:
            if busy[0]:
                return originals[name](frame, *args, **named)
            busy[0] = True
            try:
                plans.append(explained(frame))
                return originals[name](frame, *args, **named)
            finally:
                busy[0] = False

        return method

    for key, value in SETTINGS.items():
        session.conf.set(key, value)
    for name in JOBS:
        setattr(kind, name, observing(name))
    try:
        yield plans
    finally:
        for name, original in originals.items():
            setattr(kind, name, original)
        for key, old in before.items():
            if old is None:
                session.conf.unset(key)
            else:
                session.conf.set(key, old)


def explained(frame: Any) -> str:
    """What ``explain`` prints for a frame."""
    if hasattr(frame, "_explain_string"):  # Spark Connect; what is printed may be recorded
        return str(frame._explain_string())
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        frame.explain()
    return text.getvalue()
