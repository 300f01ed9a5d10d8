"""The simulated phone texts here; in production there is no such route."""

from flask import Blueprint, Response

from helpdesk.web.current import runtime
from helpdesk.web.webhooks.texts import take_text

simulator = Blueprint("simulator", __name__, url_prefix="/channels/simulator")


@simulator.post("")
def text() -> Response:
    """A text from the simulated phone; the answer is JSON."""
    return take_text(runtime(), runtime().channels["simulator"])
