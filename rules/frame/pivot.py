"""Pivot tables: Spark aggregates the groups, and pandas lays the few results out as a table.

The columns of the table are values of the data. So the table is a pandas object; what comes to
the driver is one row per group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rules.groupby.aggregation import renamed_groups
from rules.groupby.functions import Aggregate, aggregate, function_name, named_functions
from rules.groupby.grouping import by_keys, grouped_code, name_of_key
from translator.rulekit import (
    CATEGORICAL,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    Elements,
    F,
    Field,
    Frame,
    Grouped,
    Local,
    Raw,
    Value,
    at_hand,
    column_like,
    constant,
    flag,
    given,
    items,
    literal,
    materialised,
    names,
    parity,
    replace,
    rows_on_driver,
    rule,
    text,
    without_missing,
)

ADDITIVE = {"sum": "sum", "count": "sum", "size": "sum", "min": "min", "max": "max"}
"""Aggregates whose margins follow from the groups, and the function that derives them."""


@dataclass(frozen=True)
class Keys:
    """The grouping columns of a table: `rows` of them beside it, the others above it."""

    frame: Frame
    columns: tuple[str, ...]
    names: tuple[str, ...]
    rows: int

    def grouped(self, dropna: bool) -> Grouped:
        return Grouped(self.frame.code, frame=self.frame, keys=self.columns, key_names=self.names, dropna=dropna)

    @property
    def beside(self) -> str | list[str]:
        return _one_or_list(self.names[: self.rows])

    @property
    def above(self) -> str | list[str]:
        return _one_or_list(self.names[self.rows :])


@rule("DataFrame.pivot_table")
def pivot_table(
    df: Frame, values: Value, index: Value, columns: Value, aggfunc: Value, fill_value: Value, margins: Value,
    dropna: Value, margins_name: Value, observed: Value, at: CallSite,
) -> Local:  # fmt: skip
    """Aggregate by two sets of keys and lay the groups out as a table.

    Each group comes to the driver as one row, so ``first`` finds its aggregate; pandas then adds
    what is missing, fill values and margins by its own rules.

    Example:
        df.pivot_table(values="n", index="k", aggfunc=["sum", "max"])
    Becomes:
        tables_of_functions(
            to_pandas(
                df.dropna(subset=["k"])
                .groupBy("k")
                .agg(F.sum("n").alias("n_sum"), F.max("n").alias("n_max")),
            ),
            ["sum", "max"],
            "n",
            index="k",
        )

    Example:
        df.pivot_table(values="n", index="k", columns="s", aggfunc="sum")
    Becomes:
        to_pandas(
            df.dropna(subset=["k", "s"]).groupBy("k", "s").agg(F.sum("n").alias("n"))
        ).pivot_table(values="n", index="k", columns="s", aggfunc="first")
    """
    keys = _keys(df, index, columns)
    unused = _has_unused(keys, observed)
    wanted = names(values, "the values") if given(values) else []
    several = named_functions(aggfunc)
    if several is not None:
        if flag(margins, "margins") or not wanted or unused:
            raise Decline("several functions with margins, or of all columns", code="T310")
        return _of_each_function(keys, several, values, {"fill_value": fill_value, "observed": observed}, dropna)
    functions = _functions(aggfunc)
    chosen = [str(c) for c in wanted] or (
        list(functions) if isinstance(functions, dict) else [c for c in df.fields if c not in keys.columns]
    )
    if isinstance(functions, dict) and set(functions) != set(chosen):
        raise Decline("the functions are not for the same columns as the values", code="T310")
    by_label = functions if isinstance(functions, dict) else dict.fromkeys(chosen, functions)
    _require_apart(keys, chosen)
    grouped = keys.grouped(flag(dropna, "dropna"))
    parts = [aggregate(grouped, label, by_label[label]) for label in chosen]
    options: dict[str, Any] = {}
    if given(values):
        options["values"] = values
    options |= {"index": keys.beside} if keys.rows else {}
    options |= {"columns": keys.above} if keys.rows < len(keys.names) else {}
    options["aggfunc"] = _alone(by_label.values(), unused)
    if given(fill_value):
        options["fill_value"] = fill_value
    if flag(margins, "margins"):
        if unused:
            raise Decline("categories without rows beside margins", code="T310")
        if _from_rows(keys, values, chosen, by_label, fill_value):
            return Local(_with_margins(grouped, keys, parts[0], margins_name), "DataFrame", was_spark=True)
        options["aggfunc"] = _margin_function(keys, chosen, by_label)
        options |= {"margins": True} | ({"margins_name": margins_name} if text(margins_name) != "All" else {})
    if not grouped.dropna:
        options["dropna"] = False
    if given(observed):
        options["observed"] = observed
    return Local(_groups(grouped, parts).pivot_table(**options), "DataFrame", was_spark=True)


def _of_each_function(
    keys: Keys, functions: Sequence[tuple[str, Value]], values: Value, options: dict[str, Value], dropna: Value
) -> Local:
    """One table for each function side by side, from one pass over the rows."""
    chosen = [str(c) for c in names(values, "the values")]
    _require_apart(keys, chosen)
    grouped = keys.grouped(flag(dropna, "dropna"))
    labels = [name for name, _ in functions]
    if len(set(labels)) < len(labels) or "size" in labels or not grouped.dropna:
        raise Decline("a function is there twice, the size is no column, or missing keys make groups", code="T310")
    parts = [aggregate(grouped, c, function_name(f), f"{c}_{label}") for label, f in functions for c in chosen]
    _require_apart(keys, [f"{c}_{label}" for label in labels for c in chosen])
    shown: dict[str, Any] = {"index": keys.beside} if keys.rows else {}
    shown |= {"columns": keys.above} if keys.rows < len(keys.names) else {}
    shown |= {name: value for name, value in options.items() if given(value)}
    table = parity.tables_of_functions(_groups(grouped, parts), labels, values, **shown)
    return Local(table, "DataFrame", was_spark=True)


@rule("pandas.pivot_table")
def pivot_table_function(
    data: Value, values: Value, index: Value, columns: Value, aggfunc: Value, fill_value: Value, margins: Value,
    dropna: Value, margins_name: Value, observed: Value, at: CallSite,
) -> Local:  # fmt: skip
    """The function form of ``DataFrame.pivot_table``.

    Example:
        pd.pivot_table(df, values="v", index=["k"], aggfunc="mean")
    Becomes:
        to_pandas(
            df.dropna(subset=["k"]).groupBy("k").agg(F.avg("v").alias("v"))
        ).pivot_table(values="v", index="k", aggfunc="first")
    """
    if not isinstance(data, Frame):
        raise Decline("only frames that live in Spark are aggregated there", code="T311")
    return pivot_table(data, values, index, columns, aggfunc, fill_value, margins, dropna, margins_name, observed, at)


@rule("pandas.crosstab")
def crosstab(
    index: Value, columns: Value, values: Value, rownames: Value, colnames: Value, aggfunc: Value, margins: Value,
    margins_name: Value, normalize: Value, at: CallSite,
) -> Local:  # fmt: skip
    """Count (or aggregate) the combinations of two sets of keys.

    Example:
        pd.crosstab(df["k"], df["s"])
    Becomes:
        to_pandas(
            df.dropna(subset=["k", "s"]).groupBy("k", "s").agg(F.count("*").alias("count"))
        ).pivot_table(values="count", index="k", columns="s", aggfunc="sum", fill_value=0)
    """
    beside, above = _columns(index), _columns(columns)
    _require_groups([*beside, *above], at)
    frame = _widest([*beside, *above, *([values] if isinstance(values, Column) else [])])
    key_names = [*_names(beside, rownames), *_names(above, colnames)]
    keys = _keyed(frame, [*beside, *above], key_names, len(beside))
    unused = _has_unused(keys, Const(literal(None), None))
    label, function = "count", "size"
    fill: dict[str, Any] = {"fill_value": 0}
    if given(values):
        if not isinstance(values, Column):
            raise Decline("the values are not a column that lives in Spark", code="T311")
        stored = materialised(column_like(values, keys.frame, "the values"), "_value")
        keys = replace(keys, frame=stored.frame)
        label, function, fill = str(stored.plain), function_name(aggfunc), {}
    _require_apart(keys, [label])
    grouped = keys.grouped(dropna=True)
    part = (
        aggregate(grouped, label, function)
        if given(values)
        else Aggregate(label, F.count("*"), Field("int64", False))
    )
    options: dict[str, Any] = {"values": label, "index": keys.beside, "columns": keys.above}
    options["aggfunc"] = _alone([function], unused) if given(values) else "sum"
    if unused and not given(values):
        options["observed"] = True  # pandas counts the rows of a group by a function of Python: none where there are none
    if flag(margins, "margins"):
        if unused:
            raise Decline("categories without rows beside margins", code="T310")
        options["aggfunc"] = _margin_function(keys, [label], {label: function})
        fill |= {"margins": True} | ({"margins_name": margins_name} if text(margins_name) != "All" else {})
    table = _groups(grouped, [part]).pivot_table(**options, **fill)
    known = constant(normalize, "normalize")
    if known is not False:
        if flag(margins, "margins"):
            raise Decline("shares beside margins are not derived from the counts", code="T310")
        table = table.pipe(_share(known))
        table = table.fillna(0) if given(values) else table
    return Local(table, "DataFrame", was_spark=True)


def _require_groups(keys: Sequence[Value], at: CallSite) -> None:
    """A table of nothing has no columns, whose sums would be floats; pandas' has whole numbers."""
    if at_hand.none_complete(keys):
        raise Decline("with the data at hand there is nothing to count", code="T312")
    at.assume("A109")


