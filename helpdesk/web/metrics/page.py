"""`/metrics`: the figures in Prometheus' text format, for whoever may read them."""

import hmac
from ipaddress import ip_address

from flask import Blueprint, Response, request
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from helpdesk.web.current import runtime
from helpdesk.web.metrics.figures import Figures

metrics = Blueprint("metrics", __name__)

SAYS_IT_CAME_THROUGH = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")
"""What a web server in front adds: such a request comes from anywhere, although its peer is on our own network."""


@metrics.get("/metrics")
def scraped() -> Response:
    """The figures as they are now. No name and no resident's number is among them."""
    refused = _refused()
    if refused is not None:
        return refused
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Figures(runtime()))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


def _refused() -> Response | None:
    """With a token set, only who shows it; otherwise, in production, only who asks directly and from our own network."""
    settings = runtime().settings
    if settings.metrics_token:
        shown = request.headers.get("Authorization", "").encode()
        if hmac.compare_digest(shown, f"Bearer {settings.metrics_token}".encode()):
            return None
        answer = Response("show the bearer token\n", status=401, mimetype="text/plain")
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    if not settings.in_production or _is_a_neighbour():
        return None
    return Response("only from this network, or with a token\n", status=403, mimetype="text/plain")


def _is_a_neighbour() -> bool:
    if any(name in request.headers for name in SAYS_IT_CAME_THROUGH):
        return False
    try:
        peer = ip_address(request.remote_addr or "")
    except ValueError:
        return False
    # A socket for both kinds of address tells IPv4 as ::ffff:…, which by itself would count as private.
    real = getattr(peer, "ipv4_mapped", None) or peer
    return bool(real.is_private)  # loopback is among them
