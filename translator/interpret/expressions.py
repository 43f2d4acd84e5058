"""Evaluates expressions bottom-up: each becomes a value, that is code plus facts."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from types import NoneType
from typing import Any, Literal

import libcst as cst

from translator.documents import syntax
from translator.emission import layout
from translator.emission.emit import ATOM, Argument, Code, DictDisplay, Display, Raw, literal, name, name_of, needs
from translator.evidence import at_hand, sizes, specimens
from translator.evidence.pandas_api import ConstantIndex, ConstantMask
from translator.evidence.stand_ins import Specimen
from translator.frames.values import (
    Accessor,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Instance,
    Labels,
    Local,
    Slice,
    Value,
    Windowed,
    is_spark,
)
from translator.interpret import (
    attributes,
    bridges,
    calls,
    comprehensions,
    functions,
    group_choices,
    known_parts,
    lambdas,
    local_objects,
    mutation,
    operators,
    paths,
    splicing,
)
from translator.interpret.changes import is_result_changed
from translator.interpret.environment import Binding, is_stale, may_be_same
from translator.interpret.findings import cause_of
from translator.interpret.run import Run
from translator.interpret.source import node_precedence

Part = tuple[cst.BaseExpression, Value]
Parts = list[Part]

CONSTANT_NAMES = {"True": True, "False": False, "None": None}


def evaluate(run: Run, node: cst.BaseExpression) -> Value:
    """The value of an expression; its code is the original text where nothing changed."""
    return _evaluators().get(type(node), opaque)(run, node)


def _name(run: Run, node: cst.Name) -> Value:
    text = node.value
    if text in CONSTANT_NAMES:
        return Const(run.original(node), CONSTANT_NAMES[text])
    binding = run.env.lookup(text)
    if binding is None:
        unbound = Local(name(text), specimen=paths.of_program() if text == "__file__" else None)
        return at_hand.builtin(unbound, text)
    return held(run, node, text, binding)


def held(run: Run, node: cst.BaseExpression, text: str, binding: Binding) -> Value:
    """What a variable or attribute (`text`) holds, where a node names it."""
    unseen = text not in run.env.names and any(may_be_same(binding.ref, ref) for ref in run.unseen)
    if is_stale(binding.value) or unseen:
        mutation.keep_binding(run, binding)
    value = run.env.anchor(binding.value)
    if isinstance(binding.value, (Grouped, Windowed, Accessor)) and (value is None or binding.ref in run.outdated):
        for changed in run.outdated.get(binding.ref, [binding]):
            mutation.keep_binding(run, changed)
        return Local(run.original(node), was_spark=True)
    if value is None:
        if binding.is_parameter:  # no name here for the caller's frame
            run.context.demand("function", binding.place[1])
        else:  # the Series' frame has been replaced meanwhile: next time keep the Series as its own frame
            run.context.demand("own", binding.place)
        return Local(run.original(node), type="Series", was_spark=True)
    if isinstance(value, Instance):
        return replace(value, code=run.original(node), attributes=run.env.attributes(text))
    return run.env.grouped_now(value) if isinstance(value, Grouped) else value


# --- opaque code ------------------------------------------------------------------------------------


def opaque(run: Run, node: cst.CSTNode) -> Local:
    """Code that is not pandas: kept, with its sub-expressions evaluated and spliced in."""
    return splice(run, node, [(child, evaluate(run, child)) for child in run.cell.source.once(expressions_in, node)])


def expressions_in(node: cst.CSTNode) -> list[cst.BaseExpression]:
    """The nearest expressions below a node, through arguments, elements and slices."""
    found: list[cst.BaseExpression] = []
    for child in syntax.children(node):
        if isinstance(child, cst.BaseExpression):
            found.append(child)
        elif not isinstance(child, (cst.BaseParenthesizableWhitespace, cst.Param, cst.Parameters)):
            found.extend(expressions_in(child))
    return found


def splice(run: Run, node: cst.CSTNode, parts: Parts, type_: str | None = None) -> Local:
    """The node's text with the parts that changed put in; Spark parts are bridged first."""
    source = run.cell.source
    start, _ = source.span(node)
    text = source.text_of(node)
    imports: frozenset[str] = frozenset()
    was_spark = False
    cause = cause_of(value for _, value in parts)
    quote = _inner_quote(node, text)
    changes: list[tuple[int, int, str]] = []
    codes: dict[int, Code] = {}
    for part, value in parts:
        for function in known_parts.functions_in(value):
            functions.keep_pandas(function)
        escaped = bridges.escape(run, part, value)
        was_spark = was_spark or is_spark(value) or (isinstance(value, Local) and value.was_spark)
        part_start, part_end = source.span(part)
        new = layout.flat(escaped.code, quote)
        if new == source.text[part_start:part_end]:
            continue
        bare = not getattr(part, "lpar", ())
        if bare and layout.precedence(escaped.code, bracketed=True) < min(node_precedence(part), ATOM):
            new = f"({new})"
        imports |= needs(escaped.code)
        codes[id(part)] = escaped.code
        changes.append((part_start - start, part_end - start, new))
    for begin, end, new in sorted(changes, reverse=True):
        text = text[:begin] + new + text[end:]
    if isinstance(node, cst.FormattedString) and any(node.end in new for _, _, new in changes):
        text = f"{node.prefix}{node.end * 3}{text.removeprefix(node.start).removesuffix(node.end)}{node.end * 3}"
    if cause is not None:
        run.follows(node, cause)
    if not changes:
        return Local(run.original(node), type=type_, was_spark=was_spark, cause=cause)
    code = splicing.spliced(source, node, text, imports, codes)
    return Local(code, type=type_, was_spark=was_spark, cause=cause)


