"""numpy's functions of every value: logarithms, trigonometry, signs, tests for NaN and infinity."""

from __future__ import annotations

import math
from collections.abc import Callable

from translator.rulekit import (
    CallSite,
    Code,
    Column,
    Decline,
    F,
    Frame,
    Value,
    any_of,
    by_rule,
    column_by_rule,
    column_like,
    each,
    given,
    missing_if_nan,
    of_both,
    parity,
    replace,
    rule,
)

INFINITY = F.lit(math.inf)
LARGEST = 1.7976931348623157e308
WIDTHS = ("int64", "int32", "float64")


def _number(value: Value) -> Column:
    """A column of numbers that numpy takes to float64."""
    if not isinstance(value, Column) or value.dtype not in WIDTHS:
        raise Decline("only columns of whole numbers and floats of full width are translated", code="T312")
    return value


def _of_columns(value: Value, build: Callable[[Column], Column]) -> Value:
    """A function of every value, of a column or of all columns of a frame."""
    if isinstance(value, Frame):
        return each(value, lambda c: build(_number(c)))
    return build(_number(value))


def _float(code: Callable[[Column], Code], domain: bool = False) -> Callable[[Column], Column]:
    """A function with float results; outside of its `domain` they are missing."""
    return lambda x: x.then(code(x), dtype="float64", nullable=x.nullable or domain)


DIRECT = {
    "exp": F.exp, "expm1": F.expm1, "sin": F.sin, "cos": F.cos, "tan": F.tan, "sinh": F.sinh, "cosh": F.cosh,
    "tanh": F.tanh, "arctan": F.atan, "cbrt": F.cbrt, "degrees": F.degrees, "rad2deg": F.degrees,
    "radians": F.radians, "deg2rad": F.radians,
}  # fmt: skip
LIMITED: dict[str, Callable[[Code], Code]] = {
    "sqrt": lambda x: missing_if_nan(F.sqrt(x)), "log": parity.log, "log1p": parity.log1p,
    "log2": parity.log2, "log10": parity.log10, "arcsin": lambda x: missing_if_nan(F.asin(x)),
    "arccos": lambda x: missing_if_nan(F.acos(x)),
}  # fmt: skip


@rule(*(f"numpy.{name}" for name in DIRECT))
def direct(x: Value, at: CallSite) -> Value:
    """A function that Spark has as well.

    Example:
        np.tanh(df["v"])
    Becomes:
        F.tanh(F.col("v"))
    """
    build = DIRECT[at.api.rpartition(".")[2]]
    return _of_columns(x, _float(lambda c: build(c.code)))


@rule(*(f"numpy.{name}" for name in LIMITED))
def limited(x: Value, at: CallSite) -> Value:
    """A function that numpy answers with NaN, or -inf, where Spark says something else.

    Example:
        np.log10(df["v"])
    Becomes:
        log10(F.col("v"))
    """
    build = LIMITED[at.api.rpartition(".")[2]]
    return _of_columns(x, _float(lambda c: build(c.code), domain=True))


@rule("numpy.floor", "numpy.ceil", "numpy.trunc", "numpy.fix", "numpy.rint")
def rounded(x: Value, at: CallSite) -> Value:
    """Whole numbers near each value: they stay floats, and whole numbers stay what they are.

    Example:
        np.floor(df["v"])
    Becomes:
        F.floor(F.col("v")).cast("double")
    """
    method = at.api.rpartition(".")[2]

    def build(c: Column) -> Column:
        if method == "rint":
            return c.then(F.bround(c.code.cast("double")) if c.dtype != "float64" else F.bround(c.code), dtype="float64")
        if c.dtype != "float64":
            return c
        if method in ("floor", "ceil"):
            return c.then(getattr(F, method)(c.code).cast("double"))
        return c.then(F.when(c.code < 0, F.ceil(c.code)).otherwise(F.floor(c.code)).cast("double"))

    return _of_columns(x, build)


