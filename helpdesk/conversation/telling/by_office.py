"""What an official changes of a booking made by phone; whoever booked is told."""

from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa

from helpdesk.booking import changes, parting
from helpdesk.booking.bookings import Booking, live_by_id
from helpdesk.booking.openings import Opening
from helpdesk.booking.persons.needs import Need, Relation
from helpdesk.conversation.house import House
from helpdesk.conversation.telling.changed_by_others import (
    Change,
    News,
    hold_circle,
    news_of_move,
    together,
    untold,
)
from helpdesk.conversation.telling.telling_who_booked import tell


def cancel_person(db: sa.Connection, house: House, booking: Booking, person_id: int) -> int:
    """Cancel one person of a booking; the number still booked. Nobody is cancelled who was there already."""
    circle, now = hold_circle(db, booking), house.clock.now()
    before = live_by_id(db, [booking.id]).get(booking.id)
    if before is None or person_id not in {person.id for person in before.people}:
        return before.party if before else 0
    earlier = untold(db, booking.id)
    left = changes.cancel(db, before, person_ids=[person_id], now=now)
    if left == before.party:
        return left
    tell(db, house, circle, News(before, together([*earlier, Change(gone=(person_id,))])))
    return left


def move_people(
    db: sa.Connection, house: House, booking: Booking, person_ids: Collection[int], to: Opening
) -> Booking | None:
    """Move some persons of a booking, or all; the booking they are in now, or None where nothing was changed."""
    circle, now = hold_circle(db, booking), house.clock.now()
    before = live_by_id(db, [booking.id]).get(booking.id)
    if before is None:
        return None
    earlier = untold(db, booking.id)
    moved = parting.split(db, before, person_ids, to, now=now, timetable=house.timetable, chance=house.chance)
    if moved is None:
        return None
    for news in news_of_move(before, moved, earlier):
        tell(db, house, circle, news)
    return moved


def add_people(
    db: sa.Connection,
    house: House,
    booking: Booking,
    people: Sequence[tuple[str, int | None]],
    *,
    needs: Mapping[int, Collection[Need]],
    relations: Mapping[int, Relation] | None = None,
) -> Booking | None:
    """Add persons (name, birth year), see `parting.add_people`; nobody is told but of what was still to be told."""
    circle = hold_circle(db, booking)
    earlier = untold(db, booking.id)
    now = house.clock.now()
    joined = parting.add_people(db, booking, people, needs=needs, relations=relations, now=now)
    if joined is not None and earlier:
        tell(db, house, circle, News(joined, together(earlier)))
    return joined
