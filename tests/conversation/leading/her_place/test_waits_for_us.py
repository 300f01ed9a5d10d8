"""helpdesk/conversation/leading/her_place/waits_for_us.py: how long she has still to wait, and who was not rung."""

import pytest
import sqlalchemy as sa

from helpdesk.tickets.tables import tickets
from tests.conversation.talk import say, steps
from tests.support.one_database import on_sqlite
from tests.support.service import Service

BOOKS = "dk Ho Van A 1980 trung tam thuong trach thu 4"


@on_sqlite
@pytest.mark.parametrize("text", ["con phai cho bao lau", "bao gio den luot toi", "sao lau the"])
def test_how_long_she_must_wait_is_told_by_her_own_place(service: Service, text: str) -> None:
    say(service, BOOKS, "1")
    assert steps(say(service, text)) == ["my_booking.show"]


@on_sqlite
def test_who_has_no_place_is_told_how_long_it_takes(service: Service) -> None:
    assert steps(say(service, "con phai cho bao lau")) == ["duration.tell"]


@on_sqlite
@pytest.mark.parametrize(
    "text", ["sao khong ai goi lai", "toi goi khong ai nghe may", "chua thay can bo goi"]
)
def test_who_was_not_rung_is_rung(service: Service, text: str) -> None:
    assert steps(say(service, text)) == ["callback.noted"]
    with service.engine.connect() as db:
        assert db.execute(sa.select(tickets.c.kind)).scalars().all() == ["callback"]


@on_sqlite
def test_a_call_that_is_not_wanted_any_more_is_said_so_on_the_request(service: Service) -> None:
    assert steps(say(service, "dung goi cho toi")) == ["no_call.none"]
    say(service, "GOI LAI", "mang gi")
    assert steps(say(service, "thoi khong can goi nua")) == ["no_call.noted"]
    with service.engine.connect() as db:
        written = db.execute(sa.select(tickets.c.kind, tickets.c.text)).all()
    assert [tuple(row) for row in written] == [("callback", "Nhắn: không cần gọi nữa.")]


@on_sqlite
def test_who_is_rung_from_now_on_and_wants_no_calls_is_asked_how_else(service: Service) -> None:
    say(service, "GOI THAY")
    assert steps(say(service, "dung goi nua")) == ["reach.how"]


@on_sqlite
@pytest.mark.parametrize("text", ["khong goi duoc", "sao khong goi lai"])
def test_who_cannot_call_or_waits_for_one_calls_nothing_off(service: Service, text: str) -> None:
    assert "no_call" not in " ".join(steps(say(service, text)))
