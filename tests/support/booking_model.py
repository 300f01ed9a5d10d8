"""The booking room as simply as it can be said: what must be so after any operations, without a database.

A model says of each operation whether it succeeds, and is then held against what the tables say.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from helpdesk.booking.attending.outcome_states import Outcome
from helpdesk.booking.attending.served import SERVED
from helpdesk.booking.states import LIVE, BookingState, OpeningState
from helpdesk.booking.tables import attendances, booked_persons, bookings, openings
from helpdesk.booking.waiting_list.waiting_states import OfferState
from helpdesk.booking.waiting_list.waiting_tables import offers
from helpdesk.people.tables import persons

Name = str


@dataclass
class ModelOpening:
    """An opening; `taken` is not kept but counted. `closed`: who is booked keeps her place, and nobody new is."""

    capacity: int
    starts_at: datetime
    state: OpeningState = OpeningState.OPEN
    closed: bool = False


@dataclass
class ModelBooking:
    """A booking: who is in it still, by the ids of the persons; `marks` are what came of some of them."""

    contact_id: int | None
    opening_id: int
    people: dict[int, Name]
    state: BookingState = BookingState.BOOKED
    marks: dict[int, Outcome] = field(default_factory=dict)

    @property
    def live(self) -> bool:
        """Whether it holds places."""
        return self.state.value in LIVE

    @property
    def served(self) -> set[int]:
        """Who was served where the booking is, and goes nowhere else."""
        return {number for number, outcome in self.marks.items() if outcome in SERVED}


@dataclass
class BookingModel:
    """All openings and bookings, by id. `held` are places that an offer holds, by opening."""

    openings: dict[int, ModelOpening] = field(default_factory=dict)
    bookings: dict[int, ModelBooking] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)

    def taken(self, opening_id: int) -> int:
        """Places that are booked or held."""
        booked = sum(len(b.people) for b in self.bookings.values() if b.opening_id == opening_id and b.live)
        return booked + self.held.get(opening_id, 0)

    def fits(self, opening_id: int, persons: int, *, now: datetime) -> bool:
        """Whether so many may still be booked there."""
        one = self.openings[opening_id]
        open_still = one.state is OpeningState.OPEN and not one.closed and one.starts_at > now
        return open_still and self.taken(opening_id) + persons <= one.capacity

    def book(self, booking_id: int, contact_id: int | None, opening_id: int, people: dict[int, Name]) -> None:
        """A new booking."""
        self.bookings[booking_id] = ModelBooking(contact_id, opening_id, dict(people))

    def cancel(self, booking_id: int, person_ids: Collection[int] | None) -> int:
        """Cancel some persons or all; how many are left. Nothing happens to a booking that is over."""
        booking = self.bookings[booking_id]
        if not booking.live:
            return 0
        were_there = {number for number, outcome in booking.marks.items() if outcome is not Outcome.ABSENT}
        gone = (booking.people.keys() if person_ids is None else set(person_ids)) - were_there
        booking.people = {number: name for number, name in booking.people.items() if number not in gone}
        booking.marks = {number: outcome for number, outcome in booking.marks.items() if number not in gone}
        if not booking.people:
            booking.state = BookingState.CANCELLED
        return len(booking.people)

    def going(
        self, booking_id: int, to: int, *, now: datetime, wanted: Collection[int] | None = None
    ) -> list[int]:
        """Who of a booking (of those wanted) goes to another opening: all who are not served, or nobody."""
        booking = self.bookings[booking_id]
        if not booking.live or booking.opening_id == to:
            return []
        whole = booking.people if wanted is None else wanted
        going = [number for number in booking.people if number in whole and number not in booking.served]
        return going if self.fits(to, len(going), now=now) else []

    def move(self, booking_id: int, going: Collection[int], to: int, new_id: int) -> None:
        """They are there now, in a booking of their own where others stay; nobody is marked there."""
        booking = self.bookings[booking_id]
        if len(going) < len(booking.people):
            for number in going:
                booking.marks.pop(number, None)
            self.bookings[new_id] = ModelBooking(
                booking.contact_id, to, {number: booking.people.pop(number) for number in going}
            )
            return
        assert new_id == booking_id
        booking.opening_id, booking.state, booking.marks = to, BookingState.BOOKED, {}

    def confirm(self, booking_id: int) -> bool:
        """They are coming; whether that could be noted."""
        booking = self.bookings[booking_id]
        if booking.live:
            booking.state = BookingState.COMING
        return booking.live

    def add(self, booking_id: int, people: dict[int, Name]) -> None:
        """More persons in a booking."""
        self.bookings[booking_id].people.update(people)

    def everybody(self) -> list[tuple[int, Name]]:
        """Everybody who holds a place somewhere."""
        return sorted(
            (n, name) for one in self.bookings.values() if one.live for n, name in one.people.items()
        )

    def resize(self, opening_id: int, capacity: int) -> bool:
        """Another capacity, never below what is taken; whether it was changed."""
        if capacity < self.taken(opening_id):
            return False
        self.openings[opening_id].capacity = capacity
        return True

    def take_over(self, told: "Told") -> None:
        """Believe what the tables say; used after what cannot be foretold."""
        self.openings = {
            number: ModelOpening(one.capacity, one.starts_at, OpeningState(one.state), one.closed)
            for number, one in told.openings.items()
        }
        for number, booking in told.bookings.items():
            self.bookings[number] = ModelBooking(
                booking.contact_id,
                booking.opening_id,
                dict(booking.people),
                BookingState(booking.state),
                {person: Outcome(outcome) for person, outcome in booking.marks},
            )

    def told(self) -> "Told":
        """What the tables must say."""
        return Told(
            {
                number: ToldOpening(
                    one.capacity, self.taken(number), one.starts_at, one.state.value, one.closed
                )
                for number, one in self.openings.items()
            },
            {
                number: ToldBooking(
                    one.contact_id,
                    one.opening_id,
                    one.state.value,
                    len(one.people),
                    tuple(sorted(one.people.items())),
                    tuple(sorted((person, outcome.value) for person, outcome in one.marks.items())),
                )
                for number, one in self.bookings.items()
            },
        )


class ToldOpening(NamedTuple):
    """An opening as the tables have it."""

    capacity: int
    taken: int
    starts_at: datetime
    state: str
    closed: bool


class ToldBooking(NamedTuple):
    """A booking as the tables have it: `party` is its counter, `people` those still in it, by person id, `marks`
    what came of them."""

    contact_id: int | None
    opening_id: int
    state: str
    party: int
    people: tuple[tuple[int, Name], ...]
    marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Told:
    """Openings and bookings, both by id."""

    openings: dict[int, ToldOpening]
    bookings: dict[int, ToldBooking]


def told_by(db: sa.Connection) -> Told:
    """What the tables say."""
    o, b, p = openings.c, bookings.c, booked_persons.c
    people: dict[int, list[tuple[int, Name]]] = {}
    query = (
        sa.select(p.booking_id, persons.c.id, persons.c.name)
        .join_from(booked_persons, persons, persons.c.id == p.person_id)
        .where(p.cancelled_at.is_(None))
    )
    for booking_id, person_id, name in db.execute(query):
        people.setdefault(booking_id, []).append((person_id, name))
    marks: dict[int, list[tuple[int, str]]] = {}
    noted = (
        sa.select(p.booking_id, p.person_id, attendances.c.state)
        .join_from(attendances, booked_persons, p.id == attendances.c.booked_id)
        .where(p.cancelled_at.is_(None))
    )
    for booking_id, person_id, outcome in db.execute(noted):
        marks.setdefault(booking_id, []).append((person_id, outcome))
    found = db.execute(sa.select(b.id, b.contact_id, b.opening_id, b.state, b.party)).all()
    places = db.execute(
        sa.select(
            o.id, o.capacity, o.taken, o.starts_at, o.state, o.closed_since.is_not(None).label("closed")
        )
    ).all()
    return Told(
        {row[0]: ToldOpening(*row[1:]) for row in places},
        {
            row[0]: ToldBooking(
                *row[1:], tuple(sorted(people.get(row[0], []))), tuple(sorted(marks.get(row[0], [])))
            )
            for row in found
        },
    )


def held_places(db: sa.Connection) -> dict[int, int]:
    """Places that offers hold, by opening."""
    f = offers.c
    query = sa.select(f.opening_id, sa.func.sum(f.party)).where(f.state == OfferState.HELD.value)
    return {row[0]: int(row[1]) for row in db.execute(query.group_by(f.opening_id))}
