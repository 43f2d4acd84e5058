"""The support module that is written beside outputs; see `pandas_parity`."""
