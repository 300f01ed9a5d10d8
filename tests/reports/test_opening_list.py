"""helpdesk/reports/opening_list.py."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.booking import changes
from helpdesk.booking.bookings import bookings_in, bookings_in_each
from helpdesk.booking.states import BookingState
from helpdesk.clock import FixedClock
from helpdesk.people import contacts
from helpdesk.people.persons import Person
from helpdesk.places.tables import PlaceKind
from helpdesk.reports.opening_list import Row, edition, place_name, rows_of, totals
from helpdesk.settings import Timetable
from tests.support import builders, lists


def test_a_row_for_each_person_still_booked(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    first = builders.booking(db, opening, now=clock.now(), people=3)
    proxy = builders.contact(db, builders.PROXY, now=clock.now())
    second = builders.booking(db, opening, now=clock.now(), contact_id=proxy.id)
    changes.cancel(db, first, person_ids=[first.people[1].id], now=clock.now())
    changes.confirm(db, second.id, now=clock.now())

    rows = rows_of(bookings_in(db, opening.id))

    def row(booking_id: int, code: str, person: Person, phone: str, state: BookingState) -> Row:
        return Row(booking_id, person.id, code, person.name, person.birth_year, phone, state)

    resident, village_head = "0912345601", "0912345602"
    assert rows == (
        row(first.id, first.code, first.people[0], resident, BookingState.BOOKED),
        row(first.id, first.code, first.people[2], resident, BookingState.BOOKED),
        row(second.id, second.code, second.people[0], village_head, BookingState.COMING),
    )
    assert rows_of(bookings_in_each(db, [opening.id])[opening.id]) == rows


def test_a_name_cannot_steer_what_it_is_printed_on(db: sa.Connection, clock: FixedClock) -> None:
    opening = builders.some_opening(db, now=clock.now())
    resident = contacts.meet(db, builders.RESIDENT.phone, now=clock.now())
    hostile = "Hồ\x1b[2J Văn\t\r\n\u202eA"
    changes.book(
        db,
        opening,
        [(hostile, 1985)],
        contact_id=resident.id,
        now=clock.now(),
        timetable=Timetable(),
    )
    (row,) = rows_of(bookings_in(db, opening.id))
    assert row.name == "Hồ [2J Văn A"


def test_rows_are_grouped_by_booking() -> None:
    listing = lists.listing(lists.rows(lists.FAMILY, lists.ALONE, coming="40725"))
    assert [(party.code, party.phone, len(party.rows)) for party in listing.parties] == [
        ("40725", "0912345601", 2),
        ("55512", None, 1),
    ]
    assert (listing.persons, listing.coming) == (3, 2)
    assert totals(listing) == "3 người, 2 lượt đặt, 2 người báo sẽ đến"


@pytest.mark.parametrize(
    ("name", "kind", "called"),
    [
        ("Cà Roòng 1", PlaceKind.VILLAGE, "bản Cà Roòng 1"),
        ("Bản 39", PlaceKind.VILLAGE, "Bản 39"),
        ("Thượng Trạch", PlaceKind.CENTRE, "Trung tâm xã Thượng Trạch"),
    ],
)
def test_a_place_is_called_what_people_call_it(name: str, kind: PlaceKind, called: str) -> None:
    assert place_name(lists.opening(name=name, kind=kind)) == called


def test_a_list_says_its_version_and_time_on_the_commune_s_clock() -> None:
    assert edition(lists.listing(version=2)) == "phiên bản 2, lập lúc 15h30 ngày 1/12/2026"
    later = lists.listing(version=None, at=lists.MADE_AT + timedelta(minutes=32))
    assert edition(later) == "bản xem tạm, lập lúc 16h02 ngày 1/12/2026"
