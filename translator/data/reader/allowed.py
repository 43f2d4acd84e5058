"""Every class and function that a pickle of plain data may name: exact pairs, nothing by prefix.

Prefixes are not safe: ``pandas.eval``, ``pandas.read_pickle`` and ``numpy.load`` run code. A name is added here
only after a look at what calling it with any arguments can do.
"""

from __future__ import annotations


def _pairs(modules: str, names: str) -> set[tuple[str, str]]:
    return {(module, name) for module in modules.split() for name in names.split()}


ALLOWED = frozenset(
    _pairs("builtins __builtin__", "list dict tuple set frozenset bytearray bytes str int float bool complex slice range "
                                     "object")
    | _pairs("collections", "OrderedDict defaultdict deque")
    | _pairs("datetime", "date datetime time timedelta timezone")
    | {("decimal", "Decimal"), ("fractions", "Fraction"), ("uuid", "UUID"), ("copyreg", "_reconstructor")}
    | {("copy_reg", "_reconstructor"), ("zoneinfo", "ZoneInfo"), ("pytz", "_UTC"), ("pytz", "_p"), ("pytz", "UTC")}
    | _pairs("numpy", "dtype ndarray float64 float32 float16 int64 int32 int16 int8 uint64 uint32 uint16 uint8 bool_ "
                      "datetime64 timedelta64 str_ bytes_ object_")
    | _pairs("numpy.core.multiarray numpy._core.multiarray", "_reconstruct scalar")
    | _pairs("numpy.core.numeric numpy._core.numeric", "_frombuffer")
    | {("numpy.ma.core", "_mareconstruct"), ("numpy.ma", "MaskedArray"), ("numpy.ma.core", "MaskedArray")}
    | _pairs("pandas pandas.core.frame", "DataFrame")
    | _pairs("pandas pandas.core.series", "Series")
    | _pairs("pandas", "Index RangeIndex MultiIndex DatetimeIndex TimedeltaIndex PeriodIndex CategoricalIndex "
                       "IntervalIndex Categorical CategoricalDtype DatetimeTZDtype PeriodDtype IntervalDtype StringDtype "
                       "BooleanDtype Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype "
                       "UInt64Dtype Float32Dtype Float64Dtype SparseDtype Timestamp Timedelta Period Interval NaT NA "
                       "ArrowDtype")
    | _pairs("pandas.arrays", "ArrowStringArray ArrowExtensionArray BooleanArray DatetimeArray FloatingArray IntegerArray "
                              "IntervalArray NumpyExtensionArray PandasArray PeriodArray SparseArray StringArray "
                              "TimedeltaArray")
    | _pairs("pandas.core.internals pandas.core.internals.managers", "BlockManager SingleBlockManager")
    | _pairs("pandas.core.internals.blocks pandas._libs.internals", "_unpickle_block new_block")
    | _pairs("pandas.core.indexes.base", "Index _new_Index")
    | _pairs("pandas.core.indexes.range", "RangeIndex")
    | _pairs("pandas.core.indexes.multi", "MultiIndex")
    | _pairs("pandas.core.indexes.numeric", "Int64Index UInt64Index Float64Index NumericIndex")
    | _pairs("pandas.core.indexes.datetimes", "DatetimeIndex _new_DatetimeIndex")
    | _pairs("pandas.core.indexes.timedeltas", "TimedeltaIndex")
    | _pairs("pandas.core.indexes.period", "PeriodIndex _new_PeriodIndex")
    | _pairs("pandas.core.indexes.category", "CategoricalIndex")
    | _pairs("pandas.core.indexes.interval", "IntervalIndex _new_IntervalIndex")
    | _pairs("pandas.core.indexes.frozen", "FrozenList")
    | _pairs("pandas.core.arrays.categorical", "Categorical")
    | _pairs("pandas.core.arrays.datetimes", "DatetimeArray")
    | _pairs("pandas.core.arrays.timedeltas", "TimedeltaArray")
    | _pairs("pandas.core.arrays.period", "PeriodArray")
    | _pairs("pandas.core.arrays.interval", "IntervalArray")
    | _pairs("pandas.core.arrays.integer", "IntegerArray Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype "
                                           "UInt32Dtype UInt64Dtype")
    | _pairs("pandas.core.arrays.floating", "FloatingArray Float32Dtype Float64Dtype")
    | _pairs("pandas.core.arrays.boolean", "BooleanArray BooleanDtype")
    | _pairs("pandas.core.arrays.string_", "StringArray StringDtype")
    | _pairs("pandas.core.arrays.string_arrow", "ArrowStringArray ArrowStringArrayNumpySemantics")
    | _pairs("pandas.core.arrays.arrow.array", "ArrowExtensionArray")
    | _pairs("pandas.core.arrays.arrow.dtype", "ArrowDtype")
    | _pairs("pandas.core.arrays.numpy_", "PandasArray NumpyExtensionArray")
    | _pairs("pandas.core.arrays.sparse.array pandas.core.arrays.sparse", "SparseArray")
    | _pairs("pandas.core.arrays.sparse.dtype pandas.core.arrays.sparse", "SparseDtype")
    | _pairs("pandas.core.dtypes.dtypes", "CategoricalDtype DatetimeTZDtype PeriodDtype IntervalDtype SparseDtype ArrowDtype")
    | _pairs("pandas._libs.arrays", "__pyx_unpickle_NDArrayBacked NDArrayBacked")
    | _pairs("pandas._libs.sparse", "IntIndex BlockIndex")
    | _pairs("pandas._libs.interval", "Interval __pyx_unpickle_IntervalMixin")
    | _pairs("pandas._libs.missing", "NA NAType _unpickle_NA")
    | _pairs("pandas._libs.tslibs.nattype", "_nat_unpickle NaTType __nat_unpickle")
    | _pairs("pandas._libs.tslibs.timestamps", "_unpickle_timestamp Timestamp")
    | _pairs("pandas._libs.tslibs.timedeltas", "_timedelta_unpickle Timedelta")
    | _pairs("pandas._libs.tslibs.period", "Period")
    | _pairs("pandas._libs.tslibs.offsets", "Day Hour Minute Second Milli Micro Nano MonthEnd MonthBegin YearEnd YearBegin "
                                            "QuarterEnd QuarterBegin BusinessDay BDay Week DateOffset BusinessMonthEnd")
    | _pairs("pandas._libs.tslibs.timezones pandas._libs.tslibs.tzconversion", "utc")
    | _pairs("pyarrow.lib", "type_for_alias chunked_array _restore_array py_buffer timestamp list_ decimal128 field struct "
                            "dictionary")
    | {("joblib.numpy_pickle", "NumpyArrayWrapper"), ("sklearn.externals.joblib.numpy_pickle", "NumpyArrayWrapper")}
)  # fmt: skip
"""Allowed without a look at their arguments; none of them runs code of the file."""

GUARDED = frozenset({
    ("builtins", "getattr"), ("__builtin__", "getattr"), ("_codecs", "encode"), ("zoneinfo", "ZoneInfo._unpickle"),
})  # fmt: skip
"""Allowed for one use only: a time zone of pandas 3, and bytes of Python 2."""
