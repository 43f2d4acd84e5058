"""Rules of Acme; the entry point makes ``translate`` import them wherever the pack is installed."""

from __future__ import annotations

from translator.rulekit import Column, Decline, F, Value, number, rule


@rule("numpy.heaviside")
def heaviside(x: Value, half: Value) -> Column:
    """The step function: 0 below zero, 1 above, and `half` at zero.

    Missing values stay missing: no condition holds for null, so there is no ``otherwise``.

    Example:
        np.heaviside(df["v"], 0.5)
    Becomes:
        F.when(F.col("v") > 0, 1.0).when(F.col("v") < 0, 0.0).when(F.col("v") == 0, 0.5)
    """
    if not isinstance(x, Column) or x.dtype != "float64":
        raise Decline("only columns of floats are translated", "cast the column to float64 first", code="T312")
    at_zero = float(number(half, "the value at zero"))
    code = F.when(x.code > 0, 1.0).when(x.code < 0, 0.0).when(x.code == 0, at_zero)
    return x.then(code, dtype="float64")
