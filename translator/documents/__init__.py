"""Source files: found, decoded, taken apart into cells and lines, and written back whole."""
