"""Applies rules: finds the rule for a call, operator or subscript, and binds it.

What cannot be native becomes a bridge: the pandas code on a driver-side copy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import libcst as cst

from translator.diagnostics import Decline
from translator.emission.emit import Raw
from translator.evidence import at_hand, estimators, likeness, pandas_api, specimens
from translator.evidence.stand_ins import Likeness
from translator.frames import groups, handles
from translator.frames.demanded import operand
from translator.frames.values import (
    Accessor,
    Class,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Instance,
    Labels,
    Local,
    Membership,
    Module,
    Scalar,
    Value,
    Windowed,
    is_spark,
)
from translator.interpret import (
    arguments,
    as_files,
    attributes,
    bridges,
    builtin_functions,
    chunks,
    decorators,
    distinct_values,
    expressions,
    folding,
    forgetting,
    frames_of_files,
    functions,
    group_keys,
    handover,
    idioms,
    instances,
    known_parts,
    local_objects,
    mapped_texts,
    mutation,
    named_in_texts,
    parameters,
    parked_models,
    paths,
    reducing,
    scalars,
    shared_labels,
    single_times,
    written_files,
)
from translator.interpret.application import explain_gap, ruled
from translator.interpret.changes import is_result_changed, may_change_arguments, may_give_back
from translator.interpret.findings import because
from translator.interpret.run import Run
from translator.registry import RULES

Parts = expressions.Parts
DATA_MODULES = ("pandas", "numpy", "pickle", "joblib", "os", "glob", "shutil", "pathlib")


def owner(value: Value) -> str:
    """The class part of a rule key for a receiver."""
    match value:
        case Frame():
            return "DataFrame"
        case Column():
            # numpy's methods do not skip missing values, so an array has none of the Series' rules
            return "Index" if value.labels else "ndarray" if value.array else "Series"
        case Membership():
            return "Series"
        case Labels():
            return "Index"
        case Grouped():
            return "GroupBy"
        case Windowed():
            return value.kind
        case Accessor():
            return f"{owner(value.base)}.{value.name}"
        case Scalar():
            return "Scalar"
        case Const():
            return "Index" if isinstance(value.value, pandas_api.ConstantIndex) else ""
    return ""


def rebuilt(run: Run, node: cst.CSTNode, parts: Parts, known: Likeness | None) -> Callable[[], Local]:
    """The pandas object for a lazily bridged receiver (a groupby, an accessor)."""

    def build() -> Local:
        driver = [(n, bridges.to_driver(run, v) if is_spark(v) else v) for n, v in parts]
        return replace(expressions.splice(run, node, driver), likeness=known)

    cell = run.cell

    def in_cell() -> Local:
        with run.scoped(cell=cell):
            return build()

    return in_cell


# --- calls ----------------------------------------------------------------------------------------------


def call(run: Run, node: cst.Call) -> Value:
    """A call: of a rule, of one of the program's own functions, or of code that stays."""
    result = _call(run, node)
    if isinstance(result, Local):
        named_in_texts.keep_named(run, node)
    return result


