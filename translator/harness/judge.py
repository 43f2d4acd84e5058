"""Compares two runs, observable by observable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Any

from translator.harness import facts
from translator.harness.compare import (
    Difference,
    Terms,
    comparable,
    compare,
    is_empty,
    keys_of,
)
from translator.harness.job import Result, Written
from translator.harness.parts import alike, claims_of
from translator.harness.recorder import is_silent
from translator.harness.values import Bundle, Captured, Failure, Opaque, Shown, Table, label
from translator.harness.wording import describe, same_text, show

EQUAL, DIFFERENT, NOT_COMPARABLE, DROPPED, UNSTABLE = (
    "equal",
    "different",
    "not-comparable",
    "dropped",
    "unstable",
)


@dataclass
class Observable:
    """One thing that both runs could be seen to do, and whether they did the same.

    `kind` is variable, file, shown, returned or exception; `status` is equal, different, not-comparable (a plot, a
    model), dropped (a name that the translation has no more and does not list) or unstable (two
    runs of the original did not agree on it). `empty` marks equality that says next to nothing.
    """

    kind: str
    name: str
    status: str
    differences: list[Difference] = field(default_factory=list)
    note: str = ""
    empty: bool = False


Entry = Mapping[str, Any]


def judge(
    original: Result, translated: Result, entry: Entry | None, *, engine: str = "spark"
) -> list[Observable]:
    """Return every observable of the original with what became of it.

    Sail gives some whole numbers of another width, and writes no file for a frame without rows.
    """
    sail = engine == "sail"
    return [
        *_variables(original, translated, entry, not sail),
        *_files(original, translated, entry, sail),
        *_shown(original, translated, entry),
        *_given(original, translated),
    ]


def fails_late(translated: Result) -> bool:
    """Tell whether a run that came to its end left something that cannot be evaluated."""
    values = [*translated.variables.values(), *(written.value for written in translated.written)]
    return any(isinstance(value, Failure) and value.type_name != "NoFrame" for value in values)


def not_raised(original: Result) -> Observable:
    """Return what is wrong with a translation that runs on where its original raises."""
    lost = Difference("error", f"the original raises {original.problem}; the translation comes to its end")
    name = "" if original.problem is None else original.problem.type_name
    return Observable("exception", name, DIFFERENT, [lost])


def _given(original: Result, translated: Result) -> Iterable[Observable]:
    """Compare what calls of the program's functions at module level gave back, call by call."""
    theirs: dict[str, list[Captured | None]] = {}
    for given in translated.given:
        theirs.setdefault(given.name, []).append(given.value)
    number: dict[str, int] = {}
    for given in original.given:
        count = number[given.name] = number.get(given.name, 0) + 1
        answers = theirs.get(given.name, [])
        new = answers[count - 1] if count <= len(answers) else None
        if given.value is None or new is None or isinstance(given.value, Failure):
            continue
        name = f"{given.name}() call {count}"
        if isinstance(new, Failure) and new.type_name == "NoFrame":
            yield Observable("returned", name, NOT_COMPARABLE, note="an expression of a frame")
            continue
        for place, ours, theirs_ in _parts(given.value, new):
            known = {"index": _index_in(ours, theirs_)}
            yield _observe("returned", name + place, ours, theirs_, known, ignore_index=not known["index"])


def _parts(old: Captured, new: Captured, place: str = "") -> Iterable[tuple[str, Captured, Captured]]:
    """Yield the items of containers of one shape, each with its place: every frame has an index of its own."""
    if isinstance(old, Bundle) and isinstance(new, Bundle):
        if alike(old, new):
            for number, (ours, theirs) in enumerate(zip(old.items, new.items, strict=True)):
                yield from _parts(ours, theirs, f"{place}[{number}]")
            return
    yield place, old, new


def terms_of(entry: Mapping[str, Any], **changes: Any) -> Terms:
    """Return how a variable or an output of an entry is to be compared."""
    return Terms(
        index=tuple(entry.get("index") or ()),
        levels=tuple(entry.get("levels") or ()),
        ordered_by=keys_of(entry.get("ordered_by") or ()),
        names=entry.get("kind") != "column",
        **changes,
    )


def _variables(
    original: Result, translated: Result, entry: Entry | None, widths: bool
) -> Iterable[Observable]:
    """Compare the module-level names."""
    listed = {str(v["name"]): v for v in (entry or {}).get("variables") or ()}
    for name, old in original.variables.items():
        if name not in translated.variables:
            if not comparable(old):
                yield Observable("variable", name, NOT_COMPARABLE, note=describe(old))
            elif entry is not None and "variables" in entry and name not in listed:
                yield Observable("variable", name, DROPPED, note=describe(old))
            else:
                lost = Difference("value", f"{describe(old)} does not exist in the translation")
                yield Observable("variable", name, DIFFERENT, [lost])
            continue
        new, claim = translated.variables[name], listed.get(name, {})
        yield _variable(name, old, new, claim, widths)


