"""Lists in cells: where pandas raises, the translation does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.differential import SUPPORT


@pytest.mark.parametrize(("a", "b"), [(["x", "y"], ["1"]), (["x", "y"], None), ([], ["1", "2"])])
def test_lists_of_unlike_lengths_are_refused(a: list[str] | None, b: list[str] | None, session: Any, monkeypatch: Any) -> None:
    import pandas as pd

    with pytest.raises(ValueError, match="matching element counts"):
        pd.DataFrame({"a": [a], "b": [b]}).explode(["a", "b"])
    monkeypatch.syspath_prepend(str(SUPPORT))
    from pandas_parity import side_by_side

    frame = session.createDataFrame([(a, b)], "a array<string>, b array<string>")
    with pytest.raises(Exception, match="matching element counts"):
        frame.select(side_by_side("a", "b").alias("both")).collect()
