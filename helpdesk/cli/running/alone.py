"""`helpdesk web`, `worker`, `scheduler`: one process each, for several machines around one database and one Redis."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from helpdesk.settings import Settings
from helpdesk.up.data_folder import made
from helpdesk.up.faults import CannotStart
from helpdesk.up.kept_secrets import secret_key
from helpdesk.up.port import ClaimedPort


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="port to listen on (default 8000)")
def web(port: int | None) -> None:
    """Run only the web server. The database must be migrated (helpdesk db upgrade)."""
    from helpdesk.up.database import check_migrated

    settings = Settings.from_environment()
    if port is not None:
        settings = settings.with_port(port)
    claimed = ClaimedPort(settings.bind, settings.port)
    check_migrated(settings.database_url)
    if not settings.secret_key:  # production has one, see Settings
        settings = replace(settings, secret_key=secret_key(made(settings.data)))
    claimed.outlive_exec()
    _become(["helpdesk.up.web_server"], settings)


@click.command()
@click.option(
    "--check", is_flag=True, help="only tell whether a worker of this machine is at work (exit 0 or 1)"
)
def worker(check: bool) -> None:
    """Run only a worker: it sends, reminds and writes lists. Start as many as are wanted."""
    from helpdesk.up.database import check_migrated

    settings = _with_redis()
    if check:
        _become(["workers.check", "worker"], settings)
    check_migrated(settings.database_url)
    _become(["workers.worker"], settings)


@click.command()
@click.option("--check", is_flag=True, help="only tell whether a scheduler leads (exit 0 or 1)")
def scheduler(check: bool) -> None:
    """Run only the scheduler. A second one waits for the first to die."""
    _become(["workers.check", "scheduler"] if check else ["workers.scheduler"], _with_redis())


def _with_redis() -> Settings:
    settings = Settings.from_environment()
    if not settings.redis_url:
        raise CannotStart(
            "HELPDESK_REDIS_URL is not set: name the Redis server that all processes share,"
            " or run everything on this machine with `helpdesk up`"
        )
    return settings


def _become(module: Sequence[str], settings: Settings) -> None:
    """Go on as `python -m …`: what was needed to look around is given back, and signals need no passing on."""
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, "-m", *module], settings.child_environment())  # noqa: S606
