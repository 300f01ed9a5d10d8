"""Ways to what is asked when an official moves a booking that was made by phone."""

from helpdesk.booking.openings import with_room
from helpdesk.conversation.telling.by_office import move_people
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import HER, NEIGHBOUR, book, bookings, helped_by_neighbour


def _moved(now: Rehearsal) -> None:
    booking = bookings(now)[0]
    old = booking.opening
    with now.transaction() as db:
        others = with_room(
            db, place_id=old.place_id, persons=1, after=now.clock.now(), at_most=1, but_not=old.id
        )
        move_people(db, now.house, booking, {person.id for person in booking.people}, others[0])
    now.sweep()


def moved_by_the_office(now: Rehearsal) -> str:
    """Her place is on another day, by no wish of hers."""
    book(now, opening=3)
    _moved(now)
    return HER


def moved_by_the_office_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to tell her that."""
    book(now, opening=3)
    helped_by_neighbour(now)
    _moved(now)
    return NEIGHBOUR
