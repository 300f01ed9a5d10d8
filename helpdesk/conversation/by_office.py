"""What an official changes of a booking made by phone, and telling whoever booked: once, in the way she is reached.

By a text; by the neighbour who agreed to tell her, and a call, too, where a place is cancelled; else by a call. Who wants
no texts any more is rung: she would set out in vain. What she was not told of yet is told together with what comes next.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from helpdesk.booking import changes, parting
from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.changed_days.news import SOON
from helpdesk.booking.openings import Opening, find_opening
from helpdesk.booking.persons.needs import Need
from helpdesk.booking.reminding.retracting import subject_name
from helpdesk.conversation.actions.changed_by_office import BY_OFFICE, Change, office_change
from helpdesk.conversation.house import House
from helpdesk.conversation.starting import Errand, start
from helpdesk.messaging.states import Kind
from helpdesk.messaging.subjects import Subject, waiting_about
from helpdesk.people.contacts import Contact, hold
from helpdesk.people.neighbours import helper_of
from helpdesk.people.tables import Reach
from helpdesk.tickets import calls
from helpdesk.tickets.calls import NewCall, open_call


@dataclass(frozen=True, slots=True)
class _Circle:
    """Whoever booked, and who tells her; held before the booking is, as everywhere."""

    contact: Contact
    helper: Contact | None


def cancel_person(db: sa.Connection, house: House, booking: Booking, person_id: int) -> int:
    """Cancel one person of a booking; the number still booked. Nobody is cancelled who was there already."""
    circle, now = _hold(db, booking), house.clock.now()
    before = live_by_id(db, [booking.id]).get(booking.id)
    if before is None or person_id not in {person.id for person in before.people}:
        return before.party if before else 0
    untold = _untold(db, booking.id)
    left = changes.cancel(db, before, person_ids=[person_id], now=now)
    if left == before.party:
        return left
    _tell(db, house, circle, before, _together([*untold, Change(gone=(person_id,))]))
    return left


def move_people(
    db: sa.Connection, house: House, booking: Booking, person_ids: Collection[int], to: Opening
) -> Booking | None:
    """Move some persons of a booking, or all; the booking they are in now, or None where nothing was changed."""
    circle, now = _hold(db, booking), house.clock.now()
    before = live_by_id(db, [booking.id]).get(booking.id)
    if before is None:
        return None
    untold = _untold(db, booking.id)
    moved = parting.split(db, before, person_ids, to, now=now, timetable=house.timetable, chance=house.chance)
    if moved is None:
        return None
    gone_on = Change(left=before.opening.id)
    if moved.id == booking.id:
        _tell(db, house, circle, moved, _together([*untold, gone_on]))
        return moved
    # Who stays was not told yet of what was done before; who goes hears of the way from where she thinks she is.
    thinks = _together(untold).left
    _tell(db, house, circle, moved, Change(left=thinks or before.opening.id))
    if untold:
        _tell(db, house, circle, before, _together(untold))
    return moved


def add_people(
    db: sa.Connection,
    house: House,
    booking: Booking,
    people: Sequence[tuple[str, int | None]],
    *,
    needs: Mapping[int, Collection[Need]],
) -> Booking | None:
    """Add persons (name, birth year), see `parting.add_people`; nobody is told but of what was still to be told."""
    circle = _hold(db, booking)
    untold = _untold(db, booking.id)
    joined = parting.add_people(db, booking, people, needs=needs, now=house.clock.now())
    if joined is not None and untold:
        _tell(db, house, circle, joined, _together(untold))
    return joined


def _hold(db: sa.Connection, booking: Booking) -> _Circle | None:
    """None where nobody booked by phone."""
    if booking.contact_id is None:
        return None
    contact = hold(db, booking.contact_id)
    helper = helper_of(db, contact.id) if contact.reach == Reach.NEIGHBOUR.value else None
    return _Circle(contact, hold(db, helper) if helper is not None else None)


def _untold(db: sa.Connection, booking_id: int) -> list[Change]:
    """What was done before of which no text has left and no call was made."""
    said = [*waiting_about(db, subject_name(booking_id)), *calls.waiting(db, booking_id)]
    return [Change.of(one) for one in dict.fromkeys(said) if one.startswith(BY_OFFICE)]


def _together(done: Sequence[Change]) -> Change:
    all_of_it = Change()
    for one in done:
        all_of_it = one.after(all_of_it)
    return all_of_it


def _tell(db: sa.Connection, house: House, circle: _Circle | None, booking: Booking, change: Change) -> None:
    """`booking`: as it is, or where it holds no places any more as it was last."""
    if circle is None:
        return
    contact, helper = circle.contact, circle.helper
    by_text = contact.opted_out_at is None
    if by_text and contact.reach == Reach.TEXT.value and _text(db, house, contact, booking, change):
        return
    outcome = office_change(db, booking.id, change, contact_id=contact.id).outcome
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
