"""Changes of objects: rebinding every name of a changed frame, or keeping the object in pandas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.diagnostics import Decline, DiagnosticKey
from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import Code, Item, fields, name, name_of, needs
from translator.evidence import at_hand, likeness
from translator.frames.values import (
    Class,
    Column,
    Const,
    Elements,
    Frame,
    Grouped,
    Instance,
    Labels,
    Local,
    Value,
    Windowed,
    is_spark,
)  # fmt: skip
from translator.frames.variables import variable
from translator.interpret import bridges, classes, handover, listed_objects
from translator.interpret.environment import Binding, Env, may_be_same
from translator.interpret.run import Run


def keep_local(run: Run, value: Value, env: Env | None = None) -> None:
    """Ask that the variable behind a Spark value stays pandas from its binding (in `env`) on."""
    names = env or run.env
    match value:
        case Class() | Instance():
            classes.keep_pandas(run, value, "code that is not followed is given one of its objects")
            return
        case Elements():
            keep_binding(run, names.lookup(name_of(value.code) or ""), env)
            for item in value.items:
                keep_local(run, item, env)
            return
        case Column() | Grouped() | Labels():
            own = name_of(value.code)
            if own is not None:
                keep_binding(run, names.lookup(own), env)
            value = value.frame
        case Windowed():
            keep_local(run, value.base, env)
            return
    held = _container(value.code)
    for text in [held] if held is not None else _holders(names, value):
        keep_binding(run, names.lookup(text), env)


def _container(code: Code) -> str | None:
    """The variable that a value is, or of whose parts it is one."""
    while isinstance(code, Item):
        code = fields(code)[0]
    return name_of(code)


def _holders(names: Env, value: Value) -> list[str]:
    """The variables that hold a frame which a container holds too."""
    if not isinstance(value, Frame):
        return []
    found = {text: names.lookup(text) for text in names.visible()}
    frames = {t: b.value for t, b in found.items() if b is not None and isinstance(b.value, Frame)}
    return [t for t, frame in frames.items() if frame.rows == value.rows and frame.fields == value.fields]


def keep_binding(run: Run, binding: Binding | None, env: Env | None = None) -> None:
    """Ask that a variable stays pandas from this binding (in `env`) on."""
    if binding is None:
        return
    if isinstance(binding.value, (Class, Instance)):
        classes.keep_pandas(run, binding.value, "code that is not followed is given one of its objects")
        return
    names = env or run.env
    held = (names.lookup(text) for text in names.visible())
    same = [other for other in held if other is not None and other.ref == binding.ref]
    _tell_why(run)
    for one in {b.place: b for b in (binding, *same)}.values():  # a second name would hold a copy
        keep_place(one)
    if binding.origin is not None and _views(run, binding):  # of what its other name held before that got another value
        keep_place(replace(binding, place=binding.origin))


def _tell_why(run: Run) -> None:
    """Say why something stays pandas from here on, where no rule that declined has said so."""
    if current().latest is None and run.statement is not None and run.cell.source.holds(run.statement):
        message = "something is changed, kept or handed on that pandas shows wherever it is held; a Spark frame would not"
        run.diagnose(run.statement, "T318", message, "work on a copy of its own: df = df.copy()")


def keep_place(binding: Binding) -> None:
    """Ask that what the statement of a binding makes stays pandas."""
    kind, place = binding.place[0], binding.place[1]
    if kind == "parameter":  # type: ignore[comparison-overlap]
        current().demand("function", place)
        current().demand("mutates", place)
    elif kind == "class":  # type: ignore[comparison-overlap]
        current().demand("class", place)
    else:
        current().demand("local", binding.place)


def keep_objects(run: Run, refs: Iterable[int]) -> None:
    """Ask that objects stay pandas, whichever names hold them and whichever functions remember them."""
    scopes = [*run.env.chain(), *(document.env for document in run.documents.values())]
    for ref in refs:
        for scope in scopes:
            for binding in list(scope.names.values()):
                if any(may_be_same(part, ref) for part in listed_objects.objects_in(binding.value)):
                    keep_place(binding)
        for scope in scopes:
            for binding in list(scope.names.values()):
                if may_be_same(binding.ref, ref) and is_spark(binding.value):
                    keep_binding(run, binding)
        for cached, place in run.caches.items():
            if may_be_same(cached, ref):
                current().demand("function", place)


def keep_local_here(run: Run, node: cst.CSTNode, value: Value, cause: DiagnosticKey | None = None) -> None:
    """Ask that a variable is brought to the driver just before the current statement."""
    text = run.variable(node)
    repeated = _is_repeated(run, text) or isinstance(run.statement, cst.Lambda)
    if text is None or not isinstance(value, Frame) or repeated:
        binding = run.env.names.get(text or "")
        if text is not None and binding is not None and _is_from_before(run, text, binding):
            keep_from_loop(run, text, binding)
            now_on_driver(run, text, cause)
        else:
            keep_local(run, value)
        return
    current().demand("local_here", (run.statement_place, text))
    handover.in_vain(run, value)
    if text in run.env.names:
        keep_shared(run, text, run.env.names[text])
        now_on_driver(run, text, cause)


def _is_repeated(run: Run, text: str | None) -> bool:
    """Whether a further round of a loop would find a variable on the driver already.

    A variable of a function is a new one in every call, whatever loops the call is in.
    """
    if run.following and text in run.env.names and text is not None and text.isidentifier():
        return run.loop is not None
    return bool(run.unrolling) or run.loop_exits is not None


def _is_from_before(run: Run, text: str, binding: Binding) -> bool:
    """Whether a variable holds a frame of its own that it held already in front of the loop around the statement.

    One that was made of a pandas object had better stay that.
    """
    before = run.loop[1].get(text) if run.loop is not None else None
    if before is None or (before.place, before.ref) != (binding.place, binding.ref) or binding.is_parameter:
        return False
    return isinstance(binding.value, Frame) and binding.value.original is None


def keep_from_loop(run: Run, text: str, binding: Binding, env: Env | None = None) -> None:
    """Ask that a variable stays pandas: from the loop around the statement on, if it comes from before that."""
    if run.loop is None or not isinstance(binding.value, Frame) or not _is_from_before(run, text, binding):
        keep_binding(run, binding, env)
        return
    current().demand("local_here", (run.loop[0], text))
    handover.in_vain(run, binding.value)
    keep_shared(run, text, binding)


def keep_given(run: Run, parts: Sequence[tuple[cst.CSTNode, Value]]) -> None:
    """Spark values are given to code that may change them, now or later: they have to stay pandas.

    A copy would hide the change, unless the statement replaces the only name that could show it.
    """
    for node, value in parts:
        if is_spark(value) and not _is_replaced(run, value) and not _is_copy(run, node, value):
            keep_local(run, value)


def _is_copy(run: Run, node: cst.CSTNode, value: Value) -> bool:
    """Whether it is a copy that nothing else holds, of a frame in a variable: ``df.copy()``."""
    if not (isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and node.func.attr.value == "copy"):
        return False
    held = run.variable(node.func.value)
    return not node.args and isinstance(value, Frame) and held is not None and held == name_of(value.code)


def _is_replaced(run: Run, value: Value) -> bool:
    """Whether the current statement binds the only name of a value to another one."""
    held, node = name_of(value.code), run.statement
    if held is None or not isinstance(node, cst.Assign) or len(node.targets) > 1:
        return False
    target, binding = node.targets[0].target, run.env.names.get(held)
    alone = binding is not None and run.env.aliases(binding.ref) == [held]
    return alone and run.variable(target) == held


def now_on_driver(run: Run, text: str, cause: DiagnosticKey | None = None) -> list[str]:
    """Go on as after ``text = to_pandas(text)``: all names of the object hold a pandas one; those names.

    What statements would say of a Spark frame that lacks the coming change would be nonsense.
    """
    binding = run.env.names[text]
    aliases = run.env.aliases(binding.ref)
    type_ = "DataFrame" if isinstance(binding.value, Frame) else "Series"
    known = likeness.of(binding.value)
    run.unshared.add(binding.ref)
    run.brought[binding.ref] = binding
    _remember_views(run, text, binding.value)
    for alias in aliases:
        brought = Local(name(alias), type_, was_spark=True, likeness=known, cause=cause)
        run.env.bind(alias, brought, run.statement_place, binding.ref)
    return aliases


def _remember_views(run: Run, text: str, frame: Value) -> None:
    """What variables took from a frame stays in Spark while pandas has the frame: a change of its cells would not show."""
    own = run.env.names[text]
    for binding in _views(run, replace(own, value=frame)):
        run.left_views.setdefault(own.ref, set()).add(binding.place)


def _views(run: Run, own: Binding) -> Iterable[Binding]:
    """The variables of this scope that hold a part of the cells of an object."""
    frame, found = own.value, []
    versions = {f.version for f in frame.physical.values()} if isinstance(frame, Frame) else set()
    for binding in run.env.names.values():
        view = binding.value
        shares = isinstance(view, Column) and view.plain is not None and set(view.refs.values()) <= versions
        if shares and isinstance(frame, Frame) and isinstance(view, Column):  # rows that a condition chose are copies
            shares = view.frame.rows[-1] == frame.rows[-1] or view.frame.is_slice or frame.is_slice
        if binding.ref != own.ref and (shares or isinstance(frame, Frame) and isinstance(view, Frame)
                                       and _share_cells(frame, view, None)):  # fmt: skip
            found.append(binding)
    return found


def assign_target(run: Run, target: cst.BaseExpression, receiver: Value, result: Value) -> None:
    """Store an in-place method's result where its receiver came from.

    Raises:
        Decline: where the receiver is no variable, or shares data with another object.
    """
    text = run.variable(target)
    if text is not None and isinstance(receiver, Frame):
        rebind(run, text, result)
        return
    match target:
        case cst.Subscript(value=base) | cst.Attribute(value=base) if (text := run.variable(base)) is not None:
            binding = run.env.lookup(text)
            frame = binding.value if binding else None
            if isinstance(frame, Frame) and isinstance(receiver, Column) and receiver.plain and isinstance(result, Column):
                from translator.rulekit import Label, column_like, with_column

                label = receiver.plain if isinstance(receiver.plain, Label) else Label(receiver.plain)
                changed = with_column(frame, label, column_like(result, frame))
                at_hand.result_of("DataFrame.__setitem__", [frame, Const(label.code, str(label)), result], {}, changed)
                rebind(run, text, changed)
                return
    keep_local(run, receiver)
    raise Decline("the object that is changed in place is not held by a variable", code="T318")


def rebind(run: Run, text: str, result: Value) -> None:
    """``text = result`` as a change of the object: every alias gets it, in the output as well."""
    binding = run.env.lookup(text)
    assert binding is not None and run.statement is not None
    keep_shared(run, text, binding, but_listed=listed_objects.can_follow(run, binding.ref))
    run.mutated.add(binding.ref)
    if current().is_demanded("local", run.statement_place) and is_spark(result):
        result = bridges.to_driver(run, result)
    aliases = [a for a in run.env.aliases(binding.ref) if a != text]
    groups = _following_groups(run, (text, *aliases), result)
    _outdate_groups(run, (text, *aliases), groups)
    source = run.cell.source
    start, end = source.span(run.statement)
    indent = source.indent_of(start)
    code = result.code
    lines = [f"{text} = {layout.render(code, indent, len(text) + 3)}"]
    lines += [f"{alias} = {text}" for alias in aliases]
    lines += listed_objects.following_lines(run, binding.ref, text)
    run.edit(start, end, f"\n{' ' * indent}".join(lines), needs(code))
    for alias in (text, *aliases):
        run.env.bind(alias, variable(result, alias), run.statement_place, binding.ref)
    frame = run.env.names[text].value
    listed_objects.put_back(run, {binding.ref: frame}, run.statement_place)
    for held, grouped in groups.items():
        assert isinstance(frame, Frame)
        old = run.env.names[held]
        moved = replace(grouped, frame=frame, code=frame.code)
        run.env.bind(held, at_hand.carried(moved, grouped) if grouped.selection else moved, old.place, old.ref)


def keep_views(run: Run, text: str, frame: Frame, changed: Collection[str] | None) -> None:
    """Cells of a frame are set: what a variable took from it shows the change, so both stay pandas.

    `changed` are the columns that are set, None where they are not known.
    """
    own = run.env.lookup(text)
    held = {n: run.env.lookup(n) for n in run.env.visible() if n != text}
    for binding in held.values():
        origins = run.driver_views.get(binding.ref, ()) if binding is not None else ()
        if own is not None and any(origin.ref == own.ref for origin in origins):
            _keep_object(run, frame)
        if binding is not None and isinstance(binding.value, Frame) and (own is None or binding.ref != own.ref):
            if _share_cells(frame, binding.value, changed):
                keep_binding(run, binding)
                _keep_object(run, frame)
            continue
        view = binding.value if binding is not None else None
        if not isinstance(view, Column) or view.plain is None or not _share_rows(frame, view.frame):
            continue
        shown = [c for c, f in frame.physical.items() if dict(view.refs) == {view.plain: f.version}]  # renamed or not
        if shown and (changed is None or shown[0] in changed):
            keep_binding(run, binding)
            _keep_object(run, frame)
            repeated = run.unrolling or run.loop_exits is not None
            if binding is not None and own is not None and own.place != binding.place and not repeated:
                for alias in run.env.aliases(own.ref):  # before other changes, of its columns
                    current().demand("local_here", (binding.place, alias))
    for caller in run.callers:
        _keep_views_of_caller(run, caller, frame, changed)


def _keep_object(run: Run, frame: Frame) -> None:
    """Keep a frame local, under the names too from which a loop has it that goes over several."""
    keep_local(run, frame)
    for text in _holders(run.env, frame) if run.unrolling else ():
        keep_binding(run, run.env.lookup(text))


def _keep_views_of_caller(run: Run, caller: Env, frame: Frame, changed: Collection[str] | None) -> None:
    """What a caller has taken from a frame that it gave away shows the change, too."""
    versions = {c: f.version for c, f in frame.physical.items()}
    views = [
        binding
        for binding in caller.names.values()
        if isinstance(view := binding.value, Column)
        and view.plain is not None
        and _share_rows(frame, view.frame)
        and dict(view.refs) == {view.plain: versions.get(view.plain)}
        and (changed is None or view.plain in changed)
    ]
    for taken in views:
        keep_binding(run, taken)
        keep_local(run, frame)
        for alias, held in caller.names.items():
            given = held.value
            if isinstance(given, Frame) and versions.items() <= {c: f.version for c, f in given.physical.items()}.items():
                current().demand("local_here", (taken.place, alias))


def _share_rows(frame: Frame, other: Frame) -> bool:
    """Whether rows of one may be those of the other: rows that a condition has chosen are copies, slices are not."""
    if frame.rows[-1] == other.rows[-1]:
        return True
    return bool(set(frame.rows) & set(other.rows)) and (frame.is_slice or other.is_slice)


def _share_cells(frame: Frame, other: Frame, changed: Collection[str] | None) -> bool:
    """Whether one is a slice of the other, and a column that is set is still the same in both."""
    if not set(frame.rows) & set(other.rows) or not (frame.is_slice or other.is_slice):
        return False
    columns = [c for c in frame.fields if c in other.fields and (changed is None or c in changed)]
    return any(frame.fields[c].version == other.fields[c].version for c in columns)


def _following_groups(run: Run, names: Sequence[str], result: Value) -> dict[str, Grouped]:
    """Groups that variables hold and that go on with the changed frame, by the variable.

    pandas looks a single column up in the frame as it is then, and the groups stay as long as the
    keys do; what it takes from all columns at once may be older, and so may columns that were selected before.
    """
    found: dict[str, Grouped] = {}
    for text, binding in run.env.names.items():
        held = binding.value
        if not isinstance(held, Grouped) or name_of(held.frame.code) not in names or not isinstance(result, Frame):
            continue
        old, new = held.frame.physical, result.physical
        used = (*held.keys, *(held.selection or ()))
        kept = all(c in new and new[c].version == old[c].version for c in used)
        same_rows = result.rows[-1] == held.frame.rows[-1] and result.index == held.frame.index
        if kept and same_rows and (held.selection is not None or _only_selects(run, text)):
            found[text] = held
    return found


def _only_selects(run: Run, text: str) -> bool:
    """Whether the program does nothing with a variable but ``variable["column"]``, after one assignment."""
    nodes = [node for cell in run.cells for node in syntax.walk(cell.source.module)]
    named = sum(isinstance(n, cst.Name) and n.value == text for n in nodes)
    return named == 1 + sum(_is_selection(n, text) for n in nodes)


def _is_selection(node: cst.CSTNode, text: str) -> bool:
    match node:
        case cst.Subscript(value=cst.Name(held), slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString()))]):
            return held == text
    return False


def _outdate_groups(run: Run, names: Sequence[str], following: Collection[str] = ()) -> None:
    """Groups and windows that variables hold see the change in pandas, but would not in Spark."""
    changed = [binding for text in names if (binding := run.env.lookup(text)) is not None]
    for text, binding in run.env.names.items():
        if text in following:
            continue
        windowed = isinstance(binding.value, Windowed)
        held = binding.value.base if isinstance(binding.value, Windowed) else binding.value
        if isinstance(held, Grouped) or windowed and isinstance(held, Column):
            if name_of(held.frame.code) in names:
                run.outdated[binding.ref] = changed


def keep_shared(run: Run, text: str, binding: Binding, but_listed: bool = False) -> None:
    """Keep an object pandas that is changed while it is, or may be, held by what is not rebound here.

    With `but_listed` the lists and dicts that hold it are given the changed one.
    """
    own, *outer = run.env.chain()
    ref = binding.ref
    unsure = [b for b in own.names.values() if b.ref != ref and may_be_same(b.ref, ref)]
    held = [b for scope in outer for b in scope.names.values() if may_be_same(b.ref, ref)]
    if any(_is_given(run, alias) for alias in own.aliases(ref)):
        run.unseen.add(ref)
        held = []
    captured = any(may_be_same(other, ref) for other in run.captured) and not but_listed
    if text not in own.names or unsure or held or captured:
        keep_local(run, binding.value)
    if captured:
        keep_objects(run, [ref])
    for other in (*unsure, *held):
        if is_spark(other.value):
            keep_binding(run, other)


def _is_given(run: Run, text: str) -> bool:
    """Whether it is an attribute of an object that the function was given: the caller will see the change."""
    holder = run.env.names.get(text.partition(".")[0]) if "." in text else None
    return holder is not None and holder.is_parameter
