"""Opening the configured store for a command, with plain words when it is not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from sqlalchemy.exc import DBAPIError

from helpdesk.chat.practice import practice_runtime
from helpdesk.clock import Clock, FixedClock, SystemClock
from helpdesk.runtime import Runtime, open_runtime
from helpdesk.settings import Settings, SettingsError
from helpdesk.store.engine import open_database
from helpdesk.store.migrate import is_current
from helpdesk.up.database import fault_of, spoken_plainly
from helpdesk.up.faults import CannotStart


class NotPossible(click.ClickException):
    """Wrong use, or not possible here: one plain line, exit 2."""

    exit_code = 2


def read_settings() -> Settings:
    """The settings; every fault on its own line when they cannot be used."""
    try:
        return Settings.from_environment()
    except SettingsError as error:
        raise NotPossible("\n".join(error.faults)) from error


@contextmanager
def configured_runtime(*, clock: Clock | None = None, or_practice: bool = False) -> Iterator[Runtime]:
    """The runtime of the configured store; with `or_practice`, a throw-away one where there is no store yet."""
    settings = read_settings()
    missing = _missing_file(settings)
    if missing and or_practice:
        click.echo(
            "no store here yet (make run makes one): practising on sample data that is gone afterwards",
            err=True,
        )
        with TemporaryDirectory() as folder:
            runtime = practice_runtime(FixedClock((clock or SystemClock()).now()), data=Path(folder))
            yield runtime
            runtime.close()
        return
    if missing:
        raise NotPossible(
            f"there is no database at {missing}: `helpdesk up` or `helpdesk db upgrade` makes it"
        )
    try:
        with spoken_plainly(settings.database_url):
            engine = open_database(settings.database_url)
            if not is_current(engine):
                raise NotPossible("the database is not at the newest revision: run `helpdesk db upgrade`")
            runtime = open_runtime(replace(settings), clock=clock, engine=engine)
    except CannotStart as fault:
        raise NotPossible(str(fault)) from fault
    try:
        yield runtime
    except DBAPIError as error:
        # The disk is full, the server went away: the command is undone, and that is the operator's to mend.
        told = fault_of(settings.database_url, error)
        if told is None:
            raise
        raise NotPossible(told) from error
    finally:
        runtime.close()


def _missing_file(settings: Settings) -> str | None:
    if not settings.database_url.startswith("sqlite:///"):
        return None
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    return None if path.exists() else str(path)