def _call(run: Run, node: cst.Call) -> Value:
    whole_file = chunks.as_whole(run, node)
    if whole_file is not None:
        return whole_file
    function = node.func
    if isinstance(function, cst.Attribute):
        inherited = instances.of_super(run, function)
        receiver = expressions.evaluate(run, function.value) if inherited is None else inherited
        if inherited is not None:
            target: Value = inherited
        elif isinstance(receiver, Instance):
            target = instances.attribute(run, function, receiver)
        elif isinstance(receiver, Class):
            target = instances.of_class(run, function, receiver)
        elif isinstance(receiver, Module):
            target = attributes.member(run, function, receiver, function.attr.value)
        else:
            return _method_call(run, node, function, receiver)
    else:
        target = expressions.evaluate(run, function)
    if id(node) in run.built:
        frame, site = run.built.pop(id(node))
        run.record(node, "pandas.DataFrame", "native", site)
        return frame  # type: ignore[no-any-return]
    if isinstance(target, Module) and target.name == "pandas.concat":
        whole = idioms.read_comprehension(run, node)
        if whole is not None:
            return whole
        frames = frames_of_files.listed(run, node.args[0].value) if node.args else None
        if frames is not None:
            run.listed[id(node.args[0].value)] = frames
    args, kwargs, parts = arguments.evaluated(run, node, isinstance(target, Module) and target.name in CONSTRUCTORS)
    if isinstance(target, Module):
        return _function_call(run, node, target.name, args, kwargs, parts)
    if isinstance(target, Instance):
        target = instances.called(target)
    if isinstance(target, Function) and args is not None:
        result = functions.follow(run, node, target, args, kwargs, parts)
        if result is not None:
            return result
    if isinstance(target, Function):
        forgetting.changed_by_call(run, target.definition, parts)
    if isinstance(target, Class) and args is not None:
        made = instances.constructed(run, node, target, args, kwargs, parts)
        if made is not None:
            return made
    if isinstance(function, cst.Name) and isinstance(target, Local) and args is not None:
        return _named_call(run, node, function.value, target, args, kwargs, parts)
    return _unknown_call(run, node, target, parts)


def _named_call(
    run: Run, node: cst.Call, text: str, target: Local, args: list[Value], kwargs: dict[str, Value], parts: Parts
) -> Value:  # fmt: skip
    """A call of a function by a name that nothing is known of: one of Python's own, unless the program hides that."""
    written_files.note_opened(text, args, kwargs)
    own = run.env.lookup(text) is None
    known = builtin_functions.known(run, node, text, args, kwargs, parts) if own else None
    if known is not None:
        return known
    of_group = f"Series.of_group.{text}"
    if groups.of_one_group(args) and not kwargs and of_group in RULES:
        return ruled(run, node, of_group, args, {}, lambda: expressions.splice(run, node, parts))
    if not own:
        return _unknown_call(run, node, target, parts)
    builtin = f"builtins.{text}"
    ruling = builtin in RULES
    result = _builtin_call(run, node, builtin, args, kwargs, parts) if ruling else _unknown_call(run, node, target, parts)
    return distinct_values.by_builtin(text, args, result)


def _unknown_call(run: Run, node: cst.Call, target: Value, parts: Parts) -> Value:
    """A callee that is not followed: frames reach it as pandas copies.

    Code of the program's own may change them, now or later, which a copy would hide; such frames
    are kept pandas from where they were bound.
    """
    changes = isinstance(target, Local) and target.changes
    written_files.note_databases([value for _, value in parts])
    as_files.note_call(run, node, [value for _, value in parts])
    if isinstance(target, Local) and not as_files.is_builtin(run, node):
        written_files.note_unknown(node.func, [value for _, value in parts])
    if isinstance(target, Function):
        definition = target.definition
        once = definition.cell.source.once
        changes = once(may_change_arguments, definition.node)
        changes = changes or once(may_give_back, definition.node) and is_result_changed(run)
        as_files.note_calls(run, definition, parameters.named(definition, node, parts))
    if changes or known_parts.hand_changing_functions(value for _, value in parts):
        mutation.keep_given(run, parts)
    with run.scoped(calling=target.definition if isinstance(target, Function) else None):
        return replace(expressions.splice(run, node, [(node.func, target), *parts]), changes=changes)


def _builtin_call(
    run: Run, node: cst.Call, key: str, args: list[Value], kwargs: dict[str, Value], parts: Parts
) -> Value:
    values = [*args, *kwargs.values()]
    if any(is_spark(v) for v in values) or owner(args[0] if args else Const(Raw(""))) == "Index":
        return ruled(run, node, key, args, kwargs, lambda: expressions.splice(run, node, parts))
    if values and all(isinstance(v, Const) for v in values):
        folded = folding.builtin(key, [v.value for v in args if isinstance(v, Const)])
        if folded is not None and not kwargs:
            return Const(expressions.splice(run, node, parts).code, folded)
    result = expressions.splice(run, node, parts)
    if any(isinstance(v, Local) and v.type in local_objects.PANDAS_TYPES for v in values):
        run.record(node, key, bridges.driver_status(parts))
    return replace(result, specimen=specimens.called(key, args, kwargs), likeness=likeness.called(key, args, kwargs))


