"""What residents say to book, and looking up what came of it."""

from typing import Any

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking, live_bookings_of
from helpdesk.conversation.tables import conversations
from helpdesk.messaging.tables import outbound_messages
from helpdesk.people.contacts import Contact, meet
from helpdesk.store.base import metadata
from tests.support.builders import RESIDENT, Someone
from tests.support.service import Service

NAME = "Ho Thi Mai 1954"


def say(service: Service, *texts: str, who: Someone = RESIDENT) -> str:
    """Text one after the other; the answer to the last, empty when it was silence."""
    answers: list[str] = []
    for text in texts:
        answers = service.text(who.phone, text)
    assert len(answers) <= 1, "one text gets one message"
    return answers[0] if answers else ""


def choose(service: Service, *, opening: int = 1, names: str = NAME, who: Someone = RESIDENT) -> str:
    """Everything up to the question whether to book: the centre of Thượng Trạch, an opening, names."""
    asked = say(service, "DAT", "1", str(opening), names, who=who)
    assert asked.startswith("Dat cho "), asked
    return asked


def book(service: Service, *, opening: int = 1, names: str = NAME, who: Someone = RESIDENT) -> Booking:
    """Book; the booking. The openings are Wednesday 2, Friday 4 and Monday 7 December."""
    before = {booking.id for booking in bookings_of(service, who)}
    choose(service, opening=opening, names=names, who=who)
    told = say(service, "1", who=who)
    assert told.startswith("Da dat "), told
    (new,) = [booking for booking in bookings_of(service, who) if booking.id not in before]
    return new


def contact_of(service: Service, who: Someone = RESIDENT) -> Contact:
    """Who she is to us."""
    with service.engine.begin() as db:
        return meet(db, who.phone, now=service.clock.now())


def bookings_of(service: Service, who: Someone = RESIDENT) -> list[Booking]:
    """Her bookings that hold places."""
    contact = contact_of(service, who)
    with service.engine.connect() as db:
        return live_bookings_of(db, contact.id, now=service.clock.now())


def asked(service: Service, who: Someone = RESIDENT) -> tuple[str, str] | None:
    """Flow and step of her open question; None when there is none."""
    row = conversation(service, who)
    return (row.flow, row.step) if row is not None and row.state else None


def conversation(service: Service, who: Someone = RESIDENT) -> Any:
    """Her conversation as it is stored."""
    query = sa.select(conversations).where(conversations.c.contact_id == contact_of(service, who).id)
    with service.engine.connect() as db:
        return db.execute(query).first()


def written(service: Service, kind: str, who: Someone = RESIDENT) -> list[str]:
    """The texts of a kind that were written for her, sent or not, the oldest first."""
    m = outbound_messages.c
    query = sa.select(m.text).where(m.recipient == who.phone, m.kind == kind).order_by(m.id)
    with service.engine.connect() as db:
        return list(db.execute(query).scalars())


def count(service: Service, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    """How many rows there are."""
    with service.engine.connect() as db:
        return int(db.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one())


def everything(service: Service) -> str:
    """All rows of all tables."""
    with service.engine.connect() as db:
        return "\n".join(
            str(tuple(row)) for table in metadata.sorted_tables for row in db.execute(sa.select(table))
        )
