"""Settings that other modules read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    lowest: float = 2.0
    lags: tuple = (1, 2)


QUALITY = Limits()
