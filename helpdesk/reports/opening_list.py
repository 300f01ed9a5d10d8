"""The list of an opening: who is booked, as it is told to officials in whatever form."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from helpdesk.booking.arrival import Band, band_of, bands
from helpdesk.booking.bookings import Booking
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import RELATIONS, Need, Relation
from helpdesk.booking.persons.needs import called as needs_called
from helpdesk.booking.services import LABELS, WITHOUT_KIT, Service, called, service_for
from helpdesk.booking.states import BookingState
from helpdesk.clock import local
from helpdesk.places.tables import PlaceKind
from helpdesk.text.days.vietnamese_dates import spoken_date, spoken_hours, spoken_time
from helpdesk.text.phone_numbers import national


@dataclass(frozen=True, slots=True)
class Row:
    """One person on a list. `booking` and `person` are ids; `phone` is as people here dial it, if there is any.

    `call`: she is to be rung, because she does not read texts, and nobody has done so when the list was made. That is
    news for who has the list before him, and no reason to hand out another: it is not compared. Nor is the number of
    the day, which changes only with the opening.
    """

    booking: int
    person: int
    code: str
    name: str
    birth_year: int | None
    phone: str | None
    state: BookingState
    call: bool = field(default=False, compare=False)
    number: int = field(default=0, compare=False)
    # What she comes for, what she needs, what she is to whoever booked.
    service: Service = Service.LEVEL2
    needs: tuple[Need, ...] = ()
    relation: Relation | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """All that tells who stands there; whether they said that they are coming is no part of it."""
        return (self.booking, self.person, self.code, self.name, self.birth_year, self.phone)

    @property
    def name_and_year(self) -> str:
        """The name, with the birth year where it is known: "Hồ Văn A 1985"."""
        return f"{self.name} {self.birth_year}" if self.birth_year else self.name


@dataclass(frozen=True, slots=True)
class Party:
    """The persons of one booking."""

    code: str
    phone: str | None
    state: BookingState
    rows: tuple[Row, ...]

    @property
    def call(self) -> bool:
        """Whether somebody must ring them."""
        return any(row.call for row in self.rows)

    @property
    def told(self) -> str:
        """What they have said, and whether they must be rung: "chưa báo, cần gọi điện"."""
        return state_name(self.rows[0])


@dataclass(frozen=True, slots=True)
class OpeningList:
    """Who is booked into an opening, as of `made_at`; `version` is None for a look that was never handed out."""

    opening: Opening
    place_code: str
    version: int | None
    made_at: datetime
    rows: tuple[Row, ...]
    # What came of whom, in words, and by when a result is told: by booking and person; only of who was marked.
    outcomes: Mapping[tuple[int, int], tuple[str, date | None]] = field(default_factory=dict)
    # What became of a day that does not take place: "BUỔI NÀY HỦY do mưa lũ"; empty for others.
    called_off: str = ""

    @property
    def parties(self) -> tuple[Party, ...]:
        """The rows by booking, in the order in which the bookings were made."""
        groups = (tuple(own) for _, own in groupby(self.rows, key=lambda row: row.booking))
        return tuple(Party(own[0].code, own[0].phone, own[0].state, own) for own in groups)

    @property
    def persons(self) -> int:
        """How many persons are booked."""
        return len(self.rows)

    @property
    def coming(self) -> int:
        """How many of them said that they are coming."""
        return sum(row.state is BookingState.COMING for row in self.rows)


def rows_of(
    bookings: Iterable[Booking], *, to_ring: Collection[int] = (), beside: Mapping[int, str] | None = None
) -> tuple[Row, ...]:
    """The rows for bookings, in their order; those of `to_ring` (booking ids) are still to be rung.

    `beside`: phones (by person) of those for whom an official has booked; see `own_phones.phones_beside`.
    """
    own = beside or {}
    return tuple(
        Row(
            booking=booking.id,
            person=person.id,
            code=booking.code,
            name=_printable(person.name),
            birth_year=person.birth_year,
            phone=national(phone) if (phone := booking.address or own.get(person.id)) else None,
            state=booking.state,
            call=booking.id in to_ring,
            number=person.number,
            service=booking.service,
            needs=person.needs,
            relation=person.relation,
        )
        for booking in bookings
        for person in booking.people
    )


def _printable(name: str) -> str:
    # A name comes from a stranger's text: nothing in it may steer a terminal, a printer or a spreadsheet.
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())


def place_name(opening: Opening) -> str:
    """Where it is: "Trung tâm xã Thượng Trạch", "bản Cà Roòng 1"; a name that says "Bản" says it once."""
    if opening.place_kind is PlaceKind.CENTRE:
        return f"Trung tâm xã {opening.place_name}"
    return opening.place_name if opening.place_name.startswith("Bản ") else f"bản {opening.place_name}"


def hours(opening: Opening) -> str:
    """From when to when on the commune's clocks: "7h30-11h"."""
    return spoken_hours(local(opening.starts_at).time(), local(opening.ends_at).time())


