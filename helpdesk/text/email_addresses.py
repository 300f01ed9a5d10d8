"""E-mail addresses: which ones we write to and send from."""

import re

LONGEST = 254
"""Characters: RFC 5321, 4.5.3.1.3, less the angle brackets."""

# ASCII only: an address beyond it needs SMTPUTF8, which few servers here have.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?P<domain>[^@]+)"
)
_DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")


def is_email(raw: str) -> bool:
    """Whether this is one plain address, "can.bo@example.vn": no name beside it, no quoting, no line break."""
    match = _ADDRESS.fullmatch(raw)
    return match is not None and len(raw) <= LONGEST and _DOMAIN.fullmatch(match["domain"]) is not None
