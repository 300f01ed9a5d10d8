"""The runtime of the running app, for views."""

from typing import cast

from flask import current_app

from helpdesk.runtime import Runtime

EXTENSION = "helpdesk"


def runtime() -> Runtime:
    """The runtime that `create_app` was given."""
    return cast(Runtime, current_app.extensions[EXTENSION])