def _share(normalize: object) -> Code:
    """The function that turns a table into shares, as ``crosstab(normalize=...)`` does."""
    if normalize == "index":
        return Raw("lambda table: table.div(table.sum(axis=1), axis=0)")
    if normalize == "columns":
        return Raw("lambda table: table / table.sum()")
    if normalize is True or normalize == "all":
        return Raw("lambda table: table / table.sum(axis=1).sum()")
    raise Decline(f"the value {normalize!r} of normalize is not supported here", code="T310")


def _groups(grouped: Grouped, parts: Sequence[Aggregate]) -> Code:
    """One row per group on the driver, in no particular order."""
    labels = dict(zip(grouped.keys, map(str, grouped.key_names), strict=True))
    renamed = any(key != label for key, label in labels.items())
    groups = renamed_groups(grouped, labels) if renamed else grouped_code(grouped)
    code = groups.agg(*(part.code.alias(part.label) for part in parts))
    keys = {label: _key_field(grouped, key) for key, label in labels.items()}
    return rows_on_driver(Frame(code, fields={**keys, **{part.label: part.field for part in parts}}, bounded=True))


def _key_field(grouped: Grouped, key: str) -> Field:
    fact = grouped.frame.physical[key]
    return replace(fact, nullable=False, none=False) if grouped.dropna else fact


