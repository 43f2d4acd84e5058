"""Functions that no single text serves: one version for each form that their calls need.

    def clean(df, keys):                          def clean(df, keys):
        return df.drop_duplicates(keys)               ... one form, for the first caller
    orders = clean(orders, ["id"])
    shops = clean(shops, ["name", "city"])        def clean_2(df, keys):
                                                      ... another

The first version keeps the name of the function; the others follow it in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

from translator.context import current
from translator.emission import layout
from translator.emission.emit import Code, Raw, name, needs
from translator.emission.reserved import version_name
from translator.frames.values import Local, Module
from translator.interpret.definitions import Definition
from translator.interpret.edits import Edit
from translator.interpret.run import CellState, Run

MOST = 8
"""Versions of one function; beyond them it stays pandas."""


def are_possible(definition: Definition) -> bool:
    """Whether a function can be there in several versions: calls name it, and nothing wraps it."""
    node = definition.node
    if not isinstance(node, cst.FunctionDef) or node.decorators or node.name.value.startswith("__"):
        return False
    if any(isinstance(v, Local) and v.specimen is None for v in definition.defaults.values()):
        return False  # an object that all calls share (``found=[]``), and each version would have its own
    if definition.is_method:  # what its object holds differs from call to call
        return len(node.params.params) > 1
    return definition.env.parent is None


def may_come(definition: Definition) -> bool:
    """Whether calls need different texts, of which the one for pandas objects is another."""
    asked = ("general", definition.place)
    return are_possible(definition) and (asked in current().demands or asked in current().requested or serve_both(definition))


def wanted(definition: Definition) -> bool:
    return current().is_demanded("versions", definition.place) or serve_both(definition)


def serve_both(definition: Definition) -> bool:
    """Whether the first version serves pandas code: the function as it was, beside those for Spark."""
    return current().is_demanded("both", definition.place) and are_possible(definition)


def keep_pandas(definition: Definition) -> None:
    """Ask that a function is there for pandas code, which is not followed: as it was, besides its other versions."""
    possible = are_possible(definition) and not definition.is_method
    current().demand("both" if possible else "function", definition.place)


def keep_around(run: Run, definition: Definition) -> None:
    """A function within one that has versions is called when none of them is being written: which one made it?"""
    cell, (start, end) = definition.cell, definition.cell.source.span(definition.node)
    for first, last in cell.versions:
        if (first, last) != (start, end) and first <= start and end <= last:
            around = [d for d in run.definitions.values() if d.cell is cell and cell.source.span(d.node) == (first, last)]
            for other in around:
                if other.place not in run.following:
                    current().demand("function", other.place)


@contextmanager
def writing(run: Run, definition: Definition) -> Iterator[None]:
    """Interpret a body beside its versions so far; the number of the version that it is, is noted."""
    if not wanted(definition):
        yield
        return
    cell, span = definition.cell, definition.cell.source.span(definition.node)
    begun, first = definition.place in run.standing, cell.take(*span)
    place = cell.source.place_of(definition.node)
    run.standing = {p for p in run.standing if p[0] != cell.index or not place[:2] < p[1:] < place[2:]}
    try:
        yield
    finally:
        new = cell.take(*span)
        known = cell.versions.setdefault(span, [])
        texts = [version.written(*span, ()) for version in [first, *known]]
        number = texts.index(new.written(*span, ())) if begun and new.written(*span, ()) in texts else None
        if number is not None:
            [first, *known][number].add_needs(new)
        elif begun:
            known.append(new)
            number = len(known)
        else:
            first, number = new, 0
        cell.restore(first, [span])
        run.version[definition.place] = number


def called(run: Run, node: cst.Call, code: Code, definition: Definition, own_name: bool, number: int) -> Code | None:
    """What a call has to name for the version (its number) that it was followed in; None where it cannot.

    Args:
        code: what it names so far.
        own_name: whether that is the function by its own name, always.
    """
    if number == 0:
        return code
    if not run.cell.source.holds(node):  # what a decorator makes of the function
        return None
    if number >= MOST or not (own_name or definition.is_method or is_of_module(run, node.func)):
        return None
    text = version_name(definition.name, number)
    if isinstance(node.func, cst.Attribute):
        written = layout.flat(code)
        if not written.endswith(f".{definition.name}"):
            return None
        return Raw(written.removesuffix(definition.name) + text, needs=needs(code))
    if definition.cell.document is run.cell.document or _imported(run, definition, text):
        return name(text)
    return None


def is_of_module(run: Run, node: cst.BaseExpression) -> bool:
    """``module.function``, which is always the same."""
    held = run.env.lookup(node.value.value) if isinstance(node, cst.Attribute) and isinstance(node.value, cst.Name) else None
    return held is not None and isinstance(held.value, Module)


def _imported(run: Run, definition: Definition, text: str) -> bool:
    """Import a version where its function is imported from the same module."""
    for cell in run.cells:
        for node in _imports(cell.source.module):
            if _names_function(run, cell, node, definition):
                start, end = cell.source.span(node)
                head = cell.source.text[start:end].partition(" import ")[0]
                added = f", {text}" if node.lpar is None else f"\n{head} import {text}"
                cell.inserts[(end, added)] = Edit(end, end, added)
                return True
    return False


def _imports(module: cst.Module) -> Iterator[cst.ImportFrom]:
    for line in module.body:
        if isinstance(line, cst.SimpleStatementLine):
            yield from (node for node in line.body if isinstance(node, cst.ImportFrom))


def _names_function(run: Run, cell: CellState, node: cst.ImportFrom, definition: Definition) -> bool:
    """Whether an import takes a function, by its own name, out of the module that defines it."""
    dotted = cst.helpers.get_full_name_for_node(node.module) if node.module is not None else ""
    home = run.tree.resolve(dotted or "", len(node.relative), cell.document.path)
    aliases = () if isinstance(node.names, cst.ImportStar) else node.names
    own = any(a.asname is None and isinstance(a.name, cst.Name) and a.name.value == definition.name for a in aliases)
    return own and home == definition.cell.document.path
