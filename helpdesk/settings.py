"""Everything the environment can say, read once, typed, with all faults reported together.

The only module that reads the environment. Every name here stands in docs/operations.md.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import time
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

Environment = Literal["development", "production"]
T = TypeVar("T")

SENDING_OPENS, SENDING_CLOSES = time(7, 0), time(21, 0)
"""Commune time within which residents are told what they did not ask for."""

QUEUE = "helpdesk"
"""The one RQ queue, no setting: one queue per worker makes RQ's dequeue safe (it moves jobs, it does not pop them)."""


_REDIS_OPTIONS = frozenset(
    {"db", "username", "password", "protocol", "client_name", "timeout", "max_connections"}
    | {"socket_timeout", "socket_connect_timeout", "socket_keepalive", "retry_on_timeout"}
    | {"ssl_ca_certs", "ssl_certfile", "ssl_keyfile", "ssl_cert_reqs", "ssl_check_hostname"}
    | {"health_check_interval"}
)
"""What may stand after ? in a Redis URL; redis-py takes any word there and fails at the first connection."""

_EMAIL_FORM = r"[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}"


class SettingsError(Exception):
    """The environment cannot be used; `faults` has one plain line for each thing to mend."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


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


@dataclass(frozen=True)
class Settings:
    """The whole configuration."""

    env: Environment = "development"
    data: Path = Path("var")
    database_url: str = field(default="", repr=False)
    redis_url: str | None = field(default=None, repr=False)
    secret_key: str | None = field(default=None, repr=False)
    public_url: str = "http://127.0.0.1:8000"
    bind: str = "127.0.0.1"
    port: int = 8000
    web_processes: int = 1
    twilio: Twilio = Twilio()
    smtp: Smtp | None = None
    # Who is told by e-mail when something is stuck.
    operator_email: str | None = None
    # What a reader of /metrics must show.
    metrics_token: str | None = field(default=None, repr=False)
    timetable: Timetable = Timetable()
    # Minutes in which calling off or putting off an opening can be undone.
    undo_minutes: int = 10
    # Days for which texts and names are kept that somebody agreed to.
    keep_days: int = 365

    @property
    def in_production(self) -> bool:
        """Whether unsafe conveniences must be refused."""
        return self.env == "production"

    @property
    def outgoing(self) -> Path:
        """The folder that finished lists are written to."""
        return self.data / "outgoing"

    def secrets(self) -> frozenset[str]:
        """Values that must never be logged."""
        passwords = (urlsplit(url).password for url in (self.database_url, self.redis_url or ""))
        mail = self.smtp.password if self.smtp else None
        return frozenset(filter(None, self._secrets_of_ours() | {mail, *passwords}))

    def _secrets_of_ours(self) -> set[str | None]:
        return {self.secret_key, self.metrics_token, *self.twilio.auth_tokens}

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read `environ` (the process's own when None). Raises SettingsError naming every fault."""
        if environ is None:
            import os

            environ = os.environ
        return _Reader(environ).settings()

    def with_port(self, port: int) -> "Settings":
        """The same settings for a server on `port`; a public URL that was only a default follows."""
        default = f"http://127.0.0.1:{self.port}"
        public = f"http://127.0.0.1:{port}" if self.public_url == default else self.public_url
        return replace(self, port=port, public_url=public)

    def child_environment(self) -> dict[str, str]:
        """The environment for a process of ours: this process's own, with what was decided here."""
        import os

        decided = {
            "HELPDESK_DATA": str(self.data.resolve()),
            "HELPDESK_DATABASE_URL": self.database_url,
            "HELPDESK_REDIS_URL": self.redis_url,
            "HELPDESK_SECRET_KEY": self.secret_key,
            "HELPDESK_PUBLIC_URL": self.public_url,
            "HELPDESK_BIND": self.bind,
            "PORT": str(self.port),
        }
        known = {name: value for name, value in decided.items() if value}
        files = {f"{name}_FILE" for name in known}  # read already; a name may not be given both ways
        return {name: value for name, value in os.environ.items() if name not in files} | known


