"""The child process that reads untrusted files; needs pandas and pyarrow only, and no other part of the translator.

It is started as ``python -I <this folder>``, so that the interpreter of an older project serves as well.
"""
