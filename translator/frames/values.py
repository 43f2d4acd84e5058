"""What the translator knows: values are code plus facts.

A `Frame` always has a closed schema. Whatever is not known well enough to be a Spark frame stays
a `Local`, an ordinary driver-side object whose code is left as it was; so every fact here is a
claim that emitted code relies on and that the harness can check.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from translator.diagnostics import Decline, DiagnosticKey
from translator.emission.emit import Code, F, Item, backquoted, is_odd, literal, name_of
from translator.evidence.stand_ins import Likeness, Specimen
from translator.frames.dtypes import CATEGORICAL, DType
from translator.frames.fields import OBJECTS, Field, Nones, Origin, Owner, fresh
from translator.frames.labels import LOST as LOST
from translator.frames.labels import RANGE as RANGE
from translator.frames.labels import ROW as ROW
from translator.frames.labels import ROW_INDEX as ROW_INDEX
from translator.frames.labels import ROW_ORDER as ROW_ORDER
from translator.frames.labels import Index as Index
from translator.frames.labels import Level as Level
from translator.frames.labels import Order as Order
from translator.frames.labels import SortKey as SortKey
from translator.frames.labels import labelled_by as labelled_by
from translator.frames.labels import reordered as reordered
from translator.frames.labels import row_set as row_set

if TYPE_CHECKING:
    from translator.frames.groups import Within
    from translator.frames.projection import Steps


@dataclass(frozen=True, eq=False)
class Value:
    """Base of the closed set of values; `code` is the expression in the emitted program."""

    code: Code


@dataclass(frozen=True, eq=False)
class Local(Value):
    """A driver-side object, left as it was.

    Attributes:
        type: pandas or numpy class name where known, for the accounting of sites; else None.
        was_spark: it came out of a Spark frame through a bridge.
        specimen: a stand-in for it, where it is made of literals.
        likeness: stand-ins for it, where it is made of Spark frames.
        changes: it is code of the program's own, or made by it, that may change what it is given.
        labels: the column names (or shares) that label a Series of one statistic each, of type `dtype`.
        cause: the diagnostic because of which it stays pandas; what follows is not reported again.
        each: the type of its values, where it is an array of distinct values of a column.
        model: the estimator of scikit-learn that it is (`estimators.Estimator`).
    """

    type: str | None = None
    was_spark: bool = False
    cause: DiagnosticKey | None = None
    why: str = ""
    specimen: Specimen | None = None
    likeness: Likeness | None = None
    changes: bool = False
    labels: tuple[Any, ...] = ()
    dtype: DType = "float64"
    each: DType | None = None
    model: Any = None


@dataclass(frozen=True, eq=False)
class Const(Value):
    """A value known at translation time (`value`), with the code that stands for it."""

    value: Any = None


@dataclass(frozen=True, eq=False)
class Elements(Value):
    """A literal list, tuple or dict whose parts are not all constants.

    `refs` are the objects in it that a variable held when it was made, `call` is what gave it while no variable holds it.
    """

    kind: Literal["list", "tuple", "dict"] = "list"
    items: tuple[Value, ...] = ()
    keys: tuple[Value, ...] = ()
    refs: tuple[int | None, ...] = ()
    call: object = None


@dataclass(frozen=True, eq=False)
class Slice(Value):
    """``a:b:c`` between brackets, where not all bounds are constants."""

    bounds: tuple[Value, Value, Value] = ()  # type: ignore[assignment]


@dataclass(frozen=True, eq=False)
class Scalar(Value):
    """One driver-side number, text or time computed from data; `extreme` tells of which column it is ``F.min`` or ``F.max``."""

    dtype: DType = "float64"
    extreme: tuple[Callable[[Any], Code], Column] | None = None


@dataclass(frozen=True, eq=False)
class Module(Value):
    """An imported module or callable by its canonical name, or (`scope`) a document of the program."""

    name: str = ""
    scope: Any = None


@dataclass(frozen=True, eq=False)
class Function(Value):
    """A function or lambda of the program; `definition` belongs to the interpreter.

    `given` and `named` are the arguments that ``functools.partial`` has filled in.
    """

    definition: Any = None
    given: tuple[Value, ...] = ()
    named: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Class(Value):
    """A class of the program whose objects are followed; `definition` belongs to the interpreter."""

    definition: Any = None


@dataclass(frozen=True, eq=False)
class Instance(Value):
    """An object of one of the program's classes.

    Attributes:
        of: the definition of its class.
        held: the variable that holds it, if one does.
        attributes: what its attributes hold (as bindings), by their path; a scope that holds the
            object keeps them as names of its own (``self.df``).
    """

    of: Any = None
    held: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Original:
    """Code of a pandas object, and the Spark frame that was made of it."""

    pandas: Code
    made: Frame
    specimen: Specimen

    @property
    def type(self) -> str:
        return type(self.specimen.value).__name__

    @property
    def name(self) -> object:
        """The name of a Series."""
        return getattr(self.specimen.value, "name", None)


@dataclass(frozen=True, eq=False)
class Frame(Value):
    """A Spark DataFrame that stands for a pandas DataFrame.

    Attributes:
        fields: the data columns in pandas' order.
        hidden: further physical columns: index levels and order keys, not pandas columns.
        rows: ids of the row sets this frame went through, newest last. A frame whose `rows`
            contains another's newest id holds a subset of its rows, with the same labels.
        origins: where the default labels come from; the places to demand row numbers at.
        bounded: small by construction (an aggregate, ``head(n)``).
        parts: by column, the version and the expression over a base frame that it stands for; see `projection.part`.
        steps: how all columns were computed at once from those of a base frame.
        original: the pandas object that it was made of; read it through `as_made`.
        repeats: rows of several frames or columns came together: labels may occur twice, and are in no sorted order.
        tuples: labels of columns of several levels (`columns_name` is that of the last) or no text, by the stored column.
        condition: what chose these rows among earlier ones, with the id of the row set that it made.
        sliced: the row set with which it was cut out of another frame, whose cells it shares.
        sorted: the code gives its rows in the known order.
        unique: versions of columns without equal values, and the row set of which that holds; see `rows.unique_columns`.
        optional: the variable may hold None instead.
    """

    fields: Mapping[str, Field] = field(default_factory=dict)
    hidden: Mapping[str, Field] = field(default_factory=dict)
    index: Index = RANGE
    order: Order | None = None
    rows: tuple[int, ...] = field(default_factory=lambda: (fresh(),))
    origins: frozenset[Origin] = frozenset()
    bounded: bool = False
    sorted: bool = False
    columns_name: str | None = None
    within: Within | None = None
    parts: Mapping[str, tuple[int, Column]] = field(default_factory=dict)
    steps: Steps | None = None
    original: Original | None = None
    condition: tuple[int, Column] | None = None
    tuples: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    repeats: bool = False
    sliced: int | None = None
    unique: tuple[int, frozenset[int]] | None = None
    optional: bool = False

    @property
    def is_slice(self) -> bool:
        """Whether pandas' frame shares cells with the one that it was taken from, as ``head`` and ``[1:]`` do."""
        return self.sliced == self.rows[-1]

    def as_slice(self) -> Frame:
        return replace(self, sliced=self.rows[-1])

    @property
    def as_made(self) -> Original | None:
        """The pandas object that the frame was made of and still is: columns, labels and dtypes are facts as well."""
        if self.original is None:
            return None
        made = self.original.made
        same = made.code is self.code and (made.fields, made.index) == (self.fields, self.index)
        return self.original if same and (made.tuples, made.columns_name) == (self.tuples, self.columns_name) else None

    @property
    def physical(self) -> dict[str, Field]:
        """Every column of the Spark frame."""
        return {**self.hidden, **self.fields}

    def free(self, name: str) -> str:
        """The name, or one like it that no column has."""
        while name in self.physical:
            name += "_"
        return name

    def field(self, label: str) -> Field:
        try:
            return self.fields[label]
        except KeyError:
            known = ", ".join(map(repr, itertools.islice(self.fields, 12)))
            raise Decline(f"column {label!r} is not in the frame ({known})", code="T314") from None

    def column(self, label: str) -> Column:
        """The data column `label` as a `Column` of this frame."""
        fact = self.field(label)
        return self._column(label, fact, name=str(label))

    def level(self, level: Level) -> Column:
        """An index level as a `Column` of this frame."""
        return self._column(level.column, self.physical[level.column], level.name)

    def _column(self, label: str, fact: Field, name: str | None) -> Column:
        return Column(
            col(label), frame=self, name=name, dtype=fact.dtype, nullable=fact.nullable,
            refs={str(label): fact.version}, plain=label, categories=fact.categories,
            missing=fact.missing, none=fact.none, within=self.within,
        )  # fmt: skip

    def then(self, code: Code, **changes: Any) -> Frame:
        """The same facts but for `changes`, with new code."""
        return replace(self, code=code, **changes)

    def subset(self, code: Code, **changes: Any) -> Frame:
        """Some of the rows: labels and order stay, a default range index does not."""
        changes.setdefault("index", LOST if self.index.kind == "range" else self.index)
        kept = changes.get("fields", self.fields)
        changes["fields"] = {c: replace(f, distinct=None, missing=f.missing and None) for c, f in kept.items()}
        return replace(self, code=code, rows=(*self.rows, fresh()), **changes)

    def keeping(self, columns: Iterable[str]) -> dict[str, Field]:
        return {c: self.field(c) for c in columns}