def _computed(value: Value) -> bool:
    """Whether a value is, or has in it, what the driver already computed from Spark's rows: no rule takes it back."""
    if isinstance(value, Elements):
        return any(map(_computed, (*value.items, *value.keys)))
    return isinstance(value, Local) and value.was_spark and value.type in local_objects.PANDAS_TYPES


CONSTRUCTORS = frozenset({"pandas.DataFrame", "pandas.Series"})
OF_COLUMNS = frozenset({"pandas.to_datetime", "pandas.to_numeric", "pandas.to_timedelta"})
"""Functions that make nothing new for Spark of what is not there."""


def _function_call(
    run: Run, node: cst.Call, key: str, args: list[Value] | None, kwargs: dict[str, Value], parts: Parts
) -> Value:
    """``pd.x(...)``, ``np.x(...)``, ``pickle.x(...)``: a rule, or code that stays."""
    module = key.split(".")[0]
    values = [*(args or []), *kwargs.values()]
    spark = any(is_spark(v) for v in values)

    def as_is() -> Value:
        if spark and known_parts.hand_changing_functions(value for _, value in parts):
            mutation.keep_given(run, parts)
        result = expressions.splice(run, node, parts)
        type_ = pandas_api.function_type(key) if module in ("pandas", "numpy") else None
        as_files.note_opened(run, node, key, dict(parts))
        if args is None:
            return replace(result, type=type_)
        like = likeness.called(key, args, kwargs)
        result = replace(result, model=estimators.made(key, args, kwargs) or parked_models.loaded(key, args))
        parked_models.note(key, args)
        as_files.note_function(key, args, kwargs)
        written_files.note_function(key, args, kwargs)
        if spark:
            return replace(result, type=type_, likeness=like)
        if key not in handles.QUERIES:
            written_files.note_databases(values)
        known = handles.called(key, args, kwargs) or specimens.called(key, args, kwargs)
        known = known or paths.likely_call(key, args, kwargs) or paths.listing(key, args, kwargs)
        return replace(result, type=type_, specimen=known, likeness=like)

    if key == "functools.partial" and args and isinstance(args[0], Function):
        return decorators.partial(run, node, args[0], args[1:], kwargs, parts)
    if key == "functools.reduce" and args and not kwargs and (whole := reducing.reduced(run, node, args, parts)) is not None:
        return whole
    number = scalars.duration(key, kwargs) if not args else None if kwargs else scalars.function(key, args)
    if number is not None:
        return Scalar(expressions.splice(run, node, parts).code, dtype=number)
    known = paths.function_value(key, args or []) if not kwargs else None
    known = mapped_texts.substituted(key, args or []) if known is None and not kwargs else known
    if known is not None:
        if module in DATA_MODULES:
            run.record(node, key, "local")
        return Const(expressions.splice(run, node, parts).code, known)
    moment = folding.moment(run, node, key, args, kwargs)
    if moment is not None:
        return moment
    creates = module not in ("numpy", "math") and key not in OF_COLUMNS
    apart = run.pandas_only or not spark and (run.constructing and key in CONSTRUCTORS or any(map(_computed, values)))
    wanted = key in RULES and args is not None and (spark or creates) and not apart
    if wanted:
        assert args is not None
        return ruled(run, node, key, args, kwargs, as_is, lambda: expressions.splice(run, node, parts).code)
    if module in DATA_MODULES:
        status = bridges.driver_status(parts)
        pandas_arguments = any(isinstance(v, Local) and v.type in local_objects.PANDAS_TYPES for v in values)
        cause = explain_gap(run, node, key, values) if spark else None
        for part, value in parts:
            handover.could_go_on(run, part, value, key)
        if module != "numpy" or spark or pandas_arguments:
            run.record(node, key, status)
        return because(as_is(), cause)
    return as_is()


