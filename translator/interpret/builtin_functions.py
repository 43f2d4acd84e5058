"""Python's own functions, where what they give is known: of constants, lists of known parts, and single numbers."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator.evidence import at_hand, specimens
from translator.frames import handles
from translator.frames.values import Class, Const, Instance, Scalar, Value
from translator.interpret import (
    as_files,
    expressions,
    folding,
    frames_of_files,
    idioms,
    known_parts,
    mapped_texts,
    paths,
    scalars,
)
from translator.interpret.run import Run
from translator.registry import RULES

ITERATORS = frozenset({"enumerate", "map", "reversed", "zip"})
"""Functions that give an object which can be gone through once."""


def known(
    run: Run, node: cst.Call, text: str, args: list[Value], kwargs: dict[str, Value], parts: expressions.Parts
) -> Value | None:
    """What a function of Python, called by its name that nothing of the program hides, gives; None where that is not known."""
    builtin = f"builtins.{text}"
    as_files.note_call(run, node, [value for _, value in parts])
    listed = known_parts.builtin(text, args, kwargs, run.original(node))
    if listed is not None:
        return listed
    if text == "type" and isinstance(args[0] if len(args) == 1 else None, Instance):
        return Class(run.original(node), args[0].of)  # type: ignore[attr-defined]
    if text == "globals":
        return known_parts.names_of_module(run, node)
    again = text in ITERATORS and _is_held(run, node)
    if args and not kwargs and not again and builtin not in RULES and all(isinstance(v, Const) for v in args):
        folded = folding.builtin(builtin, [v.value for v in args if isinstance(v, Const)])
        if folded is not None:
            return Const(expressions.splice(run, node, parts).code, folded)
    if text == "map" and not kwargs and not again and (items := mapped_texts.mapped(run, args)) is not None:
        return Const(expressions.splice(run, node, parts).code, items)
    if text == "isinstance" and (answer := folding.is_instance(run, args)) is not None:
        return Const(expressions.splice(run, node, parts).code, answer)
    number = scalars.builtin(text, args)
    if number is not None and not kwargs:
        made = Scalar(expressions.splice(run, node, parts).code, dtype=number)
        return at_hand.calculated(made, text, args)
    known_builtin = specimens.called(builtin, args, kwargs) if builtin not in RULES else None
    known_builtin = known_builtin or handles.called(builtin, args, kwargs) or paths.listing(builtin, args, kwargs)
    pick = frames_of_files.extreme(text, kwargs.get("key")) if len(args) == 1 else None
    if known_builtin is None and pick is not None and not set(kwargs) - {"key"}:
        known_builtin = frames_of_files.one_of(args[0], pick)
    if known_builtin is not None:
        like = replace(expressions.splice(run, node, parts), specimen=known_builtin)
        return at_hand.calculated(like, "range", args) if text == "range" else like
    path = args[0] if text == "str" and len(args) == 1 and not kwargs else None
    told = paths.method_value(path.value, "__str__", []) if isinstance(path, Const) else None
    return None if told is None else Const(expressions.splice(run, node, parts).code, told)


def _is_held(run: Run, node: cst.Call) -> bool:
    """Whether a variable holds what a call gives for more than one use, of which the second finds an iterator at its end."""
    match run.statement:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(text))], value=value) if value is node:
            return idioms.uses(run, text) > 2
    return False