@dataclass(frozen=True, eq=False)
class Collected(Value):
    """A list to which a loop appends Spark frames; `each` is what is known of every one of them."""

    each: Frame = field(default_factory=lambda: _no_frame())


@dataclass(frozen=True, eq=False)
class Column(Value):
    """A pandas Series: an expression (`code`) over the rows of `frame`.

    Attributes:
        name: pandas' name; a number for a column of the parts of texts (``s.str.split(expand=True)[0]``).
        refs: version of each physical column that the expression reads.
        plain: the column's name when the expression is just that column.
        shape: "row" is computed from its own row, "window" from several.
        null_means: for conditions of NumPy logic, the truth value that a null stands for
            (comparisons with missing are False, ``!=`` True); None when null is really missing.
        negated: two-valued code of the negation, when a form exists that pushes down.
        array: a numpy array taken from the column: no labels, alignment by position.
        labels: an Index made of the frame's labels; an `array` to everything but its methods.
        own: a variable holds the Series as a Spark frame of its own, not as an expression.
        grouped_by: columns of the groups that the values were computed within, each from rows of its own group.
        taken: the expression over another frame that such a Series was made of.
        owner: the object whose own column it is (see `own_columns`).
    """

    frame: Frame = field(default_factory=lambda: _no_frame())
    name: Any = None
    dtype: DType = "float64"
    nullable: bool = True
    refs: Mapping[str, int] = field(default_factory=dict)
    plain: str | None = None
    shape: Literal["row", "window"] = "row"
    null_means: bool | None = None
    negated: Code | None = None
    array: bool = False
    labels: bool = False
    categories: tuple[object, ...] | None = None
    missing: bool | None = None
    none: Nones = False
    own: bool = False
    taken: Column | None = None
    within: Within | None = None
    grouped_by: tuple[str, ...] = ()
    owner: Owner | None = None

    def then(self, code: Code, **changes: Any) -> Column:
        """An expression computed from this one: same rows, no longer a plain column."""
        if changes.get("nullable"):  # new missing values may have come in
            changes.setdefault("missing", None)
        kept = self.none and changes.get("dtype", self.dtype) in OBJECTS
        labelled = self.categories if changes.get("dtype", self.dtype) in CATEGORICAL else None
        changes = {
            "plain": None, "null_means": None, "negated": None, "categories": labelled, "own": False, "taken": None,
            "grouped_by": (), "none": "either" if kept else False, "labels": False, **changes,
        }  # fmt: skip
        return replace(self, code=code, **changes)

    @property
    def settled(self) -> Code:
        """The code with pandas' answer for missing: two-valued where NumPy logic is."""
        certain = self.null_means is None or not self.nullable
        return self.code if certain else F.coalesce(self.code, F.lit(self.null_means))

    @property
    def settled_column(self) -> Column:
        return self if self.null_means is None else replace(self, code=self.settled, null_means=None, nullable=False)