def _method_call(run: Run, node: cst.Call, function: cst.Attribute, receiver: Value) -> Value:
    args, kwargs, parts = arguments.evaluated(run, node)
    text = None if kwargs else mapped_texts.by_method(run, function, args or [])
    if text is not None:
        return Const(expressions.splice(run, node, parts).code, text)
    written = written_files.written_by_method(function.attr.value, receiver, args or [], kwargs)
    before = None if written is None else run.context.files.get(written)
    if not handles.is_harmless(receiver, function.attr.value):
        written_files.note_databases([receiver])
    written_files.note_given(function.attr.value, args or [], kwargs)
    result = _method(run, node, function, receiver, args, kwargs, parts)
    if function.attr.value == "to_pickle" and written is None:
        as_files.note_opened(run, node, "DataFrame.to_pickle", dict(parts))
    if function.attr.value in as_files.OWN_MEASURES and not is_spark(receiver):
        as_files.note_measured(run, function.value)
    if not is_spark(receiver):
        written_files.note_method(function.attr.value, receiver, args or [], kwargs)
    if written is not None:
        run.context.changes(written)
        written_files.note(run, written, before, receiver, function.attr.value, args or [], kwargs)
    return result


def _method(
    run: Run, node: cst.Call, function: cst.Attribute, receiver: Value,
    args: list[Value] | None, kwargs: dict[str, Value], parts: Parts,
) -> Value:  # fmt: skip
    text = function.attr.value
    moment = single_times.of_group(receiver, text)
    if moment is not receiver:
        return single_times.as_python(_method(run, node, function, moment, args, kwargs, parts))
    if text == "groupby":
        args, kwargs, parts = group_keys.by_name(run, function.value, receiver, args, kwargs, parts)
    all_parts: Parts = [(function.value, receiver), *parts]
    own = owner(receiver)
    if own == "Index" or isinstance(receiver, Local) and receiver.type == "Index":
        shared_labels.named_by_method(run, function.value, receiver, kwargs)
    if own == "Index" and args is not None:
        return ruled(run, node, f"Index.{text}", [receiver, *args], kwargs,
                      lambda: expressions.splice(run, node, all_parts))  # fmt: skip
    if text == "join" and isinstance(receiver, Const) and groups.of_one_group(args):
        return ruled(run, node, "Series.of_group.join", [*(args or []), receiver], kwargs,
                      lambda: expressions.splice(run, node, all_parts))  # fmt: skip
    if not is_spark(receiver) or isinstance(receiver, (Collected, Elements)):
        result = local_objects.method(run, node, receiver, text, args, kwargs, all_parts)
        return distinct_values.by_method(receiver, text, result)
    key = f"{own}.{text}"
    known = None if args is None else likeness.method(receiver, text, args, kwargs)

    def bridged() -> Value:
        if text == "unstack":
            handover.keep_listed_labels(receiver)
        result = expressions.splice(run, node, all_parts)
        return replace(result, type=pandas_api.result_type(own.split(".")[0], text), was_spark=True, likeness=known)

    if text == "pipe" and isinstance(receiver, Frame) and args and isinstance(args[0], Function):
        piped = functions.piped(run, node, receiver, args[0], args[1:], kwargs, parts)
        if piped is not None:
            run.record(node, key, "native")
            return piped
    if args is None:
        run.diagnose(node, "T310", f"{key} is called with unpacked arguments", api=key)
        run.record(node, key, "driver")
        return bridged()
    in_place = kwargs.pop("inplace", None)
    if in_place is not None and not (isinstance(in_place, Const) and in_place.value is False):
        return _in_place(run, node, function, receiver, key, args, kwargs)
    if key in CHANGE_THEIR_FRAME:
        if node is run.effect_call:
            return _in_place(run, node, function, receiver, key, args, kwargs)
        mutation.keep_local_here(run, function.value, receiver)
        run.record(node, key, "driver")
        return bridged()
    result = ruled(run, node, key, [receiver, *args], kwargs, bridged)
    if isinstance(result, (Grouped, Windowed, Accessor, Membership)) and result.as_pandas is None:
        return at_hand.carried(replace(result, as_pandas=rebuilt(run, node, all_parts, known)), result)
    if in_place is not None and isinstance(result, Local):
        return bridged()
    return result


