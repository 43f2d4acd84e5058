"""Rows by condition and label with ``loc`` and ``at``."""

from __future__ import annotations

from rules.frame.labelled import frame_of, is_label, labelled_rows, row_and_column, rows_by_label
from rules.frame.positions import require_settled, row_of
from translator.rulekit import (
    NUMBERS,
    Accessor,
    Const,
    Decline,
    Frame,
    Label,
    Local,
    Raw,
    Scalar,
    Value,
    cell_on_driver,
    frame_on_driver,
    literal,
    names,
    pandas_api,
    parts,
    rule,
    select_all,
)


@rule("DataFrame.loc.__getitem__")
def loc(accessor: Accessor, key: Value) -> Value:
    """Rows by condition or labels, and columns by name; a single label is looked up on the driver.

    Example:
        df.loc[df["v"] > 1, ["k", "n"]]
    Becomes:
        df.filter(F.col("v") > 1).select("k", "n")
    """
    df = frame_of(accessor)
    rows, columns = row_and_column(df, key)
    if is_label(df, rows):
        return looked_up(df, rows, columns)
    return _with_columns(rows_by_label(df, rows), columns)


def _with_columns(df: Frame, columns: Value | None) -> Value:
    if columns is None:
        return df
    if isinstance(columns, Const) and isinstance(columns.value, str):
        return df.column(Label(columns.value, columns.code))
    return select_all(df, chosen_columns(df, columns))


def chosen_columns(df: Frame, key: Value) -> list[str] | list[Label]:
    """The column names that a list, slice or test of names means."""
    if isinstance(key, Const) and isinstance(key.value, pandas_api.ConstantMask):
        return [c for c, chosen in zip(df.fields, key.value, strict=True) if chosen]
    if isinstance(key, Const) and isinstance(key.value, slice):
        labels = list(df.fields)
        bounds = key.value
        if bounds.step is not None:
            raise Decline("a column slice with a step", code="T310")
        for bound in (bounds.start, bounds.stop):
            if bound is not None:
                df.field(bound)
        first = 0 if bounds.start is None else labels.index(bounds.start)
        last = len(labels) if bounds.stop is None else labels.index(bounds.stop) + 1
        return labels[first:last]
    return names(key)


def looked_up(df: Frame, label: Value, columns: Value | None) -> Value:
    """The row, rows or cell of one label: how many rows have it decides what pandas gives.

    Where labels do not repeat it is one, else pandas decides over the rows that have it. A row is
    one Series, for which all its values may change their type; so columns are taken from it.
    """
    found, single = labelled_rows(df, label)
    chosen = None if columns is None else chosen_columns(df, columns)
    one_column = isinstance(columns, Const) and isinstance(columns.value, str)
    if single and one_column and chosen:
        return cell_on_driver(found.code.select(chosen[0]), df.field(chosen[0]))
    require_settled(df)
    everything = isinstance(columns, Const) and columns.value == slice(None)
    of_columns = Raw(":") if everything else literal(chosen[0] if one_column and chosen else chosen)
    if single:
        row = frame_on_driver(found).iloc[0]
        return row_of(df, row) if chosen is None else Local(row.loc[of_columns], type="Series", was_spark=True)
    if isinstance(label, Scalar):
        raise Decline("labels may repeat, and this one is not known", code="T311")
    if one_column and chosen and not _keeps_type(df, chosen[0]):
        raise Decline("whether labels repeat decides about the type of the cell", code="T312")
    several = parts(label)
    own = label.code if several is None else literal(tuple(part.code for part in several))
    key = own if chosen is None else (own, of_columns)
    kind = None if one_column else "Series" if len(found.index.levels) == 1 else "DataFrame"
    return Local(frame_on_driver(found).loc[key], type=kind, was_spark=True)


def _keeps_type(df: Frame, column: str) -> bool:
    """Whether a cell has the same type in its row, a Series of all columns, as in its column."""
    kinds = {f.dtype for f in df.fields.values()}
    return kinds == {df.field(column).dtype} or not kinds <= NUMBERS


@rule("DataFrame.at.__getitem__")
def at(accessor: Accessor, key: Value) -> Value:
    """One value by label and column name.

    Example:
        df.at[2, "v"]
    Becomes:
        scalar(df.filter(F.col("_row") == 2).select("v"))
    """
    df = frame_of(accessor)
    rows, columns = row_and_column(df, key)
    if columns is None or not is_label(df, rows):
        raise Decline("the label is not known", code="T311")
    return looked_up(df, rows, columns)
