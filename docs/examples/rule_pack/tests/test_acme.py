"""The pack's own test: run it where translator and the pack are installed."""

from translator import translate_source

SOURCE = """
import numpy as np
import pandas as pd

df = pd.DataFrame({"v": [-1.5, 0.0, 2.0, None]})
df["step"] = np.heaviside(df["v"], 0.5)
"""


def test_the_step_function_is_native() -> None:
    translation = translate_source(SOURCE)
    assert [site.status for site in translation.sites if site.api == "numpy.heaviside"] == ["native"]
    assert 'F.when(F.col("v") > 0, 1.0)' in translation.text


def test_other_types_are_declined() -> None:
    translation = translate_source(SOURCE.replace("df[\"v\"], 0.5", "df[\"v\"].astype(str), 0.5"))
    assert "T312" in [diagnostic.code for diagnostic in translation.diagnostics]
