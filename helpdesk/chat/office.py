"""An official changes a booking in a script, as is done on its page at the desk: whoever booked is told of it."""

from helpdesk.booking.bookings import live_bookings_of
from helpdesk.booking.openings import with_room
from helpdesk.conversation.telling.by_office import cancel_person, move_people
from helpdesk.people.contacts import meet
from helpdesk.runtime import Runtime

TAKES_OFF, OTHER_DAY = "takes off", "other day"
"""Her next booking is cancelled, person by person; or moved to the next opening of its place that has room."""


def change_booking(runtime: Runtime, address: str, done: str) -> None:
    """Do TAKES_OFF or OTHER_DAY with the next booking of this phone; nothing where it has none."""
    now = runtime.clock.now()
    with runtime.transaction(nudge=False) as db:
        for booking in live_bookings_of(db, meet(db, address, now=now).id, now=now)[:1]:
            if done == TAKES_OFF:
                for person in booking.people:
                    cancel_person(db, runtime.house, booking, person.id)
                continue
            here = booking.opening
            others = with_room(
                db, place_id=here.place_id, persons=booking.party, after=now, at_most=1, but_not=here.id
            )
            for to in others:
                move_people(db, runtime.house, booking, {person.id for person in booking.people}, to)
