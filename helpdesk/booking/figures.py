"""Figures about openings and reminders, for whoever watches the service."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from helpdesk.booking.states import OpeningState, ReminderState
from helpdesk.booking.tables import openings, reminders
from helpdesk.booking.waiting_list.waiting_states import OfferState, WaitState
from helpdesk.booking.waiting_list.waiting_tables import offers, waits
from helpdesk.places.tables import communes

o, r = openings.c, reminders.c


@dataclass(frozen=True, slots=True)
class Places:
    """Places of a commune's openings, in persons."""

    commune: str
    taken: int
    capacity: int


def places(db: sa.Connection, *, first: date, last: date) -> list[Places]:
    """Places taken and there are from `first` to `last`, both included, by commune."""
    query = (
        sa.select(communes.c.name, sa.func.sum(o.taken), sa.func.sum(o.capacity))
        .join(communes, communes.c.id == o.commune_id)
        .where(o.day.between(first, last), o.state == OpeningState.OPEN.value)
        .group_by(communes.c.name)
    )
    return [Places(commune, int(taken), int(capacity)) for commune, taken, capacity in db.execute(query)]


def reminders_waiting(db: sa.Connection, *, now: datetime, until: datetime) -> tuple[int, int]:
    """How many reminders are overdue, and how many more fall due until then.

    Not all there are: a million future ones are an index of a million rows, and counting them tells nobody anything.
    """
    waits = r.state == sa.literal(ReminderState.WAITING.value, literal_execute=True)
    count = sa.select(sa.func.count()).select_from(reminders)
    overdue = db.execute(count.where(waits, r.due_at <= now)).scalar_one()
    to_come = db.execute(count.where(waits, r.due_at > now, r.due_at <= until)).scalar_one()
    return overdue, to_come


@dataclass(frozen=True, slots=True)
class Waiting:
    """Persons of a commune on the waiting list: those for whom nothing is free, and those for whom places are held."""

    commune: str
    waiting: int
    offered: int


def waiting_list(db: sa.Connection) -> list[Waiting]:
    """Who waits now, by commune; it costs what waits."""
    w, f = waits.c, offers.c
    persons: dict[str, list[int]] = {}
    queues = (
        (waits, w.commune_id, w.party, w.state == sa.literal(WaitState.WAITING.value, literal_execute=True)),
        (offers, f.commune_id, f.party, f.state == sa.literal(OfferState.HELD.value, literal_execute=True)),
    )
    for at, (table, commune_id, party, live) in enumerate(queues):
        query = (
            sa.select(communes.c.name, sa.func.sum(party))
            .join_from(table, communes, communes.c.id == commune_id)
            .where(live)
            .group_by(communes.c.name)
        )
        for commune, number in db.execute(query):
            persons.setdefault(commune, [0, 0])[at] = int(number)
    return [Waiting(commune, *numbers) for commune, numbers in sorted(persons.items())]