def _inner_quote(node: cst.CSTNode, text: str) -> str:
    """Inside an f-string only the other quote may be used before Python 3.12."""
    if isinstance(node, cst.FormattedString):
        return "'" if node.start.endswith('"') else '"'
    return '"'


def _formatted(run: Run, node: cst.FormattedString) -> Value:
    parts: Parts = [(e, evaluate(run, e)) for e in expressions_in(node)]
    constant = _formatted_constant(node, parts)
    if constant is not None:
        return Const(splice(run, node, parts).code, constant)
    likely = _formatted_constant(node, [(part, paths.as_constant(value)) for part, value in parts])
    specimen = None if likely is None else Specimen(likely, False, "nothing")
    return replace(splice(run, node, parts, "str"), specimen=specimen)


def _formatted_constant(node: cst.FormattedString, parts: Parts) -> str | None:
    values = {id(part): value for part, value in parts}
    text = ""
    for piece in node.parts:
        if isinstance(piece, cst.FormattedStringText):
            if "\\" in piece.value:
                return None
            text += piece.value.replace("{{", "{").replace("}}", "}")
            continue
        assert isinstance(piece, cst.FormattedStringExpression)
        value = values[id(piece.expression)]
        plain = piece.conversion is None and piece.equal is None
        if not plain or not isinstance(value, Const) or not isinstance(value.value, (str, int, PurePath)):
            return None
        formatted = _formatted_value(value.value, piece.format_spec)
        if formatted is None:
            return None
        text += formatted
    return text


def _formatted_value(value: str | int | PurePath, spec: Sequence[cst.BaseFormattedStringContent] | None) -> str | None:
    """One value in an f-string, by a format that stands there as text."""
    if not spec:
        return str(value)
    if len(spec) != 1 or not isinstance(spec[0], cst.FormattedStringText):
        return None
    try:
        return None if sizes.has_width(spec[0].value) else format(value, spec[0].value)
    except (ValueError, TypeError):  # the program itself raises here; leave that to it
        return None