NAMES: dict[str, str] = {
    "HELPDESK_ENV": "development (default) or production, which refuses unsafe defaults",
    "HELPDESK_DATA": "folder of the embedded stores and of outgoing lists (default var)",
    "HELPDESK_DATABASE_URL": "sqlite:///file or postgresql://… (default a SQLite file in HELPDESK_DATA)",
    "HELPDESK_REDIS_URL": "redis://… or unix://… (default the embedded server of `helpdesk up`)",
    "HELPDESK_SECRET_KEY": "signs logins; required in production, 32 characters or more",
    "HELPDESK_PUBLIC_URL": "how providers reach us, without path; https in production",
    "HELPDESK_BIND": "address the web server listens on (default 127.0.0.1; 0.0.0.0 in a container)",
    "HELPDESK_WEB_PROCESSES": "web server processes (default 1)",
    "HELPDESK_REMIND_AT": "when day-before reminders leave (default 11:00)",
    "HELPDESK_OFFICER_LIST_AT": "when the officer's list is made, the working day before (default 15:30)",
    "HELPDESK_LEADER_LIST_AT": "when the team leader's SMS list leaves, the evening before (default 18:00)",
    "HELPDESK_LEADER_CORRECTIONS_AT": "when its corrections leave, the same day (default 06:00)",
    "HELPDESK_UNDO_MINUTES": "minutes in which calling off or putting off an opening can be undone (default 10)",
    "HELPDESK_KEEP_DAYS": "days for which texts and names are kept (default 365)",
    "HELPDESK_OPERATOR_EMAIL": "who is told by e-mail when messages are stuck (needs SMTP_URL)",
    "HELPDESK_METRICS_TOKEN": "bearer token for /metrics, 16 characters or more (default: production answers this network only)",
    "PORT": "port of the web server (default 8000)",
    "TWILIO_ACCOUNT_SID": "Twilio account (AC…)",
    "TWILIO_AUTH_TOKEN": "its token; 'new,old' while it is being replaced",
    "TWILIO_FROM": "our number at Twilio, +…",
    "TWILIO_API_BASE": "where Twilio's REST API is (default https://api.twilio.com)",
    "SMTP_URL": "mail server for officers' lists: smtp://user:password@host:587?from=address, or smtps://",
}
"""Every name that is read, with one line for the operator. Any of them may also be given as NAME_FILE."""


