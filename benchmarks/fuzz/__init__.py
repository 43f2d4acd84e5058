"""A fuzzer of programs: random pandas programs run as they are and translated, and have to agree.

A program is a function of its seed. It is written statement by statement, and every statement is
run under pandas at once: one that raises is left out, and the next one can be drawn from what the
variables really hold. See ``python -m benchmarks.fuzz --help``.
"""
