"""What calling off or putting off an opening would mean, before anybody decides: how many, and when all are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.bookings import bookings_in
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.own_phones import phones_beside
from helpdesk.messaging.gateways import Gateway, pick
from helpdesk.messaging.watching.forecast import Forecast, forecasts
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach, contacts

SEGMENTS = 2
"""Texts that one notice counts for: with its choices it is longer than one segment."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Bookings and persons of an opening; of their contacts how many are told by text, through a neighbour, by a call;
    bookings of `own_phones` were made on the desk, and somebody in them has a phone, which is told; those `in_person`
    have none. `forecast` says when the texts will have left.
    """

    bookings: int
    persons: int
    texted: int
    by_neighbour: int
    rung: int
    in_person: int
    own_phones: int
    forecast: Forecast | None

    @property
    def contacts(self) -> int:
        """How many phones are told."""
        return self.texted + self.by_neighbour + self.rung

    @property
    def told_by(self) -> datetime | None:
        """When the last text will have left, as far as can be told; None: there is none, or it is too far away."""
        return (
            self.forecast.done_at
            if self.forecast and self.texted + self.by_neighbour + self.own_phones
            else None
        )


def preview(
    db: sa.Connection, opening: Opening, *, ways: Sequence[Gateway], now: datetime, undo_for: timedelta
) -> Preview:
    """What a change of this opening would mean if it were decided now. `ways` are the gateways that are on."""
    booked = bookings_in(db, opening.id)
    phones = phones_beside(db, booked)
    at_desk = [booking for booking in booked if booking.contact_id is None]
    on_own = sum(any(person.id in phones for person in booking.people) for booking in at_desk)
    ids = {booking.contact_id for booking in booked if booking.contact_id is not None}
    query = sa.select(contacts.c.id, contacts.c.reach, contacts.c.opted_out_at).where(contacts.c.id.in_(ids))
    texted = by_neighbour = rung = 0
    for row in db.execute(query).all():
        if row.opted_out_at is None and row.reach == Reach.TEXT.value:
            texted += 1
        elif row.opted_out_at is None and row.reach == Reach.NEIGHBOUR.value and helper_of(db, row.id):
            by_neighbour += 1
        else:
            rung += 1
    return Preview(
        bookings=len(booked),
        persons=sum(booking.party for booking in booked),
        texted=texted,
        by_neighbour=by_neighbour,
        rung=rung,
        in_person=len(at_desk) - on_own,
        own_phones=on_own,
        forecast=_forecast(db, opening, ways, texted + by_neighbour + on_own, at=now + undo_for),
    )


def _forecast(
    db: sa.Connection, opening: Opening, ways: Sequence[Gateway], messages: int, *, at: datetime
) -> Forecast | None:
    try:
        way = pick(ways, commune_id=opening.commune_id)
    except LookupError:
        return None
    (found,) = forecasts(db, [way], now=at, more=messages, more_texts=SEGMENTS * messages)
    return found
