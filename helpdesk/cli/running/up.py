"""`helpdesk up`: everything in one terminal."""

import contextlib

import click

from helpdesk.logs import to_stderr
from helpdesk.settings import Settings
from helpdesk.up.service import up as run_everything


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="port of the web server (default 8000)")
def up(port: int | None) -> None:
    """Run the whole service here: web server, worker, scheduler, and Redis where none is configured.

    Prints a line `ready: http://127.0.0.1:PORT` when it is. Ctrl-C stops everything. Exits 1 when one of the
    processes ended by itself, 2 when something has to be mended before it can start.
    """
    settings = Settings.from_environment()
    if port is not None:
        settings = settings.with_port(port)
    to_stderr(settings)
    run_everything(settings, _say)


def _say(line: str) -> None:
    # Whoever closed the terminal reads no more, but stopping in order goes on.
    with contextlib.suppress(OSError):
        click.echo(line)
