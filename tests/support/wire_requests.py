"""HTTP requests as a channel is handed them, without a web server."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlencode, urlsplit

from helpdesk.channels.contract import WireRequest

FORM = "application/x-www-form-urlencoded; charset=UTF-8"


def form_post(
    url: str,
    fields: Mapping[str, str | Sequence[str]],
    *,
    headers: Mapping[str, str] | None = None,
    from_loopback: bool = False,
) -> WireRequest:
    """A POST of a form; a field with several values is given as a list."""
    form = {name: [value] if isinstance(value, str) else list(value) for name, value in fields.items()}
    return WireRequest(
        method="POST",
        url=url,
        headers={"Content-Type": FORM, **(headers or {})},
        form=form,
        query=_query(url),
        body=urlencode(form, doseq=True, errors="surrogatepass").encode(),
        from_loopback=from_loopback,
    )


def get(url: str, *, headers: Mapping[str, str] | None = None) -> WireRequest:
    """A GET with everything in the query of its address."""
    return WireRequest("GET", url, headers or {}, {}, _query(url), b"", from_loopback=False)


def json_post(url: str, body: object, *, headers: Mapping[str, str] | None = None) -> WireRequest:
    """A POST of JSON; bytes are sent as they are."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"content-type": "application/json", **(headers or {})}
    return WireRequest("POST", url, headers, {}, _query(url), raw, from_loopback=False)


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query, keep_blank_values=True)
