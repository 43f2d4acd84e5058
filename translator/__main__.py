"""``python -m translator``."""

import os
import sys

HOME = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))

# a json.py or pandas/ in the working directory is code of the user, which is never run
if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0]) != HOME:
    del sys.path[0]

from translator.cli import start  # noqa: E402

start()
