"""Bookings: n persons in an opening. Made, seen, moved and cancelled here and nowhere else."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.arrival import Band, band_of, bands
from helpdesk.booking.openings import COLUMNS, SOURCE, Opening, as_opening, find_opening
from helpdesk.booking.persons.needs import Need, Relation, needs_of, relation_of
from helpdesk.booking.services import Service
from helpdesk.booking.states import LIVE, BookingState, OpeningState
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.clock import local_date
from helpdesk.people.persons import Person
from helpdesk.people.tables import contacts, persons

b = bookings.c


@dataclass(frozen=True, slots=True)
class Booked(Person):
    """A person in a booking: her number of the day (0: none), what she needs, what she is to whoever booked."""

    number: int = 0
    needs: tuple[Need, ...] = ()
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A reservation for a service. `people` are those still booked; `address` is the phone it was made from, if any."""

    id: int
    code: str
    state: BookingState
    contact_id: int | None
    address: str | None
    people: tuple[Booked, ...]
    opening: Opening
    service: Service = Service.LEVEL2

    @property
    def party(self) -> int:
        """How many persons are booked."""
        return len(self.people)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the day of those still booked, without those who have none."""
        return tuple(person.number for person in self.people if person.number)

    @property
    def band(self) -> Band | None:
        """When they are told to arrive: a household comes together, with the first of its numbers."""
        if not self.numbers:
            return None
        opening = self.opening
        return band_of(min(self.numbers), bands(opening.starts_at, opening.ends_at, max(1, opening.capacity)))


CHOOSES_FOR = timedelta(days=60)
"""How long after a day that was called off its bookings are still theirs to move or to cancel."""


def _not_over(now: datetime) -> sa.ColumnElement[bool]:
    """Of an opening to come, or running; or of one that was called off, for which she has not chosen yet."""
    called_off = openings.c.state == OpeningState.CANCELLED.value
    return (openings.c.ends_at > now) | (called_off & (openings.c.ends_at > now - CHOOSES_FOR))


def live_bookings_of(db: sa.Connection, contact_id: int, *, now: datetime) -> list[Booking]:
    """The contact's bookings that hold places in openings not yet over, the next first."""
    return _find(
        db,
        b.contact_id == contact_id,
        b.state.in_(LIVE),
        _not_over(now),
    )


def live_bookings_of_each(
    db: sa.Connection, contact_ids: Iterable[int], *, now: datetime
) -> dict[int, list[Booking]]:
    """The same of several contacts at once, by contact; who has none is not in it."""
    found: dict[int, list[Booking]] = defaultdict(list)
    for booking in _find(db, b.contact_id.in_(list(contact_ids)), b.state.in_(LIVE), _not_over(now)):
        found[booking.contact_id or 0].append(booking)
    return dict(found)


def live_bookings(
    db: sa.Connection, ids: Iterable[int], *, contact_id: int, also: Sequence[int] = (), now: datetime
) -> list[Booking]:
    """Those of `ids` that are the contact's own and hold places in openings not yet over, the next first.

    `also` are ids of others' bookings that she may see and change: she has shown their code and a birth year.
    """
    own = b.id.in_(list(ids)) & (
        (b.contact_id == contact_id) | b.id.in_(also) if also else b.contact_id == contact_id
    )
    return _find(db, own, b.state.in_(LIVE), _not_over(now))


def live_with_code(db: sa.Connection, code: str, *, now: datetime) -> list[Booking]:
    """The bookings with a code that hold places in openings not yet over, whoever made them."""
    return _find(db, b.code == code, b.state.in_(LIVE), openings.c.ends_at > now)


def live_in_commune(db: sa.Connection, commune_id: int, *, now: datetime) -> list[Booking]:
    """The bookings that hold places in openings of a commune not yet over, whoever made them, the next first."""
    # By the day first, which has an index; no opening lasts longer than its day.
    coming = (openings.c.day >= local_date(now)) & (openings.c.ends_at > now)
    return _find(db, openings.c.commune_id == commune_id, coming, b.state.in_(LIVE))


def opening_of_cancelled(db: sa.Connection, booking_id: int) -> Opening | None:
    """The opening that a booking was for when it was cancelled; None for one that is not, or never was."""
    cancelled = (b.id == booking_id) & (b.state == BookingState.CANCELLED.value)
    found = db.execute(sa.select(b.opening_id).where(cancelled)).scalar()
    return None if found is None else find_opening(db, found)


def live_by_id(db: sa.Connection, ids: Iterable[int]) -> dict[int, Booking]:
    """Those of `ids` that hold places, whoever made them, by id."""
    return {booking.id: booking for booking in _find(db, b.id.in_(list(ids)), b.state.in_(LIVE))}


def hold_booking(db: sa.Connection, booking_id: int) -> Booking | None:
    """A booking as it is now, held until the transaction ends; None where it no longer holds places.

    Whoever changes one asks here first: what was read before may have been changed by somebody else since.
    """
    db.execute(sa.select(b.id).where(b.id == booking_id).with_for_update(key_share=True)).all()
    found = _find(db, b.id == booking_id, b.state.in_(LIVE))
    return found[0] if found else None


def bookings_in(db: sa.Connection, opening_id: int) -> list[Booking]:
    """The bookings that hold places in an opening, in the order in which they were made."""
    found = _find(db, b.opening_id == opening_id, b.state.in_(LIVE))
    return sorted(found, key=lambda booking: booking.id)


def bookings_in_each(db: sa.Connection, opening_ids: Iterable[int]) -> dict[int, list[Booking]]:
    """The same for several openings at once, by opening; one that nobody booked is not in it."""
    found: dict[int, list[Booking]] = defaultdict(list)
    for booking in _find(db, b.opening_id.in_(list(opening_ids)), b.state.in_(LIVE)):
        found[booking.opening.id].append(booking)
    return dict(found)


def _find(db: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Booking]:
    query = (
        sa.select(b.id, b.code, b.state, b.contact_id, contacts.c.address, b.service, *COLUMNS)
        .select_from(
            bookings.join(SOURCE, openings.c.id == b.opening_id).outerjoin(
                contacts, contacts.c.id == b.contact_id
            )
        )
        .where(*conditions)
        .order_by(openings.c.starts_at, b.id)
    )
    rows = db.execute(query).all()
    people = _people_of(db, [row[0] for row in rows])
    return [_booking(row, people[row[0]]) for row in rows]


def _booking(row: Sequence[Any], people: list[Booked]) -> Booking:
    booking_id, code, state, contact_id, address, service, *opening = row
    return Booking(
        booking_id,
        code,
        BookingState(state),
        contact_id,
        address,
        tuple(people),
        as_opening(opening),
        Service(service),
    )


def _people_of(db: sa.Connection, booking_ids: Sequence[int]) -> dict[int, list[Booked]]:
    found: dict[int, list[Booked]] = defaultdict(list)
    own = booked_persons.c
    if not booking_ids:
        return found
    query = (
        sa.select(
            own.booking_id,
            persons.c.id,
            persons.c.name,
            persons.c.birth_year,
            own.number,
            own.needs,
            own.relation,
        )
        .join(persons, persons.c.id == own.person_id)
        .where(own.booking_id.in_(booking_ids), own.cancelled_at.is_(None))
        .order_by(own.id)
    )
    for booking_id, id_, name, year, number, needs, relation in db.execute(query):
        found[booking_id].append(Booked(id_, name, year, number, needs_of(needs), relation_of(relation)))
    return found
