"""Python functions that stay Python: what they give is read from their text, and Spark calls them on its workers."""

from translator.pythonic.calls import of_cells, of_rows

__all__ = ["of_cells", "of_rows"]
