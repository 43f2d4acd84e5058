"""Scoring of a whole frame by a model of the program: each part of the rows on the worker that has them.

    df["p"] = model.predict(df[features])       df = df.withColumn("p", predicted(model, ["a", "b"]))
    df["c"] = encoder.fit_transform(df["k"])    df = df.withColumn("c", label_codes(encoder, df, "k"))

The rows have to be independent for the model (`translator.evidence.estimators`). Small frames are scored alike: the
frame stays in Spark for what follows.
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from translator.cellwise.cells import cell_of
from translator.diagnostics import Decline
from translator.emission.emit import is_odd, literal, name_of, parity
from translator.evidence.estimators import LABEL_ENCODER, Estimator
from translator.frames.values import Column, Frame, Local, Value
from translator.interpret import expressions
from translator.interpret.run import Run
from translator.pythonic.calls import SPARK

FEATURES = frozenset({"int64", "int32", "float64", "float32", "bool", "str"})


def scored(run: Run, node: cst.BaseExpression) -> Column | None:
    """The column of ``model.predict(frame)`` or ``model.predict_proba(frame)[:, 1]``; None for anything else."""
    match node:
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name("predict")),
                      args=[cst.Arg(keyword=None, star="", value=given)]) as call:  # fmt: skip
            method, number = "predict", None
        case cst.Subscript(
            value=cst.Call(func=cst.Attribute(value=base, attr=cst.Name("predict_proba")),
                           args=[cst.Arg(keyword=None, star="", value=given)]) as call,
            slice=[cst.SubscriptElement(slice=cst.Slice(lower=None, upper=None, step=None)),
                   cst.SubscriptElement(slice=cst.Index(value=cst.Integer() as position))],
        ):  # fmt: skip
            method, number = "predict_proba", position.evaluated_value
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name("fit_transform")),
                      args=[cst.Arg(keyword=None, star="", value=given)]) as call:  # fmt: skip
            return _encoded(run, call, base, given)
        case _:
            return None
    held = run.env.lookup(run.variable(base) or "")
    local = None if held is None else held.value
    model = local.model if isinstance(local, Local) else None
    dtype = model.result(method) if isinstance(model, Estimator) and not run.pandas_only else None
    if not isinstance(local, Local) or not isinstance(model, Estimator) or dtype is None or dtype not in SPARK:
        return None
    frame = expressions.evaluate(run, given)
    if not isinstance(frame, Frame) or frame.tuples or frame.within is not None:
        return None
    column = _column(frame, local, dtype, number)
    if column is not None:
        run.record(call, f"{model.name}.{method}", "udf")
    return column


def _encoded(run: Run, call: cst.Call, base: cst.BaseExpression, given: cst.BaseExpression) -> Column | None:
    """The codes that a ``LabelEncoder`` gives the values of a column: their places in sorted order."""
    held: Value | None = binding.value if (binding := run.env.lookup(run.variable(base) or "")) is not None else None
    encoder = held if held is not None else expressions.evaluate(run, base)
    model = encoder.model if isinstance(encoder, Local) else None
    if not isinstance(model, Estimator) or model.name != LABEL_ENCODER or run.pandas_only:
        return None
    column = expressions.evaluate(run, given)
    if not isinstance(column, Column) or column.plain is None or column.array or column.within is not None:
        return None
    if column.dtype not in ENCODED or is_odd(column.plain) or column.nullable and column.none:
        return None
    run.record(call, f"{LABEL_ENCODER}.fit_transform", "helper")
    code = parity.label_codes(encoder.code, column.frame.code, literal(column.plain))
    return replace(column.then(code, dtype="int64", nullable=False, missing=False, none=False), name=None, array=True)


def _column(frame: Frame, model: Local, dtype: str, number: int | None) -> Column | None:
    """The scores of the rows of a frame; None where a feature is not handed over as it was."""
    if any(f.dtype not in FEATURES for f in frame.fields.values()) or name_of(model.code) is None:
        return None
    texts = [label for label, fact in frame.fields.items() if fact.dtype == "str"]
    try:
        missing = {label: cell_of(frame.column(label)).missing for label in texts}
    except Decline:
        return None
    if "unclear" in missing.values():
        return None
    options: dict[str, object] = {}
    if SPARK[dtype] != "double":
        options["result"] = SPARK[dtype]
    if none := [label for label in texts if missing[label] == "none"]:
        options["none"] = none
    labels = literal(list(frame.fields))
    if number is None:
        code = parity.predicted(model.code, labels, **options)
    else:
        code = parity.probability(model.code, labels, literal(number), **options)
    refs = {label: fact.version for label, fact in frame.fields.items()}
    return Column(code, frame=frame, dtype=dtype, nullable=False, refs=refs, array=True)


ENCODED = frozenset({"str", "int64"})

__all__ = ["scored"]
