"""Usage: python -m benchmarks.fuzz [--programs N] [--seed N] [--minutes M] [--engine sail|spark] [--out DIR]

Prints how many programs came out native, bridged or refused and what did not come out equal. Every
failing program is made small and saved in DIR with its tables; ``--replay DIR`` runs those again,
for instance on Apache Spark, which decides.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

# Up to 16 rows NumPy's default sort keeps ties in order, but not the variants for AVX2 and AVX-512.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR"
os.environ["TZ"] = "UTC"
time.tzset()


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz", description=__doc__)
    parser.add_argument("--programs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0, help="the first program's seed; the others follow")
    parser.add_argument("--minutes", type=float, default=0, help="stop after this time (0: run all programs)")
    parser.add_argument("--engine", choices=("sail", "spark"), default="sail")
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("--replay", type=Path, help="run the programs saved in this folder instead")
    parser.add_argument("--confirm", action="store_true", help="run what failed again on Apache Spark, which decides")
    options = parser.parse_args()
    from benchmarks.fuzz import hunt
    from tests import engines

    with engines.start(options.engine):
        if options.replay is not None:
            return hunt.replay(options.replay)
        failed = hunt.hunt(options)
    if failed and options.confirm:
        print("\nOn Apache Spark:", flush=True)
        again = [sys.executable, "-m", "benchmarks.fuzz", "--engine", "spark", "--replay", str(options.out)]
        return subprocess.run(again, check=False).returncode
    return failed



if __name__ == "__main__":
    sys.exit(main())
