"""The alert as the operator gets it: through the sweep, the outbox and a real mail server."""

from dataclasses import replace
from datetime import timedelta

from helpdesk.messaging.outbox import post
from helpdesk.settings import Settings, Smtp
from tests.support import builders
from tests.support.mail_server import mail_server
from tests.support.service import Service
from tests.web.conftest import Start

OPERATOR = "may@example.vn"


def stuck(service: Service) -> None:
    """A message on a gateway whose channel nobody serves any more."""
    now = service.clock.now()
    with service.engine.begin() as db:
        way = builders.gateway(db, "simulator", address="8888")
        post(db, builders.draft(way, due_at=now), now=now)
    service.clock.advance(timedelta(minutes=20))


def test_the_operator_gets_one_mail_when_it_begins_and_one_when_it_is_over(
    start: Start, settings: Settings
) -> None:
    with mail_server() as server:
        smtp = Smtp("127.0.0.1", server.port, "xa@example.vn")
        service = start(settings=replace(settings, smtp=smtp, operator_email=OPERATOR))
        stuck(service)
        assert [service.sweep("alert") for _ in range(3)] == [1, 0, 0]
        service.sweep("send")  # what was stuck leaves, and the mail with it
        assert [service.sweep("alert") for _ in range(3)] == [1, 0, 0]
        service.sweep("send")
        assert [(mail["To"], mail["Subject"]) for mail in server.mails] == [
            (OPERATOR, "Helpdesk: queue stuck"),
            (OPERATOR, "Helpdesk: queue stuck - over"),
        ]
        assert "https://hotro.example/desk/messages" in server.mails[0].get_content()


def test_without_an_operator_or_without_a_mail_server_nobody_is_told(
    start: Start, settings: Settings
) -> None:
    for given in (
        replace(settings, operator_email=OPERATOR),
        replace(settings, smtp=Smtp("127.0.0.1", 9, "xa@example.vn")),
    ):
        service = start(settings=given)
        stuck(service)
        assert service.sweep("alert") == 0
