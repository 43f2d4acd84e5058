"""JSON Schemas of the files that the tool writes."""
