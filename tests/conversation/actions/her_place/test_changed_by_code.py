"""helpdesk/conversation/actions/her_place/changed_by_code.py: a code is good from any phone; whoever booked hears what was done with it.

The proxy books for the resident, who has a phone of her own; a stranger knows nothing.
"""

from helpdesk.booking.reminding.reaching import change_reach
from helpdesk.conversation.calls.what_to_say import what_to_say
from helpdesk.conversation.telling.by_office import cancel_person
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import hold
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import open_calls
from tests.conversation.talk import (
    asked,
    book,
    bookings_of,
    contact_of,
    count,
    say,
    speaks,
    steps,
    written,
)
from tests.support.builders import PROXY, RESIDENT
from tests.support.service import Service

NAMES = "Ho Van Doan 1979, Ho Thi Mai 1954"


def opened(service: Service, *more: str) -> str:
    """The resident opens the proxy's booking by its code and her birth year, and says what she wants."""
    (booking,) = bookings_of(service, PROXY)
    return say(service, f"{booking.code} 1954", *more)


def test_whoever_booked_is_told_who_is_cancelled_and_who_is_left(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    assert steps(opened(service, "2", "3")) == ["cancel.fewer"]
    (told,) = written(service, "notice", PROXY)
    assert told.startswith("Co nguoi biet ma da huy cho cua Ho Thi Mai 1954. Con 1 nguoi: thu tu 2/12, ")
    assert written(service, "notice") == []
    service.sweep("remind")
    assert len(written(service, "notice", PROXY)) == 1


def test_whoever_booked_is_told_that_all_are_cancelled(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    assert steps(opened(service, "2", "1")) == ["cancel.gone"]
    (told,) = written(service, "notice", PROXY)
    assert told.startswith("Co nguoi biet ma da huy cho cua Ho Van Doan 1979, Ho Thi Mai 1954: thu tu 2/12, ")


def test_whoever_booked_is_told_of_another_day_and_may_answer(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    assert steps(opened(service, "1", "1")) == ["reschedule.moved"]
    (told,) = written(service, "notice", PROXY)
    assert told.startswith(
        "Co nguoi biet ma da doi cho thu tu 2/12 cua Ho Van Doan 1979, Ho Thi Mai 1954 sang thu sau 4/12, "
    )
    assert asked(service, PROXY) == ("changed_by_office", "moved")
    assert steps(say(service, "1", who=PROXY)) == ["changed_by_office.see_you"]


def test_whoever_booked_is_told_of_those_who_go_on_another_day(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    assert steps(opened(service, "4", "4", "2", "1", "1")) == ["booking_more.parted"]
    (told,) = written(service, "notice", PROXY)
    assert told.startswith("Co nguoi biet ma da doi cho thu tu 2/12 cua Ho Thi Mai 1954 sang thu sau 4/12, ")


def test_what_one_does_oneself_is_no_news(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    (booking,) = bookings_of(service, PROXY)
    assert speaks(say(service, f"{booking.code} 1954", "1", "1", who=PROXY), "reschedule.moved")
    assert steps(say(service, "HUY", "1", who=PROXY)) == ["cancel.gone"]
    assert count(service, outbound_messages, outbound_messages.c.kind == "notice") == 0


def test_what_the_office_did_before_and_was_not_told_yet_is_told_together(service: Service) -> None:
    made = book(service, names=f"{NAMES}, Ho Van Ba 1960", who=PROXY)
    with service.engine.begin() as db:
        cancel_person(db, service.runtime.house, made, made.people[2].id)
    assert steps(opened(service, "2", "3")) == ["cancel.fewer"]
    dropped, told = written(service, "notice", PROXY)
    assert "Ho Van Ba 1960" in dropped
    assert "da huy cho cua Ho Thi Mai 1954, Ho Van Ba 1960. Con 1 nguoi" in told
    m = outbound_messages.c
    assert count(service, outbound_messages, m.kind == "notice", m.state == "dropped") == 1


def test_whoever_does_not_read_is_rung(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    contact_id = contact_of(service, PROXY).id
    with service.engine.begin() as db:
        change_reach(db, hold(db, contact_id), Reach.CALL, now=service.clock.now())
    opened(service, "2", "3")
    assert written(service, "notice", PROXY) == []
    with service.engine.connect() as db:
        (spoken,) = what_to_say(db, service.runtime.house, open_calls(db, now=service.clock.now()))
    assert spoken.names == ("Ho Thi Mai",)
    assert spoken.words.startswith("Báo bà con: có người biết mã đã hủy chỗ của Ho Thi Mai 1954.")


def test_the_own_phone_that_cancels_is_not_told_what_it_did(service: Service) -> None:
    book(service, names=NAMES, who=PROXY)
    say(service, "XEM", "4", "2", "2", RESIDENT.phone, who=PROXY)
    service.sweep("remind")
    service.sweep("send")
    before = written(service, "notice")
    assert steps(opened(service, "2", "3")) == ["cancel.fewer"]
    service.sweep("remind")
    assert written(service, "notice") == before
    assert len(written(service, "notice", PROXY)) == 1
