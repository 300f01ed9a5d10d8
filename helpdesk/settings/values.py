"""Single values of the environment: texts, numbers, times, addresses."""

from collections.abc import Callable, Mapping
from datetime import time
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")

EMAIL_FORM = r"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}"


class Values:
    """Values by name; `faults` collects what cannot be read, so that the operator mends all of it in one go."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def text(self, name: str) -> str | None:
        """The value of NAME, or the content of the file NAME_FILE names; None when neither is set."""
        value, path = self.environ.get(name), self.environ.get(f"{name}_FILE")
        if value and path:
            self.faults.append(f"{name} and {name}_FILE are both set: keep one")
        if path:
            try:
                value = Path(path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                self.faults.append(f"{name}_FILE cannot be read: {type(error).__name__}")
                return None
        return value.strip() or None if value else None

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return self.parsed(
            name, default, lambda raw: _within(int(raw), low, high), f"a whole number from {low} to {high}"
        )

    def clock_time(self, name: str, default: time) -> time:
        """Commune time to the minute."""
        return self.parsed(name, default, _time_of_day, "a time such as 11:00")

    def address(self, name: str, default: str) -> str:
        """Of a machine, in numbers."""
        return self.parsed(
            name, default, lambda raw: str(ip_address(raw)), "an address such as 127.0.0.1 or 0.0.0.0"
        )

    def parsed(self, name: str, default: T, parse: Callable[[str], T], form: str) -> T:
        """What `parse` makes of the value; a fault that asks for `form` when it raises ValueError."""
        raw = self.text(name)
        if raw is None:
            return default
        try:
            return parse(raw)
        except ValueError:
            self.faults.append(f"{name} is '{raw}': it must be {form}")
            return default

    def url(self, name: str, schemes: tuple[str, ...]) -> str | None:
        """An address with one of these schemes. No fault of it echoes the value: a password may stand in it."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            scheme = urlsplit(raw).scheme
        except ValueError:  # "[" and "]" stand around IPv6 addresses only
            self.faults.append(f"{name} is no address; write [ ] in a password as %5B %5D")
            return None
        # A driver may be named: postgresql+psycopg://
        if scheme.partition("+")[0] not in schemes:
            self.faults.append(f"{name} must begin with {' or '.join(f'{scheme}:' for scheme in schemes)}")
            return None
        return raw

    def web_address(self, name: str) -> str | None:
        """An http or https address that names a host, without the slash at its end."""
        raw = self.url(name, ("http", "https"))
        try:
            named = raw is None or bool(urlsplit(raw).hostname and (urlsplit(raw).port or True))
        except ValueError:
            named = False
        if not named:
            self.faults.append(f"{name} must name a host, and a port only as a number")
            return None
        return raw.rstrip("/") if raw else None


def _time_of_day(raw: str) -> time:
    """Commune time to the minute. An offset ("11:00+07:00", "11:00Z") is no part of it."""
    at = time.fromisoformat(raw)
    if at.tzinfo is not None:
        raise ValueError
    return at.replace(second=0, microsecond=0)


def _within(value: int, low: int, high: int) -> int:
    if not low <= value <= high:
        raise ValueError
    return value
