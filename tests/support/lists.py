"""Lists for tests of what they look like: no database, named people, a village and a day that stay the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import count

from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.booking.services import Service
from helpdesk.booking.states import BookingState, OpeningState
from helpdesk.clock import as_utc, at_local
from helpdesk.places.tables import PlaceKind
from helpdesk.reports.opening_list import OpeningList, Row

BookedAs = tuple[str, str | None, Sequence[tuple[str, int | None]]]
"""A booking on a list: code, phone, people with their birth years."""

DAY = date(2026, 12, 2)
MADE_AT = as_utc(datetime(2026, 12, 1, 15, 30))  # noqa: DTZ001 - commune time


def opening(
    *,
    name: str = "Cà Roòng 1",
    kind: PlaceKind = PlaceKind.VILLAGE,
    finishes: bool = True,
    commune: str = "Thượng Trạch",
    services: tuple[Service, ...] = (),
) -> Opening:
    """Wednesday 2 December 2026, 7:30 to 11:00."""
    return Opening(
        id=1,
        commune_id=1,
        commune=commune,
        place_id=1,
        place_kind=kind,
        place_name=name,
        team_id=1,
        day=DAY,
        starts_at=at_local(DAY, time(7, 30)),
        ends_at=at_local(DAY, time(11, 0)),
        capacity=30,
        taken=0,
        finishes_level2=finishes,
        state=OpeningState.OPEN,
        services=services,
    )


def rows(*bookings: BookedAs, coming: str = "") -> tuple[Row, ...]:
    """The rows of bookings, each (code, phone, people); the one with the code `coming` said that she comes."""
    numbers = count(1)
    return tuple(
        Row(
            booking=booking,
            person=next(numbers),
            code=code,
            name=name,
            birth_year=year,
            phone=phone,
            state=BookingState.COMING if code == coming else BookingState.BOOKED,
        )
        for booking, (code, phone, people) in enumerate(bookings, start=1)
        for name, year in people
    )


def listing(
    its_rows: tuple[Row, ...] = (),
    *,
    of: Opening | None = None,
    version: int | None = 1,
    at: datetime = MADE_AT,
) -> OpeningList:
    """A list with these rows, made at 15:30 the day before."""
    return OpeningList(of or opening(), "ca-roong-1", version, at, its_rows)


FAMILY = ("40725", "0912345601", [("Hồ Thị Mai", 1954), ("Hồ Văn Đoàn", 1979)])
ALONE = ("55512", None, [("Y Cúc", None)])


def helped() -> tuple[Row, ...]:
    """A mother and her neighbour, numbers 12 and 13: one comes for a card, too; the other needs much help."""
    mother, neighbour = rows(FAMILY)
    return (
        replace(mother, number=12, service=Service.LEVEL2_CARD),
        replace(
            neighbour,
            number=13,
            service=Service.LEVEL2_CARD,
            needs=(Need.LENT_PHONE, Need.READING),
            relation=Relation.NEIGHBOUR,
        ),
    )
