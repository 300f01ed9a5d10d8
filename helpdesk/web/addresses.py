"""Addresses to go on to: only pages of this server, whatever a link or a form says."""

from urllib.parse import urlsplit


def own_page(address: str | None) -> str | None:
    """`address` if it is a path on this server, "/desk?x=1"; else None. Nobody is sent to a stranger's page.

    Browsers read "//host" and "/\\\\host" as another host, and drop tabs and line breaks.
    """
    if not address or not address.startswith("/") or "\\" in address or not address.isprintable():
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc or address.startswith("//") else address
