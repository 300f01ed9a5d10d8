"""Erasing what is kept of a contact: her number, her words, and the people she told us of."""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.persons.person_tables import code_tries, own_phones
from helpdesk.booking.tables import booked_persons, bookings
from helpdesk.booking.waiting_list.leaving import leave_all
from helpdesk.conversation.tables import conversations, ussd_sessions
from helpdesk.messaging.states import State, sources_of
from helpdesk.messaging.tables import inbound_messages, outbound_messages
from helpdesk.people import audit, neighbours
from helpdesk.people.contacts import hold
from helpdesk.people.tables import consents, contacts, persons
from helpdesk.reports.tables import lists
from helpdesk.retention import texts
from helpdesk.retention.visits import forget_people, forget_phones
from helpdesk.tickets.tables import TicketKind, TicketState, tickets

i, o, t = inbound_messages.c, outbound_messages.c, tickets.c

ERASED = "erased:"
"""What stands for the number afterwards, with the row's id: nobody can be texted there."""


def erase(db: sa.Connection, contact_id: int, *, official_id: int | None, now: datetime) -> bool:
    """Erase a contact who asked for it; False while a message to her is in mid-call, to be tried again.

    Who has come back since and agreed anew keeps what belongs to her live bookings; what was before her request goes.
    The request is closed with it, and noted in the audit without any name.
    """
    hold(db, contact_id)
    query = sa.select(contacts.c.erase_asked_at, contacts.c.consented_at, contacts.c.commune_id)
    asked_at, consented_at, commune_id = db.execute(query.where(contacts.c.id == contact_id)).one()
    back = consented_at is not None
    before = asked_at if back and asked_at is not None else now
    if not _quiet(db, contact_id, now=now, keep_waiting=back):
        return False
    if not back:
        leave_all(db, contact_id, now=now)
    live = [booking.id for booking in live_bookings_of(db, contact_id, now=now)] if back else []
    _forget_her_people(db, contact_id, live)
    texts.empty_heard(db, (i.contact_id == contact_id) & (i.received_at <= before))
    texts.empty_marks(db, (i.contact_id == contact_id) & (i.received_at <= before))
    done = o.state.not_in(texts.ON_THE_WAY)
    texts.empty_told(db, (o.contact_id == contact_id) & (o.created_at <= before) & done)
    hers = (t.contact_id == contact_id) & (t.opened_at <= before)
    db.execute(tickets.update().where(hers).values(text=""))
    agreed = (consents.c.contact_id == contact_id) & (consents.c.given_at <= before)
    db.execute(consents.delete().where(agreed))
    _close_request(db, contact_id, official_id=official_id, now=now)
    neighbours.forget(db, contact_id)
    _forget_phones(db, contact_id, live)
    if back:
        db.execute(contacts.update().where(contacts.c.id == contact_id).values(erase_asked_at=None))
    else:
        _forget_number(db, contact_id)
    audit.note(
        db,
        at=now,
        official_id=official_id,
        commune_id=commune_id,
        action="contact.erase",
        subject=f"contact:{contact_id}",
        detail={},
    )
    return True


def _quiet(db: sa.Connection, contact_id: int, *, now: datetime, keep_waiting: bool) -> bool:
    """Let nothing more leave for her, unless she is back; False while something is in mid-call."""
    hers = o.contact_id == contact_id
    if not keep_waiting:
        waiting = hers & o.state.in_((State.QUEUED.value, State.UNCERTAIN.value))
        assert {State.QUEUED.value, State.UNCERTAIN.value} <= set(sources_of(State.DROPPED))  # noqa: S101
        gone = {"state": State.DROPPED.value, "settled_at": now, "look_up_at": None}
        db.execute(outbound_messages.update().where(waiting).values(gone))
    going = (State.SENDING.value, State.HANDED_OVER.value)
    query = sa.select(o.id).where(hers, o.state.in_(going)).limit(1)
    return keep_waiting or db.execute(query).first() is None


def _forget_her_people(db: sa.Connection, contact_id: int, live: list[int]) -> None:
    kept = sa.select(booked_persons.c.person_id).where(booked_persons.c.booking_id.in_(live))
    # Others whom she told us of may have been booked by somebody else since; those are no longer hers to erase.
    others = (
        sa.select(booked_persons.c.person_id)
        .join(bookings, bookings.c.id == booked_persons.c.booking_id)
        .where(sa.or_(bookings.c.contact_id.is_(None), bookings.c.contact_id != contact_id))
    )
    told_of = (persons.c.introduced_by_id == contact_id) | (persons.c.contact_id == contact_id)
    forget_people(db, told_of & persons.c.id.not_in(kept) & persons.c.id.not_in(others))
    ended = bookings.c.id.not_in(live) & (bookings.c.contact_id == contact_id)
    found = db.execute(sa.select(bookings.c.id, bookings.c.opening_id).where(ended))
    _take_off_lists(db, {row.id: row.opening_id for row in found})


def _take_off_lists(db: sa.Connection, ended: dict[int, int]) -> None:
    """Take bookings (by id, with their opening) off the lists that are kept to say what changed since."""
    rows = sa.select(lists.c.id, lists.c.rows).where(lists.c.opening_id.in_(set(ended.values())))
    for id_, stood in db.execute(rows).all():
        left = [row for row in stood if row["booking"] not in ended]
        if len(left) < len(stood):
            db.execute(lists.update().where(lists.c.id == id_).values(rows=left))


def _close_request(db: sa.Connection, contact_id: int, *, official_id: int | None, now: datetime) -> None:
    asked = (t.contact_id == contact_id) & (t.kind == TicketKind.ERASURE.value)
    done = {"state": TicketState.CLOSED.value, "closed_at": now, "closed_by_id": official_id}
    db.execute(tickets.update().where(asked, t.state == TicketState.OPEN.value).values(done))


def _forget_phones(db: sa.Connection, contact_id: int, live: list[int]) -> None:
    """Her number where others gave it, the numbers that she gave, and which codes she tried."""
    hers = own_phones.c.address == _address(contact_id)
    gave = (own_phones.c.given_by_id == contact_id) & own_phones.c.booking_id.not_in(live)
    forget_phones(db, hers | gave)
    db.execute(code_tries.delete().where(code_tries.c.contact_id == contact_id))


def _address(contact_id: int) -> sa.ScalarSelect[str]:
    return sa.select(contacts.c.address).where(contacts.c.id == contact_id).scalar_subquery()


def _forget_number(db: sa.Connection, contact_id: int) -> None:
    db.execute(conversations.delete().where(conversations.c.contact_id == contact_id))
    # What operators call their sessions may hold the number.
    db.execute(ussd_sessions.delete().where(ussd_sessions.c.contact_id == contact_id))
    address = f"{ERASED}{contact_id}"
    db.execute(outbound_messages.update().where(o.contact_id == contact_id).values(recipient=address))
    nobody = {"address": address, "erase_asked_at": None, "place_id": None, "reach": "text"}
    db.execute(contacts.update().where(contacts.c.id == contact_id).values(nobody))
