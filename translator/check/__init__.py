"""``translate check``: findings on files as they are, for hooks, editors and CI.

    files -> translation (diagnostics) -> findings -> suppressions, baseline -> one of the formats
"""
