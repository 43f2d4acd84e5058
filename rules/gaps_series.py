"""Names of Series that have no rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "Series.str.normalize", "Series.str.encode", "Series.str.decode",
    because="Spark has no Unicode normal forms, and its texts are always UTF-8",
    instead="normalise the texts before they are written",
)  # fmt: skip
never(
    "Series.str.index", "Series.str.rindex",
    because="pandas raises for the first text without a match, and Spark evaluates no row before an action",
    instead="str.find, and a check of the result",
)  # fmt: skip
not_yet(
    "Series.str.casefold", "Series.str.istitle", "Series.str.wrap", "Series.str.extractall",
    because="no Spark expression gives Python's answer for every text",
    instead="str.lower, or str.findall with explode",
)  # fmt: skip
never(
    "Series.plot", "Series.hist",
    because="a drawing library reads the values on the driver",
    instead="aggregate, bin or sample before plotting",
)  # fmt: skip
never(
    "Series.info", "Series.memory_usage", "Series.nbytes", "Series.view", "Series.sparse", "Series.struct",
    "Series.list", "Series.attrs", "Series.flags", "Series.set_flags",
    because="it is about the pandas object and its memory, not about its data",
    instead="look at Spark's plan and storage page",
)  # fmt: skip
never(
    "Series.to_string", "Series.to_latex", "Series.to_markdown", "Series.to_xarray",
    because="the result is one object in the driver's memory",
    instead="aggregate or limit the rows first",
)  # fmt: skip
never(
    "Series.bool", "Series.item",
    because="pandas raises unless there is exactly one value",
    instead="a reduction such as max()",
)
never(
    "Series.searchsorted", "Series.argsort", "Series.ravel", "Series.T", "Series.transpose", "Series.swapaxes",
    because="it is about positions in an array on the driver",
    instead="join or sort by the values",
)  # fmt: skip
not_yet(
    "Series.align", "Series.asof", "Series.combine",
    "Series.compare", "Series.equals", "Series.filter", "Series.first", "Series.last",
    "Series.first_valid_index", "Series.last_valid_index", "Series.pop", "Series.reindex_like",
    "Series.repeat", "Series.sample", "Series.take", "Series.truncate", "Series.update", "Series.xs", "Series.get",
    "Series.argmax", "Series.argmin", "Series.keys", "Series.set_axis", "Series.add_prefix", "Series.add_suffix",
    "Series.axes", "Series.squeeze", "Series.droplevel",
    because="it goes by labels or positions, which are followed only where a rule says so",
    instead="a condition on the values, or reset_index() first",
)  # fmt: skip
not_yet(
    "Series.to_period", "Series.to_timestamp", "Series.tz_convert", "Series.tz_localize",
    because="it changes the kind of the index labels",
    instead="reset_index() and convert the column",
)  # fmt: skip
not_yet(
    "Series.case_when", "Series.divmod", "Series.rdivmod",
    "Series.rfloordiv", "Series.rmod", "Series.rpow", "Series.dot", "Series.factorize",
    because="no rule gives pandas' answer for missing values and whole numbers alike so far",
    instead="np.select, operators and joins have rules",
)  # fmt: skip
not_yet(
    "Series.convert_dtypes", "Series.infer_objects",
    because="which types result depends on the values",
    instead="astype() with the types",
)
not_yet(
    "Series.cat.add_categories", "Series.cat.as_ordered", "Series.cat.as_unordered", "Series.cat.categories",
    "Series.cat.ordered", "Series.cat.remove_categories", "Series.cat.remove_unused_categories",
    "Series.cat.rename_categories", "Series.cat.reorder_categories", "Series.cat.set_categories",
    because="Spark keeps categories as texts; their order and unused ones live on the driver only",
    instead="keep the categories in a small table and join it",
)  # fmt: skip
