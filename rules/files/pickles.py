"""Pickled frames become Delta tables; pickles of other objects stay pickles."""

from __future__ import annotations

import glob
import re
from collections.abc import Mapping
from pathlib import PurePath

from translator.rulekit import (
    ROW,
    ROW_ORDER,
    CallSite,
    Code,
    Const,
    Decline,
    Field,
    Frame,
    Local,
    Raw,
    Value,
    code_text,
    current,
    fresh,
    literal,
    name,
    ordered,
    places,
    replace,
    rule,
    spark,
    tables,
    with_labels,
)

UNFIT = re.compile(r"[ ,;{}()\n\t=]")


def path_text(path: Value) -> str:
    """A constant path as text.

    Raises:
        Decline: T311 when the path is computed at run time.
    """
    if isinstance(path, Const) and isinstance(path.value, (str, PurePath)):
        return str(path.value)
    raise Decline("the path is not known at translation time", "use a constant path", code="T311")


def table_path(path: Value) -> Code:
    """Code of the table's path: the pickle's path without its suffix, written as the source wrote it."""
    text = path_text(path)
    suffix = places.PICKLED.search(text)
    own = code_text(path.code)
    if suffix is None:
        return path.code if isinstance(getattr(path, "value", None), str) else literal(text)
    quoted = own.count(suffix[0] + '"') + own.count(suffix[0] + "'") == 1
    if quoted and isinstance(path.code, Raw) and isinstance(getattr(path, "value", None), str):
        return Raw(re.sub(re.escape(suffix[0]) + r"(?=[\"'])", "", own), 11)
    if f'"{text}"' in own or f"'{text}'" in own:
        return literal(text[: suffix.start()])
    whole = path.code if isinstance(getattr(path, "value", None), str) else name("str")(path.code)
    return whole.removesuffix(suffix[0])


def _stored(frame: Frame) -> Frame:
    """The frame with its labels in columns and its order known, which is what a table must carry."""
    frame = with_labels(frame, "a pickled frame") if frame.index.kind != "stored" else frame
    frame = ordered(frame, "a pickled frame")
    for label, fact in frame.physical.items():
        if UNFIT.search(label):
            raise Decline(f"a table cannot have the column name {label!r}", code="T202")
        if fact.dtype == "timedelta":
            raise Decline(f"column {label!r} holds time spans, which a table cannot store", code="T202")
    return frame


def _frame(value: Value, path: Value) -> Frame:
    if isinstance(value, Frame):
        return value
    if isinstance(path, Const):
        current().outputs[path_text(path)] = "pickle"
    raise Decline("objects that are not frames stay pickles", code="T302")


def _location(path: Value) -> Code:
    """Code of where the table is: where the layout has it, or beside the pickle."""
    place = tables.place_of(path_text(path))
    return table_path(path) if place is None else literal(place)


def _save(frame: Frame, path: Value) -> Local:
    text = path_text(path)
    key = current().key(text)
    tables.require_table(text)
    if current().is_demanded("eager", key):
        raise Decline("the program reads this pickle and changes it later on", "it stays a pickle", code="T205")
    frame = _stored(frame)
    _require_alike(frame, text)
    writer = frame.code.write.format("delta").mode("overwrite").option("overwriteSchema", True)
    current().files[key] = frame
    tables.note_table(text)
    current().outputs[tables.location_of(text)] = "delta"
    return Local(writer.save(_location(path)))


def _require_alike(frame: Frame, path: str) -> None:
    """That a pickle which is written at several places holds the same kind of frame each time, for any may be read later.

    Raises:
        Decline: T205 where it does not.
    """
    key = current().key(path)
    before = current().files.get(key)
    table = tables.known(path) if before is None else None
    others = isinstance(before, Frame) and _shape(frame) != _shape(before)
    if others or table is not None and _types(table.fields) != _types(frame.fields):
        current().demand("pickle", key)
        raise Decline("the pickle is written with other columns, types or labels elsewhere", "it stays a pickle", code="T205")