def _functions(aggfunc: Value) -> str | dict[str, str]:
    """pandas' name of the aggregate, or one for each column."""
    if isinstance(aggfunc, Elements) and aggfunc.kind == "dict" or (
        isinstance(aggfunc, Const) and isinstance(aggfunc.value, dict)
    ):
        return {text(k): function_name(v) for k, v in items(aggfunc)}
    if isinstance(aggfunc, Elements) or isinstance(aggfunc, Const) and isinstance(aggfunc.value, (list, tuple)):
        raise Decline("a list of functions gives columns of several levels", code="T310")
    if isinstance(aggfunc, Const) and aggfunc.value == "size":
        raise Decline("the sizes of groups are a Series, no table", code="T310")
    return function_name(aggfunc)


def _keys(df: Frame, index: Value, columns: Value) -> Keys:
    beside = _columns(index) if given(index) else []
    above = _columns(columns) if given(columns) else []
    parts = [*beside, *above]
    frame = df
    key_names = [name_of_key(p) if isinstance(p, Column) else text(p, "the key") for p in parts]
    return _keyed(frame, parts, key_names, len(beside))


def _columns(value: Value) -> list[Value]:
    """The keys that an argument names: one or a list of labels or columns."""
    if isinstance(value, Elements) and value.kind != "dict":
        return list(value.items)
    if isinstance(value, Column):
        return [value]
    return [Const(label.code, str(label)) for label in names(value, "the keys")]


def _keyed(frame: Frame, parts: Sequence[Value], key_names: Sequence[str | None], rows: int) -> Keys:
    if not parts:
        raise Decline("a table needs a key", code="T310")
    if any(n is None for n in key_names) or len({str(n).lower() for n in key_names}) < len(key_names):
        raise Decline("the keys have no names that tell them apart", code="T310")
    keyed, columns, _ = by_keys(frame, Elements(literal([]), "list", tuple(parts)))
    return Keys(keyed, tuple(map(str, columns)), tuple(str(n) for n in key_names), rows)