def _in_place(
    run: Run, node: cst.Call, function: cst.Attribute, receiver: Value, key: str,
    args: list[Value], kwargs: dict[str, Value],
) -> Value:  # fmt: skip
    """``x.method(..., inplace=True)``: the rule's result is assigned to the receiver."""
    if node is not run.effect_call:
        mutation.keep_local(run, receiver)
        raise Decline("inplace=True is used inside an expression", code="T318")

    def unbridgeable() -> Value:
        mutation.keep_local_here(run, function.value, receiver)
        return Local(run.original(node))

    base = function.value.value if isinstance(function.value, (cst.Subscript, cst.Attribute)) else function.value
    frame = receiver.frame if isinstance(receiver, Column) else receiver
    held = run.variable(base) if isinstance(receiver, Column) else run.variable(function.value)
    if function.attr.value in IN_CELLS and held is not None and isinstance(frame, Frame):
        changed = [receiver.plain] if isinstance(receiver, Column) and receiver.plain else None
        mutation.keep_views(run, held, frame, changed)
    result = ruled(run, node, key, [receiver, *args], kwargs, unbridgeable)
    if is_spark(result):
        mutation.assign_target(run, function.value, receiver, result)
    return result


IN_CELLS = frozenset({"fillna", "replace", "clip", "where", "mask", "ffill", "bfill", "interpolate", "update"})
"""In-place methods that change cells, where the others give the object new columns or rows."""

CHANGE_THEIR_FRAME = frozenset({"DataFrame.insert", "DataFrame.pop", "DataFrame.update", "Series.update"})
# --- operators and subscripts ---------------------------------------------------------------------------


def operator(run: Run, node: cst.CSTNode, receiver: Value, method: str, others: list[Value], parts: Parts) -> Value:
    """A Python operator with a Spark operand."""
    key = f"{owner(receiver).replace('ndarray', 'Series')}.{method}"
    others = [operand(other) for other in others]

    def bridged() -> Value:
        known = likeness.operated(method, [receiver, *others])
        return replace(expressions.splice(run, node, parts), type=key.split(".")[0], was_spark=True, likeness=known)

    result = ruled(run, node, key, [receiver, *others], {}, bridged)
    as_pandas = rebuilt(run, node, parts, likeness.operated(method, [receiver, *others]))
    return replace(result, as_pandas=as_pandas) if isinstance(result, Membership) else result


def subscript(run: Run, node: cst.CSTNode, base: Value, key: Value, parts: Parts) -> Value:
    """``base[key]`` with a Spark receiver."""
    name = f"{owner(base)}.__getitem__"

    def bridged() -> Value:
        result = expressions.splice(run, node, parts)
        type_ = "Series" if isinstance(base, Frame) and isinstance(key, Const) and isinstance(key.value, str) else None
        return replace(result, type=type_ or "DataFrame", was_spark=True, likeness=known)

    known = likeness.item(base, key)
    result = ruled(run, node, name, [base, key], {}, bridged)
    if isinstance(result, (Grouped, Windowed)) and result.as_pandas is None:
        return at_hand.carried(replace(result, as_pandas=rebuilt(run, node, parts, known)), result)
    return result
