"""Classes of the program whose objects are followed: each method call is interpreted with the facts of the object.

That works for plain classes and data classes. Whatever does something that is not followed with an
object (a second name, a container, a library) demands that the whole class stays pandas, where
attributes hold what they always held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import libcst as cst

from translator.context import current
from translator.documents import syntax
from translator.frames.fields import fresh
from translator.frames.values import Class, Elements, Instance, Value, is_spark
from translator.interpret.definitions import Definition
from translator.interpret.environment import Binding, Place
from translator.interpret.run import CellState, Run

Kind = Literal["method", "property", "static", "class"]


@dataclass(frozen=True, eq=False)
class Method:
    definition: Definition
    kind: Kind


@dataclass(frozen=True, eq=False)
class ClassDefinition:
    """A class that is followed.

    Attributes:
        place: the statement that defines it.
        attributes: what its body assigns.
        fields: the arguments of a data class with their defaults; None for other classes.
        base: the class of the program that it inherits from; `methods` and the rest have what it gives.
    """

    node: cst.ClassDef
    cell: CellState
    place: Place
    methods: Mapping[str, Method]
    attributes: Mapping[str, Value]
    fields: Mapping[str, Value | None] | None = None
    base: ClassDefinition | None = None

    def begun(self) -> dict[str, Binding]:
        """The attributes of a new object: those of the class, which it sees until it gets its own."""
        return {text: self.bound(value) for text, value in self.attributes.items()}

    def bound(self, value: Value, ref: int | None = None) -> Binding:
        """An attribute that no statement of the program assigns."""
        return Binding(value, fresh() if ref is None else ref, ("class", self.place))  # type: ignore[arg-type]


def keep_pandas(run: Run, value: Value, why: str) -> None:
    """Ask that a class and its objects stay pandas, and say why if that costs something."""
    definition: ClassDefinition = value.definition if isinstance(value, Class) else value.of  # type: ignore[attr-defined]
    held = run.env.attributes(value.held) if isinstance(value, Instance) and value.held else getattr(value, "attributes", {})
    if any(is_spark(binding.value) for binding in held.values()):
        with run.scoped(cell=definition.cell):
            run.diagnose(definition.node, "T319", f"{definition.node.name.value} stays pandas: {why}")
    current().demand("class", definition.place)


def are_settled(run: Run, value: Value) -> bool:
    """Whether a list or dict has objects of the program in it, none of which changes, and nothing else of Spark."""
    if not isinstance(value, Elements) or not is_spark(value):
        return False
    within = [item for item in value.items if is_spark(item)]
    return all(never_changes(run, item) if isinstance(item, Instance) else are_settled(run, item) for item in within)


def is_settings(run: Run, value: Instance) -> bool:
    """Whether an object only holds values that never change: code that is not followed may have it as it is."""
    return not value.of.methods and never_changes(run, value)


def never_changes(run: Run, value: Instance) -> bool:
    """Whether an object keeps the attributes that it was made with, none of them a frame: settings."""
    attributes = run.env.attributes(value.held) if value.held is not None else value.attributes
    if any(is_spark(binding.value) for binding in attributes.values()):
        return False
    sources = [cell.source for document in run.documents.values() for cell in document.cells]
    assigned = {text for source in sources for text in source.once(_assigned, source.module)}
    return "*" not in assigned and not assigned & attributes.keys()


def _assigned(node: cst.CSTNode) -> frozenset[str]:
    """The attributes that are assigned somewhere else than where an object is made; ``*`` where any may be."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        match item := waiting.pop():
            case cst.FunctionDef(name=cst.Name("__init__" | "__post_init__")):
                continue
            case cst.Name("setattr" | "delattr") | cst.Attribute(attr=cst.Name("__dict__" | "__setattr__")):
                found.add("*")
            case cst.AssignTarget(target=target) | cst.AugAssign(target=target) | cst.AnnAssign(target=target) | cst.Del(
                target=target
            ) | cst.For(target=target):
                found |= {part.attr.value for part in syntax.walk(target) if isinstance(part, cst.Attribute)}
        waiting += syntax.children(item)
    return frozenset(found)


def shows_attributes(value: Instance) -> bool:
    """Whether the text of an object tells of its attributes."""
    definition: ClassDefinition = value.of
    return definition.fields is not None or any(m in definition.methods for m in ("__repr__", "__str__", "_repr_html_"))
