"""Names of frames that have no rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "DataFrame.plot", "DataFrame.hist", "DataFrame.boxplot", "DataFrame.style",
    because="a drawing library reads the whole object on the driver",
    instead="aggregate or sample before plotting",
)  # fmt: skip
never(
    "DataFrame.T",
    "DataFrame.transpose",
    "DataFrame.swapaxes",
    because="rows would become columns, and Spark's columns are fixed before the data is read",
    instead="reshape with melt or pivot, or aggregate first",
)
never(
    "DataFrame.memory_usage",
    because="it measures pandas' own memory",
    instead="read the size from Spark's storage page",
)
never(
    "DataFrame.info",
    because="it prints pandas' memory, of which caches are a part, and the kind of labels and dtypes of the object at hand",
    instead="df.printSchema() and df.count()",
)
never(
    "DataFrame.iterrows", "DataFrame.itertuples", "DataFrame.items", "DataFrame.keys", "DataFrame.__iter__",
    because="a loop over rows runs on the driver",
    instead="write the loop's body as a column expression",
)  # fmt: skip
never(
    "DataFrame.to_records", "DataFrame.axes",
    "DataFrame.to_string", "DataFrame.to_markdown", "DataFrame.to_latex", "DataFrame.to_xarray",
    because="the result is one object in the driver's memory",
    instead="aggregate or limit the rows first",
)  # fmt: skip
never(
    "DataFrame.attrs",
    "DataFrame.flags",
    "DataFrame.set_flags",
    "DataFrame.sparse",
    because="it belongs to the pandas object, not to its data",
    instead="keep it in a variable of its own",
)
not_yet(
    "DataFrame.loc", "DataFrame.iloc", "DataFrame.at", "DataFrame.iat",
    because="the accessor itself is passed on; its subscripts have rules",
)  # fmt: skip
not_yet(
    "DataFrame.iloc.__setitem__", "DataFrame.iat.__setitem__", "DataFrame.update",
    because="a change of single cells by position or label may add rows, and in a loop needs one pass each",
    instead="df.loc[condition, column] = value",
)  # fmt: skip
not_yet(
    "DataFrame.mode", "DataFrame.prod", "DataFrame.product", "DataFrame.corrwith",
    because="only the usual whole-frame statistics have rules so far",
    instead="compute it for each column",
)  # fmt: skip
not_yet(
    "DataFrame.truncate", "DataFrame.take", "DataFrame.xs", "DataFrame.first_valid_index",
    "DataFrame.last_valid_index", "DataFrame.first",
    "DataFrame.last",
    "DataFrame.reindex_like", "DataFrame.align", "DataFrame.isetitem",
    "DataFrame.lookup",
    because="the selection goes by labels or positions that have no column of their own",
    instead="filter by a column",
)  # fmt: skip
not_yet(
    "DataFrame.convert_dtypes", "DataFrame.infer_objects",
    because="the new types depend on the data",
    instead="use astype with the types wanted",
)  # fmt: skip
not_yet(
    "DataFrame.combine", "DataFrame.combine_first", "DataFrame.compare",
    "DataFrame.equals", "DataFrame.bool", "DataFrame.dot",
    because="it aligns or walks two frames by label",
    instead="join the frames on a key",
)  # fmt: skip
