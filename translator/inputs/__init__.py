"""The data files and databases of a program: where they lie, and what columns and types they hold."""
