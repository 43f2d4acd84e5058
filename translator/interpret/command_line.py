"""The options of a program: what ``parser.parse_args()`` gives, and what click passes to a command.

Their declarations tell the types, and defaults that are texts tell likely paths.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

import libcst as cst

from translator.documents import syntax
from translator.emission.emit import Code, name
from translator.evidence.stand_ins import Specimen
from translator.frames.dtypes import DType
from translator.frames.values import Const, Local, Scalar, Value

NUMBERS: Mapping[str, DType] = {
    "int": "int64", "click.INT": "int64", "float": "float64", "click.FLOAT": "float64",
}  # fmt: skip
_WORD = re.compile(r"[\w -]+")
"""A default that is not a path, as far as its text tells."""
_PLACE = re.compile(r"path|file|folder|dir|root|base|data|input|output|source|target|dest|where|location", re.IGNORECASE)
"""What an option for a path is called, whose default is of more use as a likely path than as a text."""
TEXTS = frozenset({"str", "Path", "pathlib.Path", "click.STRING", "click.Path"})


class Options(types.SimpleNamespace):
    """The likely texts of options as attributes, and the types of those that are numbers or words for sure."""

    types: Mapping[str, DType]


@dataclass(frozen=True)
class Option:
    """One declaration: its name in the program, its type, and its default.

    `default` is a text or number where that is known, and otherwise whatever is written there.
    """

    name: str
    type: str | None
    default: object
    always: bool
    """It is given in any case."""
    others: frozenset[str] = field(default_factory=frozenset)
    """Further settings, which may give it another type."""

    @property
    def number(self) -> DType | None:
        """The type of a number that is never absent."""
        if self.others:
            return None
        own = _kind(self.default)
        declared = NUMBERS.get(self.type or "")
        if self.default is None:
            return declared if self.always else None
        return declared if own is not None and NUMBERS[own] == declared else None

    @property
    def kind(self) -> DType | None:
        """The type of a number, or of a text that is no path, where it is never absent."""
        word = not self.others and self.text is not None and _WORD.fullmatch(self.text) and not _PLACE.search(self.name)
        return "str" if word else self.number

    @property
    def text(self) -> str | None:
        """The text that it has by default."""
        plain = self.type is None or self.type in TEXTS
        return self.default if plain and isinstance(self.default, str) else None


HARMLESS = frozenset({"help", "metavar", "choices", "show_default", "prompt", "envvar", "required", "dest", "type",
                      "default"})  # fmt: skip


def parsed(modules: Iterable[cst.Module], computed: Mapping[int, Value]) -> Specimen:
    """What ``parser.parse_args()`` gives, by all declarations of the program.

    Args:
        computed: by the expression of a default, its value where it was met already.
    """
    options: list[Option] = []
    assigned: set[str] = set()
    for node in (item for module in modules for item in syntax.walk(module)):
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name("add_argument")), args=arguments):
                option = _argument(arguments, computed)
                options += [] if option is None else [option]
            case cst.Call(func=cst.Attribute(attr=cst.Name("set_defaults")) | cst.Name("setattr" | "vars")):
                assigned |= {"*"}
            case cst.AssignTarget(target=cst.Attribute(attr=cst.Name(text))) | cst.AugAssign(
                target=cst.Attribute(attr=cst.Name(text))
            ):
                assigned.add(text)
    texts = {o.name: o.text for o in options if o.text is not None}
    names = [o.name for o in options]
    sure = [o for o in options if names.count(o.name) == 1 and o.name not in assigned and "*" not in assigned]
    found = Options(**texts)
    found.types = {o.name: o.kind for o in sure if o.kind is not None}
    return Specimen(found, False, "nothing")


def member(base: Value, text: str, code: Code) -> Scalar | None:
    """``args.name``, where that is a number or a word."""
    options = base.specimen.value if isinstance(base, Local) and base.specimen is not None else None
    types_ = options.types if isinstance(options, Options) else {}
    return Scalar(code, dtype=types_[text]) if text in types_ else None


def passed(calls: Sequence[cst.Call]) -> dict[str, Value] | None:
    """The arguments that click passes to a function, by its decorators; None where that is not known."""
    found: dict[str, Value] = {}
    for call in calls:
        option = _argument(call.args, {}, click=True)
        if option is None:
            return None
        if option.number is not None:
            found[option.name] = Scalar(name(option.name), dtype=option.number)
        else:
            known = None if option.text is None else Specimen(option.text, False, "nothing")
            found[option.name] = Local(name(option.name), specimen=known)
    return found


def declared_defaults(node: cst.Call, parts: Sequence[tuple[cst.BaseExpression, Value]]) -> dict[int, Value]:
    """The value of the default in ``parser.add_argument(...)``, by its expression."""
    given = {id(a.value) for a in node.args if a.keyword is not None and a.keyword.value == "default"}
    return {id(part): value for part, value in parts if id(part) in given}


def _argument(arguments: Sequence[cst.Arg], computed: Mapping[int, Value], click: bool = False) -> Option | None:
    named = {a.keyword.value: a.value for a in arguments if a.keyword is not None}
    texts = [str(a.value.evaluated_value) for a in arguments if a.keyword is None and isinstance(a.value, cst.SimpleString)]
    if not texts:
        return None
    kind = named.get("type")
    kind = kind.func if isinstance(kind, cst.Call) else kind
    declared = "?" if kind is not None else None
    if isinstance(kind, (cst.Name, cst.Attribute)):
        declared = cst.helpers.get_full_name_for_node(kind)
    default = _default(named.get("default"), computed)
    if click and declared is None:
        declared = _kind(default)
    positional = not texts[0].startswith("-")
    required = named.get("required")
    always = positional or isinstance(required, cst.Name) and required.value == "True"
    others = frozenset(named.keys() - HARMLESS)
    return Option(_name(texts, named.get("dest"), click), declared, default, always, others)


def _default(node: cst.BaseExpression | None, computed: Mapping[int, Value]) -> object:
    value = computed.get(id(node))
    known = value.value if isinstance(value, Const) else None
    if known is None and isinstance(node, (cst.SimpleString, cst.Integer, cst.Float)):
        known = node.evaluated_value
    if isinstance(known, PurePath):
        known = str(known)
    return known if type(known) in (str, int, float) else node


def _kind(default: object) -> str | None:
    return type(default).__name__ if type(default) in (int, float) else None


def _name(texts: Sequence[str], destination: cst.BaseExpression | None, click: bool) -> str:
    if isinstance(destination, cst.SimpleString):
        return str(destination.evaluated_value)
    bare = [t for t in texts if not t.startswith("-")]
    if click and bare:
        return bare[0].replace("-", "_")
    long = next((t for t in texts if t.startswith("--")), texts[0])
    return long.split("/")[0].lstrip("-").replace("-", "_")
