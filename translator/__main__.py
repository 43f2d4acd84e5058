"""``python -m translator``."""

from translator.cli import main

main(prog_name="translate")
