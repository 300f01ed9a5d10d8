"""The application inside a web process."""

import sys

from flask import Flask

from helpdesk.app import create_app
from helpdesk.logs import to_stderr
from helpdesk.runtime import open_runtime
from helpdesk.settings import Settings
from helpdesk.up.database import spoken_plainly
from helpdesk.up.faults import CannotStart


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
