"""The mail server, and who is written to."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from helpdesk.settings.parts import Smtp
from helpdesk.settings.values import EMAIL_FORM, Values


def smtp(values: Values) -> Smtp | None:
    """Never echoes the value: a password stands in it."""
    raw = values.url("SMTP_URL", ("smtp", "smtps"))
    if raw is None:
        return None
    try:
        parts, query = urlsplit(raw), parse_qs(urlsplit(raw).query)
        host, port, tls = parts.hostname, parts.port, parts.scheme == "smtps"
    except ValueError:
        values.faults.append("SMTP_URL has an address or a port that is none")
        return None
    user = unquote(parts.username) if parts.username else None
    sender = query.get("from", [user or ""])[0]
    faults = {
        "must name a host: smtp://host:587?from=address": not host,
        "must say ?from= and a plain e-mail address": not re.fullmatch(EMAIL_FORM, sender),
        "knows only 'from' after the question mark": not set(query) <= {"from"},
        "has something after the host; write / ? # @ in a password as %2F %3F %23 %40": (
            parts.path not in ("", "/") or bool(parts.fragment)
        ),
        "has a user without a password": bool(user) and not parts.password,
    }
    values.faults += [f"SMTP_URL {fault}" for fault, found in faults.items() if found]
    password = unquote(parts.password) if parts.password else None
    return Smtp(host or "", port or (465 if tls else 587), sender, user, password, tls)


def operator_email(values: Values) -> str | None:
    """Who is told when something is stuck."""
    address = values.text("HELPDESK_OPERATOR_EMAIL")
    if address and not re.fullmatch(EMAIL_FORM, address):
        values.faults.append("HELPDESK_OPERATOR_EMAIL must be an e-mail address such as may@example.vn")
    return address
