"""Questions of grouping and joining: the pandas originals against their translations and hand-written PySpark.

Usage: python -m benchmarks.groupby_join [--rows 1000000] [--engine sail|spark] [--rounds 5]
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import contest, questions
from benchmarks.groupby_join import data

HERE = Path(__file__).parent


def main() -> None:
    options = questions.arguments(__doc__ or "").parse_args()
    made = data.make(options.data.resolve() / "groupby_join", options.rows)
    found: list[questions.Answer] = []
    for name in ("groupby", "join"):
        with contest.engine(options.engine, made / name) as session:
            found += questions.answers(HERE / f"{name}.py", HERE / f"{name}_by_hand.py", made / name, session, options)
    questions.tell(found, options)


if __name__ == "__main__":
    main()
