"""The report of a migration: one HTML file that needs no network, and the same as JSON and CSV.

    translation.json, sources, outputs, verdicts -> content -> page | inventories
"""
