"""helpdesk/channels/email against a real SMTP server."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.channels.contract import Accepted, Outgoing, Rejected, SendResult, Unknown
from helpdesk.channels.email import EmailChannel, EmailConfig
from helpdesk.channels.email.mail import message_id
from helpdesk.clock import FixedClock
from tests.channels.email.test_mail import MAIL
from tests.support.mail_server import CERTIFICATE, HANG_UP, PASSWORD, USER, MailServer, mail_server


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def _config(server: MailServer) -> EmailConfig:
    return EmailConfig("127.0.0.1", server.port, USER, step_seconds=5, body_seconds=5)


def _send(config: EmailConfig, clock: FixedClock, mail: Outgoing = MAIL) -> SendResult:
    return EmailChannel(config, clock).send(mail)


def test_a_mail_that_is_taken_is_known_by_its_message_id(server: MailServer, clock: FixedClock) -> None:
    assert _send(_config(server), clock) == Accepted(message_id(MAIL))
    (envelope,), (mail,) = server.taken, server.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, [MAIL.recipient])
    assert (mail["Message-ID"], mail["Subject"]) == (message_id(MAIL), MAIL.subject)
    assert mail["Date"].datetime == clock.now()
    assert list(mail.walk())[1].get_content().splitlines() == MAIL.text.splitlines()
    assert [part.get_payload(decode=True) for part in list(mail.walk())[2:]] == [
        attached.content for attached in MAIL.attachments
    ]


REFUSALS = [
    pytest.param("451 4.3.0 try later", "451", True, id="451"),
    pytest.param("452 4.2.2 mailbox full", "452", True, id="452"),
    pytest.param("550 5.1.1 no such user hanh@example.vn", "550", False, id="550"),
    pytest.param("554 5.7.1 spam", "554", False, id="554"),
    pytest.param("530 5.7.0 who are you", "530", True, id="530, ours to mend"),
]


@pytest.mark.parametrize("at", ["to_recipient", "to_mail"])
@pytest.mark.parametrize(("answer", "code", "retryable"), REFUSALS)
def test_what_the_server_refuses_is_tried_again_only_if_it_says_so(
    server: MailServer, clock: FixedClock, at: str, answer: str, code: str, retryable: bool
) -> None:
    setattr(server, at, answer)
    result = _send(_config(server), clock)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == (code, retryable)
    assert (result.retry_after is not None and result.retry_after > timedelta(0)) == retryable
    assert server.taken == []
    assert MAIL.recipient not in result.reason


def test_a_connection_cut_after_the_mail_was_given_leaves_a_doubt(
    server: MailServer, clock: FixedClock
) -> None:
    server.to_mail = HANG_UP
    assert isinstance(_send(_config(server), clock), Unknown)
    assert len(server.taken) == 1


def test_a_connection_cut_before_that_leaves_none(server: MailServer, clock: FixedClock) -> None:
    server.to_recipient = HANG_UP
    result = _send(_config(server), clock)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == ("unreachable", True)


def test_nobody_there_is_tried_again(clock: FixedClock) -> None:
    result = _send(EmailConfig("127.0.0.1", 9, USER), clock)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == ("unreachable", True)


@pytest.mark.parametrize(
    "greeting",
    [
        pytest.param(b"554 go away\r\n", id="turned away"),
        pytest.param(b"421 too busy\r\n", id="busy"),
        pytest.param(b"HTTP/1.0 400 Bad Request\r\n\r\n", id="no mail server"),
        pytest.param(b"", id="hung up"),
    ],
)
def test_a_server_that_does_not_begin_is_tried_again(greeting: bytes, clock: FixedClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(greeting)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        result = _send(EmailConfig("127.0.0.1", listening.getsockname()[1], USER, step_seconds=5), clock)
        thread.join(10)
    assert isinstance(result, Rejected)
    assert result.retryable


@pytest.mark.parametrize(
    "recipient",
    ["0912345678", "", "a@b", "a@example.vn\r\nDATA", "a@example.vn, b@example.vn", "ạ@example.vn"],
)
def test_what_is_no_address_reaches_no_server(server: MailServer, clock: FixedClock, recipient: str) -> None:
    result = _send(_config(server), clock, replace(MAIL, recipient=recipient))
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == ("bad-address", False)


@pytest.mark.parametrize(("password", "taken"), [(PASSWORD, 1), ("wrong", 0)])
def test_it_logs_in_where_a_user_is_named(password: str, taken: int, clock: FixedClock) -> None:
    with mail_server(login=True) as server:
        result = _send(replace(_config(server), username=USER, password=password), clock)
    assert len(server.taken) == taken
    assert set(server.authenticated) == {bool(taken)}
    if not taken:
        assert isinstance(result, Rejected)
        assert (result.code, result.retryable) == ("535", True)


def test_a_server_that_wants_a_login_and_gets_none_is_the_operator_s_to_mend(clock: FixedClock) -> None:
    with mail_server(login=True) as server:
        result = _send(_config(server), clock)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == ("530", True)


def test_tls_is_used_when_it_is_offered(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with mail_server(tls=True) as server:
        assert _send(_config(server), clock) == Accepted(message_id(MAIL))
    assert [type(envelope).__name__ for envelope in server.taken] == ["Envelope"]
    assert server.encrypted == [True]


def test_a_server_that_nobody_vouches_for_is_told_nothing(clock: FixedClock) -> None:
    with mail_server(tls=True, login=True) as server:
        result = _send(replace(_config(server), username=USER, password=PASSWORD), clock)
    assert isinstance(result, Rejected)
    assert (result.code, result.retryable) == ("bad-certificate", True)
    assert server.authenticated == []


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.2", False), ("mail.vn", False)],
)
def test_a_password_goes_in_the_clear_to_this_machine_only(host: str, here: bool) -> None:
    assert EmailConfig(host, 25, USER).on_this_machine == here
