"""helpdesk/conversation/calls/ringing.py: one ring or five, she is called back once, and no machine runs up a bill."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from helpdesk.conversation.calls.ringing import MissedCall, Rang, ring
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import change
from helpdesk.people.tables import Reach, contacts
from helpdesk.places.tables import communes
from helpdesk.tickets.tables import missed_calls, tickets
from helpdesk.tickets.tickets import Ticket, open_tickets
from tests.conversation.talk import asked, contact_of, count, say, steps, written
from tests.support.at_once import at_once
from tests.support.builders import RESIDENT
from tests.support.one_database import on_sqlite
from tests.support.service import Service


def rings(
    service: Service, call_id: str = "call-1", *, phone: str = RESIDENT.phone, commune: bool = False
) -> Rang:
    """Ring once; with `commune` the number rung is that of Thượng Trạch."""
    runtime = service.runtime
    with service.engine.begin() as db:
        way = runtime.gateway("simulator", "")
        if commune:
            its = db.execute(sa.select(communes.c.id).where(communes.c.code == "thuong-trach")).scalar_one()
            way = type(way)(way.id, way.channel, way.address, its, way.two_way, way.pace_per_minute)
        return ring(db, MissedCall(way, phone, runtime.clock.now(), call_id), runtime.house)


def waiting(service: Service) -> list[Ticket]:
    """The open tickets."""
    with service.engine.connect() as db:
        return open_tickets(db)


def test_one_ring_is_a_call_back_with_number_and_commune(service: Service) -> None:
    assert rings(service, commune=True) is Rang.NOTED
    (ticket,) = waiting(service)
    assert (ticket.kind.value, ticket.address, ticket.commune, ticket.rings) == (
        "callback",
        RESIDENT.phone,
        "Thượng Trạch",
        1,
    )


def test_the_commune_is_hers_where_the_number_rung_serves_all(service: Service) -> None:
    contact = contact_of(service)
    with service.engine.begin() as db:
        dan_hoa = db.execute(sa.select(communes.c.id).where(communes.c.code == "dan-hoa")).scalar_one()
        change(db, contact.id, commune_id=dan_hoa)
    rings(service)
    assert [ticket.commune for ticket in waiting(service)] == ["Dân Hóa"]


def test_five_rings_in_ten_minutes_are_one_call_back_and_one_text(service: Service) -> None:
    came = []
    for number in range(5):
        came.append(rings(service, f"call-{number}"))
        service.clock.advance(timedelta(minutes=2))
    assert came == [Rang.NOTED] + [Rang.AGAIN] * 4
    assert [ticket.rings for ticket in waiting(service)] == [5]
    assert [steps(text) for text in written(service, "notice")] == [["ring.noted"]]


def test_the_same_call_reported_twice_counts_once(service: Service) -> None:
    assert (rings(service), rings(service)) == (Rang.NOTED, Rang.REPEAT)
    assert [ticket.rings for ticket in waiting(service)] == [1]
    assert count(service, missed_calls) == 1


def test_rings_at_once_are_all_counted_in_one_call_back(service: Service) -> None:
    came = at_once(4, lambda number: rings(service, f"call-{number}"))
    assert sorted(came) == sorted([Rang.NOTED, Rang.AGAIN, Rang.AGAIN, Rang.AGAIN])
    assert [ticket.rings for ticket in waiting(service)] == [4]


def test_a_call_back_that_she_asked_for_by_text_is_the_same(service: Service) -> None:
    say(service, "goi lai")
    rings(service)
    assert [(ticket.kind.value, ticket.rings) for ticket in waiting(service)] == [("callback", 1)]


@on_sqlite
@pytest.mark.parametrize("phone", ["", "8088", "Anonymous", "19000368", "VIETTEL", "+84", "anonymous@x.vn"])
def test_what_cannot_be_called_back_opens_nothing(service: Service, phone: str) -> None:
    assert rings(service, phone=phone) is Rang.NOBODY
    assert [count(service, table) for table in (tickets, missed_calls, contacts)] == [0, 0, 0]


@pytest.mark.parametrize("change_to", [{"reach": Reach.CALL.value}, {"reach": Reach.NEIGHBOUR.value}])
def test_who_does_not_read_gets_no_text(service: Service, change_to: dict[str, str]) -> None:
    contact = contact_of(service)
    with service.engine.begin() as db:
        change(db, contact.id, **change_to)
    assert rings(service) is Rang.NOTED
    assert count(service, outbound_messages) == 0


def test_neither_does_who_opted_out(service: Service) -> None:
    say(service, "TC")
    assert rings(service) is Rang.NOTED
    assert written(service, "notice") == []


def test_at_night_the_call_back_is_noted_and_no_text_wakes_anybody(service: Service) -> None:
    service.clock.set(datetime(2026, 12, 1, 22, 30))  # noqa: DTZ001 - commune time
    assert rings(service) is Rang.NOTED
    assert (len(waiting(service)), written(service, "notice")) == (1, [])


def test_a_ring_leaves_what_is_being_asked_as_it_is(service: Service) -> None:
    say(service, "gap can bo")
    rings(service)
    assert asked(service) == ("human", "how")
    assert steps(say(service, "the cua toi bao gio co")) == ["human.noted"]


@on_sqlite
def test_what_she_texted_before_she_rang_is_told_to_whoever_rings_back(service: Service) -> None:
    say(service, "toi bi diec dung goi nhan tin thoi")
    rings(service)
    rings(service, "call-2")
    assert [ticket.text for ticket in waiting(service)] == [
        "Đã nhắn trước: toi bi diec dung goi nhan tin thoi"
    ]
