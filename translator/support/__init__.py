"""The support package that is written beside outputs; see `pandas_parity`."""
