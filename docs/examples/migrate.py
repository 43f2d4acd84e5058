"""A migration script: translates a tree, says what is left to do, and fails while anything is.

Usage: python migrate.py SOURCES OUT
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from translator import Config, translate_path


def main(sources: Path, out: Path) -> int:
    """Translate, write what is whole, and print the remaining work by effort."""
    work: Counter[str] = Counter()
    left = 0
    for translation in translate_path(sources, config=Config(bridge="bounded")):
        if translation.outcome in ("translated", "unchanged"):
            target = out / translation.output
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(translation.content)
        else:
            left += 1
        for diagnostic in translation.diagnostics:
            if diagnostic.severity != "note":
                work[f"{diagnostic.code} {diagnostic.api or ''}".strip()] += diagnostic.entry.effort
    for name, effort in work.most_common():
        print(f"{effort:4} {name}")
    print(f"{left} files to do by hand")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
