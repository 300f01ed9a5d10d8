"""Where the database and Redis are."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from helpdesk.settings.values import Values

_NUMBERS = frozenset(
    {"db", "protocol", "max_connections", "health_check_interval"}
    | {"timeout", "socket_timeout", "socket_connect_timeout"}
)
_REDIS_OPTIONS = _NUMBERS | {
    *("username", "password", "client_name", "socket_keepalive", "retry_on_timeout"),
    *("ssl_ca_certs", "ssl_certfile", "ssl_keyfile", "ssl_cert_reqs", "ssl_check_hostname"),
}
"""What may stand after ? in a Redis URL; redis-py takes any word there and fails at the first connection."""


def database_url(values: Values, data: Path) -> str:
    """SQLAlchemy's; a SQLite file in the folder `data` when none is set."""
    given = values.url("HELPDESK_DATABASE_URL", ("sqlite", "postgresql", "postgres"))
    return given or f"sqlite:///{(data / 'helpdesk.db').resolve()}"


def redis_url(values: Values) -> str | None:
    """Never echoes the value: a password may stand in it."""
    given = values.url("HELPDESK_REDIS_URL", ("redis", "rediss", "unix"))
    try:
        parts = urlsplit(given or "")
        _ = parts.port
        options = parse_qs(parts.query, keep_blank_values=True)
        unknown = sorted(set(options) - _REDIS_OPTIONS)
        if unknown:
            values.faults.append(f"HELPDESK_REDIS_URL has an option after ? that is none: {unknown[0]}")
        for name in sorted(_NUMBERS & set(options)):
            if not all(re.fullmatch(r"[0-9]{1,9}", each) for each in options[name]):
                values.faults.append(f"HELPDESK_REDIS_URL says after ? a {name} that is no number")
    except ValueError:
        values.faults.append("HELPDESK_REDIS_URL has a port that is no number: redis://host:6379/0")
    return given
