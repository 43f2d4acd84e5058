"""Everything a rule may import: values, emitted code, converters and building blocks."""

from __future__ import annotations

from dataclasses import replace

from translator import cellwise, patterns
from translator.context import CallSite, current
from translator.converters import constant, flag, flags, given, items, names, number, one_of, parts, text, whole
from translator.diagnostics import Decline
from translator.emission.emit import (
    Argument,
    Code,
    F,
    Item,
    Label,
    Raw,
    Window,
    all_of,
    any_of,
    binary,
    by_name,
    is_call,
    is_odd,
    literal,
    name,
    name_of,
    parity,
    spark,
    star,
)
from translator.emission.layout import flat as code_text
from translator.emission.layout import flat as text_of
from translator.evidence import (
    at_hand,
    labels_at_hand,
    magnitudes,
    pandas_api,
    pandas_times,
    settling,
    specimens,
    time_units,
)
from translator.evidence.pandas_api import MISSING, binary_dtype, literal_dtype
from translator.evidence.stand_ins import Specimen
from translator.frames import handles
from translator.frames.categories import ComputedCategories, OrderedCategories, held_category, listed_categories
from translator.frames.columns import (
    aligned,
    column_like,
    combined,
    family,
    has_missing,
    is_checked,
    listed_codes,
    lit,
    materialised,
    missing_if_nan,
    of_both,
    order_aside,
    projected,
    staged,
    unsettled,
    unsettled_column,
    unsettled_truth,
    with_column,
    with_fields,
    without_missing,
)
from translator.frames.constants import by_text_method
from translator.frames.delegation import by_rule, call_lambda, column_by_rule, function_by_rule
from translator.frames.demanded import label_column, ordered, positioned, with_labels
from translator.frames.driver import (
    cell_on_driver,
    frame_on_driver,
    index_on_driver,
    label_on_driver,
    listed_on_driver,
    rows_and_labels,
    rows_in_order,
    rows_on_driver,
    series_on_driver,
    values_on_driver,
)
from translator.frames.dtypes import (
    BOOLEANS,
    CATEGORICAL,
    FLOATS,
    INTEGERS,
    MASKED,
    NUMBERS,
    PERIODS,
    SHOWN,
    SPARK_TYPES,
    TEXTS,
)
from translator.frames.fields import OBJECTS, Field, Nones, fresh, nones
from translator.frames.groups import Within, masked, partition, reduced
from translator.frames.labels import stored_index
from translator.frames.membership import among, beside, chosen, opposite
from translator.frames.naming import Int32, columns_of, level_renamed, relabelled, renamed
from translator.frames.projection import (
    by_statistic,
    each,
    new_column,
    part,
    parts_of,
    recomputed,
    remembering,
    stepped,
    unselected,
    with_new,
    without,
)
from translator.frames.rows import (
    by_order,
    filtered,
    frame_of,
    frame_of_parts,
    fresh_rows,
    lifted,
    numbered,
    order_keys,
    place_of,
    places_before,
    renewed,
    select_all,
    series_frame,
    showing,
    sort_code,
    sort_key,
    unique_columns,
    unsorted,
    wider,
    with_order,
    with_unique,
)
from translator.frames.values import (
    LOST,
    RANGE,
    ROW,
    ROW_INDEX,
    ROW_ORDER,
    Accessor,
    Collected,
    Column,
    Const,
    Elements,
    Frame,
    Function,
    Grouped,
    Index,
    Labels,
    Level,
    Local,
    Membership,
    Module,
    Order,
    Original,
    Parts,
    Scalar,
    Slice,
    SortKey,
    Value,
    Windowed,
    col,
    held_by,
    is_spark,
    labelled_by,
    reordered,
)
from translator.inputs import places, probe, queries, tables
from translator.registry import EVERYTHING, as_is, elementwise, never, not_yet, rule, unruled

__all__ = [
    "Accessor", "Argument", "BOOLEANS", "CallSite", "Code", "Collected", "Column", "ComputedCategories", "Const",
    "Decline", "EVERYTHING",
    "Elements", "F", "FLOATS", "Field", "Frame", "Function", "Grouped", "INTEGERS", "Index", "Int32", "Item", "LOST",
    "Label", "Labels", "Level", "Local", "MASKED", "MISSING", "Membership", "Module", "NUMBERS", "Nones", "Order",
    "CATEGORICAL", "PERIODS", "SHOWN",
    "OrderedCategories", "Original", "Parts", "RANGE", "ROW", "ROW_INDEX", "ROW_ORDER", "Raw",
    "SPARK_TYPES", "Scalar", "Slice", "SortKey", "Specimen", "TEXTS", "Value", "Window", "Windowed", "Within",
    "aligned", "as_is", "at_hand", "all_of", "among", "any_of", "beside", "binary", "binary_dtype", "by_name", "by_order",
    "by_rule", "by_text_method",
    "by_statistic", "call_lambda", "cell_on_driver", "cellwise", "chosen", "code_text", "col", "column_by_rule", "column_like",
    "columns_of", "combined", "constant", "current", "each", "elementwise", "family", "filtered", "flag",
    "flags", "frame_of", "frame_of_parts", "frame_on_driver", "fresh", "fresh_rows", "function_by_rule", "given", "handles",
    "has_missing", "held_by",
    "held_category",
    "settling",
    "index_on_driver", "is_call", "is_checked", "is_odd", "is_spark", "items", "labelled_by", "label_column", "label_on_driver",
    "labels_at_hand",
    "level_renamed", "lifted",
    "listed_categories", "listed_codes", "listed_on_driver", "lit", "literal", "literal_dtype", "magnitudes", "masked",
    "materialised",
    "missing_if_nan", "name", "name_of",
    "names", "never", "new_column", "nones", "not_yet", "number", "numbered", "of_both", "one_of", "opposite", "order_aside",
    "projected",
    "order_keys", "ordered", "pandas_api", "pandas_times", "parity", "part", "partition", "parts", "parts_of",
    "patterns", "place_of", "places", "places_before",
    "positioned", "probe", "queries", "recomputed", "reduced", "relabelled", "remembering",
    "renamed", "renewed", "reordered", "replace", "rows_and_labels", "rows_in_order", "rows_on_driver", "rule",
    "select_all", "series_frame", "showing",
    "series_on_driver", "sort_code", "sort_key", "spark", "specimens", "staged", "star", "stepped", "stored_index", "text",
    "tables", "text_of", "time_units", "unruled", "unique_columns", "unselected", "unsettled", "unsettled_column",
    "unsettled_truth",
    "OBJECTS", "unsorted", "values_on_driver", "whole", "wider", "with_column",
    "with_fields", "with_labels", "with_new", "with_order", "with_unique", "without", "without_missing",
]  # fmt: skip