def day(opening: Opening) -> str:
    """The day with its year: "thứ tư 2/12/2026"."""
    return f"{spoken_date(opening.day)}/{opening.day.year}"


def level2(opening: Opening) -> str:
    """Whether level 2 can be finished there; only an officer with the biometric kit makes it so."""
    if opening.finishes_level2:
        return "làm được mức 2"
    # What is usual without the kit has a short name, for lists are paid by the segment.
    named = opening.services not in ((), WITHOUT_KIT)
    return f"chưa làm được mức 2, chỉ {called(opening.services) if named else 'hướng dẫn'}"


def edition(listing: OpeningList) -> str:
    """Which version it is and when it was made: "phiên bản 2, lập lúc 15h30 ngày 1/12/2026"."""
    at = local(listing.made_at)
    name = "bản xem tạm" if listing.version is None else f"phiên bản {listing.version}"
    return f"{name}, lập lúc {spoken_time(at.time())} ngày {at.day}/{at.month}/{at.year}"


def totals(listing: OpeningList) -> str:
    """How many: "14 người, 6 lượt đặt, 5 người báo sẽ đến"."""
    return f"{listing.persons} người, {len(listing.parties)} lượt đặt, {listing.coming} người báo sẽ đến"


STATE_NAMES = {BookingState.BOOKED: "chưa báo", BookingState.COMING: "sẽ đến"}
"""What the states of a booking that is on a list are called."""


def state_name(row: Row) -> str:
    """What they have said, and whether they must be rung: "chưa báo, cần gọi điện"."""
    return f"{STATE_NAMES[row.state]}, cần gọi điện" if row.call else STATE_NAMES[row.state]


def arrival(opening: Opening, party: Party) -> str:
    """When a party was told to arrive: "8h30-10h"; empty where they have no numbers."""
    return arrival_of(opening, [row.number for row in party.rows])


def arrival_of(opening: Opening, numbers: Iterable[int]) -> str:
    """The same, by the numbers of the day of those who come together."""
    band = band_told(opening, numbers)
    return spoken_hours(local(band.starts_at).time(), local(band.ends_at).time()) if band else ""


def band_told(opening: Opening, numbers: Iterable[int]) -> Band | None:
    """The band in which those with these numbers of the day were told to arrive; None where none has a number."""
    given = [number for number in numbers if number]
    if not given:
        return None
    return band_of(min(given), bands(opening.starts_at, opening.ends_at, max(1, opening.capacity)))


def other_service(opening: Opening, row: Row) -> Service | None:
    """What she comes for, where it is not what most come for there."""
    return None if row.service is service_for(opening.services) else row.service


def service_name(row: Row) -> str:
    """What she comes for: "định danh mức 2"."""
    return LABELS[row.service].vietnamese


def needs_told(row: Row) -> str:
    """What she needs: "mượn máy kích hoạt; giúp đọc, viết"; empty where nothing is known of it."""
    return needs_called(row.needs)


def relation_name(row: Row) -> str:
    """What she is to whoever booked: "hàng xóm"; empty where nobody said."""
    return RELATIONS[row.relation][0] if row.relation else ""


def beside(opening: Opening, row: Row) -> str:
    """All that stands beside a name: "số 12; hàng xóm; cần mượn máy kích hoạt"."""
    other = other_service(opening, row)
    said = (
        f"số {row.number}" if row.number else "",
        LABELS[other].vietnamese if other else "",
        relation_name(row),
        f"cần {needs_told(row)}" if row.needs else "",
    )
    return "; ".join(part for part in said if part)
