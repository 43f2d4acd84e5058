"""Translations that are known to be wrong, of which the harness has to catch every one.

Those of `at_hand` differ on a small sample; those of `generated` are right on the sample and wrong
on data that the harness makes up.
"""
