"""helpdesk/conversation/leading/matters/about_an_offer.py: what is told and asked at an offer of a call. All are invented."""

import pytest
import sqlalchemy as sa

from helpdesk.tickets.tables import TicketKind, tickets
from tests.conversation.talk import asked, say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

OFFERED = ("elderly_home", "offer")


@on_sqlite
def test_whom_it_is_for_stands_on_the_request_that_she_agrees_to(service: Service) -> None:
    told = ("bo toi 79 tuoi liet giuong, can bo den nha duoc khong", "bo o ban y leng", "bo ten dinh xon")
    for text in told:
        say(service, text)
        assert asked(service) == OFFERED
    assert steps(say(service, "duoc")) == ["elderly_home.noted"]
    with service.engine.connect() as db:
        requests = db.execute(sa.select(tickets.c.kind, tickets.c.text)).all()
    assert [tuple(one) for one in requests] == [(TicketKind.HOME_VISIT.value, "Dinh Xon, bản Y Leng")]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["khi nao can bo xuong", "the phai goi cho ai", "bao gio can bo goi", "bao lau"]
)
def test_when_and_whom_to_ask_is_for_whoever_rings(service: Service, text: str) -> None:
    say(service, "me toi gia yeu khong di duoc", text)
    assert asked(service) == OFFERED


@on_sqlite
@pytest.mark.parametrize(
    ("text", "told"),
    [("mang gi", "bring.list"), ("dat cho ho van a 1985 ban tuoc", "book"), ("huy", "cancel")],
)
def test_who_asks_for_something_else_is_answered_that(service: Service, text: str, told: str) -> None:
    say(service, "me toi gia yeu khong di duoc")
    assert steps(say(service, text))[0].startswith(told)