def _shape(frame: Frame) -> object:
    facts = [(c, f.dtype, f.nullable, f.none, f.categories) for c, f in frame.physical.items()]
    return facts, list(frame.fields), frame.index, frame.order, frame.tuples


def _types(fields: Mapping[str, Field]) -> list[tuple[str, str]]:
    return [(name, fact.dtype) for name, fact in fields.items()]


def _load(path: Value, at: CallSite) -> Frame:
    text = path_text(path)
    known = current().files.get(current().key(text))
    if known is None and (table := tables.converted(text)) is not None:
        return _converted(text, table, at)
    if not isinstance(known, Frame):
        current().inputs[text] = "pickle"
        raise Decline("nothing here has written this pickle as a table", "it stays a pickle", code="T201")
    if current().attempted:
        current().looked_at.add(glob.escape(current().key(text)))
        message = "where the table is missing Spark raises another error than a handler waits for"
        raise Decline(message, "it stays a pickle", code="T205")
    current().reads(text)
    renewed = {c: Field(f.dtype, f.nullable, categories=f.categories, none=f.none) for c, f in known.physical.items()}
    current().inputs[tables.location_of(text)] = "delta"
    return replace(
        known, code=spark.read.format("delta").load(_location(path)), rows=(fresh(),), origins=frozenset(),
        fields={c: renewed[c] for c in known.fields}, hidden={c: renewed[c] for c in known.hidden},
        sorted=False, parts={},
    )  # fmt: skip


def _converted(path: str, table: tables.Table, at: CallSite) -> Frame:
    """The frame of a pickle that was converted to a table, which has the position of each row as well."""
    tables.require_table(path)
    current().reads(path)
    tables.note_table(path)
    current().inputs[table.place] = "delta"
    times = any(f.dtype == "datetime" for f in (*table.fields.values(), *table.levels.values()))
    session = Raw("spark", needs=frozenset({"spark", "utc"})) if times else spark
    code = session.read.format("delta").load(literal(table.place))
    if table.renames:
        code = code.withColumnsRenamed(dict(table.renames))
    hidden = {ROW: Field("int64", False), **table.levels}
    at.assume("A103")
    return Frame(code, fields=table.fields, hidden=hidden, index=table.index, order=ROW_ORDER)


@rule("DataFrame.to_pickle", ignores=("compression", "protocol", "storage_options"))
def to_pickle(df: Frame, path: Value, at: CallSite) -> Local:
    """Park a frame for a later step.

    The table carries the index and the row position, so that a reload is the same frame.

    Example:
        df.to_pickle("cache/daily.pkl")
    """
    return _save(df, path)


@rule("pickle.dump")
def dump(obj: Value, file: Value, protocol: Value, at: CallSite) -> Local:
    """Pickle a frame into a file that was opened for it.

    Example:
        pickle.dump(df, "cache/daily.pkl")
    """
    return _save(_frame(obj, file), file)


@rule("joblib.dump")
def joblib_dump(value: Value, filename: Value, at: CallSite) -> Local:
    """Park a frame with joblib.

    Example:
        joblib.dump(df, "cache/daily.joblib")
    """
    return _save(_frame(value, filename), filename)


@rule("pandas.read_pickle", ignores=("compression", "storage_options"))
def read_pickle(filepath_or_buffer: Value, at: CallSite) -> Frame:
    """Read a frame that this program or one before it has parked.

    Example:
        pd.read_pickle("cache/daily.pkl")
    """
    return _load(filepath_or_buffer, at)


@rule("pickle.load")
def load(file: Value, at: CallSite) -> Frame:
    """Unpickle a frame from a file that was opened for it.

    Example:
        pickle.load("cache/daily.pkl")
    """
    return _load(file, at)


@rule("joblib.load")
def joblib_load(filename: Value, at: CallSite) -> Frame:
    """Load a frame that joblib has parked.

    Example:
        joblib.load("cache/daily.joblib")
    """
    return _load(filename, at)
