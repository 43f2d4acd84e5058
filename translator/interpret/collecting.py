"""Lists to which a loop appends frames, for ``pd.concat`` to put them below each other.

    frames = []
    for name, path in files.items():
        df = pd.read_csv(path)
        df["source"] = name
        frames.append(df)
    data = pd.concat(frames)

The frames stay in Spark as long as all of them have the same columns and types, and nothing else
is done with the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from translator.context import current
from translator.emission.emit import Raw, name
from translator.evidence import at_hand
from translator.frames.joining import join_frames
from translator.frames.values import Collected, Const, Frame, Local, Value, is_spark
from translator.interpret import expressions, mutation, passing
from translator.interpret.run import Run


def appended(run: Run, node: cst.Call, receiver: Value, args: Sequence[Value]) -> Local | None:
    """``frames.append(df)``; None where the list holds pandas objects."""
    empty = isinstance(receiver, Const) and isinstance(receiver.value, list) and not receiver.value
    text = run.variable(node.func.value) if isinstance(node.func, cst.Attribute) else None
    binding = run.env.names.get(text or "")
    if text is None or binding is None or not (empty or isinstance(receiver, Collected)) or "." in text:
        return None
    if binding.is_parameter or binding.ref in run.captured:
        return None  # somebody else has the list too
    if run.pandas_only or node is not run.effect_call:
        return None
    frame = args[0] if len(args) == 1 else None
    if current().is_demanded("local", binding.place):
        return _from_source(run, node) if isinstance(frame, Frame) else None
    each = _with(receiver, frame) if isinstance(frame, Frame) and frame.within is None else None
    if each is None or run.env.aliases(binding.ref) != [text]:
        if isinstance(receiver, Collected):
            mutation.keep_binding(run, binding)
            return Local(run.original(node))
        return None
    assert isinstance(frame, Frame)
    run.capture(passing.objects_of(run, node.args[0].value))
    collected = Collected(name(text), each)
    if not run.env.forked and run.repeats != "unknown":
        before = [receiver] if isinstance(receiver, Collected) else []
        at_hand.made_by(collected, lambda: [*(known for one in before for known in at_hand.known(one)), at_hand.known(frame)])
    run.env.bind(text, collected, binding.place, binding.ref)
    return Local(Raw(run.cell.source.text_of(node.func))(frame.code))


def _from_source(run: Run, node: cst.Call) -> Local | None:
    """``frames.append(pd.read_csv(path))`` to a list of pandas objects: pandas reads it at once."""
    if not isinstance(node.args[0].value, cst.Call):
        return None
    with run.scoped(pandas_only=True):
        value = expressions.evaluate(run, node.args[0].value)
    return None if is_spark(value) else Local(Raw(run.cell.source.text_of(node.func))(value.code))


def _with(receiver: Value, frame: Frame) -> Frame | None:
    """What is true of all frames in a list once it holds another one."""
    new = replace(frame, parts={}, steps=None, original=None, condition=None)
    return join_frames(receiver.each, new) if isinstance(receiver, Collected) else new
