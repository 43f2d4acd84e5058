"""Pickles of every shape by the pandas that runs this: ``python write.py pandas-1.5.3.zip``.

The archives beside it were written so by pandas 1.5.3, 2.0.3 and 3.1.1; the test reads them with the
pandas of today, and compares the tables with those of the same shapes pickled today.
"""

import bz2
import datetime
import decimal
import gzip
import lzma
import pickle
import sys
import zipfile

import numpy as np
import pandas as pd

PROTOCOLS = (2, 4, 5)
PACKERS = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def shapes():
    """Frames and Series of every kind that the pandas at hand can make."""
    times = pd.to_datetime(["2020-01-01 01:02:03.123456", None, "1969-12-31 23:59:59.000000"])
    base = pd.DataFrame({"k": ["a", None, "é"], "n": [1, -2, 2**60], "v": [1.5, np.nan, -0.0], "b": [True, False, True]})
    levels = pd.MultiIndex.from_tuples([("x", 1), ("x", 2), ("y", 1)], names=["p", "q"])
    return {
        "plain": base, "empty": base.iloc[:0], "one_row": base.iloc[:1], "series": base["v"],
        "labels": base.set_index("n"), "levels": base.set_axis(levels, axis=0), "chosen": base[base["n"] > 0],
        "times": base.assign(t=times), "zone": base.assign(t=times.tz_localize("Europe/Paris")),
        "utc": base.assign(t=times.tz_localize("UTC")), "spans": base.assign(d=pd.to_timedelta([1, None, 3], unit="s")),
        "by_day": base.set_index(pd.date_range("2020-01-01", periods=3, name="day")),
        "categories": base.assign(c=pd.Categorical(["y", None, "x"], ["y", "x"], ordered=True)),
        "nullable": base.assign(n=pd.array([1, None, 3], "Int64"), b=pd.array([True, None, False], "boolean"),
                                v=pd.array([1.5, None, 2], "Float64"), k=pd.array(["a", None, "b"], "string[python]")),
        "periods": base.assign(p=pd.period_range("2020-01", periods=3, freq="M")),
        "intervals": base.assign(i=pd.interval_range(0, 3)),
        "small": base.assign(h=np.array([1, 2, 0.5], "float32"), u=np.array([1, 2, 255], "uint8")),
        "objects": base.assign(d=[datetime.date(2020, 1, 1), None, datetime.date(1900, 1, 1)],
                               m=[decimal.Decimal("1.10"), None, decimal.Decimal("-3.00")]),
        "several": {"a": base, "b": base[["n", "v"]]},
    }  # fmt: skip


def pickles():
    """By file name, every shape in every protocol, and one of them packed in every way."""
    for name, shape in shapes().items():
        for protocol in PROTOCOLS:
            for suffix, pack in PACKERS.items() if name == "plain" else [("", bytes)]:
                yield f"{name}_{protocol}.pkl{suffix}", pack(pickle.dumps(shape, protocol))


if __name__ == "__main__":
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in pickles():
            archive.writestr(zipfile.ZipInfo(file), content, zipfile.ZIP_DEFLATED)
