"""One mail handed to the mail server, and what its outcome means for the message.

RFC 5321. The rule behind every line: a message is Rejected only when the server certainly did not take it.
That is certain until DATA; from there on only the server's own answer is, and silence is Unknown. The server's
wording is not used, because it repeats addresses.
"""

import smtplib
import ssl
from contextlib import suppress
from datetime import timedelta

from helpdesk.channels.contract import Accepted, Rejected, SendResult, Unknown
from helpdesk.channels.email.config import EmailConfig

SOON = timedelta(minutes=1)
LATER = timedelta(minutes=30)
"""Something that the operator must mend."""


def hand_over(
    config: EmailConfig, mail: bytes, *, sender: str, recipient: str, message_id: str
) -> SendResult:
    """Give the mail to the server once; never raises for what the server or the network does."""
    try:
        server = _connected(config)
    except smtplib.SMTPAuthenticationError as error:
        return _ours_to_mend(f"{error.smtp_code}", "the mail server refused the user or password of SMTP_URL")
    except smtplib.SMTPNotSupportedError:
        return _ours_to_mend("no-login", "the mail server of SMTP_URL offers no login that we know")
    except _NoTls:
        return _ours_to_mend("no-tls", "the mail server of SMTP_URL offers no TLS to send the password under")
    except ssl.SSLCertVerificationError:
        return _ours_to_mend("bad-certificate", "the certificate of the mail server of SMTP_URL is not valid")
    except smtplib.SMTPResponseException as error:
        return _refusal(error.smtp_code, "the mail server turned us away", final=False)
    except (OSError, ValueError, smtplib.SMTPException):
        return Rejected("unreachable", "the mail server could not be reached", True, SOON)
    try:
        return _given(server, config, mail, sender=sender, recipient=recipient, message_id=message_id)
    finally:
        _leave(server, config)


class _NoTls(Exception):
    """A password would have to be told in the clear, to another machine."""


def _connected(config: EmailConfig) -> smtplib.SMTP:
    """A server that is ready for a mail; raises what smtplib and the network raise, and _NoTls."""
    trusted = ssl.create_default_context()
    server = (
        smtplib.SMTP_SSL(config.host, config.port, timeout=config.step_seconds, context=trusted)
        if config.tls_from_start
        else smtplib.SMTP(config.host, config.port, timeout=config.step_seconds)
    )
    try:
        server.ehlo_or_helo_if_needed()
        if not config.tls_from_start:
            _secure(server, config, trusted)
        if config.username and config.password:
            server.login(config.username, config.password)
    except BaseException:
        server.close()
        raise
    return server


def _secure(server: smtplib.SMTP, config: EmailConfig, trusted: ssl.SSLContext) -> None:
    if server.has_extn("starttls"):
        code, answer = server.starttls(context=trusted)
        if code != 220:
            raise smtplib.SMTPResponseException(code, answer)
        server.ehlo_or_helo_if_needed()
    elif config.password and not config.on_this_machine:
        raise _NoTls


def _given(
    server: smtplib.SMTP, config: EmailConfig, mail: bytes, *, sender: str, recipient: str, message_id: str
) -> SendResult:
    """The mail given to a server that is ready for it."""
    try:
        code, _ = server.mail(sender)
        if code != 250:
            return _refusal(code, "the mail server refused our address")
        code, _ = server.rcpt(recipient)
        if code not in (250, 251):
            return _refusal(code, "the mail server refused the official's address")
    except (OSError, ValueError, smtplib.SMTPException):
        return Rejected("unreachable", "the mail server went away before it was given the mail", True, SOON)
    if server.sock is not None:
        server.sock.settimeout(config.body_seconds)
    try:
        code, _ = server.data(mail)
    except smtplib.SMTPDataError as error:
        return _refusal(error.smtp_code, "the mail server refused to take a mail")
    except (OSError, smtplib.SMTPException) as error:
        return Unknown(f"the mail server fell silent while it was given the mail ({type(error).__name__})")
    if code == 250:
        return Accepted(message_id)
    return (
        _refusal(code, "the mail server refused the mail")
        if code >= 400
        else Unknown(f"the mail server answered {code} to the mail")
    )


def _leave(server: smtplib.SMTP, config: EmailConfig) -> None:
    # The mail's fate is known by now; how the server takes its leave changes nothing.
    with suppress(OSError, smtplib.SMTPException):
        if server.sock is not None:
            server.sock.settimeout(config.step_seconds)
            server.quit()
    server.close()


def _refusal(code: int, reason: str, *, final: bool = True) -> Rejected:
    """What an answer of the server means: 4xx is for now, 5xx for good (RFC 5321, 4.2.1). What it says to
    anybody, before it has heard for whom the mail is, is ours to mend and never final."""
    if final and code in (530, 535):
        return _ours_to_mend(f"{code}", "the mail server wants the user and password that SMTP_URL lacks")
    if final and code >= 500:
        return Rejected(f"{code}", f"{reason} ({code})", retryable=False)
    return Rejected(f"{code}", f"{reason} ({code})", retryable=True, retry_after=SOON if final else LATER)


def _ours_to_mend(code: str, reason: str) -> Rejected:
    return Rejected(code, reason, retryable=True, retry_after=LATER)
