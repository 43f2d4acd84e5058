"""What the names of a module are bound to, as its syntax tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from translator.documents import syntax

Bodies = tuple[cst.CSTNode, ...]


@dataclass(frozen=True)
class Binding:
    """The statement, parameter, item or expression that binds a name.

    Attributes:
        within: the bodies around it, outermost first; of what is bound for a body, that too.
    """

    by: cst.CSTNode
    within: Bodies


@dataclass(frozen=True)
class Bindings:
    """The names of one module.

    Attributes:
        within: the bodies around each use of a name, outermost first: of functions, ``for`` and ``with``.
        bound: all that binds a name or, dotted, an attribute, by its text.
    """

    within: Mapping[int, Bodies]
    bound: Mapping[str, Sequence[Binding]]

    @staticmethod
    def of(module: cst.Module) -> Bindings:
        within: dict[int, Bodies] = {}
        bound: defaultdict[str, list[Binding]] = defaultdict(list)
        stack: list[tuple[cst.CSTNode, Bodies]] = [(module, ())]
        while stack:
            node, around = stack.pop()
            inner = (*around, node) if isinstance(node, (cst.FunctionDef, cst.For, cst.With)) else around
            if isinstance(node, cst.Name):
                within[id(node)] = around
            for text, by in _bound_by(node):
                bound[text].append(Binding(by, inner))
            body = getattr(node, "body", None)
            stack.extend((part, inner if part is body else around) for part in syntax.children(node))
        return Bindings(within, bound)

    def reaching(self, name: cst.Name) -> list[cst.CSTNode]:
        """All that may bind a variable where it is used: in the innermost body for which it is bound, or in its function.

        Of the syntax alone: a name that only another function or module binds is bound by nothing here.
        """
        around, found = self.within.get(id(name), ()), self.bound.get(name.value, ())
        scope = next((around[:n] for n in range(len(around), 0, -1) if _is_scope(around[:n], found)), ())
        return [each.by for each in found if each.within[: len(scope)] == scope and not _is_foreign(each, scope)]


def _bound_by(node: cst.CSTNode) -> Iterator[tuple[str, cst.CSTNode]]:
    match node:
        case cst.FunctionDef(params=parameters):
            yield from ((part.name.value, part) for part in syntax.walk(parameters) if isinstance(part, cst.Param))
        case cst.With(items=items):
            for item in items:
                if item.asname is not None:
                    yield from ((text, item) for text in syntax.target_names(item.asname.name))
        case cst.Assign(targets=targets):
            yield from ((text, node) for target in targets for text in syntax.target_names(target.target))
        case cst.AnnAssign() | cst.For() | cst.CompFor() | cst.AugAssign() | cst.NamedExpr():
            yield from ((text, node) for text in syntax.target_names(node.target))


def _is_scope(bodies: Bodies, bindings: Sequence[Binding]) -> bool:
    """Whether what a name means in a body is settled there: it is a function's, or the name is bound for it."""
    inner = bodies[-1]
    if isinstance(inner, cst.FunctionDef):
        return True
    heads = (inner, *inner.items) if isinstance(inner, cst.With) else (inner,)
    return any(each.within == bodies and any(each.by is head for head in heads) for each in bindings)


def _is_foreign(binding: Binding, scope: Bodies) -> bool:
    """Whether it is a parameter of a function inside the scope."""
    return isinstance(binding.by, cst.Param) and binding.within != scope
