"""helpdesk/conversation/actions/making/phone_full.py: one phone books for a village; for more there is an official."""

from datetime import timedelta

from helpdesk.booking.changes import book
from helpdesk.booking.openings import Opening, from_day
from helpdesk.booking.persons.held_places import MOST_HELD
from helpdesk.booking.tables import openings
from helpdesk.booking.waiting_list.waiting import join
from helpdesk.clock import local_date
from helpdesk.people import contacts
from helpdesk.tickets.tables import TicketKind
from helpdesk.tickets.tickets import open_tickets
from tests.conversation.talk import book as book_by_text
from tests.conversation.talk import bookings_of, contact_of, say, speaks, steps
from tests.support import builders
from tests.support.service import Service

TOGETHER = 15
"""Persons of one booking, so that more could join it."""


def full(service: Service, *, left: int = 0) -> Opening:
    """Her phone holds places for as many persons as it may, but for `left`; the centre's next day has room."""
    contact = contact_of(service)
    with service.engine.begin() as db:
        db.execute(openings.update().where(openings.c.capacity > 0).values(capacity=100))
        now = service.clock.now()
        contacts.change(db, contact.id, consented_at=now)
        (day, *_) = from_day(db, local_date(now) + timedelta(days=1), at_most=1)
        for first in range(0, MOST_HELD - left, TOGETHER):
            people = builders.persons(min(TOGETHER, MOST_HELD - left - first))
            timetable = service.runtime.settings.timetable
            assert book(db, day, people, contact_id=contact.id, now=now, timetable=timetable)
    return day


def held(service: Service) -> int:
    return sum(booking.party for booking in bookings_of(service))


def test_who_holds_as_many_as_one_phone_may_is_led_to_an_official_with_the_names(service: Service) -> None:
    full(service, left=1)
    book_by_text(service, opening=2)
    told = say(service, "DAT", "1", "2", "Ho Thi Tu 1962, Ho Van Nam")
    assert steps(told) == ["phone_full.full"]
    assert f"da dat cho {MOST_HELD} nguoi" in told
    assert steps(say(service, "1")) == ["phone_full.noted"]
    with service.engine.connect() as db:
        (ticket,) = open_tickets(db)
    assert (ticket.kind, ticket.commune) == (TicketKind.CALLBACK, "Thượng Trạch")
    assert ticket.text.startswith("Đặt thêm chỗ: Ho Thi Tu 1962, Ho Van Nam, ")
    assert held(service) == MOST_HELD


def test_one_text_that_says_all_of_it_is_told_the_same_and_a_place_that_is_cancelled_counts_no_more(
    service: Service,
) -> None:
    full(service)
    ask = "dk ho thi mai 1954 trung tam xa thuong trach thu 6"
    assert steps(say(service, ask)) == ["phone_full.full"]
    assert steps(say(service, "thoi")) == ["phone_full.kept"]
    code = bookings_of(service)[0].code
    assert steps(say(service, f"HUY {code}", "2")) == ["cancel.fewer"]
    assert held(service) == MOST_HELD - 1
    assert speaks(say(service, ask), "book.confirm")


def test_nobody_joins_a_booking_of_a_full_phone(service: Service) -> None:
    full(service)
    code = bookings_of(service)[-1].code
    assert steps(say(service, f"XEM {code}", "4", "3", "Ho Thi Tu 1962")) == ["phone_full.full"]
    assert steps(say(service, "2")) == ["my_booking.show"]
    assert held(service) == MOST_HELD


def test_an_offer_to_a_phone_that_is_full_by_now_is_an_officials_too(service: Service) -> None:
    say(service, "DAT", "1", "1", "Ho Thi Mai 1954", "1")
    day, contact_id = bookings_of(service)[0].opening, contact_of(service).id
    with service.engine.begin() as db:
        wait_id = join(
            db,
            [("Hồ Thị Tư", 1962)],
            contact_id=contact_id,
            commune_id=day.commune_id,
            place_id=day.place_id,
            now=service.clock.now(),
        )
    assert wait_id is not None
    full(service, left=1)
    assert (held(service), service.sweep("offers")) == (MOST_HELD, 1)
    assert steps(say(service, "1")) == ["phone_full.full"]
    say(service, "1")
    with service.engine.connect() as db:
        (ticket,) = open_tickets(db)
    assert "Hồ Thị Tư 1962" in ticket.text
