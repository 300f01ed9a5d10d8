"""What the e-mail channel must be told."""

from dataclasses import dataclass, field
from ipaddress import ip_address


@dataclass(frozen=True)
class EmailConfig:
    """One mail server and the address we send from. `tls_from_start` is what smtps:// means; otherwise STARTTLS is
    used when the server offers it. One step (a command and its answer) may take `step_seconds`, handing over the
    mail and hearing what became of it `body_seconds` each: in all well within the lease of a claim, but for a
    server that takes the longest at every step."""

    host: str
    port: int
    sender: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    tls_from_start: bool = False
    step_seconds: float = 8.0
    body_seconds: float = 30.0

    @property
    def on_this_machine(self) -> bool:
        """Whether what is said to the server never leaves this machine."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"
