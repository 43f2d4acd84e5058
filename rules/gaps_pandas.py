"""Functions and types of pandas that have no rule, and names that pandas no longer has."""

from __future__ import annotations

from translator.rulekit import as_is, never, not_yet

as_is(
    "pandas.Timestamp", "pandas.Timedelta", "pandas.DateOffset", "pandas.Period", "pandas.Interval",
    "pandas.Index", "pandas.RangeIndex", "pandas.MultiIndex", "pandas.DatetimeIndex",
    "pandas.TimedeltaIndex", "pandas.PeriodIndex", "pandas.IntervalIndex", "pandas.CategoricalIndex", "pandas.array",
    "pandas.date_range", "pandas.bdate_range", "pandas.period_range", "pandas.timedelta_range",
    "pandas.interval_range", "pandas.Flags",
    because="it makes a Python object on the driver, which stays what it is and is read where a rule needs it",
)  # fmt: skip
as_is(
    "pandas.ArrowDtype", "pandas.BooleanDtype", "pandas.CategoricalDtype", "pandas.DatetimeTZDtype",
    "pandas.Float32Dtype", "pandas.Float64Dtype", "pandas.Int8Dtype", "pandas.Int16Dtype", "pandas.Int32Dtype",
    "pandas.Int64Dtype", "pandas.IntervalDtype", "pandas.PeriodDtype", "pandas.SparseDtype", "pandas.StringDtype",
    "pandas.UInt8Dtype", "pandas.UInt16Dtype", "pandas.UInt32Dtype", "pandas.UInt64Dtype",
    because="it names a type for the driver; casts in Spark go by the names in astype()",
)  # fmt: skip
as_is(
    "pandas.set_option", "pandas.get_option", "pandas.reset_option", "pandas.describe_option", "pandas.option_context",
    "pandas.set_eng_float_format", "pandas.show_versions", "pandas.test",
    because="it is about how pandas prints, which still holds for what comes to the driver",
)  # fmt: skip
not_yet(
    "pandas.factorize", "pandas.infer_freq", "pandas.to_pickle",
    because="its arguments are values on the driver in most programs, so they are brought there",
    instead="the methods of the same names of a Series",
)  # fmt: skip

REMOVED = "pandas 2 no longer has it, so the original program stops here as well"

never("DataFrame.append", "Series.append", because=REMOVED, instead="pd.concat([df, other])")
never("DataFrame.ix", "Series.ix", because=REMOVED, instead="use loc for labels, iloc for positions")
never("DataFrame.sort", "Series.sort", "Series.order", because=REMOVED, instead="sort_values() or sort_index()")
never("DataFrame.as_matrix", "Series.as_matrix", because=REMOVED, instead="to_numpy()")
never("DataFrame.iteritems", because=REMOVED, instead="items()")
never("DataFrame.get_value", "DataFrame.set_value", "Series.get_value", because=REMOVED, instead="at[row, column]")
never(
    "pandas.rolling_mean", "pandas.rolling_std", "pandas.rolling_sum", "pandas.rolling_max", "pandas.rolling_min",
    "pandas.rolling_median", "pandas.expanding_mean", "pandas.ewma",
    because=REMOVED, instead="s.rolling(n).mean() and the like",
)  # fmt: skip
never("pandas.datetime", because=REMOVED, instead="from datetime import datetime")
never("pandas.Panel", "pandas.WidePanel", because=REMOVED, instead="a frame with several index levels")
never("numpy.float", "numpy.int", "numpy.bool", "numpy.object", "numpy.str",
      because="NumPy no longer has it, so the original program stops here as well", instead="Python's own type")  # fmt: skip

not_yet(
    "DataFrame.asof", "DataFrame.to_period", "DataFrame.to_timestamp", "DataFrame.tz_convert",
    "DataFrame.tz_localize",
    because="it goes by the index as a calendar",
    instead="resample(), or convert a column",
)  # fmt: skip
not_yet(
    "DataFrame.rfloordiv", "DataFrame.rmod", "DataFrame.rpow",
    because="no rule gives pandas' answer for zero divisors so far",
    instead="the operator with the constant on the left",
)  # fmt: skip
never(
    "DataFrame.from_dict", "DataFrame.from_records",
    because="it is called on the class: pandas.DataFrame.from_dict has a rule",
    instead="pd.DataFrame.from_dict(...)",
)
not_yet(
    "Series.dt.as_unit", "Series.dt.asfreq", "Series.dt.components", "Series.dt.end_time", "Series.dt.freq",
    "Series.dt.nanosecond", "Series.dt.nanoseconds", "Series.dt.qyear", "Series.dt.time",
    "Series.dt.timetz", "Series.dt.to_pydatetime", "Series.dt.to_pytimedelta",
    "Series.dt.tz", "Series.dt.unit", "Series.dt.week", "Series.dt.weekofyear",
    because="Spark has no type for periods, times of day or nanoseconds, or pandas 2 no longer has it",
    instead="use strftime, floor or isocalendar",
)  # fmt: skip
not_yet(
    "Series.cat",
    because="Spark keeps categories as texts; their order and unused ones live on the driver only",
    instead="keep the categories in a small table and join it",
)