@rule("numpy.sign")
def sign(x: Value) -> Value:
    """-1, 0 or 1.

    Example:
        np.sign(df["v"])
    Becomes:
        F.signum(F.col("v"))
    """

    def build(c: Column) -> Column:
        code = F.signum(c.code)
        return c.then(code if c.dtype == "float64" else code.cast("bigint" if c.dtype == "int64" else "int"))

    return _of_columns(x, build)


@rule("numpy.square")
def square(x: Value) -> Value:
    """The square; whole numbers stay whole.

    Example:
        np.square(df["v"])
    Becomes:
        F.col("v") * F.col("v")
    """
    return _of_columns(x, lambda c: column_by_rule("Series.__mul__", c, c))


@rule("numpy.nan_to_num")
def nan_to_num(x: Value) -> Column:
    """Zero for missing, and the largest float for infinity.

    Example:
        np.nan_to_num(df["v"])
    Becomes:
        F.greatest(
            F.least(F.coalesce(F.col("v"), F.lit(0.0)), F.lit(1.7976931348623157e+308)),
            F.lit(-1.7976931348623157e+308),
        )
    """
    column = _number(x)
    if column.dtype != "float64":
        raise Decline("only floats have infinities", code="T312")
    filled = F.coalesce(column.code, F.lit(0.0))
    limited_ = F.greatest(F.least(filled, F.lit(LARGEST)), F.lit(-LARGEST))
    return replace(column.then(limited_, nullable=False), array=True)


@rule("numpy.arctan2", "numpy.hypot", "numpy.fmax", "numpy.fmin")
def paired(x1: Value, x2: Value, at: CallSite) -> Column:
    """A function of two columns; ``fmax`` and ``fmin`` take the other where one is missing.

    Example:
        np.hypot(df["v"], df["w"])
    Becomes:
        F.hypot(F.col("v"), F.col("w"))
    """
    method = at.api.rpartition(".")[2]
    left = _number(x1)
    right = _number(column_like(x2, left.frame))
    if method.startswith("f") and left.dtype != right.dtype:
        raise Decline("both sides must be of one type", code="T312")
    build = {"arctan2": F.atan2, "hypot": F.hypot, "fmax": F.greatest, "fmin": F.least}[method]
    either = left.nullable or right.nullable
    both = left.nullable and right.nullable
    return left.then(
        build(left.code, right.code), dtype=left.dtype if method.startswith("f") else "float64",
        nullable=both if method.startswith("f") else either, refs={**left.refs, **right.refs},
        **of_both(left, right),
        shape="window" if "window" in (left.shape, right.shape) else "row",
    )  # fmt: skip


# --- tests ---------------------------------------------------------------------------------------------


@rule("numpy.isnan")
def isnan(x: Value) -> Value:
    """Whether a number is missing.

    Example:
        df[np.isnan(df["v"])]
    Becomes:
        df.filter(F.col("v").isNull())
    """
    return _of_columns(x, lambda c: c.then(c.settled.isNull(), dtype="bool", nullable=False))


@rule("numpy.isfinite", "numpy.isinf")
def isfinite(x: Value, at: CallSite) -> Value:
    """Whether a number is neither missing nor infinite; whether it is infinite.

    Example:
        df[np.isfinite(df["v"])]
    Becomes:
        df.filter(F.abs(F.col("v")) < F.lit(float("inf")))
    """

    def build(c: Column) -> Column:
        size = F.abs(c.code)
        finite, infinite = size < INFINITY, size == INFINITY
        test, opposite = (finite, infinite) if at.api.endswith("isfinite") else (infinite, finite)
        negated = any_of([opposite, c.code.isNull()]) if c.nullable else opposite
        return c.then(test, dtype="bool", null_means=False if c.nullable else None, negated=negated)

    return _of_columns(x, build)


# --- operators under numpy's names -----------------------------------------------------------------------

