"""Writers: one file where the original wrote one, a directory of Parquet files where that serves."""

from __future__ import annotations

from collections.abc import Mapping

from rules.files.pickles import path_text
from translator.rulekit import (
    CATEGORICAL,
    MASKED,
    OBJECTS,
    PERIODS,
    RANGE,
    CallSite,
    Code,
    Column,
    Const,
    Decline,
    Field,
    Frame,
    Local,
    Value,
    constant,
    current,
    flag,
    frame_on_driver,
    given,
    literal,
    parity,
    probe,
    replace,
    rows_and_labels,
    rule,
    series_frame,
)

LOSSY = MASKED | PERIODS | CATEGORICAL | {"bool?", "timedelta", "null", "uint8", "uint16", "uint32"}


def on_driver(frame: Frame, at: CallSite) -> Code:
    """The rows on the driver, for a writer of one file, with the note that belongs to a bridge."""
    policy = current().config.bridge
    if policy == "never" or (policy == "bounded" and not frame.bounded):
        raise Decline(f"a bridge to the driver is not allowed (--bridge {policy})", code="T315")
    at.status = "driver"
    size = "bounded" if frame.bounded else "unbounded"
    at.note("T315", f"rows are brought to the driver to write one file ({size})")
    return frame_on_driver(frame)


def _given_options(options: Mapping[str, tuple[Value, object]]) -> dict[str, Code]:
    """Arguments that differ from pandas' defaults, as they are written out again."""
    for name, (value, default) in options.items():
        if isinstance(value, Const) and value.value is None and default is not None:
            raise Decline(f"{name}=None has a meaning of its own", code="T310")
    return {
        name: value.code for name, (value, default) in options.items()
        if given(value) and not (isinstance(value, Const) and value.value == default)
    }  # fmt: skip


@rule("DataFrame.to_csv", "Series.to_csv")
def to_csv(
    data: Frame | Column, path_or_buf: Value, sep: Value, na_rep: Value, float_format: Value, columns: Value,
    header: Value, index: Value, index_label: Value, mode: Value, encoding: Value, compression: Value,
    quoting: Value, quotechar: Value, lineterminator: Value, chunksize: Value, date_format: Value,
    doublequote: Value, escapechar: Value, decimal: Value, errors: Value, at: CallSite,
) -> Local:  # fmt: skip
    """Write one CSV file.

    Spark writes a directory of parts; whoever reads the file next expects a file of that name, with
    numbers and times as pandas spells them. So the rows pass through the driver, some hundred
    thousand at a time. Labels that are not written are not brought along.

    Example:
        df.to_csv("out.csv", index=False)
    """
    if not given(path_or_buf):
        raise Decline("the CSV text itself is asked for", code="T310")
    df, header = _table(data, header)
    without_labels = isinstance(index, Const) and index.value is None  # as false as False to pandas
    options = _given_options({
        "sep": (sep, ","), "na_rep": (na_rep, ""), "float_format": (float_format, None),
        "columns": (columns, None), "header": (header, True),
        "index": (index, None if without_labels else True),
        "index_label": (index_label, None), "mode": (mode, "w"), "encoding": (encoding, None),
        "compression": (compression, "infer"), "quoting": (quoting, None), "quotechar": (quotechar, '"'),
        "lineterminator": (lineterminator, None), "chunksize": (chunksize, None),
        "date_format": (date_format, None), "doublequote": (doublequote, True),
        "escapechar": (escapechar, None), "decimal": (decimal, "."), "errors": (errors, "strict"),
    })  # fmt: skip
    if without_labels:
        options["index"] = literal(False)
    labelled = not without_labels and flag(index, "index")
    rows = df if labelled else replace(df, index=RANGE)
    if df.tuples or df.as_made is not None:
        code = on_driver(rows, at).to_csv(path_or_buf.code, **options)
    else:
        code = _in_batches(rows, path_or_buf, options)
    _written(path_or_buf)
    return Local(code)


def _in_batches(rows: Frame, path: Value, options: Mapping[str, Code]) -> Code:
    code, labels = rows_and_labels(rows, for_file=True)
    return parity.write_csv(code, path.code, **{**options, **labels})


def _table(data: Frame | Column, header: Value) -> tuple[Frame, Value]:
    """What is written as a frame, and the header, which calls a Series without a name 0."""
    if isinstance(data, Frame):
        return data, header
    frame, label = series_frame(data)
    if data.name != label and isinstance(header, Const) and header.value is True:
        shown = [data.name or "0"]
        return frame, Const(code=literal(shown), value=shown)
    return frame, header


def _written(path: Value) -> None:
    """Remember that the file now holds something else than what lies on the disk."""
    if isinstance(path, Const):
        text = path_text(path)
        current().outputs[text] = "csv"
        current().files[current().key(text)] = "csv"


@rule("DataFrame.to_parquet", ignores=("engine", "compression"))
def to_parquet(df: Frame, path: Value, index: Value, at: CallSite) -> Local:
    """Write Parquet: a directory of files, which pandas and Spark read like one.

    A data frame's default index is no column in the file, and neither is it here.

    Example:
        df.to_parquet("out", index=False)
    """
    text = path_text(path)
    keeps = given(index) and flag(index, "index")
    if keeps or (not given(index) and df.index.kind != "range"):
        raise Decline("pandas stores the index in the file, Spark would not", "pass index=False", code="T310")
    key = current().key(text)
    if key in current().read_by_spark or current().is_demanded("eager", key):
        raise Decline("the program reads this path, which Spark would empty first", code="T310")
    lossy = next((c for c, f in df.fields.items() if f.dtype in LOSSY), None)
    if lossy is not None:
        raise Decline(f"column {lossy!r} would be read back as another dtype", code="T312")
    if current().is_demanded("in_order", key):
        raise Decline("programs read this file with its rows in their order, or look at it as a file", code="T316")
    code = df.code.select(*df.fields) if df.hidden else df.code
    current().outputs[text] = "parquet"
    current().folders.add(key)
    current().files[key] = _folder(df, current().files.get(key))
    place = path.code if isinstance(constant(path), str) else _as_text(path)
    return Local(code.write.mode("overwrite").parquet(place))


def _folder(df: Frame, before: object) -> probe.ParquetProbe | str:
    """What is known of the columns in the folder; nothing where they are others at another place."""
    facts = {c: Field(f.dtype, f.nullable, none=f.dtype in OBJECTS) for c, f in df.fields.items()}
    found = probe.ParquetProbe(facts, (), {}, {}, (), one_file=False)
    return found if not isinstance(before, probe.ParquetProbe) or before.alike(found) else "parquet"


def _as_text(path: Value) -> Code:
    from translator.rulekit import name

    return name("str")(path.code)
