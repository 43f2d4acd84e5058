"""``translate language-server``: what an editor starts."""

from __future__ import annotations

import click


@click.command("language-server")
def language_server() -> None:
    """Serve findings and translations to an editor over standard input and output."""
    try:
        from translator.editor import main
    except ImportError as error:
        raise click.UsageError(f"the language server needs the extra 'editor' (missing: {error.name})") from error
    main()
