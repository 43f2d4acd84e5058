"""Names of grouping and windows without a rule, and why."""

from __future__ import annotations

from translator.rulekit import never, not_yet

never(
    "GroupBy.sample",
    because="pandas' random numbers cannot be drawn again in Spark",
    instead="choose rows by a hash of their key",
)
never(
    "GroupBy.groups", "GroupBy.indices",
    because="the labels of every row of every group would have to come to the driver",
    instead="number the groups with ngroup(), or use size()",
)  # fmt: skip
never(
    "GroupBy.plot", "GroupBy.hist", "GroupBy.boxplot",
    because="plots are drawn on the driver",
    instead="aggregate first, then plot the small result",
)  # fmt: skip
not_yet("GroupBy.corr", "GroupBy.cov", "GroupBy.corrwith", because="the result has two levels of rows")
not_yet("GroupBy.unique", because="more than one value a group is needed")
not_yet("GroupBy.take", because="the result has the keys above the labels of the rows")
not_yet("GroupBy.skew", "GroupBy.fillna", because="Spark has no such function with pandas' answer")
not_yet("GroupBy.ohlc", because="the columns of the result have two levels")
not_yet("GroupBy.pipe", "Resampler.pipe", because="the function gets the groups themselves")
not_yet("GroupBy.is_monotonic_increasing", "GroupBy.is_monotonic_decreasing", because="each row needs the one before it")
not_yet(
    "GroupBy.dtype", "GroupBy.dtypes", "GroupBy.ndim", "GroupBy.keys", "GroupBy.level", "GroupBy.grouper",
    "Rolling.ndim", "Rolling.exclusions", "Expanding.ndim", "Expanding.exclusions", "Ewm.ndim", "Ewm.exclusions",
    "Resampler.ndim", "Resampler.exclusions", "Resampler.keys", "Resampler.level", "Resampler.grouper",
    because="it tells about the pandas object, not about data",
)  # fmt: skip
not_yet(
    "Expanding.apply", "Rolling.sem", "Expanding.sem", "Rolling.skew", "Expanding.skew",
    "Rolling.kurt", "Expanding.kurt", "Rolling.rank", "Expanding.rank",
    because="Spark has no such function of a window with pandas' answer",
)  # fmt: skip
not_yet(
    "Rolling.corr", "Expanding.corr", "Rolling.cov", "Expanding.cov", "Ewm.corr", "Ewm.cov",
    because="two columns are needed in one window, and pandas drops rows where either is missing",
)  # fmt: skip
not_yet(
    "Ewm.online",
    because="the windows go on with rows that come later",
)  # fmt: skip
not_yet(
    "Resampler.fillna", "Resampler.nearest", "Resampler.transform",
    because="the rows are those of a new calendar, not one for each group",
)  # fmt: skip
not_yet(
    "Resampler.prod", "Resampler.quantile", "Resampler.sem",
    because="periods without rows need pandas' answer for nothing",
)  # fmt: skip
never(
    "Resampler.groups", "Resampler.indices", "Resampler.get_group", "Resampler.ngroups",
    because="the rows of every period would have to come to the driver",
    instead="aggregate each period",
)  # fmt: skip
