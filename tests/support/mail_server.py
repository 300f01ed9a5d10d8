"""A real SMTP server on this machine (aiosmtpd) that keeps what it takes, and refuses or hangs up where told to."""
# ruff: noqa: ARG002 - aiosmtpd names the arguments

import asyncio
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

CERTIFICATE = Path(__file__).parent / "sample_mail_server.pem"
"""A sample: self-signed for 127.0.0.1 with its key, good for nothing but these tests."""

USER, PASSWORD = "xa@example.vn", "sample-mail-password"

HANG_UP = "hang up"
"""As an answer: none, and the connection is cut."""

_PATIENCE_S = 30.0


@dataclass
class MailServer:
    """`to_recipient` and `to_mail` are answers such as "451 later"; None takes it. `taken` are the mails taken, and
    those after which it hung up; `authenticated` tells who said the right password, `encrypted`
    whether a mail came under TLS."""

    to_recipient: str | None = None
    to_mail: str | None = None
    port: int = 0
    taken: list[Envelope] = field(default_factory=list)
    authenticated: list[bool] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    @property
    def mails(self) -> list[EmailMessage]:
        """What was taken, parsed as a mail program does."""
        return [parsed(envelope.original_content or b"") for envelope in self.taken]

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_recipient == HANG_UP:
            _hang_up(server)
        elif self.to_recipient is not None:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.to_mail in (None, HANG_UP):
            self.taken.append(envelope)
            self.encrypted.append(session.ssl is not None)
        if self.to_mail == HANG_UP:
            _hang_up(server)
        return self.to_mail if self.to_mail not in (None, HANG_UP) else "250 OK"

    def check(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(),
            PASSWORD.encode(),
        )
        self.authenticated.append(right)
        return AuthResult(success=right, handled=False)


def parsed(mail: bytes) -> EmailMessage:
    """A mail as the receiving program reads it."""
    read = message_from_bytes(mail, policy=POLICY)
    assert isinstance(read, EmailMessage)
    return read


@contextmanager
def mail_server(*, tls: bool = False, login: bool = False) -> Iterator[MailServer]:
    """A mail server while the context is open; with `login` it takes mail from USER only."""
    books = MailServer()
    offered = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if tls else None
    if offered:
        offered.load_cert_chain(CERTIFICATE)
    loop = asyncio.new_event_loop()
    listening = threading.Event()

    def protocol() -> SMTP:
        # It warns of logins without TLS, which are what some tests are about.
        warnings.filterwarnings("ignore", message="Requiring AUTH", category=UserWarning)
        return SMTP(
            books,
            hostname="mail.example.vn",
            tls_context=offered,
            authenticator=books.check if login else None,
            auth_required=login,
            auth_require_tls=False,
            loop=loop,
        )

    async def serve() -> None:
        server = await loop.create_server(protocol, "127.0.0.1", 0)
        books.port = server.sockets[0].getsockname()[1]

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        # Not before the loop runs for good: to be stopped in between would be forgotten.
        loop.call_soon(listening.set)
        loop.run_forever()

    thread = threading.Thread(target=run, name="mail server", daemon=True)
    thread.start()
    assert listening.wait(_PATIENCE_S), "the mail server did not start"
    try:
        yield books
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_PATIENCE_S)
        _end(loop)


def _end(loop: asyncio.AbstractEventLoop) -> None:
    async def cancel(tasks: set[asyncio.Task[object]]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    loop.run_until_complete(cancel(asyncio.all_tasks(loop)))
    loop.close()


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()
