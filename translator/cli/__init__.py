"""The ``translate`` command: ``translate PATH… --out DIR`` and its subcommands.

Exit status: 0 everything was translated (or verified equal), 1 something was refused, differs or
could not be read, 2 wrong usage or an internal error.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from translator import __version__

gc.set_threshold(100_000, 20, 20)
"""A command is short, and most of what it makes are modules, which stay: looking for garbage among them
every 700 objects is a tenth of what a hook waits."""

COMMANDS = {
    "run": ("run:run", "Translate scripts, notebooks and directory trees."),
    "diff": ("outputs:diff_outputs", "Show what a run would change in its output directory."),
    "undo": ("outputs:undo", "Take back the last run into an output directory."),
    "report": ("report:report", "Write the report of a run: HTML, JSON and CSV."),
    "check": ("check:check", "Report what cannot be translated; writes nothing."),
    "verify": ("verify:verify", "Run original and translation on the same data and compare."),
    "language-server": ("language_server:language_server", "Serve findings and translations to an editor."),
    "explain": ("inform:explain", "Explain a code (T310, A101) or a pandas name (DataFrame.merge)."),
    "coverage": ("inform:coverage", "What is translated, over every public pandas callable."),
    "data": ("data:data", "Data files to Delta tables: scan, convert, verify."),
    "new-rule": ("inform:new_rule", "Write the stub of a rule and of its case file."),
}
"""Place and short help of each command; a module is imported when its command is used."""


class DefaultGroup(click.Group):
    """A group whose first argument may be a path: then the default command is meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        found = getattr(importlib.import_module(f"translator.cli.{module}"), name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*COMMANDS, "--help", "--version"}
        if args and args[0] not in known and not (args[0].startswith("-") and len(args) == 1):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, invoke_without_command=False)
@click.version_option(__version__, prog_name="translate")
def main() -> None:
    """Translate pandas code to native PySpark that gives the same result, or says why not.

    The main job is ``translate PATH... --out DIR``.
    """


def start() -> NoReturn:
    """The command as a process: ends without taking apart what was loaded, which a hook would wait for.

    The interpreter would free every object of pandas and libcst first; that is a tenth of a second.
    """
    status = 0
    try:
        main(prog_name="translate")
    except SystemExit as ended:
        if not isinstance(ended.code, (int, type(None))):
            raise  # a message, which the interpreter prints
        status = ended.code or 0
    atexit._run_exitfuncs()  # what libraries have registered still runs; Python has no public name for it
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads on: a pipe into head
        status = status or 1
    os._exit(status)
