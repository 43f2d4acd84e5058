"""The typed abstract interpreter: one recursive evaluator over the libcst tree.

`program` runs the cells until no demand is left, `statements` carries the environment through
them, `expressions` evaluates, `calls` applies rules, `functions` follows the program's own
functions, `bridges` brings Spark values to the driver.
"""
