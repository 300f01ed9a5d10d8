"""The whole configuration. The only module that reads the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from helpdesk.settings.parts import Smtp, Timetable, Twilio

Environment = Literal["development", "production"]

QUEUE = "helpdesk"
"""The one RQ queue, no setting: one queue per worker makes RQ's dequeue safe (it moves jobs, it does not pop them)."""


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
    twilio: Twilio = field(default_factory=Twilio)
    smtp: Smtp | None = None
    # Who is told by e-mail when something is stuck.
    operator_email: str | None = None
    # What a reader of /metrics must show.
    metrics_token: str | None = field(default=None, repr=False)
    timetable: Timetable = field(default_factory=Timetable)
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
        # It makes settings, and so it stands on this module.
        from helpdesk.settings.reading import read

        return read(environ)

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