def _variable(name: str, old: Captured, new: Captured, claim: Entry, widths: bool) -> Observable:
    """Compare a variable, part by part where it holds several objects, and hold the claims about it against it."""
    claims = claims_of(claim, len(new.items)) if isinstance(new, Bundle) else None
    if isinstance(old, Bundle) and isinstance(new, Bundle) and claims and alike(old, new):
        parts = zip(old.keys, old.items, new.items, claims, strict=True)
        found = [(show(key), _variable(name, ours, theirs, part, widths)) for key, ours, theirs, part in parts]
        wrong = [replace(d, message=f"item {key}: {d.message}") for key, part in found for d in part.differences]
        status = next((s for s in (DIFFERENT, EQUAL) if any(part.status == s for _, part in found)), NOT_COMPARABLE)
        notes = "; ".join(f"item {key}: {part.note}" for key, part in found if part.note)
        return Observable("variable", name, status, wrong, notes, empty=all(part.empty for _, part in found))
    if claim.get("kind") == "unknown" and isinstance(new, Failure) and new.type_name == "NoFrame":
        return Observable("variable", name, DROPPED, note=f"{describe(old)}; its rows are no longer held")
    observed = _observe("variable", name, old, new, claim)
    if claim.get("kind") == "unknown" and observed.status == DIFFERENT and not claim.get("items") and not claim.get("each"):
        return Observable("variable", name, DROPPED, note=f"{describe(old)}, left behind by a loop and read by nothing")
    false_claims = facts.broken(old, new, claim.get("facts"), widths=widths)
    if false_claims:
        observed.status, observed.differences = DIFFERENT, [*observed.differences, *false_claims]
    return observed


def _observe(
    kind: str, name: str, old: Captured, new: Captured, entry: Mapping[str, Any], **changes: Any
) -> Observable:
    """Compare one captured value."""
    if not comparable(old):
        return Observable(kind, name, NOT_COMPARABLE, note=describe(old))
    differences = compare(old, _shown_columns(old, new, entry), terms_of(entry, **changes))
    if differences:
        return Observable(kind, name, DIFFERENT, differences)
    return Observable(kind, name, EQUAL, empty=is_empty(old))


def _shown_columns(old: Captured, new: Captured, entry: Mapping[str, Any]) -> Captured:
    """The table without columns that only keep its row order, which pandas does not show."""
    if not (isinstance(old, Table) and isinstance(new, Table)) or new.origin != "spark":
        return new
    named = {label(c.name) for c in (*old.columns, *(old.index or ()))} | set(entry.get("index") or ())
    working = {claim[0] for claim in (entry.get("facts") or {}).get("hidden") or ()}
    kept = [c for c in new.columns if label(c.name) in named or not (label(c.name).startswith("_") or label(c.name) in working)]
    return replace(new, columns=kept)


def _files(original: Result, translated: Result, entry: Entry | None, sail: bool) -> Iterable[Observable]:
    """Compare what was written."""
    outputs = list((entry or {}).get("outputs") or ())
    rest = {written.path: written for written in translated.written}
    for old in original.written:
        target, known = _successor(old.path, rest, outputs)
        if target is None and sail and _by_spark(old, outputs):
            yield Observable("file", old.path, NOT_COMPARABLE, note="Sail writes no file for a frame without rows")
            continue
        if target is None:
            lost = Difference("value", "the translation does not write it")
            yield Observable("file", old.path, DIFFERENT, [lost])
            continue
        yield _compare_written(old, rest.pop(target), known)
    for path in rest:
        extra = Difference("value", "the original does not write it")
        yield Observable("file", path, DIFFERENT, [extra])


def _by_spark(old: Written, outputs: list[Mapping[str, Any]]) -> bool:
    """Tell whether Spark's writer is to write a table without rows."""
    listed = any(old.path in (_clean(output.get("path")), _clean(output.get("original"))) for output in outputs)
    return listed and old.format == "parquet" and isinstance(old.value, Table) and old.value.rows == 0


def _successor(
    path: str, written: Mapping[str, Written], outputs: list[Mapping[str, Any]]
) -> tuple[str | None, Mapping[str, Any]]:
    """Return the path under which the translation wrote a file of the original, and its entry."""
    by_path = {_clean(output.get("path")): output for output in outputs}
    named = next((o for o in outputs if _clean(o.get("original")) == path), None)
    if named is not None and _clean(named.get("path")) in written:
        return _clean(named.get("path")), named
    if path in written:
        return path, by_path.get(path, {})
    stem = PurePosixPath(path).with_suffix("").as_posix()
    for candidate in written:
        if candidate == stem or PurePosixPath(candidate).with_suffix("").as_posix() == stem:
            return candidate, by_path.get(candidate, by_path.get(path, {}))
    return None, {}


def _clean(path: Any) -> str:
    """Return a path of an entry as the harness spells it."""
    return PurePosixPath(str(path)).as_posix() if path else ""


