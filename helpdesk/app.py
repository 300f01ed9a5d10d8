"""The Flask application."""

import logging

from flask import Flask, Response, request

from helpdesk.channels.contract import Refused
from helpdesk.runtime import Runtime
from helpdesk.web.current import EXTENSION
from helpdesk.web.health import health
from helpdesk.web.webhooks.simulator import simulator
from helpdesk.web.webhooks.twilio import twilio

log = logging.getLogger("helpdesk")

MAX_REQUEST = 256 * 1024
"""Bytes of a request; the longest text has 1,600 characters."""


def create_app(runtime: Runtime) -> Flask:
    """The application around a runtime; nothing is opened or read here."""
    app = Flask("helpdesk")
    app.config.update(MAX_CONTENT_LENGTH=MAX_REQUEST)
    app.extensions[EXTENSION] = runtime
    app.register_blueprint(health)
    app.register_blueprint(twilio)
    if "simulator" in runtime.channels:
        app.register_blueprint(simulator)
    app.register_error_handler(Refused, _refuse)
    return app


def _refuse(refused: Refused) -> Response:
    """403 for what is not proved to come from the provider, 400 naming the field that is missing or wrong."""
    log.warning("refused %s: %s", request.path, refused.reason)
    return Response(refused.reason + "\n", status=refused.status, mimetype="text/plain")