def _names(parts: Sequence[Value], labels: Value) -> list[str | None]:
    if given(labels):
        found = constant(labels, "the names")
        if len(found) != len(parts) or not all(isinstance(n, str) for n in found):
            raise Decline("there are not as many names as keys", code="T310")
        return list(found)
    return [name_of_key(p) if isinstance(p, Column) else None for p in parts]


def _widest(parts: Sequence[Value]) -> Frame:
    """The frame that all the columns belong to."""
    frames = [p.frame for p in parts if isinstance(p, Column)]
    if len(frames) < len(parts):
        raise Decline("something in the table is not a column that lives in Spark", code="T311")
    return frames[0]


def _has_unused(keys: Keys, observed: Value) -> bool:
    """Whether categories without rows become groups too, which pandas adds on the driver."""
    categorical = any(keys.frame.physical[k].dtype in CATEGORICAL for k in keys.columns)
    return categorical and not (given(observed) and constant(observed) is True)


ALONE = {**dict.fromkeys(("mean", "median", "std", "var", "min", "max"), "first"),
         **dict.fromkeys(("sum", "count", "size", "nunique"), "sum")}  # fmt: skip
"""What finds the aggregate of a group's only row, and gives for no row what the aggregate gives."""


def _alone(functions: Iterable[str], unused: bool) -> str:
    """The function by which pandas takes the aggregates of the groups into the table.

    Raises:
        Decline: T310 where groups without rows would need several, or one that is not known.
    """
    if not unused:
        return "first"
    found = {ALONE.get(function) for function in functions}
    if len(found) > 1 or None in found:
        raise Decline("categories without rows become groups too unless observed=True", code="T310")
    return str(found.pop())


def _require_apart(keys: Keys, labels: Sequence[str]) -> None:
    taken = [label.lower() for label in (*keys.names, *labels)]
    if len(set(taken)) < len(taken) or not labels:
        raise Decline("the keys and the values are not different columns", code="T310")


def _margin_function(keys: Keys, labels: Sequence[str], functions: dict[str, str]) -> str:
    """The function that makes pandas' margins of the groups' aggregates.

    Raises:
        Decline: where pandas' margins need the rows themselves.
    """
    found = {functions[label] for label in labels}
    certain = all(label not in keys.frame.fields or not keys.frame.fields[label].nullable for label in labels)
    if len(found) > 1 or not found <= set(ADDITIVE) or not (certain or found == {"size"}):
        raise Decline("the margins do not follow from the groups' aggregates", code="T310")
    return ADDITIVE[found.pop()]


def _from_rows(keys: Keys, values: Value, chosen: Sequence[str], functions: dict[str, str], fill_value: Value) -> bool:
    """Whether the margins are aggregates of the rows that ``cube`` gives beside those of the groups."""
    plain = given(values) and isinstance(constant(values, "the values"), str) and not given(fill_value)
    texts = all(keys.frame.physical[k].dtype == "str" for k in keys.columns)
    named = all(k == n and "." not in k for k, n in zip(keys.columns, keys.names, strict=True))
    beside = keys.rows == 1 and len(keys.names) <= 2
    fact = keys.frame.fields.get(chosen[0])
    known = fact is not None and functions[chosen[0]] in ("mean", "median", "min", "max")
    return plain and texts and named and beside and known and fact is not None and fact.dtype == "float64"


def _with_margins(grouped: Grouped, keys: Keys, part: Aggregate, margins_name: Value) -> Code:
    """Groups and margins from one pass: a key is missing where it is summed up."""
    missing = [k for k in keys.columns if keys.frame.physical[k].nullable]
    if not grouped.dropna:
        raise Decline("rows without keys are groups too", code="T310")
    code = without_missing(keys.frame.code, missing) if missing else keys.frame.code
    code = code.cube(*keys.columns).agg(part.code.alias(part.label))
    rows = rows_on_driver(Frame(code, fields={**{k: Field("str") for k in keys.columns}, part.label: part.field}))
    name = {} if text(margins_name) == "All" else {"name": margins_name}
    return parity.table_with_margins(rows, part.label, *keys.names, **name)


def _one_or_list(labels: Sequence[str]) -> str | list[str]:
    return labels[0] if len(labels) == 1 else list(labels)
