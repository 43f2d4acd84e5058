"""Data files to Delta tables: what lies in a tree, what it holds, and a table with a proof for each file.

Nothing here loads a pickle in its own process; see `reader` for the child that does, and how little it may.
"""

from translator.data.convert import Options, Record, convert, verify
from translator.data.inventory import Entry, scan

__all__ = ["Entry", "Options", "Record", "convert", "scan", "verify"]
