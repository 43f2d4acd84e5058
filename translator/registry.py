"""The rule registry: one function per pandas (or stdlib) name, found by its qualified name.

`load_rules` imports the shipped ``rules`` package, outside packs (entry-point group
``translator.rules``) and packs named in the configuration; rules register themselves on import.
A second rule for a key is an import error.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from translator.config import OptionError
from translator.emission.emit import Code
from translator.frames.dtypes import DType
from translator.frames.values import Column, Membership, Value

RuleFunction = TypeVar("RuleFunction", bound=Callable[..., Any])


@dataclass(frozen=True)
class Rule:
    """A registered rule.

    Attributes:
        key: qualified name, e.g. ``DataFrame.merge`` or ``numpy.where``.
        function: takes the receiver (for methods) and the mirrored parameters as `Value`s.
        parameters: names of the mirrored parameters of the pandas callable.
        ignores: parameters that cannot change the result and are dropped.
        caveat: diagnostic code that is reported as a note when the rule fires.
        otherwise: what to do where the rule declines, before the call is left to pandas.
        any_columns: it knows columns whose labels are tuples; other rules never meet them.
        keeps_columns: it goes by no names and gives the columns that it got, whatever their labels are.
        unused_groups: it knows groups of categories that no row has; other rules never meet them.
    """

    key: str
    function: Callable[..., Value]
    parameters: tuple[str, ...]
    ignores: tuple[str, ...] = ()
    caveat: str | None = None
    takes_site: bool = False
    otherwise: Callable[..., Value] | None = None
    any_columns: bool = False
    unused_groups: bool = False
    keeps_columns: bool = False

    @property
    def is_method(self) -> bool:
        return not self.key.startswith(_FUNCTION_MODULES)

    @property
    def doc(self) -> str:
        return inspect.getdoc(self.function) or ""


@dataclass(frozen=True)
class Gap:
    """A name without a rule, on purpose (`never`) or for now; what is `kept` needs none."""

    key: str
    never: bool
    because: str
    instead: str
    kept: bool = False


_FUNCTION_MODULES = (
    "pandas.", "numpy.", "builtins.", "pickle.", "joblib.", "os.", "glob.", "shutil.", "math.",
    "json.", "pathlib.", "IPython.",
)  # fmt: skip

RULES: dict[str, Rule] = {}
GAPS: dict[str, Gap] = {}


EVERYTHING = ("*",)
"""For `ignores`: the rule gets its arguments from the `CallSite` as they were passed."""


def rule(
    *keys: str, ignores: Iterable[str] = (), caveat: str | None = None,
    otherwise: Callable[..., Value] | None = None, any_columns: bool = False, unused_groups: bool = False,
    keeps_columns: bool = False,
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as the rule for one or more qualified names.

    The function's parameters are the receiver (for methods), then a subset of the pandas
    callable's parameters under the same names; a parameter called ``at`` receives the
    `CallSite`. It returns the resulting `Value` or raises `Decline`.

    Raises:
        ImportError: if a key already has a rule.
    """

    def register(function: RuleFunction) -> RuleFunction:
        for key in keys:
            names = list(inspect.signature(function).parameters)
            mirrored = names if key.startswith(_FUNCTION_MODULES) else names[1:]
            parameters = tuple(n for n in mirrored if n != "at")
            flags = (any_columns, unused_groups, keeps_columns)
            _add(Rule(key, function, parameters, tuple(ignores), caveat, "at" in names, otherwise, *flags))
        return function

    return register


def _add(new: Rule) -> None:
    old = RULES.get(new.key)
    if old is not None:
        places = f"{old.function.__module__} and {new.function.__module__}"
        raise ImportError(f"two rules for {new.key}: in {places}; keep one")
    if new.key in GAPS:
        raise ImportError(f"{new.key} has a rule in {new.function.__module__} and is listed as a gap")
    RULES[new.key] = new


def rule_for(key: str, receiver: Value | None) -> Rule | None:
    """The rule for a name; a condition on other rows is a Series with few rules of its own."""
    if isinstance(receiver, Membership):
        key = key.replace("Series.", "Membership.", 1)
    return RULES.get(key)


def elementwise(
    table: Mapping[str, Callable[[Code], Code]], dtype: DType | None = None, nullable: bool | None = None
) -> None:
    """Register a family of argument-free rules that map each row's value on its own.

    Args:
        table: qualified name to a function from the column's code to the result's code.
        dtype: dtype of the results; None keeps the receiver's.
        nullable: whether results can be missing; None keeps the receiver's fact.
    """
    for key, build in table.items():
        _add(Rule(key, _elementwise(build, dtype, nullable), ()))


def _elementwise(build: Callable[[Code], Code], dtype: DType | None, nullable: bool | None) -> Callable[..., Value]:
    def apply(column: Column) -> Column:
        return column.then(
            build(column.settled),
            dtype=dtype or column.dtype,
            nullable=column.nullable if nullable is None else nullable,
        )

    return apply


def never(*keys: str, because: str, instead: str) -> None:
    """Declare that names have no distributed form; uses are bridged or refused with T302."""
    _gap(keys, never=True, because=because, instead=instead)


def not_yet(*keys: str, because: str, instead: str = "") -> None:
    """Declare that names have no rule yet; uses are bridged or refused with T301."""
    _gap(keys, never=False, because=because, instead=instead)


def as_is(*keys: str, because: str) -> None:
    """Declare that names mean the same in the translated program: they stay as they are, and rules read what they make."""
    _gap(keys, never=True, because=because, instead="nothing has to be changed", kept=True)


def _gap(keys: Iterable[str], never: bool, because: str, instead: str, kept: bool = False) -> None:
    for key in keys:
        if key in RULES or key in GAPS:
            raise ImportError(f"{key} is registered twice; a name is a rule or a gap, once")
        GAPS[key] = Gap(key, never, because, instead, kept)


_loaded: set[str] = set()


def load_rules(packs: Iterable[str] = ()) -> Mapping[str, Rule]:
    """Import all rules: the shipped package, installed packs, and `packs` (modules or paths)."""
    if "rules" not in _loaded:
        _loaded.add("rules")
        package = importlib.import_module("rules")
        for module in sorted(pkgutil.walk_packages(package.__path__, "rules."), key=lambda m: m.name):
            importlib.import_module(module.name)
        for entry in importlib.metadata.entry_points(group="translator.rules"):
            entry.load()
    for pack in packs:
        if pack not in _loaded:
            _loaded.add(pack)
            _import_pack(pack)
    return RULES


def _import_pack(pack: str) -> None:
    """Import a pack.

    Raises:
        OptionError: whatever is wrong with it.
    """
    try:
        _run_pack(pack)
    except Exception as error:
        raise OptionError(f"the rule pack {pack} cannot be imported: {type(error).__name__}: {error}") from error


def _run_pack(pack: str) -> None:
    path = Path(pack)
    if path.suffix == ".py" or path.is_dir():
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        for file in files:
            spec = importlib.util.spec_from_file_location(f"rule_pack_{file.stem}", file)
            if spec is None or spec.loader is None:
                raise ImportError(f"cannot import rule pack {file}")
            spec.loader.exec_module(importlib.util.module_from_spec(spec))
    else:
        importlib.import_module(pack)


def unruled(names: Iterable[str]) -> list[str]:
    """Those of the names that have neither a rule nor an entry as a gap."""
    return [name for name in names if name not in RULES and name not in GAPS]
