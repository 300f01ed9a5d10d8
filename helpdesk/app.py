"""The Flask application."""

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from helpdesk.channels.contract import Refused
from helpdesk.runtime import Runtime
from helpdesk.web.current import EXTENSION
from helpdesk.web.health import health
from helpdesk.web.metrics.page import metrics
from helpdesk.web.pages import create_pages
from helpdesk.web.webhooks.simulator import simulator
from helpdesk.web.webhooks.twilio import twilio

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("helpdesk")

MAX_REQUEST = 256 * 1024
"""Bytes of a request; the longest text has 1,600 characters."""

FOR_MACHINES = ("/channels/", "/health/", "/metrics/")
"""Providers and probes call here; people everywhere else."""

PAGES = "helpdesk pages"
"""The extension that holds the app of the pages."""


def create_app(runtime: Runtime) -> Flask:
    """The application around a runtime; nothing is opened or read here.

    Two apps behind one door: what machines call has no session, login or CSRF token, and does not pay for them
    (measured: together they double the time that Flask itself takes). What people look at is `create_pages`.
    """
    app = Flask("helpdesk", static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=MAX_REQUEST)
    app.extensions[EXTENSION] = runtime
    app.register_blueprint(health)
    app.register_blueprint(metrics)
    app.register_blueprint(twilio)
    if "simulator" in runtime.channels:
        app.register_blueprint(simulator)
    app.register_error_handler(Refused, _refuse)
    app.register_error_handler(HTTPException, _in_one_line)
    pages = create_pages(runtime, max_request=MAX_REQUEST)
    app.extensions[PAGES] = pages
    app.wsgi_app = _doors(app.wsgi_app, pages.wsgi_app)  # type: ignore[assignment, method-assign]
    return app


def _doors(machines: "WSGIApplication", people: "WSGIApplication") -> "WSGIApplication":
    def choose(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path = f"{environ.get('PATH_INFO', '')}/"
        return (machines if path.startswith(FOR_MACHINES) else people)(environ, start_response)

    return choose


def _refuse(refused: Refused) -> Response:
    """403 for what is not proved to come from the provider, 400 naming the field that is missing or wrong."""
    log.warning("refused %s: %s", request.path, refused.reason)
    return Response(refused.reason + "\n", status=refused.status, mimetype="text/plain")


def _in_one_line(error: HTTPException) -> Response:
    return Response(f"{error.name.lower()}\n", status=error.code, mimetype="text/plain")
