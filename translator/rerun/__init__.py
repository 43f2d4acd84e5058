"""Re-runs that respect people and time.

    sources -> plan (what the stored state does not answer) -> translations -> outputs (merged with
    what people changed) -> state

Everything is kept in ``.translate`` below the output directory: ``state.jsonl`` and ``base/`` (the
last generated outputs) belong under version control with the outputs, the rest does not.
"""

FOLDER = ".translate"
