"""The idioms that pandas programs use most: their translations against what an expert of Spark writes.

Usage: python -m benchmarks.idioms [--rows 1000000] [--engine sail|spark] [--rounds 5] [--only head nlargest]
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import contest, questions
from benchmarks.idioms import data

HERE = Path(__file__).parent


def main() -> None:
    options = questions.arguments(__doc__ or "").parse_args()
    folder = data.make(options.data.resolve() / "idioms", options.rows)
    with contest.engine(options.engine, folder) as session:
        found = list(questions.answers(HERE / "idioms.py", HERE / "idioms_by_hand.py", folder, session, options))
    questions.tell(found, options)


if __name__ == "__main__":
    main()
