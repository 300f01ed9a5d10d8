"""helpdesk/booking/persons/double_bookings.py"""

from datetime import timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changes import book, cancel
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.double_bookings import Pair, booked_again, decide, pairs
from helpdesk.booking.persons.held_places import held_from
from helpdesk.booking.persons.person_tables import Verdict
from helpdesk.booking.services import Service
from helpdesk.clock import FixedClock
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT, Someone


def _book(
    db: sa.Connection,
    into: Opening,
    name: str,
    year: int | None,
    clock: FixedClock,
    *,
    who: Someone = RESIDENT,
    service: Service | None = None,
) -> Booking:
    made = book(
        db,
        into,
        [(name, year)],
        contact_id=builders.contact(db, who, now=clock.now()).id,
        now=clock.now(),
        timetable=Timetable(),
        service=service,
    )
    assert made is not None
    return made


def _ids(found: list[Pair]) -> list[tuple[int, ...]]:
    return [tuple(booking.id for _, booking in pair.both) for pair in found]


def test_who_is_booked_again_from_the_same_phone_is_found(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    mine = _book(db, opening, "Hồ Văn A", 1985, clock)
    _book(db, opening, "Hồ Thị B", 1990, clock, who=PROXY)
    contact_id = mine.contact_id or 0

    def again(name: str, year: int | None, service: Service = Service.LEVEL2) -> list[tuple[int, str]]:
        held = held_from(db, contact_id, now=clock.now())
        found = booked_again(held, [(name, year)], service=service, phone=contact_id)
        return [(one.held.booking_id, one.held.person.name) for one in found]

    assert again("HO A", None) == [(mine.id, "Hồ Văn A")]
    assert again("HO VAN A", 1985, Service.LEVEL2_CARD) == [(mine.id, "Hồ Văn A")]
    # Another year is another person, another service another errand, another phone's booking nobody's business.
    assert again("HO VAN A", 1986) == []
    assert again("HO VAN A", 1985, Service.UPDATE_INFO) == []
    assert again("HO THI B", 1990) == []
    cancel(db, mine, now=clock.now())
    assert again("HO A", None) == []


def test_officials_see_pairs_across_phones_until_they_say_that_they_are_two(
    db: sa.Connection, clock: FixedClock
) -> None:
    opening = builders.some_opening(db, now=clock.now())
    official = builders.officer(db, opening.commune_id, now=clock.now())
    first = _book(db, opening, "Hồ Văn A", 1985, clock)
    second = _book(db, opening, "HO VAN A", 1985, clock, who=PROXY)
    _book(db, opening, "Hồ Văn A", 1985, clock, service=Service.UPDATE_INFO, who=PROXY)
    _book(db, opening, "Hồ Thị C", 1985, clock, who=PROXY)

    def look() -> list[Pair]:
        return pairs(db, commune_id=opening.commune_id, now=clock.now())

    assert _ids(look()) == [(first.id, second.id)]
    ids = (second.people[0].id, first.people[0].id)

    def found_out(verdict: Verdict) -> None:
        decide(db, ids, verdict, commune_id=opening.commune_id, official_id=official, now=clock.now())

    found_out(Verdict.SAME)
    assert [pair.verdict for pair in look()] == [Verdict.SAME]
    found_out(Verdict.DIFFERENT)
    assert look() == []


def test_of_another_commune_and_of_what_is_over_nothing_is_seen(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    for who in (RESIDENT, PROXY):
        _book(db, opening, "Hồ Văn A", 1985, clock, who=who)
    elsewhere = builders.commune(db, "Dân Hóa")
    assert pairs(db, commune_id=elsewhere, now=clock.now()) == []
    clock.advance(timedelta(days=8))
    assert pairs(db, commune_id=opening.commune_id, now=clock.now()) == []
