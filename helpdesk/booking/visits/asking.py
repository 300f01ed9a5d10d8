"""Which villages ask for a visit: people there who ask when the team comes, ask for a home visit, travel elsewhere,
wait for a place, or for a new day in place of one that was called off."""

from collections import Counter
from datetime import datetime, timedelta

import sqlalchemy as sa

from helpdesk.booking.states import LIVE, OpeningState
from helpdesk.booking.tables import bookings, openings
from helpdesk.booking.waiting_list.waiting_states import WaitState
from helpdesk.booking.waiting_list.waiting_tables import waits
from helpdesk.clock import local_date
from helpdesk.messaging.tables import inbound_messages
from helpdesk.people.tables import contacts
from helpdesk.places.tables import PlaceKind, places
from helpdesk.store.recent import first_since
from helpdesk.tickets.tables import TicketKind, tickets

LOOKED_BACK = timedelta(days=60)
"""How long asking counts."""

WHEN_IS_A_VISIT = "visit_when"
"""What a turn notes of a text that asks when the team comes."""


def asking(db: sa.Connection, commune_id: int, *, now: datetime) -> Counter[int]:
    """How many people of each village ask, by its place id; somebody who asks twice in one way counts once."""
    since = now - LOOKED_BACK
    found = _texts(db, commune_id, since)
    others = (
        _home_visits(db, commune_id, since),
        _elsewhere(db, commune_id, since),
        _waiting(db, commune_id),
        _called_off(db, commune_id, since),
    )
    for more in others:
        found.update(more)
    return found


def _by_village(db: sa.Connection, query: sa.Select[int, int]) -> Counter[int]:
    return Counter({row[0]: int(row[1]) for row in db.execute(query)})


def _lives_in(commune_id: int) -> sa.ColumnElement[bool]:
    return (places.c.commune_id == commune_id) & (places.c.kind == PlaceKind.VILLAGE.value)


def _texts(db: sa.Connection, commune_id: int, since: datetime) -> Counter[int]:
    i = inbound_messages.c
    first = first_since(db, i.id, i.received_at, since)
    query = (
        sa.select(contacts.c.place_id, sa.func.count(contacts.c.id.distinct()))
        .join_from(inbound_messages, contacts, contacts.c.id == i.contact_id)
        .join(places, places.c.id == contacts.c.place_id)
        .where(i.id >= first, i.understood == WHEN_IS_A_VISIT, _lives_in(commune_id))
        .group_by(contacts.c.place_id)
    )
    return _by_village(db, query)


def _home_visits(db: sa.Connection, commune_id: int, since: datetime) -> Counter[int]:
    query = (
        sa.select(contacts.c.place_id, sa.func.count(contacts.c.id.distinct()))
        .join_from(tickets, contacts, contacts.c.id == tickets.c.contact_id)
        .join(places, places.c.id == contacts.c.place_id)
        .where(
            tickets.c.kind == TicketKind.HOME_VISIT.value,
            tickets.c.opened_at >= since,
            _lives_in(commune_id),
        )
        .group_by(contacts.c.place_id)
    )
    return _by_village(db, query)


def _elsewhere(db: sa.Connection, commune_id: int, since: datetime) -> Counter[int]:
    """Persons booked from a village for another place: they would have stayed at home."""
    query = (
        sa.select(contacts.c.place_id, sa.func.sum(bookings.c.party))
        .join_from(openings, bookings, bookings.c.opening_id == openings.c.id)
        .join(contacts, contacts.c.id == bookings.c.contact_id)
        .join(places, places.c.id == contacts.c.place_id)
        .where(
            openings.c.day >= local_date(since),
            bookings.c.state.in_(LIVE),
            contacts.c.place_id != openings.c.place_id,
            _lives_in(commune_id),
        )
        .group_by(contacts.c.place_id)
    )
    return _by_village(db, query)


def _waiting(db: sa.Connection, commune_id: int) -> Counter[int]:
    """Persons on the waiting list of a village now."""
    query = (
        sa.select(waits.c.place_id, sa.func.sum(waits.c.party))
        .join(places, places.c.id == waits.c.place_id)
        .where(
            waits.c.state == sa.literal(WaitState.WAITING.value, literal_execute=True), _lives_in(commune_id)
        )
        .group_by(waits.c.place_id)
    )
    return _by_village(db, query)


def _called_off(db: sa.Connection, commune_id: int, since: datetime) -> Counter[int]:
    """Persons whose visit was called off, and who have no other day yet."""
    query = (
        sa.select(openings.c.place_id, sa.func.sum(bookings.c.party))
        .join_from(openings, bookings, bookings.c.opening_id == openings.c.id)
        .join(places, places.c.id == openings.c.place_id)
        .where(
            openings.c.day >= local_date(since),
            openings.c.state == OpeningState.CANCELLED.value,
            bookings.c.state.in_(LIVE),
            _lives_in(commune_id),
        )
        .group_by(openings.c.place_id)
    )
    return _by_village(db, query)
