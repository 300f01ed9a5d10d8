"""The database as an operator meets it: its faults in one plain line, and whether it is migrated."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic.util import CommandError

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import current, head
from helpdesk.up.faults import CannotStart

MEND = "; see that it runs and that HELPDESK_DATABASE_URL is right"


@contextmanager
def spoken_plainly(url: str) -> Iterator[None]:
    """Turn what an operator has to mend about the database at `url` into CannotStart; our own bugs stay what they are."""
    try:
        _readable(url)
        yield
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise CannotStart(f"HELPDESK_DATABASE_URL cannot be used: {_first_line(error)}") from error
    except (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.DatabaseError) as error:
        fault = fault_of(url, error)
        if fault is None:
            raise
        raise CannotStart(fault) from error
    except CommandError as error:
        raise CannotStart(
            f"the database {_shown(url)} was made by a newer version of helpdesk ({_first_line(error)}):"
            " run that version"
        ) from error


def fault_of(url: str, error: sa.exc.DBAPIError) -> str | None:
    """What an operator has to mend, in one line: of the driver's errors only those about the server, the file or
    the login. None for one of our statements."""
    if not _is_about_the_database(error):
        return None
    return f"the database {_shown(url)} cannot be used: {_first_line(error.orig or error)}{MEND}"


@contextmanager
def opened(url: str) -> Iterator[sa.Engine]:
    """An engine on the database, closed afterwards; CannotStart as above."""
    with spoken_plainly(url):
        try:
            engine = open_database(url)
        except OSError as error:  # the folder of an SQLite file cannot be made
            raise CannotStart(f"the database {_shown(url)} cannot be made: {error.strerror}{MEND}") from error
        try:
            yield engine
        finally:
            engine.dispose()


def check_migrated(url: str) -> None:
    """Raise CannotStart unless the database answers and is at the newest revision."""
    with opened(url) as engine:
        found, wanted = current(engine), head()
    if found != wanted:
        state = f"is at revision {found}" if found else "is empty"
        raise CannotStart(
            f"the database {state}, this version needs {wanted}: run `helpdesk db upgrade` first"
        )


def _readable(url: str) -> None:
    try:
        sa.make_url(url)
    except ValueError as error:  # a port that is no number
        raise sa.exc.ArgumentError("it is not an address") from error


def _is_about_the_database(error: sa.exc.DBAPIError) -> bool:
    if isinstance(error.orig, sqlite3.Error):
        # SQLITE_ERROR is a statement that makes no sense; the other kinds are about the file.
        code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return code & 0xFF not in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)
    if error.statement is None:  # while connecting: an option that the driver does not know, a login
        return True
    connection = type(error) in (sa.exc.OperationalError, sa.exc.InterfaceError)
    return connection or type(error.orig).__name__ == "InsufficientPrivilege"


def _shown(url: str) -> str:
    """The URL without its password."""
    return sa.make_url(url).render_as_string(hide_password=True)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