def _constant(run: Run, node: cst.SimpleString | cst.Integer | cst.Float | cst.ConcatenatedString) -> Value:
    value = run.cell.source.once(_written_constant, node)
    return opaque(run, node) if value is None else Const(run.original(node), value)


def _written_constant(node: cst.SimpleString | cst.Integer | cst.Float | cst.ConcatenatedString) -> object:
    return node.evaluated_value


def _boolean(run: Run, node: cst.BooleanOperation) -> Value:
    left, right = evaluate(run, node.left), evaluate(run, node.right)
    chosen = _certain_side(left, right, isinstance(node.operator, cst.Or))
    run.objects.pop(id(node), None)
    if chosen is not None:
        held = run.env.lookup(run.variable(node.left) or "") if chosen is left else None
        if held is not None:
            run.objects[id(node)] = held.ref
        return replace(chosen, code=run.original(node))
    result = splice(run, node, [(node.left, left), (node.right, right)])
    either = isinstance(node.operator, cst.Or)
    first, second = specimens.answer(left), specimens.answer(right)
    if first is not None and (first == either or second is not None) and result.type is None:
        return replace(result, specimen=specimens.known(either if first == either else bool(second)))
    return _with_likely(result, left, right) if either else result


def _certain_side(left: Value, right: Value, either: bool) -> Value | None:
    """Which of two operands ``or`` (else ``and``) gives, where the first one tells: ``steps or []``."""
    if isinstance(left, Elements) and left.kind != "dict":
        truth = bool(left.items)
    elif isinstance(left, Const) and isinstance(left.value, (str, int, float, list, tuple, dict, NoneType)):
        truth = bool(left.value)
    else:
        return None
    chosen = left if truth is either else right
    plain = isinstance(chosen, (Const, Elements)) and not is_spark(chosen)
    return chosen if plain and not is_spark(left) and not is_spark(right) else None


def _named(run: Run, node: cst.NamedExpr) -> Value:
    if not isinstance(node.target, cst.Name):
        return opaque(run, node)
    text, value = node.target.value, evaluate(run, node.value)
    if isinstance(value, Function):
        run.env.bind(text, replace(value, code=name(text)), run.statement_place)
        return replace(value, code=run.original(node))
    run.env.bind(text, Local(name(text)), run.statement_place)
    return splice(run, node, [(node.value, value)])


def _choice(run: Run, node: cst.IfExp) -> Value:
    """``body if test else other``; of two paths the likely one."""
    test, body, other = (evaluate(run, part) for part in (node.test, node.body, node.orelse))
    if group_choices.is_of_group(test):
        return group_choices.chosen(test, body, other)
    for part, value in ((node.body, body), (node.orelse, other)):
        _keep_chosen(run, part, value)
    result = splice(run, node, [(node.test, test), (node.body, body), (node.orelse, other)])
    if isinstance(test, Const):
        first, second = (body, other) if test.value else (other, body)
        if isinstance(first, Const) and isinstance(first.value, (str, int, float)):
            return Const(result.code, first.value)
    else:
        first, second = body, other
    return _with_likely(result, first, second)


def _keep_chosen(run: Run, node: cst.BaseExpression, value: Value) -> None:
    """A frame that one of two is chosen for: a change of what was chosen has to reach its variable, too."""
    held = run.variable(node)
    binding = None if held is None else run.env.lookup(held)
    given = isinstance(run.statement, cst.Return) and binding is not None and binding.is_parameter
    if binding is not None and is_spark(value) and (given or is_result_changed(run)):
        mutation.keep_local(run, value)


def _with_likely(result: Local, first: Value, second: Value) -> Local:
    """A choice between two values, with the likely path if they are paths."""
    return replace(result, specimen=paths.likely_choice(first, second))


def iterated(run: Run, node: cst.BaseExpression, value: Value) -> Value:
    """What a loop goes through: of a frame the names of its columns."""
    if not isinstance(value, Frame) or value.tuples:
        return listed(value)
    run.record(node, "DataFrame.__iter__", "native")
    return Const(literal(list(value.fields)), list(value.fields))