class _Reader:
    """Collects faults while it reads, so that the operator mends them in one go."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def settings(self) -> Settings:
        env = self.text("HELPDESK_ENV") or "development"
        if env not in ("development", "production"):
            self.faults.append(f"HELPDESK_ENV is '{env}': say development or production")
        data = Path(self.text("HELPDESK_DATA") or "var")
        port = self.number("PORT", 8000, 1, 65535)
        settings = Settings(
            env="production" if env == "production" else "development",
            data=data,
            database_url=self.database_url(data),
            redis_url=self.redis_url(),
            secret_key=self.text("HELPDESK_SECRET_KEY"),
            public_url=self.public_url() or f"http://127.0.0.1:{port}",
            bind=self.parsed(
                "HELPDESK_BIND", Settings.bind, _address, "an address such as 127.0.0.1 or 0.0.0.0"
            ),
            port=port,
            web_processes=self.number("HELPDESK_WEB_PROCESSES", 1, 1, 64),
            twilio=self.twilio(),
            smtp=self.smtp(),
            operator_email=self.operator_email(),
            metrics_token=self.metrics_token(),
            timetable=self.timetable(),
            undo_minutes=self.number("HELPDESK_UNDO_MINUTES", Settings.undo_minutes, 0, 120),
            keep_days=self.number("HELPDESK_KEEP_DAYS", Settings.keep_days, 30, 3650),
        )
        if settings.in_production:
            self.check_production(settings)
        if self.faults:
            raise SettingsError(self.faults)
        return settings

    def check_production(self, settings: Settings) -> None:
        if len(settings.secret_key or "") < 32:
            self.faults.append("HELPDESK_SECRET_KEY must be set in production, 32 characters or more")
        if not settings.public_url.startswith("https://"):
            self.faults.append("HELPDESK_PUBLIC_URL must be set in production and begin with https://")
        if settings.twilio.from_number and not settings.twilio.auth_tokens:
            self.faults.append("TWILIO_AUTH_TOKEN must be set in production when TWILIO_FROM is")

    def public_url(self) -> str | None:
        """Providers sign the address they call: with anything else in it, no signature would be right."""
        given = self.web_address("HELPDESK_PUBLIC_URL")
        if given and (given.partition("://")[2] != urlsplit(given).netloc or "@" in given):
            self.faults.append("HELPDESK_PUBLIC_URL is https:// and a host, without a path or a user")
        return given

    def database_url(self, data: Path) -> str:
        given = self.url("HELPDESK_DATABASE_URL", ("sqlite", "postgresql", "postgres"))
        return given or f"sqlite:///{(data / 'helpdesk.db').resolve()}"

    def redis_url(self) -> str | None:
        """Never echoes the value: a password may stand in it."""
        given = self.url("HELPDESK_REDIS_URL", ("redis", "rediss", "unix"))
        try:
            parts = urlsplit(given or "")
            _ = parts.port
            unknown = sorted(set(parse_qs(parts.query, keep_blank_values=True)) - _REDIS_OPTIONS)
            if unknown:
                self.faults.append(f"HELPDESK_REDIS_URL has an option after ? that is none: {unknown[0]}")
        except ValueError:
            self.faults.append("HELPDESK_REDIS_URL has a port that is no number: redis://host:6379/0")
        return given

    def twilio(self) -> Twilio:
        sid = self.text("TWILIO_ACCOUNT_SID")
        if sid and not re.fullmatch(r"AC[0-9a-fA-F]{32}", sid):
            self.faults.append("TWILIO_ACCOUNT_SID must be 'AC' and 32 hexadecimal digits")
        number = self.text("TWILIO_FROM")
        # A name: 11 characters, at least one letter (Twilio's rules for alphanumeric senders).
        if number and not re.fullmatch(r"\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}", number):
            self.faults.append(
                "TWILIO_FROM must be a number such as +15005550006, or a name such as XATHUONG"
            )
        tokens = tuple(
            token for part in (self.text("TWILIO_AUTH_TOKEN") or "").split(",") if (token := part.strip())
        )
        return Twilio(sid, tokens, number, self.web_address("TWILIO_API_BASE") or Twilio.api_base)

    def smtp(self) -> Smtp | None:
        """Never echoes the value: a password stands in it."""
        raw = self.url("SMTP_URL", ("smtp", "smtps"))
        if raw is None:
            return None
        try:
            parts, query = urlsplit(raw), parse_qs(urlsplit(raw).query)
            host, port, tls = parts.hostname, parts.port, parts.scheme == "smtps"
        except ValueError:
            self.faults.append("SMTP_URL has an address or a port that is none")
            return None
        user = unquote(parts.username) if parts.username else None
        sender = query.get("from", [user or ""])[0]
        faults = {
            "must name a host: smtp://host:587?from=address": not host,
            "must say ?from= and a plain e-mail address": not re.fullmatch(_EMAIL_FORM, sender),
            "knows only 'from' after the question mark": not set(query) <= {"from"},
            "has something after the host; write / ? # @ in a password as %2F %3F %23 %40": (
                parts.path not in ("", "/") or bool(parts.fragment)
            ),
            "has a user without a password": bool(user) and not parts.password,
        }
        self.faults += [f"SMTP_URL {fault}" for fault, found in faults.items() if found]
        password = unquote(parts.password) if parts.password else None
        return Smtp(host or "", port or (465 if tls else 587), sender, user, password, tls)

    def operator_email(self) -> str | None:
        address = self.text("HELPDESK_OPERATOR_EMAIL")
        if address and not re.fullmatch(_EMAIL_FORM, address):
            self.faults.append("HELPDESK_OPERATOR_EMAIL must be an e-mail address such as may@example.vn")
        return address

    def metrics_token(self) -> str | None:
        """Never echoes the value."""
        token = self.text("HELPDESK_METRICS_TOKEN")
        if token and not re.fullmatch(r"[!-~]{16,}", token):
            self.faults.append(
                "HELPDESK_METRICS_TOKEN must have 16 characters or more, without spaces or accents"
            )
        return token

    def timetable(self) -> Timetable:
        names = {
            "day_before": "HELPDESK_REMIND_AT",
            "officer_list": "HELPDESK_OFFICER_LIST_AT",
            "leader_list": "HELPDESK_LEADER_LIST_AT",
            "leader_corrections": "HELPDESK_LEADER_CORRECTIONS_AT",
        }
        defaults = Timetable()
        found = Timetable(
            **{f.name: self.clock_time(names[f.name], getattr(defaults, f.name)) for f in fields(Timetable)}
        )
        if not SENDING_OPENS <= found.day_before < SENDING_CLOSES:
            self.faults.append("HELPDESK_REMIND_AT must be from 07:00 to 20:59: people sleep")
        return found

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
        return self.parsed(
            name, default, lambda raw: _within(int(raw), low, high), f"a whole number from {low} to {high}"
        )

    def clock_time(self, name: str, default: time) -> time:
        return self.parsed(name, default, _time_of_day, "a time such as 11:00")

    def parsed(self, name: str, default: T, parse: Callable[[str], T], form: str) -> T:
        raw = self.text(name)
        if raw is None:
            return default
        try:
            return parse(raw)
        except ValueError:
            self.faults.append(f"{name} is '{raw}': it must be {form}")
            return default

    def url(self, name: str, schemes: tuple[str, ...]) -> str | None:
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


def _address(raw: str) -> str:
    return str(ip_address(raw))


def _within(value: int, low: int, high: int) -> int:
    if not low <= value <= high:
        raise ValueError
    return value
