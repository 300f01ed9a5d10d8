"""Who was booked long ago: names go, how many came stays."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.persons.person_tables import own_phones, tidings
from helpdesk.booking.tables import booked_persons, bookings, openings
from helpdesk.clock import local_date
from helpdesk.people.tables import persons
from helpdesk.reports.tables import lists
from helpdesk.retention.limits import NOBODY, Limits


def forget_visits(db: sa.Connection, *, now: datetime, limits: Limits, at_most: int) -> int:
    """Forget who was booked in openings that were longer ago than what is kept, at most so many; how many openings."""
    before = local_date(now - limits.kept)
    long_ago = (openings.c.day < before) & openings.c.forgotten_at.is_(None)
    query = sa.select(openings.c.id).where(long_ago).order_by(openings.c.day).limit(at_most)
    ids = db.execute(query).scalars().all()
    if not ids:
        return 0
    booked = booked_persons.join(bookings, bookings.c.id == booked_persons.c.booking_id)
    there = sa.select(booked_persons.c.person_id).select_from(booked).where(bookings.c.opening_id.in_(ids))
    since = (
        sa.select(booked_persons.c.person_id)
        .select_from(booked.join(openings, openings.c.id == bookings.c.opening_id))
        .where(openings.c.day >= before)
    )
    forget_people(db, persons.c.id.in_(there) & persons.c.id.not_in(since))
    db.execute(lists.update().where(lists.c.opening_id.in_(ids)).values(rows=[]))
    db.execute(openings.update().where(openings.c.id.in_(ids)).values(forgotten_at=now))
    return len(ids)


def forget_people(db: sa.Connection, which: sa.ColumnElement[bool]) -> int:
    """Take the names and the own phones of persons for whom `which` holds; how many."""
    forget_phones(db, own_phones.c.person_id.in_(sa.select(persons.c.id).where(which)))
    nobody = {"name": NOBODY, "birth_year": None, "contact_id": None}
    return db.execute(persons.update().where(which).values(nobody)).rowcount


def forget_phones(db: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    """Take the own phones for which `which` holds, with what was told there or still was to be."""
    ids = db.execute(sa.select(own_phones.c.id).where(which)).scalars().all()
    if ids:
        db.execute(tidings.delete().where(tidings.c.own_phone_id.in_(ids)))
        db.execute(own_phones.delete().where(own_phones.c.id.in_(ids)))