def listed(value: Value) -> Value:
    """A constant Index as the plain list that serves where it is only iterated."""
    code = getattr(value.value, "listed", None) if isinstance(value, Const) else None
    return value if code is None or name_of(value.code) else Const(code, list(value.value))  # type: ignore[attr-defined]




# --- displays --------------------------------------------------------------------------------------


def _display(run: Run, node: cst.List | cst.Tuple | cst.Set) -> Value:
    parts: Parts = [(element.value, _element(run, element.value)) for element in node.elements]
    starred = any(isinstance(e, cst.StarredElement) for e in node.elements)
    values = [value for _, value in parts]
    if all(isinstance(v, Const) for v in values):
        kinds: dict[type, Any] = {cst.List: list, cst.Tuple: tuple, cst.Set: set}
        listed = [_items(e, _element_value(v)) for e, v in zip(node.elements, values, strict=True)]
        try:
            constant = kinds[type(node)](itertools.chain.from_iterable(listed))
        except TypeError:  # of what cannot be in a set, or of what cannot be unpacked
            return splice(run, node, parts)
        return Const(splice(run, node, parts).code, constant)
    if starred or isinstance(node, cst.Set):
        return splice(run, node, parts)
    kind: Literal["list", "tuple"] = "list" if isinstance(node, cst.List) else "tuple"
    brackets = "[]" if kind == "list" else "()"
    if any(is_spark(v) or not isinstance(v, Const) for v in values):
        if any(is_spark(v) for v in values):
            code: Code = Display(brackets, tuple(Argument(v.code) for v in values))
        else:
            code = splice(run, node, [part for part in parts if not known_parts.functions_in(part[1])]).code
        return Elements(code, kind, tuple(values))
    return splice(run, node, parts)


def _element(run: Run, node: cst.BaseExpression) -> Value:
    """What an element of a display is; a copy has the code of a variable (``df.copy()``) but is not its object."""
    value = evaluate(run, node)
    text = name_of(value.code)
    if isinstance(value, Frame) and isinstance(node, cst.Call) and text is not None and id(node) not in run.objects:
        return at_hand.carried(replace(value, code=Raw(text, needs=needs(value.code))), value)
    return value


def _items(element: cst.BaseElement, value: Any) -> Any:
    """What an element of a display adds to it: itself, or what it unpacks; None where the order of that is not known."""
    if not isinstance(element, cst.StarredElement):
        return [value]
    return value if isinstance(value, (list, tuple)) else None


def _element_value(value: Value) -> Any:
    assert isinstance(value, Const)
    return value.value


def _dict(run: Run, node: cst.Dict) -> Value:
    if not all(isinstance(e, cst.DictElement) for e in node.elements):
        return opaque(run, node)
    pairs = [
        (e.key, evaluate(run, e.key), e.value, _element(run, e.value))
        for e in node.elements
        if isinstance(e, cst.DictElement)
    ]
    keys, values = [k for _, k, _, _ in pairs], [v for _, _, _, v in pairs]
    if all(isinstance(v, Const) for v in [*keys, *values]):
        try:
            known = {_element_value(k): _element_value(v) for k, v in zip(keys, values, strict=True)}
            return Const(splice(run, node, [(n, v) for _, _, n, v in pairs]).code, known)
        except TypeError:
            return opaque(run, node)
    if any(is_spark(v) for v in values):
        code: Code = DictDisplay(tuple((k.code, v.code) for k, v in zip(keys, values, strict=True)))
    else:
        inner: Parts = [(n, v) for _, _, n, v in pairs if not known_parts.functions_in(v)]
        inner += [(k, kv) for k, kv, _, _ in pairs]
        code = splice(run, node, inner).code
    return Elements(code, "dict", tuple(values), tuple(keys))


# --- subscripts ----------------------------------------------------------------------------------------


