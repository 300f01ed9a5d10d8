"""From a Flask request to the channel's WireRequest, and back."""

from functools import lru_cache
from ipaddress import ip_address

from flask import Request, Response

from helpdesk.channels.contract import WireReply, WireRequest


def wire_request(request: Request, public_url: str) -> WireRequest:
    """The request as the provider made it.

    The URL is built from our configured public address, never from the Host header: behind a proxy only that is
    what the provider signed.
    """
    query = f"?{request.query_string.decode('latin-1')}" if request.query_string else ""
    return WireRequest(
        method=request.method,
        url=f"{public_url}{request.path}{query}",
        headers=dict(request.headers),
        form=request.form.to_dict(flat=False),
        query=request.args.to_dict(flat=False),
        body=request.get_data(cache=True),
        from_loopback=_is_loopback(request),
    )


def flask_response(reply: WireReply) -> Response:
    """The channel's answer as Flask sends it."""
    return Response(reply.body, status=reply.status, content_type=reply.content_type)


def _is_loopback(request: Request) -> bool:
    # A proxy on this machine calls from loopback, too: what it forwards comes from elsewhere.
    if any(header in request.headers for header in ("X-Forwarded-For", "Forwarded", "X-Real-Ip")):
        return False
    return _of_this_machine(request.remote_addr or "")


@lru_cache(maxsize=256)
def _of_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
