"""The application inside a web process."""

import sys

from asgiref.wsgi import WsgiToAsgi
from flask import Flask

from helpdesk.app import MAX_REQUEST, create_app
from helpdesk.logs import to_stderr
from helpdesk.runtime import open_runtime
from helpdesk.settings import Settings
from helpdesk.up.database import spoken_plainly
from helpdesk.up.faults import CannotStart
from helpdesk.up.whole_requests import Application, whole_requests


def create() -> Flask:
    """The application on what the environment names; ends the process with one plain line where that cannot be."""
    settings = Settings.from_environment()
    to_stderr(settings)
    try:
        with spoken_plainly(settings.database_url):
            return create_app(open_runtime(settings))
    except CannotStart as fault:
        print(fault, file=sys.stderr)
        sys.exit(2)


def create_asgi() -> Application:
    """The same as the server has it."""
    return asgi(create())


def asgi(app: Flask) -> Application:
    """An application that gets its requests whole, one after the other in one thread of their own.

    More threads would hand the interpreter's lock to and fro and queue up before SQLite.
    """
    wrapped: Application = WsgiToAsgi(app)  # type: ignore[no-untyped-call]  # asgiref says no types here
    return whole_requests(wrapped, most=MAX_REQUEST)
