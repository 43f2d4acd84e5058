"""Models of the program that score the rows of a frame on Spark's workers, batch by batch."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from pyspark import cloudpickle
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from .functions import DTYPES, by_workers, pandas_objects
from .numbers import lookup


def predicted(model: Any, features: Sequence[str], result: str = "double", none: Sequence[str] = ()) -> Column:
    """``model.predict(df[features])``.

    Args:
        model: a fitted model; it goes to the workers as it is now.
        features: the columns that it gets, in this order.
        result: Spark's type of what it gives; another one is an error.
        none: the columns of text whose missing values are None, not NaN.
    """
    return _scores(model, features, result, none, lambda fitted, rows: fitted.predict(rows))


def probability(model: Any, features: Sequence[str], number: int, none: Sequence[str] = ()) -> Column:
    """``model.predict_proba(df[features])[:, number]``."""
    return _scores(model, features, "double", none, lambda fitted, rows: fitted.predict_proba(rows)[:, number])


def label_codes(encoder: Any, frame: DataFrame, label: str) -> Column:
    """``encoder.fit_transform(df[label])`` of a ``LabelEncoder``, which is fitted to the distinct values."""
    column = F.col(label)
    values = pd.Series([row[0] for row in frame.select(column).distinct().collect()]).fillna(np.nan)
    codes = encoder.fit_transform(values).tolist() if len(values) else []
    known = {value: code for value, code in zip(values, codes, strict=True) if not pd.isna(value)}
    missing = next((code for value, code in zip(values, codes, strict=True) if pd.isna(value)), None)
    found = lookup(column, known) if known else F.when(F.lit(False), 0)
    return F.coalesce(found, F.lit(missing)).cast("bigint")


def _scores(
    model: Any, features: Sequence[str], result: str, none: Sequence[str], score: Callable[[Any, pd.DataFrame], Any]
) -> Column:
    content, dtype = cloudpickle.dumps(model), DTYPES[result]  # type: ignore[no-untyped-call]

    def each(batches: Iterator[pd.DataFrame]) -> Iterator[pd.Series]:
        fitted = pickle.loads(content)
        for rows in batches:
            found = score(fitted, pandas_objects(rows, none)) if len(rows) else np.empty(0)
            yield pd.Series(np.asarray(found).reshape(len(rows)), dtype=dtype)

    return by_workers(each, result, F.struct(*features))