def _subscript(run: Run, node: cst.Subscript) -> Value:
    base = evaluate(run, node.value)
    parts: Parts = [(node.value, base)]
    key = subscript_key(run, node.slice, parts)
    if isinstance(base, (Frame, Column, Labels, Grouped, Windowed, Accessor)):
        return calls.subscript(run, node, base, key, parts)
    if isinstance(base, Const) and isinstance(key, Const):
        try:
            item = constant_item(base.value, key.value)
        except Exception:  # the program itself raises here; leave that to it
            return splice(run, node, parts)
        return Const(splice(run, node, parts).code, item)
    if isinstance(base, Elements):
        found = known_parts.element_of(base, key)
        if found is not None:
            return found
    return local_objects.item(run, node, base, key, parts)


def constant_item(base: Any, key: Any) -> Any:
    """``base[key]`` of constants; an Index takes a list of positions or a test of every name too."""
    if not isinstance(base, ConstantIndex) or isinstance(key, int):
        return base[key]
    if isinstance(key, ConstantMask):
        item = ConstantIndex(c for c, chosen in zip(base, key, strict=True) if chosen)
    else:
        item = ConstantIndex(base[key] if isinstance(key, slice) else [base[i] for i in key])
    item.listed, item.name = literal(list(item)), base.name
    return item


def subscript_key(run: Run, elements: Sequence[cst.SubscriptElement], parts: Parts) -> Value:
    """The value between the brackets; the expressions met are appended to `parts`.

    Several parts come back as a tuple; a slice with constant bounds is a `Const` of a Python
    ``slice``, any other slice a `Slice`.
    """
    keys = [_key_part(run, element.slice, parts) for element in elements]
    if len(keys) == 1 and not isinstance(elements[0].comma, cst.Comma):
        return keys[0]
    code = Display("()", tuple(Argument(k.code) for k in keys))
    if all(isinstance(k, Const) for k in keys):
        return Const(code, tuple(_element_value(k) for k in keys))
    return Elements(code, "tuple", tuple(keys))


def _key_part(run: Run, part: cst.BaseSlice, parts: Parts) -> Value:
    if isinstance(part, cst.Index):
        value = evaluate(run, part.value)
        parts.append((part.value, value))
        return value
    assert isinstance(part, cst.Slice)
    bounds = []
    for bound in (part.lower, part.upper, part.step):
        value = Const(Raw("None"), None) if bound is None else evaluate(run, bound)
        if bound is not None:
            parts.append((bound, value))
        bounds.append(value)
    code = name("slice")(*(b.code for b in (bounds if part.step is not None else bounds[:2])))
    if all(isinstance(b, Const) for b in bounds):
        return Const(code, slice(*(_element_value(b) for b in bounds)))
    return Slice(code, bounds=(bounds[0], bounds[1], bounds[2]))


@functools.cache
def _evaluators() -> Mapping[type[cst.CSTNode], Callable[[Run, Any], Value]]:
    """By kind of expression; what is not listed is opaque. (``match`` would ask a node for one kind after the other.)"""
    return {
        cst.Name: _name, cst.SimpleString: _constant, cst.Integer: _constant, cst.Float: _constant,
        cst.ConcatenatedString: _constant, cst.FormattedString: _formatted, cst.NamedExpr: _named, cst.Lambda: lambdas.defined,
        cst.Attribute: attributes.attribute, cst.Call: calls.call, cst.Subscript: _subscript, cst.IfExp: _choice,
        cst.BinaryOperation: operators.binary, cst.Comparison: operators.comparison, cst.UnaryOperation: operators.unary,
        cst.BooleanOperation: _boolean, cst.List: _display, cst.Tuple: _display, cst.Set: _display, cst.Dict: _dict,
        cst.ListComp: comprehensions.comprehension, cst.SetComp: comprehensions.comprehension,
        cst.GeneratorExp: comprehensions.comprehension, cst.DictComp: comprehensions.comprehension,
    }  # fmt: skip
