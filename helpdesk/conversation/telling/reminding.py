"""A reminder reaches her in one way: a text, a call by an official, or a text to the neighbour who agreed to tell her."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from helpdesk.booking.attending.attendance import attendance_of
from helpdesk.booking.bookings import live_bookings
from helpdesk.booking.reminding.reminder_kinds import BY_NAME
from helpdesk.booking.reminding.reminders import Due, put_off, together
from helpdesk.booking.reminding.retracting import ONE_BY_ONE
from helpdesk.conversation.house import House
from helpdesk.conversation.telling.starting import Errand, start
from helpdesk.messaging.states import Kind
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import NewCall, open_call


def remind(db: sa.Connection, house: House, contact: Contact, due: Sequence[Due]) -> int:
    """Say what is due, taken by the caller, who holds the contact; how many messages and calls that makes.

    Whatever the way, it is written under the same key: what was said in one is never said again in another. Of
    several things to be asked by text one is asked, and the others wait: a "1" must belong to one question.
    """
    groups = together(due)
    if not groups:
        return 0
    helper = helper_of(db, contact.id) if contact.reach == Reach.NEIGHBOUR.value else None
    if contact.reach != Reach.TEXT.value and helper is None:  # nobody agreed, or not any more
        return sum(_ring(db, house, contact, group) for group in groups)
    through = hold(db, helper) if helper is not None else None
    for place, group in enumerate(groups, start=1):
        if _text(db, house, contact, group, through=through):
            put_off(db, (one for later in groups[place:] for one in later), now=house.clock.now())
            return 1
    return 0


def _text(
    db: sa.Connection, house: House, contact: Contact, due: Sequence[Due], *, through: Contact | None
) -> int:
    flows = due[0].flows
    errand = Errand(
        flow=flows.neighbour if through else flows.herself,
        facts={**_facts(due), "helped_id": contact.id} if through else _facts(due),
        kind=Kind.REMINDER,
        intent_key=_key(due),
        useful_until=max(reminder.useful_until for reminder in due),
        about=tuple(reminder.about for reminder in due),
    )
    return 1 if start(db, through or contact, errand, house) is not None else 0


def _facts(due: Sequence[Due]) -> dict[str, Any]:
    """The bookings spoken of, or the persons of a kind that is about single ones."""
    if any(reminder.whose for reminder in due):
        return {"kind": due[0].kind, "booked_ids": sorted({reminder.whose for reminder in due})}
    return {"booking_ids": sorted({reminder.booking_id for reminder in due})}


def _ring(db: sa.Connection, house: House, contact: Contact, due: Sequence[Due]) -> int:
    """A call for each booking, so that one that is cancelled takes no other with it."""
    now = house.clock.now()
    opened = 0
    for booking_id, (commune_id, opening_id) in _to_be_rung(db, house, contact, due).items():
        own = [reminder for reminder in due if reminder.booking_id == booking_id]
        call = NewCall(
            commune_id=commune_id,
            contact_id=contact.id,
            booking_id=booking_id,
            opening_id=opening_id,
            intent_key=_key(own),
            said=ONE_BY_ONE.join(reminder.about.said for reminder in own),
            due_by=max(reminder.useful_until for reminder in own),
        )
        opened += open_call(db, call, now=now) is not None
    return opened


def _to_be_rung(
    db: sa.Connection, house: House, contact: Contact, due: Sequence[Due]
) -> dict[int, tuple[int, int]]:
    """The bookings of which it is still so, each with its commune and opening."""
    wanted = BY_NAME[due[0].kind].outcomes
    if not wanted:
        ids = {reminder.booking_id for reminder in due}
        found = live_bookings(db, ids, contact_id=contact.id, now=house.clock.now())
        return {booking.id: (booking.opening.commune_id, booking.opening.id) for booking in found}
    persons = attendance_of(db, {reminder.whose for reminder in due})
    return {
        one.booking_id: (one.opening.commune_id, one.opening.id) for one in persons if one.outcome in wanted
    }


def _key(due: Sequence[Due]) -> str:
    return "reminder:" + ",".join(reminder.key for reminder in due)
