"""Telling whoever booked by phone what somebody else did with her booking: once, in the way she is reached.

By a text; by the neighbour who agreed to tell her, and a call, too, where a place is cancelled; else by a call. Who wants
no texts any more is rung: she would set out in vain. What she was not told of yet is told together with what comes next.
"""

from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking.bookings import Booking
from helpdesk.booking.changed_days.news import SOON
from helpdesk.booking.openings import Opening, find_opening
from helpdesk.booking.reminding.retracting import subject_name
from helpdesk.conversation.actions.news.changed_by_office import look_up, office_change
from helpdesk.conversation.house import House, Scene
from helpdesk.conversation.telling.changed_by_others import Change, Circle, News, hold_circle
from helpdesk.conversation.telling.starting import Errand, start
from helpdesk.messaging.states import Kind
from helpdesk.messaging.subjects import Subject
from helpdesk.people.contacts import Contact
from helpdesk.people.tables import Reach
from helpdesk.tickets.calls import NewCall, open_call


def tell_others(scene: Scene) -> None:
    """When a turn is over: tell whoever made the bookings that were changed in it by their code."""
    for news in scene.for_others:
        tell(scene.db, scene.house, hold_circle(scene.db, news.booking), news)
    scene.for_others.clear()


def tell(db: sa.Connection, house: House, circle: Circle | None, news: News) -> None:
    """Tell the circle of a booking, which the caller held before; nobody where that is None."""
    if circle is None:
        return
    booking, change = news.booking, news.change
    contact, helper = circle.contact, circle.helper
    by_text = contact.opted_out_at is None
    if by_text and contact.reach == Reach.TEXT.value and _text(db, house, contact, booking, change):
        return
    outcome = office_change(
        look_up(db, [(booking.id, change)]), booking.id, change, contact_id=contact.id
    ).outcome
    if outcome == "none":
        return
    passed_on = by_text and helper is not None
    if passed_on and helper is not None:
        passed_on = _text(db, house, helper, booking, change, helped=contact)
    # He can tell her not to set out, and cannot book another place for her.
    if not passed_on or outcome != "moved":
        _ring(db, house, contact, booking, change)


def _text(
    db: sa.Connection,
    house: House,
    to: Contact,
    booking: Booking,
    change: Change,
    *,
    helped: Contact | None = None,
) -> bool:
    now = house.clock.now()
    facts = {"change": change.said, "booking_ids": [booking.id]}
    errand = Errand(
        flow="changed_by_office_neighbour" if helped else "changed_by_office",
        facts={**facts, "helped_id": helped.id} if helped else facts,
        kind=Kind.NOTICE,
        intent_key=_key(booking, change, now),
        useful_until=_useful_until(booking, now),
        about=(Subject(subject_name(booking.id), change.said),),
        at_once=any(now < one.starts_at <= now + SOON for one in _where(db, booking, change)),
        outdates=(booking.id,),
    )
    return start(db, to, errand, house) is not None


def _ring(db: sa.Connection, house: House, contact: Contact, booking: Booking, change: Change) -> None:
    now = house.clock.now()
    call = NewCall(
        commune_id=booking.opening.commune_id,
        contact_id=contact.id,
        booking_id=booking.id,
        opening_id=booking.opening.id,
        intent_key=_key(booking, change, now),
        said=change.said,
        due_by=_useful_until(booking, now),
    )
    open_call(db, call, now=now)


def _key(booking: Booking, change: Change, now: datetime) -> str:
    """Under which it is said once, in whatever way. A booking may go to and fro, so with the moment."""
    return f"{change.said}:{booking.id}:{now:%Y%m%dT%H%M%S%f}"


def _where(db: sa.Connection, booking: Booking, change: Change) -> list[Opening]:
    """Where she is to come, and where she thinks that she is: either may be tomorrow."""
    left = find_opening(db, change.left) if change.left is not None else None
    return [booking.opening, *([left] if left else [])]


def _useful_until(booking: Booking, now: datetime) -> datetime:
    """Until she comes, or would have come; a day at least, for she may call."""
    return max(booking.opening.starts_at, now + SOON)
