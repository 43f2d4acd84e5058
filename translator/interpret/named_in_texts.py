"""Texts that name variables: ``pd.eval("a + b")`` and ``df.query("x > @y")`` look them up when they run.

Where such a call stays pandas code, the variables that it names have to hold pandas objects.
"""

from __future__ import annotations

import re

import libcst as cst

from translator.frames.values import Const, Module, is_spark
from translator.interpret import mutation
from translator.interpret.run import Run

NAME = r"[A-Za-z_]\w*"


def keep_named(run: Run, node: cst.Call) -> None:
    """Ask that the variables which a call reads by their names in a text stay pandas."""
    match node.func:
        case cst.Name("eval" | "exec"):
            pattern = NAME
        case cst.Attribute(value=cst.Name(owner), attr=cst.Name("eval")) if _is_module(run, owner):
            pattern = NAME
        case cst.Attribute(attr=cst.Name("eval" | "query")):
            pattern = rf"(?<=@){NAME}"
        case _:
            return
    texts = [run.cell.source.text_of(arg.value) for arg in node.args]
    held = [run.env.lookup(arg.value.value) for arg in node.args if isinstance(arg.value, cst.Name)]
    texts += [str(b.value.value) for b in held if b is not None and isinstance(b.value, Const)]
    for text in sorted({found for t in texts for found in re.findall(pattern, t)}):
        binding = run.env.lookup(text)
        if binding is not None and is_spark(binding.value):
            mutation.keep_binding(run, binding)


def _is_module(run: Run, text: str) -> bool:
    binding = run.env.lookup(text)
    return binding is not None and isinstance(binding.value, Module)
