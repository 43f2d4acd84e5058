"""Objects of the driver that share cells with a frame in Spark: ``row = df.loc["x"]``, ``cells = df.values``.

A change of either would not show in the other, so both stay pandas where one is changed in place.
"""

from __future__ import annotations

import libcst as cst

from translator.documents import syntax
from translator.evidence import shared_cells
from translator.frames.values import Column, Frame, Local
from translator.interpret import handover, mutation
from translator.interpret.changes import changed_names
from translator.interpret.environment import Binding
from translator.interpret.run import Run


def note(run: Run, text: str, node: cst.BaseExpression) -> None:
    """Remember of which frames the object that a variable just got may be a view."""
    own = run.env.names.get(text)
    if own is None or not isinstance(own.value, Local) or not own.value.was_spark or not handover.may_be_view(node):
        return
    named = {n.value: run.env.lookup(n.value) for n in syntax.walk(node) if isinstance(n, cst.Name)}
    origins: list[Binding] = []
    for binding in named.values():
        if binding is None or binding.ref == own.ref:
            continue
        if isinstance(binding.value, (Frame, Column)) and shared_cells.may_share(binding.value, own.value):
            origins.append(binding)
        origins += run.driver_views.get(binding.ref, ())
    if origins:
        run.driver_views[own.ref] = origins


def keep_changed(run: Run, node: cst.CSTNode) -> None:
    """After a statement: frames stay pandas where it may have changed their cells, or those of one of their views."""
    if not run.driver_views:
        return
    for text in run.cell.source.once(changed_names, node):
        binding = run.env.names.get(text)
        if binding is not None and not (handover.sets_column(node) and shared_cells.is_frame(binding.value)):
            seen = [origin for origins in run.driver_views.values() for origin in origins if origin.ref == binding.ref]
            for origin in [*run.driver_views.get(binding.ref, ()), *seen]:
                mutation.keep_binding(run, origin)
