"""helpdesk/booking/persons/putting_right.py: names put right by whoever booked, and somebody else in a person's place."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.bookings import Booking, bookings_in
from helpdesk.booking.changes import book, cancel
from helpdesk.booking.openings import opening
from helpdesk.booking.persons import own_phones
from helpdesk.booking.persons.double_bookings import decide, pairs
from helpdesk.booking.persons.person_tables import Verdict
from helpdesk.booking.persons.putting_right import REPLACED, RIGHT, Called, put_right, replace
from helpdesk.booking.tables import attendances, booked_persons
from helpdesk.clock import FixedClock
from helpdesk.people.tables import audit_entries
from helpdesk.reports.differences import difference, told
from helpdesk.reports.opening_list import rows_of
from helpdesk.settings import Timetable
from tests.support import builders
from tests.support.builders import PROXY, RESIDENT
from tests.support.recount import miscounted

TIMETABLE = Timetable()
ANH = Called("Hồ Văn Anh", 1981)


@pytest.fixture
def booked(db: sa.Connection, clock: FixedClock) -> Booking:
    """Two persons of one phone, next week."""
    into = builders.some_opening(db, now=clock.now())
    contact = builders.contact(db, RESIDENT, now=clock.now())
    people = [("Hồ Văn An", 1980), ("Hồ Thị Bé", 1990)]
    made = book(db, into, people, contact_id=contact.id, now=clock.now(), timetable=TIMETABLE)
    assert made is not None
    return made


def _there(db: sa.Connection, booked: Booking) -> list[tuple[str, int | None, int]]:
    (now,) = bookings_in(db, booked.opening.id)
    assert miscounted(db) == []
    return sorted((one.name, one.birth_year, one.number) for one in now.people)


def _noted(db: sa.Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in db.execute(sa.select(audit_entries.c.action, audit_entries.c.subject))]


def test_a_name_put_right_keeps_place_number_and_own_phone(
    db: sa.Connection, booked: Booking, clock: FixedClock
) -> None:
    an = booked.people[0]
    own_phones.give(
        db, booked, an.id, PROXY.phone, by_contact_id=booked.contact_id, now=clock.now(), timetable=TIMETABLE
    )
    assert put_right(db, booked, an.id, ANH, now=clock.now())
    assert _there(db, booked) == [("Hồ Thị Bé", 1990, 2), ("Hồ Văn Anh", 1981, 1)]
    assert own_phones.phones_of(db, [booked.id]) == {an.id: PROXY.phone}
    assert _noted(db) == [(RIGHT, f"person:{an.id}")]


def test_a_list_that_was_handed_out_says_what_was_put_right(
    db: sa.Connection, booked: Booking, clock: FixedClock
) -> None:
    before = rows_of(bookings_in(db, booked.opening.id))
    put_right(db, booked, booked.people[0].id, ANH, now=clock.now())
    found = difference(before, rows_of(bookings_in(db, booked.opening.id)), since=1)
    (line,) = told(found)
    assert line.startswith(f"Đổi: {booked.code} Hồ Văn Anh 1981")
    assert "trước là" in line
    assert "Hồ Văn An 1980" in line


def test_what_was_found_out_about_a_wrong_name_is_looked_at_anew(
    db: sa.Connection, booked: Booking, clock: FixedClock
) -> None:
    other = builders.contact(db, PROXY, now=clock.now())
    twin = book(
        db, booked.opening, [("Hồ Văn An", 1980)], contact_id=other.id, now=clock.now(), timetable=TIMETABLE
    )
    assert twin is not None
    commune_id = booked.opening.commune_id
    official = builders.officer(db, commune_id, now=clock.now())
    both = [booked.people[0].id, twin.people[0].id]
    decide(db, both, Verdict.DIFFERENT, commune_id=commune_id, official_id=official, now=clock.now())
    assert pairs(db, commune_id=commune_id, now=clock.now()) == []
    put_right(db, booked, booked.people[0].id, Called("Ho Van An", 1980), now=clock.now())
    (pair,) = pairs(db, commune_id=commune_id, now=clock.now())
    assert (list(pair.ids), pair.verdict) == (sorted(both), None)


def test_somebody_else_has_the_place_and_the_number_and_not_the_phone(
    db: sa.Connection, booked: Booking, clock: FixedClock
) -> None:
    an = booked.people[0]
    own_phones.give(
        db, booked, an.id, PROXY.phone, by_contact_id=booked.contact_id, now=clock.now(), timetable=TIMETABLE
    )
    assert replace(db, booked, an.id, Called("Y Nuong", None), now=clock.now())
    assert _there(db, booked) == [("Hồ Thị Bé", 1990, 2), ("Y Nuong", None, 1)]
    assert opening(db, booked.opening.id).taken == 2
    (now,) = bookings_in(db, booked.opening.id)
    assert own_phones.phones_of(db, [booked.id]).keys() & {one.id for one in now.people} == set()
    assert _noted(db) == [(REPLACED, f"person:{an.id}")]


def test_a_full_day_loses_nobody_to_the_change(db: sa.Connection, clock: FixedClock) -> None:
    into = builders.some_opening(db, now=clock.now(), capacity=1)
    contact = builders.contact(db, now=clock.now())
    made = book(db, into, [("Hồ Văn An", 1980)], contact_id=contact.id, now=clock.now(), timetable=TIMETABLE)
    assert made is not None
    assert replace(db, made, made.people[0].id, ANH, now=clock.now())
    assert _there(db, made) == [("Hồ Văn Anh", 1981, 1)]


@pytest.mark.parametrize("change", [put_right, replace])
def test_nothing_is_changed_of_who_was_cancelled_and_on_a_day_that_has_begun(
    db: sa.Connection, booked: Booking, clock: FixedClock, change: Callable[..., bool]
) -> None:
    an, be = (one.id for one in booked.people)
    cancel(db, booked, person_ids=[be], now=clock.now())
    assert not change(db, booked, be, ANH, now=clock.now())
    clock.set(booked.opening.starts_at + timedelta(minutes=1))
    assert not change(db, booked, an, ANH, now=clock.now())
    assert _there(db, booked) == [("Hồ Văn An", 1980, 1)]


def test_nothing_is_changed_of_whom_something_was_marked(
    db: sa.Connection, booked: Booking, clock: FixedClock
) -> None:
    an = booked.people[0]
    booked_id = db.execute(
        sa.select(booked_persons.c.id).where(booked_persons.c.person_id == an.id)
    ).scalar_one()
    row = {
        "commune_id": booked.opening.commune_id,
        "opening_id": booked.opening.id,
        "booked_id": booked_id,
        "state": Outcome.CAME.value,
        "marked_at": clock.now(),
    }
    db.execute(attendances.insert().values(row))
    assert not put_right(db, booked, an.id, ANH, now=clock.now())
    assert put_right(db, booked, booked.people[1].id, ANH, now=clock.now())
