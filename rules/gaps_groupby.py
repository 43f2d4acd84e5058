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
not_yet("GroupBy.get_group", because="pandas raises for a key that is absent, where a filter gives no rows")
not_yet("GroupBy.nth", because="more than one value a group is needed")
not_yet("GroupBy.resample", because="empty bins have to be made within each group")
not_yet("Series.ewm", "DataFrame.ewm", "GroupBy.ewm", because="each row needs the result before it")
not_yet("GroupBy.corr", "GroupBy.cov", "GroupBy.corrwith", because="the result has two levels of rows")
