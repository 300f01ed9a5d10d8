"""`python -m helpdesk.up.web_server`: granian, with the application in processes of its own.

This process only watches over them and never loads the application.
"""

import os
import signal
import sys
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from helpdesk.logs import FORMAT
from helpdesk.settings import Settings, SettingsError
from helpdesk.up.bound_process import bind_this_process_to

SECONDS_TO_FINISH = 8
"""For requests in hand when we are told to stop; Twilio itself gives up after 15."""

SECONDS_FOR_HEADERS = 10
"""A request line and its headers fit one or two packets; whoever dribbles them holds a connection no longer."""

WAITING_CONNECTIONS = 512
"""A process takes this many; others wait in the kernel's backlog. One thread answers some hundred turns a second."""

_LOGGING = {
    "formatters": {"generic": {"format": FORMAT, "datefmt": "%H:%M:%S"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "generic", "stream": "ext://sys.stderr"}
    },
    "loggers": {"_granian": {"handlers": ["console"], "propagate": False}},
}


def serve(settings: Settings) -> None:
    """Serve until told to stop; SystemExit(1) when a web process ends by itself."""
    server = Server(
        "helpdesk",
        address=settings.bind,
        port=settings.port,
        interface=Interfaces.ASGINL,
        workers=settings.web_processes,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=SECONDS_FOR_HEADERS * 1000),
        websockets=False,
        backpressure=WAITING_CONNECTIONS,
        workers_kill_timeout=SECONDS_TO_FINISH,
        # A lone one that dies is left to whoever restarts us; among several it must not take the others along.
        respawn_failed_workers=settings.web_processes > 1,
        log_level=LogLevels.error,
        log_dictconfig=_LOGGING,
    )
    os.register_at_fork(after_in_child=_Adopted(os.getpid()))
    server.serve(target_loader=_load, wrap_loader=False)


class _Adopted:
    """What a web process does first: it ends with its parent, even when that is killed."""

    def __init__(self, parent: int) -> None:
        self.parent = parent

    def __call__(self) -> None:
        # It inherits a handler that works for the parent only and would lose a stop until granian sets its own.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        bind_this_process_to(self.parent)


def _load() -> Any:
    """Called in each web process."""
    from helpdesk.up.wsgi import create_asgi

    return create_asgi()


def main() -> None:
    """Exit code 2 with one line for each fault in the settings."""
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        sys.exit("\n".join(error.faults))
    serve(settings)


if __name__ == "__main__":
    main()