def _compare_written(old: Written, new: Written, known: Mapping[str, Any]) -> Observable:
    """Compare one file with its successor."""
    name = old.path if old.path == new.path else f"{old.path} -> {new.path}"
    if old.digest and old.digest == new.digest:
        empty = isinstance(old.value, Table) and is_empty(old.value)
        return Observable("file", name, EQUAL, empty=empty)
    if old.text is not None and new.text is not None:
        return _compare_text("file", name, old.text, new.text)
    if old.value is None or new.value is None:
        return Observable("file", name, NOT_COMPARABLE, note=f"{old.format} file")
    ordered = old.format in ("csv", "tsv", "json") and "ordered_by" not in known
    known = {**known, "index": known.get("index") or _index_in(old.value, new.value)}
    return _observe("file", name, old.value, new.value, known, ordered=ordered)


ROW = "_row"


def _index_in(old: Captured, new: Captured) -> list[str]:
    """Return the names of index levels that the other side kept as columns."""
    if not (isinstance(old, Table) and isinstance(new, Table)) or new.origin != "spark":
        return []
    names = [label(level.name) for level in old.index or () if level.name is not None]
    taken = {label(column.name) for column in old.columns}
    if not names and ROW in new.names and ROW not in taken:
        return [ROW]  # a table that keeps pandas' default labels
    return [name for name in names if name in new.names and name not in taken]


def _compare_text(kind: str, name: str, old: str, new: str) -> Observable:
    """Compare two texts; the first line that differs is shown."""
    if same_text(old, new):
        return Observable(kind, name, EQUAL, empty=not old.strip())
    return Observable(kind, name, DIFFERENT, [_first_line(old, new)])


def _first_line(old: str, new: str, printed: bool = False) -> Difference:
    """Return where two texts that differ part."""
    ours, theirs = old.splitlines(), new.splitlines()
    pairs = enumerate(zip_longest(ours, theirs, fillvalue=""), 1)
    number, (before, after) = next(
        ((n, pair) for n, pair in pairs if not same_text(*pair, printed)),
        (1, (old[:80], new[:80])),
    )
    return Difference("text", f"line {number} is {after[:120]!r}, was {before[:120]!r}")


def _read(observed: Observable, old: Shown, new: Shown) -> Observable:
    """Compare as what equal values are read: what their types and labels do not tell is seen there."""
    if observed.status == EQUAL and old.text and new.text and not same_text(old.text, new.text, printed=True):
        return replace(observed, status=DIFFERENT, differences=[_first_line(old.text, new.text, printed=True)])
    return observed


def _shown(original: Result, translated: Result, entry: Entry | None) -> Iterable[Observable]:
    """Compare what was printed and displayed, in order."""
    listed = {str(v["name"]): v for v in (entry or {}).get("variables") or ()}
    ours, theirs = sequence(original.shown), sequence(translated.shown)
    for number, (old, new) in enumerate(zip(ours, theirs, strict=False), 1):
        name = f"output {number}" + (f" (cell {old.cell})" if old.cell else "")
        if old.value is None and new.value is None:
            yield _compare_text("shown", name, old.text, new.text)
        elif old.value is None or new.value is None:
            message = f"{_what(old)} became {_what(new)}"
            yield Observable("shown", name, DIFFERENT, [Difference("type", message)])
        else:
            known = listed.get(new.extras.get("name", ""), {})
            known = {**known, "index": known.get("index") or _index_in(old.value, new.value)}
            ordered = "ordered_by" not in known or not known["ordered_by"]
            observed = _observe("shown", name, old.value, new.value, known, ordered=ordered)
            yield _read(observed, old, new)
    if len(ours) != len(theirs):
        rest = ours[len(theirs) :] or theirs[len(ours) :]
        message = f"{len(ours)} outputs became {len(theirs)}; first: {_what(rest[0])}"
        yield Observable("shown", "outputs", DIFFERENT, [Difference("value", message)])


def sequence(shown: list[Shown]) -> list[Shown]:
    """Return what was shown with joined text, without what says nothing."""
    joined: list[Shown] = []
    for item in shown:
        if item.kind != "text":
            if not is_silent(item.value):
                joined.append(item)
        elif joined and joined[-1].kind == "text":
            joined[-1] = Shown(joined[-1].cell, "text", joined[-1].text + item.text)
        else:
            joined.append(item)
    return [item for item in joined if item.kind != "text" or item.text.strip()]


def _what(item: Shown) -> str:
    """Return what was shown, in words."""
    if item.value is not None and not isinstance(item.value, Opaque):
        return describe(item.value)
    return f"text {item.text.strip()[:60]!r}"


def mark_halfway(observables: list[Observable], others: list[Observable]) -> None:
    """Take out what the translation has as pandas has it once the last digits of sums are others (`digits`)."""
    equal = {(o.kind, o.name) for o in others if o.status == EQUAL}
    for observable in observables:
        if observable.status == DIFFERENT and (observable.kind, observable.name) in equal:
            observable.status = UNSTABLE
            observable.note = "last digits of sums decide it: pandas gives the same once these differ"


def mark_unstable(observables: list[Observable], repeated: list[Observable]) -> None:
    """Take out what two runs of the original did not agree on."""
    shaky = {(o.kind, o.name) for o in repeated if o.status == DIFFERENT}
    for observable in observables:
        name = observable.name.split(" -> ")[0]
        if observable.status == DIFFERENT and (observable.kind, name) in shaky:
            observable.status = UNSTABLE
            observable.note = "two runs of the original do not agree on it"
