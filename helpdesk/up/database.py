"""The database as an operator meets it: its faults in one plain line, and whether it is migrated."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic.util import CommandError

from helpdesk.store.engine import open_database
from helpdesk.store.migrate import current, head
from helpdesk.up.faults import CannotStart


@contextmanager
def spoken_plainly(url: str) -> Iterator[None]:
    """Turn what an operator has to mend about the database at `url` into CannotStart; our own bugs stay what they are."""
    try:
        yield
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise CannotStart(f"HELPDESK_DATABASE_URL cannot be used: {_first_line(error)}") from error
    except (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.DatabaseError) as error:
        # Of the driver's errors only those about the server, the file or the login; not of our statements.
        if not _is_about_the_database(error):
            raise
        raise CannotStart(
            f"the database {_shown(url)} cannot be used: {_first_line(error.orig or error)};"
            " see that it runs and that HELPDESK_DATABASE_URL is right"
        ) from error
    except CommandError as error:
        raise CannotStart(
            f"the database {_shown(url)} was made by a newer version of helpdesk ({_first_line(error)}):"
            " run that version"
        ) from error


def check_migrated(url: str) -> None:
    """Raise CannotStart unless the database answers and is at the newest revision."""
    with spoken_plainly(url):
        engine = open_database(url)
        try:
            found, wanted = current(engine), head()
        finally:
            engine.dispose()
    if found != wanted:
        state = f"is at revision {found}" if found else "is empty"
        raise CannotStart(
            f"the database {state}, this version needs {wanted}: run `helpdesk db upgrade` first"
        )


def _is_about_the_database(error: sa.exc.DBAPIError) -> bool:
    # "file is not a database" is a plain DatabaseError; a missing right on PostgreSQL is a ProgrammingError.
    plain = type(error) in (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.DatabaseError)
    return plain or type(error.orig).__name__ == "InsufficientPrivilege"


def _shown(url: str) -> str:
    """The URL without its password."""
    return sa.make_url(url).render_as_string(hide_password=True)


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