OPERATORS = {
    "add": "add", "subtract": "sub", "multiply": "mul", "divide": "truediv", "true_divide": "truediv",
    "floor_divide": "floordiv", "mod": "mod", "remainder": "mod", "power": "pow",
    "greater": "gt", "greater_equal": "ge", "less": "lt", "less_equal": "le", "equal": "eq", "not_equal": "ne",
    "logical_and": "and", "logical_or": "or", "logical_xor": "xor",
}  # fmt: skip
MIRRORED = {"gt": "lt", "lt": "gt", "ge": "le", "le": "ge", "eq": "eq", "ne": "ne"}


@rule(*(f"numpy.{name}" for name in OPERATORS))
def operator(x1: Value, x2: Value, at: CallSite) -> Column:
    """An operator under numpy's name.

    Example:
        df[np.logical_and(df["v"] > 0, df["b"])]
    Becomes:
        df.filter((F.col("v") > 0) & F.col("b"))
    """
    method = OPERATORS[at.api.rpartition(".")[2]]
    if "logical" in at.api and any(isinstance(x, Column) and x.dtype == "boolean" for x in (x1, x2)):
        raise Decline("numpy's function gives NA wherever a side is NA, the operator does not", code="T312")
    if isinstance(x1, Column):
        return column_by_rule(f"Series.__{method}__", x1, x2)
    if not isinstance(x2, Column):
        raise Decline("only columns are translated", code="T312")
    return column_by_rule(f"Series.__{MIRRORED.get(method, 'r' + method)}__", x2, x1)


@rule("numpy.logical_not", "numpy.negative")
def unary(x: Value, at: CallSite) -> Column:
    """The opposite of a condition, or of a number.

    Example:
        df[np.logical_not(df["b"])]
    Becomes:
        df.filter(~F.col("b"))
    """
    if not isinstance(x, Column):
        raise Decline("only columns are translated", code="T312")
    return column_by_rule("Series.__invert__" if at.api.endswith("not") else "Series.__neg__", x)


@rule("numpy.clip")
def clip(a: Value, a_min: Value, a_max: Value) -> Value:
    """Values kept within bounds.

    Example:
        np.clip(df["v"], 0, 2)
    Becomes:
        F.when(F.col("v") < 0, 0.0).when(F.col("v") > 2, 2.0).otherwise(F.col("v"))
    """
    key = "DataFrame.clip" if isinstance(a, Frame) else "Series.clip"
    if not isinstance(a, (Frame, Column)):
        raise Decline("only columns are translated", code="T312")
    return by_rule(key, a, lower=a_min, upper=a_max)


@rule("numpy.isin")
def isin(element: Value, test_elements: Value) -> Column:
    """Whether each value is in a list.

    Example:
        df[np.isin(df["k"], ["a", "b"])]
    Becomes:
        df.filter(F.col("k").isin(["a", "b"]))
    """
    if not isinstance(element, Column):
        raise Decline("only columns are translated", code="T312")
    return replace(column_by_rule("Series.isin", element, test_elements), array=True)


@rule("numpy.array", "numpy.asarray")
def array(object: Value, dtype: Value) -> Value:
    """The values of a column without their index.

    Example:
        df["z"] = np.array(df["v"])
    Becomes:
        df = df.withColumn("z", F.col("v"))
    """
    if not isinstance(object, Column):
        raise Decline("only columns are translated", code="T312")
    return by_rule("Series.values", column_by_rule("Series.astype", object, dtype) if given(dtype) else object)


@rule("numpy.cumsum")
def cumsum(a: Value) -> Column:
    """Running sum of a Series, which numpy hands its own method.

    Example:
        np.cumsum(df["n"])
    Becomes:
        F.sum("n").over(
            Window.orderBy("_row").rowsBetween(Window.unboundedPreceding, Window.currentRow)
        )
    """
    if not isinstance(a, Column) or (a.array and a.nullable):
        raise Decline("in an array, everything after a missing value is missing", code="T312")
    return column_by_rule("Series.cumsum", a)
