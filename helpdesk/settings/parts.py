"""Settings that belong together: of the day, of the Twilio account, of the mail server."""

from dataclasses import dataclass, field
from datetime import time

SENDING_OPENS, SENDING_CLOSES = time(7, 0), time(21, 0)
"""Commune time within which residents are told what they did not ask for."""


@dataclass(frozen=True)
class Timetable:
    """Commune times at which things that we start fall due."""

    day_before: time = time(11, 0)
    officer_list: time = time(15, 30)
    leader_list: time = time(18, 0)
    leader_corrections: time = time(6, 0)


@dataclass(frozen=True)
class Twilio:
    """The Twilio account; the channel is off without an account and a number."""

    account_sid: str | None = None
    # Two tokens may be given, "new,old", while one is being replaced; the first is used for sending.
    auth_tokens: tuple[str, ...] = field(default=(), repr=False)
    from_number: str | None = None
    api_base: str = "https://api.twilio.com"


@dataclass(frozen=True)
class Smtp:
    """The mail server that lists leave by, and the address they come from."""

    host: str
    port: int
    sender: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    # smtps://; otherwise STARTTLS, when the server offers it.
    tls_from_start: bool = False
