"""What the Twilio channel must be told."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TwilioConfig:
    """One Twilio account and the number (or brand name) it sends from.

    Of `auth_tokens`, every one may sign what comes in (two while one replaces the other); the first is used for
    sending. `unsigned_from_loopback` is for development only: it admits unsigned requests from this machine
    while no token is configured.
    """

    account_sid: str | None = None
    auth_tokens: tuple[str, ...] = field(default=(), repr=False)
    from_number: str | None = None
    api_base: str = "https://api.twilio.com"
    unsigned_from_loopback: bool = False
    timeout_seconds: float = 15.0
