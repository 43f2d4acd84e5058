"""The types of what a Python function gives, read from its text without running it.

Every statement is read with what each name may hold at any time; that is a cautious answer, and what is not
understood has the type "other". Whatever is not known to be pure (files, random numbers, clocks, objects
that outlive the call) is refused: such a function may not run elsewhere, or in another order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import libcst as cst

from translator.diagnostics import Decline
from translator.documents import syntax
from translator.frames.values import Const, Function, Module, Value
from translator.pythonic import library

Type = Literal["int", "float", "nan", "str", "bool", "none", "texts", "datetime", "other"]
"""Of a scalar; "nan" is a float for certain missing, "texts" a list or the like of str."""

Types = frozenset[Any]
Argument = Types | Mapping[str, Types]
"""Of a value, or of the cells of a row by column."""

MOST_CALLS = 8
NUMBERS: Types = frozenset({"int", "float", "nan", "bool"})
OTHER: Types = frozenset({"other"})
BOOL: Types = frozenset({"bool"})
TEXT: Types = frozenset({"str"})
TEXTS: Types = frozenset({"texts"})
FLOATS: Types = frozenset({"float", "nan"})


def impure(what: str) -> Decline:
    return Decline(f"{what} is not known to be pure", code="T310")


def given_by(function: Function, arguments: Sequence[Argument], depth: int = 0) -> Types:
    """The types of the results of a function of the program.

    Raises:
        Decline: where the function is not understood, or not known to be pure.
    """
    definition = function.definition
    node = definition.node
    if depth > MOST_CALLS:
        raise Decline("the function calls itself", code="T310")
    if function.given or function.named or getattr(node, "decorators", ()) or getattr(node, "asynchronous", None):
        raise Decline("the function is decorated, a method, or has arguments filled in", code="T310")
    parameters = node.params
    plain = isinstance(parameters.star_arg, cst.MaybeSentinel) and parameters.star_kwarg is None
    positional = [*parameters.posonly_params, *parameters.params]
    if not plain or parameters.kwonly_params or len(arguments) > len(positional):
        raise Decline("the arguments do not fit the function", code="T310")
    names: dict[str, Argument] = {p.name.value: a for p, a in zip(positional, arguments, strict=False)}
    body = Body(definition, names, depth)
    for parameter in positional[len(arguments) :]:
        if parameter.default is None:
            raise Decline(f"the parameter {parameter.name.value!r} is not given", code="T310")
        names[parameter.name.value] = body.of(parameter.default)
    body.own = set(names)
    if isinstance(node, cst.Lambda):
        return body.of(node.body)
    for _ in range(4):  # a name may depend on what is set further below
        body.results = set()
        before = dict(names)
        ends = body.run(node.body.body)
        if names == before:
            break
    return frozenset(body.results | (set() if ends else {"none"}))


@dataclass
class Body:
    """One function as it is read.

    Attributes:
        names: what each name may hold; those in `own` are parameters.
        modules: modules that the body imports.
    """

    definition: Any
    names: dict[str, Argument]
    depth: int
    own: set[str] = field(default_factory=set)
    modules: dict[str, str] = field(default_factory=dict)
    labels: dict[str, set[str] | None] = field(default_factory=dict)
    """By variable of a loop over constant texts, these; None where it gets something else too."""
    results: set[Any] = field(default_factory=set)

    # --- statements -----------------------------------------------------------------------------------------

    def run(self, statements: Iterable[cst.CSTNode]) -> bool:
        """Read statements; True when control never leaves them at the end."""
        ended = False
        for statement in statements:
            ended = self._statement(statement) or ended
        return ended

    def _statement(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.SimpleStatementLine():
                return self.run(node.body)
            case cst.Return():
                self.results |= self.of(node.value) if node.value is not None else {"none"}
                return True
            case cst.Raise():
                return True
            case cst.Assign():
                for target in node.targets:
                    self._assign(target.target, node.value)
            case cst.AnnAssign() if node.value is not None:
                self._bind(node.target, self.of(node.value))
            case cst.AugAssign(target=cst.Name(text)):
                operator = type(node.operator).__name__.removesuffix("Assign")
                self._bind(node.target, library.operated(operator, self._name(text), self.of(node.value)))
            case cst.If():
                self.of(node.test)
                then = self.run(node.body.body)
                if node.orelse is None:
                    return False
                other = self._statement(node.orelse) if isinstance(node.orelse, cst.If) else self.run(node.orelse.body.body)
                return then and other
            case cst.For():
                self._loop(node.target, node.iter)
                self.run(node.body.body)
                self.run(node.orelse.body.body if node.orelse is not None else ())
            case cst.While():
                self.of(node.test)
                self.run(node.body.body)
                self.run(node.orelse.body.body if node.orelse is not None else ())
            case cst.Try():
                ends = [self.run(node.body.body), *(self.run(h.body.body) for h in node.handlers)]
                after = self.run(node.orelse.body.body) if node.orelse is not None else False
                final = self.run(node.finalbody.body.body) if node.finalbody is not None else False
                return final or all([ends[0] or after, *ends[1:]])
            case cst.Expr():
                self.of(node.value)
            case cst.Import():
                for alias in node.names:
                    text = cst.helpers.get_full_name_for_node(alias.name) or ""
                    held = alias.asname.name.value if alias.asname and isinstance(alias.asname.name, cst.Name) else text
                    self.modules[held] = text
            case cst.Pass() | cst.Break() | cst.Continue() | cst.Assert():
                for child in syntax.children(node):
                    if isinstance(child, cst.BaseExpression):
                        self.of(child)
            case _:
                raise Decline(f"a {type(node).__name__} in the function is not read", code="T310")
        return False

    def _assign(self, target: cst.BaseExpression, value: cst.BaseExpression) -> None:
        if isinstance(target, cst.Tuple) and isinstance(value, cst.Tuple) and len(target.elements) == len(value.elements):
            for one, other in zip(target.elements, value.elements, strict=True):
                self._bind(one.value, self.of(other.value))
        else:
            self._bind(target, self.of(value))

    def _bind(self, target: cst.BaseExpression, types: Types) -> None:
        match target:
            case cst.Name(text):
                if isinstance(self.names.get(text), Mapping):
                    raise Decline("the row gets another name", code="T310")
                self.labels[text] = None
                self.names[text] = frozenset(self.names.get(text, frozenset())) | types
            case cst.Tuple() | cst.List():
                for element in target.elements:
                    self._bind(element.value, TEXT if types == TEXTS else OTHER)
            case cst.Subscript(value=cst.Name(text)) if text in self.names and text not in self.own:
                self.of(target.value)  # an object that the call has made
            case _:
                raise impure("a change of an object")

    def _loop(self, target: cst.BaseExpression, iterated: cst.BaseExpression) -> None:
        """The variables of a loop or comprehension."""
        match iterated, target:
            case cst.Call(func=cst.Name("enumerate"), args=[first, *_]), cst.Tuple(elements=[number, item]):
                self._bind(number.value, frozenset({"int"}))
                self._bind(item.value, self._elements(first.value))
            case cst.Call(func=cst.Name("zip"), args=several), cst.Tuple(elements=items) if len(several) == len(items):
                for argument, item in zip(several, items, strict=True):
                    self._bind(item.value, self._elements(argument.value))
            case _:
                known = self._texts(iterated)
                before = self.labels.get(target.value, set()) if isinstance(target, cst.Name) else None
                self._bind(target, self._elements(iterated))
                if isinstance(target, cst.Name) and known is not None and before is not None:
                    self.labels[target.value] = before | known

    def _texts(self, node: cst.BaseExpression) -> set[str] | None:
        """The constant texts that iterating gives."""
        constant = self._constant(node)
        if isinstance(node, (cst.List, cst.Tuple)):
            constant = [e.value.evaluated_value if isinstance(e.value, cst.SimpleString) else None for e in node.elements]
        plain = isinstance(constant, (list, tuple)) and all(isinstance(c, str) for c in constant)
        return set(constant) if plain and isinstance(constant, (list, tuple)) else None

    def _elements(self, node: cst.BaseExpression) -> Types:
        """The types of what iterating gives."""
        constant = self._constant(node)
        if isinstance(constant, (list, tuple, set, frozenset, dict)):
            return frozenset().union(*map(library.type_of, constant)) if constant else OTHER
        types = self.of(node)
        if isinstance(node, (cst.List, cst.Tuple, cst.Set)):
            return frozenset().union(*(self.of(e.value) for e in node.elements))
        if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "range":
            return frozenset({"int"})
        return TEXT if types & (TEXT | TEXTS) else OTHER

    # --- expressions ----------------------------------------------------------------------------------------

    def of(self, node: cst.BaseExpression) -> Types:
        """The types that an expression may have."""
        match node:
            case cst.SimpleString() | cst.ConcatenatedString() | cst.Integer() | cst.Float():
                return library.type_of(node.evaluated_value)
            case cst.FormattedString():
                for part in syntax.walk(node):
                    if isinstance(part, cst.FormattedStringExpression):
                        self.of(part.expression)
                return TEXT
            case cst.Name(text):
                return self._name(text)
            case cst.BinaryOperation():
                return library.operated(type(node.operator).__name__, self.of(node.left), self.of(node.right))
            case cst.UnaryOperation():
                types = self.of(node.expression)
                return BOOL if isinstance(node.operator, cst.Not) else types if types <= NUMBERS - {"bool"} else OTHER
            case cst.Comparison():
                sides = [self.of(node.left), *(self.of(c.comparator) for c in node.comparisons)]
                identity = all(isinstance(c.operator, (cst.In, cst.NotIn, cst.Is, cst.IsNot)) for c in node.comparisons)
                return BOOL if identity or all("other" not in side for side in sides) else OTHER
            case cst.BooleanOperation():
                return self.of(node.left) | self.of(node.right)
            case cst.IfExp():
                self.of(node.test)
                return self.of(node.body) | self.of(node.orelse)
            case cst.Subscript():
                return self._item(node)
            case cst.Attribute():
                return self._attribute(node)
            case cst.Call():
                return self._call(node)
            case cst.ListComp() | cst.GeneratorExp() | cst.SetComp() | cst.DictComp():
                return self._comprehension(node)
            case cst.List() | cst.Tuple() | cst.Set():
                parts = [self.of(e.value) for e in node.elements]
                return TEXTS if parts and all(part == TEXT for part in parts) else OTHER
            case cst.Dict():
                for entry in node.elements:
                    self.of(entry.value)
                    if isinstance(entry, cst.DictElement):
                        self.of(entry.key)
                return OTHER
        raise Decline(f"a {type(node).__name__} in the function is not read", code="T310")

    def _name(self, text: str) -> Types:
        if text in self.names:
            known = self.names[text]
            return OTHER if isinstance(known, Mapping) else known
        if text in ("True", "False"):
            return BOOL
        if text == "None":
            return frozenset({"none"})
        value = self.definition.closed_over(text)
        if value is None and text in library.EXCEPTIONS:
            return OTHER
        if isinstance(value, Const):
            self._require_steady(text)
            return library.type_of(value.value)
        raise impure(f"what {text!r} stands for")

    def _constant(self, node: cst.BaseExpression) -> object:
        """The object that a name of the program stands for, where that never changes."""
        if not isinstance(node, cst.Name) or node.value in self.names:
            return None
        value = self.definition.closed_over(node.value)
        if not isinstance(value, Const):
            return None
        self._require_steady(node.value)
        return value.value

    def _require_steady(self, text: str) -> None:
        """Refuse names that may hold another object by the time Spark calls the function."""
        places = 0
        for cell in self.definition.cell.document.cells:
            for node in syntax.walk(cell.source.module):
                match node:
                    case cst.AssignTarget(target=target) | cst.AugAssign(target=target) | cst.For(target=target):
                        root: cst.BaseExpression = target
                        while isinstance(root, (cst.Subscript, cst.Attribute)):
                            root = root.value
                        places += text in syntax.target_names(root)
                    case cst.Call(func=cst.Attribute(value=cst.Name(held), attr=cst.Name(name))) if held == text:
                        places += name in library.CHANGING
        if places != 1:
            raise Decline(f"the function reads {text!r}, which changes", code="T310")

    def _item(self, node: cst.Subscript) -> Types:
        constant = self._constant(node.value)
        index = node.slice[0].slice if len(node.slice) == 1 else None
        for bound in (child for element in node.slice for child in syntax.children(element.slice)):
            if isinstance(bound, cst.BaseExpression):
                self.of(bound)
        if isinstance(constant, dict) and constant:
            return frozenset().union(*map(library.type_of, constant.values()))
        if isinstance(node.value, cst.Name) and isinstance(row := self.names.get(node.value.value), Mapping):
            key = index.value if isinstance(index, cst.Index) else None
            labels = {str(key.evaluated_value)} if isinstance(key, cst.SimpleString) else None
            if isinstance(key, cst.Name):
                labels = self.labels.get(key.value)
            return frozenset().union(*(row.get(label, OTHER) for label in labels)) if labels else OTHER
        types = self._elements(node.value) if isinstance(constant, (list, tuple)) else self.of(node.value)
        if types & TEXT and not isinstance(constant, (list, tuple)):
            return TEXT
        if types & TEXTS:
            return TEXT if isinstance(index, cst.Index) else TEXTS
        return types if isinstance(constant, (list, tuple)) and isinstance(index, cst.Index) else OTHER

    def _attribute(self, node: cst.Attribute) -> Types:
        qualified = self._qualified(node)
        if qualified is not None:
            return library.constant(qualified)
        if isinstance(node.value, cst.Name) and isinstance(row := self.names.get(node.value.value), Mapping):
            return row.get(node.attr.value, OTHER)
        return library.attribute(self.of(node.value), node.attr.value)

    def _qualified(self, node: cst.BaseExpression) -> str | None:
        """The name of a module's member; None for anything else."""
        if isinstance(node, cst.Attribute):
            base = self._qualified(node.value)
            return None if base is None else f"{base}.{node.attr.value}"
        if not isinstance(node, cst.Name) or node.value in self.names:
            return None
        value = self.definition.closed_over(node.value)
        return value.name if isinstance(value, Module) and value.scope is None else self.modules.get(node.value)

    def _comprehension(self, node: cst.BaseComp) -> Types:
        clause: cst.CompFor | None = node.for_in
        while clause is not None:
            self._loop(clause.target, clause.iter)
            for test in clause.ifs:
                self.of(test.test)
            clause = clause.inner_for_in
        if isinstance(node, cst.DictComp):
            self.of(node.key)
            self.of(node.value)
            return OTHER
        types = self.of(node.elt)  # type: ignore[attr-defined]
        return TEXTS if types == TEXT else OTHER

    # --- calls ----------------------------------------------------------------------------------------------

    def _call(self, node: cst.Call) -> Types:
        if any(a.star for a in node.args):
            raise Decline("arguments are unpacked", code="T310")
        qualified = self._qualified(node.func)
        if isinstance(node.func, cst.Name) and qualified is None:
            return self._named_call(node, node.func.value)
        arguments = [self.of(a.value) for a in node.args]
        if qualified is not None:
            return library.called(qualified, arguments)
        if not isinstance(node.func, cst.Attribute):
            raise impure("what is called")
        return self._method(node.func, arguments)

    def _named_call(self, node: cst.Call, text: str) -> Types:
        value = None if text in self.names else self.definition.closed_over(text)
        if text in self.names or value is not None and not isinstance(value, Function):
            raise impure(f"a call of {text!r}")
        arguments = [self._argument(a.value) for a in node.args]
        if isinstance(value, Function):
            if any(a.keyword is not None for a in node.args):
                raise Decline("a function is called with named arguments", code="T310")
            return given_by(value, arguments, self.depth + 1)
        if text == "sum" and len(node.args) == 1:
            inner = node.args[0].value
            elements = self.of(inner.elt) if isinstance(inner, (cst.GeneratorExp, cst.ListComp)) else OTHER
            return frozenset({"int"}) if elements <= {"int", "bool"} else OTHER
        if text in ("max", "min") and len(node.args) == 1:
            return TEXT if self._elements(node.args[0].value) == TEXT else OTHER
        return library.builtin(text, [OTHER if isinstance(a, Mapping) else a for a in arguments])

    def _argument(self, node: cst.BaseExpression) -> Argument:
        if isinstance(node, cst.Name) and isinstance(row := self.names.get(node.value), Mapping):
            return row
        return self.of(node)

    def _method(self, node: cst.Attribute, arguments: Sequence[Types]) -> Types:
        text = node.attr.value
        constant = self._constant(node.value)
        if isinstance(constant, dict) and text == "get" and arguments:
            default = arguments[1] if len(arguments) > 1 else frozenset({"none"})
            return frozenset().union(default, *map(library.type_of, constant.values()))
        root: cst.BaseExpression = node.value
        while isinstance(root, (cst.Attribute, cst.Subscript, cst.Call)):
            root = root.func if isinstance(root, cst.Call) else root.value
        outlives = isinstance(root, cst.Name) and (root.value in self.own or root.value not in self.names)
        if outlives and text in library.CHANGING:
            raise impure(f"{text!r} of an object that outlives the call")
        if isinstance(node.value, cst.Name) and isinstance(row := self.names.get(node.value.value), Mapping):
            raise Decline(f"the method {text!r} of a row is not read", code="T310") if row is not None else impure(text)
        return library.method(self.of(node.value), text, arguments)


def value_types(values: Iterable[Value]) -> list[Types]:
    """The types of constant arguments.

    Raises:
        Decline: where one is not constant.
    """
    found = list(values)
    if not all(isinstance(v, Const) for v in found):
        raise Decline("an argument of the function is not constant", code="T311")
    return [library.type_of(v.value) for v in found if isinstance(v, Const)]
