"""The ``translate`` command: ``translate PATH… --out DIR`` and its subcommands.

Exit status: 0 everything was translated (or verified equal), 1 something was refused, differs or
could not be read, 2 wrong usage or an internal error.
"""

from __future__ import annotations

import click

from translator import __version__
from translator.cli.inform import check, coverage, explain, new_rule
from translator.cli.run import run
from translator.cli.verify import verify


class DefaultGroup(click.Group):
    """A group whose first argument may be a path: then the default command is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, "--help", "--version"}
        if args and args[0] not in known and not (args[0].startswith("-") and len(args) == 1):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, invoke_without_command=False)
@click.version_option(__version__, prog_name="translate")
def main() -> None:
    """Translate pandas code to native PySpark that gives the same result, or says why not.

    The main job is ``translate PATH... --out DIR``.
    """


for command in (run, check, verify, explain, coverage, new_rule):
    main.add_command(command)
