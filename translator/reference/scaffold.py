"""``translate new-rule``: the stub of a rule and of its case file."""

from __future__ import annotations

from pathlib import Path

from translator.evidence import pandas_api
from translator.registry import RULES, load_rules

FOLDERS = {"DataFrame": "frame", "Series": "column", "GroupBy": "groupby", "pandas": "toplevel"}


def write_rule(key: str, rules: Path) -> list[Path]:
    """Write both stubs and return their paths.

    Raises:
        ValueError: if the name is not pandas', has a rule, or the file exists.
    """
    load_rules()
    described = pandas_api.parameters_of(key)
    if described is None:
        raise ValueError(f"{key} is no pandas callable; write it like DataFrame.nlargest")
    if key in RULES:
        raise ValueError(f"{key} has a rule already, in {RULES[key].function.__module__}")
    owner, _, method = key.rpartition(".")
    folder = FOLDERS.get(owner.split(".")[0], "toplevel")
    target = rules / folder / f"{method}.py"
    case = rules.parent / "tests" / "cases" / folder / f"{method}.py"
    for path in (target, case):
        if path.exists():
            raise ValueError(f"{path} exists")
    target.parent.mkdir(parents=True, exist_ok=True)
    case.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_stub(key, method, [name for name, _, kind in described if not kind.startswith("*")]))
    case.write_text(CASE)
    return [target, case]


def _stub(key: str, method: str, parameters: list[str]) -> str:
    receiver = {"Series": "column: Column", "GroupBy": "grouped: Grouped"}.get(key.split(".")[0], "df: Frame")
    kind = receiver.split(": ")[1]
    signature = ", ".join([receiver, *(f"{name}: Value" for name in parameters)])
    return f'''"""{key}."""

from __future__ import annotations

from translator.rulekit import {", ".join(sorted({kind, "Decline", "Value"}))}, rule


@rule("{key}")
def {method}({signature}) -> Value:
    """One line that says what it does.

    What pandas does that Spark does not, and what is emitted because of it. Remove the
    parameters that the rule does not honour; the binder then refuses them.

    Example:
        df.{method}()
    Becomes:
        df
    """
    raise Decline("not written yet", code="T301")
'''


CASE = """import pandas as pd

df = pd.DataFrame({"k": ["a", "b", None, "a"], "v": [1.5, None, 0.0, 1.5]})
"""
