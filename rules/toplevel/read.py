"""Readers: files become Spark frames with the columns and types that pandas infers."""

from __future__ import annotations

from typing import Any

from rules.toplevel.csv_options import reader_options, unnamed_columns
from rules.toplevel.read_by_pandas import read_by_pandas, text_of_buffer
from translator.rulekit import (
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    SPARK_TYPES,
    CallSite,
    Code,
    Const,
    Decline,
    Elements,
    Field,
    Frame,
    Function,
    Index,
    Level,
    Module,
    Value,
    call_lambda,
    constant,
    current,
    given,
    handles,
    literal,
    name_of,
    one_of,
    parity,
    places,
    probe,
    replace,
    rule,
)

HARMLESS_QUOTING = (0, 1)
"""``csv.QUOTE_MINIMAL`` and ``csv.QUOTE_ALL``, which mean the same to a reader."""


@rule("pandas.read_csv", otherwise=read_by_pandas, ignores=(
    "low_memory", "memory_map", "verbose", "float_precision", "cache_dates", "infer_datetime_format"))  # fmt: skip
def read_csv(
    filepath_or_buffer: Value, sep: Value, delimiter: Value, header: Value, names: Value, index_col: Value,
    usecols: Value, dtype: Value, parse_dates: Value, dayfirst: Value, date_format: Value, encoding: Value,
    na_values: Value, keep_default_na: Value, na_filter: Value, thousands: Value, decimal: Value, quotechar: Value,
    nrows: Value, compression: Value, quoting: Value, engine: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Read a CSV file.

    pandas decides types by looking at the whole file and reads nineteen texts as missing, in
    every column. The types are learned from the file at hand; the support function reads cells
    as text, applies pandas' markers and casts, so that data which no longer fit raise.

    Example:
        pd.read_csv("data/people.csv")
    """
    one_of(compression, "infer")
    one_of(quoting, *HARMLESS_QUOTING)
    options = _options(sep=sep, delimiter=delimiter, header=header, names=names, index_col=index_col,
                       parse_dates=parse_dates, dayfirst=dayfirst, date_format=date_format,
                       encoding=encoding, na_values=na_values, keep_default_na=keep_default_na,
                       na_filter=na_filter, thousands=thousands, decimal=decimal, quotechar=quotechar,
                       nrows=nrows)  # fmt: skip
    if given(dtype):
        options["dtype"] = _dtypes(dtype)
    if given(engine) and constant(engine, "engine") == "pyarrow":
        _require_same_by_arrow(filepath_or_buffer, options)
    return _read(filepath_or_buffer, options, usecols, at)


def _require_same_by_arrow(place: Value, options: dict[str, Any]) -> None:
    path = places.path_of(place)
    if not probe.same_by_arrow(path, options):
        raise Decline("the engine pyarrow reads the file in another way", "leave the engine to pandas", code="T312")


@rule("pandas.read_table", ignores=("low_memory",), otherwise=read_by_pandas)
def read_table(
    filepath_or_buffer: Value, sep: Value, delimiter: Value, header: Value, names: Value, index_col: Value,
    usecols: Value, parse_dates: Value, encoding: Value, na_values: Value, nrows: Value, at: CallSite,
) -> Frame:  # fmt: skip
    """Read a file of cells between tabs.

    Example:
        pd.read_table("data/people.tsv")
    """
    options = _options(sep=sep, delimiter=delimiter, header=header, names=names, index_col=index_col,
                       parse_dates=parse_dates, encoding=encoding, na_values=na_values, nrows=nrows)  # fmt: skip
    if "delimiter" not in options:
        options.setdefault("sep", "\t")
    return _read(filepath_or_buffer, options, usecols, at)


def _read(place: Value, options: dict[str, Any], usecols: Value, at: CallSite) -> Frame:
    if text_of_buffer(place) is not None or handles.handle_of(place) is not None:
        return read_by_pandas(at)
    path = places.path_of(place)
    if "://" in path:
        raise Decline("a file behind a URL is read by pandas", code="T201")
    if given(usecols):
        options["usecols"] = _chosen(usecols, path, options)
    numbered = options.get("header", "infer") is None and "names" not in options
    if numbered:
        options["names"] = _numbers(path, options)
    categories = _categories(path, options)
    known = _index_named(probe.csv(path, options), options)
    _require_representable(known)
    if any(fact.dtype == "null" for fact in known.fields.values()):
        raise Decline("the file at hand has no rows, which leaves the types of its columns open", code="T202")
    reader = reader_options(path, options, known)
    if categories:
        reader["categories"] = categories
    if reader.get("header") is False:
        known = replace(known, header=(*known.header, *unnamed_columns(path, options, known)))
    several = current().several
    if not at.wants_order and (several or probe.is_large(path)):
        reader["large"] = True
    schema: Any = {c: SPARK_TYPES[known.fields[c].dtype] if c in known.fields else "STRING" for c in known.header}
    if several:
        schema = current().by_file("SCHEMAS", path, schema)
    at.assume("A103")
    current().reads(path)
    current().inputs[path] = "csv"
    frame = _framed(at, _with_rows(at, place.code, schema, reader), known)
    tuples = {c: (int(c),) for c in frame.fields} if numbered else {}
    labelled = {c: Field("category", f.nullable, categories=tuple(categories[c]), missing=f.missing)
                for c, f in frame.fields.items() if c in categories}  # fmt: skip
    return replace(frame, bounded="nrows" in options, tuples=tuples, fields={**frame.fields, **labelled})


def _categories(path: str, options: dict[str, Any]) -> dict[str, list[str]]:
    """The categories, by column, that ``dtype="category"`` makes of the file at hand; in `options` they become text.

    Raises:
        Decline: T202 for categories that are not text, and for index columns.
    """
    dtypes = options.get("dtype")
    chosen = [c for c, dtype in dtypes.items() if dtype == "category"] if isinstance(dtypes, dict) else []
    if not isinstance(dtypes, dict) or not chosen:
        return {}
    data = probe.by_pandas("pandas.read_csv", handles.Handle(path), [], options)
    found = {c: data[c].cat.categories.tolist() for c in chosen if c in data.columns}
    if len(found) < len(chosen) or not all(isinstance(text, str) for texts in found.values() for text in texts):
        raise Decline("the categories are not those of text in a column", code="T202")
    options["dtype"] = {c: "str" if c in found else dtype for c, dtype in dtypes.items()}
    return found


def _numbers(path: str, options: dict[str, Any]) -> list[str]:
    """The texts under which columns are held that a file without a header leaves to be numbered."""
    if {"index_col", "usecols", "dtype", "parse_dates"} & set(options):
        raise Decline("columns without names are chosen by their numbers", code="T310")
    found = probe.csv(path, options)
    return [str(number) for number in range(len(found.fields) + len(found.problems))]


def _chosen(usecols: Value, path: str, options: dict[str, Any]) -> Any:
    """The columns that ``usecols`` names, or a function of the program chooses by their names."""
    if not isinstance(usecols, Function):
        return constant(usecols, "usecols")
    names = options.get("names") or probe.csv(path, options).header
    kept = {label: call_lambda(usecols, [Const(literal(label), label)]) for label in names}
    return [label for label, keep in kept.items() if constant(keep, "what the function of usecols gives")]


def _index_named(known: probe.Probe, options: dict[str, Any]) -> probe.Probe:
    """An unnamed index column (``index_col=0`` of what ``to_csv`` wrote) under its name in the file."""
    position = options.get("index_col")
    if known.index != (None,) or isinstance(position, bool) or not isinstance(position, int):
        return known
    if "names" in options or position >= len(known.header) or "index" in known.header:
        return known
    fields = {known.header[position] if c == "index" else c: f for c, f in known.fields.items()}
    return replace(known, fields=fields)


def _dtypes(value: Value) -> Any:
    """``dtype=str`` or ``dtype={"code": str, "n": "Int64"}`` with builtin types by their names."""
    if isinstance(value, Elements) and value.kind == "dict":
        pairs = zip(value.keys, value.items, strict=True)
        return {constant(k, "the column"): _dtypes(v) for k, v in pairs}
    if isinstance(value, Module):
        return value.name.rpartition(".")[2].rstrip("_")
    builtin = name_of(value.code)
    if not isinstance(value, Const) and builtin in ("str", "int", "float", "bool", "object"):
        return builtin
    return constant(value, "dtype")


def _options(**given_values: Value) -> dict[str, Any]:
    return {name: constant(value, name) for name, value in given_values.items() if given(value) or (
        name == "header" and isinstance(value, Const) and value.value is None)}  # fmt: skip


def _require_representable(known: probe.Probe) -> None:
    if known.problems:
        label, why = next(iter(known.problems.items()))
        raise Decline(f"column {label!r} cannot be held in Spark: {why}", code="T202")
    lowered = [c.lower() for c in known.header]
    if len(set(lowered)) != len(lowered) or ROW in lowered:
        raise Decline("column names are not distinct in Spark", code="T202")
    if any("`" in c for c in known.header):
        raise Decline("a column name contains a back quote", code="T202")
    joined = next((c for c in known.fields if c not in known.header and c != "index"), None)
    if joined is not None:
        raise Decline(f"column {joined!r} is made of several in the file", code="T310")


def _with_rows(at: CallSite, path: Code, schema: Any, reader: dict[str, Any]) -> Code:
    if at.wants_order:
        reader = {"row": ROW, **reader}
    return parity.read_csv(path, schema, **reader)


def _framed(at: CallSite, code: Code, known: probe.Probe) -> Frame:
    """The frame of a read: used columns in pandas' order, index columns stored."""
    fields = dict(known.fields)
    hidden: dict[str, Field] = {ROW: Field("int64", False)} if at.wants_order else {}
    unnamed = next((c for c in known.header if c.startswith("Unnamed: ") and c in fields), "index")
    levels = [Level(name or unnamed, name) for name in known.index]
    if any(level.column not in known.header for level in levels):
        raise Decline("the index column has no name in the file", code="T316")
    for level in levels:
        hidden[level.column] = fields.pop(level.column)
    wanted = [*hidden, *fields]
    physical = [*([ROW] if at.wants_order else []), *known.header]
    if wanted != physical:
        code = code.select(*wanted)
    order = ROW_ORDER if at.wants_order else None
    origins = frozenset([at.origin])
    if levels:
        index = Index("stored", tuple(levels))
        return Frame(code, fields=fields, hidden=hidden, index=index, order=order, origins=origins)
    if at.wants_order:
        return Frame(code, fields=fields, hidden=hidden, index=ROW_INDEX, order=order, origins=origins)
    return Frame(code, fields=fields, origins=origins)
