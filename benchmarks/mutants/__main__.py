"""Prints which known-wrong translations the harness catches, and on what.

python -m benchmarks.mutants [--engine sail|spark] [--only WORD]
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.mutants import at_hand, generated
from translator.harness import Verdict


def main() -> int:
    """Run every mutant; 0 if all were caught and no right form was."""
    parser = argparse.ArgumentParser("python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--engine", default="sail")
    parser.add_argument("--only", default="", help="mutants whose name has this in it")
    options = parser.parse_args()
    print("| mutant | found on | rows of input | what differs |\n|---|---|---|---|")
    caught = missed = 0
    for case in at_hand.CASES:
        for name, wrong in case.wrong.items():
            if options.only in name:
                found = _row(name, at_hand.verdict_of(case, wrong, options.engine))
                caught, missed = caught + found, missed + (not found)
    for hidden in generated.HIDDEN:
        if options.only in hidden.name:
            found = _row(hidden.name, generated.verdict_of(hidden, hidden.wrong, options.engine, trials=40))
            caught, missed = caught + found, missed + (not found)
    accused = [case.name for case in at_hand.CASES if not at_hand.verdict_of(case, case.right, options.engine).ok]
    accused += [case.name for case in generated.HIDDEN if not generated.verdict_of(case, case.right, options.engine).ok]
    print(f"\n{caught} of {caught + missed} mutants caught on {options.engine};", end=" ")
    print(f"right forms accused: {', '.join(accused) or 'none'}")
    return 1 if missed or accused else 0


def _row(name: str, verdict: Verdict) -> bool:
    """Print one line of the table; tell whether the mutant was caught."""
    caught = verdict.outcome in ("different", "translation-failed")
    where = "generated data" if verdict.example else "the sample"
    lines = [content.count(b"\n") - 1 for content in verdict.inputs.values()]
    said = [f"{o.name}: {d.message}" for o in verdict.different for d in o.differences] or [str(verdict.problem or "")]
    words = said[0].splitlines()[0].replace("|", "\\|")[:90] if said[0] else ""
    print(f"| {name} | {where if caught else 'NOT CAUGHT'} | {sum(lines) if lines else ''} | {words} |", flush=True)
    return caught


if __name__ == "__main__":
    sys.exit(main())
