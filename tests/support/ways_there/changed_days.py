"""Ways to what is asked when a day is put off or called off."""

from datetime import date, time

from helpdesk.booking.changed_days.faults import NewDay
from helpdesk.booking.tables import openings
from tests.support import changed_days
from tests.support.rehearsal import Rehearsal
from tests.support.ways_there.residents import (
    HER,
    NEIGHBOUR,
    THREE,
    book,
    bookings,
    helped_by_neighbour,
    set_openings,
)

AFTERNOON = NewDay(date(2026, 12, 11), time(13), time(16))


def _put_off(now: Rehearsal) -> None:
    opening = bookings(now)[0].opening.id
    with now.transaction() as db:
        changed_days.put_off(db, opening, AFTERNOON, now=now.clock.now())


def _called_off(now: Rehearsal) -> None:
    opening = bookings(now)[0].opening.id
    with now.transaction() as db:
        changed_days.called_off(db, opening, now=now.clock.now())


def put_off(now: Rehearsal) -> str:
    """Her day is another one now."""
    book(now, opening=3)
    _put_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def put_off_for_several(now: Rehearsal) -> str:
    """The same of two bookings."""
    book(now, opening=3)
    book(now, THREE, opening=3)
    _put_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def called_off(now: Rehearsal) -> str:
    """Her day takes place no more; she may choose another."""
    book(now, opening=3)
    _called_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def called_off_for_several(now: Rehearsal) -> str:
    """The same of two bookings."""
    book(now, opening=3)
    book(now, THREE, opening=3)
    _called_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def called_off_with_room_for_some(now: Rehearsal) -> str:
    """The same, and no opening has room for both."""
    book(now, opening=3)
    book(now, THREE, opening=3)
    set_openings(now, openings.c.taken == 0, capacity=3)
    _called_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def called_off_with_nothing_else(now: Rehearsal) -> str:
    """No place is left on any other day."""
    book(now, opening=3)
    set_openings(now, openings.c.taken == 0, capacity=0)
    _called_off(now)
    now.pass_until(HER, "day_changed")
    return HER


def called_off_and_nothing_to_move_to(now: Rehearsal) -> str:
    """The same, and she asks for another day."""
    called_off_with_nothing_else(now)
    now.say(HER, "DOI")
    return HER


def cannot_come_on_a_day_called_off(now: Rehearsal) -> str:
    """She waits for a new day, and says that she cannot come on the old one."""
    called_off(now)
    now.say(HER, "thoi")
    now.say(HER, "chau om khong di duoc")
    return HER


def put_off_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to tell her the new day."""
    book(now, opening=3)
    helped_by_neighbour(now)
    _put_off(now)
    now.pass_until(NEIGHBOUR, "day_changed_neighbour")
    return NEIGHBOUR


def put_off_for_several_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """The same of two bookings."""
    book(now, THREE, opening=3)
    return put_off_and_told_by_a_neighbour(now)


def called_off_and_told_by_a_neighbour(now: Rehearsal) -> str:
    """He is to tell her not to go."""
    book(now, opening=3)
    helped_by_neighbour(now)
    _called_off(now)
    now.pass_until(NEIGHBOUR, "day_changed_neighbour")
    return NEIGHBOUR