def _no_frame() -> Frame:
    raise TypeError("a Column needs a frame")


@dataclass(frozen=True, eq=False)
class Test:
    """Whether a row's value is among those of a column of other rows: ``df["k"].isin(other["k"])``."""

    column: Column
    others: Column
    negated: bool = False


@dataclass(frozen=True, eq=False)
class Membership(Value):
    """A condition that only joins can tell: all of `tests`, and `plain` where it is given.

    It stands in no expression; a variable holds the values of its single test (`code`).
    """

    frame: Frame = field(default_factory=lambda: _no_frame())
    tests: tuple[Test, ...] = ()
    plain: Column | None = None
    as_pandas: Callable[[], Local] | None = None


@dataclass(frozen=True, eq=False)
class Labels(Value):
    """``df.index``: the row labels of `frame`, which get columns once somebody reads them."""

    frame: Frame = field(default_factory=lambda: _no_frame())


@dataclass(frozen=True, eq=False)
class Grouped(Value):
    """``df.groupby(keys)`` with an optional selection.

    `keys` are columns of `frame` (already materialised when they were expressions).
    `as_pandas` (here and below) builds the pandas object on the driver. With `unnamed` the one column
    selected is a Series without a name. With `unused` categories that no row has are groups too.
    """

    frame: Frame = field(default_factory=lambda: _no_frame())
    keys: tuple[str, ...] = ()
    key_names: tuple[str | None, ...] = ()
    selection: tuple[str, ...] | None = None
    single: bool = False
    as_index: bool = True
    sort: bool = True
    dropna: bool = True
    unnamed: bool = False
    unused: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    as_pandas: Callable[[], Local] | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns that an aggregation applies to."""
        if self.selection is not None:
            return self.selection
        return tuple(c for c in self.frame.fields if c not in self.keys)


@dataclass(frozen=True, eq=False)
class Windowed(Value):
    """``.rolling()``, ``.expanding()``, ``.ewm()`` or ``.resample()`` over `base`."""

    base: Value = field(default_factory=lambda: _no_frame())
    kind: Literal["Rolling", "Expanding", "Ewm", "Resampler"] = "Rolling"
    options: Mapping[str, Any] = field(default_factory=dict)
    as_pandas: Callable[[], Local] | None = None


@dataclass(frozen=True, eq=False)
class Accessor(Value):
    """``s.str``, ``s.dt``, ``df.loc``: a receiver with a named view on it, of which a rule may keep `options`."""

    base: Value = field(default_factory=lambda: _no_frame())
    name: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    as_pandas: Callable[[], Local] | None = None


@dataclass(frozen=True, eq=False)
class Parts(Accessor):
    """A pandas frame with the columns 0, 1, 2 …: parts of each text of `base`, as an array in Spark.

    Attributes:
        part: one of the columns as an expression over the texts.
        count: how many there are; None where the data decide.
        plain: the array holds the parts as they are, not in another type.
    """

    part: Callable[[Column, int], Column] = lambda column, number: column
    count: int | None = None
    plain: bool = True


def col(label: str) -> Code:
    """``F.col(label)``, with back quotes where Spark would read a dot as a struct access."""
    return F.col(backquoted(label) if is_odd(label) else label)


def held_by(value: Value) -> str | None:
    """The variable that holds the value, if its code is a bare name."""
    return name_of(value.code)


def parts_of(value: Value) -> list[Value] | None:
    """The parts of a list or tuple that are known one by one."""
    if isinstance(value, Const) and isinstance(value.value, (list, tuple)):
        return [Const(Item(value.code, literal(place)), part) for place, part in enumerate(value.value)]
    return list(value.items) if isinstance(value, Elements) and value.kind != "dict" else None


def is_spark(value: Value) -> bool:
    """Whether the value's object lives in Spark in the emitted program."""
    if isinstance(value, (Local, Const)):  # most are, and the sooner that is known the better
        return False
    if isinstance(value, Elements):
        return any(is_spark(item) for item in value.items)
    return isinstance(value, IN_SPARK)


IN_SPARK = (Frame, Column, Membership, Grouped, Windowed, Accessor, Labels, Collected, Class, Instance)
"""Values whose code is written for Spark: plain Python code cannot take them as they are."""
